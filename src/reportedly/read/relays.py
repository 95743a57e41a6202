"""Whoever passed on what was said: "…, citing a doctor", "as quoted by the Gazette", "speaking to the Gazette"; and a
second speaker after the first."""

from reportedly.read import phrases, reach
from reportedly.read.credited import cited
from reportedly.read.hearers import outlets_in
from reportedly.read.saying import Saying
from reportedly.read.tokens import Tokens
from reportedly.read.word_classes import COMMAS, STOPS
from reportedly.report import Span


def relayed(found: list[Saying]) -> list[Saying]:
    """Two speakers after one thing said are one chain: "nine had died, according to the coroner, Tarn TV reported"."""
    out: list[Saying] = []
    for saying in found:
        inner = out[-1] if out else None
        if inner is None or not _relays(saying, inner):
            out.append(saying)
            continue
        edge = min(saying.chain[0][0], saying.cue[0])
        inner.content = [(a, b) for a, b in inner.content if b <= edge]
        inner.chain.extend(link for link in saying.chain if link not in inner.chain)
    return out


def _relays(outer: Saying, inner: Saying) -> bool:
    """Whether all that the outer speaker says is what the inner one said, and that he said it."""
    if len(outer.content) != 1 or not inner.content or inner.cue[0] > outer.cue[0]:
        return False
    (start, end), first = outer.content[0], inner.content[0]
    told = [inner.chain[0], inner.cue]
    return first[0] == start and all(first[1] <= a and b <= end for a, b in told)


def told_by_two(t: Tokens, found: list[Saying]) -> None:
    """Makes one chain of two speakers at a sentence's end: "nine had died, Tarn TV said the coroner reported"."""
    last = len(t) - 1
    while last > 0 and t.low[last] in STOPS:
        last -= 1
    if not found or t.at(last) not in _REPORTED or t.quoted[last]:
        return
    inner = phrases.before(t, last)
    saying = found[-1]
    if inner is None or len(saying.chain) != 1 or len(saying.content) != 1 or saying.content[0][0] != t.start[inner[0]]:
        return
    outer = next(n for n in range(len(t)) if t.start[n] >= saying.chain[0][0])
    before = reach.spans(t, [(reach.clause_start(t, outer), outer)]) if t.at(outer - 1) in COMMAS else []
    if before:
        saying.content, saying.cue = before, t.span(last, last + 1)
        saying.chain.insert(0, t.span(*inner))


_REPORTED = frozenset("reported said says reports announced".split())


def add_cited(t: Tokens, found: list[Saying]) -> None:
    """Puts whom an outlet cites at the head of its chain; a sentence that only cites becomes a saying of its own."""
    for n, whom in cited(t):
        at = t.start[n]
        told = [s for s in found if s.cue[1] <= at] or [s for s in found if s.cue[0] > at]
        near = min(told, key=lambda s: abs(s.cue[0] - at), default=None)
        if near is not None:
            if whom not in near.chain:
                near.chain.insert(0, whom)
            near.content = _without(near.content, (t.end[n - 1] if n else at, whom[1])) or near.content
        elif n > 3:
            said = reach.spans(t, [(reach.clause_start(t, n), n)])
            if said:
                found.append(Saying(said, [whom], t.span(n, n + 1), False))


_PASSED_ON = frozenset({"quoted", "cited", "reported", "carried"})


def add_passed_on(t: Tokens, found: list[Saying]) -> None:
    """Ends the chain with whoever passed it on: "…, the coroner said, as quoted by the Gazette"."""
    for n in range(2, len(t) - 1):
        if t.low[n] in _PASSED_ON and t.low[n - 1] == "as" and t.low[n + 1] == "by" and not t.quoted[n]:
            beyond = phrases.after(t, n + 2)
            told = [saying for saying in found if saying.cue[1] <= t.start[n - 1]]
            if beyond > n + 2 and told:
                link = t.span(n + 2, beyond)
                told[-1].chain.append(link)
                told[-1].content = _without(told[-1].content, (t.start[n - 1], link[1])) or told[-1].content


def _without(content: list[Span], citing: Span) -> list[Span]:
    """The content before the words that cite: they are no part of what was said, nor is what they cite."""
    start, end = citing
    return [(s, min(e, start) if s < start else e) for s, e in content if s < start or s > end]


_OPENS_SETTING = frozenset("speaking talking in writing interviewed quoted asked contacted reached on".split())


def leading_outlet(t: Tokens, speaker_from: int) -> list[Span]:
    """The outlet that the words before the speaker name: "Speaking to the Gazette, the coroner said"."""
    if t.at(0) not in _OPENS_SETTING or t.at(speaker_from - 1) not in COMMAS or any(t.quoted[:speaker_from]):
        return []
    return outlets_in(t, 0, speaker_from - 1)
