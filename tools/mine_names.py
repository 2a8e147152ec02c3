#!/usr/bin/env python3
"""Mine the gazetteers of given and family names from a corpus of releases.

    mine_names.py RELEASES.parquet [--out DIR] [--minimum 2]

A name counts where it stands delimited on both sides behind a prefix in at
least ``--minimum`` releases.  Names alone leave the corpus, no sentence does:
they are facts about persons named in public-domain press releases.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow.parquet as pq
import regex

from thaigov_extract.rules.name_words import (
    FIRM,
    LETTERS,
    family_first,
    hard_stop_in,
    honorifics,
    stop_at,
)

GIVEN_HEAD = "# Given names. Column: name."
FAMILY_HEAD = "# Family names. Column: name."
SOURCE = (
    "# Source: tools/mine_names.py over the releases' corpus; names that stand delimited on both\n"
    "# sides behind a prefix in two or more releases.\n"
)
_FOLD = (
    ("\u200b", ""),
    ("\u200c", ""),
    ("\u200d", ""),
    ("\ufeff", ""),
    ("\xa0", " "),
    ("\t", " "),
    ("ํา", "ำ"),
    ("เเ", "แ"),
)


_NO_NAMES = (
    "กสมาคม", "กองค์การ", "กเทศมนตรี", "กแม่บ้าน", "กกิ่งกาชาด", "หน้าจัดหา", "หน้าประกัน", "หน้าหรือ", "หน้าเถื่อน", "ช่างขุด",
    "ช่างไฟฟ้า", "อำเภอทุก", "อำเภอเวียง", "จ้างจ่าย", "จ้างพา", "เจ้าอาวาส", "ทุนปล่อย", "ทะเบียนจึง", "ท่าปล่อย", "นักฉุกเฉิน", "พยาบาล",
    "เทคนิคการแพทย์", "กำหนดให้", "จุดเทียน", "ซ้ำเติม", "ติดโผ", "พระองค์เจ้า", "พุทธศาสนิกชน", "เป็นผู้นำ",
)  # fmt: skip
"""What goes on behind a prefix that is a word of another (``นายกสมาคม…``); the longest names were read."""


def fold(text: str) -> str:
    """Fold what would split names; offsets do not matter here."""
    for old, new in _FOLD:
        text = text.replace(old, new)
    return text


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("releases", type=Path)
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parents[1] / "src/thaigov_extract/data"
    )
    parser.add_argument("--minimum", type=int, default=2)
    options = parser.parse_args()
    prefixes = [f for f, kind in honorifics().items() if kind not in ("latin", "strict", "foreign")]
    pattern = regex.compile(
        rf"(?<![{LETTERS}.])(?:\L<prefixes>(?:หญิง)? ?)+(?P<given>[{LETTERS}]{{2,24}})"
        rf"(?: {{1,3}}(?P<family>[{LETTERS}]{{2,28}})(?![{LETTERS}.]))?"
        rf"(?: {{1,3}}(?P<next>[{LETTERS}]{{2,40}}))?(?P<after>.?)",
        regex.DOTALL,
        prefixes=prefixes,
    )
    given: dict[str, set[int]] = defaultdict(set)
    family: dict[str, set[int]] = defaultdict(set)
    firm: dict[str, set[int]] = defaultdict(set)
    closed: dict[str, set[int]] = defaultdict(set)
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    table = pq.ParquetFile(options.releases)
    number = 0
    for batch in table.iter_batches(batch_size=2000, columns=["text"]):
        for value in batch.column(0):
            number += 1
            for found in pattern.finditer(fold(value.as_py())):
                first, second, third = found.group("given", "family", "next")
                if second is None:
                    continue
                given[first].add(number)
                if not stop_at(second, 0, len(second)):
                    family[second].add(number)
                elif third and stop_at(third, 0, len(third)) in FIRM:
                    firm[second].add(number)
                if third and stop_at(third, 0, len(third)) == "post":
                    closed[second].add(number)
                owners[second][first] += 1
    least = options.minimum
    share = name_shares(
        options.releases, family.keys() | firm.keys() | given.keys(), family, firm, given
    )
    givens = {
        name
        for name, where in given.items()
        if len(where) >= least
        and hard_stop_in(name, 0, len(name)) is None
        and share[name] >= (0.5 if stop_at(name, 0, len(name)) else 0.06)
        and not name.startswith(("สมเด็จ", "พระ", *_NO_NAMES))
    }

    def is_given(name: str) -> bool:
        """A given name behind a family name (นายสี จิ้นผิง)."""
        first = sum(count for owner, count in owners[name].items() if owner in family_first())
        return first * 2 >= owners[name].total()

    families = {
        name
        for name, where in family.items()
        if len(where) >= least
        and hard_stop_in(name, 1, len(name)) is None
        and len(owners[name]) < 60
        and share[name] >= 0.15
        and not is_given(name)
        and not name.startswith(_NO_NAMES)
    }
    # a family name that begins like a stop word (พร้อมพันธุ์) asks for posts behind it
    families |= {
        name
        for name, where in firm.items()
        if len(where) >= least
        and hard_stop_in(name, 0, len(name)) is None
        and (len(owners[name]) <= 2 or len(owners[name]) * 3 <= len(where))
        and len(name) >= 5
        and share[name] >= 0.5
    }
    # a stop word inside (ภูมิประเทศ): posts behind it, and no family name before the stop word
    families |= {
        name
        for name, where in closed.items()
        if len(where) >= max(3, least)
        and (cut := hard_stop_in(name, 2, len(name))) is not None
        and share[name] >= 0.5
        and len(name) <= 22
        and name[:cut] not in families
    }
    givens = {name for name in givens if not is_glued(name, givens, families)}
    write(options.out / "name_given.tsv", GIVEN_HEAD, givens)
    write(options.out / "name_family.tsv", FAMILY_HEAD, families)
    print(f"{len(givens)} given names, {len(families)} family names of {number} releases")
    return 0


def is_glued(name: str, givens: set[str], families: set[str]) -> bool:
    """Whether a mined name is a slip: a whole name without its space, or นายก and a name."""
    whole = any(name[:at] in givens and name[at:] in families for at in range(3, len(name) - 7))
    return whole or (name[0] == "ก" and len(name) > 5 and name[1:] in givens)


def name_shares(
    releases: Path, names: Iterable[str], *evidence: Mapping[str, set[int]]
) -> dict[str, float]:
    """Return how large a part of a word's delimited uses stands in a name, by releases."""
    wanted = frozenset(names)
    uses: Counter[str] = Counter()
    run = regex.compile(rf"(?<![{LETTERS}])[{LETTERS}]{{2,28}}+(?![{LETTERS}.])")
    for batch in pq.ParquetFile(releases).iter_batches(batch_size=2000, columns=["text"]):
        for value in batch.column(0):
            uses.update(wanted.intersection(run.findall(fold(value.as_py()))))
    shares = {}
    for name in wanted:
        inside = max(len(where.get(name, ())) for where in evidence)
        shares[name] = inside / max(uses[name], inside)
    return shares


def write(path: Path, head: str, names: set[str]) -> None:
    """Write one gazetteer."""
    path.write_text(f"{head}\n{SOURCE}" + "\n".join(sorted(names)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
