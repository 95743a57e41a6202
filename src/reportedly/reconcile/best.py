"""What takes over as a line's best figure under the policy `latest`: the judgement of a careful wire editor.

The rule: **the latest figure is printed, unless what it would displace has more behind it.** What is behind a figure is
counted on the desk: the last forty different wordings that the line was told in. Wordings and not copies, because forty
papers carry one report; and not origins alone, because most copy on a stream names none. From that follow:

- a figure that allows the printed one ("dozens" beside 45) adds nothing; one that lies within it (45 beside "at least
  40") sharpens it and takes over;
- a count that only grows takes over as it rises, from anybody. On a busy desk a rise is told twice within minutes, so
  there the editor waits for the second wording;
- a leap, past twice the printed figure, is as often a slip or another event's toll as it is news: it waits for a second
  voice, and on a busy desk for a quarter of the copy; where the printed figure has one voice, the latest wins;
- an estimate (a bare "dozens", "up to 60", a hedged or doubtful reading) displaces a count only with a second voice;
- a state (missing, held) moves both ways: near the printed figure the latest wins, if it is not an old one come back;
- a lower count takes over once, since it was first told, more of the copy tells it than tells the printed count or
  more. A figure from before the printed one is mostly old copy coming in late: it must first outlive half a desk;
- where nobody holds the printed figure any more (corrected, denied, dropped by its origin), the newcomer takes over.

Nothing is lost by it: what does not take over stays among the claims and in the range.
"""

from collections import deque
from typing import NamedTuple

from reportedly.account import Bounds
from reportedly.reconcile.lines import Voice, level, within

DESK = 40
BUSY = 10
"""Comparable wordings on the desk from which one voice alone no longer moves a figure."""
LEAP = 2
SMALL = 10
"""Tolls of a few double between two sentences: a leap is past twice the figure and ten more."""
QUARTER = 4
HALF = 2
TENTH = 10


class Printed(NamedTuple):
    """A figure as the desk compares it."""

    bounds: Bounds
    level: int
    soft: bool


class Copy(NamedTuple):
    """One wording on the desk."""

    place: int
    """How many wordings the line had been told in before it."""
    printed: Printed


class Desk:
    """The last wordings of one line. Grows as it is read; belongs to one pass over one line."""

    __slots__ = ("_seen", "copies", "place")

    def __init__(self) -> None:
        self.copies: deque[Copy] = deque(maxlen=DESK)
        self.place = 0
        self._seen: set[tuple[str, int | None, int | None]] = set()

    def take(self, words: str, printed: Printed) -> None:
        """Lays a wording on the desk, unless it has been there."""
        known = (words, printed.bounds.low, printed.bounds.high)
        if known not in self._seen:
            self._seen.add(known)
            self.copies.append(Copy(self.place, printed))
            self.place += 1


def printed(voice: Voice) -> Printed:
    telling = voice.telling
    vague = telling.low is None or (telling.approx and telling.high is None)
    soft = vague or telling.hedged or telling.confidence < 0.5
    return Printed(Bounds(telling.low, telling.high), level(telling.low, telling.high), soft)


def too_small(voice: Voice, whole: int) -> bool:
    """Whether a count is so far below the printed one that it is taken to count some of the people, not to dispute the
    whole: one woman killed beside a toll of 45, the bodies in one hospital. Below a tenth it is; where nobody at all is
    known to have said it, below half, since a dispute needs somebody who disputes."""
    telling = voice.telling
    share = TENTH if voice.origin.counted else HALF
    return level(telling.low, telling.high) * share < whole


def leaps(newcomer: int, incumbent: int) -> bool:
    return newcomer > LEAP * incumbent + SMALL


def takes_over(new: Printed, old: Printed, desk: Desk, since: int, grows: bool) -> bool:
    """Whether `new`, already on the desk, displaces `old`, which was printed when `since` wordings had been told and
    which somebody still holds."""
    if within(old.bounds, new.bounds):
        return False
    near = [copy.printed for copy in desk.copies if not leaps(copy.printed.level, old.level)]
    near = [each for each in near if not leaps(old.level, each.level)]
    others = sum(1 for each in near if each.bounds != new.bounds)
    sharper = within(new.bounds, old.bounds)
    if new.level > old.level or sharper:
        if leaps(new.level, old.level):
            if others <= 1:
                return not new.soft or old.soft
            backers = sum(1 for copy in desk.copies if leaps(copy.printed.level, old.level))
            alike = sum(1 for copy in desk.copies if copy.printed.level >= new.level)
            return alike >= 2 and backers * QUARTER >= others
        if grows or sharper:
            needed = 2 if (new.soft and not old.soft) or others >= BUSY else 1
            return sum(1 for copy in desk.copies if copy.printed.level >= new.level) >= needed
    far = leaps(old.level, new.level) or leaps(new.level, old.level)
    if old.soft and not new.soft and new.level * TENTH >= old.level:
        return True
    if not grows and not far and others < BUSY and (old.soft or not new.soft):
        return not any(copy.place < since and copy.printed.bounds == new.bounds for copy in desk.copies)
    return _outvotes(new, old, desk, since)


def _outvotes(new: Printed, old: Printed, desk: Desk, since: int) -> bool:
    """Whether the copy has gone over to a figure that the printed one does not grow into."""
    told = [copy.place for copy in desk.copies if copy.printed.bounds == new.bounds]
    if not told:
        return False
    first = max(min(told), since)
    stale = min(told) < since
    if stale and desk.place - since < DESK // 2:
        return False
    backers = sum(1 for place in told if place >= first)
    against = sum(
        1
        for copy in desk.copies
        if copy.place >= first
        and copy.printed.bounds != new.bounds
        and copy.printed.level >= old.level
        and not leaps(copy.printed.level, old.level)
    )
    behind = sum(1 for copy in desk.copies if copy.printed.bounds == old.bounds)
    needed = min(2, behind) if not leaps(old.level, new.level) else 1 if behind <= 1 and desk.place <= 3 else 3
    return backers >= max(1, needed) and backers > against
