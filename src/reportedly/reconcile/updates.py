"""How each telling of a line stands, and how its best figure moved: one pass over the line in the order of time.

A pure function outside; inside it keeps the running state of one line. Whatever it says of a moment rests only on what
came before that moment, so that the steps are what an account at each of them would have shown.
"""

from collections.abc import Sequence
from datetime import datetime
from heapq import heappop, heappush
from typing import Self

from reportedly.account import Is
from reportedly.claim import Polarity
from reportedly.reconcile.best import Desk, Front, Printed, leaps, printed, too_small
from reportedly.reconcile.breakdown import whole_of_its_own
from reportedly.reconcile.course import Course, Step
from reportedly.reconcile.former import former
from reportedly.reconcile.holders import Holders, Mark
from reportedly.reconcile.lines import Voice, within
from reportedly.reconcile.revisions import Pages
from reportedly.reconcile.standing import agree
from reportedly.reconcile.states import succeeds
from reportedly.reconcile.weighing import takes_over

_DENIED = Polarity.DENIED
_STANDING = (Is.CURRENT, Is.REPEATED)


class Running(Holders):
    """The running state of one line: who holds what, what is printed, and how it came to that."""

    def __init__(self, grows: bool, pages: Pages) -> None:
        super().__init__(grows)
        self.pages = pages
        self.by_report: dict[str, list[int]] = {}
        """The tellings of reports that have other versions."""
        self.drops: list[tuple[datetime, str, str]] = []
        """A heap: when the newer version comes, which it is, and the version whose figures it may drop."""
        self.desk = Desk()
        self.words: dict[tuple[Mark, str, bool], int] = {}
        """Of a figure that its origin told more than once: the first of the further tellings in these very words."""
        self.denials: dict[tuple[Mark, str], int] = {}
        self.asides_told: set[int] = set()
        self.echo_of: dict[int, int] = {}
        """For a telling in another's very words, that other."""
        self.front: Front | None = None
        """What is printed, as the desk weighs it."""
        self.peak = -1
        self.history: list[int] = []
        self.steps: list[Step] = []
        self.confirmed = False
        self.disputed = False

    def copy(self) -> Self:
        other = super().copy()
        other.by_report = {report: places.copy() for report, places in self.by_report.items()}
        other.drops = self.drops.copy()
        other.desk = self.desk.copy()
        other.words = self.words.copy()
        other.denials = self.denials.copy()
        other.asides_told = self.asides_told.copy()
        other.echo_of = self.echo_of.copy()
        other.history = self.history.copy()
        other.steps = self.steps.copy()
        return other

    def hear_all(self, voices: Sequence[Voice]) -> None:
        """Hears whole reports, all published after what was heard before, in the order of publication."""
        start = len(self.voices)
        stop = start + len(voices)
        self.take(voices)
        heard, parts, drops, versions = self.voices, self.parts, self.drops, self.pages.versions
        while start < stop:
            telling = heard[start].telling
            report = telling.report_id
            end = start + 1
            while end < stop and heard[end].telling.report_id == report:
                end += 1
            for i in range(start, end):
                if parts[i]:
                    parts[i] = not self.whole_after_all(i)
            while drops and drops[0][0] < telling.published_at:
                self.withdraw(*heappop(drops))
            if report in versions:
                self.version(report, range(start, end), telling.published_at)
            if end == start + 1:
                self.hear(start, True)
            else:
                self.hear_report(range(start, end))
            start = end

    def take(self, voices: Sequence[Voice]) -> None:
        self.voices += voices
        self.printed += map(printed, voices)
        self.stands += [Is.CURRENT] * len(voices)
        self.replaced_by += [None] * len(voices)
        self.parts += [telling.part and not whole_of_its_own(telling) for telling, _ in voices]

    def whole_after_all(self, i: int) -> bool:
        """Whether what is told as a part is the whole: no part is larger, and one that is as large as what is printed
        is the same count ("48 died and another 155 were hurt")."""
        if self.best is None or not self.grows:
            return False
        whole = self.printed[self.best].level
        return whole <= self.printed[i].level and not leaps(self.printed[i].level, whole)

    def version(self, report: str, places: Sequence[int], published_at: datetime) -> None:
        if report in self.by_report:
            self.by_report[report] += places
        else:
            self.by_report[report] = list(places)
            for at, new in self.pages.newer.get(report, ()):
                # A clock may put a version before what it revises; it cannot drop what was not yet said.
                heappush(self.drops, (max(at, published_at), new, report))
                self.older.setdefault(new, set()).add(report)

    def hear_report(self, places: Sequence[int]) -> None:
        """Hears what one report says, which is said in one breath: of each origin's counts in it, the highest is the
        whole and the lower ones are its parts. One that leaps past the best figure is heard, but is not the whole."""
        wholes: dict[str, int] = {}
        best = None if self.best is None else self.printed[self.best].level
        old = [places[each] for each in sorted(former(self.voices[places[0] : places[-1] + 1]))]
        ordered = sorted((i for i in places if i not in old), key=self.height)
        for i in ordered:
            telling, origin = self.voices[i]
            if self.parts[i] or telling.polarity is Polarity.DENIED:
                continue
            if best is None or origin.key not in wholes or not leaps(self.printed[i].level, best):
                wholes[origin.key] = i
        for i in ordered:
            self.hear(i, whole=wholes.get(self.voices[i].origin.key) == i)
        for i in old:
            self.retire(i, ordered)

    def retire(self, i: int, said: Sequence[int]) -> None:
        """A figure told as what no longer holds ("lowered to 21 from 23"): it stands for nothing, and where it is
        lowered, those who still hold it are denied by whoever lowers it."""
        telling = self.voices[i].telling
        claim = [j for j in said if self.voices[j].telling.claim_id == telling.claim_id]
        fell = self.grows and all(self.printed[j].level < self.printed[i].level for j in claim)
        self.stands[i] = Is.CORRECTED if fell else Is.UPDATED
        self.replaced_by[i] = telling.claim_id
        if not (fell and claim and telling.polarity is Polarity.ASSERTED and not self.parts[i]):
            return
        self.corrected[self.printed[i].level] = i
        if self.best is not None and self.printed[self.best].level == self.printed[i].level:
            whole = max(claim, key=self.height)
            if not self.parts[whole]:
                self.print(whole, "corrected")
        self.deny(i, "corrected")

    def height(self, place: int) -> tuple[int, int, int, int]:
        one = self.printed[place]
        high = one.pair[1]
        return (one.level, 0 if high is None else 1, 0 if high is None else high, place)

    def hear(self, i: int, whole: bool) -> None:
        voice = self.voices[i]
        telling, origin = voice
        mine = self.printed[i]
        pair = mine.pair
        mark = (origin.key, pair)
        if telling.polarity is _DENIED:
            self.hear_denial(i, mark)
            return
        part = self.parts[i]
        first = self.told.get(mark)
        if first is None:
            self.told[mark] = i
            self.tellers.put(pair, mark)
        else:
            if self.echo(i, mark, first):
                return
            if (part or not whole) and self.parts[first] == part and self.stands[first] is Is.CURRENT:
                self.stands[i] = Is.REPEATED
            self.again.put(mark, i)
        if part:
            return
        self.desk.take(voice, mine)
        if not whole:
            self.asides.append(i)
            self.asides_told.add(i)
            return
        if not self.place(i, mark):
            return
        if self.best is None:
            self.print(i, "first")
            return
        old = self.printed[self.best]
        if not self.holders.get(old.pair):
            own = self.grows and origin.key == self.voices[self.best].origin.key and mine.level < old.level
            self.print(i, "corrected" if own else None)
            return
        odds = self.odds(i)
        if odds is not None:
            self.print(i, None, odds)
        elif not (self.confirmed and self.disputed):
            self.weigh(i)

    def odds(self, i: int) -> float | None:
        """The log of the odds at which the telling displaces what is printed; None where it does not."""
        assert self.front is not None
        if self.grows:
            return takes_over(self.voices[i], self.printed[i], self.front, self.desk)
        return 0.0 if succeeds(self.voices[i], self.printed[i], self.front, self.desk) else None

    def hear_denial(self, i: int, mark: Mark) -> None:
        telling = self.voices[i].telling
        denial = self.denials.setdefault((mark, telling.text), i)
        if denial == i or self.voices[denial].telling.outlet == telling.outlet:
            self.deny(i)

    def echo(self, i: int, mark: Mark, first: int) -> bool:
        """Another paper prints what the origin said before, word for word: that is no event, whatever came between. It
        is kept so that it can stand in for the first, should that be withdrawn."""
        telling = self.voices[i].telling
        known = self.voices[first].telling
        if known.text != telling.text or known.part != telling.part:
            first = self.words.setdefault((mark, telling.text, telling.part), i)
            known = self.voices[first].telling
        if first == i or known.outlet == telling.outlet:
            return False
        self.stands[i] = Is.REPEATED
        self.again.put(mark, i)
        self.echo_of[i] = first
        if first in self.asides_told:
            self.asides.append(i)
            self.asides_told.add(i)
        return True

    def print(self, i: int, what: str | None, odds: float = 0.0) -> None:
        """Makes the telling's figure the best one."""
        mine = self.printed[i]
        before = None if self.best is None else self.printed[self.best]
        self.stands[i] = Is.CURRENT
        self.replaced_by[i] = None
        key = self.voices[i].origin.key
        last = self.now.get(key)
        if last != i:
            if last is not None:
                self.leave(last)
                self.stands[last] = Is.CORRECTED if self.printed[last].level > mine.level else Is.UPDATED
                self.replaced_by[last] = self.voices[i].telling.claim_id
            self.hold(i)
        if self.grows and mine.level > self.peak:
            self.outgrow(i)
            self.peak = mine.level
        elif before is not None and not self.thin(mine.level):
            self.peak = mine.level
        if what is None and before is not None:
            what = "rose" if mine.level > before.level else "fell" if mine.level < before.level else "confirmed"
        self.best = i
        self.desk.print(mine, before, odds)
        self.history.append(i)
        self.front = Front(mine, self.voices[i].telling.published_at, self.desk.place)
        self.confirmed = False
        self.disputed = False
        self.step(i, what or "first", before)

    def thin(self, number: int) -> bool:
        """Whether one telling alone carries the number. A count so displaced is disputed still, not given up."""
        return len(self.desk.numbers.get(number, ())) < 2

    def weigh(self, i: int) -> None:
        """Notes the first origin that agrees with the best figure, and the first that does not."""
        assert self.best is not None
        if self.stands[i] is not Is.CURRENT or self.now.get(self.voices[i].origin.key) != i:
            return
        mine, best = self.printed[i], self.printed[self.best]
        who, theirs = self.voices[i].origin.counted, self.voices[self.best].origin.counted
        approx = self.voices[i].telling.approx or self.voices[self.best].telling.approx
        if who == theirs:
            return
        if agree(mine.bounds, best.bounds, approx):
            if not self.confirmed:
                self.confirmed = True
                self.step(i, "confirmed", best)
        elif not self.disputed:
            self.disputed = True
            self.step(i, "disputed", best)

    def deny(self, i: int, what: str = "denied") -> None:
        telling, origin = self.voices[i]
        denied = self.printed[i].pair
        touched = False
        pairs = [pair for pair in self.tellers if within(pair, denied)] if None in denied else [denied]
        marks = [mark for pair in pairs for mark in self.tellers.get(pair)]
        for j in sorted([j for mark in marks for j in self.tellings_of(mark) if self.stands[j] in _STANDING]):
            voice = self.voices[j]
            if voice.telling.report_id == telling.report_id:
                continue
            if self.stands[self.echo_of.get(j, j)] in (Is.UPDATED, Is.CORRECTED):
                # Old copy of what its origin no longer says: there is nothing left to deny.
                continue
            self.stands[j] = Is.DENIED
            self.replaced_by[j] = telling.claim_id
            self.leave(j)
            touched = True
            if voice.origin.key != origin.key and not self.parts[j]:
                self.contested.append(j)
        if touched and (what == "denied" or self.best is None or not self.holders.get(self.printed[self.best].pair)):
            self.lose(i, what, telling.published_at, telling.report_id)

    def withdraw(self, at: datetime, new: str, old: str) -> None:
        """What `old` said and its newer version, published `at`, does not."""
        kept = [j for j in self.by_report.get(new, ()) if self.voices[j].telling.polarity is Polarity.ASSERTED]
        for i in self.by_report.get(old, ()):
            if self.stands[i] not in _STANDING:
                continue
            mine = self.printed[i]
            origin = self.voices[i].origin.key
            if any(self.printed[j].pair == mine.pair for j in kept):
                continue
            grown = [j for j in kept if self.grows and self.printed[j].level > mine.level and not self.parts[j]]
            moved = [j for j in kept if self.voices[j].origin.key == origin and not self.parts[j]] or grown
            was_now = self.now.get(origin) == i
            self.leave(i)
            if moved and not self.parts[i]:
                higher = self.printed[moved[-1]].level > mine.level
                self.stands[i] = Is.UPDATED if higher or not self.grows else Is.CORRECTED
                self.replaced_by[i] = self.voices[moved[-1]].telling.claim_id
            else:
                self.stands[i] = Is.WITHDRAWN
            if was_now:
                self.stand_in(origin, mine.pair)
            self.lose(i, "withdrawn", at, new)

    def lose(self, i: int, what: str, at: datetime, report_id: str) -> None:
        """Finds another best where nobody holds the present one any more."""
        if self.best is None:
            return
        before = self.printed[self.best]
        if self.holders.get(before.pair):
            self.steps.append(Step(at, what, before.bounds, before.bounds, i, report_id))
            return
        lost = self.best
        for j in self.outgrew.pop(lost, ()):
            if self.stands[j] is Is.UPDATED and self.voices[j].origin.key not in self.now:
                self.stands[j] = Is.CURRENT
                self.replaced_by[j] = None
                self.outgrown.pop(self.printed[j].pair, None)
                self.hold(j)
        held = set(self.now.values())
        printed_before = [j for j in reversed(self.history) if j in held]
        if printed_before:
            self.best = printed_before[0]
        elif held:
            self.best = max(held)
        else:
            self.best = self.promote()
        self.peak = -1 if self.best is None else self.printed[self.best].level
        self.front = None if self.best is None else Front(self.printed[self.best], at, self.desk.place)
        self.confirmed = self.disputed = False
        after = None if self.best is None else self.printed[self.best].bounds
        self.steps.append(Step(at, what, before.bounds, after, i, report_id))

    def promote(self) -> int | None:
        """Where nobody holds the whole: the last figure taken for a part beside one that is gone, else the last that
        somebody else denied."""
        left = [j for j in self.small if self.stands[j] is Is.CURRENT]
        if not left:
            return max(self.contested, default=None)
        last = max(left)
        self.hold(last)
        return last

    def step(self, i: int, what: str, before: Printed | None) -> None:
        assert self.best is not None
        telling = self.voices[i].telling
        after = self.printed[self.best].bounds
        bounds = None if before is None else before.bounds
        self.steps.append(Step(telling.published_at, what, bounds, after, i, telling.report_id))

    def course(self) -> Course:
        """How it went in the end. Nothing can be heard after: whoever wants to go on takes a copy first."""
        while self.drops:
            self.withdraw(*heappop(self.drops))
        if self.best is not None:
            self.expire(self.best)
        since = next((step.at for step in reversed(self.steps) if step.before != step.after), None)
        best = self.best
        whole = -1 if best is None else self.printed[best].level
        for i in self.asides:
            # What leaps past the best figure is no part of anything: it is one more answer, and stays in the range.
            self.parts[i] = not leaps(self.printed[i].level, whole)
        for i in self.small:
            self.parts[i] = self.stands[i] is not Is.CURRENT or (
                best is not None and i != best and too_small(self.voices[i], whole)
            )
        return Course(
            tuple(self.stands),
            tuple(self.replaced_by),
            tuple(self.parts),
            tuple(self.contested),
            best,
            since,
            tuple(self.steps),
        )
