"""The whole extraction beside the tokenisers alone, on the same texts in one process."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from texts import sample
from thaigov_extract import Extractor, tokenise

NER_TO_NEWMM = 227 / 28.4
"""How much longer PyThaiNLP's NER and its date functions take than its tokeniser newmm: both were
measured on one machine (releases a second); the NER model is a download of its own."""


def measure(short: bool) -> list[dict[str, Any]]:
    """Read the same releases with each system, in turn, three times; return medians."""
    texts = sample(60 if short else 1000)
    systems = _systems()
    for read in systems.values():  # dictionaries and caches are loaded, not measured
        for text in texts[:20]:
            read(text)
    wall: dict[str, list[float]] = {name: [] for name in systems}
    cpu: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(3):
        for name, read in systems.items():
            gc.collect()
            clock, process = time.perf_counter(), time.process_time()
            for text in texts:
                read(text)
            cpu[name].append(time.process_time() - process)
            wall[name].append(time.perf_counter() - clock)
    letters = sum(map(len, texts))
    rows: list[dict[str, Any]] = [
        {"what": "releases", "figure": len(texts), "unit": f"{letters:,} chars"}
    ]
    for name in systems:
        seconds = median(cpu[name])
        rows += [
            {"what": name, "figure": round(len(texts) / seconds, 1), "unit": "releases/s"},
            {"what": name, "figure": round(letters / seconds / 1e6, 3), "unit": "Mchar/s"},
        ]
    by_cpu = median(cpu[_NEWMM]) / median(cpu[_OURS])
    by_wall = median(wall[_NEWMM]) / median(wall[_OURS])
    return rows + [
        {"what": "as fast as newmm (processor time)", "figure": round(by_cpu, 2), "unit": "times", "target": "6"},
        {"what": "as fast as newmm (clock)", "figure": round(by_wall, 2), "unit": "times", "target": "6"},
        {"what": "as fast as PyThaiNLP NER and dates (derived)", "figure": round(by_cpu * NER_TO_NEWMM, 1), "unit": "times", "target": "45"},
    ]  # fmt: skip


_OURS = "extract, all layers"
_NEWMM = "pythainlp newmm"


def _systems() -> dict[str, Callable[[str], object]]:
    from pythainlp.tokenize import word_tokenize

    return {
        _OURS: Extractor().extract,
        _NEWMM: lambda text: word_tokenize(text, engine="newmm"),
        "thaigov_extract.tokenise (nlpo3)": tokenise,
    }
