"""The account in the terminal: who is said to give a line's best figure."""

from page_views import COPY, KILLED, MINISTRY, UNION, line, seen
from reportedly.account import Bounds, Is, Standing
from reportedly.show.terminal_account import names_of


def test_whoever_took_a_number_back_does_not_give_it() -> None:
    """The ministry that "lowered its toll from 12" no longer says the 12 that a paper still says."""
    claims = (
        seen(MINISTRY, "the ministry", Is.CORRECTED, "x"),
        seen(COPY, "Bay Post"),
        seen(UNION, "a union man"),
    )
    assert names_of(line(KILLED, Bounds(12, 12), Standing.DISPUTED, claims)) == ("Bay Post",)


def test_where_all_took_it_back_they_are_named() -> None:
    """A number that stands though nobody holds it any more still has its tellers."""
    claims = (seen(MINISTRY, "the ministry", Is.CORRECTED, "x"), seen(UNION, "a union man"))
    assert names_of(line(KILLED, Bounds(12, 12), Standing.ONE_SOURCE, claims)) == ("the ministry",)
