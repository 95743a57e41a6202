"""A report: one published version of one text by one outlet; and what could not be read of it."""

from dataclasses import dataclass
from datetime import datetime

Span = tuple[int, int]
"""Characters [start, end) of a report's text, counted as Python counts them (Unicode code points)."""


@dataclass(frozen=True, slots=True)
class Report:
    """One published version of one text. Times are aware; unknown is None, never ""."""

    id: str
    text: str
    outlet: str | None = None
    agency: str | None = None
    """The wire service that the dateline, byline or credit names; no link of any chain."""
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published_at: datetime | None = None
    recorded_at: datetime | None = None
    """When the ledger took it in; None until it has."""
    revises: str | None = None
    """The id of the report that this one is a new version of."""
    about: str | None = None
    """What whoever sent it says the story is about, in words; no part of what the outlet published."""


@dataclass(frozen=True, slots=True)
class Problem:
    """News that could not be read: what happened, where, what to try. A value beside the results."""

    message: str
    report_id: str | None = None
    span: Span | None = None
