from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

from thaigov_extract import extract
from thaigov_extract.annotate import to_annotation
from thaigov_extract.evaluate import evaluate

NOTHING: dict[str, Any] = {"officials": [], "titles": [], "agencies": [], "terms": [], "dates": []}


def test_figures_by_hand() -> None:
    gold = [
        {
            **NOTHING,
            "id": "1",
            "titles": ["ก", "ข", "ค"],
            "dates": [{"text": "2564", "iso": "2021"}],
        }
    ]
    system = [{**NOTHING, "id": "1", "titles": ["ก", "ข\u200b", "ง"], "dates": []}]
    result = evaluate(gold, system)
    titles = result.layers["titles"]
    assert (titles.right, titles.extra, titles.missed) == (2, 1, 1)
    assert round(titles.f1, 3) == 0.667
    assert result.layers["dates"].recall == 0.0
    assert result.layers["dates"].precision == 1.0
    assert [(e.layer, e.what, e.item) for e in result.errors if e.layer == "titles"] == [
        ("titles", "extra", "ง"),
        ("titles", "missed", "ค"),
    ]


def test_an_absent_release_counts_as_empty() -> None:
    gold = [{**NOTHING, "id": "1", "titles": ["ก"]}]
    assert evaluate(gold, []).layers["titles"].missed == 1


def test_same_figures_as_the_project_measure(shared: Path) -> None:
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = [json.loads(line) for line in (shared / "gold" / "dev.jsonl").open(encoding="utf-8")]
    texts = {
        record["id"]: record["text"]
        for record in map(json.loads, (shared / "gold" / "dev_texts.jsonl").open(encoding="utf-8"))
    }
    system = [to_annotation(extract(texts[g["id"]], id=g["id"])) for g in gold]
    figures, errors = score.score(gold, system)
    ours = evaluate(gold, system)
    for layer, found in ours.layers.items():
        assert (found.right, found.extra, found.missed) == tuple(
            figures[layer][k] for k in ("tp", "fp", "fn")
        )
        assert found.f1 == figures[layer]["f1"]
    assert ours.kinds_right == figures["term_kind"]["right"]
    assert sorted((e.layer, e.id, e.what, str(e.item)) for e in ours.errors) == sorted(
        (*e[:3], str(e[3])) for e in errors
    )
