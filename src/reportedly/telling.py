"""A telling: one figure of one claim, with what reconciling needs to know of its report. Flat, so that a story of
100,000 of them loads as plain rows."""

from dataclasses import dataclass
from datetime import datetime

from reportedly.claim import Claim, Polarity, Source
from reportedly.figure import Kind, Scope
from reportedly.report import Report


@dataclass(frozen=True, slots=True)
class Telling:
    sequence: int
    """The ledger's own order of claims; later is greater. Says nothing about time."""
    report_id: str
    claim_id: str
    figure: int
    """Which of the claim's figures, from 0."""
    published_at: datetime
    """The report's; where that is unknown, when the ledger recorded it. UTC."""
    recorded_at: datetime
    outlet: str | None
    agency: str | None
    source: str | None
    """The first link of the chain: its resolved name, else its words; None where the writer states it plainly."""
    source_named: bool
    source_role: str | None
    via: str | None
    """The next link of the chain, where there is one: whom the source spoke to."""
    polarity: Polarity
    hedged: bool
    confidence: float
    text: str
    """The claim's words."""
    phrase: str
    """The words that carry the number."""
    kind: Kind
    role: str
    nationality: tuple[str, ...]
    low: int | None
    high: int | None
    approx: bool
    scope: Scope
    part: bool


def tellings(report: Report, claim: Claim, sequence: int) -> tuple[Telling, ...]:
    """The claim's figures as tellings, in the order of the text. The report must have been recorded."""
    if report.recorded_at is None:
        raise ValueError(f"report {report.id} has no recorded_at: only recorded reports are told")
    first: Source | None = claim.chain[0] if claim.chain else None
    second: Source | None = claim.chain[1] if len(claim.chain) > 1 else None
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
            source=None if first is None else (first.name if first.name is not None else first.text),
            source_named=first is not None and first.named,
            source_role=None if first is None else first.role,
            via=None if second is None else (second.name if second.name is not None else second.text),
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
