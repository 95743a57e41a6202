"""What tests say things in: a wire line becomes a report, a report a reading, without ceremony."""

import re
from datetime import UTC, datetime, timedelta

from reportedly.claim import Claim, Reading, Source
from reportedly.figure import Figure, Group, Kind, Words
from reportedly.report import Report

MORNING = datetime(2031, 3, 4, 6, 0, tzinfo=UTC)
"""A Tuesday."""

_HEADING = re.compile(r"(?P<outlet>[^,]+), (?P<place>[^,]+), (?P<hour>\d\d):(?P<minute>\d\d)\. (?P<text>.*)", re.DOTALL)


def wire(line: str, *, day: int = 0, url: str | None = None, name: str | None = None) -> Report:
    """A report from "OUTLET, PLACE, HH:MM. Text." on the given day after the 4th of March 2031, UTC."""
    heading = _HEADING.match(line)
    if heading is None:
        raise ValueError(f'not "OUTLET, PLACE, HH:MM. Text.": {line!r}')
    hour, minute = int(heading["hour"]), int(heading["minute"])
    published_at = MORNING.replace(hour=hour, minute=minute) + timedelta(days=day)
    return Report(
        id=line if name is None else name,
        text=heading["text"],
        outlet=heading["outlet"],
        published_at=published_at,
        url=url,
    )


def told(
    report: Report, *figures: tuple[str, Kind, int | None, int | None], source: str | None = None, role: str = "people"
) -> Reading:
    """What a reader would give for the report: one claim of all its text, said by `source`, with these figures, each
    (the words that carry it, kind, low, high)."""
    counted = []
    for words, kind, low, high in figures:
        at = report.text.index(words)
        counted.append(Figure(kind, low, high, Words(words, (at, at + len(words))), Group(role)))
    chain: tuple[Source, ...] = ()
    if source is not None:
        at = report.text.index(source)
        chain = (Source(source, (at, at + len(source))),)
    claim = Claim(
        id=f"{report.id}#0",
        report_id=report.id,
        text=report.text,
        spans=((0, len(report.text)),),
        chain=chain,
        figures=tuple(counted),
    )
    return Reading(report, (claim,))
