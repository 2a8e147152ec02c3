"""The objects of an extraction as flat values, and which of them are the same in two extractions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol

import attrs
from attrs import frozen

from ..evaluate import even
from ..model import Extraction, Mention, Record, Span

Place = tuple[int, int]

_SURE = 0.05
"""Confidences that lie closer together are the same."""

_APART = {"text", "start", "end", "name", "thai", "mentions", "rule", "confidence"}
"""Fields of an object that are its text or its places, not what is said of it."""


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@frozen
class Item:
    """One object of an extraction.

    Attributes:
        kind: As in a rule: ``official``, ``post``, … or a kind of a user's own.
        stated: The whole object as an example of a rule states it: ``text`` and its fields,
            white space evened.
        places: Where it stands in the text as given, in text order.
        rules: The rule of each place, or of the object where its places have none.
        confidence: 0 to 1 where the rule made a choice.
    """

    kind: str
    stated: Mapping[str, str]
    places: tuple[Place, ...]
    rules: tuple[str, ...]
    confidence: float = 1.0

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same object although other fields differ."""
        if self.kind == "post":
            return self.stated["official"], self.stated["text"]
        return (self.stated["text"],)


def items(extraction: Extraction, without: Collection[str] = ()) -> Iterator[Item]:
    """Yield every object of an extraction.

    Args:
        extraction: The objects.
        without: Fields to leave out, as ``agency.english``.
    """
    for item in _items(extraction):
        left_out = [name for name in item.stated if f"{item.kind}.{name}" in without]
        if left_out:
            stated = {name: v for name, v in item.stated.items() if name not in left_out}
            item = attrs.evolve(item, stated=stated)
        yield item


def _items(extraction: Extraction) -> Iterator[Item]:
    for official in extraction.officials:
        name = official.name
        parts = {"prefix": name.prefix, "given": name.given, "family": name.family}
        yield _item("official", name.text, parts, official.mentions or [name], official.mentions)
        for post in official.positions:
            units = {
                f"agency{number if number > 1 else ''}": agency
                for number, agency in enumerate(post.agencies, start=1)
            }
            said = {"official": name.text, **units, "status": post.status}
            yield _item("post", post.title.text, said, [post.title], [post])
    for title in extraction.titles:
        yield _item("title", title.text, {}, title.mentions, title.mentions)
    for agency in extraction.agencies:
        yield _item("agency", agency.name, _said(agency), agency.mentions, agency.mentions)
    for term in extraction.terms:
        place = [term.thai]
        yield _item("term", term.thai.text, _said(term), place, [term], term.confidence)
    for date in extraction.dates:
        yield _item("date", date.text, _said(date), date.mentions or [date], [date])
    for record in extraction.records:
        said = {**{slot: span.text for slot, span in record.slots.items()}, **record.values}
        yield _item(record.kind, record.text, said, [record], [record], record.confidence)


class _Ruled(Protocol):
    @property
    def rule(self) -> str: ...


def _item(
    kind: str,
    text: str,
    said: Mapping[str, str | None],
    stretches: Iterable[_Stretch],
    ruled: Iterable[_Ruled],
    confidence: float = 1.0,
) -> Item:
    stated = {"text": text, **{name: value for name, value in said.items() if value}}
    return Item(
        kind=kind,
        stated={name: even(value) or "" for name, value in stated.items()},
        places=tuple((s.start, s.end) for s in stretches),
        rules=tuple(r.rule for r in ruled),
        confidence=confidence,
    )


def _said(thing: attrs.AttrsInstance) -> dict[str, str | None]:
    """What an object says beside its text: fields that a later version adds count too."""
    return {name: _plain(getattr(thing, name)) for name in _fields(type(thing))}


@cache
def _fields(of: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    return tuple(name for name in attrs.fields_dict(of) if name not in _APART)


def _plain(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, (Span, Mention, Record)):
        return value.text
    if isinstance(value, (tuple, list)):
        return ", ".join(_plain(item) or "" for item in value)
    return str(value)


Pair = tuple[Item | None, Item | None]


def differences(old: Iterable[Item], new: Iterable[Item]) -> list[Pair]:
    """Tell what differs between the objects of two extractions of one text.

    Objects that are wholly equal are left out: the same fields, the same places, a confidence
    less than 0.05 apart.  Which rule made them does not matter.  Of the others two are one
    changed object where they have the same text (posts: and the same holder), or else where
    they stand on common ground, so that a border that moved is a change.

    Returns:
        Pairs of the old and the new object; ``None`` where there is none.
    """
    of_kind: dict[str, tuple[list[Item], list[Item]]] = {}
    for side, given in enumerate((old, new)):
        for item in given:
            of_kind.setdefault(item.kind, ([], []))[side].append(item)
    return [pair for sides in of_kind.values() for pair in _pairs(*sides)]


def _pairs(old: list[Item], new: list[Item]) -> Iterator[Pair]:
    old, new, _ = _matched(old, new, same)
    old, new, of_key = _matched(old, new, lambda one, other: one.key == other.key)
    old, new, of_ground = _matched(old, new, _overlap)
    yield from of_key
    yield from of_ground
    yield from ((item, None) for item in old)
    yield from ((None, item) for item in new)


class _Test(Protocol):
    def __call__(self, one: Item, other: Item, /) -> bool: ...


def _matched(
    old: Sequence[Item], new: Sequence[Item], test: _Test
) -> tuple[list[Item], list[Item], list[tuple[Item, Item]]]:
    """Each of *old* with the first of *new* that passes; what is left of both, and the pairs."""
    left, rest, pairs = [], list(new), []
    for one in old:
        place = next((i for i, other in enumerate(rest) if test(one, other)), None)
        if place is None:
            left.append(one)
        else:
            pairs.append((one, rest.pop(place)))
    return left, rest, pairs


def same(one: Item, other: Item) -> bool:
    """Whether two objects differ in nothing but the rules that made them."""
    return (
        one.stated == other.stated
        and sorted(one.places) == sorted(other.places)
        and abs(one.confidence - other.confidence) < _SURE
    )


def _overlap(one: Item, other: Item) -> bool:
    return any(
        start < last and first < end for start, end in one.places for first, last in other.places
    )


def told(text: str, old: Item | None, new: Item | None) -> tuple[dict[str, str], dict[str, str]]:
    """State both sides of a difference.

    Args:
        text: The release as given.
        old, new: A pair of :func:`differences`.

    Returns:
        Both objects as stated, empty where there is none.  Where the same text stands at other
        places, ``mentions`` has the strings of those that only this side has, or ``place`` its
        offset if the strings are the same; ``confidence`` where it moved.
    """
    sides = [dict(item.stated) if item else {} for item in (old, new)]
    if old is None or new is None:
        return sides[0], sides[1]
    if abs(old.confidence - new.confidence) >= _SURE:
        for side, item in zip(sides, (old, new), strict=True):
            side["confidence"] = f"{item.confidence:.2f}"
    here, there = set(old.places) - set(new.places), set(new.places) - set(old.places)
    if old.key == new.key and (here or there):
        gone, come = (_strings(text, places) for places in (here, there))
        name = "place" if gone == come else "mentions"
        for side, places, strings in zip(sides, (here, there), (gone, come), strict=True):
            if places:
                side[name] = _offsets(places) if name == "place" else _listed(strings)
    return sides[0], sides[1]


def _strings(text: str, places: Iterable[Place]) -> list[str]:
    return [even(text[start:end]) or "" for start, end in sorted(places)]


def _listed(strings: Iterable[str]) -> str:
    counts = Counter(strings)
    return ", ".join(s if n == 1 else f"{s} ×{n}" for s, n in counts.items())


def _offsets(places: Iterable[Place]) -> str:
    return ", ".join(str(start) for start, _ in sorted(places))
