"""The rule pack of one ministry, as its users would test it: the plugin makes the tests of it."""

from __future__ import annotations

from pathlib import Path

from thaigov_extract import Extractor, default_rules
from thaigov_extract.testing import load_rules

PACK = load_rules(Path(__file__).parents[1] / "fixtures" / "transport.rules.toml")


def test_it_has_twenty_rules_of_many_kinds() -> None:
    assert len(PACK.rules) == 20
    kinds = {rule.kind for rule in PACK.rules}
    assert {"agency", "title", "official", "post", "date", "term"} < kinds
    assert len(kinds) > 12


def test_it_adds_facts_and_loses_none() -> None:
    text = (
        "นายสมชาย ใจดี อธิบดีกรมทางหลวง เปิดมอเตอร์เวย์หมายเลข 6 เมื่อวันที่ 3 มกราคม 2567 "
        "สอบถามกรมทางหลวง สายด่วน 1586"
    )
    before = Extractor().extract(text)
    after = Extractor(PACK.added_to(default_rules())).extract(text)
    assert [record.kind for record in after.records] == ["road", "hotline"]
    assert after.officials == before.officials
    assert [a.name for a in after.agencies] == [a.name for a in before.agencies]
