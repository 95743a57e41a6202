"""News time: what "yesterday" and "on Wednesday" come to."""

from datetime import datetime, timedelta, timezone

import pytest

from reportedly.read.when import when_said

THURSDAY = datetime(2013, 1, 17, 15, 0, tzinfo=timezone(timedelta(hours=1)))


def resolved(text: str, published_at: datetime | None = THURSDAY) -> tuple[str, str] | None:
    when = when_said(text, ((0, len(text)),), published_at)
    if when is None:
        return None
    assert text[when.span[0] : when.span[1]] == when.text
    return when.start.strftime("%m-%d %H"), when.end.strftime("%m-%d %H")


@pytest.mark.parametrize(
    ("news", "start", "end"),
    [
        ("Eleven were seized yesterday.", "01-16 00", "01-16 23"),
        ("Eleven were seized on Wednesday.", "01-16 00", "01-16 23"),
        ("The dam burst on Thursday.", "01-17 00", "01-17 23"),
        ("The dam burst last Thursday.", "01-10 00", "01-10 23"),
        ("Parliament will meet on Friday.", "01-18 00", "01-18 23"),
        ("The ferry sank overnight.", "01-16 18", "01-17 08"),
        ("The ferry sank last night.", "01-16 18", "01-17 05"),
        ("The ferry sank on Tuesday night.", "01-15 18", "01-16 05"),
        ("Shots were heard this morning.", "01-17 05", "01-17 11"),
        ("The fire broke out on Jan. 14.", "01-14 00", "01-14 23"),
        ("The fire broke out on 30 December.", "12-30 00", "12-30 23"),
        ("A quake hit the town three days ago.", "01-14 00", "01-14 23"),
        ("A quake hit the town in 2009.", "01-01 00", "12-31 23"),
        ("A raid in March 2012 killed two.", "03-01 00", "03-31 23"),
        ("The strike began last week.", "01-07 00", "01-13 23"),
    ],
)
def test_words_of_time_are_days_and_hours(news: str, start: str, end: str) -> None:
    """Words of time come to days and hours, in the report's own zone, both ends inclusive."""
    assert resolved(news) == (start, end)


def test_the_year_is_the_one_that_fits() -> None:
    """A date without a year, printed in January, may be last year's December."""
    when = when_said("It began on December 30.", ((0, 24),), THURSDAY)
    assert when is not None
    assert when.start.year == 2012


def test_when_it_was_said_is_not_when_it_happened() -> None:
    """ "The governor said on Wednesday" dates the saying."""
    assert resolved("The governor said on Wednesday that 12 had died.") is None


def test_unknown_publication_leaves_yesterday_unknown() -> None:
    """Without the report's time, "yesterday" is unknown and a full date is not."""
    assert resolved("Eleven were seized yesterday.", None) is None
    assert resolved("Eleven were seized on 16 January 2013.", None) == ("01-16 00", "01-16 23")


def test_a_day_that_is_none_is_none() -> None:
    """ "February 30" resolves to nothing and breaks nothing."""
    assert resolved("It was dated February 30, 2013.") is None
