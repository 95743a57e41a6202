"""Whose a number is where no reporting verb says so, as the trained model has it: "Hospital: 9 hurt", "12 dead - navy",
"the garrison counts 40 missing".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.figure import Figure
from reportedly.read.attribution import Attribution
from reportedly.read.gaps import gaps
from reportedly.read.sentence import Sentence
from reportedly.read.sources import sources
from reportedly.read.tagger.tag import Counted
from reportedly.report import Span

_SURE = 0.6
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
    taken = sorted(span for saying in said for span in saying.content)
    found: dict[tuple[Span, Span], _Said] = {}
    for figure in figures:
        told = by_span.get(figure.phrase.span)
        if told is None or told.source is None or told.source_sure < _SURE or _held(figure, taken):
            continue
        part = next((part for part in parts if part.start <= figure.phrase.span[0] < part.end), None)
        if part is None or not (part.start <= told.source[0] and told.source[1] <= part.end):
            continue
        beside = [told.source, *(span for span in taken if part.start < span[1] and span[0] < part.end)]
        content = [
            gap
            for gap in gaps(text, part, beside)
            if gap[0] <= figure.phrase.span[0] and figure.phrase.span[1] <= gap[1]
        ]
        if content:
            found.setdefault((told.source, content[0]), _Said((content[0],), told.source, told.source_sure))
    chains = sources(text, [[one.source] for one in found.values()])
    return tuple(
        Attribution(one.content, chain, None, round(one.confidence, 3))
        for one, chain in zip(found.values(), chains, strict=True)
        if chain
    )


def _held(figure: Figure, taken: Sequence[Span]) -> bool:
    start, end = figure.phrase.span
    return any(a <= start and end <= b for a, b in taken)
