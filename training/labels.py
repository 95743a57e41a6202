"""Joins labels that hold ids and offsets with the text that they were made on.

usage: python -m training.labels SHARED LABELS... > joined.jsonl

SHARED is the folder with data/reports, data/polnear and data/stream.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


@dataclass(frozen=True)
class Texts:
    """What the labels were made on: Wikinews by line, streams and PolNeAR's training articles by id."""

    reports: list[Row]
    articles: dict[str, Row]
    streams: dict[str, dict[str, Row]]
    topics: dict[str, Row]


def texts_of(shared: Path) -> Texts:
    data = shared / "data"
    return Texts(
        _rows(data / "reports" / "wikinews.jsonl"),
        {row["id"]: row for row in _rows(data / "polnear" / "train.jsonl")},
        {path.stem: {row["id"]: row for row in _rows(path)} for path in (data / "stream").glob("TS*.jsonl")},
        json.loads((data / "stream" / "topics.json").read_text(encoding="utf8")),
    )


def with_text(label: Row, texts: Texts) -> Row:
    """The label with its sentence, what it is about, its day, and every phrase and source in words."""
    source, rest = label["id"].split("/", 1)
    if source in ("wikinews", "polnear"):
        name, offset = rest.rsplit("/", 1)
        of = texts.reports[int(name)] if source == "wikinews" else texts.articles[name]
        text, about = of["text"][int(offset) : int(offset) + label["length"]], of.get("title")
    else:
        of = texts.streams[source][rest]
        text, about = of["text"], texts.topics[source]["about"]
    whole = {"id": label["id"], "about": about, "published_at": of["published_at"], "text": text}
    if "hedges" in label:
        return {**whole, "hedges": label["hedges"]}
    figures = []
    for figure in label["figures"]:
        said = {name: text[slice(*figure[name])] if figure[name] else None for name in ("source", "via")}
        start, end = figure["span"]
        figures.append({**figure, **said, "phrase": text[start:end], "start": start})
    return {**whole, "figures": figures}


def joined(shared: Path, labels: list[Path]) -> Iterator[Row]:
    texts = texts_of(shared)
    for path in labels:
        for label in _rows(path):
            yield with_text(label, texts)


if __name__ == "__main__":
    for row in joined(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]):
        print(json.dumps(row, ensure_ascii=False))
