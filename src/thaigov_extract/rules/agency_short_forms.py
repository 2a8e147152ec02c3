"""Bodies that a table knows: short forms (``รฟม.``, ``กระทรวง พม.``) and names with inner spaces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import regex

from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..rule import Rule

_CLIPPED_HEADS = ("กระทรวง", "สำนักงาน", "กรม", "ศูนย์", "การ")
_LONGER = regex.compile(r"[ก-ฮ]{1,4}\.")
_DOTTED_LEFT = regex.compile(r"[ก-๎]\.$")


def short_form_rules() -> tuple[Rule, ...]:
    """Return the rules for short forms.

    Returns:
        Rules of kind ``agency``; ``form`` is ``abbreviation`` or ``clipped`` and ``name``
        the full name that the short form stands for.
    """
    return (
        Rule(
            id="agency.short-form",
            kind="agency",
            triggers=tuple(_names()),
            match=_short_form,
            examples=(("รฟม. แจ้งปิดจราจร", ("รฟม.",)), ("WHO เตือน", ("WHO",))),
            counterexamples=("ร้อย.ทพ. 2105", "WHOSE"),
        ),
        Rule(
            id="agency.spaced-name",
            kind="agency",
            triggers=tuple(_spaced_names()),
            match=_spaced_name,
            examples=(
                ("กรมอุทยานแห่งชาติ สัตว์ป่าและพันธุ์พืช เตือน", ("กรมอุทยานแห่งชาติ สัตว์ป่าและพันธุ์พืช",)),
            ),
            counterexamples=("อุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช",),
        ),
        Rule(
            id="agency.clipped",
            kind="agency",
            triggers=tuple(f"{head}{gap}" for head in _CLIPPED_HEADS for gap in ("", " ")),
            match=_clipped,
            examples=(("ผู้บริหารกระทรวง พม. ร่วมงาน", ("กระทรวง พม.",)),),
            counterexamples=("ผู้บริหารกระทรวงฯ ร่วมงาน",),
        ),
    )


@cache
def _names() -> dict[str, str]:
    """Short forms that are safe without a definition, to the name that they stand for."""
    return {row[0]: row[1] for row in read_table("agency_abbreviations") if row[4] == "yes"}


@cache
def _all_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for short, name, *_ in read_table("agency_abbreviations"):
        names.setdefault(short, name)
    return names


@cache
def _spaced_names() -> dict[str, str]:
    """Every spelling of a name with inner spaces, to the name without any."""
    spellings = {}
    for (name,) in read_table("agency_spaced_names"):
        parts = name.split("_")
        for gaps in product(("", " ", "  "), repeat=len(parts) - 1):
            if not all(gap == "" for gap in gaps):
                spelled = "".join(part + gap for part, gap in zip(parts, (*gaps, ""), strict=True))
                spellings[spelled] = "".join(parts)
    return spellings


def _spaced_name(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    if start and text[start - 1] in "เแโใไ":
        return
    values = {"form": "full", "name": _spaced_names()[text[start:end]]}
    yield Candidate("agency", start, end, "agency.spaced-name", values=values)


def _short_form(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    short = text[start:end]
    if not _stands_alone(text, start, end):
        return
    values = {"form": "abbreviation"}
    if name := _names()[short]:
        values["name"] = name
    yield Candidate("agency", start, end, "agency.short-form", values=values)


def _clipped(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    best = ""
    for length in range(12, 1, -1):
        piece = text[end : end + length]
        if piece in _all_names() and piece.endswith("."):
            best = piece
            break
    if not best or _LONGER.match(text, end + len(best)):
        return
    values = {"form": "clipped", "name": _all_names()[best], "short": best}
    yield Candidate("agency", start, end + len(best), "agency.clipped", values=values)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if text[start].isascii():
        return not (before.isascii() and (before.isalnum() or before in "./@-_")) and not (
            after.isascii() and (after.isalnum() or after in "/@_")
        )
    if before == "." or _LONGER.match(text, end):
        return False
    thai_left = bool(before) and "ก" <= before <= "๎"
    if text[end - 1] == ".":
        return not thai_left or end - start > 4
    return not thai_left and not (after and "ก" <= after <= "๎")
