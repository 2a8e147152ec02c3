"""Names of bodies in Thai: the head, the gazetteer, and the border that words show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..agency_border import LETTERS, REACH, name_end, opens_clause
from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from .agency_clipped import begins_one, clip, unclipped
from .agency_committees import CLOSED, COMMITTEES, committee_end
from .agency_ends import (
    HYPHENED,
    has_outer,
    with_city,
    with_legal_form,
    with_namesake,
    with_tails,
)
from .agency_fixed_ends import LOCAL, local_end, national_end
from .agency_lists import LISTING_UNITS, foreign_end, list_end, listed_abroad, spaced_rest
from .agency_places import (
    abroad,
    in_country,
    in_province,
    in_seat,
    place,
    second_country,
)
from .agency_regions import acts_as_body
from .agency_remarks import without_remark
from .agency_seen import seen_end, split_end
from .agency_signs import (
    DEFINES,
    RUN,
    SHORT_FORM_NEXT,
    TASK_WORDS,
    VAGUE_HEADS,
    is_named,
    led,
    on_edge,
    seems_left_free,
)
from .agency_spaced import is_strange, set_off_end, spaced_end
from .agency_words import (
    OPEN_ENDS,
    Head,
    gazetteer,
    head_at,
    heads,
    is_plain,
    kinds,
    longest_known_name,
    ministries,
    registry,
    spaced_name_end,
    spaced_names_at,
)

_DEFINED = 4.0
"""Evidence that an end needs before the run's last edge where a definition follows the run."""

_OF_COMMITTEES = 2.0
"""The same for committees, whose names are long."""


def match_name(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read a name from its head, or from the gazetteer name that stands there."""
    text = context.text
    head = head_at(text, start)
    free = seems_left_free(text, start, head or text[start:end])
    if free is False:
        return
    for name in _names(context, start, end, head, free):
        # to cut the text into words takes long: it is asked of the few that are names otherwise
        if free is None and not (free := on_edge(text, start)):
            return
        yield name


def _names(
    context: Context, start: int, end: int, head: str, free: bool | None
) -> Iterator[Candidate]:
    """Read what is a name if it begins at *start* at all; see :func:`.agency_signs.seems_left_free`."""
    text = context.text
    known = end if text[start:end] in gazetteer() else 0
    row = heads().get(head)
    if row is not None and row.form == "abroad":
        if country := in_country().match(text, start + len(head)):
            yield _candidate(text, start, country.end(), 0)
        return
    if row is None or row.form in ("whole", "loose"):
        if row is not None and row.form == "loose" and not acts_as_body(text, start, end):
            return
        if not text.endswith("องค์กร", 0, start):  # องค์กรสหประชาชาติ: all bodies of that family
            last = end if row else with_tails(text, end)
            owner = place().match(text, end) if text[start:end] in _OF_STATES else None
            if owner and not owner[0].endswith("ไทย") and "จังหวัด" not in owner[0]:
                last = owner.end()
            yield _candidate(text, start, last, end)
        return
    if row.form == "company":
        if known:
            yield _candidate(text, start, end, end)
        return
    if known and not _is_run(text[start:end]):  # a name with spaces or brackets is whole
        foreign = head == "กระทรวง" and text[start:end] not in ministries()
        yield _candidate(text, start, with_tails(text, end) if foreign else end, end)
        return
    joined = start + len(head) + len("และ")
    derived = head.startswith(_BASES) and head not in _BASES
    if derived and text.endswith("และ", start, joined) and not head_at(text, joined):
        # ศูนย์วิจัย|และบำรุงพันธุ์สัตว์: the head is ศูนย์
        head = next(base for base in _BASES if head.startswith(base))
        row = heads()[head]
    after = start + len(head)
    if clipped := clip(text, start, after):
        yield clipped
        if known <= clipped.end:
            return
    for name, parts in spaced_names_at(text, start, head):
        if spaced := spaced_name_end(text, start, parts):
            # a ministry has offices in provinces, it is not of one
            own = head == "กระทรวง" and text.startswith(("จังหวัด", "ประจำจังหวัด"), spaced)
            whole = spaced if own else with_tails(text, spaced)
            if head == "กระทรวง":
                whole = max(whole, listed_abroad(text, spaced), foreign_end(text, spaced))
            yield _candidate(text, start, whole, spaced, name=name)
            return
    if head in _MISSIONS and (posted := with_city(text, start, after)) > after:
        yield _candidate(text, start, posted, posted)
        return
    run = RUN.match(text, after)
    stop = run.end() if run else after
    if head in _WINGS and (wing := _WING.match(text, after)):
        yield _candidate(text, start, wing.end(), 0)
        return
    short = SHORT_FORM_NEXT.match(text, after) if len(head) >= _WHOLE_HEAD else None
    if short is not None and text.startswith((" จังหวัด", "จังหวัด"), short.end()):
        yield _candidate(text, start, after, 0)  # บ้านพักเด็กและครอบครัว (บพด.) จังหวัดตาก
        return
    if (
        stop == after
        and head.startswith(_SET_OFF)
        and (name_stop := set_off_end(text, head, after))
    ):
        yield _candidate(text, start, name_stop, 0, confidence=0.8)
        return
    if head in _BRANDED and stop == after and (branded := spaced_end(text, after)) > after:
        yield _candidate(text, start, branded, 0, confidence=0.7)
        return
    if text.startswith("ฯ", stop) and stop > max(known, after + 3) and begins_one(text[start:stop]):
        # กรมการแพทย์แผนไทยฯ is not กรมการแพทย์
        yield Candidate("agency", start, stop + 1, "agency.name", values={"form": "clipped"})
        return
    if stop > after and (split := split_end(text, start, stop)):
        name = "".join(text[start:split].split())
        yield _candidate(text, start, with_tails(text, split), split, name=name)
        return
    if known or is_named(text, start, head, row, stop):
        if free is None and not on_edge(text, start):
            return  # before the words after it are cut, which takes longer still
        known = known or seen_end(context, start, after, stop)
        known = max(known, local_end(text, head, after))
        yield from _named(text, start, head, row, known, stop)


_LEAST = 3
"""Letters at least of a board's name behind the office that has it: ``สำนักงานคณะกรรมการ|กีฬามวย``."""

_WHOLE_HEAD = 15
"""Letters of a head that says what a body does; its short form may follow at once, its province behind that."""

_BASES = ("ศูนย์", "สถาบัน")
"""Heads that longer ones begin with."""

_OF_STATES = ("วุฒิสภา", "รัฐสภา", "สภาผู้แทนราษฎร", "สำนักนายกรัฐมนตรี", "ศาลฎีกา", "คณะรัฐมนตรี")
"""Bodies that every state has."""

_WINGS = ("กองบิน", "กองกำกับการ")
"""Heads that a number alone makes a name."""

_WING = compiled(r" ?\d{1,3}(?![\d.,:/])")


def _named(
    text: str, start: int, head: str, row: Head, known: int, stop: int
) -> Iterator[Candidate]:
    """Find the right border of a name that is one."""
    after = start + len(head)
    defined = DEFINES.match(text, stop) is not None or has_outer(text, head, stop)
    committee = not known and head.startswith(COMMITTEES)
    closed_off = committee and CLOSED.match(text, stop) is not None
    goes_on = defined or closed_off or head in _OF_VILLAGES
    thai = text.startswith("ไทย", after) and not opens_clause(text, after + 3, after + 15)
    inner = head_at(text, after) if head == "สำนักงาน" else ""
    board = len(inner) + _LEAST if inner.startswith(COMMITTEES) else 0
    found, confidence = name_end(
        text,
        start,
        after + max(row.least, 4 if thai else 0, board),
        stop,
        known=known,
        firm=text[start:known] in registry(),
        clauses=not closed_off,
        threshold=_DEFINED if goes_on else _OF_COMMITTEES if committee else 0.0,
    )
    if found - start >= REACH:
        return  # a law or a clause that quotes the head
    if head == "กระทรวง" and found < stop and text[start:known] not in ministries():
        theirs = list(abroad().finditer(text, found, stop))
        end = theirs[0].end() if theirs else 0
        if end > found and not text.endswith("ไทย", 0, end) and not opens_clause(text, after, end):
            found, confidence = end, 0.8
    if head == "กระทรวง" and found == known and (theirs_too := listed_abroad(text, found)):
        found, confidence = theirs_too, 0.9
    if found != known and (whole_end := national_end(text, head, after, stop, found)):
        found, confidence = whole_end, 1.0
    if found == stop and text[start:found] not in registry():
        open_list = head.startswith(("คณะกรรม", "คณะอนุ", "คณะทำงาน")) or head in LISTING_UNITS
        closed = found == known or text.endswith("แห่งชาติ", after, found)
        if text.endswith(_SCIENCE, after, found) and text.startswith(_AND_SCIENCE, found):
            found += len(_AND_SCIENCE)
        elif head == "กระทรวง" or (open_list and not closed):
            by_joint = head == "กระทรวง" or head in LISTING_UNITS
            found = list_end(text, found, joined=by_joint)
        elif head == "มูลนิธิ" and stop - after < _NOUN:
            found = list_end(text, found, joined=True)  # มูลนิธิเด็ก| เยาวชน และครอบครัว
    if found == stop and head in _BRANDED:
        found = _with_loans(text, found)
    if found == stop and (pair := second_country().match(text, stop)):
        found = pair.end()
    elif found == stop and (joined := HYPHENED.match(text, stop)) and not head_at(text, stop + 1):
        found = joined.end()
    if found == stop != known and (rest := spaced_rest(text, head, found)):
        yield _candidate(text, start, rest, 0, confidence=0.7)
        return
    if found != known and head.startswith(COMMITTEES):
        found = committee_end(text, start, after, found, stop)
    if text.startswith("ฯ", found):
        seat = (abroad() if head in _NATIONAL else in_seat()).match(text, found + 1)
        if seat is not None:
            yield _candidate(text, start, seat.end(), 0)
            return
        values = {"form": "clipped"}
        if name := unclipped(text[start:found]):
            values["name"] = name
        yield Candidate("agency", start, found + 1, "agency.name", values=values)
        return
    if found != known and head in VAGUE_HEADS and is_plain(head, text[:found], after):
        # ศูนย์ประสานงาน|ช่วยเหลือผู้ประสบภัย: what is left says only a kind of body
        if found < stop and text.startswith((*TASK_WORDS, "เพื่อ", "สถานการณ์", "ด้าน"), found):
            found, confidence = name_end(text, start, found + 1, stop, threshold=_DEFINED)
        if is_plain(head, text[:found], after):
            return
    field = ("ว่าด้วย", "เรื่อง", "ด้าน") if head.startswith(LOCAL) else ("ว่าด้วย", "เรื่อง")
    if known and found > known and text.startswith(field, known):
        found = known
    of_body = longest_known_name(text, found) if text.endswith(_OF_BODY, start, found) else 0
    # สมาคมแม่บ้าน|กระทรวงแรงงาน
    found = of_body if of_body > found else without_remark(text, start, found)
    found -= text[found - 1] == " "
    if found <= after and row.least:
        return  # สำนักงาน|เพื่อป้องกัน…: nothing but the head is left
    level = _AT_LEVEL.search(text, after, min(stop, found + 16)) if head[:3] == "คณะ" else None
    if level is not None and level.start() <= found:
        found = level.end()
    if (of := in_province().search(text, start, found)) and of.end() > after:
        found = of.end()  # nothing but a number follows the province of a provincial office
    shared = found != known or text.endswith(("อาเซียน", "ร่วมไทย"), start, found)
    whole = with_tails(text, with_namesake(text, start, found), shared=shared)
    if head in _NATIONAL and text.startswith(("จังหวัด", "ประจำจังหวัด"), found):
        whole = found
    if text[start:found] in ministries():  # Thailand's ministry is no other for being hers
        whole = foreign_end(text, found)
    whole = with_city(text, start, with_legal_form(text, head, whole))
    if text.startswith(".", whole) and text[whole - 1] in _OF_PLACES and whole - after > 4:
        whole -= 1  # …ตำบลสมอทอง|อ.เมือง
    spelled = text[start:whole]
    if spelled not in registry() and (ministry := unclipped(spelled)):
        # กระทรวงเกษตร: no other ministry begins like that
        values = {"form": "clipped", "name": ministry}
        yield Candidate("agency", start, whole, "agency.name", values=values, confidence=0.8)
        return
    if text[start:whole] not in registry() and (
        _ANY_OF_THEM.search(text, after, whole)
        or _ANY_OF_THEM.match(text, whole)
        or _SEVERAL.match(text, whole)
    ):
        return
    name = text[start:whole]
    open_ended = (
        name.endswith(OPEN_ENDS)
        and not (head.startswith("คณะ") and _LEVEL.search(name))
        and not name.endswith(_CLOSED)
        and name not in registry()
        and whole != known  # …พระยุพราชเชียงของ: the district ends like a joint
    )
    if name in kinds() and not led(text, start):
        return
    if not head.startswith("คณะ") and _LEVELS.match(text, whole):
        return  # ศูนย์บัญชาการเหตุการณ์|ระดับจังหวัด: each province has one
    if name.endswith(_KIND_ENDS) and not head.startswith(("คณะ", "กอง", "สำนัก")):
        return
    if not open_ended or (defined and whole == stop):
        yield _candidate(text, start, whole, known, confidence=confidence)


_NOUN = 8
"""A foundation of one noun is named after what follows it as well."""

_OF_BODY = (
    "แม่บ้าน", "ภริยา", "ภริยาข้าราชการ", "ศิษย์เก่า", "นักเรียนเก่า", "สวัสดิการ", "ข้าราชการ", "พนักงาน", "ศูนย์ประสานงาน", "ศูนย์ดำรงธรรม",
    "สหกรณ์ออมทรัพย์", "สหภาพแรงงาน", "มูลนิธิ", "เครือข่าย",
)  # fmt: skip
"""What a name ends with that the name of a body completes."""

_LEVEL = compiled(r"ระดับ(?:จังหวัด|อำเภอ|ตำบล)\Z")
"""A committee is named with its level; ``…จังหวัด`` alone is one of a kind."""

_AT_LEVEL = compiled("ระดับ(?:จังหวัด|อำเภอ|ตำบล|ชาติ|กระทรวง)")

_LEVELS = compiled(r" ?ระดับ(?:จังหวัด|อำเภอ|ตำบล|ชุมชน)(?![ก-๎])")

_OF_VILLAGES = ("วิสาหกิจชุมชน", "กลุ่มวิสาหกิจชุมชน")
"""Heads whose names go on with craft, people and village."""
_SET_OFF = ("สหกรณ์", *_OF_VILLAGES)
"""Heads that a space may set off from the name."""

_OF_PLACES = "ตอจถม"
"""Letters that stand for a kind of place with their dot."""

_KIND_ENDS = (
    "ขนาดใหญ่",
    "ขนาดกลาง",
    "ขนาดเล็ก",
    "ขนาด",
    "ชั้นนำ",
    "ชื่อดัง",
    "ในภูมิภาค",
    "ภายใต้",
    "องค์กรปกครองส่วนท้องถิ่น",
)
"""What tells which kind of schools, banks or funds is meant."""

_CLOSED = ("เจ้าหน้าที่", "ราชการจังหวัด", "ที่ดิน", "ภายใน")
"""Whole words that end like a name cut short."""


@lru_cache(8192)
def _is_run(name: str) -> bool:
    return RUN.fullmatch(name) is not None


_ANY_OF_THEM = compiled(
    r" ?(?:ทั่วประเทศ|ทุกแห่ง|ทุกจังหวัด|ใด(?![ก-๎])|ที่(?:ยื่น|ใกล้|อยู่(?!อาศัย)|ท่าน|ตั้งอยู่|สังกัด|รับผิดชอบ))"
)

_SEVERAL = compiled(
    r" ?(?:(?:จำนวน ?)?\d[\d,]* ?(?:แห่ง|ประเทศ)|ทุก(?:อำเภอ|ตำบล|เขต)|แต่ละ(?:แห่ง|จังหวัด))|ดีเด่น"
)
"""Every one or any one of a kind is none by name (``สำนักงานขนส่งทั่วประเทศ``)."""

_MISSIONS = ("สถานเอกอัครราชทูต", "สถานกงสุลใหญ่", "สถานกงสุล", "สถานทูต")

_NATIONAL = ("กระทรวง", "กรม")
"""Heads of bodies that have no provincial namesakes."""

_SCIENCE, _AND_SCIENCE = "การอุดมศึกษา", " วิทยาศาสตร์ วิจัยและนวัตกรรม"
"""The field of a ministry, its units and the committees of both houses that watch it."""


def _with_loans(text: str, end: int) -> int:
    """Take in the loan words behind spaces: ``มูลนิธิฟรีดริช เนามัน``."""
    while loan := _LOAN_NEXT.match(text, end):
        if not is_strange(text, loan.start() + 1, loan.end()):
            break
        end = loan.end()
    return end


_LOAN_NEXT = compiled(rf" (?!นาย|นาง|ดร|คุณ|พล|ปี|ฉบับ|[ก-ฮ]{{2,6}}\.)[{LETTERS}]{{2,10}}+(?=[^ก-๎]|$)")

_BRANDED = ("มูลนิธิ", "สโมสร", "นิตยสาร", "สถานีโทรทัศน์")
"""Heads whose names are strange words as often as those of companies are."""


def _candidate(
    text: str, start: int, end: int, known: int, *, name: str = "", confidence: float = 1.0
) -> Candidate:
    values = {"form": "full"}
    if end == known:
        values["name"] = name or text[start:end]
        if body := registry().get(text[start:end]):
            values["name"] = body.name
            values["id"] = body.id
    return Candidate("agency", start, end, "agency.name", values=values, confidence=confidence)
