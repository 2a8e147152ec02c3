"""Bodies whose names hold spaces: ``กรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..rule import Rule


def spaced_name_rules() -> tuple[Rule, ...]:
    """Return the rule for names with inner spaces.

    Returns:
        One rule of kind ``agency``; ``name`` is the name without its spaces, so that all
        spellings of a name are one body.
    """
    return (
        Rule(
            id="agency.spaced-name",
            kind="agency",
            triggers=tuple(_spellings()),
            match=_match,
            examples=(
                ("กรมอุทยานแห่งชาติ สัตว์ป่าและพันธุ์พืช เตือน", ("กรมอุทยานแห่งชาติ สัตว์ป่าและพันธุ์พืช",)),
                ("ปลัดกระทรวง แรงงาน", ("กระทรวง แรงงาน",)),
            ),
            counterexamples=("อุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช",),
        ),
    )


@cache
def _spellings() -> dict[str, str]:
    """Every spelling with a space, to the name without any."""
    spellings = {}
    for (name,) in read_table("agency_spaced_names"):
        parts = name.split("_")
        for gaps in product(("", " ", "  "), repeat=len(parts) - 1):
            if any(gaps):
                spelled = "".join(part + gap for part, gap in zip(parts, (*gaps, ""), strict=True))
                spellings[spelled] = "".join(parts)
    return spellings


def _match(context: Context, start: int, end: int) -> Iterator[Candidate]:
    values = {"form": "full", "name": _spellings()[context.text[start:end]]}
    yield Candidate("agency", start, end, "agency.spaced-name", values=values)
