"""The command line: ``thaigov-extract FILE``, ``evaluate``, ``rules``, ``explain``, ``glossary``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from . import __version__

if TYPE_CHECKING:
    from .extractor import Extractor

_DESCRIPTION = """\
Extract officials, posts, agencies, Thai-English terms and dates from Thai
government press releases."""
_EPILOG = """\
examples:
  thaigov-extract release.txt                    a table to read
  thaigov-extract releases/ --format jsonl       a folder, one JSON object a line
  cat release.txt | thaigov-extract -            standard input
  thaigov-extract news.jsonl -o found.jsonl -j 2 {"id": …, "text": …} lines, two processes
  thaigov-extract release.txt --rules my.rules.toml   with rules of your own
  thaigov-extract rules check my.rules.toml      are they proved?
  thaigov-extract explain release.txt --find "กรมปศุสัตว์"   which rule, and why
  thaigov-extract glossary releases/ -o terms.csv   Thai-English terms of all of them
  thaigov-extract evaluate gold.jsonl texts.jsonl --errors 5

Files are UTF-8 or TIS-620. A file that cannot be read is named on standard error,
the others are still done, and the exit code is 2."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after the command's name; those of the process where ``None``.

    Returns:
        Exit code: 0, or 2 where an input could not be read or a worker process died.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if words[:1] == ["evaluate"]:
            return _evaluate(words[1:])
        if words[:1] == ["rules"]:
            from .authoring.cli_rules import main as rules

            return rules(words[1:])
        if words[:1] == ["explain"]:
            from .authoring.cli_explain import main as explain

            return explain(words[1:])
        if words[:1] == ["glossary"]:
            from .glossary.cli_glossary import main as glossary

            return glossary(words[1:])
        return _extract(words)
    except BrokenPipeError:
        # the reader went away (… | head): not an error of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except RuntimeError as error:
        from .workers import WorkerError

        if not isinstance(error, WorkerError):
            raise
        print(f"thaigov-extract: {error}", file=sys.stderr)
        return 2


def _complain(name: str, problem: str) -> None:
    print(f"thaigov-extract: {name} {problem}", file=sys.stderr)


# -- thaigov-extract PATHS ------------------------------------------------------------------------


def _extract(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="thaigov-extract",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="file, folder or - for standard input"
    )
    parser.add_argument(
        "-f",
        "--format",
        choices=("table", "json", "jsonl"),
        help="table on a terminal, jsonl where the output is piped, unless said",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write there, not to standard output"
    )
    parser.add_argument(
        "-j", "--jobs", type=_positive, default=1, metavar="N", help="processes (default 1)"
    )
    parser.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="SPEC",
        help="add rules: a .toml file, module:attribute or an installed pack (may be repeated)",
    )
    parser.add_argument("--version", action="version", version=f"thaigov-extract {__version__}")
    options = parser.parse_args(words)
    if options.output is None:
        return _run(options, sys.stdout)
    try:
        with open(options.output, "w", encoding="utf-8") as out:
            return _run(options, out)
    except OSError as error:
        _complain(options.output, f"cannot be written: {error.strerror}")
        return 2


def _positive(word: str) -> int:
    number = int(word)
    if number < 1:
        raise argparse.ArgumentTypeError("give 1 or more")
    return number


def _run(options: argparse.Namespace, out: TextIO) -> int:
    from .sources import Reading

    extractor = _extractor(options.rules)
    if extractor is None:
        return 2
    form = options.format or ("table" if out.isatty() else "jsonl")
    reading = Reading(options.paths)
    results = extractor.pipe(reading, n_process=options.jobs)
    if form == "table":
        from rich.console import Console

        from .render import print_table

        console = Console(file=out)
        for extraction in results:
            print_table(extraction, console)
    else:
        from .serialise import to_dict

        _write_json((to_dict(extraction) for extraction in results), form, out)
    return 2 if reading.failed else 0


def _extractor(specs: Sequence[str]) -> Extractor | None:
    """The extractor with the rules that were named, or ``None`` after a complaint."""
    from .extractor import Extractor

    if not specs:
        return Extractor()
    from .authoring.rule_file import rule_set
    from .rule import RuleError

    try:
        return Extractor(rule_set(specs))
    except RuleError as error:
        print(f"thaigov-extract: {error}", file=sys.stderr)
        return None


def _write_json(records: Iterable[dict[str, Any]], form: str, out: TextIO) -> None:
    if form == "jsonl":
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            out.flush()
        return
    out.write("[")
    for place, record in enumerate(records):
        out.write((",\n" if place else "\n") + json.dumps(record, ensure_ascii=False, indent=1))
    out.write("\n]\n")


# -- thaigov-extract evaluate ---------------------------------------------------------------------


def _evaluate(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="thaigov-extract evaluate",
        description="Extract from annotated releases and compare: precision, recall and F1 by layer.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "gold", metavar="GOLD.jsonl", help="annotations in the form of the guidelines"
    )
    parser.add_argument("texts", metavar="TEXTS.jsonl", help='{"id": …, "text": …} lines')
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list N errors of each layer"
    )
    parser.add_argument("--layer", action="append", metavar="NAME", help="only this layer's errors")
    parser.add_argument("--rules", action="append", default=[], metavar="SPEC", help="add rules")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    options = parser.parse_args(words)
    from .annotate import to_annotation
    from .evaluate import LAYERS, evaluate

    unknown = [layer for layer in options.layer or () if layer not in LAYERS]
    if unknown:
        _complain(unknown[0], f"is no layer; there are {', '.join(LAYERS)}")
        return 2
    gold = _records(options.gold)
    texts = _records(options.texts)
    if gold is None or texts is None:
        return 2
    by_id = {record.get("id"): record.get("text", "") for record in texts}
    missing = [record["id"] for record in gold if record["id"] not in by_id]
    if missing:
        _complain(options.texts, f"has no text for {missing[0]!r} ({len(missing)} missing in all)")
        return 2
    extractor = _extractor(options.rules)
    if extractor is None:
        return 2
    system = []
    for record in gold:
        system.append({**to_annotation(extractor.extract(by_id[record["id"]])), "id": record["id"]})
    result = evaluate(gold, system)
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


def _records(path: str) -> list[dict[str, Any]] | None:
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        _complain(path, "does not exist; check the path")
        return None
    except (OSError, UnicodeDecodeError) as error:
        _complain(path, f"cannot be read as UTF-8: {error}")
        return None
    records = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            record["id"]
        except (ValueError, KeyError, TypeError):
            _complain(f"{path}:{number}", 'is no JSON object with an "id"')
            return None
        records.append(record)
    return records
