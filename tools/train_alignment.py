"""Learn the tables of the alignment stage (``data/align_*``) and say how good they are.

    python tools/train_alignment.py --shared ../shared [--sample 1.0] [--check]

Reads ``corpus/releases.parquet``, ``gold/terms_dev.jsonl``, ``gold/dev.jsonl`` (with texts), and beside
this file ``alignment_forms.tsv`` (verified Thai forms of frequent names) and
``alignment_labels.tsv`` (starts read by eye).  The releases of the two gold files are left out of
everything that is mined.  Lines of the gold files that are kept aside (one in four) are never
trained on.  The same input gives the same tables.

How it learns.  Few starts are annotated, so most of what it knows of words comes from
*anchors*: occurrences whose left border is plain (a quotation, an item of a list, a line's start, an
honorific, a verified form).  From them it learns translations (IBM model 1) and a first ranker; the
ranker reads all occurrences, its votes give the tables of known names and of tokens side by side, and
more anchors; then a second ranker is learnt from anchors (small weight) and annotated starts (full
weight).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import regex
from attrs import evolve, frozen

from thaigov_extract.align import Attachment, around, attach, glosses_latin
from thaigov_extract.bilingual import Tables, describe, english_words, name_key
from thaigov_extract.border import Evidence, Row, features, rank
from thaigov_extract.echo import echoes
from thaigov_extract.extractor import Extractor
from thaigov_extract.fold import fold
from thaigov_extract.inside import is_person, read_inside
from thaigov_extract.parenthesis import parentheses
from thaigov_extract.rules import default_rules
from thaigov_extract.term_tokens import sort_of, split_tokens
from thaigov_extract.words import edges

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "thaigov_extract" / "data"
FOLDS = 4
"""Translations for a name are learnt without the names of its fold, as at run time."""
HONORIFICS = frozenset("นาย นาง นางสาว ดร คุณ ดาโต๊ะ ดาโตะ เซอร์ ฯพณฯ พลเอก ศาสตราจารย์".split())
ANCHOR_WEIGHT = 0.02
SEED_WEIGHT = 12.0
FORMS = 3
"""Thai terms kept for one English name."""
CALM = 0.75
"""Factor on the weights, by cross-validation: of what is said with 0.9 and more, 97 % shall be right."""


Rows = Sequence[Row]


@frozen
class Occurrence:
    """A parenthesis of the corpus with the window before it."""

    release: str
    opened: int
    shift: int
    text: str
    place: Attachment
    tokens: Sequence[tuple[int, int]]
    english: str | None
    abbreviation: str | None
    key: str
    evidence: Evidence

    def thai(self, start: int) -> str:
        return self.text[start : self.place.end].replace(" ", "")

    def starts(self) -> Iterator[int]:
        return (s for s, _ in self.tokens if not self.text[s].isspace())


@frozen
class Annotated:
    """An annotated start."""

    group: str
    occurrence: Occurrence
    start: int
    aside: bool
    draw: str


# --- reading ---------------------------------------------------------------------------------


def occurrences(release: str, text: str) -> Iterator[Occurrence]:
    """Yield the parentheses of a folded text that could be pairs."""
    seen: set[tuple[str | None, str | None, str]] = set()
    for bracket in parentheses(text):
        inside = read_inside(text, *bracket.inner)
        if inside is None:
            continue
        english = text[slice(*inside.english)] if inside.english else None
        short = text[slice(*inside.abbreviation)] if inside.abbreviation else None
        signature = (english, short, text[max(0, bracket.start - 25) : bracket.start])
        place = attach(text, bracket.start)
        if signature in seen or place is None or glosses_latin(text, place, english, short):
            continue
        seen.add(signature)
        tokens = split_tokens(text, edges(text, place.begin, place.end))
        low = min(tokens[0][0], place.begin)
        yield Occurrence(
            release,
            bracket.start,
            low,
            text[low : bracket.start],
            Attachment(place.begin - low, place.end - low, place.quote and place.quote - low),
            [(a - low, b - low) for a, b in tokens],
            english,
            short,
            name_key(english, short),
            evolve(
                recognised(text[low : bracket.end], bracket.start - low, place.end - low),
                echoes=[(a - low, plain) for a, plain in echoes(text, place.end)],
            ),
        )


_BEFORE_TERMS = Extractor(default_rules().without("term.parenthesis"))


def recognised(window: str, opened: int, end: int) -> Evidence:
    """Return what the shipped rules find in a window, as the extractor would hand it on."""
    found = _BEFORE_TERMS.recognise(window)
    kinds = ("date", "official", "agency", "title")
    candidates = [c for kind in kinds for c in found.found(kind) if c.end <= opened]
    return around(candidates, Attachment(0, end, None), "")


def mine(parquet: Path, left_out: set[str], sample: float) -> list[Occurrence]:
    found: list[Occurrence] = []
    for batch in pq.ParquetFile(parquet).iter_batches(2000):
        for release, text in zip(batch["id"].to_pylist(), batch["text"].to_pylist(), strict=True):
            if release in left_out or zlib.crc32(release.encode()) % 1000 >= sample * 1000:
                continue
            found.extend(occurrences(release, fold(text).text))
    return found


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def annotated(gold: Path) -> Iterator[Annotated]:
    """Yield the annotated pairs of terms_dev.jsonl and dev.jsonl."""
    for item in read_lines(gold / "terms_dev.jsonl"):
        if item["thai"] is None:
            continue
        before, bracket = fold(item["before"]).text, fold(item["paren"]).text
        thai = fold(item["thai"]).text
        for one in occurrences(item["id"], before + bracket):
            start = one.place.end - len(thai)
            if one.opened == len(before) and one.text[start : one.place.end] == thai:
                yield Annotated(f"t{item['n']}", one, start, item["n"] % 4 == 3, item["draw"])
    texts = {r["id"]: r["text"] for r in read_lines(gold / "dev_texts.jsonl")}
    releases = [(f"d{n}", n % 4 == 3, r) for n, r in enumerate(read_lines(gold / "dev.jsonl"))]
    seeds = [p.read_text(encoding="utf-8") for p in sorted((gold.parent / "seeds").glob("*.txt"))]
    for number, release in enumerate(read_lines(gold / "seeds.jsonl")):
        name = release["officials"][0]["name"]
        texts[release["id"]] = next(text for text in seeds if name in text)
        releases.append((f"s{number}", False, release))
    for group, aside, release in releases:
        wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
        for term in release["terms"]:
            name, short = (
                " ".join(fold(term[k] or "").text.split()) for k in ("english", "abbreviation")
            )
            wanted[name, short].add(" ".join(fold(term["thai"]).text.split()))
        seen = set()
        for one in occurrences(release["id"], fold(texts[release["id"]]).text):
            name, short = (" ".join((x or "").split()) for x in (one.english, one.abbreviation))
            for thai in wanted.get((name, short), ()):
                for start in one.starts():
                    if " ".join(one.text[start : one.place.end].split()) == thai:
                        if (thai, name, short) not in seen:
                            seen.add((thai, name, short))
                            yield Annotated(
                                group, one, start, aside, "seed" if group[0] == "s" else "dev"
                            )
                        break


# --- anchors ---------------------------------------------------------------------------------

_LEAD = regex.compile(
    r"(?:และ|หรือ|รวมทั้ง|รวมถึง|ตลอดจน|ได้แก่|คือ|เช่น|กับ|ของ|โดย|ใน|เป็น|ซึ่งเป็น|อาทิ|อันได้แก่|ภายใต้|ผ่าน|จาก|เพื่อ|ให้"
    r"|ด้วย|สำหรับ|ตาม)? *"
)
_PLAIN = regex.compile(
    r"(?:^|\n) *(?:[-•*–] *|\(?\d{1,2}(?:\.\d{1,2})*[.)]+ *|[ก-ฮ][.)] *)?$|[)”\"] +(?:และ|หรือ|,)? *$"
    r"|, *$| [1-9]\d?[.)] *$"
)
_MARK = regex.compile(r"\d[.)]|[”)]")


def anchor(one: Occurrence) -> int | None:
    """Return the start where the left border is plain, else ``None``."""
    text, place = one.text, one.place
    if one.english and is_person(one.english):
        best = None
        for start, end in one.tokens:
            if text[start:end] in HONORIFICS and (best is None or text[best : best + 2] != "ดร"):
                best = start
        return best
    if place.quote is not None:
        return place.quote if place.begin <= place.quote < place.end - 2 else None
    piece = text.rfind(" ", place.begin, place.end) + 1 or place.begin
    if not _PLAIN.search(text[max(0, piece - 12) : piece]):
        marks = list(_MARK.finditer(text, piece, place.end))
        if not marks:
            return None
        piece = marks[-1].end()
    lead = _LEAD.match(text, piece, place.end)
    start = lead.end() if lead else piece
    if start >= place.end - 2 or not "ก" <= text[start] <= "๎":
        return None
    letters = sum(map(len, english_words(one.english))) if one.english else 0
    length = place.end - start
    plausible = 0.55 <= length / (1.25 * letters + 4) <= 1.7 if letters else 5 <= length <= 60
    return start if plausible else None


def anchors(
    found: Sequence[Occurrence], forms: Mapping[str, Sequence[str]]
) -> tuple[dict[int, int], set[int]]:
    """Return index → start of the anchored occurrences, and which of them are verified."""
    labels: dict[int, int] = {}
    verified: set[int] = set()
    of_key: dict[str, set[str]] = {key: set(values) for key, values in forms.items()}
    for i, one in enumerate(found):
        if one.key not in forms and (start := anchor(one)) is not None:
            labels[i] = start
            of_key.setdefault(one.key, set()).add(one.thai(start))
    for i, one in enumerate(found):
        if i not in labels and one.key in of_key:
            for start in one.starts():
                if one.thai(start) in of_key[one.key]:
                    labels[i] = start
                    if one.key in forms:
                        verified.add(i)
                    break
    return labels, verified


def thin(found: Sequence[Occurrence], labels: Mapping[int, int], most: int) -> list[int]:
    """Keep at most *most* occurrences a name, each in words of its own."""
    kept: list[int] = []
    count: Counter[str] = Counter()
    seen = set()
    for i in sorted(labels):
        one = found[i]
        words = one.key, one.text[max(0, labels[i] - 25) : labels[i]]
        if words not in seen and count[one.key] < most:
            seen.add(words)
            count[one.key] += 1
            kept.append(i)
    return kept


# --- tables ----------------------------------------------------------------------------------


def fold_of(key: str) -> int:
    return zlib.crc32(key.encode()) % FOLDS


def translations(
    pairs: Sequence[tuple[Sequence[str], Sequence[str]]], floor: float = 0.03
) -> dict[str, dict[str, float]]:
    """IBM model 1, p(Thai token | English word), six rounds, small values dropped."""
    thai_count = Counter(t for _, thai in pairs for t in set(thai))
    word_count = Counter(w for words, _ in pairs for w in set(words))
    data = [
        (
            [w for w in dict.fromkeys(words) if word_count[w] > 1] + [""],
            [t for t in thai if thai_count[t] > 1],
        )
        for words, thai in pairs
    ]
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for words, thai in data:
        for w in words:
            table[w].update(dict.fromkeys(thai, 1.0))
    table = {w: dict.fromkeys(row, 1 / len(row)) for w, row in table.items() if row}
    counts: dict[str, dict[str, float]] = {}
    for _ in range(6):
        counts = defaultdict(lambda: defaultdict(float))
        for words, thai in data:
            for t in thai:
                total = sum(table[w].get(t, 0.0) for w in words if w in table)
                for w in words:
                    if total and (share := table.get(w, {}).get(t, 0.0) / total) > 1e-4:
                        counts[w][t] += share
        table = {}
        for w, row in counts.items():
            total = sum(row.values())
            table[w] = {t: v / total for t, v in row.items() if v / total > 1e-3}
    result = {}
    for w, row in table.items():
        kept = {t: p for t, p in row.items() if p >= floor and counts[w][t] >= 1.3}
        if w and kept:
            result[w] = kept
    return result


def head_table(
    pairs: Sequence[tuple[Sequence[str], str]], floor: float = 0.03
) -> dict[str, dict[str, float]]:
    """p(first Thai token | English head word), where the two belong together."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for heads, first in pairs:
        for rank_, head in enumerate(heads):
            counts[head][first] += 0.3 if rank_ else 1.0  # type: ignore[assignment]
    total: Counter[str] = Counter()
    for row in counts.values():
        total.update(row)
    everything = sum(total.values())
    result = {}
    for head, row in counts.items():
        n = sum(row.values())
        kept = {
            t: v / (n + 1)
            for t, v in row.items()
            if v >= 1.9 and v / (n + 1) >= floor and v / n > 1.5 * total[t] / everything
        }
        if kept:
            result[head] = kept
    return result


def full_names(found: Sequence[Occurrence]) -> dict[str, str]:
    """Abbreviation → the full name given to it most often (twice at least)."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.english and one.abbreviation:
            names[one.abbreviation][" ".join(one.english.split())] += 1
    return {a: c.most_common(1)[0][0] for a, c in names.items() if sum(c.values()) >= 2}


def bilingual(
    found: Sequence[Occurrence], labels: Mapping[int, int], names: Mapping[str, str]
) -> list[Tables]:
    """Tables learnt without each fold, then from everything (the last)."""
    pairs, heads, seen = [], [], set()
    for i in sorted(labels):
        one = found[i]
        english = describe(one.english, one.abbreviation, Tables(abbreviations=names))
        thai = one.thai(labels[i])
        if not english.words or english.sort == "person" or (one.key, thai) in seen:
            continue
        seen.add((one.key, thai))
        tokens = [one.text[a:b] for a, b in one.tokens if a >= labels[i] and one.text[a] != " "]
        if tokens:
            pairs.append((fold_of(one.key), english.words, tokens))
            heads.append((fold_of(one.key), english.head, tokens[0]))
    return [
        Tables(
            translations=translations([(w, t) for k, w, t in pairs if k != left]),
            heads=head_table([(h, t) for k, h, t in heads if k != left]),
            abbreviations=names,
        )
        for left in (*range(FOLDS), None)
    ]


def known_names(
    found: Sequence[Occurrence], starts: Mapping[int, tuple[int, float]]
) -> dict[str, dict[str, int]]:
    """English name → Thai term → contexts, each context counted by its probability."""
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    seen = set()
    for i, (start, p) in starts.items():
        one = found[i]
        context = one.key, one.text[max(0, one.place.end - 60) : one.place.end]
        if context not in seen:
            seen.add(context)
            thai = one.thai(start)
            votes[one.key][thai] = votes[one.key].get(thai, 0.0) + p
    names = {}
    for key, row in votes.items():
        counted = sorted(
            ((round(v), t) for t, v in row.items() if round(v)), key=lambda x: (-x[0], x[1])
        )
        kept = {t: n for n, t in counted if n > 1 or len(counted) == 1}
        if kept and sum(n for n, _ in counted) > 1:
            names[key] = dict(list(kept.items())[:FORMS])
    return names


def joints(
    found: Sequence[Occurrence], starts: Mapping[int, tuple[int, float]]
) -> list[dict[str, tuple[int, int, int]]]:
    """What the read starts say of two tokens side by side, without each fold, then in all (the last).

    A name counts in twelve contexts at most, each by its probability.
    """
    counts = [
        (Counter[str](), Counter[str](), Counter[str]()) for _ in range(FOLDS)
    ]  # begins with the second, holds both, begins with the first
    seen = set()
    names: Counter[str] = Counter()
    for i, (start, p) in starts.items():
        one = found[i]
        context = one.key, one.text[max(0, one.place.end - 60) : one.place.end]
        if p < 0.5 or context in seen or names[one.key] >= 12:
            continue
        seen.add(context)
        names[one.key] += 1
        begins, both, first = counts[fold_of(one.key)]
        sorts = [sort_of(one.text[a:b]) for a, b in one.tokens]
        k = next(j for j, (a, _) in enumerate(one.tokens) if a == start)
        for j in range(max(1, k), len(sorts)):
            pair = f"{sorts[j - 1]} {sorts[j]}"
            (begins if j == k else both)[pair] += p  # type: ignore[assignment]
            if j == k + 1:
                first[pair] += p  # type: ignore[assignment]
    result = []
    for left in (*range(FOLDS), None):
        summed = [Counter[str](), Counter[str](), Counter[str]()]
        for k, part in enumerate(counts):
            if k != left:
                for total, count in zip(summed, part, strict=True):
                    total.update(count)
        rows = {
            pair: (round(summed[0][pair]), round(summed[1][pair]), round(summed[2][pair]))
            for pair in summed[0].keys() | summed[1].keys()
        }
        result.append({pair: row for pair, row in rows.items() if row[0] + row[1] > 2})
    return result


# --- the ranker ------------------------------------------------------------------------------


class Matrix:
    """Sparse rows of many ranked windows; inner features add up leftwards."""

    def __init__(self, items: Sequence[tuple[Rows, int, float]], vocabulary: Mapping[str, int]):
        base: list[tuple[int, int]] = []
        inner: list[tuple[int, int]] = []
        first, usable, right, weight = [0], [], [], []
        for rows, label, w in items:
            if all(start != label for start, _, _ in rows):
                continue
            for start, row, held in reversed(rows):
                number = len(usable)
                usable.append(start >= 0)
                right.append(start == label)
                base += [(number, vocabulary[f]) for f in row if f in vocabulary]
                inner += [(number, vocabulary[f]) for f in held if f in vocabulary]
            first.append(len(usable))
            weight.append(w)
        self.rows, self.size = len(usable), len(vocabulary)
        self.base, self.inner = np.array(base).T, np.array(inner).T
        self.first = np.array(first[:-1])
        self.last = np.array(first[1:]) - 1
        self.item = np.repeat(np.arange(len(weight)), np.diff(np.array(first)))
        self.usable, self.right = np.array(usable), np.array(right)
        self.weight = np.array(weight)

    def loss(self, w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = np.bincount(self.base[0], w[self.base[1]], self.rows)
        held = np.cumsum(np.bincount(self.inner[0], w[self.inner[1]], self.rows))
        scores = np.where(self.usable, scores + held[self.last][self.item] - held, -1e9)
        e = np.exp(scores - np.maximum.reduceat(scores, self.first)[self.item])
        p = e / np.add.reduceat(e, self.first)[self.item]
        loss = -(np.log(p[self.right] + 1e-300) * self.weight).sum()
        g = (p - self.right) * self.weight[self.item]
        before = np.cumsum(g) - g
        before -= before[self.first][self.item]
        gradient = np.bincount(self.base[1], g[self.base[0]], self.size)
        gradient += np.bincount(self.inner[1], before[self.inner[0]], self.size)
        return float(loss), gradient


def fit(matrix: Matrix, l2: np.ndarray, rounds: int = 40) -> np.ndarray:
    """Minimise the penalised loss by L-BFGS with a memory of eight steps."""

    def f(w: np.ndarray) -> tuple[float, np.ndarray]:
        loss, gradient = matrix.loss(w)
        return loss + 0.5 * float((l2 * w * w).sum()), gradient + l2 * w

    w = np.zeros(len(l2))
    value, g = f(w)
    memory: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(rounds):
        q = g.copy()
        alphas = []
        for s, y in reversed(memory):
            alphas.append((s @ q) / (y @ s))
            q -= alphas[-1] * y
        q *= (
            (memory[-1][0] @ memory[-1][1]) / (memory[-1][1] @ memory[-1][1])
            if memory
            else (1 / max(1.0, float(np.linalg.norm(g))))
        )
        for (s, y), a in zip(memory, reversed(alphas), strict=True):
            q += s * (a - (y @ q) / (y @ s))
        step, slope = 1.0, float(-(g @ q))
        while True:
            new_value, new_g = f(w - step * q)
            if new_value <= value + 1e-4 * step * slope or step < 1e-8:
                break
            step /= 2
        s, y = -step * q, new_g - g
        if y @ s > 1e-12:
            memory = [*memory, (s, y)][-8:]
        done = abs(value - new_value) < 1e-5 * max(1.0, abs(value))
        w, value, g = w + s, new_value, new_g
        if done:
            break
    return w


WORDS = frozenset("p f ff i ps sa sb ppc".split())
"""Features that name words: more of them, so they are held back more."""


def penalties(vocabulary: Mapping[str, int]) -> np.ndarray:
    l2 = np.empty(len(vocabulary))
    for name, column in vocabulary.items():
        sort = name.split("=")[0]
        l2[column] = 16.0 if sort in WORDS else 0.8 if sort in ("known", "c", "x") else 5.0
    return l2


def vocabulary_of(weak: Iterable[Rows], strong: Iterable[Rows]) -> dict[str, int]:
    counts: list[Counter[str]] = []
    for rows in (weak, strong):
        count: Counter[str] = Counter()
        for item in rows:
            count.update({f for _, row, held in item for f in (*row, *held)})
        counts.append(count)
    few = {"ff": 12}
    names = [
        f
        for f in dict.fromkeys([*counts[0], *counts[1]])
        if counts[0][f] >= few.get(f.split("=")[0], 6) or counts[1][f] >= 3
    ]
    return {f: i for i, f in enumerate(sorted(names))}


def rows_of(one: Occurrence, tables: Tables, *, known: bool = True) -> Rows:
    english = describe(one.english, one.abbreviation, tables)
    rows = features(
        one.text, one.tokens, english, tables, quote=one.place.quote, evidence=one.evidence
    )
    if known:
        return list(rows)
    # an anchor's own votes made the table of names
    return [(s, [f for f in row if not f.startswith("known=")], held) for s, row, held in rows]


def without(one: Occurrence, start: int | None, tables: Tables) -> Tables:
    """The tables as if this occurrence had not been counted."""
    row = dict(tables.names.get(one.key, {}))
    if start is not None and (thai := one.thai(start)) in row:
        row[thai] -= 1
        if not row[thai]:
            del row[thai]
    return evolve(tables, names={one.key: row})


def evaluate(
    rows: Sequence[tuple[Annotated, Rows]], weights: Mapping[str, float]
) -> list[tuple[bool, float, str]]:
    result = []
    for item, row in rows:
        best = rank(row, weights)
        assert best is not None
        result.append((best[0] == item.start, best[1], item.draw))
    return result


def say(name: str, result: Sequence[tuple[bool, float, str]]) -> None:
    if not result:
        return
    parts = [f"{name}: exact {sum(ok for ok, _, _ in result) / len(result):.3f} of {len(result)}"]
    for draw in ("uniform", "long", "dev"):
        some = [ok for ok, _, d in result if d == draw]
        parts.append(f"{draw} {sum(some) / max(1, len(some)):.3f} ({len(some)})")
    ordered = sorted(result, key=lambda r: -r[1])
    for share in (0.25, 0.5, 0.75):
        top = ordered[: max(1, int(len(ordered) * share))]
        parts.append(
            f"top {share:.0%} {sum(ok for ok, _, _ in top) / len(top):.2f} (p≥{top[-1][1]:.2f})"
        )
    parts.append(f"mean p {sum(p for _, p, _ in result) / len(result):.3f}")
    print("; ".join(parts), flush=True)


# --- the way of the data ---------------------------------------------------------------------


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--sample", type=float, default=1.0, help="share of the releases to mine")
    parser.add_argument("--anchors", type=int, default=8000, help="anchors in the last fit")
    parser.add_argument("--rounds", type=int, default=1, help="times the ranker reads the corpus")
    parser.add_argument("--check", action="store_true", help="cross-validate; write nothing")
    options = parser.parse_args()
    gold_folder = options.shared / "gold"

    gold = list(annotated(gold_folder))
    left_out = {
        r["id"]
        for f in ("dev.jsonl", "seeds.jsonl", "terms_dev.jsonl")
        for r in read_lines(gold_folder / f)
    }
    found = mine(options.shared / "corpus" / "releases.parquet", left_out, options.sample)
    place = {(one.release, one.opened): i for i, one in enumerate(found)}
    read: dict[int, int] = {}
    for row in _table(HERE / "alignment_labels.tsv"):
        if (i := place.get((row[0], int(row[1])))) is not None:
            read[i] = int(row[2]) - found[i].shift
    forms = {row[0]: row[1:] for row in _table(HERE / "alignment_forms.tsv")}
    print(f"{len(found)} occurrences, {len(gold)} annotated, {len(read)} read", flush=True)

    names = full_names(found)
    first_labels, verified = anchors(found, forms)
    labels = first_labels
    seen: dict[int, tuple[int, float]] = {}
    for turn in range(options.rounds + 1):
        folds = bilingual(found, {**labels, **read}, names)
        known = known_names(found, seen)
        terms = Counter(form for row in known.values() for form in row)
        folds = [
            evolve(t, names=known, terms=terms, joints=pairs)
            for t, pairs in zip(folds, joints(found, seen), strict=True)
        ]
        chosen = set(thin(found, {i: s for i, s in labels.items() if i not in verified}, 3))
        chosen |= set(thin(found, {i: labels[i] for i in verified if i in labels}, 12))
        picked = sorted(chosen - read.keys())
        random.seed(5)
        picked = sorted(random.sample(picked, min(len(picked), options.anchors)))

        def own(one: Occurrence, start: int | None = None, folds: list[Tables] = folds) -> Tables:
            return without(one, start, folds[fold_of(one.key)])

        weak = [
            (rows_of(found[i], own(found[i]), known=False), labels[i], ANCHOR_WEIGHT)
            for i in picked
        ]
        strong = [
            (rows_of(found[i], own(found[i], seen[i][0] if i in seen else None)), s, 1.0)
            for i, s in sorted(read.items())
        ]
        rows = [(item, rows_of(item.occurrence, folds[-1])) for item in gold]
        train = [(item, row) for item, row in rows if not item.aside]
        vocabulary = vocabulary_of(
            [r for r, _, _ in weak], [r for r, _, _ in strong] + [r for _, r in train]
        )
        l2 = penalties(vocabulary)

        def learn(
            some: Sequence[tuple[Annotated, Rows]],
            others: list[tuple[Rows, int, float]] = weak + strong,
            vocabulary: dict[str, int] = vocabulary,
            l2: np.ndarray = l2,
        ) -> dict[str, float]:
            items = others + [
                (row, item.start, SEED_WEIGHT if item.draw == "seed" else 1.0) for item, row in some
            ]
            w = fit(Matrix(items, vocabulary), l2)
            return {f: round(CALM * float(w[i]), 3) for f, i in vocabulary.items()}

        last = turn == options.rounds
        if options.check and last:
            groups = sorted({item.group for item, _ in train})
            random.seed(11)
            random.shuffle(groups)
            part = {g: i % 5 for i, g in enumerate(groups)}
            result = []
            for k in range(5):
                weights = learn([x for x in train if part[x[0].group] != k])
                result += evaluate([x for x in train if part[x[0].group] == k], weights)
            say(f"turn {turn}, five-fold", result)
        weights = learn(train)
        say(f"turn {turn}, kept aside", evaluate([x for x in rows if x[0].aside], weights))
        if last:
            if not options.check:
                write(evolve(folds[-1], weights=weights))
            return 0
        seen = {}
        for i, one in enumerate(found):
            best = rank(rows_of(one, own(one, None)), weights)
            if best is not None:
                seen[i] = best
        labels = relabel(found, seen, first_labels, verified, forms)
    return 0


def relabel(
    found: Sequence[Occurrence],
    seen: Mapping[int, tuple[int, float]],
    first: Mapping[int, int],
    verified: set[int],
    forms: Mapping[str, Sequence[str]],
) -> dict[int, int]:
    """Anchors of the next turn: verified ones, and what the ranker's votes agree on."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for i, (start, p) in seen.items():
        votes[found[i].key][found[i].thai(start)] += p  # type: ignore[assignment]
    labels = {i: first[i] for i in verified}
    for i, (start, p) in seen.items():
        one = found[i]
        if one.key in forms:
            continue
        row = votes[one.key]
        best = max(
            one.starts(), key=lambda s: (row.get(one.thai(s), 0.0), s == start), default=None
        )
        if best is not None and row.get(one.thai(best), 0.0) > 1.5:
            labels[i] = best
        elif p > 0.75:
            labels[i] = start
    return labels


def _table(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def write(tables: Tables, *, least: float = 0.02) -> None:
    """Write the shipped tables."""
    source = "# Learnt by tools/train_alignment.py from corpus/releases.parquet (PyThaiNLP thaigov-v2).\n"

    def table(name: str, about: str, rows: Iterable[Sequence[object]]) -> None:
        lines = ("\t".join(map(str, row)) + "\n" for row in rows)
        (DATA / f"{name}.tsv").write_text(about + source + "".join(lines), encoding="utf-8")

    def flat(rows: Mapping[str, Mapping[str, float]]) -> Iterator[list[object]]:
        for key, row in sorted(rows.items()):
            ordered = sorted(row.items(), key=lambda x: (-x[1], x[0]))
            yield [key, *(y for t, p in ordered for y in (t, max(1, round(p * 100))))]

    kept = {f: w for f, w in sorted(tables.weights.items()) if abs(w) >= least}
    about = "Weights of the border ranker (border.py), feature to weight; tools/train_alignment.py"
    text = json.dumps({"about": about, "weights": kept}, ensure_ascii=False, indent=0)
    (DATA / "align_weights.json").write_text(text + "\n", encoding="utf-8")
    table(
        "align_translations",
        "# English word (lower case, singular), then Thai token and probability in hundredths, repeated.\n",
        flat(tables.translations),
    )
    table(
        "align_heads",
        "# English head word, then first token of the Thai term and probability in hundredths, repeated.\n",
        flat(tables.heads),
    )
    table(
        "align_abbreviations",
        "# Abbreviation, the full English name that releases give it most often.\n",
        sorted(tables.abbreviations.items()),
    )
    table(
        "align_joints",
        "# Two Thai tokens side by side (_ a space, 0 figures, A Latin letters), then how many names begin\n"
        "# with the second, hold both, begin with the first.\n",
        ([pair, *row] for pair, row in sorted(tables.joints.items())),
    )
    names = [
        [key, *(y for form in row.items() for y in form)]
        for key, row in sorted(tables.names.items())
    ]
    table(
        "align_names",
        "# English name (content words, lower case, singular) or =ABBREVIATION, then Thai term (spaces\n"
        "# dropped) and number of contexts, repeated.\n",
        names,
    )


if __name__ == "__main__":
    sys.exit(main())
