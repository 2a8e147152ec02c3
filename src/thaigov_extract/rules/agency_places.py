"""Patterns of the places that belong to the names of bodies."""

from __future__ import annotations

from functools import cache

import regex

from ..agency_border import LETTERS
from ..lexicon import WordsByStart, read_table
from ..prepared import compiled
from .agency_words import THAI

_STATE = (
    r"ราชอาณาจักร|สาธารณรัฐ|สหพันธ์สาธารณรัฐ|สหพันธรัฐ|สหพันธ์|เครือรัฐ|ราชรัฐ|สหภาพ|รัฐ|"
    r"ประชาธิปไตย|ประชาชน|สังคมนิยม|อิสลาม|อาหรับ|แห่ง|เอกราช|ประเทศ|กรุง"
)


def place_names(kind: str, *more: str) -> str:
    """Return the names of a kind of places as a choice of a pattern, longest first."""
    found = [row[0] for row in read_table("places") if row[1] == kind]
    return "|".join(sorted(map(regex.escape, [*found, *more]), key=len, reverse=True))


@cache
def place() -> regex.Pattern[str]:
    """Return the pattern of a place that belongs to the name before it."""
    country, province = place_names("country"), place_names("province")
    return compiled(
        rf"(?:ประจำ)?จังหวัด(?:{province})|(?<=จังหวัด)(?:{province})"
        rf"|(?!ของ(?:ประเทศ)?ไทย)(?:ประจำ|ของ|แห่ง)?(?:{_STATE})*+(?:{country})ฯ?"
        rf"(?:(?![{THAI}])|(?=และ|กับ|ได้|โดย|จะ|เพื่อ|เข้า|มี|ณ|รายงาน|ประกาศ|แจ้ง|ยืนยัน|ร่วม|กล่าว|เปิดเผย|เสนอ|แสดง|พร้อม|ยินดี))"
        rf"|ระหว่าง(?:{country})(?: ?[-–/] ?|และ|กับ)(?:{country})"
        rf"|ประจำประเทศไทย|แห่งประเทศไทย|(?:ประจำ)?(?:ตำบล|อำเภอ)[{LETTERS}]{{2,16}}+(?= |\n|$)"
    )


@cache
def _districts() -> WordsByStart:
    return WordsByStart(name for name, kind in read_table("places") if kind == "district")


def district_end(text: str, start: int) -> int:
    """Return where the longest name of a district that begins at *start* ends, or *start*."""
    return start + len(_districts().longest_at(text, start))


@cache
def province() -> regex.Pattern[str]:
    """Return the pattern of a province's name."""
    return compiled(place_names("province"))


@cache
def province_called() -> regex.Pattern[str]:
    """Return the pattern of a province as a headline says it: ``จ.ยะลา``, ``เมืองจันท์``, ``อุบลฯ``."""
    names = place_names("province")
    return compiled(
        rf" ?(?:\n ?(?=จ)|หญิง)?(?:(?:จ\. ?|จังหวัด|เมือง)?(?:{names})|{place_names('nickname')})"
    )


@cache
def in_province() -> regex.Pattern[str]:
    """Return the pattern of ``จังหวัด`` with the name of one."""
    return compiled(rf"จังหวัด(?:{place_names('province')})")


@cache
def in_country() -> regex.Pattern[str]:
    """Return the pattern of a country or of the union of Europe, whatever is written on to it."""
    names = place_names("country", "ยุโรป")
    return compiled(rf"(?:ของ|แห่ง)?(?:{_STATE})*+(?:{names})ฯ?")


@cache
def abroad() -> regex.Pattern[str]:
    """Return the pattern of the country whose ministry a clipped name means."""
    return compiled(rf" ?(?:{place_names('country')})(?![{THAI}])")


@cache
def in_branch() -> regex.Pattern[str]:
    """Return the pattern of the zone or the province of a branch behind its body's short form."""
    names = place_names("province")
    return compiled(
        rf" ?(?:เขต|ภาค)(?:ที่)? ?\d{{1,2}}(?!\d)(?: ?\((?:{names})\)| (?:{names})(?=[^ก-๎]|$))?"
        rf"| ?จังหวัด(?:{names})"
    )


@cache
def in_seat() -> regex.Pattern[str]:
    """Return the pattern of the province, with or without ``จังหวัด``, behind a clipped name."""
    names = place_names("province")
    return compiled(rf" ?(?:ประจำ)?จังหวัด(?:{names})| (?:{names})(?=[^ก-๎]|$)")


@cache
def bare_province() -> regex.Pattern[str]:
    """Return the pattern of a province's name by itself, written on to a name."""
    return compiled(rf"(?:{place_names('province')})(?=[^ก-๎]|$|และ|ได้|จะ|โดย)")


@cache
def second_country() -> regex.Pattern[str]:
    """Return the pattern of the second half of a shared name: ``ไทย - ฝรั่งเศส``."""
    country = place_names("country", "อาเซียน", "ยุโรป", "สหภาพยุโรป")
    return compiled(
        rf"(?<!ประเทศไทย)(?<=(?:{country}|อเมริกา)) ?[-–] ?(?:{country})ฯ?(?:(?![{LETTERS}])|(?=ใน|และ|กับ|ได้|โดย|จะ|เข้า|มี|จัด|ร่วม))"
    )
