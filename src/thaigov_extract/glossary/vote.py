"""Where Thai terms start, decided over all releases together.

One release shows a Thai term once, glued to what stands before it.  Many releases show it after
other words, so they tell where it starts:

- **Votes.**  Each occurrence of an English name votes for the Thai form that was read there, with
  its confidence.  A form is weighed by its share of the votes of those occurrences at which it
  could have been chosen: ``X`` could have been chosen wherever ``โครงการX`` was, not the reverse.
- **Branching.**  A form that stands after the same words everywhere is cut too short:
  ``ไร้คนขับ`` after ``อากาศยาน`` in every release, ``อากาศยานไร้คนขับ`` after many words.

Copies of one sentence in several releases count once.  The constants were chosen on annotated
parentheses (``benchmarks/glossary_borders.py`` measures them).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ..bilingual import word_classes
from ..words import edges
from .keys import is_loose

_COPY = 20
"""Letters before a form that two occurrences share where one is a copy of the other."""

_WEIGHT = 3.0
"""How much the share of the votes counts beside an occurrence's own confidence."""

_PRIOR = 0.3
"""Votes that every form has for and against it before any is cast."""

_OTHER = 0.6
"""Part of what an occurrence is unsure of that goes to a form that others chose."""

_LEAST = 0.03

_RIVAL = 0.7
"""Part of the votes for the form read there that another one must have to take its place."""

_JOINED = ("และ", "หรือ")
"""What follows is the last part of a name with several, not a name by itself."""

_SHORTEST = 6
"""Letters that are left at least where a form is cut shorter."""

_NOMINAL = ("การ", "ความ", "ผู้", "นัก")
"""What makes a noun of a verb: never what is wrong with the left border of a term."""

_CONTEXTS = 3
"""Different contexts that must agree before a form is taken to be cut too short."""

_SURE = 0.9
"""Mean confidence from which a form is not taken to be cut too short."""

_FUNCTION = frozenset("clause copula conjunction preposition demonstrative verb title".split())
_MOST_LETTERS = 160
_BALLAST = 2.0
"""Votes that stand against every decision when its probability is told: errors repeat."""


@frozen
class Occurrence:
    """A Thai term before a parenthesis, without what spellings differ in (see ``thai_key``).

    Attributes:
        left: What stands there, up to the end of the term, as a key.
        length: Letters of the form that was read there.
        confidence: Probability that this form is right.
        spaced: The same with spaces and all, where it is known: no term is widened over a space.
    """

    left: str
    length: int
    confidence: float
    spaced: str = ""

    @property
    def form(self) -> str:
        """The form that was read there, as a key."""
        return self.left[len(self.left) - self.length :]


@frozen
class Decision:
    """Where a term starts after all.

    Attributes:
        length: Letters of the form, counted back from the end.
        probability: That this is right.
    """

    length: int
    probability: float


def decide(occurrences: Sequence[Occurrence]) -> tuple[Decision, ...]:
    """Decide the Thai borders of all occurrences of one English name together.

    Args:
        occurrences: All of them, in any order.

    Returns:
        A decision for each, in their order; the order does not change them.
    """
    votes = _Votes(occurrences)
    decided = [votes.decide(occurrence) for occurrence in occurrences]
    longer = _too_short(occurrences, decided)
    return tuple(
        Decision(longer.get(o.left[len(o.left) - d.length :], d.length), d.probability)
        if _reaches(o, d, longer)
        else d
        for o, d in zip(occurrences, decided, strict=True)
    )


class _Votes:
    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        contexts: dict[tuple[str, str], float] = {}
        for o in occurrences:
            key = _context(o)
            contexts[key] = max(contexts.get(key, 0.0), o.confidence)
        self.contexts = contexts
        self.forms = {form for form, _ in contexts}
        self.lengths = sorted({len(form) for form in self.forms})
        self.chosen: dict[str, float] = defaultdict(float)
        self.passed: dict[str, float] = defaultdict(float)
        for o in {_context(o): o for o in occurrences}.values():
            vote = contexts[_context(o)]
            for form in self.available(o):
                (self.chosen if form == o.form else self.passed)[form] += vote

    def available(self, o: Occurrence) -> list[str]:
        """The forms of the name that end where this term ends."""
        suffixes = (o.left[-length:] for length in self.lengths if length <= len(o.left))
        return [form for form in suffixes if form in self.forms]

    def decide(self, o: Occurrence) -> Decision:
        own = o.form
        vote = self.contexts[_context(o)]
        best, length, scores = -math.inf, o.length, []
        for form in self.available(o):
            if form != own and not self._may_replace(form, own):
                continue
            chosen, passed = self.chosen[form], self.passed[form]
            if form == own:
                chosen = max(0.0, chosen - vote)
                belief = o.confidence
            else:
                passed = max(0.0, passed - vote)
                belief = (1.0 - o.confidence) * _OTHER
            share = (chosen + _PRIOR) / (chosen + passed + 2 * _PRIOR)
            score = math.log(belief + _LEAST) + _WEIGHT * math.log(share)
            scores.append(score)
            if score > best or (score == best and form == own):
                best, length = score, len(form)
        form = o.left[len(o.left) - length :]
        return Decision(length, self._probability(form, o))

    def _may_replace(self, form: str, own: str) -> bool:
        if self.chosen[form] < _RIVAL * self.chosen[own]:
            return False
        if len(form) > len(own):
            return True
        before = own[: -len(form)]
        return before not in _NOMINAL and not before.endswith(_JOINED) and len(form) >= _SHORTEST

    def _probability(self, form: str, o: Occurrence) -> float:
        chosen, passed = self.chosen[form], self.passed[form]
        share = (chosen + o.confidence * _BALLAST) / (chosen + passed + _BALLAST)
        own = o.confidence if form == o.form else max(share, 1.0 - o.confidence)
        return round(min(0.999, (own + share) / 2), 4)


def _context(o: Occurrence) -> tuple[str, str]:
    return o.form, o.left[-(o.length + _COPY) :]


def _too_short(occurrences: Sequence[Occurrence], decided: Sequence[Decision]) -> Mapping[str, int]:
    """Form → letters of the longer one that stands in its place in every context."""
    by_form: dict[str, dict[str, Occurrence]] = defaultdict(dict)
    beliefs: dict[str, list[float]] = defaultdict(list)
    for o, d in zip(occurrences, decided, strict=True):
        form = o.left[len(o.left) - d.length :]
        by_form[form].setdefault(o.left[-(d.length + _COPY) :], o)
        beliefs[form].append(d.probability)
    longer: dict[str, int] = {}
    for form, contexts in by_form.items():
        sure = sum(beliefs[form]) / len(beliefs[form]) > _SURE
        if len(contexts) < _CONTEXTS or sure:
            continue
        length = _common(form, sorted(contexts.values(), key=lambda o: o.left))
        if length > len(form):
            longer[form] = length
    return longer


def _common(form: str, contexts: Sequence[Occurrence]) -> int:
    """Letters of the longest term that ends with *form* and stands in all contexts."""
    first, others = contexts[0], [o.left for o in contexts[1:]]
    end, shared = len(first.left), len(form)
    limit = min([len(o.left) for o in contexts] + [_MOST_LETTERS])
    while shared < limit and all(other[-1 - shared] == first.left[-1 - shared] for other in others):
        shared += 1
    shared = min([shared, *(place for place in _spaces(first.spaced) if place >= len(form))])
    tokens = edges(first.left, 0, end)
    starts = [start for start in tokens if len(form) < end - start <= shared]
    for start in starts:
        stop = next(edge for edge in tokens if edge > start)
        word = first.left[start:stop]
        length = end - start
        if not "ก" <= word[0] <= "ฮ" and not "เ" <= word[0] <= "ไ":
            continue
        if word_classes().get(word, "") in _FUNCTION:
            continue
        before = Counter(o.left[:-length][-3:] for o in contexts)
        return length if len(before) >= max(2, len(contexts) / 2) else len(form)
    return len(form)


def _spaces(spaced: str) -> Iterator[int]:
    """Yield how many letters stand right of each space."""
    count = 0
    for letter in reversed(spaced):
        if letter.isspace():
            yield count
        elif not is_loose(letter):
            count += 1


def _reaches(o: Occurrence, d: Decision, longer: Mapping[str, int]) -> bool:
    form = o.left[len(o.left) - d.length :]
    return form in longer and longer[form] <= len(o.left)
