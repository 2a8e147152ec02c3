"""Which pairs name the same concept, by their English side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from attrs import define

from ..fold import fold
from .keys import abbreviation_key, clean, english_key, is_loose, letters, thai_key
from .sightings import Sighting
from .vote import Occurrence, decide

_SETTLED = 0.8
"""Share of an abbreviation's definitions from which it stands for one name."""

_ALIKE = 0.5
"""Likeness of two Thai names (Dice, letter pairs) from which they may mean the same."""


@define
class Seen:
    """A sighting with what was decided about it.

    Attributes:
        sighting: Where it is.
        thai: The Thai form as shown.
        key: Its key.
        start: Offset at which it starts in the text as given.
        probability: That its borders are right.
        english: Key of the English name, or ``None``.
        abbreviation: Key of the abbreviation, or ``None``.
    """

    sighting: Sighting
    thai: str
    key: str
    start: int
    probability: float
    english: str | None
    abbreviation: str | None


Group = list[Seen]


def group(sightings: Iterable[Sighting]) -> dict[str, Group]:
    """Put sightings together that name the same, and decide their Thai borders.

    A full English name is its own group; an abbreviation alone joins the name that releases
    define for it (``Full : ABBR``), and where they define several, the one with the same Thai.
    Other abbreviations are told apart by their Thai names.

    Args:
        sightings: Pairs of all releases.

    Returns:
        Key → sightings.  The key is that of the English name, or ``=abbreviation|thai``.
    """
    every = [_seen(sighting) for sighting in sightings]
    named: dict[str, Group] = defaultdict(list)
    for seen in every:
        if seen.english:
            named[seen.english].append(seen)
    definitions: dict[str, Counter[str]] = defaultdict(Counter)
    for seen in every:
        if seen.english and seen.abbreviation:
            definitions[seen.abbreviation][seen.english] += 1
    thai_of = {key: {seen.key for seen in group} for key, group in named.items()}
    bare: dict[str, Group] = defaultdict(list)
    for seen in every:
        if seen.english is None and seen.abbreviation is not None:
            name = _defined(seen, definitions.get(seen.abbreviation, Counter()), thai_of)
            if name is None and seen.abbreviation in named:
                name = seen.abbreviation  # `Covid-19` read as a name, `COVID-19` as a short form
            (named[name] if name else bare[seen.abbreviation]).append(seen)
    groups = dict(named)
    for short, group in bare.items():
        for part in _by_meaning(group):
            groups[f"={short}|{_commonest(part)}"] = part
    for group in groups.values():
        _decide(group)
    return groups


def _seen(sighting: Sighting) -> Seen:
    names = sighting.names
    return Seen(
        sighting,
        clean(names.thai),
        thai_key(names.thai),
        sighting.thai[0],
        sighting.confidence,
        english_key(names.english) if names.english else None,
        abbreviation_key(names.abbreviation) if names.abbreviation else None,
    )


def _defined(seen: Seen, definitions: Counter[str], thai_of: Mapping[str, set[str]]) -> str | None:
    """The full name that releases define for an abbreviation, by the Thai term where they differ."""
    if not definitions:
        return None
    order = sorted(definitions.items(), key=lambda item: (-item[1], item[0]))
    for name, _ in order:
        if any(_same_end(seen.key, thai) for thai in thai_of[name]):
            return name
    name, count = order[0]
    return name if count >= _SETTLED * sum(definitions.values()) else None


def _same_end(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _commonest(group: Group) -> str:
    counts = Counter(seen.key for seen in group)
    return min(counts, key=lambda key: (-counts[key], key))


def _by_meaning(group: Group) -> list[Group]:
    """Tell apart what one abbreviation means, by the likeness of the Thai names."""
    counts = Counter(seen.key for seen in group)
    parts: list[list[str]] = []
    for key in sorted(counts, key=lambda key: (-counts[key], key)):
        part = next((p for p in parts if any(_alike(key, other) for other in p[:8])), None)
        if part is None:
            parts.append([key])
        else:
            part.append(key)
    place = {key: i for i, part in enumerate(parts) for key in part}
    found: list[Group] = [[] for _ in parts]
    for seen in group:
        found[place[seen.key]].append(seen)
    return found


def _alike(one: str, other: str) -> bool:
    if _same_end(one, other):
        return True
    a, b = _letter_pairs(one), _letter_pairs(other)
    return 2 * sum((a & b).values()) >= _ALIKE * (sum(a.values()) + sum(b.values()))


def _letter_pairs(key: str) -> Counter[str]:
    return Counter(key[i : i + 2] for i in range(len(key) - 1))


# -- Thai borders ---------------------------------------------------------------------------------


def _decide(group: Group) -> None:
    """Write into *group* where its Thai terms start, all occurrences taken together."""
    kept = [seen for seen in group if seen.key]
    if len(kept) < 2:
        return
    occurrences = [_occurrence(seen) for seen in kept]
    for seen, occurrence, decision in zip(kept, occurrences, decide(occurrences), strict=True):
        seen.probability = decision.probability
        if decision.length != occurrence.length:
            _move(seen, decision.length)


def _occurrence(seen: Seen) -> Occurrence:
    sighting = seen.sighting
    even = fold(sighting.before + sighting.names.thai).text
    left = letters(even)
    return Occurrence(left, min(len(seen.key), len(left)), seen.probability, even)


def _move(seen: Seen, length: int) -> None:
    """Let the Thai term start so many letters before its end."""
    sighting = seen.sighting
    folded = fold(sighting.before + sighting.names.thai)
    count, place = 0, len(folded.text)
    while place and count < length:
        place -= 1
        count += not is_loose(folded.text[place])
    raw = folded.raw_range(place, len(folded.text))[0]
    seen.start = sighting.thai[0] - len(sighting.before) + raw
    seen.thai = clean(folded.text[place:])
    seen.key = thai_key(seen.thai)
