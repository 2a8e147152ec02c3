"""Releases in a Parquet file, read a few rows at a time; needs the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .release import ReadError

_ROWS = 256
"""Rows that are Python objects at once."""

_BUFFER = 1 << 16
"""Bytes of the file that are read at once."""


def read_rows(path: str | Path) -> Iterator[dict[str, object]]:
    """Read the columns ``id`` and ``text``.

    Args:
        path: A Parquet file; ``id`` may be missing.

    Yields:
        Each row as it stands there, by the names of the columns.

    Raises:
        ReadError: Where pyarrow is missing, the file is none, or it has no column ``text``.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise ReadError(
            "is a Parquet file, which needs pyarrow: pip install 'thaigov-extract[parquet]'"
        ) from error
    try:
        # no read-ahead, one thread: the memory stays that of one row group
        with ParquetFile(path, pre_buffer=False, buffer_size=_BUFFER) as file:
            names = file.schema_arrow.names
            if "text" not in names:
                raise ReadError(
                    f"has no column 'text', only {', '.join(map(repr, names)) or 'none'}; "
                    "name the columns 'id' and 'text'"
                )
            columns = [name for name in ("id", "text") if name in names]
            for batch in file.iter_batches(_ROWS, columns=columns, use_threads=False):
                yield from batch.to_pylist()
    except (ArrowException, OSError) as error:
        reason = str(error).split("\n")[0]
        raise ReadError(f"cannot be read as a Parquet file: {reason}") from error
