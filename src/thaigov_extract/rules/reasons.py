"""Why a candidate has its borders: the evidence of each kind of shipped rule, for ``explain``.

Each function is asked only when somebody wants to know; it looks again at the text where the
rule decided, with the same word lists.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..agency_border import border_features, feature_weight
from ..align import Attachment, around, attach, registered
from ..bilingual import default_tables, describe
from ..border import features
from ..candidate import Candidate
from ..context import Context
from ..term_tokens import split_tokens
from ..words import edges
from .agency_words import abbreviations, gazetteer, head_at, heads, registry
from .name_words import family_names, given_names, honorifics, stop_at
from .title_units import head_at as title_head_at
from .title_units import head_kinds

Reason = tuple[str, str]
"""A border or a field, and what decided it."""

_NEAR = 24


def explain_date(context: Context, candidate: Candidate) -> Iterator[Reason]:
    """The era, the year, and what stands at the borders."""
    written = context.text[candidate.start : candidate.end]
    digits = "".join(letter if letter.isdigit() else " " for letter in written).split()
    year = next((d for d in reversed(digits) if len(d) == 4), None)
    if candidate.values.get("calendar") == "CE":
        yield "calendar", f"the year {year} is written in the common era"
    elif year:
        yield "calendar", f"the year {year} is of the Buddhist era: less 543"
    elif len(digits) > 1 or written.isdigit():
        yield "calendar", "a year of two digits is Buddhist: 25xx less 543"
    else:
        yield "calendar", "no year is written: that of the release's date line"
    yield "end", _after(context.text, candidate.end)


def explain_name(context: Context, candidate: Candidate) -> Iterator[Reason]:
    """The class of the prefix, the gazetteers, and the word that ends the name."""
    text = context.text
    for slot, (start, end) in candidate.slots.items():
        spelled = text[start:end]
        if slot == "prefix":
            known = honorifics().get(spelled)
            yield "prefix", f"«{spelled}» is in the honorifics ({known or 'several in a row'})"
        else:
            names = given_names() if slot == "given" else family_names()
            seen = "in the gazetteer" if spelled in names else "not in the gazetteer, by its shape"
            yield slot, f"«{spelled}» {seen}"
    stop = candidate.end
    while text.startswith(" ", stop):
        stop += 1
    kind = stop_at(text, stop, min(len(text), stop + _NEAR))
    if kind is not None:
        yield "end", f"«{text[stop : stop + 12]}…» begins a word that ends names ({kind})"
    else:
        yield "end", _after(text, candidate.end)


def explain_bare_name(context: Context, candidate: Candidate) -> Iterator[Reason]:
    """The mention with a prefix that the bare name goes back to."""
    text = context.text
    start, end = candidate.slots.get("given", (candidate.start, candidate.end))
    given = text[start:end]
    for person in context.found("official"):
        if person.rule != candidate.rule and given in text[person.start : person.end]:
            whole = text[person.start : person.end]
            place = context.span(person.start, person.end).start
            yield "given", f"the release names «{whole}» at {place}"
            break
    before = text[max(0, candidate.start - 12) : candidate.start].strip()
    yield "start", f"stands after «{before}»" if before else "stands at the head of a line"
    yield "end", _after(text, candidate.end)


def explain_agency(context: Context, candidate: Candidate) -> Iterator[Reason]:
    """The head or the registry, and the words that weigh for the right border."""
    text = context.text
    spelled = text[candidate.start : candidate.end]
    if candidate.values.get("form") in ("abbreviation", "clipped"):
        yield from _short(context, candidate, spelled)
        return
    head = head_at(text, candidate.start)
    if head:
        yield "start", f"«{head}» is a head of bodies ({heads()[head].form})"
    if body := registry().get(spelled):
        yield "end", f"«{spelled}» is in the registry: {body.id}"
        return
    if spelled in gazetteer():
        yield "end", f"«{spelled}» is in the gazetteer of names mined from releases"
        return
    cuts = edges(text, candidate.start, min(len(text), candidate.end + _NEAR))
    after = text[candidate.end : candidate.end + 1]
    if candidate.end in cuts and after.strip():
        weighed = [
            (name, feature_weight(name))
            for name in border_features(text, candidate.start, candidate.end, cuts)
        ]
        for name, weight in weighed:
            if name[0] in "<>" and weight:
                side = "before" if name[0] == "<" else "after"
                word = name.lstrip("<>")
                shown = f"a word of the class {word.lstrip('#')}" if "#" in word else f"«{word}»"
                yield "end", f"{weight:+.1f} for {shown} {side} the border"
    yield "end", _after(text, candidate.end)


def _short(context: Context, candidate: Candidate, spelled: str) -> Iterator[Reason]:
    name = candidate.values.get("name")
    if candidate.values.get("defined"):
        place = context.text.find(spelled)
        yield "name", f"the release defines it at {context.span(place, place + 1).start}: «{name}»"
    elif spelled in abbreviations():
        yield "name", f"in the list of short forms: «{name or spelled}»"
    elif candidate.values.get("form") == "clipped":
        yield "end", "ฯ clips the name"
    else:
        yield "start", "acts as a body in the sentence; no list holds it"
    yield "end", _after(context.text, candidate.end)


def explain_title(context: Context, candidate: Candidate) -> Iterator[Reason]:
    """The heads, the body inside, and what the form means."""
    text = context.text
    at = candidate.start
    while (head := title_head_at(text, at)) is not None and at < candidate.end:
        yield "start", f"«{head}» is a head of posts ({head_kinds()[head]})"
        at += len(head)
    for body in context.found("agency"):
        if candidate.start <= body.start and body.end <= candidate.end:
            yield "end", f"its unit is «{text[body.start : body.end]}» by {body.rule}"
    form = candidate.values.get("form")
    if form in ("bare", "held"):
        yield "form", f"{form}: counts only beside a person"
    if candidate.values.get("status"):
        yield "status", f"«{text[candidate.start : candidate.start + 4]}» says so"
    yield "end", _after(text, candidate.end)


def explain_term(context: Context, candidate: Candidate) -> Iterator[Reason]:
    """The probabilities of the left borders that were weighed, and what weighs in the first two."""
    text = context.text
    start, end = candidate.slots["thai"]
    sides = {s: text[slice(*candidate.slots[s])] for s in candidate.slots if s != "thai"}
    opened = text.rfind("(", 0, min(candidate.slots[s][0] for s in sides))
    place = attach(text, max(opened, text.rfind("[", 0, opened)) if opened < end else opened)
    if place is None:
        return
    kind = "kind", f"{candidate.values.get('kind')}: by the heads of both sides"
    bodies = enumerate(context.found("agency"))
    if registered(text, bodies, place, sides.get("english"), sides.get("abbreviation")):
        yield (
            "start",
            f"in the registry «{text[start:end]}» bears this English name or these letters",
        )
        yield kind
        return
    scores = _scores(context, place, sides.get("english"), sides.get("abbreviation"))
    best = sorted(scores, key=lambda row: -row[1])[:3]
    total = sum(math.exp(score) for _, score, _ in scores)
    for begin, score, _ in best:
        mark = " ←" if begin == start else ""
        yield "start", f"{math.exp(score) / total:.0%} «{text[begin:end]}»{mark}"
    mine = next((row for row in best if row[0] == start), None)
    other = next((row for row in best if row[0] != start), None)
    if mine and other:
        gains = {n: mine[2].get(n, 0.0) - other[2].get(n, 0.0) for n in {*mine[2], *other[2]}}
        for name, gain in sorted(gains.items(), key=lambda item: (-abs(item[1]), item[0]))[:4]:
            if gain:
                yield "start", f"{gain:+.1f} by the feature {name}"
    yield kind


Scored = tuple[int, float, dict[str, float]]


def _scores(
    context: Context, place: Attachment, english: str | None, abbreviation: str | None
) -> list[Scored]:
    """Each possible start with its score and the weights of its features."""
    text, tables = context.text, default_tables()
    known = [c for kind in ("date", "official", "agency", "title") for c in context.found(kind)]
    tokens = split_tokens(text, edges(text, place.begin, place.end))
    rows = features(
        text,
        tokens,
        describe(english, abbreviation, tables),
        tables,
        quote=place.quote,
        evidence=around([c for c in known if c.rule != "agency.term"], place, text),
    )
    held: dict[str, float] = {}
    scored: list[Scored] = []
    for begin, row, inside in rows:
        if begin >= 0:
            weights = dict(held)
            for name in row:
                weights[name] = weights.get(name, 0.0) + tables.weights.get(name, 0.0)
            scored.append((begin, sum(weights.values()), weights))
        for name in inside:
            held[name] = held.get(name, 0.0) + tables.weights.get(name, 0.0)
    return scored


def explain_post(context: Context, candidate: Candidate) -> Iterator[Reason]:
    """Where the title stands to the name, and the words between them."""
    text = context.text
    start, end = candidate.slots["official"]
    name = text[start:end]
    if candidate.start >= end:
        yield "official", f"«{name}» stands before it; between them «{text[end : candidate.start]}»"
    else:
        between = text[candidate.end : start]
        yield "official", f"«{name}» stands after it; between them «{between}»"
    for slot, (first, last) in candidate.slots.items():
        if slot.startswith("agency"):
            inside = first < candidate.end
            where = "is in the title" if inside else "follows the title"
            yield slot, f"«{text[first:last]}» {where}"
    if status := candidate.values.get("status"):
        yield "status", f"{status}: said between name and title, or in the title"


def _after(text: str, end: int) -> str:
    """What stands at a right border, for people."""
    after = text[end : end + 1]
    if not after:
        return "the text ends"
    if after == "\n":
        return "the line ends"
    if after == " ":
        return f"a space, then «{text[end:].lstrip()[:10]}…»"
    return f"then «{text[end : end + 10]}…»"
