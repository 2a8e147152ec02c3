"""In which order the rules of a set run: kind by kind, those that need more after those that give it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from .rule import KINDS, Rule, RuleError


@frozen
class Round:
    """Rules that run over a text one beside the other.

    Attributes:
        rules: The rules, in the order of their set.
        settles: Whether what stands against what between kinds is decided before it.
    """

    rules: tuple[Rule, ...]
    settles: bool


def rounds(rules: Iterable[Rule]) -> tuple[Round, ...]:
    """Put rules in the order in which they run.

    The kinds go in the order of :data:`.rule.KINDS`, then those of a user's own in the order
    of their first rules.  A rule that needs objects of its own kind or of a later one runs
    when those have been recognised.

    Raises:
        RuleError: Where a rule of the library's kinds needs posts or a user's kind: those
            come when names, bodies and titles are settled.
    """
    every = tuple(rules)
    order = [*KINDS, *dict.fromkeys(rule.kind for rule in every if rule.kind not in KINDS)]
    settled = order.index("post")
    by_place: dict[tuple[int, int], list[Rule]] = {}
    for rule in every:
        own = order.index(rule.kind)
        unknown = [kind for kind in rule.needs if kind not in order]
        if unknown:
            raise RuleError(
                f"rule {rule.id!r} needs objects of the kind {unknown[0]!r}, which no rule yields; "
                f"there are {', '.join(order)}"
            )
        last = max((order.index(kind) for kind in rule.needs), default=-1)
        if own < settled <= last:
            raise RuleError(
                f"rule {rule.id!r} of the kind {rule.kind!r} needs objects of the kind "
                f"{order[last]!r}, which come after it; drop them from its pattern"
            )
        place = (own, 0) if last < own else (last, 1)
        by_place.setdefault(place, []).append(rule)
    done: list[Round] = []
    has_settled = False
    for place in sorted(by_place):
        settles = not has_settled and place[0] >= settled
        has_settled |= settles
        done.append(Round(tuple(by_place[place]), settles))
    return tuple(done)
