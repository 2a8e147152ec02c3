"""Pair Thai terms with the Latin-script names in the parentheses after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from attrs import frozen

from .abbreviation import half_abbreviated, initials_match
from .bilingual import Tables, default_tables, describe, english_words
from .border import NO_EVIDENCE, WINDOW, Evidence
from .border_score import best_start
from .candidate import Candidate
from .coverage import cover
from .echo import echoes
from .inside import is_person, read_inside
from .lines import line_start
from .parenthesis import parentheses
from .prepared import compiled
from .registry import english_of, owners
from .term_kind import kind_of
from .term_tokens import split_tokens
from .words import edges

_OPENS = {"”": "“", "’": "‘", "»": "«", '"': '"', "'": "'"}
_LATIN_TAIL = compiled(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9.&'’+-]*+(?: *[\d.-]+)?$")
_LATIN_RUN = compiled(
    r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9.&'’+-]*+(?: +(?:[A-Za-zÀ-ɏ0-9&–-][A-Za-zÀ-ɏ0-9.&'’+-]*+))*+ *$"
)
_STATION_CODE = compiled(r"[A-Z]{1,3} ?\d{1,3}")
_STATION = compiled(r"สถานี[^\n(),]{0,30}$")
_OFFICE = compiled(
    r"(?:(?:Chief|Managing|Executive|Deputy|Vice|Senior|Assistant|Acting|Founder|Co-founder)\b.*|"
    r"Director|President|Chairman|Chairwoman|Chairperson|CEO|Minister|Ambassador|Governor|Secretary)\b.*|"
    r"(?:[A-Z][a-z]+ )?(?:Creator|YouTuber|Youtuber|Influencer|Blogger|Producer|Designer|Presenter|Ambassador)"
)
_THAI = compiled(r"[ก-๎]")
_LATIN = compiled(r"[A-Za-zÀ-ɏ]")
_LATIN_NAME = compiled(r"[A-Z][A-Za-z’'-]+(?: (?:[A-Z][A-Za-z’'-]+|of|the|and|for|x|&)){2,}")


@frozen
class Attachment:
    """Where a parenthesis attaches.

    Attributes:
        begin: Offset at which the Thai side's window begins.
        end: Offset after the term.
        quote: Offset after the quotation mark that opens what is closed at
            *end*, or ``None``.
    """

    begin: int
    end: int
    quote: int | None


def attach(text: str, opened: int) -> Attachment | None:
    """Find the end of the Thai term that a parenthesis follows.

    Args:
        text: Folded text.
        opened: Offset of the opening bracket.

    Returns:
        The place, or ``None`` where no Thai text stands before on this line or
        the line that breaks just before the bracket.
    """
    end = opened
    newlines = 0
    while end and text[end - 1] in " \n":
        newlines += text[end - 1] == "\n"
        end -= 1
    if not end or newlines > 1:
        return None
    quote = None
    mark = text[end - 1]
    line = line_start(text, end, 2 * WINDOW)
    if mark in _OPENS:
        quote = text.rfind(_OPENS[mark], line, end - 1) + 1 or None
        end -= 1
    begin = max(line, end - WINDOW)
    if quote is not None:
        begin = min(begin, quote)
    while end > begin and text[end - 1] in " .":
        end -= 1
    if text.endswith(" หรือ", begin, end):  # สำนักงาน… หรือ (ABC)
        end -= len("หรือ")
        while end > begin and text[end - 1].isspace():
            end -= 1
    if end <= begin or not _THAI.search(text, begin, end):
        return None
    return Attachment(begin, end, quote)


def glosses_latin(
    text: str, place: Attachment, english: str | None, abbreviation: str | None
) -> bool:
    """Whether the parenthesis glosses a Latin name that stands before it, not a Thai term."""
    inside = english or abbreviation or ""
    before = text[place.begin : place.end]
    if before.endswith(")"):
        opened = before.rfind("(")
        return opened < 0 or bool(_LATIN.search(before, opened))
    tail = _LATIN_TAIL.search(before)
    if tail is None:
        return False
    if english is None:
        return True
    run = _LATIN_RUN.search(before)
    if run is not None and len(run[0].split()) > 1 and not run[0][-1:].isdigit():
        return True
    word = tail[0].split()[0]
    if initials_match(word, inside) or word.lower() in inside.lower().split():
        return True
    # `ศูนย์ที่ปรึกษาทางการเงิน SMEs (F.A. Center)`: a Latin word at the end of a long Thai name
    unit = before[: tail.start()].rstrip()
    return len(unit) - unit.rfind(" ") < 18


def names_something_else(
    text: str,
    place: Attachment,
    english: str | None,
    abbreviation: str | None,
    candidates: Sequence[Candidate] = (),
) -> bool:
    """Whether the parenthesis is a code or a remark about what stands before it, not its name.

    ``สถานีบางหว้า (S12)`` has a code, ``นายสมิธ โจนส์ (Chief Executive Officer)`` an office,
    ``นางสาวดวงใจ ใจดี (Content Creator)`` a calling.
    """
    before = text[place.begin : place.end]
    if english is None:
        return bool(_STATION_CODE.fullmatch(abbreviation or "") and _STATION.search(before))
    if not _OFFICE.fullmatch(english):
        return False
    return any(c.kind == "official" and c.end == place.end for c in candidates)


_HONORIFIC = compiled(
    r"(?:นาย|นาง(?:สาว)?|ดร\.?|คุณ|ฯพณฯ|พล\.?[อตร]\.?|พลเอก|พลโท|พลตรี|เซอร์|ศ\.|ดาโต๊?ะ|ท่าน|เจ้าชาย|เชค|ชีค)(?![กรท]รัฐมนตรี) *"
)


def names_person(thai: str, english: str) -> bool:
    """Whether a Thai term can be the name of a person whose Latin name is *english*.

    It holds a name after the honorific, or sounds like the Latin one: after
    ``รัฐมนตรีว่าการกระทรวงการคลัง (H.E. John Smith)`` the name is news.
    """
    honorific = _HONORIFIC.match(thai)
    if honorific:
        return honorific.end() < len(thai)
    words = english_words(english)
    tokens = list(pairwise(edges(thai, 0, len(thai))))
    return any(cover(thai, tokens, words, {}).words)


_DOUBT = 0.85
"""Of the names that hold a word of capitals, so many are names and not abbreviations (read by eye)."""


def repeats(thai: str, english: str) -> bool:
    """Whether the English name only repeats a Latin name of three words or more inside the Thai term."""
    return any(name[0] in english for name in _LATIN_NAME.finditer(thai))


def align(text: str, candidates: Sequence[Candidate] = ()) -> tuple[Candidate, ...]:
    """Return the term pairs of a text.

    Args:
        text: Folded text.
        candidates: What was recognised before (officials, titles, agencies);
            one that ends where a parenthesis attaches is evidence for the
            border and the kind.

    Returns:
        Candidates of kind ``term`` in text order, each (Thai, English,
        abbreviation) once.  ``slots`` hold ``thai`` and, where present,
        ``english`` and ``abbreviation``; ``values`` hold ``kind``.
    """
    return tuple(_without_shorter(text, list(_pairs(text, candidates))))


def _without_shorter(text: str, pairs: list[Candidate]) -> Iterator[Candidate]:
    """Drop a pair that says less than another one of the same Thai term.

    After `X (World Health Organization: WHO)`, `X (WHO)` says nothing new.
    """

    def part(pair: Candidate, slot: str) -> str:
        start, end = pair.slots.get(slot, (0, 0))
        return " ".join(text[start:end].split())

    full = {
        (part(pair, "thai"), part(pair, slot))
        for pair in pairs
        if "english" in pair.slots and "abbreviation" in pair.slots
        for slot in ("english", "abbreviation")
    }
    for pair in pairs:
        halves = [slot for slot in ("english", "abbreviation") if slot in pair.slots]
        if len(halves) > 1 or (part(pair, "thai"), part(pair, halves[0])) not in full:
            yield pair


_LABEL = compiled(
    r"(?:เป้าหมาย|ยุทธศาสตร์|มาตรการ|กลยุทธ์|แนวทาง|ประเด็น|มิติ|ด้าน|เสาหลัก|ขั้นตอน|หัวข้อ|กลุ่ม)ที่ ?\d{1,2}(?!\d) ?[:–-]? ?(?=[ก-ฮเ-ไ])"
)
"""What numbers the items of a list; the English has the number where it is part of the name."""
_FIGURE = compiled(r"\d")

_COUNT = compiled(
    r"[^ก-ฮ]*[ก-ฮ]?[^ก-ฮ]*|(?:ร้อยละ|จำนวน|ประมาณ|กว่า|รวม|อีก)? ?[\d.,]+ ?(?:บาท|ตัน|คน|ราย|โดส|คัน|ไมครอน)?|.*ร้อยละ ?[\d.,]+ ?|ร้อยละ|โดส|ราย|คัน|คืน|คน|ปี|ต่อ|ดังกล่าว"
)
"""A number, a share, what is counted or pointed at: what is in brackets after it is a remark (``ร้อยละ 1.8 (AoA)``)."""


def _pairs(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    seen: set[tuple[str, str, str]] = set()
    taken = 0
    by_start = sorted(enumerate(candidates), key=lambda pair: pair[1].start)
    starts = [candidate.start for _, candidate in by_start]
    for bracket in parentheses(text):
        if bracket.start < taken:
            continue
        inside = read_inside(text, *bracket.inner)
        if inside is None:
            continue
        place = attach(text, bracket.start)
        english = text[slice(*inside.english)] if inside.english else None
        short = text[slice(*inside.abbreviation)] if inside.abbreviation else None
        if place is None or glosses_latin(text, place, english, short):
            continue
        if names_something_else(text, place, english, short, candidates):
            continue
        near = by_start[bisect_left(starts, place.begin) : bisect_left(starts, place.end)]
        evidence = around([c for _, c in sorted(near, key=itemgetter(0))], place, text)
        found = registered(text, near, place, english, short) or border(
            text, place, english, short, default_tables(), evidence
        )
        if found is None:
            continue
        start, confidence = found
        label = _LABEL.match(text, start, place.end)
        if label and not _FIGURE.search(english or short or ""):
            start = label.end()
        if short is None and half_abbreviated(english or ""):
            confidence *= _DOUBT
        thai = text[start : place.end]
        if (
            _HONORIFIC.fullmatch(thai)
            or _COUNT.fullmatch(thai)
            or (english is not None and repeats(thai, english))
        ):
            continue
        if (
            english is not None
            and is_person(english)
            and evidence.whole.get(start) != "official"
            and not names_person(thai, english)
        ):
            continue
        key = (" ".join(thai.split()), english or "", short or "")
        if key in seen:
            continue
        seen.add(key)
        taken = bracket.end
        slots = {"thai": (start, place.end)}
        if inside.english:
            slots["english"] = inside.english
        if inside.abbreviation:
            slots["abbreviation"] = inside.abbreviation
        recognised = evidence.whole.get(start)
        yield Candidate(
            "term",
            start,
            place.end,
            "term.parenthesis",
            slots,
            {"kind": kind_of(thai, english, short, recognised)},
            round(confidence, 4),
        )


def around(candidates: Iterable[Candidate], place: Attachment, text: str) -> Evidence:
    """Return what the candidates and the rest of the text say about the term that ends at *place*."""
    begin, end = place.begin, place.end
    near = [c for c in candidates if begin <= c.start < end]
    return Evidence(
        {c.start: c.kind for c in near if c.end == end},
        {c.end: c.kind for c in near},
        echoes(text, end),
    )


_REGISTERED = 0.98
"""How sure a term is that the registry gives that English name or those letters."""


_SHORT_BETWEEN = compiled(r" ?\([ก-๎. ]{2,14}\) ?")
"""``ศูนย์… (ศบปภ.) (Disaster Care Center)``: the body's Thai short form before the English."""


def registered(
    text: str,
    near: Iterable[tuple[int, Candidate]],
    place: Attachment,
    english: str | None,
    abbreviation: str | None,
) -> tuple[int, float] | None:
    """Return the start of the body of the registry whose very name in English the parenthesis gives."""
    for _, body in near:
        identity = body.values.get("id")
        if identity is None:
            continue
        if body.end != place.end and not _SHORT_BETWEEN.fullmatch(text, body.end, place.end):
            continue
        by_name = english is not None and english == english_of(identity)
        by_letters = english is None and identity in owners(abbreviation or "")
        if by_name or by_letters:
            return body.start, _REGISTERED
    return None


def border(
    text: str,
    place: Attachment,
    english: str | None,
    abbreviation: str | None,
    tables: Tables,
    evidence: Evidence = NO_EVIDENCE,
) -> tuple[int, float] | None:
    """Return the most probable start of the Thai term and its probability."""
    tokens = split_tokens(text, edges(text, place.begin, place.end))
    if not tokens:
        return None
    described = describe(english, abbreviation, tables)
    return best_start(text, tokens, described, tables, quote=place.quote, evidence=evidence)
