"""Who holds which post, at which agencies, in which standing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import regex
from attrs import evolve, frozen

from .candidate import Candidate
from .model import Status
from .people import Person

_ACTING = r"รักษา(?:ราชการ|การ)(?:ใน)?(?:ตำแหน่ง|แทน|การ)?(?:ตำแหน่ง)?|ปฏิบัติหน้าที่(?:ใน)?(?:ตำแหน่ง|แทน)?|ทำหน้าที่(?:แทน)?|รก\."
_STAND_IN = r"(?:ใน)?(?:ฐานะ)?(?:เป็น)?(?:ผู้แทน|ปฏิบัติราชการแทน|ทำการแทน|แทน)"
# What may stand between a name (or a post) and the post that follows it.
_BEFORE_POST = regex.compile(
    r"[ ]{0,4}(?P<and>(?:และ|,|/|พร้อมด้วย(?=ตำแหน่ง))[ ]{0,2})?"
    r"(?:(?:ใน)?ฐานะ(?:เป็น|ที่เป็น|ที่ดำรงตำแหน่ง)?[ ]{0,2}|(?:ซึ่ง)?(?:ดำรง)ตำแหน่ง(?:เป็น)?[ ]{0,2}|ตำแหน่ง[ ]{0,2}|ที่ควบตำแหน่ง)?"
    rf"(?P<acting>(?:{_ACTING})[ ]{{0,2}})?(?P<standin>(?:{_STAND_IN})[ ]{{0,2}})?"
)
_ASIDE = regex.compile(
    r"[ ]{0,2}\((?!ปลัด|รมว|รมช|รอง|เลขา|อธิบดี|ผอ|ผู้|ประธาน|อสจ|โฆษก|นายก)[^()\n]{1,120}(?:\([^()\n]{1,40}\)[^()\n]{0,40})?\)|[ ]?ร\.น\."
)
_NAMED = regex.compile(r"[ ]{0,3}(?:ให้)?(?:เป็น|ดำรงตำแหน่ง(?:เป็น)?)[ ]{0,2}")
_LISTED = regex.compile(r"[ ]{0,3}(?:และ|,)?[ ]{0,3}")
_SPACES = regex.compile(r"[ ]{0,3}")
_OUTER = regex.compile(r"[ ]{0,2}(?:แห่ง|ของ|สังกัด|เป็นผู้แทน)?[ ]{0,3}")
_DUTY = regex.compile(rf"(?:ให้|เพื่อ)(?:{_ACTING})[ ]{{0,2}}")


@frozen
class Post:
    """A post of one person.

    Attributes:
        title: The title candidate.
        agencies: Agency candidates, from the unit in the title outwards.
        status: ``acting``, ``former``, ``delegate`` or ``None``.
        rule: Id of the way in which the two were tied.
    """

    title: Candidate
    agencies: tuple[Candidate, ...]
    status: Status | None
    rule: str


def link_posts(
    text: str,
    people: Sequence[Person],
    titles: Sequence[Candidate],
    agencies: Sequence[Candidate],
) -> Mapping[int, tuple[Post, ...]]:
    """Give titles to the people who stand beside them.

    A post belongs to the name before it (``นาง… ปลัดกระทรวง…``) unless it has been
    read as the post of the name after it (``รมว. เฉลิมชัย``, ``นายกรัฐมนตรี (พลเอก…)``).

    Args:
        text: Folded text.
        people: People of the release.
        titles: Title candidates without overlaps.
        agencies: Agency candidates without overlaps.

    Returns:
        Posts in text order by the index of the person in *people*.
    """
    return _Linker(text, people, titles, agencies).run()


class _Linker:
    def __init__(
        self,
        text: str,
        people: Sequence[Person],
        titles: Sequence[Candidate],
        agencies: Sequence[Candidate],
    ) -> None:
        self.text = text
        self.people = people
        self.mentions = sorted(
            ((m, i) for i, person in enumerate(people) for m in person.mentions),
            key=lambda pair: pair[0].start,
        )
        self.title_at = {title.start: title for title in titles}
        self.title_ends = {title.end: title for title in titles}
        self.titles = titles
        self.agency_at = {agency.start: agency for agency in agencies}
        self.agencies = agencies
        self.name_at = {m.start: i for m, i in self.mentions}
        self.used: set[int] = set()
        self.posts: dict[int, list[Post]] = {}

    def run(self) -> Mapping[int, tuple[Post, ...]]:
        for mention, person in self.mentions:
            before = self._before(mention)
            if before is not None:
                self._give(person, before, None, "post.before-name")
            self._after(mention, person, has_post=before is not None)
        self._duties()
        self._share()
        return {
            person: tuple(sorted(posts, key=lambda post: post.title.start))
            for person, posts in self.posts.items()
        }

    # -- the post before the name ---------------------------------------------------------

    def _before(self, mention: Candidate) -> Candidate | None:
        start = mention.start
        while start > 0 and self.text[start - 1] in ' (“"':
            start -= 1
            if mention.start - start > 3:
                return None
        if "\n" in self.text[start : mention.start]:
            return None
        title = self.title_ends.get(start)
        if title is None or title.start in self.used:
            return None
        if title.values.get("form") == "held" and start != mention.start:
            return title if self.text[title.start - 1 : title.start] in (" ", "\n", "") else None
        return title

    # -- the posts after the name ---------------------------------------------------------

    def _after(self, mention: Candidate, person: int, *, has_post: bool) -> None:
        pos = mention.end
        if aside := _ASIDE.match(self.text, pos):
            pos = aside.end()
        first = True
        while True:
            gap = _BEFORE_POST.match(self.text, pos)
            at = gap.end() if gap else pos
            if (named := _NAMED.match(self.text, pos)) and self._is_appointed(mention):
                at = named.end()
            title = self.title_at.get(at)
            if title is None:
                at = pos + len(cast("regex.Match[str]", _SPACES.match(self.text, pos))[0])
                if self.text.startswith("(", at):
                    title = self._in_parenthesis(at)
                gap = None
            if title is None or title.start in self.used:
                return
            if has_post and first and self._belongs_to_next(title):
                return
            status = self._status(title, gap)
            pos = self._give(person, title, status, "post.after-name")
            if self.text.startswith(")", pos):
                pos += 1
            first = False

    def _is_appointed(self, mention: Candidate) -> bool:
        """``แต่งตั้ง … เป็น …``: only then is เป็น followed by a post of the person's own."""
        line = self.text.rfind("\n", 0, mention.start) + 1
        return "แต่งตั้ง" in self.text[max(line, mention.start - 200) : mention.start]

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
    def _status(title: Candidate, gap: regex.Match[str] | None) -> Status | None:
        if title.values.get("status") == "former":
            return "former"
        if gap is not None and gap["acting"]:
            return "acting"
        if gap is not None and gap["standin"]:
            return "delegate"
        return None

    # -- one post for several people ---------------------------------------------------------

    def _share(self) -> None:
        """``นาย ก นาย ข และนาย ค ผู้ตรวจราชการ…``: the post after the last name is that of each."""
        for (left, person), (right, other) in reversed(
            list(zip(self.mentions, self.mentions[1:], strict=False))
        ):
            gap = self.text[left.end : right.start]
            if person in self.posts or _LISTED.fullmatch(gap) is None or "family" not in left.slots:
                continue
            shared = [
                post
                for post in self.posts.get(other, ())
                if post.rule in ("post.after-name", "post.shared") and post.title.start >= right.end
            ]
            if shared:
                self.posts[person] = [evolve(post, rule="post.shared") for post in shared]

    # -- duties given by somebody else ------------------------------------------------------

    def _duties(self) -> None:
        """``ก ได้รับมอบหมายจาก ข … ให้ปฏิบัติหน้าที่ ค``: the post ค is that of ก, acting."""
        for title in self.titles:
            if title.start in self.used:
                continue
            line = self.text.rfind("\n", 0, title.start) + 1
            duty = _DUTY.search(self.text, max(line, title.start - 40), title.start)
            if duty is None or duty.end() != title.start:
                continue
            order = self.text.rfind("มอบหมาย", line, duty.start())
            if order == -1:
                continue
            passive = self.text.startswith("ได้รับ", max(0, order - 6)) or self.text.startswith(
                "รับ", max(0, order - 3)
            )
            holders = [
                (m, i)
                for m, i in self.mentions
                if line <= m.start
                and (m.end <= order if passive else order <= m.start < duty.start())
            ]
            if holders:
                self._give(holders[-1][1], title, "acting", "post.duty")

    # -- agencies of a post -----------------------------------------------------------------

    def _give(self, person: int, title: Candidate, status: Status | None, rule: str) -> int:
        """Record the post and return where the text after it and its agencies begins."""
        self.used.add(title.start)
        inside = [a for a in self.agencies if title.start <= a.start and a.end <= title.end]
        agencies = inside
        pos = title.end
        before_name = rule == "post.before-name"
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
        post = Post(title, tuple(agencies), status, rule)
        known = self.posts.setdefault(person, [])
        same = [i for i, p in enumerate(known) if self._text(p.title) == self._text(title)]
        if not same:
            known.append(post)
        else:
            # the first place stands; later ones may add agencies or a standing
            i = same[0]
            first = known[i]
            known[i] = evolve(
                first,
                agencies=first.agencies or post.agencies,
                status=first.status or post.status,
            )
        return pos

    def _status_left(self, title: Candidate) -> Status | None:
        left = self.text[max(0, title.start - 25) : title.start]
        if regex.search(rf"(?:{_ACTING})[ ]{{0,2}}$", left):
            return "acting"
        return None

    def _is_outer(self, agency: Candidate) -> bool:
        return agency.values.get("form") in (None, "full", "clipped", "abbreviation")

    def _text(self, candidate: Candidate) -> str:
        return self.text[candidate.start : candidate.end]
