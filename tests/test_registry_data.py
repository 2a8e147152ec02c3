"""The shipped tables of bodies: form, order, references and the borders that the recogniser relies on."""

from __future__ import annotations

from collections import Counter

import pytest
import regex

from thaigov_extract.fold import fold
from thaigov_extract.lexicon import read_table

KINDS = frozenset(
    "ministry department office committee enterprise public-organisation military police court "
    "parliament local university bank international foreign company party other".split()
)
MARK = regex.compile(r"[\u0e30-\u0e3a\u0e47-\u0e4e]")
THAI_SHORT = regex.compile(r"[ก-ฮเ-ไ][ก-๎.0-9]*(?: [ก-ฮ][ก-๎.]*)?")
LATIN_SHORT = regex.compile(r"[A-Za-z][A-Za-z0-9&\- ]*")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _is_clean(name: str) -> bool:
    return fold(name).text == name == name.strip() and not regex.search(r"  |[\t\n]|^[ะ-ฺ็-๎]", name)


# -- the registry ----------------------------------------------------------------------------------


def test_registry_rows_have_all_columns_and_known_kinds() -> None:
    rows = read_table("agencies")
    assert len(rows) >= 600
    for row in rows:
        assert len(row) == 8, row
        assert row[7] in KINDS, row


def test_registry_ids_are_unique_stable_slugs_in_order() -> None:
    ids = [row[0] for row in read_table("agencies")]
    assert ids == sorted(set(ids))
    for identity in ids:
        assert regex.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", identity), identity


def test_registry_parents_exist_and_never_form_a_circle() -> None:
    parents = {row[0]: row[6] for row in read_table("agencies")}
    for identity in parents:
        chain = [identity]
        while parents[chain[-1]]:
            assert parents[chain[-1]] in parents, chain
            chain.append(parents[chain[-1]])
            assert len(chain) == len(set(chain)), chain


def test_registry_names_are_folded_and_name_one_body_each() -> None:
    names = [n for row in read_table("agencies") for n in (row[1], *_split(row[2]))]
    assert [n for n in names if not _is_clean(n)] == []
    assert [n for n, uses in Counter(names).items() if uses > 1] == []
    assert [n for n in names if not regex.match("[ก-ฮเ-ไ]", n) or MARK.match(n)] == []


def test_registry_short_forms_are_short_forms() -> None:
    for row in read_table("agencies"):
        thai, latin = _split(row[3]), _split(row[5])
        assert len({*thai, *latin}) == len(thai) + len(latin), row
        for short in thai:
            assert THAI_SHORT.fullmatch(short), row
            assert _is_clean(short), row
            assert len(short) < len(row[1]), row
        for short in latin:
            assert LATIN_SHORT.fullmatch(short), row
        assert not regex.search("[ก-๎]", row[4]), row


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("พม.", "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์"),
        ("ดีอี", "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"),
        ("สดช.", "สำนักงานคณะกรรมการดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งชาติ"),
        ("ธ.ก.ส.", "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร"),
        ("กทม.", "กรุงเทพมหานคร"),
        ("WHO", "องค์การอนามัยโลก"),
        ("BOI", "สำนักงานคณะกรรมการส่งเสริมการลงทุน"),
    ],
)
def test_registry_knows_the_bodies_that_every_reader_knows(short: str, name: str) -> None:
    owners = {r[1] for r in read_table("agencies") if short in (*_split(r[3]), *_split(r[5]))}
    assert name in owners


def test_registry_holds_every_ministry_that_posts_name() -> None:
    registry = {n for row in read_table("agencies") for n in (row[1], *_split(row[2]))}
    assert {ministry for _, ministry in read_table("ministry_short_names")} <= registry


# -- kinds of bodies -------------------------------------------------------------------------------


def test_kinds_of_bodies_are_sorted_and_no_body_of_the_registry_is_one() -> None:
    kinds = [kind for (kind,) in read_table("agency_kinds")]
    assert kinds == sorted(set(kinds))
    names = {n for row in read_table("agencies") for n in (row[1], *_split(row[2]))}
    assert names.isdisjoint(kinds)
