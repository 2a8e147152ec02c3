"""What does not agree: slips of the pen, several meanings, several names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from .concept import Form
from .keys import english_words, has_thai, thai_key
from .likeness import same_end

# What names differ in that are no slips: the third meeting is not the thirteenth.
_NUMBER = regex.compile(
    r"\d+|\b(?:[ivx]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    regex.IGNORECASE,
)
# Letters that look alike: `Al` for `AI`, `CO2` with the letter O.
_LOOKALIKE = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o"})
_RARE = 3
"""A slip is at least so many times rarer than what was meant."""

_OFTEN = 0.05
"""Part of the preferred form's releases from which another one competes with it."""

_SHARED = 0.75
"""Part of the words of two names that a rewording shares."""


def edit_distance(one: str, other: str, limit: int) -> int:
    """Return how many letters were put in, left out, changed or swapped with the next one.

    Args:
        one: A string.
        other: Another.
        limit: Distances above it are all told as ``limit + 1``.

    Returns:
        The optimal string alignment distance, at most ``limit + 1``.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        after = [i]
        for j, b in enumerate(other, start=1):
            best = min(row[j] + 1, after[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            after.append(best)
        if min(after) > limit:
            return limit + 1
        before, row = row, after
    return min(row[-1], limit + 1)


def is_slip(rare: str, frequent: str, rare_count: int, frequent_count: int) -> bool:
    """Whether a name or abbreviation is probably a slip for another one of the same Thai term.

    Args:
        rare: The form in question, as shown.
        frequent: What may have been meant.
        rare_count: Releases with the first.
        frequent_count: Releases with the second.

    Returns:
        True where they are one letter apart (two in Latin names of 16 letters or more) and not only by
        their first letters, the figures in them are the same, and the first is rarer by a factor
        of three (once beside twice counts); of short names only what looks alike (``Al``, ``AI``).
    """
    if rare_count * _RARE > frequent_count and not (rare_count == 1 and frequent_count >= 2):
        return False
    a, b = ("".join(name.casefold().split()) for name in (rare, frequent))
    if a != b and a.translate(_LOOKALIKE) == b.translate(_LOOKALIKE):
        return True
    if _NUMBER.findall(rare) != _NUMBER.findall(frequent):
        return False
    if a == b or min(len(a), len(b)) < 4 or a.endswith(b) or b.endswith(a):
        return False  # what has a letter more in front is another thing: SMEs, MSMEs
    # two letters in Thai are a word: ใน, มี
    limit = 2 if min(len(a), len(b)) >= 16 and not has_thai(rare) else 1
    return edit_distance(a, b, limit) <= limit


def is_rewording(one: str, other: str) -> bool:
    """Whether two English names of the same Thai term are one name in other words.

    Args:
        one: An English name.
        other: Another.

    Returns:
        True where they share three of four words and their figures: ``Framework for Sustainability``
        and ``Sustainability Framework``.
    """
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    a, b = set(english_words(one)), set(english_words(other))
    return len(a | b) > 3 and len(a & b) >= _SHARED * len(a | b)


def competing(thai: Sequence[Form]) -> Iterator[Form]:
    """Yield the Thai forms of a concept that are worth a look: other names, and often enough.

    A form that only begins elsewhere (``เทคโนโลยีปัญญาประดิษฐ์`` beside ``ปัญญาประดิษฐ์``) is no
    other name, and what one release in twenty says beside the preferred form is its wording.

    Args:
        thai: The forms, the preferred one first.
    """
    if not thai:
        return
    best = thai_key(thai[0].text)
    least = max(2.0, _OFTEN * thai[0].releases)
    seen = {best}
    for form in thai:
        key = thai_key(form.text)
        if form.status == "competing" and form.releases >= least and key not in seen:
            seen.add(key)
            if not same_end(key, best):
                yield form
