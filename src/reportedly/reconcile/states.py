"""What takes over as the best figure of a line that counts a state (missing, held, trapped), which moves both ways.

The latest figure is printed, unless what it would displace has more behind it:

- near the printed figure the latest wins, if it is not an old one come back; on a busy desk with a second telling;
- one that lies within the printed one (45 beside "at least 40") sharpens it; one that allows it ("dozens" beside 45)
  adds nothing;
- a leap, past twice the printed figure on a busy desk and past five times on a quiet one, waits for a second voice, and
  for a quarter of the copy; where the printed figure has one voice, the latest wins;
- one far below takes over once, since it was first told, more of the copy tells it than tells more: from one known
  voice where one voice told more, else twice. What was told before the printed figure, or is told by nobody known, is
  mostly old copy coming in late: it must outlive half a desk and an hour, and win all of it. One so far below that it
  counts a part (`too_small`) must be told three times, and never displaces what was told ten times.
"""

from datetime import timedelta

from reportedly.reconcile.best import DESK, LEAP, SMALL, TENTH, Desk, Front, Printed, too_small
from reportedly.reconcile.lines import Voice, within
from reportedly.reconcile.standing import agree

BUSY = 10
"""Comparable tellings on the desk from which one voice alone no longer moves a figure."""
QUIET_LEAP = 5
PAUSE = timedelta(hours=1)
"""Half a desk of old headlines can come in with one index page: a figure is left an hour at least to be taken up."""
QUARTER = 4


def succeeds(new: Voice, mine: Printed, front: Front, desk: Desk) -> bool:
    """Whether `new`, printed as `mine` and already on the desk, displaces what is printed and somebody still holds."""
    old = front.printed
    if within(old.pair, mine.pair):
        return False
    sharper = within(mine.pair, old.pair)
    far_above, far_below = LEAP * old.level + SMALL, (old.level - SMALL) / LEAP
    others = sum(
        [
            len(laid)
            for number, laid in desk.numbers.items()
            if far_below <= number <= far_above and number != mine.level
        ]
    )
    if mine.level > (far_above if others >= BUSY else QUIET_LEAP * old.level + SMALL):
        if others <= 1:
            return old.soft or not mine.soft
        return _from(mine.level, desk) >= 2 and _from(far_above + 1, desk) * QUARTER >= others
    if sharper:
        needed = 2 if (mine.soft and not old.soft) or others >= BUSY else 1
        return _from(mine.level, desk) >= needed
    if old.soft and not mine.soft and mine.level * TENTH >= old.level:
        return True
    if mine.level >= far_below and others < BUSY and (old.soft or not mine.soft):
        return desk.first[mine.level][0] >= front.place
    return _outvotes(new, mine, front, desk)


def _outvotes(new: Voice, mine: Printed, front: Front, desk: Desk) -> bool:
    """Whether the copy has gone over to another number."""
    old = front.printed
    known = bool(new.origin.counted)
    part = too_small(new, old.level)
    if part and desk.times[old.level] >= BUSY:
        return False
    wanted = 3 if part else 1 if known else 2
    if len(desk.numbers.get(mine.level, ())) < wanted:
        return False
    if agree(mine.bounds, old.bounds, new.telling.approx):
        return False
    first = desk.first[mine.level][0]
    far_above = LEAP * old.level + SMALL
    contested = _from(mine.level + 1, desk) - _from(far_above + 1, desk) > 1
    if first < front.place or (contested and not known):
        if desk.place - front.place < DESK // 2 or new.telling.published_at - front.at < PAUSE:
            return False
        first = max(front.place, min(first, desk.place - DESK // 2))
    lately = [each.level for each in desk.laid_since(first)]
    backers = lately.count(mine.level)
    against = len([each for each in lately if mine.level < each <= far_above])
    return backers >= max(wanted, 2 if contested else 1) and backers > against


def _from(least: int, desk: Desk) -> int:
    """How many tellings on the desk tell at least so many."""
    return sum([len(laid) for number, laid in desk.numbers.items() if number >= least])
