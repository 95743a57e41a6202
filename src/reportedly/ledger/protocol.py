"""What every ledger does, whatever keeps it: append and ask. tests/test_ledger.py runs the same contract on each.

A ledger is append-only: no row is updated or deleted, and the database itself refuses both. Its order is its own
sequence, never a clock. What it acknowledges (`append` has returned) is there once, whatever happens next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from reportedly.account import Settlement as Settlement
from reportedly.capture import Capture
from reportedly.claim import Claim, Reading
from reportedly.evidence import Saying
from reportedly.report import Problem, Report
from reportedly.telling import Telling


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of one reading: the report as it was recorded, or None where the ledger held it already."""

    report: Report | None
    claims: int = 0


class Ledger(Protocol):
    def stories(self) -> tuple[str, ...]:
        """Names, in the order in which they were opened."""
        ...

    def open_story(self, story: str) -> None:
        """Does nothing where the story is there."""
        ...

    def has_story(self, story: str) -> bool: ...

    def append(self, story: str, readings: Sequence[Reading]) -> tuple[Appended, ...]:
        """All of them or, where it raises, none. A report that `revises` one of the story's is a version of that one's
        page. Raises `NoSuchStory`, `LedgerUnusable`."""
        ...

    def holds(self, story: str, report: Report) -> bool:
        """Whether appending this report would add nothing."""
        ...

    def say_about(self, story: str, text: str) -> None:
        """Appended; the latest holds. Saying the same again adds nothing."""
        ...

    def about(self, story: str) -> str | None: ...

    def settle(self, story: str, settlement: Settlement) -> None: ...

    def settlements(self, story: str) -> tuple[Settlement, ...]:
        """All that were ever made, in order; the last of a line holds."""
        ...

    def reports(self, story: str, *, text: bool = True, recorded_by: datetime | None = None) -> Iterator[Report]:
        """Those recorded by then (inclusive; None: all), in the ledger's order, with `revises` as the times of those
        versions have it. Without `text`, text is ""."""
        ...

    def claims(self, story: str) -> Iterator[Claim]:
        """In the ledger's order."""
        ...

    def tellings(self, story: str, *, after: int = 0) -> list[Telling]:
        """Every figure of every claim whose sequence is greater than `after`, in the ledger's order."""
        ...

    def sayings(self, story: str) -> tuple[Saying, ...]:
        """Every demand and claim of responsibility, in the ledger's order."""
        ...

    def speakers(self, story: str) -> tuple[Saying, ...]:
        """Every claim as a saying, whatever its kind, in the ledger's order: who speaks, and how often."""
        ...

    def problems(self, story: str) -> tuple[Problem, ...]: ...

    def reading(self, story: str, report_id: str) -> Reading | None:
        """One report with its claims and problems; None where the story has no such report."""
        ...

    def last_report(self) -> int:
        """The greatest sequence of any report of any story, 0 where there is none: one look, however large it is."""
        ...

    def extents(self) -> dict[str, int]:
        """How many reports each story holds."""
        ...

    def keep(self, story: str, capture: Capture, reports: Sequence[str] = ()) -> None:
        """Appends what was fetched, and the ids of the reports that were read out of it."""
        ...

    def captures(self, story: str, report: str | None = None) -> Iterator[Capture]:
        """In the ledger's order; where `report` is given, those that it was read out of."""
        ...

    def read_from(self, story: str) -> tuple[tuple[str, str], ...]:
        """Addresses, asked for or redirected to, each with the id of a report that was read out of what was fetched
        there."""
        ...

    def close(self) -> None: ...
