"""Posts: who holds which title, at which agencies, in which standing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import regex

from ..candidate import Candidate
from ..context import Context
from ..people import Person, group_people
from ..prepared import compiled
from ..rule import Rule
from .reasons import explain_post

_ACTING = r"รักษา(?:ราชการ|การ)(?:ใน)?(?:ตำแหน่ง|แทน|การ)?(?:ตำแหน่ง)?|ปฏิบัติหน้าที่(?:ใน)?(?:ตำแหน่ง|แทน)?|ทำหน้าที่(?:แทน)?|รก\."
_STAND_IN = r"(?:ใน)?(?:ฐานะ)?(?:เป็น)?(?:ผู้แทน|ปฏิบัติราชการแทน|ทำการแทน|แทน)"
# What may stand between a name (or a post) and the post that follows it.
_BEFORE_POST = compiled(
    r"[ ]{0,60}(?P<and>(?:และ|,|/|พร้อมด้วย(?=ตำแหน่ง))[ ]{0,2})?"
    r"(?:(?:ใน)?ฐานะ(?:เป็น|ที่เป็น|ที่ดำรงตำแหน่ง)?[ ]{0,2}|"
    r"(?:(?:ให้)?(?:ดำรงตำแหน่ง|เป็น)?ข้าราชการ(?:การเมือง|พลเรือนสามัญ|พลเรือน)?[ ]{0,2})?(?:ซึ่ง)?(?:ให้)?(?:ดำรง)?ตำแหน่ง(?:เป็น)?[ ]{0,30}|"
    r"ที่ควบตำแหน่ง)?"
    rf"(?P<acting>(?:{_ACTING})[ ]{{0,2}})?(?P<standin>(?:{_STAND_IN})[ ]{{0,2}})?"
)
# “วราวุธ” รมว.พม.: the post of the name in quotes; a longer title may open a clause of its own
_CLOSED = compiled(r"[”\"](?= ?รม[วชต]\.)")
# What may stand between a post and the name after it; a bracket may come after a gap or a line.
_AFTER_POST = compiled(r"(?:[ ]{0,20}\n?[ ]{0,3}\([ ]{0,2}|[ ]{0,3}[“\"]?[ ]?)\Z")
_ASIDE = compiled(
    r"[ ]{0,2}\n?\((?!ปลัด|รมว|รมช|รอง|เลขา|อธิ|ผอ|ผู้|ประธาน|อสจ|โฆษก|นายก|ปกท|ที่ปรึกษา|กรรมการ|คณบดี|ผบ|ผกก|หัวหน้า|แม่ทัพ|เจ้ากรม|นายอำเภอ)[^()\n]{1,120}(?:\([^()\n]{1,40}\)[^()\n]{0,40})?\)|[ ]?ร\.น\."
)
_NAMED = compiled(r"[ ]{0,3}(?:ให้)?(?:เป็น|ดำรงตำแหน่ง(?:เป็น)?)[ ]{0,2}")
_NUMBERED = compiled(r"(?:^|[\n ])\(?[0-9]{1,2}[.)] ?\Z")
_LIST = 1500
"""How far above an item of a numbered list the word may stand that appoints all of them."""
_LISTED = compiled(r"[ ]{0,3}(?:และ|,)?[ ]{0,3}")
_SPACES = compiled(r"[ ]{0,3}")
_OUTER = compiled(r"[ ]{0,2}(?:แห่ง|ของ|สังกัด|เป็นผู้แทน)?[ ]{0,3}")
_DUTY = compiled(rf"(?:ให้|เพื่อ)(?:{_ACTING})[ ]{{0,2}}")


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


def people_of(context: Context) -> tuple[Person, ...]:
    """Return the people of a text whose names have been settled."""
    return group_people(context.text, context.found("official"))


def _beside(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """A post belongs to the name before it (``นาง… ปลัดกระทรวง…``) unless it has been read as
    the post of the name after it (``รมว. เฉลิมชัย``, ``นายกรัฐมนตรี (พลเอก…)``).
    """
    linker = _Linker(context)
    for mention, _ in linker.mentions:
        before = linker.before(mention)
        if before is not None:
            linker.give(mention, before, None, before_name=True)
        linker.after(mention, has_post=before is not None)
    return iter(linker.posts)


def _duties(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """``ก ได้รับมอบหมายจาก ข … ให้ปฏิบัติหน้าที่ ค``: the post ค is that of ก, acting."""
    text = context.text
    linker = _Linker(context)
    for title in linker.titles:
        if title.start in linker.used:
            continue
        line = text.rfind("\n", 0, title.start) + 1
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
            for mention, _ in linker.mentions
            if line <= mention.start
            and (mention.end <= order if passive else order <= mention.start < duty.start())
        ]
        if holders:
            linker.give(holders[-1], title, "acting", rule="post.duty")
    return iter(linker.posts)


def _shared(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """``นาย ก นาย ข และนาย ค ผู้ตรวจราชการ…``: the post after the last name is that of each."""
    linker = _Linker(context)
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


_PLAIN = ("กำนัน", "ผู้ใหญ่บ้าน", "กรรมการ", "สมาชิกสภา", "ผู้เชี่ยวชาญ")


def _is_plain(text: str, title: Candidate, gap: regex.Match[str] | None) -> bool:
    """``… พัฒนาการอำเภอ กำนัน ผู้ใหญ่บ้าน``: others who attend, not more posts of one person."""
    joined = gap is not None and (gap["and"] or gap.end() - gap.start() > 3)
    return not joined and text[title.start : title.end] in _PLAIN


class _Linker:
    """The names, titles and bodies of a text by where they stand, and the posts given so far."""

    def __init__(self, context: Context) -> None:
        self.text = context.text
        self.mentions = sorted(
            (
                (mention, place)
                for place, person in enumerate(context.once(people_of))
                for mention in person.mentions
            ),
            key=lambda pair: pair[0].start,
        )
        self.titles: Sequence[Candidate] = context.found("title")
        self.agencies: Sequence[Candidate] = context.found("agency")
        self.title_at = {title.start: title for title in self.titles}
        self.title_ends = {title.end: title for title in self.titles}
        self.agency_at = {agency.start: agency for agency in self.agencies}
        self.name_at = {mention.start for mention, _ in self.mentions}
        self.used = {post.start for post in context.found("post")}
        self.posts: list[Candidate] = []

    # -- the post before the name ---------------------------------------------------------

    def before(self, mention: Candidate) -> Candidate | None:
        gap = _AFTER_POST.search(self.text, max(0, mention.start - 40), mention.start)
        start = gap.start() if gap else mention.start
        title = self.title_ends.get(start)
        if title is None or title.start in self.used:
            return None
        if self.text.endswith("ของ", 0, title.start):
            return None  # คณะทำงานของรัฐมนตรีว่าการ… นาย…: the tail of another's post
        if title.values.get("form") == "held" and start != mention.start:
            return title if self.text[title.start - 1 : title.start] in (" ", "\n", "") else None
        return title

    # -- the posts after the name ---------------------------------------------------------

    def after(self, mention: Candidate, *, has_post: bool) -> None:
        pos = mention.end
        if closed := _CLOSED.match(self.text, pos):
            pos = closed.end()
        if aside := _ASIDE.match(self.text, pos):
            pos = aside.end()
        first = True
        while True:
            gap = _BEFORE_POST.match(self.text, pos)
            at = gap.end() if gap else pos
            if (named := _NAMED.match(self.text, pos)) and self._is_appointed(mention):
                at = named.end()
            title = self.title_at.get(at)
            if title is None and gap is not None and gap["standin"]:
                # ผู้แทนการค้าไทย is a post, ผู้แทน|ปลัดกระทรวง… stands in for one
                title = self.title_at.get(gap.start("standin"))
                gap = None if title is not None else gap
            if title is None:
                at = pos + len(cast("regex.Match[str]", _SPACES.match(self.text, pos))[0])
                if self.text.startswith("(", at):
                    title = self._in_parenthesis(at)
                gap = None
            if title is None or title.start in self.used:
                return
            if has_post and first and self._belongs_to_next(title):
                return
            if not first and _is_plain(self.text, title, gap):
                return
            status = self._status(title, gap)
            pos = self.give(mention, title, status)
            if self.text.startswith(")", pos):
                pos += 1
            first = False

    def _is_appointed(self, mention: Candidate) -> bool:
        """``แต่งตั้ง … เป็น …``: only then is เป็น followed by a post of the person's own."""
        line = self.text.rfind("\n", 0, mention.start) + 1
        if "แต่งตั้ง" in self.text[max(line, mention.start - 200) : mention.start]:
            return True
        listed = _NUMBERED.search(self.text, max(0, mention.start - 8), mention.start)
        return (
            listed is not None
            and "แต่งตั้ง" in self.text[max(0, mention.start - _LIST) : mention.start]
        )

    def _in_parenthesis(self, at: int) -> Candidate | None:
        inside = at + 1
        while self.text.startswith(" ", inside):
            inside += 1
        title = self.title_at.get(inside)
        return title if title is not None else None

    def _belongs_to_next(self, title: Candidate) -> bool:
        pos = title.end
        gap = cast("regex.Match[str]", _SPACES.match(self.text, pos))
        return gap.end() in self.name_at

    @staticmethod
    def _status(title: Candidate, gap: regex.Match[str] | None) -> str | None:
        if title.values.get("status") == "former":
            return "former"
        if gap is not None and gap["acting"]:
            return "acting"
        if gap is not None and gap["standin"]:
            return "delegate"
        return None

    # -- agencies of a post -----------------------------------------------------------------

    def give(
        self,
        mention: Candidate,
        title: Candidate,
        status: str | None,
        *,
        before_name: bool = False,
        rule: str = "post.beside-name",
    ) -> int:
        """Record the post and return where the text after it and its agencies begins."""
        self.used.add(title.start)
        inside = [a for a in self.agencies if title.start <= a.start and a.end <= title.end]
        agencies = inside
        pos = title.end
        if title.values.get("status") == "former":
            status = "former"
        if before_name and status is None:
            status = self._status_left(title)
        if not before_name:
            while True:
                after = pos
                if aside := _ASIDE.match(self.text, after):
                    after = aside.end()
                gap = cast("regex.Match[str]", _OUTER.match(self.text, after))
                agency = self.agency_at.get(gap.end())
                if agency is None or gap.end() == after or not self._is_outer(agency):
                    break
                agencies = [*agencies, agency]
                pos = agency.end
            if aside := _ASIDE.match(self.text, pos):
                pos = aside.end()
        slots = {"official": (mention.start, mention.end), "title": (title.start, title.end)}
        for number, agency in enumerate(agencies, start=1):
            slots["agency" if number == 1 else f"agency{number}"] = agency.start, agency.end
        values = {"status": status} if status else {}
        self.posts.append(Candidate("post", title.start, title.end, rule, slots, values))
        return pos

    def _status_left(self, title: Candidate) -> str | None:
        left = self.text[max(0, title.start - 25) : title.start]
        if regex.search(rf"(?:{_ACTING})[ ]{{0,2}}$", left):
            return "acting"
        return None

    def _is_outer(self, agency: Candidate) -> bool:
        return agency.values.get("form") in (None, "full", "clipped", "abbreviation")
