"""Which changes each report brought, in the order in which the ledger took the reports in.

Changes are derived and told in the order of publication, so a report that comes late may bring changes that lie in the
past, and make others read otherwise. Whoever follows a story needs an order that never shifts: the ledger's own. The
k-th report of a story brings what the changes derived from the first k reports hold and those from the first k - 1 do
not. That is a pure function of rows that are never changed, so it is the same for every process at any later time.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reportedly.account import Change
from reportedly.evidence import Edition, Evidence
from reportedly.figure import Scope
from reportedly.reconcile.changes import changes

Arrival = tuple[int, tuple[Change, ...]]
"""The report's place in the story, from 1, and what it brought, oldest first."""


def arrivals(evidence: Evidence, after: int = 0) -> Iterator[Arrival]:
    """Every report after the first `after`, in turn. The editions must be all of the story's reports, in the ledger's
    order. A run of reports that came in the order of publication costs one derivation, any other report one each."""
    editions = evidence.editions
    moving = _moving(evidence)
    latest = max((each.published_at for each in editions[:after]), default=None)
    known: tuple[Change, ...] | None = () if after == 0 else None
    place = after
    while place < len(editions):
        end = place
        newest = latest
        while end < len(editions) and (newest is None or editions[end].published_at > newest):
            newest = editions[end].published_at
            end += 1
        if end > place:
            if any(each.report_id in moving for each in editions[place:end]):
                known = changes(first(evidence, end))
                moments = [change.at for change in known]
                start = 0 if latest is None else bisect_right(moments, latest)
                for count, each in enumerate(editions[place:end], place + 1):
                    stop = bisect_right(moments, each.published_at)
                    yield count, known[start:stop]
                    start = stop
            else:
                yield from ((count, ()) for count in range(place + 1, end + 1))
            latest, place = newest, end
            continue
        if editions[place].report_id in moving:
            before = known if known is not None else changes(first(evidence, place))
            known = changes(first(evidence, place + 1))
            yield place + 1, _new(known, before)
        else:
            yield place + 1, ()
        place += 1


def first(evidence: Evidence, count: int) -> Evidence:
    """The evidence as it stood when the story had `count` reports."""
    if count >= len(evidence.editions):
        return evidence
    parents = {each.report_id: each.revises for each in evidence.editions}
    kept = {each.report_id for each in evidence.editions[:count]}

    def older(each: Edition) -> str | None:
        # A version recorded later may stand between two that were there before it.
        found, seen = each.revises, {each.report_id}
        while found is not None and found not in kept and found not in seen:
            seen.add(found)
            found = parents.get(found)
        return found if found in kept else None

    return Evidence(
        tellings=tuple(each for each in evidence.tellings if each.report_id in kept),
        sayings=tuple(each for each in evidence.sayings if each.report_id in kept),
        editions=tuple(
            each if each.revises is None else replace(each, revises=older(each)) for each in evidence.editions[:count]
        ),
    )


def _moving(evidence: Evidence) -> set[str]:
    """The reports that can move anything: those with a figure of the event, a demand, or another version."""
    moving = {each.report_id for each in evidence.tellings if each.scope is Scope.EVENT}
    moving |= {each.report_id for each in evidence.sayings}
    for each in evidence.editions:
        if each.revises is not None:
            moving |= {each.report_id, each.revises}
    return moving


def _new(now: tuple[Change, ...], before: tuple[Change, ...]) -> tuple[Change, ...]:
    """Of equal changes, the later ones are new."""
    there = Counter(before)
    new = []
    for change in now:
        if there[change] > 0:
            there[change] -= 1
        else:
            new.append(change)
    return tuple(new)
