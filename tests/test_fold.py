from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thaigov_extract.fold import ZERO_WIDTH, fold

LETTERS = "กขงนมยรสหาิีึืุู็่้๊๋์ํำะัเแโใไๆฯ๐๕๙" + ZERO_WIDTH + " \u00a0\t\r\n()ab1.\uf70a\uf712"
texts = st.text(alphabet=st.sampled_from(LETTERS), max_size=60)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("น\u200bา\ufeffย", "นาย"),
        ("พ.ศ.\u00a0๒๕๖๔", "พ.ศ. 2564"),
        ("กํา", "กำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("เเม่", "แม่"),
        ("ที่", "ที่"),
        ("ท่ี", "ที่"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("ท\uf701\uf70a", "ทิ่"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_one_spelling(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@given(texts)
def test_every_range_is_what_stands_there(raw: str) -> None:
    folded = fold(raw)
    for start in range(len(folded.text)):
        for end in range(start + 1, min(len(folded.text), start + 8) + 1):
            span = folded.span(start, end)
            assert raw[span.start : span.end] == span.text
            assert span.text[0] not in ZERO_WIDTH
            assert span.text[-1] not in ZERO_WIDTH


@given(texts)
def test_folding_twice_changes_nothing(raw: str) -> None:
    once = fold(raw).text
    assert fold(once).text == once


@given(texts)
def test_places_ascend(raw: str) -> None:
    folded = fold(raw)
    ranges = [folded.raw_range(i, i + 1) for i in range(len(folded.text))]
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in zip(ranges, ranges[1:], strict=False))


def test_a_range_outside_is_refused() -> None:
    with pytest.raises(ValueError, match="no folded range 2:2"):
        fold("กขค").span(2, 2)


@settings(max_examples=30)
@given(st.text(max_size=200))
def test_any_text_folds(raw: str) -> None:
    folded = fold(raw)
    if folded.text:
        assert folded.span(0, len(folded.text)).text in raw


def test_lone_surrogate() -> None:
    assert fold("ก\ud800ข").text == "ก\ud800ข"


def test_corpus_sample(shared: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(shared / "corpus" / "releases.parquet", columns=["text"])
    for raw in table["text"].to_pylist()[::500]:
        folded = fold(raw)
        for start in range(0, len(folded.text) - 9, 97):
            span = folded.span(start, start + 9)
            assert raw[span.start : span.end] == span.text
            assert fold(span.text).text == folded.text[start : start + 9]
