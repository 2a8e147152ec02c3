"""Patterns and lexicons that the build has made ready.

Compiling the patterns and reading the lexicons takes most of a second, loading them ready-made a
few hundredths.  ``hatch_build.py`` has :func:`prepare` write ``prepared.pickle`` beside this
module when a wheel or an editable install is built: the patterns as :mod:`.engine` compiled
them, the lexicons as their functions built them.

The file is a shortcut, never a source: its key is a checksum of the modules and the data and the
versions of Python and ``regex``.  Where the key differs (an edited lexicon, another ``regex``) or
the file is not there, everything is made when it is first asked for, to the same result.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import regex

from .engine import compile_pattern, dumps, engines

T = TypeVar("T")

_FOLDER = Path(__file__).parent
_FILE = _FOLDER / "prepared.pickle"


class _Store:
    """What the file holds and what has been made in this process."""

    def __init__(self) -> None:
        self.lexicons: dict[str, bytes] = {}
        self.patterns: dict[tuple[str, int], regex.Pattern[str]] = {}
        self.made: dict[str, object] = {}
        try:
            key, patterns, lexicons = pickle.loads(_FILE.read_bytes())
            if key == _key():
                self.patterns, self.lexicons = pickle.loads(patterns), lexicons
        except FileNotFoundError:
            pass
        except Exception:
            # cut short, or of another time: as if it were not there
            self.patterns, self.lexicons = {}, {}


@cache
def _store() -> _Store:
    return _Store()


def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a compiled pattern, ready-made where the build has it; see :mod:`.engine`.

    Args:
        source: A regular expression of the package ``regex``.
        flags: Its flags.
    """
    patterns, key = _store().patterns, (source, int(flags))
    found = patterns.get(key)
    if found is None:
        found = patterns[key] = compile_pattern(source, flags)
    return found


def prepared(build: Callable[[], T]) -> Callable[[], T]:
    """Make a function without arguments run once at most: its value is kept, or ready-made.

    Args:
        build: The function; its value can be pickled and is not changed by anybody.
    """
    name = f"{build.__module__}.{build.__qualname__}"

    @cache
    @wraps(build)
    def value() -> T:
        store = _store()
        ready = store.lexicons.get(name)
        made: T = build() if ready is None else pickle.loads(ready)
        store.made[name] = made
        return made

    return value


def prepare(texts: Iterable[str]) -> Path:
    """Extract *texts* and write what that made to the file.

    Args:
        texts: Texts that call for most rules.

    Returns:
        The path of the file.
    """
    from .extractor import Extractor

    _FILE.unlink(missing_ok=True)
    extractor = Extractor()
    for text in texts:
        extractor.extract(text)
    store = _store()
    lexicons = {name: dumps(made) for name, made in sorted(store.made.items())}
    content = pickle.dumps((_key(), dumps(store.patterns), lexicons), 5)
    part = _FILE.with_suffix(".part")
    part.write_bytes(content)
    part.replace(_FILE)
    return _FILE


def _key() -> str:
    # a checksum tells an edit as well as a digest does, and hashlib takes longer to import
    size, checksum = 0, crc32(engines().encode())
    for folder in (_FOLDER, _FOLDER / "rules", _FOLDER / "data"):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.name.endswith((".py", ".tsv", ".json")):
                with open(entry.path, "rb") as file:
                    content = file.read()
                size += len(content)
                checksum = crc32(content, checksum)
    return f"{size} {checksum}"
