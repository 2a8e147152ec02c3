"""Measure what the project promises of its speed, beside the peers, on this machine.

    python benchmarks/run.py [--short] [--only start memory speed stages pipe length] [--json FILE]

Prints a table; judges nothing.  Figures on the clock suffer from other work on the machine;
those of processor time hardly do, so a ratio is given of both.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import length
import memory
import pipe
import speed
import stages
import start

Rows = list[dict[str, Any]]
PARTS: dict[str, Callable[[bool], Rows]] = {
    "start": start.measure,
    "memory": memory.measure,
    "speed": speed.measure,
    "stages": stages.measure,
    "pipe": pipe.measure,
    "length": length.measure,
}


def machine() -> str:
    """Say on what this ran."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text(encoding="utf-8").splitlines()
        models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        cpu = f"{models[0]}, {len(models)} cores" if models else cpu
    return f"{cpu}; {platform.system()}; Python {platform.python_version()}"


def build() -> str:
    """Say in which form the package is: what the build makes ready decides how fast it starts."""
    import thaigov_extract
    from thaigov_extract import extractor, prepared

    made = (
        "made ready by the build" if prepared._store().lexicons else "NOT made ready by the build"
    )
    code = Path(extractor.__cached__)
    compiled = "byte code there" if code.exists() else "NO byte code (every start compiles)"
    return (
        f"thaigov-extract {thaigov_extract.__version__}; patterns and lexicons {made}; {compiled}"
    )


def main() -> int:
    """Run, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer texts: a minute, not ten")
    parser.add_argument("--only", nargs="+", choices=tuple(PARTS), default=list(PARTS))
    parser.add_argument("--json", metavar="FILE")
    options = parser.parse_args()
    print(machine())
    print(build())
    load = [round(figure, 2) for figure in os.getloadavg()]
    print(f"load of the machine before: {', '.join(map(str, load))}")
    figures: dict[str, Any] = {
        "machine": machine(),
        "build": build(),
        "load": load,
        "short": options.short,
    }
    for part in options.only:
        rows = PARTS[part](options.short)
        figures[part] = rows
        print(f"\n{part}")
        for row in rows:
            target = f"   target {row['target']}" if row.get("target") else ""
            print(f"  {row['what']:52s} {row['figure']:>10} {row['unit']:12s}{target}", flush=True)
    if options.json:
        text = json.dumps(figures, ensure_ascii=False, indent=1)
        Path(options.json).write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
