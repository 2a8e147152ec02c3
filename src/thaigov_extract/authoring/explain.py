"""Which rule made an object, at which trigger, on which evidence, and what it overruled."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ..candidate import Candidate
from ..context import Context
from ..example import state
from ..extractor import Extractor
from ..fold import fold
from ..model import Span
from ..overlap import meet, reason
from ..pattern import Pattern
from ..release import Release, read
from ..rule import Rule
from ..word_list import WordList


@frozen
class Rival:
    """A candidate that overlapped.

    Attributes:
        text: Its characters.
        rule: Id of the rule that made it.
        reason: Why the winner won.
    """

    text: str
    rule: str
    reason: str


@frozen
class Explanation:
    """How one candidate came about.

    Attributes:
        kind: Kind of the object.
        span: Where it stands in the text as given.
        rule: Id of the rule that made it.
        priority: The rule's priority.
        trigger: The trigger at which the rule ran; ``None`` where it looks at the whole text.
        object: The whole object as an example states it.
        evidence: Pairs of a border or a field, and what decided it.
        overruled: What it won over.
        overruled_by: What won over it; ``None`` where it stands.
        confidence: 0 to 1 where a choice was made.
    """

    kind: str
    span: Span
    rule: str
    priority: int
    trigger: Span | None
    object: dict[str, str]
    evidence: tuple[tuple[str, str], ...] = ()
    overruled: tuple[Rival, ...] = ()
    overruled_by: Rival | None = None
    confidence: float = field(default=1.0)

    def __str__(self) -> str:
        """The explanation as lines for a person."""
        head = f"{self.kind}  «{self.span.text}»  [{self.span.start}:{self.span.end}]"
        trigger = (
            f"«{self.trigger.text}» at {self.trigger.start}" if self.trigger else "the whole text"
        )
        lines = [
            head,
            f"  rule        {self.rule} (priority {self.priority})",
            f"  trigger     {trigger}",
        ]
        if self.confidence < 1:
            lines.append(f"  confidence  {self.confidence:.2f}")
        lines += [f"  {name:11s} {value}" for name, value in self.object.items() if name != "text"]
        lines += [f"  because     {what}: {why}" for what, why in self.evidence]
        lines += [f"  overruled   {r.rule} «{r.text}»: {r.reason}" for r in self.overruled]
        if self.overruled_by is not None:
            r = self.overruled_by
            lines.append(f"  LOST to     {r.rule} «{r.text}»: {r.reason}")
        return "\n".join(lines)


def explain(
    extractor: Extractor,
    text: str | bytes | Release,
    *,
    find: str | None = None,
    at: int | None = None,
) -> tuple[Explanation, ...]:
    """Explain what the rules found in a release.

    Args:
        extractor: The rules.
        text: The release.
        find: Only what overlaps this string, wherever it stands, overruled candidates too.
        at: Only what covers this offset of the text as given, overruled candidates too.

    Returns:
        One explanation per candidate, in text order; those that stand, unless *find* or *at*
        asks for a place.
    """
    release = text if isinstance(text, Release) else read(text)
    context = extractor.recognise(release.text, release.published)
    teller = _Teller(extractor, context)
    wanted = None if find is None and at is None else _places(context, find, at)
    told = []
    for candidate in _everything(context):
        stands = candidate in context.found(candidate.kind)
        if wanted is None:
            if not stands:
                continue
        elif not _touches(candidate, wanted):
            continue
        told.append(teller.tell(candidate, stands))
    return tuple(told)


def _everything(context: Context) -> list[Candidate]:
    return sorted(
        (c for candidates in context.everything.values() for c in candidates),
        key=lambda c: (c.start, -c.end, c.kind, c.rule),
    )


def _touches(candidate: Candidate, places: list[tuple[int, int]]) -> bool:
    """Whether a candidate overlaps one of the places; the two sides of a term are part of it."""
    spans = [(candidate.start, candidate.end)]
    if candidate.kind == "term":
        spans += candidate.slots.values()
    return any(first < end and start < last for first, last in spans for start, end in places)


def _places(context: Context, find: str | None, at: int | None) -> list[tuple[int, int]]:
    """Folded ranges that were asked for."""
    places = []
    if find:
        needle = fold(find).text
        start = context.text.find(needle)
        while start >= 0:
            places.append((start, start + len(needle)))
            start = context.text.find(needle, start + len(needle))
    if at is not None:
        for start in range(len(context.text)):
            first, last = context.folded.raw_range(start, start + 1)
            if first <= at < last:
                places.append((start, start + 1))
                break
    return places


class _Teller:
    def __init__(self, extractor: Extractor, context: Context) -> None:
        self.context = context
        self.rules = {rule.id: rule for rule in extractor.rules}
        self.priorities = {rule.id: rule.priority for rule in extractor.rules}

    def tell(self, candidate: Candidate, stands: bool) -> Explanation:
        context = self.context
        rule = self.rules[candidate.rule]
        return Explanation(
            kind=candidate.kind,
            span=context.span(candidate.start, candidate.end),
            rule=rule.id,
            priority=rule.priority,
            trigger=self._trigger(rule, candidate),
            object=state(context.text, candidate),
            evidence=tuple(self._evidence(rule, candidate)),
            overruled=tuple(dict.fromkeys(self._overruled(candidate))) if stands else (),
            overruled_by=None if stands else self._winner(candidate),
            confidence=candidate.confidence,
        )

    def _trigger(self, rule: Rule, candidate: Candidate) -> Span | None:
        """The longest trigger in the candidate, or else the last one before it on its line."""
        if rule.whole_text:
            return None
        text = self.context.text
        inside = [
            (text.find(t, candidate.start, candidate.end), t)
            for t in rule.triggers
            if t in text[candidate.start : candidate.end]
        ]
        if inside:
            place, trigger = min(inside, key=lambda pair: (pair[0], -len(pair[1])))
        else:
            line = text.rfind("\n", 0, candidate.start) + 1
            before = [(text.rfind(t, line, candidate.start), t) for t in rule.triggers]
            place, trigger = max(before, default=(-1, ""))
        return self.context.span(place, place + len(trigger)) if place >= 0 else None

    def _evidence(self, rule: Rule, candidate: Candidate) -> Iterator[tuple[str, str]]:
        context = self.context
        if rule.evidence is not None:
            yield from rule.evidence(context, candidate)
        elif isinstance(rule.pattern, Pattern):
            yield "pattern", rule.pattern.source
            for slot, (start, end) in sorted(candidate.slots.items(), key=lambda item: item[1]):
                yield slot, f"«{context.text[start:end]}»"
        elif isinstance(rule.pattern, WordList):
            yield "start", "an entry of the rule's word list stands here"
            yield "end", "no longer known name begins here, and no Thai sign goes on after it"

    def _overruled(self, winner: Candidate) -> Iterator[Rival]:
        for loser in self.context.everything.get(winner.kind, ()):
            if loser != winner and meet(winner, loser):
                why = reason(winner, loser, self.priorities)
                yield Rival(self._text(loser), loser.rule, why)

    def _winner(self, loser: Candidate) -> Rival:
        for winner in self.context.found(loser.kind):
            if meet(winner, loser):
                return Rival(
                    self._text(winner), winner.rule, reason(winner, loser, self.priorities)
                )
        for kind in ("agency", "official"):
            for winner in self.context.found(kind):
                if kind != loser.kind and winner.start < loser.end and loser.start < winner.end:
                    why = f"it is part of the {kind}"
                    return Rival(self._text(winner), winner.rule, why)
        return Rival("", loser.rule, "the kinds were settled against it")

    def _text(self, candidate: Candidate) -> str:
        return self.context.text[candidate.start : candidate.end]
