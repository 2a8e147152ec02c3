"""What a comparison of two rule sets tells: changes, counts, times; as JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

if TYPE_CHECKING:
    from cattrs import Converter

What = Literal["gained", "lost", "changed"]
WHATS: tuple[What, ...] = ("gained", "lost", "changed")

KEPT = 10_000
"""Different changes of one kind and direction that are kept; more are counted only."""


@frozen
class Change:
    """An object that one set finds and the other does not, or finds otherwise.

    Attributes:
        kind: As in a rule: ``official``, ``post``, ``title``, ``agency``, ``term``, ``date`` or a
            kind of your own.
        what: ``gained``, ``lost`` or ``changed``.
        old: The whole object as an example of a rule states it, empty where gained.
        new: The same, empty where lost.
        count: Occurrences of this very change; what follows is of the first one.
        release: Id of the release, or ``None`` where it has none.
        line: The line in which the object stands, cut to about 120 characters around it,
            the object between « and ».
        line_number: Number of that line, from 1; 0 where the object has no place.
        start: Offset of the object's first code point in the release as given.
        end: Offset after its last code point.
        rules: Ids of the rules that made it, the old ones first.
    """

    kind: str
    what: What
    old: Mapping[str, str]
    new: Mapping[str, str]
    count: int
    release: str | None
    line: str
    line_number: int
    start: int
    end: int
    rules: tuple[str, ...]

    @property
    def text(self) -> str:
        """The object's text, the new one where it changed."""
        return self.new.get("text") or self.old["text"]


@frozen
class KindCounts:
    """Objects of one kind over all releases compared."""

    old: int = 0
    new: int = 0
    gained: int = 0
    lost: int = 0
    changed: int = 0


@frozen
class RuleCounts:
    """What one rule found on either side: mentions of officials, titles and agencies, and
    posts, terms, dates and objects of your own kinds.

    Attributes:
        old: Finds of the old side.
        new: Finds of the new side.
        only: ``old`` or ``new`` where only that set holds the rule, ``None`` where both do or a
            recorded side does not tell.
    """

    old: int = 0
    new: int = 0
    only: Literal["old", "new"] | None = None


@frozen
class Skipped:
    """Releases that could not be compared, for one reason.

    Attributes:
        reason: Why.
        count: How many.
        first: Ids of the first ten.
    """

    reason: str
    count: int
    first: tuple[str, ...]


@frozen
class Comparison:
    """What :func:`compare` returns.

    Attributes:
        releases: Releases compared.
        changes: Different changes by kind, direction, falling count and first occurrence.
        kinds: Counts by kind, the library's own first.
        rules: Counts by rule id.
        skipped: What was not compared, and why.
        unknown: Fields that were not compared because a recording was made before they were,
            as ``agency.english``.
        unlisted: Occurrences of changes that are counted in *kinds* but not listed, because
            there are more than 10,000 different ones of their kind and direction.
        old_seconds: Processor time of the old set over all releases; ``None`` where recorded.
        new_seconds: The same of the new set.
    """

    releases: int
    changes: tuple[Change, ...]
    kinds: Mapping[str, KindCounts]
    rules: Mapping[str, RuleCounts]
    skipped: tuple[Skipped, ...] = ()
    unknown: tuple[str, ...] = ()
    unlisted: int = 0
    old_seconds: float | None = None
    new_seconds: float | None = None

    def total(self, what: What) -> int:
        """Return how many objects were gained, lost or changed."""
        return sum(getattr(counts, what) for counts in self.kinds.values())

    @property
    def differs(self) -> bool:
        """Whether any object was gained, lost or changed."""
        return any(map(self.total, WHATS))

    @property
    def loses(self) -> bool:
        """Whether any object was lost or changed."""
        return bool(self.total("lost") or self.total("changed"))

    def milliseconds(self) -> tuple[float | None, float | None]:
        """Return the time per release of the old and the new side."""
        spent = (self.old_seconds, self.new_seconds)
        old, new = (s * 1000 / self.releases if s and self.releases else None for s in spent)
        return old, new

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as JSON values."""
        data: dict[str, Any] = _converter().unstructure(self)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Comparison:
        """Return the comparison that :meth:`to_dict` wrote."""
        return _converter().structure(data, cls)


@cache
def _converter() -> Converter:
    """The converter, made when first asked for: cattrs takes a while to import."""
    from cattrs import Converter

    return Converter()
