"""Find the places worth looking at: one pass of one automaton over all triggers."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick
from attrs import frozen

from .rule import Rule, RuleSet


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

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        owners: dict[str, list[Rule]] = {}
        for rule in rules:
            for trigger in rule.triggers:
                if not trigger:
                    raise ValueError(
                        f"rule {rule.id!r} has an empty trigger; name a literal string"
                    )
                owners.setdefault(trigger, []).append(rule)
        self._automaton = ahocorasick.Automaton()
        for trigger, of in owners.items():
            self._automaton.add_word(trigger, (len(trigger), tuple(of)))
        if owners:
            self._automaton.make_automaton()

    def scan(self, text: str) -> dict[str, list[Hit]]:
        """Return the hits in *text* by the kind of their rule, in text order.

        Where several triggers of one rule begin at one place, the longest counts.

        Args:
            text: Folded text; offsets are code points.
        """
        longest: dict[tuple[int, str], Hit] = {}
        if len(self._automaton):
            for last, (length, rules) in self._automaton.iter(text):
                start = last + 1 - length
                for rule in rules:
                    # hits come by their last character, so a later one at the same start is longer
                    longest[start, rule.id] = Hit(start, last + 1, rule)
        hits: dict[str, list[Hit]] = {}
        for hit in _in_text_order(longest.values()):
            hits.setdefault(hit.rule.kind, []).append(hit)
        return hits


def _in_text_order(hits: Iterable[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))
