"""What the server keeps at hand of a story is what it would read anew."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom import wire
from reportedly.report import Report
from reportedly.show.serve_room import ONE_BY_ONE, Room
from reportedly.story import Shelf, Story

LATE = datetime(2099, 1, 1, tzinfo=UTC)
PAGE = "https://ap.example/mine"


def told(clock: str, words: str, url: str | None = None) -> Report:
    return wire(f"AP, Ostry, {clock}. {words}", name=url or f"{clock} {words}", url=url)


NOW = told("08:00", "Twelve miners were killed, the governor said.", PAGE)
MORE = {
    "a new one": [told("09:00", "Nineteen miners were killed, the governor said.")],
    "one without a claim": [told("09:00", "Rain is expected.")],
    "an edit": [told("08:30", "Thirteen miners were killed, the governor said.", PAGE)],
    "an earlier version, come late": [told("07:30", "Ten miners were killed, the governor said.", PAGE)],
    "many": [
        told(f"{9 + n // 60:02}:{n % 60:02}", f"{20 + n} miners were killed, police said.")
        for n in range(ONE_BY_ONE + 1)
    ],
}


@pytest.mark.parametrize("more", MORE.values(), ids=MORE.keys())
def test_what_was_read_before_is_not_read_otherwise(tmp_path: Path, more: list[Report]) -> None:
    """After a new report, an edit, an older version that comes late, hundreds at once: the readings are those of a room
    that was opened just now, and so are the pages that were edited."""
    ledger = tmp_path / "mine.db"
    with Story.open("mine", ledger, create=True) as story:
        story.add([told("07:00", "Four miners were hurt, a medic said."), NOW])
    shelf = Shelf.open(ledger)
    room = Room(shelf)
    assert len(room.copy("mine").readings()) == 2
    assert room.copy("mine").changes()
    with Story.open("mine", ledger) as story:
        story.add(more)
    copy, anew = room.copy("mine"), Room(shelf).copy("mine")
    assert copy.readings() == anew.readings()
    assert copy.edited() == anew.edited()
    assert copy.account(LATE) == anew.account(LATE) == anew.snapshot.account(LATE)
    assert copy.account().lines == anew.snapshot.account().lines
    assert copy.changes() == anew.snapshot.changes()
    shelf.close()


def test_what_came_after_the_snapshot_is_told_once(tmp_path: Path) -> None:
    """A report that another process adds while a page is being made is not on that page, and on the next one once."""
    ledger = tmp_path / "mine.db"
    with Story.open("mine", ledger, create=True) as story:
        story.add([NOW])
        shelf = Shelf.open(ledger)
        room = Room(shelf)
        copy = room.copy("mine")
        story.add(MORE["a new one"])
        assert len(copy.readings()) == 1
        assert len(room.copy("mine").readings()) == 2
        shelf.close()
