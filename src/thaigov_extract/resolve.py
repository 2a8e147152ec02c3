"""From candidates in folded coordinates to the objects of one release in the text as given."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import cast

from attrs import evolve

from .bodies import Bodies, mention_of
from .candidate import Candidate
from .complete import record_of
from .context import Context
from .fold import Folded
from .model import (
    Agency,
    Calendar,
    DateMention,
    Extraction,
    Name,
    Official,
    Position,
    Record,
    Span,
    Status,
    TermKind,
    TermPair,
    Title,
)
from .overlap import standing_titles
from .people import Person, people_of
from .registry import bare_name, meaning
from .release import Release
from .rule import KINDS

_HEADS_IN_FULL = {
    "รมว.": "รัฐมนตรีว่าการ",
    "รมช.": "รัฐมนตรีช่วยว่าการ",
    "รมว": "รัฐมนตรีว่าการ",
    "รมช": "รัฐมนตรีช่วยว่าการ",
    "รมต.": "รัฐมนตรีประจำ",
    "ผอ.": "ผู้อำนวยการ",
    "ทปษ.": "ที่ปรึกษา",
}
_DERIVES = ("รอง", "ผู้ช่วย", "อดีต", "หัวหน้า", "คณะ")
_ADVISED = ("รัฐมนตรี", "รมว", "รมช", "รมต", "นายก", "รองนายก", "ประธาน")
"""Whose title inside that of an adviser is one of its own."""


def resolve(release: Release, context: Context) -> Extraction:
    """Tie the mentions of a release together.

    Args:
        release: What was read.
        context: Its folded text with everything that the rules found.

    Returns:
        The typed objects; every offset is in ``release.text``.
    """
    people = context.once(people_of)
    titles = _with_user_titles(context)
    posts = _posts(context, people)
    bodies = _bodies(context, titles)
    return Extraction(
        id=release.id,
        url=release.url,
        headline=release.headline,
        published=release.published.isoformat() if release.published else None,
        officials=tuple(
            _official(context, person, posts.get(i, ()), bodies) for i, person in enumerate(people)
        ),
        titles=_titles(context, titles),
        agencies=bodies.build(),
        terms=terms_of(context),
        dates=_dates(context.folded, context.found("date")),
        records=_records(context),
    )


def bodies_of(context: Context) -> tuple[Agency, ...]:
    """Return the bodies of a text alone, as :func:`resolve` ties them."""
    return _bodies(context, _with_user_titles(context)).build()


def terms_of(context: Context) -> tuple[TermPair, ...]:
    """Return the term pairs of a text alone, each once."""
    return _terms(context.folded, context.found("term"))


def _bodies(context: Context, titles: Sequence[Candidate]) -> Bodies:
    bodies = Bodies(context.folded, titles)
    others = set(_of_longer_terms(context))
    for agency in context.found("agency"):
        if agency.rule != "agency.defined-alias" or (agency.start, agency.end) not in others:
            bodies.add(agency)
    bodies.tie_terms(context.found("term"))
    bodies.tie_clipped()
    bodies.tie_begun()
    bodies.tie_known()
    return bodies


_LIKELY = 0.5
"""Probability of a term's border from which it says whose its abbreviation is."""


def _of_longer_terms(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the uses of Latin short forms of terms that only end in a body's name.

    ``เป้าหมายการพัฒนาที่ยั่งยืนแห่งสหประชาชาติ (SDGs)``: the goals are SDGs, not the body.
    """
    text = context.text
    aliases = [a for a in context.found("agency") if a.rule == "agency.defined-alias"]
    bodies = {a.end: a for a in context.found("agency") if a.values.get("form") == "full"}
    for term in context.found("term"):
        start, end = term.slots["thai"]
        short = term.slots.get("abbreviation")
        body = bodies.get(end)
        if short is None or body is None or body.start == start or term.confidence < _LIKELY:
            continue
        if body.start < start and term.values.get("kind") == "agency":
            continue
        spelled, name = text[slice(*short)], text[body.start : body.end]
        if meaning(spelled) != bare_name(name):
            yield from (
                (alias.start, alias.end)
                for alias in aliases
                if text[alias.start : alias.end] == spelled
            )


def _with_user_titles(context: Context) -> tuple[Candidate, ...]:
    """The titles that stand, and those that a post rule found by itself."""
    titles = context.found("title")
    known = {title.start for title in titles}
    found = [
        Candidate("title", post.start, post.end, post.rule, values={"form": "full"})
        for post in context.found("post")
        if post.start not in known
    ]
    return tuple(sorted((*titles, *found), key=lambda t: t.start)) if found else titles


def _posts(context: Context, people: Sequence[Person]) -> dict[int, list[Candidate]]:
    """Posts by the index of their holder, in text order; one of each title."""
    holder = {mention.start: i for i, person in enumerate(people) for mention in person.mentions}
    posts: dict[int, list[Candidate]] = {}
    for post in context.found("post"):
        person = holder.get(post.slots.get("official", (-1, -1))[0])
        if person is None:
            continue
        known = posts.setdefault(person, [])
        spelled = context.text[post.start : post.end]
        same = [i for i, p in enumerate(known) if context.text[p.start : p.end] == spelled]
        if same:
            # the first place stands; later ones may add agencies or a standing
            known[same[0]] = _filled(known[same[0]], post)
        else:
            known.append(post)
    return posts


def _filled(first: Candidate, later: Candidate) -> Candidate:
    agencies = {name: place for name, place in later.slots.items() if name.startswith("agency")}
    slots = first.slots if "agency" in first.slots else {**first.slots, **agencies}
    return evolve(first, slots=slots, values={**later.values, **first.values})


def _records(context: Context) -> tuple[Record, ...]:
    own = [kind for kind in context.standing if kind not in KINDS]
    records = (record_of(context, c) for kind in own for c in context.found(kind))
    return tuple(sorted(records, key=lambda record: (record.start, record.end, record.kind)))


# -- officials and titles --------------------------------------------------------------------------


def _official(
    context: Context, person: Person, posts: Sequence[Candidate], bodies: Bodies
) -> Official:
    folded = context.folded
    name = person.name
    whole = folded.span(name.start, name.end)
    parts = {part: folded.span(*place) for part, place in name.slots.items()}
    standing = context.once(_agencies_by_place)
    positions: list[Position] = []
    clipped: list[int] = []
    for post in posts:
        agencies = [
            standing.get(place) or Candidate("agency", *place, post.rule)
            for slot, place in post.slots.items()
            if slot.startswith("agency")
        ]
        units = tuple(dict.fromkeys(bodies.name_of(agency) for agency in agencies))
        if not units:
            units = bodies.ministry_in(post)
            if folded.text.endswith("รัฐมนตรีฯ", post.start, post.end):
                clipped.append(len(positions))
        status = cast("Status | None", post.values.get("status"))
        positions.append(Position(folded.span(post.start, post.end), units, status, post.rule))
    # รัฐมนตรีฯ is minister where the release says so of the same person
    own = (
        p.agencies
        for p in positions
        if p.agencies and p.title.text.startswith("รัฐมนตรี") and p.title.text[-1] != "ฯ"
    )
    if clipped and (ministry := next(own, None)):
        for place in clipped:
            positions[place] = evolve(positions[place], agencies=ministry)
    return Official(
        name=Name(
            whole.text,
            whole.start,
            whole.end,
            parts.get("prefix"),
            parts.get("given"),
            parts.get("family"),
        ),
        mentions=tuple(mention_of(folded, mention) for mention in person.mentions),
        positions=tuple(
            [_at_ministry(*each, bodies) for each in zip(_inherit(positions), posts, strict=True)]
        ),
    )


def _at_ministry(position: Position, post: Candidate, bodies: Bodies) -> Position:
    """Give ``ปลัดฯ`` and its deputies, where nothing else tells, the ministry named last before."""
    if position.agencies or not position.title.text.endswith("ปลัดฯ"):
        return position
    return evolve(position, agencies=bodies.ministry_before(post.start))


def _agencies_by_place(context: Context) -> dict[tuple[int, int], Candidate]:
    return {(agency.start, agency.end): agency for agency in context.found("agency")}


def _inherit(positions: Sequence[Position]) -> tuple[Position, ...]:
    """Give a shortened post (``รองปลัดฯ``, ``เลขาธิการ คปภ.``) the agencies of the same post in full."""
    done = []
    for position in positions:
        spelled = position.title.text
        head = spelled.split(" ")[0].rstrip("ฯ")
        head = _HEADS_IN_FULL.get(head, head)
        if not position.agencies or spelled.endswith("."):
            for other in positions:
                longer = len(other.title.text) > len(position.title.text)
                if other.agencies and longer and other.title.text.startswith(head):
                    position = Position(
                        position.title, other.agencies, position.status, position.rule
                    )
                    break
        done.append(position)
    return tuple(done)


def _titles(context: Context, titles: Sequence[Candidate]) -> tuple[Title, ...]:
    text = context.text
    held = {post.start for post in context.found("post")}
    held_texts = {text[post.start : post.end] for post in context.found("post")}
    kept = [
        t
        for t in titles
        if t.start in held
        or t.values.get("form") == "full"
        or (t.values.get("form") == "clipped" and text[t.start : t.end] in held_texts)
    ]
    everything = context.everything.get("title", ())
    kept += _nested(text, kept, standing_titles(text, everything, context.found("agency"), {}))
    return tuple(
        Title(spelling, tuple(mention_of(context.folded, t) for t in group))
        for spelling, group in _by_spelling(context.folded, kept).items()
    )


def _nested(
    text: str, kept: Sequence[Candidate], everything: Iterable[Candidate]
) -> list[Candidate]:
    """Titles inside other titles count (``ที่ปรึกษารัฐมนตรีว่าการ…``), the tail of a derived post does not."""
    nested = []
    reach = list(accumulate((outer.end for outer in kept), max))
    for inner in everything:
        if inner.values.get("form") != "full":
            continue
        # in text order the first that reaches so far is the first that can hold it
        place = bisect_left(reach, inner.end)
        if place == len(kept) or kept[place].start >= inner.start:
            continue
        outer = kept[place]
        before = text[outer.start : inner.start]
        if before.endswith("ที่ปรึกษา") and not text.startswith(_ADVISED, inner.start):
            continue  # ที่ปรึกษาเจ้าคณะภาค 14
        in_tail = inner.start >= outer.slots.get("head", (0, 0))[1]
        if (in_tail or before.endswith("เลขานุการ")) and not before.endswith(_DERIVES):
            nested.append(inner)
    return nested


def _by_spelling(folded: Folded, candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    """Group by the text, spaces evened; the key is the first spelling as given."""
    groups: dict[str, list[Candidate]] = {}
    spelling: dict[str, str] = {}
    for candidate in sorted(candidates, key=lambda c: (c.start, c.end)):
        even = " ".join(folded.text[candidate.start : candidate.end].split())
        key = spelling.setdefault(even, folded.span(candidate.start, candidate.end).text)
        groups.setdefault(key, []).append(candidate)
    return groups


# -- terms and dates -------------------------------------------------------------------------------


def _terms(folded: Folded, pairs: Iterable[Candidate]) -> tuple[TermPair, ...]:
    terms: dict[tuple[str, ...], TermPair] = {}
    for pair in sorted(pairs, key=lambda p: p.start):
        spans: dict[str, Span] = {part: folded.span(*place) for part, place in pair.slots.items()}
        key = tuple(
            " ".join(spans[part].text.split()) if part in spans else ""
            for part in ("thai", "english", "abbreviation")
        )
        terms.setdefault(
            key,
            TermPair(
                thai=spans["thai"],
                english=spans.get("english"),
                abbreviation=spans.get("abbreviation"),
                kind=cast(TermKind, pair.values["kind"]),
                confidence=pair.confidence,
                rule=pair.rule,
            ),
        )
    return tuple(terms.values())


def _dates(folded: Folded, candidates: Iterable[Candidate]) -> tuple[DateMention, ...]:
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in candidates:
        # as written: ๖ ธันวาคม and 6 ธันวาคม are two strings
        spelled = " ".join(folded.span(candidate.start, candidate.end).text.split())
        groups.setdefault((spelled, candidate.values["iso"]), []).append(candidate)
    dates = []
    for (_, iso), group in groups.items():
        spans = tuple(folded.span(c.start, c.end) for c in group)
        first = spans[0]
        dates.append(
            DateMention(
                text=first.text,
                start=first.start,
                end=first.end,
                iso=iso,
                calendar=cast(Calendar, group[0].values.get("calendar", "BE")),
                rule=group[0].rule,
                mentions=spans,
            )
        )
    return tuple(dates)
