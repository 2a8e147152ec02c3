"""Short forms that a release defines for an agency, and where it uses them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from .agency_words import abbreviations, delicate, never_bodies, registered_shorts, registry

_THAI_DOTTED = r"[ก-ฮ]{1,5}\.(?:[ก-ฮเ-ไ][ก-๎]{0,4}\.?){0,4}"
_THAI_LETTERS = r"[ก-ฮ]{2,6}"
_LATIN = r"[A-Z][A-Za-z0-9&+\-]{1,11}"
_INSIDE = compiled(
    rf"[ ]*(?P<clip>(?:สำนักงาน|กระทรวง|กรม|ศูนย์) ?)?(?P<short>{_THAI_DOTTED}(?: ?\d{{1,2}})?|{_LATIN}|[ก-๎]{{2,10}})[ ]*"
    rf"(?:(?:หรือ|/|,|:)[ ]*(?P<second>{_THAI_DOTTED}|{_LATIN})[ ]*|(?<=[.0-9] ){_THAI_DOTTED}[ ]*)?\)"
)
_OPEN = compiled(r"[”\"]?[ ]{0,2}\(")
_COMPANY_TAIL = compiled(r"[ ]{0,2}\((?:องค์การมหาชน|มหาชน)\)")
_OR = compiled(
    rf"[ ]{{0,2}}(?:หรือ|เรียกโดยย่อว่า|เรียกย่อว่า|ชื่อย่อ)[ ]{{0,2}}[“\"(]?(?P<short>{_THAI_DOTTED}|[A-Z]{{2,10}}(?: Bank)?(?![A-Za-z])|บีโอไอ|ดีอี|ดีอีเอส)"
)
_ENGLISH = compiled(r" ?\([A-Za-z][A-Za-z .,&’'-]{5,90}\)(?= ?หรือ)")
_TITLES = (
    "รมว",
    "รมช",
    "รมต",
    "ผอ.",
    "ผบ.",
    "ผบช",
    "ผบก",
    "ปลัด",
    "อธิบดี",
    "อสจ",
    "พมจ",
    "ผวจ",
    "นรม",
)
_NO_BODIES = frozenset(
    "พ.ศ. ค.ศ. พ.ร.บ. พ.ร.ก. พ.ร.ฎ. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค. กม. ม. น. จ. อ. ต.".split()
)
_CIVIL_SERVICE = "ก.พ."
"""The Civil Service Commission or February: which of them a figure beside it tells."""
_FIGURE_BESIDE = compiled(r"[\d๐-๙–-] ?\Z")
_FIGURE_NEXT = compiled(r" ?[\d๐-๙–-]")
_MARKS = compiled(r"[\u0e30-\u0e3a\u0e40-\u0e4e]")
_WORDS = frozenset(
    [
        "ร่าง",
        "พิเศษ",
        "ประเทศไทย",
        "มหาชน",
        "ชั่วคราว",
        "ต่อ",
        "ใหม่",
        "เดิม",
        "สมัย",
        "ไทย",
        "จีน",
        "ลาว",
        "กลาง",
        "ใต้",
        "เหนือ",
        "แล้ว",
        "รวม",
        "ครั้ง",
        "วันนี้",
        "ล่าสุด",
        "ออนไลน์",
        "เช่น",
        "อาทิ",
        "ได้แก่",
        "ชุดใหม่",
        "จำกัด",
        "ฝ่าย",
        "ส่วนกลาง",
        "ภูมิภาค",
    ]
)


_COUNTRIES = frozenset("USA US UK UAE EU PRC ROK DPRK KSA LAO PDR CLMV CLMVT".split())
"""What tells where a body is from, behind its name in brackets."""


def match_defined(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Find the short forms that the text defines for its bodies, wherever they stand.

    A definition is a parenthesis right after the full name (``กรมปศุสัตว์ (ปศ.)``)
    or ``หรือ`` and the short form.  Yields one candidate per use, the definition among them,
    with ``form`` ``abbreviation`` and the full name in ``name``.
    """
    text = context.text
    agencies = context.found("agency")
    owners: dict[str, str] = {}
    known = {text[a.start : a.end] for a in agencies if a.values.get("form") == "abbreviation"}
    for agency in agencies:
        if agency.values.get("form", "full") != "full":
            continue
        for short in _defined(text, agency, known):
            owner = _owner(text, short, agency, agencies)
            if owner is not None:
                owners.setdefault(short, owner.values.get("name") or text[owner.start : owner.end])
    for short, name in (*_ambiguous(text, agencies), *_boards(text, agencies)):
        owners.setdefault(short, name)
    for short, name in owners.items():
        values = {"form": "abbreviation", "name": name, "defined": "yes"}
        for place in _uses(text, short):
            yield Candidate(
                "agency", place, place + len(short), "agency.defined-alias", values=values
            )


def _ambiguous(text: str, agencies: Iterable[Candidate]) -> Iterator[tuple[str, str]]:
    """Yield the short forms of many meanings that one of the release's bodies bears, with its name.

    A committee and its office bear the same letters (``สช.``).
    """
    for agency in agencies:
        if agency.values.get("form", "full") != "full":
            continue
        name = agency.values.get("name") or text[agency.start : agency.end]
        for short in _letters_of(name):
            letters = short.replace(".", "")
            if (
                len(letters) > 1
                and short.endswith(".")
                and short not in abbreviations()
                and short not in _NO_BODIES - {_CIVIL_SERVICE}
                and short not in delicate()
            ):
                yield short, name


def _letters_of(name: str) -> tuple[str, ...]:
    other = name.removeprefix("สำนักงาน") if name.startswith("สำนักงานคณะ") else "สำนักงาน" + name
    bodies = (registry().get(name), registry().get(other) if "คณะกรรม" in name else None)
    return tuple(short for body in bodies if body for short in body.short)


_BOARD = compiled(r"บอร์ด ?(?P<of>[ก-๎]{4,40}?)(?=[^ก-๎]|$)")


def _boards(text: str, agencies: Iterable[Candidate]) -> Iterator[tuple[str, str]]:
    """Yield ``บอร์ดกระตุ้นเศรษฐกิจ`` with the one committee in whose name those words stand."""
    names = {
        agency.values.get("name") or text[agency.start : agency.end]
        for agency in agencies
        if agency.values.get("form", "full") == "full" and text.startswith("คณะ", agency.start)
    }
    for board in _BOARD.finditer(text) if names else ():
        if board["of"] in abbreviations():
            continue  # บอร์ดบีโอไอ names the body
        meant = [name for name in names if board["of"] in name]
        if len(meant) == 1:
            yield board[0], meant[0]


_BOARD_OF = ("คณะกรรมการ", "คณะกรรมการบริหาร")


def _owner(
    text: str, short: str, agency: Candidate, agencies: Sequence[Candidate]
) -> Candidate | None:
    """Return the body that a short form behind *agency* means.

    ``ศูนย์บริหารสถานการณ์ กระทรวงแรงงาน (ศบค.รง.)``: the letters are those of the unit, not of
    the ministry that it belongs to, whose name does not even hold the first of them.
    """
    meant = abbreviations().get(short, "")
    if meant and agency.end - len(meant) > agency.start and text.endswith(meant, 0, agency.end):
        # คณะกรรมการตรวจสอบอาคาร|สำนักงานการตรวจเงินแผ่นดิน (สตง.): the letters are the office's;
        # คณะกรรมการกองทุน… (กบข.) is called so where the fund is not named by itself
        board = text[agency.start : agency.end - len(meant)] in _BOARD_OF
        if not board or any(text[a.start : a.end] == meant for a in agencies):
            return None
        return agency
    if not _DOTTED.fullmatch(short) or meant:
        return agency
    if short[0] in text[agency.start : agency.end]:
        return agency
    first = bisect_left(agencies, agency.start - _LONGEST_UNIT, key=_start)
    last = bisect_left(agencies, agency.start, lo=first, key=_start)
    for unit in agencies[first:last]:
        gap = text[unit.end : agency.start]
        near = unit.end <= agency.start and len(gap) <= _REMARK and not gap.strip(" ")[:1].isalpha()
        if (
            near
            and unit.values.get("form", "full") == "full"
            and short[0] in text[unit.start : unit.end]
        ):
            return unit
    return None if text.startswith(_OUTER, agency.start) else agency


_DOTTED = compiled(r"(?:[ก-ฮ]{1,6}\.){1,3}(?: ?\d{1,2})?")
_OUTER = ("กระทรวง", "กรม")
_REMARK = 24
"""Letters of a remark in brackets that may stand between a unit and the body above it."""

_LONGEST_UNIT = 400
"""Letters of a name and a remark, for a look to the left."""

_start = attrgetter("start")


def match_named_before(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Find full names right before the bracket of a short form that the lexicon knows to be theirs.

    ``สำนักงานมาตรฐาน ผลิตภัณฑ์อุตสาหกรรม (สมอ.)``: the short form proves the name, spaces and all.
    """
    text = context.text
    for short in context.found("agency"):
        name = short.values.get("name")
        if short.values.get("form") != "abbreviation" or not name:
            continue
        end = short.start
        while end and text[end - 1] == " ":
            end -= 1
        if not end or text[end - 1] != "(":
            continue
        end -= 1
        while end and text[end - 1] == " ":
            end -= 1
        start, spaces = end, 0
        for letter in reversed(name.replace(" ", "")):
            while start and text[start - 1] == " " and spaces < _SPACES_IN_NAME:
                start -= 1
                spaces += 1
            if not start or text[start - 1] != letter:
                break
            start -= 1
        else:
            yield Candidate(
                "agency", start, end, "agency.named-before", values={"form": "full", "name": name}
            )


_SPACES_IN_NAME = 4


def _defined(text: str, agency: Candidate, known: Iterable[str]) -> Iterator[str]:
    end = agency.end
    if text.endswith("สมาชิก", 0, agency.start) and text.startswith(_CHAMBERS, agency.start):
        return  # สมาชิกสภาผู้แทนราษฎร (สส.): the members
    named = _BEHIND.match(text, end)
    if named and (named["named"] or abbreviations().get(named["short"])):
        yield named["named"] or named["short"]
    if "(" in text[end : end + 3] and (tail := _COMPANY_TAIL.match(text, end)):
        end = tail.end()
    for _ in range(2):
        opening = _OPEN.match(text, end)
        if opening is None:
            break
        inside = _INSIDE.match(text, opening.end())
        if inside is None:
            # …ไวรัสโคโรนา 2019 (โควิด-19) (ศบค.)
            other = _OTHER.match(text, opening.end())
            if other is None:
                break
            end = other.end()
            continue
        short = inside["short"]
        theirs = registered_shorts().get(short) if short in _NO_BODIES else None
        if _is_short_form(text, short, known) or (theirs and theirs == agency.values.get("name")):
            if inside["clip"]:
                yield inside["clip"] + short
            yield short
            if inside["second"]:
                yield inside["second"]
        end = inside.end()
    if english := _ENGLISH.match(text, end):
        end = english.end()  # …แห่งสหรัฐอเมริกา (Federal Aviation Administration) หรือ FAA
    alternative = _OR.match(text, end)
    if alternative is None or alternative["short"] in never_bodies():
        return  # ศูนย์ควบคุมโทรทัศน์วงจรปิด หรือ CCTV
    if not (agency.rule == "agency.brand" and alternative["short"].isascii()):
        yield alternative["short"]  # Acme หรือ BYD: two companies


_CHAMBERS = ("สภา", "วุฒิสภา", "รัฐสภา")

_OTHER = compiled(r"[ก-๎A-Za-z0-9 \-]{2,24}\)(?= ?\()")

# สถาบันข้อมูล : DIGI (Data Institute); บริษัท … จำกัด (มหาชน) NT
_BEHIND = compiled(
    r" ?: ?(?P<named>[A-Z]{2,8})(?= ?\()|(?<=มหาชน\)|จำกัด) (?P<short>[A-Z]{2,8})(?![A-Za-z0-9])"
)


def _is_short_form(text: str, short: str, known: Iterable[str]) -> bool:
    if short.startswith(_TITLES):
        return False
    if short in known or "." in short:
        return short not in _NO_BODIES
    if short.isascii():
        return sum(letter.isupper() for letter in short) >= 2 and short not in _COUNTRIES
    if short in _WORDS:
        return False
    if not _MARKS.search(short):
        return len(short) <= 6
    # a Thai word in parentheses is a name only if the release goes on to use it
    return len(short) <= 8 and text.count(short) > 2


_LONGER = compiled(r"[ก-ฮ]{1,3}\.")


def _uses(text: str, short: str) -> Iterator[int]:
    """Yield where *short* stands by itself, not inside a word or a longer short form."""
    start = text.find(short)
    while start != -1:
        end = start + len(short)
        if stands_free(text, start, end, short):
            yield start
        start = text.find(short, end)


def stands_free(text: str, start: int, end: int, short: str) -> bool:
    """Whether the short form at ``[start, end)`` is not part of a word or of a longer one."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if short[0].isascii():
        return not _is_latin(before) and not _is_latin(after)
    if before == ".":
        return False
    if short == _CIVIL_SERVICE and (
        _FIGURE_BESIDE.search(text, max(0, start - 2), start) or _FIGURE_NEXT.match(text, end)
    ):
        return False
    if short.endswith("."):
        # a word may be glued on either side (เลขาธิการกพร.), another abbreviation may not
        glued = bool(before) and "ก" <= before <= "๎"
        after_number = text[end : end + 1].isdigit()  # ทล.3481 is a road
        return not after_number and not _LONGER.match(text, end) and (not glued or len(short) > 3)
    return not ("ก" <= before <= "๎") and not ("ก" <= after <= "๎") and after != "."


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
