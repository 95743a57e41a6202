"""What a page stamps with its own date: a film listed as "published: 30 Sep 2012" is of no story of 2013."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reportedly.read.cues import DAYS
from reportedly.read.dated import date_at
from reportedly.read.words import Line

_STAMPS = frozenset(["published", "posted", "uploaded"])
_FILLING = frozenset([":", ",", "on", "at", "date"]) | DAYS
_MOST_FILLING = 4
_DATE = 4
"""Words of a date: "Feb", ".", "22", "2012"."""
_GRACE = timedelta(2)
"""What is stamped a day early may have been stamped in another time zone."""

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words [first, last), of which the date may be only a part."""

    first: int
    last: int
    day: date


def stamps_of(words: Line, now: datetime) -> tuple[Stamp, ...]:
    """In the order of the line. `now` is when the report came out: a stamp without a year is of that year."""
    return tuple(stamp for i, word in enumerate(words.words) if word in _STAMPS and (stamp := _stamp(words, i, now)))


def stamped_before(stamps: tuple[Stamp, ...], begins: date, length: int) -> Iterator[Stretch]:
    """The stretches of a line of so many words that are stamped with a date before the story `begins`. A stamp speaks
    of what it stands after, up to the stamp before; the one that opens a line, of what follows. (All 15 labelled
    figures with such a stamp were of another event; of 34 with a later one, one was.)"""
    start = 0
    for n, stamp in enumerate(stamps):
        if stamp.first == 0:
            start = stamps[n + 1].first if n + 1 < len(stamps) else length
            stretch = (0, start)
        else:
            stretch = (start, stamp.first)
            start = max(start, stamp.last)
        if stamp.day < begins - _GRACE and stretch[0] < stretch[1]:
            yield stretch


def _stamp(words: Line, i: int, now: datetime) -> Stamp | None:
    for k in range(i + 1, i + 2 + _MOST_FILLING):
        if (day := date_at(words, k, now)) is not None:
            return Stamp(i, k + _DATE, day)
        if words.word(k) not in _FILLING:
            return None
    return None
