"""Concepts beside each other: one abbreviation for several things, several names for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import evolve

from .concept import Concept, Issue
from .keys import abbreviation_key, thai_key
from .likeness import likeness, same_end

_NAMESAKE = 12
"""Letters of a Thai term from which two English names of it are worth a look."""

_SURE = 0.7
"""Confidence from which a concept is set against another one."""

_ALIKE = 0.6
"""Likeness of two Thai terms from which an abbreviation has one meaning, in other words."""

_OTHERS = 3
"""Other concepts that are named beside one at most, those of the most releases."""


def compared(concepts: Sequence[Concept]) -> Iterator[Concept]:
    """Flag abbreviations with several meanings and Thai terms with several English names.

    Args:
        concepts: All concepts, those of the most releases first.

    Yields:
        The same concepts with their issues, in their order.
    """
    by_short: dict[str, list[Concept]] = defaultdict(list)
    by_thai: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        if _has_meaning(concept):
            for form in concept.abbreviations:
                if form.status in ("preferred", "variant") and not _is_nested(concept, form.text):
                    by_short[abbreviation_key(form.text)].append(concept)
        if concept.confidence >= _SURE:
            by_thai[thai_key(concept.preferred_thai)].append(concept)
    for concept in concepts:
        issues = list(concept.issues)
        thai = thai_key(concept.preferred_thai)
        short = concept.abbreviation
        if short and _has_meaning(concept) and not _is_nested(concept, short):
            others = (
                other
                for other in dict.fromkeys(by_short[abbreviation_key(short)])
                if not _related(thai, thai_key(other.preferred_thai))
            )
            issues += [
                Issue("several-meanings", short, other.preferred_thai, other.id)
                for other in islice(others, _OTHERS)
            ]
        if len(thai) >= _NAMESAKE and concept.confidence >= _SURE:
            others = (other for other in by_thai[thai] if other.id != concept.id)
            issues += [
                Issue("several-english", concept.preferred_thai, _name(other), other.id)
                for other in islice(others, _OTHERS)
            ]
        yield evolve(concept, issues=tuple(issues)) if issues else concept


def _has_meaning(concept: Concept) -> bool:
    """Whether it is known what an abbreviation stands for: the full name, or the Thai one."""
    return concept.confidence >= _SURE or bool(concept.english)


def _is_nested(concept: Concept, short: str) -> bool:
    """Whether an abbreviation is that of a part of the English name: ``… (AEM) Retreat``."""
    return f"({short})" in (concept.preferred_english or "")


def _related(one: str, other: str) -> bool:
    return same_end(one, other) or likeness(one, other) >= _ALIKE


def _name(concept: Concept) -> str:
    return concept.preferred_english or concept.abbreviation or concept.preferred_thai
