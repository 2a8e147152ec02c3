"""What does not agree: slips of the pen, several meanings, several names."""

from __future__ import annotations

import regex

from .keys import english_words

# What names differ in that are no slips: the third meeting is not the thirteenth.
_NUMBER = regex.compile(
    r"\d+|\b(?:[ivx]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    regex.IGNORECASE,
)
_RARE = 3
"""A slip is at least so many times rarer than what was meant."""

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
        True where they are one letter apart (two in names of 16 letters or more) and not only by
        their first letters, the figures in them are the same, and the first is rarer by a factor
        of three (once beside twice counts).
    """
    if rare_count * _RARE > frequent_count and not (rare_count == 1 and frequent_count >= 2):
        return False
    if _NUMBER.findall(rare) != _NUMBER.findall(frequent):
        return False
    a, b = ("".join(name.casefold().split()) for name in (rare, frequent))
    if a == b or min(len(a), len(b)) < 4 or a.endswith(b) or b.endswith(a):
        return False  # what has a letter more in front is another thing: SMEs, MSMEs
    limit = 2 if min(len(a), len(b)) >= 16 else 1
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
