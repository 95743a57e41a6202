"""Counts right and wrong tolls of a replay against what a reader found defensible at the time.

usage: python bench/judged.py SHARED LEDGER

LEDGER is one that bench/replay.py has filled. judged_tolls.json holds, for each topic, from which checkpoint on which
numbers of dead and of wounded a careful editor could have printed, on all that had been published by then: found by
reading the sentences and the nuggets, with what is known of the sources at that time. An open figure ("more than
200") is judged by its one number. A line that does not exist is missing where the reader expects a number other than 0.
"""

import json
import re
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reportedly.account import Line, LineGroup
from reportedly.figure import Group, Kind
from reportedly.story import Story

EVERY = timedelta(hours=6)
EVERYBODY = LineGroup(Group().role)


def expected(spans: list[tuple[str, int, int]], year: int, at: datetime) -> tuple[int, int] | None:
    found = None
    for since, low, high in spans:
        if datetime.fromisoformat(f"{year}-{since}:00+00:00") <= at:
            found = low, high
    return found


def one_number(line: Line | None) -> int | None:
    """The number that an editor would print: the best figure's own, 75 for "more than 75"."""
    if line is None or line.best is None:
        return None
    bounds = (line.best.low, line.best.high)
    bound = bounds[0] if bounds[0] is not None else bounds[1]
    if None not in bounds:
        return bound
    above = {re.sub(r"\D", "", claim.phrase) for claim in line.claims if (claim.low, claim.high) == bounds}
    return bound - 1 if bound and str(bound - 1) in above else bound


def main() -> None:
    shared, ledger = Path(sys.argv[1]), Path(sys.argv[2])
    topics = json.loads((shared / "data" / "stream" / "topics.json").read_text(encoding="utf-8"))
    judged = json.loads((Path(__file__).parent / "judged_tolls.json").read_text(encoding="utf-8"))
    total = {"right": 0, "wrong": 0, "missing": 0}
    by_checkpoint: dict[int, Counter[str]] = {}
    print("| topic | line | checkpoints | right | wrong | missing | wrong at (checkpoint: printed, defensible) |")
    print("|---|---|---|---|---|---|---|")
    for topic, spans in judged.items():
        at = datetime.fromtimestamp(topics[topic]["start"], UTC)
        at = at.replace(hour=at.hour // 6 * 6, minute=0, second=0) + EVERY
        end = datetime.fromtimestamp(topics[topic]["end"], UTC)
        with Story.open(topic.casefold().replace(".", "-"), ledger) as story:
            snapshot = story.snapshot()
        tally = {kind: {"right": 0, "wrong": 0, "missing": 0} for kind in (Kind.KILLED, Kind.WOUNDED)}
        faults: dict[Kind, list[tuple[str, str]]] = {Kind.KILLED: [], Kind.WOUNDED: []}
        checkpoint = 0
        while at <= end + EVERY:
            lines = {(line.kind, line.group): line for line in snapshot.lines(at)}
            for kind in tally:
                allowed = expected(spans[kind.value], spans["year"], at)
                if allowed is None:
                    continue
                number = one_number(lines.get((kind, EVERYBODY)))
                if number is None:
                    verdict = "right" if allowed == (0, 0) else "missing"
                else:
                    verdict = "right" if allowed[0] <= number <= allowed[1] else "wrong"
                tally[kind][verdict] += 1
                total[verdict] += 1
                by_checkpoint.setdefault(checkpoint, Counter())[verdict] += 1
                if verdict != "right":
                    shown = f"{'none' if number is None else number}, {allowed[0]} to {allowed[1]}"
                    faults[kind].append((f"{at:%d %b %H:%M}", shown))
            at += EVERY
            checkpoint += 1
        for kind, counts in tally.items():
            row = " | ".join(str(count) for count in counts.values())
            told = "; ".join(_runs(faults[kind]))
            print(f"| {topic} | {kind.value} | {sum(counts.values())} | {row} | {told} |")
    many = sum(total.values())
    print(f"\n{total['right']} of {many} right ({100 * total['right'] / many:.1f}%), {total['wrong']} wrong,", end=" ")
    print(f"{total['missing']} missing")
    shares = {n: 100 * counts["right"] / counts.total() for n, counts in by_checkpoint.items()}
    low = ", ".join(f"{share:.0f}% at the {n + 1}th" for n, share in sorted(shares.items()) if share < 85)
    print(f"Over all lines, checkpoint by checkpoint: {min(shares.values()):.0f}% at least; below 85%: {low or 'none'}")


def _runs(faults: list[tuple[str, str]]) -> list[str]:
    """Checkpoints in a row with one fault, as one."""
    told: list[tuple[str, str, int]] = []
    for when, fault in faults:
        if told and told[-1][1] == fault:
            told[-1] = (told[-1][0], fault, told[-1][2] + 1)
        else:
            told.append((when, fault, 1))
    return [f"{when}{f' and {count - 1} more' if count > 1 else ''}: {fault}" for when, fault, count in told]


if __name__ == "__main__":
    main()
