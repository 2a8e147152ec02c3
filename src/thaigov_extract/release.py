"""Read a release: what it says of itself in its header and its source line."""

from __future__ import annotations

import datetime
from functools import cache

import regex
from attrs import frozen

from .fold import fold
from .lexicon import read_table
from .prepared import compiled

_SITE_PREFIX = compiled(r"\s*รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-")
_URL = compiled(r"ที่มา\s*:?\s*(?P<url>https?://\S+)")
_NUMBER = compiled(r"/(\d+)/?$")
_WEEKDAY = r"(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?"
_THAI_LETTER = compiled(r"[ก-๎]")
_HEADER_LINES = 14

LONGEST = 250_000
"""Code points that two places of one release can be apart: the longest of 53,920 has 243,084."""


class ReadError(ValueError):
    """An input that is no readable release; the message is one line for a person."""


@frozen
class Release:
    """A release as given, and what its header tells.

    Attributes:
        text: The text as given; all offsets count its code points.
        id: The number in the source line, or the id that the caller gave.
        url: The address in the source line, or ``None``.
        headline: The first line without the site's prefix, or ``None``.
        published: The date of the date line, or ``None``.
    """

    text: str
    id: str | None = None
    url: str | None = None
    headline: str | None = None
    published: datetime.date | None = None


def read(source: str | bytes, *, id: str | None = None) -> Release:
    """Read one release.

    Args:
        source: Text, or the bytes of a file: UTF-8 with or without a byte order
            mark, UTF-16 with one, or TIS-620 (code page 874).
        id: Name of the release; else the number in its source line.

    Returns:
        The release.  Text that is no release has no header: all but ``text`` and
        ``headline`` are then ``None``.

    Raises:
        ReadError: Where bytes are in no known encoding.
        TypeError: Where the source is neither text nor bytes.
    """
    if not isinstance(source, (str, bytes)):
        raise TypeError(
            "a release is text (str) or the bytes of a file, "
            f"not {type(source).__name__}; for a path give path.read_bytes()"
        )
    text = source if isinstance(source, str) else decode(source)
    url = None
    for found in _URL.finditer(text, max(0, len(text) - 600)):
        url = found["url"]
    if id is None and url is not None and (number := _NUMBER.search(url)):
        id = number[1]
    lines = _first_lines(text)
    return Release(text, id, url, _headline(lines), _published(lines))


def decode(data: bytes) -> str:
    """Decode the bytes of a file; see :func:`read`."""
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return _marked(data, coding)
    if b"\x00" in data[:4096]:
        raise ReadError(_BINARY)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = error.start
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        text = ""
    letters = len(_THAI_LETTER.findall(text))
    # bytes of Thai in code page 874 come out as mostly Thai letters, anything else does not
    if letters * 3 < len(text.encode("utf-8", "replace").replace(b" ", b"")) / 3 or not letters:
        raise ReadError(
            f"is neither UTF-8 (byte {place} breaks it) nor TIS-620; save it as UTF-8 and try again"
        )
    return text


_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""Byte order marks; that of UTF-32 begins like that of UTF-16."""
_BINARY = "is binary, not text; give a text file in UTF-8 or TIS-620"


def _marked(data: bytes, coding: str) -> str:
    """Decode bytes that say by a mark how they are coded."""
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"is broken {coding} (byte {error.start}); save it as UTF-8 and try again"
        ) from None
    if "\x00" in text[:4096]:
        raise ReadError(_BINARY)
    return text


def check_thai(text: str) -> None:
    """Refuse what holds nothing to extract.

    Args:
        text: A text that was read.

    Raises:
        ReadError: Where the text is empty, has no Thai letter at all or half a surrogate pair.
    """
    if not text.strip("\ufeff \t\r\n\u00a0\u200b"):
        raise ReadError("is empty; give a file that holds a release")
    if _THAI_LETTER.search(text) is None:
        raise ReadError("holds no Thai letters; thaigov-extract reads Thai releases")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ReadError(
            f"holds half a surrogate pair (character {error.start}), which is no text; take it out"
        ) from None


def _first_lines(text: str) -> list[str]:
    lines: list[str] = []
    for line in text[:6000].replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip("\ufeff \t\u00a0\u200b"):
            lines.append(line)
            if len(lines) == _HEADER_LINES:
                break
    return lines


def _headline(lines: list[str]) -> str | None:
    if not lines:
        return None
    return _SITE_PREFIX.sub("", fold(lines[0]).text).strip() or None


def _published(lines: list[str]) -> datetime.date | None:
    for line in lines[1:]:
        found = _date_line().fullmatch(fold(line).text.strip()) if len(line) < 60 else None
        if found:
            try:
                return datetime.date(
                    int(found["year"]) - 543, _months()[found["month"]], int(found["day"])
                )
            except ValueError:
                return None
    return None


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number, _ in read_table("months")}


@cache
def _date_line() -> regex.Pattern[str]:
    names = "|".join(sorted(map(regex.escape, _months()), key=len, reverse=True))
    return compiled(
        rf"(?:{_WEEKDAY})? *(?:วันที่)? *(?P<day>\d{{1,2}}) *(?P<month>{names}) *(?:พ\.?ศ\.?)? *(?P<year>2[45]\d\d)"
    )
