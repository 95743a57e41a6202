"""The live page in Chromium on a story of 2,000 claims: how long it takes to load, and of what that is made.

    REPORTEDLY_MODEL=none python bench/live_page.py [--claims 2000] [--loads 8] [--against SRC] [--keep LEDGER]

Makes a story of an earthquake that never was, serves it, and loads its page with an empty cache, again and again.
`--against` serves the same ledger with another source tree too and loads the two in turn, so that what else the machine
does meets both alike. Milliseconds are the browser's own, from the start of the navigation; "useful" is when the first
figures are painted (first contentful paint), "loaded" is the load event. "work" is the processor time of the page's own
thread, which other work on the machine does not stretch as it does the clock.
"""

import argparse
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from reportedly.report import Report
from reportedly.story import Story

STORY = "quake"
START = datetime(2021, 3, 4, 4, 10, tzinfo=UTC)
PLACES = "Izmir Manisa Aydin Soma Turgutlu Akhisar Salihli Torbali Menemen Bergama Tire Mytilene Chios Athens".split()
OUTLETS = [
    f"{town} {name}" for town in ("Coast", "Harbour", "Valley", "Capital") for name in "Wire Post Radio Herald".split()
]
SPEAKERS = ["the governor", "the health ministry", "a hospital doctor", "the disaster agency", "police", "the mayor",
            "a rescue worker", "the Red Crescent", "an army spokesman", "the interior ministry"]  # fmt: skip
CLIMB = {"killed": 900, "wounded": 4_000, "missing": 600, "rescued": 350, "evacuated": 9_000, "arrested": 40}


def reports(claims: int) -> Iterator[Report]:
    """Two or three sayings each; tolls climb, speakers differ, one page in twelve is edited later."""
    chance = random.Random(5)
    told = place = 0
    while told < claims:
        share = told / claims
        at = START + timedelta(minutes=place * 3.5)
        said = []
        for kind in chance.sample(list(CLIMB), 3 if place % 3 == 0 else 2):
            figure = max(1, round(CLIMB[kind] * share**1.3 * chance.uniform(0.8, 1.05)))
            least = chance.choice(["", "", "At least ", "About ", "More than "])
            where = chance.choices(PLACES, range(len(PLACES), 0, -1))[0]
            said.append(f"{least}{figure:,} people were {kind} in {where}, {chance.choice(SPEAKERS)} said.")
        told += len(said)
        outlet = chance.choice(OUTLETS)
        body = f"{PLACES[0].upper()} ({outlet}) - " + "\n".join(said)
        url = f"https://{outlet.split()[0].lower()}.example/{place}"
        yield Report(id=f"r{place}", text=body, outlet=outlet, url=url, title=f"Quake: {said[0]}", published_at=at)
        if place % 12 == 0:
            later = at + timedelta(minutes=20)
            edited = body.replace(" people were", " people have been", 1)
            yield Report(id=f"r{place}", text=edited, outlet=outlet, url=url, title="Quake", published_at=later)
        place += 1


class Served:
    def __init__(self, ledger: Path, source: Path | None) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-c", "from reportedly.show.cli import main; main()", "serve"]
        known = dict(os.environ)
        if source is not None:
            known["PYTHONPATH"] = str(source)
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), "--ledger", str(ledger)], stdout=subprocess.PIPE, text=True, env=known
        )
        assert self.process.stdout is not None
        self.process.stdout.readline()
        self.address = f"http://127.0.0.1:{self.port}/stories/{STORY}"


TIMES = """() => {
  const [page] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const parts = performance.getEntriesByType('resource').filter((one) => !one.name.includes('/events'));
  return { answered: page.responseStart, useful: paint ? paint.startTime : NaN, loaded: page.loadEventEnd,
    nodes: document.querySelectorAll('*').length, sent: page.transferSize, page: page.decodedBodySize,
    rest: parts.reduce((sum, one) => sum + one.transferSize, 0), asked: parts.length + 1 };
}"""


def loaded(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    counted = context.new_cdp_session(page)
    counted.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(50)
    page.locator(".l-live").wait_for(timeout=30_000)
    found: dict[str, float] = page.evaluate(TIMES)
    for each in counted.send("Performance.getMetrics")["metrics"]:
        if each["name"] in ("TaskDuration", "LayoutDuration", "RecalcStyleDuration", "ScriptDuration"):
            found[each["name"]] = each["value"] * 1000
    context.close()
    return found


def told(name: str, loads: list[dict[str, float]]) -> None:
    def over(key: str) -> str:
        times = sorted(one[key] for one in loads)
        return f"{statistics.median(times):.0f} ms ({times[0]:.0f} to {times[-1]:.0f})"

    print(
        f"{'':{len(name)}}  work {over('TaskDuration')}: layout {over('LayoutDuration')}, "
        f"style {over('RecalcStyleDuration')}, scripts {over('ScriptDuration')}"
    )
    last = loads[-1]
    print(f"{name}: answered {over('answered')}, useful {over('useful')}, loaded {over('loaded')}")
    print(
        f"{'':{len(name)}}  page of {last['page'] / 1024:.0f} KB, sent as {last['sent'] / 1024:.0f} KB; the rest "
        f"{last['rest'] / 1024:.0f} KB; {last['asked']:.0f} requests; {last['nodes']:.0f} elements"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--loads", type=int, default=8)
    parser.add_argument("--against", type=Path, help="another source tree (its src folder)")
    parser.add_argument("--keep", type=Path, help="the ledger: made there, or taken from there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = options.keep or Path(folder) / "load.db"
        if not ledger.exists():
            with Story.open(STORY, ledger, create=True) as story:
                story.add(reports(options.claims))
        with Story.open(STORY, ledger) as story:
            print(f"{sum(1 for _ in story.reports())} reports, {sum(1 for _ in story.claims())} claims, "
                  f"{len(story.changes())} changes")  # fmt: skip
        trees = {"this": None} if options.against is None else {"other": options.against, "this": None}
        servers = {name: Served(ledger, tree) for name, tree in trees.items()}
        try:
            with sync_playwright() as playwright:
                chromium = shutil.which("chromium") or shutil.which("google-chrome")
                browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
                for name, server in servers.items():
                    began = time.monotonic()
                    loaded(browser, server.address)
                    print(f"{name}: the first page of all, story loaded and derived: {time.monotonic() - began:.1f} s")
                loads: dict[str, list[dict[str, float]]] = {name: [] for name in servers}
                for _ in range(options.loads):
                    for name, server in servers.items():
                        loads[name].append(loaded(browser, server.address))
                browser.close()
            for name, times in loads.items():
                told(name, times)
        finally:
            for server in servers.values():
                server.process.kill()
                server.process.wait()


if __name__ == "__main__":
    main()
