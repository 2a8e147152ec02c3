"""Most memory at the command line for one release, and of a worker over the whole corpus.

A process says its own peak (``VmHWM``, which begins anew with its program): what the kernel tells
the parent of a child's peak holds the parent's own size at the fork.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from typing import Any

import texts
from texts import ROOT

_PEAK = """
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
"""
_LINE = f"""{_PEAK}
import sys
from thaigov_extract.cli import main
main(sys.argv[1:])
print(peak(), file=sys.stderr)
"""
_WORKER = f"""{_PEAK}
import json, sys
from thaigov_extract import Extractor
extractor, count, seen = Extractor(), int(sys.argv[1]), []
for place, line in enumerate(sys.stdin, 1):
    extractor.extract(json.loads(line))
    if place % max(1, count // 10) == 0:
        with open("/proc/self/statm") as status:
            seen.append(round(int(status.read().split()[1]) * 4096 / 1024**2, 1))
print(json.dumps({{"tenths": seen, "peak": peak()}}))
"""


def measure(short: bool) -> list[dict[str, Any]]:
    """Return megabytes (of 1,048,576 bytes)."""
    file = str(ROOT / "fixtures/rescue-drill.txt")
    bare = [_peak_of(f"{_PEAK}\nimport sys\nprint(peak(), file=sys.stderr)") for _ in range(3)]
    line = [_peak_of(_LINE, file, "--format", "table") for _ in range(3)]
    count = 500 if short or not texts.CORPUS.exists() else 53_920
    worker = _worker(count)
    tenths = worker["tenths"]
    return [
        {"what": "bare Python", "figure": round(median(bare)), "unit": "MB"},
        {"what": "one release at the command line, peak", "figure": round(median(line)), "unit": "MB", "target": "120 MB"},
        {"what": f"a worker over {count:,} releases, peak", "figure": round(worker["peak"]), "unit": "MB", "target": "200 MB"},
        {"what": "the same after a tenth", "figure": round(tenths[0]), "unit": "MB"},
        {"what": "the same after half", "figure": round(tenths[len(tenths) // 2]), "unit": "MB"},
        {"what": "the same at the end", "figure": round(tenths[-1]), "unit": "MB", "tenths": tenths},
    ]  # fmt: skip


def _peak_of(code: str, *arguments: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    return float(done.stderr.split()[-1])


def _worker(count: int) -> dict[str, Any]:
    """A worker is handed its texts through a pipe, so that reading them is none of its memory."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WORKER, str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for text in _releases(count):
        process.stdin.write(json.dumps(text).encode() + b"\n")
    process.stdin.close()
    figures: dict[str, Any] = json.loads(process.stdout.read())
    process.wait()
    return figures


def _releases(count: int) -> Iterator[str]:
    if not texts.CORPUS.exists():
        yield from texts.sample(count)
        return
    import pyarrow.parquet

    given = 0
    for batch in pyarrow.parquet.ParquetFile(texts.CORPUS).iter_batches(256, columns=["text"]):
        for text in batch.column(0):
            if given == count:
                return
            given += 1
            yield text.as_py()
