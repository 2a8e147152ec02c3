"""Bodies: a gazetteer of known names, and heads (``กรม``, ``สมาคม``) with an open right border."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from ..agency_border import LETTERS, REACH, begins_clause, name_end
from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..rule import Rule
from ..words import edges

_THAI = "ก-๎"
_RUN = regex.compile(rf"[{LETTERS}]{{1,{REACH}}}+")
_LEADING_VOWELS = "เแโใไ"
_SHORT_HEAD = 4
"""Heads up to this length hide in other words and need a word edge on their left."""

_NUMBER = regex.compile(
    r"(?:ภาค|เขต|ที่|เขตพื้นที่|พื้นที่)? ?(?<![0-9.])\d{1,3}(?![\d.,:/–-]| ?(?:คน|ราย|แห่ง|หน่วย|"
    r"จังหวัด|ตัว|ปี|วัน|ล้าน|บาท|เดือน|ครั้ง|หลัง|ชุด|ฉบับ|ข้อ|ด้าน|โครงการ|กิจการ|ประเทศ|ท่าน|ปาก|ที่|พัน|หมื่น|แสน|ธ|ม\.|ก\.|พ\.|ส\.|ต\.))"
)
_LEGAL = regex.compile(r" ?\((?:องค์การมหาชน|มหาชน)\)")
_STATE = (
    r"ราชอาณาจักร|สาธารณรัฐ|สหพันธ์สาธารณรัฐ|สหพันธรัฐ|สหพันธ์|เครือรัฐ|ราชรัฐ|สหภาพ|รัฐ|"
    r"ประชาธิปไตย|ประชาชน|สังคมนิยม|อิสลาม|อาหรับ|แห่ง|เอกราช|ประเทศ|กรุง"
)
# A parenthesis that can only follow the end of a name: a short form or an English name.
_DEFINES = regex.compile(r" ?\( ?(?:[ก-ฮ]{1,6}\.|[A-Z][A-Za-z&.,’'\-–: ]{1,120}\)|[ก-ฮ]{2,6}\))")
_DEFINED = 4.0
"""Evidence that an end needs before the run's last edge where a definition follows the run."""

# The list inside a ministry's own name: กระทรวงอาหาร เกษตร และประมง.
_LISTED = regex.compile(
    rf"(?: (?!และ|ได้|กล่าว|ร่วม|พร้อม|ซึ่ง|โดย|นาย|นาง)[{LETTERS}]{{3,24}}+){{0,2}}"
    rf"(?: [{LETTERS}]{{3,24}}?)?(?: )?และ(?!คณะ|นาย|นาง|นางสาว|ผู้|กระทรวง|กรม|สำนัก|หน่วย|จังหวัด|ได้|จะ|มี|ยัง|ให้|เป็น|ที่|ใน|ประชา|รัฐ|รัฐบาล|พลเอก|ดร)"
    rf"[{LETTERS}]{{3,30}}+(?=\(| \(|แห่ง| ของ|\n|$| |”)"
)
_TITLE_BEFORE = regex.compile(
    r"(?:ผู้อำนวยการ|ผอ\.|หัวหน้า|ผู้จัดการ|เลขาธิการ|ผู้ว่าการ|ประธาน|คณบดี|เลขานุการ|ผู้บริหาร|"
    r"กรรมการผู้จัดการ)(?:อาวุโส|ใหญ่|บริหาร|เจ้าหน้าที่บริหาร)? ?$"
)
_INDEFINITE = regex.compile(r"(?:เป็น|แต่ละ|บาง|หลาย|ทุก|ตั้ง|สร้าง|โดยมี|ไม่มี|ต่างๆ) ?$")
_VAGUE_HEADS = frozenset(
    ["ศูนย์", "สถาบัน", "องค์กร", "มหาวิทยาลัย", "วิทยาลัย", "บริษัท", "โรงเรียน", "ธนาคาร", "โรงพยาบาล",
     "กองทุน", "สภา", "ศาล", "พรรค", "สหกรณ์", "เทศบาล", "กองทัพ", "คณะทำงาน", "ตลาดหลักทรัพย์", "วิสาหกิจชุมชน",
     "ด่านศุลกากร", "สถานกงสุล", "สถานทูต", "หอการค้า", "กรรมาธิการ", "คณะกรรมาธิการ", "คณะกรรมการ", "การไฟฟ้า",
     "การรถไฟ", "สำนักข่าว", "แขวงทางหลวง", "หมวดทางหลวง", "สมาคม", "องค์การ"]
)  # fmt: skip
"""Heads that are plain nouns as often as they open a name."""

_COMPANY = regex.compile(
    r" ?(?!จำกัด)[^\n()“”\"]{2,80}?(?: ?\([^()\n]{2,30}\))?[^\n()“”\"]{0,40}? ?จำกัด(?: ?\(มหาชน\))?"
)
_LATIN_RUN = regex.compile(
    r" ?[A-Z][A-Za-z0-9&.\-’']*+(?: (?:[A-Z][A-Za-z0-9&.\-’']*+|of|and|&|the|for)){0,6}+"
)


@frozen
class _Head:
    """A row of ``agency_heads``."""

    form: str
    least: int
    generic: regex.Pattern[str] | None


def agency_rules() -> tuple[Rule, ...]:
    """Return the rules for bodies.

    Returns:
        Rules of kind ``agency``.  Their candidates carry ``form`` (``full``,
        ``abbreviation`` or ``clipped``) and, where the gazetteer knows them, ``name``
        (the full name) and ``id``.
    """
    return (
        Rule(
            id="agency.name",
            kind="agency",
            triggers=tuple(h for h in dict.fromkeys((*_heads(), *_gazetteer())) if h != "*"),
            match=_match_name,
            examples=(
                ("อธิบดีกรมปศุสัตว์กล่าวว่า", ("กรมปศุสัตว์",)),
                ("กระทรวงแรงงานร่วมกับกระทรวงมหาดไทย", ("กระทรวงแรงงาน", "กระทรวงมหาดไทย")),
                ("กองทุนเพื่อการพัฒนาพรุโต๊ะแดง (กพต.)", ("กองทุนเพื่อการพัฒนาพรุโต๊ะแดง",)),
            ),
            counterexamples=("โปรแกรมใหม่", "โครงการรถไฟฟ้าสายสีม่วง", "มอบกรมธรรม์ประกันภัย", "ทุกกระทรวง"),
        ),
        Rule(
            id="agency.company",
            kind="agency",
            triggers=tuple(h for h, row in _heads().items() if row.form == "company"),
            match=_match_company,
            examples=(
                (
                    "ร่วมกับบริษัท ท่าอากาศยานไทย จำกัด (มหาชน) จัดงาน",
                    ("บริษัท ท่าอากาศยานไทย จำกัด (มหาชน)",),
                ),
            ),
            counterexamples=("บริษัทต่าง ๆ เข้าร่วม",),
        ),
        Rule(
            id="agency.abbreviation",
            kind="agency",
            triggers=(*_abbreviations(), *_tags()),
            match=_match_abbreviation,
            examples=(("ครม. มีมติเห็นชอบ", ("ครม.",)), ("ผู้แทน WHO ระบุ", ("WHO",))),
            counterexamples=("WHOLE", "(World Health Organization WHO office)"),
        ),
        Rule(
            id="agency.new-abbreviation",
            kind="agency",
            triggers=(".",),
            match=_match_new_abbreviation,
            priority=-1,
            examples=(("โฆษก ศยก. เผยว่า ศยก. พร้อมช่วยเหลือ", ("ศยก.", "ศยก.")),),
            counterexamples=("นักเรียน ปวช. และ ปวช. ปีที่ 2", "พล.อ.อ.สมชาย"),
        ),
        Rule(
            id="agency.latin",
            kind="agency",
            triggers=_LATIN_TAILS,
            match=_match_latin,
            examples=(("ผลิตโดย Siam Sample Co., Ltd. ในปีนี้", ("Siam Sample Co., Ltd.",)),),
            counterexamples=("จัดโดย (Siam Sample Institute)",),
        ),
    )


# -- names in Thai ---------------------------------------------------------------------------------


def _match_name(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    known = text[start:end] if text[start:end] in _gazetteer() else ""
    head = _head_at(text, start)
    if not _left_free(text, start, head or known):
        return
    row = _heads().get(head)
    if row is None or row.form in ("whole", "loose", "company"):
        whole = known or text[start:end]
        if row is not None and row.form == "loose" and not _acts(text, start, end):
            return
        if text.endswith("องค์กร", 0, start):
            return  # องค์กรสหประชาชาติ: the bodies of that family
        if row is None or row.form != "company" or known:
            yield _candidate(text, start, _tails(text, end) if known else end, whole)
        return
    after = start + len(head)
    if clipped := _clip(text, start, after):
        yield clipped
    for name, pattern in _spaced_names().get(head, ()):
        if spaced := pattern.match(text, start):
            whole = _tails(text, spaced.end())
            yield _candidate(text, start, whole, name if whole == spaced.end() else "")
            return
    run = _RUN.match(text, after)
    stop = run.end() if run else after
    if not known and not _is_named(text, start, head, row, stop):
        return
    defined = _DEFINES.match(text, stop) is not None
    found, confidence = name_end(
        text,
        start,
        after + max(1, row.least, 4 if text.startswith("ไทย", after) else 0),
        stop,
        known=end if known else 0,
        threshold=_DEFINED if defined else 0.0,
    )
    if not _is_ministry(text[start:found]) and head == "กระทรวง" and found == stop and (rest := _LISTED.match(text, found)):
        found = rest.end()
    if text.startswith("ฯ", found):
        yield Candidate("agency", start, found + 1, "agency.name", values={"form": "clipped"})
        return
    if known and found > end and text.startswith(("ว่าด้วย", "เรื่อง"), end):
        found = end
    found = _without_remark(text, start, found)
    whole = _tails(text, found, shared=found != end or not known)
    whole = _legal_form(text, head, whole)
    if text[start:whole].endswith(_OPEN_ENDS) and not (defined and whole == stop):
        return
    yield _candidate(text, start, whole, known if whole == end else "", confidence)


def _is_named(text: str, start: int, head: str, row: _Head, stop: int) -> bool:
    """Whether letters after a head are a name at all."""
    after = start + len(head)
    if head == "กระทรวง" and not _is_foreign_ministry(text, start, stop):
        return False
    if head == "กรรมาธิการ" and text.endswith(("คณะ", "อนุ"), 0, start):
        return False
    if head == "องค์กร" and not _is_organisation(text, start, stop):
        return False
    if head == "กอง" and not _is_division(text, start, stop):
        return False
    if row.form == "inner" and not _TITLE_BEFORE.search(text, max(0, start - 20), start):
        return False
    if _is_plain(row, text, after):
        return False
    if stop - after < row.least:
        return False
    if _TITLE_BEFORE.search(text, max(0, start - 20), start):
        return True
    if begins_clause(text, after, stop, firm=head not in _VAGUE_HEADS):
        return False
    return head not in _VAGUE_HEADS or not _INDEFINITE.search(text, max(0, start - 8), start)


def is_generic(head: str, rest: str) -> bool:
    """Whether *rest* after a head of ``agency_heads`` makes a plain noun, not a name."""
    return _is_plain(_heads()[head], rest, 0)


def _is_plain(row: _Head, text: str, after: int) -> bool:
    if row.generic is not None and row.generic.match(text, after):
        return True
    everywhere = _heads()["*"].generic
    return row.least > 0 and everywhere is not None and bool(everywhere.match(text, after))


def _is_foreign_ministry(text: str, start: int, stop: int) -> bool:
    """Whether a ministry that is none of Thailand's is one of another country, or misspelt.

    Thailand's are all in the gazetteer, so that any other name needs evidence.
    """
    before = text[max(0, start - 14) : start]
    if before.endswith(("กฎ", "ทุก", "ที่", "ของแต่ละ", "นโยบาย", "ระหว่าง", "ทั้ง")):
        return False
    return (
        bool(_MINISTER.search(before))
        or text[start : start + 12] in _ministry_starts()
        or bool(_ABROAD.search(text, start, min(len(text), stop + 12)))
        or _DEFINES.match(text, stop) is not None
    )


def _is_organisation(text: str, start: int, stop: int) -> bool:
    """``องค์กร`` is mostly the plain noun: a name shows by a definition or by its country."""
    return _DEFINES.match(text, stop) is not None or bool(
        regex.search(r"แห่ง|ระหว่างประเทศ|นานาชาติ|ต่อต้าน", text[start + 8 : stop])
    )


def _is_division(text: str, start: int, stop: int) -> bool:
    """Whether ``กอง…`` is a division, not a heap (``กองเศษเหล็ก``)."""
    return bool(_TITLE_BEFORE.search(text, max(0, start - 20), start)) or not (
        start and _RUN.match(text, start - 1)
    )


_MINISTER = regex.compile(r"(?:ว่าการ|ปลัด|รมว\.|รมช\.|โฆษก|ผู้แทน|เจ้าหน้าที่)$")
_ABROAD = regex.compile(
    r"(?:ของ|แห่ง|สาธารณรัฐ|ราชอาณาจักร|สหพันธ์|สหรัฐ|จีน|ญี่ปุ่น|เกาหลี|ลาว|กัมพูชา|เวียดนาม|มาเลเซีย|"
    r"สิงคโปร์|เมียนมา|อินเดีย|อินโดนีเซีย|ฟิลิปปินส์|รัสเซีย|เยอรมนี|ฝรั่งเศส|อังกฤษ)"
)


def _is_ministry(name: str) -> bool:
    return name in _ministries()


def _clip(text: str, start: int, after: int) -> Candidate | None:
    """``กระทรวง พม.``: the head stays, the rest is an abbreviation."""
    at = after + 1 if text.startswith(" ", after) else after
    for length in range(12, 1, -1):
        short = text[at : at + length]
        if len(short) == length and short in _clippable() and _right_free(text, at + length, short):
            values = {"form": "clipped"}
            if name := _clippable()[short]:
                values["name"] = name
            return Candidate("agency", start, at + length, "agency.name", values=values)
    return None


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a region or a place stands for its body here."""
    word = text[start:end]
    before = text[max(0, start - 14) : start]
    if word in _PLACES:
        if _AS_PLACE.search(before):
            return False
        return bool(_AS_BODY.search(before)) or bool(_AS_BODY_AFTER.match(text, end))
    return not before.endswith(_AS_REGION)


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
)
_AS_BODY = regex.compile(
    r"(?:ผู้แทน|ผู้ว่าราชการ|ผู้ว่าฯ|ปลัด|ร่วมกับ|ผู้บริหาร|ข้าราชการ|เจ้าหน้าที่|โฆษก|สภา|ผู้ว่าฯ|สังกัด) ?$"
)
_AS_BODY_AFTER = regex.compile(r" ?\(กทม\.?\)| (?:จึง|จะ|ได้|เตรียม|เร่ง|แจ้ง|จัดงาน|ร่วมกับ|โดยสำนัก)")
_AS_PLACE = regex.compile(r"(?:พื้นที่|เขต|ใน|รอบ|ชาว|จังหวัด|ย่าน|จาก|แขวง|ที่|ถนน|ไป|เข้า|ทั่ว|ชาว) ?$")


def _candidate(text: str, start: int, end: int, known: str, confidence: float = 1.0) -> Candidate:
    values = {"form": "full"}
    if known:
        values["name"] = known
    return Candidate("agency", start, end, "agency.name", values=values, confidence=confidence)


def _tails(text: str, end: int, *, shared: bool = False) -> int:
    """Take in the place, the number and the legal form that follow a name."""
    if place := _place().match(text, end):
        end = place.end()
    if (number := _NUMBER.match(text, end)) and (
        number[0][0] not in " 0123456789" or text.endswith(_NUMBERED, 0, end)
    ):
        end = number.end()
    elif shared and (pair := _pair().match(text, end)):
        end = pair.end()
    legal = _LEGAL.match(text, end)
    return legal.end() if legal else end


_LIMITED = regex.compile(r" ?จำกัด(?: ?\(มหาชน\))?")
_SCHOOL_NAME = regex.compile(rf" \([{_THAI} ]{{3,40}}\)")


def _legal_form(text: str, head: str, end: int) -> int:
    """Take in ``จำกัด (มหาชน)`` after a bank or a cooperative, the honorary name of a school."""
    tail = None
    if head.startswith(("ธนาคาร", "สหกรณ์", "บรรษัท")):
        tail = _LIMITED.match(text, end)
    elif head.startswith("โรงเรียน"):
        tail = _SCHOOL_NAME.match(text, end)
    return tail.end() if tail else end


_REMARK = regex.compile(r"(?:อย่าง(?:ไม่)?เป็นทางการ|ของ(?:ประเทศ)?ไทย|ระหว่างประเทศไทย|ในประเทศไทย|ในสังกัด|ที่เกี่ยวข้อง)")


def _without_remark(text: str, start: int, end: int) -> int:
    remark = _REMARK.search(text, start + 8, end)
    return remark.start() if remark else end


_NUMBERED = ("ที่", "ภาค", "เขต", "เทศบาล", "พื้นที่")
_OPEN_ENDS = ("จังหวัด", "อำเภอ", "ตำบล", "หมู่บ้าน", "ประจำ", "ที่", "แห่ง", "ของ", "ใน", "และ", "เพื่อ", "ด้าน")
"""A name that stops here names a kind of body, or was cut short."""


def _left_free(text: str, start: int, head: str) -> bool:
    if start == 0 or not "ก" <= text[start - 1] <= "๎":
        return True
    if text[start - 1] in _LEADING_VOWELS:
        return False
    if len(head) > _SHORT_HEAD and not head.startswith("การ"):
        return True
    left = max(0, start - 20)
    return start in edges(text, left, min(len(text), start + 20))


def _head_at(text: str, start: int) -> str:
    heads = _heads()
    for length in _head_lengths():
        if text[start : start + length] in heads:
            return text[start : start + length]
    return ""


# -- companies -------------------------------------------------------------------------------------


def _match_company(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    row = _heads()[text[start:end]]
    if not _left_free(text, start, text[start:end]):
        return
    found = _COMPANY.match(text, end)
    if found is not None and _one_company(found[0]):
        yield Candidate("agency", start, found.end(), "agency.company", values={"form": "full"})
        return
    if latin := _LATIN_RUN.match(text, end):
        yield Candidate("agency", start, latin.end(), "agency.company", values={"form": "full"})
        return
    if not text.startswith(" ", end):
        if _is_plain(row, text, end) or _place().match(text, end):
            return
        run = _RUN.match(text, end)
        if run is None or run.end() - end < row.least:
            return
        if _INDEFINITE.search(text, max(0, start - 8), start):
            return
        if begins_clause(text, end, run.end(), firm=False):
            return
        stop, confidence = name_end(text, start, end + row.least, run.end())
        form = "full"
        if text.startswith("ฯ", stop):
            stop, form = stop + 1, "clipped"
        yield Candidate(
            "agency", start, stop, "agency.company", values={"form": form}, confidence=confidence
        )


def _one_company(name: str) -> bool:
    """Whether the stretch up to ``จำกัด`` is one name, not a clause that ends in another's."""
    return "บริษัท" not in name and " และบริษัท" not in name


# -- abbreviations ---------------------------------------------------------------------------------


def _match_abbreviation(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    short = text[start:end]
    if short[0] == "#":
        if not _LETTER.match(text, end):
            values = {"form": "abbreviation"}
            if name := _abbreviations()[_tags()[short]]:
                values["name"] = name
            yield Candidate("agency", start + 1, end, "agency.abbreviation", values=values)
        return
    if not _right_free(text, end, short) or not _abbreviation_left(text, start, end):
        return
    if short in _PLACES and not _acts(text, start, end):
        return
    values = {"form": "abbreviation"}
    if name := _abbreviations()[short]:
        values["name"] = name
    if abroad := _AT_HOME.match(text, end):
        yield Candidate("agency", start, abroad.end(), "agency.abbreviation", values={"form": "full"})
    yield Candidate("agency", start, end, "agency.abbreviation", values=values, confidence=0.9)


_PLACES = frozenset(["กทม.", "กรุงเทพมหานคร"])
_AT_HOME = regex.compile(r"(?<=[A-Z]) (?:Thailand|ประเทศไทย)(?![A-Za-z])")


_AFTER_TITLE = ("รมว.", "รมช.", "รมต.", "ผอ.", "ผบ.", "ผบช.", "ผบก.", "รอง", "ปลัด", "เลขา", "เลขาธิการ", "โฆษก", "อธิบดี")


def _abbreviation_left(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if text[start].isascii():
        if before.isascii() and (before.isalnum() or before in ("@", "_", "/")):
            return False
        return not _in_english(text, start, end)
    if before == ".":
        return text.endswith(_AFTER_TITLE, 0, start)
    if _COUNTED.search(text, max(0, start - 2), start):
        return False
    if before and "ก" <= before <= "๎":
        if text[end - 1] != "." and end - start < _LONG_SHORT_FORM:
            return False
        left = max(0, start - 16)
        if text[end - 1] != "." and not text.endswith(_BEFORE_BODY, 0, start):
            return False
        return start in edges(text, left, end)
    return True


_BEFORE_BODY = ("กับ", "ของ", "โดย", "จาก", "และ", "ผู้แทน", "การ", "ที่", "ให้", "ต่อ", "คณะ", "ทั้ง", "รัฐมนตรี")



def _right_free(text: str, end: int, short: str) -> bool:
    after = text[end : end + 1]
    if short[-1].isascii() and short[-1] != ".":
        return not (after.isascii() and (after.isalnum() or after in ("@", "_")))
    if short[-1] == ".":
        if short in _DELICATE and _AMBIGUOUS_AFTER.match(text, end):
            return False
        return not _LONGER.match(text, end)
    if after and "ก" <= after <= "๎":
        run = _RUN.match(text, end)
        return (
            len(short) >= _LONG_SHORT_FORM
            and run is not None
            and begins_clause(text, end, run.end(), firm=False)
        )
    return after != "."


_LONG_SHORT_FORM = 5
"""Letters from which on a short form without dots may be written on to a word (``บีโอไอร่วมหารือ``)."""

_DELICATE = frozenset(["รง.", "ตร.", "กก.", "สค.", "นร.", "พน.", "ตม.", "ทล.", "ทช."])
_AMBIGUOUS_AFTER = regex.compile(r"[ก-๎]| ?[0-9]")
"""Short forms that are also words (``รง.เหล็ก``, ``ทล. 12``) stand free."""


def _match_new_abbreviation(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Three consonants or more and a dot that the release uses again, or with a post."""
    text = context.text
    first = start
    while first > 0 and start - first < 6 and "ก" <= text[first - 1] <= "ฮ":
        first -= 1
    short = text[first:end]
    if not 3 <= start - first <= 5 or short[0] not in "กขคธบปมรวสศอ":
        return
    if short in _abbreviations() or short in _NO_BODY or short in _NO_NEW_BODY:
        return
    before = text[first - 1 : first]
    by_post = text.endswith(_AFTER_TITLE, 0, first) or text.endswith(_POST_BEFORE, 0, first)
    if before and not by_post and ("ก" <= before <= "๎" or before == "."):
        return
    if _NUMBER_NEXT.match(text, end) or _LONGER.match(text, end):
        return
    if _COUNTED.search(text, max(0, first - 2), first):
        return
    if by_post or text.count(short) > 1:
        yield Candidate(
            "agency",
            first,
            end,
            "agency.new-abbreviation",
            values={"form": "abbreviation"},
            confidence=0.6,
        )


_POST_BEFORE = ("เลขาธิการ ", "โฆษก ", "ผอ. ", "อธิบดี ", "ปลัด ", "ผู้อำนวยการ ", "ประธาน ")
_NO_NEW_BODY = frozenset(
    "รมว. รมช. รมต. รวอ. รวค. รวย. อสม. สปป. อปท. ปชช. อพม. มอก. อบต. อบจ. ปวช. ปวส. ปธน. สนง. รปอ. รปภ. มผช. "
    "คกก. กมธ. มกษ. ขรก. รพร. อปพร. มทบ. สสอ. อสจ. ปลัด. อถล. อกม. รธน. คสล. รพท. รพศ. รพช. รพสต. สสจ. "
    "ววน. วทน. อววน. ศพก. ศพด. มคก. ปชป. รกน. รกท. สมภพ. วปอ. บมจ. บจก. บลจ. สวจ. สอจ. ทพญ. อตก. "
    "กกจ. วชช. อกพ. อสต. อสรจ. สจจ. มรภ. มทร. รสก. รวม. รอง. ปปช. รทก. พรบ. พรก. คปจ. กบจ. มนพ. "
    "สสร. อบก. คสช. ปณ. รฟ. สส. สว. สก. สจ. รร. รพ. บก. บช. บชน. ปตร. มกค. สค. อพส. สบช. ผกก.".split()
)
"""Short forms in releases that name posts, people, papers or kinds of bodies."""
_LETTER = regex.compile(rf"[{_THAI}A-Za-z0-9_]")
_COUNTED = regex.compile(r"[0-9] ?\Z")
_NUMBER_NEXT = regex.compile(r" ?[0-9]")
_LONGER = regex.compile(r"[ก-ฮ]{1,4}\.(?![ก-ฮ]{3})")
_LATIN_BEFORE = regex.compile(r"[A-Za-z]{2,}[.,]? {1,2}(?:[-–] ?)?$")
_LATIN_AFTER = regex.compile(r" (?:Gateway|App|Application|Line|[a-z]{2,}|(?:[A-Z][a-z]+ ){2})")
_LATIN_WORD = regex.compile(r"[A-Za-z]{2,}")


def _in_parenthesis(text: str, start: int, end: int) -> bool:
    left = text[max(0, start - 60) : start].rsplit("\n", 1)[-1]
    return left.rfind("(") > left.rfind(")")


def _near_thai(text: str, start: int, end: int) -> bool:
    return any(
        "ก" <= letter <= "๎" for letter in text[max(0, start - 80) : start] + text[end : end + 40]
    )


def _in_english(text: str, start: int, end: int) -> bool:
    """Whether a Latin short form stands in an English name or sentence, not in Thai."""
    if _LATIN_BEFORE.search(text, max(0, start - 20), start) or _LATIN_AFTER.match(text, end):
        return True
    left = text[max(0, start - 60) : start].rsplit("\n", 1)[-1]
    right = text[end : end + 60].split("\n", 1)[0]
    if left.rfind("(") > left.rfind(")") and ")" in right.split("(")[0] + ")":
        inside_left = left[left.rfind("(") + 1 :]
        inside_right = right.split(")")[0]
        if _LATIN_WORD.search(inside_left + " " + inside_right) and not any(
            "ก" <= letter <= "๎" for letter in inside_left + inside_right
        ):
            return True
    return not any("ก" <= letter <= "๎" for letter in left + right)


# -- names in Latin script -------------------------------------------------------------------------

_LATIN_TAILS = (
    "Co., Ltd",
    "Co.,Ltd",
    "Co.,LTd",
    "Co., LTd",
    "Co. Ltd",
    "Company Limited",
    "Corporation",
    "Inc.",
    "PTE. LTD",
    "Pte. Ltd",
    "Pte Ltd",
    "Bank",
    "University",
    "Institute",
    "Foundation",
    "Association",
    "Organization",
    "Organisation",
    "Council",
    "Research Center",
    "Agency",
)
_LATIN_LEFT = regex.compile(
    r"(?:[A-Z][A-Za-z0-9&+.\-’']*+[ ,]{1,2}(?:\([A-Z][a-z]{2,12}\) )?(?:(?:of|and|for|the|&|on) ){0,2}){1,8}+$"
)
_LATIN_RIGHT = regex.compile(
    r"\.?(?: (?:PTE\. LTD\.|Co\., Ltd\.|Co\., LTd\.|Public Company Limited|Limited|Ltd\.?|Inc\.))?"
    r"(?: (?:of|for|on) (?:the )?[A-Z][A-Za-z\-]+(?: (?:and )?[A-Z][A-Za-z\-]+){0,4})?"
)


def _match_latin(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    after = text[end : end + 1]
    if after.isascii() and after.isalpha():
        return
    line = text.rfind("\n", 0, start) + 1
    left = _latin_start(text, max(line, start - 90), start)
    right = _LATIN_RIGHT.match(text, end)
    stop = right.end() if right else end
    if left is None or _in_parenthesis(text, left, stop) or not _near_thai(text, left, stop):
        return
    yield Candidate("agency", left, stop, "agency.latin", values={"form": "full"}, confidence=0.8)


def _latin_start(text: str, floor: int, start: int) -> int | None:
    found = _LATIN_LEFT.search(text, floor, start)
    return found.start() if found else None


# -- tables ----------------------------------------------------------------------------------------


@cache
def _heads() -> dict[str, _Head]:
    rows = {}
    for head, form, least, *generic in read_table("agency_heads"):
        pattern = generic[0].replace("$", rf"(?![{_THAI}])") if generic else ""
        rows[head] = _Head(form, int(least), regex.compile(pattern) if pattern else None)
    return rows


@cache
def _ministries() -> frozenset[str]:
    return frozenset(name for _, name in read_table("ministry_short_names"))


@cache
def _ministry_starts() -> frozenset[str]:
    return frozenset(name[:12] for name in _ministries())


@cache
def _head_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(head) for head in _heads()}, reverse=True))


@cache
def _place() -> regex.Pattern[str]:
    def names(kind: str) -> str:
        found = [row[0] for row in read_table("places") if row[1] == kind]
        return "|".join(sorted(map(regex.escape, found), key=len, reverse=True))

    country, province = names("country"), names("province")
    return regex.compile(
        rf"(?:ประจำ)?จังหวัด(?:{province})|(?<=จังหวัด)(?:{province})"
        rf"|(?!ของ(?:ประเทศ)?ไทย)(?:ประจำ|ของ|แห่ง)?(?:{_STATE})*+(?:{country})ฯ?"
        rf"(?:(?![{_THAI}])|(?=และ|กับ|ได้|โดย|จะ|เพื่อ|เข้า|มี|ณ))"
        rf"|ระหว่าง(?:{country})(?: ?[-–/] ?|และ|กับ)(?:{country})"
        rf"|ประจำประเทศไทย|แห่งประเทศไทย"
    )


@cache
def _pair() -> regex.Pattern[str]:
    """The second half of a name that two countries share: ``ไทย - ฝรั่งเศส``."""
    found = [row[0] for row in read_table("places") if row[1] == "country"]
    country = "|".join(sorted(map(regex.escape, [*found, "อาเซียน"]), key=len, reverse=True))
    return regex.compile(rf"(?:(?<!ประเทศ)(?<=ไทย)|(?<=อาเซียน)|(?<=อเมริกา)) ?[-–] ?(?:{country})ฯ?(?![{LETTERS}])")


@cache
def _gazetteer() -> dict[str, str]:
    """Full names to the id of their body, where the registry has one."""
    names: dict[str, str] = {}
    for name, count in read_table("agency_names"):
        head = _head_at(name, 0)
        form = _heads()[head].form if head else ""
        if form in ("unit", "company") and int(count) >= _FREQUENT and len(name) > len(head):
            if not is_generic(head, name[len(head) :]) and not name.endswith(_OPEN_ENDS):
                names[name] = ""
    return names


_FREQUENT = 10
"""Mined names count from so many releases on."""


@cache
def _abbreviations() -> dict[str, str]:
    """Short forms that need no definition, to the full name where one is meant by far most."""
    names: dict[str, str] = {}
    best: dict[str, int] = {}
    for short, name, count, total, bare in read_table("agency_abbreviations"):
        if short in _NO_BODY or not (
            bare == "yes" or _speaks_for_itself(short) or int(count) >= _MANY
        ):
            continue
        names.setdefault(short, "")
        if int(count) > best.get(short, 0):
            best[short] = int(count)
            names[short] = name if int(count) >= 0.7 * int(total) else ""
    names.update((short, "") for short in _WORLD_BODIES if short not in names)
    return names


_MANY = 50
"""So many definitions make a short form known without one."""


def _speaks_for_itself(short: str) -> bool:
    """Three letters and a dot are hardly anything but a body."""
    return "ก" <= short[0] <= "ฮ" and short.endswith(".") and len(short.replace(".", "")) >= 3


_WORLD_BODIES = (
    "UN", "UNESCO", "UNDP", "UNICEF", "UNHCR", "WHO", "BOI", "JICA", "JETRO", "KOICA", "USAID",
    "GIZ", "IMF", "WTO", "EU", "APEC", "G20", "G7", "BIMSTEC", "BRICS", "MRC", "OPEC", "INTERPOL",
    "UN Women", "EXIM BANK", "EXIM Bank", "SME D Bank", "SCB", "DGA", "TDRI", "REIC",
)  # fmt: skip
"""International bodies (and banks under their Latin name) that releases name by the short form only."""

_NO_BODY = frozenset(
    ["อปท.", "อบต.", "อบจ.", "รพ.สต.", "ศพก.", "ศก.", "หน.ผตร.อก.", "อปพร.", "ศดร.", "AOC", "กฟก.1",
     "ชรบ.", "SWOC", "GLO", "GCC", "ก.พ.", "NT", "TMA", "PHEOC", "AIC", "ศจพ.จ.", "ศจพ.อ.", "วปอ.", "สวจ.", "สอจ.", "สสจ.", "ทสจ.", "มรภ.", "มทร."]
)  # fmt: skip
"""Short forms of kinds of bodies, of things, or of words."""


@cache
def _spaced_names() -> dict[str, tuple[tuple[str, regex.Pattern[str]], ...]]:
    """Names with spaces inside, by their head, longest first."""
    by_head: dict[str, list[tuple[str, regex.Pattern[str]]]] = {}
    for (name,) in read_table("agency_spaced_names"):
        pattern = regex.compile(regex.escape(name).replace("_", " {0,2}"))
        by_head.setdefault(_head_at(name.split("_")[0], 0), []).append(
            (_written(name), pattern)
        )
    return {
        head: tuple(sorted(rows, key=lambda row: -len(row[0]))) for head, rows in by_head.items()
    }


def _written(name: str) -> str:
    """The usual spelling: a space between the members of a list, none elsewhere."""
    return name.replace("กระทรวง_", "กระทรวง").replace("_และ", "และ" if name.count("_") > 2 else " และ").replace("_", " ")


@cache
def _tags() -> dict[str, str]:
    """Hash tags that are a short form without its dots (``#พม``) to that short form."""
    return {
        "#" + short.replace(".", ""): short
        for short in _abbreviations()
        if short.endswith(".") and short.replace(".", "") not in ("กก", "ตร", "รง", "พก", "นร", "ดย")
    }


@cache
def _clippable() -> dict[str, str]:
    return _abbreviations()
