"""Events: what is added by whomever is pushed, in the ledger's order; a stream that broke goes on where it broke."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newsroom import wire
from reportedly.report import Report
from reportedly.show import events as events_module
from reportedly.show.events import Events
from reportedly.show.events_mark import START, Mark, mark_of
from reportedly.show.serve_room import Room
from reportedly.story import Shelf, Story

TOLLS = [
    wire("AP, Izmir, 04:10. At least 12 people were killed and 40 wounded, the governor said.", name="ap-1"),
    wire("AFP, Izmir, 05:10. Fourteen people were killed, police said.", name="afp-1"),
    wire("AP, Izmir, 04:40. Thirteen people were killed, a medic said.", name="ap-late"),
    wire("AP, Izmir, 06:00. The road is closed.", name="ap-road"),
    wire("AP, Izmir, 06:40. The death toll rose to 23, the governor said.", name="ap-2"),
]


class Told(NamedTuple):
    name: str
    mark: str
    body: dict[str, Any]


def parsed(raw: bytes) -> list[Told]:
    told = []
    for block in raw.decode().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n") if line and not line.startswith(":"))
        if "id" in fields:
            told.append(Told(fields["event"], fields["id"], json.loads(fields["data"])))
    return told


def add(ledger: Path, *reports: Report) -> None:
    """Over a connection of its own, as another process would."""
    with Story.open("quake", ledger, create=True) as story:
        story.add(reports)


async def listened(events: Events, mark: Mark, until: Callable[[list[Told]], bool], extent: int = 0) -> list[Told]:
    """What a client hears that listens from the mark until it has heard enough, and then goes."""
    told: list[Told] = []
    stream = events.stream("quake", extent, mark, "a client")
    try:
        async with asyncio.timeout(30):
            async for chunk in stream:
                told += parsed(chunk)
                if until(told):
                    break
    finally:
        await stream.aclose()  # type: ignore[attr-defined]  # an async generator has it
    return told


def heard(mark: str) -> Callable[[list[Told]], bool]:
    return lambda told: any(each.mark == mark for each in told)


def watched(ledger: Path, do: Callable[[Events], Coroutine[Any, Any, list[Told]]], most: int = 10) -> list[Told]:
    async def run() -> list[Told]:
        shelf = Shelf.open(ledger)
        events = Events(Room(shelf), most)
        watching = asyncio.create_task(events.watch())
        try:
            return await do(events)
        finally:
            watching.cancel()
            shelf.close()

    return asyncio.run(run())


def test_what_another_process_adds_is_pushed(tmp_path: Path) -> None:
    """A stream that is open when 23 is added hears the rise, who said so, and that the report was recorded."""
    ledger = tmp_path / "desk.db"
    add(ledger, *TOLLS[:4])

    async def do(events: Events) -> list[Told]:
        listening = asyncio.create_task(listened(events, Mark(4), heard("5"), extent=4))
        await asyncio.sleep(0.5)
        await asyncio.to_thread(add, ledger, TOLLS[4])
        return await listening

    told = watched(ledger, do)
    assert [(each.name, each.mark) for each in told] == [("change", "5.1"), ("recorded", "5")]
    assert told[0].body["what"] == "rose" and told[0].body["seq"] == "5.1"
    assert told[1].body == {"seq": "5", "story": "quake", "reports": 5}


def test_every_break_goes_on_without_loss_or_repeat(tmp_path: Path) -> None:
    """Whichever event was the last one heard, what comes after it is the rest, once; a late report's changes too."""
    ledger = tmp_path / "desk.db"
    add(ledger, *TOLLS)

    async def whole(events: Events) -> list[Told]:
        return await listened(events, START, heard("5"), extent=5)

    all_told = watched(ledger, whole)
    marks = [each.mark for each in all_told]
    assert len(set(marks)) == len(marks) and {"1", "2", "3", "4", "5"} <= set(marks)
    assert [each for each in all_told if each.name == "change" and each.mark.startswith("3.")]
    for place, mark in enumerate(marks[:-1]):

        async def rest(events: Events, since: str = mark) -> list[Told]:
            return await listened(events, mark_of(since), heard("5"), extent=5)

        assert watched(ledger, rest) == all_told[place + 1 :]


def test_who_is_far_behind_is_given_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the streams share the last two reports only, and a stream begins at none: it hears all five."""
    monkeypatch.setattr(events_module, "SHARED", 2)
    monkeypatch.setattr(events_module, "TOGETHER", 1)
    ledger = tmp_path / "desk.db"
    add(ledger, *TOLLS[:1])

    async def do(events: Events) -> list[Told]:
        early = asyncio.create_task(listened(events, Mark(1), heard("5"), extent=1))
        await asyncio.sleep(0.3)
        for toll in TOLLS[1:]:
            await asyncio.to_thread(add, ledger, toll)
        await early
        return await listened(events, START, heard("5"), extent=5)

    told = watched(ledger, do)
    assert [each.mark for each in told if each.name == "recorded"] == ["1", "2", "3", "4", "5"]


def test_silence_is_not_death(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing happens, the stream says that it is alive."""
    monkeypatch.setattr(events_module, "STILL_HERE", 0.05)
    ledger = tmp_path / "desk.db"
    add(ledger, TOLLS[0])

    async def do(events: Events) -> list[Told]:
        stream = events.stream("quake", 1, Mark(1), "a client")
        chunks = [await anext(stream) for _ in range(2)]
        await stream.aclose()  # type: ignore[attr-defined]
        assert chunks[0].startswith(b"retry:") and b": still here" in chunks[1]
        return []

    watched(ledger, do)


def test_no_client_can_take_every_stream(tmp_path: Path) -> None:
    """Of four streams, one client may hold two; when all four are held, nobody gets a fifth."""
    ledger = tmp_path / "desk.db"
    add(ledger, TOLLS[0])

    async def do(events: Events) -> list[Told]:
        opened = []
        for client in ("a", "a", "b", "b"):
            assert not events.full(client)
            stream = events.stream("quake", 1, Mark(1), client)
            await anext(stream)
            opened.append(stream)
            if client == "a" and len(opened) == 2:
                assert events.full("a")
        assert events.full("c")
        for stream in opened:
            await stream.aclose()  # type: ignore[attr-defined]
        assert not events.full("a")
        return []

    watched(ledger, do, most=4)


@pytest.mark.parametrize("written", ["12.3", "12", "0"])
def test_a_mark_reads_as_it_is_written(written: str) -> None:
    """ "12.3" is the third change that the twelfth report brought, and before "12"."""
    assert str(mark_of(written)) == written
    assert mark_of("12.3") < mark_of("12") < mark_of("13.1")
