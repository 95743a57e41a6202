"""Fuzz of the ingest: no input, however broken, may crash it or hang it. What did is kept as a seed, and every seed is
run again in the tests.

python bench/fuzz_ingest.py [SECONDS] [--seed N] [--atheris]

Without --atheris it breaks and mixes the seeds and the hand-written layouts by chance, from a number that it prints;
with it, coverage guides the breaking (pip install atheris, which is no part of the project's own packages) and the
seconds are the processor's: at low priority beside other work, the clock says little about how much was tried.
"""

import argparse
import hashlib
import importlib
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from io import BufferedReader, BytesIO
from pathlib import Path
from types import FrameType

from reportedly.ingest import Defaults
from reportedly.ingest.archive import from_archive
from reportedly.ingest.clock import clock_of
from reportedly.ingest.feed import feed_of
from reportedly.ingest.held import Held
from reportedly.ingest.json_lines import from_json_lines
from reportedly.ingest.page import Page, from_page
from reportedly.ingest.place import _from_stream
from reportedly.ingest.withdrawals import Withdrawals, gone
from reportedly.report import Problem, Report

HERE = Path(__file__).parent
SEEDS = HERE / "fuzz_seeds"
BLOGS = HERE.parent / "tests" / "blogs"
SLOW = 10
"""Seconds that one input may take: of the clock, or of the processor's time where coverage guides. There the clock is
given six times that, for the run stands behind all else that the machine does."""
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
URL = "https://harbourpost.example/live"
SENT = Defaults(published_at=NOON)

FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><item><title>12 die</title>'
    b"<link>https://harbourpost.example/1</link><description>&lt;p&gt;At least 12 died.&lt;/p&gt;</description>"
    b"<pubDate>Tue, 04 Mar 2031 06:15:00 GMT</pubDate></item></channel></rss>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><title>12 die</title>'
    b'<link href="https://harbourpost.example/1"/><updated>2031-03-04T06:15:00Z</updated>'
    b"<content type='html'>At least 12 died.</content></entry></feed>"
)
LINE = (
    b'{"text": "At least 12 died.", "published_at": "2031-03-04T06:15:00Z", "url": "https://harbourpost.example/1"}\n'
)
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbourpost.example/1\r\n"
    b"WARC-Date: 2031-03-04T07:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 86\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>At least 12 died.</p></body></html>\r\n\r\n"
)
PIECES = [
    b"<time>", b"</time>", b'<time datetime="', b"<div id=p1 class=block>", b"</div>", b"<p>", b"12:15",
    b"3:40 p.m. ET",
    b"<script type='application/ld+json'>", b"</script>", b'{"@type":"LiveBlogPosting","liveBlogUpdate":[', b"]}",
    b"&#0;",
    b"&amp;#55555;", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"<![CDATA[", b"]]>", b"<!ENTITY a 'b'>", b"<!DOCTYPE",
    b"<?xml",
    b'itemprop="liveBlogUpdate" itemscope', b'itemtype="https://schema.org/LiveBlogPosting"', b"<dl><dt>", b"<li>",
    b"9" * 400, b"This story has been withdrawn.", b"CORRECTED-", b"EDS: ", b"\xe2\x80", b"\x93",
    b"-0001-12-31T23:59", b"9999-12-31T23:59:59-12:00", b"0001-01-01T00:00+14:00", b"<a name=", b'href="//["',
    b"\r\n\r\n",
    b"Thursday 31 February", b"24:59 GMT", b"UPDATE ", b"KILL: ", b"<b" * 300, b"<table>", b'"@id":', b"[" * 300, b"{}",
]  # fmt: skip


def check(content: bytes) -> None:
    """Everything that ingest makes of bytes, with what must hold of it."""
    found = list(_from_stream(BufferedReader(BytesIO(content)), "fuzz", "fuzz", SENT))
    found += from_page(Page(content, "fuzz", URL, None, NOON), SENT)
    found += from_page(Page(content, "fuzz", None, "utf-16", None), Defaults())
    found += from_json_lines(BytesIO(content), "fuzz", SENT)
    found += from_archive(BytesIO(content), "fuzz", SENT)
    feed = feed_of(content, "fuzz", None, SENT)
    # An entry without words only lists its page: `follow` takes nothing in of it.
    found += [listed.report for listed in feed.listed if listed.report.text]
    reports = [one for one in found if isinstance(one, Report)]
    for one in found:
        if isinstance(one, Problem):
            assert "\n" not in one.message, one.message
            continue
        assert one.id
        assert one.text.strip()
        assert one.published_at is None or one.published_at.astimezone(UTC)
        assert one.url is None or len(one.url) <= 2000 or content.lstrip().startswith(b"{")
        for words in (one.text, one.title, one.byline, one.outlet, one.url):
            assert words is None or words.encode("utf-8") is not None  # half characters can be stored nowhere
    held = Held()
    for _ in range(2):
        list(held.as_seen(reports, URL, NOON))
    withdrawals = Withdrawals(lambda: Held.of(reports, [(URL, report.id) for report in reports]), lambda: NOON)
    settled = withdrawals.settled([*reports, gone(URL)], [Problem("gone", gone(URL).id)])
    assert all(report.text or report.revises is not None for report in settled.reports)
    assert {report.id for report in reports} <= {report.id for report in settled.reports}
    for line in content.decode("utf-8", "replace").split("\n", 20)[:20]:
        clock_of(line)


def corpus() -> list[bytes]:
    files = [*sorted(BLOGS.glob("*.html")), *sorted(BLOGS.glob("*.txt")), *sorted(SEEDS.glob("*.bin"))]
    return [FEED, ATOM, LINE, WARC, *(path.read_bytes() for path in files)]


def broken(whole: list[bytes], chance: random.Random) -> bytes:
    content = bytearray(chance.choice(whole))
    for _ in range(chance.choice((1, 2, 4, 16, 64))):
        at = chance.randrange(len(content) + 1)
        what = chance.randrange(7)
        if what == 0:
            content[at : at + chance.choice((1, 3, 50, 1000))] = b""
        elif what == 1:
            content[at:at] = chance.choice(PIECES)
        elif what == 2 and content:
            content[at % len(content)] = chance.randrange(256)
        elif what == 3:
            other = chance.choice(whole)
            start = chance.randrange(len(other) + 1)
            content[at:at] = other[start : start + chance.choice((10, 200, 2000))]
        elif what == 4:
            content[at:at] = bytes(content[at : at + chance.choice((5, 40, 400))]) * chance.choice((2, 10))
        elif what == 5:
            content[at:at] = chance.choice(PIECES) * chance.choice((2, 20))
        elif chance.random() < 0.1:
            content = content[:at]
    return bytes(content[:300_000])


def run(seconds: float, number: int, kept: Callable[[bytes, str], None]) -> tuple[int, float, int]:
    """How many inputs were tried, the slowest one's seconds, and how many failed."""
    chance = random.Random(number)
    whole = corpus()
    until = time.monotonic() + seconds
    tried, slowest, failed = 0, 0.0, 0
    while time.monotonic() < until:
        content = broken(whole, chance)
        began = time.monotonic()
        try:
            signal.alarm(SLOW)
            check(content)
        except Exception:
            failed += 1
            kept(content, traceback.format_exc())
        finally:
            signal.alarm(0)
        tried += 1
        slowest = max(slowest, time.monotonic() - began)
    return tried, slowest, failed


def keep(content: bytes, why: str) -> None:
    SEEDS.mkdir(exist_ok=True)
    path = SEEDS / f"{hashlib.sha256(content).hexdigest()[:16]}.bin"
    path.write_bytes(content)
    print(f"{path.name}: {why.strip().splitlines()[-1]}\n{why}", flush=True)


def _too_slow(_: int, __: FrameType | None) -> None:
    raise TimeoutError(f"over {SLOW} seconds")


def guided(seconds: float) -> None:
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    # Only our own code guides: instrumenting every library takes minutes. It must be imported anew for that.
    for name in [name for name in sys.modules if name.partition(".")[0] == "reportedly"]:
        del sys.modules[name]
    with atheris.instrument_imports(include=["reportedly"]):
        checked = importlib.import_module("fuzz_ingest")

    start = time.process_time()
    tried, slowest = 0, 0.0

    def one(content: bytes) -> None:
        nonlocal tried, slowest
        began = time.process_time()
        try:
            checked.check(content)
        except Exception:
            keep(content, traceback.format_exc())
            raise
        now = time.process_time()
        tried, slowest = tried + 1, max(slowest, now - began)
        if now - began > SLOW:
            keep(content, f"over {SLOW} seconds of the processor's time")
        if now - start > seconds:
            print(f"{tried} inputs in {now - start:.0f} s of the processor's time, slowest {slowest:.2f} s", flush=True)
            os._exit(0)  # libFuzzer can be told to stop by the clock only

    folder = Path(tempfile.mkdtemp(prefix="fuzz_ingest."))
    for content in corpus():
        (folder / hashlib.sha256(content).hexdigest()[:16]).write_bytes(content)
    atheris.Setup(
        [sys.argv[0], f"-timeout={SLOW * 6}", "-max_len=20000", f"-artifact_prefix={folder}/", str(folder)], one
    )
    atheris.Fuzz()


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("seconds", nargs="?", type=float, default=60.0)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    asked.add_argument("--atheris", action="store_true")
    given = asked.parse_args()
    if given.atheris:
        guided(given.seconds)
    else:
        signal.signal(signal.SIGALRM, _too_slow)
        count, worst, failures = run(given.seconds, given.seed, keep)
        print(f"seed {given.seed}: {count} inputs, slowest {worst:.2f} s, {failures} failed")
        sys.exit(1 if failures else 0)
