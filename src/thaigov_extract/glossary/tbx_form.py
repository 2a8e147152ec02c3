"""A glossary as TBX-Basic, version 3 (ISO 30042:2019), in the style DCA.

What TBX-Basic has a data category for stands there: the kind as ``subjectField``, ``termType``,
``administrativeStatus``, places as ``source``.  It has none for counts, dates, a confidence or
remarks, so these are notes of a fixed form, which :func:`read` understands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO, cast, get_args
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import regex

from ..model import TermKind
from .concept import Concept, Evidence, Form, FormStatus
from .notation import read_evidence, read_issue, write_evidence, write_issue

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "variant": "admittedTerm-admn-sts",
    "competing": "admittedTerm-admn-sts",
    "doubtful": "admittedTerm-admn-sts",
    "misspelling": "deprecatedTerm-admn-sts",
}
_FORM_NOTE = regex.compile(
    r"(?P<status>[a-z]+); occurrences: (?P<occurrences>\d+); releases: (?P<releases>\d+)"
)
_CONCEPT_NOTE = regex.compile(
    r"occurrences: (?P<occurrences>\d+); releases: (?P<releases>\d+);"
    r"(?: first: (?P<first>[^;]+);)?(?: last: (?P<last>[^;]+);)? confidence: (?P<confidence>\S+)"
)
_ISSUE_NOTE = "issue: "
# What XML 1.0 cannot hold, not even escaped.
_INVALID = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(concepts: Iterable[Concept], out: TextIO) -> None:
    """Write the concepts as a TBX-Basic document, one at a time.

    Characters that XML cannot hold become U+FFFD.
    """
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tbx style="dca" type="TBX-Basic" xml:lang="th" xmlns="{NAMESPACE}">\n'
        " <tbxHeader>\n  <fileDesc>\n"
        "   <titleStmt>\n    <title>Thai–English glossary of government press releases</title>\n"
        "   </titleStmt>\n   <sourceDesc>\n    <p>Made by thaigov-extract from releases; a source "
        "is the id of a release, its date and offsets in its text, counted in code points.</p>\n"
        "   </sourceDesc>\n  </fileDesc>\n </tbxHeader>\n <text>\n  <body>\n"
    )
    for concept in concepts:
        out.writelines(line + "\n" for line in _entry(concept))
    out.write("  </body>\n </text>\n</tbx>\n")


def read(source: BinaryIO) -> Iterator[Concept]:
    """Read what :func:`write` wrote, one concept at a time.

    Raises:
        ValueError: Where it is no such document; the message says why.
    """
    rooted = False
    try:
        for event, element in ElementTree.iterparse(source, events=("start", "end")):
            if not rooted:
                _check_root(element)
                rooted = True
            if event == "end" and element.tag == f"{{{NAMESPACE}}}conceptEntry":
                yield _concept(element)
                element.clear()
    except ElementTree.ParseError as error:
        raise ValueError(f"is no XML: {error}") from error


def _check_root(root: ElementTree.Element) -> None:
    if root.tag != f"{{{NAMESPACE}}}tbx":
        raise ValueError(
            f"the root is {root.tag!r}, not tbx of {NAMESPACE}: it is no TBX version 3"
        )
    if root.get("style") != "dca":
        raise ValueError(f"its style is {root.get('style')!r}; only dca is read")


# -- writing ----------------------------------------------------------------------------------------


def _text(text: str) -> str:
    return escape(_INVALID.sub("\ufffd", text), {"\r": "&#13;"})


def _entry(concept: Concept) -> Iterator[str]:
    yield f"   <conceptEntry id={quoteattr(_INVALID.sub('_', concept.id))}>"
    yield f'    <descrip type="subjectField">{concept.kind}</descrip>'
    for evidence in concept.evidence:
        yield f'    <admin type="source">{_text(write_evidence(evidence))}</admin>'
    first = f" first: {concept.first};" if concept.first else ""
    last = f" last: {concept.last};" if concept.last else ""
    yield (
        f"    <note>occurrences: {concept.occurrences}; releases: {concept.releases};"
        f"{_text(first)}{_text(last)} confidence: {concept.confidence}</note>"
    )
    for issue in concept.issues:
        yield f"    <note>{_ISSUE_NOTE}{_text(write_issue(issue))}</note>"
    yield from _language("th", concept.thai, concept.thai_abbreviations)
    if concept.english or concept.abbreviations:
        yield from _language("en", concept.english, concept.abbreviations)
    yield "   </conceptEntry>"


def _language(lang: str, names: Iterable[Form], shorts: Iterable[Form]) -> Iterator[str]:
    yield f'    <langSec xml:lang="{lang}">'
    for form in names:
        yield from _term(form, "variant" if form.status == "variant" else "fullForm")
    for form in shorts:
        yield from _term(form, "abbreviation")
    yield "    </langSec>"


def _term(form: Form, sort: str) -> Iterator[str]:
    yield "     <termSec>"
    yield f"      <term>{_text(form.text)}</term>"
    yield '      <termNote type="partOfSpeech">noun</termNote>'
    yield f'      <termNote type="termType">{sort}</termNote>'
    yield f'      <termNote type="administrativeStatus">{_STATUS[form.status]}</termNote>'
    yield (
        f"      <note>{form.status}; occurrences: {form.occurrences}; "
        f"releases: {form.releases}</note>"
    )
    yield "     </termSec>"


# -- reading ----------------------------------------------------------------------------------------


def _concept(entry: ElementTree.Element) -> Concept:
    name = entry.get("id", "")
    try:
        return _read_entry(entry, name)
    except (ValueError, KeyError) as error:
        raise ValueError(f"conceptEntry {name!r}: {error}") from error


def _read_entry(entry: ElementTree.Element, name: str) -> Concept:
    kind = _child(entry, "descrip", "subjectField") or ""
    if kind not in get_args(TermKind):
        raise ValueError(f"{kind!r} is no kind of term; there are {', '.join(get_args(TermKind))}")
    figures, issues = None, []
    for note in entry.findall(f"{{{NAMESPACE}}}note"):
        text = note.text or ""
        if text.startswith(_ISSUE_NOTE):
            issues.append(read_issue(text[len(_ISSUE_NOTE) :]))
        else:
            figures = figures or _CONCEPT_NOTE.fullmatch(text)
    if figures is None:
        raise ValueError("has no note with its counts; only glossaries of this library are read")
    forms: dict[tuple[str, bool], list[Form]] = {}
    for section in entry.findall(f"{{{NAMESPACE}}}langSec"):
        for term in section.findall(f"{{{NAMESPACE}}}termSec"):
            short = _child(term, "termNote", "termType") == "abbreviation"
            forms.setdefault((section.get(_LANG, ""), short), []).append(_read_term(term))
    if not forms.get(("th", False)):
        raise ValueError("has no Thai name")
    sources: list[Evidence] = [
        read_evidence(admin.text or "")
        for admin in entry.findall(f"{{{NAMESPACE}}}admin")
        if admin.get("type") == "source"
    ]
    return Concept(
        id=name,
        kind=cast(TermKind, kind),
        thai=tuple(forms["th", False]),
        english=tuple(forms.get(("en", False), ())),
        abbreviations=tuple(forms.get(("en", True), ())),
        thai_abbreviations=tuple(forms.get(("th", True), ())),
        occurrences=int(figures["occurrences"]),
        releases=int(figures["releases"]),
        first=figures["first"],
        last=figures["last"],
        confidence=float(figures["confidence"]),
        issues=tuple(issues),
        evidence=tuple(sources),
    )


def _read_term(term: ElementTree.Element) -> Form:
    note = _FORM_NOTE.fullmatch(term.findtext(f"{{{NAMESPACE}}}note") or "")
    if note is None or note["status"] not in get_args(FormStatus):
        raise ValueError("a term has no note with its status and counts")
    text = term.findtext(f"{{{NAMESPACE}}}term") or ""
    status = cast(FormStatus, note["status"])
    return Form(text, status, int(note["occurrences"]), int(note["releases"]))


def _child(element: ElementTree.Element, tag: str, sort: str) -> str | None:
    for child in element.findall(f"{{{NAMESPACE}}}{tag}"):
        if child.get("type") == sort:
            return child.text
    return None
