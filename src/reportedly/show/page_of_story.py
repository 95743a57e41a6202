"""A story's page: what the facade tells of it, gathered into one view. Asks `Story`, computes nothing."""

from collections.abc import Sequence
from datetime import UTC, datetime, timezone, tzinfo

from reportedly.account import Account, Change, LineGroup
from reportedly.claim import Claim, Reading
from reportedly.figure import Kind
from reportedly.report import Problem, Report
from reportedly.show.foremost import foremost
from reportedly.show.page import MAIN_LINES, page_html
from reportedly.show.page_view import Moment, PageView, Series
from reportedly.story import Snapshot, Story

MOMENTS = 40
"""For which the account is asked, to draw how far apart the reports lay at each."""
MANY_CLAIMS = 5_000
FEW_MOMENTS = 8


def story_page(story: Story, as_of: datetime | None = None, policy: str = "latest") -> str:
    """The page of a story as of a moment (inclusive; None: now), as HTML. Times are told in the zone of the newest
    report. Raises `WrongUse` for a policy that is none."""
    return page_html(page_view(story, as_of, policy))


def page_view(story: Story, as_of: datetime | None = None, policy: str = "latest") -> PageView:
    snapshot = story.snapshot()
    account = snapshot.account(as_of, policy)
    readings = _readings(story, account.as_of)
    changes = story.changes(until=account.as_of)
    return PageView(
        name=story.name,
        account=account,
        readings=readings,
        changes=changes,
        series=_series(snapshot, account, changes, readings),
        about=story.about() or next((r.report.about for r in readings[::-1] if r.report.about is not None), None),
        zone=_zone(readings),
        sources=story.sources(account.as_of, account),
        settlements=story.settlements(account.as_of),
        problems=_problems(story, readings),
    )


def _readings(story: Story, as_of: datetime) -> tuple[Reading, ...]:
    """Every report of that moment with its claims, in order of publication; one of unknown time counts from when the
    ledger recorded it."""
    claims: dict[str, list[Claim]] = {}
    for report, claim in story.claims():
        claims.setdefault(report.id, []).append(claim)
    told = [(at, report) for report in story.reports() if (at := _at(report)) is not None and at <= as_of]
    in_order = [report for _, report in sorted(told, key=lambda pair: pair[0])]
    return tuple(Reading(report, tuple(claims.get(report.id, ()))) for report in in_order)


def _problems(story: Story, readings: Sequence[Reading]) -> tuple[Problem, ...]:
    there = {reading.report.id for reading in readings}
    return tuple(problem for problem in story.problems() if problem.report_id is None or problem.report_id in there)


def _at(report: Report) -> datetime | None:
    return report.published_at if report.published_at is not None else report.recorded_at


def _zone(readings: Sequence[Reading]) -> tzinfo:
    """As an offset without a name: a page is the same wherever it is made."""
    newest = next((r.report.published_at for r in reversed(readings) if r.report.published_at is not None), None)
    offset = None if newest is None else newest.utcoffset()
    return UTC if not offset else timezone(offset)


def _series(
    snapshot: Snapshot, account: Account, changes: Sequence[Change], readings: Sequence[Reading]
) -> tuple[Series, ...]:
    told: dict[tuple[Kind, LineGroup], list[Moment]] = {
        (line.kind, line.group): [] for line in foremost(account, MAIN_LINES)
    }
    claims = sum(len(reading.claims) for reading in readings)
    moments = _spread([change.at for change in changes], FEW_MOMENTS if claims > MANY_CLAIMS else MOMENTS)
    for stood in snapshot.accounts(moments, account.policy):
        for line in stood.lines:
            if (line.kind, line.group) in told:
                told[line.kind, line.group].append(Moment(stood.as_of, line.best, line.range))
    return tuple(Series(kind, group, tuple(moments)) for (kind, group), moments in told.items())


def _spread(times: Sequence[datetime], most: int) -> list[datetime]:
    """At most so many of them, the last always among them, no two the same."""
    distinct = sorted(set(times))
    if len(distinct) <= most:
        return distinct
    step = (len(distinct) - 1) / (most - 1)
    return [distinct[round(step * place)] for place in range(most)]
