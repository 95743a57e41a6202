"""Words said that no active verb reports: "confirmed by", "quoted by", "citing", and headlines ("Six dead: police")."""

import re

from reportedly.read import phrases, reach
from reportedly.read.clauses import is_finite, is_verbal
from reportedly.read.cues import AUXILIARIES, CUES, Form
from reportedly.read.hearers import outlets_in, skip_setting
from reportedly.read.newsrooms import is_outlet
from reportedly.read.roles import role
from reportedly.read.tokens import Tokens
from reportedly.read.word_classes import COMMAS, MARKS, STOPS
from reportedly.report import Span

Credit = tuple[list[tuple[int, int]], list[Span], tuple[int, int]]
"""Content in tokens, chain in characters, cue in tokens."""

MOST = 24
"""Sayings read of one sentence; more than this is no prose."""
_BY = frozenset(
    "confirmed reported said quoted claimed announced revealed disclosed given provided released issued published "
    "described estimated verified put denied compiled cited".split()
)
_HANDED = frozenset("released given provided issued published put".split())
_PAPERS = frozenset(
    "statement statements figure figures toll tolls number numbers list lists report reports data tally count details "
    "information video footage photo photos image images estimate estimates bulletin update account accounts".split()
)
"""What somebody gives out who says something by it."""
_NEAR = 14
_REPORTING = (Form.PAST, Form.PRESENT)
_SHORT = 9
_COLONS = frozenset({":", "-", "–", "—", "--"})
_HEADLINE_NAMES = re.compile(
    r"(?:report|reports|sources?|officials?|police|ministry|minister|pm|president|governor|mayor|army|military|un"
    r"|u\.n\.|groups?|activists|monitors?|rebels|agency|union|"
    r"government|govt|authorities|spokes\w+|witnesses|doctors|hospital|coroner|medics|media|tv)\Z",
    re.IGNORECASE,
)


def credits(t: Tokens) -> list[Credit]:
    """The sayings of a sentence that a passive or a headline's colon credits to somebody."""
    agents = [n for n in range(1, len(t)) if t.low[n] == "by" and t.low[n - 1] in _BY and not t.quoted[n]]
    found = [_by(t, n) for n in agents[:MOST]]
    found += _rejections(t)
    found += _told_by(t)
    found.append(_headline(t))
    return [credit for credit in found if credit is not None]


def cited(t: Tokens) -> list[tuple[int, Span]]:
    """Where the sentence says "citing X": the token, and X as characters."""
    found = []
    if _CITING.isdisjoint(t.low):
        return []
    for n in [n for n in range(len(t)) if _cites(t, n) and not t.quoted[n]][:MOST]:
        beyond = phrases.after(t, n + 1)
        if beyond > n + 1 and speaks(t, n + 1, beyond):
            found.append((n, t.span(n + 1, beyond)))
    return found


_CITING = frozenset({"citing", "quoting", "cited", "quoted"})


def _cites(t: Tokens, n: int) -> bool:
    if t.at(n - 1) == "without":
        return False
    return t.low[n] in {"citing", "quoting"} or (t.low[n] in {"cited", "quoted"} and t.at(n - 1) == "which")


def speaks(t: Tokens, first: int, beyond: int) -> bool:
    """Whether these words are for somebody who can say things, and not for "concerns" or "the weather"."""
    words = t.text[t.start[first] : t.end[beyond - 1]]
    if is_outlet(words) or role(words) is not None or _HEADLINE_NAMES.search(words):
        return True
    return t.is_capital(first) or any(
        t.low[k] in {"reports", "report", "sources", "source", "documents", "statement", "spokesman", "spokeswoman"}
        for k in range(first, beyond)
    )


def _by(t: Tokens, n: int) -> Credit | None:
    beyond = phrases.after(t, n + 1)
    if beyond <= n + 1 or not speaks(t, n + 1, beyond):
        return None
    first = n - 1
    while first > 0 and (t.low[first - 1] in AUXILIARIES or t.low[first - 1].endswith("ly")):
        first -= 1
    if t.low[first - 1] in {"which", "that"} and t.low[n - 1] == "claimed":
        return None  # "the attack, which was claimed by the rebels": they did it, and need have said no more
    if t.low[n - 1] in _HANDED and not _of_papers(t, first):
        return None  # "six nurses were released by the rebels"
    chain = [t.span(n + 1, beyond)]
    if t.low[n - 1] in {"quoted", "cited"}:
        # "a guard, quoted by the agency, said" and "was quoted by the agency as saying": see quoted_as_saying.
        return None
    after, via = skip_setting(t, beyond)
    chain.extend(via)
    if t.at(after) == "that" and first > 0 and t.low[first - 1] == "it":
        # "it was announced by the ministry that"
        return [(after + 1, reach.content_end(t, after + 1, n))], chain, (first, n)
    if t.at(after) in {"to", "as"} and t.low[n - 1] != "put":
        # "later confirmed by a guard to be two": what follows belongs to it.
        return [(after, reach.content_end(t, after, n))], chain, (first, n)
    if any(low in CUES and CUES[low][1] in _REPORTING for low in t.low[max(0, first - _NEAR) : first - 1]):
        return None  # "rejected the figures claimed by the rebels" tells none of them
    start = first
    while (
        start > 0 and t.low[start - 1] not in COMMAS and t.low[start - 1] not in STOPS and t.low[start - 1] not in MARKS
    ):
        start -= 1
    if first - start < 2:
        start = reach.clause_start(t, first)
    return [(start, first)], chain, (first, n)


_CHALLENGED = frozenset({"contradicted", "challenged", "questioned"})
"""... a claim; of people these say something else."""
_REJECTED = _CHALLENGED | frozenset("rejected denied disputed dismissed contested refuted".split())
_CLAIMED = frozenset("claim claims report reports statement figure figures toll estimate allegation assertion".split())


def _told_by(t: Tokens) -> list[Credit]:
    """ "had been told by the coroner that", "claims by the minister that": what somebody else passes on."""
    found: list[Credit] = []
    for n in [n for n in range(1, len(t)) if t.low[n] == "by" and not t.quoted[n]][:MOST]:
        told = t.low[n - 1] in {"told", "informed", "assured"} and t.at(n - 2) in {"been", "was", "were"}
        beyond = phrases.after(t, n + 1)
        if not (told or t.low[n - 1] in _CLAIMED) or beyond <= n + 1 or not speaks(t, n + 1, beyond):
            continue
        if t.at(beyond) == "that":
            end = reach.content_end(t, beyond + 1, n)
            if not told:
                comma = (k for k in range(beyond + 1, end) if t.low[k] in COMMAS and not t.quoted[k])
                end = next(comma, end)
            found.append(([(beyond + 1, end)], [t.span(n + 1, beyond)], (n - 1, n)))
    return found


def _rejections(t: Tokens) -> list[Credit]:
    """ "The rebels' claim of 200 dead was rejected by the army": what the rebels claim, and what the army rejects."""
    found: list[Credit] = []
    for n in [n for n in range(2, len(t)) if t.low[n] == "by" and t.low[n - 1] in _REJECTED and not t.quoted[n]][:MOST]:
        first = n - 1
        while first > 0 and t.low[first - 1] in AUXILIARIES:
            first -= 1
        beyond = phrases.after(t, n + 1)
        if first == n - 1 or beyond <= n + 1 or not speaks(t, n + 1, beyond):
            continue
        start = reach.clause_start(t, first)
        if t.low[n - 1] in _CHALLENGED and not _CLAIMED & {*t.low[start:first]}:
            continue  # "nine men are being questioned by police"
        whose = next((k for k in range(start, first) if t.low[k].endswith(_OWNERS)), None)
        if whose is not None and t.at(whose + 1) in _CLAIMED and t.at(whose + 2) in {"of", "that"}:
            owner = t.start[start], t.end[whose] - (1 if t.low[whose][-1] in "'’" else 2)
            found.append(([(whose + 3, first)], [owner], (whose + 1, whose + 2)))
            start = whose + 3
        found.append(([(start, first)], [t.span(n + 1, beyond)], (first, n)))
    return found


_OWNERS = ("'s", "’s", "s'", "s’")


def _of_papers(t: Tokens, first: int) -> bool:
    """Do the words before token `first`, back to a comma or a "who", hold something that says things?"""
    for k in range(first - 1, max(-1, first - _NEAR), -1):
        if t.low[k] in _PAPERS:
            return True
        if t.low[k] in COMMAS or t.low[k] in STOPS or t.low[k] in {"who", "said", "says", "that"}:
            return False
    return False


def _headline(t: Tokens) -> Credit | None:
    """ "Police: six dead in Orrin", "Six dead in Orrin: police", "Six dead - officials"."""
    size = len(t)
    while size and t.low[size - 1] in STOPS:
        size -= 1
    for k in range(max(1, size - 6), size - 1):
        if t.low[k] in _COLONS and not t.quoted[k] and k > 2 and reach.claim_named(t, k + 1) == k + 1:
            words = t.text[t.start[k + 1] : t.end[size - 1]]
            # After a dash a page's title gives the site's name, which says nothing: "Six dead - The Gazette".
            if (
                _names_speaker(words)
                and (t.low[k] == ":" or not is_outlet(words))
                and not any(is_finite(t, m) for m in range(k + 1, size))
            ):
                return [(0, k)], [t.span(k + 1, size)], (k, k + 1)
    for k in range(1, min(6, size - 3)):
        if t.low[k] == ":" and not t.quoted[k]:
            words = t.text[t.start[0] : t.end[k - 1]]
            opens_quote = t.at(k + 1) in MARKS
            speaker = _names_speaker(words) and not is_outlet(words)
            if (speaker or opens_quote) and not any(is_verbal(t, m) for m in range(k)):
                return [(k + 1, len(t))], [t.span(0, k)], (k, k + 1)
            break
    return None


def _names_speaker(words: str) -> bool:
    if _HEADLINE_NAMES.search(words):
        return True
    return is_outlet(words) or (role(words) in {"official", "police", "military", "medic", "rescuer"})


def quoted_by(t: Tokens, first: int, beyond: int) -> tuple[int, list[Span]]:
    """A speaker's words without "quoted by the Gazette" or "speaking to the Gazette" at their end, and the Gazette as
    characters; without "citing a doctor" (see `cited`)."""
    for n in range(first + 2, beyond - 1):
        if t.low[n - 1] not in COMMAS:
            continue
        if t.low[n] in {"citing", "quoting"} or (t.low[n] == "which" and t.at(n + 1) in {"cited", "quoted"}):
            return n - 1, []
        if t.low[n] in {"speaking", "talking", "interviewed", "writing"}:
            outlets = outlets_in(t, n, beyond)
            return (n - 1, outlets) if outlets else (beyond, [])
    for n in range(first + 1, beyond - 2):
        if t.low[n] in {"quoted", "cited"} and t.low[n + 1] == "by":
            return (n - 1 if t.low[n - 1] in COMMAS else n), [t.span(n + 2, beyond)]
    return beyond, []


def quoted_as_saying(t: Tokens, n: int) -> tuple[list[Span], tuple[int, int], int] | None:
    """ "X was quoted (by Y) as saying", "Y quoted X (as) saying", with "quoted" at token n.

    The chain in characters, the cue in tokens, and the token where what was said begins.
    """
    window = range(n + 1, min(len(t), n + 26))
    saying = next((k for k in window if t.low[k] == "as" and t.at(k + 1) in {"saying", "telling"}), None)
    beyond = n if saying is None else saying + 2
    if saying is None:
        # "The agency quotes a guard saying": short words, and for somebody who can say things.
        saying = next((k for k in window[1:_SHORT] if t.low[k] == "saying" and speaks(t, n + 1, k)), None)
        if saying is None:
            # "Radio Orrin quoted the governor: ..."
            saying = next((k for k in window[1:_SHORT] if t.low[k] == ":" and speaks(t, n + 1, k)), None)
        if saying is None:
            return None
        beyond = saying + 1
    first = n
    while first > 0 and t.low[first - 1] in AUXILIARIES:
        first -= 1
    passive = t.low[n] in {"quoted", "cited"} and any(
        t.low[k] in {"was", "were", "is", "been"} for k in range(first, n)
    )
    before = phrases.before(t, first)
    if before is None:
        return None
    chain = [t.span(*before)]
    if passive:
        if t.at(n + 1) == "by" and n + 2 < saying:
            chain.append(t.span(n + 2, saying))
        cue = (first, beyond)
    elif n + 1 < saying:
        chain.insert(0, t.span(n + 1, saying))
        cue = (first, n + 1)
    else:
        return None
    start = beyond
    if t.at(start) == "by":
        beyond = phrases.after(t, start + 1)
        if beyond > start + 1:
            chain.append(t.span(start + 1, beyond))
            start = beyond
    start, _ = skip_setting(t, start)
    if t.at(start) in COMMAS:
        start += 1
    if t.at(start) in {"that", ":"}:
        start += 1
    return chain, cue, start
