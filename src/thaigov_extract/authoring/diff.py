"""What a change of rules gains, loses and changes over a body of releases, and what it costs."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from ..extractor import Extractor
from ..model import Extraction, Mention, Record, Span
from ..release import Release
from ..rule import Rule, RuleSet
from ..workers import in_order
from .comparison import KEPT, WHATS, Change, Comparison, KindCounts, RuleCounts, Skipped, What
from .excerpt import excerpt
from .items import Item, differences, items, told
from .recording import Recording, recorded

Side: TypeAlias = "Extractor | Recording"
"""Where the extractions of one side come from: rules that run, or a recording."""

_BATCH = 16
"""Releases handed to a worker at a time."""

_REPEATED = 100
_REPEATS = 3
"""The first 100 releases are measured three times and the fastest counts: few are noisy."""


class DiffError(RuntimeError):
    """A rule that failed on a release; the message names the release."""


def compare(old: Side, new: Side, releases: Iterable[Release], *, n_process: int = 1) -> Comparison:
    """Compare what two rule sets find, release by release.

    Both sets work on each release in turn, so that time is compared fairly; which goes first
    changes from release to release.  Extractions are not kept.

    Args:
        old: An extractor with the old rules, or a recording of what they found.
        new: The same of the new ones.
        releases: The releases; read no further ahead than the workers need.
        n_process: Worker processes; 1 works in this process.

    Returns:
        Changes, counts and times.  Releases that a recording does not hold, or holds with
        another text, are not compared but counted as skipped.

    Raises:
        DiffError: Where a rule fails on a release.
        RecordingError: Where a recorded line cannot be read.
        ValueError: Where *n_process* is less than 1.
    """
    if n_process < 1:
        raise ValueError("n_process counts workers: give 1 or more")
    rules = tuple(side.rules if isinstance(side, Extractor) else None for side in (old, new))
    total = _Sum()
    jobs = (
        _Job(number, release, _line(old, release), _line(new, release))
        for number, release in enumerate(releases)
    )
    if n_process == 1:
        pair = _Pair(*(side if isinstance(side, Extractor) else None for side in (old, new)))
        for job in jobs:
            total.add(pair.run(job))
        return total.comparison(*rules)
    for _, outcome in in_order(jobs, _BATCH, _work, n_process, _start_worker, rules):
        total.add(outcome)
    return total.comparison(*rules)


def _line(side: Side, release: Release) -> bytes | None:
    return side.line(release.id) if isinstance(side, Recording) else None


# -- one release -----------------------------------------------------------------------------------


@frozen
class _Job:
    """A release with what is recorded of it."""

    number: int
    release: Release
    old: bytes | None
    new: bytes | None


@frozen
class _Outcome:
    """What one release adds to a comparison."""

    release: str | None
    skipped: str | None = None
    changes: tuple[Change, ...] = ()
    kinds: tuple[Counter[str], Counter[str]] = field(factory=lambda: (Counter(), Counter()))
    rules: tuple[Counter[str], Counter[str]] = field(factory=lambda: (Counter(), Counter()))
    seconds: tuple[float, float] = (0.0, 0.0)
    unknown: frozenset[str] = frozenset()


class _Pair:
    """Two sides at work; ``None`` for a recorded one."""

    def __init__(self, old: Extractor | None, new: Extractor | None) -> None:
        self._extractors = (old, new)
        self._warm = False

    def run(self, job: _Job) -> _Outcome:
        release = job.release
        lines = (job.old, job.new)
        for extractor, line, name in zip(self._extractors, lines, _NAMES, strict=True):
            if extractor is None and line is None:
                return _Outcome(release.id, f"not recorded on the {name} side")
        found, seconds = self._timed(job)
        unknown: frozenset[str] = frozenset()
        for side, line in enumerate(lines):
            if line is not None:
                given = recorded(line)
                found[side] = given.extraction
                unknown |= given.unknown
                if not _of_text(found[side], release.text):
                    return _Outcome(
                        release.id, f"recorded of another text on the {_NAMES[side]} side"
                    )
        old, new = (list(items(extraction, unknown)) for extraction in found)
        return _Outcome(
            release=release.id,
            changes=tuple(_change(release, *pair) for pair in differences(old, new)),
            kinds=(Counter(i.kind for i in old), Counter(i.kind for i in new)),
            rules=(_finds(old), _finds(new)),
            seconds=(seconds[0], seconds[1]),
            unknown=unknown,
        )

    def _timed(self, job: _Job) -> tuple[list[Extraction], list[float]]:
        found = [Extraction(), Extraction()]
        seconds = [0.0, 0.0]
        order = [(i, e) for i, e in enumerate(self._extractors) if e is not None]
        if job.number % 2:
            order.reverse()
        # word lists are loaded when first needed: that is no cost of either set
        warming = 0 if self._warm else 1
        measured = _REPEATS if job.number < _REPEATED else 1
        for turn in range(-warming, measured):
            for side, extractor in order:
                before = time.process_time()
                found[side] = _extract(extractor, job.release)
                spent = time.process_time() - before
                if turn >= 0:
                    seconds[side] = min(spent, seconds[side] or spent)
        self._warm = True
        return found, seconds


def _extract(extractor: Extractor, release: Release) -> Extraction:
    try:
        return extractor.extract(release)
    except Exception as error:
        raise DiffError(
            f"a rule failed on the release {release.id}: {type(error).__name__}: {error}"
        ) from error


_NAMES = ("old", "new")


def _of_text(extraction: Extraction, text: str) -> bool:
    """Whether a recorded extraction is of this very text, as far as its objects tell."""
    groups: tuple[Iterable[Mention | Span | Record], ...] = (
        *(official.mentions for official in extraction.officials),
        *(title.mentions for title in extraction.titles),
        *(agency.mentions for agency in extraction.agencies),
        *(date.mentions for date in extraction.dates),
        (term.thai for term in extraction.terms),
        extraction.records,
    )
    return all(text[s.start : s.end] == s.text for group in groups for s in group)


def _finds(found: Iterable[Item]) -> Counter[str]:
    return Counter(rule for item in found for rule in item.rules)


def _change(release: Release, old: Item | None, new: Item | None) -> Change:
    what: What = "changed" if old and new else "gained" if new else "lost"
    states = told(release.text, old, new)
    places = _places(old, new)
    start, end = places[0] if places else (0, 0)
    line, number = excerpt(release.text, start, end) if places else ("", 0)
    rules = dict.fromkeys(rule for item in (old, new) if item for rule in item.rules)
    return Change(
        kind=(new or old).kind,  # type: ignore[union-attr]
        what=what,
        old=states[0],
        new=states[1],
        count=1,
        release=release.id,
        line=line,
        line_number=number,
        start=start,
        end=end,
        rules=tuple(rules),
    )


def _places(old: Item | None, new: Item | None) -> list[tuple[int, int]]:
    """Where to look at a difference, the best place first."""
    there = new.places if new else ()
    here = old.places if old else ()
    if old and new and old.stated == new.stated:
        there = tuple(p for p in there if p not in here) or tuple(p for p in here if p not in there)
    return [*there, *here]


# -- all releases ----------------------------------------------------------------------------------


class _Sum:
    """Outcomes added up."""

    def __init__(self) -> None:
        self._releases = 0
        self._changes: dict[tuple[object, ...], Change] = {}
        self._listed: Counter[tuple[str, What]] = Counter()
        self._unlisted = 0
        self._counts: Counter[tuple[str, str]] = Counter()
        self._rules = (Counter[str](), Counter[str]())
        self._seconds = [0.0, 0.0]
        self._skipped: dict[str, list[str]] = {}
        self._skips: Counter[str] = Counter()
        self._unknown: set[str] = set()

    def add(self, outcome: _Outcome) -> None:
        if outcome.skipped:
            self._skips[outcome.skipped] += 1
            first = self._skipped.setdefault(outcome.skipped, [])
            if len(first) < 10:
                first.append(outcome.release or "(no id)")
            return
        self._releases += 1
        self._unknown |= outcome.unknown
        for side, name in enumerate(_NAMES):
            for kind, count in outcome.kinds[side].items():
                self._counts[kind, name] += count
            self._rules[side].update(outcome.rules[side])
            self._seconds[side] += outcome.seconds[side]
        for change in outcome.changes:
            self._add_change(change)

    def _add_change(self, change: Change) -> None:
        self._counts[change.kind, change.what] += 1
        key = (
            change.kind,
            change.what,
            frozenset(change.old.items()),
            frozenset(change.new.items()),
        )
        known = self._changes.get(key)
        group = (change.kind, change.what)
        if known:
            self._changes[key] = evolve(known, count=known.count + 1)
        elif self._listed[group] < KEPT:
            self._listed[group] += 1
            self._changes[key] = change
        else:
            self._unlisted += 1

    def comparison(self, old: RuleSet | None, new: RuleSet | None) -> Comparison:
        kinds = sorted({kind for kind, _ in self._counts}, key=_kind_order)
        return Comparison(
            releases=self._releases,
            changes=tuple(
                sorted(
                    self._changes.values(),
                    key=lambda c: (_kind_order(c.kind), WHATS.index(c.what), -c.count),
                )
            ),
            kinds={
                kind: KindCounts(*(self._counts[kind, name] for name in (*_NAMES, *WHATS)))
                for kind in kinds
            },
            rules={rule: self._rule(rule, old, new) for rule in self._rule_ids(old, new)},
            skipped=tuple(
                Skipped(reason, self._skips[reason], tuple(first))
                for reason, first in self._skipped.items()
            ),
            unknown=tuple(sorted(self._unknown)),
            unlisted=self._unlisted,
            old_seconds=self._seconds[0] if old is not None else None,
            new_seconds=self._seconds[1] if new is not None else None,
        )

    def _rule_ids(self, *sets: RuleSet | None) -> list[str]:
        named = [rule.id for rules in sets for rule in rules or ()]
        return list(dict.fromkeys([*named, *sorted({*self._rules[0], *self._rules[1]})]))

    def _rule(self, rule: str, old: RuleSet | None, new: RuleSet | None) -> RuleCounts:
        only: Literal["old", "new"] | None = None
        if old is not None and new is not None and (rule in old) != (rule in new):
            only = "old" if rule in old else "new"
        return RuleCounts(self._rules[0][rule], self._rules[1][rule], only)


_ORDER = ("official", "post", "title", "agency", "term", "date")


def _kind_order(kind: str) -> tuple[int, str]:
    return (_ORDER.index(kind), "") if kind in _ORDER else (len(_ORDER), kind)


# -- worker processes ------------------------------------------------------------------------------

_worker: _Pair | None = None
"""Both sides in a worker process; set once when the process starts."""


def _start_worker(old: Iterable[Rule] | None, new: Iterable[Rule] | None) -> None:
    global _worker
    _worker = _Pair(*(Extractor(rules) if rules is not None else None for rules in (old, new)))


def _work(batch: list[_Job]) -> list[_Outcome]:
    assert _worker is not None
    return [_worker.run(job) for job in batch]
