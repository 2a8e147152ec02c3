"""Posts that a body, a grade or a ministry's short name proves: ministers, officers, callings."""

from __future__ import annotations

from ..context import Context
from ..prepared import compiled
from .title_units import LETTER, Post, glued_left, ministry_end, run_end, tails


def minister(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``รัฐมนตรีเกษตรฯ``, ``รัฐมนตรี ดีอี``; not the ministers of many countries, a meeting."""
    text = context.text
    if glued_left(text, start) and not text.endswith(_MINISTER_LEFT, max(0, start - 10), start):
        return None
    if text.startswith("ฯ", pos):
        return Post(pos + 1, "bare")  # รัฐมนตรีช่วยฯ ไชยา
    if text.startswith("กระทรวง", pos) and (body := context.at("agency", pos)) is not None:
        return Post(tails(context, body.end), "full")  # รัฐมนตรีช่วยกระทรวง…
    spaced = pos + 1 if text.startswith(" ", pos) else pos
    end = ministry_end(text, spaced)
    if end is None and LETTER.match(text, pos) and not glued_left(text, start):
        return Post(pos, "bare")  # รัฐมนตรีสุชาติ: a post where a name is written on to it
    if end is None or _ALLIANCE.match(text, end):
        return None
    if LETTER.match(text, end) and text[end - 1] != "ฯ":
        return None
    if spaced > pos and not text.startswith("ดีอี", spaced) and text[end - 1] not in ".ฯ":
        return None
    return Post(end, "full")


_MINISTER_LEFT = (
    "ผู้ช่วย",
    "ผช.",
    "ที่ปรึกษา",
    "ทปษ.",
    "เลขานุการ",
    "เลขา",
    "ให้",
    "และ",
    "ฐานะ",
    "โดย",
    "อดีต",
)
_ALLIANCE = compiled(r" ?(?:อาเซียน|เอเปค|APEC|ASEAN|BIMSTEC|G20|\+)")


def held_body(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """A head that is a post where its body is named: ``ผู้บริหารบริษัท…``."""
    text = context.text
    at = pos + 1 if text.startswith(" ", pos) else pos
    body = context.at("agency", at)
    if body is None:
        return None
    managers = text.endswith("ผู้บริหาร", start, pos)
    if managers and (not _FIRM.match(text, at) or text.endswith(("และ", "คณะ"), 0, start)):
        return None  # …และผู้บริหารบริษัท…: they are several
    return Post(body.end, "held")


def ministry(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``รัฐมนตรีกระทรวงการคลัง``."""
    agency = context.at("agency", pos - len("กระทรวง"))
    return Post(tails(context, agency.end), "full") if agency else None


_FIRM = compiled(r"บริษัท|ธนาคาร|โรงแรม|ร้าน|ห้างหุ้นส่วน|กลุ่มบริษัท|บมจ|บจก")


def graded(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``นายช่างโยธาอาวุโส``, ``นักผังเมืองชำนาญการพิเศษ``: a calling and a grade of the service."""
    text = context.text
    if glued_left(text, start):
        return None
    end = run_end(context, pos)
    grade = _GRADED.search(text, pos, end)
    level = _LEVEL.match(text, end)
    if grade is None and level is None:
        return None
    return Post(level.end() if level else end, "held")


_GRADED = compiled(
    r"ปฏิบัติการ|ชำนาญการ|เชี่ยวชาญ|ทรงคุณวุฒิ|ปฏิบัติงาน|ชำนาญงาน|อาวุโส|ทักษะพิเศษ|ระดับ(?:สูง|ต้น|ซี|[0-9])"
)
_LEVEL = compiled(r" ?[ก-ฮ] ?[0-9](?![0-9])")


def latin_post(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``Country Director AWS``, ``CEO สภาธุรกิจ…``: what it is of, and the body behind a space."""
    text = context.text
    if _LATIN_LETTER.match(text, pos) or (start and _LATIN_LETTER.match(text, start - 1)):
        return None
    of = _LATIN_OF.match(text, pos)
    end = of.end() if of else pos
    body = context.at("agency", end + 1) if text.startswith(" ", end) else None
    return Post(body.end if body else end, "held")


_LATIN_LETTER = compiled(r"[A-Za-z]")
_LATIN_OF = compiled(
    r"(?:(?<=Head of)| (?:of|for)) [A-Z][A-Za-z&-]*+(?: (?:and |& |of )?[A-Z][A-Za-z&-]*+){0,5}"
)


def premier(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``นายก`` by itself is the prime minister before what he does, and beside a person's name.

    ``นายกกรณ์`` and the like begin with นาย: there a person has been read.
    """
    if depth == 0 and context.at("official", start):
        return None
    if (body := context.at("agency", pos)) is not None:
        return Post(body.end, "full")  # นายก|สัตวแพทยสมาคมแห่งประเทศไทย
    if _OF_ELSE.match(context.text, pos):
        return None
    said = _DOES.match(context.text, pos) and not glued_left(context.text, start)
    return Post(pos, "full" if said else "held")


_OF_ELSE = compiled(r" ?(?:อบ[จต]|เทศ|ส(?:มาคม|มาพันธ์|โมสร|หพันธ์|ภา)|เหล่า|กิ่ง|ก่อตั้ง|องค์|เมือง|แพทย)")
"""Whose head a นายก may be as well."""
_DOES = compiled(
    r" ?(?:มอบหมาย|สั่งการ|กล่าว|เผย|ย้ำ|เน้นย้ำ|ชี้|ยัน|ยืนยัน|ห่วง|กำชับ|ลงพื้นที่|เดินทาง|เชิญชวน|ประชุม|เปิดงาน|เปิดตัว|ขอบคุณ|ปลื้ม|สั่ง|ชู|เดินหน้า)"
)
