from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws import broken
from thaigov_extract import Extractor, Rule, default_rules, extract
from thaigov_extract.candidate import Candidate

PIECES = [
    "นายอนันต์ ใจดี", "พล.อ.\u00a0วรเดช", " ปลัดกระทรวงแรงงาน", "(ปลัด รง.)", "กรมปศุสัตว์", " (ปศ.)",
    "การประชุม (Meeting: MT)", "(", ")", "[", "๘ ก.พ. ๖๔", "2560-2564", "และ", "\u200b", "\r\n", "\t", "กํา", "เเ",
    "รมว.คลัง", "ฯ", "“", "”", "English (EN)", " ", "/", "10/10/2567",
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_the_law_of_offsets(text: str) -> None:
    assert broken(extract(text), text) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_extracts(text: str) -> None:
    assert broken(extract(text), text) == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\ufeff", "English only.", "(" * 2000, "นาย" * 2000, "ก" * 20000]
)
def test_hostile_texts(text: str) -> None:
    assert broken(extract(text), text) == []


def test_pipe_keeps_the_order() -> None:
    texts = [f"วันที่ {day} มกราคม 2567" for day in range(1, 31)]
    extractor = Extractor()
    alone = list(extractor.pipe(texts))
    assert [e.dates[0].iso[-2:] for e in alone] == [f"{day:02d}" for day in range(1, 31)]
    assert list(extractor.pipe(iter(texts), n_process=2, batch_size=4)) == alone


def test_pipe_refuses_no_workers() -> None:
    with pytest.raises(ValueError, match="give 1 or more"):
        list(Extractor().pipe(["ก"], n_process=0))


def test_only_the_given_rules_run() -> None:
    rule = Rule(
        "mine",
        "agency",
        ("ลุ่มน้ำสภา",),
        lambda c, s, e: [Candidate("agency", s, e, "mine", values={"form": "full"})],
    )
    text = "ลุ่มน้ำสภา และกระทรวงแรงงาน"
    assert [a.name for a in Extractor(rules=[rule]).extract(text).agencies] == ["ลุ่มน้ำสภา"]
    both = Extractor(rules=default_rules() + [rule]).extract(text)
    assert [a.name for a in both.agencies] == ["ลุ่มน้ำสภา", "กระทรวงแรงงาน"]


def test_corpus_sample_obeys_the_law(shared: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(shared / "corpus" / "releases.parquet", columns=["text"])
    for text in table["text"].to_pylist()[::300]:
        assert broken(extract(text), text) == []


def test_agencies_carry_what_the_registry_knows() -> None:
    found = extract("กรมปศุสัตว์ร่วมกับ พม. ผู้แทน WHO และมูลนิธิปลูกต้นกล้าริมคลอง")
    known = {a.name: (a.registry_id, a.ministry, a.english) for a in found.agencies}
    assert known["กรมปศุสัตว์"] == (
        "department-of-livestock-development",
        "กระทรวงเกษตรและสหกรณ์",
        "Department of Livestock Development",
    )
    assert known["พม."][1] == "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์"
    assert known["WHO"][1:] == (None, "World Health Organization")
    assert known["มูลนิธิปลูกต้นกล้าริมคลอง"] == (None, None, None)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: extract(None), "a release is text"),  # type: ignore[arg-type]
        (lambda: extract(Path("x.txt")), "path.read_bytes"),  # type: ignore[arg-type]
        (lambda: Extractor("my.rules.toml"), "load_rules"),  # type: ignore[arg-type]
        (lambda: list(Extractor().pipe("กรม")), "pipe takes many"),
    ],
)
def test_a_wrong_argument_says_what_to_give(call: Callable[[], object], says: str) -> None:
    with pytest.raises(TypeError, match=says):
        call()


def test_a_rule_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match=r"did you mean 'date[.]month'"):
        default_rules().without("date.months")
