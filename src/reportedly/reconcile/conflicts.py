"""What cannot all be true: a first version that looks at two claims at a time. The solver that finds the smallest sets
over many lines comes later, under the same function."""

from collections.abc import Iterator, Sequence

from reportedly.account import Bounds, Conflict, Is, Line, LineClaim
from reportedly.claim import Polarity
from reportedly.reconcile.lines import level
from reportedly.reconcile.standing import agree

ONE_NUMBER = "one question has one answer"
PART_OF_WHOLE = "a part is not more than its whole"


def conflicts(lines: Sequence[Line]) -> tuple[Conflict, ...]:
    """Pairs of claims that cannot both be true, line by line. Of many claims that hold one figure, the first told
    speaks for all: forty papers against one are one conflict, not forty."""
    found = [conflict for line in lines for conflict in _within_line(line)]
    found.extend(_parts(lines))
    return tuple(found)


def _within_line(line: Line) -> Iterator[Conflict]:
    held = _held(line)
    if line.best is None:
        return
    best = [claim for claim in held if (claim.low, claim.high) == (line.best.low, line.best.high)]
    if not best:
        return
    one = best[0]
    for other in held:
        if other.origin != one.origin and not agree(_bounds(one), _bounds(other)):
            why = (
                f"{one.origin} said {_says(one)} {line.kind} ({_group(line)}), {other.origin} said {_says(other)}: "
                f"both cannot be right."
            )
            yield Conflict(tuple(sorted((one.claim_id, other.claim_id))), ONE_NUMBER, why)


def _parts(lines: Sequence[Line]) -> Iterator[Conflict]:
    wholes = {(line.kind, line.group.role): line for line in lines if not line.group.nationality}
    for line in lines:
        whole = wholes.get((line.kind, line.group.role))
        if whole is None or not line.group.nationality or line.best is None or whole.best is None:
            continue
        for part in _held(line):
            if part.low is None or part.is_ is not Is.CURRENT:
                continue
            for total in _held(whole):
                if total.high is not None and part.low > total.high and part.published_at <= total.published_at:
                    why = (
                        f"{part.origin} said {_says(part)} {line.kind} ({_group(line)}), more than the {_says(total)} "
                        f"{_group(whole)} in all that {total.origin} said."
                    )
                    yield Conflict(tuple(sorted((part.claim_id, total.claim_id))), PART_OF_WHOLE, why)


def _held(line: Line) -> tuple[LineClaim, ...]:
    """One claim for each figure held now, the first told."""
    first: dict[tuple[int | None, int | None], LineClaim] = {}
    for claim in line.claims:
        if claim.is_ in (Is.CURRENT, Is.DENIED) and not claim.part and claim.polarity is Polarity.ASSERTED:
            first.setdefault((claim.low, claim.high), claim)
    return tuple(sorted(first.values(), key=lambda claim: (level(claim.low, claim.high), claim.low is None)))


def _bounds(claim: LineClaim) -> Bounds:
    return Bounds(claim.low, claim.high)


def _says(claim: LineClaim) -> str:
    if claim.low is None:
        return f"up to {claim.high}"
    if claim.high is None:
        return f"at least {claim.low}"
    return str(claim.low) if claim.low == claim.high else f"{claim.low} to {claim.high}"


def _group(line: Line) -> str:
    return " ".join((*line.group.nationality, line.group.role))
