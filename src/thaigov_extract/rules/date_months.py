"""Months and what stands beside them: days, years, a second month."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from .date_parts import ERA, clipped_months, date_at, iso_day, month_names, months, read_year
from .date_years import NO_YEAR_AFTER

_YEAR = r"(?P<year>(?:23[2-9]|2[456]\d)\d|19\d\d|20\d\d|\d\d(?![\d:/.]|\d| ?(?:บาท|คน|ราย|%|น\.(?! ?ส\.))))(?!\d|,\d)"
_DAYS_BEFORE = compiled(
    r"(?<!\d)(?P<first>\d{1,2})(?:(?P<dash> ?[-–—‐‑] ?| ?(?:จน)?ถึง ?(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?(?:ที่)? ?)(?P<last>\d{1,2}))? *\Z"
)
_DAYS_LISTED = compiled(r"(?:\D|(?<!\d)\d{1,2}),\Z")
"""``12,13,17 พฤศจิกายน``: the days before the last one, no thousands."""
_SECOND_YEAR = compiled(r" *(?P<year>[4-7]\d)(?![\d.,:/])")
"""That of a range whose first month has one, whatever follows: ``ต.ค. 64 - มี.ค. 65 รายละ …``."""
_REACH = 45
"""Code points before a month in which the beginning of its range is looked for."""
_YEAR_AFTER = compiled(rf" *(?:{ERA})?{_YEAR}")
_THAI = compiled(r"[ก-๎]")
_UPRISINGS = {(10, "14"), (10, "6")}
"""``14 ตุลา``, ``6 ตุลา``: the name of what happened then, no date of the year."""
_BEFORE_MONTH = ("เดือน", "ที่", "ถึง", "ต้น", "ปลาย", "กลาง")
_THIS = compiled(r" ?(?:นี้|ที่ผ่านมา|ที่ผ่าน|ของปีนี้|ปีนี้|ศกนี้)")
_MONTH_RANGE_LEFT = compiled(
    r"(?P<text>[ก-๎.]{3,12})(?P<dash> {0,3}[-–—‐‑][ \n]{0,3}| ?(?:จน)?ถึง(?:เดือน)? ?)\Z"
)


def match_month(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    name = text[start:end]
    number = months()[name]
    clipped = name in clipped_months()
    if (clipped or "." in name or len(name) < 6) and _glued(text, start):
        return
    if clipped and (
        _THAI.match(text, end) and not _YEAR_AFTER.match(text, end) and not _THIS.match(text, end)
    ):
        return  # มกรา|คม
    left = _DAYS_BEFORE.search(text, max(0, start - 24), start)
    right = _YEAR_AFTER.match(text, end)
    if right is not None and _counts_something(text, right, left):
        right = None
    if right is None and left is None and _month_of_year(text, start):
        right = _SECOND_YEAR.match(text, end)
    year, era = read_year(right["year"]) if right else (None, "BE")
    stop = right.end() if right else end
    if clipped and right is None and (left is None or (number, left["first"]) in _UPRISINGS):
        return
    if right is None and left is None:
        yield from _bare_month(context, start, end, number)
        return
    if left is None:
        yield from _month_and_year(context, start, stop, number, year, era)
        return
    if year is None:
        if context.published is None:
            return
        year = _year_said(context, end, context.published.year)
    first = int(left["first"])
    last = int(left["last"]) if left["last"] else None
    begin = left.start()
    if last is not None and (first > 31 or _ends_time(text, begin)):
        # the first number is the year of the date before, or its time:
        # 1 ต.ค. 67 - 31 ธ.ค. 67, 18.00 ถึงวันที่ 31 ธ.ค. 67
        begin, first, last = left.start("last"), last, None
    if begin and (
        text[begin - 1].isdigit()
        or (text[begin - 1] in ".:/" and begin > 1 and text[begin - 2].isdigit())
        or (text[begin - 1] == "," and not _DAYS_LISTED.search(text, max(0, begin - 60), begin))
    ):
        return
    day = iso_day(year, number, last if last is not None else first)
    if day is None or not 1 <= first <= 31:
        return
    earlier = _earlier(context, begin, year, number) if last is None else None
    if earlier is not None:
        begin, iso_first = earlier
        yield date_at(begin, stop, f"{iso_first}/{day}", era)
        return
    if last is not None:
        opening = iso_day(year, number, first)
        if opening is None:
            return
        if opening > day:
            yield date_at(left.start("last"), stop, day, era)
            return
        yield date_at(begin, stop, f"{opening}/{day}", era)
    else:
        yield date_at(begin, stop, day, era)


def _ends_time(text: str, place: int) -> bool:
    return place > 1 and text[place - 1] in ".:" and text[place - 2].isdigit()


def _glued(text: str, start: int) -> bool:
    """Is a short form the tail of a word (``โต๊ะมีนา``)?"""
    if not start or not _THAI.match(text, start - 1):
        return False
    return not text.endswith(_BEFORE_MONTH, max(0, start - 6), start)


def _counts_something(text: str, right: regex.Match[str], left: regex.Match[str] | None) -> bool:
    """``12 มีนาคม 30 คน``: two digits that count something are no year.

    Between a day and month and whatever follows, 40 to 79 are always one: in the corpus all of
    330 such numbers are (``27 ก.ย. 67 ครัวเรือนละ …``).
    """
    if len(right["year"]) != 2 or (left is not None and 40 <= int(right["year"]) < 80):
        return False
    return bool(NO_YEAR_AFTER.match(text, right.end())) or int(right["year"]) < 30


def _year_said(context: Context, end: int, published: int) -> int:
    """The year of a month without one: that of the date line, unless the text says another.

    ``พฤศจิกายนและธันวาคมปีที่ผ่านมา`` is the year before, for both; in ``ตุลาคมและพฤศจิกายน 2566``
    the year is said once.
    """
    said = _year_later().match(context.text, end)
    if said is None:
        return published
    return published - 1 if said["before"] else read_year(said["year"])[0]


@cache
def _year_later() -> regex.Pattern[str]:
    return compiled(
        rf"(?:(?:,| ?และ) ?(?:เดือน)?(?:{month_names()})){{0,4}}\)? ?(?:ของ|เมื่อ)?"
        r"(?:(?P<before>ปี(?:ที่ผ่านมา|ที่แล้ว|ก่อน|กลาย))|(?:ปี ?)?(?:พ\.ศ\. ?)?"
        r"(?P<year>2[456]\d\d|20\d\d)(?!\d|,\d))"
    )


@cache
def _every_year() -> regex.Pattern[str]:
    return compiled(
        rf"(?:(?:,| ?และ| ?[-–] ?| ?ถึง| ) ?(?:เดือน)?(?:{month_names()})){{0,11}} ?(?:ของ|ใน)?ทุก(?: ?ๆ ?)?ปี"
    )


def _earlier(context: Context, begin: int, year: int, month: int) -> tuple[int, str] | None:
    """A range whose first day has a month of its own: ``28 กันยายน – 4 ตุลาคม 2564``, or that
    begins with a month: ``กันยายนถึง 20 ตุลาคม``.
    """
    text = context.text
    window = text[max(0, begin - _REACH) : begin]
    found = _range_left().search(window)
    if found is None:
        open_month = _month_left().search(window)
        if open_month is None:
            return _month_of_year(text, begin)
        number = months()[open_month["month"]]
        iso = f"{year - (number > month):04d}-{number:02d}"
        return begin - len(window) + open_month.start(), iso
    number = months()[found["month"]]
    start_year = year if found["year"] is None else read_year(found["year"])[0]
    if found["year"] is None and number > month:
        start_year = year - 1
    opening = iso_day(start_year, number, int(found["day"]))
    if opening is None:
        return None
    return begin - len(window) + found.start("day"), opening


def _month_of_year(text: str, begin: int) -> tuple[int, str] | None:
    """``มีนาคม 2567 – 19 มีนาคม 2568``: the range begins with a month of a year of its own."""
    window = text[max(0, begin - _REACH) : begin]
    found = _month_year_left().search(window)
    if found is None:
        return None
    iso = f"{read_year(found['year'])[0]:04d}-{months()[found['month']]:02d}"
    return begin - len(window) + found.start(), iso


@cache
def _range_left() -> regex.Pattern[str]:
    return compiled(
        rf"(?<!\d)(?P<day>\d{{1,2}}) *(?P<month>{month_names()}) *(?:(?:{ERA})?(?P<year>2[456]\d\d|20\d\d|\d\d))?"
        r"(?: *[-–—‐‑] *| *(?:จน)?ถึง *)(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?(?:ที่)? *\Z"
    )


@cache
def _month_left() -> regex.Pattern[str]:
    return compiled(
        rf"(?<![\d.])(?<!\d )(?P<month>{month_names()})(?: ?[-–—‐‑] ?| ?(?:จน)?ถึง(?:วันที่)? ?)\Z"
    )


def _month_and_year(
    context: Context, start: int, stop: int, number: int, year: int | None, era: str
) -> Iterator[Candidate]:
    text = context.text
    assert year is not None
    iso = f"{year:04d}-{number:02d}"
    left = _MONTH_RANGE_LEFT.search(text, max(0, start - 22), start)
    if left is not None and (opening := _opening(left)):
        first, begin = opening
        first_year = year - 1 if first > number else year
        yield date_at(begin, stop, f"{first_year:04d}-{first:02d}/{iso}", era)
        return
    earlier = _month_of_year(text, start)
    if earlier is not None:
        begin, iso_first = earlier
        yield date_at(begin, stop, f"{iso_first}/{iso}", era)
        return
    yield date_at(start, stop, iso, era)


@cache
def _month_year_left() -> regex.Pattern[str]:
    return compiled(
        rf"(?<!\d)(?<!\d )(?P<month>{month_names()}) *(?:{ERA})?(?P<year>2[456]\d\d|20\d\d|[4-7]\d)(?: *[-–—‐‑] *| *(?:จน)?ถึง *)(?:เดือน|วันที่)? *\Z"
    )


def _opening(left: regex.Match[str]) -> tuple[int, int] | None:
    """The month that a range of months opens with: its number and where it begins."""
    for length in range(len(left["text"]), 2, -1):
        number = months().get(left["text"][-length:])
        if number is not None:
            return number, left.end("text") - length
    return None


def _bare_month(context: Context, start: int, end: int, number: int) -> Iterator[Candidate]:
    text = context.text
    if context.published is None or (end < len(text) and text[end] in "ะาิีึืุู็่้๊๋์"):
        return
    if _every_year().match(text, end):
        return  # ทุกวันที่ 1 ของเดือนมกราคม เมษายน และตุลาคมของทุกปี
    year = _year_said(context, end, context.published.year)
    left = _MONTH_RANGE_LEFT.search(text, max(0, start - 22), start)
    opening = _opening(left) if left is not None else None
    if opening is not None:
        first, begin = opening
        first_year = year - 1 if first > number else year
        iso = f"{first_year:04d}-{first:02d}/{year:04d}-{number:02d}"
        yield date_at(begin, end, iso, "BE")
        return
    full = end - start > 5 and "." not in text[start:end]
    named = text.startswith("เดือน", max(0, start - 5)) or text[
        max(0, start - 6) : start
    ].startswith("เดือน ")
    if named or full or _THIS.match(text, end):
        yield date_at(start, end, f"{year:04d}-{number:02d}", "BE")
