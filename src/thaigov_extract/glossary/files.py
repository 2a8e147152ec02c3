"""Glossaries in files, the form told by the suffix."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from . import csv_form, jsonl_form, tbx_form
from .concept import Concept
from .glossary import Glossary

SUFFIXES = (".csv", ".jsonl", ".tbx")


class GlossaryError(ValueError):
    """A file that is no glossary, or cannot become one; the message is one line for a person."""


def check_suffix(path: str | Path) -> str:
    """Return the suffix of a glossary's file.

    Raises:
        GlossaryError: Where no form of glossary has it.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise GlossaryError(
            f"{path} has no suffix of a glossary; name it {', '.join('*' + s for s in SUFFIXES)}"
        )
    return suffix


def write_glossary(
    glossary: Iterable[Concept], path: str | Path, *, bom: bool = False, two_columns: bool = False
) -> None:
    """Write a glossary, or some concepts of one.

    Args:
        glossary: A :class:`Glossary` or its concepts.
        path: ``.csv``, ``.jsonl`` or ``.tbx`` (TBX-Basic, ISO 30042:2019).
        bom: Begin a CSV file with a byte order mark, without which Excel takes Thai for Latin.
        two_columns: Write the CSV file as ``thai,english`` rows of the preferred forms only; such
            a file cannot be read back.

    Raises:
        GlossaryError: Where the suffix is another, an option does not fit it, or there is no
            concept for a TBX document, which must have one.
        OSError: Where the file cannot be written.
    """
    suffix = check_suffix(path)
    if suffix != ".csv" and (bom or two_columns):
        raise GlossaryError(
            f"{path} is no .csv file: a byte order mark and two columns are for CSV"
        )
    concepts = tuple(glossary)
    if suffix == ".tbx" and not concepts:
        raise GlossaryError(f"{path}: a TBX document holds one concept at least, and there is none")
    encoding = "utf-8-sig" if bom else "utf-8"
    newline = "" if suffix == ".csv" else "\n"
    with open(path, "w", encoding=encoding, newline=newline) as out:
        if two_columns:
            csv_form.write_two_columns(concepts, out)
        elif suffix == ".csv":
            csv_form.write(concepts, out)
        elif suffix == ".jsonl":
            jsonl_form.write(concepts, out)
        else:
            tbx_form.write(concepts, out)


def read_glossary(path: str | Path) -> Glossary:
    """Read a glossary that :func:`write_glossary` wrote.

    Args:
        path: ``.csv`` (not the two-column form), ``.jsonl`` or ``.tbx``.

    Returns:
        The glossary; it is finished and takes no more releases.

    Raises:
        GlossaryError: Where the file is no such glossary; the message says why.
        OSError: Where the file cannot be read.
    """
    suffix = check_suffix(path)
    try:
        if suffix == ".tbx":
            with open(path, "rb") as source:
                return Glossary(tbx_form.read(source))
        with open(path, encoding="utf-8-sig", newline="" if suffix == ".csv" else None) as lines:
            form = csv_form if suffix == ".csv" else jsonl_form
            return Glossary(form.read(lines))
    except UnicodeDecodeError as error:
        raise GlossaryError(f"{path} is not UTF-8: byte {error.start} breaks it") from error
    except ValueError as error:
        raise GlossaryError(f"{path}: {error}") from error
