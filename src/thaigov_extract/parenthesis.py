"""Find the parentheses of a text: which brackets belong together.

What stands inside them is :mod:`.inside`'s, the Thai before them :mod:`.align`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from .prepared import compiled

Offsets = tuple[int, int]

LONGEST = 420
"""Code points that a pair of brackets may span; longer ones were never closed."""

_BRACKET = compiled(r"[()\[\]（）]")
_CLOSE = {")": "(", "]": "[", "）": "（"}
LATIN = compiled(r"[A-Za-zÀ-ɏ]")
"""A letter of the Latin script."""


@frozen
class Parenthesis:
    """A pair of brackets.

    Attributes:
        start: Offset of the opening bracket.
        end: Offset after the closing bracket, or after the Latin run where it was never closed.
        inner: Offsets of the inside.
        depth: 0 for one that stands in no other.
    """

    start: int
    end: int
    inner: Offsets
    depth: int


def parentheses(text: str) -> Iterator[Parenthesis]:
    """Yield every bracketed stretch that holds a Latin letter, outer before inner.

    Args:
        text: Folded text.

    Yields:
        Balanced pairs over at most two lines; an opening bracket that is never
        closed is given up to the end of the Latin run after it.
    """
    found: list[Parenthesis] = []
    stack: list[tuple[int, str]] = []
    for hit in _BRACKET.finditer(text):
        place, bracket = hit.start(), hit[0]
        while stack and _broken(text, stack[-1][0], place):
            found += _unclosed(text, stack.pop()[0], len(stack))
        if bracket not in _CLOSE:
            stack.append((place, bracket))
        elif stack and stack[-1][1] == _CLOSE[bracket]:
            opened = stack.pop()[0]
            if LATIN.search(text, opened + 1, place):
                found.append(Parenthesis(opened, place + 1, (opened + 1, place), len(stack)))
    while stack:
        found += _unclosed(text, stack.pop()[0], len(stack))
    # A bracket that was never closed does not nest what follows it.
    yield from sorted(found, key=lambda p: p.start)


def _broken(text: str, opened: int, here: int) -> bool:
    if here - opened > LONGEST:
        return True
    line_end = text.find("\n", opened, here)
    return line_end >= 0 and text.find("\n", line_end + 1, here) >= 0


_LATIN_RUN = compiled(r" *([A-Z][A-Za-zÀ-ɏ0-9 .,:&’'/–-]{1,120}[A-Za-z0-9])(?= *(?:[ก-๎\n“”\"]|$))")


def _unclosed(text: str, opened: int, depth: int) -> list[Parenthesis]:
    run = _LATIN_RUN.match(text, opened + 1)
    if run is None:
        return []
    return [Parenthesis(opened, run.end(), run.span(1), depth)]
