"""What each report brought, in the ledger's own order: nothing is lost, nothing comes twice, nothing ever shifts."""

import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import MORNING, told, wire
from reportedly.account import Change
from reportedly.evidence import Evidence, edition, tellings
from reportedly.figure import Kind
from reportedly.ledger.versions import revisions
from reportedly.reconcile.arrivals import arrivals, first
from reportedly.reconcile.changes import changes
from reportedly.report import Report
from reportedly.snapshot import Snapshot
from reportedly.telling import Telling

LATE = MORNING + timedelta(days=30)
Toll = tuple[str, int, int]
"""Outlet, minute of publication, dead."""


def evidence_of(tolls: list[Toll], pages: dict[int, int] | None = None) -> Evidence:
    """In the order in which the ledger took them in; `pages`: which of them are versions of which page."""
    rows: list[Telling] = []
    editions = []
    for place, (outlet, minute, dead) in enumerate(tolls):
        at = f"{6 + minute // 60:02}:{minute % 60:02}"
        report = wire(f"{outlet}, Izmir, {at}. At least {dead} died, the governor said.", name=f"r{place}")
        assert report.published_at is not None
        report = replace(report, recorded_at=report.published_at + timedelta(days=1, minutes=place))
        editions.append(edition(report))
        reading = told(report, (str(dead), Kind.KILLED, dead, dead), source=None)
        for claim in reading.claims:
            rows += tellings(report, claim, place + 1)
    versions = [(page, f"r{n}", editions[n].published_at, n) for n, page in (pages or {}).items() if n < len(editions)]
    revises = revisions(versions)
    linked = (replace(each, revises=revises.get(each.report_id)) for each in editions)
    return Evidence(tuple(rows), (), tuple(linked))


PAGES = st.dictionaries(st.integers(0, 8), st.integers(0, 1))
TOLLS = st.lists(
    st.tuples(st.sampled_from(["AP", "AFP", "Coastwire"]), st.integers(0, 9), st.integers(10, 14)), max_size=9
)


def key(change: Change) -> tuple[object, ...]:
    return change.at, change.line, change.what, change.before, change.after, change.claim_id, change.report_id


@settings(max_examples=150, deadline=None)
@given(TOLLS)
def test_every_change_that_stands_arrived(tolls: list[Toll]) -> None:
    """In whatever order reports of 10 to 14 dead come in, each change of the story is among those that arrived."""
    evidence = evidence_of(tolls)
    arrived = Counter(key(change) for _, brought in arrivals(evidence) for change in brought)
    assert not Counter(map(key, changes(evidence))) - arrived


@settings(max_examples=200, deadline=None)
@given(TOLLS, PAGES)
def test_what_a_report_brought_is_what_was_not_there_before(tolls: list[Toll], pages: dict[int, int]) -> None:
    """The third report brings what three reports tell of and two do not, also where it is a version that comes late and
    stands between two others."""
    evidence = evidence_of(tolls, pages)
    for count, brought in arrivals(evidence):
        before = Counter(changes(first(evidence, count - 1)))
        assert Counter(brought) == Counter(changes(first(evidence, count))) - before


@settings(max_examples=100, deadline=None)
@given(TOLLS, st.data())
def test_following_may_stop_and_go_on_anywhere(tolls: list[Toll], draw: st.DataObject) -> None:
    """Whoever stops after the fifth report and asks for the rest gets what he would have got without a break; and
    what came first is the same when more has come since."""
    evidence = evidence_of(tolls)
    whole = list(arrivals(evidence))
    assert [count for count, _ in whole] == list(range(1, len(tolls) + 1))
    stop = draw.draw(st.integers(0, len(tolls)))
    assert list(arrivals(evidence, stop)) == whole[stop:]
    assert list(arrivals(first(evidence, stop))) == whole[:stop]


@settings(max_examples=200, deadline=None)
@given(TOLLS, PAGES, st.data())
def test_going_on_from_earlier_reports_is_the_account_from_scratch(
    tolls: list[Toll], pages: dict[int, int], draw: st.DataObject
) -> None:
    """What five reports came to, gone on with from what three came to, is the account and the changes of all five; and
    what came of the three is not touched."""
    evidence = evidence_of(tolls, pages)
    stop = draw.draw(st.integers(0, len(tolls)))
    before = Snapshot("quake", first(evidence, stop)).so_far()
    known = before.account(LATE)
    whole = Snapshot("quake", evidence)
    gone_on = whole.so_far(before)
    assert gone_on.account(LATE) == whole.account(LATE)
    assert gone_on.changes() == whole.changes()
    assert list(whole.arrivals(stop, before)) == list(whole.arrivals(stop))
    assert before.account(LATE) == known == Snapshot("quake", first(evidence, stop)).account(LATE)


def test_a_long_bulk_load_costs_a_moment() -> None:
    """A thousand tolls of which most share the minute of the one before: what each brought is looked for where it moved
    something, not in all that was told before."""
    evidence = evidence_of([(f"Paper {n % 9}", n // 20 % 600, 10 + n % 50) for n in range(1000)])
    started = time.process_time()
    assert len(list(arrivals(evidence))) == 1000
    assert time.process_time() - started < 20


def test_a_late_report_brings_changes_of_the_past() -> None:
    """AP's 12 of 06:10 comes in after its 14 of 06:20: it brings a first count, and the rise from it."""
    brought = [brought for _, brought in arrivals(evidence_of([("AP", 20, 14), ("AP", 10, 12)]))]
    assert [[change.what for change in each] for each in brought] == [["first"], ["first", "rose"]]


def test_a_report_without_figures_brings_nothing() -> None:
    """ "The road is closed, police said.": counted, and nothing to tell."""
    report = Report("r", "The road is closed, police said.")
    report = replace(report, recorded_at=wire("AP, Izmir, 06:00. x").published_at)
    assert list(arrivals(Evidence(editions=(edition(report),)))) == [(1, ())]
