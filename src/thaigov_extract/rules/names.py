"""Named persons: a prefix (``นางสาว``, ``พล.ต.อ.``, ``ศ.ดร.``) and the name that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ..candidate import Candidate
from ..context import Context
from ..overlap import outside_names
from ..prepared import compiled
from ..release import LONGEST
from ..rule import Rule
from .bare_names import RULE_ID as BARE_ID
from .bare_names import bare_mentions
from .foreign_names import looks_foreign
from .latin_mentions import in_thai_text, names_event, renders_name, same_as
from .name_parts import parse_name
from .name_plausible import has_name_shape, is_plausible, trap_at
from .name_runs import NameParts, closed_name
from .name_words import (
    LETTERS,
    common_names,
    family_first,
    honorifics,
    last_prefix,
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

_SPEAKER = ("ดิฉัน", "กับผม")

_SPACES = compiled(r" {0,24}+")
_THAI = compiled(rf"[{LETTERS}]")
_LATIN = compiled(r"\p{Latin}")
_LETTERS = compiled(rf"[{LETTERS}ฯ]{{1,200}}+")


_CLAUSE = compiled("ได้|ให้|อาจ|จะ|ไม่|คง|เป็น|ถูก|จึง|ยัง|ซึ่ง|ว่า|ที่|ของ|น่า")

_PLACES = 20
"""Other places of a name that are looked at: enough for a release, few for a hostile text."""


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
                ("นายกฯ แพทองธาร ชี้แจง", [_stated("แพทองธาร", given="แพทองธาร")]),
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
                    [
                        _stated("ปรียา แสงทอง", given="ปรียา", family="แสงทอง"),
                        _stated("ปรียา", given="ปรียา"),
                    ],
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
    if parts is None and text[start:end] in _CALLED:
        alone = _given_alone(text, at)
        if alone is not None:
            slots = {"given": (at, alone)}
            yield Candidate("official", at, alone, UNPREFIXED_ID, slots, confidence=0.75)
        return
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


_CALLED = ("นายกฯ", "รมว.", "รมช.", "รมต.")


def _given_alone(text: str, start: int) -> int | None:
    """Return the end of a given name by which a minister is called (``นายกฯ แพทองธาร``)."""
    for end in longest_name(text, start, min(len(text), start + 30), "given"):
        if end - start < 5 or text[start:end] in common_names():
            return None
        if end >= len(text) or text[end] in " \n”\"'’,)" or stop_at(text, end, end) is not None:
            return end
    return None


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
    trap = trap_at(text, start)
    if trap == "firm":
        return
    last = last_prefix(text, start, end)
    if last is None:
        return
    prefix_end = last[1]
    if last[0] > start and trap_at(text, last[0]) == "firm":
        return
    prefix_class = honorifics()[text[start:end]]
    if text[start:end] == "ท่าน" and last[0] > start:
        return  # ท่าน พล.อ.…: the rank is the prefix
    if text[start:end] == "อาจารย์" and text.endswith(("ครู", "คณะ"), 0, start):
        return
    gap = _SPACES.match(text, prefix_end)
    at = gap.end() if gap else prefix_end
    name = parse_name(text, at)
    if name is None:
        return
    of_all = text[start:end] == "อาจารย์" and text.endswith(("โดย", "และ"), 0, start)
    if of_all and not (name.known and name.family):
        return  # ครู|และอาจารย์…
    if prefix_class == "latin" and not in_thai_text(text, start, name.end):
        return
    if not name.known and name.family is None:
        name = _shortened(text, start, at, name)
    elif name.family is not None and looks_foreign(text[at : name.end]):
        name = _completed(text, at, name)
    if not is_plausible(text, start, prefix_end, at, name, prefix_class):
        return
    if trap and not name.known and not has_name_shape(text, start, name):
        return
    if names_thing(text, start):
        return
    if prefix_class == "latin" and renders_name(context, start, name):
        return
    if text.startswith("Miss", start) and names_event(text, start):
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
        values=same_as(text, name.end) if _LATIN.match(text, at) else {},
        confidence=name.confidence,
    )


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


def _completed(text: str, at: int, name: NameParts) -> NameParts:
    """Read a foreign name as far as another place of the text, where a Latin form closes it, has it.

    ``นางเอลเลน ลินน์ ฮอลต์ กล่าวว่า`` beside ``นางเอลเลน ลินน์ ฮอลต์ (Ms. Ellen Lynn Holt)``.
    """
    stem = text[at : name.end]
    if not _MORE.match(text, name.end):
        return name
    low, high = max(0, at - LONGEST), at + LONGEST
    place = text.find(stem, low, high)
    for _ in range(_PLACES):
        if place < 0:
            break
        other = parse_name(text, place) if place != at else None
        length = 0 if other is None else other.end - place
        if other and length > len(stem) and _BRACKET.match(text, other.end):
            spelled = text[place : other.end]
            if text.startswith(spelled, at) and not _THAI.match(text, at + length):
                shift = at - place
                return evolve(
                    other,
                    given=_moved(other.given, shift),
                    family=_moved(other.family, shift),
                    end=at + length,
                )
        place = text.find(stem, place + len(stem), high)
    return name


_MORE = compiled(rf" [{LETTERS}]")
_BRACKET = compiled(r" ?\([A-Z]")


def _moved(part: tuple[int, int] | None, shift: int) -> tuple[int, int] | None:
    return None if part is None else (part[0] + shift, part[1] + shift)


def _delimited(text: str, start: int, least: int, end: int) -> Iterator[int]:
    """Yield ends from *least* to before *end* at which another place of the text ends the name."""
    stem = text[start:least]
    low, high = max(0, start - LONGEST), start + LONGEST
    place = text.find(stem, low, high)
    for _ in range(_PLACES):
        if place < 0:
            return
        run = _LETTERS.match(text, place) if place != start else None
        at = start + run.end() - place if run else end
        if least <= at < end and text.startswith(text[start:at], place):
            yield at
        place = text.find(stem, place + len(stem), high)
