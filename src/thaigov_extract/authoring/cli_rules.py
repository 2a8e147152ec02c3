"""The commands for rule authors: ``thaigov-extract rules check|diff|list``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

_USAGE = """\
usage: thaigov-extract rules check [FILE…] [--shipped]    prove rules by their examples
       thaigov-extract rules diff OLD NEW PATH…           what a change of rules gains and loses
       thaigov-extract rules list [--rules SPEC]          the rules of a set, in the order of their run
       thaigov-extract rules fragments                    what may stand in braces in a pattern

A SPEC is a rule file (my.rules.toml), module:attribute, or the name of an installed pack."""


def main(words: Sequence[str]) -> int:
    """Run ``thaigov-extract rules …``.

    Args:
        words: What follows ``rules``.

    Returns:
        0, or 1 where a rule is not proved or sets differ, or 2 where something cannot be read.
    """
    from ..rule import RuleError

    command = words[0] if words else ""
    try:
        if command == "check":
            return _check(words[1:])
        if command == "diff":
            from .cli_diff import main as diff

            return diff(words[1:])
        if command == "list":
            return _list(words[1:])
        if command == "fragments":
            return _fragments()
    except RuleError as error:
        print(f"thaigov-extract: {error}", file=sys.stderr)
        return 2
    wrong = command not in ("", "-h", "--help")
    print(_USAGE, file=sys.stderr if wrong else sys.stdout)
    return 2 if wrong else 0


def _check(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="thaigov-extract rules check",
        description="Prove rules: examples found whole and once, counter-examples silent, patterns "
        "bounded, no quarrel with other rules. Exit code 1 where one is not proved.",
    )
    parser.add_argument(
        "specs", nargs="*", metavar="SPEC", help="rule file, module:attribute or pack"
    )
    parser.add_argument("--shipped", action="store_true", help="the shipped rules")
    parser.add_argument("-q", "--quiet", action="store_true", help="only rules with problems")
    options = parser.parse_args(words)
    if not options.specs and not options.shipped:
        parser.error("name a rule file, or --shipped")
    from ..rules import default_rules
    from .check import check
    from .render_check import show_reports
    from .rule_file import RulePack, load, rule_set

    within = rule_set(options.specs)
    places: dict[str, str] = {}
    rules = list(default_rules()) if options.shipped else []
    for spec in options.specs:
        found = load(spec)
        rules += list(found.rules)
        if isinstance(found, RulePack):
            places.update({rule_id: f"{spec}:{line}" for rule_id, line in found.lines.items()})
    reports = check(rules, within)
    bad = sum(not report.ok for report in reports)
    shown = show_reports((r for r in reports if not (options.quiet and r.ok)), places)
    if shown:
        print(shown)
    proofs = sum(len(r.rule.examples) + len(r.rule.counterexamples) for r in reports)
    print(f"{len(reports)} rules, {proofs} examples and counter-examples; {bad} not proved")
    return 1 if bad else 0


def _list(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="thaigov-extract rules list")
    parser.add_argument("--rules", action="append", default=[], metavar="SPEC")
    options = parser.parse_args(words)
    from ..rounds import rounds
    from .rule_file import rule_set

    print(f"{'rule':28s} {'kind':10s} {'priority':>8s}  triggers")
    for of_round in rounds(rule_set(options.rules)):
        for rule in of_round.rules:
            shown = ", ".join(rule.triggers[:4]) + (
                f", … ({len(rule.triggers)})" if len(rule.triggers) > 4 else ""
            )
            print(f"{rule.id:28s} {rule.kind:10s} {rule.priority:8d}  {shown or 'the whole text'}")
    return 0


def _fragments() -> int:
    from ..fragments import OBJECTS, shipped_fragments

    for name, fragment in shipped_fragments().items():
        words = f" ({len(fragment.words)} words)" if fragment.words else ""
        print(f"{{{name}}}".ljust(20), fragment.about + words)
    for kind in OBJECTS:
        print(f"{{{kind}}}".ljust(20), f"a recognised object of the kind {kind}")
    return 0
