from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from thaigov_extract.words import edges, tokenise


def test_words_of_a_sentence() -> None:
    words = [span.text for span in tokenise("กรมชลประทานเร่งระบายน้ำ (18 เครื่อง)")]
    assert words == ["กรมชลประทาน", "เร่ง", "ระบาย", "น้ำ", " ", "(", "18", " ", "เครื่อง", ")"]


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("กขนมาิีุ่้์ำเแ abc12().\n๑๒\u200b"), max_size=80))
def test_words_tile_the_text(text: str) -> None:
    spans = tokenise(text)
    assert "".join(span.text for span in spans) == text
    assert all(text[s.start : s.end] == s.text for s in spans)


def test_edges_of_a_window() -> None:
    text = "กรมชลประทานเร่งระบายน้ำ"
    assert edges(text, 11, len(text)) == (11, 15, 20, 23)


def test_a_window_of_nothing() -> None:
    assert edges("กขค", 1, 1) == (1,)


def test_a_long_run_without_a_space() -> None:
    assert "".join(s.text for s in tokenise("ก" * 5000)) == "ก" * 5000
