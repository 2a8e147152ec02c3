"""Facts out of Thai government press releases, as typed Python objects.

>>> from thaigov_extract import extract
>>> extract("นางสาวดวงใจ ใจดี ปลัดกระทรวงแรงงาน กล่าวว่า").officials[0].name.family
'ใจดี'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .extractor import Extractor as Extractor
    from .extractor import extract as extract
    from .glossary import Concept as Concept
    from .glossary import Evidence as Evidence
    from .glossary import Form as Form
    from .glossary import Glossary as Glossary
    from .glossary import GlossaryError as GlossaryError
    from .glossary import Issue as Issue
    from .glossary import read_glossary as read_glossary
    from .glossary import write_glossary as write_glossary
    from .model import Agency as Agency
    from .model import DateMention as DateMention
    from .model import Extraction as Extraction
    from .model import Mention as Mention
    from .model import Name as Name
    from .model import Official as Official
    from .model import Position as Position
    from .model import Record as Record
    from .model import Span as Span
    from .model import TermPair as TermPair
    from .model import Title as Title
    from .release import ReadError as ReadError
    from .release import Release as Release
    from .release import read as read
    from .rule import Rule as Rule
    from .rule import RuleSet as RuleSet
    from .rules import default_rules as default_rules
    from .serialise import from_dict as from_dict
    from .serialise import from_json as from_json
    from .serialise import to_dict as to_dict
    from .serialise import to_json as to_json
    from .words import tokenise as tokenise

__version__ = "0.2.0"

_HOMES = {
    "extractor": ("Extractor", "extract"),
    "glossary": (
        "Concept",
        "Evidence",
        "Form",
        "Glossary",
        "GlossaryError",
        "Issue",
        "read_glossary",
        "write_glossary",
    ),
    "model": (
        "Agency",
        "DateMention",
        "Extraction",
        "Mention",
        "Name",
        "Official",
        "Position",
        "Record",
        "Span",
        "TermPair",
        "Title",
    ),
    "release": ("ReadError", "Release", "read"),
    "rule": ("Rule", "RuleSet"),
    "rules": ("default_rules",),
    "serialise": ("from_dict", "from_json", "to_dict", "to_json"),
    "words": ("tokenise",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}
__all__ = ["__version__", *sorted(_HOME)]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that import stays cheap."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
