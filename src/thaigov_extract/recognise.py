"""Run the rules where their triggers stand and decide overlaps."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from .candidate import Candidate
from .complete import complete
from .context import Context
from .fold import Folded
from .overlap import settle, without_overlaps
from .rounds import Round
from .rule import RuleError
from .scan import Hit


def recognise(
    folded: Folded,
    rounds: Sequence[Round],
    hits: Sequence[Iterable[Hit]],
    published: datetime.date | None = None,
) -> Context:
    """Turn trigger hits into candidates, round by round.

    Args:
        folded: The folded text.
        rounds: :attr:`.scan.Scanner.rounds`.
        hits: What :meth:`.scan.Scanner.scan` returned for its text.
        published: Date of the release's date line.

    Returns:
        The context with everything found, and with what of it stands; offsets are those of
        the folded text.

    Raises:
        RuleError: Where a rule's pattern runs into its time limit.
    """
    context = Context(folded, published)
    priorities = {rule.id: rule.priority for of_round in rounds for rule in of_round.rules}
    settled = False
    for of_round, of_hits in zip(rounds, hits, strict=True):
        if of_round.settles:
            context.record({}, settle(context, priorities))
            settled = True
        _record(context, _run(context, of_hits), priorities)
    if not settled:
        context.record({}, settle(context, priorities))
    return context


def _run(context: Context, hits: Iterable[Hit]) -> dict[str, list[Candidate]]:
    yielded: dict[str, list[Candidate]] = {}
    for start, end, rule in hits:
        if rule.match is not None:
            for candidate in rule.match(context, start, end):
                yielded.setdefault(candidate.kind, []).append(candidate)
            continue
        assert rule.pattern is not None
        try:
            for found in rule.pattern.find(context, start, end):
                completed = complete(context, rule, found)
                if completed is not None:
                    yielded.setdefault(rule.kind, []).append(completed)
        except TimeoutError as error:
            raise RuleError(
                f"rule {rule.id!r} took too long at offset {start}; "
                "thaigov-extract rules check says which part of its pattern can run away"
            ) from error
    return yielded


def _record(
    context: Context, yielded: Mapping[str, list[Candidate]], priorities: Mapping[str, int]
) -> None:
    everything = {
        kind: (*context.everything.get(kind, ()), *found) for kind, found in yielded.items()
    }
    context.record(
        everything,
        {kind: without_overlaps(found, priorities) for kind, found in everything.items()},
    )
