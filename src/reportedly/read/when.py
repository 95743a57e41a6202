"""When it happened: the words of time in a claim, resolved to days and hours against the report's own time.

News time leans backwards: a weekday is the latest such day up to the report's, unless the words look ahead ("will meet
on Friday"). "Overnight" is the night that ended on the report's day. Both ends of a When are inclusive, to the second,
in the report's own time zone. Without `published_at` only a full date can be resolved.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from reportedly.claim import When
from reportedly.read.dates import MONTHS
from reportedly.report import Span

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}

_DAY = "|".join(_DAYS)
_MONTH = rf"(?:{'|'.join(MONTHS)})\.?"
_PART = r"(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)"

_TIME_WORDS = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)
    | (?P<month_day>{_MONTH})\s+(?P<month_day_day>\d{{1,2}})(?:st|nd|rd|th)?
      (?:\s*,?\s+(?P<month_day_year>(?:19|20)\d\d))?(?![\d:])
    | (?P<day_month_day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<day_month>{_MONTH})
      (?:\s*,?\s+(?P<day_month_year>(?:19|20)\d\d))?\b
    | (?P<yesterday>yesterday)(?:\s+(?P<yesterday_part>{_PART}))?
    | (?P<tonight>tonight)
    | this\s+(?P<this_part>{_PART})
    | (?P<today>today|earlier\s+in\s+the\s+day)
    | (?P<tomorrow>tomorrow)
    | (?P<last_night>last\s+night)
    | (?P<overnight>overnight)
    | (?P<weekday>(?:(?:last|next)\s+)?(?:{_DAY}))(?:\s+(?P<weekday_part>{_PART}))?
    | (?P<ago>\d{{1,2}}|an?|one|two|three|four|five|six|seven|ten)\s+
      (?P<ago_unit>day|week|month|year)s?\s+(?:ago|earlier)
    | (?P<last>last|this)\s+(?P<last_unit>week|month|year|weekend)
    | in\s+(?P<month_of_year>{_MONTH})\s+(?:of\s+)?(?P<year_of_month>(?:19|20)\d\d)
    | in\s+(?:the\s+year\s+)?(?P<year>(?:19|20)\d\d)(?!\d)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|is\s+to|are\s+to|due|plans?|planned|scheduled|expected\s+to|until|by|next)\b", re.I
)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|added|confirmed|stated|wrote|tweeted|according\s+to\s+\w+)"
    r"(?:\s+\w+){0,3}?\s+(?:on\s+|late\s+|early\s+)*$",
    re.IGNORECASE,
)
_LONGEST_SAYING = 80

_PARTS = {"morning": (5, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (18, 30)}


def when_said(text: str, spans: tuple[Span, ...], published_at: datetime | None) -> When | None:
    """The first words in these spans that tell when it happened, resolved; None where none can be. The time at which
    somebody said it ("the governor said on Monday") is not the time at which it happened."""
    for start, end in spans:
        for found in _TIME_WORDS.finditer(text, start, end):
            if _SAYING.search(text[max(start, found.start() - _LONGEST_SAYING) : found.start()]):
                continue
            ahead = _AHEAD.search(text, start, found.start()) is not None
            bounds = _resolve(found, published_at, ahead)
            if bounds is not None:
                return When(found.group(), found.span(), *bounds)
    return None


Bounds = tuple[datetime, datetime]


def _resolve(found: re.Match[str], published_at: datetime | None, ahead: bool) -> Bounds | None:
    said = {name: value.lower().strip(".") for name, value in found.groupdict().items() if value is not None}
    try:
        return _absolute(said, published_at) or (
            _relative(said, published_at, ahead) if published_at is not None else None
        )
    except (ValueError, OverflowError):
        # "February 30" is no day, and a year or so before year one is none either.
        return None


def _absolute(said: dict[str, str], published_at: datetime | None) -> Bounds | None:
    zone = UTC if published_at is None else published_at.tzinfo
    if "iso" in said:
        return _whole(datetime.fromisoformat(said["iso"]).replace(tzinfo=zone))
    for order in ("month_day", "day_month"):
        if order in said:
            number, of_month = MONTHS[said[order]], int(said[f"{order}_day"])
            if f"{order}_year" in said:
                return _whole(datetime(int(said[f"{order}_year"]), number, of_month, tzinfo=zone))
            return None if published_at is None else _whole(_nearest_year(number, of_month, published_at))
    if "month_of_year" in said:
        month_start = datetime(int(said["year_of_month"]), MONTHS[said["month_of_year"]], 1, tzinfo=zone)
        return _span_of(month_start, monthrange(month_start.year, month_start.month)[1])
    if "year" in said:
        year_start = datetime(int(said["year"]), 1, 1, tzinfo=zone)
        return _span_of(year_start, (year_start.replace(year=year_start.year + 1) - year_start).days)
    return None


def _nearest_year(month: int, day: int, published_at: datetime) -> datetime:
    """The year that puts the day nearest before the report, or up to two months after it."""
    guess = _midnight(published_at).replace(month=month, day=day)
    return guess.replace(year=guess.year - 1) if guess > published_at + timedelta(days=60) else guess


def _relative(said: dict[str, str], published_at: datetime, ahead: bool) -> Bounds | None:
    today = _midnight(published_at)
    day = timedelta(days=1)
    simple: dict[str, Callable[[], Bounds]] = {
        "yesterday": lambda: _part_of(today - day, said.get("yesterday_part")),
        "tonight": lambda: _part_of(today, "night"),
        "this_part": lambda: _part_of(today, said["this_part"]),
        "today": lambda: _whole(today),
        "tomorrow": lambda: _whole(today + day),
        "last_night": lambda: _part_of(today - day, "night"),
        "overnight": lambda: (today - day + timedelta(hours=18), today + timedelta(hours=8, minutes=59, seconds=59)),
        "weekday": lambda: _part_of(_weekday(said["weekday"], today, ahead), said.get("weekday_part")),
        "ago": lambda: _ago(said["ago"], said["ago_unit"], today),
        "last": lambda: _last(said["last"], said["last_unit"], today),
    }
    return next((resolve() for name, resolve in simple.items() if name in said), None)


def _weekday(words: str, today: datetime, ahead: bool) -> datetime:
    *which, name = words.split()
    back = (today.weekday() - _DAYS.index(name)) % 7
    if which == ["next"] or (ahead and not which and back):
        return today + timedelta(days=7 - back)
    if which == ["last"] and back == 0:
        back = 7
    return today - timedelta(days=back)


def _ago(number: str, unit: str, today: datetime) -> Bounds:
    count = _NUMBERS[number] if number in _NUMBERS else int(number)
    if unit == "day":
        return _whole(today - timedelta(days=count))
    if unit == "week":
        return _whole(today - timedelta(days=7 * count))
    if unit == "month":
        months = today.year * 12 + today.month - 1 - count
        first = today.replace(year=months // 12, month=months % 12 + 1, day=1)
        return _span_of(first, monthrange(first.year, first.month)[1])
    first = today.replace(year=today.year - count, month=1, day=1)
    return _span_of(first, (first.replace(year=first.year + 1) - first).days)


def _last(which: str, unit: str, today: datetime) -> Bounds:
    back = 1 if which == "last" else 0
    if unit == "week":
        return _span_of(today - timedelta(days=today.weekday() + 7 * back), 7)
    if unit == "weekend":
        saturday = today - timedelta(days=(today.weekday() - 5) % 7)
        return _span_of(saturday, 2)
    return _ago(str(back), unit, today)


def _part_of(day: datetime, part: str | None) -> Bounds:
    if part is None:
        return _whole(day)
    first, last = _PARTS[part.split()[-1]]
    return day + timedelta(hours=first), day + timedelta(hours=last, seconds=-1)


def _whole(day: datetime) -> Bounds:
    return _span_of(day, 1)


def _span_of(first: datetime, days: int) -> Bounds:
    return first, first + timedelta(days=days, seconds=-1)


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
