"""The shipped word lists, read once when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``data/<name>.tsv`` without comments and empty lines.

    Args:
        name: File name without its ending.

    Returns:
        One tuple of columns per row.
    """
    text = files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")
    )


class WordsByStart:
    """Words of a list that begin at a place of a text, found by their first two letters.

    Args:
        words: Words of any length but none.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:2], set()).add(len(word))
        # a word of one letter begins like any other with that letter
        ones = [word for word in self._words if len(word) == 1]
        for begin, found in lengths.items():
            found.update(1 for one in ones if begin[0] == one)
        self._ones = frozenset(ones)
        self._lengths = {
            begin: tuple(sorted(found, reverse=True)) for begin, found in lengths.items()
        }

    def lengths_at(self, text: str, start: int) -> Iterator[int]:
        """Yield the lengths of the words that begin at *start*, the longest first."""
        begin = text[start : start + 2]
        lengths = self._lengths.get(begin)
        if lengths is None:
            if begin[:1] in self._ones:
                yield 1
            return
        for length in lengths:
            if text[start : start + length] in self._words:
                yield length

    def longest_at(self, text: str, start: int) -> str:
        """Return the longest word that begins at *start*, or the empty string."""
        begin = text[start : start + 2]
        for length in self._lengths.get(begin, ()):
            word = text[start : start + length]
            if word in self._words:
                return word
        return begin[0] if self._ones and begin[:1] in self._ones else ""
