"""Rules in TOML files, for people who don't program; and what names a rule set at the command line.

A file holds lexicon entries (``[[agency]]``, ``[[title]]``), rules (``[[rule]]``) and fragments
for their patterns (``[fragments]``); ``docs/teach-an-agency.md`` and ``docs/rule-with-slots.md``
show each.
"""

from __future__ import annotations

import datetime
import importlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, NoReturn

import regex
from attrs import field, frozen

from ..example import Example
from ..fold import fold
from ..pattern import Pattern
from ..pattern_syntax import PatternError
from ..rule import USER_PRIORITY, Matcher, Rule, RuleError, RuleSet, did_you_mean
from ..rules import default_rules
from ..word_list import Entry, WordList

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SUFFIX = ".toml"
ENTRY_POINTS = "thaigov_extract.rules"
"""Group of the entry points by which installed packages offer rule sets."""

_TOP = ("pack", "without", "fragments", "rule", "agency", "title")
_PROOF = ("id", "priority", "examples", "counterexamples")
_KEYS = {
    "rule": (*_PROOF, "kind", "triggers", "pattern", "words", "tokens", "values", "after"),
    "agency": (*_PROOF, "name", "abbreviations", "aliases", "english"),
    "title": (*_PROOF, "name", "abbreviations", "aliases"),
}


_FORMS = (
    ("id", str, 'a string: id = "…"'),
    ("kind", str, 'a string: kind = "…"'),
    ("english", str, 'a string: english = "…"'),
    ("after", str, 'a string: after = "…"'),
    ("priority", int, "a whole number: priority = 10"),
    ("values", dict, 'a table: values = { … = "…" }'),
    ("tokens", list, "a list of lists of tokens: tokens = [[{ … }]]"),
    ("examples", list, "a list: examples = [{ … }]"),
)
"""What the value of a key is, and how to write it."""


class RuleFileError(RuleError):
    """A rule file that cannot be read; the message names file, line, rule and remedy."""


@frozen
class RulePack:
    """The rules of one source.

    Attributes:
        name: ``pack`` of the file, or its name without ``.rules.toml``.
        rules: Its rules.
        without: Ids of shipped rules that it takes out.
        lines: Line of the file where each rule begins, by rule id.
    """

    name: str
    rules: tuple[Rule, ...]
    without: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(factory=dict, repr=False)

    def added_to(self, rules: RuleSet) -> RuleSet:
        """Return *rules* less what the pack takes out, with what it brings.

        A rule of the pack with the id of one in the set takes its place.

        Raises:
            RuleError: Where it takes out a rule that is not there.
        """
        for rule_id in self.without:
            if rule_id not in rules:
                raise RuleError(
                    f"{self.name} takes out the rule {rule_id!r}, which is not in the set"
                    + _near(rule_id, [rule.id for rule in rules])
                )
            rules = rules.without(rule_id)
        fresh = []
        for rule in self.rules:
            if rule.id in rules:
                rules = rules.replace(rule)
            else:
                fresh.append(rule)
        return rules + fresh


def rule_set(specs: Iterable[str]) -> RuleSet:
    """Return the shipped rules with what the named sources add.

    Args:
        specs: Each the path of a TOML file, ``module:attribute`` in Python, the name of an
            installed pack, or ``shipped``, which adds nothing.  An attribute that holds shipped
            rules is a whole set and takes the place of them.

    Raises:
        RuleError: Where a source cannot be found or read, one line that says what to do.
    """
    rules = default_rules()
    for spec in specs:
        if spec == "shipped":
            continue
        found = load(spec)
        if isinstance(found, RulePack):
            rules = found.added_to(rules)
        elif any(rule.id in default_rules() for rule in found):
            rules = found
        else:
            rules = rules + found
    return rules


def load(spec: str) -> RulePack | RuleSet:
    """Return the rules of one source; see :func:`rule_set`."""
    if spec.endswith(SUFFIX) or Path(spec).is_file():
        return read_rules(spec)
    if ":" in spec:
        return _from_module(spec)
    packs = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if spec in packs:
        return _as_rules(packs[spec].load(), spec)
    offered = f"; installed packs: {', '.join(sorted(packs))}" if packs else ""
    raise RuleError(
        f"{spec!r} is no rule file (.toml), no module:attribute and no installed pack{offered}"
    )


def installed_packs() -> tuple[str, ...]:
    """Return the names of the rule packs that installed packages offer."""
    return tuple(sorted(point.name for point in entry_points(group=ENTRY_POINTS)))


def _from_module(spec: str) -> RulePack | RuleSet:
    module, _, attribute = spec.partition(":")
    if not module or not attribute:
        raise RuleError(f"{spec!r} names no module and attribute; write module:attribute")
    try:
        imported = importlib.import_module(module)
    except ImportError as error:
        raise RuleError(
            f"{spec!r}: {error}; put the folder of the module into PYTHONPATH"
        ) from error
    except Exception as error:
        raise RuleError(f"{spec!r}: the module fails: {type(error).__name__}: {error}") from error
    try:
        found = getattr(imported, attribute)
    except AttributeError as error:
        raise RuleError(f"{spec!r}: the module has no {attribute!r}") from error
    return _as_rules(found, spec)


def _as_rules(found: object, spec: str) -> RulePack | RuleSet:
    if callable(found) and not isinstance(found, (Rule, RuleSet, RulePack)):
        try:
            found = found()
        except Exception as error:
            raise RuleError(f"{spec!r} fails: {type(error).__name__}: {error}") from error
    if isinstance(found, (RulePack, RuleSet)):
        return found
    if isinstance(found, (str, Path)):
        return read_rules(found)
    if isinstance(found, Rule):
        return RuleSet((found,))
    if isinstance(found, Iterable):
        rules = tuple(found)
        if rules and all(isinstance(rule, Rule) for rule in rules):
            return RuleSet(rules)
    raise RuleError(f"{spec!r} is no rule, no rules and no path of a rule file")


# -- reading a file ------------------------------------------------------------------------------


def read_rules(path: str | Path) -> RulePack:
    """Read a TOML file of rules.

    Args:
        path: The file, UTF-8.

    Returns:
        Its rules, ready to be added to a set.

    Raises:
        RuleFileError: One line with file, line, what is wrong and how to mend it.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise RuleFileError(f"{path} does not exist; check the path") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(f"{path} cannot be read as UTF-8: {error}") from error
    return parse_rules(text, path)


def parse_rules(text: str, path: str | Path) -> RulePack:
    """Read rules from the text of a TOML file; see :func:`read_rules`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(f"{path} is no TOML: {error}") from error
    return _Reader(Path(path), text, data).pack()


class _Reader:
    def __init__(self, path: Path, text: str, data: dict[str, Any]) -> None:
        self.path = path
        self.data = data
        self.name = str(data.get("pack") or path.name.removesuffix(SUFFIX).removesuffix(".rules"))
        self.heads = _heads(text)
        self.fragments = self._fragments()

    def pack(self) -> RulePack:
        self._known(self.data, _TOP, f"{self.path}")
        rules: list[Rule] = []
        lines: dict[str, int] = {}
        for kind in ("agency", "title", "rule"):
            tables = self.data.get(kind, [])
            if not isinstance(tables, list):
                self._fail(str(self.path), f"[{kind}] must be [[{kind}]], in double brackets")
            for number, table in enumerate(tables):
                line = self.heads.get((kind, number), 1)
                rule = self._rule(kind, table, f"{self.path}:{line}")
                if rule.id in lines:
                    self._fail(
                        f"{self.path}:{line}",
                        f"the id {rule.id!r} is that of line {lines[rule.id]}; give it another",
                    )
                lines[rule.id] = line
                rules.append(rule)
        if not rules and not self.data.get("without"):
            self._fail(str(self.path), "holds no rule; begin one with [[agency]] or [[rule]]")
        without = tuple(self._strings(self.data, "without", str(self.path)))
        return RulePack(self.name, tuple(rules), without, lines)

    def _fragments(self) -> dict[str, str | tuple[str, ...]]:
        table = self.data.get("fragments", {})
        fragments: dict[str, str | tuple[str, ...]] = {}
        if not isinstance(table, dict):
            self._fail(str(self.path), "fragments must be a table: [fragments], then name = […]")
        for name, what in table.items():
            if isinstance(what, str):
                fragments[name] = what
            elif isinstance(what, list) and all(isinstance(word, str) for word in what):
                fragments[name] = tuple(what)
            else:
                self._fail(
                    str(self.path),
                    f"the fragment {name!r} is neither a pattern nor a list of words",
                )
        return fragments

    def _rule(self, table_kind: str, table: dict[str, Any], where: str) -> Rule:
        self._known(table, _KEYS[table_kind], where)
        for key, kind_of, form in _FORMS:
            given = table.get(key)
            if given is not None and (not isinstance(given, kind_of) or isinstance(given, bool)):
                self._fail(where, f"{key} must be {form}")
        if table_kind == "rule":
            for key in ("id", "kind"):
                if not isinstance(table.get(key), str):
                    self._fail(where, f'the rule has no {key}; add {key} = "…"')
            kind, rule_id = table["kind"], table["id"]
        else:
            if not isinstance(table.get("name"), str):
                self._fail(where, f'the {table_kind} has no name; add name = "…"')
            kind, rule_id = table_kind, table.get("id", f"{self.name}.{table['name']}")
        try:
            return Rule(
                id=rule_id,
                kind=kind,
                triggers=[fold(t).text for t in self._strings(table, "triggers", where)],
                pattern=self._matcher(table_kind, table, where),
                values={k: str(v) for k, v in table.get("values", {}).items()},
                priority=table.get("priority", USER_PRIORITY),
                after=table.get("after"),
                examples=self._examples(table, where),
                counterexamples=self._strings(table, "counterexamples", where),
            )
        except (RuleError, PatternError) as error:
            said = str(error).removeprefix(f"{where}: ").removeprefix(f"{rule_id}: ")
            raise RuleFileError(f"{where}: {rule_id}: {said}") from error

    def _matcher(self, table_kind: str, table: dict[str, Any], where: str) -> Matcher:
        if table_kind != "rule":
            return WordList(self._entries(table_kind, table, where))
        ways = [key for key in ("pattern", "words", "tokens") if key in table]
        if len(ways) != 1:
            self._fail(where, "a rule has one of pattern, words and tokens")
        if ways == ["words"]:
            return WordList(tuple(self._strings(table, "words", where)))
        if ways == ["tokens"]:
            from ..token_pattern import TokenPattern

            return TokenPattern(table["tokens"])
        if not isinstance(table["pattern"], str):
            self._fail(where, "pattern must be a string; write it between ''' and '''")
        return Pattern(table["pattern"], self.fragments)

    def _entries(self, kind: str, table: dict[str, Any], where: str) -> tuple[Entry, ...]:
        name = table["name"]
        english = {"english": str(table["english"])} if table.get("english") else {}
        known = {"name": name, **english} if kind == "agency" else {}
        short = {"form": "abbreviation"} if kind == "agency" else {}
        return (
            Entry(name, english),
            *(Entry(form, known) for form in self._strings(table, "aliases", where)),
            *(
                Entry(form, {**short, **known})
                for form in self._strings(table, "abbreviations", where)
            ),
        )

    def _examples(self, table: dict[str, Any], where: str) -> list[Example]:
        examples = []
        for item in table.get("examples", []):
            if not isinstance(item, dict) or not isinstance(item.get("text"), str):
                self._fail(
                    where, 'an example is { text = "…", objects = [{ text = "…", … }] }, not this'
                )
            self._known(item, ("text", "objects", "published"), where)
            objects = item.get("objects", [])
            if not isinstance(objects, list) or not objects:
                self._fail(
                    where,
                    "an example without objects proves nothing; list what the rule must find, "
                    "or put its text among the counterexamples",
                )
            if not all(isinstance(o, (str, dict)) for o in objects):
                self._fail(where, 'an object of an example is a string or { text = "…", … }')
            stated = [
                o if isinstance(o, str) else {k: str(v) for k, v in o.items()} for o in objects
            ]
            if any(isinstance(o, dict) and "text" not in o for o in stated):
                self._fail(where, 'each object of an example states its text = "…"')
            examples.append(Example(item["text"], stated, self._date(item, where)))
        return examples

    def _date(self, item: dict[str, Any], where: str) -> datetime.date | None:
        value = item.get("published")
        if value is None or isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(value)
        except (TypeError, ValueError):
            self._fail(where, "published is a date like 2024-05-31")

    def _strings(self, table: dict[str, Any], key: str, where: str) -> list[str]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._fail(where, f'{key} must be a list of strings: {key} = ["…"]')
        return value

    def _known(self, table: dict[str, Any], keys: Sequence[str], where: str) -> None:
        for key in table:
            if key not in keys:
                self._fail(where, f"there is no key {key!r}{_near(key, keys)}")

    def _fail(self, where: str, problem: str) -> NoReturn:
        raise RuleFileError(f"{where}: {problem}")


_HEAD = regex.compile(r"^\s*\[\[\s*(?P<kind>\w+)\s*\]\]", regex.MULTILINE)


def _heads(text: str) -> dict[tuple[str, int], int]:
    """The line of each table by its kind and number; what tomllib does not tell."""
    heads: dict[tuple[str, int], int] = {}
    counts: dict[str, int] = {}
    for found in _HEAD.finditer(text):
        kind = found["kind"]
        number = counts.setdefault(kind, 0)
        heads[kind, number] = text.count("\n", 0, found.start("kind")) + 1
        counts[kind] += 1
    return heads


def _near(word: str, words: Iterable[str]) -> str:
    return did_you_mean(word, words) or f"; there are {', '.join(words)}"
