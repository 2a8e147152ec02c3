"""Calendar dates: Thai months, numeric dates and years, in both eras."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Mapping
from functools import cache

import regex

from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..prepared import compiled
from ..rule import Rule
from .reasons import explain_date

_ERA = r"(?:พ\.? ?ศ\.? ?|ค\.? ?ศ\.? ?|ปี ?)"
_DASH = r"(?: ?[-–—‐‑~] ?| ?ถึง(?:วันที่|เดือน)? ?)"
_YEAR = r"(?P<year>(?:23[2-9]|2[456]\d)\d|19\d\d|20\d\d|\d\d(?![\d:/.]|\d| ?(?:บาท|คน|ราย|%|น\.)))(?!\d|,\d)"
_DAYS_BEFORE = compiled(
    r"(?<!\d)(?P<first>\d{1,2})(?:(?P<dash> ?[-–—‐‑] ?| ถึง ?|ถึง ?(?:วันที่ ?)?)(?P<last>\d{1,2}))? *\Z"
)
_YEAR_AFTER = compiled(rf" *(?:{_ERA})?{_YEAR}")
_FULL_YEAR = compiled(r"(?<!\d)(?<!\d[.,/])(?P<year>2[456]\d\d|19\d\d|20\d\d)(?![\d,]|\.\d)")
_YEAR_RANGE = compiled(
    r"(?P<a>2[456]\d\d|19\d\d|20\d\d)(?P<dash> ?[-–—‐‑] ?| ?ถึง(?:ปี)? ?(?:พ\.ศ\. ?)?)(?P<b>2[456]\d\d|19\d\d|20\d\d|\d\d(?![\d.,:]))(?!\d|,\d|\.\d)"
)
_NUMERIC = compiled(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.\-])(?P<month>\d{1,2})(?P=sep)(?P<year>2[456]\d\d|20\d\d|19\d\d|\d\d)(?![\d/-]|\.\d)"
)
_YEAR_TRIGGERS = tuple(
    f"{century}{decade}" for century in ("24", "25", "26", "19", "20") for decade in range(10)
)
_SHORT_YEAR = compiled(
    r"(?:ปี|ปีงบประมาณ|พ\.ศ\.|ปีการศึกษา) ?(?P<year>[4-7]\d)(?!\d|[.,:/]\d| ?(?:ปี|บาท|คน|ราย|ล้าน|%|วัน|เดือน|แห่ง|ที่))"
)
# A number that is no year although it looks like one.
_NO_YEAR_BEFORE = compiled(
    r"(?:ครั้งที่ ?\d{1,4} ?/ ?|ที่ ?[\d.]{1,8} ?/ ?|\d ?/|[A-Za-z]-?|โทร\.? ?|โทรศัพท์ ?|หมายเลข ?|สายด่วน ?|เลขที่ ?|มอก\. ?(?:เลขที่ ?)?|"
    r"คดี\S{0,20} ?\d*/|ISO ?|มอก\. ?\d+ ?- ?|COVID ?-? ?|โควิด ?-? ?|โคโรนา(?:ไวรัส)?(?:สายพันธุ์ใหม่)? ?|โคโรน่า(?:ไวรัส)? ?|/|=|-|#|\d:|ราคา ?|จำนวน ?|มูลค่า ?|วงเงิน ?|กว่า ?|(?<!งบ)ประมาณ ?|รวม ?|SDGs? ?)\Z"
)
_NO_YEAR_AFTER = compiled(
    r" ?(?:บาท|ล้าน|แสน|หมื่น|พันล้าน|คน|ราย|แห่ง|ครัวเรือน|ไร่|ตัน|กิโล|กม|เมตร|ตาราง|ลูกบาศก์|ลบ\.|หน่วย|จุด|หมู่บ้าน|"
    r"เมกะ|%|ร้อยละ|ชิ้น|ตัว|ลำ|คัน|แปลง|กลุ่ม|โครงการ|ห้อง|เตียง|ดอลลาร์|ยูโร|เยน|หยวน|โดส|ชุด|ถุง|อัตรา|เรื่อง|กรณี|ฉบับ|สาขา|หลัง|"
    r"รูป|ตำแหน่ง|MW|ต้น|นาย(?![ก-๎])|เครื่อง|คู่|วัน(?!ที่)|ครั้ง|ชั่วโมง|น\.|ราย|แท่ง|รายการ|ทุน|โรง|ร้าน|เที่ยว|คอร์ส|เล่ม|ลิตร|กล่อง|กระสอบ|ผล|ครอบครัว|"
    r"สถานประกอบ|กิโลวัตต์|ท่าน|องค์กร|หุ้น|คะแนน|ทีม|ปี(?!งบ|การ)|บัญชี|สัญญา|mm|kg|km|m(?![a-z]))"
)
_SEASON = compiled(r"(?P<a>2[456]\d\d)/(?P<b>2[456]\d\d)(?!\d)")
_YEAR_SAID = compiled(r"(?:ปี|ปีงบประมาณ|ปีการศึกษา|พ\. ?ศ\.|ค\. ?ศ\.) ?\Z")
_URLISH = compiled(r"[A-Za-z0-9_./?=&%#:-]{4,}\Z")
_BEFORE_MONTH = ("เดือน", "ที่", "ถึง", "ต้น", "ปลาย", "กลาง")
_LINE = 300
_THAI = compiled(r"[ก-๎]")
_THIS = compiled(r" ?(?:นี้|ที่ผ่านมา|ที่ผ่าน|ของปีนี้|ปีนี้|ศกนี้)")
_MONTH_RANGE_LEFT = compiled(r"(?P<text>[ก-๎.]{4,12})(?P<dash> ?[-–—‐‑] ?| ?ถึง(?:เดือน)? ?)\Z")


def date_rules() -> tuple[Rule, ...]:
    """Return the rules for dates.

    Returns:
        Rules of kind ``date``; their candidates carry ``iso`` and ``calendar`` (BE or CE).
    """
    return (
        Rule(
            id="date.month",
            kind="date",
            triggers=tuple(_months()),
            match=_month,
            priority=0,
            evidence=explain_date,
            examples=(
                ("เมื่อวันที่ 8 ก.พ. 64 เวลา 09.00 น.", [_be("8 ก.พ. 64", "2021-02-08")]),
                (
                    "ระหว่างวันที่ 19 – 21 พฤษภาคม 2568",
                    [_be("19 – 21 พฤษภาคม 2568", "2025-05-19/2025-05-21")],
                ),
            ),
            counterexamples=("นางสาวมีนา ใจดี", "ส.ค.ส. พระราชทาน"),
        ),
        Rule(
            id="date.numeric",
            kind="date",
            triggers=tuple(f"{separator}{digit}" for separator in "/" for digit in range(10)),
            match=_numeric,
            priority=0,
            evidence=explain_date,
            examples=(("10/10/2567", [_be("10/10/2567", "2024-10-10")]),),
            counterexamples=("การประชุมครั้งที่ 2/2567", "สัดส่วน 1/3"),
        ),
        Rule(
            id="date.year",
            kind="date",
            triggers=_YEAR_TRIGGERS,
            match=_year,
            priority=0,
            evidence=explain_date,
            examples=(
                ("ในปี 2564", [_be("2564", "2021")]),
                ("ลดลงจากปี 2566 ร้อยละ 3", [_be("2566", "2023")]),
                ("พ.ศ. 2560-2564", [_be("2560-2564", "2017/2021")]),
                ("ฤดูแล้ง ปี 2566/2567", [_be("2566/2567", "2023/2024")]),
                ("ค.ศ. 2030", [{"text": "2030", "iso": "2030", "calendar": "CE"}]),
            ),
            counterexamples=("วงเงิน 2,564 บาท", "จำนวน 2564 คน", "โทร. 0 2564 7000", "ครั้งที่ 1/2564"),
        ),
        Rule(
            id="date.short-year",
            kind="date",
            triggers=("ปี", "ปีงบประมาณ", "พ.ศ.", "ปีการศึกษา"),
            match=_short_year,
            priority=0,
            evidence=explain_date,
            examples=(("ปีงบประมาณ 65", [_be("65", "2022")]),),
            counterexamples=("อายุ 65 ปี", "ปี 65 บาท"),
        ),
    )


def _be(text: str, iso: str) -> dict[str, str]:
    """A date of the Buddhist era as an example states it."""
    return {"text": text, "iso": iso, "calendar": "BE"}


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number, _ in read_table("months")}


def date_values(context: Context, slots: Mapping[str, tuple[int, int]]) -> dict[str, str] | None:
    """Return ``iso`` and ``calendar`` for the slots of a pattern.

    Args:
        context: The text; its date stands in for a year that is not there.
        slots: ``year``, ``month`` (a name or a number) and ``day``, each may be absent.

    Returns:
        The values, or ``None`` where there is no such date.
    """
    written = {
        name: context.text[slice(*slots[name])]
        for name in ("year", "month", "day")
        if name in slots
    }
    year, era = _read_year(written["year"]) if "year" in written else (None, "BE")
    if year is None and context.published is not None:
        year = context.published.year
    if year is None or ("day" in written and "month" not in written):
        return None
    if "month" not in written:
        return {"iso": f"{year:04d}", "calendar": era}
    named = written["month"]
    month = int(named) if named.isdigit() else _months().get(named, 0)
    if "day" not in written:
        return {"iso": f"{year:04d}-{month:02d}", "calendar": era} if 1 <= month <= 12 else None
    iso = _day(year, month, int(written["day"]))
    return None if iso is None else {"iso": iso, "calendar": era}


def _month(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    name = text[start:end]
    number = _months()[name]
    if (
        start
        and "ก" <= text[start - 1] <= "๎"
        and not text[:start].endswith(("เดือน", "ที่", "ถึง", "ต้น", "ปลาย", "กลาง"))
    ) and (name[-1:] == "." or "." in name or len(name) < 6):
        return
    left = _DAYS_BEFORE.search(text, max(0, start - 24), start)
    right = _YEAR_AFTER.match(text, end)
    if right is not None and _counts_something(text, right):
        right = None
    year, era = _read_year(right["year"]) if right else (None, "BE")
    stop = right.end() if right else end
    if right is None and left is None:
        yield from _bare_month(context, start, end, number)
        return
    if left is None:
        yield from _month_and_year(context, start, stop, number, year, era)
        return
    if year is None:
        if context.published is None:
            return
        year = context.published.year
    first = int(left["first"])
    last = int(left["last"]) if left["last"] else None
    begin = left.start()
    if last is not None and first > 31:
        # the first number is the year of the date before: 1 ต.ค. 67 - 31 ธ.ค. 67
        begin, first, last = left.start("last"), last, None
    if begin and (
        text[begin - 1].isdigit()
        or (text[begin - 1] in ".,:/" and begin > 1 and text[begin - 2].isdigit())
    ):
        return
    day = _day(year, number, last if last is not None else first)
    if day is None or not 1 <= first <= 31:
        return
    earlier = _earlier_day(context, begin, year, number) if last is None else None
    if earlier is not None:
        begin, iso_first = earlier
        yield _date(begin, stop, f"{iso_first}/{day}", era)
        return
    if last is not None:
        opening = _day(year, number, first)
        if opening is None:
            return
        if opening > day:
            yield _date(left.start("last"), stop, day, era)
            return
        yield _date(begin, stop, f"{opening}/{day}", era)
    else:
        yield _date(begin, stop, day, era)


def _counts_something(text: str, right: regex.Match[str]) -> bool:
    """``12 มีนาคม 30 คน``: two digits that count something are no year."""
    if len(right["year"]) != 2:
        return False
    return bool(_NO_YEAR_AFTER.match(text, right.end())) or int(right["year"]) < 30


def _earlier_day(context: Context, begin: int, year: int, month: int) -> tuple[int, str] | None:
    """A range whose first day has a month of its own: ``28 กันยายน – 4 ตุลาคม 2564``."""
    text = context.text
    window = text[max(0, begin - 45) : begin]
    found = _range_left().search(window)
    if found is None:
        return None
    number = _months()[found["month"]]
    start_year = year if found["year"] is None else _read_year(found["year"])[0]
    if found["year"] is None and number > month:
        start_year = year - 1
    opening = _day(start_year, number, int(found["day"]))
    if opening is None:
        return None
    return begin - len(window) + found.start("day"), opening


@cache
def _range_left() -> regex.Pattern[str]:
    names = "|".join(sorted(map(regex.escape, _months()), key=len, reverse=True))
    return compiled(
        rf"(?<!\d)(?P<day>\d{{1,2}}) *(?P<month>{names}) *(?:(?:{_ERA})?(?P<year>2[456]\d\d|20\d\d|\d\d))?"
        r"(?: *[-–—‐‑] *| *ถึง *)(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?(?:ที่)? *\Z"
    )


def _month_and_year(
    context: Context, start: int, stop: int, number: int, year: int | None, era: str
) -> Iterator[Candidate]:
    text = context.text
    assert year is not None
    iso = f"{year:04d}-{number:02d}"
    left = _MONTH_RANGE_LEFT.search(text, max(0, start - 22), start)
    if left is not None:
        for length in range(len(left["text"]), 3, -1):
            name = left["text"][-length:]
            if name in _months():
                first = _months()[name]
                first_year = year - 1 if first > number else year
                begin = left.end("text") - length
                yield _date(begin, stop, f"{first_year:04d}-{first:02d}/{iso}", era)
                return
    earlier = _month_year_left().search(text[max(0, start - 45) : start])
    if earlier is not None:
        first_year = _read_year(earlier["year"])[0]
        begin = max(0, start - 45) + earlier.start()
        yield _date(begin, stop, f"{first_year:04d}-{_months()[earlier['month']]:02d}/{iso}", era)
        return
    yield _date(start, stop, iso, era)


@cache
def _month_year_left() -> regex.Pattern[str]:
    names = "|".join(sorted(map(regex.escape, _months()), key=len, reverse=True))
    return compiled(
        rf"(?<!\d)(?<!\d )(?P<month>{names}) *(?:{_ERA})?(?P<year>2[456]\d\d|20\d\d)(?: *[-–—‐‑] *| *ถึง *)(?:เดือน)? *\Z"
    )


def _bare_month(context: Context, start: int, end: int, number: int) -> Iterator[Candidate]:
    text = context.text
    full = end - start > 5 and "." not in text[start:end]
    named = text.startswith("เดือน", max(0, start - 5)) or text[
        max(0, start - 6) : start
    ].startswith("เดือน ")
    this = _THIS.match(text, end)
    if context.published is None or not (named or this or full):
        return
    if end < len(text) and text[end] in "ะาิีึืุู็่้๊๋์":
        return
    year = context.published.year
    iso = f"{year:04d}-{number:02d}"
    left = _MONTH_RANGE_LEFT.search(text, max(0, start - 22), start)
    if left is not None:
        for length in range(len(left["text"]), 3, -1):
            name = left["text"][-length:]
            if name in _months():
                yield _date(
                    left.end("text") - length, end, f"{year:04d}-{_months()[name]:02d}/{iso}", "BE"
                )
                return
    yield _date(start, end, iso, "BE")


def _numeric(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    begin = start
    while begin > 0 and text[begin - 1].isdigit() and start - begin < 3:
        begin -= 1
    found = _NUMERIC.match(text, begin)
    if found is None or _URLISH.search(text, max(0, begin - 30), begin):
        return
    year, era = _read_year(found["year"])
    if len(found["year"]) == 2 and found["sep"] != "/":
        return
    iso = _day(year, int(found["month"]), int(found["day"]))
    if iso is not None:
        yield _date(begin, found.end(), iso, era, "date.numeric")


def _year(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    found = _FULL_YEAR.match(text, start)
    ranged = _YEAR_RANGE.match(text, start) if start == 0 or not text[start - 1].isdigit() else None
    if ranged is None and _YEAR_SAID.search(text, max(0, start - 12), start):
        ranged = _SEASON.match(text, start)
    if found is None and ranged is None:
        return
    stop = ranged.end() if ranged else found.end() if found else end
    before = text[max(0, start - 30) : start]
    if _NO_YEAR_BEFORE.search(before):
        return
    if _NO_YEAR_AFTER.match(text, stop) and not _YEAR_SAID.search(before):
        return
    if _URLISH.search(before) and not before.endswith(" "):
        return
    if _phone(text, start, stop):
        return
    if _in_english(text, start, stop):
        return
    if ranged is not None:
        first, era = _read_year(ranged["a"])
        second = ranged["b"]
        last = _read_year(ranged["a"][:2] + second if len(second) == 2 else second)[0]
        if last > first:
            yield _date(start, stop, f"{first:04d}/{last:04d}", era, "date.year")
            return
        stop = start + 4
    year, era = _read_year(text[start : start + 4])
    if era == "CE" and not _looks_like_year(text, start, stop):
        return
    yield _date(start, stop, f"{year:04d}", era, "date.year")


def _phone(text: str, start: int, stop: int) -> bool:
    before = text[max(0, start - 3) : start]
    after = text[stop : stop + 5]
    return bool(_NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after)) and not (
        _THAI_BEFORE.search(text[max(0, start - 3) : start])
    )


_NUMBER_BEFORE = compiled(r"\d[ -]$")
_NUMBER_AFTER = compiled(r"[ -]\d{3,4}(?!\d)")
_THAI_BEFORE = compiled(r"[ก-๎]\.? ?$")


def _looks_like_year(text: str, start: int, stop: int) -> bool:
    before = text[max(0, start - 12) : start]
    if _YEAR_WORD.search(before) or _IN_BEFORE.search(before):
        return True
    # a year at the end of a name: EU Green Week 2025, การศึกษา 2030
    return bool(_NAME_BEFORE.search(before)) and not _GLUED_AFTER.match(text[stop : stop + 1])


_YEAR_WORD = compiled(r"(?:ปี|ค\.ศ\.|คศ\.) ?(?:ค\.ศ\. ?)?$")
_IN_BEFORE = compiled(r"(?:ภายใน|ใน|ถึง|ตั้งแต่) ?$")
_NAME_BEFORE = compiled(r"[A-Za-zก-๎][”\"]? $")
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


def _short_year(context: Context, start: int, end: int) -> Iterator[Candidate]:
    found = _SHORT_YEAR.match(context.text, start)
    if found is None:
        return
    year, era = _read_year(found["year"])
    yield _date(found.start("year"), found.end("year"), f"{year:04d}", era, "date.short-year")


def _read_year(written: str) -> tuple[int, str]:
    """Return the common-era year and the era as written; two digits are Buddhist."""
    year = int(written)
    if len(written) == 2:
        return year + 2500 - 543, "BE"
    if year >= 2320:
        return year - 543, "BE"
    return year, "CE"


def _day(year: int, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and day >= 1 and 1 <= year <= 9999):
        return None
    if day > calendar.monthrange(year, month)[1]:
        return None
    return datetime.date(year, month, day).isoformat()


def _date(start: int, end: int, iso: str, era: str, rule: str = "date.month") -> Candidate:
    return Candidate("date", start, end, rule, values={"iso": iso, "calendar": era})
