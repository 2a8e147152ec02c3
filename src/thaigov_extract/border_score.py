"""Weigh the starts of a Thai term as :func:`.border.rank` does, without the names of features.

:mod:`.border` says what the features are: it names each in text, for people and for the training.
To make a name is dearer than to add its weight, and an extraction adds some thousand of them.
Here the weights are kept by class of feature (``pcfc``) and found by its values (``verb``,
``head``); they are added in the very order in which :func:`.border.features` names them, so that
the sums are the same to the last bit.  ``tests/test_fast_ways.py`` compares the two.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from .bilingual import English, Tables
from .border import (
    BREAKS,
    HOPELESS,
    NO_EVIDENCE,
    Evidence,
    Window,
    joint_names,
    known_name,
    length_class,
)
from .term_tokens import NOUNS


class _Weights(dict[object, float]):
    """Weights of one class of features by its values; each name is made and looked up once.

    Only for values of which there are few: classes, sorts of names, counts.
    """

    def __init__(self, weights: Mapping[str, float], name: str) -> None:
        self._weights, self._name = weights, name

    def __missing__(self, values: object) -> float:
        several = values if isinstance(values, tuple) else (values,)
        weight = self[values] = self._weights.get(self._name.format(*several), 0.0)
        return weight


def _by_word(weights: Mapping[str, float], name: str) -> Callable[[str, float], float]:
    """Look up the weights of a class of features whose value is a word, of which there are many."""
    begin = f"{name}="
    named = {n[len(begin) :]: weight for n, weight in weights.items() if n.startswith(begin)}
    return named.get


def _by_two(weights: Mapping[str, float], name: str) -> Callable[[tuple[str, str], float], float]:
    """The same for a word and another value."""
    begin = f"{name}="
    named = {
        (word, value): weight
        for n, weight in weights.items()
        if n.startswith(begin)
        for word, _, value in [n[len(begin) :].rpartition("|")]
    }
    return named.get


class Scorer:
    """The weights of a ranker, ready to be added.

    Args:
        tables: What the ranker knows.
    """

    def __init__(self, tables: Tables) -> None:
        weights = tables.weights
        self.tables = tables
        self.named = weights.get
        self.before, self.first = _by_word(weights, "p"), _by_word(weights, "f")
        self.first_two, self.before_space = _by_two(weights, "ff"), _by_word(weights, "ps")
        self.own_of, self.left_of = _by_two(weights, "fo"), _by_two(weights, "po")
        self.inside = _by_word(weights, "i")
        self.after_space, self.ahead_of_space = _by_word(weights, "sa"), _by_word(weights, "sb")
        # by the names of the features in border.py
        self.of = {
            name.partition("=")[0]: _Weights(weights, name)
            for name in (
                "pc={}", "fc={}", "pcfc={}|{}", "fck={}|{}", "echo={}", "n={}{}", "al={}", "alp={}", "ppc={}|{}|{}",
                "nc={}|{}", "nal={}", "n3={}|{}|{}", "v2={}|{}", "h2={}|{}|{}", "pal={}", "cov={}", "hd={}", "hdp={}",
                "own={}", "ownm={}|{}", "miss={}|{}", "far={}|{}", "left={}|{}", "main={}|{}", "hand={}", "draft={}|{}",
                "lown={}|{}", "lleft={}|{}", "lmiss={}", "lend={}", "person={}|{}", "num={}", "len={}{}", "term={}",
                "ic={}", "ick={}|{}", "ica={}|{}", "icn={}|{}", "sac={}", "sbc={}", "sk={}", "ia={}", "un={}",
            )
        }  # fmt: skip
        self.plain_length = _Weights(weights, "len={}")
        self.joint: dict[object, tuple[float, float]] = {}
        self.no_joint = self.named("joint=no", 0.0), self.named("first=no", 0.0)

    def joint_weights(self, before: str, after: str) -> tuple[float, float]:
        """What other names do between two tokens: weights of ``joint`` and of ``first``."""
        counts = self.tables.joints.get(f"{before} {after}")
        found = self.joint.get(counts)
        if found is None:
            joint, first = joint_names(counts)
            found = self.joint[counts] = self.named(joint, 0.0), self.named(first, 0.0)
        return found


@lru_cache(2)
def scorer(tables: Tables) -> Scorer:
    """Return the scorer of some tables, made once."""
    return Scorer(tables)


def best_start(
    text: str,
    tokens: Sequence[tuple[int, int]],
    english: English,
    tables: Tables,
    *,
    quote: int | None = None,
    evidence: Evidence = NO_EVIDENCE,
) -> tuple[int, float] | None:
    """Return the most probable start of a term and its probability, or ``None`` without any.

    It is ``rank(features(…), tables.weights)``; the arguments are those of :func:`.border.features`.
    """
    window = _Scores(text, tokens, english, tables, quote, evidence).weigh_by(scorer(tables))
    held, best, start, covered = 0.0, -math.inf, -1, 0.0
    scores: list[float] = []
    for i in range(len(tokens) - 1, -1, -1):
        if held < best - HOPELESS:
            break
        if window.may_start(i):
            score = window.start(i, covered, held)
            scores.append(score)
            if score >= best:
                best, start = score, tokens[i][0]
        held = window.hold(i, held)
        covered += window.aligned[i]
    if not scores:
        return None
    return start, 1.0 / sum(math.exp(score - best) for score in scores)


class _Scores(Window):
    """The tokens before a parenthesis with the sums of the weights of their features.

    Each method does what that of :class:`.border.Window` beside its name does, on a sum.
    """

    def weigh_by(self, weights: Scorer) -> _Scores:
        """Take the weights; returns itself."""
        self.weights = weights
        return self

    def start(self, i: int, covered: float, score: float) -> float:
        """Add the weights of :meth:`.border.Window.starting`."""
        weights = self.weights
        of, english, classes, sorts = weights.of, self.english, self.classes, self.sorts
        n, kind, own, mine, first = len(sorts), english.sort, self.aligned[i], classes[i], sorts[i]
        before = sorts[i - 1] if i else "^"
        ahead = classes[i - 1] if i else "^"
        score += weights.before(before, 0.0)
        score += weights.first(first, 0.0)
        score += of["pc"][ahead]
        score += of["fc"][mine]
        score += of["pcfc"][ahead, mine]
        score += of["fck"][kind, mine]
        score += of["echo"][self.echo(i) if self.evidence.echoes else "no00"]
        score += of["n"][kind, min(n - i, 16)]
        score += of["al"][self.buckets[i]]
        score += weights.joint_weights(before, first)[0] if i else weights.no_joint[0]
        score += weights.joint_weights(first, sorts[i + 1])[1] if i + 1 < n else weights.no_joint[1]
        if i:
            score += of["alp"][self.buckets[i - 1]]
        if i > 1:
            score += of["ppc"][classes[i - 2], ahead, mine]
        if i + 1 < n:
            after = classes[i + 1]
            score += of["nc"][mine, after]
            score += weights.first_two((first, sorts[i + 1]), 0.0)
            if mine == "nominal":
                score += of["nal"][self.buckets[i + 1]]
                third = classes[i + 2] if i + 2 < n else "$"
                score += of["n3"][after, third, self.aligned[i + 1] > 0]
            elif mine == "verb":
                score += of["v2"][after, own > 0]
            elif mine in NOUNS:
                score += of["h2"][mine, own > 0, self.aligned[i + 1] > 0]
            if ahead == "nominal":
                score += of["pal"][self.buckets[i]]
        if before == "_":
            score += weights.before_space(sorts[i - 2] if i > 1 else "^", 0.0)
        if english.words:
            share = (covered + own) / len(english.words)
            score += of["cov"][min(6, round(share * 4))]
            score += of["hd"][self.head_buckets[i]]
            if i and self.heads[i] < 0.05:
                score += of["hdp"][self.head_buckets[i - 1]]
            score = self._covering(i, score)
            if first == "ร่าง" or before == "ร่าง":
                score += of["draft"][english.draft, before == "ร่าง"]
        elif self.letters:
            score = self._spelling(i, score)
        if kind == "person":
            score += of["person"][mine == "honorific", before == "_"]
        if first == "0":
            score += of["num"][english.digits]
        return self._whole(i, before, score)

    def _covering(self, i: int, score: float) -> float:
        """Add the weights of :meth:`.border.Window.covering`."""
        weights, english = self.weights, self.english
        of, kind = weights.of, english.sort
        own, left, further, head, missing = self.covers(i)
        score += of["own"][own]
        score += weights.own_of((self.sorts[i], own), 0.0)
        score += weights.left_of((self.sorts[i - 1] if i else "^", left), 0.0)
        score += of["ownm"][own, min(missing, 3)]
        score += of["miss"][kind, min(missing, 4)]
        score += of["far"][further, min(missing, 2)]
        score += of["left"][left, own]
        score += of["main"][head, own]
        return score + of["hand"][self.by_hand[i] & english.main > 0]

    def _spelling(self, i: int, score: float) -> float:
        """Add the weights of :meth:`.border.Window.spelling`."""
        of = self.weights.of
        own, left, missing, first = self.spells(i)
        score += of["lown"][own, missing]
        score += of["lleft"][left, own]
        score += of["lmiss"][missing]
        return score + of["lend"][first]

    def _whole(self, i: int, before: str, score: float) -> float:
        """Add the weights of :meth:`.border.Window.as_a_whole`."""
        weights, english, evidence = self.weights, self.english, self.evidence
        of, named = weights.of, weights.named
        start, end = self.tokens[i][0], self.tokens[-1][1]
        if english.letters:
            score += of["len"][english.sort, length_class(end - start, english.letters)]
        else:
            score += weights.plain_length[min((end - start) // 4, 20)]
        bare = self.text[start:end].replace(" ", "")
        if self.total:
            score += named(known_name(bare, self.known, self.total), 0.0)
        others = self.terms.get(bare, 0) - (bare in self.known)
        score += of["term"][min(others, 3)]
        if self.quote is not None and start <= self.quote:
            score += named("quote" if start == self.quote else "over-quote", 0.0)
        for first, sort in evidence.whole.items():
            if first <= start:
                score += named(f"{'c' if first == start else 'x'}={sort}|{english.sort}", 0.0)
        if evidence.ends:
            stop = self.tokens[i - 1][0] if i and before == "_" else start
            if stop in evidence.ends:
                score += named(f"e={evidence.ends[stop]}", 0.0)
        return score

    def hold(self, i: int, held: float) -> float:
        """Add the weights of :meth:`.border.Window.holding`."""
        weights, classes, sorts = self.weights, self.classes, self.sorts
        of, mine, sort, kind = weights.of, classes[i], sorts[i], self.english.sort
        held += weights.inside(sort, 0.0)
        held += of["ic"][mine]
        if mine in BREAKS:
            held += of["ick"][kind, mine]
            held += of["ica"][mine, self.aligned[i] > 0]
            held += of["icn"][mine, classes[i + 1] if i + 1 < len(classes) else "$"]
        if sort == "_":
            more = i + 1 < len(sorts)
            held += weights.after_space(sorts[i + 1] if more else "$", 0.0)
            held += weights.ahead_of_space(sorts[i - 1] if i else "^", 0.0)
            held += of["sac"][classes[i + 1] if more else "$"]
            held += of["sbc"][classes[i - 1] if i else "^"]
            held += of["sk"][kind]
        elif self.aligned[i] > 0:
            held += of["ia"][self.buckets[i]]
        elif self.english.words and len(sort) > 1:
            held += of["un"][kind]
        return held
