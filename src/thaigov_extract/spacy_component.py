"""The factory ``thaigov_extract`` for spaCy pipelines; never imported by the core.

Importing this module registers the factory; spaCy does so by itself through the entry
point when the package is installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.util import filter_spans

from .authoring.rule_file import rule_set
from .extractor import Extractor
from .model import Extraction
from .serialise import from_dict, to_dict

SPANS_KEY = "thaigov"
_BYTES_KEY = "__thaigov_extraction__"


@srsly.msgpack_encoders("thaigov_extract")  # type: ignore[untyped-decorator]
def to_bytes(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Write ``doc._.release`` in its JSON form where spaCy writes a document.

    So ``nlp.pipe(…, n_process=2)``, ``Doc.to_bytes``, ``Doc.to_disk`` and ``DocBin`` keep it; what a
    rule's ``build`` made is not part of that form.
    """
    if isinstance(value, Extraction):
        return {_BYTES_KEY: to_dict(value)}
    return value if chain is None else chain(value)


@srsly.msgpack_decoders("thaigov_extract")  # type: ignore[untyped-decorator]
def from_bytes(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Read what :func:`to_bytes` wrote."""
    if isinstance(value, dict) and _BYTES_KEY in value:
        return from_dict(value[_BYTES_KEY])
    return value if chain is None else chain(value)


@Language.factory("thaigov_extract", default_config={"rules": []})
def make_component(nlp: Language, name: str, rules: list[str]) -> Component:
    """Return the component; ``nlp.add_pipe("thaigov_extract")`` calls this.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        rules: More rules: paths of rule files, ``module:attribute``, names of installed packs.
    """
    return Component(rules)


class Component:
    """Sets ``doc._.release``, ``doc.spans["thaigov"]`` and ``doc.ents``.

    Labels are ``OFFICIAL``, ``TITLE``, ``AGENCY``, ``TERM``, ``DATE``, and the kinds of your own
    rules in capitals.  Offsets that do not
    fall on a token's edge are widened to it (``alignment_mode="expand"``): nothing is dropped,
    and the exact offsets stay in ``doc._.release``.  ``doc.ents`` takes the longest of the
    spans that overlap, beside the entities that are there already.
    """

    def __init__(self, rules: Sequence[str] = ()) -> None:
        if not Doc.has_extension("release"):
            Doc.set_extension("release", default=None)
        self._extractor = Extractor(rule_set(rules))

    def __call__(self, doc: Doc) -> Doc:
        """Add what the text holds to the document."""
        extraction = self._extractor.extract(doc.text)
        doc._.release = extraction
        spans = [
            span
            for start, end, label in _labelled(extraction)
            if (span := doc.char_span(start, end, label=label, alignment_mode="expand"))
        ]
        doc.spans[SPANS_KEY] = spans
        doc.ents = filter_spans([*doc.ents, *_fresh(doc, spans)])
        return doc


def _fresh(doc: Doc, spans: list[DocSpan]) -> Iterator[DocSpan]:
    """Spans that leave the entities of earlier components alone."""
    taken = {token.i for entity in doc.ents for token in entity}
    return (span for span in spans if taken.isdisjoint(range(span.start, span.end)))


def _labelled(extraction: Extraction) -> Iterator[tuple[int, int, str]]:
    for official in extraction.officials:
        for mention in official.mentions:
            yield mention.start, mention.end, "OFFICIAL"
    for title in extraction.titles:
        for mention in title.mentions:
            yield mention.start, mention.end, "TITLE"
    for agency in extraction.agencies:
        for mention in agency.mentions:
            yield mention.start, mention.end, "AGENCY"
    for term in extraction.terms:
        yield term.thai.start, term.thai.end, "TERM"
    for date in extraction.dates:
        for span in date.mentions:
            yield span.start, span.end, "DATE"
    for record in extraction.records:
        yield record.start, record.end, record.kind.upper()
