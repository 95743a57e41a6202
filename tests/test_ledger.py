"""The contract of every ledger. Each backend runs all of it."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom import MORNING, told, wire
from reportedly.capture import Capture
from reportedly.claim import Reading
from reportedly.errors import LedgerUnusable, NoSuchStory
from reportedly.figure import Kind
from reportedly.ledger.protocol import Ledger, Settlement
from reportedly.ledger.sqlite import open_sqlite
from reportedly.report import Problem

Opener = Callable[[], Ledger]


@pytest.fixture(params=["sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return {"sqlite": lambda: open_sqlite(tmp_path / "ledger.db")}[request.param]


@pytest.fixture
def ledger(opener: Opener) -> Iterator[Ledger]:
    opened = opener()
    opened.open_story("quake")
    yield opened
    opened.close()


FIRST = wire("AP, Izmir, 04:10. At least 12 died, the governor said.", name="ap-1", url="https://ap.example/quake")


def twelve() -> Reading:
    return told(FIRST, ("At least 12", Kind.KILLED, 12, None), source="the governor")


def test_what_was_appended_comes_back(ledger: Ledger) -> None:
    """A claim comes back from the ledger as it went in, to the character."""
    reading = twelve()
    (appended,) = ledger.append("quake", [reading])
    assert appended.claims == 1
    assert list(ledger.claims("quake")) == list(reading.claims)
    (report,) = ledger.reports("quake")
    assert report.recorded_at is not None
    assert replace(report, recorded_at=None) == FIRST


def test_a_sender_may_say_which_page_a_report_revises(ledger: Ledger) -> None:
    """`revises` puts a report on the page of the one it names, whatever its own id, address and words; an id that the
    story does not have says nothing."""
    ledger.append("quake", [twelve()])
    later = wire("AP, Izmir, 06:10. Nine are dead, the mayor says.", name="ap-2")
    ledger.append(
        "quake", [Reading(replace(later, revises="ap-1"), ()), Reading(replace(later, id="x", revises="y"), ())]
    )
    assert {report.id: report.revises for report in ledger.reports("quake")} == {
        "ap-1": None,
        "ap-2": "ap-1",
        "x": None,
    }
    assert ledger.holds("quake", later)


def test_addresses_lead_to_what_was_read_there(ledger: Ledger) -> None:
    """Of a page that was fetched, the address asked for and the one it led to; of an answer that it is gone, none."""
    ledger.append("quake", [twelve()])
    asked, led_to = "https://ap.example/q", "https://ap.example/quake"
    ledger.keep("quake", Capture(asked, led_to, MORNING, 200, (), b"12"), ["ap-1"])
    ledger.keep("quake", Capture("https://ap.example/gone", led_to, MORNING, 410, (), b""), ["ap-1"])
    assert ledger.read_from("quake") == ((asked, "ap-1"), (led_to, "ap-1"))


def test_a_report_added_twice_is_there_once(ledger: Ledger) -> None:
    """Re-adding a report adds nothing, and says so."""
    ledger.append("quake", [twelve()])
    assert ledger.holds("quake", FIRST)
    (again,) = ledger.append("quake", [twelve()])
    assert again.report is None
    assert len(list(ledger.reports("quake"))) == 1
    assert len(ledger.tellings("quake")) == 1


def test_a_changed_page_revises_the_old(ledger: Ledger) -> None:
    """A page whose words changed is a new report that revises the old, and both stay."""
    later = replace(FIRST, text="At least 15 died, the governor said.", published_at=MORNING)
    ledger.append("quake", [twelve(), told(later, ("At least 15", Kind.KILLED, 15, None))])
    old, new = ledger.reports("quake")
    assert (old.id, old.revises) == ("ap-1", None)
    assert new.id != old.id
    assert new.revises == old.id
    assert [t.low for t in ledger.tellings("quake")] == [12, 15]


def test_versions_recorded_backwards_still_revise_forwards(ledger: Ledger) -> None:
    """Which version revises which goes by publication, in whatever order they reached the ledger."""
    later = replace(FIRST, text="At least 15 died, the governor said.", published_at=MORNING)
    ledger.append("quake", [told(later), told(FIRST)])
    reports = {report.text: report for report in ledger.reports("quake")}
    assert reports[later.text].revises == reports[FIRST.text].id
    assert reports[FIRST.text].revises is None


def test_words_that_come_back_are_a_new_version(ledger: Ledger) -> None:
    """A page that says 12, then 15, then 12 again has three versions."""
    hour = timedelta(hours=1)
    later = replace(FIRST, text="At least 15 died, the governor said.", published_at=MORNING)
    back = replace(FIRST, published_at=MORNING + hour)
    ledger.append("quake", [told(FIRST), told(later), told(back)])
    assert [a.report for a in ledger.append("quake", [told(FIRST), told(later), told(back)])] == [None] * 3
    assert len(list(ledger.reports("quake"))) == 3


def test_two_reports_at_one_address_with_other_words_are_two_reports(ledger: Ledger) -> None:
    """Two posts that share a blog's address and no words revise nothing."""
    other = wire("AP, Izmir, 05:00. Schools stay shut on Monday.", name="ap-2", url=FIRST.url)
    ledger.append("quake", [told(FIRST), told(other)])
    assert [r.revises for r in ledger.reports("quake")] == [None, None]


def test_a_story_nobody_opened_is_refused(ledger: Ledger) -> None:
    """Asking for a story that is not there says so, and what to do."""
    with pytest.raises(NoSuchStory, match="reportedly add"):
        ledger.tellings("flood")


def test_tellings_know_their_source_and_report(ledger: Ledger) -> None:
    """A telling carries its figure's bounds, who said it, and when its report was published."""
    ledger.append("quake", [twelve()])
    (telling,) = ledger.tellings("quake")
    assert (telling.kind, telling.low, telling.high, telling.phrase) == (Kind.KILLED, 12, None, "At least 12")
    assert (telling.source, telling.outlet, telling.published_at) == ("the governor", "AP", FIRST.published_at)
    assert ledger.tellings("quake", after=telling.sequence) == []


def test_all_of_a_batch_or_none(ledger: Ledger) -> None:
    """Where one reading of a batch cannot be kept, none of the batch is."""
    broken = twelve()
    twice = replace(broken, report=replace(FIRST, id="ap-9", url=None), claims=broken.claims * 2)
    with pytest.raises(LedgerUnusable):
        ledger.append("quake", [told(FIRST), twice])
    assert list(ledger.reports("quake")) == []


def test_problems_are_kept_with_their_report(ledger: Ledger) -> None:
    """What could not be read of a report is kept beside it."""
    reading = replace(twelve(), problems=(Problem("in a language we do not read", "ap-1", (0, 4)),))
    ledger.append("quake", [reading])
    assert ledger.problems("quake") == reading.problems


def test_what_a_story_is_about_can_be_said_again(ledger: Ledger) -> None:
    """The latest word on what a story is about holds."""
    assert ledger.about("quake") is None
    ledger.say_about("quake", "an earthquake")
    ledger.say_about("quake", "Izmir earthquake, March 2031")
    assert ledger.about("quake") == "Izmir earthquake, March 2031"


def test_settling_is_appended(ledger: Ledger) -> None:
    """A line settled twice keeps both settlements, in order."""
    first = Settlement(Kind.KILLED, "people", (), 14, "the inquest", MORNING)
    second = replace(first, value=15, because="one died in hospital")
    ledger.settle("quake", first)
    ledger.settle("quake", second)
    assert ledger.settlements("quake") == (first, second)


def test_it_is_all_there_after_reopening(opener: Opener, ledger: Ledger) -> None:
    """What one process appended another one reads."""
    ledger.append("quake", [twelve()])
    other = opener()
    assert other.stories() == ("quake",)
    assert len(other.tellings("quake")) == 1
    other.close()


TABLES = ("story", "about", "report", "claim", "figure", "problem", "settlement")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "change", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}", "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_the_database_itself_refuses_changes(tmp_path: Path, table: str, change: str) -> None:
    """No row of any table can be updated, deleted or replaced, whoever opens the file."""
    ledger = open_sqlite(tmp_path / "ledger.db")
    ledger.open_story("quake")
    ledger.say_about("quake", "an earthquake")
    ledger.append("quake", [replace(twelve(), problems=(Problem("unread"),))])
    ledger.settle("quake", Settlement(Kind.KILLED, "people", (), 14, "the inquest", MORNING))
    ledger.close()
    if table == "figure":
        change = change.replace("rowid = rowid", "low = 0")
    db = sqlite3.connect(tmp_path / "ledger.db")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(change.format(table))
    db.close()
