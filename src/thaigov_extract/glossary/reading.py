"""Extract from releases what a glossary needs, and nothing else.

A glossary needs the pairs of a Thai term with a Latin name and the Thai short forms that are
defined for bodies.  So what no pair depends on is not run (posts, and where no bracket holds a
Latin letter titles, terms and dates too), persons and titles are not put together, and worker
processes hand back only what pairs something.  The pairs are the same as those of ``extract``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ..extractor import Extractor
from ..model import Extraction
from ..registry import spoken_short_forms
from ..release import Release, read
from ..resolve import bodies_of, terms_of
from ..rule import Rule
from ..rules import default_rules
from ..workers import in_order
from .keys import thai_key
from .short_forms import short_forms

_LATIN = regex.compile(r"[(\[（][^()\[\]（）]*[A-Za-z]")
_OF_BODIES = ("official", "agency")
_LATER = ("title", "term", "post")
_BATCH = 32
"""Releases handed to a worker at a time."""


@cache
def _thai_short() -> regex.Pattern[str]:
    """A bracket that begins with what may be a Thai short form, zero-width characters aside."""
    words = "|".join(sorted(map(regex.escape, spoken_short_forms())))
    return regex.compile(
        rf"[(\[（][\s\u200b-\u200f\u2060\ufeff]*(?:[ก-ฮ]{{1,6}}\.|[ก-ฮ]{{2,6}}[\s\u200b-\u200f]*[)\]）]|{words})"
    )


class PairReader:
    """Reads the pairs of releases with one set of rules.

    Args:
        rules: The rules to run; the shipped ones where none are given.
    """

    def __init__(self, rules: Iterable[Rule] | None = None) -> None:
        chosen = default_rules() if rules is None else tuple(rules)
        self._whole = Extractor(rule for rule in chosen if rule.kind != "post")
        # rules of a user may look for anything: with them everything runs
        self._bodies = (
            Extractor(r for r in chosen if r.kind in _OF_BODIES and r.after not in _LATER)
            if rules is None
            else self._whole
        )

    def wants(self, release: Release) -> bool:
        """Whether a release has a bracket that may pair something."""
        text = release.text
        return _LATIN.search(text) is not None or _thai_short().search(text) is not None

    def pairs(self, release: Release) -> Extraction:
        """Return the pairs of one release: its terms, and the bodies that a glossary asks for."""
        extractor = self._whole if _LATIN.search(release.text) else self._bodies
        context = extractor.recognise(release.text, release.published)
        terms = terms_of(context)
        named = {thai_key(term.thai.text) for term in terms}
        return Extraction(
            id=release.id,
            published=release.published.isoformat() if release.published else None,
            agencies=tuple(
                agency
                for agency in bodies_of(context)
                if (agency.registry_id and thai_key(agency.name) in named)
                or any(True for _ in short_forms(agency, release.text))
            ),
            terms=terms,
        )


def read_pairs(
    sources: Iterable[str | bytes | Release],
    *,
    n_process: int = 1,
    rules: Iterable[Rule] | None = None,
) -> Iterator[tuple[Extraction | None, str]]:
    """Read the pairs of many releases, in order, with bounded memory.

    Args:
        sources: Texts, bytes of files, or releases already read.
        n_process: Worker processes; 1 works in this process.
        rules: The rules to run; the shipped ones where none are given.

    Yields:
        What a release pairs, ``None`` where it has no bracket that could, and its text.
    """
    rules = None if rules is None else tuple(rules)
    releases = (s if isinstance(s, Release) else read(s) for s in sources)
    if n_process == 1:
        reader = PairReader(rules)
        for release in releases:
            yield (reader.pairs(release) if reader.wants(release) else None), release.text
        return
    for release, found in in_order(releases, _BATCH, _work, n_process, _start_worker, (rules,)):
        yield found, release.text


_worker: PairReader | None = None
"""The reader of a worker process; set once when the process starts."""


def _start_worker(rules: tuple[Rule, ...] | None) -> None:
    global _worker
    _worker = PairReader(rules)


def _work(batch: list[Release]) -> list[Extraction | None]:
    assert _worker is not None
    return [_worker.pairs(release) if _worker.wants(release) else None for release in batch]
