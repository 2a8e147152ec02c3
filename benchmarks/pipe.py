"""Two processes beside one on the same releases, results in order."""

from __future__ import annotations

import time
from typing import Any

from texts import corpus, sample
from thaigov_extract import Extractor


def measure(short: bool) -> list[dict[str, Any]]:
    """Return seconds on the clock and their ratio; other work on the machine spoils both."""
    texts = sample(200) if short else corpus()[:50_000]
    extractor = Extractor()
    for text in texts[:20]:
        extractor.extract(text)
    seconds = {}
    for processes in (1, 2):
        begin = time.perf_counter()
        for _ in extractor.pipe(texts, n_process=processes):
            pass
        seconds[processes] = time.perf_counter() - begin
    return [
        {"what": f"{len(texts):,} releases, {n} process{'es' if n > 1 else ''}", "figure": round(s, 1), "unit": "s"}
        for n, s in seconds.items()
    ] + [
        {"what": "two processes beside one", "figure": round(seconds[1] / seconds[2], 2), "unit": "times", "target": "1.8"}
    ]  # fmt: skip
