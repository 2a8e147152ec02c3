"""Learn where the name of a body ends inside a run of Thai letters.

    python tools/mine_borders.py CORPUS.parquet [--every N]

writes ``src/thaigov_extract/data/border_words.tsv``.

The teacher is the corpus itself.  A name that stands between spaces, or before an
abbreviation in parentheses, shows where it ends.  The same names elsewhere, with
Thai letters written on to them, give the ends *inside* runs; their own inner word
edges give the edges that are no ends.  A logistic regression over the words beside
an edge weighs that evidence; the weights (in tenths of a nat) are the table.
Names that the first round takes for a name and a clause are dropped, and a second
round is learned from the rest.  Nothing is random: the same corpus gives the same table.
"""

from __future__ import annotations

import argparse
import collections
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import regex

from thaigov_extract.agency_border import LETTERS, border_features
from thaigov_extract.fold import fold
from thaigov_extract.lexicon import read_table
from thaigov_extract.rules.agency_words import is_plain
from thaigov_extract.words import edges as word_edges

DATA = Path(__file__).parent.parent / "src" / "thaigov_extract" / "data"
SEEN = 4  # a name between spaces needs so many uses to be a teacher
STEM = 5  # so many longer names make a name a mere beginning
SHADOW = 8  # a beginning so many times commoner is the name, the rest a clause
EACH = 4  # uses of one name before the same two words that count
FEWEST = 4  # edges that a feature must have been seen at
ROUNDS = 60
LEFT_PENALTY, RIGHT_PENALTY = 3.0, 0.3

_SHORT = regex.compile(
    r"(?:[ก-ฮ]{1,5}\.)(?:[ก-๎]{0,5}\.?){0,3}$|[A-Z][A-Za-z0-9&\-]{1,10}$|[ก-ฮ]{2,6}$"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="use each N-th release")
    args = parser.parse_args()
    column = pq.read_table(args.corpus, columns=["text"]).column("text")
    texts = [fold(str(column[i])).text for i in range(0, len(column), args.every)]
    heads = {row[0]: row[1] for row in read_table("agency_heads") if row[1] in ("unit", "whole")}
    names, defined = teachers(texts, heads)
    weights: dict[str, float] = {}
    names = {n: c for n, c in names.items() if n in defined or not overshadowed(n, names)}
    for turn in range(3):
        if turn:
            names = {n: c for n, c in names.items() if not spoiled(n, names, weights)}
        edges = list(observed(texts, unstemmed(names, defined), heads))
        weights = learn(edges)
    write(weights, len(names), len(edges), len(texts))


def head_pattern(heads: Iterable[str]) -> str:
    return "|".join(map(regex.escape, sorted(heads, key=len, reverse=True)))


def teachers(texts: Iterable[str], heads: Mapping[str, str]) -> tuple[dict[str, int], set[str]]:
    """Names whose right border the corpus shows, with how often they stand free.

    Returns:
        The names with their counts, and those of them that an abbreviation follows.
    """
    free: collections.Counter[str] = collections.Counter()
    defined: set[str] = set()
    run = regex.compile(
        rf"(?<![ก-๎.])({head_pattern(heads)})([{LETTERS}]{{0,90}}+)(?! ?ฯ)(?: ?\(([^()\n]{{1,30}})\))?"
    )
    for text in texts:
        for match in run.finditer(text):
            if (heads[match[1]] == "whole") != (not match[2]) or is_plain(match[1], match[2], 0):
                continue
            name = match[1] + match[2]
            free[name] += 1
            if match[3] and _SHORT.match(match[3].strip()):
                defined.add(name)
    return {n: c for n, c in free.items() if c >= SEEN or n in defined}, defined


def overshadowed(name: str, names: dict[str, int]) -> bool:
    """Whether a much commoner name with more words after it is the likelier reading."""
    return any(names.get(name[:cut], 0) >= SHADOW * names[name] for cut in range(4, len(name)))


def unstemmed(names: dict[str, int], defined: set[str]) -> dict[str, int]:
    """Leave out what is the mere beginning of many names (``ศูนย์ปฏิบัติการ``)."""
    longer: collections.Counter[str] = collections.Counter()
    for name in names:
        for cut in range(4, len(name)):
            if name[:cut] in names:
                longer[name[:cut]] += 1
    return {n: c for n, c in names.items() if n in defined or longer[n] < STEM}


def spoiled(name: str, names: dict[str, int], weights: dict[str, float]) -> bool:
    """Whether a clause is written on to a better known name."""
    edges = word_edges(name, 0, len(name))
    for edge in edges:
        known = names.get(name[:edge], 0)
        if known > names[name]:
            total = sum(weights.get(f, 0.0) for f in border_features(name, 0, edge, edges))
            if total > 0.0:
                return True
    return False


def observed(
    texts: Iterable[str], names: dict[str, int], heads: Mapping[str, str]
) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Yield word edges in runs that begin with a teacher: is it the name's end, and its features."""
    lengths = sorted({len(n) for n in names}, reverse=True)
    head = regex.compile(rf"(?<![ก-๎.])(?:{head_pattern(heads)})[{LETTERS}]{{1,120}}+")
    used: collections.Counter[tuple[str, str]] = collections.Counter()
    for text in texts:
        for match in head.finditer(text):
            start, stop = match.span()
            run = match[0]
            length = next((n for n in lengths if n <= len(run) and run[:n] in names), 0)
            if not length:
                continue
            key = (run[:length], run[length : length + 8])
            used[key] += 1
            if used[key] > EACH:
                continue
            edges = word_edges(text, start, stop)
            end = start + length
            if end not in edges:
                continue
            for edge in edges:
                if edge > end or edge == stop:
                    break
                if edge - start >= 3:
                    yield edge == end, border_features(text, start, edge, edges)


def learn(edges: list[tuple[bool, tuple[str, ...]]]) -> dict[str, float]:
    """Fit a logistic regression by batch gradient steps (Adagrad, L2)."""
    seen = collections.Counter(f for _, features in edges for f in features)
    index = {f: i for i, f in enumerate(sorted(f for f, c in seen.items() if c >= FEWEST))}
    rows = [i for i, (_, features) in enumerate(edges) for f in features if f in index]
    columns = [index[f] for _, features in edges for f in features if f in index]
    label = np.array([float(is_end) for is_end, _ in edges])
    row, column = np.array(rows), np.array(columns)
    weight = np.zeros(len(index))
    # what a new name ends in is open; what follows a name is a small world of verbs
    penalty = np.array(
        [LEFT_PENALTY if f.startswith("<") else RIGHT_PENALTY for f in sorted(index)]
    )
    energy = np.full(len(index), 1e-6)
    for _ in range(ROUNDS):
        total = np.bincount(row, weights=weight[column], minlength=len(edges))
        slip = 1 / (1 + np.exp(-total)) - label
        gradient = np.bincount(column, weights=slip[row], minlength=len(index)) + penalty * weight
        energy += gradient**2
        weight -= 1.0 * gradient / np.sqrt(energy)
    total = np.bincount(row, weights=weight[column], minlength=len(edges))
    right = ((total > 0) == (label > 0.5)).mean()
    print(f"{len(edges)} edges, {int(label.sum())} ends, {len(index)} features, {right:.4f} right")
    return {f: float(weight[i]) for f, i in index.items()}


def write(weights: dict[str, float], names: int, edges: int, texts: int) -> None:
    lines = [
        "# Evidence for the end of a body's name at a word edge, made by tools/mine_borders.py",
        f"# from {texts} releases ({names} names that show their end, {edges} edges).",
        "# Columns: feature (see border_features in agency_border.py), weight in tenths of a nat;",
        "# above zero the name ends here.  Features seen fewer than "
        f"{FEWEST} times or that weigh nothing are left out.",
    ]
    for feature, weight in sorted(weights.items()):
        tenths = round(weight * 10)
        if abs(tenths) >= 3:
            lines.append(f"{feature}\t{tenths}")
    (DATA / "border_words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
