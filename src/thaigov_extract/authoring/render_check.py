"""Reports of the check as text for a terminal or an assertion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .check import Finding, Report

_MARKS = {"met": "✓", "problem": "✗", "note": "·"}


def show_reports(reports: Iterable[Report], places: Mapping[str, str] | None = None) -> str:
    """Return reports as lines.

    Args:
        reports: What the check returned.
        places: File and line of rules, by rule id.

    Returns:
        One line for a rule without problems, one block for a rule with some.
    """
    lines: list[str] = []
    for report in reports:
        lines += _report(report, (places or {}).get(report.rule.id, ""))
    return "\n".join(lines)


def _report(report: Report, place: str) -> list[str]:
    rule = report.rule
    proof = f"{_count(len(rule.examples), 'example')}, {_count(len(rule.counterexamples), 'counter-example')}"
    head = f"{_MARKS['met' if report.ok else 'problem']} {rule.id}  ({rule.kind}; {proof})"
    lines = [f"{head}  {place}".rstrip()]
    for finding in report.findings:
        if finding.what != "met":
            lines += _finding(finding)
    return lines


def _finding(finding: Finding) -> list[str]:
    first, *more = finding.message.split("\n")
    lines = [f"    {_MARKS[finding.what]} {finding.subject}: {first}"]
    return lines + [f"        {line}" for line in more]


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
