"""Forms, issues and evidence as one line of text each, for cells of CSV and notes of TBX."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast, get_args

import regex

from .concept import Evidence, Form, FormStatus, Issue, IssueKind, Offsets

_ESCAPES = {"\\": "\\\\", "|": "\\|", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = regex.compile(r"\\(.)", regex.DOTALL)
_PLAIN = {"n": "\n", "r": "\r", "t": "\t"}
_FORM = regex.compile(
    r"(?P<text>.*) \[(?P<status>[a-z]+), (?P<occurrences>\d+) in (?P<releases>\d+)\]", regex.DOTALL
)
_EVIDENCE = regex.compile(
    r"(?:(?P<release>.*) )?\[(?P<published>[\d-]+)?\] thai (?P<thai>\d+:\d+)"
    r"(?: english (?P<english>\d+:\d+))?(?: abbreviation (?P<abbreviation>\d+:\d+))?",
    regex.DOTALL,
)


def _escape(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: _PLAIN.get(found[1], found[1]), text)


def join(items: Iterable[str]) -> str:
    """Return several items as one cell."""
    return " | ".join(items)


def split(cell: str) -> Sequence[str]:
    """Return what :func:`join` was given."""
    return cell.split(" | ") if cell else ()


def write_form(form: Form) -> str:
    """Return a form as ``text [preferred, 3 in 2]``: occurrences in releases."""
    counts = f"{form.occurrences} in {form.releases}"
    return f"{_escape(form.text)} [{form.status}, {counts}]"


def read_form(item: str) -> Form:
    """Return what :func:`write_form` was given; ``ValueError`` where it is none."""
    found = _FORM.fullmatch(item)
    if found is None or found["status"] not in get_args(FormStatus):
        raise ValueError(f"{item!r} is no form like 'text [preferred, 3 in 2]'")
    status = cast(FormStatus, found["status"])
    return Form(_unescape(found["text"]), status, int(found["occurrences"]), int(found["releases"]))


def write_issue(issue: Issue) -> str:
    """Return an issue as ``misspelling: UNDOC || UNODC``, the other concept's id last."""
    other = f" || {_escape(issue.concept)}" if issue.concept is not None else ""
    return f"{issue.kind}: {_escape(issue.text)} || {_escape(issue.beside)}{other}"


def read_issue(item: str) -> Issue:
    """Return what :func:`write_issue` was given; ``ValueError`` where it is none."""
    kind, _, rest = item.partition(": ")
    parts = [_unescape(part) for part in rest.split(" || ")]
    if kind not in get_args(IssueKind) or not 2 <= len(parts) <= 3:
        raise ValueError(f"{item!r} is no issue like 'misspelling: UNDOC || UNODC'")
    return Issue(cast(IssueKind, kind), *parts)


def write_evidence(evidence: Evidence) -> str:
    """Return a place as ``id [2021-02-09] thai 10:20 english 22:40 abbreviation 42:47``."""
    name = f"{_escape(evidence.release)} " if evidence.release is not None else ""
    places = [f"thai {_place(evidence.thai)}"]
    if evidence.english:
        places.append(f"english {_place(evidence.english)}")
    if evidence.abbreviation:
        places.append(f"abbreviation {_place(evidence.abbreviation)}")
    return f"{name}[{evidence.published or ''}] {' '.join(places)}"


def _place(offsets: Offsets) -> str:
    return f"{offsets[0]}:{offsets[1]}"


def read_evidence(item: str) -> Evidence:
    """Return what :func:`write_evidence` was given; ``ValueError`` where it is none."""
    found = _EVIDENCE.fullmatch(item)
    if found is None:
        raise ValueError(
            f"{item!r} is no evidence like '123 [2021-02-09] thai 10:20 english 22:40'"
        )
    release = None if found["release"] is None else _unescape(found["release"])
    return Evidence(
        release,
        found["published"],
        _offsets(found["thai"]),
        _offsets(found["english"]) if found["english"] else None,
        _offsets(found["abbreviation"]) if found["abbreviation"] else None,
    )


def _offsets(place: str) -> Offsets:
    start, end = place.split(":")
    return int(start), int(end)
