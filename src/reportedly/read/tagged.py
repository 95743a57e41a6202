"""Who said it, as the trained model has it, joined with what is exact in the wording: whom somebody told, and what
stands inside what.

The model knows reporting words that no list holds; the rules know the hearer ("told Reuters"), which it was never
shown. Where both see one saying, the words are the model's and the further links of the chain are the rules'.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.claim import ClaimKind
from reportedly.figure import Words
from reportedly.read.attribution import Attribution
from reportedly.read.sentence import Sentence
from reportedly.read.sources import named
from reportedly.read.stance import stance
from reportedly.read.tagger.tag import Attribution as Tagging
from reportedly.report import Span

_THAT = re.compile(r"\s*(?:that\s+)?", re.IGNORECASE)

_MOST_AROUND = 8
"""Sayings that one may stand inside of; deeper is no longer prose."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One saying before its speakers are resolved."""

    content: tuple[Span, ...]
    cue: Span
    links: tuple[Span, ...]
    confidence: float


def joined(
    text: str,
    sentences: Sequence[Sentence],
    tagged: Sequence[Tagging],
    ruled: Sequence[Attribution],
    counted: Sequence[Span],
) -> tuple[Attribution, ...]:
    """The model's attributions of the prose, each with the links that the rules add, in the order of the text. Who
    "he" is among the model's sources is not told yet (`resolved`).

    Sentences that count people (`counted` are the phrases) are the rules' alone: the model learnt who said what from
    campaign news, and on wire copy with its tolls the rules are right more often (docs/measurements.md).
    """
    counting = _sentences_of(sentences, counted)
    by_rule = [
        rule for rule in ruled if _is_called_for(text, rule) or any(_meets(rule.content, part) for part in counting)
    ]
    told = []
    for one in tagged:
        if any(_meets(one.content, part) for part in counting) or any(_same(one, rule) for rule in by_rule):
            continue
        links = _links(one, ruled)
        content = _said(text, _in_prose(one.content, sentences), links)
        if content and _in_prose((one.cue,), sentences):
            told.append(_Told(content, one.cue, links, one.confidence))
    told = _nested(told)
    by_model = [
        Attribution(
            one.content, named(text, one.links), Words(text[slice(*one.cue)], one.cue), round(one.confidence, 3)
        )
        for one in told
    ]
    return tuple(sorted([*by_rule, *by_model], key=lambda one: (one.content[0][0], -one.content[-1][1])))


def _sentences_of(sentences: Sequence[Sentence], spans: Sequence[Span]) -> list[Sentence]:
    """The sentences that hold one of these spans."""
    starts = [sentence.start for sentence in sentences]
    places = {bisect_right(starts, start) - 1 for start, _ in spans}
    return [sentences[place] for place in sorted(places) if place >= 0]


def _meets(spans: Sequence[Span], sentence: Sentence) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in spans)


def _is_called_for(text: str, rule: Attribution) -> bool:
    """A demand or a claim of responsibility, which the model was never taught to tell from what is merely said."""
    return stance(text, rule.content, rule.cue)[0] is not ClaimKind.STATEMENT


def _in_prose(spans: Sequence[Span], sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The spans that touch a sentence: furniture is nobody's words."""
    return tuple(span for span in spans if any(s.start < span[1] and span[0] < s.end for s in sentences))


def _said(text: str, content: Sequence[Span], links: Sequence[Span]) -> tuple[Span, ...]:
    """The content without whom it was told to, and without "that" before it."""
    spans = []
    for start, end in content:
        for link in links:
            if start <= link[0] < end and link[1] <= end and not text[start : link[0]].strip():
                start = link[1]
        opening = _THAT.match(text, start, end)
        if opening is not None:
            start = opening.end()
        if text[start:end].strip():
            spans.append((start, end))
    return tuple(spans)


def _links(one: Tagging, ruled: Sequence[Attribution]) -> tuple[Span, ...]:
    own = () if one.source is None else (one.source,)
    same = next((rule for rule in ruled if _same(one, rule)), None)
    if same is None:
        return own
    further = tuple(link.span for link in same.chain)
    if one.source is None:
        return further
    return own + tuple(link for link in further[1:] if not _touch(link, one.source))


def _same(one: Tagging, rule: Attribution) -> bool:
    """Do both mean one saying: by its cue, or by its words and speaker ("said Ann Lee, a medic, told Reuters")?"""
    if rule.cue is not None and _touch(one.cue, rule.cue.span):
        return True
    if one.source is None or not rule.chain or not _touch(rule.chain[0].span, one.source):
        return False
    return any(_touch(mine, its) for mine in one.content for its in rule.content)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _nested(told: list[_Told]) -> list[_Told]:
    """Gives each saying within another's content the other's speakers too: "the agency said that officials said"."""
    in_order = sorted(told, key=lambda one: (one.content[0][0], -one.content[-1][1]))
    around: list[_Told] = []
    out = []
    for inner in in_order:
        around = [outer for outer in around if outer.content[-1][1] > inner.content[0][0]][-_MOST_AROUND:]
        for outer in reversed(around):
            if _holds(outer, inner):
                inner = replace(inner, links=inner.links + tuple(k for k in outer.links if k not in inner.links))
        around.append(inner)
        out.append(inner)
    return out


def _holds(outer: _Told, inner: _Told) -> bool:
    start = min(inner.content[0][0], inner.cue[0])
    end = max(inner.content[0][1], inner.cue[1])
    return any(s <= start and end <= e for s, e in outer.content)
