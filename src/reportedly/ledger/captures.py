"""Captures in the ledger: what was fetched, as it came, and which reports were read out of it."""

import json
import zlib
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, insert, select

from reportedly.capture import Capture
from reportedly.ledger import tables as t
from reportedly.record import time_of, time_record

_ANSWERED = 200


def keep_capture(db: Connection, story: int, capture: Capture, reports: Sequence[str]) -> None:
    """Appends the capture, and that these reports were read out of it: for each id, as it was given, the newest version
    of that report. Ids that the story does not have are passed over."""
    digest = capture.sha256
    if db.scalar(select(t.body.c.size).where(t.body.c.sha256 == digest)) is None:
        packed = zlib.compress(capture.body)
        db.execute(insert(t.body).values(sha256=digest, size=len(capture.body), packed=packed))
    sequence = 1 + (db.scalar(select(func.max(t.capture.c.sequence))) or 0)
    db.execute(
        insert(t.capture).values(
            sequence=sequence,
            story=story,
            url=capture.url,
            final_url=capture.final_url,
            fetched_at=time_record(capture.fetched_at),
            status=capture.status,
            headers=json.dumps(capture.headers, ensure_ascii=False),
            sha256=digest,
        )
    )
    rows = []
    for name in dict.fromkeys(reports):
        newest = select(func.max(t.report.c.sequence)).where(t.report.c.story == story, t.report.c.given_id == name)
        report = db.scalar(newest)
        if report is not None:
            rows.append({"report": report, "capture": sequence})
    if rows:
        db.execute(insert(t.proof), rows)


def captures_of(db: Connection, story: int, report: str | None) -> Iterator[Capture]:
    """In the ledger's order; all of the story's, or those that the report was read out of."""
    c = t.capture.c
    rows = (
        select(c.url, c.final_url, c.fetched_at, c.status, c.headers, t.body.c.packed)
        .join(t.body, t.body.c.sha256 == c.sha256)
        .where(c.story == story)
        .order_by(c.sequence)
    )
    if report is not None:
        rows = (
            rows.join(t.proof, t.proof.c.capture == c.sequence)
            .join(t.report, t.report.c.sequence == t.proof.c.report)
            .where(t.report.c.id == report)
        )
    for row in db.execute(rows):
        fetched_at = time_of(row.fetched_at)
        assert fetched_at is not None
        headers = tuple((str(name), str(value)) for name, value in json.loads(row.headers))
        yield Capture(row.url, row.final_url, fetched_at, row.status, headers, zlib.decompress(row.packed))


def addresses_of(db: Connection, story: int) -> tuple[tuple[str, str], ...]:
    """Each address at which something was fetched, with each report that was read out of it."""
    c = t.capture.c
    rows = (
        select(c.url, c.final_url, t.report.c.id)
        .join(t.proof, t.proof.c.capture == c.sequence)
        .join(t.report, t.report.c.sequence == t.proof.c.report)
        .where(c.story == story, c.status == _ANSWERED)
        .order_by(c.sequence)
    )
    found = ((address, name) for url, final_url, name in db.execute(rows) for address in (url, final_url))
    return tuple(dict.fromkeys(found))
