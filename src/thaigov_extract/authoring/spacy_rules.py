"""Pattern lists of spaCy's ``SpanRuler`` and ``EntityRuler`` as rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from ..pattern_syntax import PatternError
from ..rule import KINDS, USER_PRIORITY, Rule, RuleError
from ..token_pattern import TokenPattern, Tokens


def rules_from_spacy(
    patterns: str | PathLike[str] | Iterable[Mapping[str, Any]],
    kinds: Mapping[str, str] | None = None,
    *,
    prefix: str = "spacy",
    priority: int = USER_PRIORITY,
) -> tuple[Rule, ...]:
    """Turn the patterns of a ``SpanRuler`` or an ``EntityRuler`` into rules.

    Args:
        patterns: The list of ``{"label": …, "pattern": …, "id": …}``, or the path of a
            ``.jsonl`` file of them.
        kinds: Kind by label.  A label that it does not name is a kind of its own, in lower case.
        prefix: What the ids of the rules begin with: ``prefix.LABEL`` or ``prefix.LABEL.id``.
        priority: Their priority; see :mod:`.overlap`.

    Returns:
        One rule per label and id, in their order.  A rule whose patterns have no literal string
        runs over the whole text.  An ``id`` is the value ``id`` of records.

    Raises:
        RuleError: Where the file cannot be read, or *kinds* names a label that is not there.
        PatternError: Where an entry is wrong; the message names its number and label.
    """
    entries = (
        _read_entries(Path(patterns))
        if isinstance(patterns, (str, PathLike))
        else [(f"entry {number}", entry) for number, entry in enumerate(patterns, start=1)]
    )
    groups: dict[tuple[str, str], list[str | Tokens]] = {}
    for where, entry in entries:
        label = entry.get("label") if isinstance(entry, Mapping) else None
        if not isinstance(label, str) or "pattern" not in entry:
            raise PatternError(f'{where} is not {{"label": …, "pattern": …}}')
        try:
            (pattern,) = TokenPattern((entry["pattern"],)).patterns
        except PatternError as error:
            raise PatternError(f"{where}, {label}: {error}") from error
        groups.setdefault((label, entry.get("id") or ""), []).append(pattern)
    kinds = kinds or {}
    labels = dict.fromkeys(label for label, _ in groups)
    for label in kinds:
        if label not in labels:
            raise RuleError(f"no pattern has the label {label!r}; there are {', '.join(labels)}")
    rules = []
    for (label, name), several in groups.items():
        kind = kinds.get(label, label.lower())
        matcher = TokenPattern(several)
        rules.append(
            Rule(
                id=".".join(part for part in (prefix, label, name) if part),
                kind=kind,
                pattern=matcher,
                values={"id": name} if name and kind not in KINDS else {},
                priority=priority,
                whole_text=not matcher.triggers,
            )
        )
    return tuple(rules)


def _read_entries(path: Path) -> list[tuple[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise RuleError(f"{path} does not exist; check the path") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path} cannot be read as UTF-8: {error}") from error
    entries = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                entries.append((f"{path}:{number}", json.loads(line)))
            except ValueError as error:
                raise RuleError(f"{path}:{number} is no JSON: {error}") from error
    return entries
