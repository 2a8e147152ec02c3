"""What the inner stages hand to each other: candidates in folded coordinates."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen


@frozen
class Candidate:
    """A stretch of the *folded* text that a rule takes for an object.

    Attributes:
        kind: ``official``, ``title``, ``agency``, ``date``, ``term``, ``post`` or a user's own.
        start: Offset of the first code point in the folded text.
        end: Offset after the last code point in the folded text.
        rule: Id of the rule that made it.
        slots: Named parts, each ``(start, end)`` in the folded text.
        values: What is not a part of the text (``iso``, ``status``, ``name``).
        confidence: 0 to 1 where a choice was made.
        built: What the rule's ``build`` returned, for kinds of a user's own.
    """

    kind: str
    start: int
    end: int
    rule: str
    slots: Mapping[str, tuple[int, int]] = field(factory=dict)
    values: Mapping[str, str] = field(factory=dict)
    confidence: float = 1.0
    built: object = field(default=None, eq=False)
