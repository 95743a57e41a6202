"""Event or background: whether a figure belongs to what the story is about."""

import time
from datetime import UTC, date, datetime

import pytest

from reportedly.figure import Scope
from reportedly.read.figures import candidates, what_is_counted
from reportedly.read.sentence import Sentence, Setting
from reportedly.read.weekdays import nearest, weekdays
from reportedly.read.words import line_of

ABOUT = "Linz arena fire, Austria, 4 March 2031"


def scopes(text: str, about: str | None = ABOUT) -> list[Scope]:
    setting = Setting(about, None, datetime(2031, 3, 6, 12, 0, tzinfo=UTC))
    return [figure.scope for figure in what_is_counted(text, Sentence(0, len(text), 0), setting)]


@pytest.mark.parametrize(
    "news",
    [
        "The fire killed 12 people.",
        "At least 12 people died in Linz, the governor said on Thursday.",
        "Twelve people died on Tuesday in the worst fire in Austria since 2004.",
        "In the deadliest blaze in Austria since 1998, the fire in Linz killed 12 people.",
    ],
)
def test_event(news: str) -> None:
    """Silence means the event, and so does a comparison with another year."""
    assert scopes(news) == [Scope.EVENT]


@pytest.mark.parametrize(
    "news",
    [
        "In 2004 a fire killed 30 people in Graz.",
        "In 2004 a hall in Graz burnt down; 30 people were killed.",
        "The worst since 2004, when 30 people were killed in a train.",
        "A year earlier, 30 people were killed.",
        "Last month's flood killed 30 people.",
        "A bus crash killed 30 people in Peru.",
        "Each year 30 people are killed by lightning, and 40 people drown every year.",
        "The smoke could kill 30 people.",
        "If you are talking up to 30 hostages, nobody would go in.",
        "If we do not reach the village, and find nobody there alive, that is 105 deaths.",
        "They demanded the release of 30 prisoners.",
        "They would free them only in return for 30 prisoners.",
        "The raiders threatened to shoot 30 nurses.",
        "The raiders vowed to drown 30 nurses.",
        "The gunmen offered to hand over 30 captives.",
        "On Jan. 17, a fire killed 30 people.",
    ],
)
def test_background(news: str) -> None:
    """Another year, another country, what could be, what is demanded and what happens every year are background."""
    assert set(scopes(news)) == {Scope.BACKGROUND}


def test_a_link_to_another_story() -> None:
    """ "Most popular" may list this story too: only a link without a word of it is beside it."""
    setting = Setting(ABOUT, None, datetime(2031, 3, 6, 12, 0, tzinfo=UTC))
    for news, told in (("Most popular: Bus rolls over, 1 dead", "background"), ("Linz fire: 1 dead", "event")):
        (figure,) = what_is_counted(news, Sentence(0, len(news), 0, aside=True), setting)
        assert figure.scope.value == told


def test_what_is_told_apart_is_another_event() -> None:
    """ "Elsewhere" and "a separate attack" leave a story of one event, and not a day of bombings all over a country."""
    for news in (
        "Elsewhere in Austria on Tuesday, a fire killed 30 people.",
        "In a similar fire 30 people were killed.",
    ):
        assert scopes(news) == [Scope.BACKGROUND]
    assert scopes("Elsewhere on Tuesday, a bomb killed 30 people.", BOMBS) == [Scope.EVENT]


def test_another_storm() -> None:
    """A storm of another name is another event."""
    assert scopes("Hurricane Orla killed 40 people.", "Hurricane Tamsin, March 2031") == [Scope.BACKGROUND]


def test_without_about_years_still_tell() -> None:
    """Without a word on what the story is about, an earlier year is still background and silence still the event."""
    assert scopes("In 2004 a fire killed 30 people.", None) == [Scope.BACKGROUND]
    assert scopes("The fire killed 30 people in Peru.", None) == [Scope.EVENT]


def test_another_town_of_the_country_is_another_event() -> None:
    """A fire in Linz kills nobody in Innsbruck; a quake may, and a suburb is the town's own."""
    about = "Linz hotel bombing, Austria, 4 March 2031"
    assert scopes("A bomb killed 30 people in Innsbruck.", about) == [Scope.BACKGROUND]
    assert scopes("The bomb killed 30 people in Leonding.", about) == [Scope.EVENT]
    assert scopes("Falling walls killed 30 people in Innsbruck.", "Linz earthquake, Austria, March 2031") == [
        Scope.EVENT
    ]


def test_a_month_that_is_not_the_storys_is_another_event() -> None:
    """The February bombs and February's fire are not of March; "more than 2000" is no year."""
    assert scopes("The February bombing killed 30 people.") == [Scope.BACKGROUND]
    assert scopes("February's fire killed 30 people.") == [Scope.BACKGROUND]
    assert scopes("The fire drove more than 2000 people from their homes.") == [Scope.EVENT]


@pytest.mark.parametrize(
    "news",
    [
        "Blast kills nine in Graz 2031-02-27",
        "Three killed in Graz shootings - March 1st, 2031",
        "On 28 February a fire killed 30 people.",
        "Fire kills 30 (5 days ago)",
        "Market fire: 30 dead - 78 hrs ago",
        "Three weeks ago a fire killed 30 people.",
    ],
)
def test_a_day_before_the_storys_is_another_event(news: str) -> None:
    """A date before the story's one day, or so many hours, days or weeks ago that it lies before it."""
    assert scopes(news) == [Scope.BACKGROUND]


@pytest.mark.parametrize(
    "news",
    [
        "Blast kills nine in Linz 2031-03-04",
        "On March 4 a fire killed 30 people.",
        "Fire kills 30 (2 days ago)",
        "Arena fire: 30 dead - 3 hrs ago",
        "Updated 9 of 9 March 4, 2031: 30 killed",
        "Thirty people were killed yesterday.",
    ],
)
def test_the_storys_own_day_is_the_event(news: str) -> None:
    """The story's day or a later one tells of no other event, nor does "yesterday", which pages repeat for days."""
    assert set(scopes(news)) == {Scope.EVENT}


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize("news", ["Nine killed - 900 weeks ago", "Nine killed on Sunday", "Nine killed 5 days ago"])
def test_a_senseless_date_of_publication_is_none(news: str, year: int) -> None:
    """A report dated at the edge of the calendar is read as if it had no date: nothing is counted back from there."""
    when = datetime(year, 1, 1, tzinfo=UTC)
    (figure,) = what_is_counted(news, Sentence(0, len(news), 0), Setting(ABOUT, None, when))
    assert figure.scope is Scope.EVENT


@pytest.mark.parametrize(
    "news",
    [
        "The toll may reach 50.",
        "The death toll could rise to 150.",
        "The death toll was expected to exceed 60.",
    ],
)
def test_a_toll_to_come_is_none_yet(news: str) -> None:
    assert scopes(news) == [Scope.BACKGROUND]


BOMBS = "Austria bombings of 4 March 2031"
"""A Tuesday; the reports come out on the Thursday after."""


@pytest.mark.parametrize(
    "news",
    [
        "Car bombs killed 30 people across Austria on Wednesday, police said.",
        "Wednesday's blasts in Graz left 30 people dead.",
        "A bomber struck a cafe crowded with students late on Wednesday, killing at least 30.",
        "A wave of attacks on Sunday that killed 30 people was blamed on the same men.",
        "Violence had ebbed until Sunday, when a bomb killed 30 people.",
        "On Sunday, 30 people were killed by a bomb in Graz.",
        "Thirty people were killed when a blast rocked a rebel -held district of Graz on Wednesday.",
        "A bomb went off in Graz on Wednesday and 30 people died.",
    ],
)
@pytest.mark.parametrize("about", [BOMBS, ABOUT])
def test_a_deed_of_another_weekday_is_another_event(news: str, about: str) -> None:
    """What went off on Sunday or Wednesday killed nobody in Tuesday's story."""
    assert scopes(news, about)[-1] == Scope.BACKGROUND


@pytest.mark.parametrize(
    "news",
    [
        "Bombs killed 30 people across Austria on Tuesday, police said.",
        "Tuesday's blasts left 30 people dead.",
        "The chancellor on Wednesday offered his condolences after bombs killed 30 people.",
        "Rescuers searched on Wednesday for 30 people.",
        "The minister mourned on Wednesday the 30 people killed in the attacks.",
        "Police said on Wednesday that bombs had killed 30 people.",
        "The army took a town on Wednesday, a day after bombs killed 30 people.",
        "Some 30 people, most of them wounded, left the town on Wednesday.",
        "Police have seized 30 men since Wednesday.",
        "In Wednesday's raids 30 people were arrested.",
        "The bombs killed 30 people and the minister met their families on Wednesday.",
    ],
)
def test_what_is_done_about_an_event_is_of_another_weekday(news: str) -> None:
    """Mourning, searching and telling go on for days; the dead are still those of the story's day."""
    assert scopes(news, BOMBS) == [Scope.EVENT]


@pytest.mark.parametrize(
    "news",
    [
        "They demanded that the army release 30 prisoners.",
        "They demanded the release of 30 prisoners.",
        "They demanded that 30 prisoners be freed.",
        "They would free them only in return for the release of 30 prisoners.",
        "They would free them only in return for 30 prisoners.",
    ],
)
def test_a_demanded_release_is_beyond_doubt(news: str) -> None:
    """Whoever is only to be freed is not freed, whatever the model thinks of it."""
    setting = Setting(ABOUT, None, datetime(2031, 3, 6, 12, 0, tzinfo=UTC))
    (one,) = candidates(news, Sentence(0, len(news), 0), setting)
    assert one.around.sure


@pytest.mark.parametrize(
    "news",
    [
        "The raiders demanded a ransom and freed 30 hostages.",
        "The raiders, who demand a ransom, have released 30 hostages.",
        "After demands for money 30 hostages were freed.",
    ],
)
def test_whoever_was_freed_after_a_demand_is_freed(news: str) -> None:
    """A demand for something else makes no release one that is only demanded."""
    assert scopes(news) == [Scope.EVENT]


def test_two_weekdays_in_one_line() -> None:
    """Each figure is told of the day that stands nearest to it, and of no day beyond an "a day after"."""
    news = "Car bombs killed at least 22 people in Graz on Wednesday, a day after blasts in Linz left 87 dead."
    assert scopes(news, BOMBS) == [Scope.BACKGROUND, Scope.EVENT]


def test_the_storys_weekday_in_a_report_dated_a_day_early() -> None:
    """West of the story's time zone the report is out on the day before, and still means the story's own Tuesday."""
    news = "Bombs killed 30 people on Tuesday."
    when = datetime(2031, 3, 3, 23, 0, tzinfo=UTC)
    (figure,) = what_is_counted(news, Sentence(0, len(news), 0), Setting(BOMBS, None, when))
    assert figure.scope is Scope.EVENT


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("Bombs kill 30 in Austria Bombs in two cities have ki... published: 30 Sep 2030 author: Tarn", "background"),
        ("Published on Wednesday, 28 August 2030 Bombs kill 30 in Austria", "background"),
        ("Bombs kill 30 in Austria Bombs in two cities have ki... published: 04 Mar 2031 author: Tarn", "event"),
        ("Bombs kill 30 in Austria and more are fea... posted: 3 March 2031", "event"),
        ("Bombs kill 30 in Austria, a list published in Graz tells", "event"),
    ],
)
def test_a_stamp_from_before_the_story_is_another_events(news: str, told: str) -> None:
    """A film listed as published months before is of other bombs; a stamp of the eve may be another time zone's."""
    assert {scope.value for scope in scopes(news, BOMBS)} == {told}


def test_a_stamp_speaks_of_what_it_stands_after() -> None:
    """In a list of films each has its stamp behind it."""
    news = "Bombs kill 9 published: 2 May 2030 Bombs kill 30 posted: 5 March 2031 Bombs kill 12 posted: 1 May 2029"
    assert scopes(news, BOMBS) == [Scope.BACKGROUND, Scope.EVENT, Scope.BACKGROUND]


def test_no_figure_looks_through_all_the_weekdays_of_a_line() -> None:
    """ "A bomb killed 9 on Sunday" 10,000 times over: each figure looks at the days near it."""
    news = "A bomb killed 9 on Sunday, " * 10_000
    words = line_of(news, 0, len(news))
    days = weekdays(words, date(2031, 3, 4), datetime(2031, 3, 6, tzinfo=UTC))
    began = time.process_time()
    found = [nearest(days, words, first, 0, len(words)) for first in range(3, len(words), 7)]
    assert time.process_time() - began < 3  # all of them, one by one, are a hundred million
    assert len(found) == 10_000
    assert all(day is not None and day.deed and not day.own for day in found)
