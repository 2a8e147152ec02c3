"""Names in Latin script within Thai text: where one counts, and where it only spells a Thai one."""

from __future__ import annotations

from ..context import Context
from ..lines import line_start
from ..loanword import latin_skeleton, likeness, thai_skeleton
from ..prepared import compiled
from .name_parts import parse_name
from .name_runs import NameParts
from .name_words import LETTERS, chain_pattern

_SPACES = compiled(r" {0,24}+")
_THAI = compiled(rf"[{LETTERS}]")
_LATIN = compiled(r"\p{Latin}")
_THAI_NEXT = compiled(rf"[ ,]{{0,3}}+[{LETTERS}]")
_BRACKET = compiled(r" {0,2}\( ?")
_OPENING = " “\"'‘(["
_SITE = compiled(r"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-")
_FAR = 220
"""How far before its Latin spelling a Thai name may stand, its post between them."""
_SAME_SOUND = 0.6
_PAGEANT = compiled(
    r"Miss (?:[A-Z][A-Za-z]+ ){0,2}(?:Universe|World|Earth|International|Grand|Thailand|Tourism|Cosmo|Planet|Global)(?![a-z])|"
    r"Miss (?:[A-Z][A-Za-z]+ ){1,4}(?:19|20|25)[0-9]{2}"
)


def same_as(text: str, end: int) -> dict[str, str]:
    """Point from a Latin name to its Thai form: ``Mr. Hubert Colaris (นายอูแบร์ โกลาริส)``.

    ``same_as`` holds the offset at which the Thai form begins; both name one person.
    """
    bracket = _BRACKET.match(text, end)
    if bracket and (chain := chain_pattern().match(text, bracket.end())):
        gap = _SPACES.match(text, chain.end("last"))
        name = parse_name(text, gap.end() if gap else chain.end("last"))
        if name is not None and text.startswith(")", name.end):
            return {"same_as": str(bracket.end())}
    return {}


def in_thai_text(text: str, start: int, end: int) -> bool:
    """Does a Latin name with a Latin prefix stand in Thai running text?"""
    if _THAI_NEXT.match(text, end):
        return True
    line = line_start(text, start, _FAR)
    if site := _SITE.match(text, line):
        line = site.end()
    before = text[max(line, start - 12) : start].rstrip(_OPENING + "0123456789.,-–:;)&/")
    if before and _LATIN.match(before[-1]):
        # ผู้บริหาร NextDC Mr. Craig …: a Latin name between, in a Thai line, outside brackets
        near = text[max(line, start - 40) : start]
        return "(" not in near and bool(_THAI.search(near))
    if before:
        return bool(_THAI.match(before[-1])) or before[-1] in "ฯๆ"
    stop = text.find("\n", end, end + 80)
    return bool(_THAI.search(text, end, stop if stop >= 0 else end + 80))


def renders_name(context: Context, start: int, name: NameParts) -> bool:
    """Does a Latin name stand right after a Thai name, in parentheses or without them?

    In parentheses after the person's post (``นายแพทริค … รองอธิบดี… (Mr. Patrick …)``) the two
    must sound alike.
    """
    text = context.text
    left = start
    while left > 0 and text[left - 1] in " “\"'‘":
        left -= 1
    if left == 0 or (text[left - 1] != "(" and not _THAI.match(text, left - 1)):
        return False
    bracketed = text[left - 1] == "("
    end = left - 1 if bracketed else left
    while end > 0 and text[end - 1] == " ":
        end -= 1
    line = line_start(text, end, _FAR)
    for chain in chain_pattern().finditer(text, max(line, end - (_FAR if bracketed else 90)), end):
        gap = _SPACES.match(text, chain.end("last"))
        thai = parse_name(text, gap.end() if gap else chain.end("last"))
        if thai is not None and (thai.end == end or (bracketed and _alike(text, thai, name))):
            return True
    return False


def _alike(text: str, thai: NameParts, latin: NameParts) -> bool:
    """Do the given or the family names of two spellings sound alike?"""
    for one, other in ((thai.given, latin.given), (thai.family, latin.family)):
        if one is None or other is None:
            continue
        first = thai_skeleton(text[slice(*one)].split(" ")[0])
        second = latin_skeleton(text[slice(*other)].split(" ")[0].lower())
        if len(first) > 1 and likeness(first, second) >= _SAME_SOUND:
            return True
    return False


def names_event(text: str, start: int) -> bool:
    """Is it a pageant (``Miss Universe 2025``), no Miss of that name?"""
    return _PAGEANT.match(text, start) is not None
