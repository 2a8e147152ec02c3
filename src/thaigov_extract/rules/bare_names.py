"""Names without a prefix, of persons whom the release names with one."""

from __future__ import annotations

from collections.abc import Sequence

from ..candidate import Candidate


def bare_mentions(text: str, people: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Find prefix-less uses of the names of *people*."""
    return ()
