"""Short forms of bodies that the lexicon knows."""

from __future__ import annotations

from collections.abc import Iterator

from ..agency_border import LETTERS, begins_clause
from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from ..words import edges, is_edge, word_tags
from .agency_places import bare_province, in_province
from .agency_regions import CAPITAL, acts_as_body
from .agency_words import (
    THAI,
    abbreviations,
    abbreviations_by_start,
    bare_names,
    delicate,
    tags,
)

_RUN = compiled(rf"[{LETTERS}]{{1,40}}+")


def match_abbreviation(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    short = text[start:end]
    if short[0] == "#":
        line = HOT_LINE.match(text, end)
        end = line.end() if line else end
        if not _LETTER.match(text, end):
            values = {"form": "abbreviation"}
            if name := tags()[short]:
                values["name"] = name
            yield Candidate("agency", start + 1, end, "agency.abbreviation", values=values)
        return
    if short[-1] != "." and short in delicate() and _touches(text, start, end):
        return
    bare, is_phrase = bare_names().get(short, ("", False))
    if is_phrase and not _is_quoted(text, start, end):
        return
    ends = (
        is_edge(text, start, min(len(text), end + 20), end)
        if bare
        else right_free(text, end, short) or _acts(text, start, end) or HOT_LINE.match(text, end)
    )
    if not ends or not _abbreviation_left(text, start, end):
        return
    if short in CAPITAL and not acts_as_body(text, start, end):
        return
    values = {"form": "abbreviation"}
    if name := bare or abbreviations().get(short, ""):
        values["name"] = name
    line = HOT_LINE.match(text, end)
    if line and not _CALL.search(text, max(0, start - 10), start):
        yield Candidate("agency", start, line.end(), "agency.abbreviation", values=values)
        return
    area = _AREA.match(text, end)
    if area is None and short[-1] == "." and short not in CAPITAL:
        area = _IN_PROVINCE.match(text, end)
        area = area if area and in_province().match(text, area.end()) else None
        if area and (whole := in_province().match(text, area.end())):
            yield Candidate(
                "agency", start, whole.end(), "agency.abbreviation", values={"form": "full"}
            )
            return
    if area is None and short[-1] == "." and (seat := bare_province().match(text, end)):
        # ปภ.นครสวรรค์: the body's office there
        office = {"form": "full"}
        if values.get("name", "").startswith("กระทรวง"):
            work = values["name"].removeprefix("กระทรวง").removeprefix("การ")
            office = {"form": "abbreviation", "name": f"สำนักงาน{work}จังหวัด{seat[0]}"}
        yield Candidate("agency", start, seat.end(), "agency.abbreviation", values=office)
        return
    if area:
        yield Candidate("agency", start, area.end(), "agency.abbreviation", values={"form": "full"})
        return
    if abroad := _AT_HOME.match(text, end):
        yield Candidate(
            "agency", start, abroad.end(), "agency.abbreviation", values={"form": "full"}
        )
    yield Candidate("agency", start, end, "agency.abbreviation", values=values, confidence=0.9)


def _touches(text: str, start: int, end: int) -> bool:
    """Whether Thai letters are written on to either side."""
    return "ก" <= text[start - 1 : start] <= "๎" or "ก" <= text[end : end + 1] <= "๎"


def _is_quoted(text: str, start: int, end: int) -> bool:
    quoted = text[start - 1 : start] in ("“", '"', "‘", "'") and text[end : end + 1] in tuple(
        "”\"’'-"
    )
    return quoted or text.endswith(("สส.", "ส.ส.", "สส. ", "ส.ส. "), 0, start)


HOT_LINE = compiled(r"(?<=[A-Z]{3}) ?1\d{3}(?!\d)")
"""The short number of a hot line that is part of a centre's name: ``AOC 1441``."""

_CALL = compiled(r"(?:สายด่วน|โทร\.?|โทรศัพท์|หมายเลข) ?$")

_IN_PROVINCE = compiled(r" ?(?=จังหวัด)")

_AREA = compiled(
    r"(?<=กอ\.รมน\.|ศรส\.) ?(?:ภาค ?\d(?: ?(?:ส่วนหน้า|สน\.))?|จังหวัด[ก-๎]{3,14}(?=[^ก-๎]|$))|(?<=[ก-ฮ]\.)ส่วนหน้า(?=[^ก-๎]|$)"
    # ปปส. ภาค 5, สปสช. เขต 4: the office of that region
    r"|(?<=[ก-ฮ]\.) ?(?:ภาค|เขต)(?:ที่)? ?\d{1,2}(?![\d/])|(?<=ศปช\.)ส่วนกลาง(?=[^ก-๎]|$)"
)
"""The areas and provinces of the command for internal security are commands of their own;
so are the welfare centres of provinces."""

_AT_HOME = compiled(r"(?<=[A-Z]) (?:Thailand|ประเทศไทย)(?![A-Za-z])")


AFTER_TITLE = (
    "รมว.",
    "รมช.",
    "รมต.",
    "ผตร.",
    "ทปษ.",
    "ผอ.",
    "ผบ.",
    "ผบช.",
    "ผบก.",
    "รอง",
    "ปลัด",
    "เลขา",
    "เลขาธิการ",
    "โฆษก",
    "อธิบดี",
)


_NOTION = compiled(
    r"(?:นโยบาย|ทำงานด้วย|แนวคิด|โมเดล|ตาม|คนดีมี|ค่านิยม|มาตรฐาน|(?<!หน่วย|สำนัก|ผล|ราย|แรง|พลัง|พนัก)งาน|สินเชื่อ|[Aa]pplication ?:?|แอป(?:พลิเคชัน|พลิเคชั่น|ฯ)?|"
    r"เพจ|ลุ่มน้ำโขง|ระเบียงเศรษฐกิจ|(?<!องค์กร|หน่วยงาน)ระบบ|ฟังก์ชัน) ?[“\"]?$"
)
"""A policy or a motto in the letters of a body: ``นโยบาย MIND``."""


def _abbreviation_left(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if text[start].isascii():
        if before.isascii() and (before.isalnum() or before in ("@", "_", "/")):
            return False
        if _NOTION.search(text, max(0, start - 14), start):
            return False
        return before == "#" or not in_english(text, start, end)
    if before == ".":
        return text.endswith(AFTER_TITLE, 0, start)
    if end - start <= 3 and COUNTED.search(text, max(0, start - 2), start):
        return False
    if before and "ก" <= before <= "๎":
        if text[end - 1] != ".":
            bare = text[start:end] in bare_names() and text[end - 1] != "ฯ"
            if (
                end - start > _LONG_SHORT_FORM
                and not bare
                and is_edge(text, max(0, start - 20), end, start)
            ):
                return True
            return end - start >= _LONG_SHORT_FORM and text.endswith(
                (*BEFORE_BODY, *AFTER_TITLE), 0, start
            )
        return is_edge(text, max(0, start - 16), end, start)
    return True


BEFORE_BODY = (
    "กับ",
    "ของ",
    "โดย",
    "จาก",
    "และ",
    "ผู้แทน",
    "การ",
    "ที่",
    "ให้",
    "ต่อ",
    "คณะ",
    "ทั้ง",
    "รัฐมนตรี",
    "ประชุม",
    "รวมถึง",
    "รวมทั้ง",
    "ทาง",
    "ส่ง",
    "หนุน",
    "สมาชิก",
)


def right_free(text: str, end: int, short: str) -> bool:
    after = text[end : end + 1]
    if short[-1].isascii() and short[-1] != ".":
        return not (after.isascii() and (after.isalnum() or after in ("@", "_")))
    if short[-1] == ".":
        if short in delicate() and _AMBIGUOUS_AFTER.match(text, end):
            return False
        if _ROAD.match(text, end):
            return False
        return not LONGER.match(text, end)
    if after == "ฯ":
        return True
    if after and "ก" <= after <= "๎":
        run = _RUN.match(text, end)
        return (
            len(short) >= _LONG_SHORT_FORM
            and run is not None
            and (
                text.startswith(_AFTER_BODY, end) or begins_clause(text, end, run.end(), firm=False)
            )
        )
    return after != "."


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a verb or a joint is written on to a short form without dots (``ยูเนสโกยกย่อง``)."""
    if end - start <= _LONG_SHORT_FORM or text[end - 1] == "." or text[start].isascii():
        return False
    cuts = edges(text, start, min(len(text), end + 20))
    if end not in cuts[:-1]:
        return False
    word = text[end : cuts[cuts.index(end) + 1]]
    return word_tags().get(word, "").startswith(("V", "X", "R", "J"))


_AFTER_BODY = ("และ", "ได้", "จะ", "เพื่อ", "กับ", "ร่วม", "ใน", "โดย", "เตรียม", "ประกาศ", "เปิด", "จัด")
_LONG_SHORT_FORM = 4
"""Letters from which on a short form without dots may be written on to a word (``บีโอไอร่วมหารือ``)."""

_AMBIGUOUS_AFTER = compiled(r"[ก-๎]| {0,2}[0-9]")
"""Short forms that are also words (``รง.เหล็ก``, ``ทล. 12``) stand free."""


_ROAD = compiled(r"\d{3,4}(?!\d)")
"""The number of a road in a province of these letters (``อย.3046``)."""

_LETTER = compiled(rf"[{THAI}A-Za-z0-9_]")
COUNTED = compiled(r"[0-9] ?\Z")
LONGER = compiled(r"[ก-ฮ]{1,4}\.(?![ก-ฮ]{3})")
_LATIN_BEFORE = compiled(r"(?:[A-Za-z]{2,}\.?|[A-Za-z]*[a-z],) {1,2}(?:[-–] ?)?$")
_LATIN_AFTER = compiled(
    r" (?!(?:Call|Contact) Cent(?:er|re))(?:Gateway|App|Application|Line|[a-z]{2,}|(?:[A-Z][a-z]+ ){2})"
)
_PRODUCT_AFTER = compiled(
    r" (?!(?:Call|Contact) Cent(?:er|re)|Thailand|Thai |Asia|Foundation|Group|Bank|BANK|and |& |of |for )[A-Z][A-Za-z0-9.\-]*(?![ก-๎])"
)
"""A Latin word after a short form: a product or an event of that body (``GHB ALL``, ``UN R16``)."""

_LATIN_WORD = compiled(r"[A-Za-z]{2,}")


def in_english(text: str, start: int, end: int) -> bool:
    """Whether a Latin short form stands in an English name or sentence, not in Thai."""
    if _LATIN_BEFORE.search(text, max(0, start - 20), start) or _LATIN_AFTER.match(text, end):
        return True
    if _PRODUCT_AFTER.match(text, end) and not abbreviations_by_start().longest_at(text, end + 1):
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
