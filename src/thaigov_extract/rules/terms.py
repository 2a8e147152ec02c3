"""Terms: a Thai name and the parenthesis that gives it in English; and the bodies that terms settle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..align import align
from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from ..registry import owners
from ..rule import Rule
from .agency_words import head_at, is_plain
from .reasons import explain_agency, explain_term

_SURE = 0.6
"""Confidence from which a term's border overrules the one of the agency rules."""

_LONG = 20
"""A short ``คณะทำงาน (Working Team)`` is a plain noun, a name of so many letters is hardly one."""

_BRACKETS = ("(", "[", "（")


def term_rules() -> tuple[Rule, ...]:
    """Return the rules for term pairs.

    Returns:
        A rule of kind ``term``, whose candidates hold the slots ``thai``, ``english`` and
        ``abbreviation`` and the value ``kind``, and one of kind ``agency`` that takes over the
        borders of terms that are bodies: both ends of those are known.
    """
    return (
        Rule(
            id="term.parenthesis",
            kind="term",
            triggers=_BRACKETS,
            match=_match,
            whole_text=True,
            priority=0,
            evidence=explain_term,
            examples=(
                (
                    "การประชุมรัฐมนตรีแรงงานอาเซียน (ASEAN Labour Ministers Meeting: ALMM)",
                    [
                        {
                            "text": "การประชุมรัฐมนตรีแรงงานอาเซียน",
                            "english": "ASEAN Labour Ministers Meeting",
                            "abbreviation": "ALMM",
                            "kind": "meeting",
                        }
                    ],
                ),
                (
                    "ส่งเสริมเศรษฐกิจหมุนเวียน (Circular Economy) ในชุมชน",
                    [
                        {
                            "text": "เศรษฐกิจหมุนเวียน",
                            "english": "Circular Economy",
                            "kind": "concept",
                        }
                    ],
                ),
            ),
            counterexamples=(
                "ติดตามได้ที่เว็บไซต์ (https://www.example.go.th)",
                "ดำเนินการตามข้อ (iv) ของประกาศ",
                "นายสมชาย ใจดี (ผู้แทน) กล่าวว่า",
            ),
        ),
        Rule(
            id="agency.term",
            kind="agency",
            triggers=_BRACKETS,
            match=_match_body,
            whole_text=True,
            priority=1,
            evidence=explain_agency,
            after="term",
            examples=(
                (
                    "ร่วมกับสหพันธ์ผู้พิทักษ์แม่น้ำแห่งเอเชีย (Asian River Guardians Federation: ARGF)",
                    ("สหพันธ์ผู้พิทักษ์แม่น้ำแห่งเอเชีย",),
                ),
            ),
            counterexamples=(
                "การประชุมรัฐมนตรีแรงงานอาเซียน (ASEAN Labour Ministers Meeting: ALMM)",
                "คณะทำงาน (Working Team)",
            ),
        ),
    )


def _match(context: Context, start: int, end: int) -> Iterator[Candidate]:
    known = [c for kind in ("date", "official", "agency", "title") for c in context.found(kind)]
    return iter(align(context.text, known))


_EDITION = compiled(r" ?ครั้งที่ ?\d{1,3}$")
_SYNONYM = compiled(r"[ก-๎] ?หรือ ?[ก-๎]{3,12}$")


def _match_body(context: Context, start: int, end: int) -> Iterator[Candidate]:
    agencies = context.found("agency")
    known = {(a.start, a.end): a for a in agencies}
    headed = {a.start for a in agencies}
    for term in context.found("term"):
        if (
            term.values.get("kind") != "agency"
            or term.confidence < _SURE
            or "(" in context.text[term.start : term.end]
            or _is_kind(context.text, term)
        ):
            continue
        if _SYNONYM.search(context.text, term.start, term.end):
            continue  # a name and its synonym: the nearer one is in the list of short forms
        same = known.get((term.start, term.end))
        if same is not None:
            yield Candidate("agency", term.start, term.end, "agency.term", values=same.values)
        elif term.start in headed or (
            ("abbreviation" in term.slots or term.end - term.start >= _LONG)
            and _names_a_body(context.text, term)
        ):
            outer = _outer(context.text, term, agencies)
            end = outer.start if outer else term.end
            if edition := _EDITION.search(context.text, term.start, end):
                end = edition.start()
            while context.text[end - 1] == " ":
                end -= 1
            yield Candidate("agency", term.start, end, "agency.term", values={"form": "full"})


def _is_kind(text: str, term: Candidate) -> bool:
    """Whether a term names a kind of bodies, by its Thai or by the plural of its English (``NGOs``)."""
    if text.endswith("ทั่วประเทศ", term.start, term.end):
        return True
    english, short = term.slots.get("english"), term.slots.get("abbreviation")
    if short and _PLURAL_LETTERS.fullmatch(text, *short):
        return True
    return english is not None and _PLURAL.search(text, *english) is not None


_OWN_LETTERS = 4
"""Short forms of fewer letters are those of kinds as well (``NGO``, ``SFI``)."""

_PLURAL_LETTERS = compiled(r"[A-Z]{2,}s|[A-Z]\d")
_PLURAL = compiled(
    r"(?i)\b(?:organi[sz]ation|institution|bank|compan(?:y|ie)|agencie|office|hospital|cent(?:er|re)|school|universitie|fund|committee|"
    r"network|enterprise|cooperative|unit|team|firm|association|authoritie)s$"
)


def _names_a_body(text: str, term: Candidate) -> bool:
    """Whether a term without a head that the rules know is a body by its Thai or its English."""
    english = term.slots.get("english")
    if head := head_at(text, term.start):
        if not is_plain(head, text, term.start + len(head)):
            return True
        if english is None:
            short = text[slice(*term.slots["abbreviation"])]
            return len(short) >= _OWN_LETTERS or bool(owners(short))
    return english is None or _BODY.search(text, *english) is not None


_BODY = compiled(
    r"(?i)\b(?:organi[sz]ation|bank|commission|committee|council|fund|cent(?:er|re)|agency|authority|institut(?:e|ion)|association|"
    r"university|office|board|ministry|department|secretariat|company|corporation|foundation|federation|force|facility|bureau|"
    r"group|network|alliance|union|programme|program|society of|academy|chamber|court|police|team|unit|division|forum|coalition|"
    r"partnership|nations|exchange|administration|service|enterprise|cooperative|club|league|parliament|assembly|party|school|hospital)\b"
)


def _outer(text: str, term: Candidate, agencies: Sequence[Candidate]) -> Candidate | None:
    """The body behind a space at the end of a term: the unit before it is one by itself.

    ``ศูนย์จัดการจราจร| กรมทางหลวง (Traffic Centre)``.
    """
    found = (
        a
        for a in agencies
        if a.end == term.end
        and a.start > term.start + 1
        and text[a.start - 1] == " "
        and text[a.start - 2] not in "-–"
        and a.values.get("form", "full") == "full"
        and a.values.get("name")
    )
    return next(found, None)
