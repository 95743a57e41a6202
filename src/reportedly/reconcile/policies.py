"""Policies: which of the figures that are held is printed as best. Small pure functions; none decides who is right, and
none makes a number: what is printed is one telling's own figure, whatever a policy counts it as.

- `latest`: what a careful wire desk prints (weighing.py, and states.py for counts of a state).
- `conservative`: the lowest figure held. After ACLED (Armed Conflict Location & Event Data, "FAQs: Fatalities", under
  "How does ACLED code fatalities?", 2023, updated May 2024): where reports differ or are vague the most conservative
  estimate is taken; "tens" count as 10, "dozens" as 12, "hundreds" as 100. Here they count so when figures are
  compared; what is printed stays the report's "dozens".
- `majority`: the figure that most independent origins hold, and the lowest where no figure has most. After GTD (Global
  Terrorism Database, START, University of Maryland, Codebook: Methodology, Inclusion Criteria, and Variables, under
  "Casualties and Consequences", Total Number of Fatalities, `nkill`). GTD asks first for the most recent source; what
  an origin has since replaced is no longer held here, which comes to the same.
- `range`: low and high are the extremes held, best is the latest. After UCDP (Uppsala Conflict Data Program,
  Georeferenced Event Dataset Codebook, variables `low`, `best` and `high`). UCDP's coders judge which reports are
  reliable; this does not.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reportedly.account import Bounds
from reportedly.errors import WrongUse
from reportedly.reconcile.lines import level


class Holding(NamedTuple):
    """A figure that an origin holds now, for the whole line."""

    bounds: Bounds
    phrase: str
    counted: str
    """Whom standing counts it for."""


Policy = Callable[[Sequence[Holding], int], tuple[Bounds, Bounds]]
"""From what is held, at least one, and the place of the latest desk's choice in it: best and range."""

ACLED_WORDS = {"tens": 10, "dozens": 12, "hundreds": 100}


def hull(best: Bounds, held: Sequence[Bounds]) -> Bounds:
    """From the lowest number told to the highest; open on a side only where the figure that reaches furthest there, or
    the best one, is open itself: "at least 6" beside 35 does not say more than 35."""
    lows = [number for each in held for number in (each.low, each.high) if number is not None]
    low: int | None = min(lows)
    high: int | None = max(lows)
    if best.low is None or any(each.low is None and each.high == low for each in held):
        low = None
    if best.high is None or any(each.high is None and each.low == high for each in held):
        high = None
    return Bounds(low, high)


def latest(held: Sequence[Holding], chosen: int) -> tuple[Bounds, Bounds]:
    best = held[chosen].bounds
    return best, hull(best, [each.bounds for each in held])


def conservative(held: Sequence[Holding], chosen: int) -> tuple[Bounds, Bounds]:
    best = min(held, key=_as_acled_counts).bounds
    return best, hull(best, [each.bounds for each in held])


def majority(held: Sequence[Holding], chosen: int) -> tuple[Bounds, Bounds]:
    origins: dict[Bounds, set[str]] = {}
    for each in held:
        origins.setdefault(each.bounds, set()).add(each.counted)
    most = max(len(who) for who in origins.values())
    first = [bounds for bounds, who in origins.items() if len(who) == most]
    best = first[0] if len(first) == 1 else min(origins, key=_lowest)
    return best, hull(best, [each.bounds for each in held])


POLICIES: Mapping[str, Policy] = {
    "latest": latest,
    "conservative": conservative,
    "majority": majority,
    "range": latest,
}


def policy_named(name: str) -> Policy:
    """The policy of that name; raises `WrongUse` where there is none."""
    if name not in POLICIES:
        raise WrongUse(f"there is no policy {name!r}: use one of {', '.join(POLICIES)}")
    return POLICIES[name]


def _lowest(bounds: Bounds) -> tuple[int, bool, int]:
    return (level(bounds.low, bounds.high), bounds.high is None, -1 if bounds.high is None else bounds.high)


def _as_acled_counts(holding: Holding) -> tuple[int, bool, int]:
    """A vague word by ACLED's number, anything else by its own. The figure itself ends the comparison: two that count
    alike are told apart by what they say, never by who came first."""
    words = holding.phrase.casefold().split()
    bounds = holding.bounds
    if len(words) == 1 and words[0] in ACLED_WORDS and bounds.high is None:
        return ACLED_WORDS[words[0]], True, level(bounds.low, bounds.high)
    return _lowest(bounds)
