"""Posts whose head is abbreviated: ``รมว.คลัง``, ``ผบ.มทบ.37``, ``ผอ.ทสจ.ชลบุรี``."""

from __future__ import annotations

from collections.abc import Callable

from ..context import Context
from ..prepared import compiled
from .agency_places import province
from .agency_words import abbreviations
from .title_units import INITIALS, NUMBER, THAI, Post, glued_left, ministry_end, sends

_AREA = compiled(r" ?(?:ภาค|เขต) ?\d{1,2}(?!\d)")
_POLICE_HEADS = ("ผบก.", "ผกก.", "ผบช.")
_LETTERS = compiled(rf"[{THAI}]{{1,8}}\.(?:[{THAI}]{{1,6}}\.)*+")
_GLUED_NUMBER = compiled(r"\d{1,2}(?!\d)")
_UNDOTTED = compiled(r"[ก-ฮ]{2,3}(?= )")
_MINISTER_OFFICE = compiled(r" ?(?:ประจำ)?สำนัก(?:นายก(?:รัฐมนตรี|ฯ)?|ฯ)")


def short(
    context: Context, start: int, pos: int, nested: Callable[[int], int | None]
) -> Post | None:
    """``รมว.คลัง``, ``รมว. ศึกษาธิการ``, ``ผอ.ศปช.``; bare where a name follows (``รมว. เฉลิมชัย``)."""
    text = context.text
    head = text[start:pos]
    if glued_left(text, start) and (
        (not head.endswith(".") and not sends(text, start, head)) or head == "จก."
    ):
        return None
    spaced = pos + 1 if text.startswith(" ", pos) else pos
    ministry = spaced + 2 if head == "ผู้ตรวจ" and text.startswith("ก.", spaced) else spaced
    end = ministry_end(text, ministry)
    if end is None and (agency := context.at("agency", spaced)):
        end = agency.end
    if end is None and head.startswith("ผู้ตรวจ") and text.startswith("สำนักนายกฯ", spaced):
        end = spaced + len("สำนักนายกฯ")
    if end is None and head == "รมต." and (office := _MINISTER_OFFICE.match(text, pos)):
        return Post(office.end(), "full")
    if end is None and (bare := _UNDOTTED.match(text, spaced)) and head[-1] == ".":
        known = abbreviations().get(bare[0] + ".", "").startswith("กระทรวง")
        end = bare.end() if known else None  # ผช.รมต.กษ นราพัฒน์
    if end is None and head in ("เลขา", "เลขาฯ"):
        inner = nested(spaced)
        if inner is not None:
            return Post(inner, "full")
        if head == "เลขา" and not INITIALS.match(text, pos):
            return None
    if (
        end is None
        and head.endswith((".", "ฯ", "เลขา", "ผู้ตรวจ"))
        and head not in ("รมว.", "รมช.", "รมต.")
    ):
        run = _LETTERS.match(text, spaced)
        if run:
            # ผบ.มทบ.37, ผบ.นบ.ยส.17, ผอ.ทสจ.ชลบุรี
            more = (NUMBER if head == "ผบ." else province()).match(text, run.end())
            end = more.end() if more else run.end()
    if end is not None and head.startswith(_POLICE_HEADS) and text[end - 1] == ".":
        number = _GLUED_NUMBER.match(text, end)
        end = number.end() if number else end  # ผบก.สอท.3
    if end is not None and text[end - 1] == "." and (area := _AREA.match(text, end)):
        end = area.end()  # ผอ.ปปส. ภาค 4
    if end is not None:
        return Post(end, "full")
    if head == "เลขา" or (head in ("รมว", "รมช") and spaced == pos):
        return None
    return Post(pos + text.startswith("ฯ", pos), "bare")
