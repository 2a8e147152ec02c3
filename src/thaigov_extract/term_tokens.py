"""Take the text before a parenthesis apart into tokens, and say of which sort and class they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from .bilingual import word_classes
from .prepared import compiled
from .words import word_tags

_MOST = 44
"""Token edges that are weighed, counted back from the parenthesis."""

# Function words and verbs that the word list joins with the noun after them
# (ตาม|หลักการ, บรรลุ|เป้าหมาย, อำนวย|ความสะดวก), which may start a term.
_JOINED = compiled(
    r"ตาม|เป็น|ผ่าน|โดย|ด้วย|ใน|และ|หรือ|ของ|ให้|จาก|เข้าสู่|สู่|เพื่อ|ว่า|กับ|มี|ได้|ร่วม|จัดทำ|จัด|แบบ|ด้าน|ทำ|ขอ|รับ"
    r"|บรรลุ|อำนวย|ลงนาม|เปิด|ใช้|แก้|ส่ง|เก็บ|ออก|วาง|สร้าง|ต่อ|การทำ|การสร้าง|การ|ยึด|ประหยัด|ฉีด|หัวหน้า|งาน"
)
_NOUN = compiled(r"(?:การ|ความ|ผู้)(?=...)")
# Words that look so and are not.
_WHOLE = frozenset("การประชุม การสัมมนา รับรอง ต่อยอด ส่งผล จัดการ".split())
# Words that end in การ, which belongs to the verb after it (พัฒนา|การเชื่อมโยง).
_ENDS_NOMINAL = frozenset("ทางการ พัฒนาการ ดำเนินการ".split())


def split_tokens(text: str, edges: Sequence[int]) -> list[tuple[int, int]]:
    """Return the tokens between *edges*, joined function words taken apart."""
    tokens: list[tuple[int, int]] = []
    before = ""
    for start, end in pairwise(edges):
        word = text[start:end]
        joined = _joined(word)
        if joined:
            middle = start + joined
            tokens += [(start, middle), (middle, end)]
            before = word[joined:]
            continue
        if before in _ENDS_NOMINAL and word[0] > " " and word_classes().get(word, "verb") == "verb":
            first, last = tokens.pop()
            tokens += [(first, last - 3), (last - 3, last)]
        tokens.append((start, end))
        before = word
    return tokens[-_MOST:]


@lru_cache(16384)
def _joined(word: str) -> int:
    """Length of the function word or verb that the word list joined with a noun, else 0."""
    joined = _JOINED.match(word) if word not in _WHOLE else None
    return joined.end() if joined and _is_noun(word[joined.end() :]) else 0


def _is_noun(word: str) -> bool:
    if word_classes().get(word) in NOUNS or _NOUN.match(word) is not None:
        return True
    return len(word) > 3 and word_tags().get(word, "").startswith("NCMN")


NOUNS = frozenset("nominal head document meeting programme thing label title".split())
"""Classes of words that a term can be built on."""


@lru_cache(16384)
def sort_of(token: str) -> str:
    """Return a token as the features name it: a Thai word itself, a sign for the others."""
    c = token[0]
    if c.isspace():
        return "_"
    if "ก" <= c <= "๎":
        return token
    if c.isdigit():
        return "0"
    if c.isalpha():
        return "A"
    return c if c in "()“”\"'/-–:,.•" else "*"


_TAGS = {"N": "N", "V": "V", "X": "X", "A": "AD", "D": "D", "J": "J", "R": "R", "F": "F"}
"""First letter of PyThaiNLP's ORCHID tags → class of a word that the list does not hold."""


@lru_cache(16384)
def class_of(word: str) -> str:
    """Return the class of a token: its sign, the one of ``align_words.tsv``, or by its ORCHID tag."""
    sort = sort_of(word)
    if len(sort) == 1:
        return sort
    return word_classes().get(word) or _TAGS.get(word_tags().get(word, "")[:1], "?")
