"""All that a page shows, as types: filled by whoever asks the story, read by `page.page_html`. Frozen and dumb."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from reportedly.account import Account, Bounds, Change, LineGroup, Settlement, SourceRecord
from reportedly.claim import Reading
from reportedly.figure import Kind
from reportedly.report import Problem


@dataclass(frozen=True, slots=True)
class Moment:
    """What a line stood at from `at` on, until the next moment of its series."""

    at: datetime
    best: Bounds | None
    range: Bounds | None


@dataclass(frozen=True, slots=True)
class Series:
    """How one line moved, in order of time."""

    kind: Kind
    group: LineGroup
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """One story as of the account's moment.

    `changes` and `readings` run from the oldest to the newest. `zone` is the one that every time on the page is told
    in. `reports_held` and `claims_held` are what the ledger holds, where that is more than the view was given.
    """

    name: str
    account: Account
    readings: tuple[Reading, ...]
    changes: tuple[Change, ...] = ()
    series: tuple[Series, ...] = ()
    about: str | None = None
    zone: tzinfo = UTC
    sources: tuple[SourceRecord, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    """All that had been made by then, in order; the last of a line holds."""
    problems: tuple[Problem, ...] = ()
    reports_held: int | None = None
    claims_held: int | None = None
