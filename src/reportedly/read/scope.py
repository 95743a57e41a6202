"""Event or background: does a figure belong to what the story is about?

A figure is background where its words put it into another time, another country or another storm than the story's, or
speak of what could be, is demanded, or happens every year. Silence means event.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from reportedly.figure import Kind
from reportedly.read.backdrop import Backdrop, Mark
from reportedly.read.counts import Row
from reportedly.read.weekdays import Weekday, nearest
from reportedly.read.words import Line

_REACH = 26
"""Words within which another time or place still speaks of the figure."""
_CLOSE = 9
_STOPS = frozenset([".", "!", "?", "|", "»"])
_BREAKS = _STOPS | {";"}
_COULD = frozenset("could might would if unless should".split())
_FORECAST = frozenset("expected threatening threatens threatened forecast predicted potentially risk likely".split())
_DEMAND = frozenset("demand demands demanded demanding".split())
_STATISTICS = {
    tuple(words.split())
    for words in "each year|every year|per year|a year|on average|every day|each day|each month|every month".split("|")
}
_DEEDS = frozenset(
    "kill execute behead shoot murder hang burn slaughter harm massacre bury drown free release hand".split()
)
"""What is threatened or offered."""
_VOWED = frozenset(
    "vowed vows vowing promised promises promising offered offers offering plans planned plotted".split()
)
_APART = frozenset("elsewhere separate similar".split())
_HINTS = _APART | _COULD | _FORECAST | _DEMAND | _DEEDS | {"year", "average", "every", "each"}
_CAPTIVITY = frozenset("kidnapped abducted captured held seized detained jailed imprisoned".split())


ANOTHER_TIME = 0.94
"""How often a figure is background where its words put it into another year or month, count it yearly, or only threaten
or offer it. These and the next were counted on 3,500 labelled sentences (training/labels)."""
ONLY_SUPPOSED = 0.88
"""... or where it is only supposed."""
ANOTHER_DAY = 0.25
"""... where what is done about an event, and not the event, is told of another day of the week than the story's."""
OWN_DAY = 0.012
"""... where the story's own weekday is named. In stories of one day 28 of 381 such figures were background, and 893 of
2,422 that name none: a seventh of the odds."""
APART = 0.8
"""... where a story of one event tells of it as "elsewhere", "in a separate attack" or "in a similar accident"."""
ANOTHER_PLACE = 0.6
BESIDE = 0.8
"""... where it stands in a link to another story, and names nothing of this one."""
TO_COME = 0.99
"""... where it is a toll that is only expected."""
NO_DOUBT = 0.99
"""... where a deed is told of another day of the week than the story's (84 of 85 labelled figures), or a stamp is of a
day before it (15 of 15), or where their release is only demanded (19 of 19)."""
NOTHING_SAID = 0.08


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a figure that makes another event likelier or less likely."""

    chance: float = NOTHING_SAID
    """How likely the figure is background, by the words near it alone."""
    days_on: int | None = None
    """Days from the event to the report."""
    series: bool = False
    """Whether the event is one of many attacks like it."""
    sure: bool = False
    """Whether the words leave no doubt of another event, so that nobody need guess."""


SILENT = Surroundings()
"""Nothing near the figure tells of another event, as near most."""


def surroundings(row: Row, index: int, kind: Kind, marks: Backdrop, aside: bool) -> Surroundings:
    """`aside`: the sentence is a link to another story."""
    first, day = row.counted[index].number.first, _weekday(row, index, marks)
    if _is_stamped(first, marks) or _is_of_another_day(day, kind) or _demanded(row.line, first, kind):
        return Surroundings(NO_DOUBT, marks.days_on, marks.series, sure=True)
    chance = background_of(row, index, kind, marks, day)
    beside = aside and not marks.named
    return Surroundings(max(chance, BESIDE) if beside else chance, marks.days_on, marks.series)


_OF_A_DEED = frozenset([Kind.KILLED, Kind.WOUNDED, Kind.MISSING, Kind.TAKEN, Kind.ATTACKERS, Kind.OTHER])
"""States that a deed brings on its own day; who is freed, arrested or found on a later day is still of the story."""


def _is_of_another_day(day: Weekday | None, kind: Kind) -> bool:
    return day is not None and day.deed and not day.own and kind in _OF_A_DEED


def _is_stamped(first: int, marks: Backdrop) -> bool:
    place = bisect_right(marks.stamped, first, key=lambda stretch: stretch[0]) - 1
    return place >= 0 and first < marks.stamped[place][1]


def _weekday(row: Row, index: int, marks: Backdrop) -> Weekday | None:
    """The weekday that the figure is told of."""
    if not marks.weekdays:
        return None
    told = row.counted[index]
    low, high = _clause(row.line, told.number.first, told.last, _STOPS)
    return nearest(marks.weekdays, row.line, told.number.first, low, high)


def background_of(row: Row, index: int, kind: Kind, marks: Backdrop, day: Weekday | None) -> float:
    """How likely the figure is background, by the words near it; `day` is the weekday that it is told of."""
    words = row.line
    told = row.counted[index]
    first = told.number.first
    if _to_come(words, first):
        return TO_COME
    low, high = first - _REACH, told.last + _REACH
    marked = marks.past.within(low, high) or marks.places.within(low, high) or marks.storms.within(low, high)
    if not marked and not _HINTS & {*words.words[max(0, first - 18) : first + 13]}:
        return _by_day(day)  # most figures
    low, high = _clause(words, first, told.last)
    # A semicolon ends a clause and not the time it is told in: "In 2018 a bus was hijacked; 14 passengers died".
    opened, _ = _clause(words, first, told.last, _STOPS)
    past = [mark for mark in marks.past.within(opened, high) if _speaks_of(words, mark, first)]
    if _threatened(words, low, first) or _counted_yearly(words, first, high) or past:
        return ANOTHER_TIME
    if _supposed(words, low, first, high, kind):
        return ONLY_SUPPOSED
    if not marks.places.within(low, high):
        low = opened  # "Quake rocks Peru; 12 feared dead": the place is the clause's before
    if not marks.series and _told_apart(words, opened, first):
        return APART
    if marks.storms.within(low, high) or not _at_home(marks, first, low, high):
        return ANOTHER_PLACE
    return _by_day(day)


def _told_apart(words: Line, low: int, first: int) -> bool:
    return any(
        words.words[k] == "elsewhere"
        or (words.words[k] in _APART and {words.word(k + 1).removesuffix("s"), words.word(k + 2)} & _DEEDS_APART)
        for k in range(low, first)
    )


_DEEDS_APART = frozenset(
    "incident attack blast explosion raid bombing clash shooting accident crash strike operation fire ambush".split()
)


def _by_day(day: Weekday | None) -> float:
    return NOTHING_SAID if day is None else OWN_DAY if day.own else ANOTHER_DAY


_TO_COME = re.compile(
    r"\b(?:toll|number|figure|total|deaths|count)\b(?: \w+){0,5}? (?:may|might|could|will|would|likely to|expected to"
    r"|set to|bound to|feared to)(?: \w+)? (?:reach|rise|climb|exceed|top|pass|surpass|grow|increase|hit|jump|go)\b"
    r"(?: \w+){0,3}$"
)


def _to_come(words: Line, first: int) -> bool:
    """ "the toll may reach 50"."""
    before = words.words[max(0, first - _TOLL_REACH) : first]
    if not _TOLLS & {*before}:
        return False
    told = " ".join(before)
    return _TO_COME.search(told) is not None or (words.words[first] in _PASSING and _MAY.search(told) is not None)


_MAY = re.compile(r"\b(?:may|might|could|will|would|likely to|expected to|set to|bound to|feared to)$")
_PASSING = frozenset("exceed surpass top pass cross".split())
"""The verb may be one with the number: "exceed 60" is more than 60."""
_TOLL_REACH = 14
_TOLLS = frozenset("toll number figure total deaths count".split())


def _at_home(marks: Backdrop, first: int, low: int, high: int) -> bool:
    """Does no place near the figure lie outside the story's country? A close one outweighs the others."""
    near = sorted((abs(place.at - first), place.own) for place in marks.places.within(low, high))
    if not near:
        return True
    return near[0][1] if near[0][0] <= _CLOSE else any(own for _, own in near)


def _speaks_of(words: Line, mark: Mark, first: int) -> bool:
    """Is the mark's other time the figure's own, and not only a comparison's or a captivity's?"""
    between = {*words.words[min(first, mark.at) : max(first, mark.at)]}
    if mark.since:
        return mark.at < first and bool(between & {"when", "which", "that"})
    if mark.names:
        # "the 2004 earthquake that killed": the year is the other event's name
        if mark.at > first:
            return words.word(mark.at - 2) in ("in", "during") and mark.at - first <= 12
        return first <= mark.at + 12 and bool(between & {"which", "that", "killed", "killing", "when"})
    return not (mark.at > first and between & _CAPTIVITY)


def _clause(words: Line, first: int, last: int, breaks: frozenset[str] = _BREAKS) -> tuple[int, int]:
    low, high = first, last
    while low > 0 and first - low < _REACH and not _ends(words, low - 1, breaks):
        low -= 1
    while high < len(words) and high - last < _REACH and not _ends(words, high, breaks):
        high += 1
    return low, high


def _ends(words: Line, i: int, breaks: frozenset[str]) -> bool:
    """Whether the clause ends at word i; the stop of "Sept." or "U.S. " ends none."""
    if words.words[i] != ".":
        return words.words[i] in breaks
    return len(words.word(i - 1)) > 4 or not words.word(i - 1).isalpha()


def _supposed(words: Line, low: int, first: int, high: int, kind: Kind) -> bool:
    """Is it only possible, expected or demanded?"""
    before = {*words.words[max(low, first - 9) : first]}
    if kind is Kind.OTHER and {*words.words[max(low, first - 18) : first]} & _DEMAND:
        return True
    if before & _COULD or {*words.words[first : min(high, first + 6)]} & {"could", "might"}:
        return True
    if "if" in words.words[low : low + 2]:
        return True  # "If we do not find the 20 alive, that is 105 dead"
    expected = {*words.words[max(low, first - 4) : first]} & _FORECAST
    return bool(expected and kind is not Kind.KILLED) or "if" in words.words[max(low, first - 12) : first]


def _demanded(words: Line, first: int, kind: Kind) -> bool:
    """ "demanded the release of 40 prisoners", "would free them only in return for 40 prisoners"."""
    low, _ = _clause(words, first, first, _STOPS)
    before = words.words[max(low, first - 18) : first]
    asked = max((k for k, word in enumerate(before) if word in _DEMAND), default=None)
    if kind is Kind.FREED and asked is not None:
        # "demanded a ransom and freed 30" demands no release
        return bool(_RELEASE & {*before[asked:]}) or "be" in words.words[first : first + _RETURN_REACH]
    if kind not in (Kind.FREED, Kind.OTHER) or not _ASKING & {*before}:
        return False
    return any(one in _RETURN and two == "for" for one, two in pairwise(before[-_RETURN_REACH:]))


_RELEASE = frozenset("release releasing free freeing freedom liberation return".split())
_RETURN = frozenset(["return", "exchange"])
_RETURN_REACH = 6
_ASKING = frozenset("would will only offered offer offers want wants wanted if".split())


def _threatened(words: Line, low: int, first: int) -> bool:
    """ "threatened to shoot some 20 nurses": it was not done."""
    for k in range(max(low, first - _CLOSE), first - 1):
        if words.words[k] == "to" and words.words[k + 1] in _DEEDS:
            return any(word.startswith("threat") or word in _VOWED for word in words.words[max(low, k - 3) : k])
    return False


def _counted_yearly(words: Line, first: int, high: int) -> bool:
    return any(words.words[i : i + 2] in _STATISTICS for i in range(first, min(high, first + 12)))
