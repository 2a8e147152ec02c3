"""Posts: a head (``ปลัด``, ``รองผู้อำนวยการ``), then the unit or the tail that names it."""

from __future__ import annotations

from collections.abc import Iterator

from ..candidate import Candidate
from ..context import Context
from ..lines import line_start
from ..prepared import compiled
from ..rule import Rule
from .reasons import explain_title
from .title_posts import head_end, parse_post
from .title_units import glued_left, head_kinds

_MANY = compiled(
    r" ?(?:หรือเทียบเท่า|ทั่วประเทศ|ทุก|ทั้งหลาย|ต่าง ?ๆ|ๆ|ที่เกี่ยวข้อง|แต่ละ|จาก(?:หลาก|หลาย|นานา|ต่าง|ประเทศต่าง|\d)|ทั้ง ?\d+|\d+ (?:คน|ท่าน|ราย|จังหวัด|ประเทศ))"
)
# ผู้อำนวยการคนหนึ่ง, ผู้อำนวยการกองต่างๆ, ผู้อำนวยการประกาศตามมาตรา…: whoever holds it, not one
_ANY_ONE = compiled(r"(?:คน(?:หนึ่ง|ใด)|ต่าง ?ๆ?|(?:ประกาศ|กำหนด|มีอำนาจ)ตาม(?:มาตรา)?)(?![ก-๎])")
_COLLECTIVE = (
    "โรงเรียน",
    "คณะ",
    "ฝ่าย",
    "อนุ",
    "เหล่า",
    "บรรดา",
    "สำนักงาน",
    "สำนัก",
    "สถาน",
    "สภา",
    "บ้านพัก",
    "ทำเนียบ",
    "โดยตำแหน่ง",
)
_CAPACITY = compiled(r" ?(?:ใน)?ฐานะ(?:ที่)?(?:เป็น)?(?:ฝ่าย)? ?\Z")
_BODY_ACTS = ("โดย", "ให้", "กล่าวว่า", "เปิดเผยว่า", "\n", "และ", "มอบ")
_ORDINAL = compiled(
    r" ?คนที่ ?(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|[0-9])(?![0-9])|(?<=ตำรวจท่องเที่ยว) [1-3](?![0-9])"
)
_MEMBER = compiled(r"สมาชิกสภาผู้แทน|ส\.ส\.|สส\.")
_CONSTITUENCY = compiled(r" ?(?:จังหวัด|จ\.)?(?: ?เขต(?:เลือกตั้ง)?(?:ที่)? ?[0-9]{1,2})(?![0-9])")
_LATIN_WORDS = compiled(r"(?:[A-Z][A-Za-z+\-]*+ ){1,3}+$")
_OF_THAILAND = compiled(r" ?(?:ของ|ฝ่าย)?(?:ประเทศ)?ไทย")
_INITIALS = {
    "ป": "ปลัดกระทรวง",
    "รป": "รองปลัดกระทรวง",
    "ชป": "ผู้ช่วยปลัดกระทรวง",
    "ผตร.": "ผู้ตรวจราชการกระทรวง",
    "หน.ผตร.": "หัวหน้าผู้ตรวจราชการกระทรวง",
}
_BRACKETED = compiled(r"\((?P<post>หน\.ผตร\.|ผตร\.|รป|ชป|ป)[ก-ฮ]{1,3}\.\)")
_OTHER_POST = compiled(r"(?:รอง|ผู้ช่วย|หัวหน้า)\Z")
_IN_LETTERS = compiled(r"ป[ก-ฮ]{1,3}\.")
_MINISTRY_NAME = compiled(r"[ก-๎]{3,50}(?: [ก-๎]{3,30}){0,3} ?")
_MINISTER_NUMBER = compiled(r"มท\. ?[1-4](?![0-9])")


def title_rules() -> tuple[Rule, ...]:
    """Return the rules for posts.

    Returns:
        Rules of kind ``title``.  Their candidates carry ``form``: ``full``,
        ``clipped`` (``รองปลัดฯ``), ``bare`` or ``held``; the last two count only
        where a person stands beside them.
    """
    return (
        Rule(
            id="title.head",
            kind="title",
            triggers=tuple(head for head in head_kinds()),
            match=_match,
            priority=0,
            evidence=explain_title,
            examples=(
                ("นางสาวดวงใจ ใจดี ปลัดกระทรวงแรงงาน กล่าวว่า", ("ปลัดกระทรวงแรงงาน",)),
                (
                    "รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงแรงงาน",
                    ("รองนายกรัฐมนตรี", "รัฐมนตรีว่าการกระทรวงแรงงาน"),
                ),
                ("รมว.คลัง สั่งเร่งเบิกจ่าย", ("รมว.คลัง",)),
                ("รัฐมนตรีช่วยเกษตรฯ ลงพื้นที่", ("รัฐมนตรีช่วยเกษตรฯ",)),
                ("อธิบดี กสร. กล่าวว่า", ("อธิบดี กสร.",)),
                ("รองประธานวุฒิสภา คนที่สอง เปิดงาน", ("รองประธานวุฒิสภา คนที่สอง",)),
                ("เจ้าอาวาสวัดใหม่ทองคำ เป็นประธานฝ่ายสงฆ์", ("เจ้าอาวาสวัดใหม่ทองคำ",)),
            ),
            counterexamples=(
                "เป็นประธานในพิธีเปิดงาน",
                "หัวหน้าส่วนราชการเข้าร่วม",
                "สำนักนายกรัฐมนตรี",
                "การประชุมรัฐมนตรีเกษตรอาเซียน",
                "ฝ่ายเลขานุการคณะกรรมการรายงาน",
            ),
        ),
        Rule(
            id="title.latin",
            kind="title",
            triggers=("Leader", "Chairperson", "Coordinator", "Secretary-General"),
            match=_match_latin,
            priority=0,
            evidence=explain_title,
            examples=(("ในนาม SOM Leader ประเทศไทย ได้กล่าว", ("SOM Leader ประเทศไทย",)),),
            counterexamples=("ผู้นำ (SOM Leader of Thailand)", "หลักสูตร Young Leader รุ่นที่ 5"),
        ),
        Rule(
            id="title.initials",
            kind="title",
            triggers=tuple(f"({initials}" for initials in _INITIALS),
            match=_match_initials,
            priority=1,
            evidence=explain_title,
            examples=(
                ("นายดนัย ใจงาม ปลัดกระทรวงวัฒนธรรม (ปวธ.) เปิดเผยว่า", ("ปวธ.",)),
                ("รองปลัดกระทรวงอุตสาหกรรม (รปอ.) ลงพื้นที่", ("รปอ.",)),
            ),
            counterexamples=("ปลัดกระทรวงวัฒนธรรม (วธ.)", "กรมป้องกันภัย (ปภ.)"),
        ),
        Rule(
            id="title.minister-number",
            kind="title",
            triggers=("มท.",),
            match=_match_number,
            priority=0,
            evidence=explain_title,
            examples=(("มท.1 ลงพื้นที่ตรวจน้ำท่วม", ("มท.1",)),),
            counterexamples=("กระทรวงมหาดไทย (มท.)",),
        ),
    )


def _match_latin(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """A post with a Latin name and its country in Thai: ``SOM Leader ประเทศไทย``."""
    text = context.text
    before = _LATIN_WORDS.search(text, max(0, start - 40), start)
    country = _OF_THAILAND.match(text, end)
    if country is not None:
        yield Candidate(
            "title",
            before.start() if before else start,
            country.end(),
            "title.latin",
            values={"form": "full"},
        )


def _match_initials(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """The post by its initials after its full name: ``ปลัดกระทรวงวัฒนธรรม (ปวธ.)``."""
    text = context.text
    found = _BRACKETED.match(text, start)
    if found is None:
        return
    head = _INITIALS[found["post"]]
    named = text.rfind(head, line_start(text, start, 80), start)
    if named == -1 or _OTHER_POST.search(text, max(0, named - 8), named):
        return
    if _MINISTRY_NAME.fullmatch(text, named + len(head), start):
        inside = found.start("post")
        yield Candidate("title", inside, found.end() - 1, "title.initials", values={"form": "full"})


def _match_number(context: Context, start: int, end: int) -> Iterator[Candidate]:
    found = _MINISTER_NUMBER.match(context.text, start)
    if found and not glued_left(context.text, start):
        yield Candidate(
            "title", start, found.end(), "title.minister-number", values={"form": "full"}
        )


def _match(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    before = text[max(0, start - 10) : start]
    if before.endswith(_COLLECTIVE) and not (
        before.endswith("คณะ") and text.startswith(("นายกรัฐมนตรี", "นายกฯ"), start)
    ):
        return  # ร่วมคณะนายกฯ is with him
    if before.endswith(".") and _IN_LETTERS.match(text, start):
        return  # บก.ปทส.: the end of a body's short form
    if text.startswith("วิศวกรรม", start) or before.endswith("ดัชนี"):
        return
    if text.startswith("ประจำ", start) and text.endswith("ปฏิบัติหน้าที่", 0, start):
        return  # ปฏิบัติหน้าที่|ประจำกระทรวง…: where somebody serves
    if before.endswith("วิทยาลัย") and text.startswith("เสนาธิการ", start):
        return  # the college of that name
    if before.endswith("ทีม") and text.startswith("โฆษก", start):
        return  # ทีมโฆษกกองทัพบก: they are several
    if text.startswith("รอง", start) and before.endswith("ห้องรับ"):
        return  # ห้องรับรอง|รัฐมนตรี…: a room
    if text.startswith("ที่ปรึกษา", start) and before.endswith("คณะกรรมการ"):
        return
    if text.startswith("อัครราชทูต", start) and before.endswith("เอก"):
        return
    if text.startswith("ผู้แทนถาวร", start) and before.rstrip().endswith("ทูต"):
        return
    if text.startswith("ทูต", start) and before.endswith(
        ("ราช", "อุป", "สถาน", "การ", "ธรรม", "ยุว", "ช่วย")
    ):
        return
    if before.endswith(("ฐานะ", "ฐานะ ", "ที่เป็น")) and _body_holds(context, start):
        return
    post = parse_post(context, start)
    if post is None or _MANY.match(text, post.end):
        return
    if _ANY_ONE.search(text, start, post.end):
        return
    end = _ordinal_end(text, start, post.end)
    values = {"form": post.form}
    if text.startswith("อดีต", start):
        values["status"] = "former"
    slots = {"head": (start, head_end(text, start))}
    yield Candidate("title", start, end, "title.head", slots=slots, values=values)


def _ordinal_end(text: str, start: int, end: int) -> int:
    """``รองประธานวุฒิสภา คนที่สอง``, ``สมาชิกสภาผู้แทนราษฎรจังหวัดตาก เขต 1``."""
    if found := _ORDINAL.match(text, end):
        return found.end()
    if _MEMBER.match(text, start) and (found := _CONSTITUENCY.match(text, end)):
        return found.end()
    return end


def _body_holds(context: Context, start: int) -> bool:
    """``โดยกรม… ในฐานะเลขานุการคณะกรรมการ…``: the office is the body's, nobody's post."""
    text = context.text
    capacity = _CAPACITY.search(text, max(0, start - 24), start)
    if capacity is None:
        return False
    body = context.once(_bodies_by_end).get(capacity.start())
    return body is not None and text.endswith(_BODY_ACTS, max(0, body - 6), body)


def _bodies_by_end(context: Context) -> dict[int, int]:
    return {agency.end: agency.start for agency in context.by_start("agency").values()}
