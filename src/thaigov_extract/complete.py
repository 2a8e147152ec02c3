"""What goes without saying in a pattern rule of one of the library's own kinds."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from .candidate import Candidate
from .context import Context
from .model import Record
from .rule import Found, Rule
from .rules.dates import date_values
from .term_kind import kind_of

_PARTS = {
    "official": ("prefix", "given", "family"),
    "date": ("day", "month", "year"),
    "term": ("thai",),
    "post": ("title",),
}
"""Slots that together are the object; what a pattern matches around them is its context."""


def complete(context: Context, rule: Rule, found: Found) -> Candidate | None:
    """Make the candidate of a pattern's match.

    The object is what the slot with the name of its kind holds (``{agency:thai}``), or from
    the first to the last of its parts (``prefix``, ``given``, ``family``; ``day``, ``month``,
    ``year``; ``thai`` of a term, ``title`` of a post), or else the whole match.  A date gets
    its ``iso`` and ``calendar`` from its parts (without a year: that of the release); bodies
    and posts are of the form ``full`` unless the rule says another; a term gets a kind.

    Args:
        context: The text.
        rule: A rule with a pattern.
        found: Its match, in folded offsets.

    Returns:
        The candidate, or ``None`` where the slots make no object (no such day, a post of
        nobody) or the rule's ``build`` declines.
    """
    slots = dict(found.slots)
    own = [slots.pop(rule.kind)] if rule.kind in slots else []
    own = own or [slots[part] for part in _PARTS.get(rule.kind, ()) if part in slots]
    start = min((first for first, _ in own), default=found.start)
    end = max((last for _, last in own), default=found.end)
    if rule.kind == "term":
        slots["thai"] = start, end
    values = _values(context, rule, {**rule.values, **found.values}, (start, end), slots)
    if values is None or start == end or (rule.kind == "post" and "official" not in slots):
        return None
    candidate = Candidate(rule.kind, start, end, rule.id, slots, values)
    if rule.build is None:
        return candidate
    built = rule.build(record_of(context, candidate))
    return None if built is None else evolve(candidate, built=built)


def _values(
    context: Context,
    rule: Rule,
    values: dict[str, str],
    place: tuple[int, int],
    slots: Mapping[str, tuple[int, int]],
) -> dict[str, str] | None:
    if rule.kind in ("agency", "title"):
        return {"form": "full", **values}
    if rule.kind == "date" and "iso" not in values:
        dated = date_values(context, slots)
        return None if dated is None else {**values, **dated}
    if rule.kind == "term" and "kind" not in values:
        parts = {s: context.text[slice(*slots[s])] for s in slots}
        thai = context.text[slice(*place)]
        kind = kind_of(thai, parts.get("english"), parts.get("abbreviation"))
        return {**values, "kind": kind}
    return values


def record_of(context: Context, candidate: Candidate) -> Record:
    """Return a candidate of a user's own kind with its offsets in the text as given."""
    whole = context.span(candidate.start, candidate.end)
    return Record(
        kind=candidate.kind,
        text=whole.text,
        start=whole.start,
        end=whole.end,
        slots={
            name: context.span(start, end)
            for name, (start, end) in candidate.slots.items()
            if start < end
        },
        values=dict(candidate.values),
        rule=candidate.rule,
        confidence=candidate.confidence,
        value=candidate.built,
    )
