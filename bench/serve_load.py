"""Many open event streams and a browser while reports come in, and the server killed in the middle: what is lost, what
comes twice, how long it takes.

    python bench/serve_load.py [--minutes 5] [--streams 500] [--a-minute 50] [--kills 20] [--browser]

Starts `reportedly serve` on a port of this machine, opens the streams, and adds reports over HTTP, each acknowledged
before the next. Kills (SIGKILL) fall in the middle, whatever the server is doing; the streams come back with
Last-Event-ID, and a report that was not acknowledged is sent again. Latency is from the moment that the request with
the report was first sent to the moment that a stream received its event, so it includes reading the report and writing
it to the ledger; of that, the part after the acknowledgement is printed too. With --browser a Chromium has the live
page open among the streams, and is measured to the moment that the report's words stand on the page; it is never
reloaded.
At the end every stream must have had every change of the ledger exactly once, in order.
"""

import argparse
import asyncio
import json
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

TOKEN = "load"
FIRST = 1010
"""The first report's toll; each further one is one more, so that it is known by its figure."""
STORY = "load"
WORDS = "killed wounded missing rescued evacuated".split()
AGAIN = 1.0
"""Seconds until a stream that broke is opened again: what the server tells browsers."""

NEAR = 10
"""Seconds after a kill that are counted apart: what is sent then waits for a server and for the streams."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WATCH = """
window.seenAt = {};
const look = () => {
  for (const [, number] of document.body.textContent.matchAll(/([0-9]+) people were/g)) {
    window.seenAt[number] ??= Date.now();
  }
};
addEventListener("DOMContentLoaded", () => {
  look();
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
});
"""


@dataclass
class Seen:
    marks: list[str] = field(default_factory=list)
    when: dict[int, float] = field(default_factory=dict)
    """When the event that closes each report came."""
    breaks: int = 0


class Server:
    def __init__(self, ledger: Path, streams: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._command = [sys.executable, "-c", "from reportedly.show.cli import main; main()", "serve"]
        self._command += ["--port", str(self.port), "--ledger", str(ledger), "--streams", str(streams * 2 + 10)]
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, text=True, env={**os.environ, "REPORTEDLY_TOKEN": TOKEN}
        )
        assert self.process.stdout is not None
        self.process.stdout.readline()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def memory(self) -> float | None:
        """Megabytes in memory; None where it is not running just now."""
        with suppress(OSError):
            for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
                if line.startswith("VmRSS"):
                    return int(line.split()[1]) / 1024
        return None


async def follow(port: int, seen: Seen, stop: asyncio.Event) -> None:
    """A browser's event stream, without the browser: reads events, and comes back after the last one seen."""
    last = "0"
    while not stop.is_set():
        writer = None
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            ask = f"GET /api/stories/{STORY}/events HTTP/1.1\r\nHost: 127.0.0.1\r\nLast-Event-ID: {last}\r\n\r\n"
            writer.write(ask.encode())
            if b" 200 " not in await reader.readline():
                raise ConnectionError
            name = mark = ""
            while True:
                line = await reader.readline()
                if not line:
                    raise ConnectionError
                if line.startswith(b"event: "):
                    name = line[7:].strip().decode()
                elif line.startswith(b"id: "):
                    mark = line[4:].strip().decode()
                elif line == b"\n" and mark:  # an event ends; chunk sizes between lines say nothing
                    last = mark
                    if name == "change":
                        seen.marks.append(mark)
                    elif name == "recorded":
                        seen.when[int(mark)] = time.monotonic()
                    mark = ""
        except (OSError, ConnectionError, asyncio.IncompleteReadError):
            seen.breaks += 1
            await asyncio.sleep(AGAIN * random.uniform(0.5, 1.5))
        finally:
            if writer is not None:
                writer.close()


def report(place: int) -> bytes:
    at = datetime(2021, 3, 4, 6, tzinfo=UTC) + timedelta(minutes=place)
    kind = WORDS[place % len(WORDS)]
    text = f"Coastwire, {at:%H:%M}. {FIRST + place} people were {kind}, official number {place % 7} told Coastwire."
    body = {"id": f"r{place}", "text": text, "outlet": f"Paper {place % 9}", "published_at": at.isoformat()}
    return json.dumps(body).encode()


async def post(port: int, body: bytes) -> bool:
    """Whether it was acknowledged."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = (
            f"POST /api/stories/{STORY}/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = await asyncio.wait_for(reader.readline(), 30)
        writer.close()
    except (OSError, TimeoutError):
        return False
    return b" 201 " in answer or b" 200 " in answer


class Wall:
    """A screen with the live page on it; nothing where no browser was asked for."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted
        self._playwright: Any = None
        self._page: Any = None

    async def open(self, port: int) -> None:
        if not self._wanted:
            return
        from playwright.async_api import async_playwright

        self._playwright = await async_playwright().start()
        path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        browser = await self._playwright.chromium.launch(executable_path=path, args=FLAGS)
        self._page = await browser.new_page()
        await self._page.add_init_script(WATCH)
        await self._page.goto(f"http://127.0.0.1:{port}/stories/{STORY}", timeout=60_000)

    async def seen(self) -> dict[int, float]:
        """When each report stood on the page, in seconds since 1970."""
        if self._page is None:
            return {}
        found: dict[str, float] = await self._page.evaluate("window.seenAt")
        return {int(number) - FIRST: at / 1000 for number, at in found.items()}

    async def close(self) -> None:
        if self._playwright is not None:
            await self._page.context.browser.close()
            await self._playwright.stop()


@dataclass
class Sent:
    """What became of each report, by its place from 1. Seconds of the clock that never runs back."""

    first: dict[int, float] = field(default_factory=dict)
    acknowledged: dict[int, float] = field(default_factory=dict)


async def send(server: Server, options: argparse.Namespace, sent: Sent, memory: list[tuple[float, float]]) -> None:
    started = time.monotonic()
    for place in range(round(options.minutes * options.a_minute)):
        await asyncio.sleep(max(0.0, started + place * 60 / options.a_minute - time.monotonic()))
        sent.first[place + 1] = time.monotonic()
        while not await post(server.port, report(place)):
            await asyncio.sleep(0.2)
        sent.acknowledged[place + 1] = time.monotonic()
        held = server.memory()
        if held is not None:
            memory.append((time.monotonic() - started, held))


async def kill(server: Server, options: argparse.Namespace, killed: list[float]) -> None:
    """From a fifth of the time on, each a few seconds after the server is up again, whatever it is doing then: a server
    that is killed before it answers anybody shows only how long it takes to start."""
    up = options.minutes * 60 / 2 / max(1, options.kills)
    await asyncio.sleep(options.minutes * 60 / 5)
    for _ in range(options.kills):
        await asyncio.sleep(up * random.uniform(0.2, 1.8))
        killed.append(time.monotonic())
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)


async def run(options: argparse.Namespace, ledger: Path) -> int:
    from reportedly.story import Story

    Story.open(STORY, ledger, create=True).close()
    server = Server(ledger, options.streams)
    stop = asyncio.Event()
    streams = [Seen() for _ in range(options.streams)]
    following = [asyncio.create_task(follow(server.port, seen, stop)) for seen in streams]
    wall = Wall(options.browser)
    await wall.open(server.port)
    await asyncio.sleep(3)
    total = round(options.minutes * options.a_minute)
    sent = Sent()
    memory: list[tuple[float, float]] = []
    killed: list[float] = []
    started = time.monotonic()
    since_1970 = time.time() - started
    await asyncio.gather(send(server, options, sent, memory), kill(server, options, killed))
    for _ in range(150):
        if all(total in seen.when for seen in streams) and (not options.browser or total - 1 in await wall.seen()):
            break
        await asyncio.sleep(0.2)
    took = time.monotonic() - started
    stop.set()
    on_the_wall = {place + 1: at - since_1970 for place, at in (await wall.seen()).items()}
    await wall.close()
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)
    server.kill()
    with Story.open(STORY, ledger) as story:
        arrived = [f"{count}.{n}" for count, brought in story.snapshot().arrivals() for n in range(1, len(brought) + 1)]
        held = story.snapshot().extent
    near = {p for p, at in sent.first.items() if any(-1 <= at - back < NEAR for back in killed)}
    for name, chosen in (("all", set(sent.first)), ("steady", set(sent.first) - near), ("near a kill", near)):
        print_latency(f"{name}, to a stream", sent, chosen, lambda p: [s.when[p] for s in streams if p in s.when])
        if options.browser:
            print_latency(f"{name}, to the page", sent, chosen, lambda p: [on_the_wall[p]] if p in on_the_wall else [])
    lost = sum(len(set(arrived) - set(seen.marks)) for seen in streams)
    doubled = sum(len(seen.marks) - len(set(seen.marks)) for seen in streams)
    wrong = sum(seen.marks != arrived for seen in streams)
    print(
        f"{options.streams} streams, {total} reports in {took:.0f} s, {len(killed)} kills, "
        f"{sum(seen.breaks for seen in streams)} breaks; {held} of {total} reports held, {len(arrived)} changes"
    )
    print(f"over all streams: {lost} changes lost, {doubled} doubled; {wrong} streams with anything wrong, order too")
    if options.browser:
        print(f"on the page: {len(set(sent.first) & set(on_the_wall))} of {total} reports")
    calm = [size for at, size in memory if not killed or at < killed[0] - started]
    after = [size for at, size in memory if killed and at > killed[-1] - started]
    for name, sizes in (("before the first kill", calm), ("after the last", after)):
        if sizes:
            first, most, last = sizes[0], max(sizes), sizes[-1]
            print(f"server's memory {name}, MB: {first:.0f} at first, {most:.0f} at most, {last:.0f} at last")
    return 1 if wrong or held != total else 0


def print_latency(name: str, sent: Sent, chosen: Iterable[int], came: Callable[[int], list[float]]) -> None:
    chosen = list(chosen)
    whole = sorted(at - sent.first[p] for p in chosen for at in came(p))
    after = sorted(max(0.0, at - sent.acknowledged[p]) for p in chosen for at in came(p))
    if whole:
        print(f"{name}: {len(chosen)} reports; from sending {told(whole)}; from the acknowledgement {told(after)}")


def told(seconds: list[float]) -> str:
    high = seconds[min(len(seconds) - 1, int(len(seconds) * 0.99))]
    return f"median {statistics.median(seconds) * 1000:.0f} ms, p99 {high * 1000:.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--streams", type=int, default=500)
    parser.add_argument("--a-minute", type=int, default=50)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--browser", action="store_true", help="Chromium with the live page too.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(asyncio.run(run(options, Path(folder) / "load.db")))


if __name__ == "__main__":
    main()
