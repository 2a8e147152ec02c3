"""Calendar dates: Thai months, numeric dates and years, in both eras."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from ..rule import Rule
from .date_months import match_month
from .date_parts import date_at, iso_day, months, read_year
from .date_years import SHORT_YEAR_TRIGGERS, URLISH, YEAR_TRIGGERS, match_short_year, match_year
from .reasons import explain_date

_NUMERIC = compiled(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.\-])(?P<month>\d{1,2})(?P=sep)(?P<year>2[456]\d\d|20\d\d|19\d\d|\d\d)(?![\d/-]|\.\d)"
)


def date_rules() -> tuple[Rule, ...]:
    """Return the rules for dates.

    Returns:
        Rules of kind ``date``; their candidates carry ``iso`` and ``calendar`` (BE or CE).
    """
    return (
        Rule(
            id="date.month",
            kind="date",
            triggers=tuple(months()),
            match=match_month,
            priority=0,
            evidence=explain_date,
            examples=(
                ("เมื่อวันที่ 8 ก.พ. 64 เวลา 09.00 น.", [_be("8 ก.พ. 64", "2021-02-08")]),
                (
                    "ระหว่างวันที่ 19 – 21 พฤษภาคม 2568",
                    [_be("19 – 21 พฤษภาคม 2568", "2025-05-19/2025-05-21")],
                ),
                (
                    "ระหว่างวันที่ 1 ถึงวันที่ 30 พฤศจิกายน 2563",
                    [_be("1 ถึงวันที่ 30 พฤศจิกายน 2563", "2020-11-01/2020-11-30")],
                ),
                ("(ต.ค. 64 - ก.พ. 65)", [_be("ต.ค. 64 - ก.พ. 65", "2021-10/2022-02")]),
                (
                    "ช่วงเดือนกันยายนถึง 20 ตุลาคม 2568",
                    [_be("กันยายนถึง 20 ตุลาคม 2568", "2025-09/2025-10-20")],
                ),
                ("วันที่ 9 พ.ค. 68 น.ส.ดวงใจ ใจดี", [_be("9 พ.ค. 68", "2025-05-09")]),
                (
                    "วันที่ 28 กรกฎาคม พุทธศักราช 2565",
                    [_be("28 กรกฎาคม พุทธศักราช 2565", "2022-07-28")],
                ),
                ("เริ่มใช้เดือนเมษาปี 2570", [_be("เมษาปี 2570", "2027-04")]),
            ),
            counterexamples=(
                "นางสาวมีนา ใจดี",
                "ส.ค.ส. พระราชทาน",
                "อนุสรณ์สถาน 14 ตุลา",
                "แพทย์หญิงดวงใจ โต๊ะมีนา",
            ),
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
            triggers=YEAR_TRIGGERS,
            match=match_year,
            priority=0,
            evidence=explain_date,
            examples=(
                ("ในปี 2564", [_be("2564", "2021")]),
                ("ลดลงจากปี 2566 ร้อยละ 3", [_be("2566", "2023")]),
                ("พ.ศ. 2560-2564", [_be("2560-2564", "2017/2021")]),
                ("ฤดูแล้ง ปี 2566/2567", [_be("2566/2567", "2023/2024")]),
                ("ฤดูการผลิต 2567/68", [_be("2567/68", "2024/2025")]),
                ("ค.ศ. 2030", [{"text": "2030", "iso": "2030", "calendar": "CE"}]),
            ),
            counterexamples=(
                "วงเงิน 2,564 บาท",
                "จำนวน 2564 คน",
                "โทร. 0 2564 7000",
                "ครั้งที่ 1/2564",
                "เครื่องยนต์ 2500 CC",
                "กำลังพล ร้อย.ร 2531",
            ),
        ),
        Rule(
            id="date.short-year",
            kind="date",
            triggers=SHORT_YEAR_TRIGGERS,
            match=match_short_year,
            priority=0,
            evidence=explain_date,
            examples=(
                ("ปีงบประมาณ 65", [_be("65", "2022")]),
                ("ข้อมูลปี 65 – 67 พบว่า", [_be("65 – 67", "2022/2024")]),
                ("ปี 67/68", [_be("67/68", "2024/2025")]),
                ("ครึ่งปีหลัง 67", [_be("67", "2024")]),
                ("ช่วงเทศกาลสงกรานต์ 68", [_be("68", "2025")]),
                ("สร้างเมื่อ พ.ศ. 1893", [_be("1893", "1350")]),
                ("แต่งขึ้นในปี 2279", [_be("2279", "1736")]),
            ),
            counterexamples=("อายุ 65 ปี", "ปี 65 บาท", "ของขวัญปีใหม่ 50 รายการ", "ปีละ 2279 บาท"),
        ),
    )


def _be(text: str, iso: str) -> dict[str, str]:
    """A date of the Buddhist era as an example states it."""
    return {"text": text, "iso": iso, "calendar": "BE"}


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
    year, era = read_year(written["year"]) if "year" in written else (None, "BE")
    if year is None and context.published is not None:
        year = context.published.year
    if year is None or ("day" in written and "month" not in written):
        return None
    if "month" not in written:
        return {"iso": f"{year:04d}", "calendar": era}
    named = written["month"]
    month = int(named) if named.isdigit() else months().get(named, 0)
    if "day" not in written:
        return {"iso": f"{year:04d}-{month:02d}", "calendar": era} if 1 <= month <= 12 else None
    iso = iso_day(year, month, int(written["day"]))
    return None if iso is None else {"iso": iso, "calendar": era}


def _numeric(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    begin = start
    while begin > 0 and text[begin - 1].isdigit() and start - begin < 3:
        begin -= 1
    found = _NUMERIC.match(text, begin)
    if found is None or URLISH.search(text, max(0, begin - 30), begin):
        return
    year, era = read_year(found["year"])
    if len(found["year"]) == 2 and found["sep"] != "/":
        return
    iso = iso_day(year, int(found["month"]), int(found["day"]))
    if iso is not None:
        yield date_at(begin, found.end(), iso, era, "date.numeric")
