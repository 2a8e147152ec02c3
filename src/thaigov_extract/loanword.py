"""Compare a Thai spelling of a loan word or a foreign name with the Latin one by their consonants."""

from __future__ import annotations

from functools import lru_cache

from .prepared import compiled

_THAI = str.maketrans(
    {
        **dict.fromkeys("กขฃคฅฆ", "k"),
        **dict.fromkeys("จฉชฌ", "c"),
        **dict.fromkeys("ซศษส", "s"),
        **dict.fromkeys("ญย", "y"),
        **dict.fromkeys("ดตถทธฎฏฐฑฒ", "t"),
        **dict.fromkeys("นณ", "n"),
        **dict.fromkeys("บปผพภ", "p"),
        **dict.fromkeys("ฝฟ", "f"),
        **dict.fromkeys("ร", "r"),
        **dict.fromkeys("ลฬ", "l"),
        **dict.fromkeys("หฮ", "h"),
        "ง": "n",
        "ม": "m",
        "ว": "w",
        "ฤ": "r",
    }
)
# not the s of เอ็กซ์
_SILENT = compiled(r"(?!(?<=ก)ซ์)[ก-ฮ][ิุ]?์")
_MUTE_H = compiled(r"ห(?=[งญณนมยรลว])")
# ย and ว that spell a vowel: เ-ีย, -ัว, -ัวะ
_VOWEL = compiled(r"(?<=ี[่-๋]?)ย|(?<=ั[่-๋]?)ว")
_LATIN = (
    (compiled(r"tion|sion"), "Cn"),
    (compiled(r"sch|tch|sh|ch|j"), "C"),
    (compiled(r"ph"), "f"),
    (compiled(r"th"), "t"),
    (compiled(r"gh(?![aeiou])"), ""),
    (compiled(r"ng"), "n"),
    (compiled(r"c(?=[eiy])|z"), "s"),
    (compiled(r"g(?=[eiy])"), "C"),
    (compiled(r"[ckqg]+"), "k"),
    (compiled(r"x"), "ks"),
    (compiled(r"[dt]+"), "t"),
    (compiled(r"[bp]+"), "p"),
    (compiled(r"v"), "w"),
    # Thai silences it (ฟาร์ม, ชาร์จ)
    (compiled(r"r(?![aeiouy])"), ""),
    (compiled(r"h(?![aeiouy])|[^a-zC]"), ""),
    (compiled(r"(?<=[aeiou])[wy](?![aeiou])|[aeiou]"), ""),
    (compiled(r"(.)\1+"), r"\1"),
)
_OTHER = compiled(r"[^a-z]")
_TWICE = compiled(r"(.)\1+")


@lru_cache(4096)
def latin_skeleton(word: str) -> str:
    """Return the consonants of a Latin word in lower case as classes of sound."""
    for pattern, letters in _LATIN:
        word = pattern.sub(letters, word)
    return word.lower()


@lru_cache(8192)
def thai_skeleton(word: str) -> str:
    """Return the consonants of a Thai word as classes of sound; silenced letters are left out."""
    if "์" in word:
        word = _SILENT.sub("", word)
    if "ห" in word:
        word = _MUTE_H.sub("", word)
    if "ย" in word or "ว" in word:
        word = _VOWEL.sub("", word)
    return _TWICE.sub(r"\1", _OTHER.sub("", word.translate(_THAI)))


def begin_apart(thai: str, latin: str) -> bool:
    """Return whether two skeletons begin so differently that they are not alike at all."""
    return _cost(thai[0], latin[0]) > 0.5


@lru_cache(16384)
def likeness(thai: str, latin: str) -> float:
    """Return how alike two skeletons are: 1.0 the same, 0.0 where they do not begin alike.

    ``f``/``p``, ``c``/``s``, ``l``/``r``/``n`` and ``w``/``p`` count as half alike: Thai writes one for
    the other, or has one letter for both at the end of a syllable.
    """
    if not thai or not latin or begin_apart(thai, latin):
        return 0.0
    row = [float(j) for j in range(len(latin) + 1)]
    for i, a in enumerate(thai, 1):
        diagonal, left = row[0], float(i)
        below = [left]
        for b, above in zip(latin, row[1:], strict=True):
            # _cost(a, b), which to call here would take longer than all else
            cost = 0.0 if a == b else 0.5 if a + b in _HALF else 1.5
            left = min(above + 1, left + 1, diagonal + cost)
            diagonal = above
            below.append(left)
        row = below
    return max(0.0, 1.0 - row[-1] / max(len(thai), len(latin)))


_HALF = frozenset(
    ["fp", "pf", "cs", "sc", "ct", "tc", "st", "ts", "lr", "rl", "ln", "nl", "wp", "pw", "wf", "fw"]
    + ["kc", "ck", "yc", "cy"]
)


def _cost(a: str, b: str) -> float:
    return 0.0 if a == b else 0.5 if a + b in _HALF else 1.5
