"""The glossary that people use: fill it, look things up in it, read and write it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..model import Extraction
from ..release import Release
from ..rule import Rule
from .concept import Concept
from .keys import search_keys
from .merge import merge
from .reading import read_pairs
from .sightings import Sightings

EVIDENCE = 3
"""Places that a concept keeps where nothing else is said."""


class Glossary:
    """Thai–English concepts of a body of releases.

    >>> from thaigov_extract import Glossary
    >>> glossary = Glossary.from_releases(["องค์การอนามัยโลก (World Health Organization: WHO)"])
    >>> glossary.lookup("who")[0].preferred_thai
    'องค์การอนามัยโลก'

    Args:
        concepts: What it holds from the start; a glossary with such concepts is finished, since
            they no longer tell all their places, and takes no more releases.
        evidence: Places that each concept keeps, the first ones with its preferred forms; counts
            and dates are always those of all places.
    """

    def __init__(self, concepts: Iterable[Concept] = (), *, evidence: int = EVIDENCE) -> None:
        if evidence < 0:
            raise ValueError("evidence counts the places that a concept keeps: give 0 or more")
        self._evidence = evidence
        self._sightings = Sightings()
        self._concepts: tuple[Concept, ...] | None = tuple(concepts)
        self._finished = bool(self._concepts)
        self._index: dict[str, list[Concept]] | None = None

    @classmethod
    def from_extractions(
        cls, extractions: Iterable[Extraction], *, evidence: int = EVIDENCE
    ) -> Glossary:
        """Make a glossary of what was extracted.

        Args:
            extractions: One per release.  Without the releases' texts a Thai border can move to
                the right only; :meth:`from_releases` decides better.
            evidence: See :class:`Glossary`.
        """
        glossary = cls(evidence=evidence)
        for extraction in extractions:
            glossary.add(extraction)
        return glossary

    @classmethod
    def from_releases(
        cls,
        releases: Iterable[str | bytes | Release],
        *,
        n_process: int = 1,
        rules: Iterable[Rule] | None = None,
        evidence: int = EVIDENCE,
        progress: Callable[[int], object] | None = None,
    ) -> Glossary:
        """Extract what a glossary needs from releases and merge it.

        The releases are read one by one, and those without a bracket that could pair something
        are passed over, so the memory grows with the pairs and not with the texts.

        Args:
            releases: Texts, bytes of files, or releases already read.
            n_process: Worker processes; 1 works in this process.
            rules: The rules to run; the shipped ones where none are given.  Posts are left out:
                no pair needs them.
            evidence: See :class:`Glossary`.
            progress: Called with the number of releases read, after each.
        """
        glossary = cls(evidence=evidence)
        pairs = read_pairs(releases, n_process=n_process, rules=rules)
        for count, (extraction, text) in enumerate(pairs, start=1):
            if extraction is not None:
                glossary.add(extraction, text)
            if progress is not None:
                progress(count)
        return glossary

    def add(self, extraction: Extraction, text: str | None = None) -> None:
        """Take in what one release pairs.

        Args:
            extraction: What was extracted from it.
            text: The release, as it was given to ``extract``.  With it the decision on a Thai
                border can move it to the left too.

        Raises:
            ValueError: Where this glossary was read from a file or made of concepts.
        """
        if self._finished:
            raise ValueError(
                "a glossary that was read from a file takes no more releases: "
                "make it again with Glossary.from_releases over all of them"
            )
        self._sightings.add(extraction, text)
        self._concepts = self._index = None

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, those of the most releases first; merged when first asked for."""
        if self._concepts is None:
            self._concepts = merge(self._sightings, self._evidence)
        return self._concepts

    def __len__(self) -> int:
        return len(self.concepts)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def lookup(self, query: str) -> tuple[Concept, ...]:
        """Find concepts by any of their forms.

        Args:
            query: A Thai or English name or an abbreviation of either; case, spaces, hyphens,
                dots, articles and a plural *s* make no difference.

        Returns:
            The concepts that have this form, those for which it is the preferred one first, then
            those of the most releases.
        """
        if self._index is None:
            self._index = {}
            for concept in self.concepts:
                for key in {key for form in concept.forms for key in search_keys(form.text)}:
                    self._index.setdefault(key, []).append(concept)
        for key in search_keys(query):
            found = self._index.get(key)
            if key and found:
                return tuple(sorted(found, key=lambda c: (not _prefers(c, key), -c.releases)))
        return ()


def _prefers(concept: Concept, key: str) -> bool:
    return any(
        key in search_keys(form.text)
        for form in concept.forms
        if form.status in ("preferred", "variant")
    )
