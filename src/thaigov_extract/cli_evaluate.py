"""``thaigov-extract evaluate``: figures of the rules on annotated releases."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .annotate import to_annotation
from .cli import at_least, complain, extractor_with
from .evaluate import LAYERS, evaluate


def main(words: Sequence[str]) -> int:
    """Run ``thaigov-extract evaluate``.

    Args:
        words: What stands after ``evaluate``.

    Returns:
        Exit code: 0, or 2 where a file cannot be used.
    """
    parser = argparse.ArgumentParser(
        prog="thaigov-extract evaluate",
        description="Extract from annotated releases and compare: precision, recall and F1 by layer.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "gold", metavar="GOLD.jsonl", help="annotations, one JSON object a line (docs/evaluate.md)"
    )
    parser.add_argument("texts", metavar="TEXTS.jsonl", help='{"id": …, "text": …} lines')
    parser.add_argument(
        "--errors",
        type=at_least(0),
        default=0,
        metavar="N",
        help="list N errors of each layer",
    )
    parser.add_argument("--layer", action="append", metavar="NAME", help="only this layer's errors")
    parser.add_argument("--rules", action="append", default=[], metavar="SPEC", help="add rules")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    options = parser.parse_args(words)
    unknown = [layer for layer in options.layer or () if layer not in LAYERS]
    if unknown:
        complain(unknown[0], f"is no layer; there are {', '.join(LAYERS)}")
        return 2
    try:
        gold = _records(options.gold, _annotation_problem)
        texts = _records(options.texts, _text_problem)
    except _UnusableError as unusable:
        complain(*unusable.args)
        return 2
    missing = [key for key in gold if key not in texts]
    if missing:
        complain(options.texts, f"has no text for {missing[0]!r} ({len(missing)} missing in all)")
        return 2
    extractor = extractor_with(options.rules)
    if extractor is None:
        return 2
    system = ({**to_annotation(extractor.extract(texts[key]["text"])), "id": key} for key in gold)
    result = evaluate(gold.values(), system)
    if options.json:
        figures: dict[str, Any] = {
            layer: {
                "tp": f.right,
                "fp": f.extra,
                "fn": f.missed,
                "p": f.precision,
                "r": f.recall,
                "f1": f.f1,
            }
            for layer, f in result.layers.items()
        }
        figures["term_kind"] = {
            "right": result.kinds_right,
            "of": result.kinds,
            "accuracy": result.kind_accuracy,
        }
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return 0
    print(f"{'layer':11s} {'P':>6s} {'R':>6s} {'F1':>6s}    tp   fp   fn")
    for layer, f in result.layers.items():
        print(
            f"{layer:11s} {f.precision:6.3f} {f.recall:6.3f} {f.f1:6.3f} "
            f"{f.right:5d} {f.extra:4d} {f.missed:4d}"
        )
    print(
        f"{'term_kind':11s} {'':6s} {'':6s} {result.kind_accuracy:6.3f}  "
        f"{result.kinds_right} of {result.kinds} kinds right"
    )
    for layer in options.layer or LAYERS:
        rows = [error for error in result.errors if error.layer == layer]
        for error in rows[: options.errors]:
            print(f"{layer}\t{error.what}\t{error.item}\t{error.id}")
    return 0


class _UnusableError(Exception):
    """A file, or a line of one, and what is wrong with it."""


def _records(
    path: str, problem_of: Callable[[Mapping[str, Any]], str | None]
) -> dict[str, dict[str, Any]]:
    """Read the records of a file by their ids; the first one that cannot be used ends it."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        raise _UnusableError(path, "does not exist; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        raise _UnusableError(path, f"cannot be read as UTF-8: {error}") from None
    records: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            record = json.loads(line)
            key = record["id"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise _UnusableError(place, 'is no JSON object with an "id"') from None
        if not isinstance(key, str):
            raise _UnusableError(place, 'has an "id" that is no string')
        if key in records:
            raise _UnusableError(place, f"gives the id {key!r} a second time")
        if problem := problem_of(record):
            raise _UnusableError(place, problem)
        records[key] = record
    if not records:
        raise _UnusableError(path, "is empty; give a file with a JSON object in each line")
    return records


def _text_problem(record: Mapping[str, Any]) -> str | None:
    return None if isinstance(record.get("text"), str) else 'has no "text" that is a string'


def _annotation_problem(record: Mapping[str, Any]) -> str | None:
    """What keeps an annotation from being compared: the key that it lacks."""
    try:
        for items in LAYERS.values():
            items(record)
        _ = [term["kind"] for term in record["terms"]]
    except KeyError as error:
        return f'has no "{error.args[0]}"; see docs/evaluate.md for the form of an annotation'
    except (TypeError, AttributeError):
        return "is not in the form of an annotation; see docs/evaluate.md"
    return None
