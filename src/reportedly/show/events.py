"""Server-sent events: each change of a story is pushed with its mark, and whoever was cut off goes on from his.

One task watches the ledger for all streams, whichever process adds to it. A stream has no queue: it knows only its
mark, and reads on from there in what all streams of its story share, so a slow reader costs nothing and loses nothing.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from anyio import to_thread

from reportedly.account import Change
from reportedly.errors import ReportedlyError
from reportedly.show.events_mark import ALL, Mark
from reportedly.show.json_form import change_form, json_line
from reportedly.show.serve_room import SECONDS, Room

LOOKS_EVERY = 0.2
"""Seconds between two looks at the ledger."""
STILL_HERE = 15.0
"""Seconds of silence after which a stream says that it is alive: proxies close what is silent for a minute."""
SHARED = 2_000
"""Reports whose events all streams of a story share; who is further behind has them derived anew."""
TOGETHER = 100
"""Changes that a stream that catches up is given at a time."""

log = logging.getLogger("reportedly.events")


def event(name: str, mark: Mark, body: str) -> bytes:
    return f"event: {name}\nid: {mark}\ndata: {body}\n\n".encode()


def events_of(count: int, changes: tuple[Change, ...], story: str, after: int = 0) -> bytes:
    """What one report brought: its changes past the first `after`, then that it was recorded."""
    told = [
        event("change", Mark(count, place), json_line({"seq": str(Mark(count, place)), **change_form(change)}))
        for place, change in enumerate(changes[after:], after + 1)
    ]
    recorded = json_line({"seq": str(count), "story": story, "reports": count})
    return b"".join([*told, event("recorded", Mark(count), recorded)])


@dataclass(slots=True)
class Wire:
    """The events of one story that its streams share: `told[i]` is what report `start + i + 1` brought."""

    story: str
    start: int
    told: list[bytes] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    streams: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.told)

    def extend(self, told: list[bytes]) -> None:
        self.told += told
        if len(self.told) > SHARED:
            dropped = len(self.told) - SHARED
            del self.told[:dropped]
            self.start += dropped
        news, self.news = self.news, asyncio.Event()
        news.set()


class Events:
    """All open streams. `most` at once, of one client half of that."""

    def __init__(self, room: Room, most: int) -> None:
        self._room = room
        self._most = most
        self._wires: dict[str, Wire] = {}
        self._clients: dict[str, int] = {}
        self._unseen = False
        self.stopping = asyncio.Event()

    def stop(self) -> None:
        """Ends every stream, so that the server can end."""
        self.stopping.set()
        for wire in self._wires.values():
            wire.news.set()

    def full(self, client: str) -> bool:
        return sum(self._clients.values()) >= self._most or self._clients.get(client, 0) >= max(1, self._most // 2)

    async def watch(self) -> None:
        """Looks at the ledger until it is cancelled. A ledger that cannot be read is looked at again later."""
        pulse = -1
        while not self.stopping.is_set():
            try:
                now = await to_thread.run_sync(self._room.shelf.pulse)
                if now != pulse or self._unseen:
                    self._unseen = False
                    for wire in list(self._wires.values()):
                        await self._carry_on(wire)
                    pulse = now
            except ReportedlyError as failed:
                log.warning("the ledger cannot be watched: %s", failed)
                await asyncio.sleep(2)
            await asyncio.sleep(LOOKS_EVERY)

    async def _carry_on(self, wire: Wire) -> None:
        def read() -> tuple[list[bytes], int]:
            copy = self._room.copy(wire.story)
            late = time.monotonic() + SECONDS
            told = []
            for brought in copy.log.brought(copy.snapshot, wire.end):
                told.append(events_of(*brought, wire.story))
                if time.monotonic() > late:
                    break
            return told, copy.extent

        told, extent = await to_thread.run_sync(read)
        if told:
            wire.extend(told)
        if wire.end < extent:
            self._unseen = True  # a thousand reports at once: what is known is told, and the rest at the next look

    async def stream(self, name: str, extent: int, mark: Mark, client: str) -> AsyncIterator[bytes]:
        """Every event after the mark, until the client goes. `extent` is how many reports the story has, or had."""
        wire = self._wires.get(name)
        if wire is None:
            wire = self._wires[name] = Wire(name, extent)
            self._unseen = True  # what was added since the extent was read
        wire.streams += 1
        self._clients[client] = self._clients.get(client, 0) + 1
        try:
            yield b"retry: 1000\n\n"
            async for told in self._after(wire, name, mark):
                yield told
        finally:
            wire.streams -= 1
            if wire.streams == 0:
                self._wires.pop(name, None)
            self._clients[client] -= 1
            if self._clients[client] == 0:
                del self._clients[client]

    async def _after(self, wire: Wire, name: str, mark: Mark) -> AsyncIterator[bytes]:
        while not self.stopping.is_set():
            news = wire.news
            if mark.place < ALL or mark.report < wire.start:
                told, mark = await to_thread.run_sync(self._catch_up, name, mark)
                yield told
            elif mark.report < wire.end:
                told = b"".join(wire.told[mark.report - wire.start :])
                mark = Mark(wire.end)
                yield told
            else:
                try:
                    async with asyncio.timeout(STILL_HERE):
                        await news.wait()
                except TimeoutError:
                    yield b": still here\nevent: here\ndata: {}\n\n"

    def _catch_up(self, name: str, mark: Mark) -> tuple[bytes, Mark]:
        copy = self._room.copy(name)
        told: list[bytes] = []
        late = time.monotonic() + SECONDS
        after = mark.report if mark.place == ALL else mark.report - 1
        for count, changes in copy.log.brought(copy.snapshot, after):
            told.append(events_of(count, changes, name, mark.place if count == mark.report else 0))
            if len(told) == TOGETHER or time.monotonic() > late:
                break
        return b"".join(told), Mark(after + len(told))
