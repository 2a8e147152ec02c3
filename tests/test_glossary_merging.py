"""What the glossary holds for one thing and what for two, and what it flags."""

from __future__ import annotations

from pathlib import Path

import pytest

from thaigov_extract import Concept, Glossary, Rule, default_rules, extract
from thaigov_extract.glossary.conflicts import is_slip
from thaigov_extract.glossary.keys import english_key
from thaigov_extract.glossary.likeness import likeness
from thaigov_extract.glossary.reading import PairReader, read_pairs
from thaigov_extract.glossary.short_forms import is_dotted, is_initials, short_forms
from thaigov_extract.glossary.ties import without_strays
from thaigov_extract.glossary.vote import Occurrence, decide
from thaigov_extract.model import Extraction, Span, TermPair
from thaigov_extract.release import read

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))


def pair(
    thai: str, english: str | None, short: str | None = None, kind: str = "concept"
) -> Extraction:
    """An extraction that pairs this, sure of its borders."""
    end = len(thai)
    sides = [
        Span(side, end + 2, end + 2 + len(side)) if side else None for side in (english, short)
    ]
    return Extraction(terms=(TermPair(Span(thai, 0, end), sides[0], sides[1], kind, 0.95),))  # type: ignore[arg-type]


def glossary_of(*rows: tuple[Extraction, int]) -> Glossary:
    return Glossary.from_extractions(extraction for extraction, count in rows for _ in range(count))


def flags(concept: Concept) -> set[tuple[str, str]]:
    return {(issue.kind, issue.text) for issue in concept.issues}


# -- one thing or two -------------------------------------------------------------------------------

SMALL, MICRO = "กิจการขนาดเล็กและขนาดกลาง", "กิจการรายย่อย ขนาดเล็ก และขนาดกลาง"


def test_one_thai_term_in_common_does_not_make_two_names_one() -> None:
    glossary = glossary_of(
        (pair(SMALL, "Small and Medium Ventures", "SMVs"), 9),
        (pair(MICRO, "Micro, Small and Medium Ventures", "MSMVs"), 4),
        (pair(SMALL, "Micro, Small and Medium Ventures", "MSMVs"), 1),
    )
    assert {(c.abbreviation, c.preferred_thai, c.releases) for c in glossary} == {
        ("SMVs", SMALL, 9),
        ("MSMVs", MICRO, 5),
    }


def test_names_in_other_words_with_most_of_their_thai_in_common_are_one() -> None:
    thai = "กรอบความยั่งยืนของเศรษฐกิจสร้างสรรค์"
    glossary = glossary_of(
        (pair(thai, "Regional Creative Economy Sustainability Framework"), 3),
        (pair(thai, "Regional Creative Economy Framework for Sustainability"), 1),
    )
    (concept,) = glossary
    assert concept.releases == 4


def test_a_like_thai_term_will_do_where_the_abbreviation_is_the_same() -> None:
    glossary = glossary_of(
        (pair("ความตกลงการค้าแบบเปิด", "Open Trade Accord", "OTA"), 4),
        (pair("ข้อตกลงการค้าแบบเปิด", None, "OTA"), 2),
        (pair("สำนักงานท่องเที่ยวเมืองใหม่", "Old Town Agency", "OTA", "agency"), 2),
    )
    assert {(c.preferred_english, c.releases) for c in glossary} == {
        ("Open Trade Accord", 6),
        ("Old Town Agency", 2),
    }
    assert likeness("ความตกลงการค้าแบบเปิด", "สำนักงานท่องเที่ยวเมืองใหม่") < 0.3


def test_an_abbreviation_that_was_read_as_a_name_joins_what_it_stands_for() -> None:
    goals = "เป้าหมายน้ำสะอาดถ้วนหน้า"
    glossary = glossary_of(
        (pair(goals, "Clean Water Goals", "UN CWGs"), 2),
        (pair(goals, "UN CWGs"), 3),
        (pair("สวนสาธารณะ", "UN CWGs"), 1),
    )
    concept = next(c for c in glossary if c.preferred_english == "Clean Water Goals")
    assert (concept.releases, concept.abbreviation) == (5, "UN CWGs")
    assert len(glossary) == 2  # beside quite another Thai term it stays what it was read as


def test_a_form_stands_on_the_side_where_it_mostly_stands() -> None:
    glossary = glossary_of(
        (pair("โรคบึงน้ำ", "Pond Disease", "POND-7"), 3),
        (pair("โรคบึงน้ำ", None, "POND-7"), 3),
        (pair("โรคบึงน้ำ", "Pond-7"), 2),
    )
    (concept,) = glossary
    assert [form.text for form in concept.english] == ["Pond Disease"]
    assert [form.text for form in concept.abbreviations] == ["POND-7", "Pond-7"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Seventh Water Forum", "7th Water Forum"),
        ("7thWater Forum", "The 7th Water Forum"),
        ("H.E. Mr. Jan Novak", "Mr. Jan Novak"),
        ("H.E.Mr.Jan Novak", "Jan Novak"),
        ("A.C.T. Together", "ACT Together"),
        ("Walk&Ride", "Walk & Ride"),
    ],
)
def test_what_makes_no_other_name(one: str, other: str) -> None:
    assert english_key(one) == english_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seventh Water Forum", "Seventeenth Water Forum"),
        ("Right to Water", "Water"),
        ("Mission Novak", "Novak"),
        ("Honey Board", "Board"),
    ],
)
def test_what_does(one: str, other: str) -> None:
    assert english_key(one) != english_key(other)


# -- flags ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rare", "frequent", "slip"),
    [
        ("Al", "AI", True),  # a small L for the capital i
        ("C02", "CO2", True),
        ("AB", "AI", False),
        ("การค้าหมุนวียน", "การค้าหมุนเวียน", True),
        ("เป้าหมายในการพัฒนาเมืองน่าอยู่", "เป้าหมายการพัฒนาเมืองน่าอยู่", False),  # a word more
    ],
)
def test_slips_that_look_alike_and_thai_ones(rare: str, frequent: str, slip: bool) -> None:
    assert is_slip(rare, frequent, 1, 9) == slip


def test_a_thai_slip_is_flagged_as_such() -> None:
    (concept,) = glossary_of(
        (pair("เศรษฐกิจหมุนเวียน", "Circular Trade"), 5), (pair("เศรษฐกิจหมุนวียน", "Circular Trade"), 1)
    )
    assert flags(concept) == {("misspelling", "เศรษฐกิจหมุนวียน")}


def test_only_other_names_that_are_used_often_enough_compete() -> None:
    (concept,) = glossary_of(
        (pair("พาหนะไฟฟ้า", "Electric Car"), 60),
        (pair("รถพลังแบตเตอรี่", "Electric Car"), 10),
        (pair("ยวดยานพลังงานสะอาด", "Electric Car"), 2),  # one in thirty
        (pair("เทคโนโลยีพาหนะไฟฟ้า", "Electric Car"), 9),  # the same, begun elsewhere
    )
    assert flags(concept) == {("competing-thai", "รถพลังแบตเตอรี่")}


def test_the_abbreviation_of_a_part_of_the_name_is_no_second_meaning() -> None:
    glossary = glossary_of(
        (pair("การประชุมเจ้าหน้าที่น้ำ", "Water Officers Meeting", "WOM", "meeting"), 3),
        (pair("แผนงานฤดูแล้ง", "Plan of the Water Officers Meeting (WOM) Retreat", "WOM"), 1),
    )
    assert len(glossary) == 2
    assert all(not concept.issues for concept in glossary)


# -- Thai short forms -------------------------------------------------------------------------------


def test_a_short_form_is_what_a_release_puts_in_brackets_after_the_name() -> None:
    glossary = Glossary.from_releases(
        [
            "กระทรวงแรงงาน (รง.) ประกาศแผน วันนี้ แรงงาน และ ก.แรงงาน เดินหน้า",
            "กระทรวงแรงงาน (รง.) เปิดศูนย์",
            "รมว.แรงงาน (รง.) ลงพื้นที่ กระทรวงแรงงาน รง. ชี้แจง",
        ]
    )
    (concept,) = glossary.lookup("รง.")
    assert [(f.text, f.releases) for f in concept.thai] == [("กระทรวงแรงงาน", 2)]
    assert [(f.text, f.releases) for f in concept.thai_abbreviations] == [("รง.", 2)]


def test_strays_are_told_by_the_other_ties() -> None:
    """The letters of a ministry behind one of its departments; a unit behind its ministry."""
    releases = ["กระทรวงแรงงาน (รง.) แถลง"] * 24
    releases += ["กรมการจัดหางาน (กกจ.) แถลง"] * 3 + ["กรมการจัดหางาน (รง.) แถลง"]
    releases += ["กระทรวงแรงงาน (ศปก.รง.) แถลง"] * 4
    glossary = Glossary.from_releases(releases)
    assert [c.preferred_thai for c in glossary.lookup("รง.")] == ["กระทรวงแรงงาน"]
    assert glossary.lookup("ศปก.รง.") == ()
    (department,) = glossary.lookup("กกจ.")
    assert [f.text for f in department.thai_abbreviations] == ["กกจ."]
    assert list(without_strays(())) == []


def test_words_count_as_short_forms_where_the_registry_knows_them() -> None:
    (body,) = extract("กรมสอบสวนคดีพิเศษ (ดีเอสไอ) รับเรื่อง").agencies
    assert [short.text for _, short in short_forms(body)] == ["ดีเอสไอ"]
    for text in ("กรมสอบสวนคดีพิเศษ (สาขาเหนือ) รับเรื่อง", "กรมสอบสวนคดีพิเศษ ดีเอสไอ รับเรื่อง"):
        assert [s for a in extract(text).agencies for s in short_forms(a, text)] == []
    assert [is_initials(form) for form in ("สดช", "ก.ล.ต.", "ดีพร้อม")] == [True, True, False]
    assert [is_dotted(form) for form in ("ก.ล.ต.", "มวลรวม")] == [True, False]


def test_a_spoken_short_form_before_the_latin_one_is_the_body() -> None:
    glossary = Glossary.from_releases(
        [
            "กรมสอบสวนคดีพิเศษ (ดีเอสไอ) รับเรื่อง",
            "กรมสอบสวนคดีพิเศษ (Department of Special Investigation: DSI) รับเรื่อง",
            "ผู้แทนดีเอสไอ (DSI) ลงพื้นที่",
        ]
    )
    (concept,) = glossary.lookup("DSI")
    assert concept.preferred_thai == "กรมสอบสวนคดีพิเศษ"
    assert [f.text for f in concept.thai_abbreviations] == ["ดีเอสไอ"]
    assert concept.releases == 2  # ties say how a body is called, pairs are counted


# -- borders ----------------------------------------------------------------------------------------


def decided(rows: list[tuple[str, str, float]]) -> list[str]:
    made = [Occurrence(left, len(form), sure, left) for left, form, sure in rows]
    return [o.left[len(o.left) - d.length :] for o, d in zip(made, decide(made), strict=True)]


def test_what_stands_after_a_conjunction_is_no_term_by_itself() -> None:
    board = "คณะกรรมการโคเนื้อและผลิตภัณฑ์นม"
    rows = [(f"{verb}{board}", "ผลิตภัณฑ์นม", 0.6) for verb in ("ตั้ง", "เชิญ", "พบ")]
    rows.append((f"แจ้ง{board}", board, 0.4))
    assert decided(rows)[3] == board


def test_a_form_with_fewer_votes_takes_no_other_ones_place() -> None:
    rows = [(f"{verb}หอศิลป์เมืองเก่า", "หอศิลป์เมืองเก่า", 0.5) for verb in ("ชม", "เปิด", "ไป")]
    rows.append(("ชมโครงการก่อสร้างหอศิลป์เมืองเก่า", "โครงการก่อสร้างหอศิลป์เมืองเก่า", 0.4))
    rows.append(("ดูโครงการก่อสร้างหอศิลป์เมืองเก่า", "หอศิลป์เมืองเก่า", 0.3))
    assert decided(rows)[4] == "หอศิลป์เมืองเก่า"


# -- reading ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_reading_pairs_finds_what_extract_finds(path: Path) -> None:
    release = read(path.read_text(encoding="utf-8"))
    whole = extract(release)
    ((found, text),) = read_pairs([release])
    assert text == release.text
    wanted = [tie for agency in whole.agencies for tie in short_forms(agency, text)]
    if found is None:
        assert (whole.terms, wanted) == ((), [])
        return
    assert found.terms == whole.terms
    ties = [tie for agency in found.agencies for tie in short_forms(agency, text)]
    assert sorted(ties, key=str) == sorted(wanted, key=str)
    assert (found.id, found.published) == (whole.id, whole.published)


def test_a_release_without_a_bracket_that_pairs_is_passed_over() -> None:
    texts = ["ไม่มีวงเล็บ", "ประกาศ (ฉบับที่ 2)", "พบ (ก) และ (ข)", "กรมปศุสัตว์ (ปศ.) แถลง"]
    assert [found is None for found, _ in read_pairs(texts)] == [True, True, True, False]


def test_with_rules_of_ones_own_everything_runs() -> None:
    own = Rule(id="title.keeper", kind="title", pattern="ผู้ดูแลบึง")
    reader = PairReader([*default_rules(), own])
    assert reader.pairs(read("กรมปศุสัตว์ (ปศ.) แถลง")).agencies
