"""The texts that the benchmarks read: releases of the corpus, or the fixtures where it is absent."""

from __future__ import annotations

import random
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared/corpus/releases.parquet"
SEED = 6


def sample(count: int) -> list[str]:
    """Return *count* random releases of the corpus, always the same ones; else fixtures in turn."""
    texts = corpus()
    if len(texts) > count:
        return random.Random(SEED).sample(texts, count)
    return [texts[place % len(texts)] for place in range(count)]


def corpus() -> list[str]:
    """Return every release of the corpus, in its order; the fixtures where it is absent."""
    if not CORPUS.exists():
        paths = sorted((ROOT / "fixtures").glob("*.txt"))
        return [path.read_text(encoding="utf-8") for path in paths]
    import pyarrow.parquet

    texts: list[str] = pyarrow.parquet.read_table(CORPUS, columns=["text"])["text"].to_pylist()
    return texts


def hostile(name: str, size: int) -> str:
    """Return a text that nobody writes, of *size* code points or a few more.

    Args:
        name: One of :data:`HOSTILE`.
        size: Length in code points.
    """
    pattern = HOSTILE[name]
    return (pattern * (size // len(pattern) + 1))[:size]


HOSTILE = {
    "releases, one after the other": "",
    "a release in one line": "",
    "open brackets": "(",
    "open brackets after Thai": "กรม (",
    "brackets with Latin names": "โครงการ (Example Project: EP) ",
    "Thai without a space": "การพัฒนาประเทศอย่างยั่งยืนและการมีส่วนร่วมของประชาชน",
    "one consonant": "ก",
    "prefixes": "นาย",
    "prefixes with names": "นายสมชาย ใจดี ",
    "prefixes and spaces": "นาย ",
    "heads of bodies": "กรม",
    "ministries": "กระทรวงการคลัง",
    "units with spaces": "กองแผนงาน กรมปศุสัตว์ ",
    "posts": "รองผู้อำนวยการ",
    "posts of posts": "ที่ปรึกษา",
    "posts of bodies": "อธิบดีกรมปศุสัตว์และ",
    "short forms": "พม.",
    "short forms defined": "กรมปศุสัตว์ (ปศ.) ",
    "months": "1 มกราคม 2564 - ",
    "years": "2564",
    "figures": "1/",
    "spaces": " ",
    "line ends": "\n",
    "zero-width characters": "ก\u200b",
    "nikhahit and tone": "น\u0e4d\u0e49\u0e32",
    "quotation marks": "“",
    "Latin letters": "Ab ",
    "dots": ".",
}
"""Repeated strings by name; an empty one stands for releases of the corpus."""


def of_length(name: str, size: int) -> str:
    """Return the text called *name* with *size* code points."""
    if HOSTILE[name]:
        return hostile(name, size)
    parts: list[str] = []
    length = 0
    texts = sample(200)
    while length < size:
        parts.append(texts[len(parts) % len(texts)])
        length += len(parts[-1]) + 1
    joined = "\n".join(parts)[:size]
    return joined if name.startswith("releases") else joined.replace("\n", " ")
