"""The typed objects that an extraction is made of.

All are frozen and slotted.  Every offset is a code-point index into the text
as it was given to :func:`thaigov_extract.extract`, and for every span
``text[span.start:span.end] == span.text`` holds.  The meaning of each field is
the project's annotation guidelines; the JSON form is in :mod:`.serialise`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar

from attrs import field, fields, frozen

T = TypeVar("T")

TermKind = Literal[
    "agency",
    "person",
    "title",
    "meeting",
    "document",
    "programme",
    "place",
    "product",
    "concept",
]
Status = Literal["acting", "former", "delegate"]
Calendar = Literal["BE", "CE"]

SCHEMA_VERSION = 1


class _Value:
    """What pickles as its fields in a row: half the cost of the dictionary that attrs makes.

    ``pipe`` sends every extraction from a worker to its caller that way.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        kind: Any = type(self)
        return kind, _in_a_row(kind)(self)


@cache
def _in_a_row(kind: type) -> Callable[[object], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(kind)))


@frozen
class Span(_Value):
    """A stretch of the text as given.

    Attributes:
        text: The characters themselves, letter for letter.
        start: Offset of the first code point.
        end: Offset after the last code point.
    """

    text: str
    start: int
    end: int


@frozen
class Name(_Value):
    """A person's name in its fullest form in the release.

    Attributes:
        text: From the prefix to the end of the family name.
        start: Offset of the first code point.
        end: Offset after the last code point.
        prefix_span: Courtesy, rank, academic or noble titles in a row, or ``None``.
        given_span: Given and middle names, or ``None``.
        family_span: Family name, or ``None`` where the text never gives it.
    """

    text: str
    start: int
    end: int
    prefix_span: Span | None = None
    given_span: Span | None = None
    family_span: Span | None = None

    @property
    def prefix(self) -> str | None:
        """The prefix as written, or ``None``."""
        return self.prefix_span.text if self.prefix_span else None

    @property
    def given(self) -> str | None:
        """The given and middle names as written, or ``None``."""
        return self.given_span.text if self.given_span else None

    @property
    def family(self) -> str | None:
        """The family name as written, or ``None``."""
        return self.family_span.text if self.family_span else None


@frozen
class Mention(_Value):
    """One place in the text that names an official, a title or an agency.

    Attributes:
        text: The characters themselves.
        start: Offset of the first code point.
        end: Offset after the last code point.
        rule: Id of the rule that found it.
    """

    text: str
    start: int
    end: int
    rule: str


@frozen
class Position(_Value):
    """A post that the text gives to a person.

    Attributes:
        title: The post's span.
        agencies: Names of the agencies that the text attaches to the post,
            from the unit inside the title outwards; each is the ``name`` of an
            :class:`Agency` of the same extraction.
        status: ``acting``, ``former``, ``delegate`` or ``None``.
        rule: Id of the rule that tied the post to the person.
    """

    title: Span
    agencies: tuple[str, ...] = ()
    status: Status | None = None
    rule: str = ""


@frozen
class Official(_Value):
    """A person whom the release names.

    Attributes:
        name: The fullest form.
        mentions: Every place that names the person, in text order, the full
            form among them.
        positions: Posts that the text gives to the person, in text order.
    """

    name: Name
    mentions: tuple[Mention, ...] = ()
    positions: tuple[Position, ...] = ()

    @property
    def short(self) -> tuple[str, ...]:
        """Distinct other forms of the name (``นางพัชรี``), in text order."""
        full = " ".join(self.name.text.split())
        forms = (mention.text for mention in self.mentions)
        return tuple(dict.fromkeys(f for f in forms if " ".join(f.split()) != full))


@frozen
class Title(_Value):
    """An office or post that the release names, held by somebody named or not."""

    text: str
    mentions: tuple[Mention, ...] = ()


@frozen
class Agency(_Value):
    """A named organisation.

    Attributes:
        name: Full proper name as in the text.
        abbreviations: Short forms that the text uses for it, Thai or Latin.
        english: English name, from the text or from the registry, or ``None``.
        mentions: Every place that names it, in text order.
        registry_id: Id in ``data/agencies.tsv``, or ``None`` where it is not known there.
        ministry: Thai name of the ministry to which the registry says it belongs (its own
            name for a ministry), or ``None``.
    """

    name: str
    abbreviations: tuple[str, ...] = ()
    english: str | None = None
    mentions: tuple[Mention, ...] = ()
    registry_id: str | None = None
    ministry: str | None = None


@frozen
class TermPair(_Value):
    """A Thai term with the Latin-script name that the release puts in parentheses after it.

    Attributes:
        thai: The whole Thai term.
        english: English name as written, or ``None``.
        abbreviation: Abbreviation as written, or ``None``.
        kind: What the term names.
        confidence: Probability, 0 to 1, that the Thai border is right.
        rule: Id of the rule that made the pair.
    """

    thai: Span
    english: Span | None
    abbreviation: Span | None
    kind: TermKind
    confidence: float
    rule: str = ""


@frozen
class DateMention(_Value):
    """A calendar date.

    Attributes:
        text: The date as written.
        start: Offset of the first code point.
        end: Offset after the last code point.
        iso: ``2021-02-08``, ``2021-02``, ``2021`` or a range with a slash.
        calendar: Era of the year as written, ``BE`` or ``CE``.
        rule: Id of the rule that found it.
        mentions: Every place with this same string.
    """

    text: str
    start: int
    end: int
    iso: str
    calendar: Calendar = "BE"
    rule: str = ""
    mentions: tuple[Span, ...] = ()


@frozen
class Record(_Value):
    """An object of a kind that a user's rules define.

    Attributes:
        kind: The user's name for it.
        text: The characters themselves.
        start: Offset of the first code point.
        end: Offset after the last code point.
        slots: Named parts of the text.
        values: Fields that are no part of the text.
        rule: Id of the rule that found it.
        confidence: 0 to 1 where the rule made a choice.
        value: What the rule's ``build`` made of it, or ``None``; not part of the JSON form.
    """

    kind: str
    text: str
    start: int
    end: int
    slots: Mapping[str, Span] = field(factory=dict)
    values: Mapping[str, str] = field(factory=dict)
    rule: str = ""
    confidence: float = 1.0
    value: object = field(default=None, eq=False)


@frozen
class Extraction(_Value):
    """Everything that one release yields.

    Attributes:
        id: From the source line or the file's name, or ``None``.
        url: From the source line, or ``None``.
        headline: First line without the site prefix, or ``None``.
        published: ISO date of the date line, or ``None``.
        officials, titles, agencies, terms, dates: The objects, in text order.
        records: Objects of kinds that users' rules define, in text order.
        schema: Version of the JSON form.
    """

    id: str | None = None
    url: str | None = None
    headline: str | None = None
    published: str | None = None
    officials: tuple[Official, ...] = ()
    titles: tuple[Title, ...] = ()
    agencies: tuple[Agency, ...] = ()
    terms: tuple[TermPair, ...] = ()
    dates: tuple[DateMention, ...] = ()
    records: tuple[Record, ...] = ()
    schema: int = field(default=SCHEMA_VERSION)

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Return the typed objects that rules with ``build`` made, by their class, in text order."""
        return tuple(r.value for r in self.records if isinstance(r.value, kind))
