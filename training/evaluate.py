"""Predictions in the form that the scorers read, from an exported model."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reportedly.read.groups import phrase_after
from reportedly.read.numbers import Shape, numbers
from reportedly.read.tagger.tag import Counted, Tagged, Tagger
from reportedly.read.words import line_of
from training.figures import day_of


def attributions(tagger: Tagger, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "id": row["id"],
            "attributions": [
                {"source": [a.source] if a.source else [], "cue": [a.cue], "content": list(a.content)}
                for a in tagged.attributions
            ],
            "sure": [(a.confidence, a.sure) for a in tagged.attributions],
        }
        for row, tagged in zip(rows, tagger.tag([row["text"] for row in rows]), strict=True)
    ]


def figures(tagger: Tagger, rows: Sequence[dict[str, Any]], least: float = 0.0) -> list[dict[str, Any]]:
    """Numbers, their bounds and nationalities by rule; kind, role, scope and source by the model."""
    lines = [line_of(row["text"], 0, len(row["text"])) for row in rows]
    asked, spans = [], []
    for words in lines:
        found = []
        for number in numbers(words):
            phrase = phrase_after(words, number.last)
            last = phrase.last if number.shape is Shape.ARTICLE and phrase.last > number.last else number.last
            found.append((number, phrase, (words.starts[number.first], words.ends[last - 1])))
        asked.append(found)
        spans.append([span for _, _, span in found])
    tagged = tagger.tag(
        [row["text"] for row in rows], [row.get("about") for row in rows],
        [day_of(row.get("published_at")) for row in rows], spans,
    )  # fmt: skip
    out = []
    for row, found, answer in zip(rows, asked, tagged, strict=True):
        by_span = {counted.span: counted for counted in answer.counted}
        read = []
        for number, phrase, span in found:
            counted = by_span.get(span)
            if counted is None or counted.kind == "none" or counted.kinds[counted.kind] < least:
                continue
            read.append({
                "phrase": row["text"][span[0] : span[1]], "kind": counted.kind, "low": number.low, "high": number.high,
                "approx": number.approx, "role": phrase.role, "model_role": role(row["text"], counted),
                "nationality": sorted(phrase.nationality), "source": source(row["text"], counted, answer),
                "scope": counted.scope, "kinds": counted.kinds, "span": span,
            })  # fmt: skip
        out.append({"id": row["id"], "figures": read})
    return out


def source(text: str, counted: Counted, tagged: Tagged) -> str | None:
    return text[slice(*counted.source)] if counted.source else None


def role(text: str, counted: Counted) -> str:
    if counted.role:
        return counted.role
    return text[slice(*counted.noun)].lower() if counted.noun else "people"


def by_topic(gold: Sequence[dict[str, Any]], read: Sequence[dict[str, Any]]) -> list[tuple[str, float, int]]:
    """(topic, F1 of kind, low and high together, figures in gold), the fullest topic first; kind "other" left out."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for known, found in zip(gold, read, strict=True):
        one = tally[known.get("topic") or "none"]
        counted = [
            Counter((f["kind"], f["low"], f["high"]) for f in row["figures"] if f["kind"] != "other")
            for row in (known, found)
        ]
        one["gold"] += counted[0].total()
        one["read"] += counted[1].total()
        one["right"] += (counted[0] & counted[1]).total()
    rows = [(topic, 2 * c["right"] / max(1, c["gold"] + c["read"]), c["gold"]) for topic, c in tally.items()]
    return sorted(rows, key=lambda row: -row[2])


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
