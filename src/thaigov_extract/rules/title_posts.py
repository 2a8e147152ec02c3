"""Posts by the class of their head: what must follow for it to be one, and where it ends."""

from __future__ import annotations

from collections.abc import Callable

from ..context import Context
from ..prepared import compiled
from .title_places import (
    country_only,
    embassy,
    held_embassy,
    held_place,
    held_posted,
    place,
)
from .title_units import (
    LETTER,
    THAI,
    Post,
    country_name,
    glued_left,
    head_at,
    head_kinds,
    ministry_end,
    run_end,
    shared_unit,
    tails,
    unit_end,
)

_STEP = compiled(r"(?:ใหญ่|ทั่วไป|อาวุโส|อำนวยการ|บริหาร(?!งาน)|พิเศษ(?!ด้าน)|กิตติมศักดิ์|ถาวร|ชั่วคราว)")
_CLIP = compiled(r" ?ฯ")
_GROUPINGS = ("อาเซียน", "เอเปค", "APEC", "ASEAN", "G20", "BIMSTEC")
_OF_MINISTRY = ("ปลัด", "โฆษก", "ว่าการ", "เลขานุการ", "ที่ปรึกษา")
"""Heads after which a ministry's short name may stand for the ministry (``ปลัดมหาดไทย``)."""
_SHORT_RUN = 40
_BOARD = compiled(rf"คณะ(?:กรรมการ|ทำงาน|อนุกรรมการ)(?![{THAI}])")
_GRADE = ("ปฏิบัติการ", "ชำนาญการ", "ชำนาญการพิเศษ", "เชี่ยวชาญ", "ชำนาญงาน")
"""Grades of the civil service: a post that ends in one is whole."""
_EVENT = compiled(
    r" ?(?:ใน|การ|พิธี|เปิด|ร่วม|มอบ|สงฆ์|ฝ่ายสงฆ์|ฝ่ายฆราวาส|ประชุม|กล่าว|แถลง|ถวาย|เชิญ|จุด|ประกอบ|"
    r"งาน|ปล่อย|วาง|ลง|อาเซียน|เอเปค|นำ|รับ|จัด|ดำเนิน|สักขี|และสักขี|ตัดริบบิ้น|ณ |เพื่อ)"
)
_LATIN_UNIT = compiled(
    r" [A-Z][A-Za-z&.\-]*+(?: (?:for|of|and|the|in|[A-Z][A-Za-z&.\-]*+))++(?<=[A-Za-z])"
)
_UNIT_CLIP = compiled(r"(?:กระทรวง|กรม|สำนักงาน|กองทุน|สมาคม|มูลนิธิ|ธนาคาร|บริษัท|องค์การ|สถาบัน|ศูนย์)ฯ")


def parse_post(context: Context, start: int, depth: int = 0) -> Post | None:
    """Parse a post from its first word; ``None`` where there is none."""
    text = context.text
    head = head_at(text, start)
    if head is None:
        return None
    kind = head_kinds()[head]
    pos = start + len(head)
    if kind == "derive":
        if depth > 3:
            return None
        if text.startswith(" ", pos):
            pos += 1
        inner = parse_post(context, pos, depth + 1)
        if inner is None and head == "รอง" and text.startswith("ฯ", pos):
            return None
        return inner
    if kind == "none":
        return None
    parse = _KINDS[kind]
    return parse(context, start, pos, depth)


def head_end(text: str, start: int) -> int:
    """Return where the head ends, the words that derive it (รอง, ผู้ช่วย) included."""
    while (head := head_at(text, start)) is not None:
        start += len(head)
        if head_kinds()[head] != "derive":
            return start
        if text.startswith(" ", start):
            start += 1
    return start


# -- one function per class of head ------------------------------------------------------------


def _office(context: Context, start: int, pos: int, depth: int) -> Post | None:
    text = context.text
    if text.startswith("ฯ", pos) and text[start:pos].endswith("นายกรัฐมนตรี"):
        return Post(pos, "full")
    end = tails(context, pos, states=True)
    if end == pos and text[pos - 1] in "ฯ." and text.startswith(" ", pos):
        # a clipped head leaves its country after the space: นายกฯ สิงคโปร์
        country = country_name().match(text, pos + 1)
        end = country.end() if country else end
    return Post(end, "full")


def _unit(context: Context, start: int, pos: int, depth: int) -> Post | None:
    text = context.text
    step = _STEP.match(text, pos)
    if step:
        pos = step.end()
    if text.endswith("ประธาน", start, pos) and text.startswith(_GROUPINGS, pos):
        return None  # the chair that a country holds, not a person's post
    end = unit_end(
        context, pos, _nested(context, depth), ministry=text[start:pos].endswith(_OF_MINISTRY)
    )
    if end is None and (clip := _UNIT_CLIP.match(text, pos)):
        return Post(clip.end(), "full")
    if end is None:
        end = shared_unit(context, start, pos)
    if end is None and (latin := _LATIN_UNIT.match(text, pos)):
        return Post(latin.end(), "held")
    if end is None:
        return _clipped_or_bare(context, start, pos)
    if text.startswith(" ", pos) and _EVENT.match(text, end) and text[start:pos].endswith("ประธาน"):
        return Post(pos, "bare")
    end = tails(context, end)
    clip = _CLIP.match(text, end) if text.startswith("ฯ", end) else None
    return Post(clip.end() if clip else end, "full")


def _open(context: Context, start: int, pos: int, depth: int) -> Post | None:
    post = _unit(context, start, pos, depth)
    if post is not None and post.form == "bare":
        end = run_end(context, post.end)
        if end > post.end:
            # a free run is a name where it is short and stands by itself; else a person proves it
            alone = end - start <= _SHORT_RUN and not LETTER.match(context.text, end)
            return Post(end, "full" if alone else "held")
    return post


def _unit_part(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """The head holds the first word of its unit: ``นายก`` + ``สมาคม…``."""
    end = unit_end(context, pos, _nested(context, depth))
    for back in range(pos - 1, start + 2, -1):
        agency = context.at("agency", back)
        if agency is not None and agency.end > pos:
            end = max(end or 0, agency.end)
    if end is None:
        if context.text.startswith("ฯ", pos):
            return Post(pos + 1, "full")
        end = run_end(context, pos)
        if end == pos:
            return None
    end = tails(context, end)
    if context.text.startswith("ฯ", end):
        end += 1
    return Post(end, "full")


def _short(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``รมว.คลัง``, ``รมว. ศึกษาธิการ``, ``ผอ.ศปช.``; bare where a name follows (``รมว. เฉลิมชัย``)."""
    text = context.text
    head = text[start:pos]
    if glued_left(text, start) and not head.endswith("."):
        return None
    spaced = pos + 1 if text.startswith(" ", pos) else pos
    end = ministry_end(text, spaced)
    if end is None and (agency := context.at("agency", spaced)):
        end = agency.end
    if end is None and head == "เลขา":
        inner = parse_post(context, spaced, depth + 1)
        if inner is not None and inner.form == "full":
            return inner
        return None
    if end is None and head.endswith(".") and head not in ("รมว.", "รมช.", "รมต."):
        run = compiled(rf"[{THAI}]{{1,8}}\.(?:[{THAI}]{{1,6}}\.)*+").match(text, spaced)
        if run:
            end = run.end()
    if end is not None:
        return Post(end, "full")
    if head in ("รมว", "รมช"):
        return None
    if text.startswith("ฯ", pos):
        return Post(pos + 1, "bare")
    return Post(pos, "bare")


def _held(context: Context, start: int, pos: int, depth: int) -> Post | None:
    return Post(pos, "held")


def _held_open(context: Context, start: int, pos: int, depth: int) -> Post | None:
    if context.text[start:pos].endswith(_GRADE) and context.text.startswith(" ", pos):
        return Post(pos, "held")
    post = _open(context, start, pos, depth)
    return Post(post.end, "held") if post else None


def _held_unit(context: Context, start: int, pos: int, depth: int) -> Post | None:
    post = _unit(context, start, pos, depth)
    if post is None or (post.form == "bare" and context.text.startswith("ประจำ", start)):
        return None
    return Post(post.end, "held")


_TO_MINISTRY = compiled(r" ?ประจำ(?=กระทรวง|สำนักนายก)")


def _assistant(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``ผู้ช่วยรัฐมนตรี ประจำกระทรวง…``, ``ผู้ช่วยรัฐมนตรีเกษตร``."""
    text = context.text
    if text.startswith(("ว่าการ", "ช่วยว่าการ"), pos):
        inner = pos - len("รัฐมนตรี")
        if text.startswith("ผู้ช่วย", start):
            return parse_post(context, inner, depth + 1)
        return _unit(context, start, inner, depth)
    if found := _TO_MINISTRY.match(text, pos):
        agency = context.at("agency", found.end())
        if agency is not None:
            return Post(agency.end, "full")
        if text.startswith("กระทรวงฯ", found.end()):
            return Post(found.end() + len("กระทรวงฯ"), "full")
    end = ministry_end(text, pos)
    return Post(end, "full") if end else _unit(context, start, pos, depth)


def _ministry(context: Context, start: int, pos: int, depth: int) -> Post | None:
    agency = context.at("agency", pos - len("กระทรวง"))
    return Post(tails(context, agency.end), "full") if agency else None


_KINDS = {
    "office": _office,
    "unit": _unit,
    "open": _open,
    "unitpart": _unit_part,
    "place": place,
    "embassy": embassy,
    "country": country_only,
    "short": _short,
    "held": _held,
    "heldopen": _held_open,
    "heldunit": _held_unit,
    "heldplace": held_place,
    "heldposted": held_posted,
    "heldembassy": held_embassy,
    "ministry": _ministry,
    "assistant": _assistant,
}


def _nested(context: Context, depth: int) -> Callable[[int], int | None]:
    """A post inside a post (``ที่ปรึกษารัฐมนตรีว่าการ…``): where it ends, two deep at most."""

    def end(pos: int) -> int | None:
        post = parse_post(context, pos, depth + 2) if depth < 2 else None
        return post.end if post is not None and post.form == "full" else None

    return end


def _clipped_or_bare(context: Context, start: int, pos: int) -> Post | None:
    text = context.text
    if text.startswith("ฯ", pos):
        return Post(pos + 1, "clipped")
    if text[start:pos].endswith("ประธาน"):
        if board := _BOARD.match(text, pos):
            return Post(board.end(), "bare")
        if _EVENT.match(text, pos):
            return None
    return Post(pos, "bare")
