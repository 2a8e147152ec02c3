"""Where known strings stand in a text: each looked for by itself, in a long text all in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import ahocorasick

_LONG_TEXT = 20_000


class Occurrences:
    """The places of each of some strings, in time linear in the text however many they are.

    Args:
        text: Folded text.
        strings: What will be asked for, in any order; the empty string is passed over.
    """

    def __init__(self, text: str, strings: Iterable[str]) -> None:
        self._text = text
        self._found: dict[str, list[int]] | None = None
        if len(text) < _LONG_TEXT:
            return
        self._found = {string: [] for string in strings if string}
        if not self._found:
            return
        automaton = ahocorasick.Automaton()
        for string in self._found:
            automaton.add_word(string, string)
        automaton.make_automaton()
        for last, string in automaton.iter(text):
            self._found[string].append(last + 1 - len(string))

    def of(self, string: str) -> Iterator[int]:
        """Yield the places of *string* in text order, none of which overlaps the one before.

        Args:
            string: One of the strings given.
        """
        if self._found is not None:
            end = 0
            for start in self._found[string]:
                if start >= end:
                    yield start
                    end = start + len(string)
            return
        start = self._text.find(string)
        while start >= 0:
            yield start
            start = self._text.find(string, start + len(string))
