"""The check: what proves a rule, what a failure says, and the shipped rules under it."""

from __future__ import annotations

from typing import Any

import pytest

from thaigov_extract import Rule, default_rules
from thaigov_extract.authoring.check import Report, check
from thaigov_extract.testing import check_rule, check_rules

PROOF: dict[str, Any] = {
    "examples": [("ประกาศฉบับที่ 7 แล้ว", [{"text": "ประกาศฉบับที่ 7", "number": "7"}])],
    "counterexamples": ["ประกาศล่วงหน้า"],
}
SHIPPED = {report.rule.id: report for report in check(default_rules(), default_rules())}


def report(**more: Any) -> Report:
    rule = Rule("t.x", **{"kind": "notice", "pattern": "ประกาศฉบับที่{gap}{number}", **PROOF, **more})
    return check([rule])[0]


def problems(**more: Any) -> str:
    return "\n".join(f"{f.subject}: {f.message}" for f in report(**more).problems)


@pytest.mark.parametrize("rule_id", sorted(SHIPPED))
def test_the_shipped_rules_pass_their_own_check(rule_id: str) -> None:
    assert SHIPPED[rule_id].ok, SHIPPED[rule_id].problems
    assert SHIPPED[rule_id].rule.examples
    assert SHIPPED[rule_id].rule.counterexamples


def test_every_shipped_rule_can_say_why() -> None:
    assert [rule.id for rule in default_rules() if rule.evidence is None] == []


def test_a_rule_that_is_proved() -> None:
    assert report().ok
    check_rule(Rule("t.x", "notice", pattern="ประกาศฉบับที่{gap}{number}", **PROOF))


def test_a_rule_without_proof_is_refused() -> None:
    assert "has no example and no counter-example" in problems(examples=[], counterexamples=[])
    assert "has no counter-example" in problems(counterexamples=[])


def test_a_failure_shows_expected_found_and_nearest() -> None:
    shown = problems(examples=[("ประกาศฉบับที่ 7", [{"text": "ประกาศฉบับที่ 7", "number": "8"}])])
    assert 'expected  { text = "ประกาศฉบับที่ 7", number = "8" }' in shown
    assert 'found     { text = "ประกาศฉบับที่ 7", number = "7" }' in shown
    shown = problems(examples=[("ประกาศฉบับที่ 7 และประกาศฉบับที่ 8", ["ประกาศฉบับที่ 7"])])
    assert 'found     { text = "ประกาศฉบับที่ 8", number = "8" }' in shown


def test_a_failure_says_how_far_the_pattern_fits() -> None:
    shown = problems(examples=[("ประกาศฉบับที่เจ็ด", [{"text": "ประกาศฉบับที่เจ็ด"}])])
    assert "its pattern fits up to «ประกาศฉบับที่», then «{number}» does not fit «เจ็ด»" in shown
    shown = problems(examples=[("คำสั่งที่ 7", ["คำสั่งที่ 7"])])
    assert "none of its triggers" in shown


def test_a_whole_object_is_stated_and_once() -> None:
    twice = [("ประกาศฉบับที่ 7", [{"text": "ประกาศฉบับที่ 7", "number": "7"}] * 2)]
    assert "expected" in problems(examples=twice)
    assert "expected" in problems(examples=[("ประกาศฉบับที่ 7", ["ประกาศฉบับที่ 7"])])


def test_a_counterexample_that_matches() -> None:
    shown = problems(counterexamples=["ประกาศฉบับที่ 9"])
    assert "counter-example 1" in shown
    assert "expected  nothing" in shown


def test_slots_and_values_are_those_of_the_kind() -> None:
    assert "has no slot 'number'" in problems(kind="agency")
    assert "has no value 'colour'" in problems(
        kind="agency", pattern="ประกาศ{agency:thai}", values={"colour": "red"}
    )
    assert "form = 'long' is none of full" in problems(
        kind="agency", pattern="ประกาศ{agency:thai}", values={"form": "long"}
    )
    assert "english or abbreviation" in problems(kind="term", pattern="ประกาศ{thai}")
    assert "official and title" in problems(kind="post", pattern="ประกาศ{title:thai}")


def test_a_pattern_that_can_run_away() -> None:
    assert "no upper bound" in problems(pattern="ประกาศ.*ที่ {number}")


def test_an_example_that_another_rule_takes() -> None:
    text = "พบมูลนิธิปลูกต้นกล้าริมคลอง"
    shown = problems(
        kind="agency",
        pattern="มูลนิธิปลูกต้น",
        priority=-1,
        examples=[(text, ["มูลนิธิปลูกต้น"])],
        counterexamples=["มูลนิธิ"],
    )
    assert "overruled by agency.name" in shown
    assert "priority 0 over -1" in shown


def test_a_rule_that_takes_the_example_of_a_shipped_one() -> None:
    shown = problems(
        kind="agency",
        pattern="กรมปศุ",
        examples=[("กรมปศุแล้ว", ["กรมปศุ"])],
        counterexamples=["กรม"],
    )
    assert "takes an example of agency.name" in shown
    assert "priority 10 over 0" in shown


def test_a_conflict_that_the_rule_wins_is_named() -> None:
    found = report(
        kind="agency",
        pattern="มูลนิธิปลูกต้นไม้",
        examples=[("พบมูลนิธิปลูกต้นไม้ริมคลอง", ["มูลนิธิปลูกต้นไม้"])],
        counterexamples=["มูลนิธิ"],
    )
    assert found.ok
    notes = [f.message for f in found.findings if f.what == "note"]
    assert notes == ["wins over agency.name «มูลนิธิปลูกต้นไม้ริมคลอง»: priority 10 over 0"]


def test_check_rules_raises_with_the_report() -> None:
    bad = Rule("t.bad", "notice", pattern="ประกาศฉบับที่{gap}{number}")
    with pytest.raises(AssertionError, match=r"✗ t\.bad"):
        check_rules([bad])
