"""From candidates in folded coordinates to the objects of one release in the text as given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from .bodies import Bodies, mention_of
from .candidate import Candidate
from .fold import Folded
from .model import (
    Calendar,
    DateMention,
    Extraction,
    Name,
    Official,
    Position,
    Span,
    TermKind,
    TermPair,
    Title,
)
from .people import Person, group_people
from .posts import Post, link_posts
from .read import Release
from .recognise import Recognised
from .rules.names import bare_mentions

_HEADS_IN_FULL = {"รมว.": "รัฐมนตรีว่าการ", "รมช.": "รัฐมนตรีช่วยว่าการ", "ผอ.": "ผู้อำนวยการ"}
_SURE = 0.6
"""Confidence from which a term's border overrules the one of the agency rules."""
_DERIVES = ("รอง", "ผู้ช่วย", "อดีต", "หัวหน้า", "คณะ")
_OFFICES = ("สำนัก", "บ้าน", "ทำเนียบ", "ตึก", "มูลนิธิ", "สมาคม", "ศาล", "ฝ่าย", "กอง")


def resolve(
    release: Release, folded: Folded, recognised: Recognised, pairs: Iterable[Candidate]
) -> Extraction:
    """Tie the mentions of a release together.

    Args:
        release: What was read.
        folded: Its folded text with the offset map.
        recognised: The candidates of all kinds.
        pairs: Aligned terms.

    Returns:
        The typed objects; every offset is in ``release.text``.
    """
    text = folded.text
    chosen = recognised.chosen
    officials = _outside_names(chosen.get("official", ()), chosen.get("agency", ()))
    pairs = tuple(pairs)
    found = [*chosen.get("agency", ()), *_ministers_own(text, recognised)]
    agencies = _bordered(text, _outside_people(found, officials), pairs)
    people = group_people(text, [*officials, *bare_mentions(text, officials)])
    titles = _standing_titles(text, chosen.get("title", ()), agencies)
    posts = link_posts(text, people, titles, agencies)
    bodies = Bodies(folded, titles)
    for agency in agencies:
        bodies.add(agency)
    bodies.tie_terms(pairs)
    bodies.tie_clipped()
    bodies.tie_known()
    return Extraction(
        id=release.id,
        url=release.url,
        headline=release.headline,
        published=release.published.isoformat() if release.published else None,
        officials=tuple(
            _official(folded, person, posts.get(i, ()), bodies) for i, person in enumerate(people)
        ),
        titles=_titles(folded, titles, recognised.all.get("title", ()), posts, agencies),
        agencies=bodies.build(),
        terms=_terms(folded, pairs),
        dates=_dates(folded, chosen.get("date", ())),
    )


# -- what stands against what --------------------------------------------------------------------


def _outside_names(
    officials: Iterable[Candidate], agencies: Sequence[Candidate]
) -> list[Candidate]:
    """Drop people whose name is part of the name of a body (``มูลนิธินายแพทย์…``)."""
    return [
        m
        for m in officials
        if not any(
            a.start < m.start and m.end <= a.end and a.values.get("form", "full") == "full"
            for a in agencies
        )
    ]


def _outside_people(
    agencies: Iterable[Candidate], officials: Sequence[Candidate]
) -> list[Candidate]:
    return [a for a in agencies if not any(a.start < m.end and m.start < a.end for m in officials)]


def _ministers_own(text: str, recognised: Recognised) -> list[Candidate]:
    """Ministries inside the name of another body: ``คณะทำงานรัฐมนตรีว่าการกระทรวง…``."""
    inner = []
    for agency in recognised.all.get("agency", ()):
        if text.endswith("ว่าการ", 0, agency.start) and text.startswith("กระทรวง", agency.start):
            over = recognised.chosen["agency"]
            if any(a.start < agency.start and agency.end <= a.end for a in over):
                inner.append(agency)
    return inner


def _bordered(
    text: str, agencies: Sequence[Candidate], pairs: Iterable[Candidate]
) -> list[Candidate]:
    """Let a term that is a body settle the borders of that body: both ends of it are known."""
    terms = [
        pair
        for pair in pairs
        if pair.values.get("kind") == "agency"
        and pair.confidence >= _SURE
        and "(" not in text[pair.start : pair.end]
    ]
    kept = []
    for agency in agencies:
        over = [t for t in terms if t.start < agency.end and agency.start < t.end]
        if any(t.start == agency.start or agency.start < t.start < agency.end for t in over):
            continue
        if any(t.start <= agency.start and agency.end <= t.end for t in over):
            continue
        kept.append(agency)
    known = {(a.start, a.end): a for a in agencies}
    headed = {a.start for a in agencies}
    for term in terms:
        same = known.get((term.start, term.end))
        if same is not None:
            kept.append(same)
        elif term.start in headed or "abbreviation" in term.slots or _is_long(term):
            values = {"form": "full"}
            kept.append(Candidate("agency", term.start, term.end, "agency.term", values=values))
    return sorted(kept, key=lambda a: a.start)


def _is_long(term: Candidate) -> bool:
    """A short ``คณะทำงาน (Working Team)`` is a plain noun, a long name is hardly one."""
    return term.end - term.start >= 20


def _standing_titles(
    text: str, titles: Iterable[Candidate], agencies: Sequence[Candidate]
) -> list[Candidate]:
    """Drop titles that are part of an office's name (``สำนักนายกรัฐมนตรี``)."""
    return [
        t
        for t in titles
        if not any(
            a.start < t.start and t.end <= a.end and text.startswith(_OFFICES, a.start)
            for a in agencies
        )
    ]


# -- officials and titles --------------------------------------------------------------------------


def _official(folded: Folded, person: Person, posts: Sequence[Post], bodies: Bodies) -> Official:
    name = person.name
    whole = folded.span(name.start, name.end)
    parts = {part: folded.span(*place) for part, place in name.slots.items()}
    positions = []
    for post in posts:
        units = tuple(dict.fromkeys(bodies.name_of(a) for a in post.agencies))
        if not units:
            units = bodies.ministry_in(post.title)
        positions.append(
            Position(folded.span(post.title.start, post.title.end), units, post.status, post.rule)
        )
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
        positions=_inherit(positions),
    )


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


def _titles(
    folded: Folded,
    titles: Sequence[Candidate],
    everything: Iterable[Candidate],
    posts: Mapping[int, Sequence[Post]],
    agencies: Sequence[Candidate],
) -> tuple[Title, ...]:
    text = folded.text
    held = {post.title.start for of_person in posts.values() for post in of_person}
    held_texts = {
        text[post.title.start : post.title.end]
        for of_person in posts.values()
        for post in of_person
    }
    kept = [
        t
        for t in titles
        if t.start in held
        or t.values.get("form") == "full"
        or (t.values.get("form") == "clipped" and text[t.start : t.end] in held_texts)
    ]
    kept += _nested(text, kept, _standing_titles(text, everything, agencies))
    return tuple(
        Title(spelling, tuple(mention_of(folded, t) for t in group))
        for spelling, group in _by_spelling(folded, kept).items()
    )


def _nested(
    text: str, kept: Sequence[Candidate], everything: Iterable[Candidate]
) -> list[Candidate]:
    """Titles inside other titles count (``ที่ปรึกษารัฐมนตรีว่าการ…``), the tail of a derived post does not."""
    nested = []
    for inner in everything:
        if inner.values.get("form") != "full":
            continue
        for outer in kept:
            if outer.start < inner.start and inner.end <= outer.end:
                in_tail = inner.start >= outer.slots.get("head", (0, 0))[1]
                if in_tail and not text[outer.start : inner.start].endswith(_DERIVES):
                    nested.append(inner)
                break
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
