"""Read a pattern: its fragments, its slots, its pieces, and the words that every match holds."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache

import regex
from attrs import frozen

from .fold import fold
from .fragments import OBJECTS, Fragment, shipped_fragments

_NAMED = regex.compile(
    r"\{(?:(?P<slot>[A-Za-z_][A-Za-z_0-9]*):)?(?P<name>[A-Za-z_][A-Za-z_0-9]*)\}"
)
_GROUP = regex.compile(r"\(\?P?<(?P<slot>[A-Za-z_][A-Za-z_0-9]*)>")
_CHOICE = regex.compile(
    r"\((?:\?:)?(?P<words>(?:[\p{L}\p{M}]|\\[^\w\s])++(?:\|(?:[\p{L}\p{M}]|\\[^\w\s])++)*+)\)"
)
"""Literal words to choose from: ``(?:ทางหลวงหมายเลข|ทล\\.)``."""
_QUANTIFIER = regex.compile(r"[*+?]|\{\d*,?\d*\}")
_MANY_WORDS = 40


class PatternError(ValueError):
    """A pattern that cannot be used; the message says where and how to mend it."""


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


Own = tuple[tuple[str, "str | tuple[str, ...]"], ...]


@cache
def compile_pattern(source: str, own: Own = ()) -> Compiled:
    """Compile a pattern, once for equal ones.

    Args:
        source: The pattern as its author wrote it.
        own: The author's fragments by name.

    Raises:
        PatternError: Where it names what is not there, fills a slot twice, or is no expression.
    """
    folded = fold(source).text
    fragments = {**shipped_fragments(), **{name: _own(name, what) for name, what in own}}
    reader = _Reader(folded, fragments)
    reader.read()
    pieces = tuple(reader.pieces)
    if not pieces:
        raise PatternError("the pattern is empty; say what stands around the trigger")
    triggers, place = reader.triggers()
    return Compiled(
        pieces, triggers, place == 0, frozenset(reader.slots), folded, (*reader.cuts, len(folded))
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
        self._required: list[tuple[tuple[str, ...], int]] = []
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
                choice = _CHOICE.match(source, at) if depth == 0 else None
                if choice is not None and self._is_required(choice.end()):
                    words = regex.sub(r"\\(.)", r"\1", choice["words"]).split("|")
                    self._required.append((tuple(words), at))
                depth += (letter == "(") - (letter == ")")
                self._choice |= letter == "|" and depth == 0
                special = letter in "()|.^$"
                self._plain(letter, at, None if special else letter, depth)
                at += 1
        self._end_run()
        self._close()

    def triggers(self) -> tuple[tuple[str, ...], int]:
        """Return the words one of which is in every match, and where they stand in the source.

        Of several such places the one whose shortest word is the longest: it is met least often.
        """
        if self._choice or not self._required:
            return (), -1
        return max(self._required, key=lambda at: (min(len(word) for word in at[0]), -at[1]))

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
        if run.rstrip(" "):
            self._required.append(((run.rstrip(" "),), at))
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
            near = difflib.get_close_matches(name, (*self.fragments, *OBJECTS), n=1)
            meant = f"did you mean {{{near[0]}}}? " if near else ""
            raise PatternError(
                f"there is no fragment {{{name}}}; {meant}write {{{name}:thai}} for Thai letters of "
                "any kind, or define it under [fragments]; "
                "thaigov-extract rules fragments lists those there are"
            )
        if slot is None and not fragment.silent:
            slot = name
        if slot in (None, "_"):
            self._out.append(f"(?:{self._expand(name, ())})")
        else:
            self._slot(slot)
            self._out.append(f"(?P<{slot}>{self._expand(name, ())})")
        if fragment.words and depth == 0 and self._is_required(named.end()):
            self._required.append((fragment.words, named.start()))

    def _is_required(self, end: int) -> bool:
        return regex.match(r"[?*]|\{0?,", self.source[end : end + 3]) is None

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
        # its position counts the fragments written out, which nobody sees
        said = str(error).split(" at position ")[0]
        raise PatternError(f"the pattern is no regular expression: {said}") from error
