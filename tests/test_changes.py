"""What changed, step by step, and who said so."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desk import LATE, asks, evidence, revises, says
from newsroom import MORNING
from reportedly.account import Bounds
from reportedly.claim import Polarity
from reportedly.evidence import Evidence
from reportedly.reconcile import account, changes


def moves(*rows: object) -> list[tuple[str, int | None, str]]:
    found = changes(evidence(*rows))  # type: ignore[arg-type]
    return [(change.what, None if change.after is None else change.after.low, change.origin) for change in found]


def test_a_toll_that_climbs_is_told_step_by_step() -> None:
    """Each step names what it was, what it became and who said so; a repetition is no step."""
    assert moves(
        says("AP, Ila, 09:00. 12 died.", 12),
        says("AP, Ila, 09:30. The toll is 12.", 12),
        says("AFP, Ila, 10:00. 12 are dead.", 12),
        says("AFP, Ila, 11:00. 15 are dead.", 15),
    ) == [("first", 12, "AP"), ("confirmed", 12, "AFP"), ("rose", 15, "AFP")]


def test_a_dispute_a_denial_and_a_correction_are_steps() -> None:
    """Who differs, who denies and who takes back are told, whether or not the best figure moves."""
    assert moves(
        says("AP, Ila, 09:00. 34 died, the rebels said.", 34, source="the rebels"),
        says("AFP, Ila, 09:10. 34 died, witnesses said.", 34, source="witnesses"),
        says("AP, Ila, 10:00. 20 died, the army said.", 20, source="the army"),
        says("AP, Ila, 11:00. The mayor denied that 20 died.", 20, source="the mayor", polarity=Polarity.DENIED),
    ) == [
        ("first", 34, "the rebels"),
        ("confirmed", 34, "witnesses (AFP)"),
        ("disputed", 34, "the army"),
        ("denied", 34, "the mayor"),
    ]


def test_a_withdrawal_names_the_version_that_dropped_it() -> None:
    """The step's claim is the one dropped, and its report the one that no longer has it."""
    old = says("Mail, Ila, 10:00. 40 died, witnesses said.", 40, source="witnesses")
    new = says("Mail, Ila, 11:00. Forty are missing.", 40, role="sheep")
    (last,) = [step for step in changes(evidence(old, new, revises(new, old))) if step.what == "withdrawn"]
    assert (last.claim_id, last.report_id, last.after) == (old.claim_id, new.report_id, None)
    assert last.before == Bounds(40, 40)


def test_since_is_exclusive_and_until_inclusive() -> None:
    """A change is told once by two calls that meet."""
    rows = evidence(says("AP, Ila, 09:00. 12 died.", 12), says("AP, Ila, 10:00. 15 died.", 15))
    nine, ten = MORNING.replace(hour=9), MORNING.replace(hour=10)
    assert [change.what for change in changes(rows, nine, ten)] == ["rose"]
    assert [change.what for change in changes(rows, None, nine)] == ["first"]


def test_a_demand_is_a_change() -> None:
    """What is asked for is told among the steps, on no line."""
    (only,) = changes(evidence(asks("AP, Ila, 09:00. The rebels want a plane.", source="the rebels")))
    assert (only.what, only.line, only.origin) == ("demand", None, "the rebels")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 90), min_size=1, max_size=30))
def test_the_steps_are_what_the_accounts_showed(numbers: list[int]) -> None:
    """After any step, the account as of that moment has the best figure that the step says."""
    rows = tuple(
        says(
            f"Paper {place % 5}, Ila, 06:00. The toll is {number}.",
            number,
            published_at=MORNING + timedelta(minutes=place),
            report_id=str(place),
            claim_id=str(place),
        )
        for place, number in enumerate(numbers)
    )
    for change in changes(Evidence(rows)):
        assert account(Evidence(rows), "dam", change.at).lines[0].best == change.after
    assert changes(Evidence(rows))[-1].at <= LATE
