"""Lines: which tellings answer the same question. One line is one kind of figure for one group, as told."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from reportedly.account import LineGroup, line_role
from reportedly.claim import Polarity
from reportedly.figure import Kind, Scope
from reportedly.reconcile.origins import Origin
from reportedly.telling import Telling

LineKey = tuple[Kind, LineGroup]
LineName = tuple[Kind, str, tuple[str, ...]]
"""A line's key, flat: it is looked up for every telling."""

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

_EVENT, _ASKED = Scope.EVENT, Polarity.ASKED
"""By themselves, because an enum's members take long to find, and this is asked of every telling."""

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


def counts(telling: Telling) -> bool:
    """Whether it is on any line: figures of another event and questions are not; parts and denials are."""
    return (
        telling.scope is _EVENT
        and telling.polarity is not _ASKED
        and not (telling.low is None and telling.high is None)
    )


place_of: Callable[[Telling], tuple[datetime, str, str, int]] = attrgetter(
    "published_at", "report_id", "claim_id", "figure"
)
"""What a line's tellings are put in order by: the order of publication."""


def line_of(telling: Telling) -> LineName:
    return (telling.kind, line_role(telling.role, telling.nationality), telling.nationality)


def line_order(line: LineName) -> tuple[int, bool, str, tuple[str, ...]]:
    """What an account prints its lines in order by: kind, then people before other groups."""
    return (_ORDER[line[0]], line[1] != "people", line[1], line[2])
