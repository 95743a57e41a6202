"""What is SQLite's own: whose file it is, migrations, locks, and being killed."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.dialects.sqlite import dialect

from newsroom import told, wire
from reportedly.errors import LedgerUnusable
from reportedly.figure import Kind
from reportedly.ledger.appending import CANDIDATES
from reportedly.ledger.sqlite import open_sqlite
from reportedly.ledger.tables import metadata


def test_the_tables_are_those_the_migrations_make(tmp_path: Path) -> None:
    """What SQLAlchemy believes of the tables is what the migrations made."""
    open_sqlite(tmp_path / "ledger.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'ledger.db'}")
    made = inspect(engine)
    for name, table in metadata.tables.items():
        keys = {c.name for c in table.primary_key}
        columns = [(c["name"], c["nullable"]) for c in made.get_columns(name) if c["name"] not in keys]
        assert columns == [(c.name, c.nullable) for c in table.columns if c.name not in keys]
    assert set(made.get_table_names()) == set(metadata.tables)
    engine.dispose()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """A SQLite file of another program's is refused and not touched."""
    path = tmp_path / "photos.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE photo (id INTEGER)")
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(LedgerUnusable, match="another program"):
        open_sqlite(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    """A text file named as the ledger is refused and not touched."""
    path = tmp_path / "notes.txt"
    path.write_text("At least 12 died, the governor said.\n" * 50)
    before = path.read_bytes()
    with pytest.raises(LedgerUnusable, match="no ledger of reportedly"):
        open_sqlite(path)
    assert path.read_bytes() == before


def test_a_ledger_from_the_future_is_left_alone(tmp_path: Path) -> None:
    """A ledger that a newer reportedly wrote is refused, with what to do."""
    path = tmp_path / "ledger.db"
    open_sqlite(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(LedgerUnusable, match="upgrade reportedly"):
        open_sqlite(path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A ledger in a folder that does not exist is one clear line."""
    with pytest.raises(LedgerUnusable, match="no folder"):
        open_sqlite(tmp_path / "nowhere" / "ledger.db")


def test_a_disk_that_cannot_be_written_is_one_clear_line() -> None:
    """Where no file can be made, the message says so and nothing is half made."""
    with pytest.raises(LedgerUnusable, match="cannot be opened"):
        open_sqlite(Path("/proc/self/ledger.db"))


APPENDS_UNTIL_KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from newsroom import told, wire
from reportedly.figure import Kind
from reportedly.ledger.appending import CANDIDATES
from reportedly.ledger.sqlite import open_sqlite
ledger = open_sqlite(Path(sys.argv[1]))
ledger.open_story("quake")
for number in range(100_000):
    report = wire(f"AP, Izmir, 04:10. At least {number} died.", name=str(number))
    ledger.append("quake", [told(report, (f"At least {number}", Kind.KILLED, number, None))])
    print(number, flush=True)
"""


def test_killed_at_any_point_what_was_acknowledged_is_there_once(tmp_path: Path) -> None:
    """After a kill -9, every acknowledged report is there once, whole, and at most one more."""
    path = tmp_path / "ledger.db"
    newsroom = str(Path(__file__).parent)
    acknowledged: set[str] = set()
    for pause in (0.05, 0.11, 0.02):
        command = [sys.executable, "-c", APPENDS_UNTIL_KILLED, str(path), newsroom]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            acknowledged.add(desk.stdout.readline().strip())
            time.sleep(pause)
            desk.send_signal(signal.SIGKILL)
            acknowledged.update(line.strip() for line in desk.stdout if line.endswith("\n"))
    ledger = open_sqlite(path)
    recorded = [report.id for report in ledger.reports("quake")]
    assert len(recorded) == len(set(recorded))
    assert acknowledged <= set(recorded)
    assert len(recorded) <= len(acknowledged) + 3
    assert [t.report_id for t in ledger.tellings("quake")] == recorded
    ledger.close()


def test_two_desks_may_write_at_once(tmp_path: Path) -> None:
    """Two processes that append to one ledger both get all of theirs in."""
    path = tmp_path / "ledger.db"
    one, other = open_sqlite(path), open_sqlite(path)
    one.open_story("quake")
    for number in range(20):
        desk = one if number % 2 else other
        report = wire(f"AP, Izmir, 04:10. At least {number} died.", name=str(number))
        desk.append("quake", [told(report, (f"At least {number}", Kind.KILLED, number, None))])
    assert len(one.tellings("quake")) == len(other.tellings("quake")) == 20
    one.close()
    other.close()


def test_a_report_is_looked_up_and_not_searched_for(tmp_path: Path) -> None:
    """Whether a page has older versions is two look-ups in an index, however long the story."""
    open_sqlite(tmp_path / "ledger.db").close()
    db = sqlite3.connect(tmp_path / "ledger.db")
    plan = db.execute(f"EXPLAIN QUERY PLAN {CANDIDATES.compile(dialect=dialect())}", [1, "a", 1, "b", "a"]).fetchall()
    steps = [step for *_, step in plan if "report" in step]
    assert len(steps) == 2
    assert any("given_id=?" in step for step in steps)
    assert any("url=?" in step for step in steps)
    db.close()
