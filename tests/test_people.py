"""One person per person: forms of address, misspelt names, two people whose names are alike."""

from __future__ import annotations

import pytest

from thaigov_extract import extract


def people(text: str) -> dict[str, tuple[str, ...]]:
    return {official.name.text: official.short for official in extract(text).officials}


def test_a_form_of_address_is_no_fuller_name() -> None:
    text = "นายดนัย ใจงาม ปลัดกระทรวงแรงงาน กล่าวเปิดงาน และท่านดนัย ใจงาม ได้มอบรางวัล"
    assert people(text) == {"นายดนัย ใจงาม": ("ท่านดนัย ใจงาม",)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a mark above or below differs: a slip; the commoner spelling is the name
        (
            "นายสุทธิพร ใจงาม กล่าวว่า นายสุทธ์พร ใจงาม ย้ำ และนายสุทธิพร ใจงาม มอบรางวัล",
            {"นายสุทธิพร ใจงาม": ("นายสุทธ์พร ใจงาม",)},
        ),
        (
            "นางปรียา แสงทองศรี กล่าวว่า นางปรียา แสงทองศรี่ ย้ำ และนางปรียา แสงทองศรี ลา",
            {"นางปรียา แสงทองศรี": ("นางปรียา แสงทองศรี่",)},
        ),
        # a consonant differs, or the names are too short to tell: two people
        (
            "นายณัฐพล ใจงาม และนายณัฐพร ใจงาม เข้าร่วม",
            {"นายณัฐพล ใจงาม": (), "นายณัฐพร ใจงาม": ()},
        ),
        ("นายธนา ใจงาม และนายธนี ใจงาม เข้าร่วม", {"นายธนา ใจงาม": (), "นายธนี ใจงาม": ()}),
        # both parts differ
        (
            "นายสุทธิพร ใจงาม และนายสุทธ์พร ใจง่าม เข้าร่วม",
            {"นายสุทธิพร ใจงาม": (), "นายสุทธ์พร ใจง่าม": ()},
        ),
    ],
)
def test_spellings_a_mark_apart_are_one_person(
    text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert people(text) == expected


def test_the_full_name_is_found_behind_a_joint_and_an_honorific() -> None:
    text = "นางสาวปรียา แสงทองศรี เข้าร่วม ผลงานของปรียา แสงทองศรี และผลงานของคุณปรียา แสงทองศรี ใช้ไม้"
    assert people(text) == {"นางสาวปรียา แสงทองศรี": ("ปรียา แสงทองศรี", "คุณปรียา แสงทองศรี")}
    thanks = "นางสาวปรียา แสงทองศรี เข้าร่วม และขอบคุณปรียา แสงทองศรี ที่มา"
    assert "คุณปรียา แสงทองศรี" not in people(thanks)["นางสาวปรียา แสงทองศรี"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a word that leads on elsewhere is a family name before an age
        ("ทราบชื่อ คือ นางสาวปรียา แจ้งกระจ่าง อายุ 34 ปี", "นางสาวปรียา แจ้งกระจ่าง"),
        # a post in letters that is written on to the name
        ("พล.ต.ต.ดนัย ผลพฤกษาผบก.สอท.4 เข้าร่วม", "พล.ต.ต.ดนัย ผลพฤกษา"),
        # a verb in the family name that a post closes
        ("นายดนัย รังษีเสริมแก้ว รองนายกเทศมนตรีนครตาก", "นายดนัย รังษีเสริมแก้ว"),
    ],
)
def test_where_the_family_name_ends(text: str, name: str) -> None:
    assert list(people(text)) == [name]
