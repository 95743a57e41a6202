"""What cannot all be true, two claims at a time."""

from desk import desk, says
from reportedly.figure import Kind


def test_two_answers_to_one_question_conflict() -> None:
    """Thirty-four from the rebels and 12 from the army cannot both be right, and the sentence says so."""
    rebels = says("AP, Ila, 09:00. 34 died, the rebels said.", 34, source="the rebels")
    army = says("AP, Ila, 10:00. 12 died, the army said.", 12, source="the army")
    (conflict,) = desk(rebels, army).conflicts
    assert set(conflict.claims) == {rebels.claim_id, army.claim_id}
    assert "34" in conflict.why and "12" in conflict.why and "the rebels" in conflict.why


def test_what_was_updated_conflicts_with_nothing() -> None:
    """A toll that rose is news, not a contradiction."""
    assert desk(says("AP, Ila, 09:00. 12 died.", 12), says("AFP, Ila, 10:00. 15 died.", 15)).conflicts == ()


def test_at_least_ten_and_twelve_can_both_be_true() -> None:
    """Bounds that share a number agree."""
    assert (
        desk(
            says("AP, Ila, 09:00. 12 died.", 12, source="police"),
            says("AFP, Ila, 10:00. At least 10 died.", 10, None, source="the mayor"),
        ).conflicts
        == ()
    )


def test_many_papers_against_one_are_one_conflict() -> None:
    """The first telling of each figure speaks for all that hold it."""
    account = desk(
        *(says(f"Paper {hour}, Ila, {hour}:00. 34 died.", 34) for hour in ("09", "10", "11")),
        says("Mail, Ila, 12:00. 20 died, the mayor said.", 20, source="the mayor"),
    )
    assert len(account.conflicts) == 1


def test_a_part_that_exceeds_its_whole_conflicts() -> None:
    """Nine Britons cannot be among seven held."""
    britons = says("AP, Ila, 09:00. 9 Britons are held.", 9, kind=Kind.HELD, nationality=("GB",), source="police")
    whole = says("AFP, Ila, 10:00. 7 people are held.", 7, kind=Kind.HELD, source="the army")
    (conflict,) = desk(britons, whole).conflicts
    assert conflict.rule == "a part is not more than its whole"
