"""Personal names in Latin script (``H.E. Mr. David Daly``): how far they go and their parts."""

from __future__ import annotations

from ..prepared import compiled
from .name_words import family_first, is_no_family

Span = tuple[int, int]

# A post in English after the name is no part of it: … Wong Managing Director.
_POST = (
    r"(?!(?:Secretary|Director|President|Minister|Ambassador|Chair|Chairman|Chairperson|Thailand|"
    r"Country|Manager|Executive|Vice|Chief|Head|Deputy|Managing|Senior|CEO|Department|Ministry|"
    r"Embassy|Permanent|Regional|Representative|General|Group|Co|Founder|Partner|Consul|"
    r"Commissioner|Mayor|Governor|Senator|Chancellor|Rector|Dean|Advisor|Adviser|Specialist|Officer|"
    r"Counsellor|Under|Assistant|Associate|ASEAN|UN)(?![A-Za-z]))"
)
_NEXT = r"(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|H\.E)(?:\.| ))"
"""The prefix of somebody else: no part of a name."""
_WORD = (
    _POST + _NEXT + r"(?:(?:\p{Lu}\.)+|\p{Lu}[\p{Latin}\p{M}’'\-]*+\.?|"
    r"(?:de|da|di|van|von|der|bin|bint|ibn|al|el|dos|del|la|le|binti|oglu|ogly|oğlu|qizi|kizi|kyzy)(?= )|"
    r"(?:al|el)-\p{Lu}[\p{Latin}’'\-]*+)"
)
_NAME = compiled(rf"{_WORD}(?: {{1,3}}+{_WORD}){{0,5}}+")
_WRITTEN = compiled(r"\S+")
_OPENING = frozenset("de da di du dos del della van von der".split())
"""Particles with which a family name of several words opens (``de la Morena Casado``)."""
_PARTICLES = frozenset("Al El Van Von De Da Di Du Dos La Le Der".split())


def latin_name(text: str, start: int) -> tuple[Span, Span | None, int] | None:
    """Read a Latin name that begins at *start*.

    The last word is the family name, unless capitals (``Hubert COLARIS``, ``OBA Yuichi``) or
    an East Asian family name in front say otherwise; Burmese names have none.

    Args:
        text: Folded text.
        start: Offset of the first letter, after the prefix.

    Returns:
        Given names, family name or ``None``, and the end; ``None`` where no name stands there.
    """
    if "ก" <= text[start : start + 1] <= "๎":
        return None  # most names; the pattern would find it out letter by letter
    found = _NAME.match(text, start)
    if found is None:
        return None
    words = list(_WRITTEN.finditer(found[0]))
    while len(words) > 1 and words[-1][0] in {"de", "da", "of", "and"}:
        words.pop()
    spans = [(start + word.start(), start + word.end()) for word in words]
    end = spans[-1][1]
    while text[end - 1] in "’'-":
        end -= 1
    spans[-1] = spans[-1][0], end
    names = [text[slice(*span)] for span in spans]
    if len(names) == 1 or is_no_family(names):
        return (start, end), None, end
    first, last = _family_words(names)
    family = spans[first][0], spans[last - 1][1]
    given = (spans[last][0], end) if first == 0 else (start, spans[first - 1][1])
    return given, family, end


def _family_words(names: list[str]) -> tuple[int, int]:
    """Return which of several words are the family name, as a range that leaves one over."""
    count = len(names)
    capital = [name.isupper() and len(name) > 1 and name[1] != "." for name in names]
    if not all(capital):
        if capital[0] and sum(capital) == 1:
            return 0, 1
        tail = count
        while tail > 1 and capital[tail - 1]:
            tail -= 1
        if tail < count:
            return tail, count
    if names[0].capitalize() in family_first() and count <= 3:
        return 0, 1
    if particle := next((i for i in range(1, count - 1) if names[i] in _OPENING), 0):
        return particle, count
    first = count - 1
    while first > 1 and (names[first - 1].islower() or names[first - 1] in _PARTICLES):
        first -= 1
    return first, count
