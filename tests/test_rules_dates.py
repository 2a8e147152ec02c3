"""Dates whose year is not beside them, ranges, and numbers that are no years."""

from __future__ import annotations

import pytest

from thaigov_extract import extract

_DATE_LINE = "ข่าวตัวอย่าง\n\nวันพุธที่ 5 มีนาคม 2568\n05/03/2568\n\n"


def dates(text: str) -> list[tuple[str, str]]:
    header = {date.text for date in extract(_DATE_LINE).dates}
    return [(d.text, d.iso) for d in extract(_DATE_LINE + text).dates if d.text not in header]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the year before, for a month and for the months named with it
        ("เหตุเมื่อเดือนธันวาคมปีที่แล้ว", [("ธันวาคม", "2024-12")]),
        (
            "เหตุเมื่อเดือนพฤศจิกายนและธันวาคมปีที่ผ่านมา",
            [("พฤศจิกายน", "2024-11"), ("ธันวาคม", "2024-12")],
        ),
        ("เหตุเมื่อเดือนกุมภาพันธ์ที่ผ่านมา", [("กุมภาพันธ์", "2025-02")]),
        ("เดือนตุลาคมและพฤศจิกายน 2566", [("ตุลาคม", "2023-10"), ("พฤศจิกายน 2566", "2023-11")]),
        (
            "ยอดขาย 8 เดือน (ม.ค.- ส.ค.) ของปี 2567",
            [("ม.ค.- ส.ค.", "2024-01/2024-08"), ("2567", "2024")],
        ),
        # ranges
        (
            "เปิดถึงวันที่ 28 กุมภาพันธ์ - 1 เมษายน 2568",
            [("28 กุมภาพันธ์ - 1 เมษายน 2568", "2025-02-28/2025-04-01")],
        ),
        ("ตั้งแต่มกราคมถึง 20 กุมภาพันธ์", [("มกราคมถึง 20 กุมภาพันธ์", "2025-01/2025-02-20")]),
        ("ช่วง ต.ค – ธ.ค. 67 ขายได้", [("ต.ค – ธ.ค. 67", "2024-10/2024-12")]),
        # months as they are called
        ("รับสมัครถึง 7 มกรา 68", [("7 มกรา 68", "2025-01-07")]),
        ("งาน “5 ธันวา รวมใจ”", [("5 ธันวา", "2025-12-05")]),
        ("เหตุการณ์ 14 ตุลา เป็นบทเรียน", []),
        ("ร้านมีนา 5 สาขา", []),
        # two digits between a day and month and what follows
        ("วันที่ 27 ก.ย. 67 ครัวเรือนละ 500 บาท", [("27 ก.ย. 67", "2024-09-27")]),
        ("เริ่ม 1 มกราคม 30 บาทรักษาทุกที่", [("1 มกราคม", "2025-01-01")]),
        # fiscal years clipped; the months of every year are no dates
        ("กรอบวงเงินประจำปีงบฯ 67 และร่างงบฯ 68", [("67", "2024"), ("68", "2025")]),
        ("ทุกวันที่ 1 ของเดือนมกราคม เมษายน และตุลาคมของทุกปี", []),
        ("ช่วงเดือนตุลาคม – ธันวาคมของทุกปี", []),
        # numbers of other things
        ("ร้อย ทพ.2015 จับกุม", []),
        ("เครื่องยนต์ 2500 ซีซี", []),
        ("งาน MOTOR EXPO 2023 ครั้งที่ 40", [("2023", "2023")]),
        ("ปี 68/67", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected
