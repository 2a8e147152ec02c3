"""A glossary of a whole body of releases: term pairs merged to concepts, and read and written.

``sightings`` keeps what each release says, ``vote`` decides Thai borders over all releases
together, ``merge`` makes concepts, ``conflicts`` flags what does not agree, ``glossary`` is the
object that people use, ``csv_form``, ``jsonl_form`` and ``tbx_form`` are its files.
"""

from __future__ import annotations

from .concept import Concept, Evidence, Form, Issue
from .files import GlossaryError, read_glossary, write_glossary
from .glossary import Glossary

__all__ = [
    "Concept",
    "Evidence",
    "Form",
    "Glossary",
    "GlossaryError",
    "Issue",
    "read_glossary",
    "write_glossary",
]
