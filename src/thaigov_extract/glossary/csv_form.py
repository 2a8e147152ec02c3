"""A glossary as CSV: for spreadsheets with everything in it, and in two columns for CAT tools.

A cell that a spreadsheet would take for a formula (it starts with ``=``, ``+``, ``-``, ``@``, a tab
or a carriage return) gets an apostrophe before it, as OWASP advises against CSV injection; reading
takes it away again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO, cast, get_args

from ..model import TermKind
from .concept import Concept
from .notation import (
    join,
    read_evidence,
    read_form,
    read_issue,
    split,
    write_evidence,
    write_form,
    write_issue,
)

COLUMNS = (
    "id",
    "thai",
    "english",
    "abbreviation",
    "thai_abbreviation",
    "kind",
    "confidence",
    "occurrences",
    "releases",
    "first",
    "last",
    "issues",
    "thai_forms",
    "english_forms",
    "abbreviation_forms",
    "thai_abbreviation_forms",
    "evidence",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write(concepts: Iterable[Concept], out: TextIO) -> None:
    """Write the full form: a heading, then a row for each concept.

    Args:
        concepts: What to write.
        out: A text file opened with ``newline=""``.
    """
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for concept in concepts:
        rows.writerow(map(safe, _row(concept)))


def write_two_columns(concepts: Iterable[Concept], out: TextIO) -> None:
    """Write ``thai,english`` rows of the preferred forms, without a heading.

    A concept without an English name gives its abbreviation.  DeepL, Google Translate and most
    CAT tools take this as a glossary.
    """
    rows = csv.writer(out)
    for concept in concepts:
        english = concept.preferred_english or concept.abbreviation
        if english:
            rows.writerow((safe(concept.preferred_thai), safe(english)))


def read(lines: Iterable[str]) -> Iterator[Concept]:
    """Read the full form.

    Args:
        lines: Of a text file opened with ``newline=""``, the byte order mark taken away.

    Raises:
        ValueError: Where the heading or a row is not what :func:`write` writes.
    """
    rows = csv.reader(lines)
    if tuple(next(rows, ())) != COLUMNS:
        raise ValueError(
            f"the heading is not {','.join(COLUMNS)}; the two-column form cannot be read back"
        )
    for row in rows:
        if len(row) != len(COLUMNS):
            raise ValueError(f"line {rows.line_num} has {len(row)} cells, not {len(COLUMNS)}")
        try:
            yield _concept(dict(zip(COLUMNS, map(unsafe, row), strict=True)))
        except ValueError as error:
            raise ValueError(f"line {rows.line_num}: {error}") from error


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def unsafe(cell: str) -> str:
    """Return what :func:`safe` was given."""
    return cell[1:] if cell.startswith("'") else cell


def _row(concept: Concept) -> tuple[str, ...]:
    short = concept.thai_abbreviations
    return (
        concept.id,
        concept.preferred_thai,
        concept.preferred_english or "",
        concept.abbreviation or "",
        short[0].text if short else "",
        concept.kind,
        str(concept.confidence),
        str(concept.occurrences),
        str(concept.releases),
        concept.first or "",
        concept.last or "",
        join(write_issue(issue) for issue in concept.issues),
        *(
            join(map(write_form, forms))
            for forms in (concept.thai, concept.english, concept.abbreviations, short)
        ),
        join(map(write_evidence, concept.evidence)),
    )


def _concept(cells: dict[str, str]) -> Concept:
    kind = cells["kind"]
    if kind not in get_args(TermKind):
        raise ValueError(f"{kind!r} is no kind of term; there are {', '.join(get_args(TermKind))}")
    thai = tuple(map(read_form, split(cells["thai_forms"])))
    if not thai:
        raise ValueError("a concept has no Thai form in the column thai_forms")
    return Concept(
        id=cells["id"],
        kind=cast(TermKind, kind),
        thai=thai,
        english=tuple(map(read_form, split(cells["english_forms"]))),
        abbreviations=tuple(map(read_form, split(cells["abbreviation_forms"]))),
        thai_abbreviations=tuple(map(read_form, split(cells["thai_abbreviation_forms"]))),
        occurrences=int(cells["occurrences"]),
        releases=int(cells["releases"]),
        first=cells["first"] or None,
        last=cells["last"] or None,
        confidence=float(cells["confidence"]),
        issues=tuple(map(read_issue, split(cells["issues"]))),
        evidence=tuple(map(read_evidence, split(cells["evidence"]))),
    )
