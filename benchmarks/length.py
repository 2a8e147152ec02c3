"""Is time linear in length?  Texts of one, two and four times a size, each in a process of its own."""

from __future__ import annotations

import sys
import time
from typing import Any

from texts import HOSTILE, ROOT, of_length

SIZE = 50_000
LONG = 2_500_000
"""Code points of the long texts, a quarter of them: 10 million make the one line of 10 MB and more."""


def measure(short: bool) -> list[dict[str, Any]]:
    """Return processor time per million code points at four times the size, and how it grew."""
    rows = []
    for name in HOSTILE:
        sizes = (5_000, 10_000, 20_000) if short else (SIZE, 2 * SIZE, 4 * SIZE)
        rows += _rows(name, sizes)
    if not short:
        for name in (
            "releases, one after the other",
            "a release in one line",
            "Thai without a space",
            "prefixes",
        ):
            rows += _rows(name, (LONG, 2 * LONG, 4 * LONG))  # fmt: skip
    return rows


def _rows(name: str, sizes: tuple[int, ...]) -> list[dict[str, Any]]:
    from child import python

    seconds = []
    for size in sizes:
        try:
            output = python(str(ROOT / "benchmarks/length.py"), name, str(size)).output
        except RuntimeError:
            output = "nan"
        seconds.append(float(output))
    growth = seconds[-1] / seconds[0] if seconds[0] else float("nan")
    return [
        {
            "what": f"{name}, {sizes[-1]:,}",
            "figure": round(seconds[-1] / sizes[-1] * 1e6, 2),
            "unit": f"s/Mchar, x{growth:.1f} for x4",
            "seconds": seconds,
            "sizes": sizes,
        }
    ]


if __name__ == "__main__":
    from thaigov_extract import extract

    extract(of_length("releases, one after the other", 3000))
    text = of_length(sys.argv[1], int(sys.argv[2]))
    begin = time.process_time()
    extract(text)
    print(time.process_time() - begin)
