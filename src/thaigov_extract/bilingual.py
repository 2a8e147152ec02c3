"""What is known of Thai and English names: translations, heads, known pairs.

The tables in ``data/align_*`` are learnt by ``tools/train_alignment.py``; this
module reads them and brings English names into the form they are kept under.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import cache

import regex
from attrs import field, frozen

from .inside import is_person
from .lexicon import read_data, read_table
from .prepared import compiled, prepared

_ENGLISH_WORD = compiled(r"[A-Za-zÀ-ɏ]+|\d+")
_MINOR = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "on",
        "in",
        "to",
        "with",
        "by",
        "from",
        "at",
        "as",
        "or",
        "its",
        "de",
        "la",
        "le",
        "du",
        "des",
        "et",
        "into",
        "under",
        "s",
    ]
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
        main: Bits of those of *words* that may be the head.
        joined: How many times the name joins words (*and*, *&*, a comma).
        verbal: Whether it begins with a verb's form (*Strengthening …*, *to …*).
        draft: Whether it says that it is a draft.
        initials: Letters of an abbreviation whose full name is not known, lower case.
    """

    key: str
    words: tuple[str, ...]
    head: tuple[str, ...]
    sort: str
    letters: int
    digits: bool
    main: int = 0
    joined: int = 0
    verbal: bool = False
    draft: bool = False
    initials: str = ""


@frozen(eq=False)
class Tables:
    """What the ranker knows; two are the same where they are one object.

    Attributes:
        weights: Feature name to weight.
        translations: English word to Thai token to probability.
        heads: English head word to first Thai token to probability.
        names: Normalised English name to Thai term to number of contexts.
        terms: Thai term to the number of English names that it stands for.
        abbreviations: Abbreviation to the full English name that releases give it.
        joints: Two Thai tokens side by side (``"สร้าง เมือง"``) to how many names begin with the second,
            hold both, begin with the first.
    """

    weights: Mapping[str, float] = field(factory=dict)
    translations: Mapping[str, Mapping[str, float]] = field(factory=dict)
    heads: Mapping[str, Mapping[str, float]] = field(factory=dict)
    names: Mapping[str, Mapping[str, int]] = field(factory=dict)
    terms: Mapping[str, int] = field(factory=dict)
    abbreviations: Mapping[str, str] = field(factory=dict)
    joints: Mapping[str, tuple[int, int, int]] = field(factory=dict)


_HUNDREDTHS = tuple(score / 100 for score in range(101))


def _pairs(table: str) -> dict[str, dict[str, float]]:
    return {
        # the same tokens and figures stand in many rows: each is kept once
        row[0]: {
            sys.intern(token): _HUNDREDTHS[int(score)]
            for token, score in zip(row[1::2], row[2::2], strict=True)
        }
        for row in read_table(table)
    }


@prepared
def default_tables() -> Tables:
    """Return the shipped tables, read once."""
    names: dict[str, dict[str, int]] = {}
    terms: dict[str, int] = {}
    for key, *forms in read_table("align_names"):
        names[key] = {form: int(count) for form, count in zip(forms[::2], forms[1::2], strict=True)}
        for form in names[key]:
            terms[form] = terms.get(form, 0) + 1
    return Tables(
        weights=json.loads(read_data("align_weights.json"))["weights"],
        translations=_pairs("align_translations"),
        heads=_pairs("align_heads"),
        names=names,
        terms=terms,
        abbreviations={row[0]: row[1] for row in read_table("align_abbreviations")},
        joints={
            row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in read_table("align_joints")
        },
    )


def english_words(name: str) -> list[str]:
    """Return the content words of an English name, lower case, plural dropped."""
    return [singular(w) for w in _ENGLISH_WORD.findall(name.lower()) if w not in _MINOR]


def singular(word: str) -> str:
    """Return an English word in lower case without the *s* of the plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_PREPOSITION = compiled(
    r" (?:of|for|on|to|in|with|by|from|at|against|under|among|between|and|through|towards?) |[:,–—]"
)


_JOIN = compiled(r" and |&|,|/", regex.IGNORECASE)
_VERBAL = compiled(r"(?:to )?[A-Za-z]{3,}ing |to [a-z]", regex.IGNORECASE)


def describe(english: str | None, abbreviation: str | None, tables: Tables) -> English:
    """Read what the inside of a parenthesis says about its Thai term."""
    name = english
    key = name_key(english, abbreviation)
    if name is None:
        name = tables.abbreviations.get(abbreviation or "")
    if name is None:
        short = abbreviation or ""
        return English(
            key,
            (),
            (),
            "short",
            0,
            any(c.isdigit() for c in short),
            initials="".join(c.lower() for c in short if "A" <= c <= "Z"),
        )
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
    unique = tuple(dict.fromkeys(words))
    return English(
        key,
        unique,
        head,
        sort,
        letters,
        any(c.isdigit() for c in name),
        sum(1 << k for k, word in enumerate(unique) if word in head[:2]),
        len(_JOIN.findall(name)),
        bool(_VERBAL.match(name)),
        "draft" in words,
    )


def name_key(english: str | None, abbreviation: str | None) -> str:
    """Return the key of a pair in the table of known names."""
    if english is None:
        return "=" + "".join((abbreviation or "").split()).upper()
    return " ".join(english_words(english))
