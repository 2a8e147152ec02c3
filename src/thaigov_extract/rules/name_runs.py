"""A run of letters that may be part of a name, and what shows that a name ended."""

from __future__ import annotations

from attrs import frozen

from ..prepared import compiled
from .name_words import FIRM, LETTERS, stop_at

INITIAL = r"(?:เอฟ|เอช|เอ็ม|เอ็น|เอส|เอ็กซ์|แอล|ไอ|อาร์|ดับเบิลยู|ดับเบิ้ลยู|บี|ซี|ดี|อี|จี|เจ|เค|โอ|พี|คิว|ที|ยู|วี|วาย|แซด|เอ)\."
# longer than any name, short enough for a text without a space to be read in linear time
_LONGEST_RUN = 160
_RUN = compiled(
    rf"(?:{INITIAL} ?)*+[{LETTERS}]{{1,{_LONGEST_RUN}}}+(?:[-‐’'](?!นาย|นาง)[{LETTERS}]{{1,{_LONGEST_RUN}}}+){{0,4}}+"
)
# nearly every part of a name; only a dot, a hyphen or an apostrophe makes more of it
_PLAIN_RUN = compiled(rf"[{LETTERS}]{{1,{_LONGEST_RUN}}}+(?![-‐’'.])")
GAP = compiled(r" {1,8}+")
POST = frozenset({"post"})
_NICKNAME = compiled(r" {0,2}\([ก-๎. ]{2,14}\)(?= )")
_INITIAL_WORD = compiled(INITIAL)


def is_initial(word: str) -> bool:
    """``เค``, ``พี``: the name of a Latin letter, as the given names of foreigners are shortened."""
    return _INITIAL_WORD.fullmatch(word + ".") is not None


@frozen
class NameParts:
    """Where the parts of a name lie in the folded text.

    Attributes:
        given: Given and middle names.
        family: Family name, or ``None``.
        end: Offset after the last part.
        confidence: 0 to 1.
        known: The given or the family name is in the gazetteer.
    """

    given: tuple[int, int] | None
    family: tuple[int, int] | None
    end: int
    confidence: float
    known: bool


def run_at(text: str, start: int) -> int | None:
    found = _PLAIN_RUN.match(text, start) or _RUN.match(text, start)
    return found.end() if found else None


def is_abbreviation(text: str, start: int, end: int) -> bool:
    """``รมว.``, ``ผอ.``: a short run with a dot glued to it."""
    return end < len(text) and text[end] == "." and end - start <= 4


def closed_name(text: str, end: int, ends: frozenset[str] = FIRM) -> bool:
    """Does what follows *end* show that a full name ended there: a post, a verb, a bracket?"""
    if text.startswith((" (", "("), end) and (nickname := _NICKNAME.match(text, end)):
        end = nickname.end()
    gap = GAP.match(text, end)
    if gap is None:
        return text.startswith(")", end)
    after = run_at(text, gap.end())
    if after is None:
        return False
    if text[gap.end() : after] == "รอง" and "post" in ends:
        return True  # มีแสง รอง ผบก.…
    return stop_at(text, gap.end(), after) in ends
