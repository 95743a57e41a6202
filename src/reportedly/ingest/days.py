"""Which day each clock of a live blog belongs to. A clock tells an hour; the day follows from the days that are
written, from midnights passed on the way, and from when the page was published or fetched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

from reportedly.ingest.clock import Clock, Day
from reportedly.ingest.zones import zone_of

_DAY = 1440
_DISORDER = 180
"""Minutes that a post may stand before its older neighbour without a night between: a late entry, a pinned post."""
_FAR = timedelta(hours=18)


@dataclass(frozen=True, slots=True)
class Bearings:
    """What is known of when the posts were written."""

    started: datetime | None = None
    """When the page was first published; midnight where only the day is known."""
    latest: datetime | None = None
    """No post is later: when the page was last changed, or fetched."""
    zone: tzinfo | None = None
    """The page's own; None: that of `started`, else UTC."""


def moments(clocks: Sequence[Clock], bearings: Bearings) -> tuple[list[datetime | None], bool]:
    """When each post was written, in the order given, and whether that order is newest first. All None where nothing
    tells the day."""
    if not clocks:
        return [], False
    backwards = newest_first([_minutes(clock) for clock in clocks])
    in_time = list(reversed(clocks)) if backwards else list(clocks)
    found = _forward(in_time, bearings)
    return (found[::-1] if backwards else found), backwards


def newest_first(minutes: Sequence[int]) -> bool:
    """Whether the hours run backwards, as they do where the newest post is on top."""
    forward = backward = 0
    for one, other in pairwise(minutes):
        step = (other - one) % _DAY
        if step:
            forward += step < _DAY // 2
            backward += step >= _DAY // 2
    return backward > forward


def _minutes(clock: Clock) -> int:
    return clock.hour * 60 + clock.minute


def _forward(clocks: Sequence[Clock], bearings: Bearings) -> list[datetime | None]:
    zones = [clock.zone for clock in clocks if clock.zone is not None]
    # A blog that names its zone now and then means it throughout.
    usual = max(set(zones), key=zones.count) if zones else None
    clocks = [replace(clock, zone=usual) if clock.zone is None and usual is not None else clock for clock in clocks]
    first = next((n for n, clock in enumerate(clocks) if _written(clock.day, bearings) is not None), None)
    if first is not None:
        known = _written(clocks[first].day, bearings)
        assert known is not None
        days: list[date] = [known - timedelta(days=nights) for nights in _nights_before(clocks[: first + 1])]
    else:
        start = _first_day(clocks, bearings)
        if start is None:
            return [None] * len(clocks)
        days, first = [start], 0
    for older, clock in zip(clocks[first:], clocks[first + 1 :], strict=False):
        written = _written(clock.day, bearings, days[-1])
        passed = 1 if _minutes(clock) < _minutes(older) - _DISORDER else 0
        days.append(written if written is not None else days[-1] + timedelta(days=passed))
    return [_moment(clock, day, bearings) for clock, day in zip(clocks, days, strict=True)]


def _nights_before(clocks: Sequence[Clock]) -> list[int]:
    """For each clock, how many midnights lie between it and the last of them."""
    nights = [0]
    for older, newer in zip(reversed(clocks[:-1]), reversed(clocks), strict=False):
        nights.append(nights[-1] + (1 if _minutes(newer) < _minutes(older) - _DISORDER else 0))
    return nights[::-1]


def _written(day: Day | None, bearings: Bearings, near: date | None = None) -> date | None:
    """The day that the line itself names, its missing parts taken from the nearest day that fits."""
    if day is None:
        return None
    around = near
    if around is None:
        known = bearings.started if bearings.started is not None else bearings.latest
        around = None if known is None else known.date()
    if day.month is not None and day.day is not None:
        if day.year is not None:
            return date(day.year, day.month, day.day)
        if around is None:
            return None
        near_years = [_date(around.year + step, day.month, day.day) for step in (0, -1, 1)]
        return min((d for d in near_years if d is not None), key=lambda d: abs(d - around), default=None)
    if day.weekday is None or around is None:
        return None
    steps = (day.weekday - around.weekday()) % 7
    return around + timedelta(days=steps if steps <= 3 else steps - 7)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _first_day(clocks: Sequence[Clock], bearings: Bearings) -> date | None:
    """The day of the oldest post, where no line names any."""
    if bearings.started is not None:
        zone = _zone(clocks[0], bearings.started.date(), bearings)
        started = bearings.started
        if started.time() == time(0):
            return started.date()  # a day alone: midnight is no hour of publication, in whatever zone
        day = started.astimezone(zone).date()
        first = _moment(clocks[0], day, bearings)
        if first is not None and first < started - _FAR:
            return day + timedelta(days=1)
        if first is not None and first > started + _FAR:
            return day - timedelta(days=1)
        return day
    if bearings.latest is None:
        return None
    # The newest post cannot be later than that; a clock may go a few minutes wrong.
    limit = bearings.latest + timedelta(minutes=10)
    day = limit.astimezone(_zone(clocks[-1], limit.date(), bearings)).date()
    newest = _moment(clocks[-1], day, bearings)
    if newest is not None and newest > limit:
        day -= timedelta(days=1)
    return day - timedelta(days=_nights_before(clocks)[0])


def _zone(clock: Clock, day: date, bearings: Bearings) -> tzinfo:
    named = None if clock.zone is None else zone_of(clock.zone, day)
    if named is not None:
        return named
    if bearings.zone is not None:
        return bearings.zone
    known = bearings.started if bearings.started is not None else bearings.latest
    return UTC if known is None or known.tzinfo is None else known.tzinfo


def _moment(clock: Clock, day: date, bearings: Bearings) -> datetime | None:
    try:
        moment = datetime.combine(day, time(clock.hour, clock.minute), _zone(clock, day, bearings))
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment
