"""Who said it, as the trained model has it, joined with what is exact in the wording: whom somebody told, and what
stands inside what.

The model knows reporting words that no list holds; the rules know the hearer ("told Reuters"), which it was never
shown. Where both see one saying, the words are the model's and the further links of the chain are the rules'.
"""

import re
from bisect import bisect_left, bisect_right
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

_BLOCK = 256
"""Characters in which sayings count as near."""
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
    prose, counting = _Stretch(sentences), _Stretch(_sentences_of(sentences, counted))
    by_rule = [rule for rule in ruled if _is_called_for(text, rule) or counting.meets(rule.content)]
    near, near_kept = _Near(ruled), _Near(by_rule)
    told, told_on = [], dict[tuple[Span, ...], Attribution]()
    for one in tagged:
        if counting.meets(one.content) or near_kept.same(one) is not None:
            continue
        same = near.same(one)
        if same is not None and _tells_on(one, same):
            told_on[same.content] = same
            continue
        links = _links(one, same)
        content = _said(text, tuple(span for span in one.content if prose.meets((span,))), links)
        if content and prose.meets((one.cue,)):
            told.append(_Told(content, one.cue, links, one.confidence))
    told = _nested(told)
    by_model = [
        Attribution(
            one.content, named(text, one.links), Words(text[slice(*one.cue)], one.cue), round(one.confidence, 3)
        )
        for one in told
    ]
    return tuple(
        sorted([*by_rule, *told_on.values(), *by_model], key=lambda one: (one.content[0][0], -one.content[-1][1]))
    )


def _sentences_of(sentences: Sequence[Sentence], spans: Sequence[Span]) -> list[Sentence]:
    """The sentences that hold one of these spans."""
    starts = [sentence.start for sentence in sentences]
    places = {bisect_right(starts, start) - 1 for start, _ in spans}
    return [sentences[place] for place in sorted(places) if place >= 0]


class _Stretch:
    """Sentences, in order and apart, asked whether words meet one of them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]

    def meets(self, spans: Sequence[Span]) -> bool:
        for start, end in spans:
            place = bisect_left(self.starts, end) - 1
            if place >= 0 and self.sentences[place].end > start:
                return True
        return False


class _Near:
    """The rules' sayings by where their cue and their first speaker stand: a text of thousands of sayings is not gone
    through for each."""

    def __init__(self, ruled: Sequence[Attribution]) -> None:
        self.ruled = ruled
        self.blocks: dict[int, list[int]] = {}
        for number, rule in enumerate(ruled):
            spans = [] if rule.cue is None else [rule.cue.span]
            spans += [link.span for link in rule.chain[:1]]
            for block in {block for span in spans for block in _blocks(span)}:
                self.blocks.setdefault(block, []).append(number)

    def same(self, one: Tagging) -> Attribution | None:
        """The first of them that means what the model's saying means."""
        spans = [one.cue] if one.source is None else [one.cue, one.source]
        numbers = {number for span in spans for block in _blocks(span) for number in self.blocks.get(block, ())}
        return next((self.ruled[number] for number in sorted(numbers) if _same(one, self.ruled[number])), None)


def _blocks(span: Span) -> range:
    return range(span[0] // _BLOCK, max(span[1] - 1, span[0]) // _BLOCK + 1)


def _is_called_for(text: str, rule: Attribution) -> bool:
    """A demand or a claim of responsibility, which the model was never taught to tell from what is merely said."""
    return stance(text, rule.content, rule.cue)[0] is not ClaimKind.STATEMENT


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


def _links(one: Tagging, same: Attribution | None) -> tuple[Span, ...]:
    """The model's speaker and the further links of the rules' saying that means the same."""
    own = () if one.source is None else (one.source,)
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


def _tells_on(one: Tagging, rule: Attribution) -> bool:
    """Is the model's speaker only who tells on what the rules give to another: "HNN quoted a guard as saying"?"""
    source = one.source
    if source is None or not rule.chain or _touch(rule.chain[0].span, source):
        return False
    return any(_touch(link.span, source) for link in rule.chain[1:])


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
