"""At which bodies a post is: those in its title, and those named behind it from the unit outwards."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from operator import attrgetter
from typing import cast

import regex

from ..candidate import Candidate
from ..lines import line_start
from ..prepared import compiled

ASIDE = compiled(
    r"[ ]{0,2}\n?\((?!รักษา|ปลัด|รมว|รมช|รอง|เลขา|อธิ|ผอ|ผู้|ประธาน|อสจ|โฆษก|นายก|ปกท|ที่ปรึกษา|กรรมการ|คณบดี|ผบ|ผกก|หัวหน้า|(?:นายแพทย์|นพ\.|ทันตแพทย์)(?:ทรง|เชี่ยว)|แม่ทัพ|เจ้ากรม|นายอำเภอ|(?:ป|รป|ชป|ผตร\.|หน\.ผตร\.)[ก-ฮ]{1,3}\.\))[^()\n]{1,120}(?:\([^()\n]{1,40}\)[^()\n]{0,40})?\)|[ ]?ร\.น\.|"
    # a second name by which the person goes: หรือ “ครูแดง”
    r"[ ]?หรือ[ ]?[“\"]?[ก-๎]{2,20}(?: [ก-๎]{2,16})?[”\"]?(?= )"
)
_OUTER = compiled(r"[ ]{0,2}(?:แห่ง|ของ|สังกัด|จาก|ภายใต้|เป็นผู้แทน)?[ ]{0,3}")
_LIST_OPENS = compiled(r"(?:ได้แก่|ดังนี้|ประกอบด้วย|คือ|ดังต่อไปนี้)[ :]{0,3}")
_OF_BOARD = compiled(
    r"(?:รองประธาน|ประธาน)?(?:คณะ)?(?:อนุ)?(?:กรรมการ|กรรมาธิการ)?(?<=ประธาน|กรรมการ|กรรมาธิการ) ?ฯ"
)
_BOARD = ("คณะกรรม", "คณะอนุ", "อนุกรรม")
_AT_HOME = ("กระทรวง", "กรม")
_ABROAD = ("สถานเอกอัครราชทูต", "สถานกงสุล", "สถานทูต")
_LIST = 1500
"""How far above a post what opens its list, or its board, may stand."""
_SPACES = compiled(r"[ ]{0,3}")


class Bodies:
    """The bodies of a text, by where they stand.

    Args:
        text: Folded text.
        agencies: Its bodies in text order.
        name_at: Where the names of people begin.
    """

    def __init__(self, text: str, agencies: Sequence[Candidate], name_at: Collection[int]) -> None:
        self.text, self.agencies, self.name_at = text, agencies, name_at
        self.agency_at = {agency.start: agency for agency in agencies}

    def inside(self, title: Candidate) -> list[Candidate]:
        """The bodies that begin in a title."""
        return list(self._between(title.start, title.end))

    def behind(self, pos: int, inside: Sequence[Candidate] = ()) -> tuple[list[Candidate], int]:
        """The bodies behind a title that ends at *pos*, and where the text after them begins.

        *inside* are those in the title: a mission abroad is no unit above a department.
        """
        at_home = any(self.text.startswith(_AT_HOME, body.start) for body in inside)
        found = []
        while True:
            after = pos
            if aside := ASIDE.match(self.text, after):
                after = aside.end()
            gap = cast("regex.Match[str]", _OUTER.match(self.text, after))
            agency = self.agency_at.get(gap.end())
            if agency is None or gap.end() == after or not _is_outer(agency):
                break
            if self._heads_next(agency):
                break
            if at_home and self.text.startswith(_ABROAD, agency.start):
                break
            found.append(agency)
            pos = agency.end
        aside = ASIDE.match(self.text, pos)
        return found, aside.end() if aside else pos

    def board_before(self, title: Candidate) -> list[Candidate]:
        """The board named last before ``กรรมการฯ``."""
        if not _OF_BOARD.fullmatch(self.text, title.start, title.end):
            return []
        named = self._between(title.start - _LIST, title.start)
        return [body for body in named if self.text.startswith(_BOARD, body.start)][-1:]

    def _between(self, low: int, high: int) -> Sequence[Candidate]:
        first = bisect_left(self.agencies, low, key=_start)
        return self.agencies[first : bisect_left(self.agencies, high, lo=first, key=_start)]

    def _heads_next(self, agency: Candidate) -> bool:
        """Does the body head the next group of a list (``ได้แก่ กรม ก นาย… กรม ข นาย…``)?

        So it does where the list opens with a body and its first name.
        """
        if not self._names_follow(agency):
            return False
        line = line_start(self.text, agency.start, _LIST)
        for opening in _LIST_OPENS.finditer(self.text, line, agency.start):
            first = self.agency_at.get(opening.end())
            if first is not None and self._names_follow(first):
                return True
        return False

    def _names_follow(self, agency: Candidate) -> bool:
        gap = cast("regex.Match[str]", _SPACES.match(self.text, agency.end))
        return gap.end() > agency.end and gap.end() in self.name_at


def _is_outer(agency: Candidate) -> bool:
    return agency.values.get("form") in (None, "full", "clipped", "abbreviation")


_start = attrgetter("start")
