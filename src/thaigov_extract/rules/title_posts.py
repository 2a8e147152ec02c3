"""Posts by the class of their head: what must follow for it to be one, and where it ends."""

from __future__ import annotations

from collections.abc import Callable

from ..context import Context
from ..prepared import compiled
from .title_boards import board_end
from .title_callings import graded, held_body, latin_post, minister, ministry, premier
from .title_places import (
    country_only,
    embassy,
    envoy,
    governor,
    held_embassy,
    held_place,
    held_posted,
    place,
    temple,
)
from .title_short import short
from .title_units import (
    CAPITALS,
    LETTER,
    NUMBER,
    THAI,
    Post,
    begun_body,
    country_name,
    glued_left,
    head_at,
    head_kinds,
    initials_end,
    many_units,
    ministry_end,
    owner_end,
    run_end,
    shared_unit,
    tails,
    unit_end,
)

_STEP = compiled(r"(?:ใหญ่|ทั่วไป|อาวุโส|อำนวยการ|บริหาร(?!งาน)|พิเศษ(?!ด้าน)|กิตติมศักดิ์|ถาวร|ชั่วคราว)")
_CLIP = compiled(r" ?ฯ")
_GROUPINGS = ("อาเซียน", "เอเปค", "APEC", "ASEAN", "G20", "BIMSTEC")
_OF_MINISTRY = ("ปลัด", "โฆษก", "ว่าการ", "เลขานุการ", "ที่ปรึกษา")
"""A ministry's short name may stand for it behind these (``ปลัดมหาดไทย``)."""
_OF_MINISTRIES = ("ปลัด", "ผู้ตรวจราชการ")
_MINISTRY = compiled(r"กระทรวง(?=[ \n,(])(?! ?[ก-ฮ]{2,4}\.)")
"""``รองปลัดกระทรวง สำนักงานปลัดกระทรวง…``: which ministry it is stands behind the post."""
_ANY_UNIT = frozenset(
    "งาน กลุ่ม กลุ่มงาน ฝ่าย กอง สำนัก แผนก ศูนย์ หน่วย โครงการ โรงเรียน โรงพยาบาล สถาบัน ทีม ชุด".split()
)
"""Heads of units without a name: ``หัวหน้างาน`` is a post only beside a person."""
_OF_BODY = (
    "อธิบดี", "เลขาธิการ", "ผู้ว่าการ", "ผู้อำนวยการ", "ประธาน", "ปลัด", "โฆษก", "ผู้บัญชาการ", "เลขานุการ",
)  # fmt: skip
_SHORT_RUN = 40
_BOARD = compiled(rf"คณะ(?:กรรมการ|ทำงาน|อนุกรรมการ)(?![{THAI}])")
_BOARD_NAMED = compiled(rf"คณะ(?:กรรมการ|ทำงาน|อนุกรรมการ|ที่ปรึกษา|กรรมาธิการ)(?=[{THAI}])")
_REGION = compiled(rf" ประจำ(?:ภูมิภาค|เอเชีย|ประเทศไทย)[{THAI}]*+")
_ADVISERS = ("ประธานคณะที่ปรึกษา", "คณะที่ปรึกษา")
_ADVISED_ON = compiled(rf" ด้าน[{THAI}]{{3,40}}+(?=[ \n),]|$)")
_BOARDS = ("คณะที่ปรึกษา", "คณะทำงาน")
_OF_PREMIERS = ("รองนายกรัฐมนตรี", "รองนายกฯ", "นายกรัฐมนตรี", "นายกฯ")
_AND_MINISTER = compiled(r"(?:(?:(?<=รองนายกรัฐมนตรี)|(?<=รองนายกฯ)) )?และ ?(?=รัฐมนตรีว่าการ|รมว\.)")
_RITE = compiled(r" ?ฝ่าย(?:สงฆ์|ฆราวาส|บรรพชิต|ไทย(?![ก-๎]))")
_GRADE = ("ปฏิบัติการ", "ชำนาญการ", "ชำนาญการพิเศษ", "เชี่ยวชาญ", "ชำนาญงาน", "แพทย์ทรงคุณวุฒิ", "นพ.ทรงคุณวุฒิ")
"""Grades of the civil service: a post that ends in one is whole (ผู้ทรงคุณวุฒิ has none)."""
_AT_LEVEL = compiled(r" ?ระดับ ?1?[0-9](?![0-9])")
_EVENT = compiled(
    r" ?(?:ใน|การ|พิธี|เปิด|ร่วม|มอบ|สงฆ์|ฝ่ายสงฆ์|ฝ่ายฆราวาส|ประชุม|กล่าว|แถลง|ถวาย|เชิญ|จุด|ประกอบ|"
    r"งาน|ปล่อย|วาง|ลง|อาเซียน|เอเปค|นำ|รับ|จัด|ดำเนิน|สักขี|และสักขี|ตัดริบบิ้น|ณ |เพื่อ)"
)
_LATIN_UNIT = compiled(
    r" [A-Z][A-Za-z&.\-]*+(?: (?:for|of|and|the|in|[A-Z][A-Za-z&.\-]*+))++(?<=[A-Za-z])"
)
_UNIT_CLIP = compiled(
    r"(?:กระทรวง|กรม|สำนักงาน|กองทุน|สมาคม|มูลนิธิ|ธนาคาร|บริษัท|องค์การ|สถาบัน|ศูนย์|คณะ(?:อนุ)?กรรม(?:การ|าธิการ)|คณะทำงาน) ?ฯ"
)


_NUMBERED = compiled(r" \d{1,2}(?= (?:เขต|แขวง|ตำบล|ต\.|หมู่|อำเภอ|อ\.|ถนน)[ก-๎])")
"""The number of a community, told by the district after it (``ชุมชนร่มเย็น 2 เขตดุสิต``)."""


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
            if glued_left(text, start):
                return None  # นายดนัย กลั่นก|รอง อธิบดี…: the end of a word
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
    if text.startswith("ฯ", pos):  # รัฐมนตรีต่างประเทศฯ; the prime minister has นายกฯ
        return Post(pos + (not text.endswith("นายกรัฐมนตรี", start, pos)), "full")
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
    of = pos + len("ของ") if text.startswith("ของ", pos) else pos
    if text.endswith("ประธาน", start, pos) and text.startswith(_GROUPINGS, of):
        return None  # the chair that a country holds, not a person's post
    rite = _RITE.match(text, pos)
    if rite and (not rite[0].endswith("ไทย") or text.endswith("ประธาน", start, pos)):
        return None  # who leads a rite, or a side
    end = unit_end(
        context, pos, _nested(context, depth), ministry=text[start:pos].endswith(_OF_MINISTRY)
    )
    if end is None and text.startswith("ของ", pos):
        end = owner_end(context, pos + len("ของ"), _nested(context, depth))
    if end is None and (clip := _UNIT_CLIP.match(text, pos)):
        return Post(clip.end(), "full")
    if end is None:
        end = shared_unit(context, start, pos)
    if end is None and text.endswith(_OF_BODY, start, pos):
        end = initials_end(context, pos)
    if end is None and (board := _BOARD_NAMED.match(text, pos)):
        end = board_end(context, pos, board.end(), _nested(context, 0))
    if end is None and text.endswith(_BOARDS, start, pos) and LETTER.match(text, pos):
        end = board_end(context, pos, pos, _nested(context, 0))
    if end is None and text[pos : pos + 1] == " " and (latin := _LATIN_UNIT.match(text, pos)):
        return Post(latin.end(), "held")
    if end is None and text.endswith(_OF_BODY, start, pos):
        # ผู้อำนวยการ WHO: initials that nothing spells out are a body only beside a person
        capitals = CAPITALS.match(text, pos + 1) if text.startswith(" ", pos) else None
        if capitals is not None and not context.at("official", pos + 1):
            return Post(capitals.end(), "held")
    if (
        end is None
        and text.endswith(_OF_MINISTRIES, start, pos)
        and (word := _MINISTRY.match(text, pos))
    ):
        return Post(word.end(), "held")
    if end is None and text.startswith("รัฐมนตรีฯ", pos):
        return Post(pos + len("รัฐมนตรีฯ"), "clipped")
    if end is None:
        return _clipped_or_bare(context, start, pos)
    if (
        text[pos : pos + 1] == " "
        and text[end - 1] != "."
        and text.endswith("เป็น", 0, start)
        and _EVENT.match(text, end)
        and text[start:pos].endswith("ประธาน")
    ):
        return Post(pos, "bare")
    if text.endswith("อนุกรรมการ", start, pos) and text.startswith(" คณะ", pos):
        return Post(pos, "bare")  # the next board of a list
    of = text.startswith(("สำนักงาน", "กรม", "กระทรวง"), end)
    if of and not text.endswith("ผู้แทน", 0, end) and (outer := context.at("agency", end)):
        end = outer.end  # ผู้อำนวยการสำนักปราบปรามยาเสพติด|สำนักงานคณะกรรมการ…
    if text.startswith(_OF_PREMIERS, pos) and (joint := _AND_MINISTER.match(text, end)):
        # ที่ปรึกษารองนายกรัฐมนตรีและรัฐมนตรีว่าการ…: both are whom the post serves
        ministry = parse_post(context, joint.end(), depth + 1)
        end = ministry.end if ministry else end
    end = tails(context, end)
    if region := _REGION.match(text, end):
        end = region.end()
    if text.startswith(_ADVISERS, start) and (field := _ADVISED_ON.match(text, end)):
        end = field.end()
    clip = _CLIP.match(text, end) if text.startswith("ฯ", end) else None
    return Post(clip.end() if clip else end, "full")


def _open(context: Context, start: int, pos: int, depth: int) -> Post | None:
    post = _unit(context, start, pos, depth)
    if post is not None and post.form == "bare":
        end = run_end(context, post.end)
        if context.text.endswith("ของ", post.end, end):
            # ผู้อำนวยการภูมิภาคเอเชียของ UNDP: the run goes on to the owner, or it ends before ของ
            end = owner_end(context, end, _nested(context, depth)) or end - len("ของ")
        if many_units(context.text, post.end, end):
            return None
        if end > post.end and (number := _NUMBERED.match(context.text, end)):
            end = number.end()
        if end > post.end:
            # a free run is a name where it is short and stands by itself; else a person proves it
            alone = end - start <= _SHORT_RUN and not LETTER.match(context.text, end)
            alone = alone and context.text[post.end : end] not in _ANY_UNIT
            return Post(end, "full" if alone else "held")
    return post


def _unit_part(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """The head holds the first word of its unit: ``นายก`` + ``สมาคม…``."""
    end = unit_end(context, pos, _nested(context, depth))
    if (body := begun_body(context, start, pos)) is not None:
        end = max(end or 0, body)
    if end is None:
        if context.text.startswith("ฯ", pos):
            return Post(pos + 1, "full")
        end = run_end(context, pos)
        if end == pos or many_units(context.text, pos, end):
            return None
    end = tails(context, end)
    if context.text.startswith("ฯ", end):
        end += 1
    return Post(end, "full")


def _body_part(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``ประธานแม่บ้านมหาดไทยจังหวัด…``: the head begins a body that must be known as one."""
    body = begun_body(context, start, pos)
    return _unit(context, start, pos, depth) if body is None else Post(body, "full")


def _short(context: Context, start: int, pos: int, depth: int) -> Post | None:
    return short(context, start, pos, _nested(context, depth))


def _held(context: Context, start: int, pos: int, depth: int) -> Post | None:
    return Post(pos, "held")


_CALLINGS = compiled(r"นัก[ก-๎]{2,12}?(?P<gap> ?)(?:และ ?|, ?|หรือ ?)(?:ผู้|นัก|อาจารย์|สื่อ)")
"""People of that calling: ``นักวิชาการ และผู้เชี่ยวชาญจาก…``."""


def _after_people(context: Context) -> frozenset[int]:
    """Where the words begin that a space divides from a person's name."""
    return frozenset(c.end + 1 for c in context.by_start("official").values())


def _held_open(context: Context, start: int, pos: int, depth: int) -> Post | None:
    if context.text.endswith("คณะ", start, pos):
        body = begun_body(context, start, pos)
        if body is not None:
            return Post(body, "full")  # หัวหน้าคณะ…: the board is a body of its own
    if context.text.endswith("ภาค", start, pos) and (number := NUMBER.match(context.text, pos)):
        return Post(number.end(), "held")  # ศึกษาธิการภาค 7
    if context.text[start:pos].endswith(_GRADE):
        level = _AT_LEVEL.match(context.text, pos)
        if level:
            return Post(level.end(), "full")  # (นายแพทย์ทรงคุณวุฒิระดับ 11)
        if context.text.startswith(" ", pos):
            return Post(pos, "held")
    post = _open(context, start, pos, depth)
    if post is None:
        return None
    others = _CALLINGS.match(context.text, start) if post.end == pos else None
    if others and (others["gap"] or start not in context.once(_after_people)):
        return None  # no name stands before of which it says that: นาย ก นักวิจัยและอาจารย์
    return Post(post.end, "held")


def _held_unit(context: Context, start: int, pos: int, depth: int) -> Post | None:
    text = context.text
    if text.endswith("ประจำ", start, pos) and country_name().match(text, pos):
        return None  # the tail of an embassy's name
    post = _unit(context, start, pos, depth)
    if post is None or (post.form == "bare" and text.startswith("ประจำ", start)):
        return None
    return Post(post.end, "held")


_TO_MINISTRY = compiled(r" ?ประจำ ?(?=กระทรวง|สำนักนายก|[ก-ฮ]{2,4}\.)")


def _assistant(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``ผู้ช่วยรัฐมนตรี ประจำกระทรวง…``, ``ผู้ช่วยรัฐมนตรีเกษตร``."""
    text = context.text
    if text.startswith(("ว่าการ", "ช่วยว่าการ"), pos):
        inner = pos - len("รัฐมนตรี")
        if text.startswith("ผู้ช่วย", start):
            return parse_post(context, inner, depth + 1)
        return _unit(context, start, inner, depth)
    if text.startswith("ฯ", pos):
        return Post(pos + 1, "full")
    if found := _TO_MINISTRY.match(text, pos):
        agency = context.at("agency", found.end())
        if agency is not None:
            return Post(agency.end, "full")
        if text.startswith("กระทรวงฯ", found.end()):
            return Post(found.end() + len("กระทรวงฯ"), "full")
    end = ministry_end(text, pos)
    return Post(end, "full") if end else _unit(context, start, pos, depth)


_KINDS = {
    "minister": minister,
    "heldbody": held_body,
    "graded": graded,
    "latin": latin_post,
    "temple": temple,
    "envoy": envoy,
    "premier": premier,
    "office": _office,
    "unit": _unit,
    "open": _open,
    "unitpart": _unit_part,
    "bodypart": _body_part,
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
    "ministry": ministry,
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
        whose = ministry_end(text, pos + 2) if text.startswith(" ", pos + 1) else None
        if whose is not None and text.endswith(_OF_MINISTRY, start, pos):
            return Post(whose, "full")  # ปลัดฯ มหาดไทย
        return Post(pos + 1, "clipped")
    if text.endswith("ผู้ว่า", start, pos):
        return governor(text, start, pos)  # a calling, not a post, unless its body follows
    if text[start:pos].endswith("ประธาน"):
        if board := _BOARD.match(text, pos):
            return Post(board.end(), "bare")
        if _EVENT.match(text, pos):
            return None
    return Post(pos, "bare")
