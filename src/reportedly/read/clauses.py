"""Whether a verb makes a clause here, judged by its form and its neighbours."""

from reportedly.read.cues import BE, CUES, DAYS, MODALS, Form
from reportedly.read.tokens import Tokens
from reportedly.read.word_classes import DETERMINERS, PREPOSITIONS

_FINITE = frozenset(
    "is are was were am be been has have had will would can could may might must shall should did does do "
    "isn't wasn't aren't went came took made got gave left fell began ran set hit put kept held lost won met "
    "led sent brought broke burst rose grew drew drove flew threw caught taught bought fought sat stood lay "
    "spoke became let cut shot struck sank goes comes takes makes gets gives leaves falls begins runs puts "
    "keeps holds loses wins meets leads sends brings breaks rises grows becomes lets remains appears seems "
    "needs wants dies kills says tells".split()
)
_NOT_PAST = frozenset(
    "armed united wounded injured unidentified unnamed displaced retired detained elected appointed so-called "
    "red hundred speed feed seed breed shed bed need deed indeed exceed proceed sacred naked wicked hatred "
    "allied wed fed led mohammed ahmed mohamed muhammed ahmad hamed saeed sayed mehmed alfred fred ted ned "
    "reed reid weed creed steed greed biased affiliated based".split()
)


def is_finite(t: Tokens, place: int) -> bool:
    """Whether the token looks like a verb that makes a clause, judged by its form and its neighbours."""
    low = t.low[place]
    if low in _FINITE:
        return True
    cue = CUES.get(low)
    before = t.at(place - 1)
    if cue is not None and cue[1] is not Form.ING and low.endswith(("ed", "id", "old", "ote")):
        return before not in DETERMINERS and before not in PREPOSITIONS
    if len(low) > 3 and low.endswith("ed") and low not in _NOT_PAST and not low.startswith("un") and "-" not in low:
        if before in DETERMINERS or before in PREPOSITIONS or before in {"and", "or", "", "recently", "newly", "'s"}:
            return False
        return not t.is_capital(place)
    return False


def is_reduced(t: Tokens, place: int) -> bool:
    """Whether a past form only modifies the noun before it: "people briefed on the plan"."""
    if t.at(place - 1) in BE:
        return False  # "was disputed by the government"
    return t.low[place].endswith(("ed", "en", "wn")) and t.at(place + 1) in (
        PREPOSITIONS | DAYS | {"as", "only", "by", "earlier", "who", "last", "this"}
    )


def is_verbal(t: Tokens, place: int) -> bool:
    """Whether a verb of any kind that we know begins here."""
    return is_finite(t, place) or t.low[place] in MODALS - {"to"} or t.low[place] in CUES
