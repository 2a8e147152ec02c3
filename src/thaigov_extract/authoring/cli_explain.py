"""The command ``thaigov-extract explain``: why an object is what it is."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence


def main(words: Sequence[str]) -> int:
    """Run ``thaigov-extract explain``.

    Args:
        words: What follows ``explain``.

    Returns:
        0; 1 where nothing was found at the place asked for; 2 where something cannot be read.
    """
    parser = argparse.ArgumentParser(
        prog="thaigov-extract explain",
        description="Say of each object of a release which rule made it, at which trigger, on which "
        "evidence, and what it overruled.",
        epilog='example: thaigov-extract explain release.txt --find "กรมปศุสัตว์"',
    )
    parser.add_argument("path", metavar="FILE", help="a release, or - for standard input")
    parser.add_argument("--find", metavar="TEXT", help="only what overlaps this string")
    parser.add_argument("--at", type=int, metavar="OFFSET", help="only what covers this offset")
    parser.add_argument("--kind", metavar="KIND", help="only this kind")
    parser.add_argument("--rules", action="append", default=[], metavar="SPEC", help="add rules")
    options = parser.parse_args(words)
    from ..extractor import Extractor
    from ..rule import RuleError
    from ..sources import find_sources
    from .explain import explain
    from .rule_file import rule_set

    try:
        extractor = Extractor(rule_set(options.rules))
    except RuleError as error:
        print(f"thaigov-extract: {error}", file=sys.stderr)
        return 2
    kinds = sorted({rule.kind for rule in extractor.rules})
    if options.kind not in (None, *kinds):
        print(
            f"thaigov-extract: {options.kind!r} is no kind; there are {', '.join(kinds)}",
            file=sys.stderr,
        )
        return 2
    failed = shown = False
    for source in find_sources([options.path]):
        if source.release is None:
            print(f"thaigov-extract: {source.name} {source.problem}", file=sys.stderr)
            failed = True
            continue
        told = [
            each
            for each in explain(extractor, source.release, find=options.find, at=options.at)
            if options.kind in (None, each.kind)
        ]
        if told:
            several = options.path != "-" and source.name != options.path
            head = f"{source.name}\n" if several else ""
            print(("\n" if shown else "") + head + "\n\n".join(map(str, told)))
            shown = True
    if not shown and not failed:
        asked = options.find or (f"offset {options.at}" if options.at is not None else "the text")
        print(f"thaigov-extract: no rule found anything at {asked}", file=sys.stderr)
    return 2 if failed else 0 if shown else 1
