"""``rules diff``: what a change of rules gains, loses and changes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from thaigov_extract import Extractor, Rule, default_rules, extract, to_json
from thaigov_extract.authoring.cli_diff import main
from thaigov_extract.authoring.comparison import Change, Comparison, KindCounts, RuleCounts
from thaigov_extract.authoring.diff import DiffError, compare
from thaigov_extract.authoring.excerpt import excerpt
from thaigov_extract.authoring.recording import Recording, RecordingError
from thaigov_extract.authoring.render_diff import show_comparison
from thaigov_extract.candidate import Candidate
from thaigov_extract.context import Context
from thaigov_extract.release import Release, read

ROOT = Path(__file__).parents[1]
FIXTURES = sorted((ROOT / "fixtures").glob("*.txt"))
RECORDED = sorted((ROOT / "fixtures" / "released").glob("*.jsonl"))

BOARD = Rule(
    "board",
    "agency",
    pattern="ลุ่มน้ำสาละวินสภา",
    examples=[("ลุ่มน้ำสาละวินสภา แถลง", ["ลุ่มน้ำสาละวินสภา"])],
    counterexamples=["ลุ่มน้ำสาละวิน"],
)
BOARD_OF_BASIN = Rule(
    "board",
    "agency",
    pattern="ลุ่มน้ำสาละวินสภา(?: แห่งชาติ)?",
    examples=[("ลุ่มน้ำสาละวินสภา แห่งชาติ แถลง", ["ลุ่มน้ำสาละวินสภา แห่งชาติ"])],
    counterexamples=["ลุ่มน้ำสาละวิน แห่งชาติ"],
)
SHIP = Rule(
    "ship",
    "ship",
    pattern="เรือหลวง(?P<name>[ก-๎]{2,12})",
    examples=[("เรือหลวงภูมิพล", [{"text": "เรือหลวงภูมิพล", "name": "ภูมิพล"}])],
    counterexamples=["เรือหลวง 2 ลำ"],
)


def releases(*texts: str) -> list[Release]:
    return [read(text, id=str(number)) for number, text in enumerate(texts)]


def diff(old: Iterable[Rule], new: Iterable[Rule], *texts: str) -> Comparison:
    return compare(Extractor(rules=old), Extractor(rules=new), releases(*texts))


def only(comparison: Comparison) -> Change:
    (change,) = comparison.changes
    return change


def fixtures() -> Iterator[Release]:
    for path in FIXTURES:
        yield read(path.read_bytes())


# -- what is found ---------------------------------------------------------------------------------


def test_gained() -> None:
    text = "หัวข้อ\n\nเมื่อวานนี้ ลุ่มน้ำสาละวินสภา แถลงว่า\nจบ"
    found = diff(default_rules(), default_rules() + [BOARD], text)
    change = only(found)
    assert (change.kind, change.what, change.text) == ("agency", "gained", "ลุ่มน้ำสาละวินสภา")
    assert (change.old, change.new) == ({}, {"text": "ลุ่มน้ำสาละวินสภา"})
    assert change.line == "เมื่อวานนี้ «ลุ่มน้ำสาละวินสภา» แถลงว่า"
    assert (change.release, change.line_number) == ("0", 3)
    assert text[change.start : change.end] == change.text
    assert change.rules == ("board",)
    assert found.kinds["agency"] == KindCounts(old=0, new=1, gained=1)
    assert found.rules["board"] == RuleCounts(old=0, new=1, only="new")
    assert found.differs
    assert not found.loses


def test_lost() -> None:
    found = diff(default_rules() + [BOARD], default_rules(), "ลุ่มน้ำสาละวินสภา แถลงว่า")
    change = only(found)
    assert (change.what, change.old, change.new) == ("lost", {"text": "ลุ่มน้ำสาละวินสภา"}, {})
    assert change.line == "«ลุ่มน้ำสาละวินสภา» แถลงว่า"
    assert found.rules["board"] == RuleCounts(old=1, new=0, only="old")
    assert found.loses


def test_a_border_that_moved_is_a_change() -> None:
    found = diff([BOARD], [BOARD_OF_BASIN], "ลุ่มน้ำสาละวินสภา แห่งชาติ แถลง")
    change = only(found)
    assert change.what == "changed"
    assert change.old == {"text": "ลุ่มน้ำสาละวินสภา"}
    assert change.new == {"text": "ลุ่มน้ำสาละวินสภา แห่งชาติ"}
    assert change.line == "«ลุ่มน้ำสาละวินสภา แห่งชาติ» แถลง"
    assert found.loses


def test_a_field_that_changed() -> None:
    rule = Rule("mine.date", "date", pattern="วันลอยกระทง", values={"iso": "2023-11-27"})
    other = Rule("mine.date", "date", pattern="วันลอยกระทง", values={"iso": "2024-11-15"})
    change = only(diff([rule], [other], "งานวันลอยกระทงปีนี้"))
    assert (change.kind, change.what) == ("date", "changed")
    assert (change.old["iso"], change.new["iso"]) == ("2023-11-27", "2024-11-15")
    assert change.line == "งาน«วันลอยกระทง»ปีนี้"


def test_a_further_mention_is_a_change_shown_where_it_stands() -> None:
    twice = Rule("board", "agency", pattern="ลุ่มน้ำสาละวินสภา(?= แถลง)")
    text = "ลุ่มน้ำสาละวินสภา แถลง\nต่อมา ลุ่มน้ำสาละวินสภา ประชุม"
    change = only(diff([twice], [BOARD], text))
    assert change.what == "changed"
    assert "mentions" not in change.old
    assert change.new["mentions"] == "ลุ่มน้ำสาละวินสภา"
    assert (change.line, change.line_number) == ("ต่อมา «ลุ่มน้ำสาละวินสภา» ประชุม", 2)


def test_the_holder_of_a_post() -> None:
    text = "นายอนันต์ ใจดี อธิบดีกรมปศุสัตว์ กล่าว"
    old = default_rules().without("post.beside-name")
    assert old["post.shared"]
    found = diff(old, default_rules(), text)
    change = only(found)
    assert (change.kind, change.what) == ("post", "gained")
    assert change.new == {
        "text": "อธิบดีกรมปศุสัตว์",
        "official": "นายอนันต์ ใจดี",
        "agency": "กรมปศุสัตว์",
    }


def test_an_object_of_a_kind_of_ones_own() -> None:
    found = diff(default_rules(), default_rules() + [SHIP], "เรือหลวงภูมิพล และ เรือหลวงสิมิลัน")
    assert [change.new for change in found.changes] == [
        {"text": "เรือหลวงภูมิพล", "name": "ภูมิพล"},
        {"text": "เรือหลวงสิมิลัน", "name": "สิมิลัน"},
    ]
    assert found.kinds["ship"] == KindCounts(new=2, gained=2)


def test_another_rule_for_the_same_object_is_no_change() -> None:
    renamed = Rule("river-board", "agency", pattern="ลุ่มน้ำสาละวินสภา")
    found = diff([BOARD], [renamed], "ลุ่มน้ำสาละวินสภา แถลง")
    assert not found.differs
    assert found.rules == {
        "board": RuleCounts(1, 0, "old"),
        "river-board": RuleCounts(0, 1, "new"),
    }


def test_a_confidence_counts_from_a_twentieth_on() -> None:
    def sure(confidence: float) -> Rule:
        def match(context: Context, start: int, end: int) -> Iterator[Candidate]:
            yield Candidate("ship", start, end, "ship", confidence=confidence)

        return Rule("ship", "ship", ("เรือหลวง",), match)

    assert not diff([sure(0.50)], [sure(0.54)], "เรือหลวง").differs
    change = only(diff([sure(0.50)], [sure(0.90)], "เรือหลวง"))
    assert (change.old["confidence"], change.new["confidence"]) == ("0.50", "0.90")


def test_the_same_change_is_listed_once_with_its_count_and_first_line() -> None:
    texts = ["เรือหลวงสิมิลัน", *["นำ เรือหลวงภูมิพล เข้า", "เรือหลวง\u200bภูมิพล ออก"] * 2]
    found = diff([], [SHIP], *texts)
    assert [(c.text, c.count, c.release) for c in found.changes] == [
        ("เรือหลวงภูมิพล", 4, "1"),
        ("เรือหลวงสิมิลัน", 1, "0"),
    ]
    assert found.changes[0].line == "นำ «เรือหลวงภูมิพล» เข้า"
    assert found.total("gained") == 5
    assert found.releases == 5


@pytest.mark.parametrize("rule", [rule.id for rule in default_rules()])
def test_the_counts_agree_and_the_reverse_is_the_reverse(rule: str) -> None:
    less, whole = Extractor(rules=default_rules().without(rule)), Extractor()
    there = compare(less, whole, list(fixtures())[:3])
    back = compare(whole, less, list(fixtures())[:3])
    for kind, counts in there.kinds.items():
        assert counts.new - counts.old == counts.gained - counts.lost
        reverse = back.kinds[kind]
        assert (counts.gained, counts.lost) == (reverse.lost, reverse.gained)
        assert counts.changed == reverse.changed
    for change in there.changes:
        assert change.line.count("«") == 1
        assert change.line_number > 0
    assert sum(change.count for change in there.changes) == sum(
        map(there.total, ("gained", "lost", "changed"))
    )


def test_several_processes_find_the_same() -> None:
    texts = [f"เรือหลวงที่{number} ลุ่มน้ำสาละวินสภา วันที่ 1 มกราคม 2567" for number in "กขคงจฉ"] * 9
    old, new = Extractor(rules=[BOARD]), Extractor(rules=[SHIP, BOARD_OF_BASIN])
    alone = compare(old, new, releases(*texts))
    both = compare(old, new, iter(releases(*texts)), n_process=2)
    assert alone.changes == both.changes
    assert (alone.kinds, alone.rules) == (both.kinds, both.rules)
    assert (alone.releases, both.releases) == (54, 54)


def test_both_sets_are_timed() -> None:
    found = diff([BOARD], [SHIP], *["ลุ่มน้ำสาละวินสภา " * 50] * 5)
    assert found.old_seconds is not None
    assert found.new_seconds is not None
    assert "time per release" in show_comparison(found)


def test_a_rule_that_fails_names_the_release() -> None:
    def broken(context: Context, start: int, end: int) -> Iterator[Candidate]:
        raise LookupError("no such ministry")

    rule = Rule("broken", "agency", ("กรม",), broken)
    with pytest.raises(DiffError, match="release 1: LookupError: no such ministry"):
        diff([BOARD], [rule], "กระทรวงแรงงาน", "กรมชลประทาน")


def test_no_workers_are_refused() -> None:
    with pytest.raises(ValueError, match="give 1 or more"):
        compare(Extractor(rules=[BOARD]), Extractor(rules=[SHIP]), [], n_process=0)


# -- recordings ------------------------------------------------------------------------------------


def record(path: Path, found: Iterable[Release], *, rules: Iterable[Rule] | None = None) -> Path:
    extractor = Extractor(rules)
    lines = (to_json(extractor.extract(release)) for release in found)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_recorded_and_live_are_equal(tmp_path: Path) -> None:
    with Recording(record(tmp_path / "r.jsonl", fixtures())) as recording:
        assert len(recording) == len(FIXTURES) == 7
        found = compare(recording, Extractor(), fixtures())
    assert found.releases == 7
    assert found.skipped == ()
    assert found.changes == ()
    assert all(c.old == c.new for c in [*found.kinds.values(), *found.rules.values()])
    assert found.old_seconds is None
    assert found.new_seconds is not None
    assert {kind: counts.new for kind, counts in found.kinds.items()} == {
        kind: counts.new
        for kind, counts in compare(Extractor(), Extractor(), fixtures()).kinds.items()
    }


def test_a_recording_tells_what_rules_tell(tmp_path: Path) -> None:
    less = default_rules().without("agency.name")
    path = record(tmp_path / "r.jsonl", fixtures(), rules=less)
    with Recording(path) as recording:
        of_record = compare(recording, Extractor(), fixtures())
    live = compare(Extractor(less), Extractor(), fixtures())
    assert of_record.changes == live.changes
    assert of_record.kinds == live.kinds
    assert of_record.total("gained") > 20


def test_two_recordings(tmp_path: Path) -> None:
    given = releases("ลุ่มน้ำสาละวินสภา แห่งชาติ แถลง")
    one = record(tmp_path / "1.jsonl", given, rules=[BOARD])
    two = record(tmp_path / "2.jsonl", given, rules=[BOARD_OF_BASIN])
    with Recording(one) as old, Recording(two) as new:
        found = compare(old, new, given)
    assert only(found).text == "ลุ่มน้ำสาละวินสภา แห่งชาติ"
    assert (found.old_seconds, found.new_seconds) == (None, None)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_what_releases_found_is_of_the_fixtures_as_they_are(path: Path) -> None:
    with Recording(path) as recording:
        assert len(recording) == len(FIXTURES)
        found = compare(recording, Extractor(), fixtures())
    assert found.skipped == ()
    assert found.releases == len(FIXTURES)


def test_fields_younger_than_a_recording_are_not_compared(tmp_path: Path) -> None:
    data = [json.loads(to_json(extract(release))) for release in fixtures()]
    for agency in (agency for found in data for agency in found["agencies"]):
        del agency["english"]
    path = tmp_path / "r.jsonl"
    path.write_text("\n".join(map(json.dumps, data)), encoding="utf-8")
    with Recording(path) as recording:
        found = compare(recording, Extractor(), fixtures())
    assert (found.releases, found.changes) == (7, ())
    assert found.unknown == ("agency.english",)
    assert "not recorded, so not compared: agency.english" in show_comparison(found)


def test_what_cannot_be_compared_is_counted_and_named(tmp_path: Path) -> None:
    path = record(tmp_path / "r.jsonl", releases("วันที่ 1 มกราคม 2567", "วันที่ 2 มกราคม 2567"))
    given = releases("วันที่ 1 มกราคม 2567", "พบกัน วันที่ 2 มกราคม 2567", "วันที่ 3 มกราคม 2567")
    with Recording(path) as recording:
        found = compare(recording, Extractor(), [*given, read("วันที่ 4 มกราคม 2567")])
    assert found.releases == 1
    assert {(s.reason, s.count, s.first) for s in found.skipped} == {
        ("recorded of another text on the old side", 1, ("1",)),
        ("not recorded on the old side", 2, ("2", "(no id)")),
    }
    assert "2 releases left out, not recorded on the old side: 2, (no id)" in show_comparison(found)


def test_releases_with_the_same_id_are_taken_in_order(tmp_path: Path) -> None:
    given = [read(f"วันที่ {day} มกราคม 2567", id="same") for day in (1, 2, 3)]
    with Recording(record(tmp_path / "r.jsonl", given)) as recording:
        found = compare(recording, Extractor(), given)
    assert (found.releases, found.differs, found.skipped) == (3, False, ())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "holds no extraction"),
        ('{"id": "1", "text": "ไทย"}', ":1 is no extraction; record with"),
        ("[1]", ":1 is no extraction"),
        ("\n{", ":2 is no extraction"),
        (to_json(extract("วันที่ 1 มกราคม 2567")), ":1 has no id"),
    ],
)
def test_what_is_no_recording(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RecordingError) as caught:
        Recording(path)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


# -- the line --------------------------------------------------------------------------------------


def test_a_long_line_is_cut_around_the_object() -> None:
    text = "ก" * 500 + "<นี่>" + "ข" * 500
    line, number = excerpt(text, 500, 505)
    assert number == 1
    assert line == "…" + "ก" * 57 + "«<นี่>»" + "ข" * 58 + "…"


def test_room_that_one_side_leaves_goes_to_the_other() -> None:
    assert excerpt("กข" + "ค" * 300, 0, 2)[0] == "«กข»" + "ค" * 118 + "…"
    assert excerpt("ค" * 300 + "กข", 300, 302)[0] == "…" + "ค" * 118 + "«กข»"


def test_an_object_over_lines_and_with_invisible_characters() -> None:
    text = "หนึ่ง\r\nสอง กรม\r\n\u200bการ\u00a0ค้า\tสาม\rสี่"
    start, end = text.index("กรม"), text.index("\t")
    assert excerpt(text, start, end) == ("สอง «กรม การ ค้า» สาม", 2)
    assert excerpt(text, text.index("สี่"), len(text)) == ("«สี่»", 4)


@settings(max_examples=200, deadline=None)
@given(st.text("กที่ำ\u200b \n", max_size=60), st.data())
def test_a_cut_splits_no_letter_from_its_marks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, number = excerpt(text, start, end, width=8)
    assert "\n" not in line
    assert "\u200b" not in line
    assert number == text[:start].count("\n") + 1
    before, _, rest = line.partition("«")
    inside, _, after = rest.partition("»")
    assert len(before.strip("…")) + len(inside.replace(" … ", "")) + len(after.strip("…")) <= 8
    whole = text.replace("\u200b", "")
    if not whole.startswith(("ี", "่")) and "…" in before:
        assert before[1:2] not in ("ี", "่")
    if after.endswith("…") and after != "…":
        cut = after[:-1]
        # as the excerpt shows it: white space evened, so that offsets are the same
        following = regex.sub(r"\s+", " ", text[end:].replace("\u200b", "").split("\n")[0])
        assert following[len(cut) : len(cut) + 1] not in ("ี", "่")


# -- the command -----------------------------------------------------------------------------------


@pytest.fixture
def board(tmp_path: Path) -> str:
    path = tmp_path / "board.rules.toml"
    path.write_text(
        '[[agency]]\nname = "ลุ่มน้ำสาละวินสภา"\n\n'
        '[[rule]]\nid = "ship"\nkind = "ship"\npattern = "เรือหลวง(?P<name>[ก-๎]{2,12})"\n',
        encoding="utf-8",
    )
    return str(path)


@pytest.fixture
def news(tmp_path: Path) -> str:
    path = tmp_path / "news.parquet"
    texts = [f"ลุ่มน้ำสาละวินสภา แถลง {day} มกราคม 2567" for day in range(1, 31)]
    pq.write_table(pa.table({"id": [f"n{day}" for day in range(30)], "text": texts}), path)
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, list[str]]:
    code = main(words)
    printed = capsys.readouterr()
    return code, printed.out, printed.err.splitlines()


def test_the_report(capsys: pytest.CaptureFixture[str], board: str, news: str) -> None:
    code, out, errors = run(capsys, "shipped", board, news)
    assert (code, errors) == (1, [])
    blocks = out.split("\n\n")
    assert blocks[0].splitlines() == ["old: shipped", f"new: {board}", "30 releases compared"]
    table = [line.split() for line in blocks[1].splitlines()]
    assert table[0] == ["objects", "old", "new", "gained", "lost", "changed"]
    assert ["agency", "0", "30", "30", "0", "0"] in table
    assert ["date", "30", "30", "0", "0", "0"] in table
    assert any(
        line.split()[1:] == ["0", "30", "only", "in", "new"] for line in blocks[2].splitlines()
    )
    assert any(line.split()[:3] == ["ship", "0", "0"] for line in blocks[2].splitlines())
    assert blocks[3].startswith("time per release: ")
    assert blocks[4].splitlines()[:3] == [
        "agency, gained: 30, 1 different",
        "  + ลุ่มน้ำสาละวินสภา  ×30",
        "      n0:1  «ลุ่มน้ำสาละวินสภา» แถลง 1 มกราคม 2567",
    ]


def test_a_change_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("ลุ่มน้ำสาละวินสภา แห่งชาติ", encoding="utf-8")
    for name, more in (("a", ""), ("b", " แห่งชาติ")):
        (tmp_path / f"{name}.toml").write_text(
            f'[[rule]]\nid = "b"\nkind = "agency"\npattern = "ลุ่มน้ำสาละวินสภา{more}"\n',
            encoding="utf-8",
        )
    words = [str(tmp_path / name) for name in ("a.toml", "b.toml", "t.txt")]
    code, out, _ = run(capsys, *words)
    assert code == 1
    assert "  ~ ลุ่มน้ำสาละวินสภา → ลุ่มน้ำสาละวินสภา แห่งชาติ\n      t:1  «ลุ่มน้ำสาละวินสภา แห่งชาติ»" in out


def test_exit_codes(capsys: pytest.CaptureFixture[str], board: str, news: str) -> None:
    assert run(capsys, "shipped", "shipped", news)[0] == 0
    assert run(capsys, "shipped", board, news)[0] == 1
    assert run(capsys, "shipped", board, news, "--fail-on", "lost")[0] == 0
    assert run(capsys, board, "shipped", news, "--fail-on", "lost")[0] == 1
    assert run(capsys, board, "shipped", news, "--fail-on", "never")[0] == 0


@pytest.mark.parametrize(
    ("old", "path", "says"),
    [
        ("nowhere.rules.toml", "NEWS", "nowhere.rules.toml does not exist"),
        ("no-such-pack", "NEWS", "no installed pack"),
        ("nowhere.jsonl", "NEWS", "nowhere.jsonl cannot be read"),
        ("shipped", "nowhere.txt", "nowhere.txt does not exist"),
    ],
)
def test_trouble_is_exit_code_2_and_a_line(
    capsys: pytest.CaptureFixture[str], news: str, old: str, path: str, says: str
) -> None:
    code, _, errors = run(capsys, old, "shipped", path.replace("NEWS", news), "--fail-on", "never")
    assert code == 2
    assert says in errors[0]


def test_one_bad_input_does_not_hide_the_others(
    capsys: pytest.CaptureFixture[str], board: str, news: str
) -> None:
    code, out, errors = run(capsys, "shipped", board, "nowhere.txt", news)
    assert code == 2
    assert len(errors) == 1
    assert "30 releases compared" in out


def test_nothing_to_compare_is_trouble(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, news: str
) -> None:
    path = record(tmp_path / "r.jsonl", releases("วันที่ 1 มกราคม 2567"))
    code, _, errors = run(capsys, str(path), "shipped", news)
    assert (code, errors) == (2, ["thaigov-extract: no release was compared"])


def test_a_rule_that_fails_is_trouble(tmp_path: Path, news: str) -> None:
    (tmp_path / "broken_rules.py").write_text(
        "from thaigov_extract import Rule\n"
        "def match(context, start, end):\n    return [1 / 0]\n"
        "RULE = Rule('broken', 'agency', ('ลุ่มน้ำ',), match)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "thaigov_extract", "rules", "diff", "shipped"]
        + ["broken_rules:RULE", news, "-j", "2"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    errors = done.stderr.decode()
    assert done.returncode == 2
    assert "in match" in errors
    assert "a rule failed on the release n0: ZeroDivisionError" in errors.splitlines()[-1]


def test_specs_joined_by_commas(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, board: str, news: str
) -> None:
    more = tmp_path / "more.rules.toml"
    more.write_text('[[agency]]\nname = "มกราคม"\n', encoding="utf-8")
    _, out, _ = run(capsys, "shipped", f"shipped,{board},{more}", news, "--format", "json")
    assert json.loads(out)["kinds"]["agency"]["gained"] == 60


def test_json_round_trip(capsys: pytest.CaptureFixture[str], board: str, news: str) -> None:
    code, out, _ = run(capsys, "shipped", board, news, "--format", "json")
    assert code == 1
    data: dict[str, Any] = json.loads(out)
    assert (data["old"], data["new"]) == ("shipped", board)
    found = Comparison.from_dict(data)
    assert found.to_dict() == {name: data[name] for name in data if name not in ("old", "new")}
    assert found.kinds["agency"].gained == 30
    assert only(found).count == 30
    again = compare(Extractor(rules=[BOARD]), Extractor(rules=[SHIP]), fixtures())
    assert Comparison.from_dict(json.loads(json.dumps(again.to_dict()))) == again


def test_limit_and_sample(capsys: pytest.CaptureFixture[str], news: str, tmp_path: Path) -> None:
    def ids(*words: str) -> list[str]:
        path = record(tmp_path / "none.jsonl", releases("วันที่ 1 มกราคม 2567"))
        code, out, _ = run(capsys, str(path), "shipped", news, *words, "--format", "json")
        assert code == 2
        return [id for skipped in json.loads(out)["skipped"] for id in skipped["first"]]

    assert ids("--limit", "3") == ["n0", "n1", "n2"]
    some = ids("--sample", "4")
    assert 0 < len(some) < 10
    assert ids("--sample", "4") == some
    assert ids("--sample", "4", "--limit", "2") == some[:2]


def test_show(capsys: pytest.CaptureFixture[str], tmp_path: Path, board: str) -> None:
    path = tmp_path / "ships.txt"
    path.write_text(" ".join(f"เรือหลวงที่{letter}" for letter in "กขคงจ"), encoding="utf-8")
    _, out, _ = run(capsys, "shipped", board, str(path), "--show", "2")
    assert out.count("  + เรือหลวง") == 2
    assert "ship, gained: 5\n" in out
    assert "… and 3 more" in out
    _, out, _ = run(capsys, "shipped", board, str(path), "--show", "0")
    assert "เรือหลวง" not in out


def test_through_the_command_line(board: str, news: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "thaigov_extract", "rules", "diff", "shipped", board, news],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "agency, gained: 30" in done.stdout.decode()
