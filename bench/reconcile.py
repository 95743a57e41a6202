"""How long an account takes, in time of one core, from the tellings in memory, and how that grows.

usage: python bench/reconcile.py [MANY ...] [--plot FILE.svg]

Prints, for each number of tellings, milliseconds for an account from scratch, for one telling appended (the median of
those that come in the order of publication, and the worst of all), and for the changes; and beside each what share it
is of a million additions timed just before it on the same core, which is what to compare on a loaded machine.

The tellings are made up: a toll that climbs for three days, told by 300 outlets that copy five agencies, three
sentences in ten word for word, with bodies in one hospital, old copy late, figures from nowhere and, one report in
fifty, a silent edit.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import vl_convert

from reportedly.claim import Polarity
from reportedly.evidence import Edition, Evidence
from reportedly.figure import Kind, Scope
from reportedly.reconcile import account, changes
from reportedly.reconcile.account import account_of
from reportedly.reconcile.incremental import accounting, appended
from reportedly.telling import Telling

MORE = 41
START = datetime(2031, 3, 4, 6, 0, tzinfo=UTC)
KINDS = (Kind.KILLED, Kind.KILLED, Kind.KILLED, Kind.WOUNDED, Kind.MISSING, Kind.RESCUED)
ROLES = ("people", "people", "people", "workers", "children")
WORDS = """when the dam above upper town gave way after three days of rain and water swept through streets where
many families were still asleep in houses built along river banks without warning from engineers""".split()
SOURCES = (None, None, None, "police", "a rescue official", "the governor", "Ada Korvel", "residents")


def made_up(many: int, seed: int = 7) -> Evidence:
    """Evidence of so many tellings."""
    chance = random.Random(seed)
    rows: list[Telling] = []
    editions: list[Edition] = []
    for sequence in range(many):
        at = START + timedelta(seconds=259_200 * sequence / many)
        toll = 3 + 70 * sequence // many
        drawn = chance.random()
        number = toll if drawn < 0.6 else chance.randint(1, toll) if drawn < 0.98 else 1000
        source = chance.choice(SOURCES)
        report_id = f"r{sequence // 2}"
        rows.append(
            Telling(
                sequence=sequence,
                report_id=report_id,
                claim_id=f"{report_id}#{sequence % 2}",
                figure=0,
                published_at=at,
                recorded_at=at,
                outlet=f"outlet {chance.randint(1, 300)}",
                agency=chance.choice((None, "AP", "Reuters", "AFP", "dpa", "EFE")),
                source=source,
                source_named=source == "Ada Korvel",
                source_role=None,
                via=None,
                polarity=Polarity.DENIED if chance.random() < 0.005 else Polarity.ASSERTED,
                hedged=chance.random() < 0.1,
                confidence=0.9,
                text=f"At least {number} people died {' '.join(chance.choices(WORDS, k=18))}, {source} said."
                if drawn > 0.3 or not rows
                else chance.choice(rows[-20:]).text,
                phrase=str(number),
                kind=chance.choice(KINDS),
                role=chance.choice(ROLES),
                nationality=(),
                low=number,
                high=None if chance.random() < 0.3 else number,
                approx=False,
                scope=Scope.EVENT,
                part=chance.random() < 0.05,
            )
        )
        if sequence % 2 == 0:
            revises = f"r{chance.randint(0, sequence // 2 - 1)}" if sequence > 2 and chance.random() < 0.02 else None
            editions.append(Edition(report_id, at, at, revises))
    chance.shuffle(rows)
    return Evidence(tuple(rows), (), tuple(editions))


class Timed(NamedTuple):
    tellings: int
    scratch: float
    one_more: float
    worst: float
    changes: float
    loop: float
    """Seconds of a million additions, here and then."""


def loop() -> float:
    start = time.process_time()
    for number in range(1_000_000):
        number += 1
    return time.process_time() - start


def seconds(work: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def timed(many: int) -> Timed:
    until = START + timedelta(days=4)
    evidence = made_up(many + MORE)
    rows = sorted(evidence.tellings, key=lambda telling: telling.sequence)
    first = Evidence(tuple(rows[:many]), (), evidence.editions)
    pace = min(loop() for _ in range(3))
    scratch = seconds(lambda: account(first, "dam", until), 3)
    told = seconds(lambda: changes(first), 1)
    so_far = accounting(first)
    account_of(so_far, "dam", until)
    taken = []
    for row in rows[many:]:
        start = time.process_time()
        so_far = appended(so_far, Evidence((row,)))
        account_of(so_far, "dam", until)
        taken.append(time.process_time() - start)
    taken.sort()
    return Timed(many, scratch, taken[len(taken) // 2], taken[-1], told, min(pace, *(loop() for _ in range(3))))


def plot(found: Sequence[Timed], path: Path) -> None:
    rows = [
        {"tellings": each.tellings, "work": work, "loops": spent / each.loop}
        for each in found
        for work, spent in (("from scratch", each.scratch), ("one more", each.one_more))
    ]
    axis = {"type": "quantitative", "scale": {"type": "log"}}
    chart = {
        "data": {"values": rows},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "tellings", "title": "tellings in the story", **axis},
            "y": {"field": "loops", "title": "time, as millions of additions", **axis},
            "color": {"field": "work", "type": "nominal", "title": "an account"},
        },
        "width": 480,
        "height": 300,
    }
    path.write_text(vl_convert.vegalite_to_svg(chart), encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("many", type=int, nargs="*", default=[1_000, 3_000, 10_000, 30_000, 100_000])
    options.add_argument("--plot", type=Path)
    chosen = options.parse_args()
    found = []
    print(f"{'tellings':>9} {'a million additions':>20} {'scratch':>18} {'one more':>18} {'worst':>18} {'changes':>18}")
    for many in chosen.many:
        one = timed(many)
        found.append(one)
        shown = "".join(
            f" {spent * 1000:9.1f} ms{spent / one.loop:6.2f}"
            for spent in (one.scratch, one.one_more, one.worst, one.changes)
        )
        print(f"{many:>9,} {one.loop * 1000:17.1f} ms{shown}", flush=True)
    if chosen.plot is not None:
        plot(found, chosen.plot)


if __name__ == "__main__":
    main()
