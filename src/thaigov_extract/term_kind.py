"""Say what a term names, from the heads of both its sides."""

from __future__ import annotations

from functools import cache
from typing import cast

import regex

from .inside import is_person
from .lexicon import read_table
from .model import TermKind
from .prepared import compiled

_HEAD_END = compiled(
    r" (?:of|for|on|to|in|with|by|from|at|against|under|among|between|towards?|concerning) |[:,(–—]"
)
# `ASEAN Summit 2023`, `COP 26`: an edition stands after the head.
_EDITION = compiled(r"[\s\d\-–/’'.]+$")


@cache
def _heads(side: str) -> regex.Pattern[str]:
    """One alternation of all heads of a side; the group's name is kind and number."""
    groups = [
        f"(?P<{kind}_{number}>{'|'.join(heads.split())})"
        for number, (kind, of, _, heads) in enumerate(read_table("align_kinds"))
        if of == side
    ]
    # POSIX: the longest alternative wins, not the first
    return compiled("|".join(groups), regex.POSIX | regex.IGNORECASE)


_OF_DEEDS = ("meeting", "programme")
"""What a doing (``การ…``) may be: ``การสำรวจการเดินทาง (Travel Demand Survey)`` is no document."""


def _kind(match: regex.Match[str] | None) -> TermKind | None:
    if match is None or match.lastgroup is None:
        return None
    return cast(TermKind, match.lastgroup.rpartition("_")[0])


def kind_of(
    thai: str, english: str | None, abbreviation: str | None, recognised: str | None = None
) -> TermKind:
    """Return the kind of a term pair.

    Args:
        thai: The Thai term.
        english: English name or ``None``.
        abbreviation: Abbreviation or ``None``.
        recognised: Kind of the candidate that covers exactly the Thai term, if any.

    Returns:
        The kind by the Thai head, else by the head word of the English name
        (the last one before a preposition), else ``concept``.
    """
    if recognised == "official" or (english and is_person(english)):
        return "person"
    by_thai = _kind(_heads("thai").match(thai))
    if by_thai is not None:
        return by_thai
    if recognised in ("agency", "title"):
        return cast(TermKind, recognised)
    if english:
        phrase = _EDITION.sub("", _HEAD_END.split(english, maxsplit=1)[0])
        word = phrase.rpartition(" ")[2].lower()
        by_english = _kind(_heads("english").fullmatch(word))
        if by_english in _OF_DEEDS or (by_english is not None and not thai.startswith("การ")):
            return by_english
    return "concept"
