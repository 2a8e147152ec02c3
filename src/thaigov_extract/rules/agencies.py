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
_DEFINED = 2.5
"""Evidence that an end needs before the run's last edge where a definition follows the run."""

# The list inside a ministry's own name: กระทรวงอาหาร เกษตร และประมง.
_LISTED = regex.compile(
    rf"(?: (?!และ|ได้|กล่าว|ร่วม|พร้อม|ซึ่ง|โดย|นาย|นาง)[{LETTERS}]{{3,24}}+){{0,2}}"
    rf"(?: [{LETTERS}]{{3,24}}?)?(?: )?และ(?!คณะ|นาย|นาง|นางสาว|ผู้|กระทรวง|กรม|สำนัก|หน่วย|จังหวัด|ได้|จะ|มี|ยัง|ให้|เป็น|ที่|ใน|ประชา|รัฐ|รัฐบาล|พลเอก|ดร)"
    rf"[{LETTERS}]{{3,30}}+(?=\(| \(|แห่ง| ของ|\n|$| |”)"
)
_TITLE_BEFORE = regex.compile(
    r"(?:ผู้อำนวยการ|ผอ\.|หัวหน้า|ผู้จัดการ|เลขาธิการ|ผู้ว่าการ|ประธาน|คณบดี|เลขานุการ|ผู้บริหาร|"
    r"กรรมการผู้จัดการ) ?$"
)
_INDEFINITE = regex.compile(r"(?:เป็น|แต่ละ|บาง|หลาย|ทุก|ตั้ง|สร้าง|โดยมี|ไม่มี|ต่างๆ) ?$")
_VAGUE_HEADS = frozenset(
    ["ศูนย์", "สถาบัน", "องค์กร", "มหาวิทยาลัย", "บริษัท", "โรงเรียน", "ธนาคาร", "โรงพยาบาล", "กองทุน"]
)
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
            triggers=tuple(_abbreviations()),
            match=_match_abbreviation,
            examples=(("ครม. มีมติเห็นชอบ", ("ครม.",)), ("ผู้แทน WHO ระบุ", ("WHO",))),
            counterexamples=("WHOLE", "(World Health Organization WHO office)"),
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
        if row is None or row.form != "company" or known:
            yield _candidate(text, start, _tails(text, end) if known else end, whole)
        return
    after = start + len(head)
    if clipped := _clip(text, start, after):
        yield clipped
    run = _RUN.match(text, after)
    stop = run.end() if run else after
    if not known and not _is_named(text, start, head, row, stop):
        return
    defined = _DEFINES.match(text, stop) is not None
    found, confidence = name_end(
        text,
        start,
        after + max(1, row.least),
        stop,
        known=end if known else 0,
        threshold=_DEFINED if defined else 0.0,
    )
    if not _is_ministry(text[start:found]) and head == "กระทรวง" and found == stop and (rest := _LISTED.match(text, found)):
        found = rest.end()
    if text.startswith("ฯ", found):
        yield Candidate("agency", start, found + 1, "agency.name", values={"form": "clipped"})
        return
    whole = _tails(text, found)
    if text[start:whole].endswith(_OPEN_ENDS) and not (defined and whole == stop):
        return
    yield _candidate(text, start, whole, known, confidence)


def _is_named(text: str, start: int, head: str, row: _Head, stop: int) -> bool:
    """Whether letters after a head are a name at all."""
    after = start + len(head)
    if head == "กระทรวง" and text.endswith("กฎ", 0, start):
        return False
    if row.form == "inner" and not _TITLE_BEFORE.search(text, max(0, start - 20), start):
        return False
    if _is_plain(row, text, after):
        return False
    if stop - after < row.least or begins_clause(text, after, stop):
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
    if word == "กรุงเทพมหานคร":
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
_AS_BODY = regex.compile(r"(?:ผู้แทน|ผู้ว่าราชการ|ปลัด|ร่วมกับ|ผู้บริหาร|ข้าราชการ|เจ้าหน้าที่)$")
_AS_BODY_AFTER = regex.compile(r" ?\(กทม\.?\)")


def _candidate(text: str, start: int, end: int, known: str, confidence: float = 1.0) -> Candidate:
    values = {"form": "full"}
    if known and text[start:end] == known:
        values["name"] = known
    return Candidate("agency", start, end, "agency.name", values=values, confidence=confidence)


def _tails(text: str, end: int) -> int:
    """Take in the place, the number and the legal form that follow a name."""
    if place := _place().match(text, end):
        end = place.end()
    if (number := _NUMBER.match(text, end)) and (
        number[0][0] not in " 0123456789" or text.endswith(_NUMBERED, 0, end)
    ):
        end = number.end()
    elif pair := _pair().match(text, end):
        end = pair.end()
    legal = _LEGAL.match(text, end)
    return legal.end() if legal else end


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
        if _is_plain(row, text, end):
            return
        run = _RUN.match(text, end)
        if run is None or run.end() - end < row.least:
            return
        if _INDEFINITE.search(text, max(0, start - 8), start):
            return
        if begins_clause(text, end, run.end()):
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
    if not _right_free(text, end, short) or not _abbreviation_left(text, start, end):
        return
    values = {"form": "abbreviation"}
    if name := _abbreviations()[short]:
        values["name"] = name
    yield Candidate("agency", start, end, "agency.abbreviation", values=values, confidence=0.9)


_AFTER_TITLE = ("รมว.", "รมช.", "รมต.", "ผอ.", "ผบ.", "ผบช.", "ผบก.", "รอง", "ปลัด", "เลขา", "เลขาธิการ", "โฆษก", "อธิบดี")


def _abbreviation_left(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if text[start].isascii():
        if before.isascii() and (before.isalnum() or before in ("@", "_", "/")):
            return False
        return not _in_english(text, start, end)
    if before == ".":
        return text.endswith(_AFTER_TITLE, 0, start)
    if before and "ก" <= before <= "๎":
        if not text[end - 1] == ".":
            return False
        left = max(0, start - 16)
        return start in edges(text, left, end)
    return True


def _right_free(text: str, end: int, short: str) -> bool:
    after = text[end : end + 1]
    if short[-1].isascii() and short[-1] != ".":
        return not (after.isascii() and (after.isalnum() or after in ("@", "_")))
    if short[-1] == ".":
        return not _LONGER.match(text, end)
    return not (after and ("ก" <= after <= "๎" or after == "."))


_LONGER = regex.compile(r"[ก-ฮ]{1,4}\.(?![ก-ฮ]{3})")
_LATIN_WORD = regex.compile(r"[A-Za-z]{2,}")


def _in_english(text: str, start: int, end: int) -> bool:
    """Whether a Latin short form stands in an English name or sentence, not in Thai."""
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
    if left is None or _in_english(text, left, stop):
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
        rf"|(?:ประจำ|ของ|แห่ง)?(?:{_STATE})*+(?:{country})(?![{_THAI}])"
        rf"|ประจำประเทศไทย|แห่งประเทศไทย"
    )


@cache
def _pair() -> regex.Pattern[str]:
    """The second half of a name that two countries share: ``ไทย - ฝรั่งเศส``."""
    found = [row[0] for row in read_table("places") if row[1] == "country"]
    country = "|".join(sorted(map(regex.escape, [*found, "อาเซียน"]), key=len, reverse=True))
    return regex.compile(rf"(?:(?<=ไทย)|(?<=อาเซียน)|(?<=อเมริกา)) ?[-–] ?(?:{country})ฯ?(?![{LETTERS}])")


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
    """Short forms that need no definition, to the full name, where the registry knows it."""
    names: dict[str, str] = {}
    for short, name, _, _, bare in read_table("agency_abbreviations"):
        if bare == "yes" and short not in _NO_BODY:
            names[short] = name
    return names


_NO_BODY = frozenset(["อปท.", "อบต.", "อบจ.", "รพ.สต.", "ศพก.", "ศก.", "หน.ผตร.อก.", "อปพร.", "ศดร."])
"""Short forms of kinds of bodies, or of words."""


@cache
def _clippable() -> dict[str, str]:
    return _abbreviations()
