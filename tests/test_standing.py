"""How many origins stand behind a figure."""

from dataclasses import replace

from desk import says, toll
from reportedly.account import Bounds, Standing


def test_one_origin_is_one_source_however_many_print_it() -> None:
    """Three papers with one wire report are one source."""
    line = toll(*(says(f"{name}, Ila, 09:00. 12 died.", 12, agency="AP") for name in ("Post", "Mail", "Ledger")))
    assert (line.standing, line.origins) == (Standing.ONE_SOURCE, 1)


def test_two_origins_that_agree_corroborate() -> None:
    """At least ten and twelve are both true of twelve."""
    line = toll(
        says("Mail, Ila, 09:00. 12 died, the hospital said.", 12, source="the hospital"),
        says("Post, Ila, 10:00. At least 10 died, police said.", 10, None, source="police"),
    )
    assert (line.standing, line.origins, line.best) == (Standing.CORROBORATED, 2, Bounds(12, 12))


def test_origins_that_differ_dispute() -> None:
    """A lower count from somebody else is a dispute, with both in the range."""
    line = toll(
        says("Post, Ila, 09:00. 34 died, the rebels said.", 34, source="the rebels"),
        says("Mail, Ila, 10:00. 12 died, the army said.", 12, source="the army"),
    )
    assert (line.standing, line.range) == (Standing.DISPUTED, Bounds(12, 34))


def test_strangers_corroborate_nothing() -> None:
    """Two texts of unknown outlets may be copies of one."""
    line = toll(*(says(f"x, Ila, {hour}:00. 12 died.", 12, outlet=None) for hour in ("09", "10")))
    assert line.standing is Standing.ONE_SOURCE


def test_about_150_does_not_dispute_152() -> None:
    """An approximate figure reaches a tenth to either side."""
    line = toll(
        says("Post, Ila, 09:00. About 150 died, police said.", 150, approx=True, source="police"),
        says("Mail, Ila, 10:00. 152 died, the hospital said.", 152, source="the hospital"),
    )
    assert line.standing is Standing.CORROBORATED


def test_a_copy_changes_no_standing() -> None:
    """The same report in another paper leaves best, range, standing and origins as they were."""
    wires = [
        says("Post, Ila, 09:00. 12 died.", 12, agency="AP"),
        says("Mail, Ila, 10:00. 14 died, police said.", 14, source="police"),
        says("Ledger, Ila, 11:00. 9 died, the mayor said.", 9, source="the mayor"),
    ]
    before = toll(*wires)
    for each in wires:
        after = toll(*wires, replace(each, report_id="copy", claim_id="copy#0", outlet="Copy Shop"))
        assert (after.best, after.range, after.standing, after.origins) == (
            before.best,
            before.range,
            before.standing,
            before.origins,
        )
