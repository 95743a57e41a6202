"""Who holds which figure of one line now, and what became of the figures that they held before."""

from collections.abc import Sequence
from copy import copy
from datetime import timedelta
from typing import Self

from reportedly.account import Is
from reportedly.reconcile.best import Pair, Printed, too_small
from reportedly.reconcile.folders import Folders
from reportedly.reconcile.lines import Voice, within
from reportedly.reconcile.standing import agree

LASTS = timedelta(days=1)
"""How long a count of a state (missing, held, trapped) is taken to speak of the present: after a day's newer figures,
it is out of date, not in dispute."""


Mark = tuple[str, Pair]
"""An origin's key, and a figure that it told."""


class Holders:
    """The part of a line's running state that says whose figure stands. Voices go by their place on the line."""

    def __init__(self, grows: bool) -> None:
        self.grows = grows
        self.voices: list[Voice] = []
        self.printed: list[Printed] = []
        self.stands: list[Is] = []
        self.replaced_by: list[str | None] = []
        self.parts: list[bool] = []
        self.small: list[int] = []
        """So far below the best figure that they were taken for parts."""
        self.asides: list[int] = []
        """Told beside a whole in the same report."""
        self.older: dict[str, set[str]] = {}
        """For a report, the earlier versions of its page."""
        self.now: dict[str, int] = {}
        """Each origin's current telling of the whole."""
        self.holders: dict[Pair, set[str]] = {}
        self.told: dict[Mark, int] = {}
        """The first telling of each origin's figure."""
        self.again: Folders[Mark, int] = Folders()
        """The further ones, where there are any."""
        self.tellers: Folders[Pair, Mark] = Folders()
        self.outgrown: dict[Pair, int] = {}
        self.outgrew: dict[int, list[int]] = {}
        self.corrected: dict[int, int] = {}
        """Numbers that a claim took back in so many words, and which."""
        self.contested: list[int] = []
        """Denied by somebody else than who said them, and not outgrown since."""
        self.best: int | None = None

    def copy(self) -> Self:
        """One that goes on from here without changing this one."""
        other = copy(self)
        for name in (
            "voices",
            "printed",
            "stands",
            "replaced_by",
            "parts",
            "small",
            "asides",
            "now",
            "told",
            "outgrown",
            "corrected",
        ):
            setattr(other, name, getattr(self, name).copy())
        other.again, other.tellers = self.again.copy(), self.tellers.copy()
        for name in ("older", "holders", "outgrew"):
            setattr(other, name, {key: inner.copy() for key, inner in getattr(self, name).items()})
        return other

    def tellings_of(self, mark: Mark) -> Sequence[int]:
        return (self.told[mark], *self.again.get(mark)) if mark in self.told else ()

    def place(self, i: int, mark: Mark) -> bool:
        """Sets the telling, already told, beside what its origin said before; False where it adds nothing."""
        telling = self.voices[i].telling
        key, pair = mark
        last = self.now.get(key)
        if last is None:
            return self.enter(i, key)
        mine, theirs = self.printed[i], self.printed[last]
        if pair == theirs.pair:
            self.stands[i] = Is.REPEATED
            return True
        earlier = self.voices[last].telling
        revised = bool(self.older) and earlier.report_id in self.older.get(telling.report_id, ())
        # "At least 12" says nothing against "at least 45", except on the page that said 45 before.
        if not revised and within(theirs.pair, pair):
            self.stands[i] = Is.REPEATED
            return False
        fell = self.grows and mine.level < theirs.level
        same_outlet = telling.outlet is not None and telling.outlet == earlier.outlet
        if fell and mark in self.again and not (same_outlet or revised):
            # Another paper prints the origin's older copy late; an outlet does not go back to its own by accident.
            self.stands[i] = Is.REPEATED
            return True
        if not revised and self.best is not None and too_small(self.voices[i], theirs.level):
            self.small.append(i)
            return True
        self.leave(last)
        self.stands[last] = Is.CORRECTED if fell else Is.UPDATED
        self.replaced_by[last] = telling.claim_id
        if revised:
            self.hold(i)
            return True
        return self.enter(i, key)

    def enter(self, i: int, key: str) -> bool:
        """Lets the telling stand as its origin's, unless it is too small or too old to. True: it is worth weighing."""
        voice = self.voices[i]
        mine = self.printed[i]
        now = None if self.best is None else self.printed[self.best].level
        if now is not None and too_small(voice, now):
            self.small.append(i)
            return True
        if voice.telling.source is None:
            if mine.level in self.corrected and now is not None and now < mine.level:
                # Nobody in particular still carries what was lowered since.
                self.stands[i] = Is.UPDATED
                self.replaced_by[i] = self.voices[self.corrected[mine.level]].telling.claim_id
                return False
            if mine.pair in self.outgrown:
                grew = self.outgrown[mine.pair]
                # Old copy coming in late, told by nobody in particular: it was outgrown before it was printed.
                self.stands[i] = Is.UPDATED
                self.replaced_by[i] = self.voices[grew].telling.claim_id
                return True
        self.now[key] = i
        self.holders.setdefault(mine.pair, set()).add(key)
        return True

    def hold(self, i: int) -> None:
        """Makes the telling its origin's current one; what it held before must have been left."""
        key = self.voices[i].origin.key
        self.now[key] = i
        self.holders.setdefault(self.printed[i].pair, set()).add(key)

    def leave(self, i: int) -> None:
        key = self.voices[i].origin.key
        if self.now.get(key) == i:
            del self.now[key]
            self.holders[self.printed[i].pair].discard(key)

    def outgrow(self, i: int) -> None:
        telling = self.voices[i].telling
        level = self.printed[i].level
        printed = self.printed
        for j in [j for j in self.now.values() if printed[j].level < level]:
            theirs = self.voices[j].telling
            if theirs.approx and agree(self.printed[j].bounds, self.printed[i].bounds, approx=True):
                continue
            if theirs.published_at < telling.published_at:
                self.leave(j)
                self.stands[j] = Is.UPDATED
                self.replaced_by[j] = telling.claim_id
                self.outgrown[self.printed[j].pair] = i
                self.outgrew.setdefault(i, []).append(j)
        self.contested = [j for j in self.contested if self.printed[j].level >= level]

    def stand_in(self, origin: str, bounds: Pair) -> None:
        """Another report that still carries the origin's figure takes the place of the one that dropped it."""
        for j in self.tellings_of((origin, bounds)):
            if self.stands[j] is Is.REPEATED and not self.parts[j]:
                self.stands[j] = Is.CURRENT
                self.hold(j)
                return

    def expire(self, best: int) -> None:
        """Puts day-old counts of a state out of date."""
        if self.grows:
            return
        bounds = self.printed[best].pair
        told = (self.voices[j].telling.published_at for j in self.now.values() if self.printed[j].pair == bounds)
        latest = max(told, default=self.voices[best].telling.published_at)
        for j in list(self.now.values()):
            if self.printed[j].pair != bounds and latest - self.voices[j].telling.published_at > LASTS:
                self.leave(j)
                self.stands[j] = Is.UPDATED
                self.replaced_by[j] = self.voices[best].telling.claim_id
