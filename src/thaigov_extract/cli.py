"""The command line: ``thaigov-extract FILE``, ``evaluate``, ``rules``, ``explain``, ``glossary``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, TextIO

from . import __version__

if TYPE_CHECKING:
    from .extractor import Extractor
    from .model import Extraction

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

Files are UTF-8, UTF-16 or TIS-620. A file that cannot be read is named on standard error,
the others are still done, and the exit code is 2."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after the command's name; those of the process where ``None``.

    Returns:
        Exit code: 0, or 2 where an input could not be read or a worker process died.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf_8()
    try:
        code = _run_command(words)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # the reader went away (… | head): not an error of ours
        _mute()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.filename is not None:
            complain(str(error.filename), f"cannot be used: {error.strerror}")
        else:
            _mute()
            complain("standard output", f"cannot be written: {error.strerror}")
        return 2
    except RuntimeError as error:
        from .workers import WorkerError

        if not isinstance(error, WorkerError):
            raise
        print(f"thaigov-extract: {error}", file=sys.stderr)
        return 2


def _run_command(words: list[str]) -> int:
    if words[:1] == ["evaluate"]:
        from .cli_evaluate import main as evaluate

        return evaluate(words[1:])
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


def _speak_utf_8() -> None:
    """Write Thai where the locale has no letters for it (a pipe on Windows, ``LC_ALL=C``)."""
    for stream in (sys.stdout, sys.stderr):
        coding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if coding != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _mute() -> None:
    """Let nothing be written when the process ends: there is nowhere to write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(name: str, problem: str) -> None:
    """Say on standard error, in one line, what is wrong with what."""
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
        "-j", "--jobs", type=at_least(1), default=1, metavar="N", help="processes (default 1)"
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
    return _run(options)


def at_least(least: int) -> Callable[[str], int]:
    """Return what reads a whole number of *least* or more for ``add_argument(type=…)``."""

    def number(word: str) -> int:
        if not word.isdecimal() or int(word) < least:
            raise argparse.ArgumentTypeError(f"{word!r} is no number of {least} or more")
        return int(word)

    return number


def _run(options: argparse.Namespace) -> int:
    from .sources import Reading, is_input

    if options.output is not None and is_input(options.output, options.paths):
        complain(options.output, "is one of the inputs; write to another file")
        return 2
    extractor = extractor_with(options.rules)
    if extractor is None:
        return 2
    reading = Reading(options.paths, options.output)
    results = extractor.pipe(reading, n_process=options.jobs)
    first = next(results, None)
    if first is None:
        return 2  # nothing could be read; what stands in the output is left as it was
    results = chain([first], results)
    if options.output is None:
        _write(results, options.format or ("table" if sys.stdout.isatty() else "jsonl"), sys.stdout)
    else:
        try:
            with open(options.output, "w", encoding="utf-8") as out:
                _write(results, options.format or "jsonl", out)
        except OSError as error:
            complain(options.output, f"cannot be written: {error.strerror}")
            return 2
    return 2 if reading.failed else 0


def _write(results: Iterable[Extraction], form: str, out: TextIO) -> None:
    if form == "table":
        from rich.console import Console

        from .render import print_table

        console = Console(file=out)
        for extraction in results:
            print_table(extraction, console)
    else:
        from .serialise import to_dict

        _write_json((to_dict(extraction) for extraction in results), form, out)


def extractor_with(specs: Sequence[str]) -> Extractor | None:
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
