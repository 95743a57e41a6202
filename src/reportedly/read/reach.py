"""How far the words said reach: where the content of a saying begins and ends within its sentence."""

from reportedly.read import phrases
from reportedly.read.clauses import is_finite
from reportedly.read.cues import ALSO_NOUNS, AUXILIARIES, BE, CUES, Form, Frame, is_adverb
from reportedly.read.tokens import Tokens
from reportedly.read.word_classes import COMMAS, STOPS
from reportedly.report import Span

_FURTHEST = 400
"""Tokens that one content may run to: no sentence of news is longer, and it keeps the search linear in the text."""
_DASHES = frozenset({"—", "–", "--", "-"})
_WRITER_GOES_ON = frozenset(
    "adding saying citing noting referring speaking according while who but although though whereas and as after when "
    "which even however".split()
)
"""After a comma, first words of what the writer says and not the speaker."""
_AFTER_SAID = frozenset(
    {
        "and",
        "as",
        "after",
        "when",
        "while",
        "whilst",
        "during",
        "before",
        "because",
        "since",
        "citing",
        "quoting",
        ")",
        "-",
        "—",
        "–",
    }
)
_EDGES = COMMAS | _DASHES | frozenset({".", ";", ":", ")", "(", "[", "]"})


def clause_start(t: Tokens, beyond: int) -> int:
    """Where the words begin that a speaker who comes after them said: at the sentence's start, or after a semicolon."""
    for n in range(beyond - 1, max(0, beyond - _FURTHEST), -1):
        if t.low[n] == ";" and not t.quoted[n]:
            return n + 1
    return 0


def resumes(t: Tokens, n: int) -> bool:
    """Whether the words from token n, after "…, he said,", are the speaker's again."""
    low = t.at(n)
    if not low or low in _WRITER_GOES_ON or claim_named(t, n) > n or another_speaks(t, n):
        return False
    known = CUES.get(low)
    return known is None or known[1] is not Form.ING


def content_end(t: Tokens, start: int, cue: int) -> int:
    """Where the words said after a cue end: where the writer, or another speaker, takes over."""
    aside = _inside_dashes(t, cue)
    bracket = 0
    inside = t.low[:start].count("(") > t.low[:start].count(")")
    """ "(Radio Orlo says 33 killed, the Orlo Echo says 41)"."""
    for n in range(start, min(len(t), start + _FURTHEST)):
        if t.quoted[n]:
            continue
        low, after = t.low[n], t.at(n + 1)
        if low in {"(", "["}:
            bracket += 1
        elif low in {")", "]"}:
            if not bracket:
                return n
            bracket -= 1
        elif low in _OCCASION and n > start and another_speaks(t, n + 1):
            return n  # "denied it after rebels said 12 had died"
        elif (
            (low in _DASHES and claim_named(t, n + 1) > n + 1)
            or low == ";"
            or (aside and low in _DASHES)
            or (low == "according" and after == "to")
        ):
            return n
        elif low in COMMAS:
            if _hands_over(t, n + 1) or (inside and another_speaks(t, n + 1)):
                return n
        elif low in {"and", "but"} | _MEANWHILE and n > start and _goes_over(t, n):
            return n
    return min(len(t), start + _FURTHEST)


def before_occasion(t: Tokens, start: int, end: int) -> int:
    """Where a thing demanded or condemned ends before what gave the occasion: "called him a hero after six died"."""
    for n in range(start + 1, end):
        if t.low[n] in {"after", "following", "when", "since"} and not t.quoted[n]:
            return n
    return end


def _hands_over(t: Tokens, n: int) -> bool:
    low = t.at(n)
    if low in {"adding", "citing", "according", "noting", "saying", "but", "although", "though", "whereas"}:
        return True
    if low == "as" and t.at(n + 1) not in _NO_CLAUSE:
        return True  # "denied that they had fired, as doctors treated 40 people"
    if low == "even" and t.at(n + 1) in {"though", "as", "if"}:
        return True
    if low in _MEANWHILE | {"and"} and another_speaks(t, n + 1):
        return True  # "…, while medics put the toll at 31"
    if t.low[0] in _MEANWHILE | {"although", "though"} and another_speaks(t, n):
        return True  # "While the union said nine had died, the company put the toll at seven"
    if _closes_with_speaker(t, n):
        return True  # "The mayor said nine died, AFP reported."
    if claim_named(t, n) > n:
        return True  # "…, a claim the company denied"
    # "Marr, who feared a flood, said": the main verb comes after the aside.
    return _is_told(t, n)


_OCCASION = frozenset("after when hours".split())


def _goes_over(t: Tokens, n: int) -> bool:
    """Whether the "and", "but" or "while" at token n goes over to the writer or to another speaker."""
    return another_speaks(t, n + 1) or (t.low[n] not in _MEANWHILE and _is_told(t, n + 1))


def _closes_with_speaker(t: Tokens, n: int) -> bool:
    """Whether nothing but a speaker and a reporting verb is left of the sentence from token n on."""
    end = len(t)
    while end > n and t.low[end - 1] in STOPS:
        end -= 1
    known = CUES.get(t.at(end - 1)) if end - n >= 2 else None
    if known is None or known[2] not in _TELLS or end - n > _LONGEST_SPEAKER:
        return False
    if known[1] not in (Form.PAST, Form.PRESENT) and not (known[1] is Form.ING and t.at(end - 2) in BE):
        return False
    verb = end - 1
    while verb > n and (t.low[verb - 1] in AUXILIARIES or is_adverb(t.low[verb - 1])):
        verb -= 1
    return verb > n and phrases.before(t, verb, n) == (n, verb)


_NO_CLAUSE = frozenset("well many much of if long though soon such high low a an".split())
_MEANWHILE = frozenset({"while", "whilst"})
_NAMED_CLAIMS = frozenset(
    "something accusation claim figure toll charge number allegation statement version assertion count".split()
)
_DENIED = frozenset("denied denies disputed disputes rejected rejects contested dismissed".split())
_LONGEST_SPEAKER = 9


def another_speaks(t: Tokens, n: int) -> bool:
    """Whether from token n on somebody else says something of his own: "medics put the toll at 31"."""
    for k in range(n, min(len(t), n + _LONGEST_SPEAKER)):
        low = t.low[k]
        if low in COMMAS or low in STOPS or low in {"that", "to"} or t.quoted[k]:
            return False
        known = CUES.get(low)
        finite = known is not None and (known[1] in (Form.PAST, Form.PRESENT) or low == "say")
        reports = known is not None and finite and known[2] in _TELLS
        if puts_toll(t, k) or (reports and low not in ALSO_NOUNS):
            end = k
            while end > n and (t.low[end - 1] in AUXILIARIES or is_adverb(t.low[end - 1])):
                end -= 1
            return end > n and phrases.before(t, end, n) == (n, end) and not _AUXILIARY & {*t.low[n:end]}
        if is_finite(t, k):
            return False
    return False


_TELLS = (Frame.CLAUSE, Frame.THAT, Frame.HEARER)
_AUXILIARY = frozenset("has have had was were is are been be being did not".split())


def claim_named(t: Tokens, n: int) -> int:
    """The token after the words at n that name what was just said: "a claim (that) | the company denied"; n where none
    do."""
    if t.at(n) == "which" and any(t.low[k] in _DENIED for k in range(n + 2, min(len(t), n + _LONGEST_SPEAKER))):
        return n + 1  # "…, which the company denied"
    if t.at(n) == "something" and t.at(n + 1) in {"the", "that", "which"}:
        return n + 1
    if t.at(n) not in {"a", "an"} or t.at(n + 1) not in _NAMED_CLAIMS:
        return n
    return n + 3 if t.at(n + 2) in {"that", "which"} else n + 2


def puts_toll(t: Tokens, n: int) -> bool:
    """ "put the toll at 14" reports a number; "put the fire out" reports nothing."""
    words = t.low[n + 1 : n + 10] if t.at(n) in {"put", "puts"} else []
    return "at" in words and any(word in _TOLLS for word in words[: words.index("at")])


_TOLLS = frozenset("toll number count figure total tally casualties dead deaths estimate".split())


def _is_told(t: Tokens, n: int) -> bool:
    """Whether a reporting verb with no subject of its own begins here: "and told the council that"."""
    known = CUES.get(t.at(n))
    if known is None and t.at(n) in {"also", "later", "then", "has", "had"}:
        known = CUES.get(t.at(n + 1))
    if known is None:
        return False
    lemma, form, frame = known
    return form in (Form.PAST, Form.PRESENT) and frame is not Frame.OBJECT and lemma not in {"find", "feel", "see"}


def _inside_dashes(t: Tokens, cue: int) -> bool:
    """Whether a dash opened before the cue, and closes after it: "the wall — which he said held — broke"."""
    before = any(t.low[n] in _DASHES and not t.quoted[n] for n in range(max(0, cue - 40), cue))
    return before and any(t.low[n] in _DASHES and not t.quoted[n] for n in range(cue, min(len(t), cue + 40)))


def trim(t: Tokens, first: int, beyond: int) -> tuple[int, int]:
    """Without the punctuation and conjunctions at the edges that belong to neither side."""
    while first < beyond and t.low[first] in _EDGES:
        first += 1
    while beyond > first and (t.low[beyond - 1] in _EDGES or t.low[beyond - 1] in {"and", "but"}):
        beyond -= 1
    return first, beyond


def spans(t: Tokens, content: list[tuple[int, int]]) -> list[Span]:
    """Characters of each stretch of tokens that holds a word."""
    trimmed = [trim(t, first, beyond) for first, beyond in content]
    return [t.span(a, b) for a, b in trimmed if b > a and any(t.low[n][0].isalnum() for n in range(a, b))]


def holds_quotation(t: Tokens, content: list[tuple[int, int]]) -> bool:
    return any(t.quoted[n] for first, beyond in content for n in range(first, beyond))


def looks_like_clause(t: Tokens, n: int) -> bool:
    """Whether a verb stands close enough after token n to make it a clause."""
    return any(is_finite(t, k) for k in range(n, min(len(t), n + 14)) if not t.quoted[k])


def ends_here(t: Tokens, n: int) -> bool:
    """Whether the reporting words end at token n: at a comma, a stop or the sentence's end."""
    low = t.at(n)
    return low == "" or low in COMMAS or low in STOPS or low in _AFTER_SAID
