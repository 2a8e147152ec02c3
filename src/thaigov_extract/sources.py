"""Find the releases that a person names at the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from .read import ReadError, Release, check_thai, decode, read

SUFFIXES = (".txt", ".jsonl")


@frozen
class Source:
    """A release, or the reason why there is none.

    Attributes:
        name: Path, or path and line, for messages.
        release: What was read, or ``None``.
        problem: One line that says what is wrong and how to mend it, or ``None``.
    """

    name: str
    release: Release | None = None
    problem: str | None = None


def find_sources(paths: Iterable[str]) -> Iterator[Source]:
    """Read releases one by one, so that memory stays flat.

    Args:
        paths: Text files, ``.jsonl`` files with ``id`` and ``text`` in each line, folders
            (searched for both, sorted by name) and ``-`` for standard input.

    Yields:
        One source per release; a file that cannot be read is a source with a problem.
    """
    for path in paths:
        if path == "-":
            yield _read_text("standard input", sys.stdin.buffer.read(), None)
            continue
        place = Path(path)
        if place.is_dir():
            files = sorted(p for p in place.rglob("*") if p.suffix in SUFFIXES and p.is_file())
            if not files:
                yield Source(path, problem="is a folder without .txt or .jsonl files")
            for file in files:
                yield from _read_file(file)
        else:
            yield from _read_file(place)


def _read_file(path: Path) -> Iterator[Source]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        yield Source(str(path), problem="does not exist; check the path")
        return
    except OSError as error:
        yield Source(str(path), problem=f"cannot be read: {error.strerror}")
        return
    if path.suffix == ".jsonl":
        yield from _read_lines(path, data)
    else:
        yield _read_text(str(path), data, path.stem)


def _read_text(name: str, data: bytes, stem: str | None) -> Source:
    try:
        text = decode(data)
        check_thai(text)
    except ReadError as error:
        return Source(name, problem=str(error))
    release = read(text)
    if release.id is None and stem is not None:
        release = read(text, id=stem)
    return Source(name, release)


def _read_lines(path: Path, data: bytes) -> Iterator[Source]:
    try:
        text = decode(data)
    except ReadError as error:
        yield Source(str(path), problem=str(error))
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        name = f"{path}:{number}"
        try:
            record = json.loads(line)
            release = read(record["text"], id=str(record["id"]) if "id" in record else None)
            check_thai(release.text)
        except ReadError as error:
            yield Source(name, problem=str(error))
        except (ValueError, KeyError, TypeError):
            yield Source(name, problem='is no JSON object with "id" and "text"')
        else:
            yield Source(name, release)
