"""Companies: ``บริษัท … จำกัด (มหาชน)``, with a Latin name, or without the legal form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..agency_border import begins_clause, name_end, opens_clause
from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from ..registry import LIMITED
from ..words import edges, is_word, word_tags
from .agency_places import district_end, place
from .agency_short import BEFORE_BODY
from .agency_signs import INDEFINITE, RUN, left_free
from .agency_spaced import LETTERS_ONLY, company_words, is_strange, spaced_end
from .agency_words import company_cores, heads, is_plain

_COMPANY = compiled(
    rf" ?(?!จำกัด)[^\n()“”\"]{{2,80}}?(?: ?\([^()\n]{{2,30}}\))?[^\n()“”\"]{{0,40}}? ?{LIMITED}"
)
_LATIN_RUN = compiled(
    r" ?[A-Z][A-Za-z0-9&.\-’']*+(?: (?:[A-Z][A-Za-z0-9&.\-’']*+|of|and|&|the|for)){0,6}+(?:, ?(?:Ltd|Inc|LLC|PLC)\.?)?"
)


def match_company(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read the name of a company from its head."""
    text = context.text
    row = heads()[text[start:end]]
    if not left_free(text, start, text[start:end]):
        return
    if text.endswith(_PARTNERS, start, end):
        if stop := _partnership_end(text, start, end):
            yield Candidate("agency", start, stop, "agency.company", values={"form": "full"})
        return
    found = _COMPANY.match(text, end)
    if found is not None and _one_company(found[0]):
        yield Candidate("agency", start, found.end(), "agency.company", values={"form": "full"})
        return
    if latin := _LATIN_RUN.match(text, end):
        yield Candidate("agency", start, latin.end(), "agency.company", values={"form": "full"})
        return
    if text.startswith(" ", end):
        stop = end if is_plain(text[start:end], text, end + 1) else spaced_end(text, end)
        if stop > end and not INDEFINITE.search(text, max(0, start - 8), start):
            clipped = text.startswith("ฯ", stop)
            values = {"form": "clipped" if clipped else "full"}
            yield Candidate(
                "agency", start, stop + clipped, "agency.company", values=values, confidence=0.7
            )
        return
    if not text.startswith(" ", end):
        if is_plain(text[start:end], text, end) or place().match(text, end):
            return
        run = RUN.match(text, end)
        if run is None or run.end() - end < row.least:
            return
        if INDEFINITE.search(text, max(0, start - 8), start):
            return
        if begins_clause(text, end, run.end(), firm=False):
            return
        core = _longest_core(text, end)
        plain = text[end - 1] != "." and _opens_with_noun(text, end, run.end())
        if core == end and plain:
            return
        stop, confidence = name_end(text, start, end + row.least, run.end(), known=core)
        form = "full"
        if text.startswith(".", stop) and LETTERS_ONLY.fullmatch(text, end, stop):
            stop += 1  # บมจ.ปตท.: a name of letters keeps its dot
        if text.startswith("ฯ", stop):
            stop, form = stop + 1, "clipped"
        elif stop == run.end() and text.startswith(" ", stop):
            stop = spaced_end(text, stop)
        yield Candidate(
            "agency", start, stop, "agency.company", values={"form": form}, confidence=confidence
        )


_PARTNERS = ("ห้างหุ้นส่วนจำกัด", "หจก.")
"""Heads that hold the legal form: the name follows."""


_ONE_WORD = 24


def _partnership_end(text: str, start: int, end: int) -> int:
    """Where the name of a limited partnership ends, or 0: ``ห้างหุ้นส่วนจำกัด สมใจนึก การค้า``."""
    at = end + text.startswith(" ", end)
    run = RUN.match(text, at)
    if run is None or is_plain(text[start:end], text, at) or text.startswith("ห้าง", at):
        return 0
    if run.end() - at < _SYLLABLE or begins_clause(text, at, run.end(), firm=False):
        return 0
    stop = run.end()
    if stop - at > _ONE_WORD or opens_clause(text, at, stop):
        stop, _ = name_end(text, start, at + _SYLLABLE, stop)
    stop = spaced_end(text, stop) if stop == run.end() else stop
    return stop + len(" จำกัด") if text.startswith(" จำกัด", stop) else stop


_PROPER = frozenset(
    [
        "ไทย",
        "สยาม",
        "กรุงเทพ",
        "กรุงไทย",
        "บางกอก",
        "ทิพย",
        "จุล",
        "เอเชีย",
        "เมืองไทย",
        "กลาง",
        "บริหารสินทรัพย์",
        "หลักทรัพย์",
    ]
)
"""Words that open the names of companies and are words too."""


def _opens_with_noun(text: str, start: int, stop: int) -> bool:
    """``บริษัทขนส่ง``, ``บริษัทยา``: a kind of company; names are mostly no words of the dictionary."""
    cuts = edges(text, start, min(stop, start + 24))
    first = text[start : cuts[1]]
    named = first in _PROPER and cuts[-1] > cuts[1]
    if named or not is_word(first):
        return False
    if _OF_THAILAND.fullmatch(text, start, stop):
        return False  # บริษัทโตโยต้ามอเตอร์ประเทศไทย
    # of พาโกด้า only the first syllable is a word
    more = [text[a:b] for a, b in pairwise(cuts[1:])]
    plain = any(len(word) > _SYLLABLE and is_word(word) for word in (first, *more))
    return plain or not more or not is_strange(text, start, stop)


_SYLLABLE = 3
_OF_THAILAND = compiled(r"(?!.{0,30}(?:จาก|ใน|ของ|และ|ที่))[ก-๎]{4,30}(?<!แห่ง)ประเทศไทย")


def _longest_core(text: str, start: int) -> int:
    """The end of the longest name of a registered company that begins at *start*, or *start*."""
    cores = company_cores()
    ends = (end for end in range(min(len(text), start + 60), start, -1) if text[start:end] in cores)
    return next(ends, start)


def match_company_core(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """A registered company named without its legal form."""
    text = context.text
    if not left_free(text, start, "") or end not in edges(text, start, min(len(text), end + 20)):
        return
    if "ก" <= text[start - 1 : start] <= "๎" and not text.endswith(BEFORE_BODY, 0, start):
        return
    values = {"form": "clipped", "name": company_cores()[text[start:end]]}
    yield Candidate("agency", start, end, "agency.company-core", values=values, confidence=0.8)


def match_company_brand(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Find later uses of a Latin name that the text gives with ``บริษัท`` before it."""
    text = context.text
    names: dict[str, str] = {}
    rest: dict[str, str] = {}
    for body in context.found("agency"):
        whole = text[body.start : body.end]
        if body.rule != "agency.company" or body.values.get("form") != "full":
            continue
        if brand := _BRAND.fullmatch(whole):
            names.setdefault(brand["name"], whole)
        elif brand := _THAI_BRAND.fullmatch(whole):
            name, first = brand["name"], brand["first"]
            if len(name) >= _DISTINCT and (" " in name or is_strange(name, 0, len(name))):
                names.setdefault(name, whole)
            begun = _begun(name)
            if begun != name and len(begun) >= _DISTINCT and begun not in word_tags():
                names.setdefault(begun, whole)
            is_place = district_end(first, 0) == len(first)
            if len(first) >= _DISTINCT and is_strange(first, 0, len(first)) and not is_place:
                names.setdefault(first, whole)
                rest[first] = name[len(first) :][:_SECOND]
    for start, end, whole in _clipped(text, context.found("agency")):
        values = {"form": "abbreviation", "name": whole}
        yield Candidate("agency", start, end, "agency.company-brand", values=values)
    for name, whole in names.items():
        values = {"form": "abbreviation", "name": whole}
        if not name.isascii():
            for start, end in _uses(text, name):
                before = text[start - 1 : start]
                if (more := rest.get(name)) and text.startswith(more, end):
                    continue  # โซนี่| พิคเจอร์…: a part of the name, spelt otherwise
                if not ("ก" <= before <= "๎") or text.endswith(_BEFORE_BRAND, 0, start):
                    yield Candidate("agency", start, end, "agency.company-brand", values=values)
            continue
        for start, end in _latin_uses(text, name):
            yield Candidate("agency", start, end, "agency.company-brand", values=values)


_SECOND = 5
"""Letters of the second word, its space included, that show the name goes on."""
_AFTER_BRAND = compiled(r"ฯ|(?![ก-๎])|(?=จะ|ได้|และ|เพื่อ|ใน|มี|เป็น|ขอ|ต้อง|กับ|ให้|ที่)")


def _uses(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where the Thai name of a company stands by itself, with ``บริษัท`` where that is before it."""
    last, at = 0, text.find(name)
    while at != -1:
        after = _AFTER_BRAND.match(text, at + len(name))
        if after is None:
            at = text.find(name, at + 1)
            continue
        head = next((h for h in _HEADS if text.endswith(h, last, at)), "")
        last = after.end()
        yield at - len(head), last
        at = text.find(name, last)


def _latin_uses(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a Latin name stands that no letter or digit goes on."""
    at = text.find(name)
    while at != -1:
        end = at + len(name)
        if (at and _LATIN_LETTER.match(text, at - 1)) or _LATIN_LETTER.match(text, end):
            end = at + 1  # a part of another word
        else:
            yield at, end
        at = text.find(name, end)


_LATIN_LETTER = compiled(r"[A-Za-z0-9]")


def _clipped(text: str, found: Iterable[Candidate]) -> Iterator[tuple[int, int, str]]:
    """Yield where a Thai company's name stands clipped (``วิทยุการบินฯ``) or by itself in quotes."""
    cores: dict[str, str] = {}
    for body in found:
        named = _THAI_BRAND.fullmatch(text, body.start, body.end)
        if body.values.get("form", "full") == "full" and named and len(named["name"]) >= _CLIPPED:
            cores[named["name"]] = body.values.get("name") or named[0]
    for core, whole in cores.items():
        begun = core[:_CLIPPED]
        at = text.find(begun)
        while at != -1:
            end = at + _CLIPPED
            while end - at < len(core) and text[end : end + 1] == core[end - at]:
                end += 1
            free = not "ก" <= text[at - 1 : at] <= "๎"
            clipped = free and text.startswith("ฯ", end)
            quoted = (
                end - at == len(core)
                and text[at - 1 : at] in _OPENING
                and text[end : end + 1] in _CLOSING
            )
            if (clipped or quoted) and sum(other.startswith(text[at:end]) for other in cores) == 1:
                head = next((h for h in _CLIPPED_HEADS if text.endswith(h, 0, at)), "")
                yield at - len(head), end + clipped, whole
            at = text.find(begun, end)


_OPENING, _CLOSING = ("“", '"', "‘"), ("”", '"', "’")
_IN_LETTERS = ("บจก. ", "บจก.", "บมจ. ", "บมจ.")
_HEADS = ("บริษัท ", "บริษัท", *_IN_LETTERS)
_CLIPPED_HEADS = ("บ. ", "บ.", *_IN_LETTERS)
_CLIPPED = 5
"""Letters of a company's name that are left where it is clipped."""

_BRAND = compiled(r"(?:บริษัท|บมจ\.|บจก\.) ?(?P<name>[A-Z][A-Za-z0-9&.\-’' ]{1,60}[A-Za-z0-9])")


def _begun(name: str) -> str:
    """A name up to the first word that many companies bear (``ซิน เคอ หยวน|สตีล``)."""
    words = name.split(" ")
    stop = next((i for i, word in enumerate(words) if i and word in company_words()), len(words))
    return " ".join(words[:stop])


_THAI_BRAND = compiled(
    r"(?:บริษัท|บมจ\.|บจก\.) ?(?P<name>(?P<first>[ก-๎]{2,30})(?: [ก-๎]{1,24}){0,4}?)"
    rf"(?: ?\((?:ประเทศไทย|ไทยแลนด์)\)| (?:ประเทศไทย|ไทยแลนด์))?(?: ?{LIMITED})?"
)
_BEFORE_BRAND = (
    "กับ", "ของ", "โดย", "จาก", "และ", "ผู้แทน", "ให้", "ต่อ", "ผู้บริหาร", "พนักงาน", "ลูกจ้าง", "คณะ",
)  # fmt: skip
_DISTINCT = 5
"""Letters of a first word that may stand for the company."""


def _one_company(name: str) -> bool:
    """Whether the stretch up to ``จำกัด`` is one name, not a clause that ends in another's."""
    return (
        not name.startswith(("และ", "มหาชนจำกัด"))
        and not name.endswith("ข้อจำกัด")
        and "บริษัท" not in name
        and " และบริษัท" not in name
    )
