"""Find the places worth looking at: one pass of one automaton over all triggers."""

from __future__ import annotations

from collections.abc import Iterable

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
        # rules by number: a place and a number make one integer, cheaper than a pair of them
        self._rules = [
            (place, rule) for place, of_round in enumerate(self.rounds) for rule in of_round.rules
        ]
        owners: dict[str, tuple[list[int], list[int]]] = {}
        self._always: list[int] = []
        for number, (_, rule) in enumerate(self._rules):
            if not rule.triggers:
                self._always.append(number)
            for trigger in rule.triggers:
                owners.setdefault(trigger, ([], []))[rule.whole_text].append(number)
        self._automaton = ahocorasick.Automaton()
        for trigger, (local, whole) in owners.items():
            # what start * count + number is more than last * count, see scan
            back = (1 - len(trigger)) * len(self._rules)
            shifts = tuple([back + number for number in local])
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
        # the last place of the longest trigger by start * count + number of the rule
        longest = dict.fromkeys(self._always, length - 1)
        if len(self._automaton):
            for last, (shifts, whole) in self._automaton.iter(text):
                place = last * count
                for shift in shifts:
                    # hits come by their last character: a later one at a start is longer
                    longest[place + shift] = last
                for number in whole:
                    longest[number] = length - 1
        ordered: tuple[list[tuple[int, int, int, Rule]], ...] = tuple([] for _ in self.rounds)
        for order, (key, last) in enumerate(longest.items()):
            start, number = divmod(key, count)
            place, rule = rules[number]
            ordered[place].append((start, ~last, order, rule))  # ~last is -end
        for of_round in ordered:
            of_round.sort()  # the order is unique: rules are not compared
        return tuple([(start, -end, rule) for start, end, _, rule in hits] for hits in ordered)
