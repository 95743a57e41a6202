"""Which changes each report brought, in the order in which the ledger took the reports in.

Changes are derived and told in the order of publication, so a report that comes late may bring changes that lie in the
past, and make others read otherwise. Whoever follows a story needs an order that never shifts: the ledger's own. The
k-th report of a story brings what the changes derived from the first k reports hold and those from the first k - 1 do
not. That is a pure function of rows that are never changed, so it is the same for every process at any later time.

The account goes on from report to report: what one brought is looked for on the lines that it moved, and no others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.account import Change
from reportedly.evidence import Edition, Evidence, Saying
from reportedly.figure import Scope
from reportedly.reconcile.changes import changes_of_line, changes_of_sayings
from reportedly.reconcile.incremental import Accounting, Followed, accounting, appended
from reportedly.telling import Telling

Arrival = tuple[int, tuple[Change, ...]]
"""The report's place in the story, from 1, and what it brought, oldest first."""


def arrivals(evidence: Evidence, after: int = 0, known: Accounting | None = None) -> Iterator[Arrival]:
    """Every report after the first `after`, in turn; `known` is what those came to, where it is at hand. The editions
    must be all of the story's reports, in the ledger's order. Each costs a look at the lines that it moved, whenever it
    was published: even one that came in the order of publication may move what was told before it, as where it shows
    that two names are one person's."""
    rows = _Rows(evidence)
    so_far = known if known is not None else accounting(first(evidence, after)) if after else Accounting()
    for place in range(after, len(evidence.editions)):
        now = rows.with_more(so_far, place)
        yield place + 1, () if now is so_far else _new(now, so_far)
        so_far = now


def caught_up(so_far: Accounting, had: int, evidence: Evidence) -> Accounting:
    """What all reports of the evidence come to, where the first `had` came to `so_far`."""
    if had == len(evidence.editions):
        return so_far
    rows = _Rows(evidence)
    for place in range(had, len(evidence.editions)):
        so_far = rows.with_more(so_far, place)
    return so_far


class _Rows:
    """The evidence by report, so that what a report adds is found without going through the rest."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.moving = _moving(evidence)
        self.tellings: dict[str, list[Telling]] = {}
        for telling in evidence.tellings:
            self.tellings.setdefault(telling.report_id, []).append(telling)
        self.sayings: dict[str, list[Saying]] = {}
        for saying in evidence.sayings:
            self.sayings.setdefault(saying.report_id, []).append(saying)
        self.places = {each.report_id: place for place, each in enumerate(evidence.editions)}
        self.parents = {each.report_id: each.revises for each in evidence.editions}
        revised = {each.revises for each in evidence.editions if each.revises is not None}
        self.versions = [each for each in evidence.editions if each.revises is not None or each.report_id in revised]
        self.linked = {each.report_id for each in self.versions}

    def with_more(self, so_far: Accounting, place: int) -> Accounting:
        """The accounting of the first `place` reports with the one after them; itself where that moves nothing."""
        added = self.evidence.editions[place]
        if added.report_id not in self.moving:
            return so_far
        editions = {added.report_id: added}
        if added.report_id in self.linked:
            # A version that comes late may stand between two that were there before it.
            for each in self.versions:
                if self.places[each.report_id] <= place:
                    known = replace(each, revises=_older(each, self.parents, self.places, place + 1))
                    if so_far.editions.get(each.report_id) != known:
                        editions[each.report_id] = known
        more = Evidence(
            tellings=tuple(self.tellings.get(added.report_id, ())),
            sayings=tuple(self.sayings.get(added.report_id, ())),
            editions=tuple(editions.values()),
        )
        return appended(so_far, more)


def first(evidence: Evidence, count: int) -> Evidence:
    """The evidence as it stood when the story had `count` reports."""
    if count >= len(evidence.editions):
        return evidence
    parents = {each.report_id: each.revises for each in evidence.editions}
    places = {each.report_id: place for place, each in enumerate(evidence.editions)}
    kept = {each.report_id for each in evidence.editions[:count]}
    return Evidence(
        tellings=tuple(each for each in evidence.tellings if each.report_id in kept),
        sayings=tuple(each for each in evidence.sayings if each.report_id in kept),
        editions=tuple(
            each if each.revises is None else replace(each, revises=_older(each, parents, places, count))
            for each in evidence.editions[:count]
        ),
    )


def _older(each: Edition, parents: Mapping[str, str | None], places: Mapping[str, int], count: int) -> str | None:
    """The version that it revised when the story had `count` reports: one recorded later may stand between two that
    were there before it."""
    found, seen = each.revises, {each.report_id}
    while found is not None and places.get(found, count) >= count and found not in seen:
        seen.add(found)
        found = parents.get(found)
    return found if found is not None and places.get(found, count) < count else None


def _moving(evidence: Evidence) -> set[str]:
    """The reports that can move anything: those with a figure of the event, a demand, or another version."""
    moving = {each.report_id for each in evidence.tellings if each.scope is Scope.EVENT}
    moving |= {each.report_id for each in evidence.sayings}
    for each in evidence.editions:
        if each.revises is not None:
            moving |= {each.report_id, each.revises}
    return moving


def _new(now: Accounting, before: Accounting) -> tuple[Change, ...]:
    """What is new on the lines that moved, and in what is demanded and claimed, oldest first."""
    found: list[Change] = []
    for line in now.followed:
        known = before.lines.get(line.name)
        if known is None:
            found += changes_of_line(line)
        elif known is not line:
            same = _steps_alike(line, known)
            found += _beyond(changes_of_line(line, same), changes_of_line(known, same))
    if now.sayings and (now.sayings is not before.sayings or now.pages is not before.pages):
        found += _beyond(changes_of_sayings(now), changes_of_sayings(before))
    found.sort(key=lambda change: change.at)
    return tuple(found)


def _steps_alike(line: Followed, other: Followed) -> int:
    """How many steps the two have in common from their start: most reports come near a line's end."""
    alike = 0
    for one, two in zip(line.course.steps, other.course.steps, strict=False):
        ours, theirs = line.voices[one.voice], other.voices[two.voice]
        if (one is not two and one != two) or (ours is not theirs and ours != theirs):
            break
        alike += 1
    return alike


def _beyond(now: Iterable[Change], before: Iterable[Change]) -> Iterator[Change]:
    """Of equal changes, the later ones are new."""
    there = Counter(before)
    for change in now:
        if there[change] > 0:
            there[change] -= 1
        else:
            yield change
