"""Lexicon entries of a rule: literal names, with the borders that a name in Thai text has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex
from attrs import field, frozen

from .context import Context
from .fold import fold
from .pattern import PatternMatch
from .pattern_syntax import PatternError
from .rules.agency_aliases import stands_free
from .rules.agency_words import longest_known_name

_INSIDE_CLUSTER = regex.compile("[ะาำิีึืฺุู็่้๊๋์ํ๎ๅ]")
_SPACES = " {0,3}"


@frozen
class Entry:
    """One literal form.

    Attributes:
        text: The form as written; a space in it may be up to three, or none.
        values: Fields of the object where this form stands.
    """

    text: str
    values: Mapping[str, str] = field(factory=dict, hash=False)


def _as_entries(entries: tuple[str | Entry, ...]) -> tuple[Entry, ...]:
    return tuple(
        Entry(fold(e).text) if isinstance(e, str) else Entry(fold(e.text).text, e.values)
        for e in entries
    )


@frozen
class WordList:
    """Literal forms as the matcher of a rule.

    A form stands where no longer name that the registry knows begins (``กรมการขนส่ง`` is not
    found in ``กรมการขนส่งทางบก``), where no Thai vowel or sign goes on after it, and, for short
    forms with dots or Latin letters, where it is not part of a longer one.

    Args:
        entries: Strings or :class:`Entry` values; the longest that fits counts.

    Raises:
        PatternError: Where there is none, or an empty one.
    """

    entries: tuple[Entry, ...] = field(converter=_as_entries)

    @entries.validator
    def _not_empty(self, _attribute: object, entries: tuple[Entry, ...]) -> None:
        if not entries or not all(entry.text.strip() for entry in entries):
            raise PatternError("a word list needs words, and no empty ones")

    @property
    def triggers(self) -> tuple[str, ...]:
        """What each form has before its first space."""
        return tuple(dict.fromkeys(entry.text.split(" ")[0] for entry in self.entries))

    @property
    def slots(self) -> frozenset[str]:
        """None: a literal form has no parts."""
        return frozenset()

    @property
    def kinds(self) -> frozenset[str]:
        """None: it looks for no other objects."""
        return frozenset()

    def find(self, context: Context, start: int, end: int) -> Iterator[PatternMatch]:
        """Yield the longest form that stands at *start*."""
        text = context.text
        for entry in sorted(self.entries, key=lambda e: -len(e.text)):
            stop = _end(text, start, entry.text)
            if stop is not None and _stands(text, start, stop, entry.text):
                yield PatternMatch(start, stop, {}, entry.values)
                return


def _end(text: str, start: int, form: str) -> int | None:
    if " " not in form:
        return start + len(form) if text.startswith(form, start) else None
    spaced = _SPACES.join(regex.escape(part) for part in form.split())
    found = regex.match(spaced, text, pos=start)
    return found.end() if found else None


def _stands(text: str, start: int, end: int, form: str) -> bool:
    if form.isascii() or form.endswith("."):
        return stands_free(text, start, end, form)
    if _INSIDE_CLUSTER.match(text, end):
        return False
    return longest_known_name(text, start) <= end
