"""A glossary as JSON Lines: one concept a line, with everything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, TextIO

from .concept import Concept, Evidence, Form, Issue

if TYPE_CHECKING:
    from cattrs import Converter


def write(concepts: Iterable[Concept], out: TextIO) -> None:
    """Write each concept as a JSON object in a line of its own."""
    for concept in concepts:
        out.write(json.dumps(_converter().unstructure(concept), ensure_ascii=False) + "\n")


def read(lines: Iterable[str]) -> Iterator[Concept]:
    """Read what :func:`write` wrote.

    Raises:
        ValueError: Where a line is no concept; the message says which and why.
    """
    from cattrs import transform_error

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _converter().structure(json.loads(line), Concept)
        except ValueError as error:
            raise ValueError(f"line {number} is not JSON: {error}") from error
        except Exception as error:
            reasons = "; ".join(transform_error(error, path="concept"))
            raise ValueError(f"line {number} is no concept: {reasons}") from error


@cache
def _converter() -> Converter:
    """The converter, made when first asked for: cattrs takes a while to import."""
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn

    converter = Converter(forbid_extra_keys=True)
    for kind in (Form, Issue, Evidence, Concept):
        converter.register_structure_hook(
            kind, make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)
        )
    return converter
