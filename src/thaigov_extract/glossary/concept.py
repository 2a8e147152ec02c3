"""The values that a glossary is made of: concepts, their forms, evidence and issues."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from ..model import TermKind

Offsets = tuple[int, int]

FormStatus = Literal["preferred", "variant", "competing", "doubtful", "misspelling"]
"""What a form is to its concept.

``preferred``: the majority's.  ``variant``: the same name spelled, spaced or cased otherwise.
``competing``: another name for the same.  ``doubtful``: seen once or twice only, and its border or
its meaning is not sure.  ``misspelling``: one slip away from a form that is far more frequent.
"""

IssueKind = Literal["misspelling", "competing-thai", "several-meanings", "several-english"]
"""Why a terminologist should look at a concept.

``misspelling``: :attr:`Issue.text` is probably a slip for :attr:`Issue.beside`.
``competing-thai``: :attr:`Issue.text` is used for the same English beside :attr:`Issue.beside`.
``several-meanings``: the abbreviation :attr:`Issue.text` also stands for :attr:`Issue.beside`,
the concept :attr:`Issue.concept`.  ``several-english``: the Thai term :attr:`Issue.text` is also
paired with :attr:`Issue.beside`, the concept :attr:`Issue.concept`.
"""


@frozen
class Form:
    """One way to write a concept in one language.

    Attributes:
        text: The form, without zero-width characters, single spaces inside.
        status: What it is to the concept; see :data:`FormStatus`.
        occurrences: Places where it stands in a pair, repeats within a release counted once.
            0 for a name that comes from the registry of agencies and not from a release.
        releases: Releases with such a place.
    """

    text: str
    status: FormStatus
    occurrences: int
    releases: int


@frozen
class Evidence:
    """One place where a release pairs the forms.

    Attributes:
        release: Id of the release, or ``None`` where it has none.
        published: ISO date of its date line, or ``None``.
        thai: Offsets of the Thai term in the text as given.
        english: Offsets of the English name, or ``None``.
        abbreviation: Offsets of the abbreviation, Latin or Thai, or ``None``.
    """

    release: str | None
    published: str | None
    thai: Offsets
    english: Offsets | None = None
    abbreviation: Offsets | None = None


@frozen
class Issue:
    """Something about a concept that does not agree; see :data:`IssueKind`.

    Attributes:
        kind: What it is.
        text: The form in question.
        beside: What it does not agree with.
        concept: Id of the other concept, or ``None`` where it is within this one.
    """

    kind: IssueKind
    text: str
    beside: str
    concept: str | None = None


@frozen
class Concept:
    """A term in Thai and English with everything that the releases say about it.

    Attributes:
        id: Stable over runs as long as its English name (or abbreviation) stays.
        kind: What it names; see :data:`thaigov_extract.model.TermKind`.
        thai: Thai names, the preferred one first.
        english: English names, the preferred one first; empty where only an abbreviation is known.
        abbreviations: Latin abbreviations, the preferred one first.
        thai_abbreviations: Thai short forms, the preferred one first.
        occurrences: Places where a release pairs forms of it.
        releases: Releases with such a place.
        first: ISO date of the earliest of them, or ``None``.
        last: ISO date of the latest, or ``None``.
        confidence: Probability, 0 to 1, that the preferred Thai form has the right borders.
        issues: What a terminologist should look at.
        evidence: Some of the places, those of the preferred forms first.
    """

    id: str
    kind: TermKind
    thai: tuple[Form, ...]
    english: tuple[Form, ...] = ()
    abbreviations: tuple[Form, ...] = ()
    thai_abbreviations: tuple[Form, ...] = ()
    occurrences: int = 0
    releases: int = 0
    first: str | None = None
    last: str | None = None
    confidence: float = 1.0
    issues: tuple[Issue, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def preferred_thai(self) -> str:
        """The preferred Thai name."""
        return self.thai[0].text

    @property
    def preferred_english(self) -> str | None:
        """The preferred English name, or ``None``."""
        return self.english[0].text if self.english else None

    @property
    def abbreviation(self) -> str | None:
        """The preferred Latin abbreviation, or ``None``."""
        return self.abbreviations[0].text if self.abbreviations else None

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms of both languages."""
        return (*self.thai, *self.english, *self.abbreviations, *self.thai_abbreviations)
