"""Lines of an account without the way that led to them, for the tests of what cannot all be true."""

from datetime import timedelta
from typing import Any

from newsroom import MORNING
from reportedly.account import Bounds, Is, Line, LineClaim, LineGroup, Standing
from reportedly.figure import Kind


def claim(name: str, low: int | None, high: int | None, hour: float = 0, **known: Any) -> LineClaim:
    """A claim that stands, told so many hours after the morning; `phrase` and `origin` are made up unless given."""
    told: dict[str, Any] = {
        "claim_id": name,
        "figure": 0,
        "is_": Is.CURRENT,
        "low": low,
        "high": high,
        "origin": f"the {name} desk",
        "published_at": MORNING + timedelta(hours=hour),
        "text": name,
        "phrase": str(low if low is not None else high),
        "report_id": name,
    }
    return LineClaim(**{**told, **known})


def line(kind: Kind, role: str, *claims: LineClaim, nations: tuple[str, ...] = ()) -> Line:
    """A line whose best is its last claim."""
    ordered = tuple(sorted(claims, key=lambda one: one.published_at))
    best = Bounds(ordered[-1].low, ordered[-1].high) if ordered else None
    return Line(kind, LineGroup(role, nations), best, best, Standing.DISPUTED, len(ordered), None, ordered)
