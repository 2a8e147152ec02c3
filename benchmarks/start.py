"""Cold start: importing, the first extraction, the command line up to the printed table."""

from __future__ import annotations

from typing import Any

from child import typical
from texts import ROOT

FILE = str(ROOT / "fixtures/rescue-drill.txt")
_FIRST = f"""
import time
text = open({FILE!r}, encoding="utf-8").read()
import thaigov_extract
clock, process = time.perf_counter(), time.process_time()
thaigov_extract.extract(text)
print((time.process_time() - process) * 1e3, (time.perf_counter() - clock) * 1e3)
"""


def measure(short: bool) -> list[dict[str, Any]]:
    """Start processes; return medians of processor time and clock."""
    runs = 3 if short else 15
    bare = typical(runs, ["-c", "pass"])
    light = typical(runs, ["-c", "import thaigov_extract"])
    names = typical(runs, ["-c", "from thaigov_extract import extract, Extractor, Rule"])
    table = typical(runs, ["-m", "thaigov_extract", FILE, "--format", "table"])
    lines = typical(runs, ["-m", "thaigov_extract", FILE, "--format", "jsonl"])
    first = [
        sorted(float(typical(1, ["-c", _FIRST]).output.split()[of]) for _ in range(runs))[runs // 2]
        for of in (0, 1)
    ]
    rows = [
        ("bare Python", bare.cpu, bare.wall, ""),
        ("import thaigov_extract, over bare", light.cpu - bare.cpu, light.wall - bare.wall, "80 ms"),
        ("the same with extract, Extractor, Rule", names.cpu - bare.cpu, names.wall - bare.wall, "80 ms"),
        ("first extract after import", *first, "250 ms"),
        ("thaigov-extract FILE to the table", table.cpu, table.wall, "400 ms"),
        ("thaigov-extract FILE to JSON lines", lines.cpu, lines.wall, "400 ms"),
    ]  # fmt: skip
    return [
        {"what": f"{what} ({kind})", "figure": round(figure), "unit": "ms", "target": target}
        for what, cpu, wall, target in rows
        for kind, figure in (("processor", cpu), ("clock", wall))
    ]
