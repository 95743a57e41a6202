"""How one line moved: what was best and how far the reports lay apart, hour by hour, with a point for every telling.

Vega-Lite draws it to SVG without a browser or a network (vl-convert holds all its JavaScript). Nothing of a report's
text goes in, only whole numbers and times, so the SVG is safe to place as it is. An open bound is a triangle that
points to where the figure may lie; no mean of two bounds is ever drawn, as nobody said it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Any, NamedTuple

import vl_convert
from markupsafe import escape

from reportedly.account import Bounds, Is, Line, LineClaim
from reportedly.show.page_view import Moment

WIDTH, HEIGHT = 400, 128
"""As drawn on a wide page; a page of 390 pixels shows it a tenth smaller, its letters still over 10."""
VERSION = "6.1"
POINT, MANY_POINTS = 34, 60
"""A point's size; of so many in one chart each is drawn smaller."""

# The page's style sheet finds these by their value and gives each its colour for light and for dark.
INK, SOFT, BAND, GRID, WRONG = "#1b1a17", "#6b665c", "#d9e4ef", "#e4e0d6", "#a8261c"
BEST = "#0b5394"

Row = Mapping[str, Any]


class Frame(NamedTuple):
    """What a chart shows: [start, until], told in `zone`. Charts of one frame can be read one below the other."""

    start: datetime
    until: datetime
    zone: tzinfo


def line_chart(line: Line, moments: Sequence[Moment], frame: Frame, label: str) -> str:
    """An SVG element with `label` as its accessible name. Tellings of a part of the line's people are left out."""
    start, until, zone = frame
    if start >= until:
        frame = frame._replace(start=until - timedelta(hours=1))
    shown = [c for c in line.claims if start <= c.published_at <= until and _height(c) is not None and not c.part]
    points = _points(shown, frame)
    before = [replace(moment, at=start) for moment in moments if moment.at < start][-1:]
    steps = _steps([*before, *(moment for moment in moments if start <= moment.at <= until)], until, zone)
    spec = _spec(steps, points, (_ms(frame.start, zone), _ms(until, zone)))
    return _embedded(vl_convert.vegalite_to_svg(spec, vl_version=VERSION), label)


def _ticks(rows: Iterable[Row]) -> list[int]:
    """Whole numbers from 0 to the first that is no less than all that is drawn: 0, 1, 2 · 0, 20, 40."""
    top = max((v for row in rows for k, v in row.items() if k in _HEIGHTS and v is not None), default=1)
    step = next(s * 10**p for p in range(20) for s in (1, 2, 5) if s * 10**p * 3 >= top)
    return list(range(0, max(top, 1) + step, step))[: -(-max(top, 1) // step) + 1]


_HEIGHTS = frozenset({"y", "to", "best_low", "best_high", "range_low", "range_high"})


def _height(claim: LineClaim) -> int | None:
    return claim.low if claim.low is not None else claim.high


def _ms(at: datetime, zone: tzinfo) -> int:
    """The clock on the wall in `zone`, as if it were UTC: Vega knows no zone but UTC and the machine's own."""
    offset = at.astimezone(zone).utcoffset() or timedelta(0)
    return round((at.timestamp() + offset.total_seconds()) * 1000)


def _points(claims: Iterable[LineClaim], frame: Frame) -> list[Row]:
    """One for every place on the drawing, however many tellings fall on it; a standing one hides one that fell."""
    places: dict[tuple[int, int | None, int | None], Row] = {}
    start, until, zone = frame
    per_pixel = max((until - start).total_seconds() / WIDTH, 1e-6)
    for claim in sorted(claims, key=lambda c: (c.is_ in (Is.CURRENT, Is.REPEATED), c.published_at)):
        shape = "circle" if claim.low == claim.high else "up" if claim.high is None else "down"
        place = round((claim.published_at - start).total_seconds() / per_pixel / 3), claim.low, claim.high
        places[place] = {
            "t": _ms(claim.published_at, zone),
            "y": _height(claim),
            "to": claim.high if claim.high is not None else claim.low,
            "shape": "circle" if claim.low is not None and claim.high is not None else shape,
            "is": _fate(claim.is_),
        }
    return sorted(places.values(), key=lambda row: (row["is"], row["t"], row["y"]))


def _fate(is_: Is) -> str:
    if is_ in (Is.CURRENT, Is.REPEATED):
        return "holds"
    return "fell" if is_ in (Is.WITHDRAWN, Is.DENIED, Is.CORRECTED) else "passed"


def _steps(moments: Sequence[Moment], until: datetime, zone: tzinfo) -> list[Row]:
    rows: list[Row] = []
    for moment in sorted(moments, key=lambda m: m.at):
        row = {"t": _ms(moment.at, zone), **_sides("best", moment.best), **_sides("range", moment.range)}
        if rows and rows[-1]["t"] == row["t"]:
            rows.pop()
        if not rows or {**row, "t": 0} != {**rows[-1], "t": 0}:
            rows.append(row)
    if rows and rows[-1]["t"] < _ms(until, zone):
        rows.append({**rows[-1], "t": _ms(until, zone)})
    return rows


def _sides(name: str, bounds: Bounds | None) -> Row:
    """Where one side is open, both are where the other is: the triangle, not the line, tells that it is open."""
    low = None if bounds is None else bounds.low if bounds.low is not None else bounds.high
    high = None if bounds is None else bounds.high if bounds.high is not None else bounds.low
    return {f"{name}_low": low, f"{name}_high": high}


def _spec(steps: list[Row], points: list[Row], span: tuple[int, int]) -> dict[str, Any]:
    x = {
        "field": "t",
        "type": "temporal",
        "scale": {"type": "utc", "domain": list(span)},
        "axis": {"title": None, "tickCount": 5, "labelExpr": _time_label(span), "labelFlush": True, "grid": False},
    }
    values = _ticks([*steps, *points])
    y_axis = {"title": None, "values": values, "format": ",d", "domain": False, "ticks": False}
    y_scale = {"domain": [0, values[-1]], "nice": False}

    def y(field: str) -> dict[str, Any]:
        return {"field": field, "type": "quantitative", "axis": y_axis, "scale": y_scale}

    def step(field: str) -> dict[str, Any]:
        return {
            "data": {"values": steps},
            "mark": {"type": "line", "interpolate": "step-after", "stroke": BEST, "strokeWidth": 2.25},
            "encoding": {"x": x, "y": y(field)},
        }

    by_fate = {"field": "is", "type": "nominal", "legend": None}
    fates = ["fell", "holds", "passed"]
    size = POINT if len(points) <= MANY_POINTS else POINT // 2
    one = any(row["best_low"] != row["best_high"] for row in steps)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": WIDTH - 44,
        "height": HEIGHT - 26,
        "autosize": {"type": "pad", "contains": "padding"},
        "padding": {"left": 2, "right": 8, "top": 6, "bottom": 2},
        "background": None,
        "layer": [
            {
                "data": {"values": steps},
                "mark": {"type": "area", "interpolate": "step-after", "fill": BAND},
                "encoding": {"x": x, "y": y("range_low"), "y2": {"field": "range_high"}},
            },
            *[step(field) for field in (("best_low", "best_high") if one else ("best_low",))],
            {
                "data": {"values": [row for row in points if row["to"] != row["y"]]},
                "mark": {"type": "rule", "stroke": SOFT, "strokeWidth": 1.5},
                "encoding": {"x": x, "y": y("y"), "y2": {"field": "to"}},
            },
            {
                "data": {"values": points},
                "mark": {"type": "point", "size": size, "strokeWidth": 1.5 if size == POINT else 1, "opacity": 1},
                "encoding": {
                    "x": x,
                    "y": y("y"),
                    "shape": {
                        "field": "shape",
                        "legend": None,
                        "scale": {
                            "domain": ["circle", "up", "down"],
                            "range": ["circle", "triangle-up", "triangle-down"],
                        },
                    },
                    "fill": by_fate | {"scale": {"domain": fates, "range": ["#ffffff", INK, "#ffffff"]}},
                    "stroke": by_fate | {"scale": {"domain": fates, "range": [WRONG, INK, SOFT]}},
                },
            },
        ],
        "config": {
            "aria": False,
            "font": "system-ui, sans-serif",
            "view": {"stroke": None},
            "axis": {
                "labelFontSize": 11.5,
                "labelColor": SOFT,
                "gridColor": GRID,
                "domainColor": GRID,
                "tickColor": GRID,
                "labelPadding": 4,
            },
        },
    }


def _time_label(span: tuple[int, int]) -> str:
    hours = (span[1] - span[0]) / 3_600_000
    if hours > 24 * 300:
        return "utcFormat(datum.value, '%b %Y')"
    if hours > 24 * 12:
        return "utcFormat(datum.value, '%-d %b')"
    return "utcFormat(datum.value, utchours(datum.value) + utcminutes(datum.value) == 0 ? '%a %-d' : '%H:%M')"


_NOISE = re.compile(r' (?:xmlns|xmlns:xlink|version|class|pointer-events|aria-hidden)="[^"]*"')


def _embedded(svg: str, label: str) -> str:
    """The SVG as part of a page: named for those who hear it, free of what only a file of its own needs."""
    inner = _NOISE.sub("", svg)
    return inner.replace("<svg", f'<svg class="chart" role="img" aria-label="{escape(label)}" focusable="false"', 1)
