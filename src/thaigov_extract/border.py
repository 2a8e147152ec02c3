"""Weigh the places where the Thai term before a parenthesis could start.

A log-linear ranker: every token edge before the parenthesis is a candidate,
each has features, the weights come from ``data/align_weights.json`` (trained
by ``tools/train_alignment.py``), and a softmax over the edges gives the
probability.  Features are named in text so that the table can be read.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import or_

from attrs import field, frozen

from .bilingual import English, Tables
from .coverage import cover, places_of, spell_out
from .term_tokens import NOUNS, class_of, sort_of

WINDOW = 240
"""Code points before the parenthesis in which a term is looked for."""

HOPELESS = 6.5
"""A start is not weighed once holding what lies right of it costs so much more than the best."""

Row = tuple[int, Sequence[str], Sequence[str]]
"""Start (-1 where no term can start), features of starting there, features of holding it inside."""

BREAKS = frozenset(
    ["clause", "copula", "verb", "conjunction", "title", "honorific", "label", "demonstrative"]
)


@frozen
class Evidence:
    """What was recognised before the alignment, around one term.

    Attributes:
        whole: Start → kind of the candidates that end where the term ends.
        ends: End → kind of all candidates.
        echoes: For each other place of the text that ends like the term: offset before the
            parenthesis from which the two are the same, and whether a space, a quotation mark or
            the line's start stands before it there.
    """

    whole: Mapping[int, str] = field(factory=dict)
    ends: Mapping[int, str] = field(factory=dict)
    echoes: Sequence[tuple[int, bool]] = ()


NO_EVIDENCE = Evidence()


NEVER = frozenset("_)”\"/-–:,.•*'")
"""What a term does not start with."""
MEASURES = frozenset(
    "ไมครอน องศา องศาเซลเซียส เมตร กิโลเมตร กรัม กิโลกรัม ตัน ลิตร ไร่ บาท วัตต์ เมกะวัตต์ เปอร์เซ็นต์".split()
)
"""Units: none begins a term behind its number (``ฝุ่นละอองขนาดไม่เกิน 2.5 ไมครอน``)."""


class Window:
    """The tokens before a parenthesis, seen from the English side."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[tuple[int, int]],
        english: English,
        tables: Tables,
        quote: int | None,
        evidence: Evidence,
    ) -> None:
        self.text, self.tokens, self.english = text, tokens, english
        self.quote, self.evidence = quote, evidence
        self.words = [text[s:e] for s, e in tokens]
        self.sorts = [*map(sort_of, self.words)]
        self.classes = [*map(class_of, self.words)]
        found = cover(text, tokens, english.words, tables.translations)
        self.aligned, self.bits, self.by_hand = found.strength, found.words, found.by_hand
        # the words that are rendered from a token on, and those that are left of it
        self.inner = [*accumulate(reversed(self.bits), or_, initial=0)][::-1]
        self.outer = [*accumulate(self.bits, or_, initial=0)]
        self.letters = spell_out(text, tokens, english.initials) if english.initials else []
        self.spelt = [*accumulate(reversed(self.letters), or_, initial=0)][::-1]
        self.heads = _best(english.head, tables.heads, self.words)
        self.known = tables.names.get(english.key, {})
        self.total = sum(self.known.values())
        self.terms, self.tables = tables.terms, tables
        self.buckets = [bucket(p) if p else 0 for p in self.aligned]
        self.head_buckets = [bucket(p) if p else 0 for p in self.heads]

    def may_start(self, i: int) -> bool:
        """Whether a term may begin with token *i*."""
        if self.words[i] not in MEASURES:
            return self.sorts[i] not in NEVER
        before = i - 2 if i > 1 and self.sorts[i - 1] == "_" else i - 1
        return before < 0 or self.sorts[before] != "0"

    def joint(self, i: int) -> tuple[str, str]:
        """Features of what other names do between the tokens *i* - 1 and *i*; *i* may be the end."""
        if not 0 < i < len(self.sorts):
            return "joint=no", "first=no"
        return joint_names(self.tables.joints.get(f"{self.sorts[i - 1]} {self.sorts[i]}"))

    def starting(self, i: int, covered: float) -> list[str]:
        """Features of a term that starts with token *i*; *covered* of the English is right of it."""
        english, classes, sorts, aligned = self.english, self.classes, self.sorts, self.aligned
        n, kind, own, mine = len(sorts), english.sort, aligned[i], classes[i]
        before = sorts[i - 1] if i else "^"
        ahead = classes[i - 1] if i else "^"
        row = [
            f"p={before}",
            f"f={sorts[i]}",
            f"pc={ahead}",
            f"fc={mine}",
            f"pcfc={ahead}|{mine}",
            f"fck={kind}|{mine}",
            f"echo={self.echo(i)}",
            f"n={kind}{min(n - i, 16)}",
            f"al={self.buckets[i]}",
        ]
        row += self.joint(i)[0], self.joint(i + 1)[1]
        if i:
            row.append(f"alp={self.buckets[i - 1]}")
        if i > 1:
            row.append(f"ppc={classes[i - 2]}|{ahead}|{mine}")
        if i + 1 < n:
            row.append(f"nc={mine}|{classes[i + 1]}")
            row.append(f"ff={sorts[i]}|{sorts[i + 1]}")
            if mine == "nominal":
                after = classes[i + 2] if i + 2 < n else "$"
                row.append(f"nal={self.buckets[i + 1]}")
                row.append(f"n3={classes[i + 1]}|{after}|{aligned[i + 1] > 0}")
            elif mine == "verb":
                row.append(f"v2={classes[i + 1]}|{own > 0}")
            elif mine in NOUNS:
                row.append(f"h2={mine}|{own > 0}|{aligned[i + 1] > 0}")
            if ahead == "nominal":
                row.append(f"pal={self.buckets[i]}")
        if before == "_":
            row.append(f"ps={sorts[i - 2] if i > 1 else '^'}")
        if english.words:
            share = (covered + own) / len(english.words)
            row.append(f"cov={min(6, round(share * 4))}")
            row.append(f"hd={self.head_buckets[i]}")
            if i and self.heads[i] < 0.05:
                row.append(f"hdp={self.head_buckets[i - 1]}")
            row += self.covering(i)
            if "ร่าง" in (sorts[i], before):
                row.append(f"draft={english.draft}|{before == 'ร่าง'}")
        elif self.letters:
            row += self.spelling(i)
        if kind == "person":
            row.append(f"person={mine == 'honorific'}|{before == '_'}")
        if sorts[i] == "0":
            row.append(f"num={english.digits}")
        return row + self.as_a_whole(i, before)

    def echo(self, i: int) -> str:
        """How the other places of the text that end like the term continue to the left."""
        low, start = self.tokens[i - 1][0] if i else -1, self.tokens[i][0]
        plain = here = beyond = 0
        for place, border in self.evidence.echoes:
            if place <= low:
                beyond += 1
            elif place <= start:
                here += 1
                plain += border and place == start
        stop = "plain" if plain else "here" if here else "no"
        return f"{stop}{min(here, 2)}{min(beyond, 2)}"

    def covers(self, i: int) -> tuple[str, str, int, str, int]:
        """Say which English words stand at *i*, left of it, how far left the next new one, the head, how many lack."""
        english, bits = self.english, self.bits
        right, now = self.inner[i + 1], self.inner[i]
        missing = len(english.words) - now.bit_count()
        own = "new" if bits[i] & ~right else "dup" if bits[i] else "none"
        if own == "none" and self.classes[i] in ("nominal", "preposition") and i + 1 < len(bits):
            # การ|พัฒนา: the next token says what this one renders
            beyond = self.inner[i + 2]
            own = "+new" if bits[i + 1] & ~beyond else "+dup" if bits[i + 1] else "none"
        further = 0
        if self.outer[i] & ~now:
            for j in range(i - 1, max(-1, i - 6), -1):
                if self.sorts[j] in ('"', "“", "”"):
                    break
                if bits[j] & ~now:
                    further = i - j
                    break
        left = "new" if i and bits[i - 1] & ~now else "dup" if i and bits[i - 1] else "none"
        head = "own" if bits[i] & english.main else "in" if now & english.main else "out"
        if head == "out" and i and self.bits[i - 1] & english.main:
            head = "left"
        return own, left, further, head, missing

    def covering(self, i: int) -> list[str]:
        """Features of which English words stand right of *i*, at it and left of it."""
        kind = self.english.sort
        own, left, further, head, missing = self.covers(i)
        return [
            f"own={own}",
            f"fo={self.sorts[i]}|{own}",
            f"po={self.sorts[i - 1] if i else '^'}|{left}",
            f"ownm={own}|{min(missing, 3)}",
            f"miss={kind}|{min(missing, 4)}",
            f"far={further}|{min(missing, 2)}",
            f"left={left}|{own}",
            f"main={head}|{own}",
            f"hand={self.by_hand[i] & self.english.main > 0}",
        ]

    def spells(self, i: int) -> tuple[str, str, int, bool]:
        """Say which letters of an abbreviation stand at *i*, left of it, how many lack, whether *i* has an end."""
        bits, right, now = self.letters, self.spelt[i + 1], self.spelt[i]
        missing = min(3, len(self.english.initials) - now.bit_count())
        own = "new" if bits[i] & ~right else "dup" if bits[i] else "none"
        if own == "none" and self.classes[i] == "nominal" and i + 1 < len(bits):
            own = "+any" if bits[i + 1] else "none"
        left = "new" if i and bits[i - 1] & ~now else "dup" if i and bits[i - 1] else "none"
        # Thai has the head first: the first letter, or the last one as English has it (… Committee).
        first = bool(bits[i] & (1 | 1 << len(self.english.initials) - 1))
        return own, left, missing, first

    def spelling(self, i: int) -> list[str]:
        """Features of which letters of an abbreviation stand right of *i*, at it and left of it."""
        own, left, missing, first = self.spells(i)
        return [f"lown={own}|{missing}", f"lleft={left}|{own}", f"lmiss={missing}", f"lend={first}"]

    def as_a_whole(self, i: int, before: str) -> list[str]:
        """Features of the stretch from token *i* to the end."""
        english, start, end = self.english, self.tokens[i][0], self.tokens[-1][1]
        if english.letters:
            row = [f"len={english.sort}{length_class(end - start, english.letters)}"]
        else:
            row = [f"len={min((end - start) // 4, 20)}"]
        bare = self.text[start:end].replace(" ", "")
        if self.total:
            row.append(known_name(bare, self.known, self.total))
        others = self.terms.get(bare, 0) - (bare in self.known)
        row.append(f"term={min(others, 3)}")
        if self.quote is not None and start <= self.quote:
            row.append("quote" if start == self.quote else "over-quote")
        for first, sort in self.evidence.whole.items():
            if first <= start:
                row.append(f"{'c' if first == start else 'x'}={sort}|{english.sort}")
        if self.evidence.ends:
            stop = self.tokens[i - 1][0] if i and before == "_" else start
            if stop in self.evidence.ends:
                row.append(f"e={self.evidence.ends[stop]}")
        return row

    def holding(self, i: int) -> list[str]:
        """Features of a term that holds token *i* inside."""
        classes, sorts = self.classes, self.sorts
        mine, sort, kind = classes[i], sorts[i], self.english.sort
        row = [f"i={sort}", f"ic={mine}"]
        if mine in BREAKS:
            after = classes[i + 1] if i + 1 < len(classes) else "$"
            row.append(f"ick={kind}|{mine}")
            row.append(f"ica={mine}|{self.aligned[i] > 0}")
            row.append(f"icn={mine}|{after}")
        if sort == "_":
            more = i + 1 < len(sorts)
            row.append(f"sa={sorts[i + 1] if more else '$'}")
            row.append(f"sb={sorts[i - 1] if i else '^'}")
            row.append(f"sac={classes[i + 1] if more else '$'}")
            row.append(f"sbc={classes[i - 1] if i else '^'}")
            row.append(f"sk={kind}")
        elif self.aligned[i] > 0:
            row.append(f"ia={self.buckets[i]}")
        elif self.english.words and len(sort) > 1:
            row.append(f"un={kind}")
        return row


def features(
    text: str,
    tokens: Sequence[tuple[int, int]],
    english: English,
    tables: Tables,
    *,
    quote: int | None = None,
    evidence: Evidence = NO_EVIDENCE,
) -> Iterator[Row]:
    """Describe each possible start, the nearest to the parenthesis first.

    Args:
        text: Folded text.
        tokens: Offsets of the tokens up to the end of the term.
        english: The other side of the pair.
        tables: Translations, heads and known names.
        quote: Offset after a quotation mark that is closed at the end of the term.
        evidence: What was recognised around the term.

    Yields:
        A row for each token, from right to left.
    """
    window = Window(text, tokens, english, tables, quote, evidence)
    covered = 0.0
    for i in range(len(tokens) - 1, -1, -1):
        if not window.may_start(i):
            yield -1, (), window.holding(i)
        else:
            yield tokens[i][0], window.starting(i, covered), window.holding(i)
        covered += window.aligned[i]


def _best(
    words: Iterable[str], table: Mapping[str, Mapping[str, float]], tokens: Sequence[str]
) -> list[float]:
    """The best value that any of the English words gives each Thai token."""
    best = [0.0] * len(tokens)
    for word in words:
        row = table.get(word)
        if row is not None:
            for token in row.keys() & {*tokens}:
                for i in places_of(token, tokens):
                    best[i] = max(best[i], row[token])
    return best


def length_class(thai: int, english: int) -> int:
    """How long a Thai term is for its English name, in letters: 0 is usual, from -8 to 8."""
    return max(-8, min(8, round(4 * math.log(thai / (1.25 * english + 4)))))


def bucket(p: float) -> int:
    return 0 if p <= 0 else 1 if p < 0.05 else 2 if p < 0.12 else 3 if p < 0.3 else 4


@lru_cache(4096)
def joint_names(counts: tuple[int, int, int] | None) -> tuple[str, str]:
    """Features of two tokens side by side: does a name begin between them, with the first one?"""
    if counts is None:
        return "joint=no", "first=no"
    begins, both, first = counts
    return f"joint={_odds(begins, both)}", f"first={_odds(first, both - first)}"


def _odds(for_it: int, against: int) -> str:
    """How often something was seen, and in which share of the cases it was so."""
    seen = for_it + against
    return "no" if seen < 3 else f"{'few' if seen < 5 else 'many'}{min(4, 5 * for_it // seen)}"


def known_name(bare: str, known: Mapping[str, int], total: int) -> str:
    count = known.get(bare, 0)
    if count:
        size = "1" if total < 2 else "2" if total < 5 else "5"
        return f"known={size}|{min(4, int(4 * count / total))}"
    longer = bare.endswith(tuple(known))
    shorter = any(form.endswith(bare) for form in known)
    return "known=longer" if longer else "known=shorter" if shorter else "known=other"


def rank(rows: Iterable[Row], weights: Mapping[str, float]) -> tuple[int, float] | None:
    """Return the most probable start and its probability, or ``None`` without any.

    Args:
        rows: What :func:`features` yields; not asked for further once no start
            left of it can win.
        weights: Feature name to weight.
    """
    get = weights.get
    held, best, start = 0.0, -math.inf, -1
    scores: list[float] = []
    for place, row, inside in rows:
        if held < best - HOPELESS:
            break
        if place >= 0:
            score = held
            for name in row:
                score += get(name, 0.0)
            scores.append(score)
            if score >= best:
                best, start = score, place
        for name in inside:
            held += get(name, 0.0)
    if not scores:
        return None
    return start, 1.0 / sum(math.exp(score - best) for score in scores)
