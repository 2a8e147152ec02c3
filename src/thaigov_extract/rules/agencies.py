"""Bodies: a gazetteer of known names, and heads (``กรม``, ``สมาคม``) with an open right border."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from ..agency_border import REACH, name_end
from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..rule import Rule
from ..words import edges

_THAI = "ก-๎"
_RUN = regex.compile(rf"[{_THAI}]{{1,{REACH}}}+")
_LEADING_VOWELS = "เแโใไ"
_SHORT_HEAD = 4
"""Heads up to this length hide in other words and need a word edge on their left."""

# What may follow the end of a name and still belongs to it.
_NUMBER = regex.compile(r"(?:ภาค|เขต|ที่|เขตพื้นที่|พื้นที่|รุ่นที่)? ?\d{1,3}(?![\d.,:/]| ?(?:คน|ราย|แห่ง|หน่วย|จังหวัด|ตัว|ปี|วัน|ล้าน|บาท|เดือน|ครั้ง))")
_LEGAL = regex.compile(r" ?\((?:องค์การมหาชน|มหาชน)\)")
_STATE = (
    r"ราชอาณาจักร|สาธารณรัฐ|สหพันธ์สาธารณรัฐ|สหพันธรัฐ|สหพันธ์|เครือรัฐ|ราชรัฐ|สหภาพ|รัฐ|"
    r"ประชาธิปไตย|ประชาชน|สังคมนิยม|อิสลาม|อาหรับ|แห่ง|เอกราช|ประเทศ|กรุง"
)


@frozen
class _Head:
    """A row of ``agency_heads``."""

    form: str
    least: int
    generic: regex.Pattern[str] | None


def agency_rules() -> tuple[Rule, ...]:
    """Return the rules for bodies.

    Returns:
        Rules of kind ``agency``.  Their candidates carry ``form`` (``full``,
        ``abbreviation`` or ``clipped``) and, where the gazetteer knows them, ``name``
        (the full name) and ``id``.
    """
    return (
        Rule(
            id="agency.name",
            kind="agency",
            triggers=(*dict.fromkeys((*_heads(), *_gazetteer())),),
            match=_match_name,
            examples=(
                ("อธิบดีกรมปศุสัตว์กล่าวว่า", ("กรมปศุสัตว์",)),
            ),
            counterexamples=("โปรแกรมใหม่",),
        ),
        Rule(
            id="agency.company",
            kind="agency",
            triggers=tuple(h for h, row in _heads().items() if row.form == "company"),
            match=_match_company,
            examples=(("ร่วมกับบริษัท ท่าอากาศยานไทย จำกัด (มหาชน) จัดงาน", ("บริษัท ท่าอากาศยานไทย จำกัด (มหาชน)",)),),
            counterexamples=("บริษัทต่าง ๆ เข้าร่วม",),
        ),
    )


def _match_name(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    known = text[start:end] if text[start:end] in _gazetteer() else ""
    head = _head_at(text, start)
    if not _left_free(text, start, head or known):
        return
    row = _heads()[head] if head else None
    if row is None or row.form in ("whole", "loose", "company"):
        if row is not None and row.form == "company" and not known:
            return
        yield _candidate(text, start, _tails(text, end), known or text[start:end])
        return
    after = start + len(head)
    run = _RUN.match(text, after)
    stop = run.end() if run else after
    if not known:
        if row.form == "inner" and not _TITLE_BEFORE.search(text, max(0, start - 20), start):
            return
        if row.generic is not None and row.generic.match(text, after):
            return
        if stop - after < row.least:
            return
    found, confidence = name_end(text, start, end if known else after + max(1, row.least), stop)
    yield _candidate(text, start, _tails(text, found), known, confidence)


def _match_company(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    found = _COMPANY.match(text, end)
    if found is not None:
        yield Candidate("agency", start, found.end(), "agency.company", values={"form": "full"})
        return
    row = _heads()[text[start:end]]
    if row.generic is not None and row.generic.match(text, end):
        return
    run = _RUN.match(text, end)
    if run is None or run.end() - end < row.least:
        return
    stop, confidence = name_end(text, start, end + row.least, run.end())
    yield Candidate(
        "agency", start, stop, "agency.company", values={"form": "full"}, confidence=confidence
    )


_COMPANY = regex.compile(
    r" ?[^\n()“”\"]{2,80}?(?: ?\([^()\n]{2,30}\))?[^\n()“”\"]{0,40}? ?จำกัด(?: ?\(มหาชน\))?"
)
_TITLE_BEFORE = regex.compile(r"(?:ผู้อำนวยการ|ผอ\.|หัวหน้า|ผู้จัดการ|เลขาธิการ|ผู้ช่วยเลขาธิการ|รองผู้ว่าการ|ผู้ว่าการ|ประธาน|คณบดี|เลขานุการ|ผู้บริหาร|อธิบดี|ผู้ช่วย)$")


def _candidate(
    text: str, start: int, end: int, known: str, confidence: float = 1.0
) -> Candidate:
    values = {"form": "full"}
    if known and text[start:end] == known:
        values["name"] = known
    return Candidate("agency", start, end, "agency.name", values=values, confidence=confidence)


def _tails(text: str, end: int) -> int:
    place = _place().match(text, end)
    if place is not None:
        end = place.end()
    number = _NUMBER.match(text, end)
    if number is not None:
        end = number.end()
    legal = _LEGAL.match(text, end)
    return legal.end() if legal else end


def _left_free(text: str, start: int, head: str) -> bool:
    if start == 0 or not "ก" <= text[start - 1] <= "๎":
        return True
    if text[start - 1] in _LEADING_VOWELS:
        return False
    if len(head) > _SHORT_HEAD:
        return True
    left = max(0, start - 20)
    return start in edges(text, left, min(len(text), start + 20))


def _head_at(text: str, start: int) -> str:
    heads = _heads()
    for length in _head_lengths():
        if text[start : start + length] in heads:
            return text[start : start + length]
    return ""


@cache
def _heads() -> dict[str, _Head]:
    rows = {}
    for head, form, least, *generic in read_table("agency_heads"):
        pattern = generic[0].replace("$", rf"(?![{_THAI}])") if generic else ""
        rows[head] = _Head(form, int(least), regex.compile(pattern) if pattern else None)
    return rows


@cache
def _head_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(head) for head in _heads()}, reverse=True))


@cache
def _place() -> regex.Pattern[str]:
    def names(kind: str) -> str:
        found = [row[0] for row in read_table("places") if row[1] == kind]
        return "|".join(sorted(map(regex.escape, found), key=len, reverse=True))

    country, province = names("country"), names("province")
    return regex.compile(
        rf" ?(?:ประจำ)?จังหวัด(?:{province})"
        rf"|(?:ประจำ|ของ|แห่ง)?(?:{_STATE})*+(?:{country})(?![{_THAI}])"
        rf"|ประจำประเทศไทย|แห่งประเทศไทย"
    )


@cache
def _gazetteer() -> dict[str, str]:
    """Full names to the id of their body, where the registry has one."""
    names: dict[str, str] = {}
    return names
