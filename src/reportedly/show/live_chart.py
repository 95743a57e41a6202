"""How one line moved, drawn at once: a step line of the best figure, a band from the least to the greatest that was
held at the time, and a point for every telling.

The slider asks for eight of these at every step, so they are drawn here and not by Vega, which takes a hundred times
as long. All points of one fate are one path, as a thousand elements would take a telephone a second to lay out. Only
whole numbers, times and our own words go in, so the SVG is safe to place as it is. An open bound is a triangle that
points to where the figure may lie. All colours come from the style sheet, for light and for dark.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from markupsafe import escape

from reportedly.account import Bounds, Change, Is, Line, LineClaim
from reportedly.show.page_view import Moment

WIDTH, HEIGHT = 400, 128
LEFT, RIGHT, TOP, BOTTOM = 44, 10, 8, 22
MANY = 60
"""Points; of more, each is drawn small, and the line over them."""
FELL = (Is.WITHDRAWN, Is.DENIED, Is.CORRECTED)
FATES = ("passed", "fell", "holds")
"""As they are drawn: what stands lies over what does not."""


class Course(NamedTuple):
    """What one chart shows: time from `start` to `end`, what was known `until` then, told in `zone`."""

    start: datetime
    end: datetime
    until: datetime
    zone: tzinfo


class Moves(NamedTuple):
    """How a line moved: the story's changes, oldest first, and what the line stood at at some moments, in order."""

    changes: Sequence[Change]
    moments: Sequence[Moment] = ()


def course_chart(line: Line, moves: Moves, course: Course, label: str) -> str:
    """An SVG element with `label` as its accessible name; "" where there is not yet anything to compare. Parts of the
    line's people are left out."""
    told = [c for c in line.claims if not c.part and _level(c) is not None and course.start <= c.published_at]
    if len({claim.published_at for claim in told}) < 2:
        return ""
    steps = [c for c in moves.changes if c.line == (line.kind, line.group)]
    spans = _spans(line, told, moves.moments, course)
    ends = [side for move in steps for side in _sides(move.after) if side is not None]
    ends += [side for _, span in spans for side in _sides(span) if side is not None]
    ticks = _ticks(max([*ends, *(level for c in told if (level := _top(c)) is not None)], default=1))
    scale = _Scale(course, ticks[-1])
    places = _places(told, scale)
    many = len(places) > MANY
    moved, points = _steps(steps, scale), _points(places, many)
    drawn = [_band(spans, scale), _axes(scale, ticks), *(points + moved if many else moved + points), _now(scale)]
    return (
        f'<svg class="chart course-chart{" many" if many else ""}" role="img" aria-label="{escape(label)}" '
        f'focusable="false" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(drawn)}</svg>'
    )


class _Scale:
    def __init__(self, course: Course, top: int) -> None:
        self.course = course
        self._start = course.start.timestamp()
        self._seconds = max(course.end.timestamp() - self._start, 1.0)
        self._top = max(top, 1)

    def x(self, at: datetime) -> str:
        share = min(max((at.timestamp() - self._start) / self._seconds, 0.0), 1.0)
        return f"{LEFT + share * (WIDTH - LEFT - RIGHT):.1f}"

    def y(self, value: int) -> str:
        return f"{HEIGHT - BOTTOM - value / self._top * (HEIGHT - TOP - BOTTOM):.1f}"


def _level(claim: LineClaim) -> int | None:
    return claim.low if claim.low is not None else claim.high


def _top(claim: LineClaim) -> int | None:
    return claim.high if claim.high is not None else claim.low


def _sides(bounds: Bounds | None) -> tuple[int | None, int | None]:
    """Where one side is open, both are where the other is: the triangle tells that it is open."""
    if bounds is None:
        return None, None
    low = bounds.low if bounds.low is not None else bounds.high
    return low, bounds.high if bounds.high is not None else low


def _ticks(top: int) -> list[int]:
    """Whole numbers from 0 to the first that is no less than all that is drawn: 0, 1, 2 · 0, 20, 40."""
    step = next(s * 10**p for p in range(20) for s in (1, 2, 5) if s * 10**p * 3 >= top)
    return list(range(0, max(top, 1) + step, step))[: -(-max(top, 1) // step) + 1]


def _axes(scale: _Scale, ticks: Sequence[int]) -> str:
    lines = [
        f'<path class="grid" d="M{LEFT} {scale.y(v)}H{WIDTH - RIGHT}"/>'
        f'<text class="tick-y" x="{LEFT - 5}" y="{float(scale.y(v)) + 4:.1f}">{_short(v)}</text>'
        for v in ticks
    ]
    return "".join(lines) + "".join(_times(scale))


def _short(tick: int) -> str:
    return f"{tick // 1000:,}k" if tick >= 100_000 else f"{tick:,}"  # ticks so high are whole thousands


def _times(scale: _Scale) -> list[str]:
    start, end, _, zone = scale.course
    span = end - start
    named = []
    for place in range(4):
        at = (start + span * place / 3).astimezone(zone)
        words = f"{at.day} {at:%b}" if span > timedelta(days=12) else f"{at:%a} {at:%H:%M}"
        anchor = ("start", "middle", "middle", "end")[place]
        named.append(f'<text class="tick-x" x="{scale.x(at)}" y="{HEIGHT - 6}" text-anchor="{anchor}">{words}</text>')
    return named


Span = tuple[datetime, Bounds | None]
"""How far the line's figures lay apart from then on."""


def _spans(line: Line, told: Sequence[LineClaim], moments: Sequence[Moment], course: Course) -> list[Span]:
    """Up to `until`. The last is the line's own, so that band and words say the same at the end of what is shown."""
    spans: list[Span] = [(moment.at, moment.range) for moment in moments if moment.at <= course.until]
    newest = max(claim.published_at for claim in told)
    if not spans or spans[-1][1] != line.range:
        spans.append((max([newest, *(at for at, _ in spans[-1:])]), line.range))
    return spans


def _band(spans: Sequence[Span], scale: _Scale) -> str:
    """The greatest from left to right, then the least back; a break where no figure stood."""
    until = [at for at, _ in spans[1:]] + [scale.course.until]
    runs: list[list[tuple[str, str, str, str]]] = [[]]
    for (at, span), end in zip(spans, until, strict=True):
        low, high = _sides(span)
        if low is None or high is None:
            runs.append([])
        elif at < end:
            runs[-1].append((scale.x(at), scale.x(end), scale.y(low), scale.y(high)))
    path = []
    for run in filter(None, runs):
        there = "".join(f"V{high}H{end}" for _, end, _, high in run)
        back = "".join(f"V{low}H{start}" for start, _, low, _ in reversed(run))
        path.append(f"M{run[0][0]} {run[0][2]}{there}{back}z")
    return f'<path class="span-band" d="{"".join(path)}"/>' if path else ""


def _steps(moves: Sequence[Change], scale: _Scale) -> list[str]:
    """The best figure from change to change; two lines where it is a span."""
    drawn = []
    for side in (0, 1):
        if side and all(low == high for low, high in (_sides(move.after) for move in moves)):
            break
        path, before = [], None
        for move in moves:
            value = _sides(move.after)[side]
            if value is None:
                path.append("" if before is None else f"H{scale.x(move.at)}")
            elif before is None:
                path.append(f"M{scale.x(move.at)} {scale.y(value)}")
            elif value != before:  # what is confirmed or disputed moves nothing
                path.append(f"H{scale.x(move.at)}V{scale.y(value)}")
            before = value
        if before is not None:
            path.append(f"H{scale.x(scale.course.until)}")
        drawn.append(f'<path class="best-line" d="{"".join(path)}"/>')
    return drawn


class _Place(NamedTuple):
    fate: str
    shape: str
    span: str
    """A line from its low to its high, where these differ."""
    start: str


def _places(told: Sequence[LineClaim], scale: _Scale) -> list[_Place]:
    """One for every place on the drawing, however many tellings fall on it; a standing one hides one that fell."""
    places: dict[tuple[int, int, int, str], _Place] = {}
    for claim in sorted(told, key=lambda c: (c.is_ in (Is.CURRENT, Is.REPEATED), c.published_at)):
        low, high = _level(claim), _top(claim)
        if low is None or high is None:
            continue
        fate = "holds" if claim.is_ in (Is.CURRENT, Is.REPEATED) else "fell" if claim.is_ in FELL else "passed"
        x, y, top = scale.x(claim.published_at), scale.y(low), scale.y(high)
        shape = "up" if claim.high is None else "down" if claim.low is None else "dot"
        span = f"M{x} {y}V{top}" if high != low else ""
        where = round(float(x) / 3), round(float(y) / 3), round(float(top) / 3), shape
        places[where] = _Place(fate, shape, span, f"M{x} {y}")
    return list(places.values())


def _points(places: Sequence[_Place], many: bool) -> list[str]:
    shapes = SMALL if many else SHAPES
    spans = "".join(place.span for place in places)
    drawn = [f'<path class="span" d="{spans}"/>'] if spans else []
    for fate in FATES:
        marks = [(place.shape, place.start + shapes[place.shape]) for place in places if place.fate == fate]
        dots = "".join(mark for shape, mark in marks if shape == "dot")
        others = "".join(mark for shape, mark in marks if shape != "dot")
        drawn += [f'<path class="dot {fate}" d="{dots}"/>'] if dots else []
        drawn += [f'<path class="core" d="{dots}"/>'] if dots and fate != "holds" else []
        drawn += [f'<path class="p {fate}" d="{others}"/>'] if others else []
    return drawn


# A line of no length with round ends is a dot: a third of what a circle takes to write down.
SHAPES = {"dot": "h0", "up": "m0-5l4.5 8h-9z", "down": "m0 5l4.5-8h-9z"}
SMALL = {"dot": "h0", "up": "m0-3l2.6 4.6h-5.2z", "down": "m0 3l2.6-4.6h-5.2z"}


def _now(scale: _Scale) -> str:
    if scale.course.until >= scale.course.end:
        return ""
    return f'<path class="until" d="M{scale.x(scale.course.until)} {TOP}V{HEIGHT - BOTTOM}"/>'
