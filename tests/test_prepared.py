"""Patterns and lexicons that the build makes ready are a shortcut, never a source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import thaigov_extract
from thaigov_extract import extract, to_json

ROOT = Path(__file__).parent.parent
PACKAGE = Path(thaigov_extract.__file__).parent
RELEASE = (ROOT / "fixtures" / "rescue-drill.txt").read_text(encoding="utf-8")

PREPARE = "from thaigov_extract.prepared import prepare; prepare([open(0).read()])"
EXTRACT = "from thaigov_extract import extract, to_json; print(to_json(extract(open(0).read())))"
IS_USED = "from thaigov_extract.prepared import _store; print(len(_store().lexicons) > 10)"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package that a test may edit."""
    copy = tmp_path / "thaigov_extract"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "prepared.pickle"))
    return copy


def run(package: Path, code: str, text: str = RELEASE) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=text.encode(),
        env=os.environ | {"PYTHONPATH": str(package.parent), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout.decode().strip()


def test_what_was_prepared_finds_the_same(package: Path) -> None:
    run(package, PREPARE)
    assert run(package, IS_USED) == "True"
    assert run(package, EXTRACT) == to_json(extract(RELEASE))


def test_an_edited_lexicon_is_read_anew(package: Path) -> None:
    run(package, PREPARE)
    with (package / "data" / "honorifics.tsv").open("a", encoding="utf-8") as table:
        table.write("ครูพี่\tcourtesy\n")
    assert run(package, IS_USED) == "False"
    text = "ครูพี่สมศรี ใจดี กล่าวว่า"
    assert '"prefix": "ครูพี่"' not in to_json(extract(text))
    assert '"prefix": "ครูพี่"' in run(package, EXTRACT, text)


def test_a_broken_file_is_as_none(package: Path) -> None:
    (package / "prepared.pickle").write_bytes(b"\x80\x05cut short")
    assert run(package, IS_USED) == "False"
    assert run(package, EXTRACT) == to_json(extract(RELEASE))
