"""Names of bodies in Latin script that stand in Thai running text."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..candidate import Candidate
from ..context import Context

LATIN_TAILS = (
    "Co., Ltd",
    "Co.,Ltd",
    "Co.,LTd",
    "Co., LTd",
    "Co. Ltd",
    "Company Limited",
    "Corporation",
    "Inc.",
    "PTE. LTD",
    "Pte. Ltd",
    "Pte Ltd",
    "Bank",
    "University",
    "Institute",
    "Foundation",
    "Association",
    "Organization",
    "Organisation",
    "Council",
    "Research Center",
    "Agency",
)
_LATIN_LEFT = regex.compile(
    r"(?:[A-Z][A-Za-z0-9&+.\-’']*+ (?:\([A-Z][a-z]{2,12}\) )?(?:(?:of|and|for|the|&|on) ){0,2}){1,8}+$"
)
_LATIN_RIGHT = regex.compile(
    r"\.?(?: (?:PTE\. LTD\.|Co\., Ltd\.|Co\., LTd\.|Public Company Limited|Limited|Ltd\.?|Inc\.))?"
    r"(?: (?:of|for|on) (?:the )?[A-Z][A-Za-z\-]+(?: (?:and )?[A-Z][A-Za-z\-]+){0,4})?"
)


def match_latin(context: Context, start: int, end: int) -> Iterator[Candidate]:
    text = context.text
    after = text[end : end + 1]
    if after.isascii() and after.isalpha():
        return
    line = text.rfind("\n", 0, start) + 1
    left = _latin_start(text, max(line, start - 90), start)
    right = _LATIN_RIGHT.match(text, end)
    stop = right.end() if right else end
    if left is None or _in_parenthesis(text, left, stop) or not _near_thai(text, left, stop):
        return
    yield Candidate("agency", left, stop, "agency.latin", values={"form": "full"}, confidence=0.8)


def _latin_start(text: str, floor: int, start: int) -> int | None:
    found = _LATIN_LEFT.search(text, floor, start)
    return found.start() if found else None


def _in_parenthesis(text: str, start: int, end: int) -> bool:
    left = text[max(0, start - 60) : start].rsplit("\n", 1)[-1]
    return left.rfind("(") > left.rfind(")")


def _near_thai(text: str, start: int, end: int) -> bool:
    return any(
        "ก" <= letter <= "๎" for letter in text[max(0, start - 80) : start] + text[end : end + 40]
    )


_ITEM = r"[A-Z][A-Za-z0-9&.\-’']*+(?: [A-Z][A-Za-z0-9&.\-’']*+){0,4}+"
_LIST = regex.compile(rf"(?:{_ITEM}(?: ?\([A-Z]{{2,10}}\))?(?: ?, ?| ?และ ?)){{3,40}}+{_ITEM}")
_ITEMS = regex.compile(_ITEM)
_LIST_REACH = 400
_PLATFORMS = frozenset(
    "Facebook LINE Line YouTube Youtube Instagram TikTok Twitter Google Website Email Application App "
    "Android iOS Play Store Social Media Online Big Data AI IoT".split()
)
"""Channels and things that releases list in Latin script; a list with one of them names no companies."""


def match_companies(context: Context, start: int, end: int) -> Iterator[Candidate]:
    """Four names or more in a row on a line that speaks of companies."""
    text = context.text
    line_end = text.find("\n", end)
    stop = min(len(text) if line_end == -1 else line_end, end + _LIST_REACH)
    listed = _LIST.search(text, end, stop)
    if listed is None or _in_parenthesis(text, listed.start(), listed.end()):
        return
    items = [m.span() for m in _ITEMS.finditer(text, *listed.span())]
    if any(text[first:last].split(" ")[0] in _PLATFORMS for first, last in items):
        return
    if not _near_thai(text, *listed.span()):
        return
    for first, last in items:
        if text[first - 1] != "(":
            yield Candidate(
                "agency",
                first,
                last,
                "agency.latin-list",
                values={"form": "full"},
                confidence=0.6,
            )
