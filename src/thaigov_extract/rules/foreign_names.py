"""Names of other countries in Thai letters: of many words, family name first, beside a Latin form."""

from __future__ import annotations

from functools import lru_cache

from ..prepared import compiled
from ..words import is_word
from .name_runs import (
    GAP,
    POST,
    NameParts,
    closed_name,
    is_abbreviation,
    is_initial,
    run_at,
)
from .name_words import (
    FIRM,
    family_first,
    family_names,
    given_names,
    hard_stop_in,
    is_no_family,
    stop_at,
)

_LATIN_BRACKET = compiled(
    r"[”\"]?(?: {0,2}|ฯ )[”\"]?\( ?[“\"]?(?:H\. ?E|HE|His|Her|M[Rr]|M[Rr][Ss]|M[Ss]|Miss|D[Rr]|Prof|Sir|Dato|Tan Sri|Sheikh|Gen|\p{Lu}[\p{Ll}’'\-]+,? \p{Lu})"
)
# how Japanese family names end, and given names hardly ever
_JAPANESE = compiled(
    r".(?:โมโต[ะ้]?|[กงค]าวะ|ม[ูุ]ระ|ยามะ|[ซส]ากิ|ซะกิ|บายาชิ|ฮาชิ|ก[ุู][จช]ิ|ฮาระ|วาระ|ทานิ|ตานิ|มัต?สึ|ซาวะ|ชิม[ะา]|"
    r"[ฮคก]าตะ|กาชิ|ยาชิ|ชิ[ตด]ะ|กิดะ|มาดะ|คาดะ|นาดะ|ฮนดะ|นากะ|โนะอุเอะ)$"
)
PARTICLES = frozenset(
    "บิน บินติ บินตี บินต์ อิบนุ อิบน์ อัล อัล- อาล เอล เดอ เดล ดา ดิ ดี ดอส เด เดล ดู ดุ เดอร์ ฟอน ฟาน แวน แวนเดอร์ ฟัน ฟัน เดอร์ แดร์ เด้อร์ ลา เลอ แซงต์ อาบู อะบู แมค โอกลู โอกลึ โอกลี โอฆลู คีซี กีซี".split()
)
# sons and daughters of: with the given names, not with the family name
_PATRONYMIC = frozenset("บิน บินติ บินตี บินต์ อิบนุ อิบน์ โอกลู โอกลึ โอกลี โอฆลู คีซี กีซี".split())
_THAI_ONLY = compiled("[ศษณฐฎฏฑฒภฤธ]")
_INDIC = compiled("[ศษณฐฎฏฑฒภฤ]|ธิ|ธุ|ทธ|ชร|ชย|พง|สุ")
_FOREIGN = compiled(
    r"[ฟซฮ][^ตรา่้]|ห์$|[ก-ฮ]์[ก-ฮเแโไใ]|็อ|ิช$|[เแโ][ก-ฮ]{1,2}[็]?[ก-ฮ]?์|อล$|อัล|อับ|เอล|อิบ|มูฮัม|มุฮัม|โมฮั|โอ$|โล$|โน$|โต$|โร$|โก$|เอ$|เซ$|"
    r"ต์$|ด์$|ก์$|ซ์$|ค์$|ช์$|ล์$|ฟ์$|ส์$|น์$|ร์$"
)
_LATIN_WORDS = compiled(r"[”\"]? {0,2}\( ?(?P<name>[\p{Latin}.’'\- ]{5,90}+)\)")
_LATIN_PREFIXES = frozenset("Mr Mrs Ms Miss Dr HE Prof Sir".split())


@lru_cache(4096)
def looks_foreign(word: str) -> bool:
    """Does a name in Thai letters look like the transliteration of a foreign one?"""
    return bool(_FOREIGN.search(word)) and not _INDIC.search(word)


def bracketed_name(text: str, first: tuple[int, int], second: tuple[int, int]) -> NameParts | None:
    """Read the parts of a name that a Latin form in parentheses closes (… จิ๋งห์ (Mr. … Chinh))."""
    parts = [first, second]
    if text.find("(", second[0], second[0] + _FARTHEST) == -1:
        return None
    while len(parts) < 8:
        start, end = parts[-1]
        if stop_at(text, start, end) in FIRM or hard_stop_in(text, start, end) is not None:
            return None
        if end - start > 20:
            return None
        if _LATIN_BRACKET.match(text, end):
            return _split_parts(text, parts, 0.9)
        gap = GAP.match(text, end)
        following = run_at(text, gap.end()) if gap else None
        if gap is None or following is None or is_abbreviation(text, gap.end(), following):
            return None
        parts.append((gap.end(), following))
    return None


_FARTHEST = 250
"""Seven parts of twenty letters with gaps of eight spaces between them, and the bracket behind them."""


def as_many_words(text: str, first: tuple[int, int], end: int) -> bool:
    """Has the Latin form in parentheses as many words as three or more Thai ones before it?"""
    thai = text[first[0] : end].split()
    bracket = _LATIN_WORDS.match(text, end)
    if bracket is None or len(thai) < 3:
        return False
    words = [word for word in bracket["name"].split() if not word.endswith(".")]
    return len([w for w in words if w not in _LATIN_PREFIXES]) == len(thai)


def _split_parts(text: str, parts: list[tuple[int, int]], confidence: float) -> NameParts:
    """Say which of several parts are the given and which the family name."""
    words = [text[slice(*part)] for part in parts]
    start, end = parts[0][0], parts[-1][1]
    if is_no_family(words):
        return NameParts((start, end), None, end, confidence, False)
    if opens_with_family(words[0], words[1]) and words[-1] not in family_names():
        return NameParts((parts[1][0], end), parts[0], end, confidence, False)
    last = len(parts) - 1
    if last > 1 and words[1] == "ณ":
        last = 1
    while last > 1 and (words[last - 1] in PARTICLES - _PATRONYMIC or words[last - 1] == "ณ"):
        last -= 1
        if words[last] == "ณ" and last > 1:
            last -= 1
    return NameParts((start, parts[last - 1][1]), (parts[last][0], end), end, confidence, False)


def long_name(text: str, first: tuple[int, int], second: tuple[int, int]) -> NameParts | None:
    """Read a foreign name of three to six parts; the last part is the family name."""
    parts = [first, second]
    while len(parts) < 8:
        gap = GAP.match(text, parts[-1][1])
        if not gap or gap.end() - gap.start() > 2:
            break
        end = run_at(text, gap.end())
        if end is None or end - gap.end() > 16 or is_abbreviation(text, gap.end(), end):
            break
        word = text[gap.end() : end]
        last = text[parts[-1][0] : parts[-1][1]]
        if not PARTICLES & {word, last} and stop_at(text, gap.end(), end):
            break
        if hard_stop_in(text, gap.end(), end) is not None:
            break
        words = (text[a:b] for a, b in parts)
        if not (
            word in PARTICLES
            or last in PARTICLES
            or word.startswith(("อัล", "อัช", "อัศ", "อัซ", "อัฏ"))
            or (word in family_first() and text[slice(*first)] not in given_names())
            or (text[slice(*first)] in family_first() and len(word) <= 7 and len(last) <= 7)
            or (looks_foreign(word) and (is_initial(last) or any(looks_foreign(w) for w in words)))
            or (looks_foreign(word) and closed_name(text, end, POST))
            or (
                looks_foreign(text[slice(*first)])
                and text[slice(*first)] not in given_names()
                and closed_name(text, end, POST)
            )
            or _strange_up_to_post(text, first, gap.end())
        ):
            break
        parts.append((gap.end(), end))
    if len(parts) < 3 or text[parts[-1][0] : parts[-1][1]] in PARTICLES:
        return None
    return _split_parts(text, parts, 0.75)


def _strange_up_to_post(text: str, first: tuple[int, int], at: int) -> bool:
    """``… ศรรมะ โอลี นายกรัฐมนตรี…``: one or two more words that no dictionary holds, then a post."""
    given = text[slice(*first)]
    if given in given_names() and not is_initial(given):
        return False
    for _ in range(2):
        end = run_at(text, at)
        if end is None or end - at > 14 or is_word(text[at:end]) or stop_at(text, at, end):
            return False
        if closed_name(text, end, POST):
            return True
        gap = GAP.match(text, end)
        if gap is None:
            return False
        at = gap.end()
    return False


def family_first_name(text: str, first: tuple[int, int], second: tuple[int, int]) -> NameParts:
    parts = long_name(text, first, second)
    if parts:
        return parts
    if is_no_family(text[first[0] : second[1]].split()):
        return NameParts((first[0], second[1]), None, second[1], 0.8, False)
    return NameParts(second, first, second[1], 0.8, False)


def opens_with_family(first: str, second: str) -> bool:
    """Does a name of another country stand family name first?"""
    if first in family_first():
        return not _THAI_ONLY.search(second)
    return bool(_JAPANESE.search(first)) and not _JAPANESE.search(second)
