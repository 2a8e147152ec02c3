"""Where names end that what they are of settles: the nation, a district or its province."""

from __future__ import annotations

from ..agency_border import opens_clause
from ..prepared import compiled
from .agency_places import district_end, province
from .agency_signs import ONE_NAME, VAGUE_HEADS

LOCAL = (
    "สถานีตำรวจ",
    "โรงพยาบาล",
    "เทศบาล",
    "องค์การบริหารส่วนตำบล",
    "ที่ว่าการอำเภอ",
    "ที่ทำการปกครอง",
    "สำนักงานเขต",
    "เรือนจำ",
    "วิทยาลัย",
    "แขวงทางหลวง",
    "ฝ่ายปกครอง",
    "สถานีพัฒนาที่ดิน",
)
"""Heads of local bodies, which are named after their district."""

_NATION = ("แห่งชาติ", "แห่งประเทศไทย")

_OF_FORCES = compiled(r"ทหาร(?:บก|เรือ(?!ธนบุรี)|อากาศ)(?!โยธิน)")
"""Which of the forces a department is of ends its name."""
_GOES_ON = compiled(r"ด้าน|ว่าด้วย|สำหรับ|เพื่อ|และ|สาขา|ประจำ|จังหวัด|ภาค|ชุด|[A-Z0-9 ]*$")


def national_end(text: str, head: str, after: int, stop: int, found: int) -> int:
    """Where the name of a body ends with its nation or its force, which the border words would cut or run past, or 0.

    ``ศูนย์ข้อมูลที่อยู่อาศัยแห่งชาติ``, ``คณะกรรมการดาวเทียมแห่งชาติ|เมื่อปีก่อน``, ``กรมแพทย์ทหารบก|จัดเตรียม…``.
    """
    if text.endswith(_NATION, after, stop):
        whole = found < stop and stop - after < ONE_NAME and not opens_clause(text, after, stop)
        return stop if whole and head in (*VAGUE_HEADS, "สำนักงาน") else 0
    if head == "กรม" and (arm := _OF_FORCES.search(text, after, found)):
        return arm.end()
    if not head.startswith(("คณะ", "สำนักงาน")):
        return 0
    end = text.find("แห่งชาติ", after, found) + len("แห่งชาติ")
    runs_on = len("แห่งชาติ") <= end - after and end < found and not _GOES_ON.match(text, end)
    return end if runs_on else 0


def local_end(text: str, head: str, after: int) -> int:
    """Where the name of the district ends that a local body is named after, or 0."""
    if not head.startswith(LOCAL):
        return 0
    for kind in ("ภูธร", "นครบาล", "อำเภอ", "กลาง", "ชนบท"):
        if text.startswith(kind, after):
            after += len(kind)
    end = district_end(text, after)
    if town := province().match(text, after):
        end = max(end, town.end())
    return end if end > after else 0
