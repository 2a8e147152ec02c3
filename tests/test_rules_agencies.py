"""Bodies: what is found, where a name ends, and what is no name of a body."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given as having
from hypothesis import settings
from hypothesis import strategies as st

from thaigov_extract.agency_border import begins_clause, border_features, name_end
from thaigov_extract.candidate import Candidate
from thaigov_extract.context import Context
from thaigov_extract.extractor import Extractor
from thaigov_extract.fold import fold
from thaigov_extract.lexicon import read_table
from thaigov_extract.rule import RuleSet
from thaigov_extract.rules.agencies import agency_rules
from thaigov_extract.rules.agency_words import abbreviations, gazetteer, heads, registry
from thaigov_extract.words import edges

SHARED = Path(__file__).parents[2] / "shared"
BODIES = Extractor(RuleSet(agency_rules()))


def run(text: str) -> Context:
    return BODIES.recognise(text)


def found(text: str) -> tuple[Candidate, ...]:
    return run(text).found("agency")


def forms(text: str) -> list[str]:
    return [text[body.start : body.end] for body in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a known name whose last word leaves others open
        ("โดย กรมการค้าภายใน กระทรวงพาณิชย์ เดินหน้า", ["กรมการค้าภายใน", "กระทรวงพาณิชย์"]),
        # a purpose, a remark, an owner or a province that is no part of the name
        ("ฟ้องต่อศาลแรงงานเพื่อบังคับให้จ่าย", ["ศาลแรงงาน"]),
        ("สถาบันฝึกอบรมของการรถไฟแห่งประเทศไทย", ["สถาบันฝึกอบรม", "การรถไฟแห่งประเทศไทย"]),
        ("สังกัดกระทรวงเกษตรและสหกรณ์จังหวัดพะเยา", ["กระทรวงเกษตรและสหกรณ์"]),
        # a unit that its department follows, a centre whose name goes on with and
        ("ข้อมูลจากกองเฝ้าระวังแผ่นดินไหว กรมอุตุนิยมวิทยา", ["กองเฝ้าระวังแผ่นดินไหว", "กรมอุตุนิยมวิทยา"]),
        ("ตรวจเยี่ยมศูนย์วิจัยและบำรุงพันธุ์สัตว์ปัตตานี เพื่อ", ["ศูนย์วิจัยและบำรุงพันธุ์สัตว์ปัตตานี"]),
        # companies: a name, not a kind
        ("บริษัทขนส่งเอกชนและบริษัทยาเข้าร่วม", []),
        ("ร่วมกับบริษัทสยามไบโอไซเอนซ์ ผลิต", ["บริษัทสยามไบโอไซเอนซ์"]),
        # a verb, a conjunction or another body written on to the name
        ("กรมชลประทานเร่งระบายน้ำลงสู่ทะเล", ["กรมชลประทาน"]),
        ("กรมบัญชีกลางปรับหลักเกณฑ์การจ่ายเงิน", ["กรมบัญชีกลาง"]),
        ("กระทรวงพาณิชย์ร่วมกับกรมประมง", ["กระทรวงพาณิชย์", "กรมประมง"]),
        ("กรมปศุสัตว์และกรมประมงลงพื้นที่", ["กรมปศุสัตว์", "กรมประมง"]),
        # the same conjunction inside a name
        ("กรมโยธาธิการและผังเมืองแจ้งว่า", ["กรมโยธาธิการและผังเมือง"]),
        ("กระทรวงการท่องเที่ยวและกีฬาและกระทรวงวัฒนธรรม", ["กระทรวงการท่องเที่ยวและกีฬา", "กระทรวงวัฒนธรรม"]),
        # names that no list holds
        ("มูลนิธิปลูกต้นกล้าริมคลองได้มอบทุน", ["มูลนิธิปลูกต้นกล้าริมคลอง"]),
        ("ผู้อำนวยการกองพัฒนาแหล่งเรียนรู้ชายฝั่ง กล่าวว่า", ["กองพัฒนาแหล่งเรียนรู้ชายฝั่ง"]),
        # inner spaces, numbers, brackets
        (
            "ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม เป็นประธาน",
            ["กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"],
        ),
        ("เปิดโรงเรียนเทศบาล 1 (เยี่ยมเกษสุวรรณ) แล้ว", ["โรงเรียนเทศบาล 1 (เยี่ยมเกษสุวรรณ)"]),
        ("ศูนย์สุขภาพจิตที่ 10 ออกหน่วย", ["ศูนย์สุขภาพจิตที่ 10"]),
        ("ณ บริษัท ตัวอย่างการค้า จำกัด (มหาชน) เขตบางรัก", ["บริษัท ตัวอย่างการค้า จำกัด (มหาชน)"]),
        ("สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) จัดงาน", ["สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)"]),
        # places that are part of the name
        ("สำนักงานวัฒนธรรมจังหวัดพะเยาร่วมจัดงาน", ["สำนักงานวัฒนธรรมจังหวัดพะเยา"]),
        ("กระทรวงการต่างประเทศญี่ปุ่น แจ้งว่า", ["กระทรวงการต่างประเทศญี่ปุ่น"]),
        ("รัฐมนตรีว่าการกระทรวงอาหาร เกษตร และประมง ของเดนมาร์ก", ["กระทรวงอาหาร เกษตร และประมง"]),
    ],
)
def test_where_a_name_ends(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("รมว.พม. ลงพื้นที่", ["พม."]),
        ("ที่ครม. เห็นชอบ", ["ครม."]),
        ("ติดตามที่ #พม และ #ข่าววันนี้", ["พม"]),
        ("กระทรวง พม. ชี้แจง", ["กระทรวง พม."]),
        ("กระทรวงเกษตรฯ เตรียมแผน", ["กระทรวงเกษตรฯ"]),
        ("ตามที่องค์การอนามัยโลก (WHO) แนะนำ", ["องค์การอนามัยโลก", "WHO"]),
    ],
)
def test_short_forms(text, expected):
    assert forms(text) == expected


def test_forms_and_names():
    by_text = {
        text: found(text)[0].values
        for text in ("กระทรวงแรงงาน", "กระทรวง พม.", "กระทรวงเกษตรฯ", "พม. แถลง")
    }
    assert by_text["กระทรวงแรงงาน"]["form"] == "full"
    assert by_text["กระทรวง พม."]["form"] == "clipped"
    assert by_text["พม. แถลง"]["form"] == "abbreviation"
    assert by_text["พม. แถลง"]["name"] == "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์"
    assert by_text["กระทรวงเกษตรฯ"]["name"] == "กระทรวงเกษตรและสหกรณ์"
    assert by_text["กระทรวงแรงงาน"]["id"] == registry()["กระทรวงแรงงาน"].id


@pytest.mark.parametrize(
    "text",
    [
        "ทุกกระทรวงและทุกกรมที่เกี่ยวข้อง",
        "ธนาคารพาณิชย์และสถาบันการเงิน",
        "ธนาคารประกาศปรับอัตราดอกเบี้ย",
        "ศูนย์ดำรงธรรมจังหวัด",
        "บริษัทฯ และกรมฯ เห็นพ้องกัน",
        "พบกองเศษเหล็กจำนวนมาก",
        "ร่างกฎกระทรวงกำหนดหลักเกณฑ์",
        "ประชาชนในพื้นที่ กทม. และปริมณฑล",
        "ประเทศในภูมิภาคอาเซียน",
        "ศาลาว่าการ และสภาพอากาศ",
        "เดินทางไปตามถนน ทล. 12",
        "The Ministry of Commerce said that WHO agreed.",
    ],
)
def test_no_body(text):
    assert forms(text) == []


def test_every_head_position_is_offered_to_the_titles():
    text = "เลขาธิการคณะกรรมการการรักษาความมั่นคงปลอดภัยไซเบอร์แห่งชาติ"
    starts = {body.start for body in run(text).everything["agency"]}
    assert len("เลขาธิการ") in starts


def test_border_features_name_both_sides():
    text = "กรมประมงแจ้งเตือน"
    cuts = edges(text, 0, len(text))
    at = len("กรมประมง")
    features = border_features(text, 0, at, cuts)
    assert features[0] == "="
    assert features[2].startswith(">แจ้ง")


def test_name_end_reaches_the_end_of_a_clean_run():
    text = "กรมประมง"
    assert name_end(text, 0, 5, len(text))[0] == len(text)
    assert begins_clause("ได้เปิดให้บริการแล้ว", 0, 20)
    assert not begins_clause("พัฒนาชุมชน", 0, 10)


def test_lists_hold_together():
    for row in read_table("agency_heads"):
        assert row[1] in {
            "unit",
            "inner",
            "company",
            "whole",
            "loose",
            "defined",
            "abroad",
            "any",
        }, row
        assert row[2].isdigit(), row
    stops = read_table("agency_short_stops")
    assert {kind for _, kind in stops} <= {"body", "known", "new", "word"}
    assert len({short for short, kind in stops if kind != "word"}) == len(
        [short for short, kind in stops if kind != "word"]
    )
    assert not any("\n" in name or name != name.strip() for name in gazetteer())
    assert "" not in heads()
    assert "" not in abbreviations()


@settings(max_examples=200, deadline=None)
@having(
    st.lists(
        st.sampled_from(
            [
                "กรม",
                "กระทรวง",
                "ประมง",
                "แรงงาน",
                "และ",
                "บริษัท",
                " ",
                "(",
                ")",
                "จำกัด",
                "ฯ",
                "ครม.",
                ".",
                "\n",
                "ๆ",
                "WHO",
                "Bank",
                "5",
                "ของ",
                "ไทย",
                "ศูนย์",
                "ที่",
                "#พม",
                "๐",
                "่",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_text_gives_spans_inside_it(text):
    text = fold(text).text  # bodies are candidates in the folded text
    bodies = found(text)
    last = 0
    for body in bodies:
        assert last <= body.start < body.end <= len(text)
        assert text[body.start : body.end].strip() == text[body.start : body.end]
        assert body.values["form"] in {"full", "abbreviation", "clipped"}
        last = body.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("หารือกับสถานเอกอัครราชทูต ณ กรุงโตเกียวได้ประสาน", ["สถานเอกอัครราชทูต ณ กรุงโตเกียว"]),
        ("ผู้แทนสถานกงสุลใหญ่ ณ เมืองซิดนีย์ ร่วมงาน", ["สถานกงสุลใหญ่ ณ เมืองซิดนีย์"]),
        ("ยื่นได้ที่สำนักงานขนส่งทุกแห่งทั่วประเทศ", []),
        ("ณ สำนักงานขนส่งที่ยื่นคำขอ", []),
        ("ระหว่าง จังหวัดตาก โดยนายสมชาย ใจดี และคณะ", ["จังหวัดตาก"]),
        ("ผู้บริหาร บมจ.ปตท. ร่วมลงนาม", ["บมจ.ปตท."]),
        ("ผู้แทนสภาธุรกิจแคนาดา-อาเซียน เข้าพบ", ["สภาธุรกิจแคนาดา-อาเซียน"]),
    ],
)
def test_bodies_abroad_of_a_kind_and_as_parties(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated releases are not here")
def test_bodies_of_the_annotated_releases():
    gold = [json.loads(line) for line in (SHARED / "gold/dev.jsonl").open(encoding="utf-8")]
    texts = {
        row["id"]: row["text"]
        for row in map(json.loads, (SHARED / "gold/dev_texts.jsonl").open(encoding="utf-8"))
    }
    right = extra = missed = 0
    for i, release in enumerate(gold):
        if i % 4 == 3:
            continue
        text = fold(texts[release["id"]]).text
        expected = {
            " ".join(fold(form).text.split())
            for body in release["agencies"]
            for form in (body["name"], *body["abbreviations"])
        }
        got = {" ".join(form.split()) for form in forms(text)}
        right += len(expected & got)
        extra += len(got - expected)
        missed += len(expected - got)
    assert 2 * right / (2 * right + extra + missed) > 0.84
