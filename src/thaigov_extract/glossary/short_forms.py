"""Thai short forms of bodies: what they look like and where a release ties one to a name."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Agency, Mention
from ..registry import meaning, owners
from .keys import has_thai, thai_key

_INITIALS = regex.compile(r"(?:[ก-ฮ]{1,6}\.){1,5}[ก-ฮ]{0,4}|[ก-ฮ]{2,6}")
_CLIPPED = "agency.ministry-short"
"""The rule of ministries without their head word: ``รมว.แรงงาน (รง.)`` names no body in full."""

_DOTTED = regex.compile(r"(?:[ก-ฮ]{1,6}\.){1,5}[ก-ฮ]{0,4}")
_BRACKET = regex.compile(r"[(\[（]")
_GAP = 3
"""Code points between a name and the short form in its bracket, at most: a space or quote, ``(``."""


def is_initials(form: str) -> bool:
    """Whether a form is made of initials: ``พม.``, ``ก.ล.ต.``, ``สดช``; not a word (``ดีพร้อม``)."""
    return _INITIALS.fullmatch(form) is not None


def is_dotted(form: str) -> bool:
    """Whether a form is made of initials beyond doubt: ``มวลรวม`` has no vowel sign, but is a word."""
    return _DOTTED.fullmatch(form) is not None


def short_forms(agency: Agency, text: str | None = None) -> Iterator[tuple[Mention, Mention]]:
    """Yield where a release gives a body's Thai short form, in brackets right after its name.

    ``กระทรวงแรงงาน (รง.)`` is such a place.  Other uses say nothing about how the body is
    abbreviated: ``แรงงาน`` and ``ก.แรงงาน`` are clipped names, ``ศบค.รง.`` is a unit of it.  Words
    count where the registry knows them as a name of this body (``ดีอี``): in brackets after a name
    stand branches and towns too.

    Args:
        agency: What was extracted, with its mentions.
        text: The release; without it what stands close behind a name is taken to be in brackets.

    Yields:
        The mention of the name and that of the short form, each pair of spellings once.
    """
    # of names that end together the longest: กระทรวงแรงงาน, not แรงงาน
    names = {
        mention.end: mention
        for mention in sorted(agency.mentions, key=_length)
        if _is_name(mention.text) and mention.rule != _CLIPPED
    }
    seen: set[tuple[str, str]] = set()
    for mention in agency.mentions:
        if mention.text not in agency.abbreviations:
            continue
        places = range(mention.start - 1, mention.start - 1 - _GAP, -1)
        name = next((names[place] for place in places if place in names), None)
        if name is None or (name.text, mention.text) in seen:
            continue
        if text is not None and not _BRACKET.search(text, name.end, mention.start):
            continue
        seen.add((name.text, mention.text))
        if _is_own(mention.text, name.text, agency):
            yield name, mention


def _length(mention: Mention) -> int:
    return mention.end - mention.start


def _is_name(form: str) -> bool:
    return not is_initials(form) and "." not in form and "ฯ" not in form


def _is_own(short: str, name: str, agency: Agency) -> bool:
    if is_initials(short):
        return True
    if not has_thai(short) or not _is_name(short) or " " in short:
        return False
    known = owners(short)
    return agency.registry_id in known if known else meaning(short) == thai_key(name)
