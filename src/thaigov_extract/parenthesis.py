"""Find the parentheses of a text and read what stands inside them.

The Latin-script side of a term pair: which brackets belong together, whether
the inside names something at all, and which part of it is the English name
and which the abbreviation.  The Thai side is :mod:`.align`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import frozen

from .lexicon import read_table
from .prepared import compiled, prepared

Offsets = tuple[int, int]

LONGEST = 420
"""Code points that a pair of brackets may span; longer ones were never closed."""

_BRACKET = compiled(r"[()\[\]（）]")
_CLOSE = {")": "(", "]": "[", "）": "（"}
_LATIN = compiled(r"[A-Za-zÀ-ɏ]")
_THAI = compiled(r"[ก-๎]")
_OPENING_QUOTES = "“\"'‘«"
_CLOSING_QUOTES = "”\"'’»"

_ADDRESS = compiled(
    r"https?:|www\.|(?<![a-z0-9])@[a-z_]|@[\w-]+\.\w|^email\W{0,2}protected$|[a-z0-9]\.(?:com|org|net|info|asia|(?:co|go|or|ac|in|mi)\.th)(?![a-z])",
    regex.IGNORECASE,
)
_NUMERAL = compiled(r"(?:[ivx]{1,5}|[IVX]{2,5}|[A-Za-z])[.)]?")
_RATE = compiled(
    r"[%+\-–. \d]*(?:[yqm] ?-? ?o ?-? ?[yqm]|ytd|year[ -]on[ -]year|year to date|sa|tha|a{2,3}[+-]?|n\.?a\.?)[%+\-–., :\d]*",
    regex.IGNORECASE,
)
# A measure (12.5 km), a room or flight code, a sum of money: figures with at most a unit; a rate (MRR-1.5%).
_MEASURE = compiled(
    r"[^A-Za-z]*\d[^A-Za-z]*(?:[A-Za-z]{1,3}\.?|[ap]\.m\.)?[^A-Za-z]*|[<>=≥≤+\-].*|[A-Z]{2,4} ?[-+–] ?\d[\d.]* ?%.*"
)
_CODE = compiled(
    r"(?:Hall|Room|Booth|Zone|Gate|Terminal|Line ID|ID|Tel|Fax|Page)\b.*\d.*", regex.IGNORECASE
)
# A Thai head before the short name, a Thai gloss or year after the name.
_THAI_HEAD = compiled(r"(?:สำนักงาน|ศูนย์|โครงการ|ร่าง|ระบบ|มาตรฐาน) *(?=[A-Z])")
_THAI_TAIL = compiled(r" *(?:หรือ *[ก-๎]+|(?:ปี|ค\.ศ\.|พ\.ศ\.) *\d{4}(?: *[-–] *\d{4})?|ครั้งที่ *\d+)$")
# What introduces the name without being part of it.
_LEAD = compiled(
    r"(?:(?:หรือ|และ)?(?:มี)?(?:ที่)?(?:ชื่อ|คำ)?(?:ภาษา)?(?:อังกฤษ|ลาติน)|(?:หรือ)?(?:ที่)?(?:เรียก|ใช้)"
    r"(?:กัน|โดย|ชื่อ)*(?:ย่อ)?ว่า|(?:ชื่อ|อักษร|ตัว)ย่อ(?:ว่า)?|หรือ|ชื่อวิทยาศาสตร์|เรียก|ย่อว่า|(?:ร่าง|เอกสาร)(?= ?[A-Z])) *[:：]? *"
)
_THAI_ABBREVIATION = compiled(r"(?:[ก-ฮ]{1,5}\.){1,4} *(?:หรือ|[/,:–-])? *")
_OR = r"(?:หรือ(?:ที่)?(?:เรียก|ใช้)?(?:กัน|โดย|ชื่อ)*(?:ย่อ)?(?:ว่า)?|(?:เรียก|ใช้)(?:โดย|ชื่อ)*ย่อว่า|(?:ชื่อ|อักษร|ตัว)?ย่อ(?:ว่า)?)"
_COLON = compiled(r" *(?:[:：;=]| " + _OR + r"|" + _OR + r"| or (?=[A-Z]{2})) *")
_DASH = compiled(r" +[-–—] *| *[-–—] +|[–—]")
_WORD = compiled(r"[^\s/&,.;:–—-]+")
_HYPHENED = compiled(r"[A-Z]{2,}-[A-Za-z]{2,12}")
# `O3`, `K-9`, `L6`, `R & D`
_LETTER_NUMBER = compiled(r"[A-Z]-?\d{1,2}|[A-Z] ?& ?[A-Z]")
# `S-Curve`, `M-Flow`, `Vice-Chair` are words, `E-GP` and `COVID-19` are not
_HYPHENED_WORD = compiled(r"(?<![A-Za-z])(?:[A-Z]|[A-Z][a-z]+)-[A-Z][a-z]{3}")
_LOWER = compiled(r"[a-z]{4}")
_LOWER_RUN = compiled(r"[a-zß-ÿ]{5}")
_MINOR = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "on",
        "in",
        "to",
        "with",
        "by",
        "from",
        "at",
        "as",
        "or",
        "its",
        "de",
        "la",
        "le",
        "du",
        "des",
        "et",
        "&",
        "into",
        "under",
    ]
)
_COUNTING = frozenset("one two three four five six seven eight nine ten".split())
_COMPANY = frozenset("ltd limited inc co plc corp llc gmbh m.d md ph.d phd mph mba".split())
"""What follows a comma or a full stop in the name of a company, or of a person with a degree."""

# Labels that make a short name of capitals a version of itself, not a phrase.
_VERSION = frozenset(["plus", "pro", "max", "lite", "mini", "next", "app", "one", "online"])
_TITLE = compiled(
    r"(?:The |Rt\. ?)*(?:H\. ?E\b|Mr\b|Mrs\b|Ms\b|Dr\b|Prof\b|Professor (?=[A-Z])|Sir [A-Z]|Dame [A-Z]|Lord [A-Z]"
    r"|Lady [A-Z]|(?:Right )?Honou?rable\b|Hon\.|(?:His|Her) (?:Excellency|Royal|Majesty|Highness)"
    r"|(?:Gen|Lt|Col|Maj|Capt|Adm|Pol|ACM)\. ?(?:[A-Z][a-z]*\. ?)*[A-Z]|Datuk\b|Dato\b)"
)
_OFFICE = compiled(
    r"[,;] ?| +(?:[-–] )?(?=(?:Director|President|Chairman|Chairperson|Chief|CEO|Minister|Ambassador"
    r"|Permanent|Secretary|Governor|Managing|Executive|Head|Vice|Deputy|Prime|Commissioner|Chargé)(?![a-z]))"
)


@frozen
class Inside:
    """The readable inside of a parenthesis.

    Attributes:
        english: Offsets of the English name, or ``None``.
        abbreviation: Offsets of the abbreviation, or ``None``.
    """

    english: Offsets | None
    abbreviation: Offsets | None


@frozen
class Parenthesis:
    """A pair of brackets.

    Attributes:
        start: Offset of the opening bracket.
        end: Offset after the closing bracket, or after the Latin run where it was never closed.
        inner: Offsets of the inside.
        depth: 0 for one that stands in no other.
    """

    start: int
    end: int
    inner: Offsets
    depth: int


def parentheses(text: str) -> Iterator[Parenthesis]:
    """Yield every bracketed stretch that holds a Latin letter, outer before inner.

    Args:
        text: Folded text.

    Yields:
        Balanced pairs over at most two lines; an opening bracket that is never
        closed is given up to the end of the Latin run after it.
    """
    found: list[Parenthesis] = []
    stack: list[tuple[int, str]] = []
    for hit in _BRACKET.finditer(text):
        place, bracket = hit.start(), hit[0]
        while stack and _broken(text, stack[-1][0], place):
            found += _unclosed(text, stack.pop()[0], len(stack))
        if bracket not in _CLOSE:
            stack.append((place, bracket))
        elif stack and stack[-1][1] == _CLOSE[bracket]:
            opened = stack.pop()[0]
            if _LATIN.search(text, opened + 1, place):
                found.append(Parenthesis(opened, place + 1, (opened + 1, place), len(stack)))
    while stack:
        found += _unclosed(text, stack.pop()[0], len(stack))
    # A bracket that was never closed does not nest what follows it.
    yield from sorted(found, key=lambda p: p.start)


def _broken(text: str, opened: int, here: int) -> bool:
    if here - opened > LONGEST:
        return True
    line_end = text.find("\n", opened, here)
    return line_end >= 0 and text.find("\n", line_end + 1, here) >= 0


_LATIN_RUN = compiled(r" *([A-Z][A-Za-zÀ-ɏ0-9 .,:&’'/–-]{1,120}[A-Za-z0-9])(?= *(?:[ก-๎\n“”\"]|$))")


def _unclosed(text: str, opened: int, depth: int) -> list[Parenthesis]:
    run = _LATIN_RUN.match(text, opened + 1)
    if run is None:
        return []
    return [Parenthesis(opened, run.end(), run.span(1), depth)]


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
    quoted = text[max(0, start - 4) : start].rstrip(" ([")[-1:] in tuple(_CLOSING_QUOTES)
    start, end = _trim(text, start, end)
    lead = _LEAD.match(text, start, end)
    if lead:
        start = lead.end()
    own = _THAI_ABBREVIATION.match(text, start, end) or _THAI_HEAD.match(text, start, end)
    if own:
        start = own.end()
    tail = _THAI_TAIL.search(text[start:end])
    if tail and _LATIN.search(text, start, start + tail.start()):
        end = start + tail.start()
    start, end = _trim(text, start, end)
    content = text[start:end]
    if not _LATIN.search(content) or _ADDRESS.search(content):
        return None
    if any(p.fullmatch(content) for p in (_NUMERAL, _RATE, _MEASURE, _CODE)):
        return None
    parts = _split(text, start, end)
    if parts is None:
        return None
    english, abbreviation = parts
    for part in (english, abbreviation):
        if part and _THAI.search(_BETWEEN_NAMES.sub(" ", text[part[0] : part[1]])):
            return None
    if english and abbreviation is None:
        name = text[english[0] : english[1]]
        person = _TITLE.match(name)
        if not person and not quoted and _is_list(name):
            return None
        if person:
            office = _OFFICE.search(text, english[0] + 8, english[1])
            if office and office.start() > english[0] + 8:
                english = _trim(text, english[0], office.start())
    return Inside(english, abbreviation)


_BETWEEN_NAMES = compiled(r" *หรือ *")
_ITEM_ENDS = compiled(r"[,;]| / ")


def is_person(name: str) -> bool:
    """Whether an English name starts with a personal or courtesy title (``H.E. Mr.``)."""
    return _TITLE.match(name) is not None


def _trim(text: str, start: int, end: int) -> Offsets:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    if end - start > 2 and text[start] in _OPENING_QUOTES and text[end - 1] in _CLOSING_QUOTES:
        return _trim(text, start + 1, end - 1)
    return start, end


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


def looks_abbreviated(form: str) -> bool:
    """Whether a Latin form is a short name: capitals, at most three words, a version label.

    ``MOU``, ``SDGs``, ``e-GP``, ``COP 26``, ``PHER plus`` are; ``CWIE DAY``, ``Big Data`` are not.
    """
    words = form.split()
    if not words or len(form) > 22 or len(words) > 3:
        return False
    if _LETTER_NUMBER.fullmatch(form):
        return True
    if _HYPHENED_WORD.search(form):
        return False
    if sum(c.isupper() for c in form) < 2 or _LOWER_RUN.search(form):
        return False
    plain = [w for w in words if not any(c.isdigit() for c in w) and w not in "-–/&+."]
    if len(plain) <= 1:
        return True
    short = [w for w in plain if w.lower() not in _VERSION]
    return len(short) == 1 and sum(c.isupper() for c in short[0]) >= 2


@prepared
def _small_names() -> frozenset[str]:
    """Abbreviations that their owners write in small letters (``depa``)."""
    return frozenset(short for short in _full_names() if short.islower())


def _is_capitals(word: str) -> bool:
    """A word of a short name of several: `3P` Safety, `WAS` Basin, `SMEs` Bank."""
    capitals = sum(c.isupper() for c in word)
    return capitals > 0 and capitals + sum(map(str.isdigit, word)) > 1 and not _LOWER.search(word)


@prepared
def _full_names() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("align_abbreviations")}


def _short_form(form: str) -> bool:
    """A short form beside its full name: looser, since the full name vouches for it."""
    words = form.split()
    if not words or len(form) > 26 or len(words) > 3:
        return False
    if form.rstrip(".").lower() in _COMPANY:
        return False
    if len(words) == 1:
        return sum(c.isupper() for c in form) >= 2 and not _LOWER_RUN.search(form)
    return any(map(_is_capitals, words))


def half_abbreviated(name: str) -> bool:
    """Whether a name of two or three words holds one of capitals (``RICE BANK``, ``UN Women``).

    Such a form may as well be a short name as a whole.
    """
    words = name.split()
    return 1 < len(words) < 4 and any(map(_is_capitals, words))


def initials_match(short: str, name: str) -> bool:
    """Whether the letters of *short* occur in order in *name*, most of them at word starts."""
    letters = [c for c in short.lower() if c.isalpha()]
    if len(letters) > 2 and letters[-1] == "s" and short.endswith("s"):
        letters.pop()
    words = [w.lower() for w in _WORD.findall(name)]
    if not letters or not words:
        return False
    flat = " " + " ".join(words)
    place, starts = 0, 0
    for letter in letters:
        at_start = flat.find(" " + letter, place)
        anywhere = flat.find(letter, place)
        if at_start >= 0:
            place, starts = at_start + 2, starts + 1
        elif anywhere >= 0:
            place = anywhere + 1
        else:
            return False
    return starts * 2 >= len(letters)


def _split(text: str, start: int, end: int) -> tuple[Offsets | None, Offsets | None] | None:
    nested = _nested(text, start, end)
    if nested is not None:
        return nested
    colons = list(_COLON.finditer(text, start, end))
    if len(colons) == 1 or (len(colons) > 1 and "/" not in text[start:end]):
        for hit in reversed(colons):
            pair = _sides(text, (start, hit.start()), (hit.end(), end), sure=True)
            if pair is not None:
                return pair
    if not colons:
        for hit in _DASH.finditer(text, start, end):
            pair = _sides(text, (start, hit.start()), (hit.end(), end), sure=False)
            if pair is not None:
                return pair
        comma = text.rfind(",", start, end)
        if comma > start:
            pair = _sides(text, (start, comma), (comma + 1, end), sure=False)
            if pair is not None:
                return pair
    pair = _unseparated(text, start, end)
    if pair is not None:
        return pair
    whole = (start, end)
    if looks_abbreviated(text[start:end]) or text[start:end] in _small_names():
        return None, whole
    return whole, None


def _unseparated(text: str, start: int, end: int) -> tuple[Offsets, Offsets] | None:
    """`Community Rice Fund CRF`: the initials of all words but one are that one."""
    content = text[start:end]
    words = [w.span() for w in _WORD.finditer(content)]
    if len(words) < 4:
        return None
    for (a, b), (c, d) in (
        (words[-1], (words[0][0], words[-2][1])),
        (words[0], (words[1][0], words[-1][1])),
    ):
        short, name = content[a:b], content[c:d]
        capitals = "".join(x for x in short if x.isupper())
        if len(capitals) < 3 or not _is_capitals(short):
            continue
        letters = "".join(w[0] for w in _WORD.findall(name) if w[0].isupper())
        if capitals in (letters, _first_letters(name).upper()):
            return (start + c, start + d), (start + a, start + b)
    return None


def _sides(
    text: str, left: Offsets, right: Offsets, *, sure: bool
) -> tuple[Offsets, Offsets] | None:
    """Decide which side of a separator is the name; ``None`` where neither abbreviates."""
    left, right = _trim(text, *left), _trim(text, *right)
    head = _THAI_HEAD.match(text, *right)
    if head:
        right = _trim(text, head.end(), right[1])
    a, b = text[left[0] : left[1]], text[right[0] : right[1]]
    if not _LATIN.search(a) or not _LATIN.search(b):
        return None
    if sure:
        # `NEC - Creative LANNA`: what follows the abbreviation is a slogan.
        tail = _DASH.search(b)
        if tail and _short_form(b[: tail.start()]) and not _short_form(b):
            right = _trim(text, right[0], right[0] + tail.start())
            b = text[right[0] : right[1]]
    b_short, a_short = _short_form(b), _short_form(a)
    if sure and _HYPHENED.fullmatch(b) and len(b) < len(a):
        return left, right
    if b_short and initials_match(b, a) and len(b) < len(a):
        return left, right
    if a_short and initials_match(a, b) and len(a) < len(b):
        return right, left
    if (
        b_short
        and not a_short
        and (sure or (len(b.split()) == 1 and b.isupper() and len(a.split()) > 2))
    ):
        return left, right
    if not sure:
        return None
    # `Person to Person: P to P`
    if len(b) <= 8 and len(b) * 2 < len(a) and _first_letters(b) == _first_letters(a):
        return left, right
    if b.islower() and 3 <= len(b) <= 8 and b == _first_letters(a):
        return left, right
    if a_short and not b_short and len(a.split()) == 1:
        return None if _names_another(a, b) else (right, left)
    if a_short and b_short:
        return (left, right) if len(a) >= len(b) else (right, left)
    # `Saudi Arabian Airlines : Saudia`, `Realize : R`: clipped rather than abbreviated.
    start = b.lower() if len(b) <= 3 else b.lower()[:3]
    clipped = len(b.split()) == 1 and len(b) < len(a) and len(b) <= 12
    if clipped and a.lower().startswith(start[:1] if len(b) <= 3 else start):
        return left, right
    return None


def _first_letters(name: str) -> str:
    return "".join(word[0].lower() for word in _WORD.findall(name))


def _names_another(short: str, name: str) -> bool:
    """`ASEAN: Growing Together`: the short name is known for something else, so it is no abbreviation."""
    known = _full_names().get(short)
    return known is not None and not initials_match(short, name)


_NESTED = compiled(r"[(\[]([^()\[\]]*)[)\]]")


def _nested(text: str, start: int, end: int) -> tuple[Offsets | None, Offsets | None] | None:
    inner = None
    for hit in _NESTED.finditer(text, start, end):
        if _LATIN.search(hit[1]):
            inner = hit
            break
    if inner is None:
        return None
    a, b = _trim(text, *inner.span(1)), _trim(text, start, inner.start())
    short, outer = text[a[0] : a[1]], text[b[0] : b[1]]
    if not outer or _THAI.search(short):
        return None
    if inner.end() >= end:
        if _short_form(short) or (len(short.split()) == 1 and initials_match(short, outer)):
            return b, a
        if _short_form(outer) and not _THAI.search(outer):
            return a, b
        return None
    if _short_form(short):
        # `Senior Officials Committee … (SOCA) Retreat`: the name keeps the inner bracket.
        return _trim(text, start, end), a
    return None
