"""How alike two Thai names are, where they are not spelt the same."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache


def same_end(one: str, other: str) -> bool:
    """Whether two Thai keys end alike, one all of the other: they differ by the left border."""
    return one.endswith(other) or other.endswith(one)


@lru_cache(1 << 16)
def likeness(one: str, other: str) -> float:
    """Return how alike two Thai keys are, 0 to 1: Dice's coefficient of their letter pairs."""
    a, b = _letter_pairs(one), _letter_pairs(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else float(one == other)


@lru_cache(1 << 15)
def _letter_pairs(key: str) -> Counter[str]:
    return Counter(key[i : i + 2] for i in range(len(key) - 1))
