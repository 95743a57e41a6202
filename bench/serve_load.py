"""Many open event streams while reports come in, and the server killed in the middle: what is lost, how long it takes.

    python bench/serve_load.py [--minutes 1] [--streams 500] [--a-minute 50] [--kills 3]

Starts `reportedly serve` on a port of this machine, opens the streams, and adds reports over HTTP, each acknowledged
before the next. Latency is from the moment that the request with the report was sent to the moment that a stream
received its event, so it includes reading the report and writing it to the ledger; of that, the part after the
acknowledgement is printed too. Killed means SIGKILL; the streams come back with Last-Event-ID. At the end every stream
must have had every change of the ledger exactly once, in order.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

TOKEN = "load"
STORY = "load"
WORDS = "killed wounded missing rescued evacuated".split()
AGAIN = 1.0
"""Seconds until a stream that broke is opened again: what the server tells browsers."""

NEAR = 30
"""Seconds after a kill."""


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

    def memory(self) -> float:
        """Megabytes in memory."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0


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
    text = f"Coastwire, {at:%H:%M}. {10 + place} people were {kind}, official number {place % 7} told Coastwire."
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


async def run(options: argparse.Namespace, ledger: Path) -> int:
    from reportedly.story import Story

    Story.open(STORY, ledger, create=True).close()
    server = Server(ledger, options.streams)
    stop = asyncio.Event()
    streams = [Seen() for _ in range(options.streams)]
    following = [asyncio.create_task(follow(server.port, seen, stop)) for seen in streams]
    await asyncio.sleep(3)
    total = round(options.minutes * options.a_minute)
    kills = {round(total * (k + 1) / (options.kills + 1)) for k in range(options.kills)}
    sent: dict[int, float] = {}
    acknowledged: dict[int, float] = {}
    memory = []
    killed: list[float] = []
    started = time.monotonic()
    for place in range(total):
        await asyncio.sleep(max(0.0, started + place * 60 / options.a_minute - time.monotonic()))
        if place in kills:
            killed.append(time.monotonic())
            await asyncio.to_thread(server.kill)
            await asyncio.to_thread(server.start)
        sent[place + 1] = time.monotonic()
        while not await post(server.port, report(place)):
            await asyncio.sleep(0.2)
        acknowledged[place + 1] = time.monotonic()
        memory.append(server.memory())
    for _ in range(150):
        if all(total in seen.when for seen in streams):
            break
        await asyncio.sleep(0.2)
    stop.set()
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)
    server.kill()
    with Story.open(STORY, ledger) as story:
        arrived = [f"{count}.{n}" for count, brought in story.snapshot().arrivals() for n in range(1, len(brought) + 1)]
        held = story.snapshot().extent
    wrong = sum(seen.marks != arrived for seen in streams)
    if wrong:
        other = next(seen.marks for seen in streams if seen.marks != arrived)
        print(f"such as: told {sorted(set(other) - set(arrived))}, not told {sorted(set(arrived) - set(other))}")
    # Near a kill a report waits for the server to start and for the streams to come back: told apart.
    near = {p for p, at in sent.items() if any(0 <= at - back < NEAR for back in killed)}
    for name, chosen in (("steady", set(sent) - near), ("near a kill", near)):
        whole = sorted(seen.when[p] - sent[p] for seen in streams for p in chosen if p in seen.when)
        after = sorted(max(0.0, seen.when[p] - acknowledged[p]) for seen in streams for p in chosen if p in seen.when)
        if whole:
            print(f"{name}: send to stream {told(whole)}; acknowledgement to stream {told(after)}")
    print(
        f"{options.streams} streams, {total} reports in {time.monotonic() - started:.0f} s, {options.kills} kills, "
        f"{sum(seen.breaks for seen in streams)} breaks; {held} of {total} reports held, {len(arrived)} changes"
    )
    print(f"streams that lost, repeated or reordered anything: {wrong}")
    print(
        f"server's memory, MB: {memory[0]:.0f} at the first report, {max(memory):.0f} at most, {memory[-1]:.0f} at last"
    )
    return 1 if wrong or held != total else 0


def told(seconds: list[float]) -> str:
    high = seconds[min(len(seconds) - 1, int(len(seconds) * 0.99))]
    return f"median {statistics.median(seconds) * 1000:.0f} ms, p99 {high * 1000:.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--streams", type=int, default=500)
    parser.add_argument("--a-minute", type=int, default=50)
    parser.add_argument("--kills", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(asyncio.run(run(options, Path(folder) / "load.db")))


if __name__ == "__main__":
    main()
