"""The word lists of personal names: prefixes, stop words, gazetteers, and where a run is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

import regex

from ..lexicon import WordsByStart, read_table
from ..prepared import compiled, prepared

FIRM = frozenset({"hard", "post"})
"""Classes of stop words that end a name wherever they begin."""

LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"
"""Thai letters, vowels and signs, without ฯ, ๆ and ฿."""


_LETTER = compiled(rf"[{LETTERS}]")


@prepared
def honorifics() -> dict[str, str]:
    """Return every spelling of every prefix with its class."""
    forms: dict[str, str] = {}
    for form, kind in read_table("honorifics"):
        for spelling in _spellings(form, kind):
            forms.setdefault(spelling, kind)
    return forms


def _spellings(form: str, kind: str) -> Iterator[str]:
    for spelling in _spaced(form):
        yield spelling
        if kind == "rank":
            yield f"ว่าที่{spelling}"
            yield f"ว่าที่ {spelling}"
    # the last dot is often forgotten: พล.อ ประยุทธ์
    if form.startswith(("พล.", "พ.ต.", "น.ส.")) and form.count(".") > 1 and form[-1] == ".":
        yield form[:-1] + " "


def _spaced(form: str) -> Iterator[str]:
    """Yield *form* with and without a space after each inner dot."""
    # never น. ต.: the hour (03.15 น.) and a subdistrict (ต.)
    if (
        form.count(".") < 2
        or form[-1] != "."
        or form.isascii()
        or (form[:2] == "น." and form != "น.ส.")
    ):
        yield form
        return
    letters = form[:-1].split(".")
    for gaps in product(("", " "), repeat=len(letters) - 1):
        yield "".join(f"{a}.{gap}" for a, gap in zip(letters, (*gaps, ""), strict=True))


@prepared
def chain_pattern() -> regex.Pattern[str]:
    """Return the pattern of several prefixes in a row; group ``last`` is the last of them.

    A word that is no more than a prefix by chance (เซอร์ in นายเซอร์เก) goes on a row only
    where a space follows it.
    """
    latin = [form for form, kind in honorifics().items() if kind == "latin"]
    loose = [form.strip() for form, kind in honorifics().items() if _is_loose(form, kind)]
    thai = [
        form for form, kind in honorifics().items() if kind != "latin" and not _is_loose(form, kind)
    ]
    one = r"(?:\L<thai>(?: ?\(?หญิง\)?)?|\L<latin>(?![a-z])|\L<loose>(?= ))"
    return regex.compile(
        rf"(?P<last>{one}|\L<glued>(?=[ก-ฮเ-ไ]))(?: {{0,3}}+(?P<last>{one})){{0,6}}+",
        thai=thai,
        latin=latin,
        loose=loose,
        glued=[form for form, kind in honorifics().items() if kind in ("foreign", "strict")],
    )


def last_prefix(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the last of the prefixes lies that stand in a row at *start*, or ``None``.

    Args:
        text: Folded text.
        start: Offset of the first one.
        end: Offset after the longest prefix that begins there.
    """
    if text[start:end] in _closed_prefixes():
        # hardly any name has a second prefix, and the pattern of all of them is slow to say so
        after = end
        while after < end + 3 and text.startswith(" ", after):
            after += 1
        if not _on_a_row().longest_at(text, after) and not text.startswith("(", after):
            return start, end
    chain = chain_pattern().match(text, start)
    return None if chain is None else chain.span("last")


@prepared
def _closed_prefixes() -> frozenset[str]:
    """The prefixes in Thai letters that need nothing behind them."""
    return frozenset(
        form for form, kind in honorifics().items() if kind != "latin" and not _is_loose(form, kind)
    )


@prepared
def _on_a_row() -> WordsByStart:
    """All that may go on a row of prefixes."""
    return WordsByStart([*(form.strip() for form in honorifics()), "หญิง"])


def _is_loose(form: str, kind: str) -> bool:
    return kind in ("foreign", "strict") or form.endswith(" ") or form in ("ดร", "หม่อม")


@prepared
def given_names() -> WordsByStart:
    """Return the gazetteer of given names."""
    return WordsByStart(row[0] for row in read_table("name_given"))


@prepared
def family_names() -> WordsByStart:
    """Return the gazetteer of family names."""
    return WordsByStart(row[0] for row in read_table("name_family"))


@cache
def family_first() -> frozenset[str]:
    """Return the family names that stand before the given name."""
    return frozenset(row[0] for row in read_table("name_family_first"))


@cache
def common_names() -> frozenset[str]:
    """Return the given names that are everyday words or place names too."""
    return frozenset(row[0] for row in read_table("name_common"))


@cache
def no_family() -> frozenset[str]:
    """Return the words of names that hold no family name."""
    return frozenset(row[0] for row in read_table("name_no_family"))


def is_no_family(words: Sequence[str]) -> bool:
    """Is this a name of several words that holds no family name (``Maung Maung Kyaw``)?"""
    return len(words) > 1 and all(word in no_family() for word in words)


@cache
def _stops() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("name_stops")}


@prepared
def _hard() -> WordsByStart:
    return WordsByStart(word for word, kind in _stops().items() if kind in FIRM)


@prepared
def _stops_by_start() -> WordsByStart:
    return WordsByStart(_stops())


def glued_stop(text: str, start: int, end: int) -> str | None:
    """Return the class of the stop word glued to a name that ends at *start*, or ``None``."""
    kind = stop_at(text, start, end)
    return None if kind == "whole" else kind


def stop_at(text: str, start: int, end: int) -> str | None:
    """Return the class of the stop word that begins at *start*, or ``None``.

    Args:
        text: Folded text.
        start: Offset where a run begins or is to be cut.
        end: Offset after the run (a ``whole`` stop must fill it).
    """
    for length in _stops_by_start().lengths_at(text, start):
        kind = _stops()[text[start : start + length]]
        if text[start + length : start + length + 1] in _INNER_MARKS:
            continue  # คุณ|านุกร
        if kind != "whole" or start + length == end:
            return kind
    return None


_INNER_MARKS = frozenset("ะาำิีึืุู็่้๊๋์ั")
"""Marks that go on from the letter before them: no word ends there."""


def hard_stop_in(text: str, start: int, end: int) -> int | None:
    """Return where the first hard stop word begins in ``text[start:end]``, or ``None``."""
    limit, known, hard = end + 3, _shortest_stops(text), _hard()
    for place in range(start, end):
        length = known.get(place)
        if length is None:
            lengths = hard.lengths_at(text, place)
            length = known[place] = lengths[-1] if lengths else _NONE
        if place + length <= limit:
            return place
    return None


def given_name_starts(text: str, start: int, within: int) -> bool:
    """Whether a given name of *within* letters at most begins at *start*."""
    known = _shortest_names(text)
    length = known.get(start)
    if length is None:
        lengths = given_names().lengths_at(text, start)
        length = known[start] = lengths[-1] if lengths else _NONE
    return length <= within


_NONE = 1 << 60


# In a text without spaces each name would look at the same places as the names before it. These
# keep what has been found in the text that is being read: place → length of the shortest word.


@lru_cache(maxsize=1)
def _shortest_stops(text: str) -> dict[int, int]:
    return {}


@lru_cache(maxsize=1)
def _shortest_names(text: str) -> dict[int, int]:
    return {}


def longest_name(text: str, start: int, end: int, which: str) -> Iterator[int]:
    """Yield the ends of gazetteer names that begin at *start*, the longest first.

    Args:
        text: Folded text.
        start: Offset of the name.
        end: Offset that a name may not pass.
        which: ``given`` or ``family``.
    """
    names = given_names() if which == "given" else family_names()
    for length in names.lengths_at(text, start):
        if start + length <= end:
            yield start + length


@cache
def left_words(which: str) -> tuple[str, ...]:
    """Return what may stand before a prefix: the words of class ``open``, ``trap`` or ``thing``."""
    return tuple(word for word, kind in read_table("name_left") if kind == which)


def names_thing(text: str, start: int) -> bool:
    """Is the name at *start* part of the name of a thing (``โรงเรียน``, ``มูลนิธิ``)?"""
    left = start
    while left > 0 and start - left < 2 and text[left - 1] in "“\"'‘ ":
        left -= 1
    if not text.endswith(left_words("thing"), max(0, left - 14), left):
        return False
    for word in left_words("thing"):
        at = left - len(word)
        # วัด counts as a word of its own, not as the tail of จังหวัด; สวน not in สอบสวน
        if text.startswith(word, max(0, at)) and (
            (len(word) > 4 and left == start) or at <= 0 or not _LETTER.match(text, at - 1)
        ):
            return True
    return False
