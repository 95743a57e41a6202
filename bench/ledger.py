"""An account from a ledger of 100,000 claims in one story and 1,000,000 in all.

usage: python bench/ledger.py [--stories 10] [--claims 100000] [--ledger FILE]

Prints what docs/measurements.md quotes: claims appended a second, the file's size, seconds and peak memory for the
account of one story, and how both grow from a tenth of it. Asserts the shape: ten times the claims cost at most fifteen
times the time.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from reportedly.claim import Claim, Reading, Source
from reportedly.figure import Figure, Group, Kind, Words
from reportedly.ledger.sqlite import open_sqlite
from reportedly.report import Report
from reportedly.story import Story

CLAIMS_A_REPORT = 10
START = datetime(2031, 3, 4, 6, 0, tzinfo=UTC)
SPEAKERS = ("police", "the governor", "a security source", "the health ministry", "rescuers", "the army", "witnesses")
KINDS = (Kind.KILLED, Kind.WOUNDED, Kind.MISSING, Kind.RESCUED, Kind.ARRESTED)
ROLES = ("people", "workers", "children", "police")


def readings(story: int, claims: int) -> Iterator[Reading]:
    """A toll that climbs, as seven speakers have it through twelve outlets, a report a minute."""
    for number in range(claims // CLAIMS_A_REPORT):
        sentences, made, at = [], [], 0
        name = f"s{story}-r{number}"
        for place in range(CLAIMS_A_REPORT):
            speaker = SPEAKERS[(number + place) % len(SPEAKERS)]
            toll = str(3 + (number * 7 + place) // 40)
            sentence = f"{toll} people had been counted in district {number % 97}, {speaker} said."
            sentences.append(sentence)
            start = at + sentence.index(speaker)
            made.append(
                Claim(
                    id=f"{name}-{place}",
                    report_id=name,
                    text=sentence,
                    spans=((at, at + len(sentence)),),
                    chain=(Source(speaker, (start, start + len(speaker)), role="official"),),
                    figures=(
                        Figure(
                            KINDS[place % len(KINDS)],
                            int(toll),
                            int(toll),
                            Words(toll, (at, at + len(toll))),
                            Group(ROLES[place % len(ROLES)]),
                        ),
                    ),
                )
            )
            at += len(sentence) + 1
        report = Report(
            id=name,
            text=" ".join(sentences),
            outlet=f"Outlet {number % 12}",
            published_at=START + timedelta(minutes=number),
        )
        yield Reading(report, tuple(made))


def fill(path: Path, stories: int, claims: int) -> float:
    ledger = open_sqlite(path)
    began = time.perf_counter()
    for story in range(stories):
        ledger.open_story(f"story-{story}")
        coming = readings(story, claims)
        while batch := list(islice(coming, 500)):
            ledger.append(f"story-{story}", batch)
        print(f"\r{story + 1} of {stories} stories filled", end="", file=sys.stderr)
    print(file=sys.stderr)
    ledger.close()
    return time.perf_counter() - began


def account_seconds(path: Path, story: str) -> tuple[float, int]:
    with Story.open(story, path) as opened:
        began = time.perf_counter()
        account = opened.account(as_of=START + timedelta(days=400))
        return time.perf_counter() - began, sum(len(line.claims) for line in account.lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--stories", type=int, default=10)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--ledger", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.ledger if chosen.ledger is not None else Path(folder) / "bench.db"
        if not path.exists():
            spent = fill(path, chosen.stories, chosen.claims)
            print(f"appended {chosen.stories * chosen.claims} claims in {spent:.0f} s")
            small = open_sqlite(path)
            small.open_story("small")
            small.append("small", list(readings(99, chosen.claims // 10)))
            small.close()
        print(f"the file is {path.stat().st_size / 1e6:.0f} MB")
        tenth, told = account_seconds(path, "small")
        print(f"account of {told} figures: {tenth:.2f} s")
        whole, told = account_seconds(path, "story-0")
        print(f"account of {told} figures: {whole:.2f} s, {whole / tenth:.1f} times that")
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        assert whole < 15 * tenth, "the account's time grows faster than the ledger"


if __name__ == "__main__":
    main()
