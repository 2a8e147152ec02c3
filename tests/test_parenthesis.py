"""Brackets and what stands inside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thaigov_extract.abbreviation import initials_match, looks_abbreviated
from thaigov_extract.inside import is_person, read_inside
from thaigov_extract.parenthesis import parentheses


def inside(content: str) -> tuple[str | None, str | None] | None:
    text = f"คำ ({content}) ท้าย"
    parts = read_inside(text, 4, 4 + len(content))
    if parts is None:
        return None
    a, b = parts.english, parts.abbreviation
    return (text[slice(*a)] if a else None, text[slice(*b)] if b else None)


@pytest.mark.parametrize(
    ("content", "english", "abbreviation"),
    [
        ("Green Economy", "Green Economy", None),
        ("UNICEF", None, "UNICEF"),
        ("MoU", None, "MoU"),
        ("SDGs", None, "SDGs"),
        ("e-GP", None, "e-GP"),
        ("COVID-19", None, "COVID-19"),
        ("PHER plus", None, "PHER plus"),
        ("COP 26", None, "COP 26"),
        ("PM 2.5", None, "PM 2.5"),
        ("CWIE DAY", "CWIE DAY", None),
        ("Big Data", "Big Data", None),
        ("FinTech", "FinTech", None),
        ("SOCA Retreat", "SOCA Retreat", None),
        (
            "International Telecommunication Union: ITU",
            "International Telecommunication Union",
            "ITU",
        ),
        (
            "Child Online Protection Action Thailand : COPAT",
            "Child Online Protection Action Thailand",
            "COPAT",
        ),
        ("GHS : Globally Harmonised System", "Globally Harmonised System", "GHS"),
        ("World Health Organization (WHO)", "World Health Organization", "WHO"),
        ("WHO (World Health Organization)", "World Health Organization", "WHO"),
        ("World Trade Organization - WTO", "World Trade Organization", "WTO"),
        ("World Trade Organization – WTO", "World Trade Organization", "WTO"),
        ("Public Private Partnership หรือ PPP", "Public Private Partnership", "PPP"),
        ("Public Private Partnership or PPP", "Public Private Partnership", "PPP"),
        ("Gross Domestic Product, GDP", "Gross Domestic Product", "GDP"),
        ("Odds Ratio : OR", "Odds Ratio", "OR"),
        ("Person to Person: P to P", "Person to Person", "P to P"),
        ("RIOT Rice Institute of Thailand", "Rice Institute of Thailand", "RIOT"),
        ("Anna B. Green, M.D.", "Anna B. Green, M.D.", None),
        ("The 3rd Rice Meeting: RICEMIN ครั้งที่ 3", "The 3rd Rice Meeting", "RICEMIN"),
        ("Rice Programme @50", "Rice Programme @50", None),
        (
            "Senior Officials Committee for the Socio-Cultural Community (SOCA) Retreat",
            "Senior Officials Committee for the Socio-Cultural Community (SOCA) Retreat",
            "SOCA",
        ),
        ("Plan of Action in ASEAN (2021-2025)", "Plan of Action in ASEAN (2021-2025)", None),
        (
            "Website Piracy in Thailand: Website Blocking",
            "Website Piracy in Thailand: Website Blocking",
            None,
        ),
        ("Buceros vigil หรือ Rhinoplax vigil", "Buceros vigil หรือ Rhinoplax vigil", None),
        ("สพธอ. หรือ ETDA", None, "ETDA"),
        ("ชื่อภาษาอังกฤษ : Rice Board", "Rice Board", None),
        ("ร่าง TOR", None, "TOR"),
        ("“Power of Partnership”", "Power of Partnership", None),
        ("Mrs. Jane Doe, Resident Coordinator", "Mrs. Jane Doe", None),
        ("Mr. John Doe Director", "Mr. John Doe", None),
        (
            "United Nations Educational, Scientific and Cultural Organization : UNESCO",
            "United Nations Educational, Scientific and Cultural Organization",
            "UNESCO",
        ),
    ],
)
def test_the_inside_splits_into_name_and_abbreviation(
    content: str, english: str | None, abbreviation: str | None
) -> None:
    assert inside(content) == (english, abbreviation)


@pytest.mark.parametrize(
    "content",
    [
        "www.example.go.th",
        "info@example.org",
        "https://example.org/a",
        "email protected",  # what a web page shows in place of an address
        "YoY",
        "%QoQ",
        "iii",
        "a",
        "12.5 km",
        "MRR-2.5%",
        "@riceboard",
        "2021-2025",
        "ปัจจุบัน MLR เท่ากับร้อยละ 7",
        "MRT สายสีน้ำเงิน",
        "Tablet หรือ Notebook หรือ Chromebook",
        "Fun Run, Mini Marathon",
        "Hall EH 98 - 99",
        "พม.",
        "",
    ],
)
def test_what_names_nothing_is_no_pair(content: str) -> None:
    assert inside(content) is None


def test_two_items_after_a_quotation_are_a_slogan() -> None:
    text = "คำขวัญ “ใจพร้อม เมืองพร้อม” (Ready Hearts, Ready Towns) และงาน (Ready Hearts, Ready Towns)"
    first, second = parentheses(text)
    assert read_inside(text, *first.inner) is not None
    assert read_inside(text, *second.inner) is not None  # the same word begins both
    text = "คำขวัญ “ใจอุ่น หัวใส” (Warm Hearts, Clear Minds) และงาน (Warm Hearts, Clear Minds)"
    first, second = parentheses(text)
    assert read_inside(text, *first.inner) is not None
    assert read_inside(text, *second.inner) is None


def found(text: str) -> list[str]:
    return [text[p.start : p.end] for p in parentheses(text)]


def test_brackets_balance_and_nest() -> None:
    text = "ก (Plan (A) of B) ข [Rice Board (RB)] ค"
    assert found(text) == ["(Plan (A) of B)", "(A)", "[Rice Board (RB)]", "(RB)"]
    assert [p.depth for p in parentheses(text)] == [0, 1, 0, 1]


def test_a_line_break_inside_is_joined_but_an_empty_line_is_not() -> None:
    assert found("ศูนย์ (Digital Economy\nHub) ท้าย") == ["(Digital Economy\nHub)"]
    assert found("ศูนย์ (Digital\n\nEconomy) ท้าย") != ["(Digital\n\nEconomy)"]


def test_an_unclosed_bracket_ends_with_its_latin_run() -> None:
    assert found("ศูนย์กลาง (Digital Hub และอื่น ๆ\n\nย่อหน้า") == ["(Digital Hub"]


def test_list_markers_are_no_brackets() -> None:
    assert found("1) เศรษฐกิจ 2) สังคม (Green Society) 3) x") == ["(Green Society)"]


@given(st.text(alphabet="()[]\n กขA ", max_size=200))
def test_every_bracket_found_lies_in_the_text(text: str) -> None:
    for p in parentheses(text):
        assert 0 <= p.start < p.inner[0] <= p.inner[1] <= p.end <= len(text)
        assert text[p.start] in "(["
        read_inside(text, *p.inner)


def test_shapes_of_abbreviations() -> None:
    assert looks_abbreviated("NIDA BCG") is False
    assert looks_abbreviated("UN")
    assert not looks_abbreviated("Un")
    assert not looks_abbreviated("")
    assert initials_match("ADGSOM", "ASEAN Digital Senior Officials Meeting")
    assert not initials_match("XYZ", "World Bank")


def test_personal_titles() -> None:
    assert is_person("H.E. Mr. Han Zhiqiang")
    assert is_person("The Honourable Anthony Albanese MP")
    assert not is_person("Miss Universe Organization")
    assert not is_person("General Border Committee")
    assert not is_person("Major Non-NATO Ally")
