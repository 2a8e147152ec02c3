"""What a rule may look at while it decides: one document, read only."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from attrs import field, frozen

from .candidate import Candidate
from .lexicon import Lexicon


@frozen
class Context:
    """One folded text with everything known about it so far.

    Attributes:
        text: The folded text.
        lexicon: The shipped word lists.
        published: Date of the release's date line, or ``None``.
        found: Candidates of the kinds recognised before this one, by start.
    """

    text: str
    lexicon: Lexicon
    published: datetime.date | None = None
    found: Mapping[str, Mapping[int, Candidate]] = field(factory=dict)

    def at(self, kind: str, start: int) -> Candidate | None:
        """Return the candidate of *kind* that starts at *start*, or ``None``."""
        return self.found.get(kind, {}).get(start)
