"""The two releases that started the project come out right in every layer, always."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from thaigov_extract import extract
from thaigov_extract.annotate import to_annotation
from thaigov_extract.evaluate import LAYERS, evaluate


@pytest.mark.parametrize("name", ["38994", "26729"])
def test_seed_is_exact(shared: Path, name: str) -> None:
    text = (shared / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
    gold = [
        record
        for line in (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
        if (record := json.loads(line))["id"] == name
    ]
    result = evaluate(gold, [to_annotation(extract(text))])
    assert result.errors == ()
    assert result.kind_accuracy == 1.0
    assert set(result.layers) == set(LAYERS)


def test_dev_floor(shared: Path) -> None:
    """The figures that the main job was accepted with do not fall."""
    gold = [json.loads(x) for x in (shared / "gold" / "dev.jsonl").open(encoding="utf-8")]
    texts = {
        record["id"]: record["text"]
        for record in map(json.loads, (shared / "gold" / "dev_texts.jsonl").open(encoding="utf-8"))
    }
    system = [to_annotation(extract(texts[g["id"]], id=g["id"])) for g in gold]
    layers = evaluate(gold, system).layers
    floors = {"persons": 0.93, "titles": 0.80, "agencies": 0.75, "dates": 0.95, "term_thai": 0.65}
    fallen = {name: layers[name].f1 for name, floor in floors.items() if layers[name].f1 < floor}
    assert fallen == {}
