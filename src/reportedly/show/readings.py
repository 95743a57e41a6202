"""What `reportedly read` prints: each report as it is read, in order."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claim import Reading
from reportedly.desk import Defaults, read_all
from reportedly.errors import NothingToRead
from reportedly.report import Problem, Report
from reportedly.show.json_form import json_line, reading_form, unread_form
from reportedly.show.progress import tracked
from reportedly.show.reading_in import Incoming, nothing, tell
from reportedly.show.terminal import console
from reportedly.show.terminal_read import print_reading

_TOGETHER = 30_000
"""Characters read at once: enough to keep the model busy, few enough that the first claims come soon."""


def readings(arriving: Iterator[Report | Problem]) -> Iterator[Reading | Problem]:
    """Each report read, with the problems that were told of it after it; a problem that stands in a report's place
    stands there still."""
    waiting: Reading | None = None
    for one in _read(arriving):
        if waiting is not None and isinstance(one, Problem) and one.report_id == waiting.report.id:
            waiting = replace(waiting, problems=(*waiting.problems, one))
            continue
        if waiting is not None:
            yield waiting
        waiting = None
        if isinstance(one, Problem):
            yield one
        else:
            waiting = one
    if waiting is not None:
        yield waiting


def _read(arriving: Iterator[Report | Problem]) -> Iterator[Reading | Problem]:
    """Everything in its place, with the reports read: several at once, which costs less than one after another."""
    batch: list[Report | Problem] = []
    size = 0
    for one in arriving:
        batch.append(one)
        size += len(one.text) if isinstance(one, Report) else 0
        if size >= _TOGETHER:
            yield from _read_batch(batch)
            batch, size = [], 0
    yield from _read_batch(batch)


def _read_batch(batch: Sequence[Report | Problem]) -> Iterator[Reading | Problem]:
    told = read_all(one for one in batch if isinstance(one, Report))
    for one in batch:
        yield one if isinstance(one, Problem) else next(told)


def print_json(places: Sequence[str], given: Defaults) -> None:
    """A line a report. Raises NothingToRead, after the lines, where none could be read."""
    incoming = Incoming(places, given)
    arriving = iter(incoming) if sys.stdout.isatty() else tracked(incoming, "reading", incoming.total())
    unread: list[Problem] = []
    some = False
    for one in readings(arriving):
        if isinstance(one, Problem):
            unread.append(one)
            form = unread_form(one)
        else:
            some = True
            form = reading_form(one)
        sys.stdout.write(json_line(form) + "\n")
    _end(some, unread)


def print_marked(places: Sequence[str], given: Defaults) -> None:
    out = console()
    unread: list[Problem] = []
    some = False
    for one in readings(iter(Incoming(places, given))):
        if isinstance(one, Problem):
            unread.append(one)
            continue
        if some:
            out.rule(style="dim")
        some = True
        print_reading(one, out)
    _end(some, unread)


def _end(some: bool, unread: Sequence[Problem]) -> None:
    sys.stdout.flush()
    if not some:
        raise NothingToRead(nothing(unread))
    tell(unread)
