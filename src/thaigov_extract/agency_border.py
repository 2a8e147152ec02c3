"""Where the name of a body ends inside a run of Thai letters, by the words beside each edge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .lexicon import read_table
from .prepared import compiled, prepared
from .words import edges, is_word, word_tags

LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"
"""Thai letters, vowels and marks as a character class, without ฯ and ๆ."""

REACH = 150
"""Longest run of letters that is read after the start of a name, in code points."""

_END = 0.7
"""Evidence (in nats) that an end inside a run needs."""

_UNKNOWN_END = 3.0
_KNOWN_END = 2.0
_FIRM_END = 3.5
"""What the gazetteer adds to the evidence against ends inside its names, and for their own."""

_CLAUSE = 1.8
_CLAUSE_VAGUE = 1.0
"""Evidence that makes the word after a head the beginning of a clause; for heads that are plain nouns too."""

_NEVER_LAST = frozenset("ขึ้น ให้ ที่ จะ ได้ ก็ และ หรือ ไม่ ซึ่ง โดย กับ จาก จึง ยัง ต่าง ว่า เพียง".split())
"""Words that no name ends with: an end behind one of them is an end before it."""

_OPENS_CLAUSE = compiled(
    # a relative clause: after ที่ names have only these nouns
    r"(?<!ผู้|หน้า|พื้น|เคลื่อน|แผน|สถาน|ท้อง|คง|เต็ม|ภาค|น้อย)ที่(?=[ก-ฮเแโใไ])(?!ดิน|บ้าน(?![ก-๎])|ปรึกษา|อยู่อาศัย|ระลึก|ราช|ทำการ|ราบ|สูง|พัก|พึ่ง|"
    r"ว่าการ|ทำกิน|ยว|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|นั่ง|จอด|มั่น|เกิดเหตุ|ยั่งยืน|ดี(?!ต)|เป็น(?:ธรรม|มิตร))|"
    r"(?<!ผู้)ที่(?:เป็น(?!ธรรม)|มี(?!ชัย)|ได้|จะ|อยู่(?!อาศัย)|เกี่ยว|ต้อง|สามารถ|ให้|ไม่|รับผิดชอบ|เข้าร่วม|ผ่าน(?!ศึก)|ประกาศ|กำหนด|ตั้งอยู่|ดำเนิน|"
    r"ร่วม(?:กับ|กัน|ลง|จัด)|ใช้|ทำหน้าที่)|ซึ่ง|"
    r"ให้(?:มี|แก่|กับ|เป็น(?!สุข)|ได้|ทราบ|ความ(?:ร่วมมือ|สำคัญ|เห็น|ช่วย(?!เหลือผู้ประสบ))|การ(?:ต้อนรับ|สนับสนุน|ช่วย)|ดำเนิน|เข้า|ครบ|ทัน)|"
    r"จาก(?:สถาบัน|หน่วย|ภาค|ทุก|ทั่ว|ทาง(?!ถนน|ธรรม|ทะเล)|พื้นที่|ต่าง|กระทรวง|กรม|สำนัก|มหาวิทยาลัย)|เท่ากับ|มากกว่า|เรียบร้อย|เท่านั้น|ทั่วประเทศ|สำเร็จ|ครบ(?:ตาม|ถ้วน|ทั้ง|ทุก)|คุมเข้ม|แห่งหนึ่ง|ห่างกัน|จะ(?:เป็น|มี|ได้|ต้อง|ให้|จัด|ร่วม|ดำเนิน|นำ|เร่ง|เข้า|ช่วย|สนับสนุน)|มอบหมาย|ตั้งอยู่|ตั้งแต่|ประกอบด้วย|เพื่อเสนอ|ทุกพื้นที่|วางแนวทาง|กล่าวว่า|ถึง(?=โรงพยาบาล|บริเวณ|หน้า|วัน)|ประชาสัมพันธ์(?=การ|ตำแหน่ง|ให้)|ภายใต้มาตรการ|มี(?:อำนาจ|มติ|หน้าที่|หนังสือ|คำสั่ง|ข้อ|แผน|การ|ความ(?!มั่นคง|สุข|ร่วมมือ))|ปฏิบัติหน้าที่|เห็นชอบ|รับทราบ|ทราบ(?=ทุก|ต่อ|เพื่อ|และ|ผล)|เพื่อเป็น|และ(?=คณะ|กระทรวง|ให้(?!บริการ|ความ|คำ|การ)|จัดทำ|วัด(?!ุ|ผล|คุณ)|โรงเรียน(?:ใน|ต่าง|ที่|ทั่ว|[^ก-๎]))|พิจารณา(?:แล้ว|ให้|เห็น|อนุมัติ)|บูรณาการ(?:ร่วม|กับ)|รอบ(?:แรก|สอง|ที่)|โทร(?:\.|ศัพท์(?:\d| ))|ในการ|ในขณะ|ในช่วง|ในปี|ในวัน|ในครั้ง|ในโอกาส|ภายใต้การ|ว่า(?:จะ|ได้|มี(?!ชัย)|ไม่)|"
    r"(?<!ตัว)อย่าง(?:มีประสิทธิ|มีคุณภาพ|ต่อเนื่อง|ใกล้ชิด|เคร่งครัด|เต็มที่|ชัดเจน|จริงจัง|แท้จริง|รวดเร็ว|เร่งด่วน|ถูกต้อง|ทั่วถึง|ครบถ้วน|เป็นทางการ)|"
    r"ได้(?:รับ|จัด|ดำเนิน|มอบ|ประสาน|ติดตาม|หารือ|ลงนาม|สั่ง|กล่าว|พิจารณา|อนุมัติ|พัฒนา|สนับสนุน|ขอ|เริ่ม|ผลิต|ปรับ|บูรณาการ|เพิ่ม|ยื่น|เสนอ|พบ|สร้าง|ร่วม|เปิด|ประกาศ|กำหนด|ให้|มี|ทำ|นำ|เห็น|ออก|เข้า|เตรียม|แจ้ง|ลง|เร่ง|ส่ง|ตรวจ|ขับเคลื่อน|แก่|ชี้)"
)
"""What begins a clause wherever it stands; a known name may hold it (``…ประสบภัยจากรถ``)."""

_QUALIFIES = ("ที่", "ให้เป็น", "ให้มี", "ใน", "จาก")
"""What a clause begins with that may be part of a long name."""

_OPENER = 5.0
"""The evidence of such a word."""

_WORD = 8
_NAME_HEADS = (
    "กรม",
    "กระทรวง",
    "สำนัก",
    "คณะ",
    "กอง",
    "ศูนย์",
    "มหาวิทยาลัย",
    "ธนาคาร",
    "สถาบัน",
    "การ",
    "องค์การ",
)

_BIAS = "="
_TABLE = "border_words"


def border_features(text: str, start: int, edge: int, cuts: Sequence[int]) -> tuple[str, ...]:
    """Name what stands on both sides of a word edge.

    Args:
        text: Any text.
        start: Offset where the name begins.
        edge: The edge in question; one of *cuts*.
        cuts: All word edges from *start* to the end of the run.

    Returns:
        ``=`` (always), ``<`` and the word before (``<@`` for a whole name), ``>`` and the word after,
        ``>>`` and the two words after, ``>#`` the part of speech of the word after,
        ``>##`` those of the two words after (``?`` for a word without one).
    """
    at = cuts.index(edge)
    before = text[cuts[at - 1] : edge] if at else ""
    after = text[edge : cuts[at + 1]] if at + 1 < len(cuts) else ""
    if len(before) > _WORD and before.startswith(_NAME_HEADS):
        before = "@"  # the dictionary holds whole names; they must not weigh by themselves
    then = text[cuts[at + 1] : cuts[at + 2]] if at + 2 < len(cuts) else ""
    tags = word_tags()
    tag, next_tag = tags.get(after, "?"), tags.get(then, "?" if then else "$")
    pair = f">##{tag} {next_tag}"
    return (_BIAS, "<" + before, ">" + after, f">>{after} {then}", f">#{tag}", pair)


def name_end(
    text: str,
    start: int,
    least: int,
    stop: int,
    *,
    known: int = 0,
    firm: bool = False,
    threshold: float = 0.0,
    clauses: bool = True,
) -> tuple[int, float]:
    """Return where a name that begins at *start* ends.

    Args:
        text: Folded text.
        start: Offset where the name begins.
        least: The name reaches at least to here (the end of its head and a little more).
        stop: The run of letters ends here.
        known: Where a name of the gazetteer ends, if one begins at *start*.
        firm: Whether that name is one of the registry, not just a common one.
        threshold: How much evidence (in nats) an end before *stop* needs.
        clauses: Whether a clause that tells which one (``…ที่ไม่ได้มาตรฐาน``) ends the name, not goes on with it.

    Returns:
        The offset after the name, and how sure that is (0.5 to 1).
    """
    if least >= stop or known >= stop:
        return stop, 1.0
    last = min(stop, start + REACH)
    cuts = edges(text, start, last)
    if known and known not in cuts:
        cuts = tuple(sorted((*cuts, known)))
    for edge in cuts:
        if edge < least or edge >= last:
            continue
        if text.endswith("ผู้", start, edge) or (
            text.startswith("กับ", edge) and text.endswith("รับมือ", start, edge)
        ):
            continue  # ผู้|ที่ได้รับ…, รับมือ|กับ…: half a word
        needed = threshold or _END
        if edge < known:
            needed += _UNKNOWN_END
        elif edge == known:
            needed -= _FIRM_END if firm else _KNOWN_END
        if text.startswith(_PLACE_NOUNS, edge):
            needed += _PLACE
        if text.startswith(_FOR, edge) and word_tags().get(text[edge + len(_FOR) : stop]) == _NOUN:
            needed += _PLACE  # สถาบัน…เพื่ออุตสาหกรรม: for what it is, not what it does
        if not firm:
            needed += _strangeness(text, edge, cuts)
        total = _evidence(text, start, edge, cuts)
        if (clauses or not text.startswith(_QUALIFIES, edge)) and _OPENS_CLAUSE.match(
            text, edge, stop
        ):
            total = max(total, 0.0) + _OPENER
        if total > needed:
            sure = min(1.0, 0.5 + (total - needed) / 8)
            return _before_joint(text, least, edge, cuts), sure
    if last == stop or not known:
        said = last == stop and len(cuts) > 2 and text[cuts[-2] : last] in ("ว่า", "ได้")
        return (_before_joint(text, least, last, cuts) if said else last), 0.9
    return known, 0.6


def _strangeness(text: str, edge: int, cuts: Sequence[int]) -> float:
    """Evidence against an end beside a word that no dictionary holds: a proper name goes on.

    ``โรงพยาบาลกรุงเทพ|สิริโรจน์``, ``มูลนิธิอิม|มานูเอล``: the tokeniser cuts strange names into pieces.
    """
    at = cuts.index(edge)
    if not 0 < at < len(cuts) - 1:
        return 0.0
    words = (text[cuts[at - 1] : edge], text[edge : cuts[at + 1]])
    return _STRANGE * sum(
        weight for word, weight in zip(words, (0.5, 1.0), strict=True) if not is_word(word)
    )


_STRANGE = 2.0

_PLACE_NOUNS = (
    "วัด",
    "บ้าน",
    "ชุมชนบ้าน",
    "หนอง",
    "บาง",
    "ดอน",
    "คลอง",
    "ทุ่ง",
    "โคก",
    "ห้วย",
    "เทศบาล",
    "อนุบาล",
    "นิคม",
)
"""What the names of places begin with: ``โรงเรียนเทศบาล|วัดละหาร`` goes on."""

_PLACE = 2.5
_FOR, _NOUN = "เพื่อ", "NCMN"


def _before_joint(text: str, least: int, edge: int, cuts: Sequence[int]) -> int:
    """The edge itself, or the one before the words that cannot end a name."""
    at = cuts.index(edge)
    while (
        at > 1
        and cuts[at - 1] >= least
        and text[cuts[at - 1] : cuts[at]] in _NEVER_LAST
        and is_word(text[cuts[at - 2] : cuts[at - 1]])
        and (text[cuts[at - 1] : cuts[at]] != "ว่า" or cuts[at - 1] - cuts[at - 2] > 3)
    ):
        at -= 1
    return cuts[at]


def begins_clause(text: str, start: int, stop: int, *, firm: bool = True) -> bool:
    """Whether the letters after a head are a clause of their own, not its name.

    Args:
        text: Folded text.
        start: Offset right after the head.
        stop: The run of letters ends here.
        firm: Whether the head hardly ever stands without a name.
    """
    cuts = edges(text, start, min(stop, start + 40))
    features = border_features(text, start, start, cuts)
    return sum(feature_weight(f) for f in features if f[0] == ">") > (
        _CLAUSE if firm else _CLAUSE_VAGUE
    )


def opens_clause(text: str, start: int, stop: int) -> bool:
    """Whether words stand in ``[start, stop)`` that begin a clause wherever they stand."""
    return _OPENS_CLAUSE.search(text, start, stop) is not None


def _evidence(text: str, start: int, edge: int, cuts: Sequence[int]) -> float:
    return sum(feature_weight(feature) for feature in border_features(text, start, edge, cuts))


@cache
def feature_weight(feature: str) -> float:
    """Return the weight of a feature; a compound that the table lacks weighs like its first word."""
    weights = _weights()
    found = weights.get(feature)
    if found is not None:
        return found
    if feature[0] == ">" and " " not in feature:
        for length in range(len(feature) - 2, 3, -1):
            begun = weights.get(feature[:length], 0.0)
            if begun > 0.8:
                return begun / 2
    return 0.0


@prepared
def _weights() -> dict[str, float]:
    return {feature: int(tenths) / 10 for feature, tenths in read_table(_TABLE)}
