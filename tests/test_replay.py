"""A replay prints the main lines at one checkpoint after another."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom import told, wire
from reportedly.errors import WrongUse
from reportedly.figure import Kind
from reportedly.ledger.sqlite import open_sqlite
from reportedly.show.cli import run
from reportedly.show.replay import checkpoints, every
from reportedly.story import Snapshot, Story


@pytest.fixture
def dam(tmp_path: Path) -> Path:
    """A story of two reports, ten hours apart."""
    place = tmp_path / "dam.db"
    ledger = open_sqlite(place)
    ledger.open_story("dam")
    ledger.append(
        "dam",
        [
            told(wire("AP, Ila, 01:00. 12 died."), ("12", Kind.KILLED, 12, 12)),
            told(wire("AP, Ila, 11:00. 15 died."), ("15", Kind.KILLED, 15, 15)),
        ],
    )
    ledger.close()
    return place


def snapshot(place: Path) -> Snapshot:
    with Story.open("dam", place) as story:
        return story.snapshot()


def test_checkpoints_run_from_the_first_report_past_the_last(dam: Path) -> None:
    """Reports of 01:00 and 11:00: checkpoints at 06:00 and 12:00, with 12 and then 15 dead."""
    found = list(checkpoints(snapshot(dam), timedelta(hours=6)))
    assert [one.as_of.hour for one in found] == [6, 12]
    best = [one.lines[0].best for one in found]
    assert [None if bounds is None else bounds.low for bounds in best] == [12, 15]


def test_a_span_of_time_is_hours_minutes_or_days() -> None:
    """Anything else is wrong use, and so are more checkpoints than anybody reads."""
    assert (every("6h"), every("30m"), every("1d")) == (timedelta(hours=6), timedelta(minutes=30), timedelta(days=1))
    for wrong in ("", "0h", "six hours", "-1h", "6"):
        with pytest.raises(WrongUse, match="--every"):
            every(wrong)


def test_what_did_not_move_is_not_printed_again(dam: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every hour there is a checkpoint; two of them have news."""
    assert run(["replay", "dam", "--every", "1h", "--ledger", str(dam)]) == 0
    printed = capsys.readouterr().out
    assert printed.count("UTC") == 2
    assert "12" in printed and "15" in printed


def test_as_json_each_checkpoint_is_a_line(dam: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its moment, its main lines and how many claims tell of each."""
    assert run(["replay", "dam", "--json", "--ledger", str(dam)]) == 0
    forms = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [form["as_of"][11:16] for form in forms] == ["06:00", "12:00"]
    assert [form["lines"][0]["told"] for form in forms] == [1, 2]
    assert "claims" not in forms[0]["lines"][0]
