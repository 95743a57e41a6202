"""The bundled story keeps what a newcomer is promised: four days, many outlets, and everything that makes news hard."""

import json
from collections import Counter
from datetime import datetime
from typing import Any

import pytest

from reportedly.demo import ABOUT, EVENINGS, story_file

Line = dict[str, Any]


@pytest.fixture(scope="module")
def story() -> list[Line]:
    with story_file() as path:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _said(story: list[Line], words: str) -> set[str]:
    return {line["outlet"] for line in story if words.lower() in line["text"].lower()}


def test_at_least_eighteen_short_reports_over_four_days(story: list[Line]) -> None:
    """ "At least 18 reports" of one story, each short enough to read, on each of four days."""
    assert len(story) >= 18
    assert all(60 <= len(line["text"].split()) <= 200 for line in story)
    assert len({line["published_at"][:10] for line in story}) == len(EVENINGS) == 4


def test_every_line_is_a_whole_report(story: list[Line]) -> None:
    """A report says who published it, where and when, and what the story is about; ids are never shared."""
    for line in story:
        assert line["outlet"] and line["title"] and line["url"].startswith("https://")
        assert ".example/" in line["url"], "an address that can never be somebody's"
        assert line["about"] == ABOUT
        assert datetime.fromisoformat(line["published_at"]).utcoffset() is not None
    assert max(Counter(line["id"] for line in story).values()) == 1


def test_in_order_of_publication(story: list[Line]) -> None:
    """What was published first is read first, and each evening closes after its own day's last report."""
    times = [datetime.fromisoformat(line["published_at"]) for line in story]
    assert times == sorted(times)
    assert all(any(evening.date() == time.date() and time <= evening for time in times) for evening in EVENINGS)
    assert times[-1] <= EVENINGS[-1]


@pytest.mark.parametrize(
    ("hard", "words", "outlets"),
    [
        ("one agency report, three pages", "two security guards and seizing an unknown number of workers", 3),
        ("an unnamed officer whom three outlets quote", "army officer", 3),
        ("the state's toll", "12 hostages", 1),
        ("the captors' toll", "34 hostages", 2),
        ("the clinic's toll", "six bodies", 1),
        ("a lowered count", "to 21 from 23", 1),
        ("a denial", "has denied that a portuguese engineer was killed", 1),
        ("a demand", "the release of 43 prisoners", 1),
        ("the demand that replaced it", "now demand safe passage", 1),
        ("overnight", "overnight", 3),
        ("yesterday", "yesterday", 3),
        ("a vague count", "dozens of workers", 2),
        ("an earlier disaster", "in the spring of 2009 a flood here killed 61", 1),
        ("a hypothetical", "if there are thirty people", 1),
        ("furniture", "follow us", 2),
        ("furniture in capitals", "see also:", 1),
    ],
)
def test_what_makes_news_hard_is_there(story: list[Line], hard: str, words: str, outlets: int) -> None:
    """Each trap stands in at least so many outlets: "three outlets quoted an officer who would not be named"."""
    assert len(_said(story, words)) >= outlets, hard


def test_two_pages_were_changed_after_they_were_published(story: list[Line]) -> None:
    """ "Seventeen" became "Nineteen" without notice; "Dozens feared dead" went from the page altogether."""
    pages: dict[str, list[Line]] = {}
    for line in story:
        pages.setdefault(line["url"], []).append(line)
    revised = [versions for versions in pages.values() if len(versions) > 1]
    assert len(revised) == 2
    dropped, silent = revised
    assert "DOZENS" in dropped[0]["text"] and "dozens" not in dropped[1]["text"].lower()
    assert silent[0]["text"].replace("Seventeen", "Nineteen").replace("11 of", "13 of") == silent[1]["text"]


def test_some_sentences_break_off(story: list[Line]) -> None:
    """ "according to the" and no more: news arrives broken, and is read, not refused."""
    assert sum(line["text"].rstrip()[-1] not in '.!?")”' for line in story) >= 3
