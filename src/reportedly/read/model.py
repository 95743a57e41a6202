"""The trained reader as shipped: loaded once, on first use, from the package's own files."""

import os
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from reportedly.read.tagger.tag import Tagged, Tagger
from reportedly.report import Span

THREADS = "REPORTEDLY_THREADS"
"""Names the environment variable that says how many threads reading may use; where unset, two."""


FOLDER = "REPORTEDLY_MODEL"
"""Names the environment variable that says where else the model's files lie, for whoever trains one; "none" reads by
rules alone."""


@cache
def _tagger(place: str | None, threads: int) -> Tagger | None:
    if place == "none":
        return None
    if place is not None:
        return Tagger(Path(place), threads)
    with as_file(files("reportedly.read.tagger") / "model") as folder:
        # A checkout in which no model was trained yet still reads, by its rules.
        return Tagger(folder, threads) if (folder / "reader.onnx").exists() else None


def tagged(
    texts: Sequence[str],
    abouts: Sequence[str | None],
    days: Sequence[date | None],
    phrases: Sequence[Sequence[Span]],
) -> list[Tagged] | None:
    """Who said what in each text, and what each of its number phrases counts; None where no model is there."""
    reader = tagger()
    return None if reader is None else reader.tag(texts, abouts, days, phrases)


def tagger() -> Tagger | None:
    """The model as the environment asks for it; None where there is none."""
    threads = os.environ.get(THREADS, "2")
    return _tagger(os.environ.get(FOLDER), int(threads) if threads.isdigit() and threads != "0" else 2)
