"""What is counted, as the rules and the model have it together.

The rules give every number, its bounds and its group. The model has seen more ways of saying what became of people, and
whole sentences of other events; it is heard where it is sure and they are not contradicted by the wording. The weights
were chosen on sentences held out from its training (docs/measurements.md).
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from reportedly.figure import Figure, Kind, Scope
from reportedly.read.figures import Candidate
from reportedly.read.tagger.tag import Counted

_RULED = 3.0
_SUPPOSED = 2.0
"""Added to the log of the model's chance of the rules' kind: where a word says the kind, and where none does but the
rules take it for other people (or, not settled, for nobody)."""
_UNTOLD, _UNNAMED = 0.95, 0.5
"""How sure the model must be of the state of people in whom the rules see none, and of those whom they only know to be
people: "the Front says 52" tells of no state, and the model would guess the commonest."""
_SURE_OF_NONE = 0.7
_MODEL_WEIGHS, _WORDS_WEIGH, _LEANING = 1.0, 1.0, 1.5
"""Of the log-odds of background, the model's and those of the words near the figure, and what both already hold of how
rare background is."""
_NO_PEOPLE = "none"


def agreed(candidates: Sequence[Candidate], counted: Sequence[Counted]) -> tuple[Figure, ...]:
    """The figures that both can live with, in the same order; one that the model is sure counts nobody is left out."""
    by_span = {one.span: one for one in counted}
    voted = (_voted(one, by_span.get(one.figure.phrase.span)) for one in candidates)
    return tuple(figure for figure in voted if figure is not None)


def plainly_stated(candidates: Sequence[Candidate], counted: Sequence[Counted]) -> frozenset[tuple[int, int]]:
    """The phrases whose number the model gives to the writer alone."""
    unsaid = {one.span for one in counted if one.source is None and one.source_sure > _SURE_OF_NONE}
    return frozenset(one.figure.phrase.span for one in candidates if one.figure.phrase.span in unsaid)


def _voted(candidate: Candidate, told: Counted | None) -> Figure | None:
    figure = candidate.figure
    if told is None:
        return figure if candidate.settled else None
    ruled = figure.kind.value if candidate.settled else _NO_PEOPLE
    weight = _RULED if candidate.settled and figure.kind is not Kind.OTHER else _SUPPOSED
    chances = {
        kind: math.log(max(chance, 1e-9)) + (weight if kind == ruled else 0) for kind, chance in told.kinds.items()
    }
    kind = max(chances, key=lambda one: chances[one])
    sure = _UNTOLD if not candidate.settled else _UNNAMED if figure.kind is Kind.OTHER else 0.0
    if kind != ruled and told.kinds[kind] < sure:
        kind = ruled
    if kind == _NO_PEOPLE:
        return None
    odds = _MODEL_WEIGHS * _log_odds(told.background) + _WORDS_WEIGH * _log_odds(candidate.background) + _LEANING
    return replace(figure, kind=Kind(kind), scope=Scope.BACKGROUND if odds > 0 else Scope.EVENT)


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 0.001), 0.999)
    return math.log(chance / (1 - chance))
