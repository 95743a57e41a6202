"""The places that claims name, and which of them a map may show."""

from dataclasses import replace

from newsroom import told, wire
from page_views import EVENING
from reportedly.account import Account
from reportedly.claim import Reading, Where
from reportedly.figure import Kind, Scope
from reportedly.show.page_lines import Lookup
from reportedly.show.places import Places, area_of, places, pointed_to

IZMIR = Where("Izmir", (0, 0), "Izmir", "TR", 38.413, 27.138)
MANISA = Where("Manisa", (0, 0), "Manisa", "TR", 38.612, 27.427)
GENEVA = Where("Geneva", (0, 0), "Geneva", "CH", 46.202, 6.146)
TURKEY = Where("Turkey", (0, 0), "Turkey", "TR")
GORGE = Where("Korv gorge dam", (0, 0), "Korv gorge dam")


def put(line: str, where: Where | None, **known: object) -> Reading:
    """The line as one claim that puts it there."""
    reading = told(wire(line, name=str(known.pop("name", line))))
    report = replace(reading.report, **known)  # type: ignore[arg-type]
    return Reading(report, (replace(reading.claims[0], where=where),))


def shown(*readings: Reading) -> Places:
    return places(readings, Account("quake", EVENING, "latest", ()), Lookup({}, {}))


def names(rows: object) -> list[str]:
    return [row.name for row in rows]  # type: ignore[attr-defined]


def test_a_lone_town_is_not_put_on_the_map() -> None:
    """ "Twelve died in Izmir": there may be another Izmir, and nothing else in the story points to this one."""
    found = shown(put("AP, X, 07:00. Twelve died in Izmir.", IZMIR))
    assert names(found.known) == [] and names(found.unsure) == ["Izmir"]


def test_the_countrys_name_points_there() -> None:
    """ "Twelve died in Izmir, Turkey's third city": the country is named, in a claim, a title or a place of its own."""
    assert names(shown(put("AP, X, 07:00. Twelve died in Izmir, Turkey's third city.", IZMIR)).known) == ["Izmir"]
    assert names(shown(put("AP, X, 07:00. Twelve died.", IZMIR, title="Turkey quake")).known) == ["Izmir"]
    assert names(shown(put("AP, X, 07:00. Twelve died.", IZMIR), put("AP, X, 08:00. Fear.", TURKEY)).known) == ["Izmir"]


def test_a_word_that_only_begins_like_the_country_does_not() -> None:
    """ "Turkeys" are birds."""
    assert names(shown(put("AP, X, 07:00. Twelve turkeys and Turkeyish men died in Izmir.", IZMIR)).known) == []


def test_two_towns_near_each_other_point_to_each_other() -> None:
    """Izmir and Manisa, 40 kilometres apart; Geneva, 2,000 from both, is named and not drawn."""
    readings = [put("AP, X, 07:00. A.", IZMIR), put("AP, X, 08:00. B.", MANISA), put("AP, X, 09:00. C.", GENEVA)]
    found = shown(*readings)
    assert names(found.known) == ["Izmir", "Manisa"] and names(found.unsure) == ["Geneva"]
    assert pointed_to(readings) == {(38.413, 27.138), (38.612, 27.427)}


def test_what_no_gazetteer_knows_is_named() -> None:
    """ "At the Korv gorge dam": a place, and no point."""
    found = shown(put("AP, X, 07:00. Two died at the Korv gorge dam.", GORGE), put("AP, X, 08:00. Rain.", None))
    assert names(found.unknown) == ["Korv gorge dam"] and found.silent == 1 and found.claims == 2


def test_background_and_old_versions_name_no_place() -> None:
    """Where an earlier flood was, and what a page said before it was edited, are not where this is."""
    flood = told(wire("AP, X, 07:00. 40 died in Manisa in 1999."), ("40", Kind.KILLED, 40, 40))
    old_figure = replace(flood.claims[0].figures[0], scope=Scope.BACKGROUND)
    flood = Reading(flood.report, (replace(flood.claims[0], where=MANISA, figures=(old_figure,)),))
    first = put("AP, X, 08:00. Two died in Geneva.", GENEVA, name="first")
    second = put("AP, X, 08:30. Two died in Izmir, Turkey.", IZMIR, name="second", revises="first")
    found = shown(flood, first, second)
    assert names(found.known) == ["Izmir"] and names(found.unsure) == [] and found.claims == 1


def test_the_map_is_drawn_around_what_is_named_most() -> None:
    """Eight claims in Izmir and Manisa, one in Geneva: the map is of Turkey's coast, at least three degrees of it."""
    readings = [put(f"AP, X, 07:0{n}. Turkey, Switzerland.", IZMIR) for n in range(6)]
    readings += [put("AP, X, 08:01. A.", MANISA), put("AP, X, 08:02. A.", MANISA), put("AP, X, 08:03. A.", GENEVA)]
    area = area_of(readings)
    assert area is not None and area.tall == 3.0
    assert abs(area.lat - 38.5) < 0.2 and abs(area.lon - 27.3) < 0.2


def test_of_no_place_there_is_no_map() -> None:
    """ "Twelve died": nowhere."""
    assert area_of([put("AP, X, 07:00. Twelve died.", None)]) is None and area_of([]) is None


def test_a_story_across_the_date_line_is_shown_whole() -> None:
    """Suva in Fiji and Apia in Samoa are neighbours, though one is east and one west of 180 degrees."""
    suva = Where("Suva", (0, 0), "Suva", "FJ", -18.141, 178.442)
    apia = Where("Apia", (0, 0), "Apia", "WS", -13.833, -171.767)
    area = area_of([put("AP, X, 07:00. Fiji, Samoa.", suva), put("AP, X, 07:01. B.", apia)])
    assert area is not None and area.tall < 30
    for where in (suva, apia):
        assert where.lat is not None and where.lon is not None
        assert 0 < area.x(where.lon) < area.width and 0 < area.y(where.lat) < area.height
