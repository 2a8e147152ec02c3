"""A comparison of two rule sets as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .comparison import WHATS, Change, Comparison

_MARKS = {"gained": "+", "lost": "-", "changed": "~"}
_MANY = 40
"""Rules whose counts are shown when they differ."""


def show_comparison(
    comparison: Comparison, *, old: str = "old", new: str = "new", show: int = 20
) -> str:
    """Return a comparison as lines for a terminal or the log of a CI.

    Args:
        comparison: What was compared.
        old: Name of the old side.
        new: Name of the new side.
        show: How many different changes to list of each kind and direction.

    Returns:
        A summary (objects by kind, finds by rule, time), then the changes.
    """
    blocks = [
        _head(comparison, old, new),
        _kinds(comparison),
        _rules(comparison),
        _time(comparison),
        *_changes(comparison, show),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _head(comparison: Comparison, old: str, new: str) -> list[str]:
    lines = [f"old: {old}", f"new: {new}", f"{_count(comparison.releases, 'release')} compared"]
    for skipped in comparison.skipped:
        named = ", ".join(skipped.first[:3]) + (", …" if skipped.count > 3 else "")
        lines.append(f"{_count(skipped.count, 'release')} left out, {skipped.reason}: {named}")
    if comparison.unknown:
        lines.append(f"not recorded, so not compared: {', '.join(comparison.unknown)}")
    if comparison.releases and not comparison.differs:
        lines.append("no object was gained, lost or changed")
    return lines


def _kinds(comparison: Comparison) -> list[str]:
    rows = [
        (kind, c.old, c.new, c.gained, c.lost, c.changed) for kind, c in comparison.kinds.items()
    ]
    return _table(("objects", "old", "new", *WHATS), rows)


def _rules(comparison: Comparison) -> list[str]:
    rows = [
        (rule, c.old, c.new, f"only in {c.only}" if c.only else "")
        for rule, c in comparison.rules.items()
        if c.only or c.old != c.new
    ]
    if not rows:
        return []
    lines = _table(("finds of rule", "old", "new", ""), rows[:_MANY])
    return lines + ([f"… and {len(rows) - _MANY} rules more"] if len(rows) > _MANY else [])


def _time(comparison: Comparison) -> list[str]:
    old, new = comparison.milliseconds()
    if old and new:
        more = f"{old:.2f} ms before, {new:.2f} ms after: {(new - old) / old:+.1%}"
    elif old or new:
        more = f"{old or new or 0:.2f} ms; the {'old' if new else 'new'} side is recorded"
    else:
        return []
    return [f"time per release: {more}"]


def _changes(comparison: Comparison, show: int) -> Iterator[list[str]]:
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in comparison.changes:
        groups.setdefault((change.kind, change.what), []).append(change)
    for (kind, what), changes in groups.items():
        total = getattr(comparison.kinds[kind], what)
        if not show:
            continue
        shown = [line for change in changes[:show] for line in _change(change)]
        if len(changes) > show:
            rest = total - sum(change.count for change in changes[:show])
            shown.append(f"  … and {rest} more")
        different = f", {len(changes)} different" if len(changes) < total else ""
        yield [f"{kind}, {what}: {total}{different}", *shown]


def _change(change: Change) -> Iterator[str]:
    times = f"  ×{change.count}" if change.count > 1 else ""
    yield f"  {_MARKS[change.what]} {_told(change)}{times}"
    place = f"{change.release or '(no id)'}:{change.line_number}"
    yield f"      {place}  {change.line}"
    yield f"      by {', '.join(change.rules)}"


def _told(change: Change) -> str:
    if change.what != "changed":
        return _object(change.new or change.old)
    fields = list(dict.fromkeys([*change.old, *change.new]))
    parts = [
        f"{field}: {change.old.get(field, '–')} → {change.new.get(field, '–')}"
        for field in fields
        if field != "text" and change.old.get(field) != change.new.get(field)
    ]
    before, after = change.old["text"], change.new["text"]
    text = after if before == after else f"{before} → {after}"
    return f"{text}  ({'; '.join(parts)})" if parts else text


def _object(stated: Mapping[str, str]) -> str:
    parts = [f"{name}: {value}" for name, value in stated.items() if name != "text"]
    return f"{stated['text']}  ({'; '.join(parts)})" if parts else stated["text"]


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Columns of numbers after a column of names."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    if len(cells) == 1:
        return []
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    return [
        "  ".join(
            cell.ljust(width) if place == 0 or not head[place] else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
