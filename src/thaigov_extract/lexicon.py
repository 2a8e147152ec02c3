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
        words: Words of two letters or more; a shorter one is found at the text's end only.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {
            begin: tuple(sorted(found, reverse=True)) for begin, found in lengths.items()
        }

    def lengths_at(self, text: str, start: int) -> Iterator[int]:
        """Yield the lengths of the words that begin at *start*, the longest first."""
        for length in self._lengths.get(text[start : start + 2], ()):
            if text[start : start + length] in self._words:
                yield length

    def longest_at(self, text: str, start: int) -> str:
        """Return the longest word that begins at *start*, or the empty string."""
        for length in self.lengths_at(text, start):
            return text[start : start + length]
        return ""
