from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from thaigov_extract.workers import WorkerError, in_order

_factor = 0


def start(factor: int) -> None:
    global _factor
    _factor = factor


def times(batch: list[int]) -> list[int]:
    return [_factor * number for number in batch]


def refuse(batch: list[int]) -> list[int]:
    raise ZeroDivisionError(batch[0])


def die(batch: list[int]) -> list[int]:
    os._exit(1)


def test_results_come_in_order_with_their_items() -> None:
    found = list(in_order(iter(range(50)), 3, times, 2, start, (7,)))
    assert found == [(number, 7 * number) for number in range(50)]


def test_no_more_is_asked_for_than_a_few_batches_ahead() -> None:
    asked: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            asked.append(number)
            yield number

    results = in_order(numbers(), 2, times, 2, start, (1,))
    assert next(results) == (0, 0)
    assert len(asked) <= 20
    results.close()


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError, match="0"):
        list(in_order(range(50), 3, refuse, 2, start, (1,)))


def test_a_worker_that_dies_is_an_error_and_no_wait() -> None:
    with pytest.raises(WorkerError, match="one of 2 worker processes died"):
        list(in_order(range(50), 3, die, 2, start, (1,)))


def test_the_command_says_that_a_worker_died(tmp_path: Path) -> None:
    (tmp_path / "deadly.py").write_text(
        "import os\nfrom thaigov_extract import Rule\n"
        "RULE = Rule('deadly', 'agency', ('กรม',), lambda context, start, end: os._exit(1))\n",
        encoding="utf-8",
    )
    (tmp_path / "news.txt").write_text("กรมปศุสัตว์ ลงพื้นที่", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "thaigov_extract", "news.txt", "-j", "2", "--rules", "deadly:RULE"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("thaigov-extract: one of 2 worker processes died")
