"""Which Latin form is short for which: what looks abbreviated, whose initials it holds, which part of
a parenthesis is the name and which the abbreviation."""

from __future__ import annotations

from .lexicon import read_table
from .parenthesis import LATIN, Offsets
from .prepared import compiled, prepared

THAI = compiled(r"[ก-๎]")
_OPENING_QUOTES = "“\"'‘«"
CLOSING_QUOTES = "”\"'’»"

THAI_HEAD = compiled(r"(?:สำนักงาน|ศูนย์|โครงการ|ร่าง|ระบบ|มาตรฐาน) *(?=[A-Z])")
"""A Thai head before the short name."""

_OR = r"(?:หรือ(?:ที่)?(?:เรียก|ใช้)?(?:กัน|โดย|ชื่อ)*(?:ย่อ)?(?:ว่า)?|(?:เรียก|ใช้)(?:โดย|ชื่อ)*ย่อว่า|(?:ชื่อ|อักษร|ตัว)?ย่อ(?:ว่า)?)"
_COLON = compiled(r" *(?:[:：;=]| " + _OR + r"|" + _OR + r"| or (?=[A-Z]{2})) *")
_DASH = compiled(r" +[-–—] *| *[-–—] +|[–—]")
_WORD = compiled(r"[^\s/&,.;:–—-]+")
_HYPHENED = compiled(r"[A-Z]{2,}-[A-Za-z]{2,12}")
# `O3`, `K-9`, `L6`, `R & D`
_LETTER_NUMBER = compiled(r"[A-Z]-?\d{1,2}|[A-Z] ?& ?[A-Z]")
# `S-Curve`, `M-Flow`, `Vice-Chair` are words, `E-GP` and `COVID-19` are not
_HYPHENED_WORD = compiled(r"(?<![A-Za-z])(?:[A-Z]|[A-Z][a-z]+)-[A-Z][a-z]{3}")
# `FinTech`, `GreenTech`: words written together
_WORDS_IN_ONE = compiled(r"(?:[A-Z][a-z]{2,}){2,}")
_LOWER = compiled(r"[a-z]{4}")
_LOWER_RUN = compiled(r"[a-zß-ÿ]{5}")
_COMPANY = frozenset("ltd limited inc co plc corp llc gmbh m.d md ph.d phd mph mba".split())
"""What follows a comma or a full stop in the name of a company, or of a person with a degree."""

# Labels that make a short name of capitals a version of itself, not a phrase.
_VERSION = frozenset(["plus", "pro", "max", "lite", "mini", "next", "app", "one", "online"])
_NESTED = compiled(r"[(\[]([^()\[\]]*)[)\]]")


def name_and_abbreviation(text: str, start: int, end: int) -> tuple[Offsets | None, Offsets | None]:
    """Tell the name from the abbreviation in what a parenthesis holds.

    Args:
        text: Folded text.
        start: Offset of the first code point of the content, white space trimmed.
        end: Offset after the last.

    Returns:
        Offsets of the name and of the abbreviation; ``None`` for the one that is not there.
    """
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
    left, right = trimmed(text, *left), trimmed(text, *right)
    head = THAI_HEAD.match(text, *right)
    if head:
        right = trimmed(text, head.end(), right[1])
    a, b = text[left[0] : left[1]], text[right[0] : right[1]]
    if not LATIN.search(a) or not LATIN.search(b):
        return None
    if sure:
        # `NEC - Creative LANNA`: what follows the abbreviation is a slogan.
        tail = _DASH.search(b)
        if tail and _short_form(b[: tail.start()]) and not _short_form(b):
            right = trimmed(text, right[0], right[0] + tail.start())
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


def _nested(text: str, start: int, end: int) -> tuple[Offsets | None, Offsets | None] | None:
    inner = None
    for hit in _NESTED.finditer(text, start, end):
        if LATIN.search(hit[1]):
            inner = hit
            break
    if inner is None:
        return None
    a, b = trimmed(text, *inner.span(1)), trimmed(text, start, inner.start())
    short, outer = text[a[0] : a[1]], text[b[0] : b[1]]
    if not outer or THAI.search(short):
        return None
    if inner.end() >= end:
        if _short_form(short) or (len(short.split()) == 1 and initials_match(short, outer)):
            return b, a
        if _short_form(outer) and not THAI.search(outer):
            return a, b
        return None
    if _short_form(short):
        # `Senior Officials Committee … (SOCA) Retreat`: the name keeps the inner bracket.
        return trimmed(text, start, end), a
    return None


def looks_abbreviated(form: str) -> bool:
    """Whether a Latin form is a short name: capitals, at most three words, a version label.

    ``MOU``, ``SDGs``, ``e-GP``, ``COP 26``, ``PHER plus`` are; ``CWIE DAY``, ``Big Data``, ``FinTech`` are not.
    """
    words = form.split()
    if not words or len(form) > 22 or len(words) > 3:
        return False
    if _LETTER_NUMBER.fullmatch(form):
        return True
    if _HYPHENED_WORD.search(form) or _WORDS_IN_ONE.fullmatch(form):
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


def _first_letters(name: str) -> str:
    return "".join(word[0].lower() for word in _WORD.findall(name))


def _names_another(short: str, name: str) -> bool:
    """`ASEAN: Growing Together`: the short name is known for something else, so it is no abbreviation."""
    known = _full_names().get(short)
    return known is not None and not initials_match(short, name)


def trimmed(text: str, start: int, end: int) -> Offsets:
    """Return the offsets without white space, separators and a pair of quotation marks around."""
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    if end - start > 2 and text[start] in _OPENING_QUOTES and text[end - 1] in CLOSING_QUOTES:
        return trimmed(text, start + 1, end - 1)
    return start, end
