"""A desk for the tests of reconciling: a wire line and the number it tells become a telling, tellings an account."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from newsroom import MORNING, wire
from reportedly.account import Account, Line
from reportedly.claim import ClaimKind, Polarity
from reportedly.evidence import Edition, Evidence, Saying
from reportedly.figure import Kind, Scope
from reportedly.reconcile import account
from reportedly.telling import Telling

LATE = MORNING + timedelta(days=30)


def says(line: str, low: int | None, high: int | str | None = "same", *, day: int = 0, **known: Any) -> Telling:
    """What a reader would make of one figure of the line. `high` is `low` unless given; everything else that a telling
    holds can be named: source="police", agency="AP", kind=Kind.MISSING, part=True."""
    report = wire(line, day=day)
    assert report.published_at is not None
    telling = Telling(
        sequence=0,
        report_id=line,
        claim_id=f"{line}#0",
        figure=0,
        published_at=report.published_at,
        recorded_at=report.published_at,
        outlet=report.outlet,
        agency=None,
        source=None,
        source_named=False,
        source_role=None,
        via=None,
        polarity=Polarity.ASSERTED,
        hedged=False,
        confidence=0.9,
        text=report.text,
        phrase=str(low if low is not None else high),
        kind=Kind.KILLED,
        role="people",
        nationality=(),
        low=low,
        high=low if high == "same" else high,  # type: ignore[arg-type]
        approx=False,
        scope=Scope.EVENT,
        part=False,
    )
    return replace(telling, **known)


def asks(line: str, *, day: int = 0, **known: Any) -> Saying:
    """A demand that a line tells of."""
    report = wire(line, day=day)
    assert report.published_at is not None
    made = Saying(
        sequence=0,
        report_id=line,
        claim_id=f"{line}#0",
        published_at=report.published_at,
        recorded_at=report.published_at,
        outlet=report.outlet,
        agency=None,
        source=None,
        source_named=False,
        source_role=None,
        via=None,
        polarity=Polarity.ASSERTED,
        kind=ClaimKind.DEMAND,
        text=report.text,
    )
    return replace(made, **known)


def revises(newer: Telling, older: Telling) -> tuple[Edition, Edition]:
    """The two versions of one page."""
    return (
        Edition(older.report_id, older.published_at, older.recorded_at),
        Edition(newer.report_id, newer.published_at, newer.recorded_at, revises=older.report_id),
    )


def desk(*rows: Telling | Saying | Iterable[Edition], policy: str = "latest") -> Account:
    """The account of all that was ever said."""
    return account(evidence(*rows), "dam", LATE, policy)


def evidence(*rows: Telling | Saying | Iterable[Edition]) -> Evidence:
    tellings = tuple(row for row in rows if isinstance(row, Telling))
    sayings = tuple(row for row in rows if isinstance(row, Saying))
    editions = tuple(one for row in rows if not isinstance(row, Telling | Saying) for one in row)
    return Evidence(tellings, sayings, editions)


def toll(*rows: Telling | Saying | Iterable[Edition], policy: str = "latest") -> Line:
    """The first line of the account of all that was ever said."""
    return desk(*rows, policy=policy).lines[0]
