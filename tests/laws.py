"""The law of offsets, for every object that has a text and a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import fields, has


def places(value: Any) -> Iterator[Any]:
    """Yield everything below *value* that has a text, a start and an end."""
    if isinstance(value, tuple):
        for item in value:
            yield from places(item)
    elif has(type(value)):
        if hasattr(value, "start"):
            yield value
        for attribute in fields(type(value)):
            yield from places(getattr(value, attribute.name))


def broken(extraction: Any, text: str) -> list[Any]:
    """Return the objects whose text is not what stands at their offsets."""
    return [p for p in places(extraction) if text[p.start : p.end] != p.text or not p.text]
