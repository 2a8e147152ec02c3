"""Posts: who holds which title, at which agencies, in which standing."""

from __future__ import annotations

from collections.abc import Iterator

from ..candidate import Candidate
from ..context import Context
from ..lines import line_start
from ..prepared import compiled
from ..rule import Rule
from .post_links import ACTING, Linker
from .reasons import explain_post

_LISTED = compiled(r"[ ]{0,3}(?:และ|,)?[ ]{0,3}")
_CAPACITY = compiled(r"(?P<self>(?:ตน|ตนเอง|กระผม|ผม|ดิฉัน)[ ]?|[ ])ในฐานะ(?:ที่)?(?:เป็น)?[ ]?\Z")
_SAID = compiled(r"กล่าว|เปิดเผย|ระบุ|ย้ำ|เผย|ชี้แจง|แถลง|ว่า(?!การ|ราชการ|ด้วย)")
_DONE = compiled(r"ได้|ให้|ขอ(?!ง)|มอบ|สั่ง|เสนอ|เข้า|พร้อม|ร่วม|และ|โดย|จาก|ประชุม|เป็น|นำ|กับ|,")
_NEAR = 150
_SENTENCES = 2000
"""How far before a duty or a capacity its holder may be named on the same line."""
_DUTY = compiled(rf"(?:ให้|เพื่อ)(?:{ACTING})[ ]{{0,2}}")


def post_rules() -> tuple[Rule, ...]:
    """Return the rules that tie titles to people.

    Returns:
        Rules of kind ``post``.  Their candidates stand where the title stands and hold the
        slots ``official`` (a mention of the person), ``title``, and ``agency``, ``agency2``…
        from the unit in the title outwards; the value ``status`` is ``acting``, ``former`` or
        ``delegate`` where the text says so.
    """
    return (
        Rule(
            id="post.beside-name",
            kind="post",
            match=_beside,
            whole_text=True,
            priority=0,
            evidence=explain_post,
            examples=(
                (
                    "นางสาวดวงใจ ใจดี ปลัดกระทรวงแรงงาน กล่าวว่า",
                    [
                        {
                            "text": "ปลัดกระทรวงแรงงาน",
                            "official": "นางสาวดวงใจ ใจดี",
                            "agency": "กระทรวงแรงงาน",
                        }
                    ],
                ),
                (
                    "นายดนัย ใจงาม รักษาราชการแทนอธิบดีกรมปศุสัตว์ ลงพื้นที่",
                    [
                        {
                            "text": "อธิบดีกรมปศุสัตว์",
                            "official": "นายดนัย ใจงาม",
                            "agency": "กรมปศุสัตว์",
                            "status": "acting",
                        }
                    ],
                ),
                (
                    "นายกรัฐมนตรี (พลเอก วีระ กล้าหาญ) มอบนโยบาย",
                    [{"text": "นายกรัฐมนตรี", "official": "พลเอก วีระ กล้าหาญ"}],
                ),
            ),
            counterexamples=(
                "นายดนัย ใจงาม พร้อมคณะ พบปลัดกระทรวงแรงงาน",
                "ปลัดกระทรวงแรงงาน กล่าวว่า",
            ),
        ),
        Rule(
            id="post.duty",
            kind="post",
            triggers=("ให้", "เพื่อ"),
            match=_duties,
            whole_text=True,
            priority=-1,
            evidence=explain_post,
            after="post",
            examples=(
                (
                    "นายดนัย ใจงาม ได้รับมอบหมายจากรัฐมนตรีให้ปฏิบัติหน้าที่ประธานกรรมการ",
                    [
                        {
                            "text": "ประธานกรรมการ",
                            "official": "นายดนัย ใจงาม",
                            "status": "acting",
                        }
                    ],
                ),
            ),
            counterexamples=("นายดนัย ใจงาม มอบนโยบายให้ปลัดกระทรวงแรงงาน",),
        ),
        Rule(
            id="post.capacity",
            kind="post",
            triggers=("ฐานะ",),
            match=_capacities,
            whole_text=True,
            priority=-1,
            evidence=explain_post,
            after="post",
            examples=(
                (
                    "นายดนัย ใจงาม กล่าวว่า ตนในฐานะปลัดกระทรวงแรงงาน พร้อมสนับสนุน",
                    [
                        {
                            "text": "ปลัดกระทรวงแรงงาน",
                            "official": "นายดนัย ใจงาม",
                            "agency": "กระทรวงแรงงาน",
                        }
                    ],
                ),
            ),
            counterexamples=("นายดนัย ใจงาม ขอบคุณผู้แทน ในฐานะปลัดกระทรวงแรงงาน",),
        ),
        Rule(
            id="post.shared",
            kind="post",
            match=_shared,
            whole_text=True,
            priority=-1,
            evidence=explain_post,
            after="post",
            examples=(
                (
                    "นายดนัย ใจงาม และนางสาวปรียา แสงทอง ผู้ตรวจราชการกระทรวงแรงงาน เข้าร่วม",
                    [
                        {
                            "text": "ผู้ตรวจราชการกระทรวงแรงงาน",
                            "official": "นายดนัย ใจงาม",
                            "agency": "กระทรวงแรงงาน",
                        }
                    ],
                ),
            ),
            counterexamples=(
                "นายดนัย ใจงาม อธิบดีกรมปศุสัตว์ และนางสาวปรียา แสงทอง ผู้ตรวจราชการกระทรวงแรงงาน",
            ),
        ),
    )


def _beside(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """A post belongs to the name before it (``นาง… ปลัดกระทรวง…``) unless it has been read as
    the post of the name after it (``รมว. เฉลิมชัย``, ``นายกรัฐมนตรี (พลเอก…)``).
    """
    linker = Linker(context)
    for mention, _ in linker.mentions:
        before = linker.before(mention)
        if before is not None and linker.goes_on(mention, before):
            before = None
        if before is not None:
            if (first := linker.double(before)) is not None:
                linker.give(mention, first, None, before_name=True)
            linker.give(mention, before, None, before_name=True)
        linker.after(mention, has_post=before is not None)
    return iter(linker.posts)


def _duties(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """``ก ได้รับมอบหมายจาก ข … ให้ปฏิบัติหน้าที่ ค``: the post ค is that of ก, acting."""
    text = context.text
    linker = Linker(context)
    for title in linker.titles:
        if title.start in linker.used:
            continue
        line = line_start(text, title.start, _SENTENCES)
        duty = _DUTY.search(text, max(line, title.start - 40), title.start)
        if duty is None or duty.end() != title.start:
            continue
        order = text.rfind("มอบหมาย", line, duty.start())
        if order == -1:
            continue
        passive = text.startswith("ได้รับ", max(0, order - 6)) or text.startswith(
            "รับ", max(0, order - 3)
        )
        holders = [
            mention
            for mention, _ in linker.between(line, duty.start())
            if (mention.end <= order if passive else order <= mention.start < duty.start())
        ]
        if holders:
            linker.give(holders[-1], title, "acting", rule="post.duty")
    return iter(linker.posts)


def _capacities(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """``นาย ก กล่าวว่า ตนในฐานะ ค``, ``นาย ก คณะ ข ในฐานะ ค``: a post of who was named last."""
    text = context.text
    linker = Linker(context)
    for title in linker.titles:
        if title.start in linker.used:
            continue
        line = line_start(text, title.start, _SENTENCES)
        capacity = _CAPACITY.search(text, max(line, title.start - 40), title.start)
        if capacity is None:
            continue
        holders = [
            m for m, _ in linker.between(line, capacity.start()) if m.end <= capacity.start()
        ]
        if not holders or title.start - holders[-1].end > _NEAR:
            continue
        between = text[holders[-1].end : capacity.start()]
        # ตน is who speaks; without it nothing may have been said or done since the name
        speaks = bool(capacity["self"].strip())
        if speaks == bool(_SAID.search(between)) and (speaks or not _DONE.search(between)):
            linker.give(holders[-1], title, None, rule="post.capacity")
    return iter(linker.posts)


def _shared(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """``นาย ก นาย ข และนาย ค ผู้ตรวจราชการ…``: the post after the last name is that of each."""
    linker = Linker(context)
    posts: dict[int, list[Candidate]] = {}
    holder = {mention.start: person for mention, person in linker.mentions}
    for post in context.found("post"):
        person = holder.get(post.slots["official"][0])
        if person is not None:
            posts.setdefault(person, []).append(post)
    for (left, person), (right, other) in reversed(
        list(zip(linker.mentions, linker.mentions[1:], strict=False))
    ):
        gap = context.text[left.end : right.start]
        if person in posts or _LISTED.fullmatch(gap) is None or "family" not in left.slots:
            continue
        shared = [post for post in posts.get(other, ()) if post.start >= right.end]
        if shared:
            posts[person] = [
                Candidate(
                    "post",
                    post.start,
                    post.end,
                    "post.shared",
                    {**post.slots, "official": (left.start, left.end)},
                    post.values,
                )
                for post in shared
            ]
            yield from posts[person]
