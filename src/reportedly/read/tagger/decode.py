"""From the network's scores to spans of pieces: which tags stand, whose cue a content has, who stands behind a cue.

Everything here works on one batch of windows at once; no loop runs over pieces except the one along a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.read.tagger.labels import LINKS, TAGS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

CONTENT_CUE, CUE_SOURCE, CUE_SOURCE_END = (LINKS.index(n) for n in ("content cue", "cue source", "cue source end"))
LONGEST_SOURCE = 40
LEANING = np.array([0, 0, 0, 0.5, 0.5, -0.3, -0.3], np.float32)
"""Added to the tags' scores: on held-out articles a cue is missed more often than made up, a content the other way."""
PASSED_OVER = 0.2
"""How likely a word that no tag marks must be a content's cue to become one."""
NO_CUE = 0.3


class Run(NamedTuple):
    """Pieces first to last, inclusive, that one tag covers, and the mean of the probabilities of its pieces' tags."""

    first: int
    last: int
    sure: float


@dataclass(frozen=True)
class Telling:
    """One attribution in pieces of its window. `sure` holds the probabilities that calibration weighs."""

    cue: Run
    source: Run | None
    contents: tuple[Run, ...]
    sure: tuple[float, ...]


def softmax(scores: Floats) -> Floats:
    out: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    out /= out.sum(-1, keepdims=True)
    return out


def best_tags(scores: Floats) -> Ints:
    """The best sequence of tags (B, L) in which no I- opens a span: Viterbi over (B, L, TAGS)."""
    batch, length, _ = scores.shape
    scores = scores + LEANING
    came = np.zeros((batch, length, len(TAGS)), np.int8)
    total = scores[:, 0].copy()
    total[:, 2::2] = -1e4
    everyone = np.arange(batch)
    for at in range(1, length):
        best = total.argmax(1)
        nxt = scores[:, at] + total[everyone, best][:, None]
        came[:, at] = best[:, None]
        opened, going = total[:, 1::2], total[:, 2::2]
        nxt[:, 2::2] = scores[:, at, 2::2] + np.maximum(opened, going)
        came[:, at, 2::2] = np.where(going > opened, _INSIDE, _OPENS)
        total = nxt
    tags = np.empty((batch, length), np.int64)
    tags[:, -1] = total.argmax(1)
    for at in range(length - 1, 0, -1):
        tags[:, at - 1] = came[everyone, at, tags[:, at]]
    return tags


_OPENS, _INSIDE = np.array([1, 3, 5], np.int8), np.array([2, 4, 6], np.int8)


def runs(tags: Ints, sure: Floats, part: int) -> list[Run]:
    """The spans of one part (0 source, 1 cue, 2 content) in one window's tags."""
    opens = np.flatnonzero(tags == 1 + 2 * part)
    if not len(opens):
        return []
    goes_on = tags == 2 + 2 * part
    stops = np.flatnonzero(~goes_on)
    nth = np.searchsorted(stops, opens, "right")
    ends = np.where(nth < len(stops), stops[np.minimum(nth, len(stops) - 1)], len(tags)) - 1
    summed = np.concatenate(([0.0], np.cumsum(sure)))
    means = (summed[ends + 1] - summed[opens]) / (ends + 1 - opens)
    return [Run(int(a), int(b), float(p)) for a, b, p in zip(opens, ends, means, strict=True)]


def tellings(tags: Ints, sure: Floats, links: Floats) -> list[Telling]:
    """The attributions of one window: each content goes to its likeliest cue, each cue to its likeliest source or none.

    `links` is (LINKS, L, L) for the window. Where contents point at a word that the tags passed over, that word is a
    cue too; a content that points at nothing is left out.
    """
    contents = runs(tags, sure, 2)
    if not contents:
        return []
    cues = {cue.first: cue for cue in runs(tags, sure, 1)}
    belongs: dict[int, list[tuple[Run, float]]] = {}
    for content in contents:
        chances = softmax(links[CONTENT_CUE, content.first : content.last + 1]).mean(0)
        best = max(cues, key=lambda first: float(chances[first]), default=0)
        top = int(chances[1:].argmax()) + 1
        if top not in cues and chances[top] > PASSED_OVER and chances[top] > (chances[best] if best else 0):
            if tags[top]:
                continue
            cues[top] = Run(top, top, float(chances[top]))
            best = top
        if best and not (chances[0] > NO_CUE and chances[0] > chances[best]):
            belongs.setdefault(best, []).append((content, float(chances[best])))
    return [_telling(cues[first], found, links) for first, found in sorted(belongs.items())]


def _telling(cue: Run, found: list[tuple[Run, float]], links: Floats) -> Telling:
    first, last, source_sure = pointed(links[CUE_SOURCE, cue.first], links[CUE_SOURCE_END, cue.first])
    size = sum(c.last - c.first + 1 for c, _ in found)
    content_sure = sum(c.sure * (c.last - c.first + 1) for c, _ in found) / size
    sure = (cue.sure, content_sure, min(chance for _, chance in found), source_sure)
    return Telling(cue, Run(first, last, source_sure) if first else None, tuple(c for c, _ in found), sure)


def pointed(opens: Floats, ends: Floats) -> tuple[int, int, float]:
    """The likeliest span for a start and an end that were scored apart; (0, 0) is none."""
    opens, ends = softmax(opens), softmax(ends)
    best = (0, 0, float(opens[0] * ends[0]))
    for top in (np.argsort(-opens[1:])[:4] + 1).tolist():
        reach = ends[top : top + LONGEST_SOURCE]
        last = int(reach.argmax())
        chance = float(opens[top] * reach[last])
        if chance > best[2]:
            best = (top, top + last, chance)
    return best
