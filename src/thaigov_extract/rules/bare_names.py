"""Names without a prefix, of persons whom the release names with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ..candidate import Candidate
from ..lines import line_start
from ..occurrences import Occurrences
from ..prepared import compiled
from .foreign_names import looks_foreign
from .name_words import LETTERS, common_names, honorifics, names_thing, stop_at

RULE_ID = "official.bare"

_THAI = compiled(rf"[{LETTERS}]")
_LATIN = compiled(r"[A-Za-z]")
_QUOTES = "“”\"'‘’«»‹›"
# Posts to which a name may be glued (นายกรัฐมนตรีแพทองธาร).
_GLUED_POSTS = (
    "รัฐมนตรี", "อธิบดี", "ปลัด", "ประธานาธิบดี", "โฆษก", "เลขา", "เลขาธิการ", "ประธาน", "ท่าน", "คุณ",
    "หัวหน้า", "นายก", "ผู้ตรวจ", "อธิการบดี", "ผู้ว่า", "ที่ปรึกษา",
)  # fmt: skip
_GLUED_POST = compiled(
    rf"(?<![{LETTERS}])(?:รอง|ผู้ช่วย|อดีต)*(?:{'|'.join(post for post in _GLUED_POSTS if post not in ('ท่าน', 'คุณ'))})\Z"
)
_JOINTS = ("ของ", "โดย", "จาก", "และ", "กับ", "ให้", "คือ", "แก่", "ด้วย", "ได้แก่")
"""Words before a full name with its space that are no part of it: ``ของสมหญิง ใจงาม``."""
_CALLED = "คุณ"
"""The honorific that begins so many other words that it needs a name known to be one."""
_THANKED = ("ขอบคุณ", "พระคุณ", "บุญคุณ")
# A post that ends just before the name: รมว. เฉลิมชัย, ปลัดฯ ณัฐพล, ผู้ว่าราชการจังหวัดเชียงใหม่ นิรัตน์.
_POST_BEFORE = compiled(
    rf"(?:(?<![{LETTERS}])(?:รมว|รมช|รมต|นรม|ปธน|ผอ|ผบ|ผวจ|ผบช|ผบก|ผกก|สส|สว|ทปษ)|นายก|รองนายก|ปลัด|อธิบดี|ผู้ว่า|ผู้อำนวยการ|ผู้ตรวจ|ผู้แทน|ผู้ช่วย|"
    r"ผู้บัญชาการ|ผู้จัดการ|เลขา|โฆษก|ประธาน|รัฐมนตรี|หัวหน้า|แม่ทัพ|ที่ปรึกษา|อธิการ|คณบดี|กรรมการ|ทูต|"
    r"เจ้ากรม|เสนาธิการ|องคมนตรี|สมาชิก|ว่าการ|คุณ|ท่าน|ครู|หมอ|เสี่ย)"
    rf"[{LETTERS}ฯ.]{{0,70}}+(?: [{LETTERS}]{{1,8}}[.ฯ])?[ ]{{0,8}}$"
)
_SPEECH = compiled(
    r" ?(?:กล่าว|เผย|ชี้|ย้ำ|สั่ง|ลุย|นำ|ลั่น|เปิด|ร่วม|ลง|มอบ|ตรวจ|เร่ง|ยัน|ยืนยัน|เตรียม|เตือน|แจง|แจ้ง|ระบุ|หารือ|ถก|พบ|ปลื้ม|"
    r"หนุน|ดัน|เดินหน้า|ขับเคลื่อน|ติดตาม|รับ|ต้อนรับ|เยี่ยม|เยือน|ชม|ขอ|ห่วง|กำชับ|เน้น|แนะ|ชวน|เชิญ|ประชุม|ประกาศ|บุก|บิน|โชว์|"
    r"ปิด|จับมือ|จี้|ผุด|สาน|เคาะ|ดึง|ฝาก|แถลง|เป็นประธาน|ให้|จัด|ส่ง|วาง|ผนึก|รุก|โต้|ตอบ|ปัด|เสนอ|ถวาย|ควง|ชู|สร้าง|ยก|อวย|กระทุ้ง|มั่นใจ|เล็ง|แก้|หา|ผลัก|ปลุก|โพสต์|เจรจา|ปราบ|ช่วย|คุม|ตั้ง|ออก|สรุป|บูรณาการ|ปรับ|ปั้น|ทุ่ม|นั่ง|ทุบ|ดู|เฝ้า|พร้อม)"
)


@cache
def _prefix_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in honorifics() if len(form) <= _LONGEST_PREFIX}))


def bare_mentions(text: str, people: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Find prefix-less uses of the names of *people*.

    A given name by itself counts in quotes, after a hash sign, after a post,
    or where it stands delimited; a given name that is an everyday word too
    needs the quotes, the post or a verb of speech after it.

    Args:
        text: Folded text.
        people: Candidates of kind ``official``: every mention with a prefix.

    Returns:
        Candidates of kind ``official`` without the slot ``prefix``, in text
        order, overlapping neither each other nor *people*.
    """
    taken = set[int]()
    for person in people:
        taken.update(range(person.start, person.end))
    found: dict[int, Candidate] = {}
    seen: set[tuple[str, str]] = set()
    ordered = sorted(people, key=lambda person: "family" not in person.slots)
    places = Occurrences(
        text,
        (
            name
            for parts in (_parts(text, person) for person in people)
            if parts
            for name in (*parts, *_calls(*parts))
        ),
    )
    for person in ordered:
        parts = _parts(text, person)
        if parts is None or parts in seen:
            continue
        seen.add(parts)
        if parts[1]:
            for candidate in _full(text, places, *parts, _family_first(person)):
                _take(candidate, taken, found)
    names = dict.fromkeys(name for given, family in sorted(seen) for name in _calls(given, family))
    givens = {name for given, _ in seen for name in (given, given.partition(" ")[0])}
    for name in names:
        for start in places.of(name):
            end = start + len(name)
            if start in taken or (name not in givens and not _after_post(text, start)):
                continue
            if _stands_alone(text, start, end, name):
                slots = {"given": (start, end)}
                candidate = Candidate("official", start, end, RULE_ID, slots, confidence=0.8)
                _take(candidate, taken, found)
    return tuple(found[start] for start in sorted(found))


def _parts(text: str, person: Candidate) -> tuple[str, str] | None:
    if "given" not in person.slots:
        return None
    given = text[slice(*person.slots["given"])]
    family = text[slice(*person.slots["family"])] if "family" in person.slots else ""
    if not _THAI.match(given):
        return None
    return given, family


def _family_first(person: Candidate) -> bool:
    family = person.slots.get("family")
    return family is not None and family[0] < person.slots["given"][0]


def _calls(given: str, family: str) -> Iterator[str]:
    """Yield the single names by which the person may be called.

    Only persons of other countries are called by the family name (ประธานาธิบดีไบเดน); the
    middle name is left out (รองโฆษกดวงใจ).
    """
    yield given
    first, _, middle = given.partition(" ")
    if middle and len(first) > 3:
        yield first
    if len(family) > 3 and family not in common_names() and looks_foreign(family):
        yield family


def _take(candidate: Candidate, taken: set[int], found: dict[int, Candidate]) -> None:
    places = range(candidate.start, candidate.end)
    if taken.isdisjoint(places):
        taken.update(places)
        found[candidate.start] = candidate


def _full(
    text: str, places: Occurrences, given: str, family: str, family_first: bool
) -> Iterator[Candidate]:
    """Yield the places where both names stand in a row, with or without a space."""
    first, second = (family, given) if family_first else (given, family)
    for start in places.of(first):
        at = start + len(first)
        while at < len(text) and text[at] == " " and at - start - len(first) < 6:
            at += 1
        end = at + len(second)
        if not text.startswith(second, at) or _inside_word(text, end):
            continue
        if at == start + len(first) and len(second) < 3:
            continue
        one, two = (start, start + len(first)), (at, end)
        slots = {"given": two, "family": one} if family_first else {"given": one, "family": two}
        if text.endswith(_CALLED, 0, start) and not text.endswith(_THANKED, 0, start):
            slots["prefix"] = start - len(_CALLED), start
            yield Candidate("official", start - len(_CALLED), end, RULE_ID, slots, confidence=0.9)
            continue
        if names_thing(text, start) or _after_prefix(text, start):
            continue
        if (
            start
            and _THAI.match(text, start - 1)
            and not text.endswith(_GLUED_POSTS, 0, start)
            and not (at > one[1] and text.endswith(_JOINTS, 0, start))
        ):
            continue
        yield Candidate("official", start, end, RULE_ID, slots, confidence=0.9)


def _inside_word(text: str, end: int) -> bool:
    """Does the word run on after *end* (and not with a word that ends a name)?"""
    if end >= len(text) or not _THAI.match(text, end):
        return False
    return stop_at(text, end, end) is None


_LONGEST_PREFIX = 30


def _after_prefix(text: str, start: int) -> bool:
    left = start
    while left > 0 and text[left - 1] == " ":
        left -= 1
    # by length: to compare with each of 1,500 forms takes ten times as long
    forms = honorifics()
    return any(text[left - n : left] in forms for n in _prefix_lengths() if n <= left)


def _after_post(text: str, start: int) -> bool:
    return bool(_POST_BEFORE.search(text, line_start(text, start, 80), start))


def _stands_alone(text: str, start: int, end: int, name: str) -> bool:
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before == "#":
        return len(name) >= 4 or not _THAI.match(after)
    if names_thing(text, start) or _after_prefix(text, start):
        return False
    if before in _QUOTES and after in _QUOTES:
        return True
    common = name in common_names() or len(name) < 4
    if _THAI.match(after) and not (
        _SPEECH.match(text, end) or (not common and stop_at(text, end, end))
    ):
        return False
    if _THAI.match(before):
        if common:
            return bool(_GLUED_POST.search(text, max(0, start - 30), start))
        return text.endswith(_GLUED_POSTS, 0, start)
    if _LATIN.match(before) or after == ".":
        return False
    if common:
        if before == "\n" or before in "-–“" or _head_of_line(text, start):
            return bool(_SPEECH.match(text, end))
        return before in " .ฯ" and _after_post(text, start) and not _THAI.match(after)
    return True


def _head_of_line(text: str, start: int) -> bool:
    return text[line_start(text, start, _INDENT) : start].strip(" “\"'") == ""


_INDENT = 200
"""Spaces that a line may begin with."""
