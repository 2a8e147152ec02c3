"""The forms of a concept in one language: counted, the majority's first, each with its status."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from .concept import Form, FormStatus, Issue
from .conflicts import is_slip

_DOUBTFUL = 0.5
"""Probability below which a form that one release has is shown as doubtful."""


def forms_of(
    rows: Iterable[tuple[str, str, int, float]], slip: bool
) -> tuple[list[Form], list[Issue]]:
    """Make forms of the places where they stand.

    Args:
        rows: Text as shown, key of its spellings, number of the release, and probability that it
            is right, for each place.
        slip: Whether a form may be a misspelling of the preferred one.

    Returns:
        The forms, the preferred one first, and an issue for each misspelling.
    """
    by_text: dict[str, list[tuple[int, float]]] = defaultdict(list)
    weights: dict[str, float] = defaultdict(float)
    belief: dict[str, float] = defaultdict(float)
    keys: dict[str, str] = {}
    counted: set[tuple[str, int]] = set()
    for text, key, release, probability in rows:
        by_text[text].append((release, probability))
        keys[text] = key
        belief[key] = max(belief[key], probability)
        if (key, release) not in counted:
            counted.add((key, release))
            weights[key] += probability
    if not by_text:
        return [], []
    releases = {text: len({release for release, _ in seen}) for text, seen in by_text.items()}
    of_key = Counter(key for key, _ in counted)

    def by_weight(text: str) -> tuple[float, str, int, int, bool, int, str]:
        key, length = keys[text], len(text)
        return (
            -weights[key],
            key,
            -releases[text],
            -len(by_text[text]),
            text.isupper(),
            length,
            text,
        )

    texts = sorted(by_text, key=by_weight)
    best = texts[0]
    forms, issues = [], []
    for text in texts:
        status: FormStatus = "competing"
        if text == best:
            status = "preferred"
        elif keys[text] == keys[best]:
            status = "variant"
        elif slip and is_slip(text, best, of_key[keys[text]], of_key[keys[best]]):
            status = "misspelling"
            issues.append(Issue("misspelling", text, best))
        elif of_key[keys[text]] == 1 and belief[keys[text]] < _DOUBTFUL:
            status = "doubtful"
        forms.append(Form(text, status, len(by_text[text]), releases[text]))
    rank = ("preferred", "variant", "competing", "misspelling", "doubtful").index
    return sorted(forms, key=lambda f: rank(f.status)), issues
