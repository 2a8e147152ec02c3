"""Bodies by their Latin name alone where the text deals with them: ``จับมือ Acmesoft``."""

from __future__ import annotations

from collections.abc import Iterator

from ..candidate import Candidate
from ..context import Context
from ..prepared import compiled
from .agency_latin import PLATFORMS, near_thai

DEALINGS = (
    "หารือ", "จับมือ", "ร่วมกับ", "ร่วมมือกับ", "ผนึก", "ผนึกกำลัง", "ในเครือ", "ลงนามกับ", "ผู้บริหาร", "ผู้แทน", "ผู้แทนจาก", "ตัวแทนจาก",
    "หารือกับ", "หารือร่วมกับ", "ผู้บริหารของ", "ผู้แทนของ", "ผู้บริหารจาก", "ข้อมูลของ", "เลขาธิการ",
    "จัดโดย", "จัดทำโดย", "ประเมินโดย", "รับรองโดย", "ขอความร่วมมือ", "เจ้าหน้าที่จาก", "เจ้าหน้าที่ของ",
)  # fmt: skip
"""What is done with bodies, and who speaks for them; a person comes with a title of courtesy."""

_NAME = compiled(
    r"(?: ?(?:กับ|บริษัท))? ?[“\"]?(?P<name>[A-Z][A-Za-z0-9&.\-’']+(?: (?:[A-Z&][A-Za-z0-9&.\-’']*|of|for|and|the)){0,6})(?![A-Za-z0-9@/])"
)
_NO_BODY = compiled(
    r"(?:Mr|Mrs|Ms|Miss|Dr|H\.E|Hon|Prof|Sir|Lord|Madam|Gen|Amb|Dato|Datuk)\b|(?:Influencer|Travel|Startup|Start-?up|Application|Video|Online|Call|New|Smart|CEO|COO|CFO|"
    r"Vice|Senior|Executive|Chief|Country|President|Director|Partner|Stakeholder|Supplier|Agency|Host|Soft|Big|Net|Call|Tour|Platform)"
)
_OF_A_BODY = compiled(
    r"[0-9&]|[a-z][A-Z]|(?:^| )[A-Z]{2,}(?: |$)|(?: |^)(?:Lab|Labs|Group|Asia|Global|Digital|Tech|Technology|Technologies|International|Holdings?|"
    r"Capital|Partners|Media|Energy|Motors?|Airlines?|Airways|Studio|Studios|Pharma|Systems|Solutions|Network|Alliance|Board|Fund|Union|Forum|Club|Corps|Tourism|Finance|Entertainment)$"
)

_ITS_OFFICER = compiled(
    r"[’']s (?=.*(?:Director|Minister|President|Ambassador|Chief|Head|CEO|Representative|Manager|Secretary)\b)"
)
"""``World Bank’s Global Director for Water``: the body and who speaks for it."""


def match_dealt_with(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Read the Latin name that stands right behind a word of dealing.

    Of two words it must look like no person's: a capital inside, a figure, a word that bodies bear.
    """
    text = context.text
    named = _NAME.match(text, end)
    if named is None:
        return
    first, last = named.span("name")
    while text[last - 1] in ".’'-& ":
        last -= 1
    name = text[first:last]
    while name.endswith((" of", " for", " and", " the")):
        name = name.rpartition(" ")[0]
    if its_officer := _ITS_OFFICER.search(name):
        name = name[: its_officer.start()]
    words = name.split(" ")
    firm = name in _FIRMS and text[start:end] in _FACE_TO_FACE
    channel = words[0] in PLATFORMS and not firm
    if channel or _NO_BODY.match(name) or not near_thai(text, first, last):
        return
    if len(words) == 2 and not _OF_A_BODY.search(name):
        return  # Anna Schmidt
    if len(name) < _SHORTEST:
        return
    yield Candidate(
        "agency",
        first,
        first + len(name),
        "agency.dealt-with",
        values={"form": "full"},
        confidence=0.6,
    )


_SHORTEST = 3
_FACE_TO_FACE = ("หารือ", "หารือกับ", "หารือร่วมกับ", "จับมือ", "ผู้บริหาร", "ผนึกกำลัง")
"""What is done with a firm, not through a channel."""
_FIRMS = frozenset("Facebook LINE Google TikTok Netflix Lazada Shopee YouTube Twitter".split())
"""Channels that are firms too."""
