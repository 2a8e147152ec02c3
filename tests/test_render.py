"""The table in a terminal: where lines break, and that nothing of the text is lost."""

from __future__ import annotations

import io

import pytest
import regex
from rich.cells import cell_len
from rich.console import Console

from thaigov_extract import extract
from thaigov_extract.render import print_table


def shown(text: str, width: int) -> str:
    out = io.StringIO()
    print_table(extract(text), Console(file=out, width=width))
    return out.getvalue()


@pytest.mark.parametrize("width", [30, 60, 80, 200])
def test_no_line_begins_with_a_vowel_sign_or_is_wider_than_the_terminal(width: int) -> None:
    text = (
        "พล.ต.ต.ดนัย ใจงาม รองผู้บัญชาการสำนักงานยุทธศาสตร์ตำรวจ สำนักงานตำรวจแห่งชาติ พบ"
        "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล (Digital Economy Promotion Agency: depa) วันที่ 8 ก.พ. 64"
    )
    lines = shown(text, width).split("\n")
    cells = [cell.strip() for line in lines for cell in regex.split(r" {2,}", line)]
    assert not [cell for cell in cells if cell and cell[0] in "ะัาำิีึืฺุู็่้๊๋์ํๅ"]
    assert max(map(cell_len, lines)) <= width


def test_brackets_are_text_and_no_markup() -> None:
    table = shown("พบสำนักงานส่งเสริมเศรษฐกิจดิจิทัล (Digital Economy Promotion Agency: depa)", 120)
    assert "Digital Economy Promotion Agency [depa]" in table


def test_names_break_at_their_spaces() -> None:
    table = shown("นาวาอากาศเอกหญิง สุภางค์ รัตนไพรวัลย์ รองโฆษกกระทรวงกลาโหม", 80)
    assert "รัตนไพรวัลย์" in table
