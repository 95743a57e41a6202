"""What a sentence says of other times and places than the story's: marks by word, worked out once a sentence."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from reportedly.claim import Where
from reportedly.read.dated import days_before
from reportedly.read.dates import MONTHS, YEAR, one_day
from reportedly.read.nations import COUNTRIES, STATES, country_at, demonym_at
from reportedly.read.sentence import Setting
from reportedly.read.stamped import Stamp, Stretch, stamped_before, stamps_of
from reportedly.read.weekdays import Weekday, weekdays
from reportedly.read.where import where_put
from reportedly.read.words import Line, line_of

Point = tuple[float, float]
_PLACE_NOUNS = frozenset(
    "town city capital village province region border coast island border-town resort port district territory".split()
)
_EVENT_NOUNS = frozenset(
    "bombing bombings blast blasts explosion explosions attack attacks crash fire collapse shooting shootings quake "
    "earthquake floods flood marathon derailment landslide tornado massacre riots clashes tsunami".split()
)
_AUTHORITIES = frozenset("police officials authorities hospital".split())
_EVERYWHERE = frozenset(["US", "GB", "FR", "IL", "RU"])
"""Whose authorities speak of events all over the world."""
_SERIES = frozenset("bombings attacks blasts shootings clashes raids airstrikes strikes".split())
_STORMS = frozenset("hurricane typhoon cyclone storm superstorm".split())
_SPANS = frozenset("years year months month decades decade".split())
_COMPARED = frozenset("worst deadliest bloodiest biggest largest first highest strongest most heaviest".split())


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that tells of another time."""

    at: int
    since: bool = False
    """ "the worst since 2004": only a comparison."""
    names: bool = False
    """ "the 2004 earthquake": the year names another event."""
    own: bool = False
    """A place in the story's own country."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks in the order of the line, found by word without going through them all."""

    marks: tuple[Mark, ...] = ()
    at: tuple[int, ...] = ()

    def within(self, low: int, high: int) -> tuple[Mark, ...]:
        """Those at words [low, high)."""
        return self.marks[bisect_left(self.at, low) : bisect_left(self.at, high)]


def _marks(found: list[Mark]) -> Marks:
    return Marks(tuple(found), tuple(mark.at for mark in found))


@dataclass(frozen=True, slots=True)
class Backdrop:
    past: Marks
    places: Marks
    storms: Marks
    """Names of storms that are not the story's."""
    named: bool = False
    """Whether the line has a word of what the story is about, its date aside."""
    weekdays: tuple[Weekday, ...] = ()
    """Of a story of one day."""
    stamped: tuple[Stretch, ...] = ()
    """Words [first, last) that are stamped with a date from before the story."""
    days_on: int | None = None
    """Days from the story's one day to the report's; None where either is unknown."""
    series: bool = False
    """Whether the story is a day of attacks, as come again where there have been some, and no one disaster."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Where and when the story is, by the words that say what it is about."""

    countries: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    day: date | None = None
    """The very day, for what took one day."""
    begins: date | None = None
    """The first day it can have been: that day, or the first of its month or year."""
    words: frozenset[str] = frozenset()
    points: tuple[Point, ...] = ()
    """Latitude and longitude, in degrees, of the towns it names, where it is an event of one town."""


@lru_cache(maxsize=256)
def topic_of(about: str | None) -> Topic:
    if about is None:
        return Topic()
    words = line_of(about, 0, len(about))
    countries: set[str] = set()
    points: list[Point] = []
    for i in range(len(words)):
        if (found := _country(words, i) or demonym_at(words.words, i)) is not None:
            countries.add(found[0])
        elif i == 0 or words.word(i - 1) in (",", "of", "in"):
            put = where_put(f"in {about[words.starts[i] :]}", ((0, len(about) + 3),))
            alone = not words.spelled(i + 1)[:1].isupper() or words.word(i - 1) == ","
            if put is not None and put.span[0] == 3 and put.country is not None and (alone or _is_town(put)):
                countries.add(put.country)
                points += _points(put)
    years = frozenset(int(word[:4]) for word in words.words if YEAR.fullmatch(word))
    months = frozenset(MONTHS[word] for word in words.words if word in MONTHS)
    local = not _WIDE & {*words.words}
    return Topic(
        frozenset(countries),
        years,
        months,
        day := one_day(words.words),
        day if day is not None else _begins(years, months),
        frozenset(words.words),
        tuple(points) if local else (),
    )


def _begins(years: frozenset[int], months: frozenset[int]) -> date | None:
    return date(min(years), min(months) if len(years) == 1 and months else 1, 1) if years else None


def _days_on(topic: Topic, now: datetime | None) -> int | None:
    return None if topic.day is None or now is None else (now.date() - topic.day).days


_FIRST_NEWS = 1600
"""A report dated earlier is wrongly dated; and from the year 1 no day can be counted back."""


def backdrop(words: Line, setting: Setting) -> Backdrop:
    """Every mark of another time or place in the line."""
    topic = topic_of(setting.about)
    now = setting.published_at
    if now is not None and now.year < _FIRST_NEWS:
        now = None
    stamps = () if topic.begins is None or now is None else stamps_of(words, now)
    return Backdrop(
        _marks(_beside(stamps, _other_times(words, topic, now))),
        _marks(_places(words, topic) if topic.countries else []),
        _marks(_storms(words, topic)),
        _names(words, topic),
        () if topic.day is None or now is None else weekdays(words, topic.day, now),
        () if topic.begins is None else tuple(stamped_before(stamps, topic.begins, len(words))),
        _days_on(topic, now),
        bool(topic.words & _SERIES),
    )


def _beside(stamps: tuple[Stamp, ...], marks: list[Mark]) -> list[Mark]:
    """The marks that are no part of a stamp: what stands behind a stamp is not of its date."""
    stamped = {at for stamp in stamps for at in range(stamp.first, stamp.last)}
    return [mark for mark in marks if mark.at not in stamped]


def _names(words: Line, topic: Topic) -> bool:
    return any(word in topic.words for word in words.words if len(word) > 3 and word.isalpha() and word not in MONTHS)


def _storms(words: Line, topic: Topic) -> list[Mark]:
    if not topic.words & _STORMS:
        return []
    return [
        Mark(i)
        for i, word in enumerate(words.words)
        if word in _STORMS
        and words.spelled(i)[:1].isupper()
        and words.spelled(i + 1)[:1].isupper()
        and words.word(i + 1) not in topic.words
    ]


def _country(words: Line, i: int) -> tuple[str, int] | None:
    """The country, or state of the United States, named at word i."""
    word = words.words[i]
    if word in ("us", "u.s.", "uk", "u.k.", "usa") and words.word(i - 1) not in ("the", "in"):
        return None  # "U.S. soldiers" tells who, not where
    if (word,) in COUNTRIES or word in _FIRST_OF_COUNTRY:
        return country_at(words.words, i)
    if (word in STATES or (word, words.word(i + 1)) in STATES) and words.spelled(i)[:1].isupper():
        return "US", i + (1 if word in STATES else 2)
    return None


_FIRST_OF_COUNTRY = frozenset(name[0] for name in COUNTRIES if len(name) > 1)


def _places(words: Line, topic: Topic) -> list[Mark]:
    found: list[Mark] = []
    for i, word in enumerate(words.words):
        code: str | None = None
        near = True
        if (country := _country(words, i)) is not None:
            if words.word(i - 1) not in ("against", "with", "by"):
                code = country[0]
        elif (nation := demonym_at(words.words, i)) is not None:
            after = {*words.words[nation[1] : nation[1] + 3]}
            if after & _PLACE_NOUNS or (nation[0] not in _EVERYWHERE and after & _AUTHORITIES):
                code = nation[0]
        elif word in ("in", "near", "at", "outside") or (
            words.spelled(i)[:1].isupper() and {*words.words[i + 1 : i + 4]} & _EVENT_NOUNS
        ):
            put = _put(words, i if word in ("in", "near", "at", "outside") else i - 1)
            if put is not None:
                code = put.country
                near = not topic.points or all(_is_near(point, topic.points) for point in _points(put))
        if code is not None:
            found.append(Mark(i, own=code in topic.countries and near))
    return found


_NEAR = 75.0
"""Kilometres from a town that the story is about within which a place may be its own: a suburb, the next valley."""
_WIDE = frozenset(
    "earthquake quake flood floods flooding cyclone typhoon hurricane storm meteor tsunami protests protest riots "
    "unrest war outbreak epidemic drought wildfire wildfires bushfires bushfire landslides tornado tornadoes election "
    "manhunt coup".split()
)
"""Events that strike more than one town."""


def _is_town(put: Where) -> bool:
    return put.lat is not None and (put.name.lower(),) not in COUNTRIES and put.name.lower() not in STATES


def _points(put: Where) -> list[Point]:
    return [(put.lat, put.lon)] if put.lat is not None and put.lon is not None and _is_town(put) else []


def _is_near(point: Point, others: Sequence[Point]) -> bool:
    """On a flat map, which is near enough for what is near."""
    lat, lon = point
    return any(
        math.hypot(lat - north, (lon - east) * math.cos(math.radians(lat))) * 111.2 < _NEAR for north, east in others
    )


def _put(words: Line, i: int) -> Where | None:
    """The place named after word i."""
    start = words.ends[i] if i >= 0 else words.starts[0]
    near = (
        "in" + words.text[start : min(words.ends[-1], start + 60)] if i >= 0 else f"in {words.text[start : start + 60]}"
    )
    put = where_put(near, ((0, len(near)),))
    return None if put is None or put.span[0] > 24 else put


def _other_times(words: Line, topic: Topic, now: datetime | None) -> list[Mark]:
    found = {mark.at: mark for mark in _past(words, topic, now)}
    if topic.day is not None and now is not None:
        for at in days_before(words, topic.day, now):
            found.setdefault(at, Mark(at, since="since" in words.words[max(0, at - 3) : at]))
    return [found[at] for at in sorted(found)]


def _past(words: Line, topic: Topic, now: datetime | None) -> list[Mark]:
    """Words that put what is told at another time than the story's."""
    found: list[Mark] = []
    for i, word in enumerate(words.words):
        after, before = words.word(i + 1), words.word(i - 1)
        if word[0].isdigit():
            if now is not None and len(word) >= 4 and YEAR.fullmatch(word) and _other_year(words, i, topic, now):
                compared = "since" in words.words[max(0, i - 4) : i] and _is_compared(words, i)
                found.append(Mark(i, since=compared, names=before in ("the", "a") and after.isalpha()))
        elif word.removesuffix("'s") in MONTHS:
            if now is not None and _other_month(words, i, topic, now):
                found.append(Mark(i, since="since" in words.words[max(0, i - 2) : i]))
        elif (
            (word in ("ago", "earlier") and before in _SPANS and "since" not in words.words[max(0, i - 12) : i])
            or (word in ("last", "previous") and after.removesuffix("'s") in _SPANS | {"century", "summer", "winter"})
            or (word in _SPANS and after in ("after", "before") and i > 2)
        ):
            found.append(Mark(i))
        elif word == "anniversary" and after == "of":
            found.append(Mark(i, names=True))
        elif (
            word == "after"
            and before in ("day", "days", "week", "weeks", "hours")
            and "came" in words.words[max(0, i - 5) : i]
        ):
            found.append(Mark(i))
    return found


def _is_compared(words: Line, i: int) -> bool:
    return bool({*words.words[max(0, i - 16) : i]} & _COMPARED)


def _other_year(words: Line, i: int, topic: Topic, now: datetime) -> bool:
    year = int(words.words[i][:4])
    if year in topic.years or year >= now.year or words.word(i + 1) in ("people", "dead"):
        return False
    if words.word(i - 1) in ("than", "least", "about", "nearly", "almost", "some"):
        return False  # "more than 2000 fled"
    return bool(topic.years) or year < now.year - 1 or now.month > 2


def _other_month(words: Line, i: int, topic: Topic, now: datetime) -> bool:
    """A month with a day or a year beside it that is neither the story's nor close to when the report came out."""
    name = words.words[i].removesuffix("'s")
    month = MONTHS[name]
    named = (name != words.words[i] or words.word(i + 1) in _EVENT_NOUNS) and name not in ("may", "march")
    k = i + 2 if words.word(i + 1) == "." else i + 1
    after, before = words.word(k), words.word(i - 1)
    day = after if after.isdigit() and len(after) <= 2 else before if before.isdigit() and len(before) <= 2 else ""
    if not day and not named and (before not in ("in", "since", "last") or name == "march"):
        return False
    if not words.spelled(i)[:1].isupper() or month in topic.months:
        return False
    years = [word for word in words.words[k : k + 4] if YEAR.fullmatch(word)]
    if years and int(years[0][:4]) not in topic.years | {now.year}:
        return False  # the year says it already
    ago = (now.month - month) % 12
    return ago >= (1 if topic.months else 2 if topic.words else 4)
