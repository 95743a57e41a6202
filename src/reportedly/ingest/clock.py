"""A clock line: the hour that stands over a live blog's post or opens it, in the ways in which desks write it.

"12.15 GMT", "12:15", "3:40 p.m. ET", "UPDATE 6:33 p.m. —", "1403:", "Updated at 14:05 BST", "Jan 18, 09:10".
"""

import re
from dataclasses import dataclass
from datetime import date

from reportedly.ingest.zones import ZONE

LONGEST = 160
"""Characters at a line's beginning that are looked at: no clock and date are written in more."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = (
    r"(?:\d{4}-\d\d-\d\d"
    rf"|(?:{_WEEKDAY},?[ ]+)?(?:the[ ]+)?\d{{1,2}}(?:st|nd|rd|th)?[ ]+(?:of[ ]+)?{_MONTH}(?:,?[ ]+\d{{4}})?"
    rf"|(?:{_WEEKDAY},?[ ]+)?{_MONTH}[ ]+\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ]+\d{{4}})?"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)"
    rf"|{_WEEKDAY})(?!\w)"
)
_CLOCK = (
    r"(?:(?P<h>[01]?\d|2[0-4])(?P<sep>[:.h])(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d%])"
    r"(?:[ \u00a0\u202f]?(?P<ap>[ap]\.?[ ]?m\b\.?)|[ \u00a0\u202f]?h(?:rs)?\b\.?)?"
    r"|(?P<hh>1[0-2]|0?[1-9])[ \u00a0\u202f]?(?P<ap2>[ap]\.?m\b\.?)"
    r"|(?P<hm>(?:[01]\d|2[0-3])[0-5]\d)(?!\d)(?P<hrs>[ ]?hrs\b\.?)?)"
)
_LABEL = (
    r"(?:(?:last[ ]+|first[ ]+)?(?:updated?|posted|published|latest|breaking|filed|new)(?:[ ]+(?:news|on|at))?"
    r"[ ]*[:–—-]?[ ]*(?:at[ ]+)?)"
)
_NO_SENTENCE = r"(?=[ \u00a0]*(?:[\])|:–—•·,.]|-[ ]|$)|[ ]+(?-i:[A-Z“\"'‘]))"
"""What follows a day that belongs to the hour before it; "12:15 Friday prayers are called off" goes on otherwise."""
_LINE = re.compile(
    rf"[\s\[(*•·▪►–—-]{{0,6}}(?P<label>{_LABEL})?(?:(?P<day>{_DATE})[,:]?[ ]+(?:at[ ]+)?(?:[|–—-][ ]+)?)?{_CLOCK}"
    rf"(?:[ \u00a0]{{0,2}}\(?(?P<zone>{ZONE})(?![A-Za-z])\)?)?"
    rf"(?:,?[ ]+(?:on[ ]+)?(?P<after>{_DATE}){_NO_SENTENCE})?"
    r"(?P<close>[ \u00a0]*[\])]?[ \u00a0]*(?:[:–—|•·,]|-(?=[ ])|\.(?=\s|$))?[ \u00a0]*)",
    re.IGNORECASE,
)
_DAY_LINE = re.compile(
    rf"[\s*•=#–—-]{{0,6}}(?:day[ ]+\w+[ ]*[:,–—-][ ]*)?(?P<day>{_DATE})[\s:.*=–—-]{{0,6}}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written: any part may be left out. `weekday` counts from Monday, 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    hour: int
    minute: int
    zone: str | None
    """As written, in capitals; None where the line names none."""
    day: Day | None
    alone: bool
    """Whether nothing else stands on the line."""
    sure: bool
    """Whether it cannot be a quantity or a date ("12.15 tonnes"): it says a.m., a zone, "update", or stands alone."""
    updated: bool
    """Whether its own words say that it is when something was updated."""
    end: int
    """Where the line goes on after it."""


def clock_of(line: str) -> Clock | None:
    """The clock that opens the line; None where none does."""
    head = line[:LONGEST]
    found = _LINE.match(head)
    if found is None:
        return None
    alone = not line[found.end() :].strip(" \t\r\n\u00a0.])*")
    zone, label, close = found["zone"], (found["label"] or "").lower(), found["close"].strip()
    half = found["ap"] or found["ap2"]
    if found["hm"] is not None:  # 1403 may be a year or a count: only a zone, "hrs" or a colon makes it an hour
        if zone is None and found["hrs"] is None and not close.startswith((":", "–", "—", "]")):
            return None
        hour, minute = int(found["hm"][:2]), int(found["hm"][2:])
    elif found["hh"] is not None:
        hour, minute = int(found["hh"]), 0
        if not alone and not close and not label and zone is None:
            return None  # "3 p.m. is when the talks resume": a sentence
    else:
        hour, minute = int(found["h"]), int(found["m"])
    if half is not None:
        if hour > 12:
            half = None  # "14:05 pm" is written, and meant as it stands
        else:
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour == 24:
        hour = 0
    following = line[found.end() : found.end() + 1]
    set_apart = alone or bool(close or label) or zone is not None
    if not set_apart and (following == "" or not (following.isupper() or following in "“\"'‘")):
        return None  # words that run on in small letters are a sentence: "12:15 was when", "12.15 metres"
    sure = set_apart or half is not None or found["sep"] == ":"
    written_day = found["day"] or found["after"]
    return Clock(
        hour=hour,
        minute=minute,
        zone=None if zone is None else " ".join(zone.upper().split()),
        day=None if written_day is None else day_of(written_day, american=half is not None),
        alone=alone,
        sure=sure,
        updated="updated" in label,
        end=found.end(),
    )


def day_line(line: str) -> Day | None:
    """The day that a line names, where it names nothing else: "Friday 18 January". None where it does not."""
    if len(line) > LONGEST:
        return None
    found = _DAY_LINE.fullmatch(line.strip())
    return None if found is None else day_of(found["day"], american=False)


def day_of(written: str, american: bool) -> Day | None:
    """The day in the words. 4/17/13 is read as its writer must have meant it; where both readings are days, the
    month comes first for those who also write p.m. (`american`)."""
    text = written.lower()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        year, month, day = (int(part) for part in text.split("-"))
        return _real(Day(year, month, day))
    if "/" in text:
        first, second, year = (int(part) for part in text.split("/"))
        year += 2000 if year < 100 else 0
        if second > 12 or (american and first <= 12):
            return _real(Day(year, first, second))
        return _real(Day(year, second, first))
    weekday = next((n for n, name in enumerate(_WEEKDAYS) if text.startswith(name)), None)
    words = re.findall(r"[a-z]+", text)
    month_named = next((n for n, name in enumerate(_MONTHS, 1) if any(word.startswith(name) for word in words)), None)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if month_named is None or not numbers:
        return None if weekday is None else Day(weekday=weekday)
    year_named = next((number for number in numbers if number > 31), None)
    return _real(Day(year_named, month_named, numbers[0], weekday))


def _real(day: Day) -> Day | None:
    try:
        date(day.year if day.year is not None else 2000, day.month or 1, day.day or 1)
    except ValueError:
        return None
    return day
