"""What is told now: the figures that stand on each line, each once, however many tell it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from reportedly.account import Is, Line, LineClaim, LineGroup
from reportedly.claim import Polarity
from reportedly.figure import Kind
from reportedly.reconcile.arithmetic import Subject, high_holds, low_holds, subject

_WIDEN = 10


class Told(NamedTuple):
    """One figure on one line. Of many claims that stand with it, the first told and the last speak for all: the first
    says soonest how many there were at least, the last how many there were at most until then."""

    subject: Subject
    group: LineGroup
    """As the line has it."""
    low: int
    """0 where it is open: nobody counts fewer."""
    high: int | None
    first: LineClaim
    last: LineClaim
    second: LineClaim | None
    """The first told by another origin than the first."""
    best: bool
    """Whether it is what its line prints."""

    @property
    def kind(self) -> Kind:
        return self.subject.kind

    def least_at(self, at: datetime) -> LineClaim | None:
        """Who says at that moment that there are at least so many; None: nobody."""
        for claim in (self.first, self.last):
            if self.low > 0 and low_holds(self.kind, claim.published_at, at):
                return claim
        return None

    def most_at(self, at: datetime) -> LineClaim | None:
        for claim in (self.last, self.first):
            if self.high is not None and high_holds(self.kind, claim.published_at, at):
                return claim
        return None


def told(lines: Iterable[Line]) -> tuple[Told, ...]:
    """In the order of the lines, and of one line what it prints first, then in the order of publication. Only claims
    that stand take part: not what was updated, corrected, withdrawn, denied or is a denial. One that counts some of
    its line's people says nothing of how many there are at most. What an approximate figure says is taken a tenth
    wider, and figures of no kind of their own answer no one question."""
    found: list[Told] = []
    for line in lines:
        if line.kind is not Kind.OTHER:
            found.extend(_on(line))
    return tuple(found)


def _on(line: Line) -> Sequence[Told]:
    standing: dict[tuple[int, int | None], list[LineClaim]] = {}
    current = Is.CURRENT
    for claim in line.claims:
        if claim.is_ is current and claim.polarity is Polarity.ASSERTED:
            standing.setdefault(_reach(claim), []).append(claim)
    printed = None if line.best is None else (line.best.low, line.best.high)
    found = []
    for (low, high), claims in standing.items():
        if low == 0 and high is None:
            continue
        first = claims[0]
        second = next((claim for claim in claims if claim.origin != first.origin), None)
        best = any((claim.low, claim.high) == printed and not claim.part for claim in claims)
        about = subject(line.kind, line.group)
        found.append(Told(about, line.group, low, high, first, claims[-1], second, best))
    return sorted(found, key=lambda each: not each.best)


def _reach(claim: LineClaim) -> tuple[int, int | None]:
    low = 0 if claim.low is None else claim.low
    high = None if claim.part else claim.high
    if claim.approx:
        low -= low // _WIDEN
        high = None if high is None else high + high // _WIDEN
    return low, high
