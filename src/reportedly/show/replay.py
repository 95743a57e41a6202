"""A replay: a story's main lines as they stood at one checkpoint after another."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from rich.console import Console
from rich.text import Text

from reportedly.account import Account, Line
from reportedly.errors import WrongUse
from reportedly.figure import Kind
from reportedly.record import time_record
from reportedly.show.figure_words import line_words, phrasings
from reportedly.show.json_form import Form, account_form, json_line
from reportedly.show.terminal import console
from reportedly.show.time_words import minute
from reportedly.story import Snapshot

MOST_CHECKPOINTS = 2_000
"""A story of eight months each three hours. More would be no replay, but a page of figures that nobody reads."""
LEAST_CLAIMS = 3
"""Beside the dead and the wounded, a line is shown once so many claims tell of it."""

_SPAN = re.compile(r"(\d{1,4})\s*([hmd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def replayed(snapshot: Snapshot, written: str, as_json: bool) -> None:
    """Prints the replay, its checkpoints so far apart as `written` says. Raises WrongUse."""
    out = console()
    before = None
    for found in checkpoints(snapshot, every(written)):
        if as_json:
            sys.stdout.write(json_line(checkpoint_form(found)) + "\n")
        else:
            print_checkpoint(found, before, out)
        before = found


def every(written: str) -> timedelta:
    """The time between two checkpoints from "6h", "30m", "1d". Raises WrongUse."""
    found = _SPAN.fullmatch(written.strip().casefold())
    span = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found is not None else timedelta(0)
    if not span:
        raise WrongUse(f"--every {written!r} is no span of time: write it as 6h, 30m or 1d")
    return span


def checkpoints(snapshot: Snapshot, step: timedelta) -> Iterator[Account]:
    """The lines at each full step (counted from midnight UTC) from the first report to past the last. Raises
    WrongUse where they are too many."""
    times = [one.published_at for one in snapshot.evidence.editions]
    if not times:
        return
    midnight = min(times).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    at: datetime = midnight + ((min(times) - midnight) // step + 1) * step
    if (max(times) - at) / step > MOST_CHECKPOINTS:
        raise WrongUse(f"that is more than {MOST_CHECKPOINTS:,} checkpoints: put them further apart, as --every 1d")
    while at < max(times) + step:
        yield Account(snapshot.name, at, "latest", snapshot.lines(at))
        at += step


def main_lines(account: Account) -> tuple[Line, ...]:
    """The dead and the wounded, and whatever else several claims tell of; what has no kind of its own is left out."""
    toll = (Kind.KILLED, Kind.WOUNDED)
    return tuple(
        line
        for line in account.lines
        if line.best is not None
        and line.kind is not Kind.OTHER
        and (line.kind in toll or len(line.claims) >= LEAST_CLAIMS)
    )


def print_checkpoint(account: Account, before: Account | None, out: Console) -> None:
    """One checkpoint, a line a row; what moved since the one before is bold. Nothing where nothing did."""
    old = {} if before is None else {(line.kind, line.group): line for line in main_lines(before)}
    lines = main_lines(account)
    moved = [line for line in lines if not _same(line, old.get((line.kind, line.group)))]
    if not moved and len(lines) == len(old):
        return
    out.print()
    out.print(Text(f"{minute(account.as_of, year=True)} UTC", style="bold"))
    said = phrasings(account)
    for line in lines:
        key = (line.kind, line.group)
        told = Text(f"  {line_words(key)}  ", style="bold" if line in moved else "dim")
        phrasing = said.get(key)
        if phrasing is not None and line.best is not None:
            told.append(str(phrasing.words(line.best)), style="not dim")
            reach = None if line.range is None or line.range == line.best else phrasing.reach(line.range)
            if reach is not None:
                told.append(f" ({reach})", style="not dim not bold")
        told.append(f"  {line.standing.value}", style="not bold")
        out.print(told, no_wrap=True, overflow="ellipsis")


def checkpoint_form(account: Account) -> Form:
    """A checkpoint as JSON: its moment and its main lines, without their claims."""
    kept = {(line.kind.value, line.group.role, line.group.nationality) for line in main_lines(account)}
    lines = []
    for line in account_form(account)["lines"]:
        if (line["kind"], line["group"]["role"], tuple(line["group"]["nationality"])) in kept:
            line["told"] = len(line.pop("claims"))
            lines.append(line)
    return {"as_of": time_record(account.as_of), "lines": lines}


def _same(line: Line, old: Line | None) -> bool:
    return old is not None and (line.best, line.range, line.standing) == (old.best, old.range, old.standing)
