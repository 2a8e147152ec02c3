"""Posts that a place names: governors, ambassadors, heads of provincial offices."""

from __future__ import annotations

from ..context import Context
from ..prepared import compiled
from ..words import edges
from .agency_places import district_end, province, province_called
from .title_units import LETTER, STATE_RUN, THAI, Post, country_name, glued_left, run_end, tails

_POWERS = compiled(
    r"(?:วิสามัญ)?(?:และ)?ผู้มีอำนาจเต็ม|(?:และ)?ผู้แทนถาวร(?:ไทย|แห่งประเทศไทย|ราชอาณาจักรไทย)?"
)
_POSTED = compiled(
    rf" ?ณ (?:กรุง|นคร)[{THAI}]{{2,16}}+|"
    rf" ?ประจำ(?:ราชอาณาจักรไทย|ประเทศไทย|กรุง[{THAI}]{{2,14}}|นคร[{THAI}]{{2,14}}|"
    rf"[{THAI}]{{2,45}}(?= |\n|\(|$))"
)
# นายอำเภอเรียกประชุม, นายอำเภอทุกอำเภอ: words that no district begins with (จะนะ and พบพระ do)
_NO_DISTRICT = compiled(
    r"เรียก|พร้อม(?!บุรี)|ทุก|ทั้ง|ทั่ว|ใน|ต้อง|ได้|ท้องที่|เป็น|และ|หรือ|ที่|ผู้|มอบ|รุ่น|สั่ง|ร่วม|จะ(?!นะ|แนะ)|ให้|ขอ(?!ง)|เข้า|ลง|กล่าว|"
    r"ของ|ต่าง|กับ|โดย|เพื่อ|ซึ่ง|ใช้|กำกับ|ควบคุม|ดำเนิน|ขับเคลื่อน|ตรวจ|ท่าน|คน|แต่ละ|หลาย|นำ(?!้)|จัด|เปิด|ประชุม|ประสาน|ติดตาม|รายงาน"
)
_AFTER_PLACE = compiled(
    r"ให้|นำ|จัด|ร่วม|ลง|เปิด|และ|พร้อม|เป็น|ได้|กล่าว|รับ|มอบ|ประชุม|ตรวจ|ใน|ที่|โดย|จะ|มี|ทุก|เข้า|พบ"
)


_PREFECTURE = compiled(rf"[{THAI}]{{2,14}}+(?= (?:ประเทศ)?(?:ญี่ปุ่น|เกาหลี|ลาว|กัมพูชา|เวียดนาม))")
_BEFORE_GOVERNOR = ("รอง", "อดีต", "และ", "กับ", "โดย", "ให้", "ของ", "จาก", "ด้าน", "พบ")
_GOVERNOR = ("ผู้ว่าราชการ", "ผู้ว่าฯ")
_DISTRICT = 14
"""Letters that the name of a district has at most."""


def governor(text: str, start: int, pos: int) -> Post | None:
    """``ผู้ว่าอุบลฯ``, ``ผู้ว่าฯ เมืองจันท์``, ``ผู้ว่าราชการ จ.ยะลา``: the head and its province."""
    free = not glued_left(text, start) or text.endswith(_BEFORE_GOVERNOR, 0, start)
    called = province_called().match(text, pos) if free else None
    return Post(called.end(), "full") if called else None


def place(context: Context, start: int, pos: int, depth: int) -> Post | None:
    text = context.text
    spaced = pos + 1 if text.startswith(" ", pos) else pos
    head = text[start:pos]
    if head in ("นายอำเภอ",) or head.startswith(("นายก", "ปลัดอำเภอ")):
        if _NO_DISTRICT.match(text, pos) and head == "นายอำเภอ":
            return Post(pos, "bare")
        if head == "นายอำเภอ" and (known := district_end(text, pos)) > pos:
            return Post(known, "full")
        if text.startswith(("ทุก", "ทั่ว", "ทั้ง"), spaced):
            return Post(pos, "bare")
        if head.endswith("อบจ.") or (spaced > pos and _NO_DISTRICT.match(text, spaced)):
            named = province().match(text, spaced)
            return Post(named.end(), "full") if named else Post(pos, "bare")
        if text.startswith("จังหวัด", pos) and not province().match(text, pos + len("จังหวัด")):
            # นายกเหล่ากาชาดจังหวัด|ผู้ทำหน้าที่…: which province is not said
            end = pos + len("จังหวัด")
            return Post(pos if LETTER.match(text, end) else end, "bare")
        end = run_end(context, spaced) if spaced == pos or head.endswith(".") else pos
        end = next((e for e in edges(text, pos, end)[1:] if _AFTER_PLACE.match(text, e)), end)
        if end > spaced:
            # a district that the table lacks has a short name and stands by itself
            strange = head == "นายอำเภอ" and (
                end - pos > _DISTRICT or bool(LETTER.match(text, end))
            )
            return Post(pos, "bare") if strange else Post(min(end, pos + 40), "full")
    else:
        if head in _GOVERNOR and (called := governor(text, start, pos)):
            return called
        body = context.at("agency", spaced) if head == "ผู้ว่าฯ" else None
        if body is not None and (text[body.end - 1] == "." or text.startswith("การ", spaced)):
            return Post(body.end, "full")  # ผู้ว่าฯ ธปท.
        named = province().match(text, spaced)
        if named:
            return Post(tails(context, named.end()), "full")
        if head.endswith("จังหวัด") and (abroad := _PREFECTURE.match(text, pos)):
            return Post(abroad.end(), "full")
    if text.startswith("ฯ", pos):
        return Post(pos + 1, "bare")
    return Post(pos, "bare")


def embassy(context: Context, start: int, pos: int, depth: int) -> Post | None:
    text = context.text
    end = pos
    if powers := _POWERS.match(text, end):
        end = powers.end()
    if text.startswith("ที่ปรึกษา", end):
        end += len("ที่ปรึกษา")
    if section := _SECTION.match(text, end):
        end = section.end()
    if end == pos and (mission := _MISSION.match(text, end)):
        seat = context.at("agency", mission.end())
        if seat is not None:
            return Post(seat.end, "full")
    named = tails(context, end, states=True)
    if text.startswith("ต่างประเทศ", end) or (text.startswith("ประจำต่าง", end)):
        return None
    if state := (country_name().match(text, named) or STATE_RUN.match(text, named)):
        named = state.end()
    of_body = named + 4 if text.startswith("แห่ง", named) else named
    if agency := context.at("agency", of_body):
        named = agency.end
    at = _AT.match(text, named)
    if at and (seat := context.at("agency", at.end())) is not None:
        named = seat.end
    elif posted := _POSTED.match(text, named):
        named = posted.end()
    if text.startswith("ฯ", named):
        named += 1
        if posted := _POSTED.match(text, named):
            named = posted.end()
    return Post(named, "full" if named > pos and text[pos:named] != "ฯ" else "bare")


_AT = compiled(r" ?(?:ประจำ(?=สถาน)|(?<=\) ?)(?=สำนักงาน))")
_SECTION = compiled(r" ?\(ฝ่าย[ก-๎ ]{3,30}\)(?= ?(?:ประจำ|สำนักงาน))")
_MISSION = compiled(r" {1,2}(?=สถานเอกอัครราชทูต|สถานกงสุลใหญ่)")
"""The embassy that a list of appointments names after the post."""


def country_only(context: Context, start: int, pos: int, depth: int) -> Post | None:
    if (body := context.at("agency", pos)) is not None:
        return Post(body.end, "held")  # ทูตองค์การ…
    country = country_name().match(context.text, pos)
    if country is None:
        return None
    end = country.end()
    if context.text.startswith(("ทั่วโลก", "ประจำปี", "ในต่าง"), end):
        return None  # all of them
    if posted := _POSTED.match(context.text, end):
        end = posted.end()
    return Post(end, "full")


def held_posted(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``ผู้แทนองค์การอนามัยโลกประจำประเทศไทย`` is a post, ``ผู้แทนกรม…`` is not."""
    agency = context.at("agency", pos) or context.at("agency", pos + 1)
    if agency is None:
        return None
    if "ประจำ" in context.text[agency.start : agency.end]:
        return Post(agency.end, "held")
    aside = _INITIALS_ASIDE.match(context.text, agency.end)
    posted = _POSTED.match(context.text, aside.end() if aside else agency.end)
    return Post(posted.end(), "held") if posted else None


_INITIALS_ASIDE = compiled(r" ?\([A-Z][A-Za-z-]{1,12}\)(?= ?ประจำ)")


def held_place(context: Context, start: int, pos: int, depth: int) -> Post | None:
    text = context.text
    named = province().match(text, pos)
    if named:
        # ตลาดแรงงานจังหวัด… is none; by itself (…, แรงงานจังหวัดตาก, …) it is the head's post
        alone = not glued_left(text, start) or text.endswith(_NAMES_HOLDER, 0, start)
        listed = alone and not LETTER.match(text, named.end())
        listed = listed and not text.endswith("สำนักงาน ", 0, start)
        branch = _BRANCH.match(text, named.end())
        return Post(branch.end() if branch else named.end(), "full" if listed else "held")
    return None if LETTER.match(context.text, pos) else Post(pos, "held")


_BRANCH = compiled(r" \(?สาขา(?!วิชา)[ก-๎]{3,16}+(?![ก-๎])\)?")
"""``เจ้าพนักงานที่ดินจังหวัดสงขลา สาขาหาดใหญ่``."""
_NAMES_HOLDER = ("และ", "โดย", "โดยมี", "พร้อมด้วย", "มอบหมายให้", "ร่วมกับ")


def held_embassy(context: Context, start: int, pos: int, depth: int) -> Post | None:
    post = embassy(context, start, pos, depth)
    return Post(post.end, "held") if post else None


_TEMPLE_RANK = compiled(
    r"(?: ?[0-9]{1,2}(?: [ก-๎]{4,20})?)?"
    r"(?: ?(?:ราช|วร)?(?:วรมหาวิหาร|มหาวิหาร|วรวิหาร|ราชวรวิหาร)| พระอารามหลวง){0,2}"
)
# the sees of the Sangha: regions by number, halves of the realm by name
_SEE = compiled(
    r"ภาค ?[0-9]{1,2}(?![0-9])|(?:ใหญ่)?หน(?:ใหญ่|กลาง|เหนือ|ใต้|ตะวันออก)|ใหญ่|"
    r"(?P<area>(?:รอง)?(?:จังหวัด|อำเภอ|ตำบล|แขวง|เขต)|กรุงเทพมหานคร)"
)
_AREA_NAME = 20
"""Letters that the name of a see has at most."""


def temple(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``เจ้าอาวาสวัดราชบพิธสถิตมหาสีมาราม ราชวรวิหาร``, ``เจ้าคณะจังหวัดน่าน``."""
    text = context.text
    if text.endswith("เจ้าคณะ", start, pos):
        return _see(context, pos)
    end = run_end(context, pos)
    if end - pos < 2:
        return None
    rank = _TEMPLE_RANK.match(text, end)
    return Post(rank.end() if rank else end, "full")


def _see(context: Context, pos: int) -> Post | None:
    text = context.text
    see = _SEE.match(text, pos)
    if see is None:
        return None
    if not see["area"]:
        return Post(_order_end(text, tails(context, see.end())), "full")
    named = province().match(text, see.end()) if see[0].endswith("จังหวัด") else None
    end = named.end() if named else run_end(context, see.end())
    if see[0].startswith("กรุง"):
        end = see.end()
    elif not 1 < end - see.end() <= _AREA_NAME or _NO_DISTRICT.match(text, see.end()):
        return None
    return Post(_order_end(text, end), "full")


def _order_end(text: str, end: int) -> int:
    """Take in the order of monks behind a see: ``เจ้าคณะจังหวัดตรัง (ธ)``."""
    order = _ORDER.match(text, end)
    return order.end() if order else end


_ORDER = compiled(r" ?\((?:ธ|ธรรมยุต|มหานิกาย)\.?\)")
_ENVOY = compiled(r"(?:ไทย)?(?:ประจำ|ของ) ?")


def envoy(context: Context, start: int, pos: int, depth: int) -> Post | None:
    """``ผู้แทนถาวรไทยประจำองค์การ…``, ``ผู้แทนถาวรของ UNESCAP``: a post of its own."""
    link = _ENVOY.match(context.text, pos)
    body = context.at("agency", link.end()) if link else None
    return Post(tails(context, body.end), "full") if body else None
