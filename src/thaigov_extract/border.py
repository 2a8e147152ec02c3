"""Weigh the places where the Thai term before a parenthesis could start.

A log-linear ranker: every token edge before the parenthesis is a candidate,
each has features, the weights come from ``data/align_weights.json`` (trained
by ``tools/train_alignment.py``), and a softmax over the edges gives the
probability.  Features are named in text so that the table can be read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

import regex
from attrs import field, frozen

from .lexicon import read_table
from .parenthesis import is_person

WINDOW = 240
"""Code points before the parenthesis in which a term is looked for."""

Rows = tuple[Sequence[int], Sequence[Sequence[str]], Sequence[Sequence[str]]]
"""Starts, features of starting at each, features of holding each token inside."""

_MOST = 44
"""Token edges that are weighed, counted back from the parenthesis."""

# Function words and verbs that the word list joins with the noun after them
# (ตาม|หลักการ, บรรลุ|เป้าหมาย, อำนวย|ความสะดวก), which may start a term.
_JOINED = regex.compile(
    r"ตาม|เป็น|ผ่าน|โดย|ด้วย|ใน|และ|หรือ|ของ|ให้|จาก|เข้าสู่|สู่|เพื่อ|ว่า|กับ|มี|ได้|ร่วม|จัดทำ|จัด|แบบ|ด้าน|ทำ|ขอ|รับ"
    r"|บรรลุ|อำนวย|ลงนาม|เปิด|ใช้|แก้|ส่ง|เก็บ|ออก|วาง|สร้าง|ต่อ"
)
_NOUN = regex.compile(r"(?:การ|ความ|ผู้)(?=...)")
_ENGLISH_WORD = regex.compile(r"[A-Za-zÀ-ɏ]+|\d+")
_MINOR = frozenset(
    ["the", "a", "an", "of", "for", "and", "on", "in", "to", "with", "by", "from", "at", "as", "or", "its", "de", "la", "le", "du", "des", "et", "into", "under", "s"]
)

@cache
def word_classes() -> Mapping[str, str]:
    """Return the class of each word in ``align_words.tsv`` (``verb``, ``head``, …)."""
    return {word: row[0] for row in read_table("align_words") for word in row[1].split()}



@frozen
class English:
    """What the English side says about the Thai one.

    Attributes:
        key: Normalised name under which known pairs are kept (``=MOU`` for an abbreviation).
        words: Content words, normalised; those of the full name where the
            abbreviation is a known one.
        head: Words that may be the head of the phrase.
        sort: ``person``, ``short``, ``one``, ``few`` or ``many``.
        letters: Length of the full name, 0 where it is not known.
        digits: Whether the name holds a figure or an ordinal.
    """

    key: str
    words: tuple[str, ...]
    head: tuple[str, ...]
    sort: str
    letters: int
    digits: bool


@frozen
class Evidence:
    """What was recognised before the alignment, around one term.

    Attributes:
        whole: Start → kind of the candidates that end where the term ends.
        ends: End → kind of all candidates.
    """

    whole: Mapping[int, str] = field(factory=dict)
    ends: Mapping[int, str] = field(factory=dict)


NO_EVIDENCE = Evidence()


@frozen
class Tables:
    """What the ranker knows.

    Attributes:
        weights: Feature name to weight.
        translations: English word to Thai token to probability.
        heads: English head word to first Thai token to probability.
        names: Normalised English name to Thai term to number of contexts.
        terms: Thai term to the number of English names that it stands for.
        abbreviations: Abbreviation to the full English name that releases give it.
    """

    weights: Mapping[str, float] = field(factory=dict)
    translations: Mapping[str, Mapping[str, float]] = field(factory=dict)
    heads: Mapping[str, Mapping[str, float]] = field(factory=dict)
    names: Mapping[str, Mapping[str, int]] = field(factory=dict)
    terms: Mapping[str, int] = field(factory=dict)
    abbreviations: Mapping[str, str] = field(factory=dict)


def _pairs(table: str) -> dict[str, dict[str, float]]:
    return {
        row[0]: {token: int(score) / 100 for token, score in zip(row[1::2], row[2::2], strict=True)}
        for row in read_table(table)
    }


@cache
def default_tables() -> Tables:
    """Return the shipped tables, read once."""
    names: dict[str, dict[str, int]] = {}
    terms: dict[str, int] = {}
    for key, *forms in read_table("align_names"):
        names[key] = {form: int(count) for form, count in zip(forms[::2], forms[1::2], strict=True)}
        for form in names[key]:
            terms[form] = terms.get(form, 0) + 1
    text = files(__package__).joinpath("data", "align_weights.json").read_text(encoding="utf-8")
    return Tables(
        weights=json.loads(text)["weights"],
        translations=_pairs("align_translations"),
        heads=_pairs("align_heads"),
        names=names,
        terms=terms,
        abbreviations={row[0]: row[1] for row in read_table("align_abbreviations")},
    )


def english_words(name: str) -> list[str]:
    """Return the content words of an English name, lower case, plural dropped."""
    return [_singular(w) for w in _ENGLISH_WORD.findall(name.lower()) if w not in _MINOR]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_PREPOSITION = regex.compile(
    r" (?:of|for|on|to|in|with|by|from|at|against|under|among|between|and|through|towards?) |[:,–—]"
)


def describe(english: str | None, abbreviation: str | None, tables: Tables) -> English:
    """Read what the inside of a parenthesis says about its Thai term."""
    name = english
    key = name_key(english, abbreviation)
    if name is None:
        name = tables.abbreviations.get(abbreviation or "")
    if name is None:
        return English(key, (), (), "short", 0, any(c.isdigit() for c in abbreviation or ""))
    words = english_words(name)
    # The head stands last before the first preposition: Plan *of* …, … Working *Group*.
    first = english_words(_PREPOSITION.split(name, maxsplit=1)[0])
    head = tuple(dict.fromkeys(first[-1:] + words[-1:] + first[-2:-1]))
    if english is not None and is_person(english):
        sort = "person"
    elif english is None:
        sort = "short"
    else:
        sort = "one" if len(words) <= 1 else "few" if len(words) <= 3 else "many"
    letters = sum(map(len, words))
    return English(key, tuple(words), head, sort, letters, any(c.isdigit() for c in name))


def name_key(english: str | None, abbreviation: str | None) -> str:
    """Return the key of a pair in the table of known names."""
    if english is None:
        return "=" + "".join((abbreviation or "").split()).upper()
    return " ".join(english_words(english))


def split_tokens(text: str, edges: Sequence[int]) -> list[tuple[int, int]]:
    """Return the tokens between *edges*, joined function words taken apart."""
    tokens: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        joined = _JOINED.match(text, start, end)
        if joined and _is_noun(text[joined.end() : end]):
            tokens += [(start, joined.end()), (joined.end(), end)]
        else:
            tokens.append((start, end))
    return tokens[-_MOST:]


def _is_noun(word: str) -> bool:
    return word_classes().get(word) in _NOUNS or _NOUN.match(word) is not None


_NOUNS = frozenset("nominal head document meeting programme thing label title".split())
_BREAKS = frozenset(["clause", "copula", "verb", "conjunction", "title", "honorific", "label", "demonstrative"])


def _sort(token: str) -> str:
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


def features(
    text: str,
    tokens: Sequence[tuple[int, int]],
    english: English,
    tables: Tables,
    *,
    quote: int | None = None,
    evidence: Evidence = NO_EVIDENCE,
) -> Rows:
    """Describe each possible start.

    Args:
        text: Folded text.
        tokens: Offsets of the tokens up to the end of the term.
        english: The other side of the pair.
        tables: Translations, heads and known names.
        quote: Offset after a quotation mark that is closed at the end of the term.
        evidence: What was recognised around the term.

    Returns:
        The start offsets; the features of starting there; the features of
        holding that token inside, which every earlier start adds up.
    """
    starts: list[int] = []
    base: list[list[str]] = []
    inner: list[list[str]] = []
    words = [text[s:e] for s, e in tokens]
    sorts = [_sort(w) for w in words]
    end = tokens[-1][1]
    kind = english.sort
    classes = [word_classes().get(w, "?") if len(s) > 1 else s for w, s in zip(words, sorts, strict=True)]
    aligned = [_translation(w, english.words, tables) for w in words]
    known = tables.names.get(english.key, {})
    total = sum(known.values())
    covered = 0.0
    spaces = 0
    n = len(tokens)
    for i in range(n - 1, -1, -1):
        start = tokens[i][0]
        word, sort = words[i], sorts[i]
        before = sorts[i - 1] if i else "^"
        # --- starting here
        row: list[str] = []
        if sort not in "_)”\"/-–:,.•*'":
            own = aligned[i]
            row.append(f"p={before}")
            row.append(f"f={sort}")
            ahead = classes[i - 1] if i else "^"
            row.append(f"pc={ahead}")
            row.append(f"fc={classes[i]}")
            row.append(f"pcfc={ahead}|{classes[i]}")
            row.append(f"fck={kind}|{classes[i]}")
            if i > 1:
                row.append(f"ppc={classes[i - 2]}|{ahead}|{classes[i]}")
            if i + 1 < n:
                row.append(f"nc={classes[i]}|{classes[i + 1]}")
                if classes[i] == "nominal":
                    row.append(f"nal={_bucket(aligned[i + 1])}")
                    after = classes[i + 2] if i + 2 < n else "$"
                    row.append(f"n3={classes[i + 1]}|{after}|{aligned[i + 1] > 0}")
                elif classes[i] == "verb":
                    row.append(f"v2={classes[i + 1]}|{own > 0}")
                elif classes[i] in _NOUNS:
                    row.append(f"h2={classes[i]}|{own > 0}|{aligned[i + 1] > 0}")
                if ahead == "nominal":
                    row.append(f"pal={_bucket(aligned[i])}")
            if before == "_":
                row.append(f"ps={sorts[i - 2] if i > 1 else '^'}")
            if i + 1 < n:
                row.append(f"ff={sort}|{sorts[i + 1]}")
            length = end - start
            if english.letters:
                ratio = round(4 * math.log(length / (1.25 * english.letters + 4)))
                row.append(f"len={kind}{max(-8, min(8, ratio))}")
            else:
                row.append(f"len={min(length // 4, 20)}")
            row.append(f"n={kind}{min(n - i, 16)}")
            row.append(f"al={_bucket(own)}")
            if i:
                row.append(f"alp={_bucket(aligned[i - 1])}")
            if english.words:
                share = (covered + own) / len(english.words)
                row.append(f"cov={min(6, round(share * 4))}")
                heads = max(tables.heads.get(w, {}).get(word, 0.0) for w in english.head)
                row.append(f"hd={_bucket(heads)}")
                if i and heads < 0.05:
                    outer = max(tables.heads.get(w, {}).get(words[i - 1], 0.0)
                                for w in english.head)
                    row.append(f"hdp={_bucket(outer)}")
            bare = text[start:end].replace(" ", "")
            if total:
                row += _known(bare, known, total)
            others = tables.terms.get(bare, 0) - (bare in known)
            row.append(f"term={min(others, 3)}")
            if quote is not None:
                if start == quote:
                    row.append("quote")
                elif start < quote:
                    row.append("over-quote")
            if kind == "person":
                row.append(f"person={classes[i] == 'honorific'}|{before == '_'}")
            if sort == "0":
                row.append(f"num={english.digits}")
            if start in evidence.whole:
                row.append(f"c={evidence.whole[start]}|{kind}")
            for first, sort_ in evidence.whole.items():
                if first < start:
                    row.append(f"x={sort_}|{kind}")
            if evidence.ends:
                stop = tokens[i - 1][0] if i and before == "_" else start
                if stop in evidence.ends:
                    row.append(f"e={evidence.ends[stop]}")
            starts.append(start)
        else:
            starts.append(-1)
        base.append(row)
        # --- holding this token inside
        held = [f"i={sort}", f"ic={classes[i]}"]
        if classes[i] in _BREAKS:
            held.append(f"ick={kind}|{classes[i]}")
            held.append(f"ica={classes[i]}|{aligned[i] > 0}")
            held.append(f"icn={classes[i]}|{classes[i + 1] if i + 1 < n else '$'}")
        if sort == "_":
            spaces += 1
            more = i + 1 < n
            held.append(f"sa={sorts[i + 1] if more else '$'}")
            held.append(f"sb={before}")
            held.append(f"sac={classes[i + 1] if more else '$'}")
            held.append(f"sbc={classes[i - 1] if i else '^'}")
            held.append(f"sk={kind}")
        elif aligned[i] > 0:
            held.append(f"ia={_bucket(aligned[i])}")
        elif english.words and len(sort) > 1:
            held.append(f"un={kind}")
        covered += aligned[i]
        inner.append(held)
    starts.reverse()
    base.reverse()
    inner.reverse()
    return starts, base, inner


def _translation(token: str, words: Sequence[str], tables: Tables) -> float:
    best = 0.0
    for word in words:
        p = tables.translations.get(word, {}).get(token, 0.0)
        if p > best:
            best = p
    return best


def _bucket(p: float) -> int:
    return 0 if p <= 0 else 1 if p < 0.05 else 2 if p < 0.12 else 3 if p < 0.3 else 4


def _known(bare: str, known: Mapping[str, int], total: int) -> list[str]:
    count = known.get(bare, 0)
    if count:
        size = "1" if total < 2 else "2" if total < 5 else "5"
        return [f"known={size}|{min(4, int(4 * count / total))}"]
    longer = any(bare.endswith(form) for form in known)
    shorter = any(form.endswith(bare) for form in known)
    return ["known=longer" if longer else "known=shorter" if shorter else "known=other"]


def rank(
    starts: Sequence[int],
    base: Sequence[Sequence[str]],
    inner: Sequence[Sequence[str]],
    weights: Mapping[str, float],
) -> tuple[int, float] | None:
    """Return the most probable start and its probability, or ``None`` without any."""
    held = 0.0
    scores: list[tuple[float, int]] = []
    for start, row, inside in zip(
        reversed(starts), reversed(base), reversed(inner), strict=True
    ):
        if start >= 0:
            score = held
            for name in row:
                score += weights.get(name, 0.0)
            scores.append((score, start))
        for name in inside:
            held += weights.get(name, 0.0)
    if not scores:
        return None
    top, start = max(scores, key=lambda item: (item[0], -item[1]))
    return start, 1.0 / sum(math.exp(score - top) for score, _ in scores)
