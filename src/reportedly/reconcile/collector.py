"""Python's garbage collector looks through everything alive each time that enough was made. A derivation makes tens of
thousands of tuples that stay, and no garbage: left alone, the collector takes half of its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

FEW = 1_000


@contextmanager
def paused(many: int) -> Iterator[None]:
    """Makes the collector wait, where `many` things are to be derived and it was at work. Where two threads derive at
    once, it may come back for the second before that is done: that costs time and nothing else."""
    pausing = many >= FEW and gc.isenabled()
    if pausing:
        gc.disable()
    try:
        yield
    finally:
        if pausing:
            gc.enable()
