"""Views for the page's tests, made by hand: what the ledger would tell of a few lines of news, without a ledger."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from newsroom import told, wire
from reportedly.account import (
    Account,
    Bounds,
    Change,
    Conflict,
    Is,
    Line,
    LineClaim,
    LineGroup,
    Settlement,
    SourceRecord,
    Standing,
    Stated,
)
from reportedly.claim import ClaimKind, Reading
from reportedly.figure import Kind, Scope
from reportedly.report import Problem
from reportedly.show.page_view import Moment, PageView, Series

KILLED, TAKEN = (Kind.KILLED, LineGroup("miners")), (Kind.TAKEN, LineGroup("people"))
EVENING = datetime(2031, 3, 4, 20, 0, tzinfo=UTC)

MINISTRY = told(
    wire("Northwire, Ostry, 07:00. Twelve miners died, the ministry said.", name="one"),
    ("Twelve", Kind.KILLED, 12, 12),
    source="the ministry",
    role="miners",
)
COPY = told(
    wire("Bay Post, Ostry, 08:10. Twelve miners died, the ministry said.", name="two"),
    ("Twelve", Kind.KILLED, 12, 12),
    source="the ministry",
    role="miners",
)
UNION = told(
    wire("Radio Ost, Ostry, 09:30. At least 34 miners died, a union man said. Talks go on.", name="three"),
    ("At least 34", Kind.KILLED, 34, None),
    source="a union man",
    role="miners",
)
TALLY = told(
    wire("Bay Post, Ostry, 10:00. Seventeen miners are known dead.", name="four", url="https://baypost.example/toll"),
    ("Seventeen", Kind.KILLED, 17, 17),
    role="miners",
)
_EDITED = told(
    wire("Bay Post, Ostry, 11:45. Nineteen miners are known dead.", name="five", url="https://baypost.example/toll"),
    ("Nineteen", Kind.KILLED, 19, 19),
    role="miners",
)
EDITED = replace(_EDITED, report=replace(_EDITED.report, revises="four", title="The toll", byline="A. Reporter"))
FLOOD = told(
    wire("Radio Ost, Ostry, 12:00. A flood killed 61 here in 2009.", name="six"),
    ("61", Kind.KILLED, 61, 61),
)
_DEMAND = told(wire("Northwire, Ostry, 13:00. The strikers demand an inquiry.", name="seven"))
DEMAND = replace(_DEMAND, claims=(replace(_DEMAND.claims[0], kind=ClaimKind.DEMAND),))


def _background(reading: Reading) -> Reading:
    claim = reading.claims[0]
    figures = tuple(replace(figure, scope=Scope.BACKGROUND) for figure in claim.figures)
    return replace(reading, claims=(replace(claim, figures=figures),))


def seen(reading: Reading, origin: str, is_: Is = Is.CURRENT, replaced_by: str | None = None) -> LineClaim:
    claim = reading.claims[0]
    assert reading.report.published_at is not None
    return LineClaim(
        claim_id=claim.id,
        figure=0,
        is_=is_,
        low=claim.figures[0].low,
        high=claim.figures[0].high,
        origin=origin,
        published_at=reading.report.published_at,
        text=claim.text,
        phrase=claim.figures[0].phrase.text,
        report_id=reading.report.id,
        replaced_by=replaced_by,
    )


def line(key: tuple[Kind, LineGroup], best: Bounds, standing: Standing, claims: Sequence[LineClaim]) -> Line:
    lows = [c.low for c in claims if c.is_ is Is.CURRENT and c.low is not None]
    return Line(
        kind=key[0],
        group=key[1],
        best=best,
        range=Bounds(min(lows), None if any(c.high is None for c in claims) else max(lows)),
        standing=standing,
        origins=len({c.origin for c in claims}),
        since=claims[-1].published_at,
        claims=tuple(claims),
    )


def change(reading: Reading, what: str, before: Bounds | None, after: Bounds, origin: str) -> Change:
    seen_there = seen(reading, origin)
    return Change(
        at=seen_there.published_at,
        line=KILLED,
        what=what,
        before=before,
        after=after,
        origin=origin,
        outlet=reading.report.outlet,
        claim_id=seen_there.claim_id,
        report_id=seen_there.report_id,
        text=seen_there.text,
    )


def mine_view() -> PageView:
    """A mine, one morning: a copy, an open toll, an edited page, an old flood, a demand, a conflict."""
    claims = (
        seen(MINISTRY, "the ministry"),
        seen(COPY, "the ministry", Is.REPEATED),
        seen(UNION, "a union man"),
        seen(TALLY, "Bay Post", Is.CORRECTED, EDITED.claims[0].id),
        seen(EDITED, "Bay Post"),
    )
    demand = DEMAND.claims[0]
    assert DEMAND.report.published_at is not None
    account = Account(
        story="the-mine",
        as_of=EVENING,
        policy="latest",
        lines=(line(KILLED, Bounds(19, 19), Standing.DISPUTED, claims),),
        demands=(
            Stated(demand.id, "seven", "the strikers", demand.text, Is.CURRENT, DEMAND.report.published_at),
            Stated("gone", "two", "the strikers", "more pay", Is.UPDATED, MINISTRY_AT, demand.id),
        ),
        conflicts=(
            Conflict((claims[0].claim_id, claims[2].claim_id), "one question has one answer", "12 is not 34 or more."),
        ),
    )
    moments = (
        Moment(MINISTRY_AT, Bounds(12, 12), Bounds(12, 12)),
        Moment(seen(EDITED, "Bay Post").published_at, Bounds(19, 19), Bounds(12, None)),
    )
    return PageView(
        name="the-mine",
        about="Ostry mine disaster",
        account=account,
        readings=(MINISTRY, COPY, UNION, TALLY, EDITED, _background(FLOOD), DEMAND),
        changes=(
            change(MINISTRY, "first", None, Bounds(12, 12), "the ministry"),
            change(EDITED, "rose", Bounds(12, 12), Bounds(19, 19), "Bay Post"),
        ),
        series=(Series(*KILLED, moments),),
        sources=(
            _source("the ministry", claims=2, figures=2, current=1, repeated=1),
            _source("Bay Post", claims=2, figures=2, current=1, corrected=1),
            _source("the strikers", claims=2),
        ),
        settlements=(
            Settlement(Kind.KILLED, "miners", (), 20, "the inquest", EVENING),
            Settlement(Kind.KILLED, "miners", (), 21, "the inquest, at last", EVENING),
        ),
        problems=(Problem("its time 'soon' is no time", "six"),),
    )


def _source(name: str, **counts: int) -> SourceRecord:
    none = SourceRecord(name, name, True, 0, 0, 0, 0, 0, 0, 0, first=MINISTRY_AT, last=EVENING)
    return replace(none, **counts)  # type: ignore[arg-type]


MINISTRY_AT = datetime(2031, 3, 4, 7, 0, tzinfo=UTC)


def long_view(claims: int, reports: int) -> PageView:
    """So many claims of one toll that climbs, each with its words, spread over so many reports."""
    readings: list[Reading] = []
    each = claims // reports
    for number in range(reports):
        tolls = [number * each + step for step in range(each)]
        text = "\n".join(f"By then {toll} miners had died, an officer of shift {toll % 90} said." for toll in tolls)
        report = wire(f"Paper {number % 40}, Ostry, 07:{number % 60:02}. {text}", name=f"r{number}", day=number // 60)
        claim = told(report).claims[0]
        counted = [told(report, (f"{toll} miners", Kind.KILLED, toll, toll)).claims[0] for toll in tolls]
        readings.append(
            Reading(report, tuple(replace(one, id=f"{claim.id}.{step}") for step, one in enumerate(counted)))
        )
    seen_claims = tuple(
        seen(replace(r, claims=(c,)), f"officer {place % 90}")._replace(claim_id=c.id)
        for r in readings
        for place, c in enumerate(r.claims)
    )
    top = seen_claims[-1].low
    account = Account("long", EVENING, "latest", (line(KILLED, Bounds(top, top), Standing.DISPUTED, seen_claims),))
    changes = tuple(change(r, "rose", None, Bounds(seen(r, "x").low, None), "an officer") for r in readings)
    return PageView("long", account, tuple(readings), changes, claims_held=claims)


def with_text(text: str, **fields: str) -> PageView:
    """A story of one hostile report: `text`, in every place that a report's words reach."""
    report = replace(wire(f"X, Y, 07:00. 12 died, {text} said.", name=text), **fields)  # type: ignore[arg-type]
    reading = told(report, ("12", Kind.KILLED, 12, 12), source=text, role=text)
    key = (Kind.KILLED, LineGroup(text, (text,)))
    claim = seen(reading, text)._replace(phrase=f"12 {text}")
    other = claim._replace(low=None, high=30, phrase=f"up to {text}", origin=f"{text}2")
    stated = Stated(claim.claim_id, text, text, text, Is.CURRENT, claim.published_at)
    account = Account(
        story=text,
        as_of=EVENING,
        policy=text,
        lines=(line(key, Bounds(12, 12), Standing.DISPUTED, (claim, other)),),
        demands=(stated,),
        responsibility=(stated,),
        conflicts=(Conflict((claim.claim_id, other.claim_id), text, text),),
    )
    changed = replace(change(reading, text, None, Bounds(12, 12), text), line=key)
    newer = replace(report, id=f"{text}~", text=f"{report.text} {text}", revises=text, title=f"{text}!")
    series = Series(*key, (Moment(claim.published_at, Bounds(12, 12), Bounds(12, 30)),))
    return PageView(
        name=text,
        account=account,
        readings=(reading, Reading(newer)),
        changes=(changed,),
        series=(series,),
        about=text,
        sources=(_source(text, claims=1, figures=1, current=1),),
        settlements=(Settlement(Kind.KILLED, text, (text,), 12, text, EVENING),),
        problems=(Problem(text, report.id),),
    )
