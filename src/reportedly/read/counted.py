"""What is counted, as the rules and the model have it together.

The rules give every number, its bounds and its group. The model has seen more ways of saying what became of people, and
whole sentences of other events; it is heard where it is sure and they are not contradicted by the wording. The weights
were chosen on sentences held out from its training (docs/measurements.md).
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.figure import Figure, Kind, Scope
from reportedly.read.tagger.tag import Counted

_SURE = 0.85
"""From this probability on the model's kind stands where it gives the rules' kind next to none."""
_NEXT_TO_NONE = 0.03
_RULES_WEIGH = 0.45
"""Against the model's 0.55, of whether a figure is background."""
_NO_PEOPLE = "none"


def agreed(figures: Sequence[Figure], counted: Sequence[Counted]) -> tuple[Figure, ...]:
    """The figures that both can live with, in the same order; one that the model is sure counts nobody is left out."""
    by_span = {one.span: one for one in counted}
    voted = (_voted(figure, by_span.get(figure.phrase.span)) for figure in figures)
    return tuple(figure for figure in voted if figure is not None)


def plainly_stated(figures: Sequence[Figure], counted: Sequence[Counted]) -> frozenset[tuple[int, int]]:
    """The phrases whose number the model gives to the writer alone."""
    unsaid = {one.span for one in counted if one.source is None}
    return frozenset(figure.phrase.span for figure in figures if figure.phrase.span in unsaid)


def _voted(figure: Figure, told: Counted | None) -> Figure | None:
    if told is None:
        return figure
    kind: Kind = figure.kind
    if told.kinds.get(figure.kind.value, 0.0) < _NEXT_TO_NONE and told.kinds[told.kind] > _SURE:
        if told.kind == _NO_PEOPLE:
            return None
        kind = Kind(told.kind)
    ruled = 1.0 if figure.scope is Scope.BACKGROUND else 0.0
    background = _RULES_WEIGH * ruled + (1 - _RULES_WEIGH) * told.background > 0.5
    return replace(figure, kind=kind, scope=Scope.BACKGROUND if background else Scope.EVENT)
