"""Dates, and days told by their distance, that lie before the story's one day: arithmetic that no model is good at."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from reportedly.read.dates import MONTHS
from reportedly.read.words import Line

_SPANS = {"hour": 1, "hours": 1, "hrs": 1, "hr": 1, "day": 24, "days": 24, "week": 168, "weeks": 168}
"""Hours."""
_SMALL = {
    name: number
    for number, names in enumerate("a an one|two|three|four|five|six|seven|eight|nine|ten".split("|"), start=1)
    for name in names.split()
}
_ROUGH = 3
"""Days by which "a week ago" may be off."""
_LONGEST = 60
"""Days before the story: what is earlier is told by its month or year, which others look for."""


def days_before(words: Line, day: date, now: datetime) -> Iterator[int]:
    """The words that put what is told on a day before `day`, the story's one day. `now` is when the report came out.

    "Today" and "yesterday" tell of no other day: a page repeats what was written for another. (Of 53 labelled figures
    beside a day that was not the story's by such a word, 39 were of the story all the same; beside a date, 3 of 70.)"""
    for i, word in enumerate(words.words):
        if word == "ago":
            told = _ago(words, i, now)
            if told is not None and day - timedelta(_LONGEST) < told < day:
                yield i
        elif word[0].isdigit() or word in MONTHS:
            told = date_at(words, i, now)
            if told is not None and day - timedelta(_LONGEST) < told < day:
                yield i


def _ago(words: Line, i: int, now: datetime) -> date | None:
    hours = _SPANS.get(words.word(i - 1))
    many = words.word(i - 2)
    number = int(many) if many.isdecimal() and len(many) < 4 else _SMALL.get(many)
    if hours is None or number is None:
        return None
    then = now - timedelta(hours=hours * number)
    # Only where a week is too rough a measure is it given days of grace.
    return then.date() + timedelta(_ROUGH if hours == _SPANS["week"] else 0)


def date_at(words: Line, i: int, now: datetime) -> date | None:
    """The date that starts at word i: "2013-04-13", "April 9th", "9 April"; in the year of `now` where none is told."""
    word = words.word(i)
    if word in MONTHS:
        if not words.spelled(i)[:1].isupper() or _day_of_month(words.word(i - 1)) is not None:
            return None
        k = i + 1 + (words.word(i + 1) == ".")
        return _made(MONTHS[word], _day_of_month(words.word(k)), words, k + 1, now)
    if len(word) == 10 and word[4] == "-" and word[7] == "-":
        try:
            return date.fromisoformat(word)
        except ValueError:
            return None
    month = words.word(i + 1)
    if _day_of_month(words.word(i + 2)) is not None:
        return None  # "9 of 9 February 22, 2012": the day stands after its month
    if month in MONTHS and words.spelled(i + 1)[:1].isupper():
        return _made(MONTHS[month], _day_of_month(word), words, i + 2, now)
    return None


def _day_of_month(word: str) -> int | None:
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return int(digits) if digits.isdecimal() and 0 < len(digits) < 3 and 0 < int(digits) < 32 else None


def _made(month: int, day: int | None, words: Line, after: int, now: datetime) -> date | None:
    after += words.word(after) in (",", ".")
    told = words.word(after)
    year = int(told) if told.isdecimal() and len(told) == 4 and 1900 < int(told) < 2100 else now.year
    try:
        return None if day is None else date(year, month, day)
    except ValueError:
        return None
