"""What the live page shows of a story as of a moment: the same panels as the one-file page, each figure linked to its
words on this server. Asks the room's copy, computes nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from urllib.parse import quote_plus, urlencode

from reportedly.account import line_name
from reportedly.claim import Reading
from reportedly.record import time_record
from reportedly.show import page
from reportedly.show.live_chart import Course, Moves, course_chart
from reportedly.show.page_lines import LineRow, Lookup
from reportedly.show.page_view import PageView
from reportedly.show.places import area_of
from reportedly.show.serve_room import Copy, moment_of
from reportedly.show.time_words import full_moment, moment

MOMENTS = 500
"""Stops of the slider: the newest of them where there are more."""


@dataclass(frozen=True, slots=True)
class Linked(Lookup):
    """Every figure has its words, at an address of its own."""

    story: str = ""

    def href(self, report_id: str, claim_id: str, figure: int) -> str | None:
        return f"/stories/{self.story}/words?report={_quoted(report_id)}&claim={_quoted(claim_id)}&figure={figure}"


@lru_cache(maxsize=20_000)
def _quoted(name: str) -> str:
    return quote_plus(name)


@dataclass(frozen=True, slots=True)
class Stop:
    """One moment of the slider: when something changed, as its day and its clock tell it."""

    at: datetime
    day: str
    clock: str

    @property
    def milliseconds(self) -> int:
        """Since 1970, rounded up: a browser counts no finer, and what changed then must have happened."""
        return -int(-self.at.timestamp() * 1000 // 1)

    def since(self, first: "Stop") -> int:
        return self.milliseconds - first.milliseconds


def zone_of(copy: Copy) -> tzinfo:
    """The newest report's, as an offset without a name."""
    editions = copy.snapshot.evidence.editions
    newest = max(editions, key=lambda each: each.published_at, default=None)
    offset = None if newest is None else newest.published_at.utcoffset()
    return UTC if not offset else timezone(offset)


def stops(copy: Copy) -> list[Stop]:
    """Every moment at which something changed, oldest first."""
    zone = zone_of(copy)
    times = sorted({change.at for change in copy.changes()})
    return [Stop(at, *full_moment(at, zone).rsplit(", ", 1)) for at in times[-MOMENTS:]]


def about(copy: Copy) -> str | None:
    """What the story is about, as whoever sent its reports said."""
    return copy.once("about", lambda: _about(copy))


def _about(copy: Copy) -> str | None:
    said = copy.story.about()
    if said is not None:
        return said
    return next((each.report.about for each in reversed(copy.readings()) if each.report.about is not None), None)


def view_at(copy: Copy, as_of: datetime | None) -> PageView:
    """The story as of a moment (inclusive; None: now)."""
    account = copy.account(as_of)
    edited = {report.id: report for pair in copy.edited() for report in pair}
    readings = [
        Reading(edited.get(each.report.id, each.report), each.claims)
        for each in copy.readings()
        if moment_of(each.report) <= account.as_of
    ]
    return PageView(
        name=copy.story.name,
        account=account,
        readings=tuple(sorted(readings, key=lambda each: moment_of(each.report))),
        changes=tuple(change for change in copy.changes() if change.at <= account.as_of),
        about=about(copy),
        zone=zone_of(copy),
        sources=copy.sources(as_of),
        settlements=copy.story.settlements(account.as_of),
    )


def panels_at(copy: Copy, as_of: datetime | None) -> dict[str, object]:
    """What page_panels.jinja is given, and what stands above it."""
    view = view_at(copy, as_of)
    known = Linked({each.report.id: each.report.outlet for each in view.readings}, {}, copy.story.name)
    told = sorted(claim.published_at for line in copy.account().lines for claim in line.claims)
    start, end = (told[0], told[-1]) if told else (view.account.as_of, view.account.as_of)
    if start >= end:
        start = end - timedelta(hours=1)
    course = Course(start, end, min(view.account.as_of, end), view.zone)
    stood = copy.courses()
    asked = "" if as_of is None else "?" + urlencode({"as_of": time_record(as_of)})

    def draw(row: LineRow, view: PageView, _: object) -> str:
        label = f"{row.kind}, {row.group}: how the figure moved"
        return course_chart(
            row.line, Moves(view.changes, stood.get((row.line.kind, row.line.group), ())), course, label
        )

    return {
        **page.panels(view, known, draw, copy.once("area", lambda: area_of(copy.readings()))),
        "later": f"/stories/{copy.story.name}/earlier{asked}",
        "reports": {},
        "held": copy.known(view.account.as_of),
        "ahead": copy.extent - copy.known(view.account.as_of) if as_of is None else 0,
        "last": max((moment_of(each.report) for each in view.readings), default=None),
        "as_of_words": moment(view.account.as_of, view.zone),
        "line_name": line_name,
    }
