"""Names of bodies that spaces divide: ``กระทรวงอาหาร เกษตร และประมง``."""

from __future__ import annotations

from functools import cache

import regex

from ..agency_border import LETTERS, begins_clause
from ..prepared import compiled
from ..words import is_edge
from .agency_places import place, place_names
from .agency_words import head_at

# The list inside a ministry's own name: กระทรวงอาหาร เกษตร และประมง.
_LISTED = compiled(
    rf"(?: (?!และ)[{LETTERS}]{{3,24}}?){{0,2}} ?และ(?P<last>[{LETTERS}]{{3,30}}?)(?=\n| |”|\(|$|ของ|แห่ง)"
)

_SPACED_REST = compiled(
    rf"(?: [{LETTERS}]{{2,40}}+){{1,4}}+(?= ?\((?:(?P<latin>[A-Z]{{2,10}})|(?:[ก-ฮ]{{1,6}}\.){{1,3}})\))"
)

_FOREIGN_HEADS = ("ธนาคาร", "สถาบัน", "มหาวิทยาลัย", "องค์การ", "มูลนิธิ", "กองทุน", "ศูนย์", "บรรษัท")

LISTING_UNITS = ("กอง", "สำนัก")

_PEOPLE = (
    "นาย",
    "นาง",
    "ผู้",
    "ดร",
    "พล",
    "รอง",
    "ปลัด",
    "อธิบดี",
    "รัฐมนตรี",
    "เจ้าหน้าที่",
    "คณะ",
    "หน่วย",
    "เรื่อง",
    "เกี่ยวกับ",
    "ว่าด้วย",
    "และชื่อ",
    "ชื่อ",
)


def spaced_rest(text: str, head: str, end: int) -> int:
    """The end of a name with spaces that its short form follows.

    ``ธนาคารซูมิโตโม มิตซุย แบงค์กิ้ง (SMBC)``, ``…ความปลอดภัย อาชีวอนามัย และสภาพแวดล้อม (สปอ.)``;
    0 where the words after the first space are a clause or another body.
    """
    rest = _SPACED_REST.match(text, end)
    if rest is None or not ("และ" in rest[0] or (rest["latin"] and head in _FOREIGN_HEADS)):
        return 0
    start = end
    for word in rest[0].split(" ")[1:]:
        start += 1
        bare = start + len("และ") if word.startswith("และ") else start
        stop = start + len(word)
        if (
            head_at(text, bare)
            or text.startswith((*_PEOPLE, "หรือ", "ครั้งที่"), bare)
            or begins_clause(text, bare, stop, firm=False)
        ):
            return 0
        start = stop
    return rest.end()


_OTHERS = (
    *_PEOPLE, "ภาค", "เครือข่าย", "จังหวัด", "อำเภอ", "ประชาชน", "ชุมชน", "สมาชิก", "ทีม", "นัก", "ครู", "แพทย์", "ตัวแทน", "ฝ่าย",
    "ส่วน", "เกษตรกร", "ประธาน", "ท่าน", "พนักงาน", "ข้าราชการ", "ผบ", "ผอ", "เลขา", "กรรมการ", "โฆษก", "พระ", "พี่น้อง", "ยัง",
    "รวม", "ให้", "ดำรง", "หน้าที่", "เพื่อ", "ใน", "ตาม", "เป็น", "ได้", "มี", "ตำรวจ", "ชาว", "ต่อ", "ตลอดจน", "ครั้งที่",
    "ประเทศ", "นำ", "กล่าว", "เปิดเผย", "ระบุ", "รัฐบาล", "ทั้ง",
)  # fmt: skip
"""What begins a list of others, not a list within a name."""

_BETWEEN = compiled(r" |และ")


def list_end(text: str, end: int, *, joined: bool) -> int:
    """Take in the list in a name that spaces divide; *joined*: or that ``และ`` goes on with."""
    listed = _LISTED.match(text, end)
    if listed is None or (listed[0].startswith((" และ", "และ")) and not joined):
        return end
    if not _is_list(text, end, listed.end()):
        return end
    if text.startswith("แห่งชาติ", listed.end()):
        return listed.end() + len("แห่งชาติ")
    owner = place().match(text, listed.end())
    return owner.end() if owner else listed.end()


def _is_list(text: str, start: int, end: int, *, owned: bool = False) -> bool:
    """Whether what spaces and ``และ`` divide goes on with a name: no other body, nobody, no clause.

    *owned*: a country closes the list by แห่ง, so that its words are fields of work.
    """
    for word in _BETWEEN.split(text[start:end]):
        if word and (
            head_at(text, start)
            or (word.startswith(_OTHERS) and not owned)
            or begins_clause(text, start, start + len(word), firm=False)
        ):
            return False
        start += len(word)
        start += len("และ") if text.startswith("และ", start) else 1
    return True


def listed_abroad(text: str, end: int) -> int:
    """The end of the list after the name of one of Thailand's ministries that a country owns, or 0.

    ``กระทรวงวัฒนธรรม| กีฬา และการท่องเที่ยวสาธารณรัฐสังคมนิยมเวียดนาม``, ``กระทรวงการคลัง|และเศรษฐกิจแห่งบรูไน``.
    """
    listed = _LISTED_ABROAD.match(text, end)
    if listed is None:
        return 0
    owner = _owner().search(text, listed.end("list"), listed.end())
    if owner is None or text.endswith("ไทย", 0, owner.end()):
        return 0
    owned = "แห่ง" in text[end : owner.start()]
    return owner.end() if _is_list(text, end, owner.start(), owned=owned) else 0


def foreign_end(text: str, end: int) -> int:
    """The end of the country's name that is written on to the name of a ministry, or *end*."""
    country = _owner().match(text, end)
    if country is None or country[0].endswith("ไทย"):
        return end
    stop = country.end()
    return stop if is_edge(text, end, min(len(text), stop + 16), stop) else end


@cache
def _owner() -> regex.Pattern[str]:
    return compiled(f"(?:{place_names('country')})")


_LISTED_ABROAD = compiled(
    rf"(?P<list>(?: (?!และ)[{LETTERS}]{{3,24}}){{1,2}}? ?และ)[{LETTERS}]{{3,60}}"
    rf"|(?P<list>และ[{LETTERS}]{{3,24}}?แห่ง)[{LETTERS}]{{3,40}}"
)
