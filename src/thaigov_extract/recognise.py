"""Run the rules where their triggers stand and decide overlaps."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from .aliases import alias_mentions
from .candidate import Candidate
from .context import Context
from .lexicon import Lexicon
from .scan import Hit

ORDER = ("date", "official", "agency", "title")
"""Kinds in the order of recognition: a later kind may look at the earlier ones."""


@frozen
class Recognised:
    """What the rules found in one folded text.

    Attributes:
        all: Every candidate of a kind, before overlaps are decided.
        chosen: The candidates of a kind that stand, in text order, without overlaps.
    """

    all: Mapping[str, tuple[Candidate, ...]] = field(factory=dict)
    chosen: Mapping[str, tuple[Candidate, ...]] = field(factory=dict)


def recognise(
    text: str,
    hits: Mapping[str, Iterable[Hit]],
    lexicon: Lexicon,
    published: datetime.date | None = None,
) -> Recognised:
    """Turn trigger hits into candidates.

    Args:
        text: Folded text.
        hits: What :meth:`.scan.Scanner.scan` returned for it.
        lexicon: The shipped word lists.
        published: Date of the release's date line.

    Returns:
        Candidates by kind, offsets in the folded text.
    """
    everything: dict[str, tuple[Candidate, ...]] = {}
    chosen: dict[str, tuple[Candidate, ...]] = {}
    found: dict[str, dict[int, Candidate]] = {}
    context = Context(text=text, lexicon=lexicon, published=published, found=found)
    for kind in (*ORDER, *(k for k in hits if k not in ORDER)):
        yielded: list[Candidate] = []
        priority: dict[str, int] = {}
        for hit in hits.get(kind, ()):
            priority[hit.rule.id] = hit.rule.priority
            yielded.extend(hit.rule.match(context, hit.start, hit.end))
        if kind == "agency":
            # a short form that the release defines is as good as one of the lexicon
            yielded.extend(alias_mentions(text, without_overlaps(yielded, priority)))
        everything[kind] = tuple(yielded)
        chosen[kind] = without_overlaps(yielded, priority)
        found[kind] = _longest_by_start(yielded)
    return Recognised(everything, chosen)


def without_overlaps(
    candidates: Iterable[Candidate], priority: Mapping[str, int]
) -> tuple[Candidate, ...]:
    """Keep the best of each group of overlapping candidates of one kind.

    The total order: the longer one wins, then the higher priority of its rule,
    then the higher confidence, then the earlier one, then the rule's id.
    """
    ranked = sorted(
        candidates,
        key=lambda c: (c.start - c.end, -priority.get(c.rule, 0), -c.confidence, c.start, c.rule),
    )
    taken: list[Candidate] = []
    covered: set[int] = set()
    for candidate in ranked:
        places = range(candidate.start, candidate.end)
        if covered.isdisjoint(places):
            covered.update(places)
            taken.append(candidate)
    return tuple(sorted(taken, key=lambda c: c.start))


def _longest_by_start(candidates: Iterable[Candidate]) -> dict[int, Candidate]:
    by_start: dict[int, Candidate] = {}
    for candidate in candidates:
        known = by_start.get(candidate.start)
        if known is None or candidate.end > known.end:
            by_start[candidate.start] = candidate
    return by_start
