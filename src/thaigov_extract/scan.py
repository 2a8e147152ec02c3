"""Find the places worth looking at: one pass of one automaton over all triggers."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

import ahocorasick

from .rounds import Round, rounds
from .rule import Rule

Hit = tuple[int, int, Rule]
"""A trigger of a rule at a place of the folded text: start, end, the rule."""


class Scanner:
    """The automaton of one rule set, built once and asked for every text.

    Args:
        rules: The very rules that will run; nothing else is searched for.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rounds: tuple[Round, ...] = rounds(rules)
        # rules by number with the place of their round: the start of a hit and a number make one
        # integer, cheaper than a pair of them
        self._rules = [
            (place, rule) for place, of_round in enumerate(self.rounds) for rule in of_round.rules
        ]
        owners: dict[str, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
        self._always: list[tuple[int, int]] = []
        for number, (place, rule) in enumerate(self._rules):
            if not rule.triggers:
                self._always.append((place, number))
            for trigger in rule.triggers:
                owners.setdefault(trigger, ([], []))[rule.whole_text].append((place, number))
        self._automaton = ahocorasick.Automaton()
        for trigger, (local, whole) in owners.items():
            # what start * count + number is more than last * count, see scan
            back = (1 - len(trigger)) * len(self._rules)
            shifts = tuple([(place, back + number) for place, number in local])
            self._automaton.add_word(trigger, (shifts, tuple(whole)))
        if owners:
            self._automaton.make_automaton()

    def scan(self, text: str) -> tuple[list[Hit], ...]:
        """Return the hits in *text* by round (see :attr:`rounds`), in text order.

        Where several triggers of one rule begin at one place, the longest counts.  A rule
        that looks at the whole text has one hit, the whole text.

        Args:
            text: Folded text; offsets are code points.
        """
        length, rules = len(text), self._rules
        count = len(rules)
        # by round: the last place of the longest trigger by start * count + number of the rule
        longest: tuple[dict[int, int], ...] = tuple([{} for _ in self.rounds])
        for place, number in self._always:
            longest[place][number] = length - 1
        if len(self._automaton):
            for last, (shifts, whole) in self._automaton.iter(text):
                for place, shift in shifts:
                    # hits come by their last character: a later one at a start is longer
                    longest[place][last * count + shift] = last
                if whole:
                    for place, number in whole:
                        longest[place][number] = length - 1
        return tuple(
            [
                _in_text_order(
                    [(k // count, last + 1, rules[k % count][1]) for k, last in of.items()]
                )
                for of in longest
            ]
        )


def _in_text_order(hits: list[Hit]) -> list[Hit]:
    """By start, the longest first; two alike stay as they came, for sorting is stable."""
    hits.sort(key=itemgetter(1), reverse=True)
    hits.sort(key=itemgetter(0))
    return hits
