"""Provinces where they act as bodies: ``จังหวัดพะเยา ร่วมกับ…``, not as places."""

from __future__ import annotations

from collections.abc import Iterator

from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from .agency_places import province

# ในจังหวัด…, สำนักงาน…จังหวัด…: a place, or part of another name
_JOINED = compiled(r"[ก-๎]\Z")
# ระหว่าง จังหวัดตาก โดยนาย… และบริษัท…: one of those who sign
_BETWEEN = compiled(r"ระหว่าง ?$")
_PARTY = compiled(r" ?(?:โดย ?(?:นาย|นาง|ผู้ว่า)|\(โดย|กับ ?(?:บริษัท|กรม|มหาวิทยาลัย|สำนักงาน|องค์การ))")
# ณ จังหวัด…, อำเภอเมือง จังหวัด…: an address
_SITED = compiled(r"(?:ณ|ที่|ใน|พื้นที่|(?:อำเภอ|ตำบล|อ\.|ต\.) ?[ก-๎]{2,18}) ?\Z")
# กับทางจังหวัดเลย: nobody says ทาง of a place
_ON_BEHALF = compiled(r"(?:กับ|ให้|โดย|ขอ|และ|ที่|ขอบคุณ|ซึ่ง|^|[ \n])ทาง$")
_TOLD = compiled(
    r"(?:แจ้ง(?:ไปยัง|ให้)?|หนังสือถึง|สั่งการ(?:ไปยัง|ให้)?|มอบหมาย(?:ให้)?|กำชับ(?:ให้)?|ประสาน(?:ไปยัง|กับ)?|ขอความร่วมมือ(?:จาก|ให้)?|หารือกับ) ?$"
)
_OF_NAME = compiled(r"(?<!ซึ่ง|โดย|และ|กับ|ทาง|ว่า)(?<=[ก-๎ฯ]) $")
_PLACE_NEXT = compiled(r"(?:เป็น(?:พื้นที่|จังหวัด)|[ก-๎])")
_JOINS = compiled(r"(?:ซึ่ง|โดย|และ|ร่วมกับ|ระหว่าง|ให้กับ|ทาง|ว่า|ขอบคุณ|ชื่นชม)\Z")
_ACTS = compiled(
    r" {0,2}(?:ร่วมกับ|จับมือ|ได้(?:จัด|ร่วม|ดำเนิน|กำหนด|ประกาศ|รับมอบ|เตรียม)|จัด(?:งาน|กิจกรรม|ขึ้น|โครงการ|พิธี)|"
    r"เดินหน้า|เปิด(?:ปฏิบัติการ|ตัว|งาน)|เร่ง|ระดม|ผนึก|เชิญชวน|ชวน(?!ชม)|คว้า|บูรณาการ|กำหนดจัด|จะ(?:จัด|นำ|ดำเนิน|เร่ง|ประกาศ)|เตรียม(?:จัด|ความ)|ขอเชิญ|ประกาศ(?!ใช้)|โดย(?:สำนักงาน|ผู้ว่า))"
)


def match_province(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read ``จังหวัด`` and its name where a verb of acting follows, or it is told to do something."""
    text = context.text
    named = province().match(text, end + text.startswith(" ", end) if text[end - 1] == "." else end)
    if named is None:
        return
    values = {"form": "full"}
    if text[end - 1] == ".":
        if "ก" <= text[start - 1 : start] <= "๎" or text[start - 1 : start] == ".":
            return
        values = {"form": "abbreviation", "name": "จังหวัด" + named[0]}
    left = max(0, start - 10)
    party = _BETWEEN.search(text, left, start) and _PARTY.match(text, named.end())
    spoken_of = _ON_BEHALF.search(text, max(0, start - 14), start)
    told = _TOLD.search(text, max(0, start - 20), start) and not _PLACE_NEXT.match(
        text, named.end()
    )
    acts = _ACTS.match(text, named.end()) is not None
    if not (party or spoken_of or told or acts):
        return
    if _SITED.search(text, max(0, start - 24), start):
        return
    if (
        text[end - 1] == "."
        and not (party or spoken_of or told)
        and _OF_NAME.search(text, left, start)
    ):
        return  # บ.สยามตัวอย่างฯ จ.เพชรบุรี เร่ง…: where the firm is
    if not told and _JOINED.search(text, left, start) and not _JOINS.search(text, left, start):
        return
    yield Candidate("agency", start, named.end(), "agency.province", values=values, confidence=0.7)
