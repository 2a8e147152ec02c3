"""The fast ways find, letter for letter, what plain and slow ways find (:mod:`plain_ways`).

On the fixtures, on random input, and where ``../shared`` is present on releases of the corpus.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import attr
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_ways import finds, fold_plainly, hits_plainly, settled_plainly, standing_plainly
from thaigov_extract import Extractor, align, border_score, default_rules, occurrences, to_dict
from thaigov_extract.agency_border import LETTERS
from thaigov_extract.border import features, rank
from thaigov_extract.candidate import Candidate
from thaigov_extract.context import Context
from thaigov_extract.fold import ZERO_WIDTH, fold
from thaigov_extract.lexicon import WordsByStart, read_table
from thaigov_extract.loanword import _cost, begin_apart, likeness
from thaigov_extract.overlap import settle, without_overlaps
from thaigov_extract.rules import agency_companies, agency_seen, bare_names
from thaigov_extract.rules.agency_seen import seen_end
from thaigov_extract.rules.agency_words import (
    head_at,
    heads,
    spaced_name_end,
    spaced_names_at,
)
from thaigov_extract.rules.name_words import chain_pattern, honorifics, last_prefix
from thaigov_extract.scan import Scanner
from thaigov_extract.words import _corpus_words, _load, _words_in, edges, is_edge, tokenise

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared/corpus/releases.parquet"
FIXTURES = sorted((ROOT / "fixtures").glob("*.txt"))
FROM_CORPUS = 60


@cache
def releases() -> tuple[str, ...]:
    """The fixtures, and some releases of the corpus where it is present."""
    texts = [path.read_text(encoding="utf-8") for path in FIXTURES]
    if CORPUS.exists():
        try:
            from pyarrow import parquet
        except ModuleNotFoundError:
            return tuple(texts)
        column = parquet.read_table(CORPUS, columns=["text"])["text"]
        chosen = random.Random(1).sample(range(len(column)), FROM_CORPUS)
        texts += [column[place].as_py() for place in chosen]
    return tuple(texts)


@cache
def contexts() -> tuple[Context, ...]:
    extractor = Extractor()
    return tuple(extractor.recognise(text) for text in releases())


# -- fold ------------------------------------------------------------------------------------------

UNEVEN = "กนมาิีุ่้์ํเแ๑๕" + "".join(sorted(ZERO_WIDTH)[:3]) + " \u00a0\t\r\na\uf70a"


def same_fold(raw: str) -> None:
    folded, plain = fold(raw), fold_plainly(raw)
    assert folded.text == "".join(letter for letter, _, _ in plain)
    ranges = [folded.raw_range(i, i + 1) for i in range(len(folded.text))]
    assert ranges == [(start, end) for _, start, end in plain]


def test_fold_of_releases() -> None:
    for raw in releases()[::3]:
        same_fold(raw)


@settings(max_examples=400)
@given(st.text(alphabet=st.sampled_from(UNEVEN), max_size=24))
def test_fold_of_anything(raw: str) -> None:
    same_fold(raw)


# -- scan ------------------------------------------------------------------------------------------


def test_one_automaton_finds_what_one_search_per_trigger_finds() -> None:
    rules = tuple(default_rules())
    scanner = Scanner(rules)
    for context in contexts():
        rounds = scanner.scan(context.text)
        found = [(start, end, rule.id) for hits in rounds for start, end, rule in hits]
        assert len(found) == len(set(found))
        assert set(found) == hits_plainly(rules, context.text)
        for hits in rounds:
            places = [(start, -end) for start, end, _ in hits]
            assert places == sorted(places)


# -- overlaps --------------------------------------------------------------------------------------


def test_overlaps_of_releases() -> None:
    priorities = {rule.id: rule.priority for rule in default_rules()}
    for context in contexts():
        for kind, everything in context.everything.items():
            # the order among equals is that in which they came: it is the same for both
            fast = without_overlaps(everything, priorities)
            assert list(fast) == standing_plainly(everything, priorities), kind


candidates = st.builds(
    lambda start, length, rule, confidence: Candidate(
        "agency", start, start + length, rule, confidence=confidence
    ),
    st.integers(0, 30),
    st.integers(1, 12),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from([0.5, 1.0]),
)


@given(st.lists(candidates, max_size=14, unique_by=lambda c: (c.start, c.end, c.rule)))
def test_overlaps_of_anything(several: list[Candidate]) -> None:
    priorities = {"a": 1, "b": 0}
    assert list(without_overlaps(several, priorities)) == standing_plainly(several, priorities)


def test_what_stands_between_kinds() -> None:
    rules = default_rules()
    priorities = {rule.id: rule.priority for rule in rules}
    for context in contexts():
        text, found = context.text, {}
        for kind in ("official", "agency", "title"):
            found[kind] = without_overlaps(context.everything.get(kind, ()), priorities)
        fresh = Context(context.folded)
        fresh.record(context.everything, found)
        plain = settled_plainly(text, found, context.everything.get("agency", ()))
        for kind, stands in settle(fresh, priorities).items():
            assert sorted(stands, key=repr) == sorted(plain[kind], key=repr), kind


# -- words -----------------------------------------------------------------------------------------


def test_edges_of_a_window_are_those_of_its_text() -> None:
    for context in contexts()[::4]:
        text = context.text
        for start in range(0, len(text), 397):
            end = min(len(text), start + 90)
            whole = [span.end + start for span in tokenise(text[start:end])]
            assert list(edges(text, start, end)) == [start, *whole]
            for place in range(start, end + 1):
                assert is_edge(text, start, end, place) == (place in (start, *whole))


def test_a_dictionary_of_the_run_cuts_like_the_whole_one() -> None:
    from nlpo3 import segment

    whole = _corpus_words().read_text(encoding="utf-8").split("\n")
    _load([*whole, *(row[0] for row in read_table("words_extra"))], "the whole dictionary")
    runs = {run for text in releases() for run in regex.findall(r"[\u0e00-\u0e7f]{2,400}", text)}
    for number, run in enumerate(random.Random(2).sample(sorted(runs), min(1000, len(runs)))):
        _load(_words_in(run), f"words of run {number}")
        few = segment(run, f"words of run {number}", safe=True)
        assert few == segment(run, "the whole dictionary", safe=True)


# -- look-ups that stand for patterns --------------------------------------------------------------


def test_words_by_their_start() -> None:
    words = ["กรม", "กรมการ", "กระทรวง", "กก", "ศาล"]
    by_start, text = WordsByStart(words), "กรมการศาลกกก"
    assert sorted(by_start) == sorted(words)
    for start in range(len(text) + 1):
        here = sorted((len(w) for w in words if text.startswith(w, start)), reverse=True)
        assert list(by_start.lengths_at(text, start)) == here
        assert by_start.longest_at(text, start) == text[start : start + max(here, default=0)]
    assert all(word in by_start for word in words)
    assert not {"กร", "กรมก", "", "ข"} & {w for w in ("กร", "กรมก", "", "ข") if w in by_start}


def test_the_last_of_several_prefixes() -> None:
    forms = sorted(honorifics(), key=len, reverse=True)
    seen = 0
    for context in contexts():
        text = context.text
        for start in {place for form in forms[-400:] for place in finds(text, form)}:
            end = start + len(next(form for form in forms if text.startswith(form, start)))
            chain = chain_pattern().match(text, start)
            assert last_prefix(text, start, end) == (chain.span("last") if chain else None)
            seen += 1
    assert seen > 50


def test_what_stands_before_a_name() -> None:
    for context in contexts():
        text = context.text
        for start in range(0, len(text), 61):
            left = len(text[:start].rstrip(" "))
            plainly = any(text.endswith(f, max(0, left - 30), left) for f in honorifics())
            assert bare_names._after_prefix(text, start) == plainly


@pytest.mark.parametrize("long_text", [10**9, 0])
def test_names_that_stand_free_elsewhere(long_text: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agency_seen, "_LONG_TEXT", long_text)
    units = sorted((h for h, row in heads().items() if row.form == "unit"), key=len, reverse=True)
    free = regex.compile(
        rf"(?<![ก-๎])(?:{'|'.join(map(regex.escape, units))})[{LETTERS}]{{6,60}}+(?=[ \n(),.”\"]|$)"
    )
    run = regex.compile(rf"[{LETTERS}]{{1,110}}+")
    name = "สำนักงานพัฒนาแม่น้ำ"
    made = f"{name}ร่วมกับชุมชน {name} และ {name} จัดงาน"
    for context in (Context(fold(made)), *contexts()):
        text = context.text
        names = Counter(found[0] for found in free.finditer(text))
        for head in units[::3] + ["สำนักงาน"]:
            for start in finds(text, head):
                after = start + len(head)
                here = run.match(text, after)
                stop = here.end() if here else after
                ends = [e for e in range(after + 7, stop) if names[text[start:e]] >= 2]
                assert seen_end(context, start, after, stop) == max(ends, default=0)


def test_names_by_one_pass_and_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for context in contexts():
        text, people = context.text, context.found("official")
        one_by_one = bare_names.bare_mentions(text, people)
        monkeypatch.setattr(occurrences, "_LONG_TEXT", 0)
        assert bare_names.bare_mentions(text, people) == one_by_one
        monkeypatch.undo()


@given(
    st.text(alphabet="กขA ", max_size=30), st.sets(st.text(alphabet="กขA ", min_size=1, max_size=4))
)
def test_strings_by_one_pass_and_one_by_one(text: str, strings: set[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_LONG_TEXT", 10**9)
        one_by_one = occurrences.Occurrences(text, strings)
        patch.setattr(occurrences, "_LONG_TEXT", 0)
        by_one_pass = occurrences.Occurrences(text, strings)
    for string in strings:
        plainly = [found.start() for found in regex.finditer(regex.escape(string), text)]
        assert list(one_by_one.of(string)) == list(by_one_pass.of(string)) == plainly


@given(st.text(alphabet=st.sampled_from("กข "), max_size=12))
def test_names_with_spaces(text: str) -> None:
    for (name,) in (("กข_ข",), ("ก_ก_ข",)):
        found = regex.match(name.replace("_", " {0,2}"), text)
        assert spaced_name_end(text, 0, tuple(name.split("_"))) == (found.end() if found else 0)


def test_the_table_of_names_with_spaces() -> None:
    for (name,) in read_table("agency_spaced_names"):
        parts = tuple(name.split("_"))
        for gap in ("", " ", "  ", "   "):
            text = gap.join(parts)
            expected = len(text) if len(gap) < 3 or len(parts) == 1 else 0
            assert spaced_name_end(text, 0, parts) == expected
            rows = spaced_names_at(text, 0, head_at(text, 0))
            assert (parts in [row[1] for row in rows]) or len(gap) == 3


# -- the JSON form ---------------------------------------------------------------------------------


def test_the_plain_form_is_that_of_attrs() -> None:
    extractor = Extractor()
    for text in releases()[:40]:
        extraction = extractor.extract(text)
        form: dict[str, Any] = to_dict(extraction)
        plain = attr.asdict(extraction, retain_collection_types=False)
        for official in plain["officials"]:
            name = official["name"]
            spans = {part: name.pop(f"{part}_span") for part in ("prefix", "given", "family")}
            name |= {part: span and span["text"] for part, span in spans.items()}
            name["parts"] = {p: [s["start"], s["end"]] for p, s in spans.items() if s}
        if not plain["records"]:
            del plain["records"]
        assert form == plain


AFTER_BRAND = "ฯ|(?![ก-๎])|(?=จะ|ได้|และ|เพื่อ|ใน|มี|เป็น|ขอ|ต้อง|กับ|ให้|ที่)"


@given(st.lists(st.sampled_from(["กข", "ก", "บริษัท", " ", "ฯ", "และ", "A", "AB", "1"]), max_size=9))
def test_uses_of_a_brand(pieces: list[str]) -> None:
    text = "".join(pieces)
    for name in ("กข", "กขก"):
        thai = regex.finditer(rf"(?:บริษัท ?)?{name}(?:{AFTER_BRAND})", text)
        assert list(agency_companies._uses(text, name)) == [use.span() for use in thai]
    latin = regex.finditer(r"(?<![A-Za-z0-9])AB(?![A-Za-z0-9])", text)
    assert list(agency_companies._latin_uses(text, "AB")) == [use.span() for use in latin]


skeletons = st.text(alphabet="kcsytnpflrhmw", min_size=1, max_size=7)


@given(skeletons, skeletons)
def test_how_alike_skeletons_can_be_at_most(thai: str, latin: str) -> None:
    row = list(range(len(latin) + 1))
    for i, a in enumerate(thai, 1):
        above = row
        row = [i]
        for j, b in enumerate(latin, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + _cost(a, b)))
    longest = max(len(thai), len(latin))
    plain = 0.0 if begin_apart(thai, latin) else max(0.0, 1.0 - row[-1] / longest)
    assert likeness(thai, latin) == plain <= 1.0 - abs(len(thai) - len(latin)) / longest


# -- the start of a term ---------------------------------------------------------------------------


def test_starts_are_weighed_as_their_features_say(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = 0

    def both(*window: Any, **more: Any) -> tuple[int, float] | None:
        nonlocal seen
        seen += 1
        fast = border_score.best_start(*window, **more)
        # the same to the last bit, not nearly
        assert fast == rank(features(*window, **more), window[3].weights)
        return fast

    monkeypatch.setattr(align, "best_start", both)
    extractor = Extractor()
    for text in releases():
        extractor.extract(text)
    assert seen > 25
