"""Whose a number is where no reporting verb says so, as the trained model has it: "Hospital: 9 hurt", "12 dead - navy",
"the garrison counts 40 missing".
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.figure import Figure
from reportedly.read.attribution import Attribution
from reportedly.read.gaps import gaps
from reportedly.read.sentence import Sentence
from reportedly.read.sources import named
from reportedly.read.tagger.tag import Counted
from reportedly.report import Span

_SURE = 0.4
"""From this chance on the model's source is taken where the wording gives none."""


@dataclass(frozen=True, slots=True)
class _Said:
    content: tuple[Span, ...]
    source: Span
    confidence: float


def supplied(
    text: str,
    parts: Sequence[Sentence],
    said: Sequence[Attribution],
    figures: Sequence[Figure],
    counted: Sequence[Counted],
) -> tuple[Attribution, ...]:
    """Sayings for the figures that stand in none, where the model is sure of a source in the same sentence. Each says
    the stretch of its sentence, beside the source's words, that holds the figure."""
    by_span = {one.span: one for one in counted}
    starts = [part.start for part in parts]
    beside_in = _by_sentence(starts, parts, said)
    found: dict[tuple[Span, Span], _Said] = {}
    for figure in figures:
        told = by_span.get(figure.phrase.span)
        if told is None or told.source is None or told.source_sure < _SURE:
            continue
        place = bisect_right(starts, figure.phrase.span[0]) - 1
        if place < 0 or not (parts[place].start <= told.source[0] and told.source[1] <= parts[place].end):
            continue
        taken = beside_in.get(place, [])
        if any(_holds(span, figure) for span in taken):
            continue
        content = [gap for gap in gaps(text, parts[place], [told.source, *taken]) if _holds(gap, figure)]
        if content:
            found.setdefault((told.source, content[0]), _Said((content[0],), told.source, told.source_sure))
    return tuple(
        Attribution(one.content, named(text, [one.source]), None, round(one.confidence, 3)) for one in found.values()
    )


def _by_sentence(
    starts: Sequence[int], parts: Sequence[Sentence], said: Sequence[Attribution]
) -> dict[int, list[Span]]:
    """By the number of the sentence, what of it somebody is said to have said."""
    found: dict[int, list[Span]] = {}
    for start, end in (span for saying in said for span in saying.content):
        place = max(0, bisect_right(starts, start) - 1)
        while place < len(parts) and parts[place].start < end:
            found.setdefault(place, []).append((start, end))
            place += 1
    return found


def _holds(span: Span, figure: Figure) -> bool:
    start, end = figure.phrase.span
    return span[0] <= start and end <= span[1]
