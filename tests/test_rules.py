"""Every shipped rule meets its examples and is silent on its counter-examples."""

from __future__ import annotations

import pytest

from thaigov_extract import Rule, RuleSet, default_rules
from thaigov_extract.lexicon import default_lexicon
from thaigov_extract.recognise import recognise
from thaigov_extract.scan import Scanner


def found_by(rule: Rule, text: str) -> list[str]:
    """The strings that this rule yields where all shipped rules run."""
    rules = default_rules()
    everything = recognise(text, Scanner(rules).scan(text), default_lexicon()).all
    return [text[c.start : c.end] for c in everything.get(rule.kind, ()) if c.rule == rule.id]


@pytest.mark.parametrize("rule", list(default_rules()), ids=lambda rule: rule.id)
def test_rule_has_proof(rule: Rule) -> None:
    assert rule.examples
    assert rule.counterexamples


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        pytest.param(rule, text, expected, id=f"{rule.id}-{number}")
        for rule in default_rules()
        for number, (text, expected) in enumerate(rule.examples)
    ],
)
def test_example(rule: Rule, text: str, expected: tuple[str, ...]) -> None:
    found = found_by(rule, text)
    assert set(expected) <= set(found)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in default_rules()
        for number, text in enumerate(rule.counterexamples)
    ],
)
def test_counterexample(rule: Rule, text: str) -> None:
    chosen = recognise(text, Scanner(default_rules()).scan(text), default_lexicon()).chosen
    silent = [
        text[c.start : c.end]
        for c in chosen.get(rule.kind, ())
        if c.rule == rule.id and c.values.get("form") not in ("bare", "held")
    ]
    assert silent == []


def test_rule_sets_are_values() -> None:
    rules = default_rules()
    mine = Rule("mine", "agency", ("ก",), lambda context, start, end: ())
    assert len(rules + [mine]) == len(rules) + 1
    assert len((rules + [mine]).without("mine")) == len(rules)
    assert (rules + [mine]).replace(mine) == rules + [mine]
    with pytest.raises(KeyError):
        rules.without("no such rule")
    with pytest.raises(ValueError, match="twice"):
        RuleSet((mine, mine))
