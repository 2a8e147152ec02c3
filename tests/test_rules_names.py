"""Personal names: what is found, where its parts begin and end, and what is no name."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given as having
from hypothesis import settings
from hypothesis import strategies as st

from thaigov_extract import extract
from thaigov_extract.candidate import Candidate
from thaigov_extract.extractor import Extractor
from thaigov_extract.fold import fold
from thaigov_extract.lexicon import read_table
from thaigov_extract.rule import RuleSet
from thaigov_extract.rules.name_words import family_names, given_names, honorifics, stop_at
from thaigov_extract.rules.names import bare_mentions, name_rules

SHARED = Path(__file__).parents[2] / "shared"
NAMES = Extractor(RuleSet(name_rules()).without("official.bare"))

Parts = tuple[str | None, str | None, str | None]


def find(text: str) -> tuple[Candidate, ...]:
    return NAMES.recognise(text).found("official")


def parts(text: str, name: Candidate) -> Parts:
    def slot(key: str) -> str | None:
        return text[slice(*name.slots[key])] if key in name.slots else None

    return slot("prefix"), slot("given"), slot("family")


def all_parts(text: str) -> list[Parts]:
    return [parts(text, name) for name in find(text)]


def forms(text: str) -> list[str]:
    return [text[name.start : name.end] for name in find(text)]


def bare(text: str) -> list[str]:
    prefixed = [name for name in find(text) if "prefix" in name.slots]
    return [text[name.start : name.end] for name in bare_mentions(text, prefixed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("โดยมี นายสมชาย ใจดี ปลัดกระทรวงการคลัง", ("นาย", "สมชาย", "ใจดี")),
        ("พร้อมด้วย น.ส.มาลี ศรีสุข โฆษก", ("น.ส.", "มาลี", "ศรีสุข")),
        ("พลเอก สมชาย ใจดี กล่าว", ("พลเอก", "สมชาย", "ใจดี")),
        ("พล.ต.อ. สมชาย ใจดี กล่าว", ("พล.ต.อ.", "สมชาย", "ใจดี")),
        ("พล. อ. สมชาย ใจดี กล่าว", ("พล. อ.", "สมชาย", "ใจดี")),
        ("พ.ต.ท.หญิง มาลี ใจดี กล่าว", ("พ.ต.ท.หญิง", "มาลี", "ใจดี")),
        ("ว่าที่ ร.ต.สมชาย ใจดี นายอำเภอเมือง", ("ว่าที่ ร.ต.", "สมชาย", "ใจดี")),
        ("ว่าที่ร้อยตรี สมชาย ใจดี นายอำเภอ", ("ว่าที่ร้อยตรี", "สมชาย", "ใจดี")),
        ("ศ.(พิเศษ) ดร.สมชาย ใจดี รัฐมนตรี", ("ศ.(พิเศษ) ดร.", "สมชาย", "ใจดี")),
        ("ศาสตราจารย์เกียรติคุณ นพ.สมชาย ใจดี", ("ศาสตราจารย์เกียรติคุณ นพ.", "สมชาย", "ใจดี")),
        ("โดย หม่อมหลวงสมชาย ใจดี กรรมการ", ("หม่อมหลวง", "สมชาย", "ใจดี")),
        ("นายกองเอก สมชาย ใจดี รองผู้ว่าราชการ", ("นายกองเอก", "สมชาย", "ใจดี")),
        ("ท่านผู้หญิงมาลี ใจดี ประธานมูลนิธิ", ("ท่านผู้หญิง", "มาลี", "ใจดี")),
        # a given name with ก after นาย, a post that begins so, and a prime minister by name
        ("นายกอบชัย ว่องไว จัดหางานจังหวัดสงขลา", ("นาย", "กอบชัย", "ว่องไว")),
        # two family names before a post; one that begins like a stop word
        ("นางมาลี ศรีสุข อินทวงศา รองโฆษกประจำสำนักนายกรัฐมนตรี", ("นาง", "มาลี ศรีสุข", "อินทวงศา")),
        ("นายสมชาย ยังอภัย ณ สงขลา นายอำเภอหาดใหญ่", ("นาย", "สมชาย", "ยังอภัย ณ สงขลา")),
        ("พลเอก ประยุทธ์จันทร์โอชา นายกรัฐมนตรี", ("พลเอก", "ประยุทธ์", "จันทร์โอชา")),
    ],
)
def test_prefixes_are_taken_as_written(text, expected):
    assert all_parts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("นายสมชาย กล่าวว่า โครงการนี้", ("นาย", "สมชาย", None)),
        ("นพ.สมศักดิ์กล่าวต่อว่า", ("นพ.", "สมศักดิ์", None)),
        ("นายสมชายฯ กล่าว", ("นาย", "สมชาย", None)),
        ("นางพัชรี พร้อมด้วยคณะ", ("นาง", "พัชรี", None)),
        ("นายสมชาย รองปลัดกระทรวง", ("นาย", "สมชาย", None)),
        ("นายเศรษฐา ทวีสินนายกรัฐมนตรี", ("นาย", "เศรษฐา", "ทวีสิน")),
        ("พลเอก ประยุทธ์ จันทร์โอชากล่าวว่า", ("พลเอก", "ประยุทธ์", "จันทร์โอชา")),
        ("นายเศรษฐา ทวีสินและนายสมชาย", ("นาย", "เศรษฐา", "ทวีสิน")),
        ("นายสันติ พร้อมพัฒน์ รัฐมนตรีช่วย", ("นาย", "สันติ", "พร้อมพัฒน์")),
        ("นายสมชาย พร้อมวงศ์วาน ปลัดอำเภอ", ("นาย", "สมชาย", "พร้อมวงศ์วาน")),
        ("นางมาลี สุขใจ ณ อยุธยา รองปลัดกระทรวง", ("นาง", "มาลี", "สุขใจ ณ อยุธยา")),
        ("นายสมชาย ณ ทำเนียบรัฐบาล", ("นาย", "สมชาย", None)),
        ("(นายเผ่าภูมิ  โรจนสกุล) ได้ประชุม", ("นาย", "เผ่าภูมิ", "โรจนสกุล")),
        ("นายสมชาย แซ่ตั้ง\nผู้จัดการ", ("นาย", "สมชาย", "แซ่ตั้ง")),
        ("นายสมชาย\nปลัดกระทรวง", ("นาย", "สมชาย", None)),
    ],
)
def test_the_right_border(text, expected):
    assert all_parts(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "นายคาลิด บิน อับดุลลอฮ์ อัลฮามัด เอกอัครราชทูต",
            ("นาย", "คาลิด บิน อับดุลลอฮ์", "อัลฮามัด"),
        ),
        ("นายสี จิ้นผิง ประธานาธิบดี", ("นาย", "จิ้นผิง", "สี")),
        ("สมเด็จมหาบวรธิบดี ฮุน มาแนต นายกรัฐมนตรี", ("สมเด็จมหาบวรธิบดี", "มาแนต", "ฮุน")),
        ("นายเหงียน วัน ติ๊ญ (Mr. Nguyen Van Tinh)", ("นาย", "วัน ติ๊ญ", "เหงียน")),
        ("พบหารือกับ นาย Charles Brown รองประธาน", ("นาย", "Charles", "Brown")),
        ("นำโดย Dr. Hoe Ee Tan หัวหน้านักเศรษฐศาสตร์", ("Dr.", "Hoe Ee", "Tan")),
        ("ให้ H.E. Mr. John Smith เอกอัครราชทูต", ("H.E. Mr.", "John", "Smith")),
        ("นำโดย Mr. Maung Maung Win อธิบดีกรม", ("Mr.", "Maung Maung Win", None)),
        ("พบ Mr. Juan de la Rosa Perez ผู้จัดการ", ("Mr.", "Juan", "de la Rosa Perez")),
        ("หารือกับ Mr. Zhang Wei ผู้จัดการ", ("Mr.", "Wei", "Zhang")),
        ("หารือกับ Mr. OGAWA Kenji ผู้จัดการ", ("Mr.", "Kenji", "OGAWA")),
    ],
)
def test_foreign_names(text, expected):
    assert all_parts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "นายกรัฐมนตรี นายกฯ และนายกสมาคมแม่บ้าน",
        "นายอำเภอเมือง นายทะเบียน นายจ้าง นายหน้า นายทหาร นายตำรวจ",
        "ระหว่างเดือนเมษายน มิถุนายน และกันยายน",
        "ทนายความอาสา พยาบาลวิชาชีพ นางแบบ นางงาม นางสาวไทย",
        "คุณภาพชีวิต คุณสมบัติ คุณธรรม คุณค่า",
        "การพัฒนางานและโฆษณางานแสดง",
        "ณ โรงเรียนพลเอกสมชาย และมูลนิธินายสมชาย ใจดี",
        "กำลังพล 50 นาย ร่วมปฏิบัติงาน",
        "สมเด็จพระนางเจ้า ฯ พระบรมราชินี",
        "The meeting was opened by Mr. John Smith, Director of the office.",
        "กรมควบคุมโรค ไฟเซอร์ เลเซอร์ และเซอร์เบีย",
        "พ.ศ. 2567 และ จ.อุดรธานี อ.เมือง",
    ],
)
def test_what_is_no_name(text):
    assert forms(text) == []


def test_a_latin_form_in_parentheses_is_no_mention_of_its_own():
    assert forms("นายยอน ทัวร์กอร์ด (H.E. Mr. Jon Thorgaard) เอกอัครราชทูต") == ["นายยอน ทัวร์กอร์ด"]


def test_a_latin_name_points_to_the_thai_form_after_it():
    text = "ให้ Mr. Paul Martin (นายพอล มาร์ติน) เข้าพบ"
    latin, thai = find(text)
    assert text[latin.start : latin.end] == "Mr. Paul Martin"
    assert latin.values["same_as"] == str(thai.start)


def test_a_prefix_glued_to_the_word_before_is_found():
    text = "ซึ่งนายสมชาย ใจดี และนางสาวมาลี ศรีสุข โดยนายสมศักดิ์ กล่าว"
    assert forms(text) == ["นายสมชาย ใจดี", "นางสาวมาลี ศรีสุข", "นายสมศักดิ์"]


def test_an_unknown_given_name_is_cut_as_elsewhere_in_the_release():
    text = "พบกับนายลีจองฮา ที่กรุงโซล ตามคำเชิญของนายลีจองฮามาเยือนไทย"
    assert forms(text) == ["นายลีจองฮา", "นายลีจองฮา"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“วราวุธ” เผยผลงาน\nนายวราวุธ ศิลปอาชา รัฐมนตรี", ["วราวุธ"]),
        ("#วราวุธทำจริง\nนายวราวุธ ศิลปอาชา รัฐมนตรี", ["วราวุธ"]),
        ("รมว. เฉลิมชัย ลงพื้นที่\nนายเฉลิมชัย ศรีอ่อน รัฐมนตรี", ["เฉลิมชัย"]),
        ("หลังนายกรัฐมนตรีแพทองธารเข้ารับ\nนางสาวแพทองธาร ชินวัตร", ["แพทองธาร"]),
        ("ประธานาธิบดี สีจิ้นผิง กล่าว\nนายสี จิ้นผิง ประธานาธิบดี", ["สีจิ้นผิง"]),
        ("ไทยรักษาสันติ ต่อไป\nนายสันติ พร้อมพัฒน์ รัฐมนตรี", []),
        ("สร้างสันติ สุข\nนายสันติ พร้อมพัฒน์ รัฐมนตรี", []),
        ("“สันติ” ย้ำวินัย\nนายสันติ พร้อมพัฒน์ รัฐมนตรี", ["สันติ"]),
        ("คณะรัฐมนตรี และรัฐมนตรี\nนายมนตรี ใจดี ปลัดกระทรวง", []),
        ("มูลนิธิวราวุธ\nนายวราวุธ ศิลปอาชา รัฐมนตรี", []),
    ],
)
def test_prefixless_mentions(text, expected):
    assert bare(text) == expected


def test_bare_mentions_never_overlap_the_people():
    text = "นายวราวุธ ศิลปอาชา กับ วราวุธ ศิลปอาชา และ “วราวุธ”"
    people = find(text)
    taken = {place for name in people for place in range(name.start, name.end)}
    for name in bare_mentions(text, people):
        assert taken.isdisjoint(range(name.start, name.end))
        taken.update(range(name.start, name.end))


PIECES = [
    *["นาย", "นางสาว", "พล.อ.", "ดร.", "Mr. ", "คุณ", "สมชาย", "ใจดี", "กล่าวว่า", "รัฐมนตรี", " ", "  "],
    *[
        "\n",
        "ณ",
        "อยุธยา",
        "(",
        ")",
        "ฯ",
        "และ",
        "John",
        "บิน",
        "อัล",
        "์",
        "50",
        ".",
        "“",
        "”",
        "#",
        "แซ่",
    ],
]


@settings(max_examples=300, deadline=None)
@having(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_offsets_hold_for_any_text(text):
    text = fold(text).text
    people = find(text)
    for name in (*people, *bare_mentions(text, people)):
        assert 0 <= name.start < name.end <= len(text)
        assert text[name.start] != " "
        assert text[name.end - 1] != " "
        assert "\n" not in text[name.start : name.end]
        spans = sorted(name.slots.values())
        assert spans[0][0] == name.start
        assert max(end for _, end in spans) == name.end
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("พบประธานาธิบดี สี จิ้น ผิง แห่งจีน", [(None, "จิ้น ผิง", "สี")]),
        (
            "พร้อมด้วย คุณเจี๊ยบ พิจิตตา คุณได๋ ไดอาลี เข้าร่วมงาน",
            [("คุณ", "เจี๊ยบ", "พิจิตตา"), ("คุณ", "ได๋", "ไดอาลี")],
        ),
        ("นายอนันต์เหมือนนายสมชาย ใจดี ในอดีต", [("นาย", "อนันต์", None), ("นาย", "สมชาย", "ใจดี")]),
        ("ช่วย ด.ญ.ขวบเศษ ที่ถูกทำร้าย", []),
    ],
)
def test_names_of_other_orders_and_in_rows(text: str, expected: list[Parts]) -> None:
    assert all_parts(text) == expected


def test_every_prefix_is_a_trigger_of_its_own_spelling():
    triggers = {trigger for rule in name_rules() for trigger in rule.triggers}
    assert set(honorifics()) <= triggers
    assert {"พล.อ.", "พล. อ.", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "ศ.(พิเศษ)", "H.E."} <= triggers


def test_the_gazetteers_hold_names_and_nothing_else():
    for listed in (given_names(), family_names()):
        names = list(listed)
        assert len(names) > 4000
        assert not [name for name in names if " " in name or not 2 <= len(name) <= 28]
        assert not [name for name in names if name.startswith(("กล่าว", "นายก", "ปลัดกระทรวง"))]
    assert {kind for _, kind in read_table("name_stops")} == {"post", "hard", "soft", "whole"}
    assert stop_at("กล่าวว่า", 0, 8) == "hard"


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="the annotated releases are not here")
def test_names_of_the_annotated_releases():
    gold = [json.loads(line) for line in (SHARED / "gold/dev.jsonl").open(encoding="utf-8")]
    texts = {
        row["id"]: row["text"]
        for row in map(json.loads, (SHARED / "gold/dev_texts.jsonl").open(encoding="utf-8"))
    }
    wanted = hit = 0
    for release in gold:
        text = fold(texts[release["id"]]).text
        found = {part[1:] for part in all_parts(text)}
        for person in release["officials"]:
            if person["prefix"]:
                wanted += 1
                hit += (person["given"], person["family"]) in found
    assert hit / wanted > 0.95


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a family name that begins like a stop word, before a second one and a post
        (
            "นางสาวปรียา ตามชู กฤษณสุวรรณ ผู้อำนวยการโรงเรียน",
            [("นางสาว", "ปรียา ตามชู", "กฤษณสุวรรณ")],
        ),
        ("นางปรียา ปราชญ์นคร ผู้อำนวยการกอง", [("นาง", "ปรียา", "ปราชญ์นคร")]),
        # a post, a field, a gloss after the given name
        ("ขอบคุณ ดร.สมชาย ราชบัณฑิตสาขาวิศวกรรม", [("ดร.", "สมชาย", None)]),
        ("ในฐานะศาสตราจารย์ด้านกฎหมาย", []),
        # as many words as the Latin form has
        (
            "พบ นางซีตา วิเจสิงเห ศรียานี เปเรรา (Mrs. Sita Wijesinghe Sriyani Perera) ที่ทำเนียบ",
            [("นาง", "ซีตา วิเจสิงเห ศรียานี", "เปเรรา")],
        ),
        # the Latin form after the post, another person there
        (
            "หารือกับ นายแพทริค วิลสัน รองอธิบดีกรมการค้า ( Mr. Patrick Wilson : Deputy ) พร้อมคณะ",
            [("นาย", "แพทริค", "วิลสัน")],
        ),
        (
            "นายสมชาย ใจดี หารือกับเอกอัครราชทูต (Mr. Robert Brown) ที่ทำเนียบ",
            [("นาย", "สมชาย", "ใจดี"), ("Mr.", "Robert", "Brown")],
        ),
        # by the given name after a post
        ("นายกฯ แพทองธาร ชี้แจง", [(None, "แพทองธาร", None)]),
        ("นายกฯ มาเลเซีย เยือนไทย", []),
        # no persons
        ("ร่วมจัดงาน Miss Bright Star 2026 ที่พัทยา", []),
        ("รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-Statement of Mr. Robert Brown on Trade", []),
        ("พร้อมด้วย คุณชุมศักดิ์ นรารัตน์วงค์ นักเขียน", [("คุณ", "ชุมศักดิ์", "นรารัตน์วงค์")]),
    ],
)
def test_where_a_name_ends_and_whose_it_is(text: str, expected: list[Parts]) -> None:
    assert all_parts(text) == expected


def test_a_calling_in_brackets_closes_a_name_and_is_no_term() -> None:
    found = extract("อาทิ คุณดาวเรือง ทองทดสอบ (นักแสดง) และคุณดาวเรือง ทองทดสอบ (Content Creator)")
    assert [official.name.text for official in found.officials] == ["คุณดาวเรือง ทองทดสอบ"]
    assert found.terms == ()
