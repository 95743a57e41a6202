"""What one window teaches: its pieces, and the answers known for them.

UNKNOWN marks a piece or a link that nobody labelled: it teaches nothing. Piece numbers count from the window's [CLS].
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.read.tagger.pieces import CLS, PREFIX, SEP, Pieces

if TYPE_CHECKING:
    from torch import Tensor

UNKNOWN = -100


@dataclass(frozen=True)
class Phrase:
    """A number phrase's pieces and what it counts; -1 for a part that is not known."""

    first: int
    last: int
    kind: int
    role: int = -1
    scope: int = -1
    source: tuple[int, int] | None = (0, 0)
    noun: int = -1


@dataclass(frozen=True)
class Example:
    ids: NDArray[np.int64]
    marks: NDArray[np.int64]
    tags: NDArray[np.int64]
    links: list[tuple[int, int, int]] = field(default_factory=list)  # (link, row, column)
    phrases: list[Phrase] = field(default_factory=list)
    hedges: NDArray[np.int64] | None = None  # as long as ids; None where nobody labelled them


def framed(
    pieces: Pieces, first: int, last: int, before: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Ids and marks of a window with [CLS], prefix and [SEP] around it, and where its first piece stands."""
    offset = 1 + len(before)
    ids = np.concatenate(([CLS], before, pieces.ids[first:last], [SEP]))
    marks = np.concatenate(([PREFIX] * offset, pieces.marks[first:last], [PREFIX]))
    return ids.astype(np.int64), marks.astype(np.int64), offset


@dataclass(frozen=True)
class Batch:
    ids: Tensor
    marks: Tensor
    shown: Tensor
    tags: Tensor
    links: Tensor  # rows of (example, link, row, column)
    phrases: list[tuple[int, Phrase]]
    hedges: Tensor


def batches(examples: list[Example], room: int, rng: random.Random) -> list[list[Example]]:
    """Examples of like length together, at most `room` padded pieces a batch, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.ids) + rng.uniform(-6, 6))
    out: list[list[Example]] = []
    for example in ordered:
        longest = max(len(example.ids), max((len(e.ids) for e in out[-1]), default=0)) if out else 0
        if out and longest * (len(out[-1]) + 1) <= room:
            out[-1].append(example)
        else:
            out.append([example])
    rng.shuffle(out)
    return out


def collate(examples: list[Example]) -> Batch:
    import torch

    length = max(len(e.ids) for e in examples)

    def padded(rows: list[NDArray[np.int64]], fill: int) -> Tensor:
        out = np.full((len(rows), length), fill, np.int64)
        for n, row in enumerate(rows):
            out[n, : len(row)] = row
        return torch.from_numpy(out)

    links = [(n, *link) for n, e in enumerate(examples) for link in e.links]
    return Batch(
        ids=padded([e.ids for e in examples], 0),
        marks=padded([e.marks for e in examples], PREFIX),
        shown=padded([np.ones_like(e.ids) for e in examples], 0),
        tags=padded([e.tags for e in examples], UNKNOWN),
        links=torch.tensor(links, dtype=torch.long).reshape(-1, 4),
        phrases=[(n, p) for n, e in enumerate(examples) for p in e.phrases],
        hedges=padded([np.full_like(e.ids, UNKNOWN) if e.hedges is None else e.hedges for e in examples], UNKNOWN),
    )
