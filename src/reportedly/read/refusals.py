"""Words that take something back, leave it open or call it in doubt: "retracted its statement that", "would not
confirm", "was looking into reports that". Read as plain statements they would assert what nobody stands by."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.read.cues import AUXILIARIES, MODALS, is_adverb
from reportedly.read.tokens import Tokens
from reportedly.report import Span

_TAKE_BACK = frozenset(
    "retracted retracts retracting withdrew withdraws withdrawing withdrawn disowned recanted rescinded corrected "
    "corrects disputed disputes disputing contested contests questioned refuted refutes debunked debunks doubted "
    "doubts downplayed".split()
)
_IN_TWO = {
    "took": ("back",), "takes": ("back",), "walked": ("back",), "walks": ("back",), "backtracked": ("on",),
    "apologised": ("for",), "apologized": ("for",), "cast": ("doubt", "on"), "casts": ("doubt", "on"),
    "poured": ("scorn", "on"), "played": ("down",), "plays": ("down",), "ruled": ("out",),
    "backed": ("away", "from"), "rowed": ("back", "on"),
}  # fmt: skip
_LOOK_INTO = {
    "looking": (("into",),), "checking": ((),), "validating": ((),), "investigating": ((),), "verifying": ((),),
    "examining": ((),), "aware": (("of",),), "following": (("up",),),
    "seeking": (("confirmation", "of"), ("to", "confirm"), ("to", "verify")),
    "trying": (("to", "confirm"), ("to", "verify")),
}  # fmt: skip
_AS_FALSE = frozenset(
    "dismissed dismisses dismissing rejected rejects rejecting described describes branded brands denounced slammed "
    "mocked".split()
)
_NOTHING_OF = frozenset("comment information confirmation knowledge record word".split())
_WHETHER = frozenset("whether if how".split())
_SAYINGS = frozenset(
    "statement statements claim claims report reports toll tolls figure figures number count estimate estimates "
    "announcement assertion allegation allegations suggestion suggestions version account rumour rumours rumor rumors "
    "story stories".split()
)
_BEFORE_ONE = frozenset(
    "its his her their our the a an any these those this that earlier previous initial first original media press "
    "official own conflicting unconfirmed some death casualty recent local all new".split()
)
_CONFIRM = frozenset("confirm verify corroborate substantiate".split())
_WILL_NOT = frozenset("refused refuses declined declines unable reluctant failed able".split())
_TELL = _CONFIRM | {"say", "disclose", "reveal", "specify", "discuss"}
_NOT = frozenset("not never cannot n't".split())


_OPENERS = (
    _TAKE_BACK
    | _AS_FALSE
    | _WILL_NOT
    | _TELL
    | frozenset([*_IN_TWO, *_LOOK_INTO, "yet", "neither", "respond", "tell", "know", "no"])
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Tokens [first, beyond) that take back or leave open what comes after them."""

    first: int
    beyond: int


def refusals(t: Tokens) -> list[Refusal]:
    """Those of a sentence, in its order; none inside a quotation."""
    if _OPENERS.isdisjoint(t.low):
        return []  # as most sentences
    found: list[Refusal] = []
    n = 0
    while n < len(t):
        found_here = None if t.quoted[n] else _taken_back(t, n) or _left_open(t, n) or _looked_into(t, n)
        beyond = found_here or (None if t.quoted[n] else _called_false(t, n) or _nothing_of(t, n))
        if beyond is not None:
            found.append(Refusal(_first(t, n), beyond))
        n = n + 1 if beyond is None else beyond
    return found


def only_asked(t: Tokens, content: Sequence[Span]) -> bool:
    """Is what somebody is taken to say only what he was asked: "Asked whether nine had died, he did not answer"?"""
    first = next((n for n in range(len(t)) if content and t.start[n] >= content[0][0]), None)
    return first is not None and t.low[first] == "asked" and t.at(first + 1) in {"whether", "if"}


def neither(t: Tokens) -> tuple[int, int] | None:
    """Of "Neither the union nor the company could confirm that": where the two end, and where the words begin that
    neither confirmed."""
    if t.at(0) != "neither" or "nor" not in t.low[1:_FURTHEST]:
        return None
    for n in range(1, min(len(t), _FURTHEST)):
        if t.low[n] in _CONFIRM | {"confirmed", "verified", "said", "say"}:
            end = n
            while end > 1 and (t.low[end - 1] in AUXILIARIES or t.low[end - 1] in MODALS or is_adverb(t.low[end - 1])):
                end -= 1
            return (end, n + 1) if end > 2 else None
    return None


_FURTHEST = 24


def _taken_back(t: Tokens, n: int) -> int | None:
    if t.low[n] in _TAKE_BACK:
        if t.at(n + 1) in {"that", "whether"} and t.low[n] not in {"corrected", "corrects"}:
            return n + 1
        return _saying_named(t, n + 1)
    words = _IN_TWO.get(t.low[n])
    if words is None or tuple(t.low[n + 1 : n + 1 + len(words)]) != words:
        return None
    return _saying_named(t, n + 1 + len(words))


def _looked_into(t: Tokens, n: int) -> int | None:
    for words in _LOOK_INTO.get(t.low[n], ()):
        beyond = n + 1 + len(words)
        if tuple(t.low[n + 1 : beyond]) != words:
            continue
        if words in _MAY_ASK and t.at(beyond) in _WHETHER:
            return beyond
        return _saying_named(t, beyond)
    return None


_MAY_ASK = ((), ("to", "confirm"), ("to", "verify"))


def _left_open(t: Tokens, n: int) -> int | None:
    """ "would not immediately confirm", "declined to say", "has yet to confirm", "neither confirm nor deny"."""
    low = t.low[n]
    if low in _WILL_NOT and t.at(n + 1) == "to" and t.at(n + 2) in _TELL:
        return n + 3
    if low == "yet" and t.at(n + 1) == "to" and t.at(n + 2) in _CONFIRM:
        return n + 3
    if low == "neither" and t.at(n + 1) in _CONFIRM | {"confirmed"} and t.at(n + 2) == "nor":
        return n + 4
    open_question = low in {"say", "tell", "know"} and t.at(n + 1) in _WHETHER
    if low == "respond" and t.at(n + 1) == "to" and _NOT & {*t.low[_first(t, n) : n]}:
        return _saying_named(t, n + 2)
    if low not in _CONFIRM and not open_question:
        return None
    before = t.low[_first(t, n) : n]
    if any(word in _NOT or word.endswith(("n't", "n’t")) for word in before):
        return n + 3 if t.at(n + 1) == "or" and t.at(n + 2) == "deny" else n + 1
    return None


def _called_false(t: Tokens, n: int) -> int | None:
    """ "dismissed as false reports that", "described as exaggerated a claim that"."""
    if t.low[n] not in _AS_FALSE or t.at(n + 1) != "as":
        return None
    for k in range(n + 3, min(len(t), n + _LONGEST + 3)):
        if t.low[k] in _SAYINGS and t.at(k + 1) in {"that", "of"}:
            return k + 1
        if t.low[k] in {",", ".", ";", "said"}:
            return None
    return None


def _nothing_of(t: Tokens, n: int) -> int | None:
    """ "had no comment on reports that", "has no information about"."""
    if t.low[n] not in {"had", "has", "have"} or t.at(n + 1) != "no" or t.at(n + 2) not in _NOTHING_OF:
        return None
    if t.at(n + 3) not in {"on", "about", "of", "that", "regarding"}:
        return None
    return _saying_named(t, n + 4) or n + 4


def _saying_named(t: Tokens, n: int) -> int | None:
    """The token after "its earlier statement" at token n; None where nothing is named that somebody said."""
    for k in range(n, min(len(t), n + _LONGEST)):
        if t.low[k] in _SAYINGS:
            # "Tarn TV's report": whose it was stays with what was said
            return k + 1 if t.at(k + 1) in {"that", "of", "putting", "about"} else None
        if t.low[k] not in _BEFORE_ONE and not t.is_capital(k) and not t.low[k].endswith(("'s", "’s", "s'")):
            return None
    return None


_LONGEST = 7


def _first(t: Tokens, n: int) -> int:
    first = n
    while first > 0 and n - first < _MOST_BEFORE:
        low = t.low[first - 1]
        if low not in AUXILIARIES and low not in MODALS and not is_adverb(low):
            break
        first -= 1
    return first


_MOST_BEFORE = 5
