"""The alignment stage: which Thai term a parenthesis renders."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thaigov_extract import extract
from thaigov_extract.align import align
from thaigov_extract.bilingual import default_tables, english_words, name_key
from thaigov_extract.candidate import Candidate
from thaigov_extract.coverage import spell_out
from thaigov_extract.fold import fold
from thaigov_extract.term_kind import kind_of

SHARED = Path(__file__).parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the annotated releases are not here")

Row = tuple[str, "str | None", "str | None"]


def rows(text: str, candidates: tuple[Candidate, ...] = ()) -> list[Row]:
    def part(candidate: Candidate, slot: str) -> str | None:
        span = candidate.slots.get(slot)
        return text[span[0] : span[1]] if span else None

    return [
        (part(c, "thai") or "", part(c, "english"), part(c, "abbreviation"))
        for c in align(text, candidates)
    ]


@pytest.mark.parametrize(
    ("text", "thai", "english", "abbreviation"),
    [
        (
            "ประเทศไทยได้รับรองปฏิญญาว่าด้วยการคุ้มครองเด็กในสื่อออนไลน์ (Declaration on the Protection of Children Online) แล้ว",
            "ปฏิญญาว่าด้วยการคุ้มครองเด็กในสื่อออนไลน์",
            "Declaration on the Protection of Children Online",
            None,
        ),
        (
            "กระทรวงฯ ร่วมลงนามกับองค์การอนามัยโลก (World Health Organization: WHO) เมื่อวานนี้",
            "องค์การอนามัยโลก",
            "World Health Organization",
            "WHO",
        ),
        (
            "ทั้งนี้ รัฐบาลมุ่งขับเคลื่อนเศรษฐกิจหมุนเวียน (Circular Economy) ในทุกพื้นที่",
            "เศรษฐกิจหมุนเวียน",
            "Circular Economy",
            None,
        ),
        (
            "ได้แก่ เป้าหมายที่ 4 การศึกษาที่เท่าเทียม (Quality Education) และอื่น ๆ",
            "การศึกษาที่เท่าเทียม",
            "Quality Education",
            None,
        ),
        (
            "หารือกับสำนักงานส่งเสริมสวนผัก หรือ (OKP) เรื่องตลาด",
            "สำนักงานส่งเสริมสวนผัก",
            None,
            "OKP",
        ),
        (
            "ภายใต้แนวคิด “พลังแห่งความร่วมมือ” (Power of Cooperation) ของผู้จัด",
            "พลังแห่งความร่วมมือ",
            "Power of Cooperation",
            None,
        ),
        (
            "ให้การต้อนรับนายสมิธ โจนส์ (H.E. Mr. Smith Jones) ที่ทำเนียบรัฐบาล",
            "นายสมิธ โจนส์",
            "H.E. Mr. Smith Jones",
            None,
        ),
        (
            "ผ่านระบบการประชุมทางไกล (Video Conference) ไปยังจังหวัดต่าง ๆ",
            "ระบบการประชุมทางไกล",
            "Video Conference",
            None,
        ),
        # no unit of measure begins a term behind its number
        (
            "มาตรการลดฝุ่นละอองขนาดเล็กกว่า 2.5 ไมครอน (PM2.5) ในเมือง",
            "ฝุ่นละอองขนาดเล็กกว่า 2.5 ไมครอน",
            None,
            "PM2.5",
        ),
    ],
)
def test_the_border_is_where_the_rendered_term_starts(
    text: str, thai: str, english: str | None, abbreviation: str | None
) -> None:
    assert rows(text) == [(thai, english, abbreviation)]


@pytest.mark.parametrize(
    "text",
    [
        "ชุดตรวจ ATK (Antigen Test Kit) จำนวนมาก",
        "ร่วมกับ Asian Development Bank (ADB) ในวันนี้",
        "ศูนย์ AOC 1441 (Anti Online Scam Operation Center) รายงานว่า",
        "ดูที่เว็บไซต์ของกรม (www.example.go.th) ได้",
        "ขยายตัวร้อยละ 5 (YoY) จากปีก่อน",
        "ผลผลิตลดลงร้อยละ 1.8 (AoA) ในปีนี้",
        "จัดซื้อจำนวน 3 ล้านโดส (Pfizer) แล้ว",
        "The Bank of Thailand (BOT) announced",
        "(Green Economy)",
        "",
    ],
)
def test_no_thai_term_no_pair(text: str) -> None:
    assert rows(text) == []


def test_a_pair_is_listed_once_however_often_it_stands() -> None:
    line = "ประชุมองค์การอนามัยโลก (WHO)\n\n"
    assert rows(line * 3) == [("องค์การอนามัยโลก", None, "WHO")]


def test_a_shorter_pair_after_the_full_one_says_nothing_new() -> None:
    text = "องค์การอนามัยโลก (World Health Organization: WHO)\nองค์การอนามัยโลก (WHO)\n"
    assert rows(text) == [("องค์การอนามัยโลก", "World Health Organization", "WHO")]


def test_the_bracket_may_open_the_next_line() -> None:
    text = "เยี่ยมชมองค์การอนามัยโลก\n(World Health Organization) ต่อไป"
    assert rows(text) == [("องค์การอนามัยโลก", "World Health Organization", None)]


@pytest.mark.parametrize(
    "text",
    [
        # the Latin name stands in the Thai text already
        "เข้าร่วมการประชุม Bangkok Rice Forum ครั้งที่ 2 (the 2nd Bangkok Rice Forum) วันนี้",
        # an honorific alone is no name, an office no person's name
        "ให้แก่ ดร. (Maria Garcia) วันนี้",
        "มีรัฐมนตรีว่าการกระทรวงการคลัง (H.E. John Smith) ร่วมด้วย",
    ],
)
def test_what_is_no_thai_name_for_the_english_one(text: str) -> None:
    assert rows(text) == []


def test_an_unknown_abbreviation_is_read_by_its_letters() -> None:
    text = "จัดตั้งสถาบันนวัตกรรมเกษตร (IAI) แล้ว"
    assert rows(text) == [("สถาบันนวัตกรรมเกษตร", None, "IAI")]
    bits = spell_out("สถาบันนวัตกรรมเกษตร", [(0, 6), (6, 14), (14, 19)], "iai")
    assert bits == [0b111, 0b101, 0b010]  # institute or academy, innovation, agriculture


@pytest.mark.parametrize(
    ("text", "thai"),
    [
        (
            "บรรยายแก่นักศึกษาสถาบันบัณฑิตพัฒนบริหารศาสตร์ (NIDA) เมื่อวานนี้",
            "สถาบันบัณฑิตพัฒนบริหารศาสตร์",
        ),
        (
            "บันทึกความเข้าใจระหว่างไทยและองค์การอนามัยโลก (World Health Organization: WHO) แล้ว",
            "องค์การอนามัยโลก",
        ),
    ],
)
def test_a_body_of_the_registry_settles_the_border(text: str, thai: str) -> None:
    (pair,) = extract(text).terms
    assert pair.thai.text == thai


def test_a_recognised_person_settles_border_and_kind() -> None:
    text = "หารือกับสมิธ โจนส์ (Mr. Smith Jones) วันนี้"
    start, end = text.index("สมิธ"), text.index(" (")
    (pair,) = align(text, (Candidate("official", start, end, "official.test"),))
    assert pair.slots["thai"] == (start, end)
    assert pair.values["kind"] == "person"


@given(st.text(alphabet='กขาการศูนย์ ()[]“”"\nABab:-,.1', max_size=160))
def test_slots_are_ordered_and_inside_the_text(text: str) -> None:
    for pair in align(text):
        assert pair.kind == "term"
        start, end = pair.slots["thai"]
        assert (pair.start, pair.end) == (start, end)
        assert 0 <= start < end <= len(text)
        assert 0.0 <= pair.confidence <= 1.0
        assert text[start:end].strip() == text[start:end]
        for slot in ("english", "abbreviation"):
            if slot in pair.slots:
                assert end < pair.slots[slot][0] < pair.slots[slot][1] <= len(text)


def test_the_result_does_not_hang_on_the_rest_of_the_text() -> None:
    pair = "ลงนามบันทึกความเข้าใจ (Memorandum of Understanding: MOU) แล้ว"
    alone = rows(pair)
    assert rows("ข้อความอื่น ๆ อีกมาก\n" * 50 + pair) == alone


@pytest.mark.parametrize(
    ("thai", "english", "abbreviation", "kind"),
    [
        ("กระทรวงการคลัง", "Ministry of Finance", None, "agency"),
        ("สภาพัฒนาการค้า", "Trade Development Council", None, "agency"),
        ("นายสมิธ โจนส์", "Mr. Smith Jones", None, "person"),
        ("การประชุมสุดยอดอาเซียน", "ASEAN Summit", None, "meeting"),
        ("บันทึกความเข้าใจ", None, "MOU", "document"),
        ("ระบบการประชุมทางไกล", "Video Conference", None, "programme"),
        ("เขตพัฒนาพิเศษภาคตะวันออก", None, "EEC", "place"),
        ("รถยนต์ไฟฟ้า", "Electric Vehicle", "EV", "product"),
        ("เศรษฐกิจหมุนเวียน", "Circular Economy", None, "concept"),
        ("ผู้อำนวยการกองคลัง", "Director of Finance", None, "title"),
        ("องค์กรนางงามจักรวาล", "Miss Universe Organization", None, "agency"),
        ("องค์กรที่ยั่งยืน", "Sustainable Organization", None, "concept"),
        ("รางวัลครูดีเด่น", "Best Teacher Award", None, "concept"),
        ("การฝึกซ้อมดับเพลิง", "Fire Drill", None, "meeting"),
        ("ตู้รับชำระเงินอัตโนมัติ", "Kiosk", None, "product"),
        ("ระบบอัตโนมัติ", "Automation", None, "product"),
        ("ผู้ประสานงานสหประชาชาติประจำประเทศไทย", "UN Resident Coordinator", None, "title"),
        ("ศูนย์ประชุมริมน้ำ", "Riverside Convention Centre", None, "place"),
        ("ทางลอดสี่แยกใหญ่", "Underpass", None, "place"),
        ("หลักการผู้ใช้เป็นผู้จ่าย", "User Pays Principle", None, "concept"),
        ("การสำรวจการเดินทาง", "Travel Demand Survey", None, "concept"),
        ("การเยือนอย่างเป็นทางการ", "Official Visit", None, "meeting"),
        ("แคดเมียม", "Cd", None, "product"),
    ],
)
def test_kinds(thai: str, english: str | None, abbreviation: str | None, kind: str) -> None:
    assert kind_of(thai, english, abbreviation) == kind


def test_names_are_known_by_their_content_words() -> None:
    assert name_key("The Sustainable Development Goals", "SDGs") == "sustainable development goal"
    assert name_key(None, "Covid - 19") == "=COVID-19"
    assert english_words("Ministries of the Economies") == ["ministry", "economy"]


def test_the_shipped_tables_are_whole() -> None:
    tables = default_tables()
    assert len(tables.weights) > 1000
    assert len(tables.names) > 1000
    assert all(0 < p <= 1 for row in tables.translations.values() for p in row.values())
    assert all(n > 0 for row in tables.names.values() for n in row.values())


def folded(part: str | None) -> str | None:
    """As the measure compares: folded, runs of white space as one space."""
    return part and " ".join(fold(part).text.split())


def wanted_and_found(gold: dict[str, list[dict[str, str | None]]], text: str) -> tuple[set, set]:
    keys = ("thai", "english", "abbreviation")
    wanted = {tuple(folded(term[key]) for key in keys) for term in gold["terms"]}
    return wanted, {tuple(folded(part) for part in row) for row in rows(fold(text).text)}


@needs_shared
def test_the_seeds_come_out_exactly() -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted((SHARED / "seeds").glob("*.txt"))]
    for line in (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = next(t for t in texts if gold["officials"][0]["name"] in t)
        wanted, found = wanted_and_found(gold, text)
        assert found == wanted
        kinds = {folded(term["thai"]): term["kind"] for term in gold["terms"]}
        text = fold(text).text
        for pair in align(text):
            assert kinds[folded(text[pair.start : pair.end])] == pair.values["kind"]


@needs_shared
def test_annotated_releases_reach_the_aim() -> None:
    lines = (SHARED / "gold" / "dev_texts.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {r["id"]: r["text"] for r in map(json.loads, lines)}
    right = total = 0
    for line in (SHARED / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        wanted, found = wanted_and_found(gold, texts[gold["id"]])
        right += len(wanted & found)
        total += len(wanted) + len(found)
    assert 2 * right / total >= 0.75


def test_a_body_of_the_registry_keeps_its_short_form_before_its_english_name() -> None:
    text = "โดยศูนย์อำนวยการรักษาผลประโยชน์ของชาติทางทะเล (ศรชล.) (Thai Maritime Enforcement Command Center) นำ"
    (term,) = extract(text).terms
    assert term.thai.text == "ศูนย์อำนวยการรักษาผลประโยชน์ของชาติทางทะเล (ศรชล.)"
    assert term.confidence > 0.95
