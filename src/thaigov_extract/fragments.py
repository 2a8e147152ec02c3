"""The named fragments of patterns: ``{honorific}``, ``{number}``, ``{agency}``.

A fragment is a piece of a pattern, a word list, or a recognised object.  Word lists are those
that the shipped rules use, so a pattern knows every honorific that they know.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from .lexicon import read_table

THAI_LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"

OBJECTS = ("official", "agency", "title", "date", "term")
"""Kinds whose recognised objects a pattern may name."""


@frozen
class Fragment:
    """A named piece of a pattern.

    Attributes:
        pattern: A regular expression, which may name other fragments; or
        words: literal strings, the longest of which counts first.
        about: What it stands for, one line.
        silent: Never a slot (spaces and the like).
    """

    pattern: str | None = None
    words: tuple[str, ...] = ()
    about: str = ""
    silent: bool = False


_NAME = rf"[ก-ฮเ-ไ][{THAI_LETTERS}]{{1,24}}+"

_PATTERNS: Mapping[str, tuple[str, str]] = {
    "given": (rf"(?:{{known_given}}(?![{THAI_LETTERS}])|{_NAME})", "a Thai given name: a known one, or Thai letters up to a space"),
    "family": (rf"(?:{{known_family}}(?![{THAI_LETTERS}])|{_NAME}(?: ณ {_NAME})?)", "a Thai family name: a known one, or Thai letters up to a space"),
    "thai": (rf"[{THAI_LETTERS}ฯๆ]{{1,60}}", "Thai letters without a space"),
    "thai_words": (rf"[{THAI_LETTERS}ฯๆ]{{1,60}}(?: {{1,2}}[{THAI_LETTERS}ฯๆ]{{1,60}}){{0,5}}", "Thai letters, up to five spaces in between"),
    "thai_abbreviation": (r"(?:[ก-ฮ][ก-๎]{0,3}\.){1,6}", "a dotted Thai abbreviation: พม., ครม."),
    "latin": (r"[A-Za-z][A-Za-z0-9&'’.\-]{0,40}", "one word in Latin letters"),
    "english": (r"[A-Za-z][A-Za-z0-9&'’.,\-]{0,40}(?: {1,2}[A-Za-z0-9&(][A-Za-z0-9&'’.,)\-]{0,40}){0,20}", "words in Latin letters"),
    "abbreviation": (r"[A-Z][A-Za-z0-9&+\-]{1,11}", "a Latin abbreviation: COPAT"),
    "number": (r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?|\d{1,15}(?:\.\d{1,4})?", "a number, with commas or decimals"),
    "day": (r"(?:3[01]|[12]\d|0?[1-9])(?!\d)", "a day of the month"),
    "year": (r"(?:(?:24|25|26|19|20)\d\d|\d\d)(?!\d)", "a year of either era, or its last two digits"),
}  # fmt: skip

_SILENT: Mapping[str, tuple[str, str]] = {
    "gap": (r" {0,3}", "up to three spaces, or none"),
    "space": (r" {1,3}", "one to three spaces"),
    "quote": (r"[“”\"'‘’«»]", "a quotation mark"),
    "dash": (r" {0,2}[-–—‐‑~] {0,2}", "a dash with or without spaces"),
}


@cache
def shipped_fragments() -> Mapping[str, Fragment]:
    """Return the shipped fragments by name, the word lists among them."""
    found = {name: Fragment(pattern, (), about) for name, (pattern, about) in _PATTERNS.items()}
    for name, (pattern, about) in _SILENT.items():
        found[name] = Fragment(pattern, (), about, silent=True)
    for name, (words, about) in _word_lists().items():
        found[name] = Fragment(None, words, about)
    return found


def _word_lists() -> Mapping[str, tuple[tuple[str, ...], str]]:
    # the rules read these tables too; they import the pattern language, so it asks them late
    from .rules.name_words import family_names, given_names, honorifics

    places = read_table("places")
    ministries = read_table("ministry_short_names")
    return {
        "honorific": (tuple(honorifics()), "what stands before a name: นาง, พล.ต.อ., ศ.ดร., Mr."),
        "known_given": (tuple(sorted(given_names())), "a given name of the gazetteer"),
        "known_family": (tuple(sorted(family_names())), "a family name of the gazetteer"),
        "month": (tuple(row[0] for row in read_table("months")), "a month, in full or short"),
        "province": (_of_kind(places, "province"), "one of the 77 provinces"),
        "country": (_of_kind(places, "country"), "a country"),
        "ministry": (tuple(sorted({row[1] for row in ministries})), "a Thai ministry's name"),
        "ministry_short": (tuple(row[0] for row in ministries), "what รมว. is written with: คลัง"),
        "title_head": (tuple(row[0] for row in read_table("title_heads")), "first word of a post: ปลัด"),
        "agency_head": (_agency_heads(), "first word of a body's name: กรม"),
    }  # fmt: skip


def _of_kind(rows: tuple[tuple[str, ...], ...], kind: str) -> tuple[str, ...]:
    return tuple(row[0] for row in rows if row[1] == kind)


def _agency_heads() -> tuple[str, ...]:
    return tuple(row[0] for row in read_table("agency_heads") if row[1] != "any")
