r"""Patterns with named fragments: what stands around a trigger, and which part is which field.

A pattern is a regular expression of the package ``regex`` in which names in braces stand for
fragments (:mod:`.fragments`): ``{prefix:honorific}{given} {family}``.

- ``{given}`` matches the fragment ``given`` and makes a slot ``given`` of what it matched;
- ``{prefix:honorific}`` makes a slot of another name;
- ``{_:honorific}`` matches and makes none; so do ``{gap}``, ``{space}``, ``{quote}``, ``{dash}``;
- ``(?P<slot>…)`` makes a slot of any other part;
- ``{agency}``, ``{official}``, ``{title}``, ``{date}``, ``{term}`` stand for an object that has
  been recognised there; they stand at the top of a pattern, not inside brackets.

It is matched on the folded text: one kind of space, Arabic digits, one spelling of ``ำ``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex
from attrs import field, frozen

from .candidate import Candidate
from .context import Context
from .lines import line_start
from .pattern_syntax import Compiled, Piece, compile_pattern

REACH = 200
"""So many characters, of one line, may a match begin before its trigger or run to an object."""

TIME_LIMIT = 1.0
"""Seconds that one match of one piece may take before the rule is stopped."""


@frozen
class PatternMatch:
    """A match of a pattern: offsets in the folded text."""

    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]
    values: Mapping[str, str] = field(factory=dict)


@frozen
class Pattern:
    """A pattern and the fragments of its author.

    Args:
        source: The pattern; see the module.
        fragments: More fragments by name, each a pattern or a list of words; one of the same
            name stands before a shipped one.

    Raises:
        PatternError: Where it names an unknown fragment, fills a slot twice, or is no
            regular expression.
    """

    source: str
    fragments: Mapping[str, str | tuple[str, ...]] = field(factory=dict, hash=False)

    def __attrs_post_init__(self) -> None:
        self.compiled()

    def compiled(self) -> Compiled:
        """Return the compiled form, made once for equal patterns."""
        own = tuple((n, f if isinstance(f, str) else tuple(f)) for n, f in self.fragments.items())
        return compile_pattern(self.source, own)

    @property
    def triggers(self) -> tuple[str, ...]:
        """Literal strings, one of which is in every match; empty where there is none."""
        return self.compiled().triggers

    @property
    def slots(self) -> frozenset[str]:
        """Names of the slots that it may fill."""
        return self.compiled().slots

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of objects that it names."""
        return frozenset(p.kind for p in self.compiled().pieces if p.kind is not None)

    def find(self, context: Context, start: int, end: int) -> Iterator[PatternMatch]:
        """Yield the match that holds the trigger at ``[start, end)``, if there is one.

        Of several, the one stands that begins farthest to the left on the trigger's line,
        :data:`REACH` characters before it at most.

        Raises:
            TimeoutError: Where a piece takes longer than :data:`TIME_LIMIT`.
        """
        compiled = self.compiled()
        for begin in _begins(compiled, context, start, end):
            found = _match(compiled.pieces, context, begin)
            if found is not None and found.start <= start and end <= found.end:
                yield found
                return


# -- matching ------------------------------------------------------------------------------------


def _begins(compiled: Compiled, context: Context, start: int, end: int) -> Iterator[int]:
    text = context.text
    if compiled.leads and text[start:end] in compiled.triggers:
        yield start
        return
    first = compiled.pieces[0]
    left = line_start(text, start, REACH)
    if first.expression is None:
        for candidate in context.found(first.kind or ""):
            if left <= candidate.start <= start:
                yield candidate.start
        return
    last = -1
    for found in first.expression.finditer(text, left, overlapped=True, timeout=TIME_LIMIT):
        if found.start() > start:
            return
        if found.start() != last:
            last = found.start()
            yield last


def _match(
    pieces: tuple[Piece, ...], context: Context, begin: int, place: int = 0
) -> PatternMatch | None:
    """Match the pieces from *place* on at *begin*; the first reading that fits all counts."""
    if place == len(pieces):
        return PatternMatch(begin, begin, {})
    piece = pieces[place]
    if piece.expression is None:
        return _match_object(pieces, context, begin, place)
    text = context.text
    if place + 1 == len(pieces):
        found = piece.expression.match(text, begin, timeout=TIME_LIMIT)
        return None if found is None else PatternMatch(begin, found.end(), _slots(found))
    for target in _objects_from(context, pieces[place + 1].kind or "", begin):
        found = piece.expression.fullmatch(text, begin, target.start, timeout=TIME_LIMIT)
        if found is None:
            continue
        rest = _match(pieces, context, target.start, place + 1)
        if rest is not None:
            return PatternMatch(begin, rest.end, {**_slots(found), **rest.slots})
    return None


def _match_object(
    pieces: tuple[Piece, ...], context: Context, begin: int, place: int
) -> PatternMatch | None:
    piece = pieces[place]
    for candidate in _objects_from(context, piece.kind or "", begin):
        if candidate.start > begin:
            return None
        rest = _match(pieces, context, candidate.end, place + 1)
        if rest is not None:
            own = {piece.slot: (begin, candidate.end)} if piece.slot else {}
            return PatternMatch(begin, rest.end, {**own, **rest.slots})
    return None


def _objects_from(context: Context, kind: str, begin: int) -> Iterator[Candidate]:
    for candidate in context.found(kind):
        if begin <= candidate.start <= begin + REACH:
            yield candidate


def _slots(found: regex.Match[str]) -> dict[str, tuple[int, int]]:
    return {name: found.span(name) for name in found.re.groupindex if found.start(name) >= 0}
