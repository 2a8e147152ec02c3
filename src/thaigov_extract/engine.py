"""Which engine reads a pattern: ``re`` of the standard library where it reads it alike, else ``regex``.

``re`` answers a question in half the time, and an extraction asks some nine hundred of them.
``regex`` reads more: look-behinds of any length, scripts (``\\p{Latin}``), the longest alternative.
Where the two would read one pattern in two ways it stays with ``regex`` as well:

- ``\\w`` and ``\\b`` take Thai vowels and tones for letters in ``regex`` alone, ``\\s`` differs in
  control characters;
- flags: letters without case are told apart differently.

Of the look-behinds of several lengths the commonest is said in another way, which ``re`` reads: one for
each of its alternatives.

A pattern of either has the methods that both share; ``overlapped``, ``timeout`` and the like are for
patterns that ``regex.compile`` made.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import re
import sys
from collections.abc import Callable
from typing import Any, cast

import regex

_ALIKE = sys.version_info >= (3, 11, 5)
"""Whether ``re`` knows possessive quantifiers (3.11), and reads them rightly (3.11.5)."""

_READ_APART = re.compile(r"\\[^AZdnrtux\W0-9]|\(\?[a-zA-OQ-Z]")
"""Borders, classes and properties of letters; inline flags."""


_PLAIN = r"(?:[^()\[\]|?*+{}\\]|\\.)+"
_SEVERAL_BEHIND = re.compile(rf"\(\?<(?P<sign>[=!])(?P<several>{_PLAIN}(?:\|{_PLAIN})+)\)")
"""A look-behind for one of several strings."""


def _one_by_one(behind: re.Match[str]) -> str:
    """Write ``(?<!a|bc)`` as ``(?<!a)(?<!bc)`` and ``(?<=a|bc)`` as ``(?:(?<=a)|(?<=bc))``."""
    each = [f"(?<{behind['sign']}{text})" for text in re.split(r"(?<!\\)\|", behind["several"])]
    return "".join(each) if behind["sign"] == "!" else f"(?:{'|'.join(each)})"


def compile_pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Compile a pattern with the faster engine that reads it as ``regex`` does.

    Args:
        source: A regular expression of the package ``regex``.
        flags: Its flags.
    """
    if _ALIKE and flags in (0, regex.DOTALL) and not _READ_APART.search(source):
        try:
            same = _SEVERAL_BEHIND.sub(_one_by_one, source)
            return cast("regex.Pattern[str]", re.compile(same, re.DOTALL if flags else 0))
        except re.error:
            pass  # a look-behind of several lengths, a name that stands twice
    return regex.compile(source, flags)


def engines() -> str:
    """Say which engines read patterns here: what they compiled can be read by the same ones alone."""
    import _sre  # type: ignore[import-not-found]

    return f"re {sys.version_info[:2]} {_sre.MAGIC} {_ALIKE}, regex {regex.__version__}"


def dumps(value: object) -> bytes:
    """Pickle a value; patterns of ``re`` in it as they are compiled, as ``regex`` pickles its own.

    ``re`` itself pickles their source, which would be compiled again at every start.
    """
    file = io.BytesIO()
    pickler = pickle.Pickler(file, 5)
    pickler.dispatch_table = {**copyreg.dispatch_table, re.Pattern: _reduced}
    pickler.dump(value)
    return file.getvalue()


def _reduced(pattern: re.Pattern[str]) -> tuple[Callable[..., object], tuple[Any, ...]]:
    """Say how to make a pattern of ``re`` without compiling it: what ``re.compile`` does last.

    That is CPython's own affair: where a later Python does it otherwise, the pattern is pickled as
    ``re`` pickles it, and starting takes longer.
    """
    try:
        return _compiled(pattern)
    except (ImportError, AttributeError, TypeError):
        return re.compile, (pattern.pattern, pattern.flags & ~re.UNICODE)


def _compiled(pattern: re.Pattern[str]) -> tuple[Callable[..., object], tuple[Any, ...]]:
    import _sre
    from re import _compiler, _parser  # type: ignore[attr-defined]

    flags = pattern.flags & ~re.UNICODE
    parsed = _parser.parse(pattern.pattern, flags)
    code = [int(word) for word in _compiler._code(parsed, flags)]
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    made = (
        pattern.pattern,
        flags | state.flags,
        code,
        state.groups - 1,
        state.groupdict,
        tuple(names),
    )
    _sre.compile(*made)  # whether it can be made so
    return _sre.compile, made
