"""The pytest plugin, run as a user would run it: in a process of its own, nothing configured."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

GOOD = """
[[agency]]
name = "หอพยากรณ์อากาศ"
examples = [{ text = "พบหอพยากรณ์อากาศแล้ว", objects = ["หอพยากรณ์อากาศ"] }]
counterexamples = ["หอพัก"]
"""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-v", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_rule_files_are_test_files(tmp_path: Path) -> None:
    (tmp_path / "my.rules.toml").write_text(GOOD, encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout
    for aspect in ("form", "example-1", "counterexample-1", "conflicts"):
        assert f"my.rules.toml::my.หอพยากรณ์อากาศ::{aspect} PASSED" in done.stdout


def test_one_example_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "my.rules.toml").write_text(GOOD, encoding="utf-8")
    done = run(tmp_path, "my.rules.toml::my.หอพยากรณ์อากาศ::example-1")
    assert "1 passed" in done.stdout


def test_a_failing_example_is_shown_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "my.rules.toml").write_text(GOOD.replace("หอพัก", "หอพยากรณ์อากาศ"), encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 1
    assert "expected  nothing" in done.stdout
    assert "check.py" not in done.stdout
    assert "3 passed" in done.stdout


def test_a_file_that_cannot_be_read_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "my.rules.toml").write_text("[[agency]]\nnmae = 'ก'", encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 2
    assert "my.rules.toml:1: there is no key 'nmae'" in done.stdout


def test_rules_of_a_test_module_are_collected(tmp_path: Path) -> None:
    (tmp_path / "my.rules.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "test_mine.py").write_text(
        "from thaigov_extract import Rule, default_rules\n"
        "from thaigov_extract.testing import load_rules\n"
        "NOTICE = Rule('t.notice', 'notice', pattern='ประกาศฉบับที่{gap}{number}',\n"
        "    examples=[('ประกาศฉบับที่ 7', [{'text': 'ประกาศฉบับที่ 7', 'number': '7'}])],\n"
        "    counterexamples=['ประกาศ'])\n"
        "WHOLE = default_rules().without('date.year') + [NOTICE]\n"
        "PACK = load_rules('my.rules.toml')\n"
        "_HIDDEN = NOTICE\n",
        encoding="utf-8",
    )
    done = run(tmp_path, "test_mine.py")
    assert done.returncode == 0, done.stdout
    assert "test_mine.py::NOTICE::t.notice::example-1 PASSED" in done.stdout
    assert "test_mine.py::WHOLE::t.notice::form PASSED" in done.stdout
    assert "test_mine.py::PACK::my.หอพยากรณ์อากาศ::conflicts PASSED" in done.stdout
    assert "_HIDDEN" not in done.stdout


def test_projects_without_rules_pay_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text(
        "import sys\n"
        "def test_nothing_was_imported():\n"
        "    assert not [m for m in sys.modules if m.startswith('thaigov_extract.rule')]\n"
    )
    assert run(tmp_path).returncode == 0
