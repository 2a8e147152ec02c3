"""Rule sets are values, and every object says by which rule of the set it came."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from thaigov_extract import Extractor, Rule, RuleSet, default_rules
from thaigov_extract.rule import RuleError

FIXTURES = Path(__file__).parents[1] / "fixtures"


def test_rule_sets_are_values() -> None:
    rules = default_rules()
    mine = Rule("mine", "agency", ("ก",), lambda context, start, end: ())
    assert len(rules + [mine]) == len(rules) + 1
    assert len((rules + [mine]).without("mine")) == len(rules)
    assert (rules + [mine]).replace(mine) == rules + [mine]
    assert "mine" in rules + [mine]
    assert (rules + [mine])["mine"] is mine
    with pytest.raises(KeyError):
        rules.without("no such rule")
    with pytest.raises(RuleError, match="twice"):
        RuleSet((mine, mine))


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"triggers": ("ก",)}, "needs a pattern or a match function"),
        ({"pattern": "{given} {family}"}, "has no trigger"),
        ({"triggers": ("ก", ""), "pattern": "ก"}, "empty trigger"),
        ({"pattern": "ก", "build": len}, "kind of your own"),
    ],
)
def test_a_rule_that_cannot_work_says_why(arguments: dict[str, object], problem: str) -> None:
    with pytest.raises(RuleError, match=problem):
        Rule("mine", "agency", **arguments)  # type: ignore[arg-type]


def test_no_second_mechanism() -> None:
    """Every mention, post, term and date comes from a rule that can be taken out of the set."""
    rules = default_rules()
    seen: set[str] = set()
    for path in sorted(FIXTURES.glob("*.txt")):
        found = Extractor(rules).extract(path.read_text(encoding="utf-8"))
        for official in found.officials:
            seen.update(mention.rule for mention in official.mentions)
            seen.update(position.rule for position in official.positions)
        seen.update(m.rule for thing in (*found.titles, *found.agencies) for m in thing.mentions)
        seen.update(term.rule for term in found.terms)
        seen.update(date.rule for date in found.dates)
    assert len(seen) > 10
    assert all(rule_id in rules for rule_id in seen)


def test_without_a_rule_its_objects_are_gone() -> None:
    text = "นางสาวดวงใจ ใจดี ปลัดกระทรวงแรงงาน (Permanent Secretary) กล่าวว่า"
    whole = Extractor().extract(text)
    assert whole.officials[0].positions
    assert whole.terms
    less = default_rules().without("post.beside-name").without("term.parenthesis")
    found = Extractor(less).extract(text)
    assert found.officials[0].positions == ()
    assert found.terms == ()
    assert Extractor([]).extract(text).officials == ()


def test_rule_sets_can_be_sent_to_worker_processes() -> None:
    rules = pickle.loads(pickle.dumps(default_rules()))
    assert Extractor(rules).extract("นางพัชรี ใจดี").officials
