"""Years by themselves (``ปี 2564``, ``2567/68``, ``EU Green Week 2025``) and what is none."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from .date_parts import date_at, read_year

_FULL_YEAR = compiled(r"(?<!\d)(?<!\d[.,/])(?P<year>2[456]\d\d|19\d\d|20\d\d)(?!\d|,\d|\.\d)")
_YEAR_RANGE = compiled(
    r"(?P<a>2[456]\d\d|19\d\d|20\d\d)(?P<dash> ?[-–—‐‑] ?| ?(?:จน)?ถึง(?:ปี(?:การศึกษา|งบประมาณ)?)? ?(?:พ\.ศ\. ?)?)(?P<b>2[456]\d\d|19\d\d|20\d\d|\d\d(?![\d.,:]))(?!\d|,\d|\.\d)"
)
YEAR_TRIGGERS = tuple(
    f"{century}{decade}" for century in ("24", "25", "26", "19", "20") for decade in range(10)
)
SHORT_YEAR_TRIGGERS = (
    "ปี",
    "ปีงบประมาณ",
    "งบฯ",
    "พ.ศ.",
    "พ. ศ.",
    "พุทธศักราช",
    "ปีการศึกษา",
    "สงกรานต์",
    "ลอยกระทง",
    "ปีใหม่",
)
_SHORT_YEAR = compiled(
    r"(?:ปี|ปีงบฯ?|งบฯ|สงกรานต์|ลอยกระทง|ปีใหม่|ปีงบประมาณ|พ\.ศ\.|ปีการศึกษา|ปีการผลิต|(?<=ครึ่ง)ปี(?:หลัง|แรก)) ?"
    r"(?P<year>[4-7]\d)(?: ?[-–—‐‑/] ?(?P<last>[4-8]\d))?"
    r"(?!\d|[.,:/]\d| ?(?:ปี|บาท|คน|ราย|ล้าน|%|วัน|เดือน|แห่ง|ที่|รายการ|จังหวัด|โครงการ|เส้นทาง|งาน|กิจกรรม|ชิ้น|มาตรการ|จุด|สาย))"
)
# Ayutthaya and early Bangkok: the era must be said, or the year be too late for the common era
_EARLY_YEAR = compiled(
    r"(?:(?:พ\. ?ศ\.|พุทธศักราช) ?(?P<year>1[0-9]\d\d|2[0-3]\d\d)|ปี ?(?P<year>2[23]\d\d))"
    r"(?![\d,]|\.\d| ?(?:บาท|คน|ราย|ล้าน|แห่ง|ครั้ง|ไร่|โครงการ))"
)
# A number that is no year although it looks like one.
_NO_YEAR_BEFORE = compiled(
    r"(?:ครั้งที่ ?\d{1,4} ?/ ?|ที่ ?[\d.]{1,8} ?/ ?|\d ?/|[A-Za-z]-?|โทร\.? ?|โทรศัพท์ ?|หมายเลข ?|สายด่วน ?|เลขที่ ?|มอก\. ?(?:เลขที่ ?)?|"
    # all that is left of white space in a folded text (\S would need regex)
    r"คดี[^ \n\x85\u1680\u2028\u2029]{0,20} ?\d*/|ISO ?|มอก\. ?\d+ ?- ?|COVID ?-? ?|โควิด ?- ?|/|=|-|#|\d:|ราคา ?|จำนวน ?|มูลค่า ?|วงเงิน ?|กว่า ?|(?<!งบ)ประมาณ ?|รวม ?|SDGs? ?|"
    # a company of soldiers: ร้อย.ร 2531, ร้อย ทพ.2015
    r"(?:ร้อย|พัน|มว)\.? ?(?:[ก-ฮ]{1,3}\.? ?){0,2})\Z"
)
NO_YEAR_AFTER = compiled(
    # behind a count, not before the word that goes on from it: 2500 ผล, but … 2023 ผลักดัน
    r" ?(?:บาท|ล้าน|แสน|หมื่น|พันล้าน|คน(?!ละ|ไทย)|ราย(?!งาน|ละเอียด)|แห่ง|ครัวเรือน|ไร่|ตัน|กิโล|กม|เมตร|ตาราง|ลูกบาศก์|ลบ\.|หน่วย(?!งาน|รับ|บริการ)|"
    r"จุด|หมู่บ้าน|เมกะ|%|ร้อยละ|ชิ้น|ตัว|ลำ|คัน|แปลง|กลุ่ม(?!เป้าหมาย|จังหวัด)|โครงการ|ห้อง|เตียง|ดอลลาร์|ยูโร|เยน|หยวน|โดส|ชุด(?!ปฏิบัติ|ตรวจ|ที่| ?[“\"])|ถุง|"
    r"อัตรา|เรื่อง|กรณี(?!พิเศษ|ที่|การ)|ฉบับ(?!ปรับ|ทบทวน)|สาขา|หลัง(?!จาก)|รูป(?!แบบ)|ตำแหน่ง|MW|ต้น|นาย(?![ก-๎])|เครื่อง|คู่(?!กับ|ขนาน)|วัน(?!ที่|นี้|หยุด)|ครั้ง(?!ที่|นี้|ถัด|แรก|ล่าสุด)|"
    r"ชั่วโมง|น\.(?! ?ส\.)|แท่ง|ทุน|โรง(?!เรียน|พยาบาล|แรม)|ร้าน|เที่ยว|คอร์ส|เล่ม|ลิตร|กล่อง|กระสอบ|ผล(?![ก-๎])|ครอบครัว|"
    r"สถานประกอบ|กิโลวัตต์|ท่าน|องค์กร|หุ้น|คะแนน|ทีม(?!ชาติ)|ปี(?!งบ|การ|แห่ง|ที่)|บัญชี|สัญญา|mm|kg|km|m(?![a-z])|ซี\.?ซี|[Cc][Cc](?![A-Za-z]))"
)
_SEASON = compiled(r"(?P<a>2[456]\d\d) ?/ ?(?P<b>2[456]\d\d|\d\d)(?![\d/])")
_YEAR_SAID = compiled(r"(?:ปี|ปีงบประมาณ|ปีการศึกษา|พ\. ?ศ\.|ค\. ?ศ\.) ?\Z")
_OF_LATIN_NAME = compiled(r"[A-Z][a-z]{3,} 20(?!00)[0-4]\d\Z")
"""A year that ends a name: ``Digital Award 2019 สาขา…``."""
URLISH = compiled(r"[A-Za-z0-9_./?=&%#:-]{4,}\Z")
_LINE = 300
_THAI = compiled(r"[ก-๎]")


def match_year(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read a year of four digits, or a range of years."""
    text = context.text
    found = _FULL_YEAR.match(text, start)
    ranged = _YEAR_RANGE.match(text, start) if start == 0 or not text[start - 1].isdigit() else None
    if ranged is None and not (start and text[start - 1].isdigit()):
        ranged = _season(text, start)
    if found is None and ranged is None:
        return
    stop = ranged.end() if ranged else found.end() if found else end
    before = text[max(0, start - 30) : start]
    if _NO_YEAR_BEFORE.search(before):
        return
    counted = NO_YEAR_AFTER.match(text, stop) and not _YEAR_SAID.search(before)
    if counted and not _OF_LATIN_NAME.search(text, max(0, start - 16), stop):
        return
    if URLISH.search(before) and not before.endswith(" "):
        return
    if _phone(text, start, stop):
        return
    if _in_english(text, start, stop):
        return
    if ranged is not None:
        first, era = read_year(ranged["a"])
        second = ranged["b"]
        last = read_year(ranged["a"][:2] + second if len(second) == 2 else second)[0]
        if last > first:
            yield date_at(start, stop, f"{first:04d}/{last:04d}", era, "date.year")
            return
        stop = start + 4
    year, era = read_year(text[start : start + 4])
    if era == "CE" and not _looks_like_year(text, start, stop):
        return
    yield date_at(start, stop, f"{year:04d}", era, "date.year")


def _season(text: str, start: int) -> regex.Match[str] | None:
    """``ฤดูการผลิต 2567/68``: two years in a row, or any two that the word ปี calls years."""
    pair = _SEASON.match(text, start)
    if pair is None:
        return None
    if int(pair["a"][-2:]) + 1 == int(pair["b"][-2:]):
        return pair
    said = _YEAR_SAID.search(text, max(0, start - 12), start)
    return pair if said and len(pair["b"]) == 4 else None


def _phone(text: str, start: int, stop: int) -> bool:
    before = text[max(0, start - 3) : start]
    if _THAI_BEFORE.search(before):
        return False
    if _NUMBER_BEFORE.search(before):
        return not _YEAR_BEFORE.search(text, max(0, start - 9), start)
    return bool(_NUMBER_AFTER.match(text[stop : stop + 5]))


_NUMBER_BEFORE = compiled(r"\d[ -]$")
_NUMBER_AFTER = compiled(r"[ -]\d{3,4}(?!\d)")
_YEAR_BEFORE = compiled(r"ปี (?:2[456]|20)\d\d \Z|(?<![\d-])(?<!\d )25\d\d \Z")
_THAI_BEFORE = compiled(r"[ก-๎]\.? ?$")


def _looks_like_year(text: str, start: int, stop: int) -> bool:
    before = text[max(0, start - 12) : start]
    if _YEAR_WORD.search(before) or _IN_BEFORE.search(before):
        return True
    # a year at the end of a name: EU Green Week 2025, การศึกษา 2030
    return bool(_NAME_BEFORE.search(before)) and not _GLUED_AFTER.match(text[stop : stop + 1])


_YEAR_WORD = compiled(r"(?:ปี|ค\.ศ\.|คศ\.) ?(?:ค\.ศ\. ?)?$")
_IN_BEFORE = compiled(r"(?:ภายใน|ใน|ถึง|ตั้งแต่) ?$")
_NAME_BEFORE = compiled(r"[A-Za-zก-๎][”\")+!’']? $|โคโรน่?า$|2[56]\d\d ?\($")
_GLUED_AFTER = compiled(r"[A-Za-z0-9]")
_ENGLISH_BEFORE = compiled(r"[A-Za-z] ?\($")


def _in_english(text: str, start: int, stop: int) -> bool:
    """English running text is not annotated: a line, or a long way of it, without a Thai letter."""
    if _ENGLISH_BEFORE.search(text[max(0, start - 3) : start]):
        return True  # the years of an English name: … in ASEAN (2021-2025)
    line = text.rfind("\n", max(0, start - _LINE), start) + 1 or max(0, start - _LINE)
    after = text.find("\n", stop, stop + _LINE)
    end = after if after != -1 else stop + _LINE
    return _THAI.search(text, line, end) is None


def match_short_year(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read ``ปี 65``, ``ปี 65 – 67``, ``สงกรานต์ 68``; a year of an earlier century (``ปี 2279``)."""
    found = _SHORT_YEAR.match(context.text, start)
    if found is None:
        if early := _EARLY_YEAR.match(context.text, start):
            year = int(early["year"]) - 543
            yield date_at(*early.span("year"), f"{year:04d}", "BE", "date.short-year")
        return
    year, era = read_year(found["year"])
    stop, iso = found.end("year"), f"{year:04d}"
    if found["last"]:
        last, _ = read_year(found["last"])
        if last <= year:
            return
        stop, iso = found.end("last"), f"{iso}/{last:04d}"
    yield date_at(found.start("year"), stop, iso, era, "date.short-year")
