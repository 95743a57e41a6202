"""How one line moved, drawn at once: a step line of the best figure and a point for every telling.

The slider asks for eight of these at every step, so they are drawn here and not by Vega, which takes a hundred times
as long. Only whole numbers, times and our own words go in, so the SVG is safe to place as it is. An open bound is a
triangle that points to where the figure may lie. All colours come from the style sheet, for light and for dark.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from markupsafe import escape

from reportedly.account import Bounds, Change, Is, Line, LineClaim

WIDTH, HEIGHT = 400, 128
LEFT, RIGHT, TOP, BOTTOM = 36, 10, 8, 22
FELL = (Is.WITHDRAWN, Is.DENIED, Is.CORRECTED)


class Course(NamedTuple):
    """What one chart shows: time from `start` to `end`, what was known `until` then, told in `zone`."""

    start: datetime
    end: datetime
    until: datetime
    zone: tzinfo


def course_chart(line: Line, changes: Sequence[Change], course: Course, label: str) -> str:
    """An SVG element with `label` as its accessible name; "" where there is not yet anything to compare. `changes` are
    the story's, oldest first; parts of the line's people are left out."""
    told = [c for c in line.claims if not c.part and _level(c) is not None and course.start <= c.published_at]
    moves = [c for c in changes if c.line == (line.kind, line.group)]
    if len({claim.published_at for claim in told}) < 2:
        return ""
    ends = [side for move in moves for side in _sides(move.after) if side is not None]
    ticks = _ticks(max([*ends, *(level for c in told if (level := _top(c)) is not None)], default=1))
    scale = _Scale(course, ticks[-1])
    drawn = [_axes(scale, ticks), *_steps(moves, scale), *_points(told, scale), _now(scale)]
    return (
        f'<svg class="chart course-chart" role="img" aria-label="{escape(label)}" focusable="false" '
        f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(drawn)}</svg>'
    )


class _Scale:
    def __init__(self, course: Course, top: int) -> None:
        self.course = course
        self._start = course.start.timestamp()
        self._seconds = max(course.end.timestamp() - self._start, 1.0)
        self._top = max(top, 1)

    def x(self, at: datetime) -> float:
        share = min(max((at.timestamp() - self._start) / self._seconds, 0.0), 1.0)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: int) -> float:
        return round(HEIGHT - BOTTOM - value / self._top * (HEIGHT - TOP - BOTTOM), 1)


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
        f'<text class="tick-y" x="{LEFT - 5}" y="{scale.y(v) + 4}">{v:,}</text>'
        for v in ticks
    ]
    return "".join(lines) + "".join(_times(scale))


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
            else:
                path.append(f"H{scale.x(move.at)}V{scale.y(value)}")
            before = value
        if before is not None:
            path.append(f"H{scale.x(scale.course.until)}")
        drawn.append(f'<path class="best-line" d="{"".join(path)}"/>')
    return drawn


def _points(told: Sequence[LineClaim], scale: _Scale) -> list[str]:
    """One for every place on the drawing, however many tellings fall on it; a standing one hides one that fell."""
    places: dict[tuple[float, int, int], str] = {}
    for claim in sorted(told, key=lambda c: (c.is_ in (Is.CURRENT, Is.REPEATED), c.published_at)):
        low, high = _level(claim), _top(claim)
        if low is None or high is None:
            continue
        fate = "holds" if claim.is_ in (Is.CURRENT, Is.REPEATED) else "fell" if claim.is_ in FELL else "passed"
        x, y = scale.x(claim.published_at), scale.y(low)
        span = f'<path class="span" d="M{x} {y}V{scale.y(high)}"/>' if high != low else ""
        if claim.high is None:
            mark = f'<path class="p {fate}" d="M{x} {y - 5}l4.5 8h-9z"/>'
        elif claim.low is None:
            mark = f'<path class="p {fate}" d="M{x} {y + 5}l4.5 -8h-9z"/>'
        else:
            mark = f'<circle class="p {fate}" cx="{x}" cy="{y}" r="3.2"/>'
        places[round(x / 3), low, high] = span + mark
    return list(places.values())


def _now(scale: _Scale) -> str:
    if scale.course.until >= scale.course.end:
        return ""
    return f'<path class="until" d="M{scale.x(scale.course.until)} {TOP}V{HEIGHT - BOTTOM}"/>'
