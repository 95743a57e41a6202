"""The map: coasts and borders, and a dot for each place that claims name, the larger the more of them do.

Drawn as plain SVG from the package's own outlines, so it asks for no tiles. Names of places come from reports and the
gazetteer and are escaped. What it shows stands in words in the table beside it, for those who do not see it.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, radians, sqrt

from markupsafe import escape

from reportedly.show.outlines import Area, Shape, shapes
from reportedly.show.places import PlaceRow, Places

LEAST, MOST = 5.0, 17.0
"""A dot's radius in pixels."""
LETTER, LINE = 8.8, 18.0
"""A letter's width at most, and a line's height."""
LABELS = 14
SHORTEST_BORDER = 8.4
"""Pixels of a country's width for each letter of its name, before that is written on it."""
BARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Kilometres."""

Box = tuple[float, float, float, float]


def map_chart(places: Places, area: Area) -> str:
    """An SVG element; "" where no place is known by then."""
    on_it = [row for row in places.known if _inside(row, area)]
    if not on_it:
        return ""
    most = max(row.claims for row in on_it)
    dots = [(row, *_at(row, area), LEAST + (MOST - LEAST) * sqrt(row.claims / most)) for row in on_it]
    taken: list[Box] = [(x - r, y - r, x + r, y + r) for _, x, y, r in dots]
    names = [_label(row, (x, y, r), taken, area) for row, x, y, r in dots[:LABELS]]
    countries = _countries(area)
    named = {(row.code, row.name) for row in places.unknown if row.code is not None}
    land = "".join(
        f'<path class="land{" named" if (one.code, one.name) in named else ""}" d="{one.path}"/>' for one in countries
    )
    lands = "".join(filter(None, (_land_name(one, taken, area) for one in countries)))
    circles = "".join(
        f'<circle class="place" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"><title>{_told(row)}</title></circle>'
        for row, x, y, r in reversed(dots)
    )
    label = "Map of the places that claims name: " + ", ".join(row.name for row in on_it[:LABELS])
    return (
        f'<svg class="map" role="img" aria-label="{escape(label)}" focusable="false" width="{area.width}" '
        f'height="{area.height}" viewBox="0 0 {area.width} {area.height}">{land}{lands}{circles}{"".join(names)}'
        f"{_bar(area)}</svg>"
    )


@lru_cache(maxsize=16)
def _countries(area: Area) -> tuple[Shape, ...]:
    return shapes(area)


def off_map(places: Places, area: Area | None) -> list[PlaceRow]:
    """The known places that are too far off for it."""
    return [row for row in places.known if area is None or not _inside(row, area)]


def _at(row: PlaceRow, area: Area) -> tuple[float, float]:
    return area.x(row.lon or 0.0), area.y(row.lat or 0.0)


def _inside(row: PlaceRow, area: Area) -> bool:
    if row.lat is None or row.lon is None:
        return False
    x, y = _at(row, area)
    return 0 <= x <= area.width and 0 <= y <= area.height


def _told(row: PlaceRow) -> str:
    where = f", {row.country}" if row.country is not None and row.country != row.name else ""
    return str(escape(f"{row.name}{where}: {row.claims} {'claim' if row.claims == 1 else 'claims'}"))


def _label(row: PlaceRow, dot: tuple[float, float, float], taken: list[Box], area: Area) -> str:
    """Beside its dot, else above or below; not at all where there is no room: the table has them all."""
    x, y, r = dot
    wide = len(row.name) * LETTER
    for left, middle, anchor in (
        (x + r + 4, y, "start"),
        (x - r - 4 - wide, y, "end"),
        (x - wide / 2, y - r - 9, "middle"),
        (x - wide / 2, y + r + 10, "middle"),
    ):
        box = (left, middle - LINE / 2, left + wide, middle + LINE / 2)
        if _free(box, taken, area):
            taken.append(box)
            at = {"start": left, "end": left + wide, "middle": left + wide / 2}[anchor]
            return (
                f'<text class="place-name" x="{at:.1f}" y="{middle + 4.5:.1f}" text-anchor="{anchor}">'
                f"{escape(row.name)}</text>"
            )
    return ""


def _land_name(one: Shape, taken: list[Box], area: Area) -> str | None:
    x, y = one.middle
    half = len(one.name) * SHORTEST_BORDER / 2
    box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
    if one.width < 2 * half or not _free(box, taken, area):
        return None
    taken.append(box)
    return f'<text class="land-name" x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{escape(one.name)}</text>'


def _free(box: Box, taken: Sequence[Box], area: Area) -> bool:
    left, top, right, bottom = box
    if left < 4 or top < 4 or right > area.width - 4 or bottom > area.height - 4:
        return False
    return all(left >= r or right <= l or top >= b or bottom <= t for l, t, r, b in taken)  # noqa: E741


def _bar(area: Area) -> str:
    """As many kilometres as fit a fifth of the width, true at the map's middle."""
    pixels = area.scale * area.squeeze / (111.32 * max(cos(radians(area.lat)), 0.05))
    length = max(bar for bar in BARS if bar * pixels <= max(area.width / 5, pixels))
    end, base = 14 + length * pixels, area.height - 12
    return (
        f'<path class="bar-line" d="M14 {base - 5}V{base}H{end:.1f}V{base - 5}"/>'
        f'<text class="bar-words" x="14" y="{base - 9}">{length:,} km</text>'
    )
