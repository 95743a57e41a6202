"""The ledger over SQLAlchemy Core: appending and asking, the same for every database.

State is the rows, and rows are only ever inserted. What a database does in its own way (opening, locking, refusing
updates) is in the module named for it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select
from sqlalchemy.exc import DBAPIError

from reportedly.capture import Capture
from reportedly.claim import Claim, ClaimKind, Reading
from reportedly.errors import LedgerUnusable, NoSuchStory
from reportedly.evidence import Saying
from reportedly.figure import Kind
from reportedly.ledger import tables as t
from reportedly.ledger.appending import append_all, versions_of
from reportedly.ledger.captures import addresses_of, captures_of, keep_capture
from reportedly.ledger.protocol import Appended, Settlement
from reportedly.ledger.rows import sayings_of, sayings_query, tellings_of, tellings_query
from reportedly.ledger.versions import already_held, revisions
from reportedly.record import claim_of, time_of, time_record
from reportedly.report import Problem, Report
from reportedly.telling import Telling

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class SqlLedger:
    """One ledger on one engine. `where` names it in messages; `clock` gives recorded_at."""

    def __init__(self, engine: Engine, where: str, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._where = where
        self._clock = clock

    def close(self) -> None:
        self._engine.dispose()

    # -- appending -------------------------------------------------------------------------------------------------

    def open_story(self, story: str) -> None:
        with self._writing() as db:
            if _story(db, story) is None:
                db.execute(insert(t.story).values(name=story, opened_at=time_record(self._clock())))

    def say_about(self, story: str, text: str) -> None:
        if self.about(story) == text:
            return
        with self._writing() as db:
            row = {"story": self._named(db, story), "text": text, "recorded_at": time_record(self._clock())}
            db.execute(insert(t.about).values(row))

    def settle(self, story: str, settlement: Settlement) -> None:
        with self._writing() as db:
            db.execute(
                insert(t.settlement).values(
                    story=self._named(db, story),
                    kind=settlement.kind.value,
                    role=settlement.role,
                    nationality=" ".join(settlement.nationality),
                    value=settlement.value,
                    because=settlement.because,
                    recorded_at=time_record(settlement.recorded_at),
                )
            )

    def append(self, story: str, readings: Sequence[Reading]) -> tuple[Appended, ...]:
        with self._writing() as db:
            return append_all(db, self._named(db, story), readings, self._clock)

    def keep(self, story: str, capture: Capture, reports: Sequence[str] = ()) -> None:
        with self._writing() as db:
            keep_capture(db, self._named(db, story), capture, reports)

    # -- asking ----------------------------------------------------------------------------------------------------

    def stories(self) -> tuple[str, ...]:
        with self._reading() as db:
            return tuple(db.scalars(select(t.story.c.name).order_by(t.story.c.sequence)))

    def has_story(self, story: str) -> bool:
        with self._reading() as db:
            return _story(db, story) is not None

    def holds(self, story: str, report: Report) -> bool:
        with self._reading() as db:
            key = self._named(db, story)
            return already_held(report, versions_of(db, key, report))

    def about(self, story: str) -> str | None:
        with self._reading() as db:
            key = self._named(db, story)
            words = select(t.about.c.text).where(t.about.c.story == key).order_by(t.about.c.sequence.desc()).limit(1)
            return db.scalar(words)

    def settlements(self, story: str) -> tuple[Settlement, ...]:
        with self._reading() as db:
            key = self._named(db, story)
            rows = select(t.settlement).where(t.settlement.c.story == key).order_by(t.settlement.c.sequence)
            return tuple(
                Settlement(
                    Kind(row.kind),
                    row.role,
                    tuple(row.nationality.split()),
                    row.value,
                    row.because,
                    datetime.fromisoformat(row.recorded_at),
                )
                for row in db.execute(rows)
            )

    def reports(self, story: str, *, text: bool = True, recorded_by: datetime | None = None) -> Iterator[Report]:
        with self._reading() as db:
            key = self._named(db, story)
            c = t.report.c
            order = select(c.page, c.id, c.published_at, c.sequence, c.recorded_at).where(c.story == key)
            versions = [
                (page, name, time_of(published), sequence)
                for page, name, published, sequence, recorded in db.execute(order)
                if recorded_by is None or datetime.fromisoformat(recorded) <= recorded_by
            ]
            revises = revisions(versions)
            kept = {name for _, name, _, _ in versions}
            columns = [c.id, c.outlet, c.agency, c.url, c.title, c.byline, c.published_at, c.recorded_at, c.about]
            rows = select(*columns, *([c.text] if text else [])).where(c.story == key).order_by(c.sequence)
            for row in db.execute(rows):
                if row.id not in kept:
                    continue
                yield _report(row, row.text if text else "", revises)

    def claims(self, story: str) -> Iterator[Claim]:
        with self._reading() as db:
            key = self._named(db, story)
            rows = (
                select(t.claim.c.record, t.report.c.id)
                .join(t.report, t.claim.c.report == t.report.c.sequence)
                .where(t.report.c.story == key)
                .order_by(t.claim.c.sequence)
            )
            for record, report_id in db.execute(rows):
                yield claim_of(json.loads(record), report_id)

    def tellings(self, story: str, *, after: int = 0) -> list[Telling]:
        with self._reading() as db:
            return list(tellings_of(db.execute(tellings_query(self._named(db, story), after))))

    def sayings(self, story: str) -> tuple[Saying, ...]:
        with self._reading() as db:
            query = sayings_query(self._named(db, story)).where(t.claim.c.kind != ClaimKind.STATEMENT.value)
            return tuple(sayings_of(db.execute(query)))

    def speakers(self, story: str) -> tuple[Saying, ...]:
        with self._reading() as db:
            return tuple(sayings_of(db.execute(sayings_query(self._named(db, story)))))

    def problems(self, story: str) -> tuple[Problem, ...]:
        with self._reading() as db:
            key = self._named(db, story)
            rows = (
                select(t.problem, t.report.c.id.label("report_id"))
                .join(t.report, t.problem.c.report == t.report.c.sequence)
                .where(t.report.c.story == key)
                .order_by(t.problem.c.sequence)
            )
            return tuple(
                Problem(
                    row.message,
                    row.report_id,
                    None if row.span_start is None else (row.span_start, row.span_end),
                )
                for row in db.execute(rows)
            )

    def reading(self, story: str, report_id: str) -> Reading | None:
        with self._reading() as db:
            c, p = t.report.c, t.problem.c
            row = db.execute(select(t.report).where(c.story == self._named(db, story), c.id == report_id)).first()
            if row is None:
                return None
            page = select(c.page, c.id, c.published_at, c.sequence).where(c.page == row.page)
            revises = revisions([(of, name, time_of(at), sequence) for of, name, at, sequence in db.execute(page)])
            claims = select(t.claim.c.record).where(t.claim.c.report == row.sequence).order_by(t.claim.c.sequence)
            problems = select(p.message, p.span_start, p.span_end).where(p.report == row.sequence).order_by(p.sequence)
            return Reading(
                _report(row, row.text, revises),
                tuple(claim_of(json.loads(record), report_id) for record in db.scalars(claims)),
                tuple(
                    Problem(message, report_id, None if start is None else (start, end))
                    for message, start, end in db.execute(problems)
                ),
            )

    def last_report(self) -> int:
        with self._reading() as db:
            return db.scalar(select(func.max(t.report.c.sequence))) or 0

    def extents(self) -> dict[str, int]:
        with self._reading() as db:
            held = (
                select(t.story.c.name, func.count(t.report.c.sequence))
                .join(t.report, t.report.c.story == t.story.c.sequence, isouter=True)
                .group_by(t.story.c.sequence, t.story.c.name)
                .order_by(t.story.c.sequence)
            )
            return {row[0]: row[1] for row in db.execute(held)}

    def captures(self, story: str, report: str | None = None) -> Iterator[Capture]:
        with self._reading() as db:
            yield from captures_of(db, self._named(db, story), report)

    def read_from(self, story: str) -> tuple[tuple[str, str], ...]:
        with self._reading() as db:
            return addresses_of(db, self._named(db, story))

    # -- the two kinds of transaction --------------------------------------------------------------------------------

    def _writing(self) -> "_Transaction":
        return _Transaction(self._engine.execution_options(reportedly_writes=True), self._where)

    def _reading(self) -> "_Transaction":
        return _Transaction(self._engine, self._where)

    def _named(self, db: Connection, story: str) -> int:
        key = _story(db, story)
        if key is None:
            raise NoSuchStory(f"no story {story!r} in {self._where}: add a report to it first (reportedly add)")
        return key


class _Transaction:
    """A connection in one transaction, with the database's own complaints turned into ours."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where

    def __enter__(self) -> Connection:
        try:
            self._db = self._engine.connect()
            self._db.begin()
        except DBAPIError as error:
            raise _unusable(self._where, error) from error
        return self._db

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                self._db.commit()
            else:
                self._db.rollback()
        except DBAPIError as failed:
            raise _unusable(self._where, failed) from failed
        finally:
            self._db.close()
        if isinstance(error, DBAPIError):
            raise _unusable(self._where, error) from error


def _unusable(where: str, error: DBAPIError) -> LedgerUnusable:
    return LedgerUnusable(
        f"the ledger {where} cannot be used: {error.orig}; nothing was recorded. "
        "Is its disk writable, and is it a ledger of reportedly's?"
    )


def _report(row: Row[Any], text: str, revises: Mapping[str, str]) -> Report:
    return Report(
        id=row.id,
        text=text,
        outlet=row.outlet,
        agency=row.agency,
        url=row.url,
        title=row.title,
        byline=row.byline,
        published_at=time_of(row.published_at),
        recorded_at=time_of(row.recorded_at),
        revises=revises.get(row.id),
        about=row.about,
    )


def _story(db: Connection, name: str) -> int | None:
    return db.scalar(select(t.story.c.sequence).where(t.story.c.name == name))
