"""The right end of a body's name: what belongs to it after the border, and what does not before it."""

from __future__ import annotations

from functools import cache

import regex

from ..agency_border import LETTERS
from ..prepared import compiled
from ..registry import LIMITED
from ..words import edges
from .agency_places import bare_province, district_end, place, province, second_country
from .agency_words import THAI, abbreviations_by_start, longest_known_name

_NUMBER = compiled(
    r"(?:ภาค|เขต|ที่|เขตพื้นที่|พื้นที่)? {0,2}(?<![0-9.])\d{1,3}(?:/\d{1,2})?(?![\d.,:/–-]| ?(?:คน|ราย|แห่ง|หน่วย|"
    r"จังหวัด(?![ก-ฮเแโไ])|ตัว|ปี|วัน|ล้าน|บาท|เดือน|ครั้ง|หลัง|ชุด|ฉบับ|ข้อ|ด้าน|โครงการ|กิจการ|ประเทศ|ท่าน|ปาก|ที่|พัน|หมื่น|แสน|ธ|ม\.|ก\.|พ\.|ส\.|ต\.))"
)
# the space of ศูนย์… เขต 12 สงขลา, the place of …ในการทำงานเขต 1 (ชลบุรี)
_ZONE = compiled(r" (?:เขต|ภาค)(?:ที่)? ?\d{1,2}(?![\d.,:/–-])")
_RANGERS = compiled(r" ?\d{4}(?!\d)")
_AREAS = compiled(r"(?:(?<=พื้นที่)|พื้นที่) {0,2}\d{1,2} ?[-–] ?\d{1,2}(?!\d)")
_LEGAL = compiled(r" ?\((?:องค์การมหาชน|มหาชน)\)")


def with_tails(text: str, end: int, *, shared: bool = False) -> int:
    """Take in the place, the number and the legal form that follow a name."""
    if text.startswith("์", end):
        end += 1  # …ภูเบศร์, misspelt
    if "ก" <= text[end : end + 1] <= "๎" and (where := place().match(text, end)):
        end = where.end()
    if areas := _AREAS.match(text, end):
        end = areas.end()
    elif (number := _NUMBER.match(text, end)) and (
        number[0][0] not in " 0123456789" or text.endswith(_NUMBERED, 0, end)
    ):
        end = number.end()
    elif text.endswith("ทหารพรานที่", 0, end) and (company := _RANGERS.match(text, end)):
        end = company.end()
    elif shared and (pair := second_country().match(text, end)):
        end = pair.end()
    elif zone := _ZONE.match(text, end):
        end = zone.end()
    legal = _LEGAL.match(text, end) if "(" in text[end : end + 2] else None
    end = legal.end() if legal else end
    if _is_numbered(text, end):
        end = _seat_end(text, end)
    for tail in (
        _THROUGH,
        _GUARDS,
        _FRONT,
        _MUSEUM,
        _PANEL,
        _HEALTH_CENTRE,
        _REGION,
        _PART,
        _EPIDEMIC,
        _ROYAL_TEMPLE,
        _CAMPUS,
        _BRANCH,
        _PATRON,
        _ROYAL,
        _POSTED_AT,
        _EDITION,
        _TRAINING_HOME,
        _SET_PHRASE,
        _COURT,
        _CAPITAL_AREA,
        _BUDGET,
    ):
        if found := tail.match(text, end):
            end = found.end()
    if text.endswith("บรมราชกุมารี", 0, end) and (home := bare_province().match(text, end + 1)):
        end = home.end() if text[end] == " " else end
    return end


def _is_numbered(text: str, end: int) -> bool:
    """Whether a body is one of a numbered row, of which each has its seat."""
    return (
        text[end - 1].isdigit()
        or text.endswith(_SERIES, 0, end)
        or _SCHOOLS in text[max(0, end - len(_SCHOOLS) - 30) : end]
    )


def _seat_end(text: str, end: int) -> int:
    seat = _seat().match(text, end)
    if seat is not None:
        return seat.end()
    seat = _SEAT_NAMED.match(text, end)
    if seat is not None and (
        seat["seat"] == "กรุงเทพฯ" or district_end(text, seat.start("seat")) == seat.end("seat")
    ):
        return seat.end()
    return end


_SCHOOLS = "สำนักงานเขตพื้นที่การศึกษา"


@cache
def _seat() -> regex.Pattern[str]:
    """The province in which the one of that number sits."""
    names = province().pattern
    series = "|".join(_SERIES)
    return compiled(
        rf"(?<=สำนักงานเขตพื้นที่การศึกษา)(?:ประถมศึกษา|มัธยมศึกษา)(?:{names})(?: (?:{names})(?![ก-๎]))?(?: เขต ?\d{{1,2}})?"
        rf"|(?<=สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา(?:{names})) (?:{names})(?![ก-๎])"
        rf"|(?<=ที่ ?\d{{1,2}}(?:/\d{{1,2}})?) จังหวัด(?:{names})(?![ก-๎])"
        rf"|(?<=(?:{series})) \d{{1,2}}(?![\d.,:/–-])(?: (?:จังหวัด)?(?:{names})(?=[^ก-๎]|$))?"
        rf"|(?<=\d) ?\((?:{names})\)|(?<=(?:เขต|ที่) ?\d{{1,2}}) (?:{names})(?=[^ก-๎]|$)"
    )


_SEAT_NAMED = compiled(r"(?<=ที่ ?\d{1,2}) ?\((?P<seat>[ก-๎]{3,16}ฯ?)\)")
"""``แขวงทางหลวงเลยที่ 2 (ด่านซ้าย)``: the district of a numbered office, which is no short form."""

_SERIES = (
    "สำนักงานส่งเสริมและสนับสนุนวิชาการ",
    "สถาบันพัฒนาฝีมือแรงงาน",
    "สำนักงานสนับสนุนวิชาการ",
    "ศูนย์พิสูจน์หลักฐาน",
)
"""Offices of which each region has one by its number: ten to twenty-five of them."""

_GUARDS = compiled(r"(?<=(?:กรมทหาร|กองพัน|กองพล|กองร้อย)[ก-๎ 0-9]{1,24}) ?รักษาพระองค์(?=[^ก-๎]|$)")
_PANEL = compiled(r"(?<=คณะ(?:อนุ)?กรรมการ[ก-๎ฯ]{0,60}) ?(?:คณะ|ชุด)ที่ ?\d{1,2}(?!\d)")
_HEALTH_CENTRE = compiled(
    rf"(?<=ศูนย์บริการสาธารณสุข) \d{{1,2}}(?! ?แห่ง)(?: [{LETTERS}]{{3,20}}+(?=[^ก-๎]|$))?"
)
_REGION = compiled(
    r"(?:ประจำ|ใน)ภูมิภาค(?:เอเชีย|แปซิฟิก|ตะวันออกเฉียงใต้|ตะวันออก|ตะวันตก|ใต้|และ|แอฟริกา|ยุโรป|กลาง|อาเซียน)+"
)
_PART = compiled(
    r"(?<=(?:โรงเรียน|ศูนย์|สถาบัน|สำนักงาน|วิทยาลัย)[ก-๎]{3,60}) ภาค(?:เหนือ|ใต้|กลาง|ตะวันออก(?:เฉียงเหนือ)?|ตะวันตก)(?=[^ก-๎]|$)"
)
# the short form in the middle of …จังหวัด (ทสจ.) ตาก, …พื้นที่อนุรักษ์ (สบอ.) ที่ 12 นครสวรรค์
_THROUGH = compiled(
    rf" ?\((?:[ก-ฮ]{{1,5}}\.){{1,2}}\) ?(?:ที่ ?\d{{1,2}}(?!\d)(?: [{LETTERS}]{{3,16}}+(?=[^ก-๎]|$))?|(?<=จังหวัด ?\([ก-ฮ.]{{3,8}}\) ?)(?!ประจำ|ทุก|ที่|และ|ใน|ทั่ว|เพื่อ|ได้|ร่วม|จึง|จะ)[{LETTERS}]{{3,16}}+(?=[^ก-๎]|$))"
)
_MUSEUM = compiled(
    rf"(?<=พิพิธภัณฑสถานแห่งชาติ) ?(?!และ|ทั่ว|ใน|ทุก|ที่|จัด|ร่วม|ได้|กรม|ยาม)[{LETTERS}]{{3,16}}+(?=[^ก-๎]|$)"
)
_FRONT = compiled(r" ?\(?ส่วนหน้า\)?(?:กรุงเทพมหานคร)?(?=[^ก-๎]|$)")


def with_namesake(text: str, start: int, end: int) -> int:
    """Take in the number or the bare province that tells a body from its namesakes.

    ``โรงพยาบาลลาดพร้าว2``, ``สำนักงานพัฒนาฝีมือแรงงานเพชรบุรี``.
    """
    if text.startswith(_GLUED, start) and (number := _GLUED_NUMBER.match(text, end)):
        return number.end()
    if text.startswith(_NUMBERED_UNITS, start) and (number := _UNIT_NUMBER.match(text, end)):
        return number.end()
    if text.startswith(_NUMBERED_NAMES, start) and (number := _NAME_NUMBER.match(text, end)):
        return number.end()
    if text.startswith(_PROVINCIAL, start) and (province := bare_province().match(text, end)):
        return province.end()
    return end


_NUMBERED_UNITS = ("กองบังคับการ", "กองกำกับการ", "ส่วนสืบสวน")
_UNIT_NUMBER = compiled(r" \d{1,2}(?![\d.,:/–-]| ?(?:คน|ราย|นาย|แห่ง|คัน|จุด|เดือน|ปี|วัน|ชุด))")
_NUMBERED_NAMES = ("โรงเรียน", "โรงพยาบาล", "รพ.", "ร.ร.", "กอง", "ส่วน", "สถานีตำรวจ")
_NAME_NUMBER = compiled(
    r" [1-9]\d?(?= (?:[ตอจ]\. ?[ก-ฮเ-ไ]|ตำบล|อำเภอ|เขต[ก-ฮ]|จังหวัด[ก-ฮเ-ไ]|สำนัก|กอง|กรม|พร้อม(?:คณะ|ด้วย)|ให้เป็น|เป็น(?:ศูนย์|โรง)|และโรง)| {1,3}(?:และ ?)?(?:รพ\.|โรงพยาบาล)|,(?!\d)|\n)"
)
_GLUED = ("โรงพยาบาล", "โรงเรียน", "รพ.", "ร.ร.", "รร.")
_GLUED_NUMBER = compiled(r"[1-9]\d?(?= |\n|,|\)|$)")
_PROVINCIAL = (
    "สำนักงาน",
    "ศูนย์",
    "สถาบันพัฒนา",
    "แขวง",
    "วิทยาลัย",
    "เรือนจำ",
    "สถานพินิจ",
    "ด่าน",
    "มหาวิทยาลัยราชภั",
)
"""Heads of bodies of which many a province has one."""

_EPIDEMIC = compiled(
    r"(?<=โควิด|โคโรนา) ?(?:[-–]? ?19|2019)(?!\d)(?:(?<=2019) ?\((?:โควิด|COVID)[-– ]{0,2}19\))?"
)
_SET_PHRASE = compiled(
    r"(?<=อุทกภัย) ?วาตภัย,? ?และดินโคลนถล่ม|(?<=โคก) หนอง นา(?![ก-๎])| ?อันเนื่องมาจากพระราชดำริ(?![ก-๎])|(?<=ระบบสถาบันการเงิน)เฉพาะกิจ|(?<=กองทุนพัฒนา) ?SMEs? ?ตามแนวประชารัฐ"
)
"""Words that belong together, spaces and all."""
_CAPITAL_AREA = compiled(
    r"(?<=สำนักงานประกันสังคม|สำนักงานจัดหางาน) กรุงเทพมหานคร(?:เขต)?พื้นที่ ?\d{1,2}(?!\d)"
)
_COURT = compiled(r"(?<=ศาลอุทธรณ์|ศาลอาญา)คดี(?:ชำนัญพิเศษ|ยาเสพติด|ทุจริตและประพฤติมิชอบ)(?:กลาง|ภาค ?\d)?")
_BUDGET = compiled(r"(?<=งบประมาณรายจ่าย)ประจำปี(?:งบประมาณ)? ?(?:พ\.ศ\. ?)?25\d\d(?!\d)")
_EDITION = compiled(r"(?<=[ก-๎]) [3-5]\.0(?![0-9])")
"""``คณะทำงาน… อุตสาหกรรม 4.0``"""
_TRAINING_HOME = compiled(rf"(?<=เด็กและเยาวชน)(?:ชาย|หญิง)?บ้าน[{LETTERS}]{{3,16}}+(?=[^ก-๎]|$)")
"""Homes of the young: ``ศูนย์ฝึกและอบรมเด็กและเยาวชนหญิงบ้านปรานี``."""
_ROYAL_TEMPLE = compiled(r" (?:ราช)?วร(?:มหา)?วิหาร(?=[^ก-๎]|$)")
_BRANCH = compiled(
    rf" ?สาขา(?!วิชา|การ|ต่าง|ทั่ว|ที่|ของ|ใน|นี้|ใกล้|และ|ทุก|อื่น|หลัก|ด้าน|ได้|จำนวน|วิทยา|อาชีพ|ธนาคาร|ละ|ไหน|ใด|แพทย์|พยาบาล|อุตสาหกรรม|เกษตร|เขต(?![ก-๎]))"
    rf"[{LETTERS}]{{2,16}}+(?=[^ก-๎]|$)"
)
HYPHENED = compiled(
    rf"(?<=[ก-๎])(?<!ประเทศไทย)[-–](?=[{LETTERS}]{{2,}})(?P<rest>[{LETTERS}]{{2,20}}+(?=[^ก-๎]|$)|[{LETTERS}]{{2,14}}?เพื่อ[{LETTERS}]{{4,50}}+(?=[^ก-๎]|$))| [-–] (?:ล้านช้าง|ลก|โกลก)(?![ก-๎])"
)
_POSTED_AT = compiled(rf" ?ประจำ(?:กรุง|มณฑล|นคร|รัฐ|เมือง)[{LETTERS}]{{2,20}}+(?=[^ก-๎]|$)")
_CAMPUS = compiled(
    rf" ?วิทยาเขต[{LETTERS}]{{3,24}}+(?=[^ก-๎]|$)"
    r"|(?<=มหาวิทยาลัยธรรมศาสตร์) ?ศูนย์(?:รังสิต|พัทยา|ลำปาง)(?=[^ก-๎]|$)"
)
_PATRON = compiled(r" ?ในพระ(?:บรม)?(?:รา(?:ชู|ชิ|ชินู)ปถัมภ์|อุปถัมภ์)(?:ฯ)?")
# whose patronage it is, and what a body built in honour of somebody goes on with
_ROYAL = compiled(
    r"(?<=ปถัมภ์|เฉลิมพระเกียรติ)(?: ?(?:สมเด็จพระ|พระบาทสมเด็จ|พระเจ้า|กรมสมเด็จพระ|เจ้าฟ้า)[ก-๎]{3,60}+"
    r"(?: (?:กรมสมเด็จพระ|กรมพระ|สมเด็จพระ|เจ้าฟ้า|สยามบรม|บรม|มหา|อัคร|นเรนทิรา|พระบรมราช|พระพันปี)[ก-๎]{3,60}+){0,4}"
    r"| (?:\d{2}|[๐-๙]{2}) พรรษา(?: (?:นวมิ|มหา|สมเด็จพระ|บรม)[ก-๎]{3,40}+)?)"
    r"|(?<=(?:วรวงศ์|บรมวงศ์|ลูก|หลาน|น้องนาง|พี่นาง|ราชนัดดา)เธอ) (?:กรม(?:พระ|หลวง|หมื่น|ขุน|สมเด็จ)|เจ้าฟ้า|พระองค์เจ้า)[ก-๎]{3,40}+"
    r"(?: กรม(?:พระ|หลวง|หมื่น|ขุน|สมเด็จ)[ก-๎]{3,40}+)?"
    r"|(?<=มูลนิธิ[ก-๎]{3,40}) ใน(?:สมเด็จพระ|พระบาทสมเด็จ|พระเจ้า)[ก-๎]{3,60}+(?: (?:พระบรม|บรม|สยามบรม|กรมสมเด็จ)[ก-๎]{3,40}+)?"
    r"| เฉลิมพระเกียรติ (?:\d{2}|[๐-๙]{2}) พรรษา"
)


_ABROAD = ("สถานเอกอัครราชทูต", "สถานกงสุล", "สถานทูต", "คณะผู้แทน", "สำนักงาน", "ศูนย์", "ฝ่ายแรงงาน")
_AT_CITY = compiled(
    rf"(?:ไทย)? ?ณ ?(?P<city>(?:กรุง|เมือง|นคร)[{LETTERS}]{{2,40}}+ฯ?|จังหวัด(?:สงขลา|เชียงใหม่|ขอนแก่น|ภูเก็ต)(?![ก-๎]))"
)
_AFTER_CITY = compiled("เข้าร่วม|ร่วมกับ|ได้|จัด(?:งาน|การ|กิจ)|และ|เพื่อ|โดย|นำ|แจ้ง|รายงาน|เปิด|ประสาน")
_LONGEST_CITY = 18


def with_city(text: str, start: int, end: int) -> int:
    """Take in the city abroad in which a mission sits: ``สถานเอกอัครราชทูต ณ กรุงโตเกียว``."""
    at = _AT_CITY.match(text, end) if text.startswith(_ABROAD, start) else None
    if at is None:
        return end
    first, last = at.span("city")
    if verb := _AFTER_CITY.search(text, first + 5, last):
        return verb.start()
    if text.endswith("ว่า", first, last):
        last -= len("ว่า")  # …ณ กรุงโตเกียวว่า
    if last - first <= _LONGEST_CITY:
        return last
    # written on to what follows: the city is the first word that leaves letters of its own
    return next((cut for cut in edges(text, first, last) if cut > first + 5), last)


_LIMITED = compiled(rf" ?(?:\([^()\n]{{2,30}}\) ?)?{LIMITED}")
_SCHOOL_NAME = compiled(rf"(?: \d{{1,3}})? ?\((?!เดิม)[{THAI} ]{{3,40}}\)")


def with_legal_form(text: str, head: str, end: int) -> int:
    """Take in ``จำกัด (มหาชน)`` after a bank or a cooperative, the honorary name of a school."""
    tail = None
    if head.startswith(("ธนาคาร", "สหกรณ์", "ชุมนุมสหกรณ์", "ชุมนุมร้านสหกรณ์", "ร้านสหกรณ์", "บรรษัท")):
        tail = _LIMITED.match(text, end)
    elif head.startswith("โรงเรียน"):
        tail = _SCHOOL_NAME.match(text, end)
    elif head.startswith(("สถานเอก", "สถานทูต", "สถานกงสุล")):
        tail = _POSTED.match(text, end)
    elif head.startswith(_WITH_BRANCH):
        tail = _IN_THAILAND.match(text, end)
    return tail.end() if tail else end


_POSTED = compiled(r" ?ประจำประเทศไทย(?=[^ก-๎]|$)")
_WITH_BRANCH = ("องค์การ", "เครือข่าย", "มูลนิธิ", "สมาคม", "สมาพันธ์", "สหพันธ์")
_IN_THAILAND = compiled(r" ประเทศไทย(?=[^ก-๎]|$)| ?\(ประเทศไทย\)")
"""The national branch of an international body."""

_OUTER = compiled(
    r"(?: {1,2}|\n)(?=กรม|กระทรวง|สำนัก|กอง|ส่วน|ฝ่าย|มหาวิทยาลัย|ธนาคาร|โรงพยาบาล|การ(?:รถไฟ|ไฟฟ้า|ทาง|ท่า|เคหะ|ประปา|นิคม|ยาง|กีฬา|ท่องเที่ยว)|[ก-ฮ]{2,5}\.(?![ก-ฮ]))"
)
_UNIVERSITY = compiled(r" {1,2}(?=มหาวิทยาลัย|จุฬา|ม\.|สถาบันบัณฑิต|สถาบันเทคโนโลยี)")
_UNITS = ("กอง", "สำนัก", "ศูนย์", "สถาบัน", "กลุ่ม", "ฝ่าย", "ส่วน", "แผนก", "สาย", "งาน")
_SCHOOLS_OF = ("โรงเรียน", "วิทยาลัย", "บัณฑิตวิทยาลัย")


def has_outer(text: str, head: str, stop: int) -> bool:
    """Whether a body that is known follows a unit after a space: ``กองป้องกันการบาดเจ็บ กรมควบคุมโรค``."""
    if head == "คณะ":
        faculty = text.endswith(_FACULTIES, 0, stop)
        return faculty and _UNIVERSITY.match(text, stop) is not None
    if head in _SCHOOLS_OF:
        return _UNIVERSITY.match(text, stop) is not None
    if not head.startswith(_UNITS):
        return False
    for _ in range(_LEVELS):
        gap = _OUTER.match(text, stop)
        if gap is None:
            return False
        if longest_known_name(text, gap.end()) > gap.end():
            return True
        if text.startswith(("โรงพยาบาล", "ธนาคาร"), gap.end()):
            return True
        if abbreviations_by_start().longest_at(text, gap.end()):
            return True
        unit = _LETTERS.match(text, gap.end())
        stop = unit.end() if unit else gap.end()
        if PHONE.match(text, stop):
            return True
    return False


PHONE = compiled(r" {1,2}โทร(?:\.|ศัพท์)? ?[0-9(:]")
"""The telephone of a unit that can be asked: ``ฝ่ายพัฒนาธุรกิจ โทร. 0 2000 0000``."""


_LEVELS = 3
"""So many units may stand one after the other before the body they all belong to."""

_LETTERS = compiled(rf"[{LETTERS}]{{3,60}}+")


_FACULTIES = (
    "ศาสตร์", "วิทยา", "เทคโนโลยี", "การบัญชี", "ธุรกิจ", "การจัดการ", "การเกษตร", "สารสนเทศ", "การออกแบบ", "การท่องเที่ยว", "นวัตกรรม",
)  # fmt: skip
"""What the names of faculties end with; a university must follow."""

_NUMBERED = ("ที่", "ภาค", "เขต", "เทศบาล", "พื้นที่", "นครบาล", "ชลประทาน", "หมายเลข", "ช่อง")
