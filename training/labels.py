"""Joins labels that hold ids and offsets with the text that they were made on.

usage: python -m training.labels SHARED LABELS... > joined.jsonl

SHARED is the folder with data/reports and data/stream.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def with_text(label: Row, reports: list[Row], streams: dict[str, dict[str, Row]], topics: dict[str, Row]) -> Row:
    """The label with its sentence, what it is about, its day, and every phrase and source in words."""
    source, rest = label["id"].split("/", 1)
    if source == "wikinews":
        line, offset = map(int, rest.split("/"))
        of = reports[line]
        text, about = of["text"][offset : offset + label["length"]], of["title"]
    else:
        of = streams[source][rest]
        text, about = of["text"], topics[source]["about"]
    figures = []
    for figure in label["figures"]:
        said = {name: text[slice(*figure[name])] if figure[name] else None for name in ("source", "via")}
        start, end = figure["span"]
        figures.append({**figure, **said, "phrase": text[start:end], "start": start})
    return {"id": label["id"], "about": about, "published_at": of["published_at"], "text": text, "figures": figures}


def joined(shared: Path, labels: list[Path]) -> Iterator[Row]:
    reports = _rows(shared / "data" / "reports" / "wikinews.jsonl")
    topics = json.loads((shared / "data" / "stream" / "topics.json").read_text(encoding="utf8"))
    streams = {
        path.stem: {row["id"]: row for row in _rows(path)} for path in (shared / "data" / "stream").glob("TS*.jsonl")
    }
    for path in labels:
        for label in _rows(path):
            yield with_text(label, reports, streams, topics)


if __name__ == "__main__":
    for row in joined(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]):
        print(json.dumps(row, ensure_ascii=False))
