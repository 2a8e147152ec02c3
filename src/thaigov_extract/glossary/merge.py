"""Make concepts of what releases say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import cast

from attrs import evolve, frozen

from ..model import TermKind
from .compare import compared
from .concept import Concept, Form, Issue
from .conflicts import is_rewording, is_slip
from .forms import forms_of
from .group import Group, Seen, group
from .keys import abbreviation_key, clean, english_key, thai_key
from .sightings import Sighting, Sightings


def merge(sightings: Sightings, evidence: int = 3) -> tuple[Concept, ...]:
    """Merge the pairs of all releases to concepts.

    Args:
        sightings: What the releases say.
        evidence: Places that each concept keeps; the counts are those of all places.

    Returns:
        The concepts, those of the most releases first.
    """
    groups = _joined(group(sightings.pairs()))
    registry = {thai_key(name): english for name, english in sightings.registry.items()}
    tied, bodies = _tied(groups, sightings.ties(), registry)
    concepts = []
    for key, seen in groups.items():
        concept = _concept(key, seen, tied.get(key, ()), sightings, evidence)
        if not concept.english and concept.kind == "agency":
            known = registry.get(thai_key(concept.preferred_thai))
            if known and english_key(known) not in groups:
                concept = evolve(concept, english=(Form(known, "preferred", 0, 0),))
        concepts.append(concept)
    for key, ties in bodies.items():
        english = registry[thai_key(ties[0].names.thai)]
        concepts.append(_body(key, english, ties, sightings, evidence))
    concepts.sort(key=lambda c: (-c.releases, -c.occurrences, c.preferred_thai, c.id))
    return tuple(compared(concepts))


# -- which groups are one concept -------------------------------------------------------------------


@frozen
class _Side:
    """The English side of a group, as most of its releases have it."""

    releases: int
    english: str
    abbreviation: str
    abbreviation_key: str | None


def _joined(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Join groups of the same Thai term whose abbreviation is the same, or one is a slip."""
    sides = {key: _side(group) for key, group in groups.items()}
    order = sorted(groups, key=lambda key: (-sides[key].releases, key))
    rank = {key: i for i, key in enumerate(order)}
    parent = {key: key for key in order}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    by_thai: dict[str, list[str]] = defaultdict(list)
    for key in order:
        for thai in {seen.key for seen in groups[key]}:
            by_thai[thai].append(key)
    for _, keys in sorted(by_thai.items()):
        for i, rare in enumerate(keys):
            for frequent in keys[:i]:
                if root(rare) != root(frequent) and _same(sides[rare], sides[frequent]):
                    first, second = sorted((root(rare), root(frequent)), key=rank.__getitem__)
                    parent[second] = first
    joined: dict[str, Group] = defaultdict(list)
    for key in order:
        joined[root(key)] += groups[key]
    return joined


def _same(rare: _Side, frequent: _Side) -> bool:
    """Whether two groups that share a Thai term are one concept."""
    if rare.abbreviation and rare.abbreviation_key == frequent.abbreviation_key:
        return True
    counts = rare.releases, frequent.releases
    if rare.english and frequent.english:
        names = rare.english, frequent.english
        return is_slip(*names, *counts) or is_rewording(*names)
    return is_slip(rare.abbreviation, frequent.abbreviation, *counts)


def _side(group: Group) -> _Side:
    keys = Counter(seen.abbreviation for seen in group if seen.abbreviation)
    key = min(keys, key=lambda key: (-keys[key], key)) if keys else None
    return _Side(_releases(group), _shown(group, "english"), _shown(group, "abbreviation"), key)


def _shown(group: Group, part: str) -> str:
    counts = Counter(clean(text) for seen in group if (text := getattr(seen.sighting.names, part)))
    return min(counts, key=lambda text: (-counts[text], text)) if counts else ""


def _releases(group: Iterable[Seen]) -> int:
    return len({seen.sighting.release for seen in group})


# -- concepts ---------------------------------------------------------------------------------------


def _concept(
    key: str, group: Group, tied: Sequence[Sighting], sightings: Sightings, evidence: int
) -> Concept:
    def rows(part: str, to_key: Callable[[str], str]) -> Iterator[tuple[str, str, int, float]]:
        for seen in group:
            if text := getattr(seen.sighting.names, part):
                yield clean(text), to_key(text), seen.sighting.release, 1.0

    thai, _ = forms_of(
        ((s.thai, s.key, s.sighting.release, s.probability) for s in group), slip=False
    )
    english, slips = forms_of(rows("english", english_key), slip=True)
    shorts, short_slips = forms_of(rows("abbreviation", abbreviation_key), slip=True)
    own = _shorts([*(seen.sighting for seen in group), *tied])
    best = thai_key(thai[0].text)
    chosen = [seen for seen in group if seen.key == best]
    dates = sorted(d for s in group if (d := sightings.published(s.sighting.release)))
    places = sorted(group, key=lambda s: _evidence_order(s, thai[0].text, english, shorts))
    competing = [form for form in thai if form.status == "competing" and form.releases > 1]
    return Concept(
        id=_id(key),
        kind=_kind(group),
        thai=tuple(thai),
        english=tuple(english),
        abbreviations=tuple(shorts),
        thai_abbreviations=tuple(forms_of(own, slip=False)[0]),
        occurrences=len(group),
        releases=_releases(group),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        confidence=round(sum(s.probability for s in chosen) / len(chosen), 4),
        issues=(
            *slips,
            *short_slips,
            *(Issue("competing-thai", form.text, thai[0].text) for form in competing),
        ),
        evidence=tuple(
            sightings.evidence(seen.sighting, (seen.start, seen.sighting.thai[1]))
            for seen in places[:evidence]
        ),
    )


def _evidence_order(
    seen: Seen, thai: str, english: Sequence[Form], shorts: Sequence[Form]
) -> tuple[bool, bool, bool, int, int]:
    names = seen.sighting.names
    name, short = clean(names.english or ""), clean(names.abbreviation or "")
    return (
        seen.thai != thai,
        bool(english) and name != english[0].text,
        bool(shorts) and short != shorts[0].text,
        seen.sighting.release,
        seen.sighting.thai[0],
    )


def _kind(group: Group) -> TermKind:
    weights: dict[str, float] = defaultdict(float)
    for seen in group:
        weights[seen.sighting.names.kind] += seen.probability
    return cast(TermKind, min(weights, key=lambda kind: (-weights[kind], kind)))


def _id(key: str) -> str:
    return "c" + blake2b(key.encode(), digest_size=6).hexdigest()


# -- bodies and their Thai short forms ----------------------------------------------------------------


def _tied(
    groups: Mapping[str, Group], ties: Iterable[Sighting], registry: Mapping[str, str]
) -> tuple[dict[str, list[Sighting]], dict[str, list[Sighting]]]:
    """Say to which concept each tie of a Thai name and a Thai short form belongs.

    Returns:
        Key of a group → ties, and the key of a body's English name in the registry → ties of
        bodies that no parenthesis renders.
    """
    home = {s.english: key for key, group in groups.items() for s in group if s.english}
    most: dict[str, tuple[int, str]] = {}
    for key, members in groups.items():
        if _kind(members) == "agency":
            for thai, count in Counter(seen.key for seen in members).items():
                most[thai] = max(most.get(thai, (0, "")), (count, key))
    tied: dict[str, list[Sighting]] = defaultdict(list)
    bodies: dict[str, list[Sighting]] = defaultdict(list)
    for tie in ties:
        thai = thai_key(tie.names.thai)
        name = english_key(registry[thai]) if thai in registry else None
        if name in home:
            tied[home[name]].append(tie)
        elif thai in most:
            tied[most[thai][1]].append(tie)
        elif name:
            bodies[name].append(tie)
    return tied, bodies


def _body(
    key: str, english: str, ties: Sequence[Sighting], sightings: Sightings, evidence: int
) -> Concept:
    """A body whose English name only the registry gives."""
    names = [(clean(s.names.thai), thai_key(s.names.thai), s.release, 1.0) for s in ties]
    dates = sorted(d for s in ties if (d := sightings.published(s.release)))
    return Concept(
        id=_id(key),
        kind="agency",
        thai=tuple(forms_of(names, slip=False)[0]),
        english=(Form(english, "preferred", 0, 0),),
        thai_abbreviations=tuple(forms_of(_shorts(ties), slip=False)[0]),
        occurrences=len(ties),
        releases=len({s.release for s in ties}),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        confidence=1.0,
        evidence=tuple(sightings.evidence(s, s.thai) for s in ties[:evidence]),
    )


def _shorts(sightings: Iterable[Sighting]) -> list[tuple[str, str, int, float]]:
    return [
        (clean(s.names.short), thai_key(s.names.short), s.release, 1.0)
        for s in sightings
        if s.names.short
    ]
