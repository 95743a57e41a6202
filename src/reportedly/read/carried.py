"""Figures whose state stands in a sentence before: "At least 34 people were killed, the army said. The Front says 52."

Only where the wording shows that the number answers the question just answered ("the figure is", "puts the number at",
"says 52."), and the sentence it goes on from counts people in one state.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.figure import Figure, Kind, Scope
from reportedly.read.figures import Candidate
from reportedly.read.sentence import Sentence

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
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_ENDS = re.compile(r"[\"”’']?\s*(?:[.,;!?]|\Z)")


def carried(text: str, parts: Sequence[Sentence], found: Sequence[Sequence[Candidate]]) -> tuple[Candidate, ...]:
    """The candidates of all sentences (`found` has those of each of `parts`), in their order; those that answer the
    question of a sentence before have its state, and its group where they name none. Linear in the text."""
    out: list[Candidate] = []
    last: tuple[int, Candidate] | None = None
    for place, (part, here) in enumerate(zip(parts, found, strict=True)):
        near = last is not None and place - last[0] <= _FURTHEST and part.paragraph - parts[last[0]].paragraph <= 1
        read = [_answer(text, part, one, last[1]) if near and last is not None else one for one in here]
        out += read
        told = [one for one in read if one.settled and one.figure.kind is not Kind.OTHER]
        if told and not part.aside:
            one_state = len({one.figure.kind for one in told}) == 1
            last = (place, told[0]) if one_state else None
    return tuple(out)


def _answer(text: str, part: Sentence, one: Candidate, told: Candidate) -> Candidate:
    figure = one.figure
    if one.settled or figure.group.role != "people" or not _alike(figure, told.figure):
        return one
    start, end = figure.phrase.span
    before = text[max(part.start, start - _BACK) : start]
    if _HOW_MANY.search(text, part.start, start) is not None:
        return one  # "Nobody knows how many are held, but the number is below 40": a question of its own
    says = _SAYS.search(before) is not None and _ENDS.match(text, end, part.end) is not None
    if not says and _THE_NUMBER.search(before) is None:
        return one
    around = replace(one.around, chance=max(one.around.chance, told.around.chance))
    scope = Scope.BACKGROUND if around.chance > 0.5 else Scope.EVENT
    known = replace(figure, kind=told.figure.kind, group=replace(told.figure.group, text=None), scope=scope)
    return Candidate(known, True, False, around, certain=True)


def _alike(one: Figure, other: Figure) -> bool:
    mine = one.low if one.low is not None else one.high
    theirs = other.low if other.low is not None else other.high
    if mine is None or theirs is None or not mine or not theirs:
        return False
    return mine <= theirs * _ALIKE and theirs <= mine * _ALIKE
