"""What makes a prefix and a run of letters a person: the gazetteers, what stands around, traps."""

from __future__ import annotations

from functools import cache

from ..lexicon import WordsByStart, read_table
from ..prepared import compiled, prepared
from ..words import is_word
from .name_runs import NameParts, closed_name
from .name_words import (
    FIRM,
    LETTERS,
    common_names,
    family_names,
    given_names,
    honorifics,
    left_words,
    longest_name,
    stop_at,
)

_MONKS = ("พระ", "พระอาจารย์", "พระครู", "พระมหา", "หลวงพ่อ", "หลวงปู่", "สมเด็จ")
_LETTERS_ONLY = compiled(r"[ก-ฮ]{2,4}\.")
_LETTER_HEAD = compiled("[ก-ฮเ-ไ]")
# the prefix is the tail of a longer abbreviation (อ.ก.ค.|ศ.); 10.30 น. is none
_ABBREVIATED = compiled(r"(?<![0-9] )(?<![0-9ก-๎])[ก-ฮ]\.$|\.[ก-ฮ]\.$")
_HEADCOUNT = compiled(r",[0-9]{3} ?\Z")
_COUNTED = compiled(r"[0-9] ?$")
_ROW_AFTER = compiled(rf"[ ,]{{1,3}}(?:และ)?[ ]?คุณ[{LETTERS}]{{2,13}}+ [{LETTERS}]")
_ROW_BEFORE = compiled(rf"คุณ[{LETTERS}]{{2,13}}+ [{LETTERS}]{{3,20}}+[ ,]{{1,3}}(?:และ)?[ ]?\Z")
_SPACES = compiled(r" {0,24}+")
_THAI = compiled(rf"[{LETTERS}]")
_LATIN = compiled(r"\p{Latin}")


@cache
def _traps() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("name_traps")}


@prepared
def _traps_by_start() -> WordsByStart:
    return WordsByStart(_traps())


def trap_at(text: str, start: int) -> str | None:
    """Return the class of the longest trap word at *start*, or ``None``."""
    return _traps().get(_traps_by_start().longest_at(text, start))


def has_name_shape(text: str, start: int, name: NameParts) -> bool:
    """Is a name that begins like a trap word (นางนวลสง่า) longer than it and closed by a post?"""
    if not name.given or not name.family:
        return False
    longest = len(_traps_by_start().longest_at(text, start))
    gap = _SPACES.match(text, name.end)
    after = gap.end() if gap else name.end
    given_end = name.given[1]
    return start + longest < given_end <= name.given[0] + 12 and (
        after >= len(text) or text[after] in "\n()" or stop_at(text, after, after) is not None
    )


def is_plausible(
    text: str, start: int, prefix_end: int, at: int, name: NameParts, prefix_class: str
) -> bool:
    glued_left = start > 0 and bool(_THAI.match(text, start - 1))
    given = text[name.given[0] : name.given[1]] if name.given else ""
    family_known = bool(name.family and text[name.family[0] : name.family[1]] in family_names())
    if text.endswith(_MONKS, 0, start) or text.endswith(_MONKS, 0, max(0, start - 1)):
        return False
    known = given in given_names()
    if not known and _HEADCOUNT.search(text, max(0, start - 5), start):
        return False  # 80,000 นายทั่วประเทศ
    if given[1:2] in ("-", "–"):
        return False  # นายก-รัฐบาล
    if not known and (given in honorifics() or _LETTERS_ONLY.match(text, at)):
        return False  # ทันตแพทย์ เภสัชกร, นพ.สสจ.
    if len(given) < 3 and not known and name.family is None:
        return False
    closed = name.family is not None and closed_name(text, name.end)
    if given.startswith(("สมเด็จ", "เจ้าฟ้า", "พระ")) and not known:
        return False
    stop = stop_at(text, at, name.end)
    if stop in FIRM and not known:
        # นายประธานวงศ์ พรประภา: a name that begins like a post, between a courtesy title and a post
        courtesy = text[start:prefix_end] in ("นาย", "นาง", "นางสาว", "น.ส.")
        return courtesy and family_known and closed and 8 <= len(given) < 12
    if stop and not (known or family_known):
        return closed and prefix_class == "courtesy" and len(given) < 12
    left_open = text.endswith(left_words("open"), max(0, start - 12), start)
    if prefix_class == "strict":
        if (glued_left and not left_open) or (stop and not known):
            return False
        if at > prefix_end and _COUNTED.search(text, max(0, start - 4), start):
            return False
        if name.family is None:
            sure = given not in common_names() or closed_name(text, name.end)
            return known and not glued_left and sure and text[start] == "ค"
        if text[start:prefix_end] == "คุณ" and at == prefix_end and 3 <= len(given) < 13:
            closed = closed or _in_a_row(text, start, name.end) or _remarked(text, name)
        if glued_left and not closed:
            return known and (family_known or given not in common_names())
        return known or family_known or (closed and at == prefix_end and 3 <= len(given) < 13)
    if prefix_class == "calling":
        return (known or family_known or closed) and (not glued_left or left_open)
    if prefix_class == "foreign":
        return (name.family is not None or at > prefix_end) and (not glued_left or left_open)
    if glued_left and text[prefix_end - 1] == ".":
        return left_open
    if glued_left:
        if not left_open and text.endswith(left_words("trap"), max(0, start - 12), start):
            return False
        if not (known or family_known or left_open):
            return False
    elif text[prefix_end - 1] == "." and _ABBREVIATED.search(text, max(0, start - 4), start):
        return False
    if prefix_class == "latin":
        if not given.isascii() and not (known or name.family) and _THAI.match(given):
            return False
        return not (start > 0 and (text[start - 1] in "@/" or _LATIN.match(text, start - 1)))
    if text.startswith("นายก", start) and prefix_end == start + 3:
        # นายกเศรษฐา is the prime minister called by name, not a นาย กเศรษฐา
        if not known and any(longest_name(text, start + 4, name.end, "given")):
            return False
        # นายกกิ่งกาชาด: the letter after ก begins a word of its own unless a sign stands on ก
        if stop_at(text, start + 4, name.end) and not known:
            return False
        unsigned = start + 4 < len(text) and _LETTER_HEAD.match(text, start + 4)
        if unsigned and not (known or family_known or (closed and len(given) < 10)):
            return False
    if at > prefix_end and text[prefix_end - 1] != ".":
        # 50 นาย ร่วม…: a space after a courtesy title asks for a real name
        if given[:1].isascii() or known or closed:
            return not (
                prefix_class == "courtesy" and _COUNTED.search(text, max(0, start - 4), start)
            )
        return prefix_class != "courtesy" or (name.family is not None and len(given) < 16)
    return True


def _remarked(text: str, name: NameParts) -> bool:
    """Does a remark in brackets follow a family name that is no word (``คุณก ข (นักแสดง)``)?"""
    bracketed = text.startswith((" (", "("), name.end)
    return bracketed and name.family is not None and not is_word(text[slice(*name.family)])


def _in_a_row(text: str, start: int, end: int) -> bool:
    """Does the name stand in a list of names with คุณ (``คุณ ก ข คุณ ค ง``)?"""
    return bool(_ROW_AFTER.match(text, end) or _ROW_BEFORE.search(text, max(0, start - 60), start))
