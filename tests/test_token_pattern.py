"""spaCy token patterns as matchers: exact offsets, triggers, and what is said of a wrong one."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from thaigov_extract import Extractor, Rule, default_rules
from thaigov_extract.authoring.rule_file import parse_rules
from thaigov_extract.authoring.spacy_rules import rules_from_spacy
from thaigov_extract.pattern_syntax import PatternError
from thaigov_extract.rule import RuleError
from thaigov_extract.testing import check_rule
from thaigov_extract.token_pattern import TokenPattern

SUMMIT: list[list[dict[str, Any]]] = [
    [{"TEXT": "ASEAN"}, {"IS_SPACE": True, "OP": "?"}, {"TEXT": {"IN": ["Summit", "Forum"]}}]
]


def found(text: str, patterns: list[Any], **more: Any) -> list[tuple[str, int, int]]:
    rule = Rule("t.tokens", "event", pattern=TokenPattern(patterns), **more)
    records = Extractor([rule]).extract(text).records
    return [(record.text, record.start, record.end) for record in records]


def test_matches_have_exact_character_offsets() -> None:
    text = "ร่วม\u200bงาน ASEAN\u00a0Summit ครั้งที่ ๔๔ และASEAN Forum"
    places = found(text, SUMMIT)
    assert [place[0] for place in places] == ["ASEAN\u00a0Summit", "ASEAN Forum"]
    for spelled, start, end in places:
        assert text[start:end] == spelled


def test_thai_tokens_and_lexical_attributes() -> None:
    pattern = [[{"TEXT": "รุ่น"}, {"TEXT": "ที่"}, {"IS_SPACE": True, "OP": "?"}, {"IS_DIGIT": True}]]
    assert [place[0] for place in found("อบรมรุ่นที่ 5 และรุ่นที่ ๖", pattern)] == ["รุ่นที่ 5", "รุ่นที่ ๖"]
    assert found("รุ่นน้อง 5 คน", pattern) == []


def test_phrases_and_the_form_of_the_span_ruler() -> None:
    assert [p[0] for p in found("ชม บ้านมั่นคง แล้ว", ["บ้านมั่นคง"])] == ["บ้านมั่นคง"]
    entry = {"label": "EVENT", "pattern": SUMMIT[0]}
    assert [p[0] for p in found("ใน ASEAN Summit นี้", [entry])] == ["ASEAN Summit"]


def test_triggers_are_the_literals_of_the_tokens() -> None:
    assert set(TokenPattern(SUMMIT).triggers) == {"Summit", "Forum"} or "ASEAN" in set(
        TokenPattern(SUMMIT).triggers
    )
    assert TokenPattern([[{"IS_DIGIT": True}]]).triggers == ()
    assert [p[0] for p in found("มี 25 คน", [[{"IS_DIGIT": True}]], whole_text=True)] == ["25"]
    with pytest.raises(RuleError, match="no trigger"):
        found("มี 25 คน", [[{"IS_DIGIT": True}]])


def test_the_longest_match_stands() -> None:
    pattern = [[{"TEXT": "ASEAN"}, {"IS_DIGIT": True, "OP": "*"}]]
    assert [p[0] for p in found("งาน ASEAN2025", pattern)] == ["ASEAN2025"]


@pytest.mark.parametrize(
    ("patterns", "problem"),
    [
        ([], "no token pattern"),
        ([[{"POS": "NOUN"}]], "needs a trained model"),
        ([[{"TEXT": "กรม"}, {"IS_DIGT": True}]], "token 2: there is no attribute 'IS_DIGT'; did you mean IS_DIGIT"),
        ([[{"TEXT": "ประชุมวิชาการ ASEAN"}]], "is not one token but"),
        ([""], "empty phrase"),
        ([3], "write a list of tokens"),
    ],
)  # fmt: skip
def test_a_wrong_pattern_says_how_to_mend_it(patterns: list[Any], problem: str) -> None:
    with pytest.raises(PatternError, match=problem) as raised:
        TokenPattern(patterns)
    assert "\n" not in str(raised.value)


def test_token_patterns_are_values() -> None:
    assert TokenPattern(SUMMIT) == TokenPattern(SUMMIT)
    assert pickle.loads(pickle.dumps(TokenPattern(SUMMIT))) == TokenPattern(SUMMIT)


def test_a_rule_of_tokens_is_checked_like_others() -> None:
    check_rule(
        Rule(
            "t.tokens",
            "event",
            pattern=TokenPattern(SUMMIT),
            examples=[("ร่วม ASEAN Summit แล้ว", ["ASEAN Summit"])],
            counterexamples=["ร่วม ASEAN แล้ว"],
        )
    )


def test_tokens_in_a_rule_file() -> None:
    pack = parse_rules(
        """
[[rule]]
id = "t.summit"
kind = "event"
tokens = [[{ TEXT = "ASEAN" }, { IS_SPACE = true, OP = "?" }, { TEXT = "Summit" }]]
""",
        "my.rules.toml",
    )
    records = Extractor(pack.added_to(default_rules())).extract("ใน ASEAN Summit นี้").records
    assert [record.text for record in records] == ["ASEAN Summit"]


def test_whole_pattern_lists_become_rules(tmp_path: Path) -> None:
    path = tmp_path / "patterns.jsonl"
    entries = [
        {"label": "ORG", "pattern": "หอฟ้าหลวง", "id": "tower"},
        {"label": "EVENT", "pattern": SUMMIT[0]},
    ]
    path.write_text("\n".join(json.dumps(e, ensure_ascii=False) for e in entries), "utf-8")
    rules = rules_from_spacy(path, {"ORG": "agency"})
    assert [(rule.id, rule.kind) for rule in rules] == [
        ("spacy.ORG.tower", "agency"),
        ("spacy.EVENT", "event"),
    ]
    done = Extractor(rules).extract("หอฟ้าหลวงร่วม ASEAN Summit")
    assert [a.name for a in done.agencies] == ["หอฟ้าหลวง"]
    assert [r.text for r in done.records] == ["ASEAN Summit"]
    with pytest.raises(RuleError, match="no pattern has the label 'PLACE'"):
        rules_from_spacy(path, {"PLACE": "place"})


def test_those_who_do_not_use_it_never_import_spacy() -> None:
    code = (
        "import sys, thaigov_extract as t; t.extract('กรมปศุสัตว์'); "
        "import thaigov_extract.authoring.rule_file; assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
