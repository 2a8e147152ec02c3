"""The parts of a personal name after its prefix: given name, family name, and where they end."""

from __future__ import annotations

from ..prepared import compiled
from ..words import edges
from .foreign_names import (
    PARTICLES,
    as_many_words,
    bracketed_name,
    family_first_name,
    long_name,
    looks_foreign,
    opens_with_family,
)
from .latin_names import latin_name
from .name_runs import (
    GAP,
    INITIAL,
    POST,
    NameParts,
    closed_name,
    is_abbreviation,
    is_initial,
    run_at,
)
from .name_words import (
    LETTERS,
    family_names,
    given_name_starts,
    given_names,
    glued_stop,
    hard_stop_in,
    is_no_family,
    longest_name,
    stop_at,
)

# ฉ.โรจน์ประเสริฐ; not จ. (province), อ. (district), ต. (subdistrict) and the like
_INITIAL_FAMILY = compiled(rf"(?![จอตมถซร])[ก-ฮ]\. ?[{LETTERS}]{{4,16}}+(?!\.)")
_INITIALS = compiled(rf"(?:{INITIAL} ?)+")
_HEAD = compiled(r"[ก-ฮเ-ไ\p{Latin}]")

# Words that a long unknown run does not hold if it is a family name.
_CLAUSE = compiled(r"ว่า|การ|ความ|ด้วย|ให้|ที่|จะ|ไม่|ต้อง|ได้|และ|เพื่อ|เป็น|ขึ้น")
LONGEST_FAMILY = 24
"""Longest family name that is believed without the gazetteer, in code points."""

_COURTESY = r"(?:นาย(?!ก|อำเภอ|แพทย์|ทะเบียน|จ้าง|ช่าง)|นางสาว|นาง|น\.ส\.|ดร\.)"
# the next name of a list
_JOINED_NAME = compiled(rf" {{0,2}}(?:และ|,) {{0,2}}{_COURTESY}[ก-ฮเ-ไ ]")

_NEXT_NAME = compiled(rf" {{1,3}}{_COURTESY}[ก-ฮเ-ไ][ก-๎]*+ {{1,3}}[ก-ฮเ-ไ]")
_LISTED_BEFORE = compiled(
    rf"{_COURTESY}[ก-๎]{{2,20}} {{1,3}}[ก-๎]{{3,24}} {{1,3}}{_COURTESY}[ก-๎]{{2,20}} {{1,3}}\Z"
)
"""Names without posts before and behind: all of the list are names."""

_SHORT_TAIL = 10
"""Longest last part of a family name that is spelt like a word that might lead on."""

# a word that leads on, left hanging at the end of a run
_JOINT = compiled(r"(?:และ|หรือ|โดย|กับ|ว่า|ได้|ยัง|จึง)$")


_ROYAL_PLACES = frozenset(
    "อยุธยา ระนอง เชียงใหม่ ลำพูน ลำปาง น่าน นคร พัทลุง ถลาง สงขลา ตะกั่วทุ่ง ตะกั่วป่า ป้อมเพชร ป้อมเพ็ชร์ ป้อมเพ็ชร "
    "ป้อมเพชร์ มหาชัย ราชสีมา กาฬสินธุ์ จัมปาศักดิ์ จำปาศักดิ์ บางช้าง วิเชียร ร้อยเอ็ด มหาสารคาม อุบล สกลนคร หนองคาย "
    "พิศณุโลก ไชยา ภูเก็ต เชียงตุง เวียงจันทน์ สุวรรณภูมิ ปทุม ชุมพร สตูล กาญจนบุรี ตากใบ โคราช หลวงพระบาง บางกอก นครพนม".split()
)


# ผลพฤกษา|ผบก.สอท.: a post in letters that is written on to the name
_POST_IN_LETTERS = compiled(r"(?:รอง)?(?:ผบ[กช]?|ผกก|ผอ|รม[วช])\Z")
_WITHHELD = ("สงวน", "ขอสงวน", "นามสม")
"""What stands for a family name that is not given (``สงวนนามสกุล``)."""
_AGED = compiled(r" {1,2}อายุ ?[0-9]")
_COLUMN = compiled(r" {9,40}+")


def parse_name(text: str, start: int) -> NameParts | None:
    """Read a personal name that begins at *start*, after the prefix.

    Args:
        text: Folded text.
        start: Offset of the first letter of the name.

    Returns:
        The parts, or ``None`` where no name stands there.
    """
    if start >= len(text) or not _HEAD.match(text, start):
        return None
    latin = latin_name(text, start)
    if latin:
        return NameParts(*latin, confidence=0.85, known=True)
    run = run_at(text, start)
    if run is None:
        return None
    gap = GAP.match(text, run)
    second = gap.end() if gap else run
    second_run = run_at(text, second) if gap else None
    if second_run is None and (gap := _COLUMN.match(text, run)) is not None:
        # the columns of a list: นางรัชนี            ใจงาม
        end = run_at(text, gap.end())
        if end is not None and text[gap.end() : end] in family_names():
            second, second_run = gap.end(), end
    if second_run is not None and is_abbreviation(text, second, second_run):
        second_run = None
    given_end, glued = _given_end(text, start, run)
    if glued and glued[1] == run and second_run and not stop_at(text, second, second_run):
        given_end, glued = run, None
    if given_end - start < 2:
        return None
    known = text[start:given_end] in given_names()
    if glued is not None:
        return NameParts((start, given_end), glued, glued[1], 0.85, True)
    if given_end < run:
        return NameParts((start, given_end), None, given_end, 0.9 if known else 0.7, known)
    if second_run is None:
        initial = _INITIAL_FAMILY.match(text, second) if gap else None
        if initial and closed_name(text, initial.end(), POST):
            family = (second, initial.end())
            return NameParts((start, run), family, family[1], 0.8, True)
        return NameParts((start, run), None, run, 0.95 if known else 0.8, known)
    return _with_second(text, (start, run), (second, second_run), known)


def _given_end(text: str, start: int, run: int) -> tuple[int, tuple[int, int] | None]:
    """Return where the given name ends and the family name that is glued to it, if any."""
    whole = text[start:run]
    if whole in given_names():
        return run, None
    for end in longest_name(text, start, run, "given"):
        if end - start < 3:
            break
        if glued_stop(text, end, run):
            return end, None
        if run - end >= 5:
            for family_end in longest_name(text, end, run, "family"):
                if family_end - end < 5:
                    break
                if family_end == run or glued_stop(text, family_end, run):
                    return end, (end, family_end)
    end = _cut(text, start, run)
    if end < run or closed_name(text, run, POST):
        # นายพิสิทธิ์พัวพันธ์ผู้อำนวยการ…: posts follow full names, so the rest is the family name
        for given_end in longest_name(text, start, end - 4, "given"):
            rest = end - given_end
            if given_end - start < 5 or rest > 14 or _CLAUSE.search(text, given_end, end):
                continue
            if _post_follows(text, end, run):
                return given_end, (given_end, end)
    return end, None


def _post_follows(text: str, end: int, run: int) -> bool:
    if end < run:
        return stop_at(text, end, run) == "post"
    return closed_name(text, run, POST)


_INNER_PREFIX = compiled(r"นาย|นางสาว")


def _cut(text: str, start: int, run: int) -> int:
    """Return where an unknown name that begins at *start* is cut off from what is glued to it."""
    hard = hard_stop_in(text, start + 2, run)
    end = run if hard is None else hard
    other = text.find("หรือ", start + 3, end)
    if other >= 0:
        end = other
    for inner in _INNER_PREFIX.finditer(text, start + 4, end):
        if given_name_starts(text, inner.end(), 20):
            end = inner.start()  # นาย ก เหมือนนาย ข: another name begins
            break
    joint = _JOINT.search(text, start + 3, end)
    return joint.start() if joint else end


def _family_end(text: str, start: int, run: int) -> tuple[int, bool] | None:
    """Return where a family name that begins at *start* ends and whether it is known."""
    if text[start:run] in family_names():
        return run, True
    if text.startswith(".", run) and (post := _POST_IN_LETTERS.search(text, start + 4, run)):
        return post.start(), text[start : post.start()] in family_names()
    stop = stop_at(text, start, run)
    for end in longest_name(text, start, run, "family"):
        if end - start < 4:
            break
        glued = glued_stop(text, end, run)
        if glued == "soft" and run - end <= _SHORT_TAIL and closed_name(text, run, POST):
            break  # สุวรรณรักษา ผู้อำนวยการ…: the post shows that the name goes on to the space
        if glued and not (stop and end - start < 6):
            return end, True
    withheld = text.startswith(_WITHHELD, start)
    if stop and 4 <= run - start <= 14 and _AGED.match(text, run) and not withheld:
        return run, False  # นางสาวสมใจ แจ้งกระจ่าง อายุ 34 ปี
    if stop == "soft" and _after_family(text, run) is not None:
        return run, False  # ยังอภัย ณ สงขลา
    if stop == "soft" and 4 <= run - start <= 14 and not hard_stop_in(text, start, run):
        # พร้อมวงศ์ ปลัด…, มีสี): a name after all where a post, a bracket or the gap between the
        # columns of a list closes it; of the short ones only those with มี- are common
        if text.startswith((")", "    "), run):
            return run, False
        if run - start >= 6 and _JOINED_NAME.match(text, run):
            return run, False  # นายสุรพล ปลื้มใจ และ นายดุสิต …
        if _NEXT_NAME.match(text, run) and _LISTED_BEFORE.search(text, max(0, start - 90), start):
            return run, False  # นาย ก ใจดี นาย ข ช่วยชาตรี นาย ค …
        if run - start >= 5 and _more_family(text, start, run):
            return run, False  # ตามชู กฤษณสุวรรณ ผู้อำนวยการ…
        long_enough = run - start >= 6 or text.startswith("มี", start)
        return (run, False) if long_enough and closed_name(text, run, POST) else None
    if stop:
        return None
    end = _cut(text, start, run)
    if end - start > LONGEST_FAMILY or (end - start > 16 and _CLAUSE.search(text, start, end)):
        return None
    return end, False


def _with_second(
    text: str, first: tuple[int, int], second: tuple[int, int], known: bool
) -> NameParts:
    initials = _INITIALS.match(text, second[0])
    if initials and initials.end() < second[1]:
        # โจนาธาน พี. เซฟเฟิร์ด: initials go with the given name
        first = first[0], second[0] + len(initials[0].rstrip())
        second = initials.end(), second[1]
    start, run = second
    word = text[start:run]
    thai = known and word in family_names() and not looks_foreign(text[slice(*first)] + word)
    if (parts := bracketed_name(text, first, second)) and (
        not thai or as_many_words(text, first, parts.end)
    ):
        return parts
    alone = NameParts(first, None, first[1], 0.9, known)
    if word == "ณ":
        end = _royal_place(text, start)
        if end is None and (gap := GAP.match(text, run)):
            other = run_at(text, gap.end())
            if other and other - gap.end() < 12 and closed_name(text, other, POST):
                end = other
        return NameParts(first, (start, end), end, 0.95, True) if end else alone
    if word == "แซ่" and (gap := GAP.match(text, run)) and (end := run_at(text, gap.end())):
        return NameParts(first, (start, end), end, 0.95, True)
    if word in PARTICLES:
        parts = long_name(text, first, second)
        return parts if parts else alone
    found = _family_end(text, start, run)
    if found is None:
        return alone
    end, family_known = found
    if end - start < 2:
        return alone
    if end == run and (longer := _more_family(text, start, end)):
        whole, double = longer
        if double:
            return NameParts((first[0], end), (whole[0], whole[1]), whole[1], 0.8, True)
        return NameParts(first, (start, whole[1]), whole[1], 0.85, True)
    if end == run and (place := _after_family(text, end)):
        return NameParts(first, (start, place), place, 0.95, True)
    if end < run:
        return NameParts(first, (start, end), end, 0.85, known or family_known)
    if opens_with_family(text[slice(*first)], word) and not family_known:
        return family_first_name(text, first, second)
    given = text[slice(*first)]
    foreign = not family_known or looks_foreign(given) or is_initial(given) or is_initial(word)
    foreign = foreign or _foreign_before_post(text, end)
    if foreign and (parts := long_name(text, first, second)):
        return parts
    confidence = 0.98 if known and family_known else 0.9 if known or family_known else 0.8
    if is_no_family(text[first[0] : end].split()):
        return NameParts((first[0], end), None, end, 0.8, known)
    return NameParts(first, (start, end), end, confidence, known or family_known)


def _foreign_before_post(text: str, end: int) -> bool:
    """``เคา คิม|ฮอร์น เลขาธิการ…``: one more word that looks foreign, then a post."""
    gap = GAP.match(text, end)
    run = run_at(text, gap.end()) if gap else None
    if gap is None or run is None or stop_at(text, gap.end(), run):
        return False
    return looks_foreign(text[gap.end() : run]) and closed_name(text, run, POST)


def _royal_place(text: str, start: int) -> int | None:
    """Return the end of ``ณ อยุธยา`` at *start*, or ``None``."""
    gap = GAP.match(text, start + 1)
    at = gap.end() if gap else start + 1
    end = run_at(text, at)
    if end is None:
        return None
    if text[at:end] in _ROYAL_PLACES:
        return end
    for length in (10, 9, 8, 7, 6, 5, 4):
        if text[at : at + length] in _ROYAL_PLACES and stop_at(text, at + length, end):
            return at + length
    return None


def _more_family(text: str, start: int, end: int) -> tuple[tuple[int, int], bool] | None:
    """Return a second family name after the first, and whether it is one of its own.

    ``จันทร์ โอชา`` is one name with a space in it; in ``อินทวงศ์ สุวรรณคีรี`` the first is a
    middle name.
    """
    gap = GAP.match(text, end)
    run = run_at(text, gap.end()) if gap else None
    if gap is None or run is None:
        return None
    word = text[gap.end() : run]
    if text[start:end] + word in family_names():
        return (gap.end(), run), False
    if stop_at(text, gap.end(), run) is not None:
        return None
    if not closed_name(text, run, POST):
        # two family names of the gazetteer need no post behind them, only the end of a name
        both = len(word) > 5 and word in family_names() and text[start:end] in family_names()
        return ((gap.end(), run), True) if both and closed_name(text, run, _ANY_STOP) else None
    if word in _FAMILY_TAILS:
        return (gap.end(), run), False
    if word in family_names() or (6 <= len(word) <= 16 and len(edges(text, gap.end(), run)) > 2):
        return (gap.end(), run), True
    return None


_ANY_STOP = frozenset({"post", "hard", "soft"})

_FAMILY_TAILS = frozenset(
    ["รักษ์", "วงศ์", "วงษ์", "พงศ์", "พงษ์", "กุล", "ศักดิ์", "สกุล", "โอชา", "นนท์", "ธรรม"]
)
"""Tails of family names that a slip of the space leaves standing alone before a post."""


def _after_family(text: str, end: int) -> int | None:
    gap = GAP.match(text, end)
    if gap and text.startswith("ณ", gap.end()):
        return _royal_place(text, gap.end())
    return None
