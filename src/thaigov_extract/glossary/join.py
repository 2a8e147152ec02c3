"""Which groups are one concept: the same Thai, and an English side that does not say otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

from .conflicts import is_rewording, is_slip
from .group import Group, Seen
from .keys import english_key, english_words
from .likeness import likeness

_MAJORITY = 0.5
"""Part of the rarer group's releases whose Thai the other one must share."""

_OFTEN = 0.03
"""Part of a group's releases from which a Thai term is one of its own and no stray."""

_LIKE = 0.75
"""Likeness of the commonest Thai terms from which one abbreviation has one meaning."""

_COMMON_WORDS = 0.5
"""Part of the words of two English names with one abbreviation that must be the same then."""


@frozen
class _Side:
    """A group as most of its releases have it.

    Attributes:
        releases: Their number.
        english: English name, or ``""``.
        short: Abbreviation, or ``""``.
        abbreviation: Its key, or ``None``.
        thai: Thai key → part of the releases.
        best: The commonest Thai key.
    """

    releases: int
    english: str
    short: str
    abbreviation: str | None
    thai: Mapping[str, float]
    best: str


def joined(
    groups: Mapping[str, Group], spoken: Mapping[str, str] | None = None
) -> dict[str, Group]:
    """Join groups that name one thing.

    Two groups are one where most releases of the rarer have a Thai term of the other, and the
    abbreviation is the same, or one English side is a slip or a rewording of the other.  One Thai
    term in common is not enough: a stray border or a loose rendering makes it (``MSMEs`` beside
    the Thai of ``SMEs``).  Where the abbreviation is the same a like Thai term will do.

    Args:
        groups: What :func:`.group.group` made.
        spoken: Key of a body's Thai short form → key of its name: ``ดีป้า (DEPA)`` is the body too.

    Returns:
        Key of the most frequent of the groups that are one → all their members.
    """
    sides = {key: _side(group, spoken or {}) for key, group in groups.items()}
    order = sorted(groups, key=lambda key: (-sides[key].releases, key))
    rank = {key: i for i, key in enumerate(order)}
    parent = {key: key for key in order}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for rare, frequent in sorted(_pairs(sides, order), key=lambda p: (rank[p[1]], rank[p[0]])):
        first, second = sorted((root(rare), root(frequent)), key=rank.__getitem__)
        if first != second and _same(sides[rare], sides[frequent]):
            parent[second] = first
    together: dict[str, Group] = defaultdict(list)
    for key in order:
        together[root(key)] += groups[key]
    return together


def _pairs(sides: Mapping[str, _Side], order: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of groups, the rarer first, that share a Thai term or an abbreviation."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for key in order:
        for thai in sides[key].thai:
            sharing[thai].append(key)
        if sides[key].abbreviation:
            sharing[f"={sides[key].abbreviation}"].append(key)
    return {
        (rare, frequent)
        for keys in sharing.values()
        for i, rare in enumerate(keys)
        for frequent in keys[:i]
    }


def _same(rare: _Side, frequent: _Side) -> bool:
    share = sum(part for thai, part in rare.thai.items() if frequent.thai.get(thai, 0.0) >= _OFTEN)
    counts = rare.releases, frequent.releases
    if rare.abbreviation and rare.abbreviation == frequent.abbreviation:
        return share >= _MAJORITY or (
            likeness(rare.best, frequent.best) >= _LIKE and _common_words(rare, frequent)
        )
    if share < _MAJORITY:
        return False
    if rare.short and frequent.short and not is_slip(rare.short, frequent.short, *counts):
        return False  # SMEs and MSMEs are two, however like their names
    if rare.english and frequent.english:
        names = rare.english, frequent.english
        return is_slip(*names, *counts) or is_rewording(*names)
    return is_slip(rare.short, frequent.short, *counts)


def _common_words(one: _Side, other: _Side) -> bool:
    if not one.english or not other.english:
        return True
    if one.abbreviation in (english_key(one.english), english_key(other.english)):
        return True  # an abbreviation that was read as a name says nothing else
    a, b = set(english_words(one.english)), set(english_words(other.english))
    return len(a & b) >= _COMMON_WORDS * len(a | b)


def _side(group: Group, spoken: Mapping[str, str]) -> _Side:
    keys = Counter(s.abbreviation for s in group if s.abbreviation and not s.nested)
    abbreviation = min(keys, key=lambda key: (-keys[key], key)) if keys else None
    releases: dict[str, set[int]] = defaultdict(set)
    for seen in group:
        releases[spoken.get(seen.key, seen.key)].add(seen.sighting.release)
    total = len(set().union(*releases.values()))
    thai = {key: len(of) / total for key, of in releases.items()}
    return _Side(
        total,
        _most(s.name for s in group),
        _most(s.short for s in group if not s.nested),
        abbreviation,
        thai,
        min(thai, key=lambda key: (-thai[key], key)),
    )


def _most(texts: Iterable[str]) -> str:
    counts = Counter(text for text in texts if text)
    return min(counts, key=lambda text: (-counts[text], text)) if counts else ""


def releases_of(group: Iterable[Seen]) -> int:
    """Return how many releases a group's members come from."""
    return len({seen.sighting.release for seen in group})
