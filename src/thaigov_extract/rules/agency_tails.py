"""Bodies by the last part of their name in headlines: ``"ประมง"``, ``ชลประทาน เร่งระบายน้ำ``."""

from __future__ import annotations

from collections.abc import Iterator

from ..agency_border import LETTERS
from ..candidate import Candidate
from ..context import Context
from ..occurrences import Occurrences
from ..prepared import compiled
from .agency_ministries import ACTS

_HEADS = ("กรมการ", "กระทรวงการ", "กรม", "กระทรวง", "ธนาคาร")
_LEAST = 4
_HEADLINES = 6
"""So many lines at the top of a release may be headlines."""

_PLAIN = frozenset(
    ["ประเทศ", "พัฒนา", "จังหวัด", "อำเภอ", "ชุมชน", "ที่ดิน", "แพทย์", "กลาง", "อาคาร", "โรงงาน", "ศาสนา", "แรงงาน", "วัฒนธรรม",
     "พลังงาน", "ยุติธรรม", "เกษตร", "พาณิชย์", "อุตสาหกรรม", "การแพทย์", "ปกครอง", "ขนส่ง", "การข้าว", "ป่าไม้", "ท่องเที่ยว"]
)  # fmt: skip
"""Tails that are common words: only a verb of saying or quotes on both sides make them names."""

_TAIL = compiled(rf"[{LETTERS}]{{4,24}}")
_LETTER = compiled(rf"[{LETTERS}]")
_OFFICE = compiled(r"(?:ศาลาว่าการ|รม[วช]\. ?|อธิบดี)$")
_OPEN = compiled(r"(?:^|\n|รัฐบาล-)[ \u200b]{0,3}$")


def match_tail(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Find the last part of a name that the release gives in full, standing for the body."""
    text = context.text
    stop = _top(text)
    tails: dict[str, str] = {}
    for body in context.found("agency"):
        if body.values.get("form") != "full":
            continue
        if not text.startswith(_HEADS, body.start):
            continue
        name = text[body.start : body.end]
        head = next((h for h in _HEADS if name.startswith(h)), "")
        tail = name[len(head) :]
        if head and len(tail) >= _LEAST and _TAIL.fullmatch(tail):
            tails.setdefault(tail, body.values.get("name") or name)
    places = Occurrences(text, tails)
    for tail, name in tails.items():
        values = {"form": "abbreviation", "name": name}
        for at in places.of(tail):
            if _stands(text, at, at + len(tail), tail, headline=at < stop):
                yield Candidate(
                    "agency", at, at + len(tail), "agency.tail", values=values, confidence=0.7
                )


def _top(text: str) -> int:
    """Where the lines end that may be headlines."""
    at = lines = 0
    while lines < _HEADLINES:
        end = text.find("\n", at)
        if end == -1:
            return len(text)
        lines += end > at
        at = end + 1
    return at


def _stands(text: str, start: int, end: int, tail: str, *, headline: bool) -> bool:
    """Whether the tail at ``[start, end)`` is by itself and does something, or is quoted."""
    if _OFFICE.search(text, max(0, start - 12), start):
        return not _LETTER.match(text, end)
    if not headline:
        return False
    if text[start - 1 : start] in ("“", '"', "‘") and text[end : end + 1] in ("”", '"', "’"):
        return True
    return _OPEN.search(text, max(0, start - 12), start) is not None and (
        ACTS.match(text, end) is not None and (tail not in _PLAIN or text.startswith(" ", end))
    )
