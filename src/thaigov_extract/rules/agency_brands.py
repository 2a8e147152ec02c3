"""Companies and societies by their Latin name alone, or by a Thai head and a Latin name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..prepared import compiled
from .agency_latin import PLATFORMS, is_plain_english, near_thai
from .agency_short import in_english
from .agency_signs import left_free

# Goods, channels and places that bear a company's name.
_GOODS = compiled(
    r"(?:ใน|บน|รถ|รถยนต์|จักรยานยนต์|ไฟฟ้า|ยี่ห้อ|รุ่น|แบรนด์|วัคซีน|ยา|แอป[ก-๎]*|แพลตฟอร์ม[ก-๎]*|เว็บไซต์|เพจ|ระบบ|ช่องทาง|ผ่าน|ทาง|บัตร|สถานี|หุ้น|"
    r"โปรแกรม|อาคาร|ร้าน|มือถือ|โทรศัพท์|เครื่อง|ลูกค้า|เครือข่าย|สัญญาณ|สนาม) ?[“\"]?$"
)
_GOODS_NEXT = compiled(
    r" ?(?:รุ่น|มียอด|จำนวน \d|คันที่|สี(?:ขาว|ดำ|แดง|เทา)|Shop|Page|Form|Map|Play|Pay|Store|Meet|Drive|Chrome)"
)
_AT_HOME = compiled(r" ?(?:\((?:ประเทศไทย|Thailand)\)| ?Thailand| ?ประเทศไทย)(?![A-Za-z])")

_LONGER = compiled(r" [A-Z][A-Za-z]")


@cache
def brands() -> tuple[str, ...]:
    """Return the Latin names that stand for bodies."""
    return tuple(row[0] for row in read_table("agency_brands"))


def match_brand(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """A company's Latin name in Thai running text, not that of its goods."""
    text = context.text
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (before.isascii() and (before.isalnum() or before in "@_./&-#")):
        return
    if after and (after.isascii() and (after.isalnum() or after in "@_&-/")):
        return
    home = _AT_HOME.match(text, end)
    if text.startswith(("'s", "’s", ".com"), end) or _GOODS_NEXT.match(text, end):
        return
    if home is None and _LONGER.match(text, end) and not text.startswith(brands(), end + 1):
        return
    if _GOODS.search(text, max(0, start - 20), start):
        return
    beside = _listed(text, start) or text.startswith(brands(), end + 1)
    if in_english(text, start, end) and not beside:
        return
    if not near_thai(text, start, end):
        return
    yield from _same_list(text, start, home.end() if home else end)
    stop = home.end() if home else end
    yield Candidate("agency", start, stop, "agency.brand", values={"form": "full"}, confidence=0.7)


def _same_list(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The other Latin names of a list in which a known company stands: ``BYD, NETA และ Foton``."""
    left, items = start, []
    while before := _ITEM_BEFORE.search(text, max(0, left - _ITEM_REACH), left):
        items.append(before.span("item"))
        left = before.start("item")
    right = end
    while after := _ITEM_AFTER.match(text, right):
        items.append(after.span("item"))
        right = after.end("item")
    if len(items) < _LIST or _GOODS.search(text, max(0, left - 20), left):
        return
    names = [text[first:last] for first, last in items]
    if any(name in PLATFORMS for name in names) or 2 * sum(map(is_plain_english, names)) > len(
        names
    ):
        return
    for first, last in items:
        yield Candidate(
            "agency", first, last, "agency.brand", values={"form": "full"}, confidence=0.6
        )


_ITEM = r"[A-Z][A-Za-z0-9&.\-’']*+(?: [A-Z][A-Za-z0-9&.\-’']*+){0,2}+"
_ITEM_BEFORE = compiled(rf"(?<![A-Za-z0-9] |[A-Za-z0-9])(?P<item>{_ITEM}) ?(?:,|และ) ?$")
_ITEM_AFTER = compiled(rf" ?(?:,|และ|, และ) ?(?P<item>{_ITEM})(?![A-Za-z0-9])")
_ITEM_REACH = 50
_LIST = 2
"""Other names from which on a list shows that they are companies too."""


def _listed(text: str, start: int) -> bool:
    """Whether a list of such names stands before: ``SAIC Motor, Great Wall Motor``."""
    left = text[max(0, start - 40) : start].rstrip(", ")
    return left.endswith(brands()) and "(" not in left


LATIN_HEADS = (
    "สมาคม", "มหาวิทยาลัย", "ธนาคาร", "สถาบัน", "มูลนิธิ", "สายการบิน", "สำนักข่าว", "โรงพยาบาล", "กลุ่มบริษัท", "สมาพันธ์", "สหพันธ์", "โรงเรียน",
    "ศูนย์", "สำนักงาน", "คณะกรรมการ", "คณะทำงาน", "กองทุน", "บริษัทหลักทรัพย์", "นิตยสาร",
)  # fmt: skip
"""Heads after which a Latin name stands as in ``สมาคม KHOSHIPA``."""

_LATIN_NAME = compiled(
    r" ?[A-Z][A-Za-z&.’'\-]++(?: (?:[A-Z][A-Za-z&.’'\-]*+|of|and|for|the|&)){0,6}+(?![A-Za-z0-9])"
)


def match_latin_named(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """A Thai head and a Latin name."""
    text = context.text
    named = _LATIN_NAME.match(text, end)
    if named is None or not left_free(text, start, text[start:end]):
        return
    if named[0].strip().count(" ") > 1 and text[start:end] not in _PRESS:
        return  # an English name in full, which stands by itself
    stop = named.end()
    while text[stop - 1] in ".’'&- ":
        stop -= 1
    of_thailand = _OF_THAILAND.match(text, stop)
    if of_thailand:
        stop = of_thailand.end()
    elif text[end:stop].strip() in _NO_NAMES or stop - end < _SHORTEST:
        return
    yield Candidate(
        "agency", start, stop, "agency.latin-named", values={"form": "full"}, confidence=0.7
    )


_PRESS = ("นิตยสาร", "สำนักข่าว")
"""Heads whose Latin names are of several words: ``นิตยสาร Global Banking & Finance Review``."""

_OF_THAILAND = compiled(r" ?ไทย(?=[^ก-๎]|$)(?: จังหวัด[ก-๎]{3,16}(?=[^ก-๎]|$))?")
_SHORTEST = 3
_NO_NAMES = frozenset(
    [
        "AI",
        "EV",
        "SME",
        "SMEs",
        "Online",
        "ESG",
        "Startup",
        "Venture Capital",
        "FTA",
        "QR",
        "Net Zero",
        "GO",
        "CI",
        "COE",
        "Call",
        "Command Center",
        "Change",
        "Data Center",
        "EV",
        "Energy Complex",
        "Excellence",
        "Fix",
        "IT",
        "LTF",
        "Medical Hub",
        "NCD",
        "NCDs",
        "NGO",
        "NGOs",
        "OSA",
        "OTOP",
        "PM",
        "RMF",
        "SSF",
        "Service",
        "Soft Power",
        "TESG",
        "Thailand",
        "Thailand ESG",
        "Wellness",
        "Smart",
        "Mobile Banking",
    ]
)
