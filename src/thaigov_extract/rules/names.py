"""Named persons: a prefix (``นางสาว``, ``พล.ต.อ.``, ``ศ.ดร.``) and the name that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import evolve

from ..candidate import Candidate
from ..context import Context
from ..lexicon import WordsByStart, read_table
from ..overlap import outside_names
from ..prepared import compiled, prepared
from ..rule import Rule
from .bare_names import RULE_ID as BARE_ID
from .bare_names import bare_mentions
from .name_parts import NameParts, closed_name, parse_name
from .name_words import (
    FIRM,
    LETTERS,
    chain_pattern,
    common_names,
    family_first,
    family_names,
    given_names,
    honorifics,
    last_prefix,
    left_words,
    longest_name,
    names_thing,
    stop_at,
)
from .reasons import explain_bare_name, explain_name

RULE_ID = "official.prefixed"
UNPREFIXED_ID = "official.unprefixed"

# After these a name may stand without a prefix; both its parts must then be in the gazetteers.
_BEFORE_NAMES = (
    "รมว.", "รมช.", "รมต.", "ส.ส.", "สส.", "ส.ว.", "สว.", "ดิฉัน", "กับผม", "นายกฯ", "นายกรัฐมนตรี",
    "ประธานาธิบดี", "ปธน.", "รัฐมนตรี", "โฆษก", "#",
)  # fmt: skip
_MONKS = ("พระ", "พระอาจารย์", "พระครู", "พระมหา", "หลวงพ่อ", "หลวงปู่", "สมเด็จ")
_SPEAKER = ("ดิฉัน", "กับผม")

_SPACES = compiled(r" {0,24}+")
_THAI = compiled(rf"[{LETTERS}]")
_LATIN = compiled(r"\p{Latin}")
_THAI_NEXT = compiled(rf"[ ,]{{0,3}}+[{LETTERS}]")
_LETTERS = compiled(rf"[{LETTERS}ฯ]{{1,200}}+")
_LETTER_HEAD = compiled("[ก-ฮเ-ไ]")
# the prefix is the tail of a longer abbreviation (อ.ก.ค.|ศ.); 10.30 น. is none
_ABBREVIATED = compiled(r"(?<![0-9] )(?<![0-9ก-๎])[ก-ฮ]\.$|\.[ก-ฮ]\.$")
_BRACKET = compiled(r" {0,2}\( ?")
_CLAUSE = compiled("ได้|ให้|อาจ|จะ|ไม่|คง|เป็น|ถูก|จึง|ยัง|ซึ่ง|ว่า|ที่|ของ|น่า")
_COUNTED = compiled(r"[0-9] ?$")
_PLACES = 20
"""Other places of a name that are looked at: enough for a release, few for a hostile text."""
_OPENING = " “\"'‘(["


@cache
def _traps() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("name_traps")}


@prepared
def _traps_by_start() -> WordsByStart:
    return WordsByStart(_traps())


def name_rules() -> tuple[Rule, ...]:
    """Return the rules that find named persons by their prefix.

    Returns:
        Rules of kind ``official``; their candidates hold the slots ``prefix``,
        ``given`` and ``family`` (absent where the text does not give it); the value
        ``same_as`` of a Latin name is the offset of the Thai form in parentheses after it.
    """
    return (
        Rule(
            id=RULE_ID,
            kind="official",
            triggers=tuple(honorifics()),
            match=_match,
            priority=0,
            evidence=explain_name,
            examples=(
                (
                    "โดยมีนายสมชาย ใจดี ปลัดกระทรวงการคลัง เป็นประธาน",
                    [_stated("นายสมชาย ใจดี", prefix="นาย", given="สมชาย", family="ใจดี")],
                ),
                (
                    "นางพัชรี กล่าวว่า โครงการนี้",
                    [_stated("นางพัชรี", prefix="นาง", given="พัชรี")],
                ),
                (
                    "และ ศ.ดร.สมหญิง รักไทย อธิการบดี",
                    [_stated("ศ.ดร.สมหญิง รักไทย", prefix="ศ.ดร.", given="สมหญิง", family="รักไทย")],
                ),
                (
                    "นาย Charles Brown รองประธานสภาธุรกิจ",
                    [_stated("นาย Charles Brown", prefix="นาย", given="Charles", family="Brown")],
                ),
            ),
            counterexamples=(
                "นายกรัฐมนตรีพบนายอำเภอและนายทะเบียน",
                "เดือนมิถุนายนและเมษายน",
                "พัฒนางานให้มีคุณภาพ",
            ),
        ),
        Rule(
            id=UNPREFIXED_ID,
            kind="official",
            triggers=_BEFORE_NAMES,
            match=_match_unprefixed,
            priority=0,
            evidence=explain_name,
            examples=(
                (
                    "รมว.สุชาติ ชมกลิ่น ลงพื้นที่",
                    [_stated("สุชาติ ชมกลิ่น", given="สุชาติ", family="ชมกลิ่น")],
                ),
                (
                    "กับดิฉัน ไตรศุลี ไตรสรณกุล รองโฆษก",
                    [_stated("ไตรศุลี ไตรสรณกุล", given="ไตรศุลี", family="ไตรสรณกุล")],
                ),
                (
                    "#วราวุธศิลปอาชา",
                    [_stated("วราวุธศิลปอาชา", given="วราวุธ", family="ศิลปอาชา")],
                ),
            ),
            counterexamples=("นายกรัฐมนตรี กล่าวว่า", "#วันสงกรานต์", "รมว.แรงงาน ลงพื้นที่"),
        ),
        Rule(
            id=BARE_ID,
            kind="official",
            match=_match_bare,
            whole_text=True,
            priority=0,
            evidence=explain_bare_name,
            after="term",
            examples=(
                (
                    "นายดนัย ใจงาม รมว.แรงงาน เปิดงาน “ดนัย” ย้ำว่าพร้อม",
                    [_stated("ดนัย", given="ดนัย")],
                ),
                (
                    "นางสาวปรียา แสงทอง เป็นประธาน โดยปรียา แสงทอง กล่าวว่า #ปรียา",
                    [_stated("ปรียา", given="ปรียา")],
                ),
            ),
            counterexamples=(
                "นายดนัย ใจงาม รมว.แรงงาน เปิดงาน",
                "นายสันติ ใจงาม กล่าวว่า ทุกฝ่ายต้องการสันติสุข",
                "ดนัย เปิดงาน",
            ),
        ),
    )


def _stated(text: str, **parts: str) -> dict[str, str]:
    """A name as an example states it."""
    return {"text": text, **parts}


def _match_bare(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Find prefix-less uses of the names that the text gives with a prefix."""
    people = outside_names(context.found("official"), context.found("agency"), {})
    return iter(bare_mentions(context.text, people))


def _match_unprefixed(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Find a name of the gazetteers, given and family, after a post, a pronoun or a hash sign."""
    text = context.text
    gap = _SPACES.match(text, end)
    at = gap.end() if gap else end
    parts = _gazetteer_name(text, at, glued=text[start:end] == "#")
    if parts is None and text[start:end] in _SPEAKER:
        name = parse_name(text, at)
        if name and name.given and name.family and closed_name(text, name.end):
            parts = name.given, name.family
    if parts is None and text[start:end] in _HEADS_OF_STATE:
        parts = _family_first_name(text, at)
    if parts is None:
        return
    given, family = parts
    yield Candidate(
        kind="official",
        start=min(given[0], family[0]),
        end=max(given[1], family[1]),
        rule=UNPREFIXED_ID,
        slots={"given": given, "family": family},
        confidence=0.85,
    )


_HEADS_OF_STATE = ("ประธานาธิบดี", "ปธน.", "นายกรัฐมนตรี")
_FAMILY_FIRST = compiled(
    rf"(?P<family>[{LETTERS}]{{2,6}}+) (?P<given>[{LETTERS}]{{2,8}}+(?: [{LETTERS}]{{2,8}}+)?)(?=[ \n()”]|$)"
)


def _family_first_name(text: str, start: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Read ``สี จิ้น ผิง`` after the post of a head of state: a known family name comes first."""
    found = _FAMILY_FIRST.match(text, start)
    if found is None or found["family"] not in family_first():
        return None
    first, last = found.span("given")
    space = text.find(" ", first, last)
    if stop_at(text, first, last) is not None:
        return None
    if space >= 0 and stop_at(text, space + 1, last) is not None:
        last = space
    return (first, last), found.span("family")


def _gazetteer_name(
    text: str, start: int, glued: bool
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    limit = min(len(text), start + 60)
    for given_end in longest_name(text, start, limit, "given"):
        gap = _SPACES.match(text, given_end)
        at = gap.end() if gap else given_end
        if (at == given_end) != glued or at - given_end > 3:
            continue
        for end in longest_name(text, at, limit, "family"):
            inside = end < len(text) and _THAI.match(text, end)
            if end - at > (5 if glued else 3) and (not inside or stop_at(text, end, end)):
                return (start, given_end), (at, end)
    return None


def _match(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    trap = _trap(text, start)
    if trap == "firm":
        return
    last = last_prefix(text, start, end)
    if last is None:
        return
    prefix_end = last[1]
    if last[0] > start and _trap(text, last[0]) == "firm":
        return
    prefix_class = honorifics()[text[start:end]]
    if text[start:end] == "อาจารย์" and text.endswith(("ครู", "คณะ", "โดย", "และ"), 0, start):
        return
    gap = _SPACES.match(text, prefix_end)
    at = gap.end() if gap else prefix_end
    name = parse_name(text, at)
    if name is None:
        return
    if prefix_class == "latin" and not _in_thai_text(text, start, name.end):
        return
    if not name.known and name.family is None:
        name = _shortened(text, start, at, name)
    if not _plausible(text, start, prefix_end, at, name, prefix_class):
        return
    if trap and not name.known and not _has_name_shape(text, start, name):
        return
    if names_thing(text, start):
        return
    if prefix_class == "latin" and _renders_name(context, start):
        return
    slots = {"prefix": (start, prefix_end)}
    if name.given:
        slots["given"] = name.given
    if name.family:
        slots["family"] = name.family
    yield Candidate(
        kind="official",
        start=start,
        end=name.end,
        rule=RULE_ID,
        slots=slots,
        values=_same_as(text, name.end) if _LATIN.match(text, at) else {},
        confidence=name.confidence,
    )


def _same_as(text: str, end: int) -> dict[str, str]:
    """Point from a Latin name to its Thai form: ``Mr. Hubert Colaris (นายอูแบร์ โกลาริส)``.

    ``same_as`` holds the offset at which the Thai form begins; both name one person.
    """
    bracket = _BRACKET.match(text, end)
    if bracket and (chain := chain_pattern().match(text, bracket.end())):
        gap = _SPACES.match(text, chain.end("last"))
        name = parse_name(text, gap.end() if gap else chain.end("last"))
        if name is not None and text.startswith(")", name.end):
            return {"same_as": str(bracket.end())}
    return {}


def _trap(text: str, start: int) -> str | None:
    """Return the class of the longest trap word at *start*, or ``None``."""
    return _traps().get(_traps_by_start().longest_at(text, start))


def _has_name_shape(text: str, start: int, name: NameParts) -> bool:
    """Is a name that begins like a trap word (นางนวลสง่า) longer than it and closed by a post?"""
    if not name.given or not name.family:
        return False
    longest = len(_traps_by_start().longest_at(text, start))
    gap = _SPACES.match(text, name.end)
    after = gap.end() if gap else name.end
    given_end = name.given[1]
    return start + longest < given_end <= name.given[0] + 12 and (
        after >= len(text) or text[after] in "\n()" or stop_at(text, after, after) is not None
    )


def _plausible(
    text: str, start: int, prefix_end: int, at: int, name: NameParts, prefix_class: str
) -> bool:
    glued_left = start > 0 and bool(_THAI.match(text, start - 1))
    given = text[name.given[0] : name.given[1]] if name.given else ""
    family_known = bool(name.family and text[name.family[0] : name.family[1]] in family_names())
    if text.endswith(_MONKS, 0, start) or text.endswith(_MONKS, 0, max(0, start - 1)):
        return False
    known = given in given_names()
    if len(given) < 3 and not known and name.family is None:
        return False
    closed = name.family is not None and closed_name(text, name.end)
    if given.startswith(("สมเด็จ", "เจ้าฟ้า", "พระ")) and not known:
        return False
    stop = stop_at(text, at, name.end)
    if stop in FIRM and not known:
        # นายประธานวงศ์ พรประภา: a name that begins like a post, between a courtesy title and a post
        courtesy = text[start:prefix_end] in ("นาย", "นาง", "นางสาว", "น.ส.")
        return courtesy and family_known and closed and 8 <= len(given) < 12
    if stop and not (known or family_known):
        return closed and prefix_class == "courtesy" and len(given) < 12
    left_open = text.endswith(left_words("open"), max(0, start - 12), start)
    if prefix_class == "strict":
        if (glued_left and not left_open) or (stop and not known):
            return False
        if at > prefix_end and _COUNTED.search(text, max(0, start - 4), start):
            return False
        if name.family is None:
            sure = given not in common_names() or closed_name(text, name.end)
            return known and not glued_left and sure and text[start] == "ค"
        if text[start:prefix_end] == "คุณ" and at == prefix_end and 3 <= len(given) < 13:
            closed = closed or _in_a_row(text, start, name.end)
        if glued_left and not closed:
            return known and family_known
        return known or family_known or (closed and at == prefix_end and 3 <= len(given) < 13)
    if prefix_class == "calling":
        return (known or family_known or closed) and (not glued_left or left_open)
    if prefix_class == "foreign":
        return (name.family is not None or at > prefix_end) and (not glued_left or left_open)
    if glued_left and text[prefix_end - 1] == ".":
        return left_open
    if glued_left:
        if not left_open and text.endswith(left_words("trap"), max(0, start - 12), start):
            return False
        if not (known or family_known or left_open):
            return False
    elif text[prefix_end - 1] == "." and _ABBREVIATED.search(text, max(0, start - 4), start):
        return False
    if prefix_class == "latin":
        if not given.isascii() and not (known or name.family) and _THAI.match(given):
            return False
        return not (start > 0 and (text[start - 1] in "@/" or _LATIN.match(text, start - 1)))
    if text.startswith("นายก", start) and prefix_end == start + 3:
        # นายกเศรษฐา is the prime minister called by name, not a นาย กเศรษฐา
        if not known and any(longest_name(text, start + 4, name.end, "given")):
            return False
        # นายกกิ่งกาชาด: the letter after ก begins a word of its own unless a sign stands on ก
        if stop_at(text, start + 4, name.end) and not known:
            return False
        unsigned = start + 4 < len(text) and _LETTER_HEAD.match(text, start + 4)
        if unsigned and not (known or family_known or (closed and len(given) < 10)):
            return False
    if at > prefix_end and text[prefix_end - 1] != ".":
        # 50 นาย ร่วม…: a space after a courtesy title asks for a real name
        if given[:1].isascii() or known or closed:
            return not (
                prefix_class == "courtesy" and _COUNTED.search(text, max(0, start - 4), start)
            )
        return prefix_class != "courtesy" or (name.family is not None and len(given) < 16)
    return True


_ROW_AFTER = compiled(rf"[ ,]{{1,3}}(?:และ)?[ ]?คุณ[{LETTERS}]{{2,13}}+ [{LETTERS}]")
_ROW_BEFORE = compiled(rf"คุณ[{LETTERS}]{{2,13}}+ [{LETTERS}]{{3,20}}+[ ,]{{1,3}}(?:และ)?[ ]?\Z")


def _in_a_row(text: str, start: int, end: int) -> bool:
    """Does the name stand in a list of names with คุณ (``คุณ ก ข คุณ ค ง``)?"""
    return bool(_ROW_AFTER.match(text, end) or _ROW_BEFORE.search(text, max(0, start - 60), start))


def _shortened(text: str, start: int, at: int, name: NameParts) -> NameParts:
    """Cut an unknown given name where the release has it delimited elsewhere.

    ``นายลีจองโฮมายัง…`` beside ``นายลีจองโฮ ``; failing that, a very long run is cut after a
    given name of the gazetteer.
    """
    if name.given is None:
        return name
    end = max(_delimited(text, start, at + 4, name.end), default=None)
    if end is not None:
        return evolve(name, given=(at, end), end=end)
    if name.end - at > 16:
        for end in longest_name(text, at, name.end, "given"):
            if end - at >= 4:
                return evolve(name, given=(at, end), end=end, known=True)
        clause = _CLAUSE.search(text, at + 2, name.end)
        if clause:
            return evolve(name, given=(at, clause.start()), end=clause.start())
    return name


def _delimited(text: str, start: int, least: int, end: int) -> Iterator[int]:
    """Yield ends from *least* to before *end* at which another place of the text ends the name."""
    stem = text[start:least]
    place = text.find(stem)
    for _ in range(_PLACES):
        if place < 0:
            return
        run = _LETTERS.match(text, place) if place != start else None
        at = start + run.end() - place if run else end
        if least <= at < end and text.startswith(text[start:at], place):
            yield at
        place = text.find(stem, place + len(stem))


def _in_thai_text(text: str, start: int, end: int) -> bool:
    """Does a Latin name with a Latin prefix stand in Thai running text?"""
    if _THAI_NEXT.match(text, end):
        return True
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - 12) : start].rstrip(_OPENING + "0123456789.,-–:;)&/")
    if before and _LATIN.match(before[-1]):
        # ผู้บริหาร NextDC Mr. Craig …: a Latin name between, in a Thai line, outside brackets
        near = text[max(line, start - 40) : start]
        return "(" not in near and bool(_THAI.search(near))
    if before:
        return bool(_THAI.match(before[-1])) or before[-1] in "ฯๆ"
    stop = text.find("\n", end)
    rest = text[end : stop if stop >= 0 else len(text)][:80]
    return bool(_THAI.search(rest))


def _renders_name(context: Context, start: int) -> bool:
    """Does the Latin name stand right after a Thai name, in parentheses or without them?"""
    text = context.text
    left = start
    while left > 0 and text[left - 1] in " “\"'‘":
        left -= 1
    if left == 0 or (text[left - 1] != "(" and not _THAI.match(text, left - 1)):
        return False
    end = left - 1 if text[left - 1] == "(" else left
    while end > 0 and text[end - 1] == " ":
        end -= 1
    line = max(text.rfind("\n", 0, end) + 1, end - 90)
    for chain in chain_pattern().finditer(text, line, end):
        gap = _SPACES.match(text, chain.end("last"))
        name = parse_name(text, gap.end() if gap else chain.end("last"))
        if name is not None and name.end == end:
            return True
    return False
