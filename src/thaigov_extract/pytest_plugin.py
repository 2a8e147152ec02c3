"""The pytest plugin: rule files and ``Rule`` objects become test items, with nothing to configure.

``*.rules.toml`` files are collected wherever pytest looks; ``Rule``, ``RuleSet`` and
``RulePack`` values at the top of a test module are collected under the name that they have
there.  Each rule gives one item for its form, one for each example and counter-example, and
one for its conflicts with other rules.  Nothing of the library is imported until one is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .authoring.check import Finding, Trial
    from .authoring.rule_file import RulePack
    from .rule import Rule, RuleSet

_FILES = ".rules.toml"
_HOMES = {
    "Rule": "thaigov_extract.rule",
    "RuleSet": "thaigov_extract.rule",
    "RulePack": "thaigov_extract.authoring.rule_file",
}


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect ``*.rules.toml`` files."""
    if file_path.name.endswith(_FILES):
        return RuleFile.from_parent(parent, path=file_path)
    return None


def pytest_pycollect_makeitem(
    collector: pytest.Module | pytest.Class, name: str, obj: object
) -> pytest.Collector | None:
    """Collect rules, rule sets and packs that a test module holds."""
    kind = type(obj)
    if _HOMES.get(kind.__name__) != kind.__module__ or name.startswith("_"):
        return None
    return RuleValues.from_parent(collector, name=name, value=obj)


class RuleFile(pytest.File):
    """A TOML file of rules."""

    def collect(self) -> Iterator[pytest.Collector]:
        """Yield its rules, or fail with the line that is wrong."""
        from .authoring.rule_file import RuleFileError, read_rules, rule_set
        from .rule import RuleError

        try:
            pack = read_rules(self.path)
            within = pack.added_to(rule_set(()))
        except (RuleFileError, RuleError) as error:
            raise self.CollectError(str(error)) from error
        yield from _nodes(self, pack.rules, within, pack.lines)


class RuleValues(pytest.Collector):
    """Rules of a Python module."""

    def __init__(self, value: Rule | RuleSet | RulePack, **rest: Any) -> None:
        super().__init__(**rest)
        self.value = value

    def collect(self) -> Iterator[pytest.Collector]:
        """Yield the rules that are not shipped ones."""
        from .authoring.rule_file import RulePack, rule_set
        from .rule import Rule, RuleError, RuleSet

        shipped = rule_set(())
        value = RuleSet((self.value,)) if isinstance(self.value, Rule) else self.value
        try:
            if isinstance(value, RulePack):
                within, rules = value.added_to(shipped), value.rules
            else:
                whole = any(rule.id in shipped for rule in value)
                within = value if whole else shipped + value
                rules = tuple(r for r in value if r.id not in shipped or r != shipped[r.id])
        except RuleError as error:
            raise self.CollectError(str(error)) from error
        yield from _nodes(self, rules, within, {})


def _nodes(
    parent: pytest.Collector,
    rules: Sequence[Rule],
    within: RuleSet,
    lines: Mapping[str, int],
) -> Iterator[pytest.Collector]:
    from .authoring.check import Trial

    trial = Trial(rules, within)
    for rule in rules:
        line = lines.get(rule.id, 1)
        yield RuleNode.from_parent(parent, name=rule.id, rule=rule, trial=trial, line=line)


class RuleNode(pytest.Collector):
    """One rule."""

    def __init__(self, rule: Rule, trial: Trial, line: int, **rest: Any) -> None:
        super().__init__(**rest)
        self.rule = rule
        self.trial = trial
        self.line = line

    def collect(self) -> Iterator[pytest.Item]:
        """Yield what must hold of the rule, one by one."""
        for aspect in (
            "form",
            *(f"example-{n + 1}" for n in range(len(self.rule.examples))),
            *(f"counterexample-{n + 1}" for n in range(len(self.rule.counterexamples))),
            "conflicts",
        ):
            yield RuleItem.from_parent(
                self, name=aspect, rule=self.rule, trial=self.trial, line=self.line
            )


class RuleNotProvedError(Exception):
    """A rule that keeps not what its examples promise."""


class RuleItem(pytest.Item):
    """One thing that must hold of one rule."""

    def __init__(self, rule: Rule, trial: Trial, line: int, **rest: Any) -> None:
        super().__init__(**rest)
        self.rule = rule
        self.trial = trial
        self.line = line

    def runtest(self) -> None:
        """Run the check for this aspect of the rule."""
        problems = [f for f in self._findings() if f.what == "problem"]
        if problems:
            raise RuleNotProvedError("\n".join(f"{f.subject}: {f.message}" for f in problems))

    def _findings(self) -> Iterable[Finding]:
        if self.name == "form":
            return self.trial.form(self.rule)
        if self.name == "conflicts":
            return self.trial.conflicts(self.rule)
        which, _, number = self.name.partition("-")
        one = self.trial.example if which == "example" else self.trial.counterexample
        return (one(self.rule, int(number) - 1),)

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Show what was expected and what came, without a traceback into the library."""
        if isinstance(excinfo.value, RuleNotProvedError):
            return f"{self.rule.id}\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the rule stands; pytest would break up an id with dots at the end of a name."""
        return self.path, self.line - 1, f"rule {self.rule.id} ({self.name})"
