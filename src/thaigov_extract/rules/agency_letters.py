"""Bodies in letters that no lexicon holds: units of the police and of ministries, new short forms."""

from __future__ import annotations

from collections.abc import Iterator

from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from .agency_places import district_end, province
from .agency_short import AFTER_TITLE, COUNTED, LONGER
from .agency_words import abbreviations, no_bodies, registered_shorts

_POLICE = compiled(
    r"(?:กก|บก|บช|ศอ|ตม)\.(?:\d{1,2} ?)?(?:(?:[ก-ฮ]{1,4}\.)+(?:\d{1,2}(?!\d))?(?:[ก-ฮ][ก-๎]{2,16}(?=[^ก-๎]|$))?)(?: ?(?:บก|บช)\.(?:[ก-ฮ]{1,4}\.)+)?"
)


UNITS_IN_LETTERS = (
    *("กก.", "บก.", "บช.", "ศอ.", "ตม."),
    *(
        "ศปก.",
        "ศบค.",
        "ศตปค.",
        "ศบภ.",
        "ศนธ.",
        "ศปอส.",
        "ศป.",
        "ศอญ.",
        "นบ.",
        "อพ.",
        "สร.",
        "สป.",
        "นปพ.",
        "ชป.",
    ),
    *("มทบ.", "ทภ.", "พล.ร.", "พล.ม.", "พล.ป.", "นพค.", "สนภ.", " พัน.", ".พัน."),
    "อส.",
)
"""Letters of units and centres to which those of what they belong to, or their numbers, are written on."""

_ARMY = compiled(
    r"(?P<unit>มทบ|ทภ|พล\.[รมป]|นพค|สนภ)\. ?(?P<number>\d{1,3})(?: ?รอ\.)?(?![\d.,:/–-]| ?(?:นาย(?![ก-๎])|คน|ราย))"
)
_ARMY_UNITS = {
    "มทบ": "มณฑลทหารบกที่",
    "ทภ": "กองทัพภาคที่",
    "พล.ร": "กองพลทหารราบที่",
    "พล.ม": "กองพลทหารม้าที่",
    "พล.ป": "กองพลทหารปืนใหญ่ที่",
    "นพค": "หน่วยพัฒนาการเคลื่อนที่",
    "สนภ": "สำนักงานพัฒนาภาค",
}
_BATTALION = compiled(
    r"(?<![ก-๎.])(?:(?P<regiment>[รปมช])\.\d{1,3} |(?P<arm>[รปมชส])\.)พัน\.(?P<number>\d{1,3})(?: ?รอ\.)?(?![\d.,:/–-])"
)
_ARMS = {"ร": "ทหารราบ", "ม": "ทหารม้า", "ป": "ทหารปืนใหญ่", "ช": "ทหารช่าง", "ส": "ทหารสื่อสาร"}
"""What the letters of the army's units stand for (as their releases write both, ``กองพันทหารราบที่ 3 (ร.12 พัน.3 รอ.)``)."""

_CENTRE = compiled(
    r"(?:ศ[ก-ฮ]{1,3}|นบ|อพ|สร|สป|นปพ|ชป)\.(?!รม|ผอ|ผบ|พล|ดร|นพ|น\.ส|รอง|ปลัด)(?:[ก-ฮ]{1,4}\.)+(?:\d{1,2}(?!\d))?(?![ก-ฮ]{1,4}\.)"
)


def match_police_unit(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Units in letters, the police's, the army's and the ministries': ``กก.4 บก.ปคบ.``, ``มทบ.21``, ``ศบค.ยธ.``."""
    text = context.text
    if army := _army(text, start):
        yield army
        return
    if text.startswith("อส.", start):
        if volunteers := _volunteers(text, start):
            yield volunteers
        return
    if text[start - 1 : start] == "." or "ก" <= text[start - 1 : start] <= "๎":
        return
    unit = _POLICE.match(text, start) or _CENTRE.match(text, start)
    if unit is not None and unit.end() > end + 1:
        values = {"form": "abbreviation"}
        if name := abbreviations().get(unit[0]):
            values["name"] = name
        yield Candidate("agency", start, unit.end(), "agency.police-unit", values=values)


def _army(text: str, start: int) -> Candidate | None:
    """The unit of the army whose letters stand at *start*, or whose battalion's do."""
    if text.startswith("พัน.", start + 1):
        first = max(0, start - len("ร.123"))
        unit = next(
            (m for m in _BATTALION.finditer(text, first, start + 16) if m.end() > start), None
        )
        if unit is None:
            return None
        name = f"กองพัน{_ARMS[unit['regiment'] or unit['arm']]}ที่ {unit['number']}"
    else:
        unit = None if "ก" <= text[start - 1 : start] <= "๎" else _ARMY.match(text, start)
        if unit is None:
            return None
        name = f"{_ARMY_UNITS[unit['unit']]} {unit['number']}"
    values = {"form": "abbreviation", "name": name}
    return Candidate("agency", unit.start(), unit.end(), "agency.police-unit", values=values)


def _volunteers(text: str, start: int) -> Candidate | None:
    """The company of volunteers of a district or a province: ``ร้อย.อส.อ.ปาย 4``, ``อส.จ.กระบี่ที่ 1``."""
    seat = _SEAT.match(text, start)
    if seat is None:
        return None
    end = district_end(text, seat.end())
    if end == seat.end():
        town = province().match(text, end)
        if town is None:
            return None
        end = town.end()
    number = _COMPANY_NUMBER.match(text, end)
    end = number.end() if number else end
    company = _COMPANY_BEFORE.search(text, max(0, start - 9), start)
    first = company.start() if company else start
    if first and "ก" <= text[first - 1] <= "๎" and not text.endswith(("สมาชิก", "และ"), 0, first):
        return None
    return Candidate("agency", first, end, "agency.police-unit", values={"form": "full"})


_SEAT = compiled(r"อส\. ?(?:[อจ]\. ?|อำเภอ|จังหวัด)(?:เมือง)?")
_COMPANY_BEFORE = compiled(r"(?:กอง)?ร้อย[. ]{0,2}\Z")
_COMPANY_NUMBER = compiled(r" ?(?:ที่)? ?\d{1,2}(?![\d.,:/–-]| ?(?:นาย|คน|ราย))")


def match_new_abbreviation(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Three consonants or more and a dot that the release uses again, or with a post."""
    text = context.text
    if not (start and "ก" <= text[start - 1] <= "ฮ"):
        return  # the dot of a sentence, a number or an address
    # ก.พ.: only letters with a dot each stand behind an office
    dotted = start > 1 and text[start - 2] == "."
    office = _OF_OFFICE.search(text, max(0, end - 20), end) if dotted else None
    if office and not LONGER.match(text, end):
        yield Candidate(
            "agency",
            office.start("short"),
            end,
            "agency.new-abbreviation",
            values={"form": "abbreviation"},
            confidence=0.7,
        )
        return
    left = text[max(0, start - 6) : start]
    first = start - len(left) + len(left.rstrip(_CONSONANTS))
    short = text[first:end]
    if start - first == _SHORTEST_REGISTERED and text.endswith(_POST_BEFORE, 0, first):
        if name := registered_shorts().get(short):
            values = {"form": "abbreviation", "name": name}
            yield Candidate("agency", first, end, "agency.new-abbreviation", values=values)
        return
    if not 3 <= start - first <= 5 or short[0] not in "กขคธบปมรวสศอ":
        return
    if short in abbreviations() or short in no_bodies() or short.startswith(_WORDS_BEFORE):
        return
    before = text[first - 1 : first]
    by_post = text.endswith(AFTER_TITLE, 0, first) or text.endswith(_POST_BEFORE, 0, first)
    if before and not by_post and ("ก" <= before <= "๎" or before == "."):
        return
    if _NUMBER_NEXT.match(text, end) or LONGER.match(text, end):
        return
    if COUNTED.search(text, max(0, first - 2), first):
        return
    if short.startswith("อส") and _VOLUNTEERS.search(text) and f"({short})" in text:
        defined = text.find(f"({short})")
        if _VOLUNTEERS.search(text, max(0, defined - 60), defined):
            return  # อาสาสมัครสาธารณสุขเรือนจำ (อสรจ.)
    around = text[max(0, first - _NEARBY) : end + _NEARBY]
    if by_post or around.count(short) > 1:
        yield Candidate(
            "agency",
            first,
            end,
            "agency.new-abbreviation",
            values={"form": "abbreviation"},
            confidence=0.6,
        )


_CONSONANTS = "".join(map(chr, range(ord("ก"), ord("ฮ") + 1)))

_OF_OFFICE = compiled(r"เลขาธิการ ?(?P<short>(?:[ก-ฮ]\.){2,4})\Z")
"""Letters with a dot each are a body after its office (``เลขาธิการ ก.พ.``); else often a month or rank."""

_WORDS_BEFORE = ("ของ", "ขอ", "รมว", "รมช", "รอง", "ผอ", "ลง", "จบ", "นอก", "สอบ", "จาก")
"""Words without vowel signs that may be written on to a short form, or open a post's."""

_VOLUNTEERS = compiled("อาสาสมัคร")
_SHORTEST_REGISTERED = 2
"""Two letters and a dot are words too; right behind a post they are the body (``อธิบดี ปค.``)."""

_NEARBY = 4000
"""How far a second use of a new short form may be, in code points."""

_POST_BEFORE = ("เลขาธิการ ", "โฆษก ", "ผอ. ", "อธิบดี ", "ปลัด ", "ผู้อำนวยการ ", "ประธาน ")

_NUMBER_NEXT = compiled(r" ?[0-9]")
