"""Bodies whose name is clipped: ``กระทรวง พม.``, ``กระทรวงเกษตรฯ``."""

from __future__ import annotations

from ..candidate import Candidate
from ..prepared import compiled
from .agency_ends import (
    with_legal_form,
)
from .agency_places import in_branch
from .agency_seen import known_by_stem
from .agency_short import HOT_LINE, right_free
from .agency_words import abbreviations, abbreviations_by_start, ministries, tags


def begins_one(begun: str) -> bool:
    """Whether a known name goes on after *begun*."""
    return any(begun == name[: len(begun)] for name in known_by_stem(begun))


def unclipped(begun: str) -> str:
    """The only ministry that a clipped name can mean (``กระทรวงเกษตรฯ``, ``กระทรวงท่องเที่ยวฯ``)."""
    stem = begun.removeprefix("กระทรวง").removeprefix("การ")
    if not stem or not begun.startswith("กระทรวง"):
        return ""
    whole = [
        name
        for name in ministries()
        if name.removeprefix("กระทรวง").removeprefix("การ").startswith(stem)
    ]
    return whole[0] if len(whole) == 1 else ""


_CLIPPABLE = frozenset(
    ["กระทรวง", "กรม", "สำนักงาน", "สำนัก", "คณะกรรมการ", "คณะอนุกรรมการ", "ศูนย์", "ศูนย์ปฏิบัติการ", "สถาบัน", "บริษัท", "กองทุน",
     "ธนาคาร", "องค์การ", "มหาวิทยาลัย", "โรงพยาบาล"]
)  # fmt: skip

_LONGEST_CLIPPED = 12
_TAGGED = compiled(r"[ก-ฮ]{2,5}(?![ก-๎.])")


def clip(text: str, start: int, after: int) -> Candidate | None:
    """``กระทรวง พม.``: the head stays, the rest is an abbreviation."""
    if text[start:after] not in _CLIPPABLE:
        return None
    tagged = _TAGGED.match(text, after) if text[start - 1 : start] == "#" else None
    if tagged and (name := tags().get("#" + tagged[0])):
        values = {"form": "clipped", "name": name}  # #กระทรวงพม
        return Candidate("agency", start, tagged.end(), "agency.name", values=values)
    committee = text.startswith("คณะ", start)
    at = after + 1 if text.startswith("ฯ", after) else after  # ศูนย์ปฏิบัติการฯ AOC
    at = at + 1 if text.startswith(" ", at) else at
    for length in abbreviations_by_start().lengths_at(text, at):
        short = text[at : at + length]
        if text[after] == "ฯ" and not short.isascii():
            continue  # ศูนย์ปฏิบัติการฯ สธ.: a centre of that ministry
        if length <= _LONGEST_CLIPPED and right_free(text, at + length, short):
            name = abbreviations()[short]
            if committee and not name.startswith("คณะ"):
                # คณะกรรมการ กทท.: a body of that body
                return Candidate(
                    "agency", start, at + length, "agency.name", values={"form": "full"}
                )
            # ศูนย์ปฏิบัติการ พม.: so is a centre
            centre = text.startswith("ศูนย์", start) and not name.startswith("ศูนย์")
            values = {"form": "full" if centre and name else "clipped"}
            if name and not centre:
                office = text.startswith("สำนักงาน", start) and name.startswith("คณะ")
                values["name"] = "สำนักงาน" + name if office else name
            line = HOT_LINE.match(text, at + length)
            end = line.end() if line else with_legal_form(text, text[start:after], at + length)
            if line:
                return Candidate("agency", start, end, "agency.name", values=values)
            if seat := in_branch().match(text, end):
                end = seat.end()
            if end > at + length:
                return Candidate("agency", start, end, "agency.name", values={"form": "full"})
            return Candidate("agency", start, end, "agency.name", values=values)
    return None
