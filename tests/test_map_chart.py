"""The map: our own drawing, of nothing that a report could break out of."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.show.map_chart import map_chart, off_map
from reportedly.show.outlines import MARGIN, Area, names_of, shapes
from reportedly.show.places import PlaceRow, Places

AEGEAN = Area(38.5, 27.0, 4.0, 560, 400)


def row(name: str, lat: float, lon: float, claims: int = 1) -> PlaceRow:
    return PlaceRow(name, "Türkiye", "TR", lat, lon, claims, ())


def known(*rows: PlaceRow) -> Places:
    return Places(known=rows, unknown=(), unsure=(), silent=0, claims=len(rows))


def test_a_place_named_oftener_has_the_larger_dot() -> None:
    """Izmir, named nine times, and Manisa, named once: two dots, the first the larger, each with its name."""
    drawn = map_chart(known(row("Izmir", 38.41, 27.14, 9), row("Manisa", 38.61, 27.43)), AEGEAN)
    radii = {name: float(r) for r, name in re.findall(r'r="([\d.]+)"><title>(\w+)', drawn)}
    assert radii["Izmir"] > radii["Manisa"] > 0
    assert re.findall(r'class="place-name"[^>]*>(\w+)<', drawn) == ["Izmir", "Manisa"]


def test_names_do_not_lie_on_each_other() -> None:
    """A dozen towns a few miles apart: those names that are written have room."""
    towns = [row(f"Town number {n}", 38.5 + n * 0.03, 27.0 + (n % 3) * 0.05, 12 - n) for n in range(12)]
    drawn = map_chart(known(*towns), AEGEAN)
    lines = [
        (float(x), float(y), anchor, len(name) * 8.0)
        for x, y, anchor, name in re.findall(
            r'place-name" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]+)<', drawn
        )
    ]
    assert len(lines) > 2
    for (x1, y1, a1, w1), (x2, y2, a2, w2) in combinations(lines, 2):
        left1, left2 = (x - {"start": 0, "middle": w / 2, "end": w}[a] for x, a, w in ((x1, a1, w1), (x2, a2, w2)))
        assert abs(y1 - y2) >= 14 or left1 + w1 <= left2 or left2 + w2 <= left1


def test_a_hostile_name_stays_words() -> None:
    """ "<script>" is the name of no place, and runs nothing."""
    drawn = map_chart(known(row("<script>alert(1)</script>", 38.41, 27.14)), AEGEAN)
    assert "<script" not in drawn and "&lt;script&gt;" in drawn


def test_what_is_too_far_off_is_said_and_not_drawn() -> None:
    """Geneva is 2,000 kilometres from a map of the Aegean; where nothing else is known there is no map."""
    geneva = row("Geneva", 46.2, 6.15)
    assert map_chart(known(geneva), AEGEAN) == ""
    assert off_map(known(geneva, row("Izmir", 38.41, 27.14)), AEGEAN) == [geneva]
    assert off_map(known(geneva), None) == [geneva]


def test_countries_in_sight_are_drawn() -> None:
    """The Aegean has Turkey and Greece, and not Brazil."""
    found = {one.code for one in shapes(AEGEAN)}
    assert {"TR", "GR"} <= found and "BR" not in found
    assert "Turkey" in names_of("TR") and "America" in names_of("US")


def test_the_pacific_is_not_torn_at_the_date_line() -> None:
    """Around Fiji, Russia's and Alaska's far ends lie where they belong: nothing stretches across the sea."""
    assert {"FJ", "WS"} <= {one.code for one in shapes(Area(-17, 180, 16, 560, 400))}
    bering = shapes(Area(65, 180, 12, 560, 400))
    assert {"RU", "US"} <= {one.code for one in bering}
    assert all(one.width <= 560 + 2 * MARGIN + 1 for one in bering)


@settings(max_examples=25, deadline=None)
@given(
    lat=st.floats(-85, 85),
    lon=st.floats(-180, 180),
    tall=st.sampled_from([3.0, 8.0, 40.0, 150.0]),
)
def test_nothing_is_drawn_past_the_edge(lat: float, lon: float, tall: float) -> None:
    """Wherever on earth the map is, every point of every coast is on it or a few pixels beside."""
    for one in shapes(Area(lat, lon, tall, 560, 400)):
        for ring in re.findall(r"M([^z]+)z", one.path):
            start, _, steps = ring.partition("l")
            x, y = map(float, start.split())
            numbers = [float(n) for n in steps.split()]
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + dx, y + dy
                assert -MARGIN - 3 <= x <= 560 + MARGIN + 3 and -MARGIN - 3 <= y <= 400 + MARGIN + 3


@pytest.mark.parametrize("tall", [3.0, 30.0, 150.0])
def test_a_map_is_small(tall: float) -> None:
    """Of a coast or of half the world, a map is less than a page's words."""
    drawn = map_chart(known(row("Izmir", 38.41, 27.14)), Area(38.5, 27.0, tall, 560, 400))
    assert len(drawn) < 60_000
