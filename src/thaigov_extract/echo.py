"""Find the other places of a text that end like a term: where they differ, a term may begin."""

from __future__ import annotations

from .release import LONGEST

_TAIL = 6
"""Code points that two places must share at least."""

_REACH = 150
"""Places that share more are one sentence printed twice (a headline), and say nothing."""

_MOST = 30

_LOOKED_AT = 400
"""Places that are compared: many times what a release has, and few in a text made of one phrase."""


def echoes(text: str, end: int) -> tuple[tuple[int, bool], ...]:
    """Compare the text before *end* with the other places that end like it.

    Args:
        text: Folded text.
        end: Offset after the term.

    Returns:
        For each other place, the offset from which the text before *end* is the same as there, and
        whether a space, a quotation mark, a bracket or the line's start stands before it there.
    """
    key = text[end - _TAIL : end] if end >= _TAIL else ""
    if not key or "\n" in key:
        return ()
    found: list[tuple[int, bool]] = []
    sentence = text[end - _REACH : end] if end >= _REACH else ""
    low, high = max(0, end - LONGEST), end + LONGEST
    place = text.find(key, low, high)
    for _ in range(_LOOKED_AT):
        if place < 0 or len(found) >= _MOST:
            break
        if sentence and "\n" not in sentence and text.endswith(sentence, 0, place + _TAIL):
            place = text.find(key, place + 1, high)  # the same sentence, told at once
            continue
        there, here, same = place, end - _TAIL, _TAIL
        if here != there:
            most = min(_REACH, there + _TAIL, end)
            while same < most and text[there - 1] == text[here - 1] != "\n":
                there, here, same = there - 1, here - 1, same + 1
            if same < _REACH:
                found.append((here, there == 0 or text[there - 1] in " \n\"“‘'("))
        place = text.find(key, place + 1, high)
    return tuple(found)
