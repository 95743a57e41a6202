"""A telling: one figure of one claim, with what reconciling needs to know of its report. Flat, so that a story of
100,000 of them loads as plain rows."""

from dataclasses import dataclass
from datetime import datetime

from reportedly.claim import Claim, Polarity
from reportedly.figure import Kind, Scope


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a claim, as its chain's first links have it. All None where the writer states it plainly."""

    source: str | None = None
    """The first link: its resolved name, else its words."""
    named: bool = False
    role: str | None = None
    via: str | None = None
    """The next link, where there is one: whom the source spoke to."""


@dataclass(frozen=True, slots=True)
class Telling:
    sequence: int
    """The ledger's own order of claims; later is greater. Says nothing about time."""
    report_id: str
    claim_id: str
    figure: int
    """Which of the claim's figures, from 0."""
    published_at: datetime
    """The report's; where that is unknown, when the ledger recorded it."""
    recorded_at: datetime
    outlet: str | None
    agency: str | None
    source: str | None
    source_named: bool
    source_role: str | None
    via: str | None
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


def speaker(claim: Claim) -> Speaker:
    if not claim.chain:
        return Speaker()
    first, *further = claim.chain
    via = further[0] if further else None
    return Speaker(
        source=first.text if first.name is None else first.name,
        named=first.named,
        role=first.role,
        via=None if via is None else via.text if via.name is None else via.name,
    )
