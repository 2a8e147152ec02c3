"""The line of a text in which something stands, cut to a width, with a mark around it."""

from __future__ import annotations

import unicodedata

import regex

from ..fold import ZERO_WIDTH

_END = regex.compile(r"\r\n?|\n")
_SPACE = regex.compile(r"\s+")
_ZERO_WIDTH = dict.fromkeys(map(ord, ZERO_WIDTH))


def excerpt(text: str, start: int, end: int, *, width: int = 120) -> tuple[str, int]:
    """Show a stretch of a text in its line.

    Args:
        text: A text.
        start: Offset of the first code point.
        end: Offset after the last one.
        width: Code points to show, marks not counted.

    Returns:
        The line, invisible characters dropped, white space evened, the stretch between « and »,
        … where something is cut off; and the line's number from 1.
    """
    before = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    after = _END.search(text, end)
    left = _shown(text[before:start]).lstrip()
    right = _shown(text[end : after.start() if after else len(text)]).rstrip()
    inside = _shown(text[start:end])
    if len(inside) > width:
        half = width // 2
        inside = f"{_head(inside, half)} … {_tail(inside, half)}"
    room = max(0, width - len(inside))
    on_left = min(len(left), max(room // 2, room - len(right)))
    on_right = min(len(right), room - on_left)
    if len(left) > on_left:
        left = "…" + _tail(left, on_left)
    if len(right) > on_right:
        right = _head(right, on_right) + "…"
    return f"{left}«{inside}»{right}", len(_END.findall(text, 0, start)) + 1


def _shown(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_ZERO_WIDTH))


def _head(text: str, length: int) -> str:
    """At most the first *length* code points, no letter without the marks above and below it."""
    while 0 < length < len(text) and _is_mark(text[length]):
        length -= 1
    return text[:length]


def _tail(text: str, length: int) -> str:
    """At most the last *length* code points, no mark without its letter."""
    start = len(text) - length
    while start < len(text) and _is_mark(text[start]):
        start += 1
    return text[start:]


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"
