"""Track records: how each origin did, once somebody has said what a line came to in the end.

An early count that was too low is no fault, and is not called one: a record says what was told first, how far off it
was from then on, and how often it was revised which way.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reportedly.account import Bounds, Line, LineClaim, LineGroup, Settlement, TrackRecord
from reportedly.claim import Polarity
from reportedly.reconcile.lines import level
from reportedly.reconcile.wording import figure_as_told


def track_records(
    lines: Iterable[Line], settlements: Iterable[Settlement], whose: Mapping[str, str]
) -> Mapping[str, tuple[TrackRecord, ...]]:
    """For each origin its records, in the order of the lines. `whose` names the origin of each claim; "" is nobody
    known, who has none. Of several settlements of a line the last holds. Parts and denials tell nothing of the
    whole."""
    settled = {(one.kind, LineGroup(one.role, one.nationality)): one.value for one in settlements}
    found: dict[str, list[TrackRecord]] = {}
    for line in lines:
        value = settled.get((line.kind, line.group))
        if value is None:
            continue
        told: dict[str, list[LineClaim]] = {}
        for claim in line.claims:
            who = whose.get(claim.claim_id, "")
            if who and not claim.part and claim.polarity is Polarity.ASSERTED:
                told.setdefault(who, []).append(claim)
        for who, claims in told.items():
            found.setdefault(who, []).append(_record(line, claims, value))
    return {who: tuple(records) for who, records in found.items()}


def error(bounds: Bounds, settled: int) -> int:
    """How far bounds lie from what it came to: above zero too many, below too few, 0 where that lies within them."""
    if bounds.low is not None and bounds.low > settled:
        return bounds.low - settled
    if bounds.high is not None and bounds.high < settled:
        return bounds.high - settled
    return 0


def _record(line: Line, claims: Sequence[LineClaim], settled: int) -> TrackRecord:
    errors: list[tuple[datetime, int]] = []
    raised = lowered = 0
    previous: Bounds | None = None
    for claim in sorted(claims, key=lambda one: (one.published_at, one.claim_id, one.figure)):
        bounds = Bounds(claim.low, claim.high)
        if bounds == previous:
            continue
        if previous is not None:
            before, after = level(previous.low, previous.high), level(bounds.low, bounds.high)
            raised += after > before
            lowered += after < before
        errors.append((claim.published_at, error(bounds, settled)))
        previous = bounds
    first = min(claims, key=lambda one: (one.published_at, one.claim_id, one.figure))
    return TrackRecord(
        kind=line.kind,
        group=line.group,
        settled=settled,
        first=Bounds(first.low, first.high),
        first_words=figure_as_told(first),
        first_at=first.published_at,
        errors=tuple(errors),
        raised=raised,
        lowered=lowered,
    )
