"""One story as one file: opens from disk, makes no request, runs nothing.

Every text from a report is escaped by the template, no script is on the page, and the policy in its head
(Content-Security-Policy) allows none: what hostile news brings along stays words.
"""

import base64
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.account import LineGroup, Settlement
from reportedly.claim import Reading
from reportedly.figure import Kind
from reportedly.report import Report
from reportedly.show.chart import Frame, line_chart
from reportedly.show.figure_words import LineKey, Phrasing, group_words, phrasings
from reportedly.show.foremost import by_weight, foremost
from reportedly.show.map_chart import map_chart, off_map
from reportedly.show.outlines import Area
from reportedly.show.page_lines import LineRow, Lookup, first_told, line_name, line_row, lookup, matrix
from reportedly.show.page_marks import Text, anchors, marked
from reportedly.show.page_revisions import revision
from reportedly.show.page_steps import Told, disputes, stated_rows, steps, told_at_once, trends
from reportedly.show.page_view import PageView
from reportedly.show.places import area_of, places
from reportedly.show.quoting import one_line
from reportedly.show.time_words import clock, day, full_moment, moment, zone_name

# What one page carries; the rest is said to be in the ledger. Together they keep a page under 3 MB.
MAIN_LINES = 8
OTHER_LINES = 60
STEPS = 40
FOLDED_STEPS = 160
DISPUTES, FOLDED_DISPUTES = 6, 20
STATED = 20
SPEAKERS = 20
PLACES = 8
SOURCES = 20
PROBLEMS = 20
REVISIONS = 12
REPORTS = 200
TEXT_BYTES = 900_000


def page_html(view: PageView) -> str:
    """The page, as HTML. The same view gives the same page, to the byte."""
    shown = _shown(view)
    reports, figures = anchors(shown)
    style = _style()
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            **panels(view, lookup(view.readings, figures)),
            style=Markup(style),
            style_hash=_hash(style),
            text_days=_texts_by_day([marked(one, reports[one.report.id], figures) for one in reversed(shown)], view),
            reports=reports,
            count=_count(view, shown),
        )
    )


Draw = Callable[[LineRow, PageView, Frame], str]
"""Draws how one line moved, as SVG; "" where there is nothing to draw."""


def panels(view: PageView, known: Lookup, draw: Draw | None = None, area: Area | None = None) -> dict[str, object]:
    """All that page_panels.jinja shows. Where no `draw` is given, Vega draws; where no `area`, the map shows what the
    view's own claims name."""
    drawn = _chart if draw is None else draw
    said = phrasings(view.account)
    rows = _rows(view, known, said)
    main, others = rows[:MAIN_LINES], rows[MAIN_LINES:]
    frame = _frame(view)
    told, told_aside = _told(view, known, said, {(row.line.kind, row.line.group) for row in main})
    every_dispute = disputes(view.account, known)
    speakers = matrix(main, view.account, known)
    counting = [source for source in view.sources if source.figures]
    revised = _revised(view.readings)
    where = places(view.readings, view.account, known)
    seen = area if area is not None else area_of(view.readings)
    return {
        "view": view,
        "later": None,
        "account": view.account,
        "undrawn": _outside(view, frame),
        "trends": trends(view.changes, view.account, said),
        "main": [(row, Markup(drawn(row, view, frame))) for row in main],
        "others": others[:OTHER_LINES],
        "others_more": max(0, len(others) - OTHER_LINES),
        "settled": _settled(view, rows),
        "days": _by_day(told[:STEPS], view),
        "folded_days": _by_day(told[STEPS:], view),
        "aside_days": _by_day(told_aside, view),
        "aside_steps": sum(len(one.steps) for one in told_aside),
        "steps_more": max(0, len(view.changes) - STEPS - FOLDED_STEPS),
        "disputes": every_dispute[:DISPUTES],
        "folded_disputes": every_dispute[DISPUTES : DISPUTES + FOLDED_DISPUTES],
        "disputes_more": max(0, len(every_dispute) - DISPUTES - FOLDED_DISPUTES),
        "where": where,
        "map": Markup("" if seen is None else map_chart(where, seen)),
        "places": where.known[:PLACES],
        "more_places": where.known[PLACES : PLACES * 4],
        "off_map": [row.name for row in off_map(where, seen)[:PLACES]],
        "demands": stated_rows(view.account.demands, known),
        "responsibility": stated_rows(view.account.responsibility, known),
        "stated_most": STATED,
        "speakers": speakers[:SPEAKERS],
        "speakers_more": max(0, len(speakers) - SPEAKERS),
        "sources": counting[:SOURCES],
        "first_told": first_told(rows),
        "sources_more": len(view.sources) - len(counting[:SOURCES]),
        "problems": view.problems[:PROBLEMS],
        "problems_more": max(0, len(view.problems) - PROBLEMS),
        "revisions": [revision(old, new) for old, new in revised[: -REVISIONS - 1 : -1]],
        "revisions_more": max(0, len(revised) - REVISIONS),
        "moment": lambda at: moment(at, view.zone),
        "full_moment": lambda at: full_moment(at, view.zone),
        "clock": lambda at: clock(at, view.zone),
        "zone": zone_name(view.account.as_of, view.zone),
    }


Said = Mapping[LineKey, Phrasing]
"""Each line's figures in its reports' words."""


def _told(view: PageView, known: Lookup, said: Said, main: set[LineKey]) -> tuple[list[Told], list[Told]]:
    """What was told, newest first: of the lines shown large and of demands; and of all else."""
    told: tuple[list[Told], list[Told]] = ([], [])
    for one in told_at_once(steps(view.changes[-STEPS - FOLDED_STEPS :], view.account, known, said)[::-1]):
        aside = not any(step.key is None or step.key in main for step in one.steps)
        told[aside].append(one)
    return told


@dataclass(frozen=True, slots=True)
class Settled:
    kind: str
    group: str
    line: str | None
    """The anchor of the line that it settles, where the page shows that."""
    settlement: Settlement


def _settled(view: PageView, rows: Sequence[LineRow]) -> list[Settled]:
    """What each line came to in the end: the last that was said of it."""
    shown: dict[tuple[Kind, LineGroup], str] = {(row.line.kind, row.line.group): row.anchor for row in rows}
    last = {(one.kind, LineGroup(one.role, one.nationality)): one for one in view.settlements}
    return [
        Settled(line_name(kind), group_words(group), shown.get((kind, group)), one)
        for (kind, group), one in last.items()
    ]


@dataclass(frozen=True, slots=True)
class Count:
    reports: int
    last: datetime | None
    outlets: int
    claims: int
    unshown_reports: int


def _count(view: PageView, shown: Sequence[Reading]) -> Count:
    claims = sum(len(reading.claims) for reading in view.readings)
    reports = len(view.readings) if view.reports_held is None else view.reports_held
    return Count(
        reports=reports,
        last=max((r.report.published_at for r in view.readings if r.report.published_at is not None), default=None),
        outlets=len({reading.report.outlet for reading in view.readings} - {None}),
        claims=claims if view.claims_held is None else view.claims_held,
        unshown_reports=reports - len(shown),
    )


def _rows(view: PageView, known: Lookup, said: Said) -> list[LineRow]:
    """The main lines, then all others, those most told of first."""
    main = foremost(view.account, MAIN_LINES)
    others = [line for line in by_weight(view.account.lines) if line not in main]
    return [
        line_row(line, f"line-{place}", known, said[line.kind, line.group])
        for place, line in enumerate(main + others, 1)
    ]


def _chart(row: LineRow, view: PageView, frame: Frame) -> str:
    moments = next((s.moments for s in view.series if (s.kind, s.group) == (row.line.kind, row.line.group)), ())
    if len({claim.published_at for claim in row.line.claims}) < 2:
        return ""
    return line_chart(row.line, moments, frame, f"{row.kind}, {row.group}: how the figure moved")


def _frame(view: PageView) -> Frame:
    """From the first word to the last, not to the moment of asking, which may be years later."""
    told = sorted(claim.published_at for line in view.account.lines for claim in line.claims)
    if not told:
        return Frame(view.account.as_of, view.account.as_of, view.zone)
    start, until = _without_strays(told)
    margin = (until - start) / 50
    return Frame(start - margin, min(until + margin, view.account.as_of), view.zone)


STRAYS = 0.02
"""Of the tellings at either end: so few, months before or after the rest, would leave the rest a dot on every chart."""
FAR = 3
"""Times as long as the rest, with them: then they are left out of the charts, and the page says so."""


def _without_strays(told: Sequence[datetime]) -> tuple[datetime, datetime]:
    few = int(len(told) * STRAYS)
    core = told[few], told[-1 - few]
    return core if told[-1] - told[0] > FAR * (core[1] - core[0]) else (told[0], told[-1])


def _outside(view: PageView, frame: Frame) -> int:
    """How many figures no chart shows, because they were told long before or after the rest."""
    told = (claim.published_at for line in view.account.lines for claim in line.claims)
    return sum(not frame.start <= at <= max(frame.until, frame.start) for at in told)


def _shown(view: PageView) -> list[Reading]:
    """The reports whose text the page carries, oldest first; where not all have room, those that the account rests on
    are chosen before others, and newer before older."""
    cited = {claim.report_id for line in view.account.lines for claim in line.claims if claim.replaced_by is None}
    cited |= {each.report_id for each in (*view.account.demands, *view.account.responsibility)}
    by_worth = sorted(range(len(view.readings)), key=lambda i: (view.readings[i].report.id in cited, i), reverse=True)
    room, chosen = TEXT_BYTES, set()
    for place in by_worth[:REPORTS]:
        size = len(view.readings[place].report.text.encode("utf-8", "replace"))
        if size <= room:
            room -= size
            chosen.add(place)
    return [reading for place, reading in enumerate(view.readings) if place in chosen]


def _revised(readings: Iterable[Reading]) -> list[tuple[Report, Report]]:
    reports = {reading.report.id: reading.report for reading in readings}
    return [
        (reports[report.revises], report)
        for report in reports.values()
        if report.revises is not None and report.revises in reports
    ]


def _by_day(every: Sequence[Told], view: PageView) -> list[tuple[str, list[Told]]]:
    return [(name, list(group)) for name, group in groupby(every, key=lambda told: day(told.first.at, view.zone))]


def _texts_by_day(texts: Sequence[Text], view: PageView) -> list[tuple[str, list[Text]]]:
    def name(text: Text) -> str:
        at = text.report.published_at
        return "Of unknown time" if at is None else day(at, view.zone)

    return [(key, list(group)) for key, group in groupby(texts, key=name)]


def safe_url(url: str | None) -> str | None:
    """The address, where it is one that a page may link to: http or https, with a host and nobody's name or password
    before it. Anything else is None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc and "@" not in parts.netloc else None


def outlet_of(report: Report) -> str:
    """Its outlet; where none is known, the host that it was read at, which says more than nothing."""
    url = safe_url(report.url)
    host = None if url is None else urlsplit(url).hostname
    return report.outlet or (host or "").removeprefix("www.") or "Unknown outlet"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reportedly.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["safe_url"] = safe_url
    environment.filters["outlet_of"] = outlet_of
    environment.globals["one_line"] = one_line
    return environment


def _style() -> str:
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, "page.css")[0]


def _hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
