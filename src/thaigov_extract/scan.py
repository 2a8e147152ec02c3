"""Find the places worth looking at: one pass of one automaton over all triggers."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick
from attrs import frozen

from .rounds import Round, rounds
from .rule import Rule


@frozen
class Hit:
    """A trigger of a rule at a place of the folded text."""

    start: int
    end: int
    rule: Rule


class Scanner:
    """The automaton of one rule set, built once and asked for every text.

    Args:
        rules: The very rules that will run; nothing else is searched for.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rounds: tuple[Round, ...] = rounds(rules)
        owners: dict[str, list[tuple[int, Rule]]] = {}
        self._always: list[tuple[int, Rule]] = []
        for place, of_round in enumerate(self.rounds):
            for rule in of_round.rules:
                if not rule.triggers:
                    self._always.append((place, rule))
                for trigger in rule.triggers:
                    owners.setdefault(trigger, []).append((place, rule))
        self._automaton = ahocorasick.Automaton()
        for trigger, of in owners.items():
            self._automaton.add_word(trigger, (len(trigger), tuple(of)))
        if owners:
            self._automaton.make_automaton()

    def scan(self, text: str) -> tuple[list[Hit], ...]:
        """Return the hits in *text* by round (see :attr:`rounds`), in text order.

        Where several triggers of one rule begin at one place, the longest counts.  A rule
        that looks at the whole text has one hit, the whole text.

        Args:
            text: Folded text; offsets are code points.
        """
        length = len(text)
        longest: dict[tuple[int, str], tuple[int, Hit]] = {
            (0, rule.id): (place, Hit(0, length, rule)) for place, rule in self._always
        }
        if len(self._automaton):
            for last, (width, owners) in self._automaton.iter(text):
                start = last + 1 - width
                for place, rule in owners:
                    if rule.whole_text:
                        longest[0, rule.id] = place, Hit(0, length, rule)
                    else:
                        # hits come by their last character: a later one at a start is longer
                        longest[start, rule.id] = place, Hit(start, last + 1, rule)
        hits: tuple[list[Hit], ...] = tuple([] for _ in self.rounds)
        for place, hit in longest.values():
            hits[place].append(hit)
        for of_round in hits:
            of_round.sort(key=lambda hit: (hit.start, -hit.end))
        return hits
