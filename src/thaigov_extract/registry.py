"""What is known of public bodies: the registry (``data/agencies.tsv``) and the short forms defined in the corpus."""

from __future__ import annotations

from .lexicon import read_table
from .prepared import compiled, prepared

_SPOKEN = compiled(r"(?=.*[\u0e30-\u0e4e])[ก-๎]{2,}")
LIMITED = r"จำกัด(?!เวลา|จำนวน|สิทธิ|ความ|ปริมาณ|พื้นที่|ขอบเขต|อายุ|วงเงิน|เฉพาะ|ไว้|อยู่)(?: ?\( ?มหาชน ?\)| ?มหาชน(?![ก-๎]))?"
"""Pattern of the legal form of a company, a bank or a cooperative, as releases spell it."""
_COMPANY_HEAD = compiled(r"^(?:บริษัท|บมจ\.|บจก\.)(?=[^ฯ]{3})")


def bare_name(name: str) -> str:
    """Return a name without spaces and without what is said of its legal form: one body, one key."""
    bare = name.replace(" ", "").replace("(องค์การมหาชน)", "").replace("(มหาชน)", "")
    if bare.endswith("จำกัดมหาชน"):
        bare = bare.removesuffix("มหาชน")
    if bare.endswith("จำกัด") or bare.startswith(("บมจ.", "บจก.")):
        bare = "บริษัท" + _COMPANY_HEAD.sub("", bare.removesuffix("จำกัด"))
        if bare.startswith("บริษัทธนาคาร"):
            bare = bare.removeprefix("บริษัท")
    return bare


def owners(short: str) -> tuple[str, ...]:
    """Return the ids of the bodies of the registry that have this short form."""
    return _owners().get(short, ())


def spoken_short_forms() -> frozenset[str]:
    """Return the Thai short forms of bodies that are words and no initials: ``ดีอี``, ``เนคเทค``."""
    forms = {*_owners(), *_meanings()}
    return frozenset(form for form in forms if _SPOKEN.fullmatch(form))


@prepared
def _owners() -> dict[str, tuple[str, ...]]:
    """The ids of the bodies of the registry by their short forms."""
    owners: dict[str, list[str]] = {}
    for row in read_table("agencies"):
        for short in (*row[3].split("|"), *row[5].split("|")):
            if short:
                owners.setdefault(short, []).append(row[0])
    return {short: tuple(of) for short, of in owners.items()}


def meaning(short: str) -> str:
    """Return the name that the lexicon gives for a short form, as :func:`bare_name` has it, or nothing."""
    return bare_name(_meanings().get(short, ""))


@prepared
def _meanings() -> dict[str, str]:
    """Short forms to the name that four in five definitions in the corpus give."""
    return {
        short: name
        for short, name, count, total, _ in read_table("agency_abbreviations")
        if int(count) >= 0.8 * int(total)
    }


def id_of(name: str) -> str | None:
    """Return the registry's id of the body of this name, a former one too."""
    return _ids_by_name().get(name)


@prepared
def _ids_by_name() -> dict[str, str]:
    ids: dict[str, str] = {}
    for row in read_table("agencies"):
        for name in (row[1], *row[2].split("|")):
            if name:
                ids.setdefault(name, row[0])
    return ids


def ministry_of(registry_id: str | None) -> str | None:
    """Return the ministry at or above a body of the registry."""
    rows = _registry_rows()
    seen: set[str] = set()
    while registry_id and registry_id in rows and registry_id not in seen:
        seen.add(registry_id)
        row = rows[registry_id]
        if row[7] == "ministry":
            return row[1]
        registry_id = row[6]
    return None


def english_of(registry_id: str | None) -> str | None:
    """Return the English name that the registry has for a body."""
    row = _registry_rows().get(registry_id or "", ())
    return row[4] or None if row else None


@prepared
def _registry_rows() -> dict[str, tuple[str, ...]]:
    return {row[0]: (*row, *[""] * 8) for row in read_table("agencies")}
