"""Replays the ten shared streams and prints each account every six hours beside what was known by then.

usage: python bench/replay.py SHARED LEDGER [TOPIC ...]

LEDGER is a ledger file; a topic that it does not hold yet is read into it first, with its `about` (minutes for all).
For each checkpoint at which anything moved: the lines on killed and wounded, then others of at least three claims, then
the nuggets with a number in them that became known since the last checkpoint. Whoever judges by reading does it from
this.
"""

import json
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reportedly.account import Bounds, Line, line_name
from reportedly.desk import Defaults, reports
from reportedly.figure import Kind
from reportedly.story import Story, stories

EVERY = timedelta(hours=6)
TOLL = (Kind.KILLED, Kind.WOUNDED)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|thousands)\b", re.I
)


def story_name(topic: str) -> str:
    return topic.casefold().replace(".", "-")


def read_in(shared: Path, ledger: Path, topic: str, about: str) -> None:
    if ledger.exists() and story_name(topic) in stories(ledger):
        return
    with Story.open(story_name(topic), ledger, create=True) as story:
        story.add(reports(str(shared / "data" / "stream" / f"{topic}.jsonl"), Defaults()), about)


def figure(bounds: Bounds | None) -> str:
    if bounds is None or bounds.low is None or bounds.high is None:
        return "" if bounds is None else f"<={bounds.high}" if bounds.low is None else f">={bounds.low}"
    return str(bounds.low) if bounds.low == bounds.high else f"{bounds.low}-{bounds.high}"


def told(line: Line) -> str:
    reach = "" if line.range == line.best else f"  [{figure(line.range)}]"
    standing = f"{line.standing.value} ({line.origins}), {len(line.claims)} claims"
    return f"{line_name(line.kind, line.group):24} {figure(line.best):>9}{reach}  {standing}"


def worth_a_line(line: Line) -> bool:
    return line.best is not None and (line.kind in TOLL or (len(line.claims) >= 3 and line.kind is not Kind.OTHER))


def replay(ledger: Path, topic: str, about: dict[str, Any], nuggets: list[dict[str, Any]]) -> None:
    print(f"\n##### {topic}  {about['about']}")
    start = datetime.fromtimestamp(about["start"], UTC)
    end = datetime.fromtimestamp(about["end"], UTC)
    checkpoint = start.replace(hour=start.hour // 6 * 6, minute=0, second=0) + EVERY
    before: list[str] = []
    since = start - timedelta(days=30)
    with Story.open(story_name(topic), ledger) as story:
        while checkpoint <= end + EVERY:
            account = story.account(checkpoint)
            lines = [told(line) for line in account.lines if worth_a_line(line)]
            new = [n for n in nuggets if since < datetime.fromtimestamp(n["time"], UTC) <= checkpoint]
            new = [n for n in new if _NUMBER.search(n["text"])]
            if lines != before or new:
                print(f"\n=== {topic} {checkpoint:%d %b %H:%M} conflicts {len(account.conflicts)}")
                for line in lines:
                    print("  " + ("  " if line in before else "* ") + line)
                for nugget in new:
                    print(f"    nugget {datetime.fromtimestamp(nugget['time'], UTC):%d %H:%M}: {nugget['text'][:150]}")
            before, since = lines, checkpoint
            checkpoint += EVERY


def main() -> None:
    shared, ledger = Path(sys.argv[1]), Path(sys.argv[2])
    topics = json.loads((shared / "data" / "stream" / "topics.json").read_text(encoding="utf-8"))
    nuggets = json.loads((shared / "data" / "stream" / "nuggets.json").read_text(encoding="utf-8"))
    for topic in sys.argv[3:] or topics:
        read_in(shared, ledger, topic, topics[topic]["about"])
        replay(ledger, topic, topics[topic], sorted(nuggets.get(topic, []), key=lambda n: n["time"]))


if __name__ == "__main__":
    main()
