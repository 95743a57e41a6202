"""What displaces the printed figure of a count that only grows: whatever makes the copy of late the likelier."""

from hypothesis import given
from hypothesis import strategies as st

from desk import says, toll
from reportedly.account import Bounds, Is, Line
from reportedly.telling import Telling

DAY = 24
_OPENINGS = ("Officials count", "In all there are", "The valley mourns", "Rescuers speak of", "The flood left")


def page(hour: int, number: int, high: int | str | None = "same", opening: str = "", **known: object) -> Telling:
    """A page of nobody in particular tells a number, so many hours into the story."""
    words = opening or f"{_OPENINGS[hour % 5]}, {hour} hours on, the toll of {number} dead"
    line = f"Web, Ila, {hour % DAY:02}:{hour % 60:02}. {words} of the dam."
    return says(line, number, high, day=hour // DAY, outlet=None, **known)


def settled(number: int, hours: int) -> list[Telling]:
    """The same toll, told anew every hour."""
    return [page(hour, number) for hour in range(hours)]


def best(*rows: Telling) -> int | None:
    found = toll(*rows).best
    return None if found is None else found.low


def test_a_small_rise_needs_one_telling_where_the_copy_has_run_thin() -> None:
    """Two days after, one page tells of 204 dead instead of 203: one more body was found."""
    assert best(*(page(hour * 6, 203) for hour in range(8)), page(60, 204)) == 204


def test_a_stray_number_waits_for_others_to_take_it_up() -> None:
    """One page puts 60 where thirty said 45: it stays in the range and is not printed."""
    line = toll(*settled(45, 30), page(31, 60))
    assert (line.best, line.range) == (Bounds(45, 45), Bounds(45, 60))


def test_a_leap_that_the_copy_takes_up_is_printed() -> None:
    """Where page after page tells of 90, so it is."""
    assert best(*settled(45, 10), *(page(hour, 90) for hour in range(11, 17))) == 90


def test_a_stray_that_was_printed_falls_again() -> None:
    """One early page says 60, the next ones 12 again: nobody took it up, so it is 12."""
    assert best(page(0, 12), page(1, 60), *(page(hour, 12) for hour in range(2, 14))) == 12


def test_a_headline_on_many_pages_is_one_telling() -> None:
    """A list of links tells of 80 dead elsewhere, in the same words on twenty pages."""
    linked = [
        page(hour, 80, opening="More news: ferry sinks off Norvik, 80 drowned. Markets fall. Weather")
        for hour in range(31, 51)
    ]
    assert best(*settled(45, 30), *linked) == 45


def test_old_copy_does_not_bring_an_old_toll_back() -> None:
    """Pages go on telling of 48 for days after it rose to 52."""
    rising = [*(page(hour, 48) for hour in range(20)), *(page(hour, 52) for hour in range(20, 30))]
    assert best(*rising, *(page(hour, 48) for hour in range(30, 50))) == 52


def test_a_toll_that_is_lowered_falls_as_the_copy_takes_it_up() -> None:
    """From 14 to 12: new in the copy, and told by page after page."""
    assert best(*settled(14, 6), *(page(hour, 12) for hour in range(6, 20))) == 12


def test_a_lower_count_of_a_part_never_lowers_the_toll() -> None:
    """Nine died in the school, say a dozen pages beside a toll of 200."""
    parts = [
        page(hour, 9, opening=f"The school lost, page {hour} says, 9 people in the flood") for hour in range(20, 32)
    ]
    assert best(*settled(200, 20), *parts) == 200


def test_hundreds_do_not_displace_155() -> None:
    """A vague word says nothing against a number that it is not far above."""
    line = toll(*settled(155, 3), page(4, 200, None, approx=True), page(5, 200, None, approx=True, opening="Hundreds"))
    assert line.best == Bounds(155, 155)


def test_no_part_is_larger_than_its_whole() -> None:
    """Of "a nurse was among the 51 killed", 51 was read as a part; it is the whole, since it is more than the toll."""
    line = toll(*settled(50, 4), page(5, 51, part=True))
    assert line.best == Bounds(51, 51)
    assert not line.claims[-1].part


def test_a_known_voice_outweighs_a_page_of_nobody() -> None:
    """Twelve became 15 for AFP at once; a page that nobody signs must wait."""
    assert best(says("AP, Ila, 09:00. 12 died.", 12), says("AFP, Ila, 10:00. 15 died.", 15)) == 15


def test_nobody_gives_way_to_the_first_count() -> None:
    """An official says that nobody was hurt before anybody has counted; unnamed sources say several; it was several. A
    number out of nowhere is still only a number out of nowhere."""
    nobody = [
        says(f"Web, Ila, 09:0{n}. Nobody was hurt, an official said.", 0, source="An official", agency="AFP")
        for n in range(3)
    ]
    told = says("Web, Ila, 10:00. Sources spoke of several hurt.", 3, None, approx=True, source="sources", outlet=None)
    assert best(*nobody, told) == 3
    assert best(*nobody, page(10, 95)) == 0


def test_what_is_not_printed_is_kept() -> None:
    """The number that did not take over stands among the claims as current."""
    claims = toll(*settled(45, 30), page(31, 60)).claims
    assert [(claim.low, claim.is_) for claim in claims if claim.low == 60] == [(60, Is.CURRENT)]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=25), st.integers(1, 400))
def test_whatever_is_told_a_number_that_was_told_is_printed(numbers: list[int], last: int) -> None:
    """The weighing never makes a number, and never fails on one."""
    rows = [page(place, number) for place, number in enumerate([*numbers, last])]
    line: Line = toll(*rows)
    assert line.best is not None and line.best.low in {*numbers, last}
