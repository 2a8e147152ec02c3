"""Tests of rules, for your own test suite; the pytest plugin does the same with nothing to write.

>>> from thaigov_extract.testing import check_rules, load_rules
>>> check_rules(load_rules("fixtures/ministry.rules.toml"))  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .authoring.check import Finding, Report, Trial, check
from .authoring.render_check import show_reports
from .authoring.rule_file import RulePack, read_rules, rule_set
from .rule import Rule, RuleSet

__all__ = [
    "Finding",
    "Report",
    "Trial",
    "check",
    "check_rule",
    "check_rules",
    "load_rules",
    "rule_set",
]


def load_rules(path: str | Path) -> RulePack:
    """Read a TOML file of rules; see :func:`thaigov_extract.authoring.rule_file.read_rules`."""
    return read_rules(path)


def check_rules(rules: RulePack | Iterable[Rule], within: RuleSet | None = None) -> None:
    """Assert that each rule is proved where it will run.

    Args:
        rules: The rules, or a pack read from a file.
        within: The whole set in which they will run; where ``None``, the shipped rules and these.

    Raises:
        AssertionError: With what was expected, what came and the nearest thing that did match.
    """
    __tracebackhide__ = True
    if isinstance(rules, RulePack):
        within = rules.added_to(within or rule_set(()))
        rules = rules.rules
    reports = check(rules, within)
    assert all(report.ok for report in reports), "\n" + show_reports(
        [report for report in reports if not report.ok]
    )


def check_rule(rule: Rule, within: RuleSet | None = None) -> None:
    """Assert that one rule is proved; see :func:`check_rules`."""
    __tracebackhide__ = True
    check_rules([rule], within)
