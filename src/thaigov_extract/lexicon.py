"""The shipped word lists, read once when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


def read_data(name: str) -> str:
    """Return the text of ``data/<name>``.

    Args:
        name: File name.
    """
    # not importlib.resources: importing that takes as long as reading all word lists
    return (_DATA / name).read_text(encoding="utf-8")


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``data/<name>.tsv`` without comments and empty lines.

    Args:
        name: File name without its ending.

    Returns:
        One tuple of columns per row.
    """
    lines = read_data(f"{name}.tsv").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


_Ready = tuple[dict[str, tuple[int, ...]], tuple[int, ...], frozenset[str]]
"""Lengths of words by their first letters, those of shorter words, the words themselves."""

_FIRST = 4
"""First letters that tell words of one beginning apart: few lengths are left to try."""


class WordsByStart:
    """Words of a list that begin at a place of a text, found by their first letters.

    The words of each beginning are kept as one string until they are asked for: a text asks for
    few of them, and thousands of strings take long to load.

    Args:
        words: Words of two letters or more, without line ends; a shorter one is found at the
            text's end only.
    """

    __slots__ = ("_joined", "_ready")

    def __init__(self, words: Iterable[str]) -> None:
        groups: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            groups.setdefault(word[:2], []).append(word)
        self._joined = {begin: "\n".join(group) for begin, group in groups.items()}
        self._ready: dict[str, _Ready] = {}

    def __getstate__(self) -> dict[str, str]:
        return self._joined

    def __setstate__(self, joined: dict[str, str]) -> None:
        self._joined, self._ready = joined, {}

    def lengths_at(self, text: str, start: int) -> Sequence[int]:
        """Return the lengths of the words that begin at *start*, the longest first."""
        begin = text[start : start + 2]
        if begin not in self._joined:
            return ()
        longer, short, words = self._ready.get(begin) or self._make_ready(begin)
        lengths = longer.get(text[start : start + _FIRST], short)
        left = len(text) - start  # a slice past the end is shorter than it is asked to be
        return [n for n in lengths if n <= left and text[start : start + n] in words]

    def longest_at(self, text: str, start: int) -> str:
        """Return the longest word that begins at *start*, or the empty string."""
        begin = text[start : start + 2]
        if begin in self._joined:
            longer, short, words = self._ready.get(begin) or self._make_ready(begin)
            for length in longer.get(text[start : start + _FIRST], short):
                word = text[start : start + length]
                if word in words:
                    return word
        return ""

    def __iter__(self) -> Iterator[str]:
        for joined in self._joined.values():
            yield from joined.split("\n")

    def __len__(self) -> int:
        return sum(joined.count("\n") + 1 for joined in self._joined.values())

    def __contains__(self, word: str) -> bool:
        """Whether *word* is one of the words."""
        begin = word[:2]
        if begin not in self._joined:
            return False
        return word in (self._ready.get(begin) or self._make_ready(begin))[2]

    def _make_ready(self, begin: str) -> _Ready:
        words = frozenset(self._joined[begin].split("\n"))
        lengths: dict[str, set[int]] = {}
        for word in words:
            if len(word) >= _FIRST:
                lengths.setdefault(word[:_FIRST], set()).add(len(word))
        short = {len(word) for word in words if len(word) < _FIRST}
        longer = {first: _longest_first(those | short) for first, those in lengths.items()}
        ready = self._ready[begin] = longer, _longest_first(short), words
        return ready


def _longest_first(lengths: set[int]) -> tuple[int, ...]:
    return tuple(sorted(lengths, reverse=True))
