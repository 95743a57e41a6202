"""Moments in words: short where many stand in a column, in full where one stands alone."""

from datetime import UTC, datetime, tzinfo


def minute(at: datetime | None, *, year: bool = False) -> str:
    """ "17 Jan 15:00", with the year "17 Jan 2013 15:00"; in UTC."""
    if at is None:
        return "no time"
    utc = at.astimezone(UTC)
    return f"{utc.day} {utc:%b}{f' {utc.year}' if year else ''} {utc:%H:%M}"


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
