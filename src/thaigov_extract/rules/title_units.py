"""Where the unit, the tail or the free run of a post's name ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import regex
from attrs import frozen

from ..context import Context
from ..lexicon import WordsByStart, read_table
from ..prepared import compiled, prepared
from .name_words import honorifics

THAI = "ก-๎"
MAX_RUN = 90
"""Longest free run of a post's name, in code points (guards against text without spaces)."""
_RUN = compiled(rf"[{THAI}A-Za-z0-9.\-]{{2,{MAX_RUN}}}+")
_REMARK = compiled(rf" ?\([{THAI} ]{{3,40}}\) ?")
_TAIL = compiled(
    r"(?:ประจำ|ฝ่าย|ด้าน|สาขา|เฉพาะด้าน|สายงาน|ระดับ|สำหรับ(?!การ|ความ|ที่|โอกาส|ทุก)|ภูมิภาค|เขต(?=สุขภาพที่|ตรวจราชการที่))"
)
_SPACED_FIELD = compiled(rf" ด้าน(?=[{THAI}])")
"""A deputy's field behind a space: ``รองผู้ว่าการ ด้านบริหาร``."""
_LONGEST_FIELD = 60
_FIELD = ("ด้าน", "สาขา")
# a field of several words: ด้านวิศวกรรม นวัตกรรม และความยั่งยืน, ด้าน Cyber Security
_MORE_FIELDS = compiled(
    rf"(?P<first>(?: (?!และ)[{THAI}]{{3,24}}+){{1,3}}) ?และ(?P<last>[{THAI}]{{3,30}}+)(?= |\n|\(|\)|$)"
)
_LATIN_FIELD = compiled(r" ?[A-Z][A-Za-z&-]*+(?: (?:and|of|&|[A-Z][A-Za-z&-]*+))*+(?<=[a-zA-Z])")
_ROYAL_STATE = (
    r"(?:ราชอาณาจักร|สาธารณรัฐ|สหพันธ์สาธารณรัฐ|สหพันธรัฐ|สหพันธ์|สมาพันธรัฐ|ราชรัฐ|สุลต่าน|เครือรัฐ|ราชรัฐ|สหภาพ|รัฐ|"
    r"ประชาธิปไตย|ประชาชน|สังคมนิยม|อิสลาม|อาหรับ|แห่ง|เอกราช|ประเทศ)"
)
STATE_RUN = compiled(
    rf"(?:แห่ง)?(?:ราชอาณาจักร|สาธารณรัฐ|สหพันธ์สาธารณรัฐ|สหพันธรัฐ|สมาพันธรัฐ|เครือรัฐ|ราชรัฐ)"
    rf"[{THAI}]{{2,40}}?(?=ประจำ| |\n|\(|ฯ|$)"
)
# A run stops where one of these begins on its own: speech, motion and clause words.
_STOP = compiled(
    r"(?:หรือเทียบเท่า|ส่วนใหญ่|แทน(?=กรรมการ|ตำแหน่ง|นาย|นาง|ประธาน)|กล่าว|เปิดเผย|เผย(?!แพร่)|ชี้แจง|ระบุ(?!รี)|แถลง|เป็นประธาน|เป็นวิทยากร|เป็นผู้|เป็น(?=การ|ตัว)|พร้อมด้วย|พร้อมคณะ|"
    r"ซึ่ง|ว่า(?!การ|ด้วย|ราชการ|ง|จ้าง)|ลงพื้นที่|เดินทาง|ให้สัมภาษณ์|ให้การ|ร่วมกับ|เข้าร่วม|ร่วมเป็น|ได้(?:รับ|มี|ให้|นำ|ร่วม|จัด|ลง|เข้า|มอบ|กล่าว|เดิน)|"
    r"นำโดย|โดย(?:มี|ระบุ)|ณ |ในฐานะ|ในโอกาส|ในวัน|ตรวจ(?:เยี่ยม|ราชการแทน)|มอบหมาย|จะ(?:เป็น|ได้)|"
    r"เข้า(?:เยี่ยม|พบ|รับ)|ทำหน้าที่|ปฏิบัติหน้าที่|ปฏิบัติราชการ|รักษา(?:การ|ราชการ)|ต้อนรับ|มี(?:ความ|คำสั่ง)|ที่(?:ได้|มี|กำกับ|จะ)|"
    r"คนปัจจุบัน|คนใหม่|คนแรก|คนล่าสุด|คนก่อน|มาแล้ว|และคณะ|และผู้|และสมาชิก(?!สัมพันธ์)|และเจ้าหน้าที่|และทีม|และเจ้าของ|พบหารือ|หารือ|ยืนยัน|เน้นย้ำ|ย้ำ|สั่งการ|กำชับ|ชื่นชม|ขอบคุณ|แสดงความ|ใน(?:การ|ที่)ประชุม)"
)
LETTER = compiled(rf"[{THAI}]")
_NUMBERED = ("ที่", "เขต", "ภาค", "สาย", "รุ่น", "หมู่", "พระองค์")
_EDITION = compiled(r" [3-5]\.0(?![0-9])")
"""``คณะทำงาน… อุตสาหกรรม 4.0``"""
NUMBER = compiled(r" ?\d{1,3}(?![\d,.]\d)")
_HOME = compiled(r"ของ(?:ประเทศ)?ไทย(?![ก-๎])")


@frozen
class Post:
    """A parsed post: where it ends and how complete it is."""

    end: int
    form: str  # full | bare | clipped | held


def glued_left(text: str, start: int) -> bool:
    """Is what begins at *start* written on to a word?"""
    return start > 0 and bool(LETTER.match(text, start - 1))


def sends(text: str, start: int, head: str) -> bool:
    """``มอบผู้ตรวจฯ สธ.``: a clipped head right after the word that sends or names its holder."""
    left = ("มอบ", "ให้", "เป็น", "โดย", "และ", "พร้อม", "สั่ง", "กับ", "จาก")
    return head.endswith(("ฯ", "ผู้ตรวจ")) and text.endswith(left, 0, start)


@cache
def head_kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("title_heads")}


@prepared
def _heads_by_start() -> WordsByStart:
    return WordsByStart(head_kinds())


@cache
def _ministries() -> tuple[tuple[str, str], ...]:
    rows = [(short, full) for short, full in read_table("ministry_short_names")]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def country_name() -> regex.Pattern[str]:
    names = [name for name, kind in read_table("places") if kind == "country"]
    alternatives = "|".join(sorted(map(regex.escape, names), key=len, reverse=True))
    return compiled(rf"{_ROYAL_STATE}*+(?:{alternatives})(?:ฯ)?")


def head_at(text: str, start: int) -> str | None:
    return _heads_by_start().longest_at(text, start) or None


def shared_unit(context: Context, start: int, pos: int) -> int | None:
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
        for rest in context.once(_committees):
            if text.startswith(rest, pos):
                return pos + len(rest)
    return None


def _committees(context: Context) -> tuple[str, ...]:
    """What the names of the text's คณะกรรมการ have after that head, in text order."""
    names = (context.text[a.start : a.end] for a in context.by_start("agency").values())
    rests = (name.partition("กรรมการ")[2] for name in names if name.startswith("คณะ"))
    return tuple(dict.fromkeys(rest for rest in rests if rest))


_MANY_UNITS = ("ทั่วประเทศ", "ทั้งประเทศ", "ทุกแห่ง", "ทุกจังหวัด", "ทุกระดับ", "ในสังกัด", "ในพื้นที่", "ในจังหวัด")
_KINDS_OF_UNIT = compiled(
    r"ตำรวจ|โรงพยาบาล(?:ศูนย์|ทั่วไป|ชุมชน|ส่งเสริมสุขภาพตำบล|ประจำจังหวัด|เอกชน|รัฐ|สนาม)"
)
"""Kinds of hospitals, whose directors are many: no name of one follows."""


def many_units(text: str, start: int, end: int) -> bool:
    """Does the run name all or some units of a kind (``โรงพยาบาลทั่วประเทศ``), none of them by itself?"""
    some = text.startswith(("ร่วมรัฐบาล", "ร่วมฝ่ายค้าน", "บางท่าน", "ทั่วไป", "ทุก"), start)
    return (
        some
        or text.endswith(_MANY_UNITS, start, end)
        or bool(_KINDS_OF_UNIT.fullmatch(text, start, end))
    )


def begun_body(context: Context, start: int, pos: int) -> int | None:
    """Return where the body ends whose first word closes the head."""
    ends = (context.at("agency", back) for back in range(pos - 1, start + 2, -1))
    return max((body.end for body in ends if body is not None and body.end > pos), default=None)


def unit_end(
    context: Context, pos: int, nested: Callable[[int], int | None], *, ministry: bool = False
) -> int | None:
    """Return where the unit that begins at *pos* (or after a space) ends."""
    text = context.text
    agency = context.at("agency", pos)
    if agency is not None:
        return agency.end
    if ministry and (end := ministry_end(text, pos)) is not None:
        return end
    for short in context.once(_short_forms):
        if text.startswith(short, pos):
            return pos + len(short)
    if (inner := nested(pos)) is not None:
        return inner
    if (country := country_name().match(text, pos)) and not LETTER.match(text, country.end()):
        return country.end()
    if remark := _REMARK.match(text, pos):
        after = context.at("agency", remark.end())
        if after is not None:
            return after.end
    if tail := _TAIL.match(text, pos) or _SPACED_FIELD.match(text, pos):
        end = tail_end(context, tail)
        return end if tail[0][0] != " " or (end or pos) - pos <= _LONGEST_FIELD else None
    spaced = pos + 1
    while text.startswith(" ", spaced) and spaced < pos + 3:
        spaced += 1
    if text.startswith(" ", pos):
        agency = context.at("agency", spaced)
        if agency is not None:
            return agency.end
        if ministry and (end := ministry_end(text, spaced)) and text[end - 1] == ".":
            return end
        if text.startswith(("รมว", "รมช"), spaced):
            return nested(spaced)
    return None


def owner_end(context: Context, pos: int, nested: Callable[[int], int | None]) -> int | None:
    """Return where the owner after ``ของ`` ends: a body, a holder or initials in capitals."""
    spaced = pos + context.text.startswith(" ", pos)
    agency = context.at("agency", spaced)
    if agency is not None:
        return agency.end
    if spaced > pos:
        initials = CAPITALS.match(context.text, spaced)
        return initials.end() if initials else None
    return nested(pos)


CAPITALS = compiled(r"[A-Z][A-Z&]{1,9}(?![A-Za-z0-9])")


def _short_forms(context: Context) -> tuple[str, ...]:
    """The short forms of bodies that the text holds, in text order."""
    shorts = (
        context.text[known.start : known.end]
        for known in context.by_start("agency").values()
        if known.values.get("form") == "abbreviation" and known.end - known.start > 2
    )
    return tuple(dict.fromkeys(shorts))


def ministry_end(text: str, pos: int) -> int | None:
    for short, _full in _ministries():
        if text.startswith(short, pos):
            end = pos + len(short)
            if text.startswith("ฯ", end):
                end += 1
            if end < len(text) and text[end] in "ะัาำิีึืฺุู็่้๊๋์ๅๆ":
                continue
            return end
    return None


def tails(context: Context, pos: int, *, states: bool = False) -> int:
    """Follow what is written on to the unit: its parent, country, branch or field."""
    text = context.text
    for _ in range(4):
        if tail := _TAIL.match(text, pos):
            end = tail_end(context, tail)
            if end is None:
                return pos
            pos = end
        elif (
            (text.startswith("แห่ง", pos) and (country := country_name().match(text, pos)))
            or (states and (country := country_name().match(text, pos)))
            or (states and (country := STATE_RUN.match(text, pos)))
        ):
            pos = country.end()
        elif text.startswith("ของ", pos) and (owner := context.at("agency", pos + 3)):
            pos = owner.end
        elif text.startswith("ของ", pos) and (home := _HOME.match(text, pos)):
            pos = home.end()
        else:
            return pos
    return pos


def tail_end(context: Context, tail: regex.Match[str]) -> int | None:
    agency = context.at("agency", tail.end())
    if agency is not None:
        return agency.end
    end = run_end(context, tail.end())
    if tail[0] == "ประจำ" and (home := _AT_HOME.match(context.text, tail.end())):
        end = home.end()  # เอกอัครราชทูต…ประจำประเทศไทย|ได้กำชับ
    if tail[0].endswith(_FIELD):
        end = _fields_end(context, tail.end(), end)
    if context.text.endswith("ของ", tail.end(), end):
        # ภูมิภาคเอเชียของ UNDP: the tail goes on to the owner, or it ends before ของ
        end = owner_end(context, end, lambda _: None) or end - len("ของ")
    if end == tail.end():
        return None
    if tail[0] == "ประจำ" and (other := _also_in().match(context.text, end)):
        end = other.end()  # …ประจำประเทศไทยและเวียดนาม
    if context.text.startswith("ฯ", end):
        end += 1
    return end


_AT_HOME = compiled(r"(?:ประเทศไทย|ราชอาณาจักรไทย)(?!ฯ)")


@cache
def _also_in() -> regex.Pattern[str]:
    return compiled(rf"และ(?:{country_name().pattern})(?![{THAI}])")


_OTHERS = ("คณะ", "ผู้บริหาร", "ผู้แทน", "เจ้าหน้าที่")


def _fields_end(context: Context, start: int, end: int) -> int:
    """Follow a list of fields, or read a field with a Latin name."""
    text = context.text
    if end == start:
        latin = _LATIN_FIELD.match(text, start)
        return latin.end() if latin else end
    more = _MORE_FIELDS.match(text, end)
    if more and text.startswith(_OTHERS, more.start("last")):
        # …วิทยาศาสตร์ วิจัยและนวัตกรรม และคณะผู้บริหาร: the last of them are people
        return more.end("first") if "และ" in more["first"] else end
    if more is None:
        return end
    starts = [more.start("last")]
    starts += [at + 1 for at in range(*more.span("first")) if text[at] == " "]
    for at in starts:
        if head_at(text, at) or _STOP.match(text, at):
            return end
        if context.at("official", at) or context.at("agency", at):
            return end
    return more.end()


def run_end(context: Context, pos: int) -> int:
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
        if head_at(text, after) or context.at("official", after):
            end = joined
            break
        joined = text.find("และ", after, end)
    for place in range(pos + 1, end):
        if context.at("official", place):
            end = place
            break
    number = NUMBER.match(text, end) if text[pos:end].endswith(_NUMBERED) else None
    number = number or (_EDITION.match(text, end) if end > pos else None)
    return number.end() if number else end


INITIALS = compiled(r" ?(?:[ก-ฮ]{2,6}\.|[ก-ฮ]\.[ก-ฮ]\.)(?:[ก-ฮ]{1,4}\.)*+(?![ก-๎])")


def initials_end(context: Context, pos: int) -> int | None:
    """``อธิบดี ปค.``: a body by initials that the text need not define; not those of a prefix."""
    initials = INITIALS.match(context.text, pos)
    if initials is None or context.at("official", initials.start() + (context.text[pos] == " ")):
        return None
    return None if initials[0].strip() in honorifics() else initials.end()
