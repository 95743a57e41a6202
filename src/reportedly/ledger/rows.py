"""Claims and figures as rows, and rows as tellings."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from reportedly.claim import Claim, ClaimKind, Polarity
from reportedly.evidence import Saying
from reportedly.figure import Figure, Kind, Scope
from reportedly.ledger import tables as t
from reportedly.ledger.versions import fingerprint
from reportedly.record import claim_record, time_record
from reportedly.report import Problem, Report
from reportedly.telling import Telling, speaker

Values = dict[str, Any]

_KINDS = {kind.value: kind for kind in Kind}
_SCOPES = {scope.value: scope for scope in Scope}
_CLAIM_KINDS = {kind.value: kind for kind in ClaimKind}
_POLARITIES = {polarity.value: polarity for polarity in Polarity}


def report_row(report: Report, given_id: str) -> Values:
    """All but its number, its story and its page."""
    return {
        "id": report.id,
        "given_id": given_id,
        "fingerprint": fingerprint(report),
        "outlet": report.outlet,
        "agency": report.agency,
        "url": report.url,
        "title": report.title,
        "byline": report.byline,
        "published_at": time_record(report.published_at),
        "recorded_at": time_record(report.recorded_at),
        "about": report.about,
        "text": report.text,
    }


def problem_row(problem: Problem, report: int) -> Values:
    start, end = (None, None) if problem.span is None else problem.span
    return {"report": report, "message": problem.message, "span_start": start, "span_end": end}


def claim_row(claim: Claim, sequence: int, report: int) -> Values:
    said_by = speaker(claim)
    return {
        "sequence": sequence,
        "report": report,
        "id": claim.id,
        "kind": claim.kind.value,
        "polarity": claim.polarity.value,
        "text": claim.text,
        "source": said_by.source,
        "source_named": said_by.named,
        "source_role": said_by.role,
        "via": said_by.via,
        "hedged": bool(claim.hedges),
        "confidence": claim.confidence,
        "record": json.dumps(claim_record(claim), ensure_ascii=False, separators=(",", ":")),
    }


def figure_row(figure: Figure, claim: int, position: int) -> Values:
    return {
        "claim": claim,
        "position": position,
        "kind": figure.kind.value,
        "role": figure.group.role,
        "nationality": " ".join(figure.group.nationality),
        "low": figure.low,
        "high": figure.high,
        "approx": figure.approx,
        "scope": figure.scope.value,
        "part": figure.part,
        "phrase": figure.phrase.text,
    }


_COLUMNS: Sequence[Any] = (
    t.claim.c.sequence,
    t.report.c.id,
    t.claim.c.id.label("claim_id"),
    t.figure.c.position,
    t.report.c.published_at,
    t.report.c.recorded_at,
    t.report.c.outlet,
    t.report.c.agency,
    t.claim.c.source,
    t.claim.c.source_named,
    t.claim.c.source_role,
    t.claim.c.via,
    t.claim.c.polarity,
    t.claim.c.hedged,
    t.claim.c.confidence,
    t.claim.c.text,
    t.figure.c.phrase,
    t.figure.c.kind,
    t.figure.c.role,
    t.figure.c.nationality,
    t.figure.c.low,
    t.figure.c.high,
    t.figure.c.approx,
    t.figure.c.scope,
    t.figure.c.part,
)


def tellings_query(story: int, after: int) -> Select[Any]:
    return (
        select(*_COLUMNS)
        .select_from(t.report)
        .join(t.claim, t.claim.c.report == t.report.c.sequence)
        .join(t.figure, t.figure.c.claim == t.claim.c.sequence)
        .where(t.report.c.story == story, t.claim.c.sequence > after)
        .order_by(t.claim.c.sequence, t.figure.c.position)
    )


def tellings_of(rows: Iterable[Row[Any]]) -> Iterator[Telling]:
    """The rows of `tellings_query`, whose columns stand in a telling's own order. Values recur from row to row, so
    each is parsed once."""
    moments: dict[str, datetime] = {}
    nations: dict[str, tuple[str, ...]] = {}
    for row in rows:
        values: list[Any] = list(row)
        published, recorded = values[4], values[5]
        recorded_at = moments.get(recorded)
        if recorded_at is None:
            recorded_at = moments[recorded] = datetime.fromisoformat(recorded)
        published_at = recorded_at if published is None else moments.get(published)
        if published_at is None:
            published_at = moments[published] = datetime.fromisoformat(published)
        codes = nations.get(values[19])
        if codes is None:
            codes = nations[values[19]] = tuple(values[19].split())
        values[4], values[5], values[19] = published_at, recorded_at, codes
        values[12], values[17], values[23] = _POLARITIES[values[12]], _KINDS[values[17]], _SCOPES[values[23]]
        yield Telling(*values)


def sayings_query(story: int) -> Select[Any]:
    claim, report = t.claim.c, t.report.c
    return (
        select(
            claim.sequence,
            report.id,
            claim.id.label("claim_id"),
            report.published_at,
            report.recorded_at,
            report.outlet,
            report.agency,
            claim.source,
            claim.source_named,
            claim.source_role,
            claim.via,
            claim.polarity,
            claim.kind,
            claim.text,
        )
        .join(t.report, claim.report == report.sequence)
        .where(report.story == story)
        .order_by(claim.sequence)
    )


def sayings_of(rows: Iterable[Row[Any]]) -> Iterator[Saying]:
    """The rows of `sayings_query`, whose columns stand in a saying's own order."""
    for row in rows:
        values: list[Any] = list(row)
        values[4] = datetime.fromisoformat(values[4])
        values[3] = values[4] if values[3] is None else datetime.fromisoformat(values[3])
        values[11], values[12] = _POLARITIES[values[11]], _CLAIM_KINDS[values[12]]
        yield Saying(*values)
