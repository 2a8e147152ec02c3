from __future__ import annotations

import datetime

import pytest

from thaigov_extract.release import ReadError, check_thai, decode, read

RELEASE = (
    "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-กรมปศุสัตว์เปิดงาน\n\n\n"
    "วันอังคารที่ 9 กุมภาพันธ์ 2564\n09/02/2564\nพิมพ์\nกรมปศุสัตว์เปิดงาน\nเนื้อข่าว\n\n"
    "ที่มา : https://www.thaigov.go.th/news/contents/details/990099\n"
)


def test_header_of_the_corpus_form() -> None:
    release = read(RELEASE)
    assert release.headline == "กรมปศุสัตว์เปิดงาน"
    assert release.published == datetime.date(2021, 2, 9)
    assert release.url == "https://www.thaigov.go.th/news/contents/details/990099"
    assert release.id == "990099"
    assert release.text == RELEASE


def test_given_id_stands() -> None:
    assert read(RELEASE, id="mine").id == "mine"


def test_plain_text_has_no_header() -> None:
    release = read("ข้อความธรรมดา ไม่มีวันที่")
    assert (release.id, release.url, release.published) == (None, None, None)
    assert release.headline == "ข้อความธรรมดา ไม่มีวันที่"


@pytest.mark.parametrize(
    "line", ["วันศุกร์ที่ ๙ กุมภาพันธ์ พ.ศ. ๒๕๖๔", "9 กุมภาพันธ์ 2564", "วันอังคารที่\u00a09 กุมภาพันธ์ 2564"]
)
def test_date_lines(line: str) -> None:
    assert read(f"หัวข้อ\r\n{line}\r\nเนื้อ").published == datetime.date(2021, 2, 9)


def test_impossible_date_line() -> None:
    assert read("หัวข้อ\nวันอังคารที่ 31 กุมภาพันธ์ 2564\n").published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert read(RELEASE.encode(encoding)).published == datetime.date(2021, 2, 9)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02PK", b"\x89PNG\r\n\x1a\n\x00", bytes(range(128, 255)) * 3]
)
def test_binary_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        decode(data)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("text", ["", " \n\t\u200b", "English only"])
def test_nothing_thai_is_refused_at_the_command_line(text: str) -> None:
    with pytest.raises(ReadError):
        check_thai(text)
