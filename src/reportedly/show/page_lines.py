"""The account's lines as the page shows them: the figure in somebody's words, how far they lie apart, who says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.account import Account, Bounds, Is, Line, LineClaim
from reportedly.claim import Reading
from reportedly.figure import Kind
from reportedly.show.figure_words import Phrasing, Wording, bounds_of, counts, group_words, kind_words, wording
from reportedly.show.page_marks import FigureKey
from reportedly.show.quoting import Excerpt, excerpt

FEWEST_TELLERS, MOST_TELLERS = 2, 4
"""Of a line, before the rest is folded away: so many who agree, and so many at all."""


def line_name(kind: Kind) -> str:
    return kind_words(kind).capitalize()


@dataclass(frozen=True, slots=True)
class Lookup:
    """Where the page finds what an account only names."""

    outlets: dict[str, str | None]
    anchors: dict[FigureKey, str]

    def href(self, report_id: str, claim_id: str, figure: int) -> str | None:
        """None where the page does not show that report."""
        anchor = self.anchors.get((report_id, claim_id, figure))
        return None if anchor is None else f"#{anchor}"


def lookup(readings: Iterable[Reading], anchors: dict[FigureKey, str]) -> Lookup:
    return Lookup({reading.report.id: reading.report.outlet for reading in readings}, anchors)


@dataclass(frozen=True, slots=True)
class Teller:
    """One origin's figure on one line: the latest that it stands by."""

    origin: str
    outlet: str | None
    """None where it is the origin itself."""
    figure: Wording
    is_: Is
    at: datetime
    text: Excerpt
    href: str | None
    copies: int
    """How many further reports told the same from the same origin."""
    agrees: bool
    """With the line's best figure."""


@dataclass(frozen=True, slots=True)
class Tick:
    percent: float
    best: bool


@dataclass(frozen=True, slots=True)
class LineRow:
    anchor: str
    line: Line
    kind: str
    group: str
    best: Wording | None
    reach: str | None
    """None where everybody who stands by a figure gives the same."""
    ticks: tuple[Tick, ...]
    band: tuple[float, float] | None
    tellers: tuple[Teller, ...]
    folded: tuple[Teller, ...]
    more: int


def line_row(line: Line, anchor: str, known: Lookup, said: Phrasing) -> LineRow:
    standing = [claim for claim in line.claims if counts(claim)]
    shown, folded = _foremost(_tellers(standing, line.best, known))
    ticks, band = _bar(standing, line)
    return LineRow(
        anchor=anchor,
        line=line,
        kind=line_name(line.kind),
        group=group_words(line.group),
        best=None if line.best is None else said.words(line.best),
        reach=_reach(line, said),
        ticks=ticks,
        band=band,
        tellers=tuple(shown),
        folded=tuple(folded[: MOST_TELLERS * 4]),
        more=max(0, len(folded) - MOST_TELLERS * 4),
    )


def _reach(line: Line, said: Phrasing) -> str | None:
    if line.range is None or line.range == line.best:
        return None
    reach = said.reach(line.range)
    return None if line.best is not None and reach == str(said.words(line.best)) else reach


def _tellers(standing: Sequence[LineClaim], best: Bounds | None, known: Lookup) -> list[Teller]:
    """Each origin once, those who agree with the best figure first, then the newest first."""
    by_origin: dict[str, list[LineClaim]] = {}
    for claim in standing:
        by_origin.setdefault(claim.origin, []).append(claim)
    tellers = []
    for origin, claims in by_origin.items():
        current = [claim for claim in claims if claim.is_ is Is.CURRENT]
        latest = max(current or claims, key=lambda claim: claim.published_at)
        tellers.append(teller(latest, known, copies=len(claims) - 1, agrees=bounds_of(latest) == best, origin=origin))
    return sorted(tellers, key=lambda t: (not t.agrees, -t.at.timestamp(), t.origin))


def _foremost(tellers: Sequence[Teller]) -> tuple[list[Teller], list[Teller]]:
    """Two who agree, then whoever is the first with another figure, so that the figures that differ are all in sight;
    and the rest."""
    figures: set[str] = set()
    shown: list[Teller] = []
    for one in tellers:
        news = one.agrees and sum(t.agrees for t in shown) < FEWEST_TELLERS
        if len(shown) < MOST_TELLERS and (news or str(one.figure) not in figures):
            figures.add(str(one.figure))
            shown.append(one)
    if len(tellers) == len(shown) + 1:  # a fold of one hides more than it saves
        return list(tellers), []
    return shown, [one for one in tellers if one not in shown]


def teller(claim: LineClaim, known: Lookup, *, copies: int = 0, agrees: bool = False, origin: str = "") -> Teller:
    outlet = known.outlets.get(claim.report_id)
    return Teller(
        origin=origin or claim.origin,
        outlet=None if outlet == claim.origin else outlet,
        figure=wording(claim),
        is_=claim.is_,
        at=claim.published_at,
        text=excerpt(claim.text, claim.phrase, 130),
        href=known.href(claim.report_id, claim.claim_id, claim.figure),
        copies=copies,
        agrees=agrees,
    )


def _bar(standing: Sequence[LineClaim], line: Line) -> tuple[tuple[Tick, ...], tuple[float, float] | None]:
    """The bar runs from none to the greatest figure of the line's range, and a tick marks each figure within it."""
    if line.range is None:
        return (), None
    told = {v for claim in standing for v in (claim.low, claim.high) if v is not None}
    values = {v for v in told if _within(v, line.range)}
    top = max(values, default=0)
    if top == 0 or len(values) < 2:
        return (), None
    best = () if line.best is None else (line.best.low, line.best.high)
    ticks = tuple(Tick(round(100 * value / top, 2), value in best) for value in sorted(values)[:200])
    return ticks, (round(100 * min(values) / top, 2), 100.0)


def _within(value: int, bounds: Bounds) -> bool:
    return (bounds.low is None or value >= bounds.low) and (bounds.high is None or value <= bounds.high)


# Who says what


def first_told(rows: Sequence[LineRow]) -> dict[str, tuple[LineRow, ...]]:
    """Origin -> the lines whose best figure it was the first to give."""
    first: dict[str, list[LineRow]] = {}
    for row in rows:
        best = [c for c in row.line.claims if counts(c) and bounds_of(c) == row.line.best]
        if best:
            first.setdefault(min(best, key=lambda claim: claim.published_at).origin, []).append(row)
    return {origin: tuple(theirs) for origin, theirs in first.items()}


@dataclass(frozen=True, slots=True)
class Cell:
    figure: Wording
    href: str | None
    is_: Is
    agrees: bool
    before: Wording | None
    """What the same origin said last that was not this."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    origin: str
    cells: tuple[Cell | None, ...]
    tellings: int


def matrix(rows: Sequence[LineRow], account: Account, known: Lookup) -> tuple[MatrixRow, ...]:
    """Who spoke to which of these lines, and what each said last: who spoke to most of them first."""
    tellings: dict[str, int] = {}
    for line in account.lines:
        for claim in line.claims:
            tellings[claim.origin] = tellings.get(claim.origin, 0) + 1
    cells = [_column(row, known) for row in rows]
    spoke = {origin for column in cells for origin in column}
    found = [MatrixRow(origin, tuple(column.get(origin) for column in cells), tellings[origin]) for origin in spoke]
    return tuple(sorted(found, key=lambda r: (-sum(c is not None for c in r.cells), -r.tellings, r.origin)))


def _column(row: LineRow, known: Lookup) -> dict[str, Cell]:
    by_origin: dict[str, list[LineClaim]] = {}
    for claim in row.line.claims:
        if claim.part:
            continue
        by_origin.setdefault(claim.origin, []).append(claim)
    column: dict[str, Cell] = {}
    for origin, claims in by_origin.items():
        *earlier, last = sorted(claims, key=lambda c: (c.published_at, c.is_ is Is.CURRENT))
        other = [claim for claim in earlier if bounds_of(claim) != bounds_of(last)]
        column[origin] = Cell(
            figure=wording(last),
            href=known.href(last.report_id, last.claim_id, last.figure),
            is_=last.is_,
            agrees=bounds_of(last) == row.line.best,
            before=wording(other[-1]) if other else None,
        )
    return column
