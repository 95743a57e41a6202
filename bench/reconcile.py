"""How long an account takes, in time of one core, from the tellings in memory: python bench/reconcile.py [MANY ...].

The tellings are made up: a toll that climbs for three days, told by 300 outlets that copy five agencies, with bodies in
one hospital, old copy late, figures from nowhere and, one report in fifty, a silent edit.
"""

import random
import sys
import time
from datetime import UTC, datetime, timedelta

from reportedly.claim import Polarity
from reportedly.evidence import Edition, Evidence
from reportedly.figure import Kind, Scope
from reportedly.reconcile import account, changes
from reportedly.telling import Telling

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


def main() -> None:
    start = time.process_time()
    for number in range(1_000_000):
        number += 1
    print(f"a million additions here and now: {(time.process_time() - start) * 1000:.0f} ms")
    until = START + timedelta(days=4)
    for many in [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        evidence = made_up(many)
        taken = []
        for _ in range(3):
            start = time.process_time()
            account(evidence, "dam", until)
            taken.append(time.process_time() - start)
        start = time.process_time()
        steps = changes(evidence)
        print(
            f"{many:>9,} tellings: account {min(taken) * 1000:8.1f} ms, "
            f"changes {(time.process_time() - start) * 1000:8.1f} ms ({len(steps)} steps)"
        )


if __name__ == "__main__":
    main()
