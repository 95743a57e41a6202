"""Appending a batch of readings inside one transaction: which page each belongs to, its number, its rows.

Numbers are given out here and rows are held back to go in together: a statement a row would cost more than the reading.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, union_all

from reportedly.claim import Reading
from reportedly.ledger import tables as t
from reportedly.ledger.protocol import Appended
from reportedly.ledger.rows import Values, claim_row, figure_row, problem_row, report_row
from reportedly.ledger.versions import VERSION_MARK, Version, already_held, same_page, version_id
from reportedly.record import time_of
from reportedly.report import Report

_COLUMNS = (
    t.report.c.sequence,
    t.report.c.id,
    t.report.c.page,
    t.report.c.given_id,
    t.report.c.fingerprint,
    t.report.c.url,
    t.report.c.title,
    t.report.c.published_at,
    t.report.c.text,
)
_OF_STORY = select(*_COLUMNS).where(t.report.c.story == bindparam("story"))
# Two look-ups and no OR: for an OR across two indexes SQLite goes through all of the story.
CANDIDATES = union_all(
    _OF_STORY.where(t.report.c.given_id == bindparam("given_id")),
    _OF_STORY.where(t.report.c.url == bindparam("url"), t.report.c.given_id != bindparam("given_id")),
)
_PAGE = (
    select(t.report.c.page)
    .where(t.report.c.story == bindparam("story"), t.report.c.id == bindparam("revises"))
    .scalar_subquery()
)
_REVISED = _OF_STORY.where(t.report.c.page == _PAGE)
_TAKEN = select(t.report.c.sequence).where(t.report.c.story == bindparam("story"), t.report.c.id == bindparam("id"))
_REPORT, _CLAIM, _FIGURE, _PROBLEM = insert(t.report), insert(t.claim), insert(t.figure), insert(t.problem)


def versions_of(db: Connection, story: int, report: Report) -> list[Version]:
    """The recorded reports that are versions of the same page as this one: those that its id, its address and its words
    tell, and all of the page that it says it revises."""
    found = db.execute(CANDIDATES, {"story": story, "given_id": report.id, "url": report.url})
    versions = {version.sequence: version for version in map(_version, found) if same_page(report, version)}
    if report.revises is not None:
        revised = db.execute(_REVISED, {"story": story, "revises": report.revises})
        versions |= {version.sequence: version for version in map(_version, revised)}
    return list(versions.values())


def _version(row: Any) -> Version:
    sequence, name, page, given_id, mark, url, title, published_at, text = row
    return Version(sequence, name, page, given_id, mark, url, title, time_of(published_at), text)


def append_all(
    db: Connection, story: int, readings: Sequence[Reading], clock: Callable[[], datetime]
) -> tuple[Appended, ...]:
    """What became of each, in order. Nothing is there until the caller's transaction commits."""
    next_report = 1 + (db.scalar(select(func.max(t.report.c.sequence))) or 0)
    next_claim = 1 + (db.scalar(select(func.max(t.claim.c.sequence))) or 0)
    claims: list[Values] = []
    figures: list[Values] = []
    problems: list[Values] = []
    appended = []
    for reading in readings:
        kept = _append_report(db, story, reading.report, next_report, clock)
        if kept is None:
            appended.append(Appended(None))
            continue
        for sequence, claim in enumerate(reading.claims, next_claim):
            claims.append(claim_row(claim, sequence, next_report))
            figures += [figure_row(figure, sequence, place) for place, figure in enumerate(claim.figures)]
        problems += [problem_row(problem, next_report) for problem in reading.problems]
        appended.append(Appended(kept, len(reading.claims)))
        next_report += 1
        next_claim += len(reading.claims)
    for statement, rows in ((_CLAIM, claims), (_FIGURE, figures), (_PROBLEM, problems)):
        if rows:
            db.execute(statement, rows)
    return tuple(appended)


def _append_report(
    db: Connection, story: int, report: Report, sequence: int, clock: Callable[[], datetime]
) -> Report | None:
    """The report as it was recorded; None where the ledger holds it."""
    versions = versions_of(db, story, report)
    if already_held(report, versions):
        return None

    def is_taken(name: str) -> bool:
        return db.scalar(_TAKEN, {"story": story, "id": name}) is not None

    named_as_given = not versions and VERSION_MARK not in report.id
    newest = max(versions, key=lambda version: version.sequence, default=None)
    kept = replace(
        report,
        id=report.id if named_as_given else version_id(report, is_taken),
        recorded_at=clock(),
        revises=None if newest is None else newest.id,
    )
    page = min((version.page for version in versions), default=sequence)
    row = report_row(kept, report.id)
    db.execute(_REPORT, {**row, "sequence": sequence, "story": story, "page": page})
    return kept
