"""Who said what: PolNeAR's articles as windows with tags and links."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.read.figures import candidates
from reportedly.read.prose import sentences
from reportedly.read.sentence import Setting
from reportedly.read.tagger.labels import LINKS, TAGS
from reportedly.read.tagger.pieces import Pieces, cut, prefix, sentence_starts
from reportedly.read.tagger.windows import Window, windows
from training.examples import UNKNOWN, Example, framed

CONTENT_CUE = LINKS.index("content cue")
CUE_SOURCE, CUE_SOURCE_END = LINKS.index("cue source"), LINKS.index("cue source end")
HELD_OUT = 20  # one article in this many


@dataclass(frozen=True)
class Article:
    """`cue_of` has for each piece of a content its cue's first piece, else -1; `source_of` a cue's source or None."""

    pieces: Pieces
    sentences: NDArray[np.int64]
    tags: NDArray[np.int64]
    cue_of: NDArray[np.int64]
    source_of: dict[int, tuple[int, int] | None] = field(default_factory=dict)
    about: str | None = None
    day: date | None = None
    numbers: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    """The first pieces of the phrases that may count people, in order."""


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def held_out(row: dict[str, Any]) -> bool:
    """Whether an article of the training split is kept back to choose by."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % HELD_OUT == 0


def straight(text: str) -> str:
    """The text with typewriter quotation marks; as long as before."""
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})


def span_of(pieces: Pieces, start: int, end: int) -> tuple[int, int]:
    """Pieces that touch the characters start to end, end exclusive."""
    return int(np.searchsorted(pieces.ends, start, "right")), int(np.searchsorted(pieces.starts, end, "left"))


def articles(tokenizer: Tokenizer, labelled: Sequence[dict[str, Any]], *, lower: bool = False,
             typewriter: bool = False) -> list[Article]:  # fmt: skip
    texts = [row["text"] for row in labelled]
    if typewriter:
        texts = [straight(text) for text in texts]
    if lower:
        texts = [low if len(low := text.lower()) == len(text) else text for text in texts]
    return [
        _article(row, text, pieces) for row, text, pieces in zip(labelled, texts, cut(tokenizer, texts), strict=True)
    ]


def _article(row: dict[str, Any], text: str, pieces: Pieces) -> Article:
    tags = np.zeros(len(pieces), np.int64)
    cue_of = np.full(len(pieces), -1, np.int64)
    source_of: dict[int, tuple[int, int] | None] = {}
    for told in row["attributions"]:
        spans = {part: [span_of(pieces, *span) for span in told[part]] for part in ("source", "cue", "content")}
        for part in ("content", "source", "cue"):
            for first, last in spans[part]:
                if first < last:
                    tags[first] = TAGS.index(f"B-{part}")
                    tags[first + 1 : last] = TAGS.index(f"I-{part}")
        if not spans["cue"]:
            continue
        cue = spans["cue"][0][0]
        source_of[cue] = (spans["source"][0][0], spans["source"][0][1] - 1) if spans["source"] else None
        for first, last in spans["content"]:
            cue_of[first:last] = cue
    for start, end in row.get("discard", ()):
        first, last = span_of(pieces, start, end)
        tags[first:last] = UNKNOWN
    published = row.get("published_at")
    return Article(
        pieces, sentence_starts(text, pieces), tags, cue_of, source_of, row.get("title"),
        date.fromisoformat(str(published)[:10]) if published else None,
        np.array([span_of(pieces, *span)[0] for span in _counting(text)], np.int64),
    )  # fmt: skip


def _counting(text: str) -> list[tuple[int, int]]:
    """The phrases that the model is asked about when the text is read."""
    setting = Setting(None, None, None)
    return [one.figure.phrase.span for part in sentences(text) for one in candidates(text, part, setting)]


def examples(article: Article, tokenizer: Tokenizer, room: int, context: int, rng: random.Random) -> list[Example]:
    """The article's windows. As when news is read, only those with a number stand after what the story is about and its
    day, where these are told at all; an encoder that seldom saw prose after them, or without them, reads it worse."""
    told = rng.random()
    before = prefix(tokenizer, article.about if told < 0.3 else None, article.day if told < 0.6 else None)
    return [
        _example(article, window.first, window.last, before if _counts(article, window) else before[:0])
        for window in windows(article.pieces, article.sentences, room - 2 - len(before), context)
    ]


def _counts(article: Article, window: Window) -> bool:
    low, high = np.searchsorted(article.numbers, (window.own, window.last))
    return bool(high > low)


def _example(article: Article, first: int, last: int, before: NDArray[np.int64]) -> Example:
    ids, marks, offset = framed(article.pieces, first, last, before)
    tags = np.full(len(ids), UNKNOWN, np.int64)
    tags[offset : offset + last - first] = article.tags[first:last]
    shift = offset - first
    links = []
    for at in range(first, last):
        cue = int(article.cue_of[at])
        if cue >= 0:
            links.append((CONTENT_CUE, at + shift, cue + shift if first <= cue < last else 0))
        if at in article.source_of:
            source = article.source_of[at]
            if source is None:
                links += [(CUE_SOURCE, at + shift, 0), (CUE_SOURCE_END, at + shift, 0)]
            elif first <= source[0] and source[1] < last:
                links += [(CUE_SOURCE, at + shift, source[0] + shift), (CUE_SOURCE_END, at + shift, source[1] + shift)]
    return Example(ids, marks, tags, links)
