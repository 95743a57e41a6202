"""A time as somebody wrote it: ISO 8601 or epoch seconds. A time without a zone is UTC, and a date alone is the start
of that day in UTC, the only moment of the day that is never later than the truth."""

import re
from datetime import UTC, datetime

# Fewer digits are a year or a compact date (20130117), not seconds since 1970.
_SECONDS = re.compile(r"-?\d{9,11}(\.\d{1,9})?")


class NoMoment(ValueError):
    """What stands there is no time; the message says what to write instead."""


def moment(written: object) -> datetime | None:
    """The time, aware; None where nothing is written (None or blank). Raises NoMoment where it is no time."""
    if written is None:
        return None
    if isinstance(written, int | float) and not isinstance(written, bool):
        return _from_seconds(written)
    if not isinstance(written, str):
        raise NoMoment(f"{_short(written)} is no time: write it as 2013-01-17T15:00:00Z or as epoch seconds")
    text = written.strip()
    if not text:
        return None
    if _SECONDS.fullmatch(text):
        return _from_seconds(float(text))
    try:
        read = datetime.fromisoformat(text)
        aware = read.replace(tzinfo=UTC) if read.tzinfo is None else read
        aware.astimezone(UTC)  # 0001-01-01T00:00+14:00 exists, but not in UTC
    except (ValueError, OverflowError):
        raise NoMoment(f"{_short(text)} is no time: write it as 2013-01-17T15:00:00Z or as epoch seconds") from None
    return aware


def _from_seconds(seconds: float) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        hint = ": are these milliseconds? divide by 1000" if abs(seconds) > 1e11 else ""
        raise NoMoment(f"{_short(seconds)} is no time in seconds since 1970{hint}") from None


def _short(written: object) -> str:
    text = repr(written)
    return text if len(text) <= 40 else text[:37] + "..."
