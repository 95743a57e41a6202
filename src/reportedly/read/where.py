"""Where it happened: the first place that a claim puts something in, looked up in the gazetteer beside this file.

A name counts as a place only where the words say so ("in Izmir", "near the town of Mumbra"): half the towns of the
world are somebody's surname. Names are from GeoNames (CC BY 4.0); scripts/make_gazetteer.py makes the file.
"""

import re
from calendar import day_name, month_name
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.claim import Where
from reportedly.report import Span

_NAME = r"(?:[A-Z][\w’'-]*\.?|(?:al|el|de|la|le|du|des|of|the|da|do|dos|ad|ar|as)\b)"
_PUT_IN = re.compile(
    r"\b(?:in|at|near|outside|off|around|across|inside|from|of|to)\s+"
    r"(?:the\s+)?(?:(?:northern|southern|eastern|western|central|downtown|city|town|village|port|capital|province|state|"
    r"north|south|east|west|coastal|remote|nearby|region|district|suburb|island|south-?east(?:ern)?|south-?west(?:ern)?|"
    r"north-?east(?:ern)?|north-?west(?:ern)?)\s+(?:of\s+)?){0,3}"
    rf"(?P<name>[A-Z][\w’'-]*(?:\s+{_NAME}){{0,3}})"
)
_FACILITY = re.compile(
    r"(?:\s+(?:gas|oil|air|military|army|naval|railway|train|bus|police|power|refugee|construction))?\s+"
    r"(?:airport|airfield|base|plant|complex|facility|field|oilfield|mine|camp|prison|hospital|stadium|station|university|"
    r"school|market|mosque|church|hotel|dam|bridge|port|harbou?r|district|province|valley|gorge|region|county)\b"
)
_NO_PLACE = frozenset(
    [*month_name, *day_name, "President", "Minister", "Police", "Army", "Reuters", "Mr", "Mrs", "Ms", "Dr"]
)


@dataclass(frozen=True, slots=True)
class Place:
    country: str
    lat: float | None
    lon: float | None


@cache
def _gazetteer() -> dict[str, Place]:
    places = {}
    lines = (files("reportedly.read") / "gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        name, country, _, lat, lon = line.split("\t")
        places[name] = Place(country, float(lat) if lat else None, float(lon) if lon else None)
    return places


def where_put(text: str, spans: tuple[Span, ...]) -> Where | None:
    """The first place that these spans put something in; None where they name none that is known."""
    for start, end in spans:
        for found in _PUT_IN.finditer(text, start, end):
            place = _look_up(text, found.start("name"), found.end("name"), end)
            if place is not None:
                return place
    return None


def _look_up(text: str, start: int, end: int, last: int) -> Where | None:
    """The longest run of the name's words that the gazetteer has, or all of them where a facility's noun follows."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if words[0].group() in _NO_PLACE:
        return None
    for count in range(len(words), 0, -1):
        stop = start + words[count - 1].end()
        name = text[start:stop].rstrip(".,’'").removesuffix("'s").removesuffix("’s")
        known = _gazetteer().get(name)
        if known is not None:
            return Where(name, (start, start + len(name)), name, known.country, known.lat, known.lon)
    facility = _FACILITY.match(text, end, last)
    if facility is not None:
        named = text[start : facility.end()]
        return Where(named, (start, facility.end()), named)
    return None
