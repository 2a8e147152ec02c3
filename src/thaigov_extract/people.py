"""One person per person: every mention of a name tied to the fullest form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from .candidate import Candidate
from .context import Context


@frozen
class Person:
    """A person of one release.

    Attributes:
        name: The mention with the fullest form.
        mentions: All mentions in text order.
    """

    name: Candidate
    mentions: tuple[Candidate, ...]


def group_people(text: str, mentions: Iterable[Candidate]) -> tuple[Person, ...]:
    """Group mentions into people.

    Two mentions with given and family name are one person when both agree
    (spaces aside).  A mention with a given name alone belongs to the person of
    that given name: the one with the same prefix where there are several, else
    the one named last before it; where there is none it is a person of its own.

    Args:
        text: Folded text.
        mentions: Candidates of kind ``official`` with their slots.

    Returns:
        People in the order of their first mention.
    """
    ordered = sorted(mentions, key=lambda m: m.start)
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for mention in ordered:
        if "family" in mention.slots:
            key = _key(text, mention)
            if "".join(key).isascii() and key[::-1] in groups:
                key = key[::-1]  # TANAKA Yuki, Yuki Tanaka
            groups.setdefault(key, []).append(mention)
    for mention in ordered:
        if "family" not in mention.slots:
            groups.setdefault(_owner(text, mention, groups), []).append(mention)
    _merge_bracketed(text, ordered, groups)
    spelt = _spellings(groups)
    people = [
        Person(
            _fullest(text, groups[keys[0]]),
            tuple(sorted((m for key in keys for m in groups[key]), key=lambda m: m.start)),
        )
        for keys in spelt
    ]
    return tuple(sorted(people, key=lambda person: person.mentions[0].start))


def _merge_bracketed(
    text: str, ordered: Sequence[Candidate], groups: dict[tuple[str, str], list[Candidate]]
) -> None:
    """``Mr. Hubert Colaris (นายอูแบร์ โกลาริส)`` is one person, in Thai script first of all."""
    owner = {id(mention): key for key, group in groups.items() for mention in group}
    for left, right in zip(ordered, ordered[1:], strict=False):
        if text[left.end : right.start].strip() != "(" or not text.startswith(")", right.end):
            continue
        latin, thai = owner[id(left)], owner[id(right)]
        if latin != thai and latin in groups and "".join(latin).isascii():
            groups[thai] += groups.pop(latin)


def _spellings(
    groups: dict[tuple[str, str], list[Candidate]],
) -> list[list[tuple[str, str]]]:
    """Put a misspelt name with the name that is meant: of two spellings the commoner first.

    ``สุทธิพงษ์`` and ``สุทธ์พงษ์`` of one family are one person: only a mark above or below differs.
    """
    by_part: dict[str, list[list[tuple[str, str]]]] = {}
    people: list[list[tuple[str, str]]] = []
    for key in sorted(groups, key=lambda key: -len(groups[key])):
        given, family = key
        same = None
        if given and family:
            # the first part that agrees must agree whole
            near = [*by_part.get(f"g{given}", ()), *by_part.get(f"f{family}", ())]
            same = next((keys for keys in near if _differ_by_mark(keys[0], key)), None)
        if same is not None:
            same.append(key)
            continue
        people.append([key])
        if given and family:
            by_part.setdefault(f"g{given}", []).append(people[-1])
            by_part.setdefault(f"f{family}", []).append(people[-1])
    return people


def _differ_by_mark(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two names differ in one mark of one part that is long enough to be told by the rest."""
    (left, right), *more = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if more or abs(len(left) - len(right)) > 1:
        return False
    if len(left) > len(right):
        left, right = right, left
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    rest = left[at + 1 :] if len(left) == len(right) else left[at:]
    bare = sum(letter not in _MARKS for letter in right)
    return (
        bare >= _TOLD_BY
        and rest == right[at + 1 :]
        and right[at] in _MARKS
        and (len(left) < len(right) or left[at] in _MARKS)
    )


_MARKS = frozenset("ัิีึืุู็่้๊๋์")
_TOLD_BY = 4


def slot(text: str, mention: Candidate, name: str) -> str:
    """Return the text of a slot without its spaces, or an empty string."""
    if name not in mention.slots:
        return ""
    start, end = mention.slots[name]
    return text[start:end].replace(" ", "")


def _first_name(text: str, mention: Candidate) -> str:
    """The first of several given names: รัดเกล้า of รัดเกล้า อินทวงศ์, อี of อี-โฮ."""
    if "given" not in mention.slots:
        return ""
    start, end = mention.slots["given"]
    return text[start:end].split(" ")[0].split("-")[0].casefold()


def _key(text: str, mention: Candidate) -> tuple[str, str]:
    """The parts of a full name; Latin ones may be in capitals (``TANAKA Yuki``)."""
    return slot(text, mention, "given").casefold(), slot(text, mention, "family").casefold()


def _owner(
    text: str, mention: Candidate, groups: dict[tuple[str, str], list[Candidate]]
) -> tuple[str, str]:
    given = slot(text, mention, "given").casefold()
    namesakes = [key for key in groups if key[0] == given]
    if not namesakes:
        # a name written family first may be called by either part
        namesakes = [key for key in groups if key[1] == given and key[0]] or [
            key for key, group in groups.items() if given and _first_name(text, group[0]) == given
        ]
    if not namesakes:
        return given, ""
    if len(namesakes) == 1:
        return namesakes[0]
    prefix = slot(text, mention, "prefix")
    same = [key for key in namesakes if prefix and _has_prefix(text, groups[key], prefix)]
    before = [key for key in same or namesakes if groups[key][0].start < mention.start]
    return max(
        before or same or namesakes, key=lambda key: _last_before(groups[key], mention.start)
    )


def _has_prefix(text: str, group: Sequence[Candidate], prefix: str) -> bool:
    """Whether somebody of the group has the prefix, alone or as the last of several."""
    return any(slot(text, mention, "prefix").endswith(prefix) for mention in group)


def _last_before(group: Sequence[Candidate], start: int) -> int:
    return max((m.start for m in group if m.start < start), default=-1)


def _fullest(text: str, group: Sequence[Candidate]) -> Candidate:
    def fullness(mention: Candidate) -> tuple[bool, bool, int, int, int]:
        spelled = text[mention.start : mention.end].replace(" ", "")
        by_prefix = slot(text, mention, "prefix") != _ADDRESS
        return not spelled.isascii(), by_prefix, len(mention.slots), len(spelled), -mention.start

    return max(group, key=fullness)


_ADDRESS = "ท่าน"
"""A form of address rather than part of a name: any other form of the name is fuller."""


def people_of(context: Context) -> tuple[Person, ...]:
    """Return the people of a text whose names have been settled."""
    return group_people(context.text, context.found("official"))
