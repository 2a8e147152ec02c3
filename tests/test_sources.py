"""Where releases come from: text files, JSON Lines, Parquet files, folders."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from thaigov_extract.sources import Source, find_sources

TEXT = "กรมปศุสัตว์เปิดงาน วันที่ {} มกราคม 2567"


def write_table(path: Path, **columns: list[Any]) -> Path:
    pq.write_table(pa.table(columns), path, row_group_size=3)
    return path


def one(path: Path) -> Source:
    (source,) = find_sources([str(path)])
    return source


def test_parquet_rows_in_order(tmp_path: Path) -> None:
    texts = [TEXT.format(day) for day in range(1, 1001)]
    path = write_table(tmp_path / "news.parquet", id=[str(n) for n in range(1000)], text=texts)
    releases = [source.release for source in find_sources([str(path)])]
    assert [r.text for r in releases if r] == texts
    assert [r.id for r in releases if r] == [str(n) for n in range(1000)]


def test_parquet_gives_what_the_text_files_give(tmp_path: Path) -> None:
    fixtures = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))
    of_text = [s.release for s in find_sources(map(str, fixtures))]
    assert all(of_text)
    table = write_table(tmp_path / "f.parquet", text=[r.text for r in of_text if r])
    assert [s.release for s in find_sources([str(table)])] == of_text


def test_parquet_ids_may_be_numbers_or_missing(tmp_path: Path) -> None:
    source = TEXT.format(1) + "\nที่มา : https://www.thaigov.go.th/news/contents/details/990098"
    path = write_table(tmp_path / "n.parquet", more=[0, 0], id=[17, None], text=[source, source])
    assert [s.release.id for s in find_sources([str(path)]) if s.release] == ["17", "990098"]


def test_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = write_table(
        tmp_path / "n.parquet", id=["a", "b", "c", "d"], text=[TEXT, None, "English", TEXT]
    )
    sources = list(find_sources([str(path)]))
    assert [s.release.id if s.release else None for s in sources] == ["a", None, None, "d"]
    assert sources[1].name == f"{path}:2"
    assert sources[1].problem == "has no text in this row"
    assert "no Thai letters" in (sources[2].problem or "")


def test_parquet_without_a_text_column(tmp_path: Path) -> None:
    source = one(write_table(tmp_path / "n.parquet", id=["a"], body=[TEXT]))
    assert source.release is None
    assert source.problem == (
        "has no column 'text', only 'id', 'body'; name the columns 'id' and 'text'"
    )


def test_what_is_called_parquet_and_is_none(tmp_path: Path) -> None:
    path = tmp_path / "n.parquet"
    path.write_text(TEXT, encoding="utf-8")
    problem = one(path).problem or ""
    assert problem.startswith("cannot be read as a Parquet file: ")
    assert "\n" not in problem
    assert one(tmp_path / "absent.parquet").problem == "does not exist; check the path"


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path) -> None:
    path = write_table(tmp_path / "n.parquet", text=[TEXT])
    # None in sys.modules is how Python is told that a module cannot be imported
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from thaigov_extract.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, check=False, text=True
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"thaigov-extract: {path} is a Parquet file, which needs pyarrow: "
        "pip install 'thaigov-extract[parquet]'"
    ]


def test_a_folder_is_searched_for_all_kinds(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "c.txt").write_text(TEXT.format(3), encoding="utf-8")
    line = json.dumps({"id": "b", "text": TEXT.format(2)})
    (tmp_path / "b.jsonl").write_text(line, encoding="utf-8")
    write_table(tmp_path / "deep" / "d.parquet", id=["d"], text=[TEXT.format(4)])
    (tmp_path / "a.csv").write_text("not ours", encoding="utf-8")
    found = [s.release.id for s in find_sources([str(tmp_path)]) if s.release]
    assert found == ["b", "c", "d"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert one(tmp_path).problem == "is a folder without .txt, .jsonl or .parquet files"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_json_lines_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "n.jsonl"
    lines = [json.dumps({"id": n, "text": TEXT.format(n)}, ensure_ascii=False) for n in range(1, 4)]
    path.write_bytes("\r\n".join([*lines[:2], "", lines[2]]).encode(encoding))
    releases = [s.release for s in find_sources([str(path)])]
    assert [(r.id, r.text) for r in releases if r] == [
        (str(n), TEXT.format(n)) for n in range(1, 4)
    ]


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    lines = [json.dumps({"text": TEXT}), "{", "[1]", '{"id": "x"}', '{"id": null, "text": "ไทย"}']
    path.write_text("\n".join(lines), encoding="utf-8")
    sources = list(find_sources([str(path)]))
    assert [s.release is not None for s in sources] == [True, False, False, False, True]
    assert [s.name for s in sources[1:4]] == [f"{path}:{n}" for n in (2, 3, 4)]
    assert sources[3].problem == 'has no "text" that is a string'
    assert sources[4].release is not None
    assert sources[4].release.id is None


def test_a_binary_file_of_lines_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_bytes(b"\x00\x01\n" * 50)
    assert "is binary" in (one(path).problem or "")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "1", "text": "กรม\\ud800"}', "half a surrogate pair"),
        ('{"id": {"a": 1}, "text": "กรม"}', "neither a string nor a number"),
        ('{"id": true, "text": "กรม"}', "neither a string nor a number"),
        ("[" * 100_000, "is no JSON object"),
        ('{"id": "1", "officials": []}', "is output of thaigov-extract"),
        ("", "is empty"),
        ("\n\n", "is empty"),
    ],
)
def test_a_line_that_is_no_release_is_named(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(line, encoding="utf-8")
    source = one(path)
    assert source.release is None
    assert says in (source.problem or "")


def test_an_empty_table_is_named(tmp_path: Path) -> None:
    path = write_table(tmp_path / "none.parquet", text=pa.array([], pa.string()))
    assert "is empty" in (one(path).problem or "")


def test_json_that_is_named_text_is_no_release(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    path.write_text('[{"id": "1", "text": "กรมปศุสัตว์"}]', encoding="utf-8")
    assert "looks like JSON" in (one(path).problem or "")
