"""Which pairs name the same concept, by their English side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from attrs import define, evolve

from ..fold import fold
from .keys import abbreviation_key, clean, english_key, is_loose, letters, thai_key
from .likeness import likeness, same_end
from .sightings import Sighting
from .vote import Occurrence, decide

_SETTLED = 0.8
"""Share of an abbreviation's definitions from which it stands for one name."""

_ALIKE = 0.5
"""Likeness of two Thai names from which one abbreviation means the same."""

_SAME = 0.65
"""Likeness to the Thai of a full name from which an abbreviation alone stands for it."""


@define(eq=False)
class Seen:
    """A sighting with what was decided about it.

    Attributes:
        sighting: Where it is.
        thai: The Thai form as shown.
        key: Its key.
        start: Offset at which it starts in the text as given.
        probability: That its borders are right.
        name: The English name as shown, or ``""``.
        short: The abbreviation as shown, or ``""``.
        english: Key of the English name, or ``None``.
        abbreviation: Key of the abbreviation, or ``None``.
        nested: Whether the abbreviation is that of a part of the English name only:
            ``ASEAN Economic Ministers (AEM) Retreat``.
    """

    sighting: Sighting
    thai: str
    key: str
    start: int
    probability: float
    name: str
    short: str
    english: str | None
    abbreviation: str | None
    nested: bool


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
    named: dict[str, Group] = defaultdict(list)
    short: list[Seen] = []
    for sighting in sightings:
        seen = _seen(sighting)
        if seen.english:
            named[seen.english].append(seen)
        elif seen.abbreviation:
            short.append(seen)
    meanings = _Meanings(named)
    bare: dict[str, Group] = defaultdict(list)
    for name in [name for name in named if meanings.is_short(name)]:
        short += _as_short(named, name, meanings)
    for seen in short:
        assert seen.abbreviation is not None
        full = meanings.of(seen.abbreviation, seen.key)
        (named[full] if full else bare[seen.abbreviation]).append(seen)
    groups = {key: group for key, group in named.items() if group}
    for abbreviation, group in bare.items():
        for part in _by_meaning(group):
            groups[f"={abbreviation}|{_commonest(part)}"] = part
    for group in groups.values():
        _decide(group)
    return groups


def _seen(sighting: Sighting) -> Seen:
    names = sighting.names
    english = clean(names.english) if names.english else ""
    short = clean(names.abbreviation) if names.abbreviation else ""
    return Seen(
        sighting,
        clean(names.thai),
        thai_key(names.thai),
        sighting.thai[0],
        sighting.confidence,
        english,
        short,
        english_key(english) or None,
        abbreviation_key(short) or None,
        nested=bool(english and short) and f"({short})" in english,
    )


class _Meanings:
    """Which full names abbreviations stand for, as the releases define them."""

    def __init__(self, named: Mapping[str, Group]) -> None:
        self._named = {
            key for key, group in named.items() if all(s.abbreviation in (None, key) for s in group)
        }
        definitions: dict[str, Counter[str]] = defaultdict(Counter)
        for name, group in named.items():
            for seen in group:
                if seen.abbreviation and not seen.nested:
                    definitions[seen.abbreviation][name] += 1
        self._definitions = {
            short: sorted(names.items(), key=lambda item: (-item[1], item[0]))
            for short, names in definitions.items()
        }
        self._thai = {name: {seen.key for seen in group} for name, group in named.items()}
        self._known: dict[tuple[str, str], str | None] = {}

    def is_short(self, name: str) -> bool:
        """Whether what was read as a name (``UN SDGs``) is defined as an abbreviation elsewhere."""
        return name in self._named and name in self._definitions

    def of(self, short: str, thai: str, *, settled: bool = True) -> str | None:
        """Return the full name that an abbreviation stands for beside a Thai term.

        Args:
            short: Its key.
            thai: Key of the Thai term.
            settled: Whether a name that nearly all definitions give will do whatever the Thai.
        """
        if (short, thai) not in self._known:
            self._known[short, thai] = self._by_thai(short, thai)
        full = self._known[short, thai]
        if full is None and settled and (order := self._definitions.get(short)):
            name, count = order[0]
            return name if count >= _SETTLED * sum(n for _, n in order) else None
        return full

    def _by_thai(self, short: str, thai: str) -> str | None:
        names = [name for name, _ in self._definitions.get(short, ()) if name != short]
        for name in names:
            if any(same_end(thai, other) for other in self._thai[name]):
                return name
        if short in self._thai:
            names.append(short)  # `Covid-19` read as a name, `COVID-19` as a short form
        alike = [
            (max((likeness(thai, other) for other in self._thai[name]), default=0.0), -i, name)
            for i, name in enumerate(names)
        ]
        best, _, name = max(alike, default=(0.0, 0, ""))
        return name if best >= _SAME else None


def _as_short(named: dict[str, Group], name: str, meanings: _Meanings) -> Group:
    """Take from a group what is an abbreviation of another name beside the same Thai."""
    moved, kept = [], []
    for seen in named[name]:
        full = meanings.of(name, seen.key, settled=False)
        if full is None or full == name:
            kept.append(seen)
        else:
            moved.append(
                evolve(seen, name="", english=None, short=seen.name, abbreviation=seen.english)
            )
    named[name] = kept
    return moved


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
    return same_end(one, other) or likeness(one, other) >= _ALIKE


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
