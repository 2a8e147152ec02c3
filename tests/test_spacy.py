from __future__ import annotations

from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span


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


def test_documents_keep_the_release_as_bytes_and_between_processes() -> None:
    nlp = spacy.blank("th")
    nlp.add_pipe("thaigov_extract")
    text = "นางสาวดวงใจ ใจดี รัฐมนตรีว่าการกระทรวงแรงงาน กล่าวเมื่อวันที่ 8 ก.พ. 64"
    doc = nlp(text)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.release == doc._.release
    kept = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert again._.release == doc._.release
    assert [d._.release for d in nlp.pipe([text] * 3, n_process=2)] == [doc._.release] * 3
