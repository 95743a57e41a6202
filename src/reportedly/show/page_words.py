"""What the page calls things: lines, figures, times.

A bound is not always a number that somebody said ("more than 100" has the low bound 101, "dozens" has 24), so a figure
that is not exact is shown in its report's own words, never as its bounds.
"""

import re
from datetime import datetime, tzinfo
from functools import cache
from typing import NamedTuple

import pycountry

from reportedly.account import Bounds, LineClaim, LineGroup
from reportedly.figure import Figure, Kind

LONGEST_PHRASE = 40
_NUMBER = re.compile(r"\d[\d.,   ]*(?:-|–|\bto\b|\bor\b|\band\b|\s)*(?:\d[\d.,   ]*)?")


class Wording(NamedTuple):
    """A figure as it is shown: `number` large, the words before and after it small."""

    number: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        return (
            " ".join(part for part in self if part) if not self.before else f"{self.before} {self.number}{self.after}"
        )


UNKNOWN = Wording("unknown")


def line_name(kind: Kind) -> str:
    return "Others counted" if kind is Kind.OTHER else kind.value.capitalize()


def group_name(group: LineGroup) -> str:
    """ "hostages", "foreign workers", "hostages from Norway and South Korea"."""
    adjectives = [code for code in group.nationality if code in ("foreign", "local")]
    countries = [country(code) for code in group.nationality if code not in ("foreign", "local")]
    name = " ".join([*adjectives, group.role])
    return name if not countries else f"{name} from {' and '.join(countries)}"


@cache
def country(code: str) -> str:
    """The everyday name of a two-letter code; an unknown code stands for itself."""
    found = pycountry.countries.get(alpha_2=code)
    if found is None:
        return code
    return str(getattr(found, "common_name", found.name))


def exact(low: int | None, high: int | None, figure: Figure | None) -> bool:
    return low is not None and low == high and (figure is None or not figure.approx)


def wording(claim: LineClaim, figure: Figure | None) -> Wording:
    """The figure of a claim: its number where it is exact, else its own words. `figure` is the claim's, where known."""
    if exact(claim.low, claim.high, figure):
        return Wording(number(claim.low))
    phrase = " ".join(claim.phrase.split())
    if len(phrase) > LONGEST_PHRASE:
        phrase = phrase[: LONGEST_PHRASE - 1].rstrip() + "…"
    found = _NUMBER.search(phrase)
    if found is None:
        return Wording(phrase) if phrase else UNKNOWN
    digits = found.group().strip()
    return Wording(digits, phrase[: found.start()].strip(), phrase[found.start() + len(digits) :])


def number(value: int | None) -> str:
    """In figures, thousands parted by a comma."""
    return "unknown" if value is None else f"{value:,}"


def bounds_of(claim: LineClaim) -> Bounds:
    return Bounds(claim.low, claim.high)


def moment(at: datetime, zone: tzinfo) -> str:
    """ "Wed 5 Mar, 17:30"."""
    local = at.astimezone(zone)
    return f"{local:%a} {local.day} {local:%b}, {local:%H:%M}"


def full_moment(at: datetime, zone: tzinfo) -> str:
    """ "Wed 5 March 2025, 17:30"."""
    local = at.astimezone(zone)
    return f"{local:%a} {local.day} {local:%B %Y}, {local:%H:%M}"


def day(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return f"{local:%A} {local.day} {local:%B %Y}"


def clock(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def zone_name(at: datetime, zone: tzinfo) -> str:
    """ "UTC", "UTC+2", "UTC+5:30"."""
    offset = at.astimezone(zone).utcoffset()
    minutes = 0 if offset is None else round(offset.total_seconds() / 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def excerpt(text: str, longest: int = 220) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:—-") + " …"
