"""Make concepts of what releases say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import cast

from attrs import evolve

from ..model import TermKind
from .compare import compared
from .concept import Concept, Form, Issue
from .conflicts import competing
from .forms import forms_of
from .group import Group, Seen, group
from .join import joined, releases_of
from .keys import abbreviation_key, clean, english_key, thai_key
from .short_forms import is_dotted
from .sightings import Sighting, Sightings
from .ties import homes, spoken, without_strays


def merge(sightings: Sightings, evidence: int = 3) -> tuple[Concept, ...]:
    """Merge the pairs of all releases to concepts.

    Args:
        sightings: What the releases say.
        evidence: Places that each concept keeps; the counts are those of all places.

    Returns:
        The concepts, those of the most releases first.
    """
    ties = list(without_strays(sightings.ties()))
    groups = joined(group(sightings.pairs()), spoken(ties))
    registry = {thai_key(name): english for name, english in sightings.registry.items()}
    tied, bodies = _tied(groups, ties, registry)
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


# -- concepts ---------------------------------------------------------------------------------------


def _concept(
    key: str, group: Group, tied: Sequence[Sighting], sightings: Sightings, evidence: int
) -> Concept:
    own = _shorts([*(seen.sighting for seen in group), *tied])
    called = {key for _, key, _, _ in own}
    full = [s for s in group if not is_dotted(s.thai) and s.key not in called] or group
    own += [(s.thai, s.key, s.sighting.release, 1.0) for s in group if s not in full]
    thai, thai_slips = forms_of(
        ((s.thai, s.key, s.sighting.release, s.probability) for s in full), slip=True
    )
    names, shorts = _sides(group)
    english, slips = forms_of(names, slip=True)
    abbreviations, short_slips = forms_of(shorts, slip=True)
    best = thai_key(thai[0].text)
    chosen = [seen for seen in group if seen.key == best]
    dates = sorted(d for s in group if (d := sightings.published(s.sighting.release)))
    places = sorted(group, key=lambda s: _evidence_order(s, thai[0].text, english, abbreviations))
    return Concept(
        id=_id(key),
        kind=_kind(group),
        thai=tuple(thai),
        english=tuple(english),
        abbreviations=tuple(abbreviations),
        thai_abbreviations=tuple(forms_of(own, slip=False)[0]),
        occurrences=len(group),
        releases=releases_of(group),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        confidence=round(sum(s.probability for s in chosen) / len(chosen), 4),
        issues=(
            *slips,
            *short_slips,
            *thai_slips,
            *(Issue("competing-thai", form.text, thai[0].text) for form in competing(thai)),
        ),
        evidence=tuple(
            sightings.evidence(seen.sighting, (seen.start, seen.sighting.thai[1]))
            for seen in places[:evidence]
        ),
    )


_Row = tuple[str, str, int, float]


def _sides(group: Group) -> tuple[list[_Row], list[_Row]]:
    """The English names and the abbreviations, each form on the side where it mostly stands.

    ``Covid-19`` is read as a name, ``COVID-19`` as an abbreviation: they are one form.
    """
    names = Counter(abbreviation_key(s.name) for s in group if s.english)
    shorts = Counter(s.abbreviation for s in group if s.abbreviation)
    rows: tuple[list[_Row], list[_Row]] = ([], [])
    for seen in group:
        for text in filter(None, (seen.name, seen.short)):
            key = abbreviation_key(text)
            short = shorts[key] > names[key] or (shorts[key] == names[key] and text == seen.short)
            row = (text, key if short else english_key(text), seen.sighting.release, 1.0)
            rows[short].append(row)
    return rows


def _evidence_order(
    seen: Seen, thai: str, english: Sequence[Form], shorts: Sequence[Form]
) -> tuple[bool, bool, bool, int, int]:
    return (
        seen.thai != thai,
        bool(english) and seen.name != english[0].text,
        bool(shorts) and seen.short != shorts[0].text,
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
    named = {s.english: key for key, group in groups.items() for s in group if s.english}
    most: dict[str, tuple[int, str]] = {}
    for key, members in groups.items():
        if _kind(members) == "agency":
            for thai, count in Counter(seen.key for seen in members).items():
                most[thai] = max(most.get(thai, (0, "")), (count, key))
    return homes(
        {thai: key for thai, (_, key) in most.items()},
        named,
        ties,
        {thai: english_key(english) for thai, english in registry.items()},
    )


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
