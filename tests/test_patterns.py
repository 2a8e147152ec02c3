"""Patterns: fragments, slots, objects, triggers, and what is said of a wrong one."""

from __future__ import annotations

import pytest
from attrs import frozen
from hypothesis import given as having
from hypothesis import settings
from hypothesis import strategies as st

from thaigov_extract import Extraction, Extractor, Record, Rule, default_rules
from thaigov_extract.authoring.pattern_safety import runaways
from thaigov_extract.fragments import shipped_fragments
from thaigov_extract.pattern import Pattern
from thaigov_extract.pattern_syntax import PatternError
from thaigov_extract.rule import RuleError
from thaigov_extract.word_list import Entry, WordList


def extract(text: str, *rules: Rule) -> Extraction:
    return Extractor(default_rules() + rules).extract(text)


def records(text: str, pattern: str, **more: object) -> list[tuple[str, dict[str, str]]]:
    rule = Rule("t.x", "thing", pattern=Pattern(pattern, more.pop("fragments", {})), **more)  # type: ignore[arg-type]
    return [
        (record.text, {name: span.text for name, span in record.slots.items()})
        for record in extract(text, rule).records
    ]


# -- slots -----------------------------------------------------------------------------------------


def test_a_fragment_is_a_slot_of_its_name_or_of_another_or_none() -> None:
    text = "ระยะที่ 3 มูลค่า 1,250.5 ล้านบาท"
    assert records(text, "มูลค่า{gap}{number}") == [("มูลค่า 1,250.5", {"number": "1,250.5"})]
    assert records(text, "มูลค่า{gap}{sum:number}") == [("มูลค่า 1,250.5", {"sum": "1,250.5"})]
    assert records(text, "มูลค่า{gap}{_:number}") == [("มูลค่า 1,250.5", {})]
    assert records(text, r"ระยะที่ (?P<phase>\d)") == [("ระยะที่ 3", {"phase": "3"})]


def test_slots_have_offsets_in_the_text_as_given() -> None:
    text = "มูล\u200bค่า\u00a0๑,๒๐๐ บาท"
    rule = Rule("t.x", "thing", pattern="มูลค่า{gap}{number}{gap}บาท")
    (record,) = extract(text, rule).records
    assert record.text == text
    assert record.slots["number"].text == "๑,๒๐๐"
    for span in (record, record.slots["number"]):
        assert text[span.start : span.end] == span.text


def test_objects_that_were_recognised_are_parts_of_patterns() -> None:
    text = "กระทรวงแรงงาน ลงนามกับกรมปศุสัตว์ เมื่อวันที่ 8 ก.พ. 64"
    found = records(text, "{one:agency}{gap}ลงนามกับ{two:agency}{gap}เมื่อวันที่{gap}{date}")
    assert found == [
        (
            "กระทรวงแรงงาน ลงนามกับกรมปศุสัตว์ เมื่อวันที่ 8 ก.พ. 64",
            {"one": "กระทรวงแรงงาน", "two": "กรมปศุสัตว์", "date": "8 ก.พ. 64"},
        )
    ]
    assert records("กระทรวงแรงงาน ลงนามกับชาวบ้าน", "{one:agency}{gap}ลงนามกับ{two:agency}") == []


def test_own_fragments_and_optional_parts() -> None:
    fragments = {"line": ("รถไฟฟ้าสาย", "ทางพิเศษ"), "code": r"[A-Z]{1,3}\d{1,3}"}
    pattern = "{kind:line}{name:thai}(?:{gap}สถานี{gap}{code})?"
    assert records("เปิดรถไฟฟ้าสายสีทอง สถานี G12 แล้ว", pattern, fragments=fragments) == [
        ("รถไฟฟ้าสายสีทอง สถานี G12", {"kind": "รถไฟฟ้าสาย", "name": "สีทอง", "code": "G12"})
    ]
    assert records("เปิดทางพิเศษบูรพา แล้ว", pattern, fragments=fragments) == [
        ("ทางพิเศษบูรพา", {"kind": "ทางพิเศษ", "name": "บูรพา"})
    ]


# -- triggers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "triggers"),
    [
        ("มูลค่า{gap}{number}{gap}ล้านบาท", {"ล้านบาท"}),
        ("{number}{gap}ล้าน(?:บาท)?", {"ล้าน"}),
        ("(?:วงเงิน|งบประมาณ){gap}{number}", {"วงเงิน", "งบประมาณ"}),
        (r"รมช\.{gap}{thai}", {"รมช."}),
        ("ทดสอบๆ?", {"ทดสอบ"}),
        ("(?:ก|ข)?{number}", set()),
        ("กข|คง", set()),
    ],
)
def test_triggers_come_from_the_words_that_every_match_holds(
    pattern: str, triggers: set[str]
) -> None:
    assert set(Pattern(pattern).triggers) == triggers


def test_word_lists_are_triggers_too() -> None:
    assert set(Pattern("{prefix:honorific}{given} {family}").triggers) > {"นาย", "พล.อ."}


def test_a_match_may_begin_before_its_trigger_but_on_its_line() -> None:
    assert records("จัดสรร 20 ล้านบาท", "จัดสรร{gap}{number}{gap}ล้านบาท")
    assert records("จัดสรร\n20 ล้านบาท", r"จัดสรร\s{number}{gap}ล้านบาท") == []


# -- the library's own kinds -----------------------------------------------------------------------


def test_a_name_by_its_slots() -> None:
    rule = Rule("t.name", "official", pattern="{prefix:honorific}{given} {family}{gap}ผู้พิทักษ์ป่า")
    (official,) = extract("นายกขคง จฉชซ ผู้พิทักษ์ป่า", rule).officials
    assert (official.name.text, official.name.given, official.name.family) == (
        "นายกขคง จฉชซ",
        "กขคง",
        "จฉชซ",
    )
    assert official.mentions[0].rule == "t.name"


@pytest.mark.parametrize(
    ("text", "iso", "calendar"),
    [
        ("ณ วัน 5 มกราคม 2565", "2022-01-05", "BE"),
        ("ณ วัน 5 ม.ค. 2022", "2022-01-05", "CE"),
        ("ณ วัน 31 กุมภาพันธ์ 2565", None, None),
    ],
)
def test_a_date_by_its_slots(text: str, iso: str | None, calendar: str | None) -> None:
    rule = Rule("t.date", "date", pattern="ณ วัน {day} {month} {year}")
    dates = Extractor([rule]).extract(text).dates
    assert [(d.iso, d.calendar) for d in dates] == ([(iso, calendar)] if iso else [])


def test_a_post_ties_a_title_to_a_person() -> None:
    rule = Rule(
        "t.post",
        "post",
        pattern="{official}{gap}คุมงาน{gap}{title:thai}",
        values={"status": "acting"},
    )
    (official,) = extract("นายสมชาย ใจดี คุมงาน ช่างปั้นหลวง", rule).officials
    (position,) = official.positions
    assert (position.title.text, position.status, position.rule) == (
        "ช่างปั้นหลวง",
        "acting",
        "t.post",
    )


def test_a_term_in_the_other_order() -> None:
    rule = Rule("t.term", "term", pattern=r"{english}{gap}\(คือ {thai}\)", triggers=["(คือ"])
    (term,) = extract("ใช้ Circular Economy (คือ เศรษฐกิจหมุนเวียน)", rule).terms
    assert (term.thai.text, term.english and term.english.text, term.kind) == (
        "เศรษฐกิจหมุนเวียน",
        "Circular Economy",
        "concept",
    )


@frozen
class Sum:
    baht: float


def million(record: Record) -> Sum | None:
    baht = float(record.slots["number"].text.replace(",", "")) * 1e6
    return Sum(baht) if baht else None


def test_an_object_of_the_users_own_and_a_rule_that_declines() -> None:
    rule = Rule("t.sum", "sum", pattern="{number}{gap}ล้านบาท", build=million)
    found = extract("เดิม 0 ล้านบาท เพิ่มเป็น 2.5 ล้านบาท", rule)
    assert found.of(Sum) == (Sum(2_500_000.0),)
    assert [record.text for record in found.records] == ["2.5 ล้านบาท"]


def test_own_kinds_in_worker_processes() -> None:
    rule = Rule("t.sum", "sum", pattern="{number}{gap}ล้านบาท", build=million)
    results = Extractor(default_rules() + [rule]).pipe(["1 ล้านบาท", "2 ล้านบาท"], n_process=2)
    assert [found.of(Sum)[0].baht for found in results] == [1e6, 2e6]


# -- who wins --------------------------------------------------------------------------------------


def test_priority_goes_before_length() -> None:
    text = "มูลนิธิปลูกต้นกล้าริมคลอง แถลง"
    short = Rule("t.short", "agency", pattern="มูลนิธิปลูกต้นกล้า")
    assert [a.name for a in extract(text, short).agencies] == ["มูลนิธิปลูกต้นกล้า"]
    low = Rule("t.short", "agency", pattern="มูลนิธิปลูกต้นกล้า", priority=0)
    assert [a.name for a in extract(text, low).agencies] == ["มูลนิธิปลูกต้นกล้าริมคลอง"]


def test_a_rule_that_needs_what_comes_later_is_refused() -> None:
    rule = Rule("t.x", "agency", ["ก"], lambda context, start, end: (), after="post")
    with pytest.raises(RuleError, match="come after it"):
        Extractor(default_rules() + [rule])


# -- word lists ------------------------------------------------------------------------------------


def names(text: str, *entries: str | Entry) -> list[str]:
    rule = Rule("t.words", "agency", pattern=WordList(entries))
    return [m.text for a in Extractor([rule]).extract(text).agencies for m in a.mentions]


def test_word_lists_keep_the_borders_of_thai() -> None:
    assert names("พบหอพยากรณ์ในวันนี้", "หอพยากรณ์") == ["หอพยากรณ์"]
    assert names("พบหอพยากรณ์ุในวันนี้", "หอพยากรณ์") == []
    assert names("ที่กรมการขนส่งทางบก", "กรมการขนส่ง") == []
    assert names("ที่ศูนย์ ทดลอง  กลาง", "ศูนย์ทดลอง กลาง", "ศูนย์ ทดลอง กลาง") == ["ศูนย์ ทดลอง  กลาง"]
    assert names("ABCD และ ABC", "ABC") == ["ABC"]
    assert names("ก.พ.ร.ท. และ พ.ร.", "พ.ร.") == ["พ.ร."]


# -- wrong patterns --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("ทดสอบ{nunber}", r"did you mean \{number\}"),
        ("{number}ถึง{number}", "filled twice"),
        ("ทดสอบ(?:{agency})?", "cannot stand inside brackets"),
        ("ทดสอบ(", "no regular expression"),
        ("", "empty"),
    ],
)
def test_a_wrong_pattern_says_how_to_mend_it(pattern: str, problem: str) -> None:
    with pytest.raises(PatternError, match=problem):
        Pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("ก.*ข", "no upper bound"),
        ("ก(?:ข{1,9}){1,9}ค", "many readings"),
        ("กก(?:[ก-ฮ]{1,20} ?){1,20}ข", "takes over"),
    ],
)
def test_patterns_that_can_run_away_are_named(pattern: str, problem: str) -> None:
    assert any(problem in line for line in runaways(Pattern(pattern).compiled()))


@pytest.mark.parametrize("name", sorted(shipped_fragments()))
def test_shipped_fragments_are_bounded(name: str) -> None:
    assert runaways(Pattern(f"กข{{{name}}}").compiled()) == ()


@settings(max_examples=60, deadline=None)
@having(st.text(alphabet="{}()[]ก:gap,number?*+|\\ ", max_size=24))
def test_any_string_is_a_pattern_or_a_pattern_error(source: str) -> None:
    try:
        triggers = Pattern(source).triggers
    except PatternError:
        return
    assert all(triggers)
