"""Where the time of an extraction goes: by stage, and within the stage of rules by rule."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from texts import sample
from thaigov_extract import Extractor
from thaigov_extract.context import Context
from thaigov_extract.fold import fold
from thaigov_extract.overlap import settle, without_overlaps
from thaigov_extract.release import read
from thaigov_extract.resolve import resolve

_MOST = 18
"""Rows that are given."""


def measure(short: bool) -> list[dict[str, Any]]:
    """Run the stages one by one as :mod:`thaigov_extract.recognise` does, with a clock between them.

    The clock itself adds about a twentieth, most of it to the rules that run most often.
    """
    texts = sample(60 if short else 1000)
    extractor = Extractor()
    for text in texts[:30]:
        extractor.extract(text)
    spent: Counter[str] = Counter()
    for text in texts:
        _extract(extractor, text, spent)
    whole = sum(spent.values())
    rows = [
        {
            "what": stage,
            "figure": round(seconds / whole * 100, 1),
            "unit": f"%, {seconds / len(texts) * 1e6:.0f} us a release",
        }
        for stage, seconds in spent.most_common(_MOST)
    ]
    others = whole - sum(seconds for _, seconds in spent.most_common(_MOST))
    return [
        *rows,
        {"what": "all other rules", "figure": round(others / whole * 100, 1), "unit": "%"},
    ]


def _extract(extractor: Extractor, text: str, spent: Counter[str]) -> None:
    priorities = {rule.id: rule.priority for rule in extractor.rules}
    begin = time.process_time()

    def lap(stage: str) -> None:
        nonlocal begin
        now = time.process_time()
        spent[stage] += now - begin
        begin = time.process_time()

    release = read(text)
    lap("read")
    folded = fold(release.text)
    lap("fold")
    scanner = extractor._scanner
    rounds = scanner.scan(folded.text)
    lap("scan")
    context = Context(folded, release.published)
    for of_round, hits in zip(scanner.rounds, rounds, strict=True):
        if of_round.settles:
            context.record({}, settle(context, priorities))
            lap("overlaps")
        found: dict[str, list[Any]] = {}
        for start, end, rule in hits:
            assert rule.match is not None
            for candidate in rule.match(context, start, end):
                found.setdefault(candidate.kind, []).append(candidate)
            lap(f"rule {rule.id}")
        everything = {k: (*context.everything.get(k, ()), *some) for k, some in found.items()}
        context.record(
            everything, {k: without_overlaps(some, priorities) for k, some in everything.items()}
        )
        lap("overlaps")
    resolve(release, context)
    lap("resolve")
