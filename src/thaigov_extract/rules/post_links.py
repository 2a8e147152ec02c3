"""Which names, titles and bodies of a text stand beside one another as a post does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import cast

import regex
from attrs import evolve

from ..candidate import Candidate
from ..context import Context
from ..lines import line_start
from ..people import people_of
from ..prepared import compiled
from .post_bodies import ASIDE, Bodies
from .post_others import is_of_others
from .title_units import LETTER

ACTING = r"รักษา(?:ราชการ|การ)(?:ราชการ)?(?:ใน)?(?:ตำแหน่ง|แทน|การ)?(?:ตำแหน่ง)?|ปฏิบัติหน้าที่(?:ใน)?(?:ตำแหน่ง|แทน)?|ปฏิบัติราชการ(?!แทน)|ทำหน้าที่(?:แทน)?|รก\.|รกท\."
_STAND_IN = r"(?:ใน)?(?:ฐานะ)?(?:เป็น)?(?:ผู้แทน|ปฏิบัติราชการแทน|ทำการแทน|แทน)"
# What may stand between a name (or a post) and the post that follows it.
_BEFORE_POST = compiled(
    r"[ ]{0,60}(?P<and>(?:และ|,|/|พร้อมด้วย(?=ตำแหน่ง))[ ]{0,2})?"
    r"(?:(?:ใน)?ฐานะ(?:เป็น|ที่เป็น|ที่ดำรงตำแหน่ง)?[ ]{0,2}|"
    r"(?:(?:ให้)?(?:ดำรงตำแหน่ง|เป็น)?ข้าราชการ(?:การเมือง|พลเรือนสามัญ|พลเรือน)?[ ]{0,2})?(?:ซึ่ง|ผู้|ขณะ)?(?:เคย|ให้)?(?:ดำรง)?ตำแหน่ง(?:เป็น)?[ ]{0,30}|"
    r"ที่ควบตำแหน่ง|เข้ารับตำแหน่ง[ ]?)?"
    rf"(?P<acting>(?:ผู้)?(?:{ACTING})[ ]{{0,2}})?(?P<standin>(?:{_STAND_IN})[ ]{{0,2}})?"
)
_IN_BRACKETS = compiled(
    rf"\([ ]{{0,3}}(?P<and>(?!))?(?P<acting>(?:{ACTING})[ ]{{0,2}})?(?P<standin>(?!))?"
)
# a post that no rule reads, then the one in which the person acts
_UNREAD = compiled(
    r"[ ]{0,3}(?P<and>(?!))?(?:(?!กล่าว|เปิดเผย|ระบุ|ว่า|มอบ|ให้|พร้อม|โดย|และ|เป็น|ได้)[^\n,“”\"]){3,90}?[ ]{1,3}"
    r"(?P<acting>รักษา(?:ราชการ|การ)(?:ราชการ)?(?:ใน)?(?:ตำแหน่ง|แทน)(?:ตำแหน่ง)?[ ]{0,2})(?P<standin>(?!))?"
)
# “วราวุธ” รมว.พม., “ดนัย ใจงาม” เลขาธิการ กบข.: the post of the name in quotes
_CLOSED = compiled(r"[”\"](?= ?[ก-ฮเ-ไ])")
_MINISTER = compiled(r"[”\"] ?รม[วชต]\.")
# รัชดาฯ รองโฆษกรัฐบาล: a given name for the whole, as headlines have it
_CLIPPED = compiled(r"[ ]?ฯ(?=[ ])")
# the wife of an office's holder: the posts that wives hold come after it
_SPOUSE = compiled(r"[ ]?(?:ภริยา|ภรรยา|คู่สมรส)[ ]?(?:ของ)?[ ]?")
_OF_SPOUSES = compiled(r"แม่บ้าน|กาชาด|สมาคมภริยา")
# a post on the line below its holder's name
_BELOW = compiled(r"[ ]?\n[ ]?")
# What may stand between a post and the name after it; a bracket may come after a gap or a line.
_AFTER_POST = compiled(
    r"(?:(?:ใน(?:ขณะนั้น|สมัยนั้น))?(?:[ ]?เขต(?:ตรวจราชการ|สุขภาพ)?(?:ที่)? ?[0-9]{1,2})?[ ]{0,20}\n?[ ]{0,3}\([ ]{0,2}|[ ]{0,3}[“\"'‘]?[ ]?)\Z"
)
# … whose post stands before the name: the wife of a minister, he who is chairman
_OF_ANOTHER = (
    "เป็น", "เป็น ", "ภริยา", "ภรรยา", "คู่สมรส", "สามี", "บุตร", "บุตรสาว", "บุตรชาย", "มารดา", "นโยบาย", "ข้อสั่งการ", "บิดา",
)  # fmt: skip
# ที่ปรึกษาของรัฐมนตรี… นาย…: the name is that of the adviser or of another one
_BELONGS = compiled(
    r"(?:ที่ปรึกษา|เลขานุการ|เลขา|โฆษก|ผู้แทน|ตัวแทน|คณะทำงาน|ทีมงาน|ผู้ช่วย|ภริยา|ภรรยา|สามี|คู่สมรส|บุตร|บุตรชาย|บุตรสาว|มารดา|บิดา|ฯ)"
    r"(?:ส่วนตัว|ประจำตัว)? ?ของ(?:ท่าน)? ?\Z"
)
_OPENS = ("", *" \n“\"‘'-#(")
_NAMED = compiled(r"[ ]{0,3}(?:ให้)?(?:เป็น|ดำรงตำแหน่ง(?:เป็น)?)[ ]{0,2}")
_HAS = compiled(r"(?:(?<=[ก-๎])มี|[ \n]มี|เลือก|เลือกให้) ?\Z")
_OF_HOLDER = compiled(r"(?:รอง|ผู้ช่วย)?(?:ประธาน)?(?:คณะ)?(?:ที่ปรึกษา|เลขานุการ|คณะทำงาน)")
_HOLDER = compiled(r"(?:รอง)?นายกรัฐมนตรี|รัฐมนตรี|รม[วช]\.|ปลัด")
_NEIGHBOUR = 60
"""Letters between two posts of a list, room for one name and what joins it."""
_NUMBERED = compiled(r"(?:^|[\n ])\(?[0-9]{1,2}[.)] ?\Z")
_LIST = 1500
"""How far above an item of a numbered list the word may stand that appoints all of them."""
_SPACES = compiled(r"[ ]{0,3}")
_LISTED = compiled(r"[ ]{0,3}(?P<and>และ[ ]{0,2})?")
_SECOND_OFFICE = ("รองนายก",)
_SANGHA = compiled(r"(?:รอง|ผู้ช่วย|ที่ปรึกษา|เลขานุการ|อดีต){0,20}+(?:เจ้าอาวาส|เจ้าคณะ)")
_OF_MONKS = ("รอง", "ผู้ช่วย", "ที่ปรึกษา", "เลขานุการ", "อดีต", "เจ้า")
"""What all of those begin with."""
_OF_FIRM = ("ประธาน", "รองประธาน", "กรรมการ", "รองกรรมการ", "ผู้จัดการ", "ผู้ก่อตั้ง")


class Linker:
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
        self._every_title = context.everything.get("title", ())
        # monks are no officials: their offices are nobody's who is listed
        lay = [
            t
            for t in self.titles
            if not (self.text.startswith(_OF_MONKS, t.start) and _SANGHA.match(self.text, t.start))
        ]
        self.title_at = {title.start: title for title in lay}
        self.title_ends = {title.end: title for title in lay}
        self.name_at = {mention.start for mention, _ in self.mentions}
        self.bodies = Bodies(self.text, context.found("agency"), self.name_at)
        self.used = {post.start for post in context.found("post")}
        self.posts: list[Candidate] = []

    def between(self, low: int, high: int) -> Sequence[tuple[Candidate, int]]:
        """The mentions that begin in ``[low, high)``, each with the number of its person."""
        first = bisect_left(self.mentions, low, key=_mention_start)
        return self.mentions[first : bisect_left(self.mentions, high, lo=first, key=_mention_start)]

    # -- the post before the name ---------------------------------------------------------

    def before(self, mention: Candidate) -> Candidate | None:
        gap = _AFTER_POST.search(self.text, max(0, mention.start - 40), mention.start)
        start = gap.start() if gap else mention.start
        title = self.title_ends.get(start)
        if title is not None and gap is not None and "(" in gap[0]:
            title = self._office_inside(title) or title
        if title is None or title.start in self.used:
            return None
        if self._is_of_another(title) or self.text.startswith("คณะ", title.start):
            return None  # คณะทำงานของรัฐมนตรีว่าการ… นาย…: the tail of another's post
        if title.values.get("form") == "held" and start != mention.start:
            return title if self.text[title.start - 1 : title.start] in _OPENS else None
        return title

    def _office_inside(self, title: Candidate) -> Candidate | None:
        """``ที่ปรึกษารองนายกรัฐมนตรี (นาย ก)``: the name in brackets is that of who is advised."""
        if not _OF_HOLDER.match(self.text, title.start):
            return None
        inner = (
            other
            for other in self._every_title
            if title.start < other.start < other.end == title.end
            and _HOLDER.match(self.text, other.start)
        )
        return min(inner, key=_start, default=None)

    def _is_of_another(self, title: Candidate) -> bool:
        """Does the text say of whom or what the post is before it comes to the name?"""
        while (first := self._joined_before(title)) is not None:
            title = first
        left = max(0, title.start - 30)
        return bool(
            self.text.endswith(_OF_ANOTHER, max(0, title.start - 8), title.start)
            or _BELONGS.search(self.text, left, title.start)
        )

    def goes_on(self, mention: Candidate, title: Candidate) -> bool:
        """Whether a list whose posts stand behind their names goes on, with another post behind this one.

        ``นาย ก อธิบดี… นาย ข รองอธิบดี… [one not read] รองอธิบดี… นาย ค ผู้อำนวยการ…``: the post
        before ค is that of who was not read.
        """
        last = self.posts[-1] if self.posts else None
        if last is None or last.start < last.slots["official"][0]:
            return False
        if "\n" in self.text[last.end : title.start] or title.start - last.end > _NEIGHBOUR:
            return False
        gap = cast("regex.Match[str]", _SPACES.match(self.text, mention.end))
        own = self.title_at.get(gap.end()) if gap.end() > mention.end else None
        return own is not None and not self._belongs_to_next(own)

    def double(self, title: Candidate) -> Candidate | None:
        """The first of two posts that one person before whom they stand holds.

        ``รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวง… นาย…``; the head of government is another,
        but for the ministry that he leads himself.
        """
        first = self._joined_before(title)
        if first is None or first.start in self.used:
            return None
        spelled = self.text[first.start : first.end]
        own = spelled == "นายกรัฐมนตรี" and self.text.startswith("รัฐมนตรีว่าการ", title.start)
        return first if own or spelled.startswith(_SECOND_OFFICE) else None

    def _joined_before(self, title: Candidate) -> Candidate | None:
        """``รองนายกรัฐมนตรี`` before ``และรัฐมนตรีว่าการ…``."""
        joint = title.start - len("และ")
        return self.title_ends.get(joint) if self.text.startswith("และ", max(0, joint)) else None

    # -- the posts after the name ---------------------------------------------------------

    def after(self, mention: Candidate, *, has_post: bool) -> None:
        pos = mention.end
        if closed := _CLOSED.match(self.text, pos):
            # a longer title may open a clause of its own, with a name behind it
            has_post = has_post or not _MINISTER.match(self.text, pos)
            pos = closed.end()
        elif "family" not in mention.slots and (clip := _CLIPPED.match(self.text, pos)):
            pos = clip.end()
            has_post = True  # พล.อ.ก ฯ และ รัฐมนตรีฯ ข: the post of the next name
        if aside := ASIDE.match(self.text, pos):
            pos = aside.end()
        pos = self._after_spouse(pos)
        first, held = True, None
        while True:
            gap = _BEFORE_POST.match(self.text, pos)
            at = gap.end() if gap else pos
            named = _NAMED.match(self.text, pos)
            post = self.title_at.get(named.end()) if named else None
            if post is not None and self._is_appointed(mention, post):
                at = post.start
            title = self.title_at.get(at)
            if title is None and gap is not None and gap["standin"]:
                # ผู้แทนการค้าไทย is a post, ผู้แทน|ปลัดกระทรวง… stands in for one
                title = self.title_at.get(gap.start("standin"))
                gap = None if title is not None else gap
            if title is None and first:
                title, gap = self._below(mention, pos), None
            if title is None:
                at = pos + len(cast("regex.Match[str]", _SPACES.match(self.text, pos))[0])
                gap = _IN_BRACKETS.match(self.text, at) or self._unread(pos)
                title = self.title_at.get(gap.end()) if gap else None
            if title is None or title.start in self.used or self._runs_on(title):
                return
            if has_post and first and self._belongs_to_next(title):
                return
            if not first and (is_of_others(self.text, held, title, gap) or self._opens_next(title)):
                return
            held = title
            status = self._status(title, gap)
            pos = self.give(mention, title, status)
            if self.text.startswith(")", pos):
                pos += 1
            first = False

    def _after_spouse(self, pos: int) -> int:
        """``นาง ก ภริยาผู้ว่าราชการจังหวัด… และนายกเหล่ากาชาด…``: where the wife's own post begins."""
        spouse = _SPOUSE.match(self.text, pos)
        title = self.title_at.get(spouse.end()) if spouse else None
        while title is not None:
            joint = cast("regex.Match[str]", _LISTED.match(self.text, title.end))
            after = self.title_at.get(joint.end())
            if after and _OF_SPOUSES.search(self.text, after.start, after.end):
                return title.end
            title = after if joint["and"] else None
        return pos

    def _runs_on(self, title: Candidate) -> bool:
        """``รัฐมนตรีของกระทรวง…``: a bare minister that goes on into a word that is no name."""
        bare = self.text[title.start : title.end] == "รัฐมนตรี"
        return bare and bool(LETTER.match(self.text, title.end))

    def _below(self, mention: Candidate, pos: int) -> Candidate | None:
        """The post on the line below the name: the scrape breaks lines, signatures do too."""
        line = _BELOW.match(self.text, pos)
        title = self.title_at.get(line.end()) if line and "family" in mention.slots else None
        return None if title is None or title.values.get("form") == "bare" else title

    def _is_appointed(self, mention: Candidate, post: Candidate) -> bool:
        """``แต่งตั้ง … เป็น …``, ``มี … เป็น …``: only then is เป็น followed by a post of the person's own."""
        has = _HAS.search(self.text, max(0, mention.start - 10), mention.start)
        if has and post.values.get("form") == "full":  # เป็นประธาน alone leads an event
            return True
        if "แต่งตั้ง" in self.text[line_start(self.text, mention.start, 200) : mention.start]:
            return True
        listed = _NUMBERED.search(self.text, max(0, mention.start - 8), mention.start)
        return (
            listed is not None
            and "แต่งตั้ง" in self.text[max(0, mention.start - _LIST) : mention.start]
        )

    def _unread(self, pos: int) -> regex.Match[str] | None:
        if self.text.find("รักษา", pos, pos + _NEIGHBOUR) < 0:
            return None
        gap = _UNREAD.match(self.text, pos)
        return None if gap is None or self.between(pos, gap.end()) else gap

    def _opens_next(self, title: Candidate) -> bool:
        """``…และรองนายกรัฐมนตรีนาย ก ได้ชี้แจง``: written on to a name that has no post behind it."""
        for mention, _ in self.between(title.end, title.end + 1):
            gap = cast("regex.Match[str]", _LISTED.match(self.text, mention.end))
            return gap.end() not in self.title_at
        return False

    def _belongs_to_next(self, title: Candidate) -> bool:
        pos = title.end
        gap = cast("regex.Match[str]", _SPACES.match(self.text, pos))
        return gap.end() in self.name_at

    @staticmethod
    def _status(title: Candidate, gap: regex.Match[str] | None) -> str | None:
        if title.values.get("status") == "former" or (gap is not None and "เคย" in gap[0]):
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
        agencies = self.bodies.inside(title)
        pos = title.end
        if title.values.get("status") == "former":
            status = "former"
        if before_name and status is None:
            status = self._status_left(title)
        if not before_name:
            outer, pos = self.bodies.behind(pos, agencies)
            agencies += outer
        slots = {"official": (mention.start, mention.end), "title": (title.start, title.end)}
        before = self.posts[-1] if self.posts else None
        if (
            title.rule == "title.initials"
            and not agencies
            and before is not None
            and before.slots["official"] == slots["official"]
        ):
            # the initials stand for the post before them, at the same bodies
            slots = {**before.slots, **slots}
        agencies = agencies or self.bodies.board_before(title)
        for number, agency in enumerate(agencies, start=1):
            slots["agency" if number == 1 else f"agency{number}"] = agency.start, agency.end
        if before is not None and agencies and self._shares_body(before, mention, title):
            # รองประธานกรรมการและผู้จัดการทั่วไป บริษัท…: both are of the firm
            firm = {name: place for name, place in slots.items() if name.startswith("agency")}
            self.posts[-1] = evolve(before, slots={**before.slots, **firm})
        values = {"status": status} if status else {}
        self.posts.append(Candidate("post", title.start, title.end, rule, slots, values))
        return pos

    def _shares_body(self, first: Candidate, mention: Candidate, title: Candidate) -> bool:
        return (
            first.slots["official"] == (mention.start, mention.end)
            and "agency" not in first.slots
            and self.text[first.end : title.start] == "และ"
            and (
                self.text.startswith(_OF_FIRM, first.start)
                or self.text.startswith("โฆษก", title.start)
            )
        )

    def _status_left(self, title: Candidate) -> str | None:
        left = self.text[max(0, title.start - 25) : title.start]
        if _ACTING_LEFT.search(left):
            return "acting"
        return None


_start = attrgetter("start")


def _mention_start(pair: tuple[Candidate, int]) -> int:
    return pair[0].start


_ACTING_LEFT = compiled(rf"(?:{ACTING})[ ]{{0,2}}$")
