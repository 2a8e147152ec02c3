"""The right end of a committee's name: these are long, hold spaces, quotes and Latin words."""

from __future__ import annotations

from functools import cache

import regex

from ..agency_border import LETTERS
from ..prepared import compiled
from .agency_places import place_names
from .agency_words import head_at, longest_known_name

COMMITTEES = ("คณะกรรม", "คณะอนุ", "คณะทำงาน", "คณะที่ปรึกษา", "อนุกรรมการ")
"""What the heads of committees begin with."""

CLOSED = compiled(r"[”\"’]| ?\(| ?ครั้งที่ ?\d|\n")
"""What stands only behind the end of a committee's name: then a clause inside is part of it."""

_BEFORE_MEETING = ("ประชุม", "ประชุม ", "ประชุมของ")
_MEETING = compiled(
    r"[^\n()]{6,170}?(?=,? ?(?:ครั้งที่ ?[\d๑-๙]|นัดแรก|นัดพิเศษ|นัดที่ ?\d|ประจำปี(?:งบประมาณ)? ?(?:พ\.ศ\. ?)?25\d\d))"
)
_OTHERS = compiled(
    r"คณะ(?:อนุ)?กรรม|คณะทำงาน| (?:นาย|นาง|น\.ส\.|พล|ดร\.|ณ |เมื่อ|วันที่|วันนี้|พร้อม|ร่วม|ซึ่ง|โดย|ที่ประชุม|ได้|จะ|เปิดเผย|กล่าว|และการประชุม)|"
    r"\d{1,2}\.\d\d น\."
)
"""What shows that the meeting's number is that of something else."""


_SESSION = compiled(r"(?:สมัย|ครั้ง)ที่(?=$|[^ก-๎])")
"""``คณะกรรมาธิการว่าด้วยสถานภาพสตรี|สมัยที่ 69``: the number of its session."""


def committee_end(text: str, start: int, after: int, found: int, stop: int) -> int:
    """Return where the name of a committee that was read up to *found* ends.

    Args:
        text: Folded text.
        start: Offset of the name.
        after: Offset after its head.
        found: Where the words of the run seem to end it.
        stop: Where the run ends.

    Returns:
        The number of its meeting shows the end of a name with spaces
        (``คณะกรรมการนโยบายสินค้ามูลค่าสูง 1 ท้องถิ่น 1 สินค้า| ครั้งที่ 2/2568``); else what only a
        name goes on with is taken in: a quotation, a word in capitals, its field, two countries.
    """
    if text.endswith(_BEFORE_MEETING, 0, start) and (named := _MEETING.match(text, after)):
        end = _before_body(text, after, named.end())
        if end > found and not _OTHERS.search(text, after, end):
            return end
    if session := _SESSION.search(text, after + 4, found):
        return session.start()
    if found < stop:
        return found
    if verb := _ASKED.search(text, after + 4, found):
        return verb.start()
    # "คณะทำงาน…" ลงพื้นที่ "…": the quotation mark behind the name closes the one before it
    inside = text[start - 1 : start] in ('"', "“")
    for more in (_EDITION, QUOTED, _between_countries(), _CAPITALS, _FIELD):
        if more is QUOTED and inside:
            continue
        if (rest := more.match(text, found)) and not head_at(text, found + 1):
            found = rest.end()
    return found


def _before_body(text: str, after: int, end: int) -> int:
    """The end of the name before a body behind a space, which is one of its own."""
    at = text.find(" ", after, end)
    while at != -1:
        if longest_known_name(text, at + 1) > at + 1:
            return at
        at = text.find(" ", at + 1, end)
    while text[end - 1] in " ,":
        end -= 1
    return end


# เสนอคณะกรรมการ…|พิจารณา: what it is asked to do
_ASKED = compiled(
    r"(?:เพื่อ)?(?:พิจารณา|เห็นชอบ|รับทราบ|อนุมัติ|เท่านั้น|ด้วย|ต่อไป|ชุดดังกล่าว|ดังกล่าว)(?:(?:แล้ว|ก่อน|ต่อ|เพิ่มเติม)[ก-๎]*)?(?![ก-๎])"
)
_EDITION = compiled(r" ฉบับที่ ?\d{1,2}(?: ?\(พ\.ศ\. ?[\d๐-๙]{4} ?[-–] ?[\d๐-๙]{4}\))?")
QUOTED = compiled(r" ?[“\"][^”\"\n]{2,120}[”\"]")
_CAPITALS = compiled(
    r" (?!SMS |QR )[A-Z]{2,}[A-Za-z0-9]*(?:-[A-Z]{2,})?(?=[ \n,)]|$)(?! ?(?:\(|กล่าว|เปิดเผย))"
)
_FIELD = compiled(rf" ด้าน(?!นาย|นาง|รอง|ปลัด|อธิบดี|ท่าน|พล|ดร)[{LETTERS}]{{4,60}}+(?=[ \n(]|$)")


@cache
def _between_countries() -> regex.Pattern[str]:
    names = place_names("country", "อาเซียน", "ยุโรป", "สหภาพยุโรป", "ไทย")
    return compiled(rf" ?(?:ระหว่าง)?(?:{names}) ?[-–] ?(?:{names})(?![{LETTERS}])")
