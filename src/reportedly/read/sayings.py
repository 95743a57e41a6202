"""The sayings of one sentence: each reporting verb or "according to", with its speaker, its chain and its content."""

import re
from dataclasses import replace
from itertools import pairwise

from reportedly.read import phrases, reach
from reportedly.read.clauses import is_finite, is_verbal
from reportedly.read.credited import credits, quoted_as_saying, quoted_by
from reportedly.read.cues import CUES, DAYS, Form, Frame
from reportedly.read.dates import MONTH_NAMES
from reportedly.read.gapped import with_gaps_filled
from reportedly.read.hearers import hearer, is_press, skip_setting
from reportedly.read.refusals import neither, only_asked
from reportedly.read.relays import add_cited, add_passed_on, leading_outlet, relayed, told_by_two
from reportedly.read.roles import role
from reportedly.read.saying import Saying
from reportedly.read.tokens import Tokens, is_number
from reportedly.read.verbs import Cue, cues
from reportedly.read.word_classes import COMMAS, LEADS, MARKS, STOPS
from reportedly.report import Span


def sayings(t: Tokens) -> list[Saying]:
    """The sayings of a sentence, in its order."""
    found: list[Saying] = []
    for cue in cues(t):
        saying = _according(t, cue) if cue.lemma == "according" else _said(t, cue, found)
        if saying is not None:
            found.extend(_each_demand(t, saying) if cue.lemma == "demand" else [saying])
    found = [saying for saying in found if not only_asked(t, saying.content)]
    found.extend(_neither(t))
    found.extend(_credited(t, found))
    told_by_two(t, found)
    add_cited(t, found)
    add_passed_on(t, found)
    return with_gaps_filled(t, relayed(found))


def _credited(t: Tokens, earlier: list[Saying]) -> list[Saying]:
    cues = {saying.cue for saying in earlier}
    out = []
    for content, chain, cue in credits(t):
        said = reach.spans(t, content)
        if said and t.span(*cue) not in cues:
            out.append(Saying(said, chain, t.span(*cue), reach.holds_quotation(t, content)))
    return out


def announced(t: Tokens) -> Saying | None:
    """Who is about to be quoted where a sentence ends in a colon: "In a statement, the company said:". Its content is
    still to come."""
    if not len(t) or t.low[-1] != ":" or t.quoted[-1]:
        return None
    for cue in reversed(cues(t)):
        beyond, via = skip_setting(t, cue.beyond)
        if beyond < len(t) - 1 or cue.frame is Frame.OBJECT:
            continue
        speaker, speaker_from, through = _speaker(t, cue, [])
        if speaker is not None:
            chain = [speaker, *through, *leading_outlet(t, speaker_from), *via]
            return Saying([], chain, t.span(cue.first, cue.beyond), True)
    return None


_NEED_HEARER = frozenset({"tell", "inform", "remind", "notify"})


def _according(t: Tokens, cue: Cue) -> Saying | None:
    beyond = phrases.after(t, cue.beyond)
    if beyond <= cue.beyond:
        return None
    if cue.first == 0 or (cue.first <= 2 and t.low[0] in {"but", "and", "also", "still"}):
        beyond = beyond if t.at(beyond) in COMMAS else phrases.first_of_two(t, cue.beyond, beyond)
        content = [(beyond, reach.content_end(t, beyond + 1, cue.first))]
    else:
        content = [(reach.clause_start(t, cue.first), cue.first)]
        if t.at(beyond) == "," and t.at(cue.first - 1) in COMMAS and reach.resumes(t, beyond + 1):
            content.append((beyond + 1, len(t)))
    speaker_to, through = quoted_by(t, cue.beyond, beyond)
    return _saying(t, cue, [t.span(cue.beyond, speaker_to), *through], content)


def _said(t: Tokens, cue: Cue, earlier: list[Saying]) -> Saying | None:
    finite = cue.form in (Form.PAST, Form.PRESENT) or cue.lemma == "say"
    if finite and cue.frame is not Frame.OBJECT and cue.lemma not in _NEED_HEARER:
        inverted = _inverted(t, cue)
        if inverted is not None:
            return inverted
    if cue.lemma in {"quote", "cite"}:
        quoted = quoted_as_saying(t, cue.beyond - 1)
        if quoted is not None:
            chain, words, start = quoted
            content = [(start, reach.content_end(t, start, cue.first))]
            speaker = phrases.before(t, words[0])
            if reach.ends_here(t, start) and speaker is not None:
                # "Nine died, the agency quoted a doctor as saying."
                content = [(reach.clause_start(t, speaker[0]), speaker[0])]
            return _saying(t, replace(cue, first=words[0], beyond=words[1]), chain, content)
    if cue.form is Form.PAST and cue.passive:
        return None
    speaker, speaker_from, through = _speaker(t, cue, earlier)
    if speaker is None:
        return None
    chain = [speaker, *through, *leading_outlet(t, speaker_from)]
    n = cue.beyond
    if cue.frame is Frame.HEARER:
        whom, n = hearer(t, n)
        if whom is None and cue.lemma in _NEED_HEARER:
            return None
        if whom is not None and is_press(t, *whom):
            chain.append(t.span(*whom))
    if cue.lemma != "refuse":
        n, via = skip_setting(t, n)
        chain.extend(via)
    named = _claim_before(t, speaker_from)
    if named is not None and reach.ends_here(t, n):
        before = _said_before(t, named, earlier)
        return Saying(before, chain, t.span(cue.first, cue.beyond), False) if before else None
    finite = cue.form is not Form.ING or cue.progressive
    if finite and speaker_from > 2 and _closed(t, speaker_from) and reach.ends_here(t, n):
        return _saying(t, cue, chain, _content_before(t, speaker_from, n))
    if t.at(n) in COMMAS:
        aside = _after_aside(t, n)
        if aside is None:
            return None
        n = aside
    if cue.frame is Frame.STRICTLY_THAT and t.at(n) not in {"that", ":"} and t.at(n) not in MARKS:
        return None
    if cue.frame is Frame.THAT and not (t.at(n) in {"that", ":"} or t.at(n) in MARKS or reach.looks_like_clause(t, n)):
        return None
    if t.at(n) in {"that", ":"} or (cue.lemma == "refuse" and t.at(n) == "of"):
        n += 1
    end = reach.content_end(t, n, cue.first)
    if t.at(speaker_from - 1) in _RELATIVE or t.at(cue.first - 1) in _RELATIVE:
        # "The blast, which police said killed 12 people, tore through a market"
        end = next((k for k in range(n, end) if t.low[k] in COMMAS and not t.quoted[k]), end)
    if cue.frame is Frame.OBJECT:
        end = reach.before_occasion(t, n, end)
    return _saying(t, cue, chain, [(n, end)])


def _claim_before(t: Tokens, speaker_from: int) -> int | None:
    """The comma before "a claim" that names what was just said, right before this speaker: "…, a claim the army
    denied"."""
    for opened in (speaker_from - 1, speaker_from - 2, speaker_from - 3):
        parted = opened > 1 and (t.low[opened - 1] in COMMAS or t.low[opened - 1] in _DASHES)
        if parted and reach.claim_named(t, opened) == speaker_from:
            return opened - 1
    return None


def _said_before(t: Tokens, end: int, earlier: list[Saying]) -> list[Span]:
    """What was said before token `end`: by whoever spoke last, or else all of the clause."""
    told = [saying for saying in earlier if saying.content and saying.content[-1][1] <= t.start[end]]
    return list(told[-1].content) if told else reach.spans(t, [(reach.clause_start(t, end), end)])


def _neither(t: Tokens) -> list[Saying]:
    """ "Neither the union nor the company could confirm that nine had died": asked, and left open."""
    edges = neither(t)
    if edges is None:
        return []
    beyond, start = edges
    said = reach.spans(t, [(start + (t.at(start) == "that"), len(t))])
    return [Saying(said, [t.span(0, beyond)], t.span(0, 1))] if said else []


def _each_demand(t: Tokens, saying: Saying) -> list[Saying]:
    """Demands joined by "and" are claims of their own: one may be dropped while the other stands."""
    (start, end), *more = saying.content
    first = next((n for n in range(len(t)) if t.start[n] >= start), len(t))
    cuts = [
        n
        for n in range(first + 2, len(t))
        if t.low[n] == "and" and t.end[n] < end and not t.quoted[n] and t.at(n + 1) in _NEW_DEMAND
    ]
    if more or not cuts:
        return [saying]
    edges = [first, *cuts, next((n for n in range(len(t)) if t.end[n] >= end), len(t) - 1) + 1]
    parts = [reach.spans(t, [(a + (t.low[a] == "and"), b)]) for a, b in pairwise(edges)]
    return [replace(saying, content=part, chain=list(saying.chain)) for part in parts if part]


_NEW_DEMAND = frozenset("the a an that safe free immediate withdrawal release money ransom".split())


def _speaker(t: Tokens, cue: Cue, earlier: list[Saying]) -> tuple[Span | None, int, list[Span]]:
    """Who says it, as characters; the token where these words begin; and who is named as quoting him."""
    if cue.form is Form.ING and not cue.progressive and (by := _statement_by(t, cue.first)) is not None:
        return by
    if cue.form is Form.ING and not cue.progressive:
        if earlier and earlier[-1].chain:
            return earlier[-1].chain[0], cue.first, []
        subject = phrases.subject(t, cue.first)
        return (None if subject is None else t.span(*subject)), cue.first, []
    found = phrases.before(t, cue.first)
    if found is not None and t.at(found[0] - 1) == "and" and t.at(found[0] - 2) in COMMAS:
        # "the mayor, Ana Lorn, and a doctor said": the list begins before the comma.
        first = phrases.before(t, found[0] - 1)
        found = found if first is None else (first[0], found[1])
    if found is not None and t.at(found[0] - 1) == "and" and not t.is_capital(found[0]) and t.at(found[0]).isalpha():
        # "a doctor and medical student said": one article for both.
        first = phrases.before(t, found[0] - 1)
        if first is not None and t.at(first[0]) in {"a", "an"} and t.at(found[0]) not in _ARTICLES:
            found = first[0], found[1]
    if found is not None:
        found = _listed_before(t, *found), found[1]
    if found is not None and (t.low[found[1] - 1] in _ALONE or _it_alone(t, found[1] - 1)):
        found = found[1] - 1, found[1]  # "an interview in which he said"
    if found is not None and t.at(found[0]) in _POSTS and (name := _named_before(t, found[0])) is not None:
        found = name, found[1]
    if found is not None:
        if t.at(found[0] - 1) in COMMAS or t.at(found[0] - 1) in _DASHES:
            found = max(found[0], reach.claim_named(t, found[0])), found[1]  # "…, a figure | the army denied"
        beyond, through = quoted_by(t, *found)
        return t.span(found[0], beyond), found[0], through
    if t.at(cue.first - 1) in {"and", "but", "then"}:
        if earlier and earlier[-1].chain:
            return earlier[-1].chain[0], cue.first - 1, []
        subject = phrases.subject(t, cue.first - 1)
        if subject is not None:
            return t.span(*subject), cue.first - 1, []
    return None, cue.first, []


_STATEMENTS = frozenset("statement message letter report bulletin note notice post tweet communique".split())
_GIVES_OUT = frozenset("from by".split())


def _statement_by(t: Tokens, n: int) -> tuple[Span | None, int, list[Span]] | None:
    """Of "The agency carried a statement from the army | saying": the army, and the agency; of "The ministry issued a
    statement | saying" the ministry."""
    paper = next((k for k in range(n - 1, max(-1, n - 7), -1) if t.low[k] in _STATEMENTS), None)
    subject = None if paper is None else phrases.subject(t, paper)
    if paper is None or subject is None:
        return None
    if t.at(paper + 1) in _GIVES_OUT and paper + 2 < n:
        return t.span(paper + 2, n), paper, [t.span(*subject)]
    return (t.span(*subject), paper, []) if paper + 1 == n else None


def _it_alone(t: Tokens, n: int) -> bool:
    """Whether the "it" at token n speaks ("nine men it says are rebels") and is not seen or heard ("saw it said")."""
    return t.at(n) == "it" and t.at(n - 1) not in CUES and not (n and is_finite(t, n - 1))


_ALONE = frozenset({"he", "she", "they"})
_RELATIVE = frozenset({"who", "which"})
_ARTICLES = frozenset("a an the his her its their one some several he she they it".split())
_LONGEST_LISTED = 7


def _listed_before(t: Tokens, first: int, beyond: int) -> int:
    """Where a list of speakers begins of which "a priest and two teachers" are the last: "…, a survivor, a priest and
    two teachers said". Each before them stands between commas and opens like one."""
    if "and" not in t.low[first:beyond]:
        return first
    while t.at(first - 1) in COMMAS:
        comma = first - 1
        opened = next((k for k in range(comma - 1, max(-1, comma - 1 - _LONGEST_LISTED), -1) if t.low[k] in COMMAS), -1)
        if opened < 0 and comma > _LONGEST_LISTED:
            break
        plain = not any(is_number(t.low[k]) or t.low[k].endswith("ing") for k in range(opened + 1, comma))
        known = plain and role(t.text[slice(*t.span(opened + 1, comma))]) is not None
        speaks = t.at(opened + 1) in _LISTED or known
        if not speaks or phrases.before(t, comma, opened + 1) != (opened + 1, comma):
            break
        first = opened + 1
    return first


_LISTED = frozenset("a an the one two three four another".split())
_LONGEST_NAME = 5
_POSTS = frozenset(
    "a an the spokesman spokeswoman spokesperson head director chief president chairman chairwoman leader commander "
    "secretary deputy".split()
)
"""What opens the description of whoever was named before it."""
_PLACING = frozenset("on in at by from late early last since before after during".split())


def _named_before(t: Tokens, n: int) -> int | None:
    """Where the name begins that "a spokesman for the rescuers said" describes, its second comma left out: "Karim Aziz,
    a spokesman for the rescuers said". Only a name that opens the sentence."""
    comma = n - 1
    if not (0 < comma <= _LONGEST_NAME and t.low[comma] in COMMAS):
        return None
    no_name = LEADS | DAYS | MONTH_NAMES | _PLACING
    name = all(t.is_capital(k) and t.low[k].isalpha() and t.low[k] not in no_name for k in range(comma))
    return 0 if name else None


_DASHES = frozenset({"—", "–", "--", "-"})


def _closed(t: Tokens, n: int) -> bool:
    """Whether a comma, a dash or a quotation's end parts token n from what was said before it."""
    before = t.low[n - 1]
    return before in COMMAS or before in MARKS or before in DAYS or before in {"—", "–", "--"}


def _content_before(t: Tokens, speaker_from: int, n: int) -> list[tuple[int, int]]:
    content = [(_statement_start(t, speaker_from, n), speaker_from)]
    if t.at(n) in COMMAS and reach.resumes(t, n + 1):
        content.append((n + 1, reach.content_end(t, n + 1, speaker_from)))
    elif t.at(n) in STOPS and n + 1 < len(t) and not reach.another_speaks(t, n + 1):
        content.append((n + 1, len(t)))
    return content


def _statement_start(t: Tokens, speaker_from: int, n: int) -> int:
    """Whoever is named last in the sentence said all of it, over its semicolons, unless somebody else speaks in it."""
    closes = n >= len(t) or (t.at(n) in STOPS and n + 1 >= len(t))
    if closes and not any(low in CUES or low == "according" for low in t.low[:speaker_from]):
        return 0
    return reach.clause_start(t, speaker_from)


def _inverted(t: Tokens, cue: Cue) -> Saying | None:
    """ "…," said Ann Lee, a doctor."""
    if (
        cue.first < 2
        or not (t.at(cue.first - 1) in COMMAS or t.at(cue.first - 1) in MARKS)
        or not _opens_name(t, cue.beyond)
    ):
        return None
    if cue.beyond - cue.first > 1 or not (
        t.quoted[cue.first - 2] or t.low[cue.first - 1] in MARKS or cue.lemma in _INVERTED
    ):
        return None
    if not t.quoted[cue.first - 2] and _only_a_speaker(t, cue.first):
        return None
    beyond = phrases.after(t, cue.beyond)
    if beyond <= cue.beyond or (beyond < len(t) and is_verbal(t, beyond) and not t.quoted[beyond]):
        return None
    if t.at(beyond) == "and" and not t.quoted[beyond]:
        # "The head, speaking from bed, said a teacher and a guard had died": these two are no speakers.
        both = phrases.after(t, beyond + 1)
        if both < len(t) and is_verbal(t, both):
            return None
    n, via = skip_setting(t, beyond)
    content = [(reach.clause_start(t, cue.first), cue.first)]
    if (t.at(n) in COMMAS and t.at(n + 1) in MARKS) or (t.at(n) in STOPS and n + 1 < len(t)):
        content.append((n + 1, len(t)))
    elif t.at(n) in COMMAS and t.at(n + 1) in {"told", "telling"}:
        # Two reporting verbs run into one: "said Ann Lee, a doctor, told the Harbour Gazette".
        whom, _ = hearer(t, n + 2)
        if whom is not None and is_press(t, *whom):
            via = [t.span(*whom)]
    return _saying(t, cue, [t.span(cue.beyond, beyond), *via], content)


def _only_a_speaker(t: Tokens, beyond: int) -> bool:
    """Whether nothing but a speaker stands before the cue: "The Institute, a research group, | said nine miners"."""
    found = phrases.before(t, beyond)
    return found is not None and not any(t.low[k][0].isalnum() for k in range(found[0]))


_INVERTED = frozenset({"say", "report", "write"})
"""Verbs that stand before their speaker without a quotation, too: "six died, said the mayor"."""


def _opens_name(t: Tokens, n: int) -> bool:
    low = t.at(n)
    if low in {"that", "there", "it", "in", "on", "at", "to", "", "if", "this", "through", "via"} or low in DAYS:
        return False
    return low[0].isalnum() and not t.quoted[n]


def _after_aside(t: Tokens, comma: int) -> int | None:
    """The token after an aside between "said," and what was said: "said, in tears, that"."""
    if t.at(comma + 1) in MARKS:
        return comma + 1
    for n in range(comma + 1, min(len(t), comma + 20)):
        if t.low[n] in COMMAS:
            return n + 1 if t.at(n + 1) == "that" or t.at(n + 1) in MARKS or n - comma < 8 else None
    return None


_NOBODY = ("no ", "nobody", "none ", "neither ")
"""What nobody said is not said: "no group has claimed responsibility"."""


_IS_NO_SPEAKER = re.compile(
    r"['’]s?\Z|\A[\d.,\s]+\Z|\A(?:the|an?)\Z|\A(?:the|its|their|a|an)?\s*(?:\w+\s+){0,2}(?:toll|number|body count)\b"
)
"""A toll says nothing ("the toll from a blast believed caused by gas"), nor does whoever's "confirmed toll" it is,
nor a "the" at which the text was cut off."""


def _saying(t: Tokens, cue: Cue, chain: list[Span], content: list[tuple[int, int]]) -> Saying | None:
    said = reach.spans(t, content)
    speaker = t.text[slice(*chain[0])].lower()
    if not said or speaker.startswith(_NOBODY) or _IS_NO_SPEAKER.search(speaker):
        return None
    return Saying(said, chain, t.span(cue.first, cue.beyond), reach.holds_quotation(t, content))
