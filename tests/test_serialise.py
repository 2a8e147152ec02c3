from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thaigov_extract import Extractor, Rule, extract, from_dict, from_json, to_dict, to_json
from thaigov_extract.model import (
    Agency,
    DateMention,
    Extraction,
    Mention,
    Name,
    Official,
    Position,
    Record,
    Span,
    TermPair,
    Title,
)
from thaigov_extract.serialise import FormatError, schema

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))

words = st.text(min_size=1, max_size=12)
numbers = st.integers(min_value=0, max_value=10_000)
spans = st.builds(Span, words, numbers, numbers)
maybe = st.none() | spans
mentions = st.builds(Mention, words, numbers, numbers, words)


def several(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


extractions = st.builds(
    Extraction,
    id=st.none() | words,
    url=st.none() | words,
    headline=st.none() | words,
    published=st.none() | st.dates().map(str),
    officials=several(
        st.builds(
            Official,
            st.builds(Name, words, numbers, numbers, maybe, maybe, maybe),
            several(mentions),
            several(
                st.builds(
                    Position,
                    spans,
                    several(words),
                    st.sampled_from(["acting", "former", "delegate", None]),
                    words,
                )
            ),
        )
    ),
    titles=several(st.builds(Title, words, several(mentions))),
    agencies=several(
        st.builds(Agency, words, several(words), st.none() | words, several(mentions))
    ),
    terms=several(
        st.builds(
            TermPair,
            spans,
            maybe,
            maybe,
            st.sampled_from(["agency", "person", "concept"]),
            st.floats(0, 1),
            words,
        )
    ),
    records=several(
        st.builds(
            Record,
            words,
            words,
            numbers,
            numbers,
            st.dictionaries(words, spans, max_size=2),
            st.dictionaries(words, words, max_size=2),
            words,
            st.floats(0, 1),
        )
    ),
    dates=several(
        st.builds(
            DateMention,
            words,
            numbers,
            numbers,
            words,
            st.sampled_from(["BE", "CE"]),
            words,
            several(spans),
        )
    ),
)


@settings(max_examples=60)
@given(extractions)
def test_there_and_back(extraction: Extraction) -> None:
    assert from_json(to_json(extraction)) == extraction


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_real_output_fits_the_schema(path: Path) -> None:
    extraction = extract(path.read_bytes())
    jsonschema.Draft202012Validator(schema()).validate(json.loads(to_json(extraction)))
    assert from_dict(to_dict(extraction)) == extraction


def test_records_of_own_kinds_fit_the_schema_and_come_back() -> None:
    rule = Rule(
        "t.sum", "sum", pattern="{number}{gap}ล้านบาท", values={"unit": "baht"}, build=len_of
    )
    found = Extractor([rule]).extract("วงเงิน ๒๐ ล้านบาท")
    data = to_dict(found)
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert data["records"] == [
        {
            "kind": "sum",
            "text": "๒๐ ล้านบาท",
            "start": 7,
            "end": 17,
            "slots": {"number": {"text": "๒๐", "start": 7, "end": 9}},
            "values": {"unit": "baht"},
            "rule": "t.sum",
            "confidence": 1.0,
        }
    ]
    assert from_dict(data) == found
    assert "records" not in to_dict(extract("วงเงิน ๒๐ ล้านบาท"))


def len_of(record: Record) -> int:
    return len(record.text)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_another_version_is_refused() -> None:
    with pytest.raises(FormatError, match="schema version 7 is not 1"):
        from_dict({"schema": 7})


def test_a_wrong_field_is_named() -> None:
    data = to_dict(extract("นายอนันต์ ใจดี กล่าวว่า"))
    del data["officials"][0]["mentions"][0]["rule"]
    with pytest.raises(FormatError, match=r"officials\[0\]\.mentions\[0\]"):
        from_dict(data)


def test_no_json() -> None:
    with pytest.raises(FormatError, match="not JSON"):
        from_json("{")
