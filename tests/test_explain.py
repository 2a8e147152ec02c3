"""Explanations: rule, trigger, evidence of each border, and what was overruled by what."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from thaigov_extract import Extractor, Rule, default_rules
from thaigov_extract.authoring.cli_explain import main as explain_main

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_object_of_a_release_is_explained(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    extractor = Extractor()
    told = extractor.explain(text)
    spans = {(t.kind, t.span.start, t.span.end) for t in told}
    found = extractor.extract(text)
    for kind, things in (("official", found.officials), ("date", found.dates)):
        for thing in things:
            for mention in thing.mentions:
                assert (kind, mention.start, mention.end) in spans
    for one in told:
        assert text[one.span.start : one.span.end] == one.span.text
        assert one.evidence, one
        assert one.overruled_by is None
        if one.trigger is not None:
            assert text[one.trigger.start : one.trigger.end] == one.trigger.text


def test_what_lost_is_told_with_the_winner_and_why() -> None:
    told = Extractor().explain("เมื่อวันที่ 8 กุมภาพันธ์ 2564", find="2564")
    winner, loser = sorted(told, key=lambda t: t.overruled_by is not None)
    assert [(r.rule, r.text, r.reason) for r in winner.overruled] == [
        ("date.year", "2564", "longer")
    ]
    assert loser.overruled_by is not None
    assert loser.overruled_by.rule == "date.month"
    assert "LOST to" in str(loser)


def test_a_name_in_a_bodys_name_says_so() -> None:
    told = Extractor().explain("มูลนิธินายแพทย์สมชาย ใจดี มอบทุน", find="นายแพทย์สมชาย")
    lost = [t for t in told if t.kind == "official"]
    assert lost == [] or all(t.overruled_by is not None for t in lost)


def test_the_borders_of_a_term_have_probabilities() -> None:
    text = "ส่งเสริมเศรษฐกิจหมุนเวียน (Circular Economy) ในชุมชน"
    (told,) = [t for t in Extractor().explain(text) if t.kind == "term"]
    starts = [why for what, why in told.evidence if what == "start" and "%" in why]
    assert starts[0].endswith("«เศรษฐกิจหมุนเวียน» ←")
    assert len(starts) > 1


def test_a_body_of_the_registry_says_why_the_term_starts_there() -> None:
    text = "ไทยร่วมลงนามกับองค์การอนามัยโลก (World Health Organization: WHO) แล้ว"
    (told,) = [t for t in Extractor().explain(text) if t.kind == "term"]
    (start,) = [why for what, why in told.evidence if what == "start"]
    assert start == "in the registry «องค์การอนามัยโลก» bears this English name or these letters"


def test_a_users_rule_shows_its_pattern_and_slots() -> None:
    rule = Rule("t.x", "notice", pattern="ประกาศฉบับที่{gap}{number}")
    (told,) = Extractor(default_rules() + [rule]).explain("ประกาศฉบับที่ ๗", find="ประกาศ")
    assert told.rule == "t.x"
    assert dict(told.evidence) == {"pattern": "ประกาศฉบับที่{gap}{number}", "number": "«7»"}
    assert told.trigger is not None
    assert told.trigger.text == "ประกาศฉบับที่"


def test_only_what_covers_an_offset() -> None:
    text = "กรมปศุสัตว์ พบกรมประมง"
    told = Extractor().explain(text, at=text.index("กรมประมง") + 2)
    assert {t.span.text for t in told} == {"กรมประมง"}


def test_at_a_terminal(tmp_path: Path) -> None:
    release = tmp_path / "release.txt"
    release.write_text("อธิบดีกรมปศุสัตว์ชี้แจง", encoding="utf-8")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "thaigov_extract", "explain", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    done = run(str(release), "--kind", "agency")
    assert done.returncode == 0
    assert "rule        agency.name" in done.stdout
    assert "title" not in done.stdout
    done = run(str(release), "--find", "กรมประมง")
    assert (done.returncode, done.stdout) == (1, "")
    assert "กรมประมง" in done.stderr
    assert run(str(tmp_path / "none.txt")).returncode == 2
    assert run(str(release), "--rules", "none.toml").returncode == 2


def test_a_term_is_found_by_its_english_side() -> None:
    (told,) = Extractor().explain("ซ้อมแผนเผชิญเหตุ (Incident Action Plan) แล้ว", find="Action Plan")
    assert (told.kind, told.span.text) == ("term", "แผนเผชิญเหตุ")


def test_of_several_releases_each_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text('{"text": "กรมปศุสัตว์ แถลง"}\n{"text": "กรมชลประทาน แถลง"}\n', "utf-8")
    assert explain_main([str(news), "--kind", "agency"]) == 0
    shown = capsys.readouterr().out
    assert [line for line in shown.split("\n") if "jsonl" in line] == [f"{news}:1", f"{news}:2"]
