"""What cannot all be true, over many lines: the sets that trying everything finds, each smallest and truly impossible.

The second implementation here shares nothing with the first but the words: it writes the rules out for one crisis,
lists every way the numbers could have been, and asks of every set of claims at every moment whether one fits.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations, product

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger_lines import claim, line
from reportedly.account import Line, LineClaim
from reportedly.figure import Kind
from reportedly.reconcile import conflicts as conflict_search
from reportedly.reconcile import sums
from reportedly.reconcile.conflicts import found
from reportedly.reconcile.implied import implied

DAY = timedelta(days=1)
PLACES = ("taken", "held", "freed", "killed", "freed GB", "freed US")
KINDS = {"taken": Kind.TAKEN, "held": Kind.HELD, "killed": Kind.KILLED}
MOST = 3
"""No claim counts more than this, besides those of how many were taken."""


def every_way() -> numpy.ndarray:
    """Every way it could have been, a column a place: Britons and Americans are among the freed and are not each other;
    whoever is held, freed or dead was taken, and is none of the others."""
    top = {"taken": 4 * MOST, "freed": 2 * MOST}
    ways = numpy.array(list(product(*(range(top.get(place, MOST) + 1) for place in PLACES))))
    taken, held, freed, killed, britons, americans = ways.T
    possible: numpy.ndarray = ways[(taken >= held + freed + killed) & (freed >= britons + americans)]
    return possible


WAYS = every_way()
Told = tuple[str, LineClaim]


def can_hold(told: tuple[Told, ...], at: datetime) -> bool:
    return bool(fitting(told, at).any())


def fitting(told: tuple[Told, ...], at: datetime) -> numpy.ndarray:
    """Which of all the ways these claims leave open at that moment."""
    fits = numpy.ones(len(WAYS), dtype=bool)
    for place, one in told:
        value = WAYS[:, PLACES.index(place)]
        then = one.published_at
        low_counts = place == "taken" or (at <= then <= at + DAY if place == "held" else then <= at)
        high_counts = place == "taken" or (at <= then <= at + DAY if place == "held" else then >= at)
        if one.low is not None and low_counts:
            fits &= value >= one.low
        if one.high is not None and high_counts:
            fits &= value <= one.high
    return fits


def two_answers(told: tuple[Told, ...]) -> bool:
    """Two figures that stand on one line answer for the present, whenever they were told."""
    return any(
        place == other_place and (a.high is not None and b.low is not None and b.low > a.high)
        for (place, a), (other_place, b) in [*combinations(told, 2), *((b, a) for a, b in combinations(told, 2))]
    )


def by_trying_everything(told: list[Told]) -> set[frozenset[str]]:
    sets: list[frozenset[str]] = []
    moments = sorted({one.published_at for _, one in told})
    for size in range(1, len(told) + 1):
        for some in combinations(told, size):
            names = frozenset(one.claim_id for _, one in some)
            if any(smaller <= names for smaller in sets):
                continue
            if two_answers(some) or not all(can_hold(some, at) for at in moments):
                sets.append(names)
    return set(sets)


def as_lines(told: list[Told]) -> Iterator[Line]:
    for place in PLACES:
        kind, nation = place.split()[0], tuple(place.split()[1:])
        claims = [one for where, one in told if where == place]
        if claims:
            role = "hostages" if place == "killed" else "people"
            yield line(KINDS.get(kind, Kind.FREED), role, *claims, nations=nation)


@st.composite
def _told(draw: st.DrawFn) -> list[Told]:
    told: list[Told] = []
    for number in range(draw(st.integers(2, 8))):
        place = draw(st.sampled_from(PLACES))
        top = 7 if place == "taken" else MOST
        low = draw(st.none() | st.integers(0, top))
        high = draw(st.none() | st.integers(low or 0, top)) if low is not None else draw(st.integers(0, top))
        told.append((place, claim(f"c{number}", low, high, draw(st.integers(0, 60)))))
    # Of many claims with one figure on a line one speaks for all; here each figure is told once.
    once = {(place, one.low or 0, one.high): (place, one) for place, one in told if one.low or one.high is not None}
    return list(once.values())


@settings(max_examples=60, deadline=None)
@given(_told())
def test_the_sets_are_those_that_trying_everything_finds(told: list[Told]) -> None:
    """None is missed, none is possible, none could be smaller."""
    conflicts, more = found(tuple(as_lines(told)))
    assert not more
    assert {frozenset(one.claims) for one in conflicts} == by_trying_everything(told)
    assert len(conflicts) == len({one.claims for one in conflicts})


@settings(max_examples=25, deadline=None)
@given(_told())
def test_highs_finds_the_same_sets(told: list[Told]) -> None:
    """Where there were too many sums to go through, the solver misses none either."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sums, "MOST_WAYS", -1)
        conflicts, more = found(tuple(as_lines(told)))
    assert not more
    assert {frozenset(one.claims) for one in conflicts} == by_trying_everything(told)


@settings(max_examples=60, deadline=None)
@given(_told())
def test_in_a_crowd_what_is_found_is_still_smallest(told: list[Told]) -> None:
    """Where there are too many figures for the solver too, not every set is found, and it is said that there may be
    more; each that is found is one of the smallest."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sums, "MOST_WAYS", -1)
        patched.setattr(conflict_search, "MOST_SOLVED", -1)
        conflicts, _ = found(tuple(as_lines(told)))
    assert {frozenset(one.claims) for one in conflicts} <= by_trying_everything(told)


@settings(max_examples=60, deadline=None)
@given(_told())
def test_what_is_implied_holds_in_every_way_that_its_claims_leave_open(told: list[Told]) -> None:
    """And it rests on claims that are there."""
    if not told:
        return
    lines = tuple(as_lines(told))
    now = max(one.published_at for _, one in told)
    for one in implied(lines):
        place = next((place for place in PLACES if place == " ".join((one.kind.value, *one.group.nationality))), None)
        rests_on = tuple((where, each) for where, each in told if each.claim_id in one.claims)
        assert len(rests_on) == len(one.claims)
        if place is None:
            continue  # Of those who escaped the list of ways says nothing.
        left = WAYS[fitting(rests_on, now)][:, PLACES.index(place)]
        assert one.bounds.low is None or (left >= one.bounds.low).all()
        assert one.bounds.high is None or (left <= one.bounds.high).all()
