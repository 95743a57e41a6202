"""What each command does with a small story: a ferry sinks, and the toll climbs."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.show.cli import run

FERRY = [
    {
        "id": "coastwire-1",
        "outlet": "Coastwire",
        "published_at": "2021-03-04T06:00:00Z",
        "about": "ferry disaster off Port Selwen, March 2021",
        "text": "At least 12 people died when a ferry sank off Port Selwen on Tuesday, the harbour master said.",
    },
    {
        "id": "post-1",
        "outlet": "Harbour Post",
        "published_at": "2021-03-04T09:00:00Z",
        "about": "ferry disaster off Port Selwen, March 2021",
        "text": "Fifteen people died when the ferry sank off Port Selwen, the coast guard said. Dozens were injured.",
    },
]

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs one command in a folder of its own: (exit status, output, errors)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.delenv("REPORTEDLY_LEDGER", raising=False)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))

    def runs(*arguments: str) -> tuple[int, str, str]:
        status = run(list(arguments))
        told = capsys.readouterr()
        return status, told.out, told.err

    return runs


@pytest.fixture
def ferry(tmp_path: Path, command: Command) -> Command:
    """The same, with the ferry's two reports in the ledger."""
    lines = "".join(json.dumps(report) + "\n" for report in FERRY)
    (tmp_path / "ferry.jsonl").write_text(lines, encoding="utf-8")
    status, _, errors = command("add", "ferry", "ferry.jsonl")
    assert (status, errors) == (0, "")
    return command


def test_read_shows_the_report_with_its_claims_numbered(tmp_path: Path, command: Command) -> None:
    """Each claim's number stands in the text and before its row, so that no colour is needed."""
    (tmp_path / "wire.txt").write_text(FERRY[0]["text"], encoding="utf-8")
    status, out, errors = command("read", "wire.txt", "--published", "2021-03-04T06:00Z", "--outlet", "Coastwire")
    assert (status, errors) == (0, "")
    assert "Coastwire · 4 Mar 2021 06:00 UTC" in out
    assert "[1]" in out and "\x1b" not in out
    assert "the harbour master" in out and "killed: At least 12 people" in out


def test_read_json_gives_a_line_a_report_whatever_happened(tmp_path: Path, command: Command) -> None:
    """A broken line has its line too: what comes out pairs up with what went in."""
    lines = [json.dumps(FERRY[0]), "oops", "", json.dumps(FERRY[1] | {"published_at": "soon"})]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    status, out, errors = command("read", "wire.jsonl", "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [line["report"] and line["report"]["id"] for line in told] == ["coastwire-1", None, "post-1"]
    assert "line 2" in told[1]["problems"][0]["message"] and told[1]["claims"] == []
    assert told[2]["claims"] and "'soon' is no time" in told[2]["problems"][0]["message"]
    assert errors.count("\n") == 1 and "line 2" in errors


def test_read_keeps_nothing(tmp_path: Path, command: Command) -> None:
    """Reading makes no ledger."""
    (tmp_path / "wire.txt").write_text(FERRY[0]["text"], encoding="utf-8")
    assert command("read", "wire.txt")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["wire.txt"]


def test_add_tells_what_changed_and_adding_again_changes_nothing(ferry: Command) -> None:
    """The ledger holds a report once, however often it is given."""
    status, out, _ = ferry("add", "ferry", "ferry.jsonl")
    assert status == 0
    assert "0 new reports" in out and "2 reports already there" in out


def test_account_answers_as_of_a_moment(ferry: Command) -> None:
    """At seven only the first toll was known; at noon the second."""
    early = ferry("account", "ferry", "--as-of", "2021-03-04T07:00Z")[1]
    late = ferry("account", "ferry", "--as-of", "2021-03-04")[1]
    assert "at least 12" in early and "15" not in early
    assert "15" in late and "dozens" in late


def test_a_vague_count_is_shown_in_its_own_words(ferry: Command) -> None:
    """No report says 24: it says dozens, and no command shows another number for it."""
    for arguments in (["account", "ferry", "--as-of", "2021-03-05"], ["changes", "ferry"], ["claims", "ferry"]):
        status, out, _ = ferry(*arguments)
        assert status == 0 and "Dozens" in out and "24" not in out


def test_account_json_is_the_account(ferry: Command) -> None:
    """The machine's form holds what the table shows."""
    status, out, _ = ferry("account", "ferry", "--as-of", "2021-03-04T10:00Z", "--json")
    told = json.loads(out)
    assert (status, told["story"], told["as_of"], told["policy"]) == (0, "ferry", "2021-03-04T10:00:00Z", "latest")
    killed = next(line for line in told["lines"] if line["kind"] == "killed")
    assert killed["best"] == {"low": 15, "high": 15}


def test_changes_are_told_between_moments(ferry: Command) -> None:
    """A day alone counts whole, at both of its ends."""
    assert "15" in ferry("changes", "ferry", "--since", "2021-03-04", "--until", "2021-03-04")[1]
    assert ferry("changes", "ferry", "--since", "2021-03-05")[1] == ""
    before = ferry("changes", "ferry", "--until", "2021-03-04T08:00Z")[1]
    assert "at least 12" in before and "15" not in before


def test_claims_are_chosen_by_source_and_line(ferry: Command) -> None:
    """Of the whole ledger one can ask for a source's claims, or a line's."""
    by_source = ferry("claims", "ferry", "--source", "coast guard")[1]
    assert "Fifteen people" in by_source and "12 people" not in by_source
    told = [json.loads(line) for line in ferry("claims", "ferry", "--line", "killed", "--json")[1].splitlines()]
    assert [line["report"]["id"] for line in told] == ["coastwire-1", "post-1"]
    assert "text" not in told[0]["report"]


def test_sources_and_conflicts_are_told(ferry: Command) -> None:
    """Who speaks has a row; a story without conflicts has nothing to say of them."""
    status, out, _ = ferry("sources", "ferry")
    assert status == 0 and "harbour master" in out and "coast guard" in out
    assert ferry("conflicts", "ferry")[0] == 0
    assert all(json.loads(line)["name"] for line in ferry("sources", "ferry", "--json")[1].splitlines())


def test_settle_appends_what_it_came_to(ferry: Command) -> None:
    """In the end somebody says what a line came to, and why."""
    status, out, errors = ferry("settle", "ferry", "killed", "17", "--because", "the inquiry's report of June")
    assert (status, errors) == (0, "")
    assert out == "ferry: killed came to 17, because the inquiry's report of June\n"


def test_export_json_lines_pairs_with_read(ferry: Command) -> None:
    """Every report has its line, with its text and its claims."""
    told = [json.loads(line) for line in ferry("export", "ferry")[1].splitlines()]
    assert [line["report"]["text"] for line in told] == [report["text"] for report in FERRY]
    assert all(line["claims"] for line in told)


def test_export_csv_is_a_figure_a_row(ferry: Command) -> None:
    """Spreadsheets get one figure a row; an open bound is empty."""
    rows = list(csv.DictReader(io.StringIO(ferry("export", "ferry", "--format", "csv")[1])))
    killed = [(row["low"], row["high"], row["phrase"]) for row in rows if row["counted"] == "killed"]
    assert killed == [("12", "", "At least 12"), ("15", "15", "Fifteen")]


def test_a_cell_is_never_a_formula(tmp_path: Path, command: Command) -> None:
    """Report text is hostile: what a spreadsheet would run is held back by an apostrophe."""
    hostile = {"id": "=HYPERLINK(1)", "outlet": "@sum", "text": "Twelve people died, the governor said."}
    (tmp_path / "x.jsonl").write_text(json.dumps(hostile), encoding="utf-8")
    command("add", "ferry", "x.jsonl")
    (row, *_) = csv.DictReader(io.StringIO(command("export", "ferry", "--format", "csv")[1]))
    assert (row["report"], row["outlet"]) == ("'=HYPERLINK(1)", "'@sum")


def test_files_are_written_whole(ferry: Command, tmp_path: Path) -> None:
    """An export to a file says where it is, and leaves nothing else behind."""
    status, out, _ = ferry("export", "ferry", "-o", "ferry.csv", "--format", "csv")
    assert (status, out) == (0, "ferry: ferry.csv\n")
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".db") == ["ferry.csv", "ferry.jsonl"]


def test_what_a_terminal_would_obey_is_shown_not_sent(tmp_path: Path, command: Command) -> None:
    """Escape sequences, control characters and turned writing in a report reach no terminal."""
    text = "\x1b[2J\x1b]0;owned\x07Twelve \u202epeople\u202c died, the governor said. [bold]:fire:[/bold]\x9b31m"
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    (tmp_path / "x.jsonl").write_text(json.dumps({"text": text, "outlet": "\x1b[31mPost"}), encoding="utf-8")
    for line in ("read x.txt", "read x.jsonl", "add s x.jsonl", "claims s", "account s"):
        status, out, _ = command(*line.split())
        assert status == 0
        assert not set(out) & set("\x1b\x07\x9b\u202e\u202c")
    assert "[bold]:fire:[/bold]" in command("read", "x.txt")[1]
