"""What the release itself shows of the names in it: ends that stand free, and names that a line break splits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from ..agency_border import LETTERS
from ..candidate import Candidate
from ..context import Context
from ..occurrences import Occurrences
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
    if stop - 1 <= after + _LEAST:
        return 0
    text = context.text
    stem = text[start : after + _LEAST + 1]
    if len(text) < _LONG_TEXT and text.count(stem) <= _TWICE:
        return 0  # here, and not twice elsewhere
    names, longest = context.once(_free_names)
    for end in range(min(stop - 1, start + longest), after + _LEAST, -1):
        if text[start:end] in names and _has_unit(text[start:end]):
            return end
    return 0


_LEAST = 6
_TWICE = 2
_LONG_TEXT = 20_000
"""Characters from which on it costs less to read the text once than to count in it for each name."""

"""So many times a name must stand free; once it may be a kind of body."""


_RUN = compiled(rf"(?<![ก-๎])[{LETTERS}]{{{_LEAST},200}}+{_FREE.pattern}")
_MOST = 60


def _free_names(context: Context) -> tuple[frozenset[str], int]:
    """The runs of letters that stand free in the release so often, and the longest one's length.

    That a run begins with a head is asked of the few that matter (:func:`_has_unit`): a pattern of
    all heads takes twenty times as long.
    """
    often = frozenset(
        run for run, times in Counter(_RUN.findall(context.text)).items() if times >= _TWICE
    )
    return often, max(map(len, often), default=0)


def _has_unit(name: str) -> bool:
    """Whether a name begins with a head of a unit and goes on behind it."""
    return any(
        name[:length] in _units()
        for length in range(max(1, len(name) - _MOST), len(name) - _LEAST + 1)
    )


@cache
def _units() -> frozenset[str]:
    return frozenset(head for head, row in heads().items() if row.form == "unit")


def match_again(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Find the names that one place shows wherever else the release writes them alike.

    What shows where a name with spaces ends (the number of a meeting, a short form, an English name)
    stands there once, and so does the word of dealing before a Latin name.
    """
    text = context.text
    once = {
        text[body.start : body.end]: body
        for body in context.found("agency")
        if body.rule == "agency.dealt-with"
        or (
            body.rule in ("agency.name", "agency.term")
            and body.values.get("form") == "full"
            and text.find(" ", body.start, body.end) > 0
        )
    }
    places = Occurrences(text, once)
    for name, body in once.items():
        for at in places.of(name):
            if at != body.start and not _GOES_ON.match(text, at + len(name)):
                yield Candidate("agency", at, at + len(name), "agency.again", values=body.values)


_GOES_ON = compiled(r"(?<=[ก-๎])[ก-๎]|(?<=[A-Za-z0-9])(?:[A-Za-z0-9@_/]| [A-Z])")


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
