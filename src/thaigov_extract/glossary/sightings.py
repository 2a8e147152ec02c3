"""What releases say, kept small: which forms stand together, where, and what stands before.

Forms are kept once each; a place is a few numbers in an array.  So the memory grows with the
number of pairs (about 200 bytes each), never with the length of the releases.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import regex
from attrs import Factory, define, frozen

from ..model import Agency, Extraction, Mention, TermPair
from .concept import Evidence, Offsets
from .keys import thai_key
from .short_forms import short_forms

BEFORE = 80
"""Code points left of a Thai term that are kept for the decision on its border."""

# `ศูนย์… (ศบปภ.)`: a Thai short form that the guidelines leave inside the term
_OWN_SHORT = regex.compile(r"\s*[(（]\s*(?P<short>(?:[ก-ฮ]{1,6}\.){1,5}|[ก-ฮ]{2,6})\s*[)）]$")
_NOWHERE = (-1, -1)
_NUMBERS = 7
"""Numbers of a place: release, then start and end of Thai, English and abbreviation."""


@frozen
class Names:
    """Forms that stand together, as written.

    Attributes:
        thai: The Thai term.
        english: The English name, or ``None``.
        abbreviation: The Latin abbreviation, or ``None``.
        short: A Thai short form, or ``None``.
        kind: What the term names.
    """

    thai: str
    english: str | None
    abbreviation: str | None
    short: str | None
    kind: str


@define
class _Tally:
    places: array[int] = Factory(lambda: array("q"))
    confidences: array[float] = Factory(lambda: array("f"))
    before: list[str] = Factory(list)


@frozen
class Sighting:
    """One place where forms stand together.

    Attributes:
        names: The forms.
        release: Number of the release, counted from 0.
        thai: Offsets of the Thai term.
        english: Offsets of the English name, or ``None``.
        abbreviation: Offsets of the abbreviation or the Thai short form, or ``None``.
        confidence: That of the pair.
        before: What stands before the Thai term on its line.
    """

    names: Names
    release: int
    thai: Offsets
    english: Offsets | None
    abbreviation: Offsets | None
    confidence: float
    before: str


class Sightings:
    """The pairs of all releases.

    Attributes:
        registry: Thai name → English name of bodies that the registry of agencies knows.
    """

    def __init__(self) -> None:
        self.registry: dict[str, str] = {}
        self._releases: list[tuple[str | None, str | None]] = []
        self._pairs: dict[Names, _Tally] = {}
        self._ties: dict[Names, _Tally] = {}

    def add(self, extraction: Extraction, text: str | None = None) -> None:
        """Take in what one release pairs.

        Args:
            extraction: What was found in it.
            text: The release itself; with it a border may be moved to the left too.
        """
        number = len(self._releases)
        ties = [
            (agency, *tie) for agency in extraction.agencies for tie in short_forms(agency, text)
        ]
        if not extraction.terms and not ties:
            return
        written = {term.english.text for term in extraction.terms if term.english}
        self._releases.append((extraction.id, extraction.published))
        for term in extraction.terms:
            self._add_term(number, term, text)
        named = {thai_key(term.thai.text) for term in extraction.terms}
        for agency in extraction.agencies:
            if thai_key(agency.name) in named:
                self._register(agency.name, agency, written)
        for agency, name, short in ties:
            self._register(name.text, agency, written)
            self._add_tie(number, name, short)

    def _register(self, name: str, agency: Agency, written: set[str]) -> None:
        if agency.english and agency.registry_id and agency.english not in written:
            self.registry.setdefault(name, agency.english)

    def _add_term(self, number: int, term: TermPair, text: str | None) -> None:
        thai, end, short = term.thai.text, term.thai.end, None
        own = _OWN_SHORT.search(thai)
        if own is not None and own.start() > 0:
            thai, end, short = thai[: own.start()], term.thai.start + own.start(), own["short"]
        names = Names(
            thai,
            term.english.text if term.english else None,
            term.abbreviation.text if term.abbreviation else None,
            short,
            term.kind,
        )
        tally = self._pairs.setdefault(names, _Tally())
        english = (term.english.start, term.english.end) if term.english else _NOWHERE
        brief = (term.abbreviation.start, term.abbreviation.end) if term.abbreviation else _NOWHERE
        tally.places.extend((number, term.thai.start, end, *english, *brief))
        tally.confidences.append(term.confidence)
        before = text[max(0, term.thai.start - BEFORE) : term.thai.start] if text else ""
        tally.before.append(before[before.rfind("\n") + 1 :])

    def _add_tie(self, number: int, name: Mention, short: Mention) -> None:
        names = Names(name.text, None, None, short.text, "agency")
        tally = self._ties.setdefault(names, _Tally())
        tally.places.extend((number, name.start, name.end, *_NOWHERE, short.start, short.end))
        tally.confidences.append(1.0)
        tally.before.append("")

    def pairs(self) -> Iterator[Sighting]:
        """Yield the places where a Thai term and a Latin name stand together."""
        return _each(self._pairs)

    def ties(self) -> Iterator[Sighting]:
        """Yield the places where a body's Thai name and a Thai short form are tied."""
        return _each(self._ties)

    def published(self, release: int) -> str | None:
        """Return the ISO date of a release, or ``None``."""
        return self._releases[release][1]

    def evidence(self, sighting: Sighting, thai: Offsets) -> Evidence:
        """Return a place as evidence, with the Thai borders that were decided."""
        release, published = self._releases[sighting.release]
        return Evidence(release, published, thai, sighting.english, sighting.abbreviation)


def _each(tallies: dict[Names, _Tally]) -> Iterator[Sighting]:
    for names, tally in tallies.items():
        rows = zip(*(tally.places[i::_NUMBERS] for i in range(_NUMBERS)), strict=True)
        for row, confidence, before in zip(rows, tally.confidences, tally.before, strict=True):
            release, a, b, c, d, e, f = row
            english = (c, d) if c >= 0 else None
            brief = (e, f) if e >= 0 else None
            yield Sighting(names, release, (a, b), english, brief, round(confidence, 4), before)
