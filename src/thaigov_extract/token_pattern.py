"""spaCy token patterns as the matcher of a rule, with exact character offsets.

The tokens are the words of :func:`.words.tokenise` on the folded text, in a blank Thai
document: they tile the text, and a run of spaces is a token, as with spaCy's own Thai
tokeniser.  spaCy is imported when the first such pattern is made, never before.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import regex
from attrs import field, frozen

from .candidate import Candidate
from .context import Context
from .fold import fold
from .pattern import PatternMatch
from .pattern_syntax import PatternError
from .words import edges

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

BLOCK = 1_000
"""A match lies on one line, at least so many characters of which are seen on either side."""

_KEPT = 64
_MOST_WORDS = 50_000
_MOST_TRIGGERS = 50
_LITERAL = ("TEXT", "ORTH", "LOWER")
_NEEDS_MODEL = frozenset(
    "TAG POS MORPH LEMMA DEP ENT_TYPE ENT_IOB ENT_ID ENT_KB_ID SENT_START IS_SENT_START".split()
)
_ATTRIBUTES = (
    "TEXT ORTH LOWER NORM SHAPE LENGTH SPACY OP IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER "
    "IS_TITLE IS_PUNCT IS_SPACE IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY "
    "IS_STOP LIKE_NUM LIKE_URL LIKE_EMAIL REGEX IN NOT_IN IS_SUBSET IS_SUPERSET INTERSECTS FUZZY"
).split()
_PROBLEM = regex.compile(r"\[(?P<path>.*?)\] (?P<what>.*)")


@frozen
class Tokens:
    """One token pattern in spaCy's form.

    Attributes:
        source: The list of tokens as JSON, strings folded; equal patterns have equal sources.
    """

    source: str

    @property
    def specs(self) -> list[dict[str, Any]]:
        """The pattern as spaCy takes it."""
        specs: list[dict[str, Any]] = json.loads(self.source)
        return specs


def _as_patterns(patterns: Iterable[Any]) -> tuple[str | Tokens, ...]:
    if isinstance(patterns, (str, Mapping)):
        raise PatternError(f"token patterns are a list of patterns; put {patterns!r} into one")
    return tuple(_as_pattern(number, given) for number, given in enumerate(patterns, start=1))


def _as_pattern(number: int, given: Any) -> str | Tokens:
    if isinstance(given, Mapping) and "pattern" in given:
        given = given["pattern"]
    if isinstance(given, Tokens):
        return given
    if isinstance(given, str):
        return fold(given).text
    if not isinstance(given, (list, tuple)):
        raise PatternError(
            f"token pattern {number} is {given!r}; write a list of tokens, "
            '[{"TEXT": "กรม"}, …], or a phrase'
        )
    try:
        return Tokens(json.dumps([_folded(spec) for spec in given], ensure_ascii=False))
    except TypeError as error:
        raise PatternError(f"token pattern {number}: {error}; write strings and numbers") from error


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value).text
    if isinstance(value, Mapping):
        return {
            _name(key): (inner if key == "_" else _folded(inner)) for key, inner in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_folded(inner) for inner in value]
    return value


def _name(key: Any) -> Any:
    """The name of an attribute that is given as spaCy's number for it."""
    if isinstance(key, int):
        from spacy.attrs import NAMES

        return NAMES[key] if 0 <= key < len(NAMES) else str(key)
    return key


@frozen
class TokenPattern:
    """spaCy token patterns, any of which may match.

    ``Rule("mine.unit", "agency", pattern=TokenPattern([[{"TEXT": "กรม"}, {"IS_ASCII": True}]]))``

    It fills no slots.  A phrase (a string) is found where it begins and ends at the edge of a
    token, however the words inside are cut.

    Args:
        patterns: Each a list of tokens in the form of spaCy's ``Matcher``, a phrase, or an
            entry of a ``SpanRuler`` (``{"label": …, "pattern": …}``; its label is left to
            :func:`rules_from_spacy`).  Strings are folded.

    Raises:
        PatternError: Where spaCy refuses a pattern, or it can never match; one line.
    """

    patterns: tuple[str | Tokens, ...] = field(converter=_as_patterns)

    def __attrs_post_init__(self) -> None:
        if not self.patterns:
            raise PatternError("there is no token pattern; give one")
        for number, pattern in enumerate(self.patterns, start=1):
            if isinstance(pattern, Tokens):
                _check(f"token pattern {number}", pattern)
            elif not pattern.strip():
                raise PatternError(f"token pattern {number} is an empty phrase; leave it out")

    @property
    def triggers(self) -> tuple[str, ...]:
        """Literal strings, one of which is in every match; empty where there is none."""
        triggers: list[str] = []
        for pattern in self.patterns:
            own = (pattern,) if isinstance(pattern, str) else _triggers(pattern.specs)
            if not own:
                return ()
            triggers += own
        return tuple(dict.fromkeys(triggers))

    @property
    def slots(self) -> frozenset[str]:
        """None: token patterns name no parts."""
        return frozenset()

    @property
    def kinds(self) -> frozenset[str]:
        """None: they look for no other objects."""
        return frozenset()

    def find(self, context: Context, start: int, end: int) -> Iterator[PatternMatch]:
        """Yield the longest match that holds the trigger at ``[start, end)``, if there is one.

        Where ``[start, end)`` is the whole text, all matches, the longest of those that overlap.
        """
        text = context.text
        if (start, end) == (0, len(text)):
            for first, last in _stretches(text):
                for place in _without_overlaps(_matches(self, text[first:last])):
                    yield PatternMatch(first + place[0], first + place[1], {})
            return
        first, last = _around(text, start, end)
        holding = [
            place
            for place in _matches(self, text[first:last])
            if first + place[0] <= start and end <= first + place[1]
        ]
        if holding:
            place = min(holding, key=_longest_first)
            yield PatternMatch(first + place[0], first + place[1], {})

    def evidence(self, context: Context, candidate: Candidate) -> Iterator[tuple[str, str]]:
        """Say which pattern made a candidate, and of which tokens; for ``explain``."""
        first, last = _around(context.text, candidate.start, candidate.end)
        stretch = context.text[first:last]
        place = candidate.start - first, candidate.end - first
        for number, pattern in enumerate(self.patterns, start=1):
            if place in _matches(TokenPattern((pattern,)), stretch):
                source = pattern if isinstance(pattern, str) else pattern.source
                yield f"token pattern {number}", source
        inside = [edge for edge in edges(stretch, 0, len(stretch)) if place[0] <= edge <= place[1]]
        words = (stretch[a:b] for a, b in zip(inside, inside[1:], strict=False))
        yield "tokens", "|".join(words)


# -- what is said of a pattern before it runs ------------------------------------------------------


def _check(where: str, pattern: Tokens) -> None:
    """Refuse a pattern that spaCy refuses, that needs a model, or that no text can match."""
    specs = pattern.specs
    for place, spec in enumerate(specs, start=1):
        if not isinstance(spec, dict):
            continue
        for name in spec:
            if name.upper() in _NEEDS_MODEL:
                raise PatternError(
                    f"{where}, token {place}: {name} needs a trained model, and a rule sees words "
                    "alone; use TEXT, LOWER, SHAPE, LENGTH, IS_… or LIKE_…"
                )
    from spacy.schemas import validate_token_pattern

    problems = validate_token_pattern(specs)
    if problems:
        raise PatternError(_problem(where, problems))
    for place, spec in enumerate(specs, start=1):
        _check_custom(f"{where}, token {place}", spec)
        words = _literals(spec)
        if words and spec.get("OP", spec.get("op")) != "!":
            cuts = [edges(word, 0, len(word)) for word in words]
            if all(len(cut) > 2 for cut in cuts):
                cut = "|".join(words[0][a:b] for a, b in zip(cuts[0], cuts[0][1:], strict=False))
                raise PatternError(
                    f"{where}, token {place}: {words[0]!r} is not one token but {cut}; "
                    "write a token for each, or a phrase"
                )
    try:
        _matcher((pattern.source,))
    except Exception as error:  # of re, of spaCy: whatever a pattern can be refused with
        raise PatternError(f"{where}: {' '.join(str(error).split())}") from error


def _check_custom(where: str, spec: Mapping[str, Any]) -> None:
    from spacy.tokens import Token

    for name in spec.get("_", {}):
        if not Token.has_extension(name):
            raise PatternError(
                f"{where}: there is no custom attribute {name!r}; "
                "register it with Token.set_extension(…, getter=…) first"
            )


def _problem(where: str, problems: Iterable[str]) -> str:
    """The most telling of the things that spaCy says of a pattern, in one line that counts from 1."""
    told = list(problems)
    problem = next((p for p in told if "instance of" not in p), told[0])
    found = _PROBLEM.match(problem)
    if found is None:
        return f"{where}: {problem}"
    path = found["path"].split(" -> ")[1:]
    what = regex.sub(r" or instance of \w+", "", found["what"])
    if path:
        where += f", token {int(path[0]) + 1}"
    if len(path) > 1 and "xtra" in what:
        close = difflib.get_close_matches(path[-1].upper(), _ATTRIBUTES, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(_ATTRIBUTES)}"
        return f"{where}: there is no attribute {path[-1]!r}; {hint}"
    return f"{where}{f', {path[1]}' if path[1:] else ''}: {what}"


def _literals(spec: Mapping[str, Any]) -> tuple[str, ...]:
    """The strings one of which a token must be, or none where the token is left open."""
    for name, value in spec.items():
        if name.upper() not in _LITERAL:
            continue
        words = value
        if isinstance(value, dict):
            words = value.get("IN", value.get("in", ()))
        words = (words,) if isinstance(words, str) else tuple(words)
        # a word in lower case says what stands in the text only where it has no capitals
        if words and (name.upper() != "LOWER" or all(word == word.upper() for word in words)):
            return words
    return ()


def _triggers(specs: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The most telling literals of a token pattern: of each run of neighbours the joined strings."""
    runs: list[tuple[str, ...]] = []
    run: tuple[str, ...] = ("",)
    for spec in specs:
        operator = str(spec.get("OP", spec.get("op", "1")))
        words = _literals(spec) if _at_least_once(operator) else ()
        joined = tuple(before + word for before in run for word in words)
        if words and operator == "1" and len(joined) <= _MOST_TRIGGERS:
            run = joined
            continue
        runs += [run, words]
        run = words if operator == "1" and words else ("",)
    usable = [run for run in (*runs, run) if run and all(word.strip() for word in run)]
    return max(usable, key=lambda run: min(map(len, run)), default=())


def _at_least_once(operator: str) -> bool:
    least = operator.strip("{}").split(",")[0]
    return operator in ("1", "+") or (operator.startswith("{") and least not in ("", "0"))


# -- matching ------------------------------------------------------------------------------------


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a line that is seen from a trigger: the same for all triggers of one block."""
    block = start // BLOCK * BLOCK
    left, right = max(0, block - BLOCK), max(block + 2 * BLOCK, end)
    first = text.rfind("\n", left, start) + 1 or left
    last = text.find("\n", start, right)
    return first, last if last >= 0 else min(right, len(text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, those that are very long in parts, so that time stays linear."""
    start = 0
    while start < len(text):
        end = text.find("\n", start, start + 3 * BLOCK)
        if end < 0 and len(text) - start > 3 * BLOCK:
            end = text.rfind(" ", start + 2 * BLOCK, start + 3 * BLOCK)
        end = end + 1 if end >= 0 else min(start + 3 * BLOCK, len(text))
        yield start, end
        start = end


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]


def _without_overlaps(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    covered: set[int] = set()
    for place in sorted(places, key=_longest_first):
        if covered.isdisjoint(range(*place)):
            covered.update(range(*place))
            taken.append(place)
    return sorted(taken)


@lru_cache(maxsize=_KEPT)
def _matches(pattern: TokenPattern, stretch: str) -> tuple[tuple[int, int], ...]:
    """All matches in a stretch, as offsets in it; kept for the other triggers of its line."""
    cuts = edges(stretch, 0, len(stretch))
    found: set[tuple[int, int]] = set()
    sources = []
    for one in pattern.patterns:
        if isinstance(one, Tokens):
            sources.append(one.source)
        else:
            found.update(_phrases(one, stretch, frozenset(cuts)))
    if sources and stretch:
        document = _document(stretch)
        for _, first, last in _matcher(tuple(sources))(document):
            if first < last:
                found.add((cuts[first], cuts[last]))
    return tuple(found)


def _phrases(phrase: str, stretch: str, cuts: frozenset[int]) -> Iterator[tuple[int, int]]:
    start = stretch.find(phrase)
    while start >= 0:
        if start in cuts and start + len(phrase) in cuts:
            yield start, start + len(phrase)
        start = stretch.find(phrase, start + 1)


def _document(stretch: str) -> Doc:
    # every new word stays in the vocabulary: begin another one before it has grown large
    if len(_vocabulary()) > _MOST_WORDS:
        for kept in (_vocabulary, _matcher, _document_of):
            kept.cache_clear()
    return _document_of(stretch)


@lru_cache(maxsize=_KEPT)
def _document_of(stretch: str) -> Doc:
    from spacy.tokens import Doc

    cuts = edges(stretch, 0, len(stretch))
    words = [stretch[a:b] for a, b in zip(cuts, cuts[1:], strict=False)]
    return Doc(_vocabulary(), words=words, spaces=[False] * len(words))


@lru_cache(maxsize=_KEPT)
def _matcher(sources: tuple[str, ...]) -> Matcher:
    from spacy.matcher import Matcher

    matcher = Matcher(_vocabulary())
    matcher.add("rule", [json.loads(source) for source in sources])
    return matcher


@cache
def _vocabulary() -> Vocab:
    """The vocabulary of ``spacy.blank("th")``, without its tokeniser."""
    from spacy.lang.th import Thai
    from spacy.vocab import create_vocab

    return create_vocab(Thai.lang, Thai.Defaults)
