"""Reporting verbs: which words of a sentence report what somebody says, and which only look as if they did."""

from dataclasses import dataclass

from reportedly.read.credited import MOST
from reportedly.read.cues import ALSO_NOUNS, AUXILIARIES, BE, CUES, MODALS, Form, Frame, is_adverb
from reportedly.read.reach import puts_toll
from reportedly.read.refusals import refusals
from reportedly.read.tokens import Tokens, is_number
from reportedly.read.word_classes import COMMAS, DETERMINERS, MARKS, PRONOUNS, STOPS
from reportedly.read.written import TENS, UNITS


@dataclass(frozen=True, slots=True)
class Cue:
    first: int
    """The first token of the reporting words, auxiliaries included."""
    beyond: int
    lemma: str
    form: Form
    frame: Frame
    progressive: bool = False
    """"was saying": as finite as "said"."""
    passive: bool = False


def cues(t: Tokens) -> list[Cue]:
    out = [Cue(one.first, one.beyond, "refuse", Form.PAST, Frame.OBJECT) for one in refusals(t)]
    inside = {n for one in out for n in range(one.first, one.beyond)}
    for n, low in enumerate(t.low):
        if t.quoted[n] or n in inside:
            continue
        if low == "according" and t.at(n + 1) == "to":
            out.append(Cue(n, n + 2, "according", Form.ING, Frame.CLAUSE))
        elif puts_toll(t, n) and t.at(n - 1) != "having":
            out.append(Cue(_first(t, n), n + 1, "put", Form.PAST, Frame.OBJECT))
        elif low in _COUNT and _number_soon(t, n + 1) and t.at(_first(t, n) - 1) not in PRONOUNS:
            out.append(Cue(_first(t, n), n + 1, "count", Form.PAST, Frame.OBJECT))
        elif low in {"read", "reads"} and t.at(n - 1) in _PAPERS:
            out.append(Cue(n, n + 1, "say", Form.PAST, Frame.CLAUSE))  # "..., the ministry statement read."
        elif low in _OF_FIGURES and t.at(n + 1) == "of":
            out.append(Cue(_first(t, n), n + 2, "speak", Form.PAST, Frame.OBJECT))
        elif low in CUES:
            cue = _verb(t, n, *CUES[low])
            if cue is not None:
                out.append(cue)
        if len(out) >= MOST:
            break
    return sorted(out, key=lambda cue: cue.first)


_COUNT = frozenset("counted recorded registered tallied logged listed documented".split())
_ROUGHLY = frozenset("at least about more than some nearly over around almost the as many another a total of".split())


def _number_soon(t: Tokens, n: int) -> bool:
    k = n
    while k < min(len(t), n + 4) and t.low[k] in _ROUGHLY:
        k += 1
    return is_number(t.at(k)) or t.at(k) in UNITS or t.at(k) in TENS


_OF_FIGURES = frozenset({"spoke", "speaks", "spoken"})


def _first(t: Tokens, n: int) -> int:
    """Where the reporting words begin whose verb is token n: "has so far | confirmed"."""
    first = n
    while first > 0 and n - first < _MOST_BEFORE:
        if t.low[first - 1] == "far" and t.at(first - 2) == "so":
            first -= 2
        elif t.low[first - 1] == "now" and t.is_capital(first - 1) and first > 1:
            break  # "The site Tarn Now reported"
        elif t.low[first - 1] in AUXILIARIES or (
            is_adverb(t.low[first - 1]) and not (first > 1 and t.is_capital(first - 1))
        ):
            first -= 1
        else:
            break
    return first


_MOST_BEFORE = 4
_UNNAMED = ("to be named", "to be identified", "to be quoted", "to give his", "to give her", "to give their")


def _verb(t: Tokens, n: int, lemma: str, form: Form, frame: Frame) -> Cue | None:
    """The reporting verb at token n with its auxiliaries; None where the form is a noun, a passive or an infinitive."""
    first = _first(t, n)
    before = t.at(first - 1)
    has_be = any(t.low[k] in BE for k in range(first, n))
    if form is Form.PLAIN and not _plural_before(t, first, n):
        return None
    if form is Form.PAST and ((has_be and lemma != "quote") or t.at(n + 1) == "of"):
        return None
    if lemma in {"ask", "decline", "refuse", "request"} and any(
        " ".join(t.low[n + 1 : n + 6]).removeprefix("not ").startswith(words) for words in _UNNAMED
    ):
        return None  # "a doctor who asked not to be named"
    if lemma == "call" and t.at(n + 1) in {"himself", "herself", "themselves", "itself"}:
        return None  # "a man who calls himself Commander"
    if _is_noun(t, n, before) or (lemma == "claim" and _takes_lives(t, n)):
        return None
    if form is Form.PAST and t.at(n + 1) == "by" and not (has_be and lemma == "quote"):
        return None
    if frame is Frame.OBJECT and form is Form.PAST and first == n and t.at(n + 1) in _AFTER_PASSIVE and lemma != "call":
        return None
    if form is Form.PAST and lemma in {"fear", "report", "confirm", "declare"} and _is_state(t, n + 1):
        return None
    if form is Form.PAST and first == n and (is_number(before) or before in UNITS or before in TENS):
        return None  # "30 confirmed deaths", "nine alleged militants"
    if lemma == "post" and form is Form.PAST and first == n and t.at(n + 1) in _PLACED:
        return None  # "a message posted on Telegram said"
    supposed = form is Form.PAST and first == n and lemma in _SUPPOSED
    if supposed and t.at(n + 1) == "to" and t.at(n + 2) in {"be", "have"}:
        return None  # "twenty people thought to be migrants"
    if before in _NO_VERB_AFTER and not (before in PRONOUNS and form is not Form.ING):
        return None
    if form is Form.ING and not has_be and "now" in t.low[first:n] and first > 0:
        return Cue(first, n + 1, lemma, form, frame, progressive=True)  # "Police now saying nine dead"
    if _states(t, n):
        return Cue(first, n + 1, lemma, form, frame)
    if form is Form.ING and not has_be and before not in COMMAS and first > 0 and before not in {"and", "while"}:
        return None
    beyond = n + 2 if lemma == "point" and t.at(n + 1) == "out" else n + 1
    return Cue(first, beyond, lemma, form, frame, progressive=form is Form.ING and has_be, passive=has_be)


def _is_noun(t: Tokens, n: int, before: str) -> bool:
    """Whether a form that is a noun as often as a verb has no clause after it."""
    if t.low[n] not in ALSO_NOUNS:
        return False
    if t.is_capital(n) and n > 0:
        return True
    if "according" in t.low[max(0, n - _OBJECT_NEAR) : n]:
        return True  # "according to UN estimates more than"
    if before in {"he", "she", "they", "it", "we", "who"}:
        return False
    if _DENYING & {*t.low[max(0, n - _OBJECT_NEAR) : n]} and not COMMAS & {*t.low[max(0, n - _OBJECT_NEAR) : n]}:
        return True  # "denied rebel claims that", "rejected a Gazette report that"
    if t.at(n + 1) == "that" and (before in {"on", "over"} or _is_verb_before(t, n - 1)):
        return True  # "denying reports that", "cast doubt on claims that"
    after = t.at(n + 1)
    if after in COMMAS and t.at(n + 2) in {"citing", "quoting"}:
        return False  # "HNN reports, citing the army, that"
    if after in STOPS or after == "":
        # "…, their union reports.": a verb only if its subject stands between it and a comma.
        comma = next((k for k in range(n - 2, max(0, n - 9), -1) if t.low[k] in COMMAS), None)
        return comma is None or not (t.low[comma + 1] in DETERMINERS or t.is_capital(comma + 1))
    clause = after in _OPENS_CLAUSE or after in MARKS or after in UNITS or after in TENS
    return not (clause or t.is_capital(n + 1) or is_number(after))


_PLACED = frozenset("on in at by to online from".split())
_PAPERS = frozenset("statement message letter report bulletin note notice post tweet communique".split())
_SUPPOSED = frozenset("think believe say suspect allege know".split())
_OBJECT_NEAR = 5
_DENYING = frozenset("denied denies deny denying rejected rejects rejecting dismissed dismisses dismissing".split())


_OPENS_CLAUSE = frozenset("that : there it he she they the a an at more about some nearly over to".split())


def _states(t: Tokens, n: int) -> bool:
    """ "issued a statement | saying nine had died"."""
    return t.low[n] == "saying" and bool(_PAPERS & {*t.low[max(0, n - _STATEMENT_NEAR) : n]})


_STATEMENT_NEAR = 6


def _is_verb_before(t: Tokens, n: int) -> bool:
    known = CUES.get(t.at(n))
    return known is not None and t.at(n) not in ALSO_NOUNS and n > 0


def _takes_lives(t: Tokens, n: int) -> bool:
    """ "the blast claimed at least two lives" says nothing of who spoke."""
    for k in range(n + 1, min(len(t), n + 8)):
        if t.low[k] in {"lives", "life", "victims"}:
            return True
        if t.low[k] in COMMAS or t.low[k] in STOPS or t.low[k] == "that":
            return False
    return False


def _is_state(t: Tokens, n: int) -> bool:
    return t.at(n) in _STATES or (t.at(n) == "to" and t.at(n + 1) in {"have", "be"})


_STATES = frozenset("dead killed trapped missing drowned lost buried injured wounded hurt safe alive".split())
"""After a past form: "twelve feared dead", "damage reported in Orrin"."""
_AFTER_PASSIVE = frozenset("for on as in with at from over".split())
"""After a past form without its auxiliary: "the storm blamed for six deaths"."""
_NO_VERB_AFTER = MODALS | DETERMINERS | {"of", "by", "for", "with", "into", "about", "despite", "amid"}
_PLURALS = frozenset(
    "police people they we you who others some many both officials authorities experts media men women those "
    "these i most sources percent".split()
)


def _plural_before(t: Tokens, first: int, n: int) -> bool:
    if first < n and t.low[first] in {"did", "do", "didn't", "don't", "didn’t", "don’t"}:
        return True
    before = t.at(first - 1)
    if t.low[n] == "say" or (t.at(n + 1) == "that" and t.low[n] not in ALSO_NOUNS):
        return before not in {"i", "to", ""} and before not in MODALS
    if before in COMMAS or before in _PLURALS or before == "%":
        return True
    return before.endswith("s") and not before.endswith(("ss", "'s", "’s", "us", "is"))
