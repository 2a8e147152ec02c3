"""A rule is a value with its proof; a rule set is a value too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from attrs import evolve, field, frozen

from .candidate import Candidate
from .context import Context
from .example import Example, as_examples
from .model import Record

Match = Callable[[Context, int, int], Iterable[Candidate]]
"""Called at each trigger: ``match(context, start, end)`` with the trigger's
offsets in the folded text.  Yields nothing where the rule declines."""

Build = Callable[[Record], object]
"""Makes the user's typed object of what was matched, or declines with ``None``."""

Evidence = Callable[[Context, Candidate], Iterable[tuple[str, str]]]
"""Says why a candidate has its borders: pairs of a border or slot and a reason."""

KINDS = ("date", "official", "agency", "title", "term", "post")
"""The library's own kinds in the order of recognition: a later kind sees the earlier ones.
Kinds of a user's own come after them, in the order of their first rules."""

USER_PRIORITY = 10
"""Priority of a rule that does not say one; shipped rules have -1 to 1."""


class RuleError(ValueError):
    """A rule that cannot work; the message names the rule, what is wrong and how to mend it."""


class Matcher(Protocol):
    """Anything that finds matches around a trigger: a pattern, a word list, token patterns."""

    @property
    def triggers(self) -> tuple[str, ...]:
        """Literal strings, one of which stands in every match; empty where there is none."""

    @property
    def slots(self) -> frozenset[str]:
        """Names of the slots that it may fill."""

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of recognised objects that it looks for."""

    def find(self, context: Context, start: int, end: int) -> Iterable[Found]:
        """Yield what matches at the trigger that stands at ``[start, end)``."""


class Found(Protocol):
    """What a matcher yields: a stretch of the folded text with its slots."""

    @property
    def start(self) -> int:
        """Offset of the first code point in the folded text."""

    @property
    def end(self) -> int:
        """Offset after the last code point."""

    @property
    def slots(self) -> Mapping[str, tuple[int, int]]:
        """Named parts."""

    @property
    def values(self) -> Mapping[str, str]:
        """What is not a part of the text."""


def _as_matcher(pattern: str | Matcher | None) -> Matcher | None:
    if not isinstance(pattern, str):
        return pattern
    # the shipped rules have no patterns, so a plain run need not load their language
    from .pattern import Pattern

    return Pattern(pattern)


def _strings(strings: str | Iterable[str]) -> tuple[str, ...]:
    return (strings,) if isinstance(strings, str) else tuple(strings)


@frozen
class Rule:
    """One way to recognise one kind of object.

    Either *pattern* says what stands around a trigger, or *match*, a function that may decline.

    Attributes:
        id: Unique within a set, ``kind.what`` (``date.month``).
        kind: One of :data:`KINDS` or a kind of your own.
        triggers: Literal strings of the folded text; the rule runs only where one of them
            stands (the longest at a place).  Where a pattern has a literal word in every
            match they may be left out.
        match: What to do at a trigger.
        pattern: A pattern with named fragments (see :mod:`.pattern`), or another
            :class:`Matcher`.
        values: Fields of the object that are no part of the text, the same for each match.
        build: For a kind of your own: makes your object of a :class:`~.model.Record`, or
            declines with ``None``.
        priority: Among overlapping candidates of one kind, the higher one wins; see
            :mod:`.overlap`.
        after: The last kind that must have been recognised before; those before *kind* have
            been anyway.
        whole_text: Run once for the whole text where it holds a trigger, or has none.
        evidence: Says why a candidate has its borders, for ``explain``.
        examples: Texts and the whole objects that the rule must find there, each once.
        counterexamples: Texts in which the rule must find nothing.

    Raises:
        RuleError: Where the rule has neither pattern nor match, or both, or no trigger.
        PatternError: Where the pattern is wrong.
    """

    id: str
    kind: str
    triggers: tuple[str, ...] = field(default=(), converter=_strings)
    match: Match | None = None
    pattern: Matcher | None = field(default=None, converter=_as_matcher, kw_only=True)
    values: Mapping[str, str] = field(factory=dict, kw_only=True)
    build: Build | None = field(default=None, kw_only=True)
    priority: int = field(default=USER_PRIORITY, kw_only=True)
    after: str | None = field(default=None, kw_only=True)
    whole_text: bool = field(default=False, kw_only=True)
    evidence: Evidence | None = field(default=None, kw_only=True)
    examples: tuple[Example, ...] = field(default=(), converter=as_examples, kw_only=True)
    counterexamples: tuple[str, ...] = field(default=(), converter=_strings, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if (self.match is None) == (self.pattern is None):
            raise RuleError(f"rule {self.id!r} needs a pattern or a match function, one of them")
        if self.pattern is not None and not self.triggers:
            object.__setattr__(self, "triggers", self.pattern.triggers)
        if not self.triggers and not self.whole_text:
            raise RuleError(
                f"rule {self.id!r} has no trigger: its pattern has no word that stands in every "
                'match; give triggers = ["…"], literal strings one of which every match holds'
            )
        if not all(self.triggers):
            raise RuleError(f"rule {self.id!r} has an empty trigger; name a literal string")
        if self.build is not None and self.kind in KINDS:
            raise RuleError(
                f"rule {self.id!r} builds an object of its own but is of the kind {self.kind!r}, "
                "whose objects the library builds; name a kind of your own"
            )

    @property
    def needs(self) -> frozenset[str]:
        """Kinds whose objects the rule looks for, beside those that come before its own."""
        kinds = self.pattern.kinds if self.pattern is not None else frozenset()
        return kinds | {self.after} if self.after else kinds


def _as_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rules)


@frozen
class RuleSet:
    """An immutable, ordered set of rules: ``default_rules() + [my_rule]``."""

    rules: tuple[Rule, ...] = field(default=(), converter=_as_rules)

    @rules.validator
    def _unique(self, _attribute: object, rules: tuple[Rule, ...]) -> None:
        seen: set[str] = set()
        for rule in rules:
            if rule.id in seen:
                raise RuleError(
                    f"rule id {rule.id!r} occurs twice in the set; give each rule an id of "
                    "its own, or use replace()"
                )
            seen.add(rule.id)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, rule_id: object) -> bool:
        return any(rule.id == rule_id for rule in self.rules)

    def __getitem__(self, rule_id: str) -> Rule:
        """Return the rule with that id; ``KeyError`` where the set has none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        hint = did_you_mean(rule_id, [rule.id for rule in self.rules])
        raise KeyError(
            f"the set has no rule {rule_id!r}{hint or '; thaigov-extract rules list names all'}"
        )

    def __add__(self, other: Iterable[Rule]) -> RuleSet:
        return evolve(self, rules=(*self.rules, *other))

    def without(self, rule_id: str) -> RuleSet:
        """Return the set less one rule; ``KeyError`` where it has no such rule."""
        self[rule_id]
        return evolve(self, rules=tuple(rule for rule in self.rules if rule.id != rule_id))

    def replace(self, rule: Rule) -> RuleSet:
        """Return the set with *rule* in the place of the one with the same id."""
        self[rule.id]
        return evolve(self, rules=tuple(rule if rule.id == old.id else old for old in self.rules))


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return the end of a message that names the word most like one that is not there, or nothing."""
    import difflib

    close = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
