"""What takes over as a line's best figure under the policy `latest`: the judgement of a careful wire editor.

The rule: **the latest figure is printed, unless what it would displace has more behind it.** What is behind a figure is
counted on the desk: the last forty tellings of the line, without copies. Not outlets, because forty papers carry one
report; and not origins alone, because most copy on a stream names none: what one origin, or nobody known, tells in
other words is told once more. From that follow:

- a figure that allows the printed one ("dozens" beside 45) adds nothing; one that lies within it (45 beside "at least
  40") sharpens it and takes over;
- a count that only grows takes over as it rises, from anybody. On a busy desk a rise is told twice within minutes, so
  there the editor waits for the second telling;
- a leap, past twice the printed figure on a busy desk and past five times on a quiet one, is as often a slip or another
  event's toll as it is news: it waits for a second voice, and for a quarter of the copy; where the printed figure has
  one voice, the latest wins;
- an estimate (a bare "dozens", "up to 60", a hedged or doubtful reading) displaces a count only with a second voice;
- a state (missing, held) moves both ways: near the printed figure the latest wins, if it is not an old one come back;
- a lower count takes over once, since it was first told, more of the copy tells it than tells more: from one known
  voice where one voice told more, else twice. What was told before the printed figure, or is told by nobody known, is
  mostly old copy coming in late: it must outlive half a desk and an hour, and win all of it. A round
  figure ("about 200" below "more than 200") is no fall at all; one so far below that it counts a part (`too_small`)
  must be told three times, and never displaces what was told ten times: then it is another event's;
- where nobody holds the printed figure any more (corrected, denied, dropped by its origin), the newcomer takes over.

Nothing is lost by it: what does not take over stays among the claims and in the range.
"""

from collections import deque
from datetime import datetime, timedelta
from typing import NamedTuple

from reportedly.account import Bounds
from reportedly.reconcile.lines import Voice, level, within
from reportedly.reconcile.standing import agree

DESK = 40
BUSY = 10
"""Comparable tellings on the desk from which one voice alone no longer moves a figure."""
LEAP = 2
QUIET_LEAP = 5
PAUSE = timedelta(hours=1)
"""Half a desk of old headlines can come in with one index page: a figure is left an hour at least to be taken up."""
SMALL = 10
"""Tolls of a few double between two sentences: a leap is past twice the figure and ten more."""
QUARTER = 4
HALF = 2
TENTH = 10


Pair = tuple[int | None, int | None]
"""Bounds as a plain key: this file compares them by the million."""


class Printed(NamedTuple):
    """A figure as the desk compares it."""

    pair: Pair
    level: int
    soft: bool

    @property
    def bounds(self) -> Bounds:
        return Bounds(*self.pair)


class Front(NamedTuple):
    """What is printed now: the figure, when it was printed, and how many tellings had been laid on the desk by then."""

    printed: Printed
    at: datetime
    place: int


class Desk:
    """The last tellings of one line without their copies, as the numbers that they tell. It grows as it is read, and
    belongs to one pass over one line."""

    __slots__ = ("_seen", "first", "levels", "place", "times")

    def __init__(self) -> None:
        self.levels: deque[int] = deque(maxlen=DESK)
        self.place = 0
        """How many tellings have ever been laid on it."""
        self.first: dict[int, int] = {}
        """Where each number was first told, long after the telling itself has left the desk."""
        self.times: dict[int, int] = {}
        """How often each number was ever told."""
        self._seen: set[tuple[str, str, Pair]] = set()

    def copy(self) -> "Desk":
        other = Desk()
        other.levels = self.levels.copy()
        other.place = self.place
        other.first = self.first.copy()
        other.times = self.times.copy()
        other._seen = self._seen.copy()
        return other

    def take(self, voice: Voice, printed: Printed) -> None:
        """Lays a telling on the desk, unless its origin has told it in the same words."""
        known = (voice.origin.counted, voice.telling.text, printed.pair)
        if known not in self._seen:
            self._seen.add(known)
            self.levels.append(printed.level)
            self.first.setdefault(printed.level, self.place)
            self.times[printed.level] = self.times.get(printed.level, 0) + 1
            self.place += 1

    def since(self, place: int) -> list[int]:
        """What is on the desk of what came since it had taken so many."""
        on_desk = list(self.levels)
        return on_desk[max(0, len(on_desk) - (self.place - place)) :] if place < self.place else []


def printed(voice: Voice) -> Printed:
    telling = voice.telling
    low, high = telling.low, telling.high
    soft = low is None or (telling.approx and high is None) or telling.hedged or telling.confidence < 0.5
    return Printed((low, high), level(low, high) if low is None else low, soft)


def too_small(voice: Voice, whole: int) -> bool:
    """Whether a count is so far below the printed one that it is taken to count some of the people, not to dispute the
    whole: one woman killed beside a toll of 45, the bodies in one hospital. Below a tenth it is; where nobody at all is
    known to have said it, below half, since a dispute needs somebody who disputes."""
    telling = voice.telling
    share = TENTH if voice.origin.counted else HALF
    return level(telling.low, telling.high) * share < whole


def leaps(newcomer: int, incumbent: int) -> bool:
    return newcomer > LEAP * incumbent + SMALL


def takes_over(new: Voice, mine: Printed, front: Front, desk: Desk, grows: bool) -> bool:
    """Whether `new`, printed as `mine` and already on the desk, displaces what is printed and somebody still holds."""
    old = front.printed
    if within(old.pair, mine.pair):
        return False
    sharper = within(mine.pair, old.pair)
    if mine.level < old.level and not sharper and grows:
        # By far the most common case on a busy stream, so it is settled before anything is counted.
        if old.soft and not mine.soft and mine.level * TENTH >= old.level:
            return True
        return _outvotes(new, mine, front, desk)
    far_above, far_below = LEAP * old.level + SMALL, (old.level - SMALL) / LEAP
    others = len([each for each in desk.levels if far_below <= each <= far_above and each != mine.level])
    if mine.level > (far_above if others >= BUSY else QUIET_LEAP * old.level + SMALL):
        if others <= 1:
            return old.soft or not mine.soft
        backers = len([each for each in desk.levels if each > far_above])
        alike = len([each for each in desk.levels if each >= mine.level])
        return alike >= 2 and backers * QUARTER >= others
    if sharper or (grows and mine.level > old.level):
        needed = 2 if (mine.soft and not old.soft) or others >= BUSY else 1
        return len([each for each in desk.levels if each >= mine.level]) >= needed
    if old.soft and not mine.soft and mine.level * TENTH >= old.level:
        return True
    if not grows and mine.level >= far_below and others < BUSY and (old.soft or not mine.soft):
        return desk.first[mine.level] >= front.place
    return _outvotes(new, mine, front, desk)


def _outvotes(new: Voice, mine: Printed, front: Front, desk: Desk) -> bool:
    """Whether the copy has gone over to a number that the printed one does not grow into."""
    old = front.printed
    known = bool(new.origin.counted)
    part = too_small(new, old.level)
    if part and desk.times[old.level] >= BUSY:
        return False
    wanted = 3 if part else 1 if known else 2
    if desk.levels.count(mine.level) < wanted:
        return False
    if agree(mine.bounds, old.bounds, new.telling.approx):
        return False
    first = desk.first[mine.level]
    far_above = LEAP * old.level + SMALL
    contested = len([each for each in desk.levels if mine.level < each <= far_above]) > 1
    if first < front.place or (contested and not known):
        if desk.place - front.place < DESK // 2 or new.telling.published_at - front.at < PAUSE:
            return False
        first = max(front.place, min(first, desk.place - DESK // 2))
    lately = desk.since(first)
    backers = lately.count(mine.level)
    against = len([each for each in lately if mine.level < each <= far_above])
    return backers >= max(wanted, 2 if contested else 1) and backers > against
