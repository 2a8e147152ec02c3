"""Posts: a head (``ปลัด``, ``รองผู้อำนวยการ``), then the unit or the tail that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from attrs import frozen

from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from ..rule import Rule
from ..words import edges
from .agency_words import province
from .reasons import explain_title
from .title_units import (
    LETTER,
    STATE_RUN,
    country_name,
    head_at,
    head_kinds,
    ministry_end,
    run_end,
    shared_unit,
    tails,
    unit_end,
)

_THAI = "ก-๎"
_STEP = compiled(r"(?:ใหญ่|ทั่วไป|อาวุโส|อำนวยการ|บริหาร(?!งาน)|พิเศษ(?!ด้าน)|กิตติมศักดิ์|ถาวร|ชั่วคราว)")
_CLIP = compiled(r" ?ฯ")
_GROUPINGS = ("อาเซียน", "เอเปค", "APEC", "ASEAN", "G20", "BIMSTEC")
_OF_MINISTRY = ("ปลัด", "โฆษก", "ว่าการ", "เลขานุการ", "ที่ปรึกษา")
"""Heads after which a ministry's short name may stand for the ministry (``ปลัดมหาดไทย``)."""
_SHORT_RUN = 40
_POWERS = compiled(
    r"(?:วิสามัญ)?(?:และ)?ผู้มีอำนาจเต็ม|(?:และ)?ผู้แทนถาวร(?:ไทย|แห่งประเทศไทย|ราชอาณาจักรไทย)?"
)
_BOARD = compiled(rf"คณะ(?:กรรมการ|ทำงาน|อนุกรรมการ)(?![{_THAI}])")
_GRADE = ("ปฏิบัติการ", "ชำนาญการ", "ชำนาญการพิเศษ", "เชี่ยวชาญ", "ชำนาญงาน")
"""Grades of the civil service: a post that ends in one is whole."""
_POSTED = compiled(
    rf" ?ณ (?:กรุง|นคร)[{_THAI}]{{2,16}}+|"
    rf" ?ประจำ(?:ราชอาณาจักรไทย|ประเทศไทย|กรุง[{_THAI}]{{2,14}}|นคร[{_THAI}]{{2,14}}|"
    rf"[{_THAI}]{{2,25}}(?= |\n|\(|$))"
)
_MANY = compiled(
    r" ?(?:ทั่วประเทศ|ทุก|ทั้งหลาย|ต่าง ?ๆ|ๆ|ที่เกี่ยวข้อง|แต่ละ|ทั้ง ?\d+|\d+ (?:คน|ท่าน|ราย|จังหวัด|ประเทศ))"
)
_EVENT = compiled(
    r" ?(?:ใน|การ|พิธี|เปิด|ร่วม|มอบ|สงฆ์|ฝ่ายสงฆ์|ฝ่ายฆราวาส|ประชุม|กล่าว|แถลง|ถวาย|เชิญ|จุด|ประกอบ|"
    r"งาน|ปล่อย|วาง|ลง|อาเซียน|เอเปค|นำ|รับ|จัด|ดำเนิน|สักขี|และสักขี|ตัดริบบิ้น|ณ |เพื่อ)"
)
_COLLECTIVE = (
    "คณะ",
    "อนุ",
    "เหล่า",
    "บรรดา",
    "สำนักงาน",
    "สำนัก",
    "สถาน",
    "สภา",
    "บ้านพัก",
    "ทำเนียบ",
    "โดยตำแหน่ง",
)
_LATIN_WORDS = compiled(r"(?:[A-Z][A-Za-z+\-]*+ ){1,3}+$")
_OF_THAILAND = compiled(r" ?(?:ของ|ฝ่าย)?(?:ประเทศ)?ไทย")
_LATIN_UNIT = compiled(
    r" [A-Z][A-Za-z&.\-]*+(?: (?:for|of|and|the|in|[A-Z][A-Za-z&.\-]*+))++(?<=[A-Za-z])"
)
_UNIT_CLIP = compiled(r"(?:กระทรวง|กรม|สำนักงาน|กองทุน|สมาคม|มูลนิธิ|ธนาคาร|บริษัท|องค์การ|สถาบัน|ศูนย์)ฯ")
_AFTER_PLACE = compiled(
    r"ให้|นำ|จัด|ร่วม|ลง|เปิด|และ|พร้อม|เป็น|ได้|กล่าว|รับ|มอบ|ประชุม|ตรวจ|ใน|ที่|โดย|จะ|มี|ทุก|เข้า|พบ"
)
_MINISTER_NUMBER = compiled(r"มท\. ?[1-4](?![0-9])")


@frozen
class _Post:
    """A parsed post: where it ends and how complete it is."""

    end: int
    form: str  # full | bare | clipped | held


def title_rules() -> tuple[Rule, ...]:
    """Return the rules for posts.

    Returns:
        Rules of kind ``title``.  Their candidates carry ``form``: ``full``,
        ``clipped`` (``รองปลัดฯ``), ``bare`` or ``held``; the last two count only
        where a person stands beside them.
    """
    return (
        Rule(
            id="title.head",
            kind="title",
            triggers=tuple(head for head in head_kinds()),
            match=_match,
            priority=0,
            evidence=explain_title,
            examples=(
                ("นางสาวดวงใจ ใจดี ปลัดกระทรวงแรงงาน กล่าวว่า", ("ปลัดกระทรวงแรงงาน",)),
                (
                    "รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงแรงงาน",
                    ("รองนายกรัฐมนตรี", "รัฐมนตรีว่าการกระทรวงแรงงาน"),
                ),
                ("รมว.คลัง สั่งเร่งเบิกจ่าย", ("รมว.คลัง",)),
            ),
            counterexamples=("เป็นประธานในพิธีเปิดงาน", "หัวหน้าส่วนราชการเข้าร่วม", "สำนักนายกรัฐมนตรี"),
        ),
        Rule(
            id="title.latin",
            kind="title",
            triggers=("Leader", "Chairperson", "Coordinator", "Secretary-General"),
            match=_match_latin,
            priority=0,
            evidence=explain_title,
            examples=(("ในนาม SOM Leader ประเทศไทย ได้กล่าว", ("SOM Leader ประเทศไทย",)),),
            counterexamples=("ผู้นำ (SOM Leader of Thailand)", "หลักสูตร Young Leader รุ่นที่ 5"),
        ),
        Rule(
            id="title.minister-number",
            kind="title",
            triggers=("มท.",),
            match=_match_number,
            priority=0,
            evidence=explain_title,
            examples=(("มท.1 ลงพื้นที่ตรวจน้ำท่วม", ("มท.1",)),),
            counterexamples=("กระทรวงมหาดไทย (มท.)",),
        ),
    )


def _match_latin(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """A post with a Latin name and its country in Thai: ``SOM Leader ประเทศไทย``."""
    text = context.text
    before = _LATIN_WORDS.search(text, max(0, start - 40), start)
    country = _OF_THAILAND.match(text, end)
    if country is not None:
        yield Candidate(
            "title",
            before.start() if before else start,
            country.end(),
            "title.latin",
            values={"form": "full"},
        )


def _match_number(context: Context, start: int, end: int) -> Iterator[Candidate]:
    found = _MINISTER_NUMBER.match(context.text, start)
    if found and not _glued_left(context.text, start):
        yield Candidate(
            "title", start, found.end(), "title.minister-number", values={"form": "full"}
        )


def _match(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    before = text[max(0, start - 10) : start]
    if before.endswith(_COLLECTIVE):
        return
    if text.startswith("อัครราชทูต", start) and before.endswith("เอก"):
        return
    if text.startswith("ทูต", start) and before.endswith(
        ("ราช", "อุป", "สถาน", "การ", "ธรรม", "ยุว", "ช่วย")
    ):
        return
    post = _parse(context, start)
    if post is None or _MANY.match(text, post.end):
        return
    values = {"form": post.form}
    if text.startswith("อดีต", start):
        values["status"] = "former"
    slots = {"head": (start, _head_end(text, start))}
    yield Candidate("title", start, post.end, "title.head", slots=slots, values=values)


def _parse(context: Context, start: int, depth: int = 0) -> _Post | None:
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
        inner = _parse(context, pos, depth + 1)
        if inner is None and head == "รอง" and text.startswith("ฯ", pos):
            return None
        return inner
    if kind == "none":
        return None
    parse = _KINDS[kind]
    return parse(context, start, pos, depth)


def _head_end(text: str, start: int) -> int:
    """Return where the head ends, the words that derive it (รอง, ผู้ช่วย) included."""
    while (head := head_at(text, start)) is not None:
        start += len(head)
        if head_kinds()[head] != "derive":
            return start
        if text.startswith(" ", start):
            start += 1
    return start


# -- one function per class of head ------------------------------------------------------------


def _office(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    text = context.text
    if text.startswith("ฯ", pos) and text[start:pos].endswith("นายกรัฐมนตรี"):
        return _Post(pos, "full")
    end = tails(context, pos, states=True)
    if end == pos and text[pos - 1] in "ฯ." and text.startswith(" ", pos):
        # a clipped head leaves its country after the space: นายกฯ สิงคโปร์
        country = country_name().match(text, pos + 1)
        end = country.end() if country else end
    return _Post(end, "full")


def _unit(context: Context, start: int, pos: int, depth: int) -> _Post | None:
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
        return _Post(clip.end(), "full")
    if end is None:
        end = shared_unit(context, start, pos)
    if end is None and (latin := _LATIN_UNIT.match(text, pos)):
        return _Post(latin.end(), "held")
    if end is None:
        return _clipped_or_bare(context, start, pos)
    if text.startswith(" ", pos) and _EVENT.match(text, end) and text[start:pos].endswith("ประธาน"):
        return _Post(pos, "bare")
    end = tails(context, end)
    clip = _CLIP.match(text, end) if text.startswith("ฯ", end) else None
    return _Post(clip.end() if clip else end, "full")


def _open(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    post = _unit(context, start, pos, depth)
    if post is not None and post.form == "bare":
        end = run_end(context, post.end)
        if end > post.end:
            # a free run is a name where it is short and stands by itself; else a person proves it
            alone = end - start <= _SHORT_RUN and not LETTER.match(context.text, end)
            return _Post(end, "full" if alone else "held")
    return post


def _unit_part(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    """The head holds the first word of its unit: ``นายก`` + ``สมาคม…``."""
    end = unit_end(context, pos, _nested(context, depth))
    for back in range(pos - 1, start + 2, -1):
        agency = context.at("agency", back)
        if agency is not None and agency.end > pos:
            end = max(end or 0, agency.end)
    if end is None:
        if context.text.startswith("ฯ", pos):
            return _Post(pos + 1, "full")
        end = run_end(context, pos)
        if end == pos:
            return None
    end = tails(context, end)
    if context.text.startswith("ฯ", end):
        end += 1
    return _Post(end, "full")


def _place(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    text = context.text
    spaced = pos + 1 if text.startswith(" ", pos) else pos
    head = text[start:pos]
    if head in ("นายอำเภอ",) or head.startswith(("นายก", "ปลัดอำเภอ")):
        end = run_end(context, spaced) if spaced == pos or head.endswith(".") else pos
        end = next((e for e in edges(text, pos, end)[1:] if _AFTER_PLACE.match(text, e)), end)
        if end > pos:
            return _Post(min(end, pos + 40), "full")
    else:
        named = province().match(text, spaced)
        if named:
            return _Post(tails(context, named.end()), "full")
    if text.startswith("ฯ", pos):
        return _Post(pos + 1, "bare")
    return _Post(pos, "bare")


def _embassy(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    text = context.text
    end = pos
    if powers := _POWERS.match(text, end):
        end = powers.end()
    if tail := regex.match(r"ที่ปรึกษา", text[end : end + 9]):
        end += tail.end()
    named = tails(context, end, states=True)
    if text.startswith("ต่างประเทศ", end) or (text.startswith("ประจำต่าง", end)):
        return None
    if state := (country_name().match(text, named) or STATE_RUN.match(text, named)):
        named = state.end()
    of_body = named + 4 if text.startswith("แห่ง", named) else named
    if agency := context.at("agency", of_body):
        named = agency.end
    if posted := _POSTED.match(text, named):
        named = posted.end()
    if text.startswith("ฯ", named):
        named += 1
        if posted := _POSTED.match(text, named):
            named = posted.end()
    return _Post(named, "full" if named > pos and text[pos:named] != "ฯ" else "bare")


def _country_only(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    country = country_name().match(context.text, pos)
    if country is None:
        return None
    end = country.end()
    if posted := _POSTED.match(context.text, end):
        end = posted.end()
    return _Post(end, "full")


def _short(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    """``รมว.คลัง``, ``รมว. ศึกษาธิการ``, ``ผอ.ศปช.``; bare where a name follows (``รมว. เฉลิมชัย``)."""
    text = context.text
    head = text[start:pos]
    if _glued_left(text, start) and not head.endswith("."):
        return None
    spaced = pos + 1 if text.startswith(" ", pos) else pos
    end = ministry_end(text, spaced)
    if end is None and (agency := context.at("agency", spaced)):
        end = agency.end
    if end is None and head == "เลขา":
        inner = _parse(context, spaced, depth + 1)
        if inner is not None and inner.form == "full":
            return inner
        return None
    if end is None and head.endswith(".") and head not in ("รมว.", "รมช.", "รมต."):
        run = compiled(rf"[{_THAI}]{{1,8}}\.(?:[{_THAI}]{{1,6}}\.)*+").match(text, spaced)
        if run:
            end = run.end()
    if end is not None:
        return _Post(end, "full")
    if head in ("รมว", "รมช"):
        return None
    if text.startswith("ฯ", pos):
        return _Post(pos + 1, "bare")
    return _Post(pos, "bare")


def _held(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    return _Post(pos, "held")


def _held_open(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    if context.text[start:pos].endswith(_GRADE) and context.text.startswith(" ", pos):
        return _Post(pos, "held")
    post = _open(context, start, pos, depth)
    return _Post(post.end, "held") if post else None


def _held_unit(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    post = _unit(context, start, pos, depth)
    if post is None or (post.form == "bare" and context.text.startswith("ประจำ", start)):
        return None
    return _Post(post.end, "held")


def _held_posted(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    """``ผู้แทนองค์การอนามัยโลกประจำประเทศไทย`` is a post, ``ผู้แทนกรม…`` is not."""
    agency = context.at("agency", pos) or context.at("agency", pos + 1)
    if agency is None:
        return None
    if "ประจำ" in context.text[agency.start : agency.end]:
        return _Post(agency.end, "held")
    posted = _POSTED.match(context.text, agency.end)
    return _Post(posted.end(), "held") if posted else None


def _held_place(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    named = province().match(context.text, pos)
    if named:
        return _Post(named.end(), "held")
    return None if LETTER.match(context.text, pos) else _Post(pos, "held")


def _held_embassy(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    post = _embassy(context, start, pos, depth)
    return _Post(post.end, "held") if post else None


_TO_MINISTRY = compiled(r" ?ประจำ(?=กระทรวง|สำนักนายก)")


def _assistant(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    """``ผู้ช่วยรัฐมนตรี ประจำกระทรวง…``, ``ผู้ช่วยรัฐมนตรีเกษตร``."""
    text = context.text
    if text.startswith(("ว่าการ", "ช่วยว่าการ"), pos):
        inner = pos - len("รัฐมนตรี")
        if text.startswith("ผู้ช่วย", start):
            return _parse(context, inner, depth + 1)
        return _unit(context, start, inner, depth)
    if found := _TO_MINISTRY.match(text, pos):
        agency = context.at("agency", found.end())
        if agency is not None:
            return _Post(agency.end, "full")
        if text.startswith("กระทรวงฯ", found.end()):
            return _Post(found.end() + len("กระทรวงฯ"), "full")
    end = ministry_end(text, pos)
    return _Post(end, "full") if end else _unit(context, start, pos, depth)


def _ministry(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    agency = context.at("agency", pos - len("กระทรวง"))
    return _Post(tails(context, agency.end), "full") if agency else None


_KINDS = {
    "office": _office,
    "unit": _unit,
    "open": _open,
    "unitpart": _unit_part,
    "place": _place,
    "embassy": _embassy,
    "country": _country_only,
    "short": _short,
    "held": _held,
    "heldopen": _held_open,
    "heldunit": _held_unit,
    "heldplace": _held_place,
    "heldposted": _held_posted,
    "heldembassy": _held_embassy,
    "ministry": _ministry,
    "assistant": _assistant,
}


def _nested(context: Context, depth: int) -> Callable[[int], int | None]:
    """A post inside a post (``ที่ปรึกษารัฐมนตรีว่าการ…``): where it ends, two deep at most."""

    def end(pos: int) -> int | None:
        post = _parse(context, pos, depth + 2) if depth < 2 else None
        return post.end if post is not None and post.form == "full" else None

    return end


def _clipped_or_bare(context: Context, start: int, pos: int) -> _Post | None:
    text = context.text
    if text.startswith("ฯ", pos):
        return _Post(pos + 1, "clipped")
    if text[start:pos].endswith("ประธาน"):
        if board := _BOARD.match(text, pos):
            return _Post(board.end(), "bare")
        if _EVENT.match(text, pos):
            return None
    return _Post(pos, "bare")


def _glued_left(text: str, start: int) -> bool:
    return start > 0 and bool(LETTER.match(text, start - 1))
