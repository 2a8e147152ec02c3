"""Words: the tokenise stage, usable by itself and asked in windows by the others.

The dictionary is the one of PyThaiNLP's newmm with the words of ``data/words_extra.tsv``
added.  The engine is nlpo3, the same algorithm in native code: on 100 releases of the
corpus it read 2.1 million characters a second (newmm: 0.6) and its first call took 0.3 s
(newmm: 1.0); 93 % of the edges were the same, the rest being mostly the Latin letters,
numbers and brackets that this module cuts apart and newmm joins.  Words are evidence for a border that is open; no stage relies on
them for its coordinates.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

import regex

from .lexicon import WordsByStart, read_table
from .model import Span
from .prepared import compiled, prepared

_DICTIONARY = "thaigov-extract"
_PIECE = compiled(r"[\u0e00-\u0e7f]{1,400}|[A-Za-z]+|\d+(?:[.,:]\d+)*|[ ]+|.", regex.DOTALL)


def tokenise(text: str) -> tuple[Span, ...]:
    """Cut a text into words.

    Args:
        text: Any text.

    Returns:
        Spans that tile the text: their texts joined are the text.  A run of Thai
        letters is cut by the dictionary (in pieces of 400 code points at most, so
        that time stays linear), Latin letters, numbers, spaces and every other
        character stand alone.
    """
    return tuple(Span(text[start:end], start, end) for start, end in _cuts(text, 0, len(text)))


def edges(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where words begin and end inside a window.

    Args:
        text: The text, folded where the caller works on folded text.
        start: Offset of the window's first code point.
        end: Offset after its last one.

    Returns:
        Offsets in *text*, ascending, *start* and *end* among them.
    """
    if start >= end:
        return tuple(sorted({start, end}))
    # the pieces tile the window: their ends are the other edges
    found = [start]
    for piece in _PIECE.finditer(text, start, end):
        first, last = piece.span()
        if last - first == 1 or not "\u0e00" <= text[first] <= "\u0e7f":
            found.append(last)
        else:
            found += [first + word_end for word_end in _inner_ends(text[first:last])]
    return tuple(found)


def is_edge(text: str, start: int, end: int, place: int) -> bool:
    """Return whether a word begins or ends at *place*, as :func:`edges` of that window says.

    Args:
        text: The text.
        start: Offset of the window's first code point.
        end: Offset after its last one.
        place: An offset from *start* to *end*.
    """
    if place in (start, end):
        return True
    for piece in _PIECE.finditer(text, start, end):
        first, last = piece.span()
        if place <= last:
            # only the piece that holds the place must be cut
            return place == last or (
                "\u0e00" <= text[first] <= "\u0e7f"
                and place - first in _inner_ends(text[first:last])
            )
    return False


def is_word(text: str) -> bool:
    """Return whether PyThaiNLP's list of Thai words holds a string."""
    return text in _words()


@prepared
def word_tags() -> dict[str, str]:
    """Return the commonest part of speech of words: PyThaiNLP's unigram table (ORCHID tags)."""
    path = Path(_corpus_folder()) / "pos_orchid_unigram.json"
    tags: dict[str, str] = json.loads(path.read_text(encoding="utf-8-sig"))
    return {word: sys.intern(tag) for word, tag in tags.items()}  # few tags, each kept once


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(text, start, end):
        first, last = piece.span()
        if last - first == 1 or not "\u0e00" <= text[first] <= "\u0e7f":
            yield first, last
            continue
        begin = first
        for word_end in _inner_ends(text[first:last]):
            yield begin, first + word_end
            begin = first + word_end


@lru_cache(maxsize=4096)
def _inner_ends(run: str) -> tuple[int, ...]:
    """Return where the words of a run end; a release says the same thing more than once."""
    return tuple(accumulate(map(len, _segment(run))))


def _segment(run: str) -> list[str]:
    segment, name = _segmenter().dictionary_for(run)
    words = segment(run, name, safe=True)
    if "".join(words) != run:
        # where its safe mode cuts a long run in two, it may give letters twice or not at all
        words = segment(run, name, safe=False)
    # a tokeniser that drops or alters a character must not shift what follows
    return words if "".join(words) == run else [run]


_Segment = Callable[..., list[str]]


class _Segmenter:
    """nlpo3 with as much of the dictionary as this process has needed.

    To give nlpo3 all 62,000 words takes a tenth of a second and 60 MB, more than one release
    costs altogether.  It cuts a run in the same way when it knows only the words that stand in
    that run, so the first runs get a small dictionary each, and a process that goes on gets
    the whole.
    """

    def __init__(self) -> None:
        from nlpo3 import segment

        self._segment: _Segment = segment
        self._small = 0
        self._whole = False

    def dictionary_for(self, run: str) -> tuple[_Segment, str]:
        """Return nlpo3's function and the name of a dictionary with all words that *run* holds."""
        if self._whole:
            return self._segment, _DICTIONARY
        if self._small == _SMALL_RUNS:
            self._whole = True
            corpus = _corpus_words().read_text(encoding="utf-8").split("\n")
            _load([*corpus, *_extra_words()], _DICTIONARY)
            return self._segment, _DICTIONARY
        self._small += 1
        name = f"{_DICTIONARY} {self._small}"
        _load(_words_in(run), name)
        return self._segment, name


_SMALL_RUNS = 256
"""Runs after which the whole dictionary is loaded: two or three releases."""


@cache
def _segmenter() -> _Segmenter:
    return _Segmenter()


def _load(words: Iterable[str], name: str) -> None:
    """Give nlpo3 a dictionary; it reads files only."""
    from tempfile import mkstemp

    from nlpo3 import load_dict

    handle, path = mkstemp(suffix=".txt")
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(words) + "\n")
        load_dict(path, name)
    finally:
        os.unlink(path)


def _words_in(run: str) -> set[str]:
    """Return the words of the whole dictionary that stand somewhere in a run."""
    words, extra = _words(), _extra()
    found = {letter for letter in run if letter in words}
    for start in range(len(run)):
        for length in (*words.lengths_at(run, start), *extra.lengths_at(run, start)):
            found.add(run[start : start + length])
    return found


@prepared
def _words() -> WordsByStart:
    return WordsByStart(_corpus_words().read_text(encoding="utf-8").split("\n"))


@cache
def _extra() -> WordsByStart:
    return WordsByStart(_extra_words())


def _extra_words() -> list[str]:
    return [row[0] for row in read_table("words_extra")]


def _corpus_words() -> Path:
    return Path(_corpus_folder()) / "words_th.txt"


def _corpus_folder() -> str:
    """Find PyThaiNLP's word lists without importing the package (0.1 s)."""
    from importlib.util import find_spec

    spec = find_spec("pythainlp")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pythainlp is not installed; pip install thaigov-extract")
    return str(Path(spec.origin).parent / "corpus")
