"""Sentences whose hedges are labelled, as the network sees them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from reportedly.read.hedges import hedges
from reportedly.read.tagger.labels import HEDGES
from reportedly.read.tagger.pieces import cut, prefix
from reportedly.read.tagger.tag import Tagger
from reportedly.report import Span
from training.examples import UNKNOWN, Example, framed
from training.figures import ROOM
from training.polnear import span_of


@dataclass(frozen=True)
class Hedged:
    """A sentence and the spans of its hedges, in characters."""

    id: str
    text: str
    hedges: tuple[tuple[int, int], ...]


def hedged(labelled: Iterable[dict[str, Any]]) -> list[Hedged]:
    return [
        Hedged(row["id"], row["text"], tuple((a, b) for a, b in row["hedges"])) for row in labelled if "hedges" in row
    ]


def score(tagger: Tagger, kept: Sequence[Hedged]) -> Iterator[tuple[str, float, float, float]]:
    """Precision, recall and F1 of the rules, of the model, and of both as `read` has them; one read is right where it
    meets a labelled one."""
    told = tagger.tag([one.text for one in kept])
    ways: dict[str, list[list[Span]]] = {
        "rules": [[words.span for words in hedges(one.text, (0, len(one.text)))] for one in kept],
        "model": [[span for span, sure in answer.hedges if sure >= 0.5] for answer in told],
        "both": [
            [words.span for words in hedges(one.text, (0, len(one.text)), answer.hedges)]
            for one, answer in zip(kept, told, strict=True)
        ],
    }
    for way, read in ways.items():
        right = sum(_meets(span, one.hedges) for one, spans in zip(kept, read, strict=True) for span in spans)
        found = sum(_meets(span, spans) for one, spans in zip(kept, read, strict=True) for span in one.hedges)
        precision = right / max(1, sum(map(len, read)))
        recall = found / max(1, sum(len(one.hedges) for one in kept))
        yield way, precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def example(sentence: Hedged, tokenizer: Tokenizer, rng: random.Random) -> Example:
    """Some come lower-cased, as the streams often do."""
    lowered = sentence.text.lower()
    text = lowered if rng.random() < 0.15 and len(lowered) == len(sentence.text) else sentence.text
    pieces = cut(tokenizer, [text])[0]
    before = prefix(tokenizer, None, None)
    last = min(len(pieces), ROOM - 2)
    ids, marks, offset = framed(pieces, 0, last, before)
    told = np.full(len(ids), UNKNOWN, np.int64)
    told[offset : offset + last] = 0
    for span in sentence.hedges:
        first, end = span_of(pieces, *span)
        if first < end <= last:
            told[first + offset] = HEDGES.index("B-hedge")
            told[first + offset + 1 : end + offset] = HEDGES.index("I-hedge")
    return Example(ids, marks, np.full(len(ids), UNKNOWN, np.int64), hedges=told)
