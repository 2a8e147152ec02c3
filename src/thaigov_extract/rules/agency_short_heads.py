"""Bodies whose head is clipped and whose name is glued to it: ``รพ.เลิดสิน``, ``อบจ.กระบี่``."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ..agency_border import begins_clause, name_end
from ..candidate import Candidate
from ..context import Context
from ..lexicon import read_table
from ..prepared import compiled, prepared
from ..words import is_edge
from .agency_committees import QUOTED
from .agency_ends import with_namesake, with_tails
from .agency_places import district_end, place
from .agency_remarks import without_remark
from .agency_signs import RUN, TASK_WORDS
from .agency_words import gazetteer

_LEFT = compiled(r"[ก-๎.]$")
_PLAIN = compiled(
    r"ทุก|ที่|และ|หรือ|ใน|ของ|ทั่ว|ทั้ง|ให้|เอกชน|รัฐ|สนาม|จังหวัด|ชุมชน|ส่งเสริม|ปิด|เปิด|ศูนย์|เป็น|ได้|จะ|มี|ต้อง|ต่าง|แห่ง|"
    r"ยัง|หาก|เผย|ปลาย|ต้น(?![ก-๎])|ประจำ|มัธยม|ประถม|เข้า|จับ|เสีย|ก่อน|พร้อม|โดย|นำ|ขนาด|แม่ข่าย|คู่|สังกัด|ใหญ่(?![ก-๎])|ไม่|ก็|รม[วช]\."
)
_ANY_OF_THEM = compiled(r"(?:ทุก|ทั่ว|แต่ละ)(?:จังหวัด|อำเภอ|แห่ง|ประเทศ|เขต|พื้นที่)")
_LEAST = 3
_POSTS = (
    "ผกก.สส.",
    "ผกก.ป.",
    "สว.สส.",
    "สว.ป.",
    "ผบก.",
    "ผกก.",
    "สว.",
    "พงส.",
    "สวป.",
    "ผบช.",
    "สวญ.",
)
"""Posts of the police in letters; their station is written on to them."""

_LOCAL = ("รพ.", "สภ.", "อบต.", "อบจ.")
_JOINTS = ("ประชุม", "โดย", "ของ", "กับ", "และ", "หรือ", "จาก")


@frozen
class ShortHead:
    """A row of ``agency_short_heads``."""

    full: str
    name: str


@prepared
def short_heads() -> dict[str, ShortHead]:
    """Return the clipped heads with the head in full and the kind of name they take."""
    return {short: ShortHead(full, name) for short, full, name in read_table("agency_short_heads")}


def match_short_head(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read the name after a clipped head; its full form ties it to the body written in full."""
    text = context.text
    row = short_heads()[text[start:end]]
    if text.startswith(" ", end) and row.full.startswith("คณะ"):
        end += 1  # คกก. ป้องกันและปราบปราม…
    elif text.startswith(" ", end) and district_end(text, end + 1) > end + 1:
        end += 1  # รพ. พิมาย
    run = RUN.match(text, end)
    glued = _LEFT.search(text, max(0, start - 1), start) is not None
    if run is None or (glued and not _may_be_glued(text, start, end)):
        return
    works = row.full.startswith("คณะ") and text.startswith(TASK_WORDS, end)
    if _PLAIN.match(text, end) and not works:
        return
    stop = (
        _province(text, end) if row.name == "province" else _known(text, end, run.end(), row.full)
    )
    confidence = 0.9
    if stop is None:
        if row.name != "any" or run.end() - end < _LEAST or begins_clause(text, end, run.end()):
            return
        stop, confidence = name_end(text, end, end + _LEAST, run.end())
        stop = without_remark(text, start, stop)
        if stop < end + _LEAST:
            return
    stop = with_tails(text, with_namesake(text, start, stop))
    if row.full.startswith("คณะ") and (quoted := QUOTED.match(text, stop)):
        stop = quoted.end()  # คกก.เตรียมการจัดประชุม “AI โลก 2025”
    name = text[end:stop]
    if text.startswith("ฯ", stop):  # รพ.สมเด็จพระยุพราชฯ: the rest of the name is left out
        stop += 1
    if _ANY_OF_THEM.search(name) or (name.endswith("จังหวัด") and row.name == "any"):
        return  # สนง.พาณิชย์ทุกจังหวัด, สนง.เกษตรและสหกรณ์จังหวัด
    full = row.full + name
    if row.full.startswith("สถานีตำรวจ") and f"{row.full}อำเภอ{name}" in text:
        full = f"{row.full}อำเภอ{name}"
    values = {"form": "abbreviation", "name": full}
    yield Candidate(
        "agency", start, stop, "agency.short-head", values=values, confidence=confidence
    )


def _may_be_glued(text: str, start: int, end: int) -> bool:
    """Whether what is written on to the left of a clipped head ends there.

    ``ผกก.สภ.…``, ``ประชุมคกก.…``, ``สนับสนุน|รพ.นครปฐม``, ``ผู้บังคับการ|ตำรวจภูธร จ.ตาก``.
    """
    if text.startswith("ตำรวจ", start) or text.endswith((*_POSTS, *_JOINTS), 0, start):
        return True
    if text[start - 1] == "." or not text.startswith(_LOCAL, start):
        return False
    return is_edge(text, max(0, start - 16), end, start)


def _province(text: str, start: int) -> int | None:
    found = place().match(text, start) or place().match("จังหวัด" + text[start : start + 20])
    if found is None:
        return None
    return start + len(found[0].removeprefix("จังหวัด"))


def _known(text: str, start: int, stop: int, head: str) -> int | None:
    """The end of the longest name that is a known body, or one that the text names, once its head is in full."""
    for end in range(stop, start + 2, -1):
        if head + text[start:end] in gazetteer():
            return end
    return stop if stop - start > _LEAST and head + text[start:stop] in text else None
