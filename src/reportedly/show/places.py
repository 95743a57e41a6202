"""Where it happened, as far as claims say so: the places that they name, each with what was told of it last.

A place is what a claim's own words put it in; where on earth that is comes from the gazetteer, which knows towns and
not gorges, and has a town of almost any name somewhere. So a name is put on the map only where something else in the
story points there too: the country's name, or another place nearby. The others are named and not drawn.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from reportedly.account import Account, LineClaim
from reportedly.claim import Claim, Reading, Where
from reportedly.figure import Scope
from reportedly.show.figure_words import country, counts
from reportedly.show.outlines import Area, names_of
from reportedly.show.page_lines import Lookup, Teller, line_name, teller

WIDTH, HEIGHT = 560, 400
NEARBY = 500 / 111.32
"""Degrees, from 500 kilometres."""
NEAREST = 3.0
"""Degrees from top to bottom: nearer, the outlines are too coarse to tell anything."""
WIDEST = 150.0
MOST_FIGURES = 2
"""Of one place, each of another kind."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place by its name. `lat` and `lon` are None where no gazetteer tells where it is."""

    name: str
    country: str | None
    code: str | None
    lat: float | None
    lon: float | None
    claims: int
    told: tuple[tuple[str, Teller], ...]
    """What was told there last and stands: of each kind the newest, with the kind's name."""


@dataclass(frozen=True, slots=True)
class Places:
    known: tuple[PlaceRow, ...]
    """With a point that something else in the story points to, most named first."""
    unknown: tuple[PlaceRow, ...]
    """Without a point."""
    unsure: tuple[PlaceRow, ...]
    """With a point that nothing else in the story points to: there may be others of that name."""
    silent: int
    """Claims about the event that name no place."""
    claims: int
    """All claims about the event that the newest versions of the reports make."""


def places(readings: Sequence[Reading], account: Account, known: Lookup) -> Places:
    """Of the newest version of each report; what is about something else than the event is left out."""
    named: dict[str, list[tuple[Where, Claim]]] = {}
    silent = every = 0
    for claim in _of_the_event(readings):
        every += 1
        if claim.where is None:
            silent += 1
        else:
            named.setdefault(claim.where.name, []).append((claim.where, claim))
    figures = _figures(account)
    rows = sorted((_row(theirs, figures, known) for theirs in named.values()), key=lambda r: (-r.claims, r.name))
    sure = pointed_to(readings)
    return Places(
        known=tuple(row for row in rows if (row.lat, row.lon) in sure),
        unknown=tuple(row for row in rows if row.lat is None),
        unsure=tuple(row for row in rows if row.lat is not None and (row.lat, row.lon) not in sure),
        silent=silent,
        claims=every,
    )


def _of_the_event(readings: Iterable[Reading]) -> Iterator[Claim]:
    every = list(readings)
    revised = {each.report.revises for each in every}
    for reading in every:
        if reading.report.id not in revised:
            for claim in reading.claims:
                if not claim.figures or any(figure.scope is Scope.EVENT for figure in claim.figures):
                    yield claim


Figures = dict[tuple[str, str], list[tuple[str, LineClaim]]]
"""(report, claim) -> its figures on the account's lines, each with the line's name."""


def _figures(account: Account) -> Figures:
    found: Figures = {}
    for line in account.lines:
        for claim in line.claims:
            if counts(claim):
                found.setdefault((claim.report_id, claim.claim_id), []).append((line_name(line.kind), claim))
    return found


def _row(theirs: Sequence[tuple[Where, Claim]], figures: Figures, known: Lookup) -> PlaceRow:
    where = theirs[0][0]
    told = [each for _, claim in theirs for each in figures.get((claim.report_id, claim.id), ())]
    told.sort(key=lambda each: each[1].published_at, reverse=True)
    newest: dict[str, LineClaim] = {}
    for name, claim in told:
        newest.setdefault(name, claim)
    return PlaceRow(
        name=where.name,
        country=None if where.country is None else country(where.country),
        code=where.country,
        lat=where.lat,
        lon=where.lon if where.lat is not None else None,
        claims=len(theirs),
        told=tuple((name, teller(claim, known)) for name, claim in list(newest.items())[:MOST_FIGURES]),
    )


# Which points to believe

Point = tuple[float | None, float | None]


def pointed_to(readings: Sequence[Reading]) -> frozenset[Point]:
    """The points that claims name and something else in the story points to: the name of their country in any of its
    reports' titles or claims, or in what the story is said to be about; or another place within 500 kilometres."""
    spots: dict[tuple[float, float], str | None] = {}
    lands: set[str | None] = set()
    words: list[str] = []
    for reading in readings:
        words += [reading.report.title or "", reading.report.about or "", *(claim.text for claim in reading.claims)]
        for claim in reading.claims:
            where = claim.where
            if where is not None and where.lat is not None and where.lon is not None:
                spots[where.lat, where.lon] = where.country
            elif where is not None:
                lands.add(where.country)
    asked = {code for code in spots.values() if code is not None} - lands
    lands |= {code for code in asked if _speaks_of(code, "\n".join(words))}
    return frozenset(
        spot
        for spot, code in spots.items()
        if (code is not None and code in lands)
        or any(other != spot and _apart(other, spot) <= NEARBY for other in spots)
    )


def _speaks_of(code: str, words: str) -> bool:
    names = "|".join(map(re.escape, {country(code), *names_of(code)} - {""}))
    return re.search(rf"(?<!\w)(?:{names})(?!\w)", words) is not None


# Which part of the world the map shows

CORE = 0.85
"""Of the claims that name a place: the map is drawn around these, and shows the others where they are near."""


def area_of(readings: Sequence[Reading]) -> Area | None:
    """Around the places that claims name most; None where none is known."""
    weight: Counter[tuple[float, float]] = Counter()
    sure = pointed_to(readings)
    for claim in _of_the_event(readings):
        where = claim.where
        if where is not None and where.lat is not None and where.lon is not None and (where.lat, where.lon) in sure:
            weight[where.lat, where.lon] += 1
    if not weight:
        return None
    centre = max(weight, key=lambda point: (weight[point], point))
    near = sorted(weight, key=lambda point: _apart(point, centre))
    core: list[tuple[float, float]] = []
    held = 0
    for point in near:
        if held >= CORE * weight.total() and _apart(point, centre) > 1.5 * max(_apart(core[-1], centre), 1.0):
            break
        core.append(point)
        held += weight[point]
    lats = [lat for lat, _ in core]
    lons = [centre[1] + _east(lon, centre[1]) for _, lon in core]
    middle = (min(lats) + max(lats)) / 2
    flat = Area(middle, 0, 1, WIDTH, HEIGHT)
    across = (max(lons) - min(lons)) * flat.squeeze * HEIGHT / WIDTH
    tall = min(max(1.45 * max(max(lats) - min(lats), across), NEAREST), WIDEST)
    return Area(middle, (min(lons) + max(lons)) / 2, tall, WIDTH, HEIGHT)


def _east(lon: float, of: float) -> float:
    return (lon - of + 180) % 360 - 180


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Degrees, near enough to choose what a map shows."""
    flat = Area(other[0], other[1], 1, WIDTH, HEIGHT)
    return hypot(one[0] - other[0], _east(one[1], other[1]) * flat.squeeze)
