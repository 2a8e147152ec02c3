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
from functools import cache

import regex
from attrs import field, frozen

from .candidate import Candidate
from .context import Context
from .fold import fold
from .fragments import OBJECTS, Fragment, shipped_fragments

REACH = 200
"""So many characters, of one line, may a match begin before its trigger or run to an object."""

TIME_LIMIT = 1.0
"""Seconds that one match of one piece may take before the rule is stopped."""

_NAMED = regex.compile(
    r"\{(?:(?P<slot>[A-Za-z_][A-Za-z_0-9]*):)?(?P<name>[A-Za-z_][A-Za-z_0-9]*)\}"
)
_GROUP = regex.compile(r"\(\?P?<(?P<slot>[A-Za-z_][A-Za-z_0-9]*)>")
_QUANTIFIER = regex.compile(r"[*+?]|\{\d*,?\d*\}")
_MANY_WORDS = 40


class PatternError(ValueError):
    """A pattern that cannot be used; the message says where and how to mend it."""


@frozen
class PatternMatch:
    """A match of a pattern: offsets in the folded text."""

    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]
    values: Mapping[str, str] = field(factory=dict)


@frozen
class Piece:
    """A run of a pattern: a regular expression, or an object of a kind (then with its slot)."""

    expression: regex.Pattern[str] | None
    kind: str | None = None
    slot: str | None = None


@frozen
class Compiled:
    """What is worked out once for a pattern.

    Attributes:
        pieces: Regular expressions and objects in turn.
        triggers: Literal strings, one of which is in every match.
        leads: Whether every match begins with one of them.
        slots: All slots that it may fill.
        source: The pattern as written, folded.
        cuts: Offsets in it between one part and the next, for saying how far a text matches.
    """

    pieces: tuple[Piece, ...]
    triggers: tuple[str, ...]
    leads: bool
    slots: frozenset[str]
    source: str
    cuts: tuple[int, ...]


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
        return _compile(self.source, own)

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

        Of several, the one that begins at the trigger stands, else the one that begins
        farthest to the left of it on its line, :data:`REACH` characters at most.

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
    yield start
    if compiled.leads:
        return
    text = context.text
    first = compiled.pieces[0]
    left = max(text.rfind("\n", 0, start) + 1, start - REACH)
    if first.expression is None:
        for candidate in context.found(first.kind or ""):
            if left <= candidate.start <= start:
                yield candidate.start
        return
    last = -1
    for found in first.expression.finditer(text, left, overlapped=True, timeout=TIME_LIMIT):
        if found.start() > start:
            return
        if found.start() not in (last, start):
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


# -- compiling -----------------------------------------------------------------------------------

Own = tuple[tuple[str, "str | tuple[str, ...]"], ...]


@cache
def _compile(source: str, own: Own) -> Compiled:
    folded = fold(source).text
    fragments = {**shipped_fragments(), **{name: _own(name, what) for name, what in own}}
    reader = _Reader(folded, fragments)
    reader.read()
    pieces = tuple(reader.pieces)
    if not pieces:
        raise PatternError("the pattern is empty; say what stands around the trigger")
    literal, words = reader.literal, reader.leading_words
    leads = bool(words)
    if len(literal) > 2 or (literal and not words):
        words, leads = (literal,), reader.literal_at == 0
    return Compiled(
        pieces, words, leads, frozenset(reader.slots), folded, (*reader.cuts, len(folded))
    )


def _own(name: str, what: str | tuple[str, ...]) -> Fragment:
    if isinstance(what, str):
        return Fragment(fold(what).text)
    words = tuple(fold(word).text for word in what)
    if not all(words):
        raise PatternError(f"the fragment {{{name}}} has an empty word; leave it out")
    return Fragment(None, words)


class _Reader:
    """Reads a pattern once, from left to right."""

    def __init__(self, source: str, fragments: Mapping[str, Fragment]) -> None:
        self.source = source
        self.fragments = fragments
        self.pieces: list[Piece] = []
        self.slots: list[str] = []
        self.leading_words: tuple[str, ...] = ()
        self.literal = ""
        self.literal_at = -1
        self.cuts: list[int] = []
        self._out: list[str] = []
        self._lists: dict[str, list[str]] = {}
        self._run = ""
        self._run_at = 0
        self._choice = False

    def read(self) -> None:
        source, at, depth = self.source, 0, 0
        while at < len(source):
            letter = source[at]
            if depth == 0 and at:
                self.cuts.append(at)
            if letter == "\\":
                end = _escape_end(source, at)
                self._plain(
                    source[at:end],
                    at,
                    source[at + 1] if end == at + 2 and not source[at + 1].isalnum() else None,
                    depth,
                )
                at = end
            elif letter == "[":
                end = _class_end(source, at)
                self._plain(source[at:end], at, None, depth)
                at = end
            elif (named := _NAMED.match(source, at)) is not None:
                self._fragment(named, depth)
                at = named.end()
            elif (group := _GROUP.match(source, at)) is not None:
                self._slot(group["slot"])
                self._plain(group[0], at, None, depth)
                depth += 1
                at = group.end()
            elif (quantifier := _QUANTIFIER.match(source, at)) is not None:
                if self.cuts and self.cuts[-1] == at:
                    self.cuts.pop()
                # what stands before ? or * need not be there: the literal ends before it
                if self._run and quantifier[0] != "+" and depth == 0:
                    self._run = self._run[:-1]
                self._plain(quantifier[0], at, None, depth)
                at = quantifier.end()
            else:
                depth += (letter == "(") - (letter == ")")
                self._choice |= letter == "|" and depth == 0
                special = letter in "()|.^$"
                self._plain(letter, at, None if special else letter, depth)
                at += 1
        self._end_run()
        self._close()
        if self._choice:
            self.leading_words, self.literal, self.literal_at = (), "", -1

    def _plain(self, written: str, at: int, literal: str | None, depth: int) -> None:
        self._out.append(written)
        if literal is None or depth:
            self._end_run()
        else:
            if not self._run:
                self._run_at = at
            self._run += literal

    def _end_run(self) -> None:
        run = self._run.lstrip(" ")
        at = self._run_at + len(self._run) - len(run)
        if len(run.rstrip(" ")) > len(self.literal):
            self.literal, self.literal_at = run.rstrip(" "), at
        self._run = ""

    def _slot(self, name: str) -> None:
        if name in self.slots:
            raise PatternError(
                f"the slot {name!r} is filled twice; name them apart: {{first:{name}}} … {{second:{name}}}"
            )
        self.slots.append(name)

    def _fragment(self, named: regex.Match[str], depth: int) -> None:
        name, slot = named["name"], named["slot"]
        self._end_run()
        fragment = self.fragments.get(name)
        if fragment is None and name in OBJECTS:
            self._object(name, slot, depth)
            return
        if fragment is None:
            known = ", ".join(sorted((*self.fragments, *OBJECTS)))
            raise PatternError(f"there is no fragment {{{name}}}; there are {known}")
        if slot is None and not fragment.silent:
            slot = name
        if slot in (None, "_"):
            self._out.append(f"(?:{self._expand(name, ())})")
        else:
            self._slot(slot)
            self._out.append(f"(?P<{slot}>{self._expand(name, ())})")
        if fragment.words and named.start() == 0 and depth == 0:
            after = self.source[named.end() : named.end() + 1]
            if after not in ("?", "*"):
                self.leading_words = fragment.words

    def _object(self, kind: str, slot: str | None, depth: int) -> None:
        if depth:
            raise PatternError(
                f"{{{kind}}} stands for a recognised object and cannot stand inside brackets; "
                "write one rule for each reading"
            )
        self._close()
        slot = kind if slot is None else slot
        if slot == "_":
            self.pieces.append(Piece(None, kind))
            return
        self._slot(slot)
        self.pieces.append(Piece(None, kind, slot))

    def _close(self) -> None:
        """End the regular expression that is being written."""
        written = "".join(self._out)
        if written:
            self.pieces.append(Piece(_regex(written, self._lists)))
        self._out, self._lists = [], {}

    def _expand(self, name: str, within: tuple[str, ...]) -> str:
        if name in within:
            raise PatternError(f"the fragment {{{name}}} names itself; write it out")
        fragment = self.fragments.get(name)
        if fragment is None:
            raise PatternError(f"the fragment {{{within[-1]}}} names {{{name}}}, which is none")
        if fragment.words:
            if len(fragment.words) < _MANY_WORDS:
                words = sorted(fragment.words, key=lambda word: -len(word))
                return "|".join(regex.escape(word, special_only=True) for word in words)
            self._lists[name] = list(fragment.words)
            return rf"\L<{name}>"
        return _NAMED.sub(
            lambda inner: f"(?:{self._expand(inner['name'], (*within, name))})",
            fragment.pattern or "",
        )


def _escape_end(source: str, at: int) -> int:
    if source[at + 1 : at + 2] in ("p", "P", "N", "L", "g", "k") and source[at + 2 : at + 3] in (
        "{",
        "<",
    ):
        closing = source.find("}" if source[at + 2] == "{" else ">", at)
        return closing + 1 if closing > 0 else len(source)
    return min(at + 2, len(source))


def _class_end(source: str, at: int) -> int:
    end = at + 1
    if source[end : end + 1] == "^":
        end += 1
    if source[end : end + 1] == "]":
        end += 1
    while end < len(source) and source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return min(end + 1, len(source))


def _regex(written: str, lists: Mapping[str, list[str]]) -> regex.Pattern[str]:
    try:
        return regex.compile(written, **lists)  # type: ignore[arg-type]
    except regex.error as error:
        raise PatternError(f"the pattern is no regular expression: {error}") from error
