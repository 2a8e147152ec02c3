"""Read what stands inside a parenthesis: an English name, an abbreviation, both or nothing of the kind."""

from __future__ import annotations

import regex
from attrs import frozen

from .abbreviation import CLOSING_QUOTES, THAI, THAI_HEAD, name_and_abbreviation, trimmed
from .parenthesis import LATIN, Offsets
from .prepared import compiled

_ADDRESS = compiled(
    r"https?:|www\.|(?<![a-z0-9])@[a-z_]|@[\w-]+\.\w|^email\W{0,2}protected$|[a-z0-9]\.(?:com|org|net|info|asia|(?:co|go|or|ac|in|mi)\.th)(?![a-z])",
    regex.IGNORECASE,
)
_NUMERAL = compiled(r"(?:[ivx]{1,5}|[IVX]{2,5}|[A-Za-z])[.)]?")
_RATE = compiled(
    r"[%+\-–. \d]*(?:[yqm] ?-? ?o ?-? ?[yqm]|ytd|year[ -]on[ -]year|year to date|sa|tha|a{2,3}[+-]?|n\.?a\.?)[%+\-–., :\d]*",
    regex.IGNORECASE,
)
# A measure (12.5 km), a room or flight code, a sum of money: figures with at most a unit; a rate (MRR-1.5%, DRC 60%).
_MEASURE = compiled(
    r"[^A-Za-z]*\d[^A-Za-z]*(?:[A-Za-z]{1,3}\.?|[ap]\.m\.)?[^A-Za-z]*|[<>=≥≤+\-].*|[A-Z]{2,4} ?[-+–]? ?\d[\d.]* ?%.*"
)
_CODE = compiled(
    r"(?:Hall|Room|Booth|Zone|Gate|Terminal|Line ID|ID|Tel|Fax|Page)\b.*\d.*", regex.IGNORECASE
)
# A Thai gloss or year after the name.
_THAI_TAIL = compiled(r" *(?:หรือ *[ก-๎]+|(?:ปี|ค\.ศ\.|พ\.ศ\.) *\d{4}(?: *[-–] *\d{4})?|ครั้งที่ *\d+)$")
# What introduces the name without being part of it.
_LEAD = compiled(
    r"(?:(?:หรือ|และ)?(?:มี)?(?:ที่)?(?:ชื่อ|คำ)?(?:ภาษา)?(?:อังกฤษ|ลาติน)|(?:หรือ)?(?:ที่)?(?:เรียก|ใช้)"
    r"(?:กัน|โดย|ชื่อ)*(?:ย่อ)?ว่า|(?:ชื่อ|อักษร|ตัว)ย่อ(?:ว่า)?|หรือ|ชื่อวิทยาศาสตร์|เรียก|ย่อว่า|(?:ร่าง|เอกสาร)(?= ?[A-Z])) *[:：]? *"
)
_THAI_ABBREVIATION = compiled(r"(?:[ก-ฮ]{1,5}\.){1,4} *(?:หรือ|[/,:–-])? *")
_MINOR = frozenset(
    "the a an of for and on in to with by from at as or its de la le du des et & into under".split()
)
_COUNTING = frozenset("one two three four five six seven eight nine ten".split())
_TITLE = compiled(
    r"(?:The |Rt\. ?)*(?:H\. ?E\b|Mr\b|Mrs\b|Ms\b|Dr\b|Prof\b|Professor (?=[A-Z])|Sir [A-Z]|Dame [A-Z]|Lord [A-Z]"
    r"|Lady [A-Z]|(?:Right )?Honou?rable\b|Hon\.|(?:His|Her) (?:Excellency|Royal|Majesty|Highness)"
    r"|(?:Gen|Lt|Col|Maj|Capt|Adm|Pol|ACM)\. ?(?:[A-Z][a-z]*\. ?)*[A-Z]|Datuk\b|Dato\b)"
)
_OFFICE = compiled(
    r"[,;] ?| +(?:[-–] )?(?=(?:Director|President|Chairman|Chairperson|Chief|CEO|Minister|Ambassador"
    r"|Permanent|Secretary|Governor|Managing|Executive|Head|Vice|Deputy|Prime|Commissioner|Chargé)(?![a-z]))"
)
_BETWEEN_NAMES = compiled(r" *หรือ *")
_ITEM_ENDS = compiled(r"[,;]| / ")


@frozen
class Inside:
    """The readable inside of a parenthesis.

    Attributes:
        english: Offsets of the English name, or ``None``.
        abbreviation: Offsets of the abbreviation, or ``None``.
    """

    english: Offsets | None
    abbreviation: Offsets | None


def read_inside(text: str, start: int, end: int) -> Inside | None:
    """Split what a parenthesis holds into English name and abbreviation.

    Args:
        text: Folded text.
        start: Offset after the opening bracket.
        end: Offset of the closing bracket.

    Returns:
        The parts, or ``None`` where it holds no name: an address, a remark, a
        list, a rate label, a numeral, a measure.
    """
    quoted = text[max(0, start - 4) : start].rstrip(" ([")[-1:] in tuple(CLOSING_QUOTES)
    start, end = trimmed(text, start, end)
    lead = _LEAD.match(text, start, end)
    if lead:
        start = lead.end()
    own = _THAI_ABBREVIATION.match(text, start, end) or THAI_HEAD.match(text, start, end)
    if own:
        start = own.end()
    tail = _THAI_TAIL.search(text[start:end])
    if tail and LATIN.search(text, start, start + tail.start()):
        end = start + tail.start()
    start, end = trimmed(text, start, end)
    content = text[start:end]
    if not LATIN.search(content) or _ADDRESS.search(content):
        return None
    if any(p.fullmatch(content) for p in (_NUMERAL, _RATE, _MEASURE, _CODE)):
        return None
    english, abbreviation = name_and_abbreviation(text, start, end)
    for part in (english, abbreviation):
        if part and THAI.search(_BETWEEN_NAMES.sub(" ", text[part[0] : part[1]])):
            return None
    if english and abbreviation is None:
        name = text[english[0] : english[1]]
        person = _TITLE.match(name)
        if not person and not quoted and _is_list(name):
            return None
        if person:
            office = _OFFICE.search(text, english[0] + 8, english[1])
            if office and office.start() > english[0] + 8:
                english = trimmed(text, english[0], office.start())
    return Inside(english, abbreviation)


def is_person(name: str) -> bool:
    """Whether an English name starts with a personal or courtesy title (``H.E. Mr.``)."""
    return _TITLE.match(name) is not None


def _is_list(name: str) -> bool:
    """Two or more short items side by side, without the *and* of a long name.

    After a quotation (``“ใจพร้อม เมืองพร้อม” (Ready Hearts, Ready Towns)``) they are a slogan.
    """
    if name.count("หรือ") > 1:
        return True
    items = [item.split() for item in _ITEM_ENDS.split(name)]
    if len(items) < 2:
        return False
    if any(word.lower() in _MINOR or word == "&" for item in items for word in item):
        return False
    longest = max(map(len, items))
    if name.endswith((".", "!")) and "," in name:
        return False  # a slogan: Learn, Share, Grow.
    if len(items) == 2:
        # a slogan (Grow Rice, Grow Power; Two Cities, One River), a place with its city, alternatives
        first = items[0][:1]
        if first == items[1][:1] or (first and first[0].lower() in _COUNTING) or " / " in name:
            return False
        return longest <= 2
    return longest <= 3
