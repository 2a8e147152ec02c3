"""Make concepts of what releases say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from typing import cast

from attrs import evolve, frozen

from ..model import TermKind
from .concept import Concept, Form, FormStatus, Issue
from .conflicts import is_rewording, is_slip
from .group import Group, Seen, group
from .keys import abbreviation_key, clean, english_key, thai_key
from .sightings import Sighting, Sightings

_DOUBTFUL = 0.5
"""Probability below which a form that one release has is shown as doubtful."""

_NAMESAKE = 12
"""Letters of a Thai term from which two English names of it are worth a look."""

_SURE = 0.7
"""Confidence from which a concept is set against another one."""

_OTHERS = 3
"""Other concepts that are named beside one at most, those of the most releases."""


def merge(sightings: Sightings, evidence: int = 3) -> tuple[Concept, ...]:
    """Merge the pairs of all releases to concepts.

    Args:
        sightings: What the releases say.
        evidence: Places that each concept keeps; the counts are those of all places.

    Returns:
        The concepts, those of the most releases first.
    """
    groups = _joined(group(sightings.pairs()))
    ties = _ties(sightings.ties())
    concepts = []
    for key, seen in groups.items():
        thai = {s.key for s in seen}
        tied = [s for name in thai for s in ties.get(name, ())] if _is_body(seen) else []
        concepts.append(_concept(key, seen, tied, sightings, evidence))
    concepts += _registered(sightings, ties, concepts, evidence)
    concepts.sort(key=lambda c: (-c.releases, -c.occurrences, c.preferred_thai, c.id))
    return tuple(_compared(concepts))


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


# -- forms ------------------------------------------------------------------------------------------


def _forms(
    rows: Iterable[tuple[str, str, int, float]], slip: bool
) -> tuple[list[Form], list[Issue]]:
    """Make forms of (text, key, release, probability) rows; the preferred one comes first."""
    by_text: dict[str, list[tuple[int, float]]] = defaultdict(list)
    weights: dict[str, float] = defaultdict(float)
    belief: dict[str, float] = defaultdict(float)
    keys: dict[str, str] = {}
    counted: set[tuple[str, int]] = set()
    for text, key, release, probability in rows:
        by_text[text].append((release, probability))
        keys[text] = key
        belief[key] = max(belief[key], probability)
        if (key, release) not in counted:
            counted.add((key, release))
            weights[key] += probability
    if not by_text:
        return [], []
    releases = {text: len({release for release, _ in seen}) for text, seen in by_text.items()}
    of_key = Counter(key for key, _ in counted)

    def by_weight(text: str) -> tuple[float, str, int, int, bool, int, str]:
        key, length = keys[text], len(text)
        return (
            -weights[key],
            key,
            -releases[text],
            -len(by_text[text]),
            text.isupper(),
            length,
            text,
        )

    texts = sorted(by_text, key=by_weight)
    best = texts[0]
    forms, issues = [], []
    for text in texts:
        status: FormStatus = "competing"
        if text == best:
            status = "preferred"
        elif keys[text] == keys[best]:
            status = "variant"
        elif slip and is_slip(text, best, of_key[keys[text]], of_key[keys[best]]):
            status = "misspelling"
            issues.append(Issue("misspelling", text, best))
        elif of_key[keys[text]] == 1 and belief[keys[text]] < _DOUBTFUL:
            status = "doubtful"
        forms.append(Form(text, status, len(by_text[text]), releases[text]))
    rank = ("preferred", "variant", "competing", "misspelling", "doubtful").index
    return sorted(forms, key=lambda f: rank(f.status)), issues


# -- concepts ---------------------------------------------------------------------------------------


def _concept(
    key: str, group: Group, tied: Sequence[Sighting], sightings: Sightings, evidence: int
) -> Concept:
    def rows(part: str, to_key: Callable[[str], str]) -> Iterator[tuple[str, str, int, float]]:
        for seen in group:
            if text := getattr(seen.sighting.names, part):
                yield clean(text), to_key(text), seen.sighting.release, 1.0

    thai, _ = _forms(
        ((s.thai, s.key, s.sighting.release, s.probability) for s in group), slip=False
    )
    english, slips = _forms(rows("english", english_key), slip=True)
    shorts, short_slips = _forms(rows("abbreviation", abbreviation_key), slip=True)
    own = [
        (clean(s.names.short), thai_key(s.names.short), s.release, 1.0)
        for s in (*(seen.sighting for seen in group), *tied)
        if s.names.short
    ]
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
        thai_abbreviations=tuple(_forms(own, slip=False)[0]),
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


def _is_body(group: Group) -> bool:
    return _kind(group) == "agency"


def _id(key: str) -> str:
    return "c" + blake2b(key.encode(), digest_size=6).hexdigest()


# -- bodies of the registry -------------------------------------------------------------------------


def _ties(sightings: Iterable[Sighting]) -> dict[str, list[Sighting]]:
    ties: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        ties[thai_key(sighting.names.thai)].append(sighting)
    return ties


def _registered(
    sightings: Sightings,
    ties: Mapping[str, Sequence[Sighting]],
    concepts: list[Concept],
    evidence: int,
) -> list[Concept]:
    """Give bodies the English name of the registry; bodies that no parenthesis renders are new.

    Changes *concepts* in place where one has no English name yet.
    """
    place = {thai_key(c.preferred_thai): i for i, c in reversed(list(enumerate(concepts)))}
    named = {english_key(form.text): i for i, c in enumerate(concepts) for form in c.english}
    new = []
    registry = {thai_key(name): english for name, english in sightings.registry.items()}
    for key, english in registry.items():
        form = Form(english, "preferred", 0, 0)
        i = place.get(key, named.get(english_key(english)))
        if i is not None:
            if not concepts[i].english and concepts[i].kind == "agency":
                concepts[i] = evolve(concepts[i], english=(form,))
            continue
        if tied := ties.get(key):
            new.append(_body(form, tied, sightings, evidence))
    return new


def _body(english: Form, tied: Sequence[Sighting], sightings: Sightings, evidence: int) -> Concept:
    releases = {s.release for s in tied}
    dates = sorted(d for release in releases if (d := sightings.published(release)))
    thai, _ = _forms(((clean(s.names.thai), "", s.release, 1.0) for s in tied), slip=False)
    shorts = (
        (clean(s.names.short or ""), thai_key(s.names.short or ""), s.release, 1.0) for s in tied
    )
    return Concept(
        id=_id(english_key(english.text)),
        kind="agency",
        thai=tuple(thai),
        english=(english,),
        thai_abbreviations=tuple(_forms(shorts, slip=False)[0]),
        occurrences=len(tied),
        releases=len(releases),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        confidence=1.0,
        evidence=tuple(sightings.evidence(s, s.thai) for s in tied[:evidence]),
    )


# -- concepts beside each other -----------------------------------------------------------------------


def _compared(concepts: Sequence[Concept]) -> Iterator[Concept]:
    """Flag abbreviations with several meanings and Thai terms with several English names."""
    by_short: dict[str, list[Concept]] = defaultdict(list)
    by_thai: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        if concept.confidence < _SURE:
            continue
        for form in concept.abbreviations:
            if form.status in ("preferred", "variant"):
                by_short[abbreviation_key(form.text)].append(concept)
        by_thai[thai_key(concept.preferred_thai)].append(concept)
    for concept in concepts:
        issues = list(concept.issues)
        thai = thai_key(concept.preferred_thai)
        if concept.abbreviations and concept.confidence >= _SURE:
            short = concept.abbreviations[0].text
            others = (
                other
                for other in dict.fromkeys(by_short[abbreviation_key(short)])
                if not _related(thai, thai_key(other.preferred_thai))
            )
            issues += [
                Issue("several-meanings", short, other.preferred_thai, other.id)
                for other in islice(others, _OTHERS)
            ]
        if len(thai) >= _NAMESAKE and concept.confidence >= _SURE:
            others = (other for other in by_thai[thai] if other.id != concept.id)
            issues += [
                Issue("several-english", concept.preferred_thai, _name(other), other.id)
                for other in islice(others, _OTHERS)
            ]
        yield evolve(concept, issues=tuple(issues)) if issues else concept


def _related(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _name(concept: Concept) -> str:
    return concept.preferred_english or concept.abbreviation or concept.preferred_thai
