"""What is counted, as the rules and the model have it together.

The rules give every number, its bounds and its group. The model has seen more ways of saying what became of people, and
whole sentences of other events; it is heard where it is sure and they are not contradicted by the wording. The weights
were chosen on sentences held out from its training (docs/measurements.md).
"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.figure import Figure, Group, Kind, Scope
from reportedly.read.figures import Candidate
from reportedly.read.people import ROLES
from reportedly.read.scope import Surroundings
from reportedly.read.tagger.tag import Counted
from reportedly.report import Span

_RULED = 1.5
_SUPPOSED = 1.0
"""Added to the log of the model's chance of the rules' kind: where a word says the kind, and where none does but the
rules take it for other people (or, not settled, for nobody)."""
_CERTAIN = 9.0
"""... where the wording leaves no doubt, or the state stands in a sentence before: the model sees no word of it and
guesses the commonest."""
_UNTOLD, _UNNAMED, _SAID = 0.5, 0.5, 0.5
"""How sure the model must be of the state of people in whom the rules see none ("the Front says 52" tells of no state,
and the model would guess the commonest), of those whom they only know to be people, and against a state that a word
says."""
_DENIED = 0.9
"""... that people in a state that a word says are nobody at all: their number would be lost."""
_SURE_OF_NONE = 0.6
_SURE_OF_ROLE = 0.6
_WEEK = 7
_EVENED = 0.5
"""How much of the model's word on a figure's scope is that on the figures told in one breath with it."""
_NO_STORY = 1.0
"""Taken off the log-odds of another event where nobody has said what the story is about. Of 1,013 figures of current
events that the model had learnt nothing of it put two more right and none wrong; more would cost background."""
_BREAK = re.compile(r"[.!?;|»\n](?:\s|$)|\.\.\.|…")
_WORD = re.compile(r"[\w'’-]+")
_UNFITTED = (0.0, 1.0, 0.0, 0.0, 0.0)
"""The model's own word, where no weights came with it."""
_NO_PEOPLE = "none"
_FOLLOWERS = frozenset(["supporters", "sympathisers", "sympathizers", "followers", "loyalists", "members"])
"""Of something that attacks they say no more than that they are its own."""


def agreed(
    text: str,
    candidates: Sequence[Candidate],
    counted: Sequence[Counted],
    scope_weights: Sequence[float] = (),
    *,
    storied: bool = True,
) -> tuple[Figure, ...]:
    """The figures that both can live with, in the same order; one that the model is sure counts nobody is left out.
    `scope_weights` are what the `signs` of another event weigh, the constant first; without them the model is
    taken at its word. `storied` is whether anybody has said what the story is about; where nobody has, it is what the
    sentence itself tells of, and only a sign that is strong makes that another event."""
    by_span = {one.span: one for one in counted}
    told = [by_span.get(one.figure.phrase.span) for one in candidates]
    elsewhere = told_together(text, candidates, told)
    voted = (_voted(text, *each) for each in zip(candidates, told, strict=True))
    weights = scope_weights or _UNFITTED
    if not storied:
        weights = (weights[0] - _NO_STORY, *weights[1:])
    return tuple(
        replace(figure, scope=_scope(candidate, background, weights)) if known is not None else figure
        for figure, candidate, known, background in zip(voted, candidates, told, elsewhere, strict=True)
        if figure is not None
    )


def told_together(text: str, candidates: Sequence[Candidate], told: Sequence[Counted | None]) -> list[float]:
    """For each figure the model's log-odds of another event, evened out over those told in one breath with it: what
    "killed 20 and wounded another 80" are of, they are of together."""
    odds = [0.0 if one is None else log_odds(one.background) for one in told]
    out: list[float] = []
    first = 0
    for n in range(1, len(candidates) + 1):
        if n < len(candidates) and _in_one_breath(text, candidates[n - 1], candidates[n]):
            continue
        heard = [odds[k] for k in range(first, n) if (one := told[k]) is not None and one.kind != _NO_PEOPLE]
        mean = sum(heard) / len(heard) if heard else 0.0
        out += [_EVENED * mean + (1 - _EVENED) * odds[k] if heard else odds[k] for k in range(first, n)]
        first = n
    return out


def _in_one_breath(text: str, one: Candidate, other: Candidate) -> bool:
    if one.around != other.around:
        return False
    return _BREAK.search(text, one.figure.phrase.span[1], other.figure.phrase.span[0]) is None


def plainly_stated(candidates: Sequence[Candidate], counted: Sequence[Counted]) -> frozenset[tuple[int, int]]:
    """The phrases whose number the model gives to the writer alone."""
    unsaid = {one.span for one in counted if one.source is None and one.source_sure > _SURE_OF_NONE}
    return frozenset(one.figure.phrase.span for one in candidates if one.figure.phrase.span in unsaid)


def _scope(candidate: Candidate, background: float, weights: Sequence[float]) -> Scope:
    if candidate.around.sure:
        return Scope.BACKGROUND
    told_apart = zip(weights, (1.0, *signs(candidate.around, background)), strict=True)
    return Scope.BACKGROUND if sum(weight * sign for weight, sign in told_apart) > 0 else Scope.EVENT


def _voted(text: str, candidate: Candidate, told: Counted | None) -> Figure | None:
    figure = candidate.figure
    if told is None:
        return figure if candidate.settled else None
    ruled = figure.kind.value if candidate.settled else _NO_PEOPLE
    weight = (
        _CERTAIN if candidate.certain else _RULED if candidate.settled and figure.kind is not Kind.OTHER else _SUPPOSED
    )
    chances = {
        kind: math.log(max(chance, 1e-9)) + (weight if kind == ruled else 0)
        for kind, chance in told.kinds.items()
        if kind != candidate.barred
    }
    kind = max(chances, key=lambda one: chances[one])
    if kind != ruled and told.kinds[kind] < _enough(candidate, kind):
        kind = ruled
    if kind == _NO_PEOPLE:
        return None
    group = _group(text, candidate, told)
    if kind == Kind.TAKEN.value and group.role == "attackers" and ruled != kind:
        kind = Kind.ATTACKERS.value  # "five of the hostage-takers are foreigners"
    if kind == Kind.ATTACKERS.value and group.role in _FOLLOWERS:
        group = replace(group, role="attackers")
    return replace(figure, kind=Kind(kind), group=group)


def _enough(candidate: Candidate, kind: str) -> float:
    """How sure the model must be of this kind, to be heard against the rules."""
    if not candidate.settled:
        return _UNTOLD
    if candidate.figure.kind is Kind.OTHER:
        return _UNNAMED
    return _DENIED if kind == _NO_PEOPLE else _SAID


def _group(text: str, candidate: Candidate, told: Counted) -> Group:
    """Who is counted: by the number's own noun where it has one, else as the model has it, where it is sure."""
    group = candidate.figure.group
    role = told.role
    if not role and told.noun is not None:
        role = ROLES.get(_word(text, told.noun), "")
    if candidate.named or not role or told.roles[told.role] < _SURE_OF_ROLE:
        return group
    return group if role == group.role else replace(group, role=role)


def _word(text: str, span: Span) -> str:
    """The whole word that the span is in or of, lower case."""
    found = _WORD.match(text, span[0])
    return found.group().lower() if found is not None else ""


def signs(around: Surroundings, background: float) -> tuple[float, float, float, float]:
    """What speaks for another event, in numbers to be weighed: how likely it is by the model (`background`) and by the
    words near the figure, as log-odds; whether the event is one of many attacks, and then how late the report is, 0 to
    1 for a week or more: of a lone disaster people tell for long, of one bombing until the next."""
    late = 0.0 if around.days_on is None else min(max(around.days_on, 0), _WEEK) / _WEEK
    return background, log_odds(around.chance), float(around.series), late if around.series else 0.0


def log_odds(chance: float) -> float:
    """Of a chance from 0 to 1, both inclusive; kept within one in a thousand of either end."""
    chance = min(max(chance, 0.001), 0.999)
    return math.log(chance / (1 - chance))
