"""Which of the candidates stand: one total order within a kind, five laws between kinds.

Within a kind, of two candidates that overlap the one stands that is first by

1. the higher priority of its rule (shipped rules: -1 to 1; a rule of a user: 10 unless it
   says another),
2. the longer stretch of text,
3. the higher confidence,
4. the earlier start,
5. the rule's id, by the alphabet.

Posts overlap where they are posts of one person: several people may share a title.  Terms
overlap where they share the English name: ``X (XYZ) (Xylophone Youth Zone)`` is two pairs.

Between kinds, where neither rule has the higher priority,

- a person inside the full name of a body is part of that name (``มูลนิธินายแพทย์…``),
- a body that overlaps a person is no body,
- a post inside the name of an office is part of that name (``สำนักนายกรัฐมนตรี``),
- the initials of a post (``ปลัดกระทรวงวัฒนธรรม (ปวธ.)``) are no body,
- a ministry after ``รัฐมนตรีว่าการ`` stands beside the body whose name holds both.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import attrgetter

from .candidate import Candidate
from .context import Context

Priorities = Mapping[str, int]
"""Priority by rule id; 0 for an id that is not there."""

_OFFICES = ("สำนัก", "บ้าน", "ทำเนียบ", "ตึก", "มูลนิธิ", "สมาคม", "ศาล", "ฝ่าย", "กอง")


def order(candidate: Candidate, priorities: Priorities) -> tuple[int, int, float, int, str]:
    """Return the sort key of the total order; the lesser one wins."""
    return (
        -priorities.get(candidate.rule, 0),
        candidate.start - candidate.end,
        -candidate.confidence,
        candidate.start,
        candidate.rule,
    )


_REASONS = ("higher priority", "longer", "higher confidence", "earlier", "rule id")
"""What each place of :func:`order` means, for people."""


def without_overlaps(
    candidates: Iterable[Candidate], priorities: Priorities
) -> tuple[Candidate, ...]:
    """Keep the best of each group of overlapping candidates of one kind, in text order."""
    standing: list[Candidate] = []
    contested: list[Candidate] = []
    group: list[Candidate] = []
    reach = -1
    # most candidates meet no other: only those that do need the order
    for candidate in sorted(candidates, key=_begin):
        start, end = candidate.start, candidate.end
        if candidate.kind == "term":
            start, end = ground(candidate)
        if start >= reach:
            if group:
                (standing if len(group) == 1 else contested).extend(group)
                group = []
            reach = end
        elif end > reach:
            reach = end
        group.append(candidate)
    (standing if len(group) == 1 else contested).extend(group)
    if contested:
        standing += _best(contested, priorities)
    standing.sort(key=attrgetter("start"))
    if any(one.start == other.start for one, other in pairwise(standing)):
        # posts of two people, terms of one Thai name: these stand in their order
        standing.sort(key=lambda c: (c.start, order(c, priorities)))
    return tuple(standing)


def _begin(candidate: Candidate) -> int:
    return candidate.start if candidate.kind != "term" else ground(candidate)[0]


def _best(contested: Iterable[Candidate], priorities: Priorities) -> Iterator[Candidate]:
    """Yield, by the order, each candidate that meets none of those before it."""
    claimed: dict[tuple[int, int] | None, tuple[list[int], list[int]]] = {}
    for candidate in sorted(contested, key=lambda c: order(c, priorities)):
        start, end = ground(candidate)
        starts, ends = claimed.setdefault(holder(candidate), ([], []))
        if start < end:
            # what is claimed lies apart, so only the neighbours can be met
            place = bisect_right(starts, start)
            if (place and ends[place - 1] > start) or (place < len(starts) and starts[place] < end):
                continue
            starts.insert(place, start)
            ends.insert(place, end)
        yield candidate


def holder(candidate: Candidate) -> tuple[int, int] | None:
    """Return whose post a candidate is: the posts of two people may share a title."""
    return candidate.slots.get("official") if candidate.kind == "post" else None


def ground(candidate: Candidate) -> tuple[int, int]:
    """Return the stretch that a candidate claims: of a term the side that is not Thai."""
    if candidate.kind != "term":
        return candidate.start, candidate.end
    sides = [candidate.slots[s] for s in ("english", "abbreviation") if s in candidate.slots]
    if not sides:
        return candidate.start, candidate.end
    return min(start for start, _ in sides), max(end for _, end in sides)


def meet(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of one kind claim the same ground, so that one of them must go."""
    if holder(one) != holder(other):
        return False
    (start, end), (first, last) = ground(one), ground(other)
    return start < last and first < end


def reason(winner: Candidate, loser: Candidate, priorities: Priorities) -> str:
    """Say which law of the order decided between two candidates."""
    for place, (mine, theirs) in enumerate(
        zip(order(winner, priorities), order(loser, priorities), strict=True)
    ):
        if mine != theirs:
            return f"priority {-mine} over {-theirs}" if place == 0 else _REASONS[place]  # type: ignore[operator]
    return "the same twice"


def overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates share a character."""
    return one.start < other.end and other.start < one.end


class Reach:
    """How far the stretches of a text reach: what cannot overlap is told by one look-up.

    Args:
        stretches: Candidates in any order.
    """

    def __init__(self, stretches: Iterable[Candidate]) -> None:
        ordered = sorted([(c.start, c.end) for c in stretches])
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate([end for _, end in ordered], max))

    def before(self, place: int) -> int:
        """Return the farthest end of the stretches that start before *place*; -1 where none does."""
        count = bisect_left(self._starts, place)
        return self._reach[count - 1] if count else -1


def outside_names(
    officials: Iterable[Candidate], agencies: Sequence[Candidate], priorities: Priorities
) -> tuple[Candidate, ...]:
    """Drop people whose name is part of the full name of a body."""
    bodies = Reach(agencies)
    return tuple(
        person
        for person in officials
        if bodies.before(person.start) < person.end
        or not any(
            body.start < person.start
            and person.end <= body.end
            and body.values.get("form", "full") == "full"
            and not _outranks(person, body, priorities)
            for body in agencies
        )
    )


def settle(context: Context, priorities: Priorities) -> dict[str, tuple[Candidate, ...]]:
    """Decide between the kinds.

    Args:
        context: A text whose officials, agencies, titles and terms have been recognised.
        priorities: Priority by rule id.

    Returns:
        What stands now, by kind.
    """
    officials = outside_names(context.found("official"), context.found("agency"), priorities)
    people = Reach(officials)
    agencies = tuple(
        body
        for body in sorted(
            (*context.found("agency"), *_ministers_own(context)), key=lambda c: c.start
        )
        if people.before(body.end) <= body.start
        or not any(
            overlap(body, person) and not _outranks(body, person, priorities)
            for person in officials
        )
    )
    titles = standing_titles(context.text, context.found("title"), agencies, priorities)
    initials = {context.text[t.start : t.end] for t in titles if t.rule == "title.initials"}
    if initials:
        agencies = tuple(b for b in agencies if context.text[b.start : b.end] not in initials)
    return {"official": officials, "agency": agencies, "title": titles}


def standing_titles(
    text: str, titles: Iterable[Candidate], agencies: Sequence[Candidate], priorities: Priorities
) -> tuple[Candidate, ...]:
    """Drop posts that are part of an office's name."""
    offices = [body for body in agencies if text.startswith(_OFFICES, body.start)]
    reach = Reach(offices)
    return tuple(
        title
        for title in titles
        if reach.before(title.start) < title.end
        or not any(
            office.start < title.start
            and title.end <= office.end
            and not _outranks(title, office, priorities)
            for office in offices
        )
    )


def _outranks(one: Candidate, other: Candidate, priorities: Priorities) -> bool:
    return priorities.get(one.rule, 0) > max(1, priorities.get(other.rule, 0))


def _ministers_own(context: Context) -> list[Candidate]:
    """Ministries inside the name of another body: ``คณะทำงานรัฐมนตรีว่าการกระทรวง…``."""
    text = context.text
    outer = Reach(context.found("agency"))
    return [
        body
        for body in context.everything.get("agency", ())
        if text.startswith("กระทรวง", body.start)
        and text.endswith("ว่าการ", 0, body.start)
        and outer.before(body.start) >= body.end
    ]
