"""Ministries by the short names of headlines: ``ก.เกษตรฯ``, ``อุตฯ``, ``คลัง เผย``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..prepared import compiled
from ..words import is_edge

_THAI = compiled(r"[ก-๎]")
_G_DOT = compiled(r"(?<![ก-๎.])ก\. ?$")
_MINISTER = compiled(r"(?:รม[วชต]\.? ?|ปลัด|รัฐมนตรี(?:ช่วย)?|โฆษก)$")
_HEADLINE = compiled(r"(?:^|\n|รัฐบาล-) {0,2}$")
ACTS = compiled(
    r" ?(?:เผย|ชี้|แจง|ย้ำ|เร่ง|สั่ง|จับมือ|ลุย|เดินหน้า|โชว์|ดัน|ปลื้ม|ยัน|แนะ|เตือน|ผนึก|หารือ|หนุน|เตรียม|ถก|ชวน|คาด|รุก|ปูพรม|แจ้ง|ดึง|ประกาศ|เกาะติด|ผลักดัน|ชู|คุมเข้ม|บุก|ขานรับ|รับลูก|ติดตาม|จัดหนัก|นำทีม)"
)


_OFFICES = frozenset(["มหาดไทย", "กลาโหม"])
"""Short names that are no words for a field (``แรงงาน``): they mean the ministry wherever they stand."""

_BEFORE_OFFICE = ("ทาง", "ของ", "ข้าราชการ", "กับ", "โดย", "ผู้แทน")


@cache
def ministry_shorts() -> dict[str, str]:
    """Return what stands for a ministry in headlines, with the ministry's name."""
    return {
        short.removesuffix("ฯ") if len(short) > len("อุตฯ") else short: ministry
        for short, ministry in read_table("ministry_short_names")
        if len(short) >= len("คลัง") and "." not in short
    }


def match_ministry_short(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read ``ก.`` and a short name, a short name clipped by ``ฯ``, or one that opens a headline."""
    text = context.text
    stop = end + text.startswith("ฯ", end)
    clipped = text[stop - 1] == "ฯ"
    proven = _G_DOT.search(text, max(0, start - 4), start) and is_edge(
        text, start, min(len(text), stop + 16), stop
    )
    if _THAI.match(text, stop) and not clipped and not ACTS.match(text, stop) and not proven:
        return
    begin = _begin(text, start, end, clipped)
    if begin is None:
        return
    values = {"form": "abbreviation", "name": ministry_shorts()[text[start:end]]}
    yield Candidate("agency", begin, stop, "agency.ministry-short", values=values, confidence=0.8)


def _begin(text: str, start: int, end: int, clipped: bool) -> int | None:
    """Where the short form begins, or ``None`` where the word stands for itself."""
    if dotted := _G_DOT.search(text, max(0, start - 4), start):
        return dotted.start()
    if _MINISTER.search(text, max(0, start - 12), start):
        return start  # รมว.เกษตรฯ is a post, its ministry is meant all the same
    if start and (_THAI.match(text, start - 1) or text.endswith((".", ". "), 0, start)):
        office = text[start:end] in _OFFICES and text.endswith(_BEFORE_OFFICE, 0, start)
        return start if office else None
    if text[start:end] in _OFFICES and not _THAI.match(text, end):
        return start
    headline = _HEADLINE.search(text, max(0, start - 12), start) and ACTS.match(text, end)
    return start if clipped or headline else None
