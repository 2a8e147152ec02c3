"""The glossary: what is merged, what is flagged, how borders are decided together, lookups."""

from __future__ import annotations

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

import thaigov_extract
from thaigov_extract import Extractor, Glossary, extract
from thaigov_extract.glossary.conflicts import edit_distance, is_rewording, is_slip
from thaigov_extract.glossary.keys import abbreviation_key, clean, english_key, thai_key
from thaigov_extract.glossary.vote import Occurrence, decide
from thaigov_extract.model import Extraction, Span, TermPair


def dated(day: int, body: str) -> str:
    """A release of our own with a header."""
    head = f"ข่าวที่ {day}\n\nวันจันทร์ที่ {day} มกราคม 2567\n"
    return f"{head}{body}\nที่มา : https://www.example.go.th/news/{1000 + day}"


def concept_of(glossary: Glossary, query: str) -> thaigov_extract.Concept:
    (concept,) = glossary.lookup(query)
    return concept


# -- merging ----------------------------------------------------------------------------------------

WATER = [
    dated(1, "ลงนามกับองค์การแรงงานระหว่างประเทศ (International Labour Organization: ILO) แล้ว"),
    dated(2, "หารือกับองค์การแรงงาน\u200bระหว่างประเทศ (International Labor Organisation: ILO) วานนี้"),
    dated(3, "เข้าพบองค์การแรงงานระหว่างประเทศ (ILO) ที่กรุงเจนีวา"),
    dated(4, "ตามที่องค์การแรงงานระหว่างประเทศ (International Labour Organization) เสนอ"),
]


def test_spellings_and_abbreviations_are_one_concept() -> None:
    glossary = Glossary.from_releases(WATER)
    concept = concept_of(glossary, "ILO")
    assert concept.preferred_thai == "องค์การแรงงานระหว่างประเทศ"
    assert concept.preferred_english == "International Labour Organization"
    assert concept.abbreviation == "ILO"
    assert {(f.text, f.status) for f in concept.english} == {
        ("International Labour Organization", "preferred"),
        ("International Labor Organisation", "variant"),
    }
    assert (concept.occurrences, concept.releases) == (4, 4)
    assert (concept.first, concept.last) == ("2024-01-01", "2024-01-04")
    assert concept.kind == "agency"


def test_evidence_points_at_the_forms_in_the_text_as_given() -> None:
    glossary = Glossary.from_releases(WATER, evidence=10)
    texts = {str(1001 + i): text for i, text in enumerate(WATER)}
    places = concept_of(glossary, "ILO").evidence
    assert len(places) == 4
    for place in places:
        text = texts[place.release or ""]
        assert thai_key(text[slice(*place.thai)]) == "องค์การแรงงานระหว่างประเทศ"
        assert not place.abbreviation or text[slice(*place.abbreviation)] == "ILO"
        assert not place.english or text[slice(*place.english)].startswith("International La")


def test_evidence_is_capped_and_counts_are_not() -> None:
    concept = concept_of(Glossary.from_releases(WATER, evidence=1), "ILO")
    assert len(concept.evidence) == 1
    assert concept.occurrences == 4
    assert concept_of(Glossary.from_releases(WATER, evidence=0), "ILO").evidence == ()


def test_the_order_of_the_releases_makes_no_difference_to_the_forms() -> None:
    def forms(releases: list[str]) -> set[tuple[object, ...]]:
        concepts = Glossary.from_releases(releases)
        return {(c.id, c.thai, c.english, c.abbreviations, c.releases) for c in concepts}

    assert forms(WATER) == forms(WATER[::-1])


def test_workers_give_the_same_glossary() -> None:
    assert (
        Glossary.from_releases(WATER, n_process=2).concepts
        == Glossary.from_releases(WATER).concepts
    )


def test_extractions_without_texts_and_added_one_by_one() -> None:
    extractions = [extract(text) for text in WATER]
    together = Glossary.from_extractions(extractions)
    single = Glossary()
    for extraction, text in zip(extractions, WATER, strict=True):
        single.add(extraction, text)
        assert len(single) >= 1  # asked in between: merged anew after the next one
    assert single.concepts == Glossary.from_releases(WATER).concepts
    assert [evolve(c, confidence=1.0) for c in together] == [
        evolve(c, confidence=1.0) for c in single
    ]


def test_an_abbreviation_is_joined_only_to_the_name_with_its_thai() -> None:
    glossary = Glossary.from_releases(
        [
            dated(1, "ใช้ปัญญาประดิษฐ์ (Artificial Intelligence: AI) ในโรงเรียน"),
            dated(2, "เฝ้าระวังโรคไข้หวัดนก (Avian Influenza: AI) ในสัตว์ปีก"),
            dated(3, "พบโรคไข้หวัดนก (AI) ในเป็ด"),
            dated(4, "อบรมปัญญาประดิษฐ์ (AI) ให้ครู"),
        ]
    )
    assert {(c.preferred_english, c.releases) for c in glossary.lookup("AI")} == {
        ("Artificial Intelligence", 2),
        ("Avian Influenza", 2),
    }
    for concept in glossary.lookup("ai"):
        (issue,) = concept.issues
        assert (issue.kind, issue.text) == ("several-meanings", "AI")
        assert issue.concept in {c.id for c in glossary if c.id != concept.id}


def test_a_slip_of_the_pen_is_flagged() -> None:
    right = "สำนักงานว่าด้วยยาเสพติดแห่งสหประชาชาติ (UNODC) แถลง"
    releases = [dated(i, right) for i in range(1, 5)] + [dated(9, right.replace("ODC", "DOC"))]
    concept = concept_of(Glossary.from_releases(releases), "UNDOC")
    assert concept.abbreviation == "UNODC"
    assert [(f.text, f.status, f.releases) for f in concept.abbreviations] == [
        ("UNODC", "preferred", 4),
        ("UNDOC", "misspelling", 1),
    ]
    assert [(i.kind, i.text, i.beside) for i in concept.issues] == [
        ("misspelling", "UNDOC", "UNODC")
    ]


@pytest.mark.parametrize(
    ("rare", "frequent", "counts", "slip"),
    [
        ("UNDOC", "UNODC", (1, 2), True),
        ("Sustainable Vilage", "Sustainable Village", (2, 40), True),
        ("UNDOC", "UNODC", (4, 5), False),  # as frequent: nobody knows which
        ("MSMEs", "SMEs", (1, 90), False),  # another thing
        ("13th ASEAN Summit", "14th ASEAN Summit", (1, 9), False),
        ("Phase II of the Plan", "Phase III of the Plan", (1, 9), False),
        ("ADB", "AIB", (1, 9), False),  # too short to tell
        ("unodc", "UNODC", (1, 9), False),  # case is no slip
    ],
)
def test_slips(rare: str, frequent: str, counts: tuple[int, int], slip: bool) -> None:
    assert is_slip(rare, frequent, *counts) == slip


def test_rewordings() -> None:
    one = "ASEAN Creative Economy Sustainability Framework"
    assert is_rewording(one, "ASEAN Creative Economy for Sustainability Framework")
    assert not is_rewording("ASEAN Summit", "ASEAN Summits Retreat")
    assert not is_rewording(one + " 2024", one + " 2025")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_edit_distance_is_a_distance(one: str, other: str) -> None:
    distance = edit_distance(one, other, 9)
    assert distance == edit_distance(other, one, 9)
    assert (distance == 0) == (one == other)
    assert edit_distance(one, other, 1) == min(distance, 2)


def test_competing_thai_terms() -> None:
    releases = [
        *(dated(i, "ลงนามบันทึกความเข้าใจ (Memorandum of Understanding: MOU) แล้ว") for i in (1, 2, 3)),
        *(dated(i, "จัดพิธีลงนามบันทึกข้อตกลง (MOU) วานนี้") for i in (4, 5)),
    ]
    concept = concept_of(Glossary.from_releases(releases), "MOU")
    assert [(f.text, f.status, f.releases) for f in concept.thai] == [
        ("บันทึกความเข้าใจ", "preferred", 3),
        ("บันทึกข้อตกลง", "competing", 2),
    ]
    assert ("competing-thai", "บันทึกข้อตกลง") in {(i.kind, i.text) for i in concept.issues}


def test_a_body_has_its_thai_short_form_and_the_english_name_of_the_registry() -> None:
    glossary = Glossary.from_releases(
        [dated(1, "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์ (พม.) ร่วมกับกระทรวงแรงงาน")]
    )
    (concept,) = glossary.lookup("พม.")
    assert concept.preferred_thai == "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์"
    assert [(f.text, f.releases) for f in concept.english] == [
        ("Ministry of Social Development and Human Security", 0)
    ]
    assert [f.text for f in concept.thai_abbreviations] == ["พม."]
    (place,) = concept.evidence
    assert place.english is None


def test_a_thai_short_form_between_name_and_english_is_no_part_of_the_name() -> None:
    text = "เปิดศูนย์ดูแลผู้ประสบภัย (ศดป.) (Disaster Victim Care Center) วานนี้"
    (concept,) = Glossary.from_releases([text]).lookup("Disaster Victim Care Centre")
    assert concept.preferred_thai == "ศูนย์ดูแลผู้ประสบภัย"
    assert [f.text for f in concept.thai_abbreviations] == ["ศดป."]
    (place,) = concept.evidence
    assert text[slice(*place.thai)] == "ศูนย์ดูแลผู้ประสบภัย"


def test_lookup_forgives_in_both_directions() -> None:
    glossary = Glossary.from_releases(WATER)
    for query in (
        "ilo",
        "I.L.O.",
        "the international labor organization",
        "International-Labour Organizations",
        "องค์การ แรงงานระหว่างประเทศ",
        "“องค์การแรงงานระหว่างประเทศ”",
    ):
        assert concept_of(glossary, query).abbreviation == "ILO", query
    for query in ("", " ", "IL", "องค์การ"):
        assert glossary.lookup(query) == ()


def test_a_text_without_pairs_gives_nothing() -> None:
    assert Glossary.from_releases(["", "ไม่มีวงเล็บ", "(โปรดดู 2.5)", "English (only)"]).concepts == ()


def test_values_are_frozen_and_names_lead_to_the_package() -> None:
    concept = Glossary.from_releases(WATER).concepts[0]
    with pytest.raises(FrozenInstanceError):
        concept.id = "x"  # type: ignore[misc]
    for name in ("Glossary", "Concept", "Form", "Evidence", "Issue", "read_glossary"):
        assert name in thaigov_extract.__all__
        assert getattr(thaigov_extract, name) is not None


def test_a_finished_glossary_takes_no_more() -> None:
    made = Glossary(Glossary.from_releases(WATER).concepts)
    with pytest.raises(ValueError, match=r"make it again with Glossary\.from_releases"):
        made.add(extract(WATER[0]))
    with pytest.raises(ValueError, match="give 0 or more"):
        Glossary(evidence=-1)


def test_progress_counts_what_was_read() -> None:
    seen: list[int] = []
    Glossary.from_releases(["ไม่มี", *WATER], progress=seen.append)
    assert seen == [1, 2, 3, 4, 5]


# -- borders ----------------------------------------------------------------------------------------


def occurrence(left: str, form: str, confidence: float) -> Occurrence:
    assert left.endswith(form)
    return Occurrence(thai_key(left), len(thai_key(form)), confidence, left)


def decided(occurrences: list[Occurrence]) -> list[str]:
    return [
        o.left[len(o.left) - d.length :]
        for o, d in zip(occurrences, decide(occurrences), strict=True)
    ]


def test_one_unsure_occurrence_yields_to_many_sure_ones() -> None:
    rows = [
        occurrence(f"{verb}เศรษฐกิจฐานราก", "เศรษฐกิจฐานราก", 0.9) for verb in ("หนุน", "สร้าง", "ดู")
    ]
    rows.append(occurrence("ขับเคลื่อนแผนเศรษฐกิจฐานราก", "แผนเศรษฐกิจฐานราก", 0.5))
    assert decided(rows) == ["เศรษฐกิจฐานราก"] * 4


def test_a_sure_occurrence_stays() -> None:
    rows = [occurrence(f"{verb}เศรษฐกิจฐานราก", "เศรษฐกิจฐานราก", 0.6) for verb in ("หนุน", "ดู")]
    rows.append(occurrence("จัดทำแผนเศรษฐกิจฐานราก", "แผนเศรษฐกิจฐานราก", 0.99))
    assert decided(rows)[2] == "แผนเศรษฐกิจฐานราก"


def test_a_form_after_the_same_word_everywhere_is_too_short() -> None:
    rows = [
        occurrence(f"{verb}อากาศยานไร้คนขับ", "ไร้คนขับ", 0.6)
        for verb in ("บินสำรวจด้วย", "นำเข้า", "ควบคุม", "จดทะเบียน")
    ]
    assert decided(rows) == ["อากาศยานไร้คนขับ"] * 4
    # copies of one sentence tell nothing new
    assert decided([rows[0]] * 4) == ["ไร้คนขับ"] * 4


def test_no_term_is_widened_over_a_space_or_to_a_verb() -> None:
    spaced = [
        occurrence(f"{name} ระบบ ไร้คนขับ", "ไร้คนขับ", 0.6) for name in ("กองบิน", "สถาบัน", "ทีมงาน")
    ]
    assert decided(spaced) == ["ไร้คนขับ"] * 3
    verbs = [
        occurrence(f"{name}ได้ธนาคารสีเขียว", "ธนาคารสีเขียว", 0.6) for name in ("เขา", "เรา", "ทีม")
    ]
    assert decided(verbs) == ["ธนาคารสีเขียว"] * 3


def test_a_nominaliser_is_never_taken_away() -> None:
    rows = [occurrence(f"{word}เว้นระยะห่าง", "เว้นระยะห่าง", 0.9) for word in ("ขอให้", "ต้อง", "ควร")]
    rows.append(occurrence("มาตรการการเว้นระยะห่าง", "การเว้นระยะห่าง", 0.4))
    assert decided(rows)[3] == "การเว้นระยะห่าง"


@given(
    st.lists(
        st.tuples(st.text("กขคงา ", min_size=1, max_size=12), st.floats(0, 1)),
        min_size=1,
        max_size=9,
    ),
    st.randoms(),
)
def test_decisions_do_not_hang_on_the_order(rows: list[tuple[str, float]], random: object) -> None:
    made = [
        Occurrence(thai_key(text + "กข"), 1 + len(thai_key(text)) % 2, sure, text + "กข")
        for text, sure in rows
    ]
    expected = dict(zip(made, decide(made), strict=True))
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for one, decision in zip(shuffled, decide(shuffled), strict=True):
        assert decision == expected[one]
        assert 1 <= decision.length <= len(one.left)
        assert 0 <= decision.probability <= 1


def test_a_moved_border_stands_in_the_evidence() -> None:
    def release(number: int, before: str, thai: str, confidence: float) -> tuple[Extraction, str]:
        text = f"{before}{thai} (Grassroots Bank)"
        start = len(before)
        opened = text.index("(") + 1
        pair = TermPair(
            Span(thai, start, start + len(thai)),
            Span("Grassroots Bank", opened, len(text) - 1),
            None,
            "programme",
            confidence,
        )
        return Extraction(id=str(number), terms=(pair,)), text

    rows = [
        release(1, "เปิด", "ธนาคารรากหญ้า", 0.9),
        release(2, "ตั้ง", "ธนาคารรากหญ้า", 0.9),
        release(3, "ชม", "ธนาคาร\u200bรากหญ้า", 0.9),
        release(4, "เปิดธนาคาร", "รากหญ้า", 0.3),
        release(5, "", "เปิดธนาคาร\u200bรากหญ้า", 0.4),
    ]
    glossary = Glossary(evidence=9)
    for extraction, text in rows:
        glossary.add(extraction, text)
    (concept,) = glossary
    assert [(f.text, f.releases) for f in concept.thai] == [("ธนาคารรากหญ้า", 5)]
    for place in concept.evidence:
        text = rows[int(place.release or 0) - 1][1]
        assert clean(text[slice(*place.thai)]) == "ธนาคารรากหญ้า"
    without = Glossary.from_extractions(extraction for extraction, _ in rows)
    assert {f.text for f in without.concepts[0].thai} == {"ธนาคารรากหญ้า", "รากหญ้า"}


# -- keys -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cyber Security", "cyber-security", True),
        ("Cybersecurity", "Cyber Security", True),
        ("The Sustainable Development Goals", "Sustainable Development Goal", True),
        ("Training Programme Centre", "training program center", True),
        ("Research & Development", "Research and Development", True),
        ("Small and Medium Enterprise", "Small and Medium Enterprises", True),
        ("Ministry of Labour", "Ministry of Labor", True),
        ("Import Bank", "Export Bank", False),
        ("Ministry of Finance", "Finance Ministry", False),
    ],
)
def test_english_spellings(one: str, other: str, same: bool) -> None:
    assert (english_key(one) == english_key(other)) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("SDGs", "SDG", True),
        ("COVID - 19", "Covid-19", True),
        ("AIDS", "AID", False),
        ("COP26", "COP27", False),
    ],
)
def test_abbreviation_spellings(one: str, other: str, same: bool) -> None:
    assert (abbreviation_key(one) == abbreviation_key(other)) == same


@given(st.text("กขการ ฯ“”.\u200b\u00a0-เแำ่", max_size=20))
def test_keys_and_shown_forms_agree(text: str) -> None:
    assert thai_key(clean(text)) == thai_key(text)
    assert clean(clean(text)) == clean(text)


def test_posts_are_not_needed() -> None:
    without = Extractor(rule for rule in thaigov_extract.default_rules() if rule.kind != "post")
    for text in WATER:
        assert evolve(without.extract(text), officials=()).terms == extract(text).terms
