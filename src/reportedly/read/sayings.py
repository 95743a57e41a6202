"""The sayings of one sentence: each reporting verb or "according to", with its speaker, its chain and its content."""

from dataclasses import dataclass

from reportedly.read import phrases
from reportedly.read.cues import ALSO_NOUNS, AUXILIARIES, CUES, DAYS, MODALS, MONTHS, Form, Frame
from reportedly.read.newsrooms import is_outlet, known_name
from reportedly.read.phrases import COMMAS, DETERMINERS, PRONOUNS
from reportedly.read.tokens import CLOSERS, STRAIGHT, Tokens
from reportedly.report import Span

_MOST = 24
"""Sayings read of one sentence; more than this is no prose."""
_MARKS = CLOSERS | STRAIGHT | {"“"}
_END = frozenset({".", "!", "?", ";"})


@dataclass(slots=True)
class Saying:
    """Characters, still free of the report's words; grown while a sentence is read, then frozen as an Attribution."""

    content: list[Span]
    chain: list[Span]
    cue: Span
    quotes: bool = False
    """Whether its content holds a quotation that may go on in the next sentence."""


@dataclass(slots=True)
class _Cue:
    first: int
    """The cue's first token, auxiliaries included."""
    beyond: int
    lemma: str
    form: Form
    frame: Frame
    speaker: tuple[int, int] | None = None
    speaker_from: int = 0


def sayings(t: Tokens) -> list[Saying]:
    """The sayings of a sentence, in its order."""
    found: list[Saying] = []
    cues = _cues(t)[:_MOST]
    used = 0
    for n, cue in enumerate(cues):
        following = cues[n + 1] if n + 1 < len(cues) else None
        saying = _according(t, cue, used) if cue.lemma == "according" else _said(t, cue, following, found, used)
        if saying is None:
            continue
        found.append(saying)
    return found


def _cues(t: Tokens) -> list[_Cue]:
    out = []
    for n, low in enumerate(t.low):
        if t.quoted[n]:
            continue
        if low == "according" and t.at(n + 1) == "to":
            out.append(_Cue(n, n + 2, "according", Form.ING, Frame.CLAUSE))
            continue
        known = CUES.get(low)
        if known is None:
            continue
        lemma, form, frame = known
        first = n
        while first > 0 and (t.low[first - 1] in AUXILIARIES) and n - first < 4:
            first -= 1
        if form is Form.PLAIN and not _plural_before(t, first, n):
            continue
        if form is not Form.PLAIN and _is_no_verb(t.at(first - 1), form):
            continue
        if low in ALSO_NOUNS and not _clause_follows(t, n + 1):
            continue
        out.append(_Cue(first, n + 1, lemma, form, frame))
    return out


def _is_no_verb(before: str, form: Form) -> bool:
    """Whether the word before makes a form a noun or a participle: "to be told", "the reports"."""
    if before in PRONOUNS and form is not Form.ING:
        return False
    return before in _NO_VERB_AFTER


_NO_VERB_AFTER = MODALS | DETERMINERS | {"of", "by", "for", "with"}
_PLURALS = frozenset(
    "police people they we you who others some many both officials authorities experts media men women those "
    "these i most sources".split()
)


def _plural_before(t: Tokens, first: int, n: int) -> bool:
    if first < n:
        return t.low[first] in {"did", "do", "didn't", "don't", "also", "still", "all", "now"} or _plural_before(
            t, first, first
        )
    before = t.at(first - 1)
    if before in COMMAS:
        return True
    return before in _PLURALS or (before.endswith("s") and not before.endswith(("ss", "'s", "’s", "us", "is")))


def _clause_follows(t: Tokens, n: int) -> bool:
    low = t.at(n)
    return (
        low in {"that", ":", "there", "it", "he", "she", "they", "the", "a", "an", "at"}
        or low in _MARKS
        or t.is_capital(n)
        or low.isdigit()
    )


# ---------------------------------------------------------------- according to


def _according(t: Tokens, cue: _Cue, used: int) -> Saying | None:
    first, beyond = cue.beyond, phrases.after(t, cue.beyond)
    if beyond <= first:
        return None
    chain = [t.span(first, beyond)]
    if cue.first == 0 or (cue.first <= 2 and t.low[0] in {"but", "and", "also", "still"}):
        start = beyond + 1 if t.at(beyond) in COMMAS else beyond
        content = [_trim(t, start, _sentence_end(t))]
    else:
        start = _clause_start(t, cue.first)
        content = [_trim(t, start, cue.first)]
        if t.at(beyond) == "," and not _new_clause(t, beyond + 1):
            content.append(_trim(t, beyond + 1, _sentence_end(t)))
    spans = _spans(t, content)
    return Saying(spans, chain, t.span(cue.first, cue.beyond), _has_quote(t, content)) if spans else None


# ---------------------------------------------------------------- verbs


def _said(t: Tokens, cue: _Cue, following: _Cue | None, earlier: list[Saying], used: int) -> Saying | None:
    left = t.at(cue.first - 1)
    cue_span = t.span(cue.first, cue.beyond)
    # "…," said Ann Lee
    if (
        cue.form in (Form.PAST, Form.PRESENT)
        and cue.frame is not Frame.OBJECT
        and cue.first > 1
        and (left in COMMAS or left in _MARKS)
        and _phrase_opens(t, cue.beyond)
    ):
        inverted = _inverted(t, cue)
        if inverted is not None:
            return inverted
    if cue.form is Form.ING:
        speaker = _ing_speaker(t, cue, earlier)
    else:
        got = phrases.before(t, cue.first)
        speaker = t.span(*got) if got is not None else None
        if got is not None:
            cue.speaker_from = got[0]
    if speaker is None:
        if left in {"and", "but", "then"} and earlier and cue.form is not Form.PLAIN:
            speaker = earlier[-1].chain[0] if earlier[-1].chain else None
            cue.speaker_from = cue.first - 1
        if speaker is None:
            return None
    chain = [speaker]
    after_cue = cue.beyond
    if cue.frame is Frame.HEARER:
        hearer, after_cue = _hearer(t, cue.beyond)
        if hearer is None:
            return None
        if is_outlet(t.text[t.start[hearer[0]] : t.end[hearer[1] - 1]]):
            chain.append(t.span(*hearer))
    after_cue, via = _skip_setting(t, after_cue)
    chain.extend(via)
    content: list[tuple[int, int]] = []
    nxt = t.at(after_cue)
    postposed = (
        cue.form is not Form.ING
        and _closes_before(t, cue.speaker_from)
        and (
            nxt in COMMAS
            or nxt in _END
            or nxt == ""
            or after_cue >= len(t)
            or nxt in {"and", "as", "after"}
            or nxt == ")"
        )
    )
    if postposed:
        start = _clause_start(t, cue.speaker_from)
        content.append(_trim(t, start, cue.speaker_from))
        if nxt in COMMAS and not _new_clause(t, after_cue + 1):
            content.append(_trim(t, after_cue + 1, _content_end(t, after_cue + 1, following)))
        elif nxt in _END and after_cue + 1 < len(t):
            content.append(_trim(t, after_cue + 1, len(t)))
    else:
        if nxt in COMMAS:
            close = _after_aside(t, after_cue)
            if close is None:
                return None
            after_cue = close
            nxt = t.at(after_cue)
        if cue.frame is Frame.THAT and not (nxt in {"that", ":"} or nxt in _MARKS or _looks_clause(t, after_cue)):
            return None
        if nxt in {"that", ":"}:
            after_cue += 1
            if t.at(after_cue) == ",":
                after_cue += 1
        end = _content_end(t, after_cue, following)
        content.append(_trim(t, after_cue, end))
    spans = _spans(t, content)
    if not spans:
        return None
    return Saying(spans, chain, cue_span, _has_quote(t, content))


def _inverted(t: Tokens, cue: _Cue) -> Saying | None:
    beyond = phrases.after(t, cue.beyond)
    if beyond <= cue.beyond:
        return None
    start = _clause_start(t, cue.first)
    content = [_trim(t, start, cue.first)]
    n, via = _skip_setting(t, beyond)
    if (t.at(n) in COMMAS and (t.at(n + 1) in _MARKS)) or (t.at(n) in _END and n + 1 < len(t)):
        content.append(_trim(t, n + 1, len(t)))
    elif t.at(n) in COMMAS and t.at(n + 1) == "told":
        hearer, _ = _hearer(t, n + 2)
        if hearer is not None and is_outlet(t.text[t.start[hearer[0]] : t.end[hearer[1] - 1]]):
            via = [t.span(*hearer)]
    spans = _spans(t, content)
    if not spans:
        return None
    return Saying(spans, [t.span(cue.beyond, beyond), *via], t.span(cue.first, cue.beyond), _has_quote(t, content))


def _phrase_opens(t: Tokens, n: int) -> bool:
    low = t.at(n)
    if (
        low in {"that", "there", "it", "in", "on", "at", "to", "", "if", "this"}
        or low in COMMAS
        or low in _MARKS
        or low in _END
    ):
        return False
    return low[0].isalnum() and low not in DAYS


def _ing_speaker(t: Tokens, cue: _Cue, earlier: list[Saying]) -> Span | None:
    if earlier and earlier[-1].chain:
        return earlier[-1].chain[0]
    got = phrases.subject(t, cue.first)
    return t.span(*got) if got is not None else None


def _hearer(t: Tokens, n: int) -> tuple[tuple[int, int] | None, int]:
    """Whom somebody told, and the token after: a known outlet's whole name, a pronoun, or words up to the clause."""
    low = t.at(n)
    if not low or not low[0].isalnum() or low == "that":
        return None, n
    for length in (5, 4, 3, 2, 1):
        if n + length <= len(t) and known_name(t.text[t.start[n] : t.end[n + length - 1]]):
            return (n, n + length), n + length
    if low in {"him", "her", "them", "us", "me", "it", "reporters", "journalists"}:
        beyond = n + 1
        return (n, beyond), beyond
    m = n
    capital = t.is_capital(n)
    while m < len(t) and m < n + 14:
        word = t.low[m]
        if (
            word
            in {
                "that",
                ":",
                "there",
                "he",
                "she",
                "it",
                "they",
                "how",
                "what",
                "why",
                "to",
                "about",
                "of",
                "in",
                "on",
                "at",
                "by",
                "via",
            }
            or word in COMMAS
            or word in _END
            or word in _MARKS
            or word in DAYS
        ):
            break
        if m > n and (
            word in DETERMINERS
            or (
                capital
                and t.low[m - 1] not in {"the"}
                and not t.is_capital(m)
                and word not in {"and", "news", "television", "tv", "radio"}
            )
        ):
            break
        m += 1
    return ((n, m), m) if m > n else (None, n)


_SETTING = frozenset("late early last this earlier later again next afterward afterwards here there recently".split())
_WHERE_SAID = frozenset(
    "statement interview conference speech tweet email e-mail briefing letter post address message report "
    "phone telephone television tv radio twitter facebook call text video release memo note hearing rally "
    "debate program programme show appearance comments remarks testimony stage blog condition anonymity "
    "translator interpreter spokesman spokeswoman camera".split()
)


def _skip_setting(t: Tokens, n: int) -> tuple[int, list[Span]]:
    """Passes over when, where and to whom it was said; gives the outlets among these."""
    via: list[Span] = []
    while n < len(t):
        low = t.low[n]
        if (
            low in DAYS
            or low in MONTHS
            or (
                low in _SETTING
                and (
                    t.at(n + 1) in DAYS | {"week", "month", "year", "night", "day"}
                    or t.at(n + 1) in COMMAS | _END | {"that"}
                )
            )
        ):
            n += 1
            continue
        if (
            low in {"week", "month", "night", "year", "morning", "afternoon", "evening", "day"}
            and n
            and (t.low[n - 1] in _SETTING or t.low[n - 1] in DAYS)
        ):
            n += 1
            continue
        if low == "to" and is_outlet(_name_from(t, n + 1)[0]):
            name, beyond = _name_from(t, n + 1)
            via.append(t.span(n + 1, beyond))
            n = beyond
            continue
        if low in {"in", "on", "at", "by", "during", "via", "through", "to", "after", "before", "from", "with", "of"}:
            setting_end = _setting_end(t, n)
            if setting_end is None:
                break
            if low in {"on", "to", "in", "by", "with", "via", "through"}:
                for k in range(n + 1, setting_end):
                    name, name_end = _name_from(t, k)
                    if t.is_capital(k) and name and is_outlet(name) and name_end <= setting_end:
                        via.append(t.span(k, name_end))
                        break
            n = setting_end
            continue
        break
    return n, via


def _name_from(t: Tokens, n: int) -> tuple[str, int]:
    """The longest outlet's name or run of capitals from token n, and the token after it."""
    if n >= len(t):
        return "", n
    for length in (5, 4, 3, 2, 1):
        if n + length <= len(t):
            words = t.text[t.start[n] : t.end[n + length - 1]]
            if known_name(words):
                return words, n + length
    m = n + 1 if t.low[n] in {"the", "a"} else n
    while m < len(t) and m < n + 6 and t.is_capital(m):
        m += 1
    if m == n + (t.low[n] in {"the", "a"}):
        while m < len(t) and m < n + 4 and t.low[m].isalpha() and t.low[m] not in {"that", "in", "on"}:
            m += 1
    return (t.text[t.start[n] : t.end[m - 1]], m) if m > n else ("", n)


def _setting_end(t: Tokens, n: int) -> int | None:
    """Where "on Monday", "in a statement to the agency", "at a news conference" ends; None if it is no such words."""
    m = n + 1
    said_where = False
    while m < len(t) and m < n + 14:
        low = t.low[m]
        if low in {"that", ":", '"', "“", "''", "``", "he", "she", "they", "there"} or low in COMMAS or low in _END:
            break
        if low in DAYS or low in MONTHS or low in _WHERE_SAID or low in {"week", "month", "night", "year"}:
            said_where = True
        elif said_where and (
            low in {"the", "a", "an"}
            and t.low[m - 1]
            not in {"in", "on", "at", "with", "to", "of", "by", "from", "for", "about", "after", "during"}
        ):
            break
        m += 1
    closes = t.at(m) in {"that", ":", '"', "“", "''", "``", ""} or t.at(m) in COMMAS or t.at(m) in _END
    if closes:
        return m if said_where or t.at(m) in {"that", "."} or t.at(m) in COMMAS | {""} else None
    if said_where:
        k = n + 1
        last: int | None = None
        while k < m:
            if t.low[k] in DAYS or t.low[k] in MONTHS or t.low[k] in _WHERE_SAID or (t.low[k].isdigit() and last == k):
                last = k + 1
            k += 1
        return last
    return None


# ---------------------------------------------------------------- bounds of content


def _closes_before(t: Tokens, n: int) -> bool:
    return n > 2 and (t.low[n - 1] in COMMAS or t.low[n - 1] in _MARKS or t.low[n - 1] in {"—", "–", "--"})


def _clause_start(t: Tokens, beyond: int) -> int:
    """Where the clause begins that a speaker after it is given for: the sentence's start, or after "; "."""
    n = beyond - 1
    while n > 0 and beyond - n < 120:
        if t.low[n] == ";" and not t.quoted[n]:
            return n + 1
        n -= 1
    return 0


def _sentence_end(t: Tokens) -> int:
    return len(t)


def _new_clause(t: Tokens, n: int) -> bool:
    """Whether a comma's next words start something that the speaker before it did not say."""
    low = t.at(n)
    return low in {
        "adding",
        "saying",
        "citing",
        "while",
        "who",
        "but",
        "and",
        "as",
        "noting",
        "according",
        "although",
        "though",
        "after",
        "when",
        "referring",
        "speaking",
        "which",
        "",
    } or (low in CUES and CUES[low][1] is Form.ING)


def _content_end(t: Tokens, start: int, following: _Cue | None) -> int:
    """Where the words said end: the sentence's end, or where the next saying's own words begin."""
    n = start
    depth = 0
    stop = len(t)
    while n < stop:
        low = t.low[n]
        if not t.quoted[n]:
            if low == ";":
                return n
            if low == "according" and t.at(n + 1) == "to":
                return n
            if low in COMMAS and (t.at(n + 1) in {"adding", "citing", "according", "noting", "saying"}):
                return n
            if low == "," and t.at(n + 1) in {"but", "while", "although", "though"}:
                return n
            if (
                low in {"and", "but"}
                and t.at(n + 1) in CUES
                and CUES[t.at(n + 1)][1] in (Form.PAST, Form.PRESENT)
                and CUES[t.at(n + 1)][2] is not Frame.OBJECT
            ):
                return n
            if low == "(":
                depth += 1
        n += 1
    return stop


def _after_aside(t: Tokens, comma: int) -> int | None:
    """After "said," an aside may come before "that": "said, citing a guard, that"."""
    n = comma + 1
    while n < len(t) and n < comma + 20:
        if t.low[n] in COMMAS:
            return n + 1 if t.at(n + 1) == "that" or t.at(n + 1) in _MARKS or n - comma < 8 else None
        n += 1
    if t.at(comma + 1) in {'"', "“", "''", "``"}:
        return comma + 1
    return None


def _looks_clause(t: Tokens, n: int) -> bool:
    return any(phrases.is_finite(t, k) for k in range(n, min(len(t), n + 14)) if not t.quoted[k])


def _trim(t: Tokens, first: int, beyond: int) -> tuple[int, int]:
    while first < beyond and (t.low[first] in COMMAS or t.low[first] in {".", ";", ":", "—", "–", "--", ")"}):
        first += 1
    while beyond > first and (
        t.low[beyond - 1] in COMMAS or t.low[beyond - 1] in {".", ";", ":", "—", "–", "--", "(", "and"}
    ):
        beyond -= 1
    return first, beyond


def _spans(t: Tokens, content: list[tuple[int, int]]) -> list[Span]:
    return [t.span(a, b) for a, b in content if b > a and any(t.low[n][0].isalnum() for n in range(a, b))]


def _has_quote(t: Tokens, content: list[tuple[int, int]]) -> bool:
    return any(t.quoted[n] for a, b in content for n in range(a, b))
