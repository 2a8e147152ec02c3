"""Extractions that an earlier version wrote down, to be compared with those of today."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path

import attrs
from attrs import frozen

from ..model import Agency, DateMention, Extraction, TermPair
from ..serialise import FormatError, from_dict

SUFFIX = ".jsonl"


class RecordingError(ValueError):
    """A recording that cannot be read; the message is one line for a person."""


class Recording:
    """A file that ``thaigov-extract … --format jsonl`` wrote: one extraction a line, found by id.

    Only the places of the lines are kept in memory.  Where an id occurs several times, its
    lines are given in their order, and the last one ever after.

    Args:
        path: The file.

    Raises:
        RecordingError: Where it cannot be read, or a line is no extraction with an id.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._offsets: dict[str, deque[int]] = {}
        try:
            self._file = self.path.open("rb")
        except OSError as error:
            raise RecordingError(f"{path} cannot be read: {error.strerror}") from error
        offset = 0
        for number, line in enumerate(self._file, start=1):
            if line.strip():
                self._offsets.setdefault(self._id(line, number), deque()).append(offset)
            offset += len(line)
        if not self._offsets:
            raise RecordingError(f"{path} holds no extraction")

    def _id(self, line: bytes, number: int) -> str:
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict) or "schema" not in record:
            raise RecordingError(
                f"{self.path}:{number} is no extraction; "
                "record with: thaigov-extract PATH… --format jsonl -o FILE.jsonl"
            )
        if not isinstance(record.get("id"), str):
            raise RecordingError(
                f"{self.path}:{number} has no id, so no release can be matched with it"
            )
        return str(record["id"])

    def __len__(self) -> int:
        return sum(map(len, self._offsets.values()))

    def line(self, id: str | None) -> bytes | None:
        """Return the JSON text recorded for a release, or ``None`` where there is none."""
        offsets = self._offsets.get(id) if id is not None else None
        if not offsets:
            return None
        self._file.seek(offsets.popleft() if len(offsets) > 1 else offsets[0])
        return self._file.readline()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Recording:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@frozen
class Recorded:
    """An extraction that was read back.

    Attributes:
        extraction: The objects.
        unknown: Fields that the version that wrote it did not have, as ``agency.english``.
    """

    extraction: Extraction
    unknown: frozenset[str]


def recorded(line: bytes) -> Recorded:
    """Return the extraction of a recorded line.

    Raises:
        RecordingError: Where it is none of this version's form.
    """
    try:
        data = json.loads(line)
        extraction = from_dict(data)
    except FormatError as error:
        raise RecordingError(f"a recorded extraction cannot be read: {error}") from error
    unknown = [
        f"{kind}.{name}"
        for kind, (group, form) in _FORMS.items()
        for name in attrs.fields_dict(form)
        if data.get(group) and name not in data[group][0]
    ]
    return Recorded(extraction, frozenset(unknown))


_FORMS: dict[str, tuple[str, type[attrs.AttrsInstance]]] = {
    "agency": ("agencies", Agency),
    "term": ("terms", TermPair),
    "date": ("dates", DateMention),
}
"""Where the objects stand whose fields are compared as they come; see :mod:`.items`."""
