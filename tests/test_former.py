"""Figures that are told as what no longer holds."""

import pytest

from desk import says, toll
from reportedly.account import Bounds, Standing
from reportedly.figure import Kind


@pytest.mark.parametrize(
    "words",
    [
        "police lowered the toll to 21 from 23",
        "21 people died, not 23 as first told",
        "21 people died, instead of the earlier 23",
        "police put an earlier count of 23 right: 21 died",
    ],
)
def test_a_figure_that_the_claim_itself_replaces_is_no_claim(words: str) -> None:
    """21 is what police say, whoever still carries their 23; the 23 is kept, in dispute."""
    before = says("Post, Ila, 09:00. 23 died.", 23)
    line = f"AP, Ila, 10:00. {words}"
    after = toll(
        before,
        says(line, 21, source="police", claim_id="c", figure=0),
        says(line, 23, source="police", claim_id="c", figure=1),
    )
    assert after.best == Bounds(21, 21)
    assert [(claim.low, claim.is_.value) for claim in after.claims] == [
        (23, "denied"),
        (21, "current"),
        (23, "corrected"),
    ]
    assert (after.standing, after.range) == (Standing.DISPUTED, Bounds(21, 23))


def test_a_rise_names_its_old_figure_and_denies_nobody() -> None:
    """ "Rose to 23 from 21" outgrows the 21."""
    line = "AP, Ila, 10:00. The toll rose to 23 from 21."
    after = toll(says("Post, Ila, 09:00. 21 died.", 21), says(line, 23), says(line, 21, figure=1))
    assert (after.best, after.standing) == (Bounds(23, 23), Standing.ONE_SOURCE)
    assert [(claim.low, claim.is_.value) for claim in after.claims] == [
        (21, "updated"),
        (23, "current"),
        (21, "updated"),
    ]


def test_from_alone_says_nothing() -> None:
    """ "23 from" another claim, and a claim with one figure, are what they say."""
    assert toll(says("AP, Ila, 10:00. They pulled bodies from 23 graves.", 23)).best == Bounds(23, 23)


def test_who_still_carries_the_lowered_figure_raises_nothing() -> None:
    """A page of old headlines printed after the correction is old copy, not a rise."""
    line = "AP, Ila, 10:00. Police lowered the toll to 21 from 23."
    after = toll(
        says("Post, Ila, 09:00. 23 died.", 23),
        says(line, 21, source="police"),
        says(line, 23, source="police", figure=1),
        says("Mail, Ila, 11:00. At least 23 dead.", 23, None),
    )
    assert after.best == Bounds(21, 21)
    assert after.claims[-1].is_.value == "updated"


def test_of_a_count_changed_twice_the_last_holds() -> None:
    """ "At first put at six, then raised to 19 and later cut to eight": eight are missing."""
    line = "AP, Ila, 10:00. Missing: at first put at six, then raised to 19 and later cut to eight."
    told = [("six", 6), ("19", 19), ("eight", 8)]
    after = toll(
        *(says(line, number, kind=Kind.MISSING, figure=n, phrase=words) for n, (words, number) in enumerate(told))
    )
    assert after.best == Bounds(8, 8)
