"""Which lines of an account an editor wants first: what most voices speak to."""

from collections.abc import Sequence

from reportedly.account import Account, Line
from reportedly.claim import Polarity
from reportedly.figure import Kind


def foremost(account: Account, most: int) -> list[Line]:
    """The lines most told of, in the order in which a desk asks for them."""
    order = list(Kind)
    return sorted(by_weight(account.lines)[:most], key=lambda line: (order.index(line.kind), *_lightness(line)))


def by_weight(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=_lightness)


def _lightness(line: Line) -> tuple[bool, bool, int, int, int]:
    """Least for a line that somebody answers and that has a name; then for many voices, then for many figures. What
    counts only a part of the line's people, or denies a figure, answers nothing."""
    answers = [claim for claim in line.claims if not claim.part and claim.polarity is not Polarity.DENIED]
    voices = len({claim.origin for claim in answers})
    figures = len({(claim.low, claim.high) for claim in answers})
    return line.best is None, line.kind is Kind.OTHER, -voices, -figures, -len(line.claims)
