"""The live chart: the best figure, the band of what was held at the time, a point for every telling."""

import re
from datetime import timedelta

import pytest

from newsroom import MORNING, told, wire
from page_views import KILLED, change, line, seen
from reportedly.account import Bounds, Is, LineGroup, Standing
from reportedly.figure import Kind
from reportedly.show.live_chart import BOTTOM, HEIGHT, Course, Moves, course_chart
from reportedly.show.page_view import Moment

FIRST = told(wire("AP, Ostry, 07:00. 12 miners died."), ("12", Kind.KILLED, 12, 12))
SECOND = told(wire("Post, Ostry, 08:00. At least 34 died."), ("34", Kind.KILLED, 34, None))
THIRD = told(wire("AP, Ostry, 09:00. 19 miners died."), ("19", Kind.KILLED, 19, 19))
AT = [seen(each, "x").published_at for each in (FIRST, SECOND, THIRD)]
COURSE = Course(AT[0], AT[2], AT[2], MORNING.tzinfo)  # type: ignore[arg-type]


def drawn(*moments: Moment, course: Course = COURSE) -> str:
    claims = (seen(FIRST, "AP", Is.UPDATED), seen(SECOND, "Post"), seen(THIRD, "AP"))
    moved = (
        change(FIRST, "first", None, Bounds(12, 12), "AP"),
        change(THIRD, "rose", Bounds(12, 12), Bounds(19, 19), "AP"),
    )
    toll = line(KILLED, Bounds(19, 19), Standing.DISPUTED, claims)
    return course_chart(toll, Moves(moved, moments), course, "Killed")


def heights(path: str) -> list[float]:
    return [float(y) for y in re.findall(r"V([\d.]+)", path)]


def band(svg: str) -> str:
    return str(re.findall(r'class="span-band" d="([^"]*)"', svg)[0])


def test_the_band_is_as_wide_as_what_was_held() -> None:
    """12 alone, then 12 to 34: no height before, and from 08:00 on the height of twenty-two."""
    svg = drawn(Moment(AT[0], Bounds(12, 12), Bounds(12, 12)), Moment(AT[1], Bounds(12, 12), Bounds(12, 34)))
    scale = (HEIGHT - BOTTOM - 8) / 40  # the axis ends at 40
    assert max(heights(band(svg))) - min(heights(band(svg))) == pytest.approx(22 * scale, abs=0.2)


def test_an_open_end_is_drawn_to_where_the_other_is() -> None:
    """ "At least 34" alone: the band is a line; the triangle of the telling says that it is open."""
    svg = drawn(Moment(AT[0], Bounds(34, None), Bounds(34, None)))
    first = re.findall(r"V([\d.]+)H[\d.]+", band(svg))
    assert first[0] == first[-1]


def test_where_no_figure_stood_there_is_no_band() -> None:
    """All was withdrawn between eight and nine: the band breaks."""
    svg = drawn(Moment(AT[0], None, Bounds(12, 20)), Moment(AT[1], None, None))
    assert band(svg).count("M") == 1
    assert "H219.0" in band(svg) or max(map(float, re.findall(r"H([\d.]+)", band(svg)))) < 250


def test_a_band_never_tells_what_comes_later() -> None:
    """As of eight, what was held at nine is not drawn."""
    later = Moment(AT[2], Bounds(90, 90), Bounds(90, 90))
    early = COURSE._replace(until=AT[1])
    assert drawn(Moment(AT[0], Bounds(12, 12), Bounds(12, 12)), later, course=early) == drawn(
        Moment(AT[0], Bounds(12, 12), Bounds(12, 12)), course=early
    )


def test_all_points_of_one_fate_are_one_path() -> None:
    """Three tellings: one overtaken (a ring), one open (a triangle), one that stands (a dot)."""
    svg = drawn()
    assert re.findall(r'class="(dot \w+|core|p \w+)"', svg) == ["dot passed", "core", "dot holds", "p holds"]
    many = [
        told(wire(f"AP, Ostry, 07:{n:02}. {n + 1} died."), (str(n + 1), Kind.KILLED, n + 1, n + 1)) for n in range(60)
    ]
    toll = line(
        (Kind.KILLED, LineGroup("people")), Bounds(60, 60), Standing.DISPUTED, tuple(seen(m, "AP") for m in many)
    )
    assert course_chart(toll, Moves(()), COURSE, "Killed").count("<path") < 12


def test_one_moment_is_no_course() -> None:
    """Told at one time only: nothing to compare."""
    toll = line(KILLED, Bounds(12, 12), Standing.ONE_SOURCE, (seen(FIRST, "AP"),))
    later = COURSE._replace(end=AT[0] + timedelta(hours=1))
    assert course_chart(toll, Moves(()), later, "Killed") == ""
