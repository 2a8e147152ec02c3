"""Slow and plain ways to do what the library does fast, written for comparing the two.

None of them uses an automaton, an index, a cache, a window or a table made ready: they look at
every character, every word and every pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from thaigov_extract.candidate import Candidate
from thaigov_extract.lexicon import read_table
from thaigov_extract.rule import Rule

# -- fold ------------------------------------------------------------------------------------------

Unit = tuple[str, int, int]
"""A folded character with the raw range that it stands for."""

ZERO_WIDTH = set(map(chr, [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF]))
TONES = set("่้๊๋")
VOWELS = set(map(chr, [0x0E31, *range(0x0E34, 0x0E3B), 0x0E47]))
THANTHAKHAT, NIKHAHIT = "\u0e4c", "\u0e4d"


def fold_plainly(raw: str) -> list[Unit]:
    """Fold character by character until nothing changes any more."""
    standard = {digit: str(value) for value, digit in enumerate("๐๑๒๓๔๕๖๗๘๙")}
    standard |= {chr(space): " " for space in (9, 11, 12, 0xA0, 0x202F, 0x205F, 0x3000)}
    standard |= {chr(space): " " for space in range(0x2000, 0x200B)}
    for glyph, letters in read_table("private_use"):
        standard[chr(int(glyph, 16))] = "".join(chr(int(x, 16)) for x in letters.split())
    units = [(standard.get(letter, letter), i, i + 1) for i, letter in enumerate(raw)]
    while True:
        folded = _one_pass(units)
        if [letter for letter, _, _ in folded] == [letter for letter, _, _ in units]:
            return folded
        units = folded


def _one_pass(units: Sequence[Unit]) -> list[Unit]:
    done: list[Unit] = []
    at = 0
    while at < len(units):
        letters, width = _folded_at([letter for letter, _, _ in units[at : at + 40]])
        if width == 1 and letters == units[at][0]:
            done.append(units[at])
        else:
            start, end = units[at][1], units[at + width - 1][2]
            done += [(letter, start, end) for letter in letters]
        at += width
    return done


def _folded_at(letters: Sequence[str]) -> tuple[str, int]:
    """What the first letters become, and how many of them that takes."""
    first, second, third = (*letters, "", "", "")[:3]
    if first in ZERO_WIDTH:
        return "", 1
    if first == "\r":
        return "\n", 2 if second == "\n" else 1
    # zero-width characters stand between no letters
    seen = [i for i, letter in enumerate(letters) if letter not in ZERO_WIDTH]
    solid = [letters[i] for i in seen]
    if solid[:2] == ["เ", "เ"]:
        return "แ", seen[1] + 1
    if solid[:2] == [NIKHAHIT, "า"]:
        return "ำ", seen[1] + 1
    if solid[0] == NIKHAHIT and solid[1:2] and solid[1] in TONES and solid[2:3] == ["า"]:
        return solid[1] + "ำ", seen[2] + 1
    if first in TONES and second == NIKHAHIT and third == "า":
        return first + "ำ", 3
    if first in TONES | {THANTHAKHAT} and second in VOWELS:
        return second + first, 2
    if first in TONES | VOWELS | {THANTHAKHAT} and second == first:
        return first, next((i for i, x in enumerate(letters) if x != first), len(letters))
    return first, 1


# -- scan ------------------------------------------------------------------------------------------


def hits_plainly(rules: Iterable[Rule], text: str) -> set[tuple[int, int, str]]:
    """Look for every trigger of every rule by itself: start, end, id of the rule."""
    hits: set[tuple[int, int, str]] = set()
    for rule in rules:
        places = [
            (start, start + len(trigger))
            for trigger in set(rule.triggers)
            for start in finds(text, trigger)
        ]
        if rule.whole_text:
            if places or not rule.triggers:
                hits.add((0, len(text), rule.id))
            continue
        longest: dict[int, int] = {}
        for start, end in places:
            longest[start] = max(end, longest.get(start, 0))
        hits |= {(start, end, rule.id) for start, end in longest.items()}
    return hits


def finds(text: str, part: str) -> list[int]:
    """Every place of a string, overlapping ones too."""
    places, at = [], text.find(part)
    while at >= 0:
        places.append(at)
        at = text.find(part, at + 1)
    return places


# -- overlaps --------------------------------------------------------------------------------------


def standing_plainly(
    candidates: Sequence[Candidate], priorities: Mapping[str, int]
) -> list[Candidate]:
    """Compare each candidate with every better one that stands."""

    def claimed(c: Candidate) -> set[int]:
        sides = [c.slots[s] for s in ("english", "abbreviation") if s in c.slots]
        if c.kind == "term" and sides:
            return set(range(min(a for a, _ in sides), max(b for _, b in sides)))
        return set(range(c.start, c.end))

    def owner(c: Candidate) -> object:
        return c.slots.get("official") if c.kind == "post" else None

    def rank(c: Candidate) -> tuple[int, int, float, int, str]:
        return (-priorities.get(c.rule, 0), c.start - c.end, -c.confidence, c.start, c.rule)

    standing: list[Candidate] = []
    for candidate in sorted(candidates, key=rank):
        if not any(
            owner(other) == owner(candidate) and claimed(other) & claimed(candidate)
            for other in standing
        ):
            standing.append(candidate)
    return sorted(standing, key=lambda c: (c.start, rank(c)))


def settled_plainly(
    text: str, found: Mapping[str, Sequence[Candidate]], agencies: Sequence[Candidate]
) -> dict[str, list[Candidate]]:
    """The four laws between kinds, each asked of every pair (rules of one priority).

    Args:
        text: Folded text.
        found: What stands within each kind.
        agencies: All candidates for bodies, standing or not.
    """

    def inside(inner: Candidate, outer: Candidate) -> bool:
        return outer.start < inner.start and inner.end <= outer.end

    def overlap(one: Candidate, other: Candidate) -> bool:
        return bool({*range(one.start, one.end)} & {*range(other.start, other.end)})

    bodies = found.get("agency", ())
    people = [
        p
        for p in found.get("official", ())
        if not any(inside(p, b) for b in bodies if b.values.get("form", "full") == "full")
    ]
    ministries = [
        a
        for a in agencies
        if text[a.start :].startswith("กระทรวง")
        and text[: a.start].endswith("ว่าการ")
        and any(b.start < a.start and a.end <= b.end for b in bodies)
    ]
    kept = [b for b in (*bodies, *ministries) if not any(overlap(b, p) for p in people)]
    starts = ("สำนัก", "บ้าน", "ทำเนียบ", "ตึก", "มูลนิธิ", "สมาคม", "ศาล", "ฝ่าย", "กอง")
    offices = [b for b in kept if text[b.start :].startswith(starts)]
    titles = [t for t in found.get("title", ()) if not any(inside(t, o) for o in offices)]
    return {"official": people, "agency": kept, "title": titles}
