"""Which of the figures held is printed."""

import pytest

from desk import LATE, evidence, says, toll
from reportedly.account import Bounds
from reportedly.errors import WrongUse
from reportedly.reconcile import account

REBELS = says("AP, Ila, 09:00. 34 died, the rebels said.", 34, source="the rebels")
HOSPITAL = says("AFP, Ila, 09:30. 34 died, the hospital said.", 34, source="the hospital")
ARMY = says("AP, Ila, 10:00. 20 died, the army said.", 20, source="the army")
MAYOR = says("AP, Ila, 11:00. 22 died, the mayor said.", 22, source="the mayor")


def test_conservative_prints_the_lowest_held() -> None:
    """Where reports differ, ACLED takes the most conservative."""
    line = toll(REBELS, HOSPITAL, ARMY, MAYOR, policy="conservative")
    assert (line.best, line.range) == (Bounds(20, 20), Bounds(20, 34))


def test_conservative_counts_dozens_as_twelve_and_prints_dozens() -> None:
    """ACLED counts dozens as 12, so they are below 20; but no report says 12, and what is printed is the report's."""
    dozens = says("AP, Ila, 09:00. Dozens died, police said.", 24, None, source="police", approx=True, phrase="Dozens")
    line = toll(dozens, ARMY, policy="conservative")
    assert line.best == Bounds(24, None)
    assert (ARMY.low, [claim.phrase for claim in line.claims if claim.low == 24]) == (20, ["Dozens"])


def test_majority_prints_what_most_origins_hold() -> None:
    """Two origins for 34 outweigh one each for 20 and 22, whichever spoke last."""
    assert toll(REBELS, HOSPITAL, ARMY, MAYOR, policy="majority").best == Bounds(34, 34)


def test_majority_without_one_prints_the_lowest() -> None:
    """GTD takes the lowest where no figure has most."""
    assert toll(REBELS, ARMY, policy="majority").best == Bounds(20, 20)


def test_range_prints_low_best_and_high() -> None:
    """UCDP keeps all three: the latest as best, between the extremes held."""
    line = toll(REBELS, ARMY, policy="range")
    assert (line.best, line.range) == (Bounds(20, 20), Bounds(20, 34))


def test_an_open_figure_opens_the_range_only_where_it_reaches_furthest() -> None:
    """At least six beside 35 does not say more than 35."""
    line = toll(
        says("AP, Ila, 09:00. At least 20 died, police said.", 20, None, source="police"),
        says("AP, Ila, 10:00. 35 died, the rebels said.", 35, source="the rebels"),
    )
    assert line.range is not None
    assert line.range.high == 35


def test_a_policy_that_is_none_is_the_callers_mistake() -> None:
    """The message says which there are."""
    with pytest.raises(WrongUse, match="latest, conservative, majority, range"):
        account(evidence(), "dam", LATE, "loudest")
