"""Where the name of a body ends inside a run of Thai letters, by the words beside each edge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .lexicon import read_table
from .words import edges

REACH = 110
"""Longest run of letters that is read after the start of a name, in code points."""

_BIAS = "="
_TABLE = "border_words"


def border_features(text: str, start: int, edge: int, cuts: Sequence[int]) -> tuple[str, ...]:
    """Name what stands on both sides of a word edge.

    Args:
        text: Any text.
        start: Offset where the name begins.
        edge: The edge in question; one of *cuts*.
        cuts: All word edges from *start* to the end of the run.

    Returns:
        ``=`` (always), ``<`` and the word before, ``>`` and the word after,
        ``>>`` and the two words after.
    """
    at = cuts.index(edge)
    before = text[cuts[at - 1] : edge] if at else ""
    after = text[edge : cuts[at + 1]] if at + 1 < len(cuts) else ""
    then = text[cuts[at + 1] : cuts[at + 2]] if at + 2 < len(cuts) else ""
    return (_BIAS, "<" + before, ">" + after, f">>{after} {then}")


def name_end(
    text: str, start: int, least: int, stop: int, threshold: float = 0.0
) -> tuple[int, float]:
    """Return where a name that begins at *start* ends.

    Args:
        text: Folded text.
        start: Offset where the name begins.
        least: The name reaches at least to here (the end of its head or of a known name).
        stop: The run of letters ends here.
        threshold: How much evidence (in nats) an earlier end needs.

    Returns:
        The offset after the name, and how sure that is (0.5 to 1).
    """
    if least >= stop:
        return stop, 1.0
    cuts = edges(text, start, min(stop, start + REACH))
    weights = _weights()
    for edge in cuts:
        if edge < least or edge <= start or edge >= stop:
            continue
        total = sum(
            weights.get(feature, 0.0) for feature in border_features(text, start, edge, cuts)
        )
        if total > threshold:
            return edge, min(1.0, 0.5 + total / 8)
    return min(stop, start + REACH), 0.9


@cache
def _weights() -> dict[str, float]:
    return {feature: int(tenths) / 10 for feature, tenths in read_table(_TABLE)}
