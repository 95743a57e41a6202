"""The desk: what a line's last tellings say, and what is printed, for the judgement of what takes over under the policy
`latest` (weighing.py for counts that only grow, states.py for counts of a state).

What is behind a figure is counted on the desk: the last sixty tellings of the line, without copies. Not outlets,
because forty papers carry one report; and not origins alone, because most copy on a stream names none: what one
origin, or nobody known, tells in other words is told once more. The words around the number decide, so that a headline
that stands in the link list of a hundred pages is one telling.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from reportedly.account import Bounds
from reportedly.reconcile.lines import Voice, level
from reportedly.telling import Telling

DESK = 60
LEAP = 2
SMALL = 10
"""Tolls of a few double between two sentences: a leap is past twice the figure and ten more."""
HALF = 2
TENTH = 10
_BEFORE, _AFTER = 6, 7
"""Words on either side of a number that make its telling a copy."""
_LETTERS = 80
_MOST_SURE = 8.0
_SAME_SIZE = 3, 4
"""A figure and one at least three quarters of it are of one size."""

Pair = tuple[int | None, int | None]
"""Bounds as a plain key: this file compares them by the million."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as the desk compares it. No tuple, because it is read far more often than made."""

    pair: Pair
    level: int
    soft: bool
    vague: bool
    """A word and no number: "dozens"."""
    bounds: Bounds


class Front(NamedTuple):
    """What is printed now."""

    printed: Printed
    at: datetime
    place: int
    """How many tellings had been laid on the desk when it was printed."""


class Laid(NamedTuple):
    """A telling on the desk."""

    place: int
    level: int
    weight: float
    """A half where it is soft."""


class Desk:
    """The last tellings of one line without their copies, and what was printed by them. It grows as it is read, and
    belongs to one pass over one line."""

    __slots__ = (
        "_alone",
        "_seen",
        "displaced",
        "first",
        "laid",
        "numbers",
        "place",
        "settling",
        "sure",
        "times",
        "weights",
    )

    def __init__(self) -> None:
        self.laid: deque[Laid] = deque()
        self.numbers: dict[int, tuple[Laid, ...]] = {}
        """The same by number: what is weighed are numbers, and of sixty tellings most tell the same few."""
        self.weights: dict[int, float] = {}
        """What the tellings on it of each number weigh together."""
        self.place = 0
        """How many tellings have ever been laid on it."""
        self.first: dict[int, tuple[int, datetime]] = {}
        """Where and when each number was first told, long after the telling itself has left the desk."""
        self.times: dict[int, int] = {}
        """How often each number was ever told."""
        self.sure: dict[int, float] = {}
        """Every number that was ever printed, and the log of the odds at which it took over."""
        self.displaced: dict[int, int] = {}
        """The lower number that it took over from."""
        self.settling: dict[int, datetime] = {}
        """Since when figures of its size have been told."""
        self._alone: dict[tuple[object, ...], Telling | None] = {}
        """Who told which number, and the telling while it is the only one; then the same with the last of the words
        around the number. The words are looked at only where there is another: most tellings stay alone."""
        self._seen: set[tuple[tuple[object, ...], str]] = set()

    def copy(self) -> "Desk":
        other = Desk()
        for name in self.__slots__:
            kept = getattr(self, name)
            setattr(other, name, kept if name == "place" else kept.copy())
        return other

    def take(self, voice: Voice, printed: Printed) -> None:
        """Lays a telling on the desk, unless its origin has told it in the same words."""
        telling = voice.telling
        number = printed.level
        mark = voice.origin.counted, number
        if mark not in self._alone:
            self._alone[mark] = telling
        elif self._told_in_these_words(mark, telling):
            return
        numbers, weights = self.numbers, self.weights
        if len(self.laid) == DESK:
            _, oldest, weight = self.laid.popleft()
            left = numbers[oldest][1:]
            if left:
                numbers[oldest] = left
                weights[oldest] -= weight
            else:
                del numbers[oldest], weights[oldest]
        weight = 0.5 if printed.soft else 1.0
        laid = Laid(self.place, number, weight)
        self.laid.append(laid)
        if number in numbers:
            numbers[number] = *numbers[number], laid
            weights[number] += weight
        else:
            numbers[number] = (laid,)
            weights[number] = weight
        if number in self.times:
            self.times[number] += 1
        else:
            self.first[number] = self.place, telling.published_at
            self.times[number] = 1
        self.place += 1

    def _told_in_these_words(self, mark: tuple[str, int], telling: Telling) -> bool:
        alone = self._alone
        first = alone[mark]
        if first is not None:
            alone[mark] = None
            alone[*mark, _last_word(first)] = first
        known = *mark, _last_word(telling)
        if known not in alone:
            alone[known] = telling
            return False
        first = alone[known]
        if first is not None:
            alone[known] = None
            self._seen.add((mark, _words_around(first)))
        words = mark, _words_around(telling)
        if words in self._seen:
            return True
        self._seen.add(words)
        return False

    def laid_since(self, place: int) -> Iterator[Laid]:
        """What lies on it of all that was laid there from that place on, in order."""
        gone = self.place - len(self.laid)
        return islice(self.laid, max(0, place - gone), None)

    def print(self, new: Printed, old: Printed | None, odds: float) -> None:
        """Notes what is printed, instead of what, and the log of the odds for it."""
        known = self.first.get(new.level)
        self.sure[new.level] = max(self.sure.get(new.level, 0.0), min(odds, _MOST_SURE))
        since = datetime.min.replace(tzinfo=UTC) if known is None else known[1]
        if old is not None:
            if new.level > old.level:
                self.displaced[new.level] = old.level
            if _one_size(new.level, old.level):
                since = self.settling.get(old.level, since)
        self.settling.setdefault(new.level, since)


def _one_size(one: int, other: int) -> bool:
    part, whole = _SAME_SIZE
    return whole * min(one, other) >= part * max(one, other)


def _words_around(telling: Telling) -> str:
    text = telling.text
    at = max(0, text.find(telling.phrase))
    before = text[max(0, at - _LETTERS) : at].rsplit(None, _BEFORE)[-_BEFORE:]
    return " ".join((*before, *text[at : at + _LETTERS].split(None, _AFTER)[:_AFTER]))


def _last_word(telling: Telling) -> str:
    """The last of the words around the number: tellings in the same words have the same."""
    text = telling.text
    at = max(0, text.find(telling.phrase))
    after = text[at : at + _LETTERS].split(None, _AFTER)[:_AFTER]
    return after[-1] if after else _words_around(telling).rpartition(" ")[2]


def printed(voice: Voice) -> Printed:
    telling = voice.telling
    low = telling.low
    vague = telling.approx and low is not None and telling.high is None
    soft = low is None or vague or telling.hedged or telling.confidence < 0.5
    return _printed(low, telling.high, soft, vague)


@lru_cache(maxsize=4_096)
def _printed(low: int | None, high: int | None, soft: bool, vague: bool) -> Printed:
    """Remembered: a story has many tellings and few figures."""
    return Printed((low, high), level(low, high), soft, vague, Bounds(low, high))


def too_small(voice: Voice, whole: int) -> bool:
    """Whether a count is so far below the printed one that it is taken to count some of the people, not to dispute the
    whole: one woman killed beside a toll of 45, the bodies in one hospital. Below a tenth it is; where nobody at all is
    known to have said it, below half, since a dispute needs somebody who disputes."""
    telling = voice.telling
    share = TENTH if voice.origin.counted else HALF
    return level(telling.low, telling.high) * share < whole


def leaps(newcomer: int, incumbent: int) -> bool:
    return newcomer > LEAP * incumbent + SMALL
