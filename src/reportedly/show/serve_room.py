"""What the server keeps in memory of each story: a snapshot for as long as nothing was added, and what follows from it.

Everything here can be thrown away at any time and is made again from the ledger.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import RLock
from typing import Any, Self, TypeVar

from reportedly.account import Account, Change, SourceRecord
from reportedly.claim import Claim, Reading
from reportedly.report import Report
from reportedly.show.events_mark import ALL, Arrived, Mark
from reportedly.show.live_courses import Courses, LineKey
from reportedly.show.page_view import Moment
from reportedly.story import Shelf, Snapshot, SoFar, Story

Made = TypeVar("Made")

STORIES_KEPT = 8
ACCOUNTS_KEPT = 64
ONE_BY_ONE = 300
"""New reports past which reading all of a story is quicker than reading these."""
SECONDS = 1.0
"""That one answer may take to derive what reports brought: reports that came out of order cost a derivation each."""
REPORTS_KEPT = 20_000
"""Of each story, for which the changes they brought are kept."""


class Copy:
    """A story as it stood at one extent. What is asked of it is derived once."""

    def __init__(self, story: Story, shared: "Shared", older: Self | None = None) -> None:
        """`older` is a copy of the same story from before, if there is one: what it has read is not read again."""
        self.story = story
        self.log = shared.log
        self._shared = shared
        self._before: tuple[tuple[Reading, ...], int] = (), 0
        if older is not None:
            self._before = older._kept.get("readings", ()), older.extent
        self.snapshot: Snapshot = story.snapshot()
        self._lock = RLock()
        self._kept: OrderedDict[object, Any] = OrderedDict()
        self._moments = sorted(each.published_at for each in self.snapshot.evidence.editions)

    @property
    def extent(self) -> int:
        return self.snapshot.extent

    @property
    def last(self) -> datetime | None:
        """When the newest report was published."""
        return self._moments[-1] if self._moments else None

    def known(self, as_of: datetime) -> int:
        """How many reports had been published by then."""
        return sum(each <= as_of for each in self._moments)

    def tag(self, as_of: datetime | None = None) -> str:
        """Names the state of the story as of a moment (None: now): the same state, the same tag, in every process."""
        editions = self.snapshot.evidence.editions
        newest = "" if not editions else f"{editions[-1].report_id}\0{editions[-1].recorded_at.isoformat()}"
        return f"{self.story.name}\0{self.extent}\0{newest}\0{self.known(as_of or datetime.now(UTC))}"

    def account(self, as_of: datetime | None = None, policy: str = "latest") -> Account:
        """As `Story.account`; `as_of` of the account is the moment asked for."""
        moment = as_of if as_of is not None else datetime.now(UTC)
        if as_of is None and (self.last is None or self.last <= moment):
            # Nothing is dated later than now, so the account is the same as any moment ago.
            return self.once(("now", policy), lambda: self.so_far().account(moment, policy))
        return self.once((as_of, policy), lambda: self.snapshot.account(moment, policy))

    def changes(self) -> tuple[Change, ...]:
        return self.once("changes", lambda: self.so_far().changes())

    def so_far(self) -> SoFar:
        """What all its reports come to."""
        return self.once("so far", lambda: self._shared.grown.with_all_of(self.snapshot))

    def courses(self) -> dict[LineKey, tuple[Moment, ...]]:
        """What each line stood at, at the moments that charts show, all of them."""
        return self.once("courses", lambda: self._shared.courses.of(self.snapshot, self.account()))

    def sources(self, as_of: datetime | None = None) -> tuple[SourceRecord, ...]:
        """As `Story.sources`."""
        told = self.account(as_of)
        return self.once(("sources", as_of), lambda: self.story.sources(told.as_of, told))

    def once(self, key: object, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once. Of what is keyed by a moment, the least lately used is let go."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            else:
                self._kept[key] = make()
                while len(self._kept) > ACCOUNTS_KEPT:
                    self._kept.popitem(last=False)
            made: Made = self._kept[key]
            return made

    def readings(self) -> tuple[Reading, ...]:
        """Every report that says anything, without its text, with its claims; in the ledger's order."""
        return self.once("readings", lambda: tuple(self._read()))

    def _read(self) -> Iterator[Reading]:
        before, extent = self._before
        self._before = (), 0
        if not before or self.extent - extent > ONE_BY_ONE:
            yield from self._read_all()
            return
        # The ledger only grows; but a report that comes late can be the version that another one turns out to revise.
        revises = {each.report_id: each.revises for each in self.snapshot.evidence.editions}
        for reading in before:
            report = reading.report
            if report.revises != revises[report.id]:
                report = replace(report, revises=revises[report.id])
            yield replace(reading, report=report)
        for each in self.snapshot.evidence.editions[extent:]:
            found = self.story.reading(each.report_id)
            if found is not None and found.claims:
                yield Reading(replace(found.report, text=""), found.claims)

    def _read_all(self) -> Iterator[Reading]:
        claims: dict[str, list[Claim]] = {}
        reports: dict[str, Report] = {}
        for report, claim in self.story.claims():
            reports[report.id] = report
            claims.setdefault(report.id, []).append(claim)
        # Another process may have added more since the snapshot: the next copy tells that, else it would tell it twice.
        there = {each.report_id for each in self.snapshot.evidence.editions}
        for report_id, report in reports.items():
            if report_id in there:
                yield Reading(report, tuple(claims[report_id]))

    def edited(self) -> tuple[tuple[Report, Report], ...]:
        """Every version of a page with the one that revised it, texts and all, in the order of publication."""
        return self.once("edited", self._edited)

    def _edited(self) -> tuple[tuple[Report, Report], ...]:
        older = {each.report_id: each.revises for each in self.snapshot.evidence.editions if each.revises is not None}
        wanted = {*older, *older.values()}
        if not wanted:
            return ()
        texts = {report.id: report for report in self.story.reports() if report.id in wanted}
        pairs = [(texts[old], texts[new]) for new, old in older.items() if old in texts and new in texts]
        return tuple(sorted(pairs, key=lambda pair: moment_of(pair[1])))


def moment_of(report: Report) -> datetime:
    """When it was published; where that is unknown, when it was recorded."""
    known = report.published_at if report.published_at is not None else report.recorded_at
    return known if known is not None else datetime.max.replace(tzinfo=UTC)


class Grown:
    """What the reports of one story come to, kept from snapshot to snapshot: a new report costs what it moves."""

    def __init__(self) -> None:
        self.newest: SoFar | None = None
        self._lock = RLock()

    def with_all_of(self, snapshot: Snapshot) -> SoFar:
        with self._lock:
            made = snapshot.so_far(self.newest)
            if self.newest is None or made.extent >= self.newest.extent:
                self.newest = made
            return made


class Log:
    """What each report of one story brought, as far as it was asked for. Asked of any copy, it answers the same."""

    def __init__(self, grown: Grown) -> None:
        self._grown = grown
        self._brought: OrderedDict[int, tuple[Change, ...]] = OrderedDict()
        self._lock = RLock()

    def brought(self, snapshot: Snapshot, after: int) -> Iterator[tuple[int, tuple[Change, ...]]]:
        """Report by report, from the one after the first `after`; each is derived only when it is come to."""
        derived: Iterator[tuple[int, tuple[Change, ...]]] | None = None
        for count in range(after + 1, snapshot.extent + 1):
            # Many may ask for the same at once: one derives it, the others wait and find it.
            with self._lock:
                kept = self._brought.get(count)
                if kept is None:
                    if derived is None:
                        derived = snapshot.arrivals(count - 1, self._grown.newest)
                    kept = self._brought[count] = next(derived)[1]
                    while len(self._brought) > REPORTS_KEPT:
                        self._brought.popitem(last=False)
                else:
                    derived = None
            yield count, kept

    def since(self, snapshot: Snapshot, mark: Mark, most: int) -> tuple[list[Arrived], Mark]:
        """At most so many changes after the mark, oldest first, and the mark up to which there are no others. Comes
        back after a second with what there is by then, be it nothing: the mark has moved on."""
        found: list[Arrived] = []
        late = time.monotonic() + SECONDS
        after = mark.report - 1 if mark.place < ALL else mark.report
        reached = mark
        for count, changes in self.brought(snapshot, after):
            start = mark.place if count == mark.report else 0
            for place, change in enumerate(changes[start:], start + 1):
                if len(found) == most:
                    return found, reached
                reached = Mark(count, place)
                found.append(Arrived(reached, change))
            reached = Mark(count)
            if time.monotonic() > late:
                break
        return found, reached


@dataclass(frozen=True, slots=True)
class Shared:
    """What all copies of one story share."""

    grown: Grown
    log: Log
    courses: Courses

    @classmethod
    def new(cls) -> Self:
        grown = Grown()
        return cls(grown, Log(grown), Courses())


class Room:
    """All stories of one ledger, as the server has them at hand."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._copies: OrderedDict[str, tuple[int, Copy]] = OrderedDict()
        self._shared: dict[str, Shared] = {}
        self._lock = RLock()
        self._loading: dict[str, RLock] = {}

    def copy(self, name: str) -> Copy:
        """The story as it is recorded now. Raises as `Story.open`."""
        pulse = self.shelf.pulse()
        kept = self._kept(name)
        if kept is not None and kept[0] == pulse:
            return kept[1]
        story = self.shelf.story(name)
        with self._lock:
            loading = self._loading.setdefault(name, RLock())
        with loading:
            kept = self._kept(name)
            if kept is not None and (kept[0] >= pulse or self.shelf.extents().get(name) == kept[1].extent):
                copy = kept[1]
            else:
                copy = Copy(story, self._shared.setdefault(name, Shared.new()), None if kept is None else kept[1])
            with self._lock:
                self._copies[name] = pulse, copy
                while len(self._copies) > STORIES_KEPT:
                    self._copies.popitem(last=False)
            return copy

    def _kept(self, name: str) -> tuple[int, Copy] | None:
        with self._lock:
            if name in self._copies:
                self._copies.move_to_end(name)
            return self._copies.get(name)
