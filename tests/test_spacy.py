from __future__ import annotations

from pathlib import Path

import spacy
from spacy.tokens import Span


def test_component_in_a_pipeline() -> None:
    nlp = spacy.blank("th")
    nlp.add_pipe("thaigov_extract")
    doc = nlp("นางสาวดวงใจ ใจดี รัฐมนตรีว่าการกระทรวงแรงงาน กล่าวเมื่อวันที่ 8 ก.พ. 64")
    assert {span.label_ for span in doc.spans["thaigov"]} == {"OFFICIAL", "TITLE", "AGENCY", "DATE"}
    assert [entity.label_ for entity in doc.ents] == ["OFFICIAL", "TITLE", "DATE"]
    assert doc._.release.officials[0].name.family == "ใจดี"
    for span in doc.spans["thaigov"]:
        assert isinstance(span, Span)
        assert span.text


def test_earlier_entities_stay() -> None:
    nlp = spacy.blank("th")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "MINE", "pattern": "กล่าว"}])
    nlp.add_pipe("thaigov_extract")
    doc = nlp("นางสาวดวงใจ ใจดี กล่าว ว่า")
    assert "MINE" in {entity.label_ for entity in doc.ents}


def test_rules_of_a_file_in_a_pipeline(tmp_path: Path) -> None:
    file = tmp_path / "my.rules.toml"
    file.write_text(
        '[[rule]]\nid = "my.sum"\nkind = "sum"\npattern = "{number}{gap}ล้านบาท"\n', encoding="utf-8"
    )
    nlp = spacy.blank("th")
    nlp.add_pipe("thaigov_extract", config={"rules": [str(file)]})
    doc = nlp("วงเงิน 20 ล้านบาท")
    assert [(span.label_, span.text) for span in doc.spans["thaigov"]] == [("SUM", "20 ล้านบาท")]
    assert doc._.release.records[0].slots["number"].text == "20"
