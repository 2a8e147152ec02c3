"""Patterns that ``re`` reads are found where ``regex`` finds them (:mod:`thaigov_extract.engine`)."""

from __future__ import annotations

import pickle
import re

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from test_fast_ways import contexts
from thaigov_extract import engine
from thaigov_extract.engine import compile_pattern, dumps
from thaigov_extract.prepared import _store

by_re = pytest.mark.skipif(not engine._ALIKE, reason="all patterns are read by regex")


def patterns() -> list[tuple[re.Pattern[str], regex.Pattern[str]]]:
    """The patterns that the shipped rules have asked for so far and ``re`` reads, and as ``regex`` does."""
    contexts()
    return [
        (pattern, regex.compile(*key))
        for key, pattern in _store().patterns.items()
        if isinstance(pattern, re.Pattern)
    ]


@by_re
def test_both_engines_find_the_same() -> None:
    assert len(patterns()) > 300
    for pattern, slow in patterns():
        assert slow.groupindex == dict(pattern.groupindex)
        for context in contexts()[::12]:
            text = context.text[:1500]
            found = [(m.span(), m.groups()) for m in pattern.finditer(text)]
            assert found == [(m.span(), m.groups()) for m in slow.finditer(text)], pattern.pattern
            for start in range(0, len(text), 37):
                # a window: what stands left of it is seen, what stands right of it is not
                end = start + 29
                for ask in ("match", "search", "fullmatch"):
                    one = getattr(pattern, ask)(text, start, end)
                    other = getattr(slow, ask)(text, start, end)
                    assert (one and one.span()) == (other and other.span()), pattern.pattern


@by_re
@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from('กนรมย่าีฯ. ,\n()“”"12aA-–/:'), max_size=16))
def test_both_engines_find_the_same_in_anything(text: str) -> None:
    for pattern, slow in patterns():
        found = [m.span() for m in pattern.finditer(text)]
        assert found == [m.span() for m in slow.finditer(text)], pattern.pattern


@by_re
@pytest.mark.parametrize(
    ("source", "flags", "fast"),
    [
        (r"กรม(?=[ \n(]|$)", 0, True),
        (r"\d{1,2}+ (?P<month>[ก-๎.]+)\Z", 0, True),
        (r".", regex.DOTALL, True),
        (r"\w+", 0, False),
        (r"[\s,]", 0, False),
        (r"\bDr\b", 0, False),
        (r"\p{Latin}", 0, False),
        (r"(?i)team", 0, False),
        (r"team", regex.IGNORECASE, False),
        (r"(?<=ก|ขข)ค", 0, True),
        (r"(?<!ก|ขข\.)ค", 0, True),
        (r"(?<=ก ?|ขข)ค", 0, False),
        (r"(?P<year>\d)|a(?P<year>\d)", 0, False),
    ],
)
def test_what_they_read_apart_stays_with_regex(source: str, flags: int, fast: bool) -> None:
    assert isinstance(compile_pattern(source, flags), re.Pattern) == fast


def test_pickled_patterns_match_like_those_they_were_made_of() -> None:
    kept = [compile_pattern(source) for source in (r"(?P<a>ก+)(?P<b>\d)?", r"\p{Latin}+")]
    text = "a กก1 Bc ก"
    for pattern, other in zip(kept, pickle.loads(dumps(kept)), strict=True):
        assert (pattern.pattern, dict(pattern.groupindex)) == (
            other.pattern,
            dict(other.groupindex),
        )
        spans = [(m.span(), m.groupdict()) for m in pattern.finditer(text)]
        assert [(m.span(), m.groupdict()) for m in other.finditer(text)] == spans
