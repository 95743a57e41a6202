"""The one facade: a story, its ledger, and what follows from it. Every face calls this, and none computes.

with Story.open("in-amenas", create=True) as story:
    story.add(reports)
    print(story.account().lines)
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly import reconcile
from reportedly.account import (
    Account,
    Change,
    Conflict,
    LineGroup,
    Merge,
    Settlement,
    SourceRecord,
    line_group,
    line_named,
)
from reportedly.capture import Capture
from reportedly.claim import Claim, ClaimKind, Reading
from reportedly.errors import NoSuchStory, WrongUse
from reportedly.evidence import Evidence, edition
from reportedly.figure import Kind
from reportedly.ingest.held import Held
from reportedly.ingest.withdrawals import Withdrawals, names_none
from reportedly.ledger.protocol import Ledger
from reportedly.ledger.sqlite import open_sqlite
from reportedly.read.about import learn_about
from reportedly.read.reader import read_all
from reportedly.report import Problem, Report
from reportedly.snapshot import Snapshot, SoFar

__all__ = ["Added", "Shelf", "Snapshot", "SoFar", "Story", "ledger_at", "stories"]

DEFAULT_LEDGER = "reportedly.db"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_LEARN_FROM = 200
"""Reports at the head of a batch that tell what an unnamed story is about."""
_BATCH = 200
"""Readings a transaction: acknowledged together, and few enough that a kill loses little work."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding reports came to. `changes` are those that the new reports made, oldest first."""

    reports: int
    repeated: int
    claims: int
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]


def ledger_at(place: str | Path | None = None) -> Ledger:
    """The ledger at a path; where None, at $REPORTEDLY_LEDGER, else reportedly.db in the working folder."""
    chosen = place if place is not None else os.environ.get("REPORTEDLY_LEDGER") or DEFAULT_LEDGER
    return open_sqlite(Path(chosen))


class Shelf:
    """All stories of one ledger, kept open for whoever serves them. Safe to ask from many threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @classmethod
    def open(cls, ledger: str | Path | None = None) -> Self:
        """Raises `LedgerUnusable`."""
        return cls(ledger_at(ledger))

    def close(self) -> None:
        self._ledger.close()

    def stories(self) -> tuple[str, ...]:
        return self._ledger.stories()

    def story(self, name: str, *, create: bool = False) -> "Story":
        """Not to be closed by itself. Raises as `Story.open`."""
        return Story.on(self._ledger, name, create=create)

    def pulse(self) -> int:
        """A number that grows with every report that any process adds. Cheap: made to be asked many times a second."""
        return self._ledger.last_report()

    def extents(self) -> dict[str, int]:
        """How many reports each story holds."""
        return self._ledger.extents()


def stories(ledger: str | Path | None = None) -> tuple[str, ...]:
    """The names of all stories in the ledger, in the order in which they were opened."""
    opened = ledger_at(ledger)
    try:
        return opened.stories()
    finally:
        opened.close()


class Story:
    """One story in one ledger. Its state is the ledger's rows and nothing else."""

    def __init__(self, name: str, ledger: Ledger) -> None:
        self.name = name
        self._ledger = ledger
        self._so_far: SoFar | None = None
        """What its reports came to when some were added last."""

    @classmethod
    def open(cls, name: str, ledger: str | Path | None = None, *, create: bool = False) -> Self:
        """Raises `WrongUse` for a name that is no slug, `NoSuchStory` where it is not there and not to be made,
        `LedgerUnusable`."""
        _must_name_a_story(name)
        opened = ledger_at(ledger)
        try:
            return cls.on(opened, name, create=create)
        except BaseException:
            opened.close()
            raise

    @classmethod
    def on(cls, ledger: Ledger, name: str, *, create: bool = False) -> Self:
        """The story on a ledger that is open already. Raises `WrongUse`, `NoSuchStory`."""
        _must_name_a_story(name)
        if create:
            ledger.open_story(name)
        elif not ledger.has_story(name):
            there = ", ".join(ledger.stories()) or "none yet"
            raise NoSuchStory(f"no story {name!r} in this ledger (there: {there}): add a report to it first")
        return cls(name, ledger)

    def close(self) -> None:
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- adding ----------------------------------------------------------------------------------------------------

    def add(
        self,
        reports: Iterable[Report | Problem],
        about: str | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Added:
        """Reads the reports into the ledger. `progress` is told how many more have been acknowledged."""
        if about is not None:
            self._ledger.say_about(self.name, about)
        incoming = iter(reports)
        head = list(islice(incoming, _LEARN_FROM))
        said_about = self._about(head)
        tally = Added(0, 0, 0, (), ())
        new: set[str] = set()
        withdrawals = Withdrawals(self.held, lambda: datetime.now(UTC), self._unanswered)
        for batch in _batches(chain(head, incoming)):
            tally, names = self._add_batch(batch, said_about, tally, withdrawals)
            new |= names
            if progress is not None:
                progress(len(batch))
        return replace(tally, changes=self._brought(new)) if new else tally

    def _brought(self, new: Set[str]) -> tuple[Change, ...]:
        self._so_far = self.snapshot().so_far(self._so_far)
        return tuple(change for change in self._so_far.changes() if change.report_id in new)

    def _add_batch(
        self, batch: Iterable[Report | Problem], about: str | None, tally: Added, withdrawals: Withdrawals
    ) -> tuple[Added, set[str]]:
        problems: list[Problem] = []
        unread: list[Report] = []
        repeated = 0
        for arrived in batch:
            if isinstance(arrived, Problem):
                problems.append(arrived)
            elif self._ledger.holds(self.name, arrived):
                repeated += 1
            else:
                unread.append(arrived)
        settled = withdrawals.settled(unread, problems)
        problems = list(settled.problems)
        readings = list(read_all(settled.reports, about))
        told_of = settled.reasons
        appended = self._ledger.append(
            self.name,
            [replace(each, problems=(*told_of.get(each.report.id, ()), *each.problems)) for each in readings],
        )
        kept = [one.report for one in appended if one.report is not None]
        problems += [problem for reading in readings for problem in reading.problems]
        after = Added(
            reports=tally.reports + len(kept),
            repeated=tally.repeated + repeated + len(appended) - len(kept),
            claims=tally.claims + sum(one.claims for one in appended),
            problems=(*tally.problems, *problems),
            changes=(),
        )
        return after, {report.id for report in kept}

    def _unanswered(self) -> frozenset[str]:
        """The notices that withdrew a story which was not held when they came."""
        told = (problem for problem in self._ledger.problems(self.name) if names_none(problem))
        return frozenset(problem.report_id for problem in told if problem.report_id is not None)

    def _about(self, head: Iterable[Report | Problem]) -> str | None:
        said = self._ledger.about(self.name)
        if said is not None:
            return said
        known = islice(self._ledger.reports(self.name), _LEARN_FROM)
        arrived = (report for report in head if isinstance(report, Report))
        return learn_about(islice(chain(known, arrived), _LEARN_FROM))

    # -- asking ----------------------------------------------------------------------------------------------------

    def about(self) -> str | None:
        """What the story was said to be about, in words; None where nobody said."""
        return self._ledger.about(self.name)

    def account(
        self, as_of: datetime | None = None, policy: str = "latest", recorded_by: datetime | None = None
    ) -> Account:
        """The best version of events as of a moment (inclusive; None: now), from what the ledger had recorded by
        `recorded_by` (None: all). Raises `WrongUse` for a policy that is none."""
        moment = as_of if as_of is not None else datetime.now(UTC)
        return reconcile.account(self._evidence(recorded_by), self.name, moment, policy, recorded_by)

    def accounts(self, moments: Sequence[datetime], policy: str = "latest") -> tuple[Account, ...]:
        """The account as of each moment (inclusive), in the order of the moments: what `account` of each would be, at
        little more than the cost of the last. Raises `WrongUse` for a policy that is none."""
        return self.snapshot().accounts(moments, policy)

    def origins(self, as_of: datetime | None = None) -> tuple[Merge, ...]:
        """Which claims with a figure of the event are taken to come from one origin, by which rule and in which words;
        whoever is told most often first."""
        return reconcile.merges(self._evidence(), as_of if as_of is not None else datetime.now(UTC))

    def changes(self, since: datetime | None = None, until: datetime | None = None) -> tuple[Change, ...]:
        """What changed, oldest first, from `since` (exclusive) to `until` (inclusive)."""
        return reconcile.changes(self._evidence(), since, until)

    def conflicts(self, as_of: datetime | None = None) -> tuple[Conflict, ...]:
        """What cannot all be true as of a moment."""
        return self.account(as_of).conflicts

    def claims(
        self, source: str | None = None, kind: str | None = None, line: str | None = None
    ) -> Iterator[tuple[Report, Claim]]:
        """The ledger itself: every claim with its report (its text left out), in the ledger's order. Of those, the
        ones whose chain has `source` in a link's words or name (case aside), of that `kind`, with a figure on that
        `line`."""
        wanted = None if line is None else line_named(line)
        if kind is not None and kind not in set(ClaimKind):
            raise WrongUse(f"no kind of claim {kind!r}: one of {', '.join(ClaimKind)}")
        reports = {report.id: report for report in self._ledger.reports(self.name, text=False)}
        for claim in self._ledger.claims(self.name):
            if (
                # One that another process added since the reports were read comes with its report, the next time.
                claim.report_id in reports
                and (kind is None or claim.kind == kind)
                and (source is None or _speaks(claim, source))
                and (wanted is None or _counts(claim, wanted))
            ):
                yield reports[claim.report_id], claim

    def sources(self, as_of: datetime | None = None, told: Account | None = None) -> tuple[SourceRecord, ...]:
        """Who speaks, how often, and how well it held, beside what lines were settled to; whoever speaks most first.
        `told` spares the look at the evidence: the account as of then, where the caller has it."""
        moment = as_of if as_of is not None else datetime.now(UTC)
        if told is None:
            told = Account(self.name, moment, "latest", reconcile.lines_as_of(self._evidence(), moment))
        return reconcile.sources(self._ledger.speakers(self.name), told, self.settlements())

    def reading(self, report_id: str) -> Reading | None:
        """One report, its text with it, and all that was read from it; None where the story has no such report."""
        return self._ledger.reading(self.name, report_id)

    def reports(self) -> Iterator[Report]:
        return self._ledger.reports(self.name)

    def held(self) -> Held:
        """What is held of every page, for whoever meets pages again."""
        return Held.of(self._ledger.reports(self.name), self._ledger.read_from(self.name))

    def problems(self) -> tuple[Problem, ...]:
        return self._ledger.problems(self.name)

    def keep(self, capture: Capture, reports: Iterable[str] = ()) -> None:
        """Keeps what was fetched, as it came, and which reports (by id) were read out of it."""
        self._ledger.keep(self.name, capture, tuple(reports))

    def captures(self, report: str | None = None) -> Iterator[Capture]:
        """What was fetched for the story, in the ledger's order; where `report` is given, what it was read out of."""
        return self._ledger.captures(self.name, report)

    def settle(self, line: str, value: int, because: str) -> Settlement:
        """Says what a line came to in the end, and why; appended, and the last said of a line holds. Raises
        `WrongUse` for a line that is none, a value below zero, or no reason."""
        kind, group = line_named(line)
        if value < 0:
            raise WrongUse(f"a line cannot come to {value}: give a number from 0")
        if not because.strip():
            raise WrongUse(f"say why {line} came to {value}: --because WHY")
        settlement = Settlement(kind, group.role, group.nationality, value, because.strip(), datetime.now(UTC))
        self._ledger.settle(self.name, settlement)
        return settlement

    def snapshot(self) -> Snapshot:
        """The story as it is recorded now."""
        return Snapshot(self.name, self._evidence())

    def settlements(self, as_of: datetime | None = None) -> tuple[Settlement, ...]:
        """All that had been made by then (inclusive; None: ever), in order; the last of a line holds."""
        made = self._ledger.settlements(self.name)
        return made if as_of is None else tuple(one for one in made if one.recorded_at <= as_of)

    def _evidence(self, recorded_by: datetime | None = None) -> Evidence:
        # Reports first: one that another process adds in between must be left out whole, never be there without its
        # figures.
        reports = self._ledger.reports(self.name, text=False, recorded_by=recorded_by)
        editions = tuple(edition(report) for report in reports)
        there = {each.report_id for each in editions}
        return Evidence(
            tellings=tuple(each for each in self._ledger.tellings(self.name) if each.report_id in there),
            sayings=tuple(each for each in self._ledger.sayings(self.name) if each.report_id in there),
            editions=editions,
        )


def _must_name_a_story(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise WrongUse(
            f"{name!r} cannot name a story: use small letters, digits and hyphens, such as in-amenas (80 at most)"
        )


def _speaks(claim: Claim, source: str) -> bool:
    wanted = source.casefold()
    return any(wanted in link.text.casefold() or wanted in (link.name or "").casefold() for link in claim.chain)


def _counts(claim: Claim, line: tuple[Kind, LineGroup]) -> bool:
    return any((f.kind, line_group(f.group.role, f.group.nationality)) == line for f in claim.figures)


def _batches(arriving: Iterable[Report | Problem]) -> Iterator[list[Report | Problem]]:
    arriving = iter(arriving)
    while batch := list(islice(arriving, _BATCH)):
        yield batch
