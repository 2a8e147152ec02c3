"""Examples of a rule: a text, and the whole objects that the rule must find in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import field, frozen

from .candidate import Candidate
from .fold import fold

Stated = Mapping[str, str]
"""A whole object as an example states it: its ``text`` and each of its fields."""

Fields = tuple[tuple[str, ...], tuple[str, ...]]

_FIELDS: dict[str, Fields] = {
    "official": (("prefix", "given", "family"), ()),
    "title": ((), ("status", "form")),
    "agency": ((), ("name", "english")),
    "date": ((), ("iso", "calendar")),
    "term": (("english", "abbreviation"), ("kind",)),
    "post": (("official", "agency", "agency2", "agency3"), ("status",)),
}
"""Fields of the library's own kinds: slots, then values.  Other kinds have all that they fill."""

_PLAIN = {"title": {"form": "full"}}
"""Values that go without saying."""


def _as_objects(objects: Iterable[str | Stated]) -> tuple[dict[str, str], ...]:
    stated = ({"text": item} if isinstance(item, str) else item for item in objects)
    return tuple({name: fold(value).text for name, value in item.items()} for item in stated)


@frozen
class Example:
    """A text with all that one rule must find in it.

    Attributes:
        text: A sentence, written for the rule.
        objects: The whole objects in text order, each exactly once: ``text`` and the fields
            of its kind.  A string stands for an object that has a text alone.  Kept folded.
        published: Date of the release, for dates without a year.
    """

    text: str
    objects: tuple[dict[str, str], ...] = field(converter=_as_objects)
    published: datetime.date | None = None


AnyExample: TypeAlias = "Example | tuple[str, Iterable[str | Stated]]"


def as_examples(examples: Iterable[AnyExample]) -> tuple[Example, ...]:
    """Return examples; a pair of a text and its objects is one too."""
    return tuple(e if isinstance(e, Example) else Example(*e) for e in examples)


def state(text: str, candidate: Candidate) -> dict[str, str]:
    """Return a candidate as an example states it.

    Args:
        text: The folded text.
        candidate: What a rule found in it.

    Returns:
        ``text``, then the fields that the candidate has, as strings.
    """
    slots, values = fields(candidate.kind) or (tuple(candidate.slots), tuple(candidate.values))
    spelled = text[candidate.start : candidate.end]
    stated = {"text": spelled}
    for name in slots:
        if name in candidate.slots:
            start, end = candidate.slots[name]
            stated[name] = text[start:end]
    plain = _PLAIN.get(candidate.kind, {})
    for name in values:
        value = candidate.values.get(name, "")
        if value and value != plain.get(name) and not (name == "name" and value == spelled):
            stated[name] = value
    return stated


def fields(kind: str) -> Fields | None:
    """Return the slots and the values of a kind's objects; ``None`` for kinds of a user's own."""
    return _FIELDS.get(kind)
