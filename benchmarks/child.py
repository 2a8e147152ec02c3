"""A Python process of its own: how long, how much processor time, how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

from attrs import frozen


@frozen
class Cost:
    """What a process took.

    Attributes:
        wall: Milliseconds on the clock.
        cpu: Milliseconds of processor time, those of the system included.
        peak: Most resident memory, in MB.
        output: What it printed.
    """

    wall: float
    cpu: float
    peak: float
    output: str


def python(*arguments: str) -> Cost:
    """Run this Python with *arguments* and return what that cost.

    Raises:
        RuntimeError: Where the process fails.
    """
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)[:80]} failed with {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall * 1e3, cpu * 1e3, usage.ru_maxrss / 1024, output)


def typical(runs: int, arguments: Sequence[str]) -> Cost:
    """Run several times; return the medians."""
    costs = [python(*arguments) for _ in range(runs)]
    return Cost(
        median(c.wall for c in costs),
        median(c.cpu for c in costs),
        median(c.peak for c in costs),
        costs[-1].output,
    )
