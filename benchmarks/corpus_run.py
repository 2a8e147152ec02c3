"""Run every release of a corpus and check the law of offsets on everything that comes out.

    python benchmarks/corpus_run.py [releases.parquet] [--jobs 2] [--json figures.json]

Prints what was found, how fast and in how much memory; exit code 1 where a release raised
an exception or an object's text is not what stands at its offsets.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet
from attrs import fields, has

from thaigov_extract import Extractor

ROOT = Path(__file__).parents[1]
_extractor: Extractor | None = None


def places(value: Any) -> Iterator[Any]:
    """Yield everything below *value* that has a text, a start and an end."""
    if isinstance(value, tuple):
        for item in value:
            yield from places(item)
    elif has(type(value)):
        if hasattr(value, "start"):
            yield value
        for attribute in fields(type(value)):
            yield from places(getattr(value, attribute.name))


def work(row: tuple[str, str]) -> tuple[Counter[str], list[str]]:
    """Extract from one release; return counts and what went wrong."""
    global _extractor
    if _extractor is None:
        _extractor = Extractor()
    name, text = row
    counts: Counter[str] = Counter()
    try:
        found = _extractor.extract(text)
    except Exception as error:
        return Counter(exceptions=1), [f"{name}: {type(error).__name__}: {error}"]
    wrong = [p for p in places(found) if text[p.start : p.end] != p.text or not p.text]
    counts["offset errors"] += len(wrong)
    for layer in ("officials", "titles", "agencies", "terms", "dates"):
        counts[layer] += len(getattr(found, layer))
    counts["positions"] += sum(len(o.positions) for o in found.officials)
    counts["with date line"] += found.published is not None
    return counts, [f"{name}: {p}" for p in wrong[:3]]


def main() -> int:
    """Run, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "corpus", nargs="?", default=str(ROOT.parent / "shared/corpus/releases.parquet")
    )
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th release")
    options = parser.parse_args()
    if not Path(options.corpus).is_file():
        parser.error(f"{options.corpus} does not exist; give a Parquet file of id and text")
    table = pyarrow.parquet.read_table(options.corpus, columns=["id", "text"])
    rows = list(zip(table["id"].to_pylist(), table["text"].to_pylist(), strict=True))[
        :: options.every
    ]
    total: Counter[str] = Counter()
    wrong: list[str] = []
    begin = time.perf_counter()
    if options.jobs > 1:
        with multiprocessing.Pool(options.jobs) as pool:
            for counts, problems in pool.imap(work, rows, chunksize=50):
                total += counts
                wrong += problems
    else:
        for row in rows:
            counts, problems = work(row)
            total += counts
            wrong += problems
    seconds = time.perf_counter() - begin
    letters = sum(len(text) for _, text in rows)
    who = resource.RUSAGE_CHILDREN if options.jobs > 1 else resource.RUSAGE_SELF
    figures = {
        "releases": len(rows),
        "code points": letters,
        "seconds": round(seconds, 1),
        "releases per second": round(len(rows) / seconds, 1),
        "million code points per second": round(letters / seconds / 1e6, 3),
        "processes": options.jobs,
        "peak memory of a process, MB": round(resource.getrusage(who).ru_maxrss / 1024),
        "exceptions": total["exceptions"],
        "offset errors": total["offset errors"],
        **{
            name: total[name]
            for name in (
                "officials",
                "positions",
                "titles",
                "agencies",
                "terms",
                "dates",
                "with date line",
            )
        },
    }
    for name, figure in figures.items():
        print(f"{name:32s} {figure:>12}")
    for problem in wrong[:20]:
        print(problem)
    if options.json:
        Path(options.json).write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
