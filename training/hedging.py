"""Sentences whose hedges are labelled, as the network sees them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from reportedly.read.tagger.labels import HEDGES
from reportedly.read.tagger.pieces import cut, prefix
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
