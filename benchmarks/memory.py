"""Most memory at the command line for one release, and of a worker over the whole corpus."""

from __future__ import annotations

import json
from typing import Any

from child import python, typical
from texts import ROOT

_WORKER = """
import json, sys
sys.path.insert(0, sys.argv[1])
from itertools import islice
import texts
from thaigov_extract import Extractor

def releases(count):
    # the corpus is read piece by piece, so that the figure is that of the worker
    if not texts.CORPUS.exists():
        yield from texts.sample(count)
        return
    import pyarrow.parquet
    given = 0
    for batch in pyarrow.parquet.ParquetFile(texts.CORPUS).iter_batches(64, columns=["text"]):
        for text in batch.column(0):
            if given == count:
                return
            given += 1
            yield text.as_py()

def resident():
    with open("/proc/self/statm") as status:
        return int(status.read().split()[1]) * 4096 / 1e6

count = int(sys.argv[2])
before = resident()
extractor = Extractor()
seen = []
for place, text in enumerate(releases(count), 1):
    extractor.extract(text)
    if place % max(1, count // 10) == 0:
        seen.append(round(resident(), 1))
import resource
print(json.dumps({"tenths": seen, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def measure(short: bool) -> list[dict[str, Any]]:
    """Return megabytes; the worker's figures hold what reading Parquet takes."""
    bare = typical(1, ["-c", "pass"])
    file = str(ROOT / "fixtures/rescue-drill.txt")
    line = typical(3, ["-m", "thaigov_extract", file, "--format", "table"])
    count = 500 if short else 53_920
    worker = json.loads(
        python("-c", _WORKER, str(ROOT / "benchmarks"), str(count)).output.splitlines()[-1]
    )
    tenths = worker["tenths"]
    return [
        {"what": "bare Python", "figure": round(bare.peak), "unit": "MB"},
        {"what": "one release at the command line, peak", "figure": round(line.peak), "unit": "MB", "target": "120 MB"},
        {"what": f"a worker over {count:,} releases, peak", "figure": round(worker["peak"]), "unit": "MB", "target": "200 MB"},
        {"what": "the same after a tenth", "figure": round(tenths[0]), "unit": "MB"},
        {"what": "the same after half", "figure": round(tenths[len(tenths) // 2]), "unit": "MB"},
        {"what": "the same at the end", "figure": round(tenths[-1]), "unit": "MB"},
    ]  # fmt: skip
