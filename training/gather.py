"""Lays out in one folder what a run learns from and is tested on: the base, the labels with their texts, the gold."""

from __future__ import annotations

import importlib.util
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from training.labels import joined

LABELS = Path(__file__).parent / "labels"
BASE = "all_minilm_l6_v2"
"""The package whose `model.zip` is the base: all-MiniLM-L6-v2, Apache-2.0."""


@dataclass(frozen=True)
class Material:
    """`base` is for model.safetensors and tokenizer.json; the dev files are tested on and never learnt from.
    `by_the_guide` are those of `labelled` that the authors of the guide labelled themselves, as they did the tests."""

    base: Path
    articles: Path
    labelled: tuple[Path, ...]
    by_the_guide: tuple[Path, ...]
    dev_articles: tuple[Path, ...]
    dev_figures: tuple[Path, ...]
    hedges: Path
    """Sentences with their hedges, to test on."""


def gather(shared: Path, work: Path) -> Material:
    """`shared` is the folder with gold/ and data/. What is laid out already stays, but labels are joined anew."""
    work.mkdir(parents=True, exist_ok=True)
    with_texts = work / "labels.jsonl"
    by_id = sorted([*LABELS.glob("sentences-*.jsonl"), *LABELS.glob("hedges-[0-9]*.jsonl")])
    rows = joined(shared, [*by_id, LABELS / "reader-a-of-200.jsonl"])
    with_texts.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
    doubted = work / "hedges-test.jsonl"
    tested = joined(shared, [LABELS / "hedges-test.jsonl"])
    doubted.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in tested), encoding="utf8")
    gold = shared / "gold"
    return Material(
        work / "base",
        shared / "data" / "polnear" / "train.jsonl",
        (gold / "train.jsonl", with_texts, *sorted(LABELS.glob("written-*.jsonl"))),
        (gold / "train.jsonl",),
        (shared / "data" / "polnear" / "dev.jsonl",),
        (gold / "dev-stream.jsonl", gold / "dev-wiki.jsonl"),
        doubted,
    )


def base_in(folder: Path) -> Path:
    """The base, unpacked there where it is not yet: only learning and exporting need it."""
    if not folder.exists():
        found = importlib.util.find_spec(BASE)
        if found is None or not found.submodule_search_locations:
            raise SystemExit(f"the base {BASE} is not installed: pip install -e '.[train]'")
        part = folder.with_suffix(".part")
        with zipfile.ZipFile(Path(found.submodule_search_locations[0]) / "model.zip") as packed:
            packed.extractall(part)
        part.rename(folder)
    return folder
