"""What every rule of dates asks: the months, the eras, the days that there are."""

from __future__ import annotations

import calendar
import datetime
from functools import cache

import regex

from ..candidate import Candidate
from ..lexicon import read_table

ERA = r"(?:พ\.? ?ศ\.? ?|ค\.? ?ศ\.? ?|พุทธศักราช ?|คริสต์ศักราช ?|ปี ?)"


@cache
def months() -> dict[str, int]:
    """Return the number of every spelling of a month."""
    return {name: int(number) for name, number, _ in read_table("months")}


@cache
def clipped_months() -> frozenset[str]:
    """Return the months as they are called (``ธันวา``): dates only beside a day or a year."""
    return frozenset(name for name, _, form in read_table("months") if form == "clipped")


@cache
def month_names() -> str:
    """Return the spellings of the months as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(regex.escape, months()), key=len, reverse=True))


def read_year(written: str) -> tuple[int, str]:
    """Return the common-era year and the era as written; two digits are Buddhist."""
    year = int(written)
    if len(written) == 2:
        return year + 2500 - 543, "BE"
    if year >= 2320:
        return year - 543, "BE"
    return year, "CE"


def iso_day(year: int, month: int, day: int) -> str | None:
    """Return the day in ISO 8601, or ``None`` where the calendar has no such day."""
    if not (1 <= month <= 12 and day >= 1 and 1 <= year <= 9999):
        return None
    if day > calendar.monthrange(year, month)[1]:
        return None
    return datetime.date(year, month, day).isoformat()


def date_at(start: int, end: int, iso: str, era: str, rule: str = "date.month") -> Candidate:
    """Return the candidate of a date."""
    return Candidate("date", start, end, rule, values={"iso": iso, "calendar": era})
