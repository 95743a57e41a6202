"""The ledger as one SQLite file: opening it, bringing it up to date, and telling ours from anybody else's."""

import os
import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from reportedly.errors import LedgerUnusable
from reportedly.ledger.sql import Clock, SqlLedger, utc_now

APPLICATION_ID = 0x52505459
"""'RPTY', in the file's header: a SQLite file without it is somebody else's."""

_BUSY_SECONDS = 30.0


def open_sqlite(path: Path, *, clock: Clock = utc_now) -> SqlLedger:
    """Makes the file where there is none. Raises `LedgerUnusable` where the file is not ours, is newer than this
    program, or cannot be opened; a file that is not ours is left to the byte as it was."""
    fresh = not path.exists() or path.stat().st_size == 0 if path.parent.is_dir() else None
    if fresh is None:
        raise LedgerUnusable(
            f"no folder {path.parent} to keep the ledger {path.name} in: make it, or name another file"
        )
    if path.is_dir():
        raise LedgerUnusable(f"the ledger {path} is a folder: name a file in it")
    try:
        writable = _prepare(path, fresh)
    except sqlite3.Error as error:
        raise LedgerUnusable(
            f"the ledger {path} cannot be opened: {error}; is it a ledger of reportedly's, and its disk writable?"
        ) from error
    return SqlLedger(_engine(path, writable), str(path), clock)


def _prepare(path: Path, fresh: bool) -> bool:
    """Checks and migrates; whether the file can be written."""
    writable = not _sealed(path)
    db = sqlite3.connect(
        path if writable else _address(path, writable), uri=not writable, isolation_level=None, timeout=_BUSY_SECONDS
    )
    try:
        if not fresh:
            _refuse_strangers(db, path)
        wanted = _migrations()
        if _version(db) > len(wanted):
            raise LedgerUnusable(
                f"the ledger {path} was written by a newer reportedly (its format {_version(db)}, ours {len(wanted)}): "
                "upgrade reportedly to open it"
            )
        if not writable:
            if _version(db) < len(wanted):
                raise LedgerUnusable(
                    f"the ledger {path} is of an older reportedly and its disk cannot be written: copy it elsewhere"
                )
            return writable
        try:
            db.execute("PRAGMA journal_mode = WAL")
            _migrate(db, wanted)
        except sqlite3.OperationalError as error:
            # Only a ledger that needs nothing done can be read where nothing can be written.
            if fresh or "readonly" not in str(error) or _version(db) < len(wanted):
                raise
            writable = False
    finally:
        db.close()
    return writable


def _sealed(path: Path) -> bool:
    """Whether the file stands where nothing can be written and no other process can be writing: SQLite reads it there
    only if told so, as it has no place for its own notes. With a log beside it, it would miss what that holds."""
    log = path.with_name(f"{path.name}-wal")
    held = log.exists() and log.stat().st_size > 0
    return path.exists() and not os.access(path.parent, os.W_OK) and not os.access(path, os.W_OK) and not held


def _address(path: Path, writable: bool) -> str:
    mode = "mode=rw" if writable else "mode=ro&immutable=1" if _sealed(path) else "mode=ro"
    return f"file:{quote(str(path.resolve()))}?{mode}"


def _refuse_strangers(db: sqlite3.Connection, path: Path) -> None:
    try:
        (mark,) = db.execute("PRAGMA application_id").fetchone()
        (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        raise LedgerUnusable(
            f"{path} is no ledger of reportedly's ({error}): name another file with --ledger"
        ) from error
    # A file whose making was cut off before its first commit holds nothing and is nobody's yet.
    if mark != APPLICATION_ID and tables:
        raise LedgerUnusable(
            f"{path} is a database of another program's, not a ledger of reportedly's: name another file with --ledger"
        )


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def _migrations() -> list[str]:
    folder = files("reportedly.ledger") / "migrations"
    found = sorted((f.name, f) for f in folder.iterdir() if f.name.endswith("_sqlite.sql"))
    return [migration.read_text(encoding="utf-8") for _, migration in found]


def _migrate(db: sqlite3.Connection, wanted: list[str]) -> None:
    """Each migration with its number in one transaction: cut off in between, it never was."""
    if _version(db) == len(wanted):
        return
    db.execute("BEGIN EXCLUSIVE")
    try:
        for number in range(_version(db), len(wanted)):
            for statement in _statements(wanted[number]):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number + 1}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """Split as SQLite itself would: the semicolons inside a trigger end nothing."""
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements


def _engine(path: Path, writable: bool) -> Engine:
    where = _address(path, writable)

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(where, uri=True, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def _on_connect(db: Any, _: Any) -> None:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA recursive_triggers = ON")
        # What was acknowledged must outlive a power cut, not only this process.
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA cache_size = -65536")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("reportedly_writes", False)
        # A transaction that will write takes its lock first: one that reads and then writes can lose the race.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
