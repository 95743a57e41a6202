"""A number that answers the question of the sentence before."""

import time

import pytest

from newsroom import MORNING
from reportedly.read.carried import carried
from reportedly.read.figures import Candidate, candidates
from reportedly.read.prose import sentences
from reportedly.read.sentence import Setting


def settled(text: str) -> list[tuple[str, str, str]]:
    """Phrase, kind and role of each figure of the text that the wording settles."""
    parts = sentences(text)
    found: list[tuple[Candidate, ...]] = [candidates(text, part, Setting(None, None, None)) for part in parts]
    return [
        (one.figure.phrase.text, one.figure.kind.value, one.figure.group.role)
        for one in carried(text, parts, found)
        if one.settled
    ]


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("At least 34 workers were killed, the ministry said. The Front says 52.", ("52", "killed", "workers")),
        ("Twelve people were wounded. A doctor put the number at 19.", ("19", "wounded", "people")),
        ("The governor said 12 were missing. The army's figure is 14.", ("14", "missing", "people")),
        (
            "Police say 12 people were arrested. Organisers say the figure is closer to 40.",
            ("40", "arrested", "people"),
        ),
        ("Thirty miners were trapped. The number has risen to 34.", ("34", "trapped", "miners")),
        ("Six died, according to the police. Witnesses said at least nine.", ("at least nine", "killed", "people")),
    ],
)
def test_the_next_answer_to_a_question_is_in_its_state(news: str, told: tuple[str, str, str]) -> None:
    """Where one sentence counts people in one state and the next gives only another number, it counts them too."""
    assert settled(news)[-1] == told


@pytest.mark.parametrize(
    "news",
    [
        "Thirty people were killed. The mayor is 52.",
        "Thirty people were killed and 12 were wounded. The Front says 52.",
        "Thirty people were killed. The Front says 52 trucks were burned.",
        "Thirty people were killed. The spokesman said 2,000.",
        "Thirty people were killed. The number of trucks is 34.",
        "Thirty people were killed. Rain fell. It was cold. Shops shut. The Front says 52.",
        "The Front says 52.",
    ],
)
def test_other_numbers_stay_what_they_are(news: str) -> None:
    """Ages, things, a number of another size, one far from its question or after two questions is in no state."""
    assert not [one for one in settled(news) if one[0] in ("52", "34", "2,000")]


def test_many_answers_take_linear_time() -> None:
    """Ten thousand answers in a row take no more than ten times as long as a thousand, give or take."""
    short, long = ("Six people died. The Front says 9. " * many for many in (200, 2_000))
    began = time.process_time()
    settled(short)
    middle = time.process_time()
    settled(long)
    assert time.process_time() - middle < 40 * max(middle - began, 0.01)


def test_a_question_of_its_own_is_not_answered_from_before() -> None:
    """ "Nobody knows how many are held, but the number is below 40" counts no escaped."""
    told = settled("Six cooks escaped. Nobody knows how many are held, but the mayor said the number is below 40.")
    assert [words for words, kind, _ in told if kind == "escaped"] == ["Six"]


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("Nine bodies were recovered on Monday. Four more were recovered on Tuesday.", ("Four", "killed", "people")),
        ("Nine people died in the fire. They included two sisters and a guard.", ("two", "killed", "sisters")),
        ("Some 7,500 people were arrested. Among them are 100 policemen.", ("100", "arrested", "police")),
    ],
)
def test_more_of_the_same_and_some_of_them_are_in_their_state(news: str, told: tuple[str, str, str]) -> None:
    assert told in settled(news)


@pytest.mark.parametrize(
    ("news", "scopes"),
    [
        ("In 1999 a dam burst upriver. Forty were killed. Twelve survived.", ["background", "background"]),
        ("In 1999 a fire killed 12. On Monday nine people died.", ["background", "event"]),
        ("In 2031 a dam burst upriver. Forty were killed.", ["event"]),
        ("In 1999 a dam burst upriver.\n\nForty people were killed.", ["event"]),
    ],
)
def test_a_paragraph_goes_on_with_another_years_event(news: str, scopes: list[str]) -> None:
    parts, setting = sentences(news), Setting(None, None, MORNING)
    found = [candidates(news, part, setting) for part in parts]
    assert [one.figure.scope.value for one in carried(news, parts, found, setting)] == scopes
