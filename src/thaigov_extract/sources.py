"""Find the releases that a person names at the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from .release import ReadError, Release, check_thai, decode, read

SUFFIXES = (".txt", ".jsonl", ".parquet")


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


def find_sources(paths: Iterable[str], output: str | None = None) -> Iterator[Source]:
    """Read releases one by one, so that memory stays flat.

    Args:
        paths: Text files, ``.jsonl`` files with ``id`` and ``text`` in each line, ``.parquet``
            files with columns of these names, folders (searched for all three, sorted by
            name) and ``-`` for standard input.
        output: A file that is being written, which no folder offers for reading.

    Yields:
        One source per release; a file that cannot be read is a source with a problem.
    """
    apart = None if output is None else Path(output).absolute()
    for path in paths:
        if path == "-":
            yield _read_input()
            continue
        if not path:
            yield Source('""', problem="is no path; name a file, a folder or - for standard input")
            continue
        place = Path(path)
        if place.is_dir():
            files = sorted(p for p in place.rglob("*") if _is_readable(p) and p.is_file())
            files = [file for file in files if file.absolute() != apart]
            if not files:
                yield Source(path, problem="is a folder without .txt, .jsonl or .parquet files")
            for file in files:
                yield from _read_file(file)
        else:
            yield from _read_file(place)


def is_input(output: str, paths: Iterable[str]) -> bool:
    """Whether a file that is to be written is there and would be read as well."""
    place = Path(output)
    if not place.is_file():
        return False
    for path in filter(None, paths):
        if Path(path).is_dir():
            if _is_readable(place) and place.resolve().is_relative_to(Path(path).resolve()):
                return True
        elif path != "-" and Path(path).exists() and place.samefile(path):
            return True
    return False


def _is_readable(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


class Reading:
    """The releases that a command line names; what cannot be read is said on standard error.

    Args:
        paths: See :func:`find_sources`.
        output: See :func:`find_sources`.

    Attributes:
        failed: Whether something could not be read so far.
    """

    def __init__(self, paths: Iterable[str], output: str | None = None) -> None:
        self._paths, self._output = paths, output
        self.failed = False

    def __iter__(self) -> Iterator[Release]:
        for source in find_sources(self._paths, self._output):
            if source.release is None:
                self.failed = True
                print(f"thaigov-extract: {source.name} {source.problem}", file=sys.stderr)
            else:
                yield source.release


def _read_input() -> Source:
    if sys.stdin is None:
        return Source("standard input", problem="is closed; pipe a release into it")
    return _read_text("standard input", sys.stdin.buffer.read(), None)


def _read_file(path: Path) -> Iterator[Source]:
    try:
        if path.suffix.lower() == ".jsonl":
            yield from _or_empty(path, _read_lines(path))
        elif path.suffix.lower() == ".parquet":
            yield from _or_empty(path, _read_rows(path))
        else:
            yield _read_text(str(path), path.read_bytes(), path.stem)
    except FileNotFoundError:
        yield Source(str(path), problem="does not exist; check the path")
    except OSError as error:
        yield Source(str(path), problem=f"cannot be read: {error.strerror}")
    except ReadError as error:
        yield Source(str(path), problem=str(error))


def _or_empty(path: Path, sources: Iterator[Source]) -> Iterator[Source]:
    """What a file of many releases holds; that it holds none is a problem."""
    first = next(sources, None)
    if first is None:
        yield Source(str(path), problem="is empty; give a file that holds a release")
        return
    yield first
    yield from sources


def _read_text(name: str, data: bytes, stem: str | None) -> Source:
    try:
        text = decode(data)
        check_thai(text)
    except ReadError as error:
        return Source(name, problem=str(error))
    if text.lstrip().startswith(('{"', "[{")) and '"text"' in text:
        return Source(name, problem="looks like JSON; put an object a line into a .jsonl file")
    release = read(text)
    if release.id is None and stem is not None:
        release = read(text, id=stem)
    return Source(name, release)


def _read_lines(path: Path) -> Iterator[Source]:
    for number, line in enumerate(_lines(path), start=1):
        name = f"{path}:{number}"
        try:
            text = decode(line).strip()
            record = json.loads(text) if text else None
        except ReadError as error:
            yield Source(name, problem=str(error))
            return
        except (ValueError, RecursionError):
            record = ()
        if isinstance(record, dict):
            if "officials" in record and "text" not in record:
                problem = 'is output of thaigov-extract: it has no "text" to read'
                yield Source(str(path), problem=problem)
                return
            yield _read_record(name, record, 'has no "text" that is a string')
        elif record is not None:
            yield Source(name, problem='is no JSON object with "id" and "text"')


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            # a byte of UTF-16 that looks like a line end may be none: this one is read whole
            yield from (line.encode() for line in decode(path.read_bytes()).split("\n"))
            return
        file.seek(0)
        yield from file


def _read_rows(path: Path) -> Iterator[Source]:
    from .parquet import read_rows

    path.open("rb").close()  # a path that leads nowhere is named as for any other file
    for number, row in enumerate(read_rows(path), start=1):
        yield _read_record(f"{path}:{number}", row, "has no text in this row")


def _read_record(name: str, record: Mapping[str, object], otherwise: str) -> Source:
    given, text = record.get("id"), record.get("text")
    if not isinstance(text, str):
        return Source(name, problem=otherwise)
    if isinstance(given, (dict, list, bool)) or given != given:
        return Source(name, problem='has an "id" that is neither a string nor a number')
    try:
        check_thai(text)
    except ReadError as error:
        return Source(name, problem=str(error))
    return Source(name, read(text, id=None if given is None else str(given)))
