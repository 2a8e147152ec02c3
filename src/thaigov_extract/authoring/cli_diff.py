"""The command ``thaigov-extract rules diff``: what a change of rules gains, loses and costs."""

from __future__ import annotations

import argparse
import json
import sys
import traceback
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..cli import at_least

if TYPE_CHECKING:
    from ..release import Release
    from .comparison import Comparison
    from .diff import Side

_DESCRIPTION = """\
Run two rule sets over releases and show which objects were gained, lost or
changed, with their lines, counts for each rule, and the time per release."""
_EPILOG = """\
OLD and NEW are each
  shipped                     the shipped rules
  SPEC[,SPEC…]                the shipped rules and those of rule files (my.rules.toml),
                              module:attribute or installed packs
  FILE.jsonl                  what an earlier version found, recorded with
                              thaigov-extract PATH… --format jsonl -o FILE.jsonl;
                              a release is found by its id

examples:
  thaigov-extract rules diff shipped my.rules.toml releases/
  thaigov-extract rules diff old.rules.toml new.rules.toml news.parquet --sample 50 -j 2
  thaigov-extract rules diff found-by-0.1.0.jsonl shipped releases/ --fail-on lost

exit code: 0; 1 where something differs (--fail-on any), or was lost or changed
(--fail-on lost); 2 where rules or inputs cannot be read or a rule fails."""


def main(words: Sequence[str]) -> int:
    """Run ``thaigov-extract rules diff``.

    Args:
        words: What follows ``rules diff``.

    Returns:
        0, 1 where the sets differ as ``--fail-on`` says, 2 where there is trouble.
    """
    options = _parser().parse_args(words)
    from ..rule import RuleError
    from .diff import DiffError, compare
    from .recording import RecordingError

    releases = _Releases(options.paths, options.sample, options.limit)
    try:
        with ExitStack() as stack:
            old, new = (_side(word, stack) for word in (options.old, options.new))
            comparison = compare(old, new, releases, n_process=options.jobs)
    except (RuleError, RecordingError) as error:
        print(f"thaigov-extract: {error}", file=sys.stderr)
        return 2
    except DiffError as error:
        traceback.print_exception(error.__cause__)
        print(f"thaigov-extract: {error}", file=sys.stderr)
        return 2
    _show(comparison, options)
    if not comparison.releases:
        print("thaigov-extract: no release was compared", file=sys.stderr)
        return 2
    if releases.failed:
        return 2
    failed = {"any": comparison.differs, "lost": comparison.loses, "never": False}
    return 1 if failed[options.fail_on] else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thaigov-extract rules diff",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("old", metavar="OLD", help="rule set or recording")
    parser.add_argument("new", metavar="NEW", help="rule set or recording")
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="releases: .txt, .jsonl or .parquet file, folder or - for standard input",
    )
    parser.add_argument(
        "-f", "--format", choices=("text", "json"), default="text", help="text unless said"
    )
    parser.add_argument(
        "--show",
        type=at_least(0),
        default=20,
        metavar="N",
        help="different objects to list of each kind gained, lost and changed (default 20)",
    )
    parser.add_argument(
        "--fail-on",
        choices=("any", "lost", "never"),
        default="any",
        help="exit code 1 where anything differs (default), something was lost or changed, never",
    )
    parser.add_argument(
        "--sample",
        type=at_least(1),
        default=1,
        metavar="N",
        help="about one release in N, the same ones each time: those whose id (text where there "
        "is no id) has a CRC-32 that N divides",
    )
    parser.add_argument(
        "--limit", type=at_least(1), metavar="N", help="only the first N releases (of the sample)"
    )
    parser.add_argument(
        "-j", "--jobs", type=at_least(1), default=1, metavar="N", help="processes (default 1)"
    )
    return parser


def _side(word: str, stack: ExitStack) -> Side:
    from ..extractor import Extractor
    from .recording import SUFFIX, Recording
    from .rule_file import rule_set

    if word.endswith(SUFFIX):
        return stack.enter_context(Recording(word))
    specs = [word] if Path(word).is_file() else [spec for spec in word.split(",") if spec]
    return Extractor(rule_set(specs))


class _Releases:
    """The releases asked for."""

    def __init__(self, paths: Iterable[str], sample: int, limit: int | None) -> None:
        from ..sources import Reading

        self._reading, self._sample, self._limit = Reading(paths), sample, limit

    @property
    def failed(self) -> bool:
        """Whether something could not be read so far."""
        return self._reading.failed

    def __iter__(self) -> Iterator[Release]:
        watched = sys.stderr.isatty()
        sampled = (r for r in self._reading if _crc(r) % self._sample == 0)
        for number, release in enumerate(islice(sampled, self._limit), start=1):
            if watched and number % 100 == 0:
                print(f"\r{number:,} releases …", end="\r", file=sys.stderr, flush=True)
            yield release


def _crc(release: Release) -> int:
    name = release.text if release.id is None else release.id
    return zlib.crc32(name.encode("utf-8", "surrogatepass"))


def _show(comparison: Comparison, options: argparse.Namespace) -> None:
    if options.format == "json":
        named = {"old": options.old, "new": options.new, **comparison.to_dict()}
        print(json.dumps(named, ensure_ascii=False, indent=1))
        return
    from .render_diff import show_comparison

    print(show_comparison(comparison, old=options.old, new=options.new, show=options.show))
