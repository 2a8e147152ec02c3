"""The main job: a text goes in, typed objects come out."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from .context import Context
from .fold import fold
from .model import Extraction
from .recognise import recognise
from .release import Release, read
from .resolve import resolve
from .rule import Rule, RuleSet
from .rules import default_rules
from .scan import Scanner

if TYPE_CHECKING:
    from .authoring.explain import Explanation


class Extractor:
    """Everything that is built once for a rule set and used for every text.

    Args:
        rules: The rules to run; the shipped ones where none are given.
            ``default_rules() + [my_rule]`` adds to them.
    """

    def __init__(self, rules: Iterable[Rule] | None = None) -> None:
        if isinstance(rules, (str, bytes)):
            raise TypeError(
                "Extractor takes rules; for a rule file give "
                "load_rules(path).added_to(default_rules()), from thaigov_extract.testing"
            )
        self.rules = default_rules() if rules is None else RuleSet(rules)
        self._scanner = Scanner(self.rules)

    def extract(self, text: str | bytes | Release, *, id: str | None = None) -> Extraction:
        """Extract the objects of one release.

        Args:
            text: The release, as text, as bytes of a file, or already read.
            id: Its name, where the text does not tell it.

        Returns:
            The extraction; its offsets are code points of the text as given.

        Raises:
            ReadError: Where bytes are no text in a known encoding.
        """
        release = text if isinstance(text, Release) else read(text, id=id)
        return resolve(release, self.recognise(release.text, release.published))

    def recognise(self, text: str, published: datetime.date | None = None) -> Context:
        """Run the rules over a text without tying together what they find.

        Args:
            text: Any text, as given.
            published: What stands in for the year of a date that has none.

        Returns:
            The folded text and the candidates of each kind.
        """
        folded = fold(text)
        return recognise(folded, self._scanner.rounds, self._scanner.scan(folded.text), published)

    def explain(
        self,
        text: str | bytes | Release,
        *,
        find: str | None = None,
        at: int | None = None,
    ) -> tuple[Explanation, ...]:
        """Say which rule made what, on which evidence; see :func:`.authoring.explain.explain`."""
        from .authoring.explain import explain

        return explain(self, text, find=find, at=at)

    def pipe(
        self,
        texts: Iterable[str | bytes | Release],
        *,
        n_process: int = 1,
        batch_size: int = 32,
    ) -> Iterator[Extraction]:
        """Extract from many releases, in order, with bounded memory.

        Args:
            texts: The releases; read no further ahead than the workers need.
            n_process: Worker processes; 1 works in this process.
            batch_size: Releases that a worker is handed at once.

        Yields:
            One extraction per text, in the order of *texts*.

        Raises:
            ValueError: Where *n_process* or *batch_size* is less than 1.
            TypeError: Where *texts* is one text.
        """
        if isinstance(texts, (str, bytes)):
            raise TypeError(
                "pipe takes many releases, in a list for instance; for one give extract"
            )
        if n_process < 1 or batch_size < 1:
            raise ValueError("n_process and batch_size count workers and releases: give 1 or more")
        if n_process == 1:
            for text in texts:
                yield self.extract(text)
            return
        from .workers import in_order

        rules = tuple(self.rules)
        for _, extraction in in_order(texts, batch_size, _work, n_process, _start_worker, (rules,)):
            yield extraction


@cache
def _default_extractor() -> Extractor:
    return Extractor()


def extract(text: str | bytes | Release, *, id: str | None = None) -> Extraction:
    """Extract the objects of one release with the shipped rules.

    Args:
        text: The release, as text, as bytes of a file, or already read.
        id: Its name, where the text does not tell it.

    Returns:
        The extraction; ``text[span.start:span.end] == span.text`` for each span.

    Raises:
        ReadError: Where bytes are no text in a known encoding.
    """
    return _default_extractor().extract(text, id=id)


_worker: Extractor | None = None
"""The extractor of a worker process; set once when the process starts."""


def _start_worker(rules: tuple[Rule, ...]) -> None:
    global _worker
    _worker = Extractor(rules)
    # what there is by now stays: the collector of a worker need not walk it again and again
    gc.freeze()


def _work(batch: list[str | bytes | Release]) -> list[Extraction]:
    assert _worker is not None
    return [_worker.extract(text) for text in batch]
