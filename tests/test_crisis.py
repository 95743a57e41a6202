"""The hand-made ledger of a hostage crisis: its conflicts are those worked out on paper, and none else."""

import pytest

from crisis import CONFLICTS, END, EVIDENCE, TOLD
from reportedly.account import Account, Bounds
from reportedly.figure import Kind
from reportedly.reconcile import account, sums

NAMES = {telling.claim_id: name for name, telling in TOLD.items()}


def settled() -> Account:
    return account(EVIDENCE, "tavra", END)


def named(claims: tuple[str, ...]) -> frozenset[str]:
    return frozenset(NAMES[claim] for claim in claims)


def test_the_ledger_holds_sixty_claims() -> None:
    """Each told in a line of its own."""
    assert len(TOLD) == len(NAMES) == 60


def test_its_conflicts_are_those_worked_out_on_paper() -> None:
    """Found exactly, smallest, none else."""
    derived = settled()
    found = [named(conflict.claims) for conflict in derived.conflicts]
    assert set(found) == CONFLICTS
    assert len(found) == len(CONFLICTS) and not derived.more_conflicts


def test_highs_finds_what_going_through_every_sum_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The solver is only asked where there are too many sums; it gives the same sets."""
    before = settled().conflicts
    monkeypatch.setattr(sums, "MOST_WAYS", -1)
    after = settled().conflicts
    assert {named(one.claims) for one in after} == CONFLICTS
    assert {one.why for one in before} == {one.why for one in after}


def test_a_sum_is_told_in_a_sentence() -> None:
    """The kidnappers' dead and the army's freed are more than the kidnappers' captives."""
    whys = {named(conflict.claims): conflict.why for conflict in settled().conflicts}
    assert whys[frozenset(("F25", "K34", "H41"))] == "25 freed + 34 killed is more than the 41 taken."
    assert whys[frozenset(("G7", "E5", "K34", "H41"))] == "5 escaped + 34 killed + 7 held is more than the 41 taken."


def test_a_vague_figure_is_told_in_its_own_words() -> None:
    """More than six is never printed as seven."""
    vague = [conflict.why for conflict in settled().conflicts if "PH7" in named(conflict.claims)]
    assert vague and all("more than six" in why and "7 hostages (PH)" not in why for why in vague)


def test_what_follows_for_the_held_is_marked_as_implied() -> None:
    """At most eight can still be held, if the kidnappers' 41 is right and the least that is told of the rest."""
    (held,) = [one for one in settled().implied if one.kind is Kind.HELD and not one.group.nationality]
    assert held.bounds == Bounds(None, 8)
    assert named(held.claims) == {"H41", "F16", "E5", "K12"}
    assert held.why.startswith("so at most 8 hostages can still be held, if the 41 taken that the kidnappers said")


def test_no_line_prints_an_implied_number() -> None:
    """Every number of every line stands in some claim."""
    for line in settled().lines:
        told = {number for claim in line.claims for number in (claim.low, claim.high)} | {None}
        for bounds in (line.best, line.range):
            assert bounds is None or {bounds.low, bounds.high} <= told
