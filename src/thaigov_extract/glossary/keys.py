"""When two spellings are one form: keys that differ only where the forms do."""

from __future__ import annotations

from functools import lru_cache

import regex

from ..bilingual import singular
from ..fold import fold

_LOOSE = "“”\"'‘’«»ฯ.-–—‐‑"
_LOOSE_RUN = regex.compile(rf"[\s{regex.escape(_LOOSE)}]+")

_WORD = regex.compile(r"[^\W_]+")
_CONTROL = regex.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+|\s+")
_ARTICLES = frozenset(["the", "a", "an"])
_HAS_THAI = regex.compile(r"[ก-๎]")
# British to American: a difference of spelling, not of name.
_AMERICAN = (
    (regex.compile(r"(?<=...)isation\b"), "ization"),
    (regex.compile(r"\bprogramme"), "program"),
    (regex.compile(r"\bcentre"), "center"),
    (regex.compile(r"\b(lab|harb|neighb|col|fav|behavi)our"), r"\1or"),
    (regex.compile(r"\bdefence"), "defense"),
    (regex.compile(r"\b(travel|fuel|model)led\b"), r"\1ed"),
)

# How a person is addressed is no part of the name.
_ADDRESS = regex.compile(
    r"(?:(?:h\. ?e\.|(?:his|her) excellency|(?:the )?(?:right |rt\. ?)?hon(?:ou?rable |\.))[ .,]*)?"
    r"(?:(?:mr|mrs|ms|miss)(?:\. ?| ))?(?=\S)"
)
_INITIALS = regex.compile(r"\b(?:[a-z]\.){2,}")
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
}
_ORDINAL = regex.compile(r"(\d+)(?: ?(?:st|nd|rd|th)\b|(?:st|nd|rd|th)(?=[a-z]))")


@lru_cache(1 << 17)
def clean(text: str) -> str:
    """Return a form as it is shown: folded, white space and control characters as one space."""
    return _CONTROL.sub(" ", fold(text).text).strip()


def has_thai(text: str) -> bool:
    """Whether a text has a Thai letter."""
    return _HAS_THAI.search(text) is not None


@lru_cache(1 << 17)
def thai_key(text: str) -> str:
    """Return what spellings of one Thai name share: no spaces, quotes, dots, dashes, ``ฯ``."""
    return letters(fold(text).text)


def letters(folded: str) -> str:
    """Return the letters of a folded Thai text that spellings of one name share."""
    return _LOOSE_RUN.sub("", folded)


def is_loose(letter: str) -> bool:
    """Whether spellings of one Thai name may differ in this: spaces, quotes, dots, dashes, ``ฯ``."""
    return letter in _LOOSE or letter.isspace()


@lru_cache(1 << 16)
def english_key(name: str) -> str:
    """Return what spellings of one English name share.

    Case, spaces, hyphens, articles, a plural *s*, American or British spelling, ordinals in words
    or figures, dots of initials and how a person is addressed make no difference; words and their
    order do.
    """
    return "".join(english_words(name))


def english_words(name: str) -> list[str]:
    """Return the words of an English name as :func:`english_key` compares them."""
    even = fold(name).text.casefold().replace("&", " and ").replace("’s", "s").replace("'s", "s")
    address = _ADDRESS.match(even)
    even = even[address.end() :] if address else even
    even = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), even)
    even = _ORDINAL.sub(r"\1 ", even)
    for british, american in _AMERICAN:
        even = british.sub(american, even)
    words = (_ORDINALS.get(word, word) for word in _WORD.findall(even))
    return [singular(word) for word in words if word not in _ARTICLES]


@lru_cache(1 << 16)
def abbreviation_key(short: str) -> str:
    """Return what spellings of one abbreviation share: ``SDGs`` and ``SDG``, ``COVID - 19``."""
    even = "".join(_WORD.findall(fold(short).text))
    if len(even) > 2 and even.endswith("s") and even[:-1].isupper():
        even = even[:-1]
    return even.casefold()


def search_keys(query: str) -> tuple[str, ...]:
    """Return the keys under which a form is kept and found, the closest first."""
    if has_thai(query):
        return (thai_key(query),)
    return tuple(dict.fromkeys((abbreviation_key(query), english_key(query))))
