"""Two processes beside one on the same releases, results in order."""

from __future__ import annotations

import os
import resource
import time
from typing import Any

from texts import CORPUS, corpus, sample
from thaigov_extract import Extractor

RELEASES = int(os.environ.get("RELEASES", "50000"))
"""Releases of the corpus that are read; fewer where the environment says so."""


def measure(short: bool) -> list[dict[str, Any]]:
    """Return seconds on the clock, their ratio, and what two idle cores would make of it.

    Other work on the machine spoils the clock.  The processor time of all processes together
    hardly suffers: with two it is more than with one by what handing over costs, and twice
    the one by the other is the speed-up on two cores that do nothing else.
    """
    texts = sample(300) if short else (corpus()[:RELEASES] if CORPUS.exists() else sample(2000))
    extractor = Extractor()
    for text in texts[:20]:
        extractor.extract(text)
    clock, processor = {}, {}
    for processes in (1, 2):
        begin, used = time.perf_counter(), _processor_time()
        for _ in extractor.pipe(texts, n_process=processes):
            pass
        clock[processes] = time.perf_counter() - begin
        processor[processes] = _processor_time() - used
    return [
        {"what": f"{len(texts):,} releases, {n} process{'es' if n > 1 else ''} ({kind})", "figure": round(seconds[n], 1), "unit": "s"}
        for n in (1, 2)
        for kind, seconds in (("clock", clock), ("processor", processor))
    ] + [
        {"what": "two processes beside one (clock)", "figure": round(clock[1] / clock[2], 2), "unit": "times", "target": "1.8"},
        {"what": "the same on two idle cores (from processor)", "figure": round(2 * processor[1] / processor[2], 2), "unit": "times", "target": "1.8"},
    ]  # fmt: skip


def _processor_time() -> float:
    """Processor time of this process and of the children that have ended."""
    own, children = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
