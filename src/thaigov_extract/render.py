"""An extraction as a table for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import frozen

from .model import Extraction, Official, TermPair
from .words import tokenise

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.measure import Measurement
    from rich.table import Table

_STATUS = {"acting": "acting", "former": "former", "delegate": "for the holder"}


def print_table(extraction: Extraction, console: Console) -> None:
    """Print one extraction for reading.

    Args:
        extraction: What was extracted.
        console: Where to; its width decides how lines wrap.
    """
    from rich.text import Text

    console.print(Text(extraction.headline or extraction.id or "(no headline)", style="bold"))
    facts = [extraction.published, extraction.url or extraction.id]
    console.print(Text(" · ".join(fact for fact in facts if fact), style="dim"))
    tables = [
        _officials(extraction),
        _titles(extraction),
        _agencies(extraction),
        _terms(extraction),
        _dates(extraction),
        *_records(extraction),
    ]
    shown = [table for table in tables if table.row_count]
    if not shown:
        console.print("nothing found")
    for table in shown:
        console.print()
        console.print(table)
    console.print()


def _table(title: str, *columns: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(
        title=title,
        title_justify="left",
        title_style="bold cyan",
        box=SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
    )
    for place, column in enumerate(columns):
        table.add_column(column, overflow="fold", ratio=3 if place < 2 else 2)
    return table


def _row(table: Table, *cells: str) -> None:
    table.add_row(*map(_Cell, cells))


@frozen
class _Cell:
    """Text of a cell, whose lines break between Thai words; nothing in it is markup."""

    text: str

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        from rich.cells import cell_len
        from rich.measure import Measurement

        lines = self.text.split("\n")
        widest = max(map(cell_len, lines))
        word = max((cell_len(w.text) for line in lines for w in tokenise(line)), default=0)
        return Measurement(min(word, options.max_width), min(widest, options.max_width))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.text import Text

        lines = (line for text in self.text.split("\n") for line in _wrap(text, options.max_width))
        yield Text("\n".join(lines), justify=options.justify, no_wrap=True)


def _wrap(text: str, width: int) -> list[str]:
    """Break a line at spaces; what is wider than a line between words, then between letters."""
    from rich.cells import cell_len

    lines = [""]
    for chunk in _CHUNK.findall(text):
        parts = [chunk]
        if cell_len(chunk.rstrip()) > width:
            parts = [word.text for word in tokenise(chunk)]
        for part in parts:
            for piece in [part] if cell_len(part.rstrip()) <= width else _LETTER.findall(part):
                if cell_len(lines[-1] + piece.rstrip()) > width:
                    lines[-1] = lines[-1].rstrip()
                    lines.append("")
                lines[-1] += piece
    return lines


_CHUNK = regex.compile(r"[^ ]+ *")
_LETTER = regex.compile(r"[เแโใไ]?\X[ะาๅๆฯ]*")
"""A letter with the vowels and marks before, on and behind it."""


def _officials(extraction: Extraction) -> Table:
    table = _table("Officials", "name", "post", "agencies")
    for official in extraction.officials:
        name = _name(official)
        if not official.positions:
            _row(table, name, "–", "")
        for position in official.positions:
            status = f" ({_STATUS[position.status]})" if position.status else ""
            _row(table, name, _even(position.title.text) + status, "\n".join(position.agencies))
            name = ""
    return table


def _name(official: Official) -> str:
    also = ", ".join(_even(form) for form in official.short)
    return _even(official.name.text) + (f"\nalso {also}" if also else "")


def _titles(extraction: Extraction) -> Table:
    """Only the posts that no official above holds: the others are there already."""
    table = _table("Other posts", "post")
    held = {_even(p.title.text) for o in extraction.officials for p in o.positions}
    for title in extraction.titles:
        if _even(title.text) not in held:
            _row(table, _even(title.text))
    return table


def _agencies(extraction: Extraction) -> Table:
    table = _table("Agencies", "name", "short forms", "mentions")
    table.columns[2].ratio = None
    table.columns[2].justify = "right"
    for agency in extraction.agencies:
        _row(
            table,
            _even(agency.name),
            ", ".join(map(_even, agency.abbreviations)),
            str(len(agency.mentions)),
        )
    return table


def _terms(extraction: Extraction) -> Table:
    table = _table("Terms", "Thai", "English", "kind")
    table.columns[2].ratio = None
    for term in extraction.terms:
        _row(table, _even(term.thai.text), _english(term), f"{term.kind} {term.confidence:.0%}")
    return table


def _english(term: TermPair) -> str:
    name = _even(term.english.text) if term.english else ""
    short = _even(term.abbreviation.text) if term.abbreviation else ""
    return f"{name} [{short}]" if name and short else name or short


def _dates(extraction: Extraction) -> Table:
    table = _table("Dates", "as written", "ISO 8601", "era")
    table.columns[2].ratio = None
    for date in extraction.dates:
        _row(table, _even(date.text), date.iso, date.calendar)
    return table


def _records(extraction: Extraction) -> list[Table]:
    """A table for each kind of a user's own, a column for each field that its objects fill."""
    tables = []
    for kind in dict.fromkeys(record.kind for record in extraction.records):
        records = [record for record in extraction.records if record.kind == kind]
        fields = list(dict.fromkeys(f for r in records for f in (*r.slots, *r.values)))
        table = _table(kind[:1].upper() + kind[1:], "text", *fields)
        for record in records:
            filled = {**record.values, **{f: span.text for f, span in record.slots.items()}}
            _row(table, _even(record.text), *(_even(filled.get(field, "")) for field in fields))
        tables.append(table)
    return tables


def _even(text: str) -> str:
    return " ".join(text.split())
