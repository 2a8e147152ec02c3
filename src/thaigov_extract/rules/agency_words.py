"""The word lists of the rules for bodies: heads, gazetteer, short forms, places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from ..agency_border import LETTERS
from ..lexicon import WordsByStart, read_table
from ..prepared import compiled, prepared
from ..registry import LIMITED

THAI = "ก-๎"
"""Thai letters with ฯ and ๆ, as a character class."""

_FREQUENT = 10
"""Mined names count from so many releases on."""

_MANY = 50
"""So many definitions make a short form known without one."""

_MOSTLY = 0.7
"""A short form stands for a body where this share of its definitions says so."""

OPEN_ENDS = (
    "จังหวัด", "อำเภอ", "ตำบล", "หมู่บ้าน", "ประจำ", "ที่", "แห่ง", "แห่งละ", "ของ", "ใน", "และ", "เพื่อ", "ด้าน", "ต่าง", "สังกัด", "ตาม",
    "แก่", "อย่าง", "กว่า", "กับ", "ทั้ง", "เพื่อให้", "ซึ่ง", "โดย", "ตามโครงการ",
)  # fmt: skip
"""A name that stops here names a kind of body, or was cut short."""


@frozen
class Head:
    """A row of ``agency_heads``.

    Attributes:
        form: Its class (``unit``, ``company``, …; see the table).
        least: Fewest letters of the name after it.
        generic: What after it makes a plain noun.
    """

    form: str
    least: int
    generic: regex.Pattern[str] | None


@cache
def heads() -> dict[str, Head]:
    """Return the heads of ``agency_heads`` without the row for any head."""
    return {head: row for head, row in _rows().items() if row.form != "any"}


@prepared
def _rows() -> dict[str, Head]:
    table = list(read_table("agency_heads"))
    shared = {row[0]: row[3] for row in table if row[0][0] == "@"}
    rows = {}
    for head, form, least, *generic in table:
        if head in shared:
            continue
        pattern = generic[0] if generic else ""
        for name, complements in shared.items():
            pattern = pattern.replace(name, complements)
        pattern = pattern.replace("$", rf"(?![{THAI}])")
        rows[head] = Head(form, int(least), compiled(pattern) if pattern else None)
    return rows


@prepared
def _heads_by_start() -> WordsByStart:
    return WordsByStart(heads())


def head_at(text: str, start: int) -> str:
    """Return the longest head that begins at *start*, or the empty string."""
    return _heads_by_start().longest_at(text, start)


def is_plain(head: str, text: str, after: int) -> bool:
    """Whether what follows *head* at *after* makes it a plain noun, not a name."""
    row = heads()[head]
    if row.generic is not None and row.generic.match(text, after):
        return True
    everywhere = _rows()["*"].generic
    return row.least > 0 and everywhere is not None and bool(everywhere.match(text, after))


@cache
def kinds() -> frozenset[str]:
    """Return what looks like a name and is a kind of bodies (``สำนักงานขนส่ง``)."""
    return frozenset(kind for (kind,) in read_table("agency_kinds"))


@cache
def ministries() -> frozenset[str]:
    """Return the names of Thailand's ministries."""
    return frozenset(name for _, name in read_table("ministry_short_names"))


@frozen
class Body:
    """A row of the registry ``agencies``.

    Attributes:
        id: Its id there.
        name: Its Thai name.
        spellings: Other Thai names and spellings.
        short: Its short forms in Thai script.
        latin: Its short forms in Latin script.
    """

    id: str
    name: str
    spellings: tuple[str, ...]
    short: tuple[str, ...]
    latin: tuple[str, ...]


def _bodies() -> Iterator[Body]:
    for id_, name, other, short, _, latin, *_ in read_table("agencies"):
        spellings, thai, roman = (
            tuple(part for part in column.split("|") if part) for column in (other, short, latin)
        )
        yield Body(id_, name, spellings, thai, roman)


@prepared
def registry() -> dict[str, Body]:
    """Return the bodies of the registry by each of their names and spellings."""
    names: dict[str, Body] = {}
    for body in _bodies():
        names.setdefault(body.name, body)
    for body in _bodies():
        for spelling in body.spellings:
            names.setdefault(spelling, body)
    return names


@frozen
class Former:
    """A row of ``agency_former``: what a body was called in other years.

    Attributes:
        name: The name or short form.
        kind: ``name`` or ``short``.
        first: First year (CE) or ``None`` where it is not known.
        last: Last year (CE) or ``None`` where it is still in use.
        id: The body of the registry that bears the work now.
    """

    name: str
    kind: str
    first: int | None
    last: int | None
    id: str


@prepared
def former_names() -> dict[str, Former]:
    """Return the names and short forms of other years, with the body that bears the work now."""
    return {
        name: Former(
            name, kind, int(first) if first else None, int(last) if last else None, identity
        )
        for name, kind, first, last, identity, _ in read_table("agency_former")
    }


@prepared
def gazetteer() -> frozenset[str]:
    """Return the full names that the registry and the corpus hold."""
    names = {*ministries(), *(name for name in registry() if name not in _AS_REGIONS)}
    names.update(former.name for former in former_names().values() if former.kind == "name")
    for name, count in read_table("agency_names"):
        head = head_at(name, 0)
        form = heads()[head].form if head else ""
        if (
            form in ("unit", "company")
            and len(name) > len(head)
            and int(count) >= _FREQUENT
            and not name.endswith(OPEN_ENDS)
            and not is_plain(head, name, len(head))
        ):
            names.add(name)
    return frozenset(names)


@prepared
def _registry_by_start() -> WordsByStart:
    return WordsByStart(registry())


def longest_known_name(text: str, start: int) -> int:
    """Return where the longest name of the registry that begins at *start* ends, or *start*."""
    return start + len(_registry_by_start().longest_at(text, start))


_AS_REGIONS = frozenset(["กรุงเทพมหานคร", "อาเซียน", "เอเปค", "รัฐบาล", "เมืองพัทยา"])
"""Bodies whose name is a place's or a region's: the class ``loose`` of the heads decides."""


def spaced_names_at(text: str, start: int, head: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names with spaces inside that may begin with *head* at *start*, longest first.

    Each as it is written and as the parts between which the spaces stand; whether one stands there
    is for :func:`spaced_name_end` to say.
    """
    after = start + len(head)
    return _spaced_names().get((head, text[after : after + 2 + _BEGUN].lstrip(" ")[:_BEGUN]), ())


@prepared
def _spaced_names() -> dict[tuple[str, str], tuple[tuple[str, tuple[str, ...]], ...]]:
    """The names by their head and the letters after it."""
    by_begin: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = {}
    for (name,) in read_table("agency_spaced_names"):
        parts = tuple(name.split("_"))
        head = head_at(parts[0], 0)
        begun = name[len(head) :].lstrip("_")[:_BEGUN]
        by_begin.setdefault((head, begun), []).append((_written(name), parts))
    return {
        begin: tuple(sorted(rows, key=lambda row: -len(row[0]))) for begin, rows in by_begin.items()
    }


_BEGUN = 4
"""Letters after the head that no space parts."""


def spaced_name_end(text: str, start: int, parts: tuple[str, ...]) -> int:
    """Return where *parts* end that stand at *start* with two spaces at most between them, or 0."""
    at = start
    for part in parts:
        if not text.startswith(part, at):
            if at == start or text[at : at + 1] != " ":
                return 0
            at += 2 if text.startswith(" ", at + 1) else 1
            if not text.startswith(part, at):
                return 0
        at += len(part)
    return at


def _written(name: str) -> str:
    """The usual spelling: a space between the members of a list, none after a head."""
    return name.replace("กระทรวง_", "กระทรวง").replace("_และ", "และ").replace("_", " ")


@prepared
def abbreviations() -> dict[str, str]:
    """Return the short forms that need no definition.

    Returns:
        Each with the full name where by far most definitions give that one, else with
        the empty string.
    """
    stops = {short for short, kind in read_table("agency_short_stops") if kind == "known"}
    names: dict[str, str] = {}
    owners: dict[str, list[str]] = {}
    for body in _bodies():
        for short in (*body.short, *body.latin):
            if short not in stops and _may_stand_alone(short):
                owners.setdefault(short, []).append(body.name)
    best: dict[str, int] = {}
    for short, name, count, total, bare in read_table("agency_abbreviations"):
        if short in stops or not (
            bare == "yes"
            or int(count) >= _MANY
            or (not short.isascii() and _may_stand_alone(short))
        ):
            continue
        names.setdefault(short, "")
        if int(count) > best.get(short, -1):
            best[short] = int(count)
            names[short] = name if int(count) >= _MOSTLY * int(total) else ""
    for short, of in owners.items():
        if len(of) == 1:
            names[short] = of[0]
        else:
            names.setdefault(short, "")
    for short, former in former_names().items():
        if former.kind == "short" and former.last is not None and short not in stops:
            names.setdefault(short, _former_name(former))
    for short, kind in read_table("agency_short_stops"):
        if kind == "body":
            names.setdefault(short, "")
    return names


@prepared
def abbreviations_by_start() -> WordsByStart:
    """Return the short forms of :func:`abbreviations`, to be found at a place of a text."""
    return WordsByStart(abbreviations())


@cache
def bare_names() -> dict[str, tuple[str, bool]]:
    """Return names without their head (``กรุงไทย``): the full name, and whether it is a phrase too."""
    rows = read_table("agency_bare_names")
    return {bare: (name, where == "quoted") for bare, name, where in rows}


def _former_name(short: Former) -> str:
    """The name that a short form of other years stood for, or that of the body as it is called now."""
    of_its_time = [
        other.name
        for other in former_names().values()
        if other.kind == "name" and (other.id, other.last) == (short.id, short.last)
    ]
    now = next((body.name for body in _bodies() if body.id == short.id), "")
    return of_its_time[0] if len(of_its_time) == 1 else now


def _may_stand_alone(short: str) -> bool:
    """Three letters and a dot, or three capitals, are hardly anything but a body."""
    if short.isascii():
        return len(short) >= 3
    return len(short.replace(".", "")) >= 3


@prepared
def company_cores() -> dict[str, str]:
    """Return the names of registered companies without their legal form, with the full name.

    ``ไปรษณีย์ไทย`` for ``บริษัท ไปรษณีย์ไทย จำกัด``; short ones are too like plain words.
    """
    cores: dict[str, str] = {}
    for body in _bodies():
        found = _LEGAL_FORM.fullmatch(body.name)
        core = found["core"] if found else ""
        if len(core) >= _DISTINCT and core not in gazetteer() and core not in no_bodies():
            cores[core] = body.name
    return cores


_LEGAL_FORM = compiled(rf"บริษัท ?(?P<core>[{LETTERS}]+) ?{LIMITED}")
_DISTINCT = 9


@cache
def no_bodies() -> frozenset[str]:
    """Return short forms in the manner of a body's that are none."""
    return frozenset(
        short for short, kind in read_table("agency_short_stops") if kind in ("known", "new")
    )


@cache
def never_bodies() -> frozenset[str]:
    """Return those that no definition makes one (``CCTV``)."""
    return frozenset(short for short, kind in read_table("agency_short_stops") if kind == "new")


@cache
def delicate() -> frozenset[str]:
    """Return short forms of bodies that are words as well (``รง.``, ``ทล.``)."""
    return frozenset(short for short, kind in read_table("agency_short_stops") if kind == "word")


@cache
def registered_shorts() -> dict[str, str]:
    """Return the Thai short forms of the registry that one body has, with its name."""
    names: dict[str, list[str]] = {}
    for body in _bodies():
        for short in body.short:
            names.setdefault(short, []).append(body.name)
    return {short: of[0] for short, of in names.items() if len(of) == 1}


@cache
def tags() -> dict[str, str]:
    """Return hash tags that are a short form: without its dots (``#พม``), or one of many meanings (``#MOI``).

    Returns:
        Each with the full name, or the empty string.
    """
    known = {
        "#" + short.replace(".", ""): name
        for short, name in abbreviations().items()
        if short.endswith(".")
    }
    for body in _bodies():
        for short in body.latin:
            if short in no_bodies() and len(short) > 1:
                known.setdefault("#" + short, body.name)
    for name in ministries():
        if len(work := name.removeprefix("กระทรวง")) >= _TAGGED_WORK:
            known.setdefault("#" + work, name)  # #ดิจิทัลเพื่อเศรษฐกิจและสังคม
    return known


_TAGGED_WORK = 12
"""Letters from which on the work of a ministry is no word by itself."""
