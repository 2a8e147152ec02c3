"""Is time linear in length?  Texts of one, two and four times a size, each in a process of its own."""

from __future__ import annotations

import sys
import time
from typing import Any

from texts import HOSTILE, ROOT, of_length

SIZE = 50_000
"""Code points of the shortest of three texts; the longest has four times as many."""

LONG = {
    "open brackets": 25_000,
    "releases, one after the other": 875_000,
    "a release in one line": 875_000,
    "Thai without a space": 250_000,
    "prefixes": 187_500,
    "prefixes with names": 187_500,
}
"""The same for what must be long: 100,000 brackets, a megabyte of Thai, a million prefixes, and
10 MB of UTF-8 (3.5 million code points) in one line."""

SHORT = (
    "releases, one after the other",
    "a release in one line",
    "open brackets",
    "Thai without a space",
    "prefixes",
)
"""What the short version reads."""


def measure(short: bool) -> list[dict[str, Any]]:
    """Return processor time per million code points at four times the size, and how it grew."""
    if short:
        return [row for name in SHORT for row in _rows(name, (5_000, 10_000, 20_000))]
    usual = [row for name in HOSTILE for row in _rows(name, (SIZE, 2 * SIZE, 4 * SIZE))]
    long = [row for name, size in LONG.items() for row in _rows(name, (size, 2 * size, 4 * size))]
    return usual + long


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

    extract((ROOT / "fixtures/rescue-drill.txt").read_text(encoding="utf-8"))
    text = of_length(sys.argv[1], int(sys.argv[2]))
    begin = time.process_time()
    extract(text)
    print(time.process_time() - begin)
