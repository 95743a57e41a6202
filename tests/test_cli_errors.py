"""Bad input is one line that says what, where and what to try, the right exit status, and nothing lost."""

import io
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.show.cli import run

TOLL = "Twelve people died, the governor said.\n"


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REPORTEDLY_LEDGER", raising=False)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    (tmp_path / "good.txt").write_text(TOLL)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.db").write_text("milk, eggs")
    (tmp_path / "broken.jsonl").write_text('{"text": "12 died\n')
    sqlite3.connect(tmp_path / "other.db").execute("create table shopping (item)").connection.close()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ("read empty.txt", 1, "empty.txt is empty"),
        ("read missing.txt", 1, "missing.txt does not exist"),
        ("read folder", 1, "folder is a folder"),
        ("read picture.jpg", 1, "picture.jpg is a picture, not text"),
        ("read broken.jsonl", 1, "broken.jsonl: line 1, character 10: broken JSON"),
        ("read -", 1, "standard input is empty"),
        ("add s empty.txt", 1, "empty.txt is empty"),
        ("add s folder", 1, "folder is a folder without files"),
        ("read good.txt --published someday", 2, "--published 'someday' is no time"),
        ("read good.txt --published=", 2, "--published is blank"),
        ("read", 2, "Missing argument"),
        ("read good.txt --jsn", 2, "No such option"),
        ("raed good.txt", 2, "No such command"),
        ("add a/b good.txt", 2, "'a/b' cannot name a story"),
        ("add ../s good.txt", 2, "cannot name a story"),
        ("add s good.txt --ledger notes.db", 2, "notes.db"),
        ("add s good.txt --ledger other.db", 2, "other.db"),
        ("add s good.txt --ledger no/such/folder/x.db", 2, "no/such/folder"),
        ("add s good.txt --ledger folder", 2, "folder"),
        ("account nothing-there", 2, "nothing-there"),
        ("account s --as-of 2031-13-01", 2, "'2031-13-01' is no time"),
        ("changes s --since lately", 2, "'lately' is no time"),
        ("settle s killed twelve --because x", 2, "VALUE 'twelve' is no whole number"),
        ("export s --format xml", 2, "no export format 'xml': one of jsonl, csv, warc"),
    ],
)
def test_bad_input_is_one_line(
    arguments: str, status: int, said: str, newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on standard error, nothing on standard output, and no ledger made for nothing."""
    assert run(arguments.split()) == status
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1 and told.err.startswith("reportedly: ")
    assert not [line for line in told.out.splitlines() if '"problems"' not in line]
    assert (newsroom / "notes.db").read_text() == "milk, eggs"


def test_nothing_readable_makes_no_ledger(newsroom: Path) -> None:
    """Where there is nothing to add, no empty story is left behind."""
    assert run(["add", "s", "empty.txt", "missing.txt"]) == 1
    assert not (newsroom / "reportedly.db").exists()


def test_what_can_be_read_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    """One bad file among good ones is told, and costs only itself."""
    assert run(["add", "s", "missing.txt", "good.txt", "picture.jpg"]) == 0
    told = capsys.readouterr()
    assert "1 new report" in told.out
    assert [line.split(" ")[1] for line in told.err.splitlines()] == ["missing.txt", "picture.jpg"]


def test_very_many_problems_are_counted(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A thousand broken lines do not drown the terminal."""
    (newsroom / "x.jsonl").write_text('{"text": "12 people died."}\n' + "oops\n" * 1000)
    assert run(["read", "x.jsonl"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 21 and told[-1] == "reportedly: and 980 more problems of this sort"


def test_a_fault_of_our_own_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Even where the program is wrong there is no traceback, and a status of its own."""

    def stumbles(*_: object) -> None:
        raise ZeroDivisionError("by 0\nof 2")

    monkeypatch.setattr("reportedly.show.readings.print_marked", stumbles)
    assert run(["read", "good.txt"]) == 70
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "ZeroDivisionError: by 0 of 2" in told


@pytest.mark.parametrize("arguments", ["read good.txt", "add ferry good.txt", "account ferry"])
def test_whoever_stops_a_command_is_not_told_that_it_is_done(
    arguments: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends any command with one line and a status of its own: a script must not take it for done."""

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    assert run(["add", "ferry", "good.txt"]) == 0
    capsys.readouterr()
    for place in (
        "show.readings.print_marked",
        "show.terminal_ledger.print_added",
        "show.terminal_account.print_account",
    ):
        monkeypatch.setattr(f"reportedly.{place}", stopped)
    assert run(arguments.split()) == 130
    assert capsys.readouterr().err == "reportedly: stopped; what was acknowledged until now is kept\n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A read-only disk is one line."""
    newsroom.chmod(0o500)
    try:
        assert run(["add", "s", "good.txt"]) == 2
    finally:
        newsroom.chmod(0o700)
    assert capsys.readouterr().err.count("\n") == 1


def test_a_sealed_ledger_is_read_and_left_alone(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a read-only disk a ledger still answers; what would add to it is one line, and nothing is lost."""
    assert run(["add", "s", "good.txt"]) == 0
    before = (newsroom / "reportedly.db").read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: False)
    capsys.readouterr()
    assert run(["account", "s"]) == 0
    assert "12" in capsys.readouterr().out
    (newsroom / "more.txt").write_text("Fifteen people died, the governor said.")
    assert run(["add", "s", "more.txt"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (newsroom / "reportedly.db").read_bytes() == before


def test_an_unwritable_output_leaves_what_was_there(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An output that cannot be written is told by its name."""
    assert run(["add", "s", "good.txt"]) == 0
    assert run(["export", "s", "-o", "no/such/folder/s.csv"]) == 2
    assert run(["export", "s", "-o", "folder"]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert "no/such/folder/s.csv cannot be written" in errors[0] and "folder is a folder" in errors[1]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no full disk to be had here")
def test_a_full_disk_is_told(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A device is written to, never replaced; a disk without room is one line."""
    assert run(["add", "s", "good.txt"]) == 0
    assert run(["export", "s", "-o", "/dev/full"]) == 2
    assert Path("/dev/full").is_char_device()
    assert "/dev/full cannot be written (No space left on device)" in capsys.readouterr().err
    with Path("/dev/full").open("w") as full:
        done = _program("export", "s", stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1


def test_a_link_stays_a_link(newsroom: Path) -> None:
    """What is written through a link goes where it leads."""
    (newsroom / "latest.html").symlink_to("page.html")
    assert run(["add", "s", "good.txt"]) == 0
    assert run(["export", "s", "-o", "latest.html"]) == 0
    assert (newsroom / "latest.html").is_symlink() and (newsroom / "page.html").is_file()


def _program(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-c", "from reportedly.show.cli import main; main()", *arguments]
    return subprocess.run(program, check=False, **({"capture_output": True} | more))  # type: ignore[call-overload,no-any-return]


def test_a_pipe_closed_early_is_no_failure(newsroom: Path) -> None:
    """`reportedly read FILE --json | head -1` ends quietly."""
    (newsroom / "many.jsonl").write_text('{"text": "12 people died."}\n' * 3000)
    for more in (["--json"], []):
        program = [sys.executable, "-c", "from reportedly.show.cli import main; main()", "read", "many.jsonl", *more]
        with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdout is not None and running.stderr is not None
            running.stdout.readline()
            running.stdout.close()
            assert running.stderr.read() == b""


def test_reading_a_text_loads_only_what_it_needs() -> None:
    """The libraries for pages, charts, the network and the ledger are not loaded to read a text."""
    code = (
        "import sys; from reportedly.show.cli import run; status = run(['read', 'good.txt', '--json']); "
        "heavy = {'trafilatura', 'altair', 'httpx', 'pycountry', 'lxml', 'sqlalchemy', 'charset_normalizer'}; "
        "print(sorted(heavy & set(sys.modules)), status, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stderr.decode().strip() == "[] 0"


def test_output_that_knows_no_unicode_is_written_all_the_same(newsroom: Path) -> None:
    """A terminal that says it is plain ASCII gets the words in UTF-8 rather than a failure."""
    (newsroom / "x.txt").write_text("“Twelve” people died in İzmir, the governor said.", encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    for more in ([], ["--json"]):
        done = _program("read", "x.txt", *more, env=environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "İzmir" in done.stdout.decode("utf-8")
