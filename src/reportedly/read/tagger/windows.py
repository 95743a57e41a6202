"""A long text as windows that the encoder can read at once.

Each piece is owned by exactly one window; before what it owns a window shows some of what came before, as context.
Windows end where a line ends, else where a sentence ends, else where they must.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.read.tagger.pieces import Pieces

LENGTH = 256
CONTEXT = 40


class Window(NamedTuple):
    """Pieces `first` to `last` are shown, `own` to `last` owned; ends exclusive."""

    first: int
    own: int
    last: int


def windows(pieces: Pieces, sentences: NDArray[np.int64], room: int, context: int = CONTEXT) -> list[Window]:
    """`room` is how many pieces a window may show; `sentences` are indexes of pieces that open a sentence."""
    opens_line = pieces.marks[sentences] // 6 % 2 == 1 if len(pieces) else np.empty(0, bool)
    lines = sentences[opens_line] if len(pieces) else sentences
    out: list[Window] = []
    own = 0
    while own < len(pieces):
        first = own if own == 0 else _after(sentences, own - context, own)
        limit = first + room
        if limit >= len(pieces):
            last = len(pieces)
        else:
            early = own + (limit - own) // 2
            last = _before(lines, early, limit) or _before(sentences, early, limit) or limit
        out.append(Window(first, own, last))
        own = last
    return out


def _after(starts: NDArray[np.int64], low: int, default: int) -> int:
    at = int(np.searchsorted(starts, low))
    return min(int(starts[at]), default) if at < len(starts) else default


def _before(starts: NDArray[np.int64], low: int, high: int) -> int:
    """The last start in low < start <= high, else 0."""
    at = int(np.searchsorted(starts, high, side="right")) - 1
    return int(starts[at]) if at >= 0 and starts[at] > low else 0
