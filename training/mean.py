"""One network from several: the mean of weights that were learnt from the same beginning in other orders.

Runs that begin alike end close enough to each other for their mean to be better than any of them, at no cost in size or
time (Wortsman et al., "Model soups", ICML 2022). The last two epochs of each are taken: the rate is so low by then that
they differ little, and the mean evens that out too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

LAST = 2
"""Epochs of each run, counted from its end."""


def checkpoints(run: Path) -> list[Path]:
    """The `reader-N.pt` of a run that go into the mean, the latest last."""
    return sorted(run.glob("reader-*.pt"), key=lambda path: int(path.stem.split("-")[1]))[-LAST:]


def mean(paths: Sequence[Path], out: Path) -> None:
    """Writes the mean of the weights at `paths`, which must be of one network, to `out`."""
    learnt = [torch.load(path) for path in paths]
    part = out.with_suffix(".part")
    torch.save({name: sum(one[name] for one in learnt) / len(learnt) for name in learnt[0]}, part)
    part.rename(out)
