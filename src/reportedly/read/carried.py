"""Figures whose state stands in a sentence before: "At least 34 people were killed, the army said. The Front says 52."

Only where the wording shows that the number answers the question just answered ("the figure is", "puts the number at",
"says 52."), and the sentence it goes on from counts people in one state.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.figure import Figure, Kind, Scope
from reportedly.read.backdrop import topic_of
from reportedly.read.figures import Candidate
from reportedly.read.sentence import Sentence, Setting

_FURTHEST = 2
"""Sentences over which a number still answers the same question."""
_ALIKE = 20
"""Two answers to one question are at most so many times apart; past that the number is of something else."""
_BACK = 70
"""Characters before the number that are looked at."""

_THE_NUMBER = re.compile(
    r"\b(?:number|figure|total|count|tally)(?:\s+(?:is|was|now|at|to|of|by|up|stands|stood|has|had|have|been|rose|risen"
    r"|climbed|grown|reached|passed|went|gone|fell|could|may|might|be|as|high|closer|nearer|more|like|still|actually"
    r"|really))+\s*\Z",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:say|says|said|claim|claims|claimed|count|counts|counted|(?:speaks?|spoke|talks?|talked) of"
    r"|puts? it at)\s*\Z",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"(?:they|those|these|the (?:dead|victims))\s+(?:also\s+|all\s+)?includ(?:e|ed|es)\b"
    r"|among\s+(?:them|those)\s+(?:are|were|is|was)\b",
    re.IGNORECASE,
)
_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?)\b", re.IGNORECASE)
_BROUGHT_UP = re.compile(
    r"\s+(?:more\s+|others?\s+)?(?:were|was|have been|had been|has been)\s+(?:later\s+)?(?:recovered|found|retrieved"
    r"|pulled|brought|dug)\b(?!\s+(?:alive|safe))",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_ENDS = re.compile(r"[\"”’']?\s*(?:[.,;!?]|\Z)")


def carried(
    text: str,
    parts: Sequence[Sentence],
    found: Sequence[Sequence[Candidate]],
    setting: Setting | None = None,
) -> tuple[Candidate, ...]:
    """The candidates of all sentences (`found` has those of each of `parts`), in their order; those that answer the
    question of a sentence before have its state, and its group where they name none; those that go on with another
    year's event than the `setting`'s are background. Linear in the text."""
    out: list[Candidate] = []
    last: tuple[int, Candidate] | None = None
    past = _Past(setting)
    for place, (part, here) in enumerate(zip(parts, found, strict=True)):
        here = past.told(text, part, here)
        near = last is not None and place - last[0] <= _FURTHEST and part.paragraph - parts[last[0]].paragraph <= 1
        read = [_answer(text, part, one, last[1]) if near and last is not None else one for one in here]
        out += read
        told = [one for one in read if one.settled and one.figure.kind is not Kind.OTHER]
        if told and not part.aside:
            one_state = len({one.figure.kind for one in told}) == 1
            last = (place, told[0]) if one_state else None
    return tuple(out)


_OPENS_PAST = re.compile(
    r"(?:background:\s*)?(?:back\s+)?in\s+(?:[A-Z]\w+\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_NOW = re.compile(
    r"\b(?:now|today|tonight|yesterday|this|current\w*|latest|later|since|meanwhile|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_CARRIED_ON = 0.999
"""How likely a figure is background in a sentence that goes on with another year's event: none of its own words says
so, and the model, asked of it alone, cannot know."""


class _Past:
    """Whether the sentences of a paragraph still tell of another year: "In 1999 a dam burst. Forty were killed."."""

    def __init__(self, setting: Setting | None) -> None:
        self.paragraph = -1
        self.past = False
        now = None if setting is None else setting.published_at
        about = None if setting is None else setting.about
        self.own = topic_of(about).years | ({now.year} if now is not None else frozenset[int]())

    def told(self, text: str, part: Sentence, here: Sequence[Candidate]) -> Sequence[Candidate]:
        opened = _OPENS_PAST.match(text, part.start, part.end)
        goes_on = self.past and part.paragraph == self.paragraph and opened is None
        goes_on = goes_on and _NOW.search(text, part.start, part.end) is None
        other = opened is not None and int(opened["year"]) not in self.own
        certain = other and all(one.around.chance > _LIKELY for one in here)
        self.past, self.paragraph = goes_on or certain, part.paragraph
        if not goes_on:
            return here
        return [_of_the_past(one) for one in here]


_LIKELY = 0.5


def _of_the_past(one: Candidate) -> Candidate:
    around = replace(one.around, chance=_CARRIED_ON)
    return replace(one, around=around, figure=replace(one.figure, scope=Scope.BACKGROUND))


def _answer(text: str, part: Sentence, one: Candidate, told: Candidate) -> Candidate:
    figure = one.figure
    start, end = figure.phrase.span
    if _are_bodies(text, part, one, told):
        return _in_the_state_of(one, told)  # "Nine bodies were recovered. Four more were recovered on Tuesday."
    if figure.kind is Kind.OTHER and _is_some(figure, told.figure) and _INCLUDED.match(text, part.start, start):
        # "Nine people died. They included two sisters."
        return replace(one, figure=replace(figure, kind=told.figure.kind), settled=True, certain=True)
    if one.settled or figure.group.role != "people" or not _alike(figure, told.figure):
        return one
    before = text[max(part.start, start - _BACK) : start]
    if _HOW_MANY.search(text, part.start, start) is not None:
        return one  # "Nobody knows how many are held, but the number is below 40": a question of its own
    says = _SAYS.search(before) is not None and _ENDS.match(text, end, part.end) is not None
    if not says and _THE_NUMBER.search(before) is None:
        return one
    return _in_the_state_of(one, told)


def _in_the_state_of(one: Candidate, told: Candidate) -> Candidate:
    around = replace(one.around, chance=max(one.around.chance, told.around.chance))
    scope = Scope.BACKGROUND if around.chance > 0.5 else Scope.EVENT
    group = replace(told.figure.group, text=None)
    known = replace(one.figure, kind=told.figure.kind, group=group, scope=scope)
    return Candidate(known, True, False, around, certain=True)


def _are_bodies(text: str, part: Sentence, one: Candidate, told: Candidate) -> bool:
    """Whether a number without a noun is of the bodies told of just before: nobody is found alive by it."""
    bodies = told.figure.kind is Kind.KILLED and _BODIES.search(told.figure.group.text or "") is not None
    return bodies and not one.named and _BROUGHT_UP.match(text, one.figure.phrase.span[1], part.end) is not None


def _is_some(figure: Figure, of: Figure) -> bool:
    whole = of.low if of.low is not None else of.high
    return figure.high is not None and whole is not None and figure.high <= whole


def _alike(one: Figure, other: Figure) -> bool:
    mine = one.low if one.low is not None else one.high
    theirs = other.low if other.low is not None else other.high
    if mine is None or theirs is None or not mine or not theirs:
        return False
    return mine <= theirs * _ALIKE and theirs <= mine * _ALIKE
