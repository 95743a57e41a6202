"""Clock lines: the hour that stands over a live blog's post, and the day that it belongs to."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ingest.clock import Clock, Day, clock_of, day_line
from reportedly.ingest.days import Bearings, moments
from reportedly.ingest.live_text import timed_text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("12.15 GMT", (12, 15, "GMT")),
        ("12:15", (12, 15, None)),
        ("3:40 p.m. ET", (15, 40, "ET")),
        ("12.05am: The road is closed", (0, 5, None)),
        ("UPDATE 6:33 p.m. — The road is closed", (18, 33, None)),
        ("[Update 10:12 p.m.] The road is closed", (22, 12, None)),
        ("1403: The road is closed", (14, 3, None)),
        ("2124 GMT: The road is closed", (21, 24, "GMT")),
        ("Updated at 14:05 BST", (14, 5, "BST")),
        ("20.10 The governor has spoken", (20, 10, None)),
        ("14h05 La route est fermée", (14, 5, None)),
        ("11:42h: The road is closed", (11, 42, None)),
        ("11.42 hrs GMT", (11, 42, "GMT")),
        ("• 7.05am – The road is closed", (7, 5, None)),
        ("09:15 UTC+3 The road is closed", (9, 15, "UTC+3")),
        ("5 p.m. ET: The road is closed", (17, 0, "ET")),
        ("4/17/31 1:50 PM ET", (13, 50, "ET")),
    ],
)
def test_desks_write_the_hour_in_many_ways(line: str, told: tuple[int, int, str | None]) -> None:
    """Dots, colons, a.m. and p.m., labels and zones are read as they are meant."""
    clock = clock_of(line)
    assert clock is not None and (clock.hour, clock.minute, clock.zone) == told


@pytest.mark.parametrize(
    "line",
    [
        "12.15 tonnes of rice were lost",
        "1403 people died, the governor said",
        "1,403: a toll",
        "6 people died",
        "12:15 was when the road closed",
        "3 p.m. is when the talks resume",
        "July 4 was a holiday",
        "At 12:15 the road closed",
        "25:10 The road is closed",
        "",
    ],
)
def test_quantities_and_sentences_are_no_clocks(line: str) -> None:
    """A number at a line's head is an hour only where it is written as one."""
    assert clock_of(line) is None


def test_a_day_may_stand_with_the_hour_or_over_it() -> None:
    """ "Jan 18, 09:10" names its day; "Friday 18 January" over the posts names theirs."""
    clock = clock_of("Jan 18, 09:10 The road is open")
    assert clock is not None and clock.day == Day(month=1, day=18)
    for line in ("Posted at 18:40 4 March 2031", "18:40, 4 March 2031 The road is open", "18:40 GMT on 4 March 2031"):
        clock = clock_of(line)
        assert clock is not None and clock.day == Day(2031, 3, 4)
    assert day_line("Friday 18 January 2031") == Day(2031, 1, 18, 4)
    assert day_line("Friday was quiet, the governor said") is None


@pytest.mark.parametrize("words", ["Friday prayers are called off", "4 March is named as the day of the vote"])
def test_a_day_that_begins_a_sentence_stays_in_it(words: str) -> None:
    """The post's words are whole, and the hour is of no day of its own."""
    clock = clock_of(f"12:15 GMT {words}")
    assert clock is not None and clock.day is None and f"12:15 GMT {words}"[clock.end :] == words


def clocks(*lines: str) -> list[Clock]:
    return [clock for clock in map(clock_of, lines) if clock is not None]


AT_NIGHT = Bearings(started=datetime(2031, 1, 16, 22, 0, tzinfo=UTC))


@pytest.mark.parametrize("backwards", [False, True])
def test_midnight_is_a_day_later_in_either_order(backwards: bool) -> None:
    """Posts on both sides of midnight have their own days, whether the oldest or the newest stands on top."""
    lines = ["22:10", "23:52", "00:17", "04:30"]
    times, newest_first = moments(clocks(*(reversed(lines) if backwards else lines)), AT_NIGHT)
    assert newest_first == backwards
    in_time = times[::-1] if backwards else times
    assert [(t.day, t.hour) for t in in_time if t is not None] == [(16, 22), (16, 23), (17, 0), (17, 4)]


def test_a_blog_that_names_its_zone_once_means_it_throughout() -> None:
    """An hour without a zone stands in the zone of its neighbours, summer time and all."""
    summer = Bearings(started=datetime(2031, 7, 1, 15, 0, tzinfo=UTC))
    times, _ = moments(clocks("11:00 a.m. ET", "11:30 a.m.", "12:10 p.m. ET"), summer)
    assert [t.astimezone(UTC).hour for t in times if t is not None] == [15, 15, 16]


def test_an_hour_without_a_day_is_no_moment() -> None:
    """Where nothing tells the day, nothing is made up."""
    assert moments(clocks("12:15", "12:40"), Bearings())[0] == [None, None]


def test_the_newest_post_is_no_later_than_the_fetch() -> None:
    """Only the hour of the fetch known: the newest post is of that day or, where that is to come, of the day before."""
    times, _ = moments(clocks("22:40", "23:50"), Bearings(latest=datetime(2031, 3, 5, 1, 0, tzinfo=UTC)))
    assert [t.day for t in times if t is not None] == [4, 4]


@settings(deadline=None)  # the first call loads what the others find
@given(st.lists(st.integers(1, 300), min_size=3, max_size=40), st.integers(0, 1439), st.booleans())
def test_any_run_of_posts_gets_its_minutes_back(gaps: list[int], start: int, backwards: bool) -> None:
    """Posts less than five hours apart get back the very minutes they were written at, in either order."""
    zone = timezone(timedelta(hours=2))
    first = datetime(2031, 3, 4, tzinfo=zone) + timedelta(minutes=start)
    written = [first]
    for gap in gaps:
        written.append(written[-1] + timedelta(minutes=gap))
    lines = [f"{at:%H:%M}" for at in written]
    times, _ = moments(clocks(*(lines[::-1] if backwards else lines)), Bearings(started=first))
    assert (times[::-1] if backwards else times) == written


def test_an_article_that_tells_hours_stays_one_text() -> None:
    """Two clock lines, a timetable, opening hours: none of them is a live blog."""
    assert timed_text("12:15 The road is closed.\n13:40 It is open.\n") is None
    assert (
        timed_text("12:15 The road.\n09:00 The bridge.\n22:40 The port.\n07:30 The school.\n18:00 The bank.\n") is None
    )


def test_a_long_line_costs_no_more_than_a_short_one() -> None:
    """A hostile line of a hundred thousand characters is looked at at its head only."""
    for line in ("12" * 50_000, "-" * 100_000, "UPDATE " * 15_000, "12:15 " * 20_000, " " * 100_000):
        clock_of(line)
        timed_text(f"{line}\n" * 3)
