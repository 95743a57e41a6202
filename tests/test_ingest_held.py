"""Pages met again: edits, posts that vanished, stories that were killed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom import MORNING, wire
from reportedly.ingest.held import Held, is_kill
from reportedly.report import Report

LATER = MORNING + timedelta(hours=9)
TOLL = replace(
    wire("Coastwire, Izmir, 06:10. At least 45 people died, the governor said.", url="https://coastwire.example/1"),
    title="Dozens die as quake strikes Izmir",
)


@pytest.mark.parametrize(
    "text",
    [
        "KILL: Quake toll. The story is wrong and must not be used.",
        "EDS: MANDATORY KILL. Do not use the story slugged Quake-Toll.",
        "This story has been withdrawn.",
        "Coastwire has withdrawn its story about the quake.",
        "RETRACTION: the report of 45 deaths was wrong.",
        "WITHDRAWN",
    ],
)
def test_kill_notices_are_told_from_news(text: str) -> None:
    """What only says that a story must not be used withdraws it."""
    assert is_kill(Report("k", text))


@pytest.mark.parametrize(
    "text",
    [
        "Killed: 12 people in a quake off Izmir.",
        "Kill the bill, protesters shouted in Ankara.",
        "Withdrawn troops return home, the ministry said.",
        "The army has withdrawn from Izmir.",
        "CORRECTION: 12 people died, not 45 as first reported.",
        "A gunman killed 12 people. " + "The police said more would follow. " * 80 + "This story has been withdrawn.",
    ],
)
def test_news_is_no_kill_notice(text: str) -> None:
    """Killing, withdrawing and correcting make news too."""
    assert not is_kill(Report("k", text))


def test_a_wires_kill_withdraws_the_story_that_it_names() -> None:
    """A notice of its own, without an address, empties that outlet's story of the headline that it gives."""
    other = replace(TOLL, id="x", outlet="Harbour Post", url=None)
    held = Held.of([TOLL, other])
    notice = wire("Coastwire, Izmir, 08:00. KILL: Dozens die as quake strikes Izmir. The toll was never confirmed.")
    killed, end = held.as_seen([notice], None, LATER)
    assert (killed.id, end.id) == (TOLL.id, TOLL.id)
    assert killed.text.startswith("KILL") and end.text == ""
    assert end.published_at == notice.published_at


def test_a_kill_of_what_nobody_holds_is_a_report_like_any() -> None:
    """A notice that names no story of ours is kept as it is."""
    notice = wire("Coastwire, Izmir, 08:00. KILL: Ferry line goes bankrupt. The company denies it.")
    assert list(Held.of([TOLL]).as_seen([notice], None, LATER)) == [notice]


def test_an_edit_that_says_when_is_dated_so() -> None:
    """A page that dates its new words itself is believed; one that keeps the old time is dated when it was seen."""
    stated = replace(TOLL, id="b", text="At least 50 people died.", published_at=MORNING + timedelta(hours=2))
    silent = replace(TOLL, id="b", text="At least 50 people died.")
    (one,) = Held.of([TOLL]).as_seen([stated], None, LATER)
    (other,) = Held.of([TOLL]).as_seen([silent], None, LATER)
    assert (one.published_at, other.published_at) == (stated.published_at, LATER)


def test_a_post_that_comes_back_is_news_again() -> None:
    """What was withdrawn and is there again stands again, from when it was seen."""
    page = "https://coastwire.example/live"
    posts = [
        replace(TOLL, id=f"p{n}", url=f"{page}#p{n}", text=f"Post {n}.", published_at=MORNING + timedelta(hours=n))
        for n in range(4)
    ]
    held = Held.of(posts)
    gone = list(held.as_seen([posts[0], posts[2], posts[3]], page, LATER))[-1]
    assert (gone.id, gone.text) == ("p1", "")
    back = list(held.as_seen(posts, page, LATER + timedelta(hours=1)))[1]
    assert (back.text, back.published_at) == ("Post 1.", LATER + timedelta(hours=1))
