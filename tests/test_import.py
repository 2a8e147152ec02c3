from __future__ import annotations

import subprocess
import sys

import thaigov_extract


def loaded_after(code: str) -> set[str]:
    listing = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
    )
    return set(listing.stdout.split())


def test_import_is_light() -> None:
    heavy = {"spacy", "pythainlp", "rich", "nlpo3", "cattrs"}
    assert heavy.isdisjoint(loaded_after("import thaigov_extract"))


def test_extracting_needs_neither_spacy_nor_pythainlp() -> None:
    loaded = loaded_after("from thaigov_extract import extract\nextract('นายอนันต์ ใจดี กรมปศุสัตว์')")
    assert {"spacy", "pythainlp", "rich"}.isdisjoint(loaded)


def test_every_public_name_is_there() -> None:
    for name in thaigov_extract.__all__:
        assert getattr(thaigov_extract, name) is not None


def test_an_unknown_name() -> None:
    assert not hasattr(thaigov_extract, "no_such_name")


def test_no_module_hides_a_public_name() -> None:
    code = (
        "import thaigov_extract as t, types, importlib\n"
        "for home in set(t._HOME.values()): importlib.import_module('thaigov_extract.' + home)\n"
        "print([n for n in t._HOME if isinstance(getattr(t, n), types.ModuleType)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
