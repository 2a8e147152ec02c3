"""Thai borders decided one by one and over many releases together, against annotated parentheses.

    python benchmarks/glossary_borders.py [GOLD.jsonl …] [--corpus releases.parquet] [--jobs 2]
        [--each 25] [--unknown]

Takes the releases of the annotated parentheses and, for each of their names, up to ``--each`` other
releases of the corpus that hold the same name in brackets, extracts from them, and compares with
the annotation: the Thai term that the release alone gave, the one that all releases together gave,
and the preferred Thai form of the concept.  Spaces, quotes and dots make no difference here.

The shipped table of known names was itself learnt from this corpus, so the decision "one by one"
knows much of what the other releases say.  ``--unknown`` empties that table: so it is with names
that came up after the corpus, for which a glossary is made.  Lines of ``terms_dev.jsonl`` whose
number leaves 3 when divided by 4 were never trained on; they are told apart.  Annotated releases
(``dev.jsonl`` with ``dev_texts.jsonl`` beside it) may be given too.  ``--quoted 500`` asks the
corpus itself: of terms that some releases put in quotes, the quotes are taken away.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet
import regex
from attrs import evolve

import thaigov_extract.align
from thaigov_extract import Extractor, default_rules
from thaigov_extract.bilingual import default_tables
from thaigov_extract.glossary.group import Seen, group
from thaigov_extract.glossary.keys import abbreviation_key, clean, english_key, thai_key
from thaigov_extract.glossary.sightings import Sightings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
BRACKET = regex.compile(r"[(\[]([^()\[\]]*[A-Za-z][^()\[\]]*)")
QUOTED = regex.compile(
    r"[“\"]\s*(?P<thai>[ก-๎][^“”\"()\n]{3,90})\s*[”\"]\s?\((?P<inside>[^()\n]*[A-Za-z][^()\n]*)\)"
)
PART = regex.compile(r" *[:：–—] *| - |, ")


def annotated(paths: list[str]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Read annotated parentheses, or whole releases with the texts beside them.

    Returns:
        A row for each pair that has a Thai term, and id → text of whole releases.
    """
    rows: list[dict[str, Any]] = []
    texts: dict[str, str] = {}
    for path in map(Path, paths):
        beside = path.with_name(path.stem + "_texts.jsonl")
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if beside.exists():
            for line in beside.read_text(encoding="utf-8").splitlines():
                release = json.loads(line)
                texts[release["id"]] = release["text"]
            for release in lines:
                for term in release["terms"]:
                    rows.append({**term, "id": release["id"], "set": path.stem})
        else:
            for row in lines:
                if row["thai"]:
                    aside = path.stem == "terms_dev" and row["n"] % 4 == 3
                    rows.append({**row, "set": path.stem + (" aside" if aside else "")})
    return rows, texts


def quoted(
    corpus: list[dict[str, str]], count: int, each: int
) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """Draw English names whose Thai term some release quotes, and take the quotes away.

    Quotes around a term show its borders beyond doubt, so that without them the release is a test
    that nobody had to annotate.  (What is quoted is now and then less or more than the term:
    ``โครงการ “…”``; that is the same for all ways to decide.)

    Returns:
        A row for each term that was quoted, and the releases to read.
    """
    holding: dict[str, set[int]] = defaultdict(set)
    found: dict[str, list[tuple[int, str, str, int]]] = defaultdict(list)
    for place, release in enumerate(corpus):
        for hit in BRACKET.finditer(release["text"]):
            for key in set(names(hit[1])):
                holding[key].add(place)
        for hit in QUOTED.finditer(release["text"]):
            row = (place, hit["thai"].strip(), hit["inside"], hit.start())
            found[english_key(hit["inside"])].append(row)
    usable = [
        key
        for key, rows in sorted(found.items())
        if key and len(holding[key]) >= 3 and len(holding[key]) > len({row[0] for row in rows})
    ]
    draw = random.Random(7)
    draw.shuffle(usable)
    take: set[int] = set()
    rows = []
    starts: dict[int, list[int]] = defaultdict(list)
    for key in usable[:count]:
        distinct = sorted({(row[0], thai_key(row[1])): row for row in found[key]}.values())
        for place, thai, inside, start in draw.sample(distinct, min(3, len(distinct))):
            id = corpus[place]["id"]
            rows.append({"id": id, "thai": thai, "paren": inside, "key": key, "set": "quoted"})
            starts[place].append(start)
            take.add(place)
        others = sorted(holding[key])
        take.update(draw.sample(others, min(each, len(others))))
    releases = []
    for place in sorted(take):
        text = corpus[place]["text"]
        for start in sorted(starts[place], reverse=True):
            hit = QUOTED.match(text, start)
            assert hit is not None
            text = f"{text[:start]}{hit['thai'].strip()} ({hit['inside']}){text[hit.end() :]}"
        releases.append({"id": corpus[place]["id"], "text": text})
    return rows, releases


def names(inside: str) -> Iterator[str]:
    """Yield keys of what a parenthesis may hold."""
    for part in (inside, *PART.split(inside)):
        yield english_key(part)
        yield abbreviation_key(part)


def chosen(rows: list[dict[str, Any]], corpus: list[dict[str, str]], each: int) -> list[int]:
    """Return which releases of the corpus to read."""
    wanted = {
        key
        for row in rows
        for name in (row["english"], row["abbreviation"])
        if name
        for key in (english_key(name), abbreviation_key(name))
    }
    own = {row["id"] for row in rows}
    holding: dict[str, list[int]] = defaultdict(list)
    take = set()
    for place, release in enumerate(corpus):
        if release["id"] in own:
            take.add(place)
        found = {k for hit in BRACKET.finditer(release["text"]) for k in names(hit[1])}
        for key in found & wanted:
            holding[key].append(place)
    draw = random.Random(5)
    for key in sorted(holding):
        take.update(draw.sample(holding[key], min(each, len(holding[key]))))
    return sorted(take)


def at(row: dict[str, Any], seen: list[Seen]) -> Seen | None:
    """Return what was seen at an annotated parenthesis, or of an annotated pair of a release."""
    if "key" in row:  # the release's other pairs of this name end elsewhere
        keys = set(names(row["paren"]))
        ends = thai_key(row["thai"])[-5:]
        same = [one for one in seen if keys & {one.english, one.abbreviation}]
        return next((one for one in same if one.key.endswith(ends)), None)
    if "start" not in row:
        wanted = [clean(row[part] or "") for part in ("english", "abbreviation")]
        same = [one for one in seen if [one.name, one.short] == wanted]
        ends = [one for one in same if one.key[-4:] == thai_key(row["thai"])[-4:]]
        return next(iter(ends or same), None)
    for one in seen:
        place = one.sighting.english or one.sighting.abbreviation
        if place and row["start"] <= place[0] < row["end"]:
            return one
    before = clean(row["before"]).rstrip(' ”"’')
    for one in seen:  # listed once per release, at its first place
        parts = (one.sighting.names.english, one.sighting.names.abbreviation)
        if all(not p or clean(p) in clean(row["paren"]) for p in parts) and before.endswith(
            clean(one.sighting.names.thai)
        ):
            return one
    return None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", default=[str(SHARED / "gold/terms_dev.jsonl")])
    parser.add_argument("--corpus", default=str(SHARED / "corpus/releases.parquet"))
    parser.add_argument("--each", type=int, default=25)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--quoted", type=int, metavar="NAMES", help="quoted terms instead of GOLD")
    parser.add_argument("--unknown", action="store_true")
    parser.add_argument("--changes", type=int, default=0, metavar="N", help="show N changes")
    options = parser.parse_args()
    if not Path(options.corpus).is_file():
        parser.error(f"{options.corpus} does not exist; give a Parquet file of id and text")
    corpus = pyarrow.parquet.read_table(options.corpus).to_pylist()
    if options.quoted:
        rows, releases = quoted(corpus, options.quoted, options.each)
    else:
        rows, texts = annotated(options.gold)
        releases = [corpus[i] for i in chosen(rows, corpus, options.each)]
        known = {release["id"] for release in releases}
        releases += [{"id": id, "text": text} for id, text in texts.items() if id not in known]
    print(f"{len(rows)} annotated pairs, {len(releases)} releases")
    if options.unknown:
        tables = evolve(default_tables(), names={}, terms={})
        thaigov_extract.align.default_tables = lambda: tables
    sightings = Sightings()
    extractor = Extractor(rule for rule in default_rules() if rule.kind != "post")
    read = [release["text"] for release in releases]
    for release, found in zip(releases, extractor.pipe(read, n_process=options.jobs), strict=True):
        sightings.add(evolve(found, id=release["id"]), release["text"])
    report(rows, sightings, options.changes)


def report(rows: list[dict[str, Any]], sightings: Sightings, changes: int) -> None:
    """Print the three figures for each set, and for names that several releases have."""
    groups = group(sightings.pairs())
    by_release: dict[str | None, list[Seen]] = defaultdict(list)
    several: dict[int, bool] = {}
    preferred: dict[int, str] = {}
    for members in groups.values():
        weights: dict[str, float] = defaultdict(float)
        for key, _release, p in {(s.key, s.sighting.release, s.probability) for s in members}:
            weights[key] += p
        best = min(weights, key=lambda key: (-weights[key], key))
        many = len({s.sighting.release for s in members}) > 1
        for seen in members:
            evidence = sightings.evidence(seen.sighting, seen.sighting.thai)
            by_release[evidence.release].append(seen)
            several[id(seen)], preferred[id(seen)] = many, best
    figures: dict[str, Counter[str]] = defaultdict(Counter)
    bins: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    shown = 0
    for row in rows:
        seen = at(row, by_release[row["id"]])
        if seen is None:
            figures[row["set"]]["not found"] += 1
            continue
        gold, alone = thai_key(row["thai"]), thai_key(seen.sighting.names.thai)
        sets = [row["set"], *([row["set"] + ", in several releases"] * several[id(seen)])]
        for name in sets:
            count = figures[name]
            count["pairs"] += 1
            count["one by one"] += alone == gold
            count["together"] += seen.key == gold
            count["preferred"] += preferred[id(seen)] == gold
            count["better"] += alone != gold == seen.key
            count["worse"] += alone == gold != seen.key
        cell = bins[min(9, int(seen.probability * 10))]
        cell[0] += seen.key == gold
        cell[1] += 1
        if alone != seen.key and shown < changes:
            shown += 1
            mark = "+" if seen.key == gold else "-" if alone == gold else "="
            print(mark, seen.sighting.confidence, alone, "->", seen.key, "| gold", gold)
    for name, count in figures.items():
        pairs = count["pairs"]
        if pairs:
            print(f"{name}: {pairs} pairs ({count['not found']} more not found)")
            for part in ("one by one", "together", "preferred"):
                print(f"  {part:12s} {count[part]:5d} right  {count[part] / pairs:.3f}")
            print(f"  changed to right {count['better']}, to wrong {count['worse']}")
    print("probability said (together): right of all")
    for tenth in sorted(bins):
        print(f"  {tenth / 10:.1f}– {bins[tenth][0]} of {bins[tenth][1]}")


if __name__ == "__main__":
    main()
