"""Where a body's name ends before what is said of it: a purpose, an owner, a second body written on to it."""

from __future__ import annotations

from ..prepared import compiled
from .agency_words import gazetteer, longest_known_name

_REMARK = compiled(
    r"(?:เพื่อ(?:เป็น|ทราบ|พิจารณา(?![ก-๎])|ให้(?!ความ|การ))|ในขณะนั้น|ในสมัยนั้น|ในอดีต|เดิม(?=[^ก-๎]|$)|เหล่านี้|อย่าง(?:ไม่)?เป็นทางการ|ของ(?:ประเทศ)?ไทย|ระหว่างประเทศไทย|ในประเทศไทย|ในสังกัด|ตามกฎหมาย|ตามมาตรา|ดังนี้|(?:พระองค์|คน|รูป|ครั้ง)แรก|(?:ตั้งแต่|ภายใน|เมื่อ|ใน)(?:วันที่|ระยะเวลา)|ตั้งแต่|(?<!ต่ำ)(?<!สูง)(?<!น้อย)(?<!มาก)กว่า(?= ?\d|$)|ใน(?:ทศวรรษ|ศตวรรษ|ช่วง|อนาคต)|และเชิญ|ดำเนินการก่อน|แทนตำแหน่ง|ขึ้นคณะหนึ่ง|(?:ขึ้น|ด้วย)$|ซึ่งมี|ประจำปี|ระหว่าง(?:กระทรวง|กรม|รัฐบาล|สำนักงาน)|ภายใต้(?:คณะ|กระทรวง|กรม|สำนัก|การกำกับ)|ของท่าน|ที่เกี่ยวข้อง|ที่(?:พร้อม|ทันสมัย|ครบ|สำคัญ|เข้มแข็ง|ได้มาตรฐาน|มีประสิทธิภาพ))"
)


_AFTERTHOUGHT = compiled(
    r"(?:(?<!ใช้)(?:เรียบร้อย)?แล้ว(?:เสร็จ|แต่กรณี)?|(?:ใน)?อีก(?:ครั้ง|หลาย)?|(?<!เครื่อง)(?<!ทั่ว)ไป|(?:ชุด|ครั้ง|แห่ง)นี้|"
    r"(?:ใน)?(?:เช้า|เย็น)?วันนี้|นัดแรก|(?:ครั้ง)?ล่าสุด|โดย(?:เร็ว|เฉพาะ)|ให้(?:สอดคล้อง|แล้วเสร็จ|เหมาะสม|เป็นปัจจุบัน)|"
    r"(?<!งบ)(?<!งบบ)ประมาณ|(?:ใน)?คราวประชุม|มากมาย|ทุกท่าน|บางส่วน|อย่าง(?:ใกล้ชิด|ต่อเนื่อง)|ดังกล่าว|(?:ด้วย)?หรือไม่|"
    r"เป็น(?:หลัก|ต้น)|ร่วมกัน|(?<!ตน)(?<!ตัว)เอง|(?<!ตอบ)(?<!ผู้)(?<!ตัว)(?<!ทด)แทน|ทราบ|(?<!นำ)(?<!ข้อ)เสนอ|พบว่า|เช่นกัน|"
    r"ตลอด|ทันที|ต่อไป|เท่านั้น|ทั่วโลก|เนื่องในโอกาส|(?<!ไป)ด้วยกัน|ขณะนี้|ก่อนหน้านี้)$"
)
"""What may stand behind the name at its very end: ``…กรุงไคโร|ต่อไป``, ``…รัฐมนตรี|นัดแรก``."""


def without_remark(text: str, start: int, end: int) -> int:
    """Return where a name ends without what is said of it: a purpose, an owner, another body.

    Args:
        text: Folded text.
        start: Where the name begins.
        end: Where the border words end it.

    Returns:
        The offset after the name, *end* where nothing is said of it.
    """
    if text[start:end] in gazetteer():
        return end
    remark = _REMARK.search(text, start + 8, end) or _AFTERTHOUGHT.search(text, start + 12, end)
    purpose = (
        None if text.startswith(_WITH_PURPOSE, start) else _PURPOSE.search(text, start + 6, end)
    )
    said = [found.start() for found in (remark, purpose) if found]
    if said:
        return min(said)
    # กองทัพมาเลเซีย|และกองทัพไทย: two of a kind
    joint = text.find("และ", start + 8, end)
    board = text.startswith("คณะ", start)
    tasks = board and text.startswith(_TASKS, joint + 3)
    if joint > 0 and text.startswith(_STAFF, joint + 3) and not tasks:
        return joint
    if joint > 0 and not board:
        known = longest_known_name(text, joint + 3)
        same = text.startswith(text[start : start + _KIND], joint + 3)
        heads = text.startswith(_BODIES, start) and text.startswith(_BODIES, joint + 3)
        if same or known >= end or heads:
            return joint
    # โรงเรียนบ้านทุ่ง|โรงเรียนบ้านดอน: so are these, written as one
    for head in _BODIES:
        if text.startswith(head, start):
            again = text.find(head, start + len(head) + 3, end)
            if again > 0 and not text.endswith(_PARTS, start, again):
                return again
    # สถาบันฝึกอบรมของการรถไฟแห่งประเทศไทย: two bodies
    owned = text.find("ของ", start + 8, end)
    if owned > 0 and longest_known_name(text, owned + 3) >= max(end, owned + 4):
        return owned
    # ศูนย์ปฏิบัติการโครงการเด็กแรกเกิด|กรมกิจการเด็กและเยาวชน: so are these
    inner = text.find("กรม", start + 12, end)
    if text.startswith("ชุดปฏิบัติการ", start):
        return end
    if inner > 0 and longest_known_name(text, inner) == end:
        return inner - len("โดย") * text.endswith("โดย", 0, inner)
    # สำนักปราบปรามยาเสพติด|สำนักงานคณะกรรมการป้องกันและปราบปรามยาเสพติด
    if text.startswith(("กอง", "สำนัก", "ฝ่าย", "กลุ่ม", "ส่วน"), start):
        inner = text.find("สำนักงาน", start + 10, end)
        if inner > 0 and longest_known_name(text, inner) == end:
            return inner
    return end


_KIND = 5
"""Letters of a head by which another body is of the same kind."""

_STAFF = (
    "เจ้าหน้าที่", "คณะผู้บริหาร", "ผู้บริหาร", "ประชาชน", "หน่วยงาน", "ดำเนินการ", "นายก", "ประธาน", "ผู้แทน", "ผู้อำนวยการ", "ผ่านระบบ", "โฆษก",
    "นักเรียน", "คณะครู",
)  # fmt: skip
_TASKS = ("ดำเนินการ", "ประชาชน")
"""What boards are named after."""
_BODIES = (
    "กระทรวง", "สมาคม", "สมาพันธ์", "สหพันธ์", "มูลนิธิ", "มหาวิทยาลัย", "โรงพยาบาล", "โรงเรียน", "สภาหอการค้า", "หอการค้า", "สภาอุตสาหกรรม",
)  # fmt: skip
"""Heads of bodies that are no part of another one of their kind."""

_PARTS = ("แห่ง", "ของ", "ใน", "สาธิต", "มหา")
_WITH_PURPOSE = (
    "กองทุน", "มูลนิธิ", "ธนาคาร", "สมาคม", "องค์ก", "เครือข่าย", "สถาบัน", "สหพันธ์", "ศูนย์", "คณะ",
)  # fmt: skip
"""Heads whose names may say what for (``กองทุนเพื่อช่วยเหลือ…``)."""

_PURPOSE = compiled(
    r"เพื่อ(?:ให้|ขอ|ดำเนิน|บังคับ|ติดตาม|ติดต่อ|ตรวจ|หา|รับ|จัด|นำ|เป็น|ใช้|ขับเคลื่อน|เร่ง|แก้|หารือ|ประชุม|เข้า|ทำ|สร้าง|ป้องกัน|"
    r"ช่วย|เพิ่ม|ลด|ยก|ร่วม|ศึกษา|พิจารณา|ส่งเสริม|สนับสนุน|พัฒนา|เตรียม)|ตาม(?:ที่|กล่าว|ข้อ|นโยบาย|แผน|คำ|มติ)|"
    r"ให้(?:แก่|กับ)|ใน(?=ศาล|กระทรวง|สำนักงาน)|ของ(?:หน่วยงาน|กระทรวง(?=[ \nฯ]|$)|ตน|เรา)"
)
