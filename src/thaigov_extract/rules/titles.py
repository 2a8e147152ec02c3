"""Posts: a head (``ปลัด``, ``รองผู้อำนวยการ``), then the unit or the tail that names it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from ..agency_border import name_end
from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..rule import Rule

MAX_RUN = 90
"""Longest free run of a post's name, in code points (guards against text without spaces)."""

_THAI = "ก-๎"
_RUN = regex.compile(rf"[{_THAI}A-Za-z0-9.\-]{{2,{MAX_RUN}}}+")
_STEP = regex.compile(r"(?:ใหญ่|ทั่วไป|อาวุโส|อำนวยการ|บริหาร(?!งาน)|พิเศษ(?!ด้าน)|กิตติมศักดิ์|ถาวร|ชั่วคราว)")
_REMARK = regex.compile(rf" ?\([{_THAI} ]{{3,40}}\) ?")
_TAIL = regex.compile(r"(?:ประจำ|ฝ่าย|ด้าน|สาขา|เฉพาะด้าน|สายงาน|ระดับ|สำหรับ)")
_CLIP = regex.compile(r" ?ฯ")
_ROYAL_STATE = (
    r"(?:ราชอาณาจักร|สาธารณรัฐ|สหพันธ์สาธารณรัฐ|สหพันธรัฐ|สหพันธ์|เครือรัฐ|ราชรัฐ|สหภาพ|รัฐ|"
    r"ประชาธิปไตย|ประชาชน|สังคมนิยม|อิสลาม|อาหรับ|แห่ง|เอกราช|ประเทศ)"
)
_STATE_RUN = regex.compile(
    rf"(?:แห่ง)?(?:ราชอาณาจักร|สาธารณรัฐ|สหพันธ์สาธารณรัฐ|สหพันธรัฐ|เครือรัฐ|ราชรัฐ)"
    rf"[{_THAI}]{{2,40}}?(?=ประจำ| |\n|\(|ฯ|$)"
)
_POWERS = regex.compile(r"(?:วิสามัญ)?(?:และ)?ผู้มีอำนาจเต็ม")
_POSTED = regex.compile(
    rf" ?ประจำ(?:ราชอาณาจักรไทย|ประเทศไทย|กรุง[{_THAI}]{{2,14}}|นคร[{_THAI}]{{2,14}}|"
    rf"[{_THAI}]{{2,25}}(?= |\n|\(|$))"
)
_MANY = regex.compile(
    r" ?(?:ทั่วประเทศ|ทุก|ทั้งหลาย|ต่าง ?ๆ|ๆ|ที่เกี่ยวข้อง|แต่ละ|ทั้ง ?\d+|\d+ (?:คน|ท่าน|ราย|จังหวัด|ประเทศ))"
)
_EVENT = regex.compile(
    r" ?(?:ใน|การ|พิธี|เปิด|ร่วม|มอบ|สงฆ์|ฝ่ายสงฆ์|ฝ่ายฆราวาส|ประชุม|กล่าว|แถลง|ถวาย|เชิญ|จุด|ประกอบ|"
    r"งาน|ปล่อย|วาง|ลง|อาเซียน|เอเปค|นำ|รับ|จัด|ดำเนิน|สักขี|และสักขี|ตัดริบบิ้น|ณ |เพื่อ)"
)
# A run stops where one of these begins on its own: speech, motion and clause words.
_STOP = regex.compile(
    r"(?:กล่าว|เปิดเผย|เผย(?!แพร่)|ชี้แจง|ระบุ|แถลง|เป็นประธาน|เป็นผู้|เป็น(?=การ|ตัว)|พร้อมด้วย|พร้อมคณะ|"
    r"ซึ่ง|ว่า(?!การ|ด้วย|ราชการ|ง|จ้าง)|ลงพื้นที่|เดินทาง|ให้สัมภาษณ์|ให้การ|ร่วมกับ|เข้าร่วม|ร่วมเป็น|ได้(?:รับ|มี|ให้|นำ|ร่วม|จัด|ลง|เข้า|มอบ|กล่าว|เดิน)|"
    r"นำโดย|โดย(?:มี|ระบุ)|ณ |ในฐานะ|ในโอกาส|ในวัน|ตรวจ(?:เยี่ยม|ราชการแทน)|มอบหมาย|จะ(?:เป็น|ได้)|"
    r"เข้า(?:เยี่ยม|พบ|รับ)|ทำหน้าที่|ปฏิบัติหน้าที่|ปฏิบัติราชการ|รักษา(?:การ|ราชการ)|ต้อนรับ|มี(?:ความ|คำสั่ง)|ที่(?:ได้|มี|กำกับ|จะ)|"
    r"คนปัจจุบัน|คนใหม่|และคณะ|และผู้|พบหารือ|หารือ|ยืนยัน|เน้นย้ำ|ย้ำ|สั่งการ|กำชับ|ชื่นชม|ขอบคุณ)"
)
_LETTER = regex.compile(rf"[{_THAI}]")
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
_LATIN_WORDS = regex.compile(r"(?:[A-Z][A-Za-z+\-]*+ ){1,3}+$")
_OF_THAILAND = regex.compile(r" ?(?:ของ|ฝ่าย)?(?:ประเทศ)?ไทย")
_NUMBERED = ("ที่", "เขต", "ภาค", "สาย", "รุ่น", "หมู่")
_NUMBER = regex.compile(r" ?\d{1,3}(?![\d,.]\d)")
_LATIN_UNIT = regex.compile(
    r" [A-Z][A-Za-z&.\-]*+(?: (?:for|of|and|the|in|[A-Z][A-Za-z&.\-]*+))++(?<=[A-Za-z])"
)
_UNIT_CLIP = regex.compile(
    r"(?:กระทรวง|กรม|สำนักงาน|กองทุน|สมาคม|มูลนิธิ|ธนาคาร|บริษัท|องค์การ|สถาบัน|ศูนย์)ฯ"
)
_HOME = regex.compile(r"ของ(?:ประเทศ)?ไทย(?![ก-๎])")
_MINISTER_NUMBER = regex.compile(r"(?:มท|กห|กค|คค|อก)\. ?[1-4](?![0-9])")


@frozen
class _Post:
    """A parsed post: where it ends and how complete it is."""

    end: int
    form: str  # full | bare | clipped | held


@cache
def _heads() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("title_heads")}


@cache
def _head_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(head) for head in _heads()}, reverse=True))


@cache
def _ministries() -> tuple[tuple[str, str], ...]:
    rows = [(short, full) for short, full in read_table("ministry_short_names")]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def _province() -> regex.Pattern[str]:
    names = [name for name, kind in read_table("places") if kind == "province"]
    return regex.compile(
        "(?:" + "|".join(sorted(map(regex.escape, names), key=len, reverse=True)) + ")"
    )


@cache
def _country() -> regex.Pattern[str]:
    names = [name for name, kind in read_table("places") if kind == "country"]
    alternatives = "|".join(sorted(map(regex.escape, names), key=len, reverse=True))
    return regex.compile(rf"{_ROYAL_STATE}*+(?:{alternatives})(?:ฯ)?")


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
            triggers=tuple(head for head in _heads()),
            match=_match,
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
            examples=(("ในนาม SOM Leader ประเทศไทย ได้กล่าว", ("SOM Leader ประเทศไทย",)),),
            counterexamples=("ผู้นำ (SOM Leader of Thailand)", "หลักสูตร Young Leader รุ่นที่ 5"),
        ),
        Rule(
            id="title.minister-number",
            kind="title",
            triggers=("มท.", "กห.", "กค.", "คค.", "อก."),
            match=_match_number,
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
    head = _head_at(text, start)
    if head is None:
        return None
    kind = _heads()[head]
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
    while (head := _head_at(text, start)) is not None:
        start += len(head)
        if _heads()[head] != "derive":
            return start
        if text.startswith(" ", start):
            start += 1
    return start


def _head_at(text: str, start: int) -> str | None:
    heads = _heads()
    for length in _head_lengths():
        piece = text[start : start + length]
        if len(piece) == length and piece in heads:
            return piece
    return None


# -- one function per class of head ------------------------------------------------------------


def _office(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    text = context.text
    if text.startswith("ฯ", pos) and text[start:pos].endswith("นายกรัฐมนตรี"):
        return _Post(pos, "full")
    end = _tails(context, pos, states=True)
    if end == pos and text[pos - 1] in "ฯ." and text.startswith(" ", pos):
        # a clipped head leaves its country after the space: นายกฯ สิงคโปร์
        country = _country().match(text, pos + 1)
        end = country.end() if country else end
    return _Post(end, "full")


def _unit(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    text = context.text
    step = _STEP.match(text, pos)
    if step:
        pos = step.end()
    if text.endswith("ประธาน", start, pos) and text.startswith(_GROUPINGS, pos):
        return None  # the chair that a country holds, not a person's post
    end = _unit_end(context, pos, depth, ministry=text[start:pos].endswith(_OF_MINISTRY))
    if end is None and (clip := _UNIT_CLIP.match(text, pos)):
        return _Post(clip.end(), "full")
    if end is None:
        end = _shared_unit(context, start, pos)
    if end is None and (latin := _LATIN_UNIT.match(text, pos)):
        return _Post(latin.end(), "held")
    if end is None:
        return _clipped_or_bare(context, start, pos)
    if text.startswith(" ", pos) and _EVENT.match(text, end) and text[start:pos].endswith("ประธาน"):
        return _Post(pos, "bare")
    end = _tails(context, end)
    clip = _CLIP.match(text, end) if text.startswith("ฯ", end) else None
    return _Post(clip.end() if clip else end, "full")


def _open(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    post = _unit(context, start, pos, depth)
    if post is not None and post.form == "bare":
        end = _run(context, post.end)
        if end > post.end:
            return _Post(end, "full")
    return post


def _unit_part(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    """The head holds the first word of its unit: ``นายก`` + ``สมาคม…``."""
    end = _unit_end(context, pos, depth)
    for back in range(pos - 1, start + 2, -1):
        agency = context.at("agency", back)
        if agency is not None and agency.end > pos:
            end = max(end or 0, agency.end)
    if end is None:
        if context.text.startswith("ฯ", pos):
            return _Post(pos + 1, "full")
        end = _run(context, pos)
        if end == pos:
            return None
    end = _tails(context, end)
    if context.text.startswith("ฯ", end):
        end += 1
    return _Post(end, "full")


def _place(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    text = context.text
    spaced = pos + 1 if text.startswith(" ", pos) else pos
    head = text[start:pos]
    if head in ("นายอำเภอ",) or head.startswith(("นายก", "ปลัดอำเภอ")):
        end = _run(context, spaced) if spaced == pos or head.endswith(".") else pos
        if end > pos + 3:
            end, _ = name_end(text, start, pos + 3, end)
        if end > pos:
            return _Post(min(end, pos + 40), "full")
    else:
        province = _province().match(text, spaced)
        if province:
            return _Post(_tails(context, province.end()), "full")
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
    named = _tails(context, end, states=True)
    if text.startswith("ต่างประเทศ", end) or (text.startswith("ประจำต่าง", end)):
        return None
    if state := (_country().match(text, named) or _STATE_RUN.match(text, named)):
        named = state.end()
    of_body = named + 4 if text.startswith("แห่ง", named) else named
    if agency := context.at("agency", of_body):
        named = agency.end
    if posted := _POSTED.match(text, named):
        named = posted.end()
    if text.startswith("ฯ", named):
        named += 1
    return _Post(named, "full" if named > pos and text[pos:named] != "ฯ" else "bare")


def _country_only(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    country = _country().match(context.text, pos)
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
    end = _ministry_end(text, spaced)
    if end is None and (agency := context.at("agency", spaced)):
        end = agency.end
    if end is None and head == "เลขา":
        inner = _parse(context, spaced, depth + 1)
        if inner is not None and inner.form == "full":
            return inner
        return None
    if end is None and head.endswith(".") and head not in ("รมว.", "รมช.", "รมต."):
        run = regex.compile(rf"[{_THAI}]{{1,8}}\.(?:[{_THAI}]{{1,6}}\.)*+").match(text, spaced)
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
    post = _open(context, start, pos, depth)
    return _Post(post.end, "held") if post else None


def _held_unit(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    post = _unit(context, start, pos, depth)
    return _Post(post.end, "held") if post else None


def _held_place(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    province = _province().match(context.text, pos)
    return _Post(province.end(), "held") if province else _Post(pos, "held")


def _held_embassy(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    post = _embassy(context, start, pos, depth)
    return _Post(post.end, "held") if post else None


def _ministry(context: Context, start: int, pos: int, depth: int) -> _Post | None:
    agency = context.at("agency", pos - len("กระทรวง"))
    return _Post(_tails(context, agency.end), "full") if agency else None


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
    "heldembassy": _held_embassy,
    "ministry": _ministry,
}


# -- units, tails and runs ---------------------------------------------------------------------


_GROUPINGS = ("อาเซียน", "เอเปค", "APEC", "ASEAN", "G20", "BIMSTEC")
_OF_MINISTRY = ("ปลัด", "โฆษก", "ว่าการ", "เลขานุการ", "ที่ปรึกษา")
"""Heads after which a ministry's short name may stand for the ministry (``ปลัดมหาดไทย``)."""


def _shared_unit(context: Context, start: int, pos: int) -> int | None:
    """Find a unit whose first letters close the head.

    ``ผู้ว่าการรถไฟแห่งประเทศไทย`` is ผู้ว่า + การรถไฟ…, ``ประธานกรรมการ…`` is the chair of
    the คณะกรรมการ… that the release names elsewhere.
    """
    text = context.text
    if text.endswith("การ", start, pos):
        agency = context.at("agency", pos - 3)
        if agency is not None and agency.end > pos:
            return agency.end
    if text.endswith("กรรมการ", start, pos):
        for agency in context.found.get("agency", {}).values():
            name = text[agency.start : agency.end]
            rest = name.partition("กรรมการ")[2]
            if rest and name.startswith("คณะ") and text.startswith(rest, pos):
                return pos + len(rest)
    return None


def _unit_end(context: Context, pos: int, depth: int, *, ministry: bool = False) -> int | None:
    """Return where the unit that begins at *pos* (or after a space) ends."""
    text = context.text
    agency = context.at("agency", pos)
    if agency is not None:
        return agency.end
    if ministry and (end := _ministry_end(text, pos)) is not None:
        return end
    for known in context.found.get("agency", {}).values():
        if known.values.get("form") == "abbreviation" and known.end - known.start > 2:
            short = text[known.start : known.end]
            if text.startswith(short, pos):
                return pos + len(short)
    if depth < 2 and (inner := _parse(context, pos, depth + 2)) and inner.form == "full":
        return inner.end
    if (country := _country().match(text, pos)) and not _LETTER.match(text, country.end()):
        return country.end()
    if remark := _REMARK.match(text, pos):
        after = context.at("agency", remark.end())
        if after is not None:
            return after.end
    if tail := _TAIL.match(text, pos):
        return _tail_end(context, tail)
    spaced = pos + 1
    while text.startswith(" ", spaced) and spaced < pos + 3:
        spaced += 1
    if text.startswith(" ", pos):
        agency = context.at("agency", spaced)
        if agency is not None:
            return agency.end
        if ministry and (end := _ministry_end(text, spaced)) and text[end - 1] == ".":
            return end
    return None


def _ministry_end(text: str, pos: int) -> int | None:
    for short, _full in _ministries():
        if text.startswith(short, pos):
            end = pos + len(short)
            if text.startswith("ฯ", end):
                end += 1
            if end < len(text) and text[end] in "ะัาำิีึืฺุู็่้๊๋์ๅๆ":
                continue
            return end
    return None


def _tails(context: Context, pos: int, *, states: bool = False) -> int:
    """Follow what is written on to the unit: its parent, country, branch or field."""
    text = context.text
    for _ in range(4):
        if tail := _TAIL.match(text, pos):
            end = _tail_end(context, tail)
            if end is None:
                return pos
            pos = end
        elif (
            (text.startswith("แห่ง", pos) and (country := _country().match(text, pos)))
            or (states and (country := _country().match(text, pos)))
            or (states and (country := _STATE_RUN.match(text, pos)))
        ):
            pos = country.end()
        elif text.startswith("ของ", pos) and (owner := context.at("agency", pos + 3)):
            pos = owner.end
        elif home := _HOME.match(text, pos):
            pos = home.end()
        else:
            return pos
    return pos


def _tail_end(context: Context, tail: regex.Match[str]) -> int | None:
    agency = context.at("agency", tail.end())
    if agency is not None:
        return agency.end
    end = _run(context, tail.end())
    if end == tail.end():
        return None
    if context.text.startswith("ฯ", end):
        end += 1
    return end


def _run(context: Context, pos: int) -> int:
    """Return where the run of words that begins at *pos* ends: a space or a clause word."""
    text = context.text
    run = _RUN.match(text, pos)
    if run is None or _STOP.match(text, pos):
        return pos
    end = run.end()
    stop = _STOP.search(text, pos + 1, end)
    if stop:
        end = stop.start()
    joined = text.find("และ", pos, end)
    while joined != -1:
        # a second post or a person begins after และ; else the word belongs to the name
        after = joined + 3
        if _head_at(text, after) or context.at("official", after):
            end = joined
            break
        joined = text.find("และ", after, end)
    for place in range(pos + 1, end):
        if context.at("official", place):
            end = place
            break
    number = _NUMBER.match(text, end) if text[pos:end].endswith(_NUMBERED) else None
    return number.end() if number else end


def _clipped_or_bare(context: Context, start: int, pos: int) -> _Post | None:
    text = context.text
    if text.startswith("ฯ", pos):
        return _Post(pos + 1, "clipped")
    if _EVENT.match(text, pos) and text[start:pos].endswith("ประธาน"):
        return None
    return _Post(pos, "bare")


def _glued_left(text: str, start: int) -> bool:
    return start > 0 and bool(_LETTER.match(text, start - 1))
