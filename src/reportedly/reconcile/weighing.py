"""Whether a newly told number displaces the printed one, for counts that only grow: which of the two would make what
was told lately the likelier.

A telling gives the toll of the hour, or an older one (papers carry old copy for days), or the count of some of the
people, or it is a stray: another event's toll, a slip, a number out of a list of links. The newcomer takes over once
it is seven times as likely to be the toll now as the printed one is to be it still (`SURE`). From that follow, with no
rule of their own, the judgements of a careful desk:

- a small rise needs one telling and a leap several, since a stray may be of any size: the further from the printed
  figure, the likelier it is one. While a toll is young or thinly told it moves in leaps, later in small steps;
- the longer a figure has stood in the copy, the more a new one needs (Laplace's rule of succession: of what was told w
  times without a change, the next telling brings one with a chance of 1 in w + 2);
- a stray number that is told again says little more than once: it has its own story, and its own copies;
- a number that nobody takes up fails: each telling of the old one since speaks against it, a little, because half of
  all copy is old. The moment from which it is weighed is the one that is best for it, so that a stray of last week
  does not count against the same number today;
- of two voices that were alone, the later is printed, and what was given up comes back only past its own old copy;
- a figure that was printed on thin grounds falls again as the copy does not take it up, to what it displaced. Else a
  toll falls only by half at most, and to a number that is told anew: a lower one is mostly old, or a part.

The shares are rough measures of news on the web, the same for every story. None of it is lost: what does not take over
stays among the claims and in the range.
"""

from collections.abc import Set
from datetime import datetime
from math import exp, inf, log

from reportedly.reconcile.best import Desk, Front, Printed, too_small
from reportedly.reconcile.lines import Voice, within
from reportedly.reconcile.origins import UNKNOWN

SURE = 2.0
"""Log of the odds at which a number takes over: seven to one."""
NOW = 0.5
"""Of the tellings of a line, the share that gives the toll of the hour,"""
OLD = 0.27
"""an older toll, where there is one,"""
PART = 0.4
"""some of the people, in ever so many ways, and"""
STRAY = 0.12
"""something else, of any size alike up to a hundred thousand."""
AGAIN = 0.02
"""Of the tellings, the share that repeats one given stray."""
VOUCHED = 3
"""How much rarer strays are where somebody is known to have said it."""
CORRECTED = 0.01
"""How often a toll is lowered, of the times that it changes."""
GIVEN_UP = 0.1
"""How likely a number that was given up is to be the toll again, beside one never printed."""
NEAR = 0.3
"""What a further telling of nearly the same higher number, a fifth off at most, counts for: a growing toll has many."""
_FIFTH = 1.2
_SIZES = log(100_000)
_YOUNG, _OLD = 1.3, 0.05
"""How far a toll rises at once, as the log of the ratio: at first, and when it has settled,"""
_SETTLES_IN, _SETTLES_AFTER = 4.0, 5.0
"""which it half does in so many hours and in so many tellings, whichever takes longer."""
_FALL = 0.3
_HOPELESS = SURE - log(VOUCHED) - 0.1
_BOLD = 0.9
"""Of a number told once, the share of the new ones that may have any size."""


def takes_over(new: Voice, mine: Printed, front: Front, desk: Desk) -> float | None:
    """The log of the odds at which `new`, printed as `mine` and already on the desk, displaces what is printed and
    somebody still holds; None where it does not."""
    old = front.printed
    known = bool(new.origin.counted)
    if within(old.pair, mine.pair):
        return None
    if mine.level == old.level:
        return desk.sure.get(mine.level, 0.0)
    if mine.vague and mine.level <= 2 * old.level:
        return None
    if old.level == 0 and new.origin.name != UNKNOWN:
        # "Nobody was hurt" is said before anybody has counted: it gives way to whoever is said to have.
        return 0.0
    if old.vague and not mine.vague and old.level <= 2 * mine.level <= 20 * old.level:
        return 0.0
    if known and desk.times[old.level] == 1 and old.level not in desk.displaced and not too_small(new, old.level):
        # One voice against one voice: the latest is printed, and the line is disputed.
        return 0.0
    if mine.level > old.level:
        odds = _rise(mine.level, front, desk, new.telling.published_at)
    else:
        odds = _fall(mine.level, front, desk)
    odds += known * log(VOUCHED)
    return odds if odds > SURE else None


def _rise(new: int, front: Front, desk: Desk, told_at: datetime) -> float:
    old, numbers = front.printed.level, desk.numbers
    held = {number for number in numbers if 3 * old <= 4 * number and 2 * number <= new + old}
    weight = sum([desk.weights[number] for number in held])
    hours = (told_at - desk.settling.get(old, told_at)).total_seconds() / 3600
    odds = log(_growth(new, old, hours, weight)) - log(2 + weight)
    if new in desk.sure and desk.first[new][0] < front.place:
        otherwise = _stray(new) + _old_copy(new, held, desk, front.place)
        return odds + log(GIVEN_UP) + _evidence(new, held, desk, otherwise, front.place)
    near = {
        number
        for number in numbers
        if number > old and number != new and new / _FIFTH <= number <= new * _FIFTH and number not in desk.sure
    }
    return odds + _evidence(new, held, desk, _stray(new), 0, near)


def _fall(new: int, front: Front, desk: Desk) -> float:
    """Either the toll was corrected, or the printed one never was true."""
    old = front.printed.level
    displaced = desk.displaced.get(old)
    never = -inf
    if displaced is None or 3 * displaced <= 4 * new <= 5.4 * displaced:
        never = _never_true(new, front, desk)
    if 2 * new < old:
        return never
    drop = CORRECTED * _drop(new, old)
    otherwise = _stray(new) + PART / (max(new, 1) * log(old + 2))
    # No telling of the new number says more than the first: where they would not do, the rest need not be looked at.
    most = log(drop) + len(desk.numbers.get(new, ())) * max(0.0, log(NOW / otherwise))
    if _either(most, never) < _HOPELESS:
        return -inf
    held = {number for number in desk.numbers if 2 * number >= new + old and 4 * number <= 5 * old}
    evidence = _evidence(new, held, desk, otherwise + _old_copy(new, held, desk, front.place), front.place)
    return _either(log(2 * drop / (2 + sum([desk.weights[number] for number in held]))) + evidence, never)


def _never_true(new: int, front: Front, desk: Desk) -> float:
    """The odds that the printed figure was a stray from the start: those at which it took over, turned round, less
    all who have told it since, more all who went on with what it displaced."""
    old = front.printed.level
    odds = -desk.sure.get(old, 0.0)
    told_again, went_on = log(NOW / (_stray(old) + AGAIN)), log(NOW / OLD)
    for place, number, weight in desk.laid_since(front.place):
        if number == old:
            if place > front.place:
                odds -= weight * told_again
        elif 3 * new <= 4 * number <= 5 * new and 2 * number <= new + old:
            odds += weight * went_on
    return odds


def _evidence(
    new: int, held: Set[int], desk: Desk, otherwise: float, since: int, near: Set[int] = frozenset()
) -> float:
    """By how much what was told of the new number, of nearly the same, and of the old one speaks for the new, from the
    moment that speaks for it most. `otherwise`: how likely the new number is to be told where it is not the toll; what
    was told of it before the place `since` is passed over."""
    first = max(0.0, log(NOW / otherwise))
    again = max(0.0, log(NOW / (otherwise + AGAIN)))
    if again == 0:
        return -inf
    # What was told of the old number before anything of the new says nothing from any moment on.
    start = min([laid[0].place for number in (new, *near) if (laid := desk.numbers.get(number))], default=desk.place)
    against, nearly = log(OLD / NOW), NEAR * again
    best, says = -inf, 0.0
    for place, number, weight in reversed(desk.laid):
        if place < start:
            break
        if (number == new and place >= since) or number in near:
            best = max(best, says + weight * first)
            says += weight * (again if number == new else nearly)
        if number in held:
            says += weight * against
    return best


def _stray(number: int) -> float:
    return STRAY / (max(number, 1) * _SIZES)


def _old_copy(new: int, held: Set[int], desk: Desk, before: int) -> float:
    """How likely a telling is to be old copy of the new number: by its share of what was told before."""
    mine = sum([weight for place, _, weight in desk.numbers.get(new, ()) if place < before])
    if not mine:
        return 0.0
    theirs = sum([weight for number in held for place, _, weight in desk.numbers[number] if place < before])
    return PART * mine / (mine + theirs + 1)


def _growth(new: int, old: int, hours: float, weight: float) -> float:
    """How likely a toll that changes comes to just this number."""
    unsettled: float = max(0.5 ** (max(hours, 0.0) / _SETTLES_IN), 1 / (1 + weight / _SETTLES_AFTER))
    reach = _OLD + (_YOUNG - _OLD) * unsettled
    rise = log((new + 1) / (old + 1))
    bold = _BOLD / (1 + weight)
    step = (exp(-rise / _OLD) / _OLD + exp(-rise / reach) / reach) / 2
    return ((1 - bold) * step + bold / _SIZES) / max(new, 1)


def _drop(new: int, old: int) -> float:
    return exp(-log((old + 1) / (new + 1)) / _FALL) / (_FALL * max(new, 1))


def _either(one: float, other: float) -> float:
    most = max(one, other)
    return most if most == -inf else most + log(exp(one - most) + exp(other - most))
