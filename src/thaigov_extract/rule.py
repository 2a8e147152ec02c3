"""A rule is a value with its proof; a rule set is a value too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, field, frozen

from .candidate import Candidate
from .context import Context

Match = Callable[[Context, int, int], Iterable[Candidate]]
"""Called at each trigger: ``match(context, start, end)`` with the trigger's
offsets in the folded text.  Yields nothing where the rule declines."""


@frozen
class Rule:
    """One way to recognise one kind of object.

    Attributes:
        id: Unique within a set, ``kind.what`` (``date.thai-month``).
        kind: The kind of object that it yields.
        triggers: Literal strings of the folded text; the rule runs only where
            one of them stands (the longest at a place).
        match: What to do there.
        priority: Among overlapping candidates of one kind, the higher one wins.
        examples: Texts in which the rule must find exactly the given strings.
        counterexamples: Texts in which the rule must find nothing.
    """

    id: str
    kind: str
    triggers: tuple[str, ...]
    match: Match
    priority: int = 0
    examples: tuple[tuple[str, tuple[str, ...]], ...] = ()
    counterexamples: tuple[str, ...] = ()


@frozen
class RuleSet:
    """An immutable, ordered set of rules: ``default_rules() + [my_rule]``."""

    rules: tuple[Rule, ...] = field(default=())

    @rules.validator
    def _unique(self, _attribute: object, rules: tuple[Rule, ...]) -> None:
        seen: set[str] = set()
        for rule in rules:
            if rule.id in seen:
                raise ValueError(
                    f"rule id {rule.id!r} occurs twice in the set; give each rule an id of "
                    "its own, or use replace()"
                )
            seen.add(rule.id)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __add__(self, other: Iterable[Rule]) -> RuleSet:
        return evolve(self, rules=(*self.rules, *other))

    def without(self, rule_id: str) -> RuleSet:
        """Return the set less one rule; ``KeyError`` where it has no such rule."""
        rest = tuple(rule for rule in self.rules if rule.id != rule_id)
        if len(rest) == len(self.rules):
            raise KeyError(rule_id)
        return evolve(self, rules=rest)

    def replace(self, rule: Rule) -> RuleSet:
        """Return the set with *rule* in the place of the one with the same id."""
        if all(rule.id != old.id for old in self.rules):
            raise KeyError(rule.id)
        return evolve(self, rules=tuple(rule if old.id == rule.id else old for old in self.rules))
