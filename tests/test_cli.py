from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from thaigov_extract import __version__

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / "fixtures" / "rescue-drill.txt"


def run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "thaigov_extract", *words],
        input=stdin,
        capture_output=True,
        check=False,
    )


def test_piped_output_is_json_lines() -> None:
    done = run(str(RELEASE))
    assert done.returncode == 0
    assert json.loads(done.stdout)["id"] == "990004"


def test_table() -> None:
    done = run(str(RELEASE), "--format", "table")
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "Officials" in shown
    assert "กระทรวงกลาโหม" in shown


def test_json_array_of_a_folder(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text("วันที่ 1 มกราคม 2567", encoding="utf-8")
    done = run(str(tmp_path), "--format", "json")
    assert [record["id"] for record in json.loads(done.stdout)] == ["a", "b"]


def test_standard_input() -> None:
    done = run("-", stdin="วันที่ 1 มกราคม 2567".encode("cp874"))
    assert json.loads(done.stdout)["dates"][0]["iso"] == "2024-01-01"


def test_json_lines_in_order_over_processes(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"วันที่ {n + 1} มกราคม 2567"}) for n in range(20)]
    source = tmp_path / "news.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "found.jsonl"
    assert run(str(source), "-j", "2", "-o", str(out)).returncode == 0
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == [str(n) for n in range(20)]
    assert records[4]["dates"][0]["iso"] == "2024-01-05"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b"\x00\x01\x02", "is binary"),
        (b"English only", "no Thai letters"),
        ("กรม".encode("utf-16")[:-1], "is broken UTF-16"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_are_done(
    tmp_path: Path, content: bytes | None, says: str
) -> None:
    bad = tmp_path / "bad.txt"
    if content is not None:
        bad.write_bytes(content)
    done = run(str(bad), str(RELEASE))
    errors = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert len(errors) == 1
    assert says in errors[0]
    assert str(bad) in errors[0]
    assert json.loads(done.stdout)["id"] == "990004"


def test_version_and_help() -> None:
    assert run("--version").stdout.decode().strip() == f"thaigov-extract {__version__}"
    assert "examples:" in run("--help").stdout.decode()


def test_evaluate(tmp_path: Path) -> None:
    text = "วันที่ 1 มกราคม 2567"
    empty = {"officials": [], "titles": [], "agencies": [], "terms": []}
    gold = {**empty, "id": "1", "dates": [{"text": "1 มกราคม 2567", "iso": "2024-01-01"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": "1", "text": text}), encoding="utf-8")
    done = run("evaluate", str(tmp_path / "gold.jsonl"), str(tmp_path / "texts.jsonl"), "--json")
    assert json.loads(done.stdout)["dates"] == {
        "tp": 1,
        "fp": 0,
        "fn": 0,
        "p": 1.0,
        "r": 1.0,
        "f1": 1.0,
    }


_ANNOTATED = '"officials": [], "titles": [], "agencies": [], "terms": [], "dates": []'


@pytest.mark.parametrize(
    ("gold", "texts", "says"),
    [
        (f'{{"id": "7", {_ANNOTATED}}}', '{"id": "8", "text": "กรม"}', "has no text for '7'"),
        ('{"id": "7"}', '{"id": "7", "text": "กรม"}', 'gold.jsonl:1 has no "officials"'),
        (f'{{"id": "7", {_ANNOTATED}}}', '{"id": "7"}', 'texts.jsonl:1 has no "text"'),
        ("", '{"id": "7", "text": "กรม"}', "gold.jsonl is empty"),
        (f'{{"id": "7", {_ANNOTATED}}}\n' * 2, '{"id": "7", "text": "กรม"}', "a second time"),
    ],
)
def test_evaluate_says_what_is_missing_and_where(
    tmp_path: Path, gold: str, texts: str, says: str
) -> None:
    (tmp_path / "gold.jsonl").write_text(gold, encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text(texts, encoding="utf-8")
    done = run("evaluate", str(tmp_path / "gold.jsonl"), str(tmp_path / "texts.jsonl"))
    assert done.returncode == 2
    assert says in done.stderr.decode()


def test_an_output_never_costs_an_input(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "1", "text": "กรมปศุสัตว์ แถลง"}', encoding="utf-8")
    before = news.read_bytes()
    for words in ([str(news)], [str(tmp_path)], ["glossary", str(news)]):
        done = run(*words, "-o", str(news))
        assert done.returncode == 2
        assert "is one of the inputs" in done.stderr.decode()
    assert run(str(tmp_path / "missing.txt"), "-o", str(news)).returncode == 2
    assert news.read_bytes() == before


def test_an_output_in_the_folder_that_is_read_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("วันที่ 1 มกราคม 2567", encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "B.TXT").write_text("วันที่ 2 มกราคม 2567", encoding="utf-8")
    found = tmp_path / "more" / "found.jsonl"
    done = run(str(tmp_path / "a.txt"), str(tmp_path / "more"), "-o", str(found))
    assert done.returncode == 0
    assert [json.loads(line)["id"] for line in found.read_text("utf-8").splitlines()] == ["a", "B"]


@pytest.mark.parametrize("words", [["--help"], ["rules", "list"], [str(RELEASE), "-f", "table"]])
def test_thai_is_written_in_any_locale(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "thaigov_extract", *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )
    assert done.returncode == 0
    assert any("ก" <= letter <= "๎" for letter in done.stdout.decode("utf-8"))


def test_an_empty_path_is_named() -> None:
    done = run("")
    assert done.returncode == 2
    assert '"" is no path' in done.stderr.decode()
