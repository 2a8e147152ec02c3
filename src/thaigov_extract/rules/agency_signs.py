"""Whether a name of a body begins at a place at all: its left border, and what makes a head a plain noun."""

from __future__ import annotations

from functools import cache

from ..agency_border import LETTERS, REACH, begins_clause
from ..prepared import compiled
from ..words import is_edge
from .agency_clipped import unclipped
from .agency_ends import (
    PHONE,
    has_outer,
)
from .agency_places import in_country, place, province
from .agency_words import Head, is_plain, ministries

RUN = compiled(rf"[{LETTERS}]{{1,{REACH}}}+")

_LEADING_VOWELS = "เแโใไ"

_COMPOUNDS = {
    "วิทยาลัย": ("มหา", "ราช"),
    "บริษัท": ("พุทธ",),
    "กรรมาธิการ": ("คณะ", "อนุ"),
    "สหกรณ์": ("เกษตรและ", "นิคม", "กรมส่งเสริม"),
    "สมาคม": ("เถร",),
    "องค์การ": ("สภา",),
    "ศูนย์": ("โรงพยาบาล", "รพ."),
    "สโมสร": ("ตึกนารี",),
    "การไฟฟ้า": ("กิจ",),
    "กระทรวง": ("กฎ",),
    "กองทุน": ("หลักทรัพย์จัดการ", "เงิน"),
    "วัด": ("จังห",),  # the tokeniser would say so too, a third of all times that it is asked
}
"""Words that end like a head."""

_SHORT_HEAD = 4
"""Heads up to this length hide in other words and need a word edge on their left."""

# A parenthesis that can only follow the end of a name: a short form or an English name.
DEFINES = compiled(r" ?\( ?(?:[ก-ฮ]{1,6}\.|[A-Z][A-Za-z&.,’'\-–: ]{1,120}\)|[ก-ฮ]{2,6}\))")

SHORT_FORM_NEXT = compiled(r" ?\( ?(?:(?:[ก-ฮ]{1,6}\.){1,3}|[A-Z][A-Za-z]{1,9})\)")

_TITLE_BEFORE = compiled(
    r"(?:ผู้อำนวยการ|ผอ\.|หัวหน้า|ผู้จัดการ|เลขาธิการ|ผู้ว่าการ|ประธาน|คณบดี|เลขานุการ|ผู้บริหาร|"
    r"กรรมการผู้จัดการ|เจ้าอาวาส|บรรณาธิการ|ผู้สื่อข่าว|คอลัมนิสต์|ผู้จัดการทั่วไป)(?:อาวุโส|ใหญ่|บริหาร|เจ้าหน้าที่บริหาร)? ?$"
)

INDEFINITE = compiled(
    r"(?:เป็น|แต่ละ|บาง|หลาย|ทุก|ตั้ง|สร้าง|โดยมี|ไม่มี|ต่างๆ) ?[“\"]?$"
    r"|(?<!ที่ )(?<!ที่)(?<!ภาค )(?<!เขต )(?<!หมาย )(?<![\d.,:/–-])[1-9]\d{0,2} ?$"
)
"""What before a head says that no one body is meant: ``เป็นศูนย์…``, ``3 เทศบาลตำบล…``."""

_ONE_OF_MANY = compiled(
    r"(?:แต่ละ|บาง|หลาย|ทุก) ?$|(?<!ที่ )(?<!ที่)(?<!ภาค )(?<!เขต )(?<!หมาย )(?<![\d.,:/–()-])(?:[2-9]|[1-9]\d{1,2}) $"
)
_MANY_ENDS = tuple(" \nะงยก")
"""The last letters of those, and what may stand behind them."""

VAGUE_HEADS = frozenset(
    ["ศูนย์", "สถาบัน", "องค์กร", "มหาวิทยาลัย", "วิทยาลัย", "บริษัท", "โรงเรียน", "ธนาคาร", "โรงพยาบาล",
     "กองทุน", "สภา", "ศาล", "พรรค", "สหกรณ์", "เทศบาล", "กองทัพ", "คณะทำงาน", "ตลาดหลักทรัพย์", "วิสาหกิจชุมชน",
     "ด่านศุลกากร", "สถานกงสุล", "สถานทูต", "หอการค้า", "กรรมาธิการ", "คณะกรรมาธิการ", "คณะกรรมการ", "การไฟฟ้า",
     "การรถไฟ", "สำนักข่าว", "แขวงทางหลวง", "หมวดทางหลวง", "สมาคม", "องค์การ"]
)  # fmt: skip
"""Heads that are plain nouns as often as they open a name."""

_NICKNAME = 8
"""Letters that the short name of a province has at most (``อยุธยา``)."""

_FORCES = compiled(
    r"บก|เรือ|อากาศ|ไทย(?![ก-๎])|ภาค|น้อย|ปลดปล่อย|ประชาชน|แห่ง|ของ(?=สห|ประเทศ)|พันธมิตร|สหรัฐ|สหราช"
)
"""What the names of armies go on with, other than that of their country."""

_OF_OUTER = ("คณะ", "ฝ่าย", "กลุ่มงาน", "แผนก")
"""Heads of units that are named beside the body they belong to."""

ONE_NAME = 45
"""A longer run of letters after a head is a clause as often as a name."""


def is_named(text: str, start: int, head: str, row: Head, stop: int) -> bool:
    """Whether letters after a head are a name at all."""
    after = start + len(head)
    if text[start - 1 : start] in _MANY_ENDS and _ONE_OF_MANY.search(
        text, max(0, start - 6), start
    ):
        return False
    if head == "กลุ่ม" and _is_producer_group(text, after, stop):
        return True
    if head == "กระทรวง" and not _is_foreign_ministry(text, start, stop):
        return False
    if head == "กองทัพ" and not (_FORCES.match(text, after) or in_country().match(text, after)):
        return False
    if head.endswith("จังหวัด") and stop - after > _NICKNAME and not province().match(text, after):
        return False  # สำนักงานสาธารณสุขจังหวัดดูแลประชาชน: the office of any province
    outer = has_outer(text, head, stop)
    if head == "กอง" and not outer and not _is_division(text, start, stop):
        return False
    national = text.endswith(("แห่งประเทศไทย", "แห่งชาติ"), after, stop)
    by_post = led(text, start)
    if head == "องค์กร" and not by_post and not _is_organisation(text, start, stop):
        return False
    loose = by_post and head in _LED
    if row.form == "defined" and not (national or loose or SHORT_FORM_NEXT.match(text, stop)):
        return False
    partner = head == "วัด" and text.endswith(("ร่วมกับ", "ร่วมกับ "), 0, start)
    reached = head in _OF_OUTER and (outer or PHONE.match(text, stop))
    if row.form == "inner" and not (by_post or partner or reached):
        return False
    if head.startswith("คณะ") and _is_committee(text, start, after, stop):
        return True
    if is_plain(head, text, after):
        return False
    if stop - after < (2 if text.startswith("ฯ", stop) else row.least):
        return False
    if by_post or partner or reached:
        return True
    if place().match(text, after):
        return True
    if stop - after < ONE_NAME and (national or outer or SHORT_FORM_NEXT.match(text, stop)):
        return True
    task = head in _OF_TASKS and text.startswith(TASK_WORDS, after)
    if task and text.endswith("จัดตั้ง", 0, start) and stop - after > _NAMED_TASK:
        return True
    if not task and begins_clause(text, after, stop, firm=head not in VAGUE_HEADS):
        return False
    return head not in VAGUE_HEADS or not INDEFINITE.search(text, max(0, start - 10), start)


def led(text: str, start: int) -> bool:
    """Whether the post of who leads a body stands right before it."""
    return _TITLE_BEFORE.search(text, max(0, start - 24), start) is not None


def _is_committee(text: str, start: int, after: int, stop: int) -> bool:
    """Whether a committee is named by what it does: it meets, is set up, has a chair or reports."""
    return (
        stop - after > _NAMED_TASK
        and _CONVENED.search(text, max(0, start - 16), start) is not None
        and _NO_TASK.match(text, after) is None
    )


_CONVENED = compiled(
    r"(?:ประชุม|ตั้ง|ประธาน|กรรมการใน|ผู้แทน[ก-๎ ]{0,8}ใน|เลขานุการ|รายงานของ|ผ่าน|ตามที่|ร่วมกับ|ของ) ?[“\"]?$"
)
_NO_TASK = compiled(
    r"(?:ฯ|ต่าง|ทุก|ที่|ใน|จะ|ได้|มี(?!น)|และ|ของ|จาก|เพื่อ(?!ขับเคลื่อน|พัฒนา|ส่งเสริม|แก้ไข|เตรียม|กำหนด)|โดย|ดังกล่าว|ให้|เป็น|ลง|พร้อม|ขึ้น|ทั้ง|ชุด|"
    r"(?:ตรวจ|สืบ)?(?:สอบ)?(?:สวน)?(?:หา)?ข้อเท็จจริง|สอบ(?:สวน)?(?:ทาง)?วินัย|สอบสวน(?![ก-๎])|ย่อย|โฆษก|จังหวัด|อำเภอ|พื้นที่|ภายใต้|ประกอบ|ประจำ|เกี่ยว|ขอ|คือ|ไป|ตาม|กลุ่ม|นี้|เข้า|ท่าน|ไม่|ต้อง|ก็|ยัง|อีก|หรือ|ว่า(?!ด้วย)|กล่าว|เห็น|รับทราบ|"
    r"มอบ|แถลง|ครั้ง|เสนอ|แล้ว|อื่น|ซึ่ง|นั้น|สั่ง|ลงพื้น|เดิน|ผู้บริหาร|สามารถ|ไทย(?:ทุก|ที่)|ทำ|จัดงาน|ติดตาม(?:การดำเนินงาน|ความ)|"
    r"พิจารณา(?:แล้ว|ให้|ว่า|เห็น|ตัดสิน|ต่อ|เพื่อ|อนุมัติ|ผล|เรื่อง)|ทั่ว|สงฆ์|รัฐมนตรี|ผู้|ตรวจรับ|นัก|แพทย์|ครู|องคมนตรี|เจ้าหน้าที่|วิทยากร|สื่อ|ทูต|ทำงาน|เดียว|หนึ่ง|ใหม่|เล็ก|ใหญ่)"
)


def _is_producer_group(text: str, after: int, stop: int) -> bool:
    """Whether ``กลุ่ม…`` is a group of producers of a place that is named, not a class of people."""
    long_enough = stop - after >= _NAMED_TASK and _CRAFTS.match(text, after) is not None
    return long_enough and _SITED.match(text, stop) is not None


_CRAFTS = compiled(
    r"จักสาน|ทอ(?:ผ้า|เสื่อ)|ผ้า|ย้อม|แปรรูป|เย็บ|ผู้ปลูก|ผู้เลี้ยง|ผู้ผลิต|ปลูก|เลี้ยง|แปลงใหญ่|แม่บ้าน|สตรี|วิสาหกิจ|เกษตรกร(?:ผู้|ทำ|หมู่บ้าน|บ้าน)|ออมทรัพย์|"
    r"ท่องเที่ยว|ข้าว|ไหม|โฮมสเตย์|สมุนไพร|ประมง|ผู้ใช้น้ำ|บริหารการใช้น้ำ|ทำ(?:นา|ไร่|สวน|ขนม|ดอกไม้)"
)
_SITED = compiled(r",? {1,2}(?:[ตอจ]\. ?[ก-ฮเ-ไ]|ตำบล|อำเภอ|จังหวัด|หมู่(?:ที่)? ?\d|บ้าน)")

_LED = ("ชุดปฏิบัติการ", "ชุดเฉพาะกิจ", "เครือข่าย", "กลุ่มความร่วมมือ")
"""Heads of loose groups whose post names one of them."""

_NAMED_TASK = 14
"""A body that is being set up is named where so many letters say what it will do."""

TASK_WORDS = (
    "ส่งเสริม", "พัฒนา", "วิจัย", "ฝึก", "ประสาน", "ช่วยเหลือ", "ป้องกัน", "ควบคุม", "ปราบปราม", "ต่อต้าน", "สนับสนุน", "คุ้มครอง",
    "อนุรักษ์", "บริการ", "เฝ้าระวัง", "ติดตาม", "แก้ไข", "ขับเคลื่อน", "อำนวยการ", "ปฏิบัติการ", "ถ่ายทอด", "ทดสอบ",
    "ตรวจสอบ", "กำกับ", "กลั่นกรอง", "รับเรื่อง",
)  # fmt: skip

_OF_TASKS = (
    "ศูนย์", "สถาบัน", "กองทุน", "สมาคม", "คณะทำงาน", "คณะกรรมการ", "คณะอนุกรรมการ", "มูลนิธิ", "กองบังคับการ",
)  # fmt: skip
"""Heads whose names begin with what the body does: those verbs open no clause there."""


def _is_foreign_ministry(text: str, start: int, stop: int) -> bool:
    """Whether a ministry that is none of Thailand's is one of another country, or misspelt.

    Thailand's are all in the gazetteer, so that any other name needs evidence.
    """
    if text.startswith("ฯ", stop) and unclipped(text[start:stop]):
        return True
    before = text[max(0, start - 14) : start]
    if before.endswith(("กฎ", "ทุก", "ที่", "ของแต่ละ", "นโยบาย", "ระหว่าง", "ทั้ง")):
        return False
    return (
        bool(_MINISTER.search(before))
        or text[start : start + 12] in _ministry_starts()
        or bool(_UNIT_BEFORE.search(text, max(0, start - 60), start))
        or bool(_ABROAD.search(text, start, min(len(text), stop + 12)))
        or DEFINES.match(text, stop) is not None
    )


def _is_organisation(text: str, start: int, stop: int) -> bool:
    """``องค์กร`` is mostly the plain noun: a name shows by a definition or by its country."""
    name = text[start + 8 : stop]
    return any(part in name for part in ("แห่ง", "ระหว่างประเทศ", "นานาชาติ", "ต่อต้าน")) or bool(
        DEFINES.match(text, stop)
    )


def _is_division(text: str, start: int, stop: int) -> bool:
    """Whether ``กอง…`` is a division, not a heap (``กองเศษเหล็ก``)."""
    return (
        bool(_TITLE_BEFORE.search(text, max(0, start - 20), start))
        or not (start and RUN.match(text, start - 1))
        or text.endswith(_BEFORE_NAME, 0, start)
    )


_UNIT_BEFORE = compiled(rf"(?:กรม|สำนัก|กอง|ศูนย์|สถาบัน)[{LETTERS}]{{3,50}} $")

_MINISTER = compiled(r"(?:ว่าการ|ปลัด|รมว\.|รมช\.|โฆษก|ผู้แทน|เจ้าหน้าที่)$")

_ABROAD = compiled(
    r"(?:ของ|แห่ง|สาธารณรัฐ|ราชอาณาจักร|สหพันธ์|สหรัฐ|จีน|ญี่ปุ่น|เกาหลี|ลาว|กัมพูชา|เวียดนาม|มาเลเซีย|"
    r"สิงคโปร์|เมียนมา|อินเดีย|อินโดนีเซีย|ฟิลิปปินส์|รัสเซีย|เยอรมนี|ฝรั่งเศส|อังกฤษ)"
)

_BEFORE_NAME = (
    "ของ",
    "โดย",
    "กับ",
    "จาก",
    "และ",
    "หรือ",
    "ผู้แทน",
    "ให้",
    "ทาง",
    "เว็บไซต์",
    "ได้ที่",
    "หมาย",
)
"""Joints and words that a name is written on to."""


def left_free(text: str, start: int, head: str) -> bool:
    """Whether a name may begin at *start*: not inside another word."""
    free = seems_left_free(text, start, head)
    return on_edge(text, start) if free is None else free


def on_edge(text: str, start: int) -> bool:
    """Whether the tokeniser sees the beginning of a word at *start*."""
    return is_edge(text, max(0, start - 20), min(len(text), start + 20), start)


def seems_left_free(text: str, start: int, head: str) -> bool | None:
    """Whether a name may begin at *start*, or ``None`` where only the tokeniser can say (:func:`on_edge`)."""
    if "ะ" <= text[start + len(head) : start + len(head) + 1] <= "ฺ":
        return False  # ศาลิคุปต: the head's last letter has a vowel of its own
    if start == 0 or not "ก" <= text[start - 1] <= "๎":
        return True
    if text.endswith("โครง", 0, start):
        return False
    if head == "กรม" and text.endswith("เจ้า", 0, start):
        return not text.startswith(("สมเด็จ", "พระ", "หลวง", "หมื่น"), start + len(head))
    if text[start - 1] in _LEADING_VOWELS or text.endswith(_COMPOUNDS.get(head, "\n"), 0, start):
        return False
    if len(head) > _SHORT_HEAD and not head.startswith("การ"):
        return True
    if text.endswith(_BEFORE_NAME, 0, start) and (
        head != "กอง" or not text.startswith("ทุน", start + 3)
    ):
        return True  # the tokeniser may join a joint to a short head (ของกอง)
    return None


@cache
def _ministry_starts() -> frozenset[str]:
    return frozenset(name[:12] for name in ministries())
