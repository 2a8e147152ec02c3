"""Say which Thai tokens before a parenthesis render which words of the English name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count

from attrs import frozen

from .lexicon import read_table
from .loanword import begin_apart, latin_skeleton, likeness, thai_skeleton
from .prepared import prepared

_PREFIXES = ("การ", "ความ", "ผู้", "นัก", "แห่ง", "ทาง", "เชิง", "ภาค", "ด้าน", "สี")
"""What may stand in one token before the word that renders the English one."""

BY_HAND = 0.5
"""Strength of a translation of the dictionary."""

_ALIKE = 0.72
"""Likeness of skeletons from which a word counts as a loan."""

_SHORTEST = 2
"""Sounds that a skeleton needs; a shorter one is like too many words."""


@prepared
def dictionary() -> Mapping[str, tuple[str, ...]]:
    """Return English word → Thai words of ``data/align_dictionary.tsv``."""
    return {row[0]: tuple(row[1].split()) for row in read_table("align_dictionary")}


_LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        "เอ บี ซี ดี อี เอฟ จี เอช ไอ เจ เค แอล เอ็ม เอ็น โอ พี คิว อาร์ เอส ที ยู วี ดับเบิลยู เอ็กซ์ วาย แซด".split(),
        strict=True,
    )
)


@lru_cache(4096)
def spelling(word: str) -> str:
    """Return how Thai spells an abbreviation by the names of its letters (``fia``: เอฟไอเอ)."""
    return "".join(_LETTERS.get(letter, "?") for letter in word)


@prepared
def initials() -> Mapping[str, str]:
    """Return Thai word → first letters of the English words that it renders by the dictionary."""
    letters: dict[str, set[str]] = {}
    for word, forms in dictionary().items():
        for form in forms:
            letters.setdefault(form, set()).add(word[0])
    return {form: "".join(sorted(found)) for form, found in letters.items()}


def spell_out(text: str, tokens: Sequence[tuple[int, int]], short: str) -> list[int]:
    """Say which letters of an abbreviation each Thai token may stand for.

    Args:
        text: Folded text.
        tokens: Offsets of the tokens before the parenthesis.
        short: Letters of the abbreviation, lower case.

    Returns:
        A bit for each letter, for each token: the letters that begin an English word which the token
        renders (``สถาบัน``: *i* of *institute*), for each place of the abbreviation.
    """
    known = initials()
    places: dict[str, int] = {}
    for k, letter in enumerate(short):
        places[letter] = places.get(letter, 0) | 1 << k
    bits = []
    for start, end in tokens:
        word = text[start:end]
        letters = known.get(word)
        if letters is None:
            prefix = next((p for p in _PREFIXES if word.startswith(p)), "")
            letters = known.get(word[len(prefix) :], "") if prefix else ""
        found = 0
        for letter in letters:
            found |= places.get(letter, 0)
        bits.append(found)
    return bits


@frozen
class Coverage:
    """What the English words say about each Thai token.

    Attributes:
        strength: Token → how sure one of the words renders it (0 to 1).
        words: Token → the words that may render it, a bit for each.
        by_hand: Token → the words whose dictionary form starts there, a bit for each.
    """

    strength: Sequence[float]
    words: Sequence[int]
    by_hand: Sequence[int]


def cover(
    text: str,
    tokens: Sequence[tuple[int, int]],
    words: Sequence[str],
    translations: Mapping[str, Mapping[str, float]],
) -> Coverage:
    """Match English words with Thai tokens.

    Args:
        text: Folded text.
        tokens: Offsets of the tokens before the parenthesis.
        words: Content words of the English name as :func:`.bilingual.english_words` gives them.
        translations: English word → Thai token → probability.

    Returns:
        The matches: by the learnt table, by the dictionary, by letters that are the same, and by
        consonants for words that neither knows.
    """
    n = len(tokens)
    strength, bits, by_hand = [0.0] * n, [0] * n, [0] * n
    if not words or not n:
        return Coverage(strength, bits, by_hand)
    spelt = [text[a:b] for a, b in tokens]
    low, end = tokens[0][0], tokens[-1][1]
    starts, ends = zip(*tokens, strict=True)
    first, last = dict(zip(starts, count())), dict(zip(ends, count()))
    for i, word in enumerate(spelt):
        if word.startswith(_PREFIXES):
            for prefix in _PREFIXES:
                if len(word) > len(prefix) + 1 and word.startswith(prefix):
                    first.setdefault(starts[i] + len(prefix), i)
    different, forms = {*spelt}, dictionary()
    for k, word in enumerate(words):
        bit, found = 1 << k, False
        own = forms.get(word, ())
        if not own and 2 <= len(word) <= 5:
            own = (spelling(word),)
        row = translations.get(word)
        if row is not None:
            for token in row.keys() & different:
                p = row[token]
                found = found or p >= 0.1
                for i in places_of(token, spelt):
                    bits[i] |= bit
                    strength[i] = max(strength[i], p)
        for form in own:
            at = text.find(form, low, end)
            while at >= 0:
                a, b = first.get(at), last.get(at + len(form))
                if a is not None and b is not None:
                    found = True
                    by_hand[a] |= bit
                    for i in range(a, b + 1):
                        bits[i] |= bit
                        strength[i] = max(strength[i], BY_HAND)
                at = text.find(form, at + 1, end)
        if word.isdigit() or not found:
            for i, token in enumerate(spelt):
                if token[0].isascii() and _singular_of(token.lower(), word):
                    bits[i] |= bit
                    strength[i] = 0.9
                    found = True
        if not found:
            _loans(spelt, latin_skeleton(word), bit, strength, bits)
    return Coverage(strength, bits, by_hand)


def places_of(token: str, tokens: Sequence[str]) -> Iterator[int]:
    """Yield where a token stands among others."""
    place = -1
    for _ in range(tokens.count(token)):
        place = tokens.index(token, place + 1)
        yield place


def _singular_of(token: str, word: str) -> bool:
    return token == word or (len(token) > 3 and token[:-1] == word)


def _loans(
    spelt: Sequence[str], latin: str, bit: int, strength: list[float], bits: list[int]
) -> None:
    """Mark the run of at most four tokens that sounds most like a Latin word."""
    if len(latin) < _SHORTEST:
        return
    best, place = _ALIKE, (0, 0)
    skeletons = [thai_skeleton(t) if "ก" <= t[0] <= "๎" else "" for t in spelt]
    for i in range(len(spelt) - 1, -1, -1):
        if not skeletons[i] or begin_apart(skeletons[i], latin):
            continue
        run = ""
        for j in range(i, min(i + 4, len(spelt))):
            if not skeletons[j] and spelt[j] != "-":
                break
            run += skeletons[j]
            if len(run) > len(latin) + 2:
                break
            # what one has more letters than the other, each costs one: how alike they can be at most
            apart = abs(len(run) - len(latin))
            if apart > 2 or 1.0 - apart / max(len(run), len(latin)) <= best:
                continue
            if (alike := likeness(run, latin)) > best:
                best, place = alike, (i, j + 1)
    if place[1] and (len(latin) > 2 or best >= 0.99):
        for i in range(*place):
            bits[i] |= bit
            strength[i] = max(strength[i], best - 0.3)
