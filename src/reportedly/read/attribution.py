"""Who said it: which words of a report are whose, and which words report them. Rules on wording; no model."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.claim import Source
from reportedly.figure import Words
from reportedly.read.saying import Saying
from reportedly.read.sayings import announced, sayings
from reportedly.read.sentence import Sentence
from reportedly.read.single_marks import with_double_marks
from reportedly.read.sources import sources
from reportedly.read.tokens import Tokens, tokens
from reportedly.report import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """What somebody is reported to have said. `chain` runs from the original speaker to the one nearest the reader;
    `content` has more than one span where the words around "he said" split it."""

    content: tuple[Span, ...]
    chain: tuple[Source, ...]
    cue: Words | None
    confidence: float | None = None
    """How sure whoever read it is, 0 to 1; None where it does not say."""


def who_said(text: str, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """Every attribution in the sentences, in the order of the text. Contents may lie within one another: the smallest
    that holds a word says whose it is first, and its chain then goes on through the ones around it."""
    marked = with_double_marks(text)
    found: list[Saying] = []
    open_quote, paragraph = False, -1
    last: Saying | None = None
    waiting: list[Span] = []
    for sentence in sentences:
        fresh = sentence.paragraph != paragraph
        if fresh:
            # print leaves a quotation open at a paragraph's end that goes on in the next
            waiting = waiting if open_quote else []
            open_quote, paragraph = False, sentence.paragraph
        was_open = open_quote
        t, open_quote = tokens(marked, sentence.start, sentence.end, open_quote)
        if open_quote and not was_open and _is_stray(marked, sentence):
            t.quoted = [False] * len(t)
            open_quote = False
        here = sayings(t)
        run = None if here else _quoted_throughout(t, was_open)
        if run is not None:
            # A sentence that is all quotation goes on with the words of whoever was quoted last, over a paragraph's end
            # too; or it waits for its speaker.
            if last is not None and not last.content:
                found.append(last)  # announced at the end of the sentence before: "The company said:"
            if last is not None:
                last.content.append(run)
            else:
                waiting.append(run)
            continue
        if here and waiting and (was_open or t.quoted[0]) and here[0].content[0][0] <= sentence.start + 1:
            here[0].content[:0] = waiting
        if here or not open_quote:
            waiting = []
        found.extend(here)
        spoken = [s for s in here if s.quotes]
        last = spoken[-1] if spoken else (here[-1] if here and open_quote else announced(t))
    told = _nested(text, found)
    chains = sources(text, [s.chain for s in told])
    return tuple(_attribution(text, s, chain) for s, chain in zip(told, chains, strict=True))


def resolved(text: str, said: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The same sayings in the order of the text, whoever found them, each source with its role and who it is."""
    in_order = sorted(said, key=lambda one: one.content)
    chains = sources(text, [[link.span for link in one.chain] for one in in_order])
    return tuple(replace(one, chain=chain) for one, chain in zip(in_order, chains, strict=True))


def _is_stray(text: str, sentence: Sentence) -> bool:
    """Whether the mark that opened a quotation here is a leftover: it is never closed, on this line or the next."""
    end = text.find("\n", sentence.end, sentence.end + 2000)
    rest = text[sentence.end : end if end >= 0 else sentence.end + 2000]
    following = text[end : end + 8].lstrip() if end >= 0 else ""
    return not any(mark in rest for mark in '"”') and "''" not in rest and not following.startswith(('"', "“", "''"))


def _quoted_throughout(t: Tokens, was_open: bool) -> Span | None:
    if not len(t) or not (was_open or t.quoted[0]):
        return None
    if not all(t.quoted[n] or t.low[n] in {".", "?", "!"} for n in range(len(t))):
        return None
    return t.start[0], t.end[-1]


_PAPER = re.compile(
    r"\b(?:reports|investigations?|inquiry|evidence|findings|records|data|tests|results|footage|indications"
    r"|estimates)\Z",
    re.IGNORECASE,
)


def _nested(text: str, found: list[Saying]) -> list[Saying]:
    """Gives each saying within another's content the other's speakers too: "the agency said that officials said"."""
    found.sort(key=lambda s: (s.content[0][0], -s.content[-1][1]))
    around: list[Saying] = []
    for inner in found:
        around = [o for o in around if o.content[-1][1] > inner.content[0][0]][-8:]
        start, end = inner.chain[0]
        vague = _PAPER.search(text[start:end]) is not None
        mine = set(inner.chain)
        for outer in reversed(around):
            if outer is not inner and _holds(outer, inner):
                if vague:
                    # "The army said early reports showed …": papers say nothing of themselves, the army does.
                    inner.chain, mine, vague = [], set(), False
                inner.chain.extend(link for link in outer.chain if link not in mine)
                mine.update(outer.chain)
        around.append(inner)
    return found


def _holds(outer: Saying, inner: Saying) -> bool:
    start = min(inner.content[0][0], inner.cue[0])
    end = max(inner.content[0][1], inner.cue[1])
    return any(s <= start and end <= e for s, e in outer.content)


def _attribution(text: str, s: Saying, chain: tuple[Source, ...]) -> Attribution:
    return Attribution(
        content=tuple(sorted(s.content)),
        chain=chain,
        cue=Words(text[s.cue[0] : s.cue[1]], s.cue),
    )
