"""Whose a number is where no reporting verb says so, as the trained model has it: "Hospital: 9 hurt", "12 dead - navy",
"the garrison counts 40 missing"; and where one says so of another number: "40 dead, says the governor; 70 - Red Cross".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.figure import Figure
from reportedly.read.attribution import Attribution
from reportedly.read.gaps import gaps
from reportedly.read.sentence import Sentence
from reportedly.read.sources import named
from reportedly.read.stance import left_open
from reportedly.read.tagger.tag import Counted
from reportedly.report import Span

_SURE = 0.4
"""From this chance on the model's source is taken where the wording gives none."""
_SURER = 0.85
"""... where the wording gives another. On labelled sentences of which it had learnt nothing the model was then right 15
times of 17, and the wording never."""
_WORD = re.compile(r"\w+")
_EMPTY = frozenset("the a an of and in for s to".split())
_MARKS = re.compile(r"[;,|/.—–:]|\s-\s")


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
    """Sayings for the figures that stand in none, where the model is sure of a source in the same sentence, and for
    those that stand in another's, where it is surer. Each says the stretch of its sentence, beside the source's words,
    that holds the figure; one within another's words is the smaller of the two, and so it is whose the figure is."""
    by_span = {one.span: one for one in counted}
    starts = [part.start for part in parts]
    beside_in = _by_sentence(starts, parts, said)
    counts_in: dict[int, list[Span]] = {}
    for figure in figures:
        counts_in.setdefault(bisect_right(starts, figure.phrase.span[0]) - 1, []).append(figure.phrase.span)
    found: dict[tuple[Span, Span], _Said] = {}
    for figure in figures:
        told = by_span.get(figure.phrase.span)
        if told is None or told.source is None or told.source_sure < _SURE:
            continue
        place = bisect_right(starts, figure.phrase.span[0]) - 1
        if told.source[0] > figure.phrase.span[1] and " as " in text[figure.phrase.span[1] : told.source[0]]:
            continue  # "Toll now at 29 as Orrin County says four dead"
        if place >= 0 and left_open(text[parts[place].start : parts[place].end]):
            continue  # "there was no confirmation from the army that 12 had died"
        if place < 0 or not (parts[place].start <= told.source[0] and told.source[1] <= parts[place].end):
            continue
        taken = beside_in.get(place, [])
        holding = [saying for span, saying in taken if _holds(span, figure)]
        if not holding:
            cues = [saying.cue.span for _, saying in taken if saying.cue is not None]
            around = [told.source, *(span for span, _ in taken), *cues]
            content = [gap for gap in gaps(text, parts[place], around) if _holds(gap, figure)]
        elif any(start == figure.phrase.span[0] for saying in holding for start, _ in saying.content):
            continue  # "the government at 40": the words say whose it is
        elif told.source_sure >= _SURER and _is_anothers(text, told.source, holding):
            content = [_clause(text, parts[place], figure, [told.source, *counts_in[place]])]
        else:
            continue
        content = [_without_owner(text, span, figure) for span in content]
        if content:
            found.setdefault((told.source, content[0]), _Said((content[0],), told.source, told.source_sure))
    return tuple(
        Attribution(one.content, named(text, [one.source]), None, round(one.confidence, 3)) for one in found.values()
    )


def _without_owner(text: str, span: Span, figure: Figure) -> Span:
    """ "By the governor's count, 40 died": what is said begins after the comma."""
    if not text.startswith(("'s ", "’s "), span[0]):
        return span
    comma = text.find(", ", span[0], figure.phrase.span[0])
    return span if comma < 0 else (comma + 2, span[1])


def _is_anothers(text: str, source: Span, holding: Sequence[Attribution]) -> bool:
    """Has none of the sayings anybody in its chain who goes by a word of the source's?"""
    words = _words(text[slice(*source)])
    links = (link for saying in holding for link in saying.chain)
    return bool(words) and not any(words & (_words(link.text) | _words(link.name or "")) for link in links)


def _words(text: str) -> set[str]:
    return {*_WORD.findall(text.lower())} - _EMPTY


def _clause(text: str, part: Sentence, figure: Figure, beside: Sequence[Span]) -> Span:
    """The figure with the words around it, as far as the next mark, and no further than what stands `beside` it."""
    start, end = figure.phrase.span
    low = max([part.start, *(last for _, last in beside if last <= start)])
    high = min([part.end, *(first for first, _ in beside if first >= end)])
    marks = [found.end() for found in _MARKS.finditer(text, low, start)]
    first = marks[-1] if marks else low
    after = _MARKS.search(text, end, high)
    last = high if after is None else after.start()
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _by_sentence(
    starts: list[int], parts: Sequence[Sentence], said: Sequence[Attribution]
) -> dict[int, list[tuple[Span, Attribution]]]:
    """By the number of the sentence, what of it somebody is said to have said, and in which saying."""
    found: dict[int, list[tuple[Span, Attribution]]] = {}
    for saying in said:
        for start, end in saying.content:
            place = max(0, bisect_right(starts, start) - 1)
            while place < len(parts) and parts[place].start < end:
                found.setdefault(place, []).append(((start, end), saying))
                place += 1
    return found


def _holds(span: Span, figure: Figure) -> bool:
    start, end = figure.phrase.span
    return span[0] <= start and end <= span[1]
