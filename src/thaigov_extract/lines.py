"""Where the line of a place begins, looked for no further than a rule reads."""

from __future__ import annotations


def line_start(text: str, at: int, reach: int) -> int:
    """Return where the line that holds *at* begins, or ``at - reach`` where that is nearer.

    Args:
        text: Any text.
        at: An offset in it, in code points.
        reach: How far the caller reads; a text of one long line costs no more than that.
    """
    low = max(0, at - reach)
    return text.rfind("\n", low, at) + 1 or low
