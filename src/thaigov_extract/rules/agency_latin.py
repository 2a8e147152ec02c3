"""Names of bodies in Latin script that stand in Thai running text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..lines import line_start
from ..prepared import compiled

LATIN_TAILS = (
    "Co., Ltd",
    "Co.,Ltd",
    "Co.,LTd",
    "Co., LTd",
    "Co. Ltd",
    "Company Limited",
    "Company limited",
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
    "Office",
    "Center",
    "Centre",
    "Commission",
    "Authority",
    "Task Force",
    "Chamber of Commerce",
    "Economic Forum",
    "Federation",
    "Airlines",
    "Airways",
    "Academy",
    "Ratings",
    "Secretariat",
    "forum",
)
_DOUBTFUL = (
    "Office",
    "Center",
    "Centre",
    "Authority",
    "Task Force",
    "Academy",
    "forum",
    "Economic Forum",
    "Commission",
)
"""Tails of halls, hot lines and programmes as often as of bodies: a short form or a word of dealing must stand by."""

_SHORT_NEXT = compiled(r" ?\((?P<short>[A-Z][A-Za-z+&\-]*[A-Z][A-Za-z+&\-]*(?: forum)?)\)")
_DEALS = compiled(r"(?:ของ|จาก|ผู้แทน|ร่วมกับ|หารือกับ|หารือ|จัดตั้ง|ผู้บริหาร|ผู้อำนวยการ|เจ้าหน้าที่) ?$")
_NO_BODIES = compiled(
    r"(?:Call|Data|Contact|Service|Convention|Learning|Excellence|Exhibition|Shopping|Head|Back|Home|Front|Smart|Green|Wellness|"
    r"Medical|Command|Stop|Sports?|Creative|Town|City|Business|Economic|Media|Health|Mega|Gem|Operation|Fulfillment|Distribution|"
    r"Training|Nerve|Intelligence|Co-Working|Outlet|Trade) (?:Office|Center|Centre|forum|Academy)$"
)
_CALLS_ITSELF = compiled(r"(?:เป็น|บทบาท|รูปแบบ|แนวคิด|รางวัล|อันดับ) ?[“\"‘']?(?:The )?$")
_LATIN_LEFT = compiled(
    r"(?:(?<![A-Za-z0-9+])[A-Z][A-Za-z0-9&+.\-’']*+ (?:\([A-Z][a-z]{2,12}\) )?(?:(?:of|and|for|the|in|&|on) ){0,2}){1,8}+$"
)
_AWARD = compiled(r" (?:Rankings?|Awards?|of the Year|Governors|Ministers)(?![a-z])")
_LATIN_RIGHT = compiled(
    r"\.?(?:,? (?:PTE\. LTD\.|Co\., Ltd\.|Co\., LTd\.|Public Company Limited|Limited|Ltd\.?|Inc\.|(?:\([A-Z]\) )?Sdn\.? Bhd\.?))?"
    r"(?: (?:of|for|on) (?:the )?[A-Z][A-Za-z\-]+(?: (?:and )?[A-Z][A-Za-z\-]+){0,4})?"
)


def match_latin(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    after = text[end : end + 1]
    if after.isascii() and after.isalpha():
        return
    line = line_start(text, start, 90)
    if _AWARD.match(text, end):
        return  # QS World University Rankings
    left = _latin_start(text, line, start)
    right = _LATIN_RIGHT.match(text, end)
    stop = right.end() if right else end
    if left is not None and text.startswith(_DOUBTFUL, start):
        dealt = _DEALS.search(text, max(0, left - 16), left) and start - left > len("The ASEAN ")
        if _NO_BODIES.search(text, left, end) or not (dealt or _SHORT_NEXT.match(text, stop)):
            return
    if left is not None and _CALLS_ITSELF.search(text, max(0, left - 12), left):
        return  # มุ่งสู่การเป็น “Green Bank”
    if left is None or _in_parenthesis(text, left, stop) or not near_thai(text, left, stop):
        return
    head = _HEAD_BEFORE.search(text, max(0, left - 14), left)
    left = head.start() if head else left  # บริษัท Siam Sample Co., Ltd.
    yield Candidate("agency", left, stop, "agency.latin", values={"form": "full"}, confidence=0.8)


_HEAD_BEFORE = compiled(r"(?:บริษัท|มหาวิทยาลัย|มูลนิธิ|สมาคม|สถาบัน|ธนาคาร|โรงเรียน|นิตยสาร) ?\Z")


def _latin_start(text: str, floor: int, start: int) -> int | None:
    found = _LATIN_LEFT.search(text, floor, start)
    return found.start() if found else None


def _in_parenthesis(text: str, start: int, end: int) -> bool:
    left = text[max(0, start - 60) : start].rsplit("\n", 1)[-1]
    return left.rfind("(") > left.rfind(")")


def near_thai(text: str, start: int, end: int) -> bool:
    """Whether Thai letters stand close by: the name is part of Thai text."""
    return any(
        "ก" <= letter <= "๎" for letter in text[max(0, start - 80) : start] + text[end : end + 40]
    )


_ITEM = r"(?:\d{1,4} )?[A-Z][A-Za-zÀ-ɏ0-9&.\-’']*+(?: [A-Z][A-Za-zÀ-ɏ0-9&.\-’']*+){0,4}+"
_LIST = compiled(
    rf"(?:{_ITEM}(?: ?\([A-Z][A-Za-z]{{1,12}}\))?(?: ?, ?| ?และ ?| ?หรือ ?)){{2,40}}+{_ITEM}"
)
_ITEMS = compiled(_ITEM)
_LIST_REACH = 400
PLATFORMS = frozenset(
    "Facebook LINE Line YouTube Youtube Instagram TikTok Twitter Google Website Email Application App "
    "Android iOS Play Store Social Media Online Big Data AI IoT Cloud Blockchain Robotics Smart Digital Software Hardware SME SMEs "
    "Startup Food Health Wellness Green Bio Circular EV MICE OTOP Metaverse NFT Cyber Fintech FinTech Platform E-Commerce Soft "
    "Engineer Marketing Manager Sales Human Administrator Accounting Website Web X IG Messenger Telegram WhatsApp Netflix Lazada Shopee".split()
)
"""Channels and things that releases list in Latin script; a list with one of them names no companies."""


@cache
def _english() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("align_dictionary"))


def is_plain_english(name: str) -> bool:
    """Whether every word of a Latin name is a word of the English dictionary: goods, parts, fields."""
    words = [word.lower().rstrip("s") for word in name.replace("&", " ").split()]
    return all(word in _english() or word + "s" in _english() for word in words)


def match_companies(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Three names or more in a row on a line that speaks of companies."""
    text = context.text
    stop = min(len(text), end + _LIST_REACH)
    line_end = text.find("\n", end, stop)
    stop = stop if line_end == -1 else line_end
    listed = _LIST.search(text, end, stop)
    if listed is None or _in_parenthesis(text, listed.start(), listed.end()):
        return
    if text[listed.start() - 1] in "“\"‘'":
        return  # a motto
    items = [m.span() for m in _ITEMS.finditer(text, *listed.span())]
    if any(text[first:last].split(" ")[0] in PLATFORMS for first, last in items):
        return
    if not near_thai(text, *listed.span()):
        return
    if 2 * sum(text[first:last].isupper() for first, last in items) > len(items):
        return  # standards and licences: GMP, HACCP, HALAL
    if 2 * sum(is_plain_english(text[first:last]) for first, last in items) > len(items):
        return  # parts and branches: Casting, Steel Components
    for first, last in items:
        if text[first - 1] != "(":
            yield Candidate(
                "agency",
                first,
                last,
                "agency.latin-list",
                values={"form": "full"},
                confidence=0.6,
            )
