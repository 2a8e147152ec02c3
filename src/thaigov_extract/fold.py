"""Even out the text without losing the place of a single character.

Folding is not length-preserving (zero-width characters go, ``เเ`` becomes ``แ``),
so the map back is built while folding, never by comparing the two texts after.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

import regex
from attrs import field, frozen

from .lexicon import read_table
from .model import Span
from .prepared import compiled

ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_SPACES = "\u00a0\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u000b\u000c"
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TONES = "\u0e48-\u0e4b"
_VOWELS = "\u0e31\u0e34-\u0e3a\u0e47"
# What does not keep its length, or moves letters about.
_UNEVEN = compiled(
    rf"(?P<zero>[{ZERO_WIDTH}]+)"
    r"|(?P<line>\r\n?)"
    r"|(?P<ae>เ[" + ZERO_WIDTH + r"]*เ)"
    rf"|(?P<am>\u0e4d[{ZERO_WIDTH}]*(?P<tone>[{_TONES}]?)[{ZERO_WIDTH}]*\u0e32)"
    rf"|(?P<tone_am>(?P<first>[{_TONES}])\u0e4d\u0e32)"
    rf"|(?P<swapped>(?P<mark>[{_TONES}\u0e4c])(?P<vowel>[{_VOWELS}]))"
    rf"|(?P<twice>(?P<again>[{_TONES}{_VOWELS}\u0e4c])(?P=again)+)"
)
# Searching for all that takes thirty times as long as asking for its letters one by one; these
# say where it can begin.
_UNEVEN_LETTERS = (*ZERO_WIDTH, "\r", "\u0e4d")
# two marks where the second one may be misplaced or there twice
_MISPLACED = (
    compiled(rf"[{_TONES}\u0e4c](?=[{_TONES}\u0e4c{_VOWELS}])"),
    compiled(rf"[{_VOWELS}](?=[{_VOWELS}])"),
)
_PARTED_AE = compiled("เ(?=[" + ZERO_WIDTH + "]+เ)")


@frozen
class Folded:
    """A folded text with the way back to the text as given.

    Attributes:
        raw: The text as given.
        text: The folded text.
    """

    raw: str
    text: str
    # pieces of equal length: folded text[_starts[i]:…] stands at raw[_places[i]:…], up to where
    # the next piece begins; a piece of unequal length has its raw end in _ends
    _starts: tuple[int, ...] = field(default=(0,), alias="starts", repr=False)
    _places: tuple[int, ...] = field(default=(0,), alias="places", repr=False)
    _ends: tuple[int, ...] = field(default=(-1,), alias="ends", repr=False)
    # the distance of the two texts where it is the same for all, else None
    _distance: int | None = field(init=False, eq=False, repr=False)

    @_distance.default
    def _one_piece(self) -> int | None:
        return self._places[0] if self._ends == (-1,) else None

    def raw_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where folded characters stand in the text as given.

        Args:
            start: Offset of the first code point in :attr:`text`.
            end: Offset after the last one; more than *start*.

        Returns:
            Offsets in :attr:`raw`; zero-width characters at the borders are outside.

        Raises:
            ValueError: Where the range is empty or outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no folded range {start}:{end} in a text of {len(self.text)}")
        if self._distance is not None:
            return start + self._distance, end + self._distance
        return self._place(start)[0], self._place(end - 1)[1]

    def span(self, start: int, end: int) -> Span:
        """Return a folded range as a span of the text as given; see :meth:`raw_range`."""
        first, last = self.raw_range(start, end)
        return Span(self.raw[first:last], first, last)

    def _place(self, position: int) -> tuple[int, int]:
        """The raw range of one folded character."""
        piece = bisect_right(self._starts, position) - 1
        if self._ends[piece] >= 0:
            return self._places[piece], self._ends[piece]
        place = self._places[piece] + position - self._starts[piece]
        return place, place + 1


def fold(raw: str) -> Folded:
    """Fold a text: one spelling for what readers see as one.

    Zero-width characters go; no-break spaces and tabs become spaces, each one;
    line ends become ``\\n``; ``ํา`` becomes ``ำ``, ``เเ`` becomes ``แ``; tone marks
    stand after vowels; glyphs of the private use area and Thai digits become
    standard letters and Arabic digits.

    Args:
        raw: Any text.

    Returns:
        The folded text with the map back.  Folding what is folded changes nothing.
    """
    even, standard = raw, _one_to_one()
    for letter in {*_others().findall(raw)}:
        even = even.replace(letter, standard[letter])
    begins = _uneven_places(even)
    if not begins:
        return Folded(raw, even)
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    ends: list[int] = []
    length = 0
    for text, place, end in _pieces(even, begins):
        if not text:
            continue
        pieces.append(text)
        starts.append(length)
        places.append(place)
        ends.append(end)
        length += len(text)
    if not pieces:
        return Folded(raw, "")
    folded = "".join(pieces)
    if any(_UNEVEN.match(folded, place) for place in _uneven_places(folded)):
        return _twice(raw, folded, starts, places, ends)
    return Folded(raw, folded, tuple(starts), tuple(places), tuple(ends))


def _uneven_places(even: str) -> list[int]:
    """Return, in ascending order, the places where something may begin that does not keep its length."""
    places: set[int] = set()
    for letters in _UNEVEN_LETTERS:
        if letters in even:
            places.update(_finds(even, letters))
    if places:
        # a tone before a nikhahit begins what the nikhahit belongs to
        places.update([place - 1 for place in places if place and even[place] == "\u0e4d"])
        places.update(found.start() for found in _PARTED_AE.finditer(even))
    places.update(_finds(even, "เเ"))
    for marks in _MISPLACED:
        places.update([found.start() for found in marks.finditer(even)])
    return sorted(places)


def _finds(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place != -1:
        yield place
        place = text.find(part, place + 1)


def _pieces(even: str, begins: Iterable[int]) -> Iterator[tuple[str, int, int]]:
    """Yield folded pieces with their raw place, and raw end where the length changed (else -1)."""
    last = 0
    for place in begins:
        found = _UNEVEN.match(even, place) if place >= last else None
        if found is None:
            continue
        start, end = found.span()
        if last < start:
            yield even[last:start], last, -1
        last = end
        kind = found.lastgroup
        if found["zero"] is not None:
            continue
        if found["line"] is not None:
            yield "\n", start, end
        elif found["ae"] is not None:
            yield "แ", start, end
        elif found["am"] is not None:
            yield from _each(found["tone"] + "ำ", start, end)
        elif found["tone_am"] is not None:
            yield from _each(found["first"] + "ำ", start, end)
        elif found["swapped"] is not None:
            yield from _each(found["vowel"] + found["mark"], start, end)
        else:
            assert kind is not None
            yield found["again"], start, end
    if last < len(even):
        yield even[last:], last, -1


def _each(letters: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Marks that were moved about share one raw range: none can be cut out alone."""
    for letter in letters:
        yield letter, start, end


def _twice(raw: str, folded: str, starts: list[int], places: list[int], ends: list[int]) -> Folded:
    """Fold what the first pass brought together, and compose the two maps."""
    first = Folded(raw, folded, tuple(starts), tuple(places), tuple(ends))
    second = fold(folded)
    places, ends = [], []
    for position in range(len(second.text)):
        start, end = second.raw_range(position, position + 1)
        begin, stop = first.raw_range(start, end)
        places.append(begin)
        ends.append(stop)
    return Folded(raw, second.text, tuple(range(len(second.text))), tuple(places), tuple(ends))


@cache
def _others() -> regex.Pattern[str]:
    return compiled(f"[{''.join(_one_to_one())}]")


@cache
def _one_to_one() -> dict[str, str]:
    """Letters that stand for one other letter, with that letter."""
    pairs = [(space, " ") for space in _SPACES]
    pairs += [(digit, str(value)) for value, digit in enumerate(_THAI_DIGITS)]
    pairs += [
        (chr(int(glyph, 16)), "".join(chr(int(letter, 16)) for letter in letters.split()))
        for glyph, letters in read_table("private_use")
    ]
    return dict(pairs)
