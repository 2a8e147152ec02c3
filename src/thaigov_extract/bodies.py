"""The bodies of one release: every name and short form of each, tied together."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache

from attrs import define, field

from .candidate import Candidate
from .fold import Folded
from .lexicon import read_table
from .model import Agency, Mention
from .overlap import Reach
from .prepared import compiled
from .registry import LIMITED, bare_name, english_of, id_of, meaning, ministry_of, owners


def mention_of(folded: Folded, candidate: Candidate) -> Mention:
    """Return a candidate as a mention in the text as given."""
    start, end = folded.raw_range(candidate.start, candidate.end)
    return Mention(folded.raw[start:end], start, end, candidate.rule)


@define
class _Body:
    """An agency in the making: its spellings in text order."""

    full: list[Candidate] = field(factory=list)
    short: list[Candidate] = field(factory=list)
    english: str | None = None


class Bodies:
    """The agencies of one release by what they are, spaces aside."""

    def __init__(self, folded: Folded, titles: Sequence[Candidate]) -> None:
        self._folded = folded
        self._text = folded.text
        self._in_titles = Reach(titles)
        self._bodies: dict[str, _Body] = {}
        self._names: dict[int, Candidate] = {}

    def add(self, agency: Candidate) -> None:
        body = self._bodies.setdefault(self._key(agency), _Body())
        if agency.values.get("form", "full") == "full":
            body.full.append(agency)
        else:
            body.short.append(agency)

    def _key(self, agency: Candidate) -> str:
        name = agency.values.get("name") or self._text[agency.start : agency.end]
        return bare_name(name)

    def tie_terms(self, pairs: Iterable[Candidate]) -> None:
        """Take the English name and the abbreviation of a term that is one of the agencies."""
        by_start = {
            a.start: body for body in self._bodies.values() for a in (*body.short, *body.full)
        }
        spans = {(a.start, a.end) for body in self._bodies.values() for a in body.full}
        for pair in pairs:
            body = by_start.get(pair.slots["thai"][0])
            if body is None or not any(
                self._is_term(a, pair, spans) for a in (*body.full, *body.short)
            ):
                continue
            if "english" in pair.slots and body.english is None:
                start, end = pair.slots["english"]
                body.english = self._text[start:end]
            if "abbreviation" in pair.slots:
                start, end = pair.slots["abbreviation"]
                spelled = self._text[start:end]
                self._claim(spelled, body)
                body.short.append(
                    Candidate("agency", start, end, pair.rule, values={"form": "abbreviation"})
                )

    def tie_clipped(self) -> None:
        """Give ``กระทรวงเกษตรฯ`` to the one body of the release whose name begins like that."""
        for key, body in list(self._bodies.items()):
            if body.full or not all(self._spelled(c).endswith("ฯ") for c in body.short):
                continue
            stem = key.rstrip("ฯ")
            stems = (stem, "คณะ" + stem) if stem.startswith("กรรมาธิการ") else (stem,)
            owners = [b for k, b in self._bodies.items() if b.full and k.startswith(stems)]
            if len(owners) == 1:
                owners[0].short += body.short
                del self._bodies[key]

    def tie_begun(self) -> None:
        """Give ``คกก.พัฒนาสินค้า``, ``รพ.รามา`` to the one body of the release whose name begins like that."""
        for key, body in list(self._bodies.items()):
            least = next((n for head, n in _BEGUN.items() if key.startswith(head)), 0)
            if body.full or not least or len(key) < least or key.endswith(_place_names()):
                continue
            owners = [b for k, b in self._bodies.items() if b.full and k.startswith(key)]
            if len(owners) == 1:
                owners[0].short += body.short
                del self._bodies[key]

    def tie_known(self) -> None:
        """Give a short form without a definition to the body that the lexicon says it means."""
        by_id = {
            a.values["id"]: b for b in self._bodies.values() for a in b.full if "id" in a.values
        }
        for key, body in list(self._bodies.items()):
            candidates = (*body.full, *body.short)
            name = meaning(key)
            known = self._bodies.get(name) if name and name != key else None
            if known is None and not body.full:
                known = self._owner(key, candidates, by_id)
            if known is None or known is body or not known.full:
                continue
            known.short += candidates
            del self._bodies[key]

    def _owner(
        self, key: str, candidates: Sequence[Candidate], by_id: dict[str, _Body]
    ) -> _Body | None:
        """The one body of the release that a short form can mean.

        The registry says whose the short form is; of several owners the one that the release names
        in full is meant.  A committee and its office share a short form, so that either will do.
        """
        for candidate in candidates:
            if (i := candidate.values.get("id", "")) in by_id:
                return by_id[i]
        shorts = {self._spelled(c) for c in candidates}
        if any(short.startswith("สำนักงาน") for short in shorts):
            return None  # สำนักงาน ป.ป.ส. is not the committee
        known = [by_id[i] for s in shorts for i in owners(s) if i in by_id]
        if known:
            return known[0] if all(body is known[0] for body in known) else None
        for full in (key, *(meaning(s) for s in shorts)):
            other = (
                full.removeprefix("สำนักงาน") if full.startswith("สำนักงานคณะ") else "สำนักงาน" + full
            )
            found = self._bodies.get(other)
            if full.startswith(("สำนักงานคณะ", "คณะ")) and found is not None and found.full:
                return found
        return None

    def _is_term(
        self, agency: Candidate, pair: Candidate, spans: Container[tuple[int, int]]
    ) -> bool:
        """Whether a term is just this body, a Thai short form or the body above it behind it or not."""
        start, end = pair.slots["thai"]
        rest = self._text[agency.end : end].strip()
        if agency.start == start and rest and (end - len(rest), end) in spans:
            return True
        return agency.start == start and (not rest or (rest[0] == "(" and rest[-1] == ")"))

    def _claim(self, spelled: str, body: _Body) -> None:
        """Hand over the bare uses of an abbreviation to the agency that it is now known to mean."""
        other = self._bodies.get(bare_name(spelled))
        if other is not None and other is not body and not other.full:
            body.short.extend(other.short)
            del self._bodies[bare_name(spelled)]

    def _spelled(self, candidate: Candidate) -> str:
        return " ".join(self._text[candidate.start : candidate.end].split())

    def _named(self, body: _Body) -> Candidate:
        """The candidate whose text is the body's name; asked for when all has been tied."""
        known = self._names.get(id(body))
        if known is None:
            known = self._names[id(body)] = self._choose_name(body)
        return known

    def _choose_name(self, body: _Body) -> Candidate:
        forms = body.full or sorted(
            body.short,  # a clipped name before a word before letters: กระทรวง อว., มหาดไทย, มท.
            key=lambda c: (
                c.values.get("form") != "clipped",
                _IN_LETTERS.match(self._text, c.start, c.end) is not None,
                c.start,
            ),
        )
        outside = [
            c
            for c in body.full
            if not self._is_in_title(c) or " " not in self._text[c.start : c.end]
        ]
        named = outside or list(forms)
        proper = named[0].values.get("name", "")
        named = [c for c in named if self._spelled(c) == proper] or named
        official = named[0].values.get("name", "")
        if " " in official and body.full:  # of spellings with more or fewer spaces the usual one
            spaces = official.count(" ")
            return min(
                body.full,
                key=lambda c: (
                    "\n" in self._text[c.start : c.end],
                    abs(self._spelled(c).count(" ") - spaces),
                ),
            )
        named = [c for c in named if "\n" not in self._text[c.start : c.end]] or named
        legal = [
            c
            for c in forms
            if self._text.endswith((")", "จำกัด", "มหาชน"), c.start, c.end)
            and _LEGAL_FORM.search(self._text, c.start, c.end)
        ]
        return (legal or named)[0]

    def name_of(self, agency: Candidate) -> str:
        """The name, as written, of the agency that a candidate means."""
        body = self._bodies.get(self._key(agency))
        if body is None:
            spelled = self._spelled(agency)
            for other in self._bodies.values():
                if any(self._spelled(c) == spelled for c in other.short):
                    return self._written(self._named(other))
            return self._written(agency)
        return self._written(self._named(body))

    def _written(self, candidate: Candidate) -> str:
        start, end = self._folded.raw_range(candidate.start, candidate.end)
        return self._folded.raw[start:end]

    def ministry_in(self, title: Candidate) -> tuple[str, ...]:
        """The ministry that a title names by its short name (``รมช.คลัง``) or by ``กระทรวงฯ``."""
        if self._text[title.start : title.end].endswith(("กระทรวงฯ", "รัฐมนตรีฯ")):
            return self.ministry_before(title.start, only=True)
        spelled = self._text[title.start : title.end].rstrip("ฯ")
        if spelled.startswith(_BY_FIELD):
            return ()
        for short, ministry in _ministries():
            if spelled.endswith(short.rstrip("ฯ")) and len(spelled) > len(short):
                body = self._bodies.get(bare_name(ministry))
                return (self._written(self._named(body)),) if body else ()
        return ()

    def ministry_before(self, place: int, *, only: bool = False) -> tuple[str, ...]:
        """The ministry that ``กระทรวงฯ`` means: the last one named before.

        *only*: or the only one of the release, wherever it is named.
        """
        named = sorted(
            (c.start, self._written(self._named(body)))
            for key, body in self._bodies.items()
            if key.startswith("กระทรวง") and body.full
            for c in (*body.full, *body.short)
        )
        before = [name for start, name in named if start < place]
        every = list(dict.fromkeys(name for _, name in named))
        return tuple(before[-1:] or (every if only and len(every) == 1 else ()))

    def build(self) -> tuple[Agency, ...]:
        folded = self._folded
        agencies = []
        for body in self._bodies.values():
            named = self._named(body)
            if not body.full and (inner := self._short_inside(named)):
                body.short.append(inner)
            name, digits = self._spelled(named), _digits(self._written(named))
            everywhere = sorted(
                {(c.start, c.end): c for c in (*body.full, *body.short)}.values(),
                key=lambda c: (c.start, c.end),
            )
            mentions = tuple([mention_of(folded, c) for c in everywhere])
            forms = dict.fromkeys(
                mention.text
                for c, mention in zip(everywhere, mentions, strict=True)
                if (self._spelled(c) != name or _digits(mention.text) != digits)
                and "\n" not in self._text[c.start : c.end]
                and not self._is_spaced_in_title(c, body, name)
            )
            agencies.append(
                (
                    everywhere[0].start,
                    Agency(
                        name=folded.span(named.start, named.end).text,
                        abbreviations=tuple(_one_of_each(forms)),
                        english=body.english or _registered_english(body),
                        mentions=mentions,
                        registry_id=_registered_id(body),
                        ministry=ministry_of(_registered_id(body)),
                    ),
                )
            )
        return tuple(agency for _, agency in sorted(agencies, key=lambda pair: pair[0]))

    def _short_inside(self, named: Candidate) -> Candidate | None:
        """The short form in ``กระทรวง อว.``, ``สำนักงาน คปภ.`` where the release never gives the name in full."""
        found = _CLIPPED.fullmatch(self._text, named.start, named.end)
        if found is None:
            return None
        short = found["short"]
        if not (short.endswith(".") or owners(short) or meaning(short)):
            return None
        return Candidate(
            "agency", *found.span("short"), named.rule, values={"form": "abbreviation"}
        )

    def _is_spaced_in_title(self, candidate: Candidate, body: _Body, name: str) -> bool:
        """A spelling with odd spaces inside a title is no name of its own."""
        if not self._is_in_title(candidate) or candidate not in body.full:
            return False
        return self._spelled(candidate).replace(" ", "") == name.replace(" ", "")

    def _is_in_title(self, candidate: Candidate) -> bool:
        return self._in_titles.before(candidate.start) >= candidate.end


_IN_LETTERS = compiled(r"[A-Za-z]|(?:[ก-ฮ]{1,4}\.)|[ก-ฮ]{1,5}\Z")
_CLIPPED = compiled(
    r"(?:กระทรวง|สำนักงาน|กองทุน) ?(?P<short>[ก-๎]{2,6}\.?|(?:[ก-ฮ]{1,3}\.){2,5}|[A-Z]{2,5})"
)
_LEGAL_FORM = compiled(rf"(?:{LIMITED}|\(องค์การมหาชน\))$")
_BEGUN = {"คณะ": 15, "โรงพยาบาล": 13}
"""Letters of a committee's or a hospital's name with its head that tell it from others."""


@cache
def _place_names() -> tuple[str, ...]:
    """Names of provinces: ``รพ.สงขลา`` is not โรงพยาบาลสงขลานครินทร์."""
    return tuple(name for name, kind in read_table("places") if kind == "province")


_BY_FIELD = ("ที่ปรึกษาวิชาการ", "นักวิชาการ", "ผู้เชี่ยวชาญ", "ผู้ทรงคุณวุฒิ")
"""Posts that name a field of work, which may be spelt like a ministry (``…วิชาการแรงงาน``)."""


def _registered_id(body: _Body) -> str | None:
    """The registry's id of a body, where a rule said which of its bodies this is."""
    for candidate in (*body.full, *body.short):
        name = candidate.values.get("name", "")
        if known := candidate.values.get("id") or id_of(name):
            return known
    return None


def _registered_english(body: _Body) -> str | None:
    """The English name that a rule gives, or that of the registry."""
    for candidate in (*body.full, *body.short):
        if english := candidate.values.get("english"):
            return english
    return english_of(_registered_id(body))


def _one_of_each(forms: Iterable[str]) -> list[str]:
    even: dict[str, str] = {}
    for form in forms:
        even.setdefault(" ".join(form.split()), form)
    return list(even.values())


def _digits(text: str) -> str:
    """``๘๐`` and ``80`` are two spellings."""
    return "".join(filter(str.isdigit, text))


@cache
def _ministries() -> tuple[tuple[str, str], ...]:
    rows = [(short, ministry) for short, ministry in read_table("ministry_short_names")]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
