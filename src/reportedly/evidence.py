"""Evidence: all that reconciling is given, as flat rows. An account is a pure function of it, the moment and the
policy."""

from dataclasses import dataclass
from datetime import datetime

from reportedly.claim import Claim, ClaimKind, Polarity
from reportedly.report import Report
from reportedly.telling import Telling, speaker


@dataclass(frozen=True, slots=True)
class Edition:
    """A report as reconciling sees it: when it came and what it revises, without its text."""

    report_id: str
    published_at: datetime
    """Where that is unknown, when the ledger recorded it."""
    recorded_at: datetime
    revises: str | None = None
    """The id of the report that this one is a new version of, whether or not the evidence holds it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One demand or one claim of responsibility, with what tells its origin (the same fields as a telling's)."""

    sequence: int
    report_id: str
    claim_id: str
    published_at: datetime
    recorded_at: datetime
    outlet: str | None
    agency: str | None
    source: str | None
    source_named: bool
    source_role: str | None
    via: str | None
    polarity: Polarity
    kind: ClaimKind
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """In any order: whatever is derived from it sorts for itself."""

    tellings: tuple[Telling, ...] = ()
    sayings: tuple[Saying, ...] = ()
    editions: tuple[Edition, ...] = ()
    """Only those that revise another, or are revised, need to be here."""


def edition(report: Report) -> Edition:
    """The report without its text. It must have been recorded."""
    if report.recorded_at is None:
        raise ValueError(f"report {report.id} has no recorded_at: only recorded reports are told")
    return Edition(
        report_id=report.id,
        published_at=report.published_at if report.published_at is not None else report.recorded_at,
        recorded_at=report.recorded_at,
        revises=report.revises,
    )


def known_by(evidence: Evidence, as_of: datetime | None, recorded_by: datetime | None = None) -> Evidence:
    """What had been published by `as_of` and recorded by `recorded_by`; both inclusive, None: no bound."""
    if as_of is None and recorded_by is None:
        return evidence

    def known(row: Telling | Saying | Edition) -> bool:
        return (as_of is None or row.published_at <= as_of) and (recorded_by is None or row.recorded_at <= recorded_by)

    return Evidence(
        tellings=tuple(filter(known, evidence.tellings)),
        sayings=tuple(filter(known, evidence.sayings)),
        editions=tuple(filter(known, evidence.editions)),
    )


def published_between(evidence: Evidence, after: datetime | None, until: datetime) -> Evidence:
    """What was published after `after` (exclusive; None: no bound) and up to `until` (inclusive)."""

    def between(row: Telling | Saying | Edition) -> bool:
        return row.published_at <= until and (after is None or row.published_at > after)

    return Evidence(
        tellings=tuple(filter(between, evidence.tellings)),
        sayings=tuple(filter(between, evidence.sayings)),
        editions=tuple(filter(between, evidence.editions)),
    )


def tellings(report: Report, claim: Claim, sequence: int) -> tuple[Telling, ...]:
    """The claim's figures as tellings, in the order of the text. The report must have been recorded."""
    if report.recorded_at is None:
        raise ValueError(f"report {report.id} has no recorded_at: only recorded reports are told")
    said_by = speaker(claim)
    return tuple(
        Telling(
            sequence=sequence,
            report_id=report.id,
            claim_id=claim.id,
            figure=position,
            published_at=report.published_at if report.published_at is not None else report.recorded_at,
            recorded_at=report.recorded_at,
            outlet=report.outlet,
            agency=report.agency,
            source=said_by.source,
            source_named=said_by.named,
            source_role=said_by.role,
            via=said_by.via,
            polarity=claim.polarity,
            hedged=bool(claim.hedges),
            confidence=claim.confidence,
            text=claim.text,
            phrase=figure.phrase.text,
            kind=figure.kind,
            role=figure.group.role,
            nationality=figure.group.nationality,
            low=figure.low,
            high=figure.high,
            approx=figure.approx,
            scope=figure.scope,
            part=figure.part,
        )
        for position, figure in enumerate(claim.figures)
    )
