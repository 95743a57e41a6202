"""Event or background: does a figure belong to what the story is about?

A figure is background where its words put it into another year, another country or another storm than the story's, or
speak of what could be, is demanded, or happens every year. Silence means event.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from reportedly.figure import Kind, Scope
from reportedly.read.links import Row
from reportedly.read.nations import COUNTRIES, country_at, demonym_at
from reportedly.read.sentence import Setting
from reportedly.read.where import where_put
from reportedly.read.words import Line, line

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?:-\d\d)?(?:'?s)?")
_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct"
        "|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_REACH = 18
"""Words within which another time or place still speaks of the figure."""
_BREAKS = frozenset([".", ";", "!", "?", "|", "»"])
_PLACE_NOUNS = frozenset(
    "town city capital village province region border coast island border-town resort port district territory".split()
)
_STORMS = frozenset("hurricane typhoon cyclone storm superstorm tsunami".split())
_AGO = frozenset(["ago", "earlier", "previously"])
_COULD = frozenset("could might would if unless should".split())
_FORECAST = frozenset(
    ["expected", "threatening", "threatens", "threatened", "forecast", "predicted", "potentially", "risk", "likely"]
)
_DEMAND = frozenset("demand demands demanded demanding".split())
_STATISTICS = (
    ("each", "year"),
    ("every", "year"),
    ("per", "year"),
    ("a", "year"),
    ("on", "average"),
    ("every", "day"),
    ("each", "day"),
    ("each", "month"),
    ("every", "month"),
)


@dataclass(frozen=True, slots=True)
class _Story:
    """What the story's own words tell of where and when it is."""

    countries: frozenset[str]
    years: frozenset[int]
    months: frozenset[int]
    words: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What a sentence says of other times and places: marks by word, worked out once a sentence."""

    story: _Story
    elsewhere: tuple[tuple[int, bool], ...]
    """Places by word, and whether each is the story's own country."""
    past: tuple[int, ...]
    other: tuple[int, ...]
    """Names of other storms."""


@lru_cache(maxsize=256)
def _story(about: str | None) -> _Story:
    if about is None:
        return _Story(frozenset(), frozenset(), frozenset(), frozenset(), "")
    words = line(about, 0, len(about))
    countries: set[str] = set()
    for i in range(len(words)):
        if (found := country_at(words.words, i) or demonym_at(words.words, i)) is not None:
            countries.add(found[0])
        elif i == 0 or words.word(i - 1) in (",", "of", "in"):
            put = where_put(f"in {about[words.starts[i] :]}", ((0, len(about) + 3),))
            alone = not words.spelled(i + 1)[:1].isupper() or words.word(i - 1) == ","
            if put is not None and put.span[0] == 3 and put.country is not None and alone:
                countries.add(put.country)
    years = frozenset(int(word[:4]) for word in words.words if _YEAR.fullmatch(word))
    months = frozenset(_MONTHS[word] for word in words.words if word in _MONTHS)
    return _Story(frozenset(countries), years, months, frozenset(words.words), about)


def backdrop(words: Line, setting: Setting) -> Backdrop:
    """Every mark of another time or place in the line."""
    story = _story(setting.about)
    return Backdrop(
        story,
        tuple(_places(words, story)) if story.countries else (),
        tuple(_past(words, story, setting.published_at)),
        tuple(
            i
            for i, word in enumerate(words.words)
            if word in _STORMS
            and words.spelled(i + 1)[:1].isupper()
            and words.spelled(i)[:1].isupper()
            and story.words
            and words.word(i + 1) not in story.words
            and story.words & _STORMS
        ),
    )


def _places(words: Line, story: _Story) -> list[tuple[int, bool]]:
    found: list[tuple[int, bool]] = []
    for i, word in enumerate(words.words):
        code: str | None = None
        if (word,) in COUNTRIES or word in _FIRST_OF_COUNTRY:
            country = country_at(words.words, i)
            if country is not None and words.word(i - 1) not in ("against", "with", "by"):
                code = country[0]
        elif (nation := demonym_at(words.words, i)) is not None:
            if {*words.words[nation[1] : nation[1] + 3]} & _PLACE_NOUNS:
                code = nation[0]
        elif word in ("in", "near", "at", "outside") and words.spelled(i + 1)[:1].isupper():
            put = where_put(words.text, ((words.starts[i], min(words.ends[-1], words.starts[i] + 60)),))
            if put is not None and put.span[0] == words.starts[i + 1]:
                code = put.country
        if code is not None:
            found.append((i, code in story.countries))
    return found


_FIRST_OF_COUNTRY = frozenset(name[0] for name in COUNTRIES if len(name) > 1)


def _past(words: Line, story: _Story, now: datetime | None) -> list[int]:
    """Words that put what is told well before the story."""
    found: list[int] = []
    for i, word in enumerate(words.words):
        if word[0].isdigit():
            if len(word) >= 4 and _YEAR.fullmatch(word) and now is not None:
                year = int(word[:4])
                recent = year >= now.year or (year == now.year - 1 and now.month <= 2 and not story.years)
                if year not in story.years and not recent and not (words.word(i + 1) in ("people", "dead")):
                    found.append(i)
        elif word in _MONTHS and now is not None:
            if _month_past(words, i, story, now):
                found.append(i)
        elif word in ("ago", "earlier") and words.word(i - 1) in (
            "years",
            "year",
            "months",
            "month",
            "decades",
            "decade",
        ):
            found.append(i)
        elif word in ("last", "previous") and words.word(i + 1).removesuffix("'s") in (
            "year",
            "month",
            "decade",
            "century",
            "summer",
            "winter",
        ):
            found.append(i)
        elif word in ("years", "months", "decades", "decade", "year") and words.word(i + 1) in ("after", "before"):
            found.append(i)
    return found


def _month_past(words: Line, i: int, story: _Story, now: datetime) -> bool:
    """A month with a day or a year beside it that is not the story's nor close to when the report came out."""
    after, before = words.word(i + 1), words.word(i - 1)
    if after == ".":
        after = words.word(i + 2)
    day = after if after.isdigit() and len(after) <= 2 else before if before.isdigit() and len(before) <= 2 else ""
    if not day and before not in ("in", "since", "last", "of") or words.words[i] in ("may", "march") and not day:
        return False
    if not words.spelled(i)[:1].isupper():
        return False
    month = _MONTHS[words.words[i]]
    if month in story.months or any(_YEAR.fullmatch(words.word(i + k)) for k in (1, 2, 3, 4)):
        return False  # where the year stands beside it, the year decides
    ago = (now.month - month) % 12
    return ago >= 2 if story.words else ago >= 4


def scope_of(row: Row, index: int, kind: Kind, marks: Backdrop) -> Scope:
    """Event, unless something near the figure says otherwise."""
    words = row.line
    item = row.counted[index]
    first, last = item.number.first, item.last
    low, high = _clause(words, first, last)
    if _supposed(words, low, first, high, kind) or _counted_yearly(words, first, high):
        return Scope.BACKGROUND
    if any(low <= i < high for i in marks.past) and not _taken_then(words, first, marks.past):
        return Scope.BACKGROUND
    if any(low <= i < high for i in marks.other):
        return Scope.BACKGROUND
    near = [(abs(i - first) if i > first else (first - i) * 1.2, own) for i, own in marks.elsewhere if low <= i < high]
    if near and not min(near)[1] and not any(own for _, own in near):
        return Scope.BACKGROUND
    return Scope.EVENT


def _clause(words: Line, first: int, last: int) -> tuple[int, int]:
    low, high = first, last
    while low > 0 and first - low < _REACH and words.words[low - 1] not in _BREAKS:
        low -= 1
    while high < len(words) and high - last < _REACH and words.words[high] not in _BREAKS:
        high += 1
    return low, high


def _supposed(words: Line, low: int, first: int, high: int, kind: Kind) -> bool:
    """Is it only possible, expected or demanded?"""
    before = words.words[max(low, first - 9) : first]
    after = words.words[first : min(high, first + 6)]
    if {*before} & _DEMAND and kind in (Kind.FREED, Kind.OTHER):
        return True
    if {*before} & _COULD or {*after} & {"could", "might"}:
        return True
    return (
        bool({*before[-4:]} & _FORECAST and kind is not Kind.KILLED)
        or "if" in words.words[max(low, first - 12) : first]
    )


def _counted_yearly(words: Line, first: int, high: int) -> bool:
    return any(words.words[i : i + 2] in _STATISTICS for i in range(first, min(high, first + 12)))


def _taken_then(words: Line, first: int, past: tuple[int, ...]) -> bool:
    """Does the earlier date only tell since when they were held?"""
    for i in past:
        between = words.words[min(first, i) : max(first, i)]
        if i > first and {*between} & {
            "kidnapped",
            "abducted",
            "captured",
            "held",
            "seized",
            "detained",
            "jailed",
            "imprisoned",
        }:
            return True
    return False
