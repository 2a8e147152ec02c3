"""Prove rules: their examples, their counter-examples, their bounds, and their peace with others."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, get_args

from attrs import frozen

from ..candidate import Candidate
from ..context import Context
from ..example import Example, Stated, state
from ..extractor import Extractor
from ..model import Calendar, Status, TermKind
from ..overlap import meet, reason
from ..pattern import Pattern
from ..pattern_syntax import PatternError
from ..rule import KINDS, Rule, RuleError, RuleSet
from .pattern_safety import runaways

What = Literal["met", "problem", "note"]

_SLOTS: Mapping[str, frozenset[str]] = {
    "official": frozenset(["official", "prefix", "given", "family"]),
    "title": frozenset(["title"]),
    "agency": frozenset(["agency"]),
    "date": frozenset(["date", "day", "month", "year"]),
    "term": frozenset(["term", "thai", "english", "abbreviation"]),
    "post": frozenset(["post", "official", "title", "agency", "agency2", "agency3"]),
}
_VALUES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "official": {},
    "title": {"form": ("full", "clipped", "bare", "held"), "status": ("former",)},
    "agency": {"form": ("full", "clipped", "abbreviation"), "name": (), "english": (), "id": ()},
    "date": {"iso": (), "calendar": get_args(Calendar)},
    "term": {"kind": get_args(TermKind)},
    "post": {"status": get_args(Status)},
}
"""Values that a rule of each kind may set, with the words allowed (none: any)."""


@frozen
class Finding:
    """One thing that the check says of a rule.

    Attributes:
        subject: What was checked: ``proof``, ``slots``, ``pattern``, ``example 1``…
        what: ``met``, ``problem`` or ``note`` (a conflict that the rule wins, worth knowing).
        message: Lines for a person; the first says what, the others expected and found.
    """

    subject: str
    what: What
    message: str


@frozen
class Report:
    """What the check says of one rule.

    Attributes:
        rule: The rule.
        findings: In the order of the checks.
    """

    rule: Rule
    findings: tuple[Finding, ...]

    @property
    def problems(self) -> tuple[Finding, ...]:
        """The findings that must be mended."""
        return tuple(finding for finding in self.findings if finding.what == "problem")

    @property
    def ok(self) -> bool:
        """Whether nothing must be mended."""
        return not self.problems


def check(rules: Iterable[Rule], within: RuleSet | None = None) -> tuple[Report, ...]:
    """Check rules where they will run.

    Args:
        rules: The rules to prove.
        within: The whole set in which they will run; where ``None``, the shipped rules and
            these.

    Returns:
        One report per rule, in their order.

    Raises:
        RuleError: Where the set cannot be built.
    """
    from ..rules import default_rules

    rules = tuple(rules)
    if within is None:
        shipped = default_rules()
        new = [rule for rule in rules if rule.id not in shipped]
        for rule in rules:
            if rule.id in shipped:
                shipped = shipped.replace(rule)
        within = shipped + new
    trial = Trial(rules, within)
    return tuple(Report(rule, tuple(trial.findings(rule))) for rule in rules)


class Trial:
    """Checks the rules of a set one by one.

    Args:
        rules: The rules to prove.
        within: The whole set in which they will run.

    Raises:
        RuleError: Where the set cannot be built.
    """

    def __init__(self, rules: Sequence[Rule], within: RuleSet) -> None:
        self.rules = rules
        self.within = within
        self.priorities = {rule.id: rule.priority for rule in within}
        self.extractor = Extractor(within)

    def findings(self, rule: Rule) -> Iterator[Finding]:
        """Yield all that is to be said of a rule."""
        yield from self.form(rule)
        for number in range(len(rule.examples)):
            yield self.example(rule, number)
        for number in range(len(rule.counterexamples)):
            yield self.counterexample(rule, number)
        yield from self.conflicts(rule)

    # -- the form ----------------------------------------------------------------------------

    def form(self, rule: Rule) -> Iterator[Finding]:
        """Check what needs no text: proof, slots, values, and the bounds of the pattern."""
        missing = [
            name
            for name, proof in (
                ("example", rule.examples),
                ("counter-example", rule.counterexamples),
            )
            if not proof
        ]
        if missing:
            yield Finding("proof", "problem", f"has no {' and no '.join(missing)}; add one")
        yield from self._names(rule)
        if isinstance(rule.pattern, Pattern):
            hints = tuple(example.text for example in rule.examples)
            bad = runaways(rule.pattern.compiled(), hints)
            if bad:
                yield Finding("pattern", "problem", "can run away: " + "\n".join(bad))
            else:
                yield Finding("pattern", "met", "bounded")

    def _names(self, rule: Rule) -> Iterator[Finding]:
        if rule.pattern is None or rule.kind not in KINDS:
            return
        allowed = _SLOTS[rule.kind]
        for slot in sorted(rule.pattern.slots - allowed):
            yield Finding(
                "slots",
                "problem",
                f"a rule of the kind {rule.kind!r} has no slot {slot!r}; there are "
                f"{', '.join(sorted(allowed))}; write {{_:…}} for a part that is no field",
            )
        if rule.kind == "term" and not rule.pattern.slots & {"english", "abbreviation"}:
            yield Finding("slots", "problem", "a term needs a slot english or abbreviation")
        if rule.kind == "post" and not {"official", "title"} <= rule.pattern.slots:
            yield Finding("slots", "problem", "a post needs the slots official and title")
        values = _VALUES[rule.kind]
        for name, value in rule.values.items():
            if name not in values:
                known = ", ".join(values) or "none"
                yield Finding(
                    "values",
                    "problem",
                    f"a rule of the kind {rule.kind!r} has no value {name!r}; there are {known}",
                )
            elif values[name] and value not in values[name]:
                yield Finding(
                    "values",
                    "problem",
                    f"{name} = {value!r} is none of {', '.join(values[name])}",
                )

    # -- examples ----------------------------------------------------------------------------

    def example(self, rule: Rule, number: int) -> Finding:
        """Check one example of a rule, counted from 0."""
        example = rule.examples[number]
        subject = f"example {number + 1}"
        try:
            context = self.extractor.recognise(example.text, example.published)
        except RuleError as error:
            return Finding(subject, "problem", str(error))
        found = [state(context.text, c) for c in self._made_by(rule, context)]
        expected = list(example.objects)
        if found == expected:
            return Finding(subject, "met", _clip(example.text))
        lines = [f"«{_clip(example.text)}»"]
        for stated in expected:
            if expected.count(stated) > found.count(stated):
                lines.append(f"expected  {_show(stated)}")
                lines += self._why_not(rule, context, stated)
        for stated in found:
            if found.count(stated) > expected.count(stated):
                lines.append(f"found     {_show(stated)}")
        if len(lines) == 1:
            lines.append("the objects are right but in another order; list them in text order")
        return Finding(subject, "problem", "\n".join(lines))

    def counterexample(self, rule: Rule, number: int) -> Finding:
        """Check one counter-example of a rule, counted from 0."""
        text = rule.counterexamples[number]
        subject = f"counter-example {number + 1}"
        try:
            context = self.extractor.recognise(text)
        except RuleError as error:
            return Finding(subject, "problem", str(error))
        found = [state(context.text, c) for c in self._made_by(rule, context)]
        if not found:
            return Finding(subject, "met", _clip(text))
        lines = [f"«{_clip(text)}»", "expected  nothing"]
        lines += [f"found     {_show(stated)}" for stated in found]
        return Finding(subject, "problem", "\n".join(lines))

    def _made_by(self, rule: Rule, context: Context) -> list[Candidate]:
        return [c for c in context.found(rule.kind) if c.rule == rule.id]

    def _why_not(self, rule: Rule, context: Context, stated: Stated) -> Iterator[str]:
        """Say what became of an object that is missing: overruled, other fields, or no match."""
        own = [c for c in context.everything.get(rule.kind, ()) if c.rule == rule.id]
        standing = self._made_by(rule, context)
        for candidate in own:
            if candidate not in standing and state(context.text, candidate) == stated:
                yield "overruled " + self._overruled(context, candidate)
                return
        near = _nearest(context, stated, rule)
        if near is not None:
            by = "this rule" if near.rule == rule.id else near.rule
            yield f"nearest   {_show(state(context.text, near))}, {near.kind} by {by}"
        if not own:
            yield "because   " + _how_far(rule, context)

    def _overruled(self, context: Context, loser: Candidate) -> str:
        for winner in context.found(loser.kind):
            if meet(winner, loser):
                why = reason(winner, loser, self.priorities)
                return f"by {winner.rule}: {_show(state(context.text, winner))} ({why})"
        for kind in ("agency", "official", "title"):
            for winner in context.found(kind):
                if kind != loser.kind and winner.start < loser.end and loser.start < winner.end:
                    return f"by {winner.rule}: it is part of {_show(state(context.text, winner))}"
        return "when the kinds were settled"

    # -- others ------------------------------------------------------------------------------

    def conflicts(self, rule: Rule) -> Iterator[Finding]:
        """Overlaps with other rules in this rule's examples, and what it takes from theirs."""
        seen: set[tuple[str, str]] = set()
        for example in rule.examples:
            context = self.extractor.recognise(example.text, example.published)
            for mine in self._made_by(rule, context):
                for other in context.everything.get(rule.kind, ()):
                    if other.rule == rule.id or other in context.found(rule.kind):
                        continue
                    spelled = context.text[other.start : other.end]
                    if meet(mine, other) and (other.rule, spelled) not in seen:
                        seen.add((other.rule, spelled))
                        yield Finding(
                            "conflict",
                            "note",
                            f"wins over {other.rule} «{_clip(spelled)}»: {reason(mine, other, self.priorities)}",
                        )
        mine_ids = {r.id for r in self.rules}
        for other_rule in self.within:
            if other_rule.kind != rule.kind or other_rule.id in mine_ids:
                continue
            for example in other_rule.examples:
                yield from self._taken(rule, other_rule, example)

    def _taken(self, rule: Rule, other: Rule, example: Example) -> Iterator[Finding]:
        context = self.extractor.recognise(example.text, example.published)
        mine = self._made_by(rule, context)
        if not mine:
            return
        found = [state(context.text, c) for c in self._made_by(other, context)]
        for stated in example.objects:
            if stated in found:
                continue
            for winner in mine:
                spelled = context.text[winner.start : winner.end]
                if state(context.text, winner) == stated:
                    continue  # the same object, by another rule
                if spelled in stated["text"] or stated["text"] in spelled:
                    loser = next(
                        (
                            c
                            for c in context.everything.get(rule.kind, ())
                            if c.rule == other.id and meet(winner, c)
                        ),
                        None,
                    )
                    why = (
                        reason(winner, loser, self.priorities) if loser else "it stands alone there"
                    )
                    yield Finding(
                        "conflict",
                        "problem",
                        f"takes an example of {other.id}: «{_clip(example.text)}»\n"
                        f"expected  {_show(stated)}\n"
                        f"found     {_show(state(context.text, winner))} ({why})",
                    )


def _nearest(context: Context, stated: Stated, rule: Rule) -> Candidate | None:
    """What was found that is most like the object that is missing."""
    best, best_ratio = None, 0.3
    for kind, candidates in context.everything.items():
        for candidate in candidates:
            spelled = context.text[candidate.start : candidate.end]
            ratio = difflib.SequenceMatcher(None, spelled, stated["text"]).ratio()
            ratio += 0.3 * (candidate.rule == rule.id) + 0.1 * (kind == rule.kind)
            if ratio > best_ratio:
                best, best_ratio = candidate, ratio
    return best


def _how_far(rule: Rule, context: Context) -> str:
    """Say where a rule stopped in a text in which it finds nothing."""
    place, trigger = next(
        ((context.text.find(t), t) for t in rule.triggers if t in context.text), (-1, "")
    )
    if rule.triggers and place < 0:
        shown = ", ".join(rule.triggers[:3]) + ("…" if len(rule.triggers) > 3 else "")
        return f"none of its triggers ({shown}) stands in the text"
    if not isinstance(rule.pattern, Pattern):
        return f"it declines at its trigger «{trigger}»"
    compiled = rule.pattern.compiled()
    for cut in reversed(compiled.cuts[:-1]):
        try:
            shorter = Pattern(compiled.source[:cut], rule.pattern.fragments)
            found = next(iter(shorter.find(context, place, place)), None)
        except PatternError:
            continue
        if found is not None and found.end > found.start:
            rest = compiled.source[cut:]
            return (
                f"its pattern fits up to «{_clip(context.text[found.start : found.end])}», "
                f"then «{_clip(rest)}» does not fit «{_clip(context.text[found.end :], 30)}»"
            )
    return f"its pattern does not fit at its trigger «{trigger}»"


def _show(stated: Stated) -> str:
    return "{ " + ", ".join(f'{name} = "{value}"' for name, value in stated.items()) + " }"


def _clip(text: str, most: int = 90) -> str:
    even = " ".join(text.split())
    return even if len(even) <= most else even[: most - 1] + "…"
