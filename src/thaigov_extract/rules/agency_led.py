"""Bodies in Latin letters that a post shows to be one: ``ประธาน Dubai Chambers``."""

from __future__ import annotations

from collections.abc import Iterator

from ..candidate import Candidate
from ..context import Context
from ..occurrences import Occurrences
from ..prepared import compiled

_POST_OF_BODY = compiled(
    r"(?:ประธาน(?:กรรมการ|คณะกรรมการ|เจ้าหน้าที่)?(?:บริหาร)?|กรรมการ(?:ผู้จัดการ|บริหาร|ผู้อำนวยการ)?(?:ใหญ่)?|"
    r"ผู้(?:อำนวยการ|จัดการ|บริหาร|ก่อตั้ง|ว่าการ|บัญชาการ)(?:ใหญ่|บริหาร|ทั่วไป|อาวุโส)?|เลขาธิการ|อธิการบดี|โฆษก|CEO|President|"
    r"(?P<head>คณะกรรมการ|คณะทำงาน|กลุ่มบริษัท|บริษัท|บมจ\.|บจก\.|มูลนิธิ|สมาคม|นิตยสาร|สำนักงาน|ศูนย์|กองทุน|สถาบัน|หน่วย)|ของ) ?\Z"
)
"""How the words before the name end; a head of bodies is part of it."""

_NAME = compiled(r"[A-Z][A-Za-z0-9&.’'/-]*+(?: (?:[A-Z0-9&][A-Za-z0-9&.’'/-]*+|of|for|and|the))*+")
_NO_NAME = compiled(
    r"(?:Mr|Mrs|Ms|Miss|Dr|H\.E|Prof)\b|.*\b(?:Banking|Marketing|Modeling|Sales|Products?|Operations?|Officer|Manager|Director)$"
)
_LONGER = compiled(r"[A-Za-z0-9@_/]|[-’'.][A-Za-z]| [A-Z]")
"""How the name goes on that is another, longer one."""

_SHORTEST = 2


def match_led(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Find the Latin name that ends a title, wherever the release writes it.

    Args:
        context: Titles must have been recognised.
        start: Where the text begins.
        end: Where it ends.

    Yields:
        A candidate for each place, name by name.
    """
    text = context.text
    known = context.by_start("agency")
    led: dict[str, None] = {}
    for title in context.found("title"):
        if not text[title.end - 1].isascii():
            continue
        name = next(
            (
                found
                for found in _NAME.finditer(text, title.start, title.end)
                if found.end() == title.end
            ),
            None,
        )
        if name is None or _NO_NAME.match(name[0]) or len(name[0]) < _SHORTEST:
            continue
        post = _POST_OF_BODY.search(text, title.start, name.start())
        if post is None:
            continue
        first = post.start("head") if post["head"] else name.start()
        if not any(place in known for place in range(first, title.end)):
            led.setdefault(text[first : title.end])
    places = Occurrences(text, led)
    for form in led:
        for at in places.of(form):
            stop = at + len(form)
            glued = at > 0 and text[at - 1].isascii() and text[at - 1].isalnum()
            if not glued and not _LONGER.match(text, stop):
                yield Candidate("agency", at, stop, "agency.led", values={"form": "full"})
