"""Ministries by the short names of headlines: ``ก.เกษตรฯ``, ``อุตฯ``, ``คลัง เผย``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table

_THAI = regex.compile(r"[ก-๎]")
_G_DOT = regex.compile(r"(?<![ก-๎.])ก\. ?$")
_HEADLINE = regex.compile(r"(?:^|\n|รัฐบาล-) {0,2}$")
_ACTS = regex.compile(
    r" ?(?:เผย|ชี้|แจง|ย้ำ|เร่ง|สั่ง|จับมือ|ลุย|เดินหน้า|โชว์|ดัน|ปลื้ม|ยัน|แนะ|เตือน|ผนึก|หนุน|เตรียม|ถก|ชวน|คาด|รุก|ปูพรม)"
)


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
    if _THAI.match(text, stop) and not _ACTS.match(text, stop):
        return
    begin = start
    if dotted := _G_DOT.search(text, max(0, start - 4), start):
        begin = dotted.start()
    elif start and (_THAI.match(text, start - 1) or text.endswith((".", ". "), 0, start)):
        return  # รมว.เกษตรฯ is a post
    elif not clipped and not (
        _HEADLINE.search(text, max(0, start - 12), start) and _ACTS.match(text, end)
    ):
        return
    values = {"form": "abbreviation", "name": ministry_shorts()[text[start:end]]}
    yield Candidate("agency", begin, stop, "agency.ministry-short", values=values, confidence=0.8)
