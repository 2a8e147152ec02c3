"""Names of companies and foundations whose words spaces divide: ``บริษัท มาสด้า มอเตอร์ คอร์ปอเรชั่น``."""

from __future__ import annotations

from functools import cache

from ..agency_border import LETTERS, begins_clause
from ..lexicon import read_table
from ..prepared import compiled
from ..words import edges, word_tags
from .agency_words import head_at

LETTERS_ONLY = compiled("[ก-ฮ]{2,6}")
"""A name of letters, which keeps its dot (``ปตท.``)."""


def spaced_end(text: str, end: int) -> int:
    """Return where the words of a company's name behind spaces end, or *end* where there is none.

    ``บริษัท มาสด้า มอเตอร์ คอร์ปอเรชั่น``: words that the dictionary lacks, or that companies bear.
    """
    stop = end
    while word := _WORD.match(text, stop):
        first, last = word.span("word")
        if head_at(text, first) or word["word"].startswith(_NO_NAMES):
            break
        if word["word"] not in company_words() and (
            last - first > _LONGEST_WORD or not is_strange(text, *word.span("first"))
        ):
            break
        if text.startswith(".", last) and last - first == 1:
            break  # ถ. แจ้งวัฒนะ
        if text.startswith(".", last) and not LETTERS_ONLY.fullmatch(text, first, last):
            return last
        stop = last + text.startswith(".", last)
        if more := _LETTERS_MORE.match(text, stop):
            return more.end()  # มูลนิธิ พอ.สว.
    home = _AT_HOME.match(text, stop) if stop > end else None
    return home.end() if home else stop


def is_strange(text: str, start: int, end: int) -> bool:
    """Whether most letters of a word are in no common word, so that it is a name."""
    if text.endswith("ว่า", start, end):
        return False  # กล่าวว่า, ชี้แจงว่า: what the body does
    cuts = edges(text, start, end)
    tags = word_tags()
    if "์" in text[start:end] and end - start <= _LOAN and text[start:end] not in tags:
        return not begins_clause(text, start, end, firm=False)
    if len(cuts) == 2 and text[start:end] not in tags:
        return not begins_clause(text, start, end, firm=False)
    common = sum(
        last - first
        for first, last in zip(cuts, cuts[1:], strict=False)
        if last - first > 2 and tags.get(text[first:last], "NPRP") != "NPRP"
    )
    return 2 * common < end - start and not begins_clause(text, start, end, firm=False)


def set_off_end(text: str, head: str, end: int) -> int:
    """Return where the name ends that a space sets off from its head, or 0 where there is none.

    ``สหกรณ์การเกษตร เกษตรวิสัย จำกัด``, ``กลุ่มวิสาหกิจชุมชน ผู้เลี้ยงปูดำบ้านโต๊ะโสม อำเภอยะหริ่ง``.
    """
    pattern = _COOPERATIVE if head.startswith("สหกรณ์") else _OF_VILLAGE
    named = pattern.match(text, end)
    if named is None or head_at(text, end + 1) or _ANOTHER.search(text, end + 1, named.end()):
        return 0
    return 0 if begins_clause(text, end + 1, named.end(), firm=False) else named.end()


_ANOTHER = compiled(r"สหกรณ์|บริษัท|วิสาหกิจ")


_COOPERATIVE = compiled(rf" (?!ทั่ว|ทุก|ใน|ที่|และ|จำกัด)[{LETTERS}]{{3,40}} ?จำกัด(?![ก-๎])")
_OF_VILLAGE = compiled(
    rf" [{LETTERS}]{{3,40}}บ้าน[{LETTERS}]{{2,20}}(?=,? {{1,2}}(?:[ตอจ]\. ?[ก-ฮเ-ไ]|ตำบล|อำเภอ|จังหวัด|หมู่(?:ที่)? ?\d))"
)


@cache
def company_words() -> frozenset[str]:
    """Return the words that stand in the names of companies after a space."""
    return frozenset(row[0] for row in read_table("agency_company_words"))


_LOAN = 12
"""A short word with a silent letter that is no common one is a loan word (``พอร์ท``)."""

_LONGEST_WORD = 16
_WORD = compiled(
    rf" (?P<word>(?P<first>[{LETTERS}]{{1,24}}+)(?:-[{LETTERS}]{{2,16}}+)?+)(?=[ \n,.)”\"(]|ฯ|$)"
)
_LETTERS_MORE = compiled(r"(?<=\.)(?:[ก-ฮ]{1,4}\.)+")
_AT_HOME = compiled(r" ?\((?:ประเทศไทย|ไทยแลนด์)\)| (?:ประเทศไทย|ไทยแลนด์)(?![ก-๎])")
_NO_NAMES = (
    "นาย", "นาง", "น.ส.", "ดร", "คุณ", "และ", "ซึ่ง", "ที่", "ใน", "โดย", "จะ", "ได้", "ผู้", "พร้อม", "เพื่อ", "เป็น", "หรือ",
    "สำหรับ", "ต่อ", "ตาม", "แก่", "เมื่อ", "แต่", "ทั้ง", "จาก", "กับ", "ของ", "ไม่", "มี", "ให้", "จึง", "ยัง", "รวม", "อีก", "ตั้งแต่", "ด้วย", "ว่า",
    "กล่าว", "ระบุ", "เปิดเผย", "เผย", "ชี้แจง", "แถลง", "ศิลปิน", "ดารา", "นัก", "สื่อมวลชน", "พนักงาน", "ลูกค้า", "เจ้าหน้าที่", "ประชาชน",
)  # fmt: skip
"""What follows a company's name and is none of it."""
