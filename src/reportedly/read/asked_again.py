"""Figures, asked of the model again in their sentence alone.

The labels that it learnt from are of single sentences, and in a report the sentences around a figure rub off on it.
Only sentences that hold a figure are read twice, a tenth of the words of a report.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.read.counted import log_odds
from reportedly.read.figures import Candidate
from reportedly.read.model import tagged
from reportedly.read.sentence import Sentence
from reportedly.read.tagger.tag import Counted, Tagged
from reportedly.report import Span


@dataclass(frozen=True, slots=True)
class Asked:
    """A text with its sentences and the numbers that may be figures, and what the model was told before it."""

    text: str
    sentences: tuple[Sentence, ...]
    counted: tuple[Candidate, ...]
    about: str | None
    day: date | None


def asked_again(asked: Sequence[Asked], told: Sequence[Tagged]) -> list[Tagged]:
    """The answers in the same order, those of figures put anew. A text of one sentence was asked alone already."""
    places_asked = [(n, place) for n, one in enumerate(asked) for place in _with_figures(one, told[n])]
    if not places_asked:
        return list(told)
    spans = {n: [one.figure.phrase.span for one in asked[n].counted] for n in {n for n, _ in places_asked}}
    parts = [asked[n].sentences[place] for n, place in places_asked]
    alone = tagged(
        [asked[n].text[part.start : part.end] for (n, _), part in zip(places_asked, parts, strict=True)],
        [asked[n].about for n, _ in places_asked],
        [asked[n].day for n, _ in places_asked],
        [_within(spans[n], part) for (n, _), part in zip(places_asked, parts, strict=True)],
    )
    if alone is None:
        return list(told)
    anew: dict[int, dict[Span, Counted]] = {}
    for (n, _), part, answer in zip(places_asked, parts, alone, strict=True):
        for one in answer.counted:
            moved = _moved(one, part.start)
            anew.setdefault(n, {})[moved.span] = moved
    return [
        replace(one, counted=[_both(known, anew[n].get(known.span)) for known in one.counted]) if n in anew else one
        for n, one in enumerate(told)
    ]


def _both(among: Counted, alone: Counted | None) -> Counted:
    """The answer for the sentence alone. Whether it tells of another event may hang on what stands around it, as in a
    list of links: there both are heard alike. And whoever is quoted may be named in another sentence."""
    if alone is None:
        return among
    odds = (log_odds(among.background) + log_odds(alone.background)) / 2
    told = alone if alone.source is not None else among
    return replace(alone, background=1 / (1 + math.exp(-odds)), source=told.source, source_sure=told.source_sure)


def _with_figures(asked: Asked, told: Tagged) -> list[int]:
    """The places of the sentences in which the rules or the model see people counted. Where nobody has said what the
    story is about, only those in which they differ: there is no other event to be told from."""
    if len(asked.sentences) < 2:
        return []
    ruled = {one.figure.phrase.span: one.figure.kind.value if one.settled else _NOBODY for one in asked.counted}
    starts = [part.start for part in asked.sentences]
    places = set[int]()
    for one in told.counted:
        kinds = {one.kind, ruled.get(one.span, _NOBODY)}
        if kinds != {_NOBODY} and (asked.about is not None or len(kinds) > 1):
            places.add(bisect_right(starts, one.span[0]) - 1)
    return sorted(place for place in places if place >= 0)


_NOBODY = "none"


def _within(spans: Sequence[Span], part: Sentence) -> list[Span]:
    """Those of the spans, which are in order, that lie in the sentence, counted from its own start on."""
    found = spans[bisect_left(spans, (part.start, 0)) : bisect_left(spans, (part.end, 0))]
    return [(a - part.start, b - part.start) for a, b in found if b <= part.end]


def _moved(one: Counted, by: int) -> Counted:
    def shifted(span: Span | None) -> Span | None:
        return None if span is None else (span[0] + by, span[1] + by)

    start, end = one.span
    return replace(one, span=(start + by, end + by), noun=shifted(one.noun), source=shifted(one.source))
