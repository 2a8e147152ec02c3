"""``thaigov-extract glossary``: a glossary of files and folders of releases."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from ..cli import at_least

_EPILOG = """\
examples:
  thaigov-extract glossary releases/ -o terms.csv --bom     for a spreadsheet
  thaigov-extract glossary news.parquet -o terms.tbx -j 2   for a term base (TBX-Basic)
  thaigov-extract glossary releases/ -o terms.csv --two-columns --min-releases 3

The suffix of the output tells its form: .csv, .jsonl or .tbx. A file that cannot be read is
named on standard error, the others are still done, and the exit code is 2."""

_EVERY = 0.2
"""Seconds between two lines of progress."""


def main(words: Sequence[str]) -> int:
    """Run ``thaigov-extract glossary``.

    Args:
        words: What stands after ``glossary``.

    Returns:
        Exit code: 0, or 2 where an input could not be read or the output not be written.
    """
    from .files import GlossaryError, check_suffix, write_glossary
    from .glossary import EVIDENCE

    options = _parser(EVIDENCE).parse_args(words)
    try:
        suffix = check_suffix(options.output)
        if suffix != ".csv" and (options.bom or options.two_columns):
            raise GlossaryError(f"{options.output} is no .csv file: --bom and --two-columns are")
        _check_place(Path(options.output))
    except GlossaryError as error:
        return _complain(str(error))
    from ..authoring.rule_file import rule_set
    from ..rule import RuleError
    from ..sources import Reading, is_input
    from .glossary import Glossary

    if is_input(options.output, options.paths):
        return _complain(f"{options.output} is one of the inputs; write to another file")

    try:
        rules = rule_set(options.rules) if options.rules else None
    except RuleError as error:
        return _complain(str(error))
    reading = Reading(options.paths, options.output)
    progress = _Progress(shown=sys.stderr.isatty() and not options.quiet)
    glossary = Glossary.from_releases(
        reading,
        n_process=options.jobs,
        rules=rules,
        evidence=options.evidence,
        progress=progress,
    )
    concepts = [c for c in glossary if c.releases >= options.min_releases]
    progress.end()
    if not progress.count:
        return _complain(f"{options.output} is not written: no release was read")
    try:
        write_glossary(concepts, options.output, bom=options.bom, two_columns=options.two_columns)
    except GlossaryError as error:
        return _complain(str(error))
    except OSError as error:
        return _complain(f"{options.output} cannot be written: {error.strerror}")
    if not options.quiet:
        flagged = sum(bool(concept.issues) for concept in concepts)
        print(
            f"{options.output}: {len(concepts):,} concepts of {progress.count:,} releases, "
            f"{flagged:,} of them with something to look at",
            file=sys.stderr,
        )
    return 2 if reading.failed else 0


def _parser(evidence: int) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thaigov-extract glossary",
        description="Merge the Thai-English terms of many releases to a glossary.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="file, folder or - for standard input")
    add("-o", "--output", required=True, metavar="FILE", help="*.csv, *.jsonl or *.tbx")
    add("-j", "--jobs", type=at_least(1), default=1, metavar="N", help="processes (default 1)")
    add(
        "--evidence",
        type=at_least(0),
        default=evidence,
        metavar="N",
        help=f"places that are kept for each concept (default {evidence}); counts are of all",
    )
    add(
        "--min-releases",
        type=at_least(1),
        default=1,
        metavar="N",
        help="leave out what fewer releases have",
    )
    add("--bom", action="store_true", help="CSV with a byte order mark, for Excel")
    add("--two-columns", action="store_true", help="CSV with Thai and English only")
    add("--rules", action="append", default=[], metavar="SPEC", help="add rules")
    add("-q", "--quiet", action="store_true", help="no progress and no summary")
    return parser


def _check_place(path: Path) -> None:
    """Find out before the work whether the output can be written."""
    from .files import GlossaryError

    folder = path.parent
    if path.is_dir():
        raise GlossaryError(f"{path} is a folder; name a file")
    if not folder.is_dir():
        raise GlossaryError(f"{path} cannot be written: there is no folder {folder}")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise GlossaryError(f"{path} cannot be written: no permission")


def _complain(problem: str) -> int:
    print(f"thaigov-extract: {problem}", file=sys.stderr)
    return 2


class _Progress:
    def __init__(self, shown: bool) -> None:
        self.count = 0
        self._shown = shown
        self._begun = self._last = time.monotonic()

    def __call__(self, count: int) -> None:
        self.count = count
        now = time.monotonic()
        if self._shown and now - self._last >= _EVERY:
            self._last = now
            rate = count / (now - self._begun)
            print(f"\r{count:,} releases read, {rate:,.0f} a second", end="\033[K", file=sys.stderr)

    def end(self) -> None:
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr)
