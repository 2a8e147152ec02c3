"""Bodies and their Thai short forms: whose each is, decided over all releases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from .keys import thai_key
from .sightings import Sighting

_STRAY = 0.05
"""Part of the uses of a short form, or of the short forms of a body, below which a tie is a stray."""

_FEW = 10
"""Ties that must be known before one of them can be a stray."""


def without_strays(ties: Iterable[Sighting]) -> Iterator[Sighting]:
    """Yield the ties of names and short forms that the other ties do not speak against.

    ``กรมทรัพยากรธรณี … (ทส.)``: the letters are those of the ministry nine times in ten, so that
    here a release only left out the ministry's name.

    Args:
        ties: Places where a Thai name and a Thai short form stand together.
    """
    every = list(ties)
    of_pair = Counter((thai_key(s.names.thai), thai_key(s.names.short or "")) for s in every)
    of_name: dict[str, int] = defaultdict(int)
    of_short: dict[str, int] = defaultdict(int)
    most: dict[str, tuple[int, str]] = {}
    for (name, short), count in of_pair.items():
        of_name[name] += count
        of_short[short] += count
        most[name] = max(most.get(name, (0, "")), (count, short))
    for tie in every:
        name, short = thai_key(tie.names.thai), thai_key(tie.names.short or "")
        count = of_pair[name, short]
        usual, best = most[name]
        if short != best and short.endswith(best) and usual > 1:
            continue  # ศบค.มท. is a unit of what is called มท.
        stray = _is_stray(count, of_short[short]) or _is_stray(count, of_name[name])
        if not stray or (count == usual and count > 1):
            yield tie


def _is_stray(count: int, total: int) -> bool:
    return total >= _FEW and count < _STRAY * total


def spoken(ties: Iterable[Sighting]) -> dict[str, str]:
    """Return key of a Thai short form → key of the name that it is tied to most often."""
    counts = Counter((thai_key(s.names.short or ""), thai_key(s.names.thai)) for s in ties)
    order = sorted(counts, key=lambda pair: (counts[pair], pair))
    return dict(order)


def homes(
    best: Mapping[str, str],
    named: Mapping[str, str],
    ties: Iterable[Sighting],
    registry: Mapping[str, str],
) -> tuple[dict[str, list[Sighting]], dict[str, list[Sighting]]]:
    """Say to which concept each tie belongs.

    Args:
        best: Thai key → key of the group of a body that has it most often.
        named: Key of an English name → key of its group.
        ties: Places where a Thai name and a Thai short form stand together.
        registry: Thai key → key of the English name that the registry of agencies gives.

    Returns:
        Key of a group → ties, and key of a body's English name in the registry → ties of bodies
        that no parenthesis renders.
    """
    tied: dict[str, list[Sighting]] = defaultdict(list)
    bodies: dict[str, list[Sighting]] = defaultdict(list)
    for tie in ties:
        thai = thai_key(tie.names.thai)
        name = registry.get(thai, "")
        if name in named:
            tied[named[name]].append(tie)
        elif thai in best:
            tied[best[thai]].append(tie)
        elif name:
            bodies[name].append(tie)
    return tied, bodies
