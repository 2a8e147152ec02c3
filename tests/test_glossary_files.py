"""Glossaries in files: every form is read back as it was, and others can read them too."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from thaigov_extract import Glossary, GlossaryError, read_glossary, write_glossary
from thaigov_extract.glossary import csv_form, jsonl_form, tbx_form
from thaigov_extract.glossary.concept import (
    Concept,
    Evidence,
    Form,
    FormStatus,
    Issue,
    IssueKind,
)
from thaigov_extract.model import TermKind

HERE = Path(__file__).parent
TBX_BASIC = etree.RelaxNG(etree.parse(HERE / "tbx_basic.rng"))
RELEASES = [
    "ข่าวหนึ่ง\n\nวันจันทร์ที่ 1 มกราคม 2567\nร่วมกับองค์การแรงงานระหว่างประเทศ "
    "(International Labour Organization: ILO) แล้ว",
    "ข่าวสอง\n\nวันอังคารที่ 2 มกราคม 2567\nจัดโครงการต้นกล้า (Seedling & <Co>) วานนี้",
    "ข่าวสาม\n\nกระทรวงแรงงาน (รง.) ลงนามบันทึกความเข้าใจ (Memorandum of Understanding: MOU) แล้ว",
]
FORMS = (".csv", ".jsonl", ".tbx")

# -- any concepts, with all that is nasty in a cell or an element -------------------------------------

# what XML and text files can hold; a lone surrogate or a control character is in no release
letters = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
)
texts = st.one_of(
    st.text(st.sampled_from("=+-@'\"\t\r\n|[]\\;:,<>&กำ่ (1) "), max_size=12),
    st.text(letters, max_size=12),
)
counts = st.integers(0, 10**6)
offsets = st.tuples(counts, counts)
dates = st.dates().map(str)
forms = st.builds(Form, texts, st.sampled_from(get_args(FormStatus)), counts, counts)
issues = st.builds(
    Issue, st.sampled_from(get_args(IssueKind)), texts, texts, st.none() | st.just("c1")
)
evidence = st.builds(
    Evidence,
    st.none() | texts,
    st.none() | dates,
    offsets,
    st.none() | offsets,
    st.none() | offsets,
)


def several(values: st.SearchStrategy, least: int = 0) -> st.SearchStrategy:
    return st.lists(values, min_size=least, max_size=3).map(tuple)


concepts = st.lists(
    st.builds(
        Concept,
        id=st.integers(1, 10**9).map("c{}".format),
        kind=st.sampled_from(get_args(TermKind)),
        thai=several(forms, 1),
        english=several(forms),
        abbreviations=several(forms),
        thai_abbreviations=several(forms),
        occurrences=counts,
        releases=counts,
        first=st.none() | dates,
        last=st.none() | dates,
        confidence=st.floats(0, 1).map(lambda x: round(x, 4)),
        issues=several(issues),
        evidence=several(evidence),
    ),
    max_size=3,
    unique_by=lambda c: c.id,
)


@given(concepts)
@settings(max_examples=200, deadline=None)
def test_csv_is_read_back(made: list[Concept]) -> None:
    out = io.StringIO(newline="")
    csv_form.write(made, out)
    assert list(csv_form.read(io.StringIO(out.getvalue(), newline=""))) == made
    for row in csv.reader(io.StringIO(out.getvalue(), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@given(concepts)
@settings(max_examples=100, deadline=None)
def test_json_lines_are_read_back(made: list[Concept]) -> None:
    out = io.StringIO()
    jsonl_form.write(made, out)
    assert out.getvalue().count("\n") == len(made)
    assert list(jsonl_form.read(out.getvalue().split("\n"))) == made


@given(concepts)
@settings(max_examples=200, deadline=None)
def test_tbx_is_read_back_and_keeps_the_schema(made: list[Concept]) -> None:
    out = io.StringIO()
    tbx_form.write(made, out)
    data = out.getvalue().encode()
    assert list(tbx_form.read(io.BytesIO(data))) == made
    if made:
        assert TBX_BASIC.validate(etree.fromstring(data)), TBX_BASIC.error_log


@given(st.text(max_size=20))
def test_characters_that_xml_cannot_hold_do_not_break_a_document(text: str) -> None:
    out = io.StringIO()
    tbx_form.write([Concept("c1", "concept", (Form(text, "preferred", 1, 1),))], out)
    (back,) = tbx_form.read(io.BytesIO(out.getvalue().encode()))
    assert len(back.preferred_thai) == len(text)


@given(texts)
def test_safe_cells(cell: str) -> None:
    assert csv_form.unsafe(csv_form.safe(cell)) == cell


# -- glossaries in files ------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", FORMS)
def test_files_are_read_back(tmp_path: Path, suffix: str) -> None:
    glossary = Glossary.from_releases(RELEASES)
    path = tmp_path / f"terms{suffix}"
    write_glossary(glossary, path)
    back = read_glossary(path)
    assert back.concepts == glossary.concepts
    assert back.lookup("ilo")[0].preferred_thai == "องค์การแรงงานระหว่างประเทศ"
    with pytest.raises(ValueError, match="takes no more releases"):
        back.add(None)  # type: ignore[arg-type]


def test_the_shipped_schema_accepts_and_refuses(tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    write_glossary(Glossary.from_releases(RELEASES), path)
    document = etree.parse(path)
    assert TBX_BASIC.validate(document), TBX_BASIC.error_log
    root = document.getroot()
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids)) > 2
    note = root.find(".//{*}termNote[@type='termType']")
    note.text = "fullform"
    assert not TBX_BASIC.validate(document)


def test_another_reader_finds_the_terms(tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    write_glossary(Glossary.from_releases(RELEASES), path)
    name = "{urn:iso:std:iso:30042:ed-2}"
    pairs = set()
    for entry in ElementTree.parse(path).iter(f"{name}conceptEntry"):
        terms = {
            section.get("{http://www.w3.org/XML/1998/namespace}lang"): section.findtext(
                f"{name}termSec/{name}term"
            )
            for section in entry.iter(f"{name}langSec")
        }
        pairs.add((terms["th"], terms.get("en")))
    assert ("องค์การแรงงานระหว่างประเทศ", "International Labour Organization") in pairs
    assert any(english == "Seedling & <Co>" for _, english in pairs)


def test_csv_with_a_byte_order_mark_and_in_two_columns(tmp_path: Path) -> None:
    glossary = Glossary.from_releases(RELEASES)
    path = tmp_path / "terms.csv"
    write_glossary(glossary, path, bom=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,thai,english,")
    assert read_glossary(path).concepts == glossary.concepts
    write_glossary(glossary, path, two_columns=True)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert ["องค์การแรงงานระหว่างประเทศ", "International Labour Organization"] in rows
    assert any(english == "Seedling & <Co>" for _, english in rows)
    formula = evolve(glossary.concepts[0], english=(Form("=SUM(A1)", "preferred", 1, 1),))
    write_glossary([formula], path, two_columns=True)
    assert "'=SUM(A1)" in path.read_text(encoding="utf-8")
    with pytest.raises(GlossaryError, match="two-column form cannot be read back"):
        read_glossary(path)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", b"", "no suffix of a glossary"),
        ("a.csv", b"x,y\n1,2\n", "the heading is not"),
        ("a.csv", ",".join(csv_form.COLUMNS).encode() + b"\nc1,2\n", "line 2 has 2 cells"),
        ("a.csv", ",".join(csv_form.COLUMNS).encode() + b"\n" + b"," * 16, "line 2: '' is no kind"),
        ("a.csv", b"\xff\xfe", "is not UTF-8"),
        ("a.jsonl", b"{]\n", "line 1 is not JSON"),
        ("a.jsonl", b'\n{"id": 1}\n', "line 2 is no concept"),
        ("a.tbx", b"no xml", "is no XML"),
        ("a.tbx", b"<martif type='TBX'/>", "no TBX version 3"),
        ("a.tbx", b"<tbx xmlns='urn:iso:std:iso:30042:ed-2' style='dct'/>", "only dca is read"),
        (
            "a.tbx",
            b"<tbx xmlns='urn:iso:std:iso:30042:ed-2' style='dca'><conceptEntry id='c7'/></tbx>",
            "conceptEntry 'c7': '' is no kind",
        ),
    ],
)
def test_what_is_no_glossary_is_one_line(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GlossaryError, match=says) as caught:
        read_glossary(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def test_what_cannot_be_written(tmp_path: Path) -> None:
    glossary = Glossary.from_releases(RELEASES)
    with pytest.raises(GlossaryError, match=r"\*\.csv, \*\.jsonl, \*\.tbx"):
        write_glossary(glossary, tmp_path / "terms.xls")
    with pytest.raises(GlossaryError, match="for CSV"):
        write_glossary(glossary, tmp_path / "terms.tbx", bom=True)
    with pytest.raises(GlossaryError, match="one concept at least"):
        write_glossary((), tmp_path / "terms.tbx")
    with pytest.raises(FileNotFoundError):
        write_glossary(glossary, tmp_path / "nowhere" / "terms.csv")
    assert not list(tmp_path.iterdir())


# -- the command --------------------------------------------------------------------------------------


def run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "thaigov_extract", "glossary", *words],
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [{"id": f"n{i}", "text": text} for i, text in enumerate(RELEASES)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", FORMS)
def test_the_command_writes_what_python_makes(tmp_path: Path, news: Path, suffix: str) -> None:
    out = tmp_path / f"terms{suffix}"
    done = run(str(news), "-o", str(out), "-j", "2", "--evidence", "1")
    assert done.returncode == 0
    assert done.stdout == b""
    assert f"{out}: 4 concepts of 3 releases" in done.stderr.decode()
    found = read_glossary(out)
    assert {c.preferred_english for c in found} >= {"International Labour Organization"}
    assert all(len(c.evidence) == 1 for c in found)
    assert found.lookup("MOU")[0].evidence[0].release == "n2"


def test_the_command_reads_standard_input_and_leaves_out_the_rare(tmp_path: Path) -> None:
    out = tmp_path / "terms.csv"
    assert run("-", "-o", str(out), "-q", stdin=RELEASES[0].encode("cp874")).returncode == 0
    assert len(read_glossary(out)) == 1
    done = run("-", "-o", str(out), "-q", "--min-releases", "2", stdin=RELEASES[0].encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(read_glossary(out)) == 0


def test_options_of_csv(tmp_path: Path, news: Path) -> None:
    out = tmp_path / "terms.csv"
    assert run(str(news), "-o", str(out), "--bom", "--two-columns").returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "บันทึกความเข้าใจ,Memorandum of Understanding" in out.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["news.jsonl", "-o", "terms.xls"], "no suffix of a glossary"),
        (["news.jsonl", "-o", "terms.tbx", "--bom"], "is no .csv file"),
        (["news.jsonl", "-o", "nowhere/terms.csv"], "there is no folder"),
        (["news.jsonl", "-o", "folder.csv"], "is a folder"),
        (["news.jsonl", "-o", "t.csv", "--rules", "no.toml"], "no.toml"),
    ],
)
def test_what_cannot_work_is_said_in_one_line_before_the_work(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    done = run(*words)
    (line,) = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert says in line


def test_an_input_that_cannot_be_read_is_named_and_the_others_are_done(
    tmp_path: Path, news: Path
) -> None:
    out = tmp_path / "terms.jsonl"
    done = run(str(tmp_path / "none.txt"), str(news), "-o", str(out))
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert lines[0].endswith("none.txt does not exist; check the path")
    assert len(read_glossary(out)) == 4
    out.unlink()
    done = run(str(tmp_path / "none.txt"), "-o", str(out))
    assert done.returncode == 2
    assert not out.exists()
