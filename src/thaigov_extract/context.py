"""What a rule may look at while it decides: one document and what is known of it so far."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import field, frozen

from .candidate import Candidate
from .fold import Folded
from .model import Span

T = TypeVar("T")


@frozen
class Context:
    """One folded text with everything known about it so far.

    A rule reads it; only the engine in :mod:`.recognise` writes the two mappings, between rules.

    Attributes:
        folded: The text with the map back to the text as given.
        text: The folded text; the offsets that rules get and give count its code points.
        published: Date of the release's date line, or ``None``.
        everything: All candidates of each kind that has been recognised, before overlaps
            were decided.
        standing: Those of them that stand, in text order.
    """

    folded: Folded
    published: datetime.date | None = None
    everything: dict[str, tuple[Candidate, ...]] = field(factory=dict)
    standing: dict[str, tuple[Candidate, ...]] = field(factory=dict)
    _longest: dict[str, dict[int, Candidate]] = field(factory=dict, init=False, repr=False)
    _known: dict[Callable[..., object], Any] = field(factory=dict, init=False, repr=False)
    text: str = field(init=False)

    @text.default
    def _text(self) -> str:
        return self.folded.text

    def at(self, kind: str, start: int) -> Candidate | None:
        """Return the longest candidate of *kind* that starts at *start*, standing or not."""
        return self.by_start(kind).get(start)

    def by_start(self, kind: str) -> Mapping[int, Candidate]:
        """Return the longest candidate of *kind*, standing or not, at each place where one starts."""
        if kind not in self._longest:
            self._longest[kind] = _longest_by_start(self.everything.get(kind, ()))
        return self._longest[kind]

    def found(self, kind: str) -> tuple[Candidate, ...]:
        """Return the candidates of *kind* that stand so far, in text order."""
        return self.standing.get(kind, ())

    def once(self, make: Callable[[Context], T]) -> T:
        """Return ``make(context)``, worked out once for this text and the rules run so far."""
        if make not in self._known:
            self._known[make] = make(self)
        result: T = self._known[make]
        return result

    def span(self, start: int, end: int) -> Span:
        """Return folded offsets as a span of the text as given."""
        return self.folded.span(start, end)

    def record(
        self,
        everything: Mapping[str, tuple[Candidate, ...]],
        standing: Mapping[str, tuple[Candidate, ...]],
    ) -> None:
        """Take in what a round of rules found; for the engine alone."""
        if not everything and not standing:
            return  # nothing new: what was worked out stands
        self.everything.update(everything)
        self.standing.update(standing)
        self._known.clear()
        for kind in everything:
            self._longest.pop(kind, None)


def _longest_by_start(candidates: tuple[Candidate, ...]) -> dict[int, Candidate]:
    by_start: dict[int, Candidate] = {}
    for candidate in candidates:
        known = by_start.get(candidate.start)
        if known is None or candidate.end > known.end:
            by_start[candidate.start] = candidate
    return by_start
