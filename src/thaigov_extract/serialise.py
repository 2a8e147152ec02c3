"""Objects to JSON and back without loss."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from .lexicon import read_data
from .model import (
    SCHEMA_VERSION,
    Agency,
    DateMention,
    Extraction,
    Mention,
    Name,
    Official,
    Position,
    Record,
    Span,
    TermPair,
    Title,
)

if TYPE_CHECKING:
    from cattrs import Converter

_LISTS = ("officials", "titles", "agencies", "terms", "dates")


class FormatError(ValueError):
    """A JSON object that is no extraction; the message says where it breaks."""


def to_dict(extraction: Extraction) -> dict[str, Any]:
    """Return the JSON form of an extraction; :func:`schema` describes it.

    ``records`` is there where rules of a user's own kinds found something; what their ``build``
    made of it is no part of the form.
    """
    head = {name: getattr(extraction, name) for name in ("id", "url", "headline", "published")}
    lists = {name: _plain(getattr(extraction, name)) for name in _LISTS}
    if extraction.records:
        lists["records"] = _plain(extraction.records)
    return {"schema": extraction.schema, **head, **lists}


def _plain(value: object) -> Any:
    """Return an object as dicts and lists (cattrs does it too, but takes long to import)."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, Name):
        return _name_out(value)
    fields = _fields(type(value))  # type: ignore[arg-type]  # classes are hashable
    if not fields:
        return value
    return {field: _plain(getattr(value, field)) for field in fields}


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a class that the JSON form has; none for what is no object of ours."""
    fields = getattr(kind, "__attrs_attrs__", ())
    return tuple(field.name for field in fields if (kind, field.name) != (Record, "value"))


def _name_out(name: Name) -> dict[str, Any]:
    spans = {"prefix": name.prefix_span, "given": name.given_span, "family": name.family_span}
    return {
        "text": name.text,
        "start": name.start,
        "end": name.end,
        **{part: span.text if span else None for part, span in spans.items()},
        "parts": {part: [span.start, span.end] for part, span in spans.items() if span},
    }


def to_json(extraction: Extraction, *, indent: int | None = None) -> str:
    """Return the JSON text of an extraction, Thai letters as they are."""
    return json.dumps(to_dict(extraction), ensure_ascii=False, indent=indent)


def from_dict(data: Mapping[str, Any]) -> Extraction:
    """Return the extraction of a JSON form.

    Args:
        data: What :func:`to_dict` made.

    Raises:
        FormatError: Where the schema version is another or a field is missing or wrong.
    """
    version = data.get("schema")
    if version != SCHEMA_VERSION:
        raise FormatError(
            f"schema version {version!r} is not {SCHEMA_VERSION}; "
            "extract again with this version of thaigov-extract"
        )
    try:
        return _converter().structure(data, Extraction)
    except Exception as error:
        raise FormatError(f"not an extraction: {_reason(error)}") from error


def from_json(text: str | bytes) -> Extraction:
    """Return the extraction of a JSON text; see :func:`from_dict`."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise FormatError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise FormatError("not an extraction: the JSON text is no object")
    return from_dict(data)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the JSON form."""
    loaded: dict[str, Any] = json.loads(read_data("schema.json"))
    return loaded


def _reason(error: Exception) -> str:
    from cattrs import transform_error

    return "; ".join(transform_error(error, path="extraction"))


@cache
def _converter() -> Converter:
    """The converter, made when first asked for: cattrs takes a while to import."""
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, override

    converter = Converter(forbid_extra_keys=True)

    def name_in(data: Mapping[str, Any], _: type) -> Name:
        spans = {part: Span(data[part], *map(int, place)) for part, place in data["parts"].items()}
        return Name(
            str(data["text"]),
            int(data["start"]),
            int(data["end"]),
            spans.get("prefix"),
            spans.get("given"),
            spans.get("family"),
        )

    converter.register_structure_hook(Name, name_in)
    converter.register_structure_hook(
        Record,
        make_dict_structure_fn(
            Record, converter, _cattrs_forbid_extra_keys=True, value=override(omit=True)
        ),
    )
    for kind in (Span, Mention, Position, Official, Title, Agency, TermPair, DateMention):
        converter.register_structure_hook(
            kind, make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)
        )
    return converter
