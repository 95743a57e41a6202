"""What the model is told before a text: what the story is about, and its days."""

import random
from datetime import date

import pytest
from training.elsewhere import elsewhere
from training.figures import Sentence

from reportedly.read.dates import one_day
from reportedly.read.tagger.pieces import heading_of

BOMBINGS = "Linz bombings of 4 March 2031"


@pytest.mark.parametrize(
    ("about", "day"),
    [
        ("linz bombings of 4 march 2031", date(2031, 3, 4)),
        ("linz floods march 2031", None),
        ("linz bombings of 31 february 2031", None),
        ("linz siege 4 to 6 march 2031", None),
    ],
)
def test_the_one_day_of_a_story(about: str, day: date | None) -> None:
    """A story is about one day where it names one, and only one."""
    assert one_day(about.split()) == day


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2031, 3, 3), "before"),
        (date(2031, 3, 4), "same day"),
        (date(2031, 3, 5), "next day"),
        (date(2031, 3, 12), "8 days after"),
        (date(2031, 5, 1), "long after"),
    ],
)
def test_the_heading_counts_the_days(day: date, told: str) -> None:
    """The model is told both weekdays and the days between, which it cannot count."""
    assert heading_of(BOMBINGS, day) == (BOMBINGS, "Tuesday", f"{day.day} {day:%B %Y %A}", told)


def test_the_heading_tells_what_is_known() -> None:
    """A story of no one day has no weekday, and nothing is made up of nothing."""
    assert heading_of("Linz floods, March 2031", None) == ("Linz floods, March 2031",)
    assert heading_of(None, date(2031, 3, 4)) == ("4 March 2031 Tuesday",)
    assert heading_of(None, None) == ()


def test_a_sentence_under_another_story_is_background() -> None:
    """Six dead in Linz are background to what happened in Turku in those days."""
    told = [{"phrase": "Six", "kind": "killed", "scope": "event"}, None]
    sentence = Sentence("own/1", "Six died in Linz.", BOMBINGS, date(2031, 3, 5), [(0, 3), (12, 16)], told)
    shown = elsewhere(sentence, ["Turku bombings, Finland, 9 May 2019", "Linz floods, May 2019"], random.Random(4))
    assert shown.about is not None
    assert shown.about.startswith("Turku bombings, Finland, ")
    assert one_day(shown.about.lower().replace(",", "").split()) in {date(2031, 3, d) for d in range(1, 6)} | {
        date(2031, 2, 27),
        date(2031, 2, 28),
    }
    assert [label and label["scope"] for label in shown.labels] == ["background", None]
    assert elsewhere(sentence, ["Linz floods, May 2019"], random.Random(4)) is sentence
