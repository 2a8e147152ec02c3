"""Whether a pattern can run away: a scan of its form, then matches against hostile text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import define, field

from ..pattern_syntax import Compiled

LIMIT = 0.2
"""Seconds that one match may take on a hostile text of :data:`LENGTH` characters."""

LENGTH = 5000

_ALPHABET = "กขคนมาอิ่ำเแฯๆ aAzZ09.,:;()[]/-–“”\"'\n&%"
_QUANTIFIER = regex.compile(r"(?P<plain>[*+?])|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\}")
_ESCAPE = regex.compile(r"\\(?:[pPN]\{[^}]*\}|[Lgk]<[^>]*>|.)", regex.DOTALL)
_OPEN = regex.compile(r"\((?:\?(?:P?<[A-Za-z_]\w*>|<?[=!]|[a-zA-Z-]*:|>|\|)|\?[a-zA-Z-]+(?=\)))?")
_FOREVER = 10**9


def runaways(compiled: Compiled, hints: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Say what in a pattern can take time without bound.

    Args:
        compiled: A compiled pattern.
        hints: Texts that the pattern matches, its examples; hostile texts are made of them.

    Returns:
        One line for each problem, none where the pattern is bounded.
    """
    problems: dict[str, None] = {}
    for piece in compiled.pieces:
        if piece.expression is None:
            continue
        tree = _Parser(piece.expression.pattern).parse()
        for problem in _unbounded(tree):
            problems[problem] = None
    if not problems:
        for problem in _slow(compiled, hints):
            problems[problem] = None
    return tuple(problems)


# -- the form ------------------------------------------------------------------------------------


@define
class _Node:
    """A part of a pattern with the quantifier behind it."""

    written: str
    least: int = 1
    most: int = 1
    possessive: bool = False
    choices: list[list[_Node]] = field(factory=list)

    @property
    def varies(self) -> bool:
        return self.most > self.least and self.most > 1 and not self.possessive


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def parse(self) -> list[list[_Node]]:
        choices: list[list[_Node]] = [[]]
        while self.at < len(self.source):
            letter = self.source[self.at]
            if letter == ")":
                break
            if letter == "|":
                choices.append([])
                self.at += 1
                continue
            choices[-1].append(self._quantified(self._one(letter)))
        return choices

    def _one(self, letter: str) -> _Node:
        start = self.at
        if letter == "(":
            opening = _OPEN.match(self.source, start)
            assert opening is not None
            self.at = opening.end()
            inner = self.parse()
            self.at += 1
            node = _Node(self.source[start : self.at], choices=inner)
            node.possessive = opening[0] in ("(?>", "(?=", "(?!", "(?<=", "(?<!")
            return node
        if letter == "[":
            self.at = _class_end(self.source, start)
        elif letter == "\\":
            escape = _ESCAPE.match(self.source, start)
            self.at = escape.end() if escape else start + 1
        else:
            self.at += 1
        return _Node(self.source[start : self.at])

    def _quantified(self, node: _Node) -> _Node:
        found = _QUANTIFIER.match(self.source, self.at)
        if found is None:
            return node
        self.at = found.end()
        if found["plain"]:
            node.least, node.most = {"*": (0, _FOREVER), "+": (1, _FOREVER), "?": (0, 1)}[
                found["plain"]
            ]
        else:
            node.least = int(found["least"] or 0)
            node.most = node.least if not found["comma"] else int(found["most"] or _FOREVER)
        mark = self.source[self.at : self.at + 1]
        if mark and mark in "+?":
            node.possessive |= mark == "+"
            self.at += 1
        node.written = self.source[self.at - len(found[0]) - len(node.written) : self.at]
        return node


def _class_end(source: str, start: int) -> int:
    end = start + 1
    end += source[end : end + 1] == "^"
    end += source[end : end + 1] == "]"
    while end < len(source) and source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end + 1


def _unbounded(choices: list[list[_Node]]) -> Iterator[str]:
    for sequence in choices:
        for node in sequence:
            if node.most == _FOREVER and not node.possessive:
                yield (
                    f"«{node.written}» has no upper bound; write one ({{0,60}}), or make it "
                    "possessive (*+)"
                )
            if node.varies and any(_ambiguous(inner) for inner in node.choices):
                yield (
                    f"«{node.written}» repeats what can itself be longer or shorter, so one text "
                    "has many readings; begin each round with a separator, or make the inner "
                    "part possessive"
                )
            yield from _unbounded(node.choices)


def _ambiguous(sequence: list[_Node]) -> bool:
    """Whether one round of a repeated sequence can pass letters to the next one."""
    if not sequence or not any(node.varies or node.choices for node in sequence):
        return False
    last = sequence[-1]
    if last.choices:
        return any(_ambiguous([*inner]) for inner in last.choices) and last.varies
    return last.varies and bool(_letters(last.written) & _first(sequence))


def _first(sequence: list[_Node]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for node in sequence:
        if node.choices:
            for inner in node.choices:
                found |= _first(inner)
        else:
            found |= _letters(node.written)
        if node.least > 0:
            break
    return found


@cache
def _letters(written: str) -> frozenset[str]:
    """The letters of a sample alphabet that one class matches."""
    bare = _QUANTIFIER.sub("", written) if not written.startswith("[") else written
    if written.startswith("["):
        bare = written[: _class_end(written, 0)]
    if bare.startswith(r"\L"):
        return frozenset(letter for letter in _ALPHABET if "ก" <= letter <= "๛")
    try:
        one = regex.compile(bare)
    except regex.error:
        return frozenset(_ALPHABET)
    return frozenset(letter for letter in _ALPHABET if one.fullmatch(letter))


# -- the time ------------------------------------------------------------------------------------


def _slow(compiled: Compiled, hints: tuple[str, ...]) -> Iterator[str]:
    starts = [*compiled.triggers[:3], *hints]
    for piece in compiled.pieces:
        if piece.expression is None:
            continue
        slow = next((t for t in _hostile(starts) if _takes_long(piece.expression, t)), None)
        if slow is not None:
            yield (
                f"takes over {LIMIT} s on «{slow[:30]}…» ({len(slow)} characters); "
                "bound its repetitions"
            )
            return


def _takes_long(expression: regex.Pattern[str], text: str) -> bool:
    try:
        for place in range(0, min(len(text), 60), 3):
            expression.match(text, place, timeout=LIMIT)
    except TimeoutError:
        return True
    return False


def _hostile(starts: list[str]) -> Iterator[str]:
    for start in starts:
        yield (start * (LENGTH // max(1, len(start)) + 1))[:LENGTH]
        for letter in ("ก", " ", "a", "1", "1,", "ก ", "a "):
            yield start + letter * (LENGTH // len(letter))
            for cut in (len(start) // 2, len(start) - 1):
                if cut > 0:
                    yield start[:cut] + letter * (LENGTH // len(letter))
