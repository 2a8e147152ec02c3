"""Whether a region or the capital stands for its body: ``กรุงเทพมหานคร``, ``อาเซียน``."""

from __future__ import annotations

from ..prepared import compiled

CAPITAL = frozenset(["กทม.", "กรุงเทพมหานคร"])


def acts_as_body(text: str, start: int, end: int) -> bool:
    """Whether a region or a place stands for its body here."""
    word = text[start:end]
    before = text[max(0, start - 14) : start]
    if word in CAPITAL:
        if (
            _AS_PLACE.search(before) and not before.endswith(("ผู้แทนจาก", "ผู้แทนจาก "))
        ) or _ADDRESS.search(text, max(0, start - 45), start):
            return False
        if word[-1] == "." and before.endswith(("ของ ", "ให้ ", "ให้")):
            return True
        last = _LAST_OF_BODIES.search(text, max(0, start - 60), start)
        return bool(last or _AS_BODY.search(before) or _AS_BODY_AFTER.match(text, end))
    listed = text.endswith(_REGIONS, 0, start) or text.startswith(_REGIONS_NEXT, end)
    return not listed and not before.endswith(_AS_REGION)


_REGIONS = ("ยุโรป ", "เอเชีย ", "แอฟริกา ", "ที่1ใน", "ที่ 1 ใน", "อันดับ 1 ใน", "อันดับ 1 ของ")
_REGIONS_NEXT = (" เอเชีย", " ยุโรป", " ตะวันออกกลาง", "บวก", "พารา")
"""Regions beside the name: it is one of them there; อาเซียนบวกสาม is another group, อาเซียนพาราเกมส์ are games."""


_AS_REGION = (
    "ภูมิภาค",
    "ระดับ",
    "ตลาด",
    "เสรี",
    "แถบ",
    "ประเทศใน",
    "สมาชิก",
    "เขตเศรษฐกิจ",
    "ชั้นนำของ",
    "ธุรกิจ",
    "ประชาคม",
    "วัฒนธรรม",
    "ประชาชน",
    "กีฬา",
    "สุดใน",
    "เฉพาะใน",
    "แรกใน",
    "ต่าง ๆ ใน",
    "สุดของ",
    "กลางแห่ง",
    "ศูนย์กลางของ",
    "กลุ่มประเทศ",
    "ชาว",
    "ทั่ว",
    "ผลิตใน",
    "ลงทุนใน",
    "กลุ่ม",
    "ประเทศ",
    "ภายใน",
    "ทั้ง",
)
_AS_BODY = compiled(
    r"(?:สำนัก(?!งาน)[ก-๎]{3,20}|ผู้แทน(?:จาก)?|สั่ง(?:การ)?(?:ให้)?|ผู้ว่าราชการ|ผู้ว่าฯ|ปลัด|ร่วมกับ|ผู้บริหาร|ข้าราชการ|เจ้าหน้าที่|โฆษก|สภา|ผู้ว่าฯ|สังกัด|"
    r"หารือ(?:กับ)?|ประสาน(?:งาน)?(?:กับ)?|มอบหมาย(?:ให้)?|ฝาก|ความร่วมมือ(?:จาก|กับ)?|กำชับ|(?<![ก-๎.])[ก-ฮ]{2,4}\.|ผนึก(?:กำลัง)?|จับมือ(?:กับ)?|มหาดไทย โดย) ?$"
)
_LAST_OF_BODIES = compiled(r"(?:กระทรวง|กรม)[ก-๎]{3,40} ?และ ?$")
"""``กระทรวงสาธารณสุข กระทรวงกลาโหม และกรุงเทพมหานคร``."""
_ADDRESS = compiled(r"(?:ถนน|ถ\.|เขต|แขวง|ซอย|โรงแรม|อาคาร|ชุมชน|ย่าน|ห้อง|สะพาน|ณ |ที่ )[ก-๎ ]{0,36} $")
"""An address that ends in the capital."""

_AS_BODY_AFTER = compiled(
    r" ?\(กทม\.?\)|(?:, ?| )(?:กรม|กระทรวง|สำนักงาน|การไฟฟ้า|การประปา|ตำรวจ|องค์การ|สภา)| [ก-ฮ]{2,4}\. (?:และ|[ก-ฮ]{2,4}\.)| (?:จึง|จะ|ได้(?!รับผล)|เตรียม|เร่ง|แจ้ง|จัดงาน|ร่วมกับ|ยืนยัน|ชี้แจง|บูรณาการ|โดยสำนัก)"
)
_AS_PLACE = compiled(r"(?:พื้นที่|เขต|ใน|รอบ|ชาว|จังหวัด|ย่าน|จาก|แขวง|ที่|ถนน|ไป|เข้า|ทั่ว|ชาว) ?$")
