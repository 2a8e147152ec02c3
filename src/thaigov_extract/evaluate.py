"""Measure extractions against annotations, layer by layer, each release as a set."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

Annotation = Mapping[str, Any]
Item = Any

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@frozen
class Figures:
    """Counts of one layer over all releases.

    Attributes:
        right: Items that both sides have.
        extra: Items that only the system has.
        missed: Items that only the annotation has.
    """

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the system's items that are right; 1 where it has none."""
        given = self.right + self.extra
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """Share of the annotation's items that were found; 1 where it has none."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@frozen
class Error:
    """One item that only one side has."""

    layer: str
    id: str
    what: str  # missed | extra
    item: Item


@frozen
class Evaluation:
    """What :func:`evaluate` returns.

    Attributes:
        layers: Figures by layer.
        kinds_right: Terms of both sides whose kind is the same.
        kinds: Terms that both sides have.
        errors: Every missed and extra item.
    """

    layers: Mapping[str, Figures]
    kinds_right: int
    kinds: int
    errors: tuple[Error, ...]

    @property
    def kind_accuracy(self) -> float:
        """Share of the common terms whose kind is right; 1 where there is none."""
        return self.kinds_right / self.kinds if self.kinds else 1.0


def even(text: str | None) -> str | None:
    """Drop zero-width characters and make runs of white space one space."""
    return None if text is None else " ".join(text.translate(_ZERO_WIDTH).split())


def _positions(record: Annotation) -> Iterator[tuple[str | None, Mapping[str, Any]]]:
    for official in record["officials"]:
        for position in official["positions"]:
            yield even(official["name"]), position


def _name_parts(record: Annotation) -> set[Item]:
    return {
        tuple(even(official.get(part)) for part in ("prefix", "given", "family"))
        for official in record["officials"]
    }


def _posts(record: Annotation) -> set[Item]:
    return {
        (name, even(position["title"]), even(agency))
        for name, position in _positions(record)
        for agency in position["agencies"] or [None]
    }


LAYERS: Mapping[str, Callable[[Annotation], set[Item]]] = {
    "persons": lambda r: {even(o["name"]) for o in r["officials"]},
    "name_parts": _name_parts,
    "short": lambda r: {(even(s), even(o["name"])) for o in r["officials"] for s in o["short"]},
    "titles": lambda r: {even(title) for title in r["titles"]},
    "holders": lambda r: {(name, even(p["title"])) for name, p in _positions(r)},
    "posts": _posts,
    "status": lambda r: {
        (name, even(p["title"]), p["status"]) for name, p in _positions(r) if p.get("status")
    },
    "agencies": lambda r: {
        even(n) for a in r["agencies"] for n in (a["name"], *a["abbreviations"])
    },
    "aliases": lambda r: {
        (even(a["name"]), even(n)) for a in r["agencies"] for n in a["abbreviations"]
    },
    "terms": lambda r: {
        (even(t["thai"]), even(t["english"]), even(t["abbreviation"])) for t in r["terms"]
    },
    "term_thai": lambda r: {
        (even(t["thai"]), even(t["english"] or t["abbreviation"])) for t in r["terms"]
    },
    "dates": lambda r: {(even(d["text"]), d["iso"]) for d in r["dates"]},
}
"""What counts in each layer: a release's items as a set."""

_NOTHING: Annotation = {name: [] for name in ("officials", "titles", "agencies", "terms", "dates")}


def evaluate(gold: Iterable[Annotation], system: Iterable[Annotation]) -> Evaluation:
    """Compare two sets of annotations.

    Args:
        gold: Annotated releases in the form of the guidelines.
        system: Extracted releases in the same form (:func:`.annotate.to_annotation`);
            a release that is absent counts as empty.

    Returns:
        Figures by layer, and the errors.  Before comparing, zero-width characters are
        dropped and white space is evened; nothing else is forgiven.
    """
    by_id = {unicodedata.normalize("NFC", record["id"]): record for record in system}
    counts = {layer: [0, 0, 0] for layer in LAYERS}
    errors: list[Error] = []
    kinds_right = kinds = 0
    for wanted in gold:
        given = {**_NOTHING, **by_id.get(unicodedata.normalize("NFC", wanted["id"]), {})}
        for layer, items in LAYERS.items():
            right, found = items(wanted), items(given)
            for place, group in enumerate((right & found, found - right, right - found)):
                counts[layer][place] += len(group)
            for what, group in (("extra", found - right), ("missed", right - found)):
                errors.extend(
                    Error(layer, wanted["id"], what, item) for item in sorted(group, key=str)
                )
        right_kinds = {even(term["thai"]): term["kind"] for term in wanted["terms"]}
        found_kinds = {even(term["thai"]): term.get("kind") for term in given["terms"]}
        both = right_kinds.keys() & found_kinds.keys()
        kinds_right += sum(right_kinds[thai] == found_kinds[thai] for thai in both)
        kinds += len(both)
    layers = {layer: Figures(*numbers) for layer, numbers in counts.items()}
    return Evaluation(layers, kinds_right, kinds, tuple(errors))
