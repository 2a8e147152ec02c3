"""Names of bodies in Thai: the head, the gazetteer, and the border that words show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from ..agency_border import LETTERS, REACH, begins_clause, name_end
from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from ..words import is_edge
from .agency_ends import (
    has_outer,
    with_city,
    with_legal_form,
    with_namesake,
    with_tails,
    without_remark,
)
from .agency_seen import seen_end, split_end
from .agency_short import acts_as_body, right_free
from .agency_words import (
    OPEN_ENDS,
    Head,
    abbreviations,
    abbreviations_by_start,
    gazetteer,
    head_at,
    heads,
    in_province,
    is_plain,
    ministries,
    place,
    registry,
    spaced_end,
    spaced_names,
)

RUN = compiled(rf"[{LETTERS}]{{1,{REACH}}}+")
_LEADING_VOWELS = "เแโใไ"
_COMPOUNDS = {
    "วิทยาลัย": ("มหา", "ราช"),
    "บริษัท": ("พุทธ",),
    "กรรมาธิการ": ("คณะ", "อนุ"),
    "วัด": ("จังห",),  # the tokeniser would say so too, a third of all times that it is asked
}
"""Words that end like a head."""

_SHORT_HEAD = 4
"""Heads up to this length hide in other words and need a word edge on their left."""

# A parenthesis that can only follow the end of a name: a short form or an English name.
_DEFINES = compiled(r" ?\( ?(?:[ก-ฮ]{1,6}\.|[A-Z][A-Za-z&.,’'\-–: ]{1,120}\)|[ก-ฮ]{2,6}\))")
_SHORT_FORM_NEXT = compiled(r" ?\( ?(?:(?:[ก-ฮ]{1,6}\.){1,3}|[A-Z][A-Za-z]{1,9})\)")
_DEFINED = 4.0
"""Evidence that an end needs before the run's last edge where a definition follows the run."""

# The list inside a ministry's own name: กระทรวงอาหาร เกษตร และประมง.
_LISTED = compiled(
    rf"(?: (?!และ)[{LETTERS}]{{3,24}}?){{0,2}} ?และ(?P<last>[{LETTERS}]{{3,30}}?)(?=\n| |”|\(|$|ของ|แห่ง)"
)
_TITLE_BEFORE = compiled(
    r"(?:ผู้อำนวยการ|ผอ\.|หัวหน้า|ผู้จัดการ|เลขาธิการ|ผู้ว่าการ|ประธาน|คณบดี|เลขานุการ|ผู้บริหาร|"
    r"กรรมการผู้จัดการ|เจ้าอาวาส|บรรณาธิการ|ผู้สื่อข่าว|คอลัมนิสต์|ผู้จัดการทั่วไป)(?:อาวุโส|ใหญ่|บริหาร|เจ้าหน้าที่บริหาร)? ?$"
)
INDEFINITE = compiled(
    r"(?:เป็น|แต่ละ|บาง|หลาย|ทุก|ตั้ง|สร้าง|โดยมี|ไม่มี|ต่างๆ) ?$"
    r"|(?<!ที่ )(?<!ที่)(?<!ภาค )(?<!หมาย )(?<![\d.,:/–-])[1-9]\d{0,2} ?$"
)
"""What before a head says that no one body is meant: ``เป็นศูนย์…``, ``3 เทศบาลตำบล…``."""

_VAGUE_HEADS = frozenset(
    ["ศูนย์", "สถาบัน", "องค์กร", "มหาวิทยาลัย", "วิทยาลัย", "บริษัท", "โรงเรียน", "ธนาคาร", "โรงพยาบาล",
     "กองทุน", "สภา", "ศาล", "พรรค", "สหกรณ์", "เทศบาล", "กองทัพ", "คณะทำงาน", "ตลาดหลักทรัพย์", "วิสาหกิจชุมชน",
     "ด่านศุลกากร", "สถานกงสุล", "สถานทูต", "หอการค้า", "กรรมาธิการ", "คณะกรรมาธิการ", "คณะกรรมการ", "การไฟฟ้า",
     "การรถไฟ", "สำนักข่าว", "แขวงทางหลวง", "หมวดทางหลวง", "สมาคม", "องค์การ"]
)  # fmt: skip
"""Heads that are plain nouns as often as they open a name."""


def match_name(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read a name from its head, or from the gazetteer name that stands there."""
    text = context.text
    known = end if text[start:end] in gazetteer() else 0
    head = head_at(text, start)
    if not left_free(text, start, head or text[start:end]):
        return
    row = heads().get(head)
    if row is None or row.form in ("whole", "loose"):
        if row is not None and row.form == "loose" and not acts_as_body(text, start, end):
            return
        if not text.endswith("องค์กร", 0, start):  # องค์กรสหประชาชาติ: all bodies of that family
            yield _candidate(text, start, end if row else with_tails(text, end), end)
        return
    if row.form == "company":
        if known:
            yield _candidate(text, start, end, end)
        return
    if known and not _is_run(text[start:end]):  # a name with spaces or brackets is whole
        foreign = head == "กระทรวง" and text[start:end] not in ministries()
        yield _candidate(text, start, with_tails(text, end) if foreign else end, end)
        return
    joined = start + len(head) + len("และ")
    base = next((b for b in ("ศูนย์", "สถาบัน") if head.startswith(b) and head != b), "")
    if base and text.endswith("และ", start, joined) and not head_at(text, joined):
        head, row = base, heads()[base]  # ศูนย์วิจัย|และบำรุงพันธุ์สัตว์: the head is ศูนย์
    after = start + len(head)
    if clipped := _clip(text, start, after):
        yield clipped
        if not known:
            return
    for name, parts in spaced_names().get(head, ()):
        if spaced := spaced_end(text, start, parts):
            # a ministry has offices in provinces, it is not of one
            own = head == "กระทรวง" and text.startswith(("จังหวัด", "ประจำจังหวัด"), spaced)
            whole = spaced if own else with_tails(text, spaced)
            yield _candidate(text, start, whole, spaced, name=name)
            return
    if head in _MISSIONS and (posted := with_city(text, start, after)) > after:
        yield _candidate(text, start, posted, posted)
        return
    run = RUN.match(text, after)
    stop = run.end() if run else after
    if split := split_end(text, start, stop):
        name = "".join(text[start:split].split())
        yield _candidate(text, start, with_tails(text, split), split, name=name)
        return
    if known or _is_named(text, start, head, row, stop):
        known = known or seen_end(context, start, after, stop)
        yield from _named(text, start, head, row, known, stop)


def _named(
    text: str, start: int, head: str, row: Head, known: int, stop: int
) -> Iterator[Candidate]:
    """Find the right border of a name that is one."""
    after = start + len(head)
    defined = _DEFINES.match(text, stop) is not None or has_outer(text, head, stop)
    found, confidence = name_end(
        text,
        start,
        after + max(row.least, 4 if text.startswith("ไทย", after) else 0),
        stop,
        known=known,
        firm=text[start:known] in registry(),
        threshold=_DEFINED if defined else 0.0,
    )
    if head == "กระทรวง" and found == stop and text[start:found] not in registry():
        found = _list_end(text, found)
    if found == stop != known and (rest := _spaced_rest(text, head, found)):
        yield _candidate(text, start, rest, 0, confidence=0.7)
        return
    if text.startswith("ฯ", found):
        values = {"form": "clipped"}
        if name := _unclipped(text[start:found]):
            values["name"] = name
        yield Candidate("agency", start, found + 1, "agency.name", values=values)
        return
    if found != known and head in _VAGUE_HEADS and is_plain(head, text[:found], after):
        # ศูนย์ประสานงาน|ช่วยเหลือผู้ประสบภัย: what is left says only a kind of body
        if found < stop and text.startswith((*_TASK_WORDS, "เพื่อ", "สถานการณ์", "ด้าน"), found):
            found, confidence = name_end(text, start, found + 1, stop, threshold=_DEFINED)
        if is_plain(head, text[:found], after):
            return
    if known and found > known and text.startswith(("ว่าด้วย", "เรื่อง"), known):
        found = known
    found = without_remark(text, start, found)
    if (of := in_province().search(text, start, found)) and of.end() > after:
        found = of.end()  # nothing but a number follows the province of a provincial office
    shared = found != known or text.startswith("อาเซียน", found - len("อาเซียน"))
    whole = with_tails(text, with_namesake(text, start, found), shared=shared)
    if head in _NATIONAL and text.startswith(("จังหวัด", "ประจำจังหวัด"), found):
        whole = found
    if text[start:found] in ministries():  # Thailand's ministry is no other for being hers
        whole = found
    whole = with_city(text, start, with_legal_form(text, head, whole))
    if text[start:whole] not in registry() and (
        _ANY_OF_THEM.search(text, after, whole) or _ANY_OF_THEM.match(text, whole)
    ):
        return
    open_ended = text[start:whole].endswith(OPEN_ENDS) and text[start:whole] not in registry()
    if not open_ended or (defined and whole == stop):
        yield _candidate(text, start, whole, known, confidence=confidence)


@lru_cache(8192)
def _is_run(name: str) -> bool:
    return RUN.fullmatch(name) is not None


_SPACED_REST = compiled(
    rf"(?: [{LETTERS}]{{2,40}}+){{1,4}}+(?= ?\((?:(?P<latin>[A-Z]{{2,10}})|(?:[ก-ฮ]{{1,6}}\.){{1,3}})\))"
)
_ANY_OF_THEM = compiled(
    r" ?(?:ทั่วประเทศ|ทุกแห่ง|ทุกจังหวัด|ใด(?![ก-๎])|ที่(?:ยื่น|ใกล้|อยู่|ท่าน|ตั้งอยู่|สังกัด|รับผิดชอบ))"
)
"""Every one or any one of a kind is none by name (``สำนักงานขนส่งทั่วประเทศ``)."""

_MISSIONS = ("สถานเอกอัครราชทูต", "สถานกงสุลใหญ่", "สถานกงสุล", "สถานทูต")
_NATIONAL = ("กระทรวง", "กรม")
"""Heads of bodies that have no provincial namesakes."""

_FOREIGN_HEADS = ("ธนาคาร", "สถาบัน", "มหาวิทยาลัย", "องค์การ", "มูลนิธิ", "กองทุน", "ศูนย์", "บรรษัท")


_PEOPLE = ("นาย", "นาง", "ผู้", "ดร", "พล", "รอง", "ปลัด", "อธิบดี", "รัฐมนตรี", "เจ้าหน้าที่", "คณะ", "หน่วย")


def _spaced_rest(text: str, head: str, end: int) -> int:
    """The end of a name with spaces that its short form follows.

    ``ธนาคารซูมิโตโม มิตซุย แบงค์กิ้ง (SMBC)``, ``…ความปลอดภัย อาชีวอนามัย และสภาพแวดล้อม (สปอ.)``;
    0 where the words after the first space are a clause or another body.
    """
    rest = _SPACED_REST.match(text, end)
    if rest is None or not ("และ" in rest[0] or (rest["latin"] and head in _FOREIGN_HEADS)):
        return 0
    start = end
    for word in rest[0].split(" ")[1:]:
        start += 1
        bare = start + len("และ") if word.startswith("และ") else start
        stop = start + len(word)
        if (
            head_at(text, bare)
            or word.startswith(_PEOPLE)
            or begins_clause(text, bare, stop, firm=False)
        ):
            return 0
        start = stop
    return rest.end()


_BETWEEN = compiled(r" |และ")


def _list_end(text: str, end: int) -> int:
    """Take in the list in the name of another country's ministry."""
    listed = _LISTED.match(text, end)
    if listed is None:
        return end
    start = end
    for word in _BETWEEN.split(listed[0]):
        if word and (
            head_at(text, start)
            or word.startswith(_PEOPLE)
            or begins_clause(text, start, start + len(word), firm=False)
        ):
            return end
        start += len(word)
        start += len("และ") if text.startswith("และ", start) else 1
    owner = place().match(text, listed.end())
    return owner.end() if owner else listed.end()


def _unclipped(begun: str) -> str:
    """The only ministry that a clipped name can mean (``กระทรวงเกษตรฯ``, ``กระทรวงท่องเที่ยวฯ``)."""
    stem = begun.removeprefix("กระทรวง").removeprefix("การ")
    whole = [
        name
        for name in ministries()
        if name.removeprefix("กระทรวง").removeprefix("การ").startswith(stem)
    ]
    return whole[0] if begun.startswith("กระทรวง") and stem and len(whole) == 1 else ""


_ONE_NAME = 45
"""A longer run of letters after a head is a clause as often as a name."""


def _is_named(text: str, start: int, head: str, row: Head, stop: int) -> bool:
    """Whether letters after a head are a name at all."""
    after = start + len(head)
    if head == "กระทรวง" and not _is_foreign_ministry(text, start, stop):
        return False
    if head == "องค์กร" and not _is_organisation(text, start, stop):
        return False
    outer = has_outer(text, head, stop)
    if head == "กอง" and not outer and not _is_division(text, start, stop):
        return False
    national = text.endswith(("แห่งประเทศไทย", "แห่งชาติ"), after, stop)
    by_post = _TITLE_BEFORE.search(text, max(0, start - 24), start) is not None
    led = by_post and head in _LED
    if row.form == "defined" and not (national or led or _SHORT_FORM_NEXT.match(text, stop)):
        return False
    if row.form == "inner" and not by_post and not (outer and head == "คณะ"):
        return False
    if is_plain(head, text, after):
        return False
    if stop - after < row.least:
        return False
    if by_post:
        return True
    if place().match(text, after):
        return True
    if stop - after < _ONE_NAME and (outer or _SHORT_FORM_NEXT.match(text, stop)):
        return True
    task = head in _OF_TASKS and text.startswith(_TASK_WORDS, after)
    if task and text.endswith("จัดตั้ง", 0, start) and stop - after > _NAMED_TASK:
        return True
    if not task and begins_clause(text, after, stop, firm=head not in _VAGUE_HEADS):
        return False
    return head not in _VAGUE_HEADS or not INDEFINITE.search(text, max(0, start - 10), start)


_LED = ("ชุดปฏิบัติการ", "ชุดเฉพาะกิจ", "เครือข่าย", "ชมรม", "กลุ่มความร่วมมือ")
"""Heads of loose groups whose post names one of them."""

_NAMED_TASK = 14
"""A body that is being set up is named where so many letters say what it will do."""

_TASK_WORDS = (
    "ส่งเสริม", "พัฒนา", "วิจัย", "ฝึก", "ประสาน", "ช่วยเหลือ", "ป้องกัน", "ควบคุม", "ปราบปราม", "ต่อต้าน", "สนับสนุน", "คุ้มครอง",
    "อนุรักษ์", "บริการ", "เฝ้าระวัง", "ติดตาม", "แก้ไข", "ขับเคลื่อน", "อำนวยการ", "ปฏิบัติการ", "ถ่ายทอด", "ทดสอบ",
)  # fmt: skip
_OF_TASKS = (
    "ศูนย์", "สถาบัน", "กองทุน", "สมาคม", "คณะทำงาน", "คณะกรรมการ", "คณะอนุกรรมการ", "มูลนิธิ", "กองบังคับการ",
)  # fmt: skip
"""Heads whose names begin with what the body does: those verbs open no clause there."""


def _is_foreign_ministry(text: str, start: int, stop: int) -> bool:
    """Whether a ministry that is none of Thailand's is one of another country, or misspelt.

    Thailand's are all in the gazetteer, so that any other name needs evidence.
    """
    if text.startswith("ฯ", stop) and _unclipped(text[start:stop]):
        return True
    before = text[max(0, start - 14) : start]
    if before.endswith(("กฎ", "ทุก", "ที่", "ของแต่ละ", "นโยบาย", "ระหว่าง", "ทั้ง")):
        return False
    return (
        bool(_MINISTER.search(before))
        or text[start : start + 12] in _ministry_starts()
        or bool(_UNIT_BEFORE.search(text, max(0, start - 60), start))
        or bool(_ABROAD.search(text, start, min(len(text), stop + 12)))
        or _DEFINES.match(text, stop) is not None
    )


def _is_organisation(text: str, start: int, stop: int) -> bool:
    """``องค์กร`` is mostly the plain noun: a name shows by a definition or by its country."""
    name = text[start + 8 : stop]
    return any(part in name for part in ("แห่ง", "ระหว่างประเทศ", "นานาชาติ", "ต่อต้าน")) or bool(
        _DEFINES.match(text, stop)
    )


def _is_division(text: str, start: int, stop: int) -> bool:
    """Whether ``กอง…`` is a division, not a heap (``กองเศษเหล็ก``)."""
    return bool(_TITLE_BEFORE.search(text, max(0, start - 20), start)) or not (
        start and RUN.match(text, start - 1)
    )


_UNIT_BEFORE = compiled(rf"(?:กรม|สำนัก|กอง|ศูนย์|สถาบัน)[{LETTERS}]{{3,50}} $")
_MINISTER = compiled(r"(?:ว่าการ|ปลัด|รมว\.|รมช\.|โฆษก|ผู้แทน|เจ้าหน้าที่)$")
_ABROAD = compiled(
    r"(?:ของ|แห่ง|สาธารณรัฐ|ราชอาณาจักร|สหพันธ์|สหรัฐ|จีน|ญี่ปุ่น|เกาหลี|ลาว|กัมพูชา|เวียดนาม|มาเลเซีย|"
    r"สิงคโปร์|เมียนมา|อินเดีย|อินโดนีเซีย|ฟิลิปปินส์|รัสเซีย|เยอรมนี|ฝรั่งเศส|อังกฤษ)"
)


_CLIPPABLE = frozenset(
    ["กระทรวง", "กรม", "สำนักงาน", "สำนัก", "คณะกรรมการ", "คณะอนุกรรมการ", "ศูนย์", "สถาบัน", "บริษัท", "กองทุน",
     "ธนาคาร", "องค์การ", "มหาวิทยาลัย", "โรงพยาบาล"]
)  # fmt: skip


_LONGEST_CLIPPED = 12


def _clip(text: str, start: int, after: int) -> Candidate | None:
    """``กระทรวง พม.``: the head stays, the rest is an abbreviation."""
    if text[start:after] not in _CLIPPABLE:
        return None
    at = after + 1 if text.startswith(" ", after) else after
    for length in abbreviations_by_start().lengths_at(text, at):
        short = text[at : at + length]
        if length <= _LONGEST_CLIPPED and right_free(text, at + length, short):
            values = {"form": "clipped"}
            if name := abbreviations()[short]:
                values["name"] = name
            return Candidate("agency", start, at + length, "agency.name", values=values)
    return None


def _candidate(
    text: str, start: int, end: int, known: int, *, name: str = "", confidence: float = 1.0
) -> Candidate:
    values = {"form": "full"}
    if end == known:
        values["name"] = name or text[start:end]
        if body := registry().get(text[start:end]):
            values["name"] = body.name
            values["id"] = body.id
    return Candidate("agency", start, end, "agency.name", values=values, confidence=confidence)


def left_free(text: str, start: int, head: str) -> bool:
    """Whether a name may begin at *start*: not inside another word."""
    if start == 0 or not "ก" <= text[start - 1] <= "๎":
        return True
    if text[start - 1] in _LEADING_VOWELS or text.endswith(_COMPOUNDS.get(head, "\n"), 0, start):
        return False
    if len(head) > _SHORT_HEAD and not head.startswith("การ"):
        return True
    left = max(0, start - 20)
    return is_edge(text, left, min(len(text), start + 20), start)


@cache
def _ministry_starts() -> frozenset[str]:
    return frozenset(name[:12] for name in ministries())
