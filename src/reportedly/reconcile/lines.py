"""Lines: which tellings answer the same question. One line is one kind of figure for one group, as told."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reportedly.account import LineGroup
from reportedly.claim import Polarity
from reportedly.figure import Kind, Scope
from reportedly.reconcile.origins import Origin, origins
from reportedly.telling import Telling

LineKey = tuple[Kind, LineGroup]

GROWING = frozenset(
    {
        Kind.KILLED,
        Kind.WOUNDED,
        Kind.TAKEN,
        Kind.FREED,
        Kind.ESCAPED,
        Kind.RESCUED,
        Kind.ARRESTED,
        Kind.EVACUATED,
    }
)
"""Kinds that count what has happened so far, so that they only grow. The others count a state (missing, held, trapped,
displaced) or have one value that is only found out (attackers, present)."""

_ORDER = {kind: place for place, kind in enumerate(Kind)}


class Voice(NamedTuple):
    """A telling and where it comes from."""

    telling: Telling
    origin: Origin


def level(low: int | None, high: int | None) -> int:
    """The one number to compare a figure by: the least it says, else the most."""
    if low is not None:
        return low
    return high if high is not None else 0


def within(inner: tuple[int | None, int | None], outer: tuple[int | None, int | None]) -> bool:
    """Whether whatever `inner` (low, high) allows, `outer` allows too."""
    if outer[0] is not None and (inner[0] is None or inner[0] < outer[0]):
        return False
    return outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])


def lines(tellings: Iterable[Telling], roots: Mapping[str, str]) -> Mapping[LineKey, tuple[Voice, ...]]:
    """The lines in the order that an account prints them, each with its voices in the order of publication. Figures of
    another event and questions are no part of any; parts and denials are. `roots`
    names the first version of each revised report."""
    kept = [
        telling
        for telling in tellings
        if telling.scope is Scope.EVENT
        and telling.polarity is not Polarity.ASKED
        and not (telling.low is None and telling.high is None)
    ]
    kept.sort(key=lambda telling: (telling.published_at, telling.report_id, telling.claim_id, telling.figure))
    grouped: dict[tuple[Kind, str, tuple[str, ...]], list[Voice]] = {}
    for telling, origin in zip(kept, origins(kept, roots), strict=True):
        voice = Voice(telling, origin)
        grouped.setdefault((telling.kind, telling.role, telling.nationality), []).append(voice)
    ordered = sorted(grouped.items(), key=lambda line: (_ORDER[line[0][0]], line[0][1] != "people", line[0][1:]))
    return {(kind, LineGroup(role, nationality)): tuple(voices) for (kind, role, nationality), voices in ordered}
