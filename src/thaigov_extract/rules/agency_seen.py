"""What the release itself shows of the names in it: ends that stand free, and names that a line break splits."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from ..agency_border import LETTERS
from ..context import Context
from ..prepared import compiled, prepared
from .agency_words import gazetteer, heads

_FREE = compiled(r"(?=[ \n(),.”\"]|$)")


def seen_end(context: Context, start: int, after: int, stop: int) -> int:
    """Return where a name that stands free elsewhere in the release ends at *start*, or 0.

    Args:
        context: The release.
        start: Offset where the name begins.
        after: Offset after its head; a name goes on behind it.
        stop: The run of letters ends here.
    """
    names = context.once(_free_names)
    text = context.text
    for end in range(stop - 1, after + _LEAST, -1):
        if names[text[start:end]] >= _TWICE:
            return end
    return 0


_LEAST = 6
_TWICE = 2
"""So many times a name must stand free; once it may be a kind of body."""


def _free_names(context: Context) -> Counter[str]:
    """The runs of letters of the release that begin with a head and end before no letter."""
    return Counter(found[0] for found in _runs().finditer(context.text))


@cache
def _runs() -> regex.Pattern[str]:
    units = sorted((h for h, row in heads().items() if row.form == "unit"), key=len, reverse=True)
    return compiled(
        rf"(?<![ก-๎])(?:{'|'.join(map(regex.escape, units))})[{LETTERS}]{{{_LEAST},60}}+{_FREE.pattern}"
    )


def split_end(text: str, start: int, stop: int) -> int:
    """Return where a known name that one space or line break splits ends, or 0.

    ``กรมป้องกันและบรรเทา|สาธารณภัย`` in a text whose lines were broken by hand.

    Args:
        text: Folded text.
        start: Offset where the name begins.
        stop: The run of letters ends here, before the space.
    """
    if text[stop : stop + 1] not in (" ", "\n") or stop - start < _STEM:
        return 0
    begun = text[start:stop]
    if begun in gazetteer():
        return 0
    for rest in _rests().get(begun[:_STEM], ()):
        if rest.startswith(begun) and len(rest) > len(begun) + 3:
            tail = rest[len(begun) :]
            if text.startswith(tail, stop + 1):
                end = stop + 1 + len(tail)
                return end if not "ะ" <= text[end : end + 1] <= "์" else 0
    return 0


def known_by_stem(begun: str) -> tuple[str, ...]:
    """Return the known names without inner spaces that begin with the first letters of *begun*."""
    return _rests().get(begun[:_STEM], ()) if len(begun) >= _STEM else ()


_STEM = 9
"""Letters that must stand before the break."""


@prepared
def _rests() -> dict[str, tuple[str, ...]]:
    """Known names without inner spaces by their first letters, longest first."""
    by_stem: dict[str, list[str]] = {}
    for name in sorted(gazetteer(), key=len, reverse=True):
        if len(name) > _STEM + 3 and " " not in name:
            by_stem.setdefault(name[:_STEM], []).append(name)
    return {stem: tuple(names) for stem, names in by_stem.items()}
