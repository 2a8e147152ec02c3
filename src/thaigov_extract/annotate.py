"""An extraction in the form of the annotation guidelines: strings only, once each."""

from __future__ import annotations

from typing import Any

from .model import Extraction


def to_annotation(extraction: Extraction) -> dict[str, Any]:
    """Return the guidelines' form of an extraction, for evaluation and for annotators.

    Args:
        extraction: What was extracted.

    Returns:
        ``id``, ``officials``, ``titles``, ``agencies``, ``terms`` and ``dates``; offsets,
        rules and confidences are left out.
    """
    return {
        "id": extraction.id,
        "officials": [
            {
                "name": official.name.text,
                "prefix": official.name.prefix,
                "given": official.name.given,
                "family": official.name.family,
                "short": list(official.short),
                "positions": [
                    {
                        "title": position.title.text,
                        "agencies": list(position.agencies),
                        "status": position.status,
                    }
                    for position in official.positions
                ],
            }
            for official in extraction.officials
        ],
        "titles": [title.text for title in extraction.titles],
        "agencies": [
            {"name": agency.name, "abbreviations": list(agency.abbreviations)}
            for agency in extraction.agencies
        ],
        "terms": [
            {
                "thai": term.thai.text,
                "english": term.english.text if term.english else None,
                "abbreviation": term.abbreviation.text if term.abbreviation else None,
                "kind": term.kind,
            }
            for term in extraction.terms
        ],
        "dates": [{"text": date.text, "iso": date.iso} for date in extraction.dates],
    }
