"""The world's coasts and borders, as paths of a map: from the file beside this one, so that no map asks a server.

outlines.tsv is made by scripts/make_outlines.py from Natural Earth (public domain); its borders are those that it
draws, and no ruling of ours. Degrees become pixels by one scale for both axes at the map's middle, which is true to
shape for a town or a country and wide of it only for half the world.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians
from typing import NamedTuple

STEPS = 200
"""Of a degree, in outlines.tsv."""
MARGIN = 12
"""Pixels past the map's edge to which a country is drawn, so that the cut does not show."""
SPECK = 4.0
"""Square pixels: an island that is smaller is left out."""
FINE = 1.2
"""Pixels: a point nearer than this to the one before is left out."""
STRAIGHT = 0.8
"""Square pixels: so is one that makes no larger a corner with its neighbours."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """What a map shows: a middle, in degrees, and so many degrees of latitude from top to bottom."""

    lat: float
    lon: float
    tall: float
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels of a degree of latitude."""
        return self.height / self.tall

    def x(self, lon: float) -> float:
        """In pixels from the left. The longitude may lie past the date line, either way."""
        away = (lon - self.lon + 180) % 360 - 180
        return self.width / 2 + away * self.scale * self.squeeze

    def y(self, lat: float) -> float:
        return self.height / 2 - (lat - self.lat) * self.scale

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is there than one of latitude."""
        return max(cos(radians(self.lat)), 0.05)


ALSO = {"US": ("U.S.", "US", "USA", "America", "United States"), "GB": ("Britain", "U.K.", "UK", "England")}
"""What news calls a country beside its own name."""


def names_of(code: str) -> tuple[str, ...]:
    """What news calls the country of a two-letter code."""
    return *(each.name for each in _world()[1] if each.code == code), *ALSO.get(code, ())


class Shape(NamedTuple):
    """A country as far as it is on the map."""

    code: str
    name: str
    path: str
    middle: Point
    """Of its largest part in sight."""
    width: float
    """Pixels of that part, at its widest."""


class _Arc(NamedTuple):
    box: tuple[int, int, int, int]
    steps: str


class _Country(NamedTuple):
    code: str
    name: str
    rings: tuple[tuple[tuple[int, bool], ...], ...]
    """Of each ring its arcs, in order, and whether each is gone along backwards."""


@cache
def _world() -> tuple[tuple[_Arc, ...], tuple[_Country, ...]]:
    arcs, countries = [], []
    for row in (files("reportedly.show") / "outlines.tsv").read_text(encoding="utf-8").splitlines():
        sort, *fields = row.split("\t")
        if sort == "arc":
            west, south, east, north = map(int, fields[0].split())
            arcs.append(_Arc((west, south, east, north), fields[1]))
        else:
            rings = tuple(tuple((int(n[1:]), n[0] == "-") for n in ring.split()) for ring in fields[2].split(";"))
            countries.append(_Country(fields[0], fields[1], rings))
    return tuple(arcs), tuple(countries)


@cache
def _points(arc: int) -> tuple[tuple[int, int], ...]:
    numbers = list(map(int, _world()[0][arc].steps.split()))
    x = y = 0
    found = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x, y))
    return tuple(found)


def shapes(area: Area) -> tuple[Shape, ...]:
    """Every country that is in sight."""
    return tuple(filter(None, (_shape(country, area) for country in _world()[1])))


def _shape(country: _Country, area: Area) -> Shape | None:
    drawn: list[list[Point]] = []
    for ring in country.rings:
        for shift in (-360, 0, 360):
            if _in_sight(ring, area, shift):
                cut = _cut(_projected(ring, area, shift), area)
                if len(cut) > 2 and abs(_size(cut)) > SPECK:
                    drawn.append(cut)
    if not drawn:
        return None
    largest = max(drawn, key=lambda points: abs(_size(points)))
    xs = [x for x, _ in largest]
    return Shape(
        country.code, country.name, "".join(map(_path, drawn)), _middle(largest), max(xs) - min(xs)
    )  # fmt: skip


def _reach(area: Area) -> tuple[float, float]:
    """Degrees from the middle to the edge, and past it: to the sides, and up and down."""
    across = (area.width / 2 + MARGIN) / (area.scale * area.squeeze)
    return across, (area.height / 2 + MARGIN) / area.scale


def _in_sight(ring: Sequence[tuple[int, bool]], area: Area, shift: int) -> bool:
    boxes = [_world()[0][arc].box for arc, _ in ring]
    west, east = min(b[0] for b in boxes) / STEPS + shift, max(b[2] for b in boxes) / STEPS + shift
    south, north = min(b[1] for b in boxes) / STEPS, max(b[3] for b in boxes) / STEPS
    across, up = _reach(area)
    return (
        west < area.lon + across and east > area.lon - across and south < area.lat + up and north > area.lat - up
    )  # fmt: skip


def _projected(ring: Sequence[tuple[int, bool]], area: Area, shift: int) -> Iterator[Point]:
    wide, high = area.scale * area.squeeze, area.scale
    left, top = area.width / 2 + (shift - area.lon) * wide, area.height / 2 + area.lat * high
    for arc, backwards in ring:
        points = _points(arc)
        for x, y in points[::-1] if backwards else points:
            yield left + x / STEPS * wide, top - y / STEPS * high


def _cut(points: Iterator[Point], area: Area) -> list[Point]:
    """What of a closed ring lies on the map or just beside it (Sutherland and Hodgman, 1974), thinned to what can be
    seen."""
    low, right, bottom = -float(MARGIN), area.width + float(MARGIN), area.height + float(MARGIN)
    ring = _thinned(points)
    for axis, edge, sign in ((0, low, 1), (0, right, -1), (1, low, 1), (1, bottom, -1)):
        kept: list[Point] = []
        for here, there in zip(ring[-1:] + ring[:-1], ring, strict=True):
            inside, was = (there[axis] - edge) * sign >= 0, (here[axis] - edge) * sign >= 0
            if inside != was:
                share = (edge - here[axis]) / (there[axis] - here[axis])
                kept.append((here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share))
            if inside:
                kept.append(there)
        ring = kept
        if not ring:
            break
    return ring


def _thinned(points: Iterator[Point]) -> list[Point]:
    kept: list[Point] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) > FINE or abs(y - kept[-1][1]) > FINE:
            if len(kept) > 1 and _corner(kept[-2], kept[-1], (x, y)) < STRAIGHT:
                kept.pop()
            kept.append((x, y))
    return kept


def _corner(one: Point, between: Point, other: Point) -> float:
    across = (between[0] - one[0]) * (other[1] - one[1]) - (other[0] - one[0]) * (between[1] - one[1])
    return abs(across) / 2


def _path(points: Sequence[Point]) -> str:
    """In tenths of a pixel, from point to point."""
    x, y = round(points[0][0] * 10), round(points[0][1] * 10)
    told = [f"M{x / 10:g} {y / 10:g}l"]
    steps = []
    for point in points[1:]:
        there = round(point[0] * 10), round(point[1] * 10)
        steps.append(f"{(there[0] - x) / 10:g} {(there[1] - y) / 10:g}")
        x, y = there
    return "".join([*told, " ".join(steps), "z"])


def _size(points: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True)) / 2


def _middle(points: Sequence[Point]) -> Point:
    """The centre of its surface."""
    size = _size(points)
    if abs(size) < 1e-6:
        return points[0]
    pairs = list(zip(points, [*points[1:], points[0]], strict=True))
    cross = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    x = sum((a[0] + b[0]) * c for (a, b), c in zip(pairs, cross, strict=True)) / (6 * size)
    y = sum((a[1] + b[1]) * c for (a, b), c in zip(pairs, cross, strict=True)) / (6 * size)
    return x, y
