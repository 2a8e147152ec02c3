"""What goes without saying in a pattern rule of one of the library's own kinds."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from .candidate import Candidate
from .context import Context
from .model import Record
from .rule import Found, Rule


def complete(context: Context, rule: Rule, found: Found) -> Candidate | None:
    """Make the candidate of a pattern's match.

    A date gets its ``iso`` and ``calendar`` from the slots ``day``, ``month`` and ``year``
    (without a year: that of the release); bodies and posts are of the form ``full`` unless
    the rule says another; a term begins and ends with its slot ``thai`` and gets a kind; a
    post begins and ends with its slot ``title``.

    Args:
        context: The text.
        rule: A rule with a pattern.
        found: Its match, in folded offsets.

    Returns:
        The candidate, or ``None`` where the slots make no object (no such day) or the rule's
        ``build`` declines.
    """
    values: Mapping[str, str] = {**rule.values, **found.values}
    start, end = found.start, found.end
    if rule.kind in ("agency", "title"):
        values = {"form": "full", **values}
    elif rule.kind == "date" and "iso" not in values:
        from .rules.dates import date_values

        dated = date_values(context, found.slots)
        if dated is None:
            return None
        values = {**values, **dated}
    elif rule.kind == "term":
        from .term_kind import kind_of

        start, end = found.slots.get("thai", (start, end))
        parts = {s: context.text[slice(*found.slots[s])] for s in found.slots}
        named = kind_of(
            context.text[start:end], parts.get("english"), parts.get("abbreviation"), None
        )
        values = {"kind": named, **values}
    elif rule.kind == "post":
        start, end = found.slots.get("title", (start, end))
    candidate = Candidate(rule.kind, start, end, rule.id, found.slots, values)
    if rule.build is None:
        return candidate
    built = rule.build(record_of(context, candidate))
    return None if built is None else evolve(candidate, built=built)


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
