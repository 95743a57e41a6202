"""Standing: how many origins stand behind a line's figure, and whether they agree. Origins, never outlets."""

from collections.abc import Iterable

from reportedly.account import Bounds, Standing

Held = tuple[str, Bounds, bool]
"""Who holds it (the origin's `counted`), the figure, and whether it is approximate."""


def agree(one: Bounds, other: Bounds, approx: bool = False) -> bool:
    """Whether both can be true: they share a number. An approximate one reaches a tenth further on either side."""
    if approx:
        return agree(_widened(one), _widened(other))
    above = one.low is not None and other.high is not None and one.low > other.high
    below = one.high is not None and other.low is not None and one.high < other.low
    return not above and not below


def standing(held: Iterable[Held]) -> tuple[Standing, int]:
    """The standing of what is held now, and how many origins hold it. Those that share a figure agree; one pair that
    cannot both be true makes the line disputed. An origin that holds two figures does not dispute with itself."""
    by_origin: dict[str, set[tuple[Bounds, bool]]] = {}
    for who, bounds, approx in held:
        by_origin.setdefault(who, set()).add((bounds, approx))
    if not by_origin:
        return Standing.NONE, 0
    if len(by_origin) == 1:
        return Standing.ONE_SOURCE, 1
    # Two intervals that share no number: one ends before the other begins. So the line is disputed if, between two
    # origins, some figure ends below the start of another; the two lowest ends and two highest starts, each of
    # another origin, decide it without comparing every pair.
    ends = _extremes(by_origin, high=True)
    starts = _extremes(by_origin, high=False)
    disputed = any(end < start and one != other for end, one in ends for start, other in starts)
    return (Standing.DISPUTED if disputed else Standing.CORROBORATED), len(by_origin)


def _extremes(by_origin: dict[str, set[tuple[Bounds, bool]]], high: bool) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    for who, figures in by_origin.items():
        numbers: list[float] = []
        for bounds, approx in figures:
            reach = _widened(bounds) if approx else bounds
            number = reach.high if high else reach.low
            if number is not None:
                numbers.append(number)
        if numbers:
            found.append((min(numbers) if high else max(numbers), who))
    found.sort(reverse=not high)
    return found[:2]


def _widened(bounds: Bounds) -> Bounds:
    low = None if bounds.low is None else bounds.low - bounds.low // 10
    high = None if bounds.high is None else bounds.high + bounds.high // 10
    return Bounds(low, high)
