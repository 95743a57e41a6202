"""The demo: the bundled story through the whole job, and a story's page as a file."""

from pathlib import Path

import pytest

from reportedly.show import demo_run, page_of_story
from reportedly.show.cli import run


@pytest.fixture(autouse=True)
def quick_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the page looks like is told elsewhere; here it only has to arrive."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("REPORTEDLY_LEDGER", raising=False)
    monkeypatch.setattr(page_of_story, "story_page", lambda story, *_: f"<title>{story.name}</title>")
    monkeypatch.setattr(demo_run, "story_page", lambda story, *_: f"<title>{story.name}</title>")


def test_the_demo_tells_each_evening_and_says_where_its_page_is(capsys: pytest.CaptureFixture[str]) -> None:
    """An account and its changes for every day of the story, then the page, in a folder of its own."""
    assert run(["demo"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.count("The evening of") >= 4 and told.out.count("What changed that day") >= 4
    assert "demo/page.html" in told.out
    assert Path("demo/page.html").read_text(encoding="utf-8") == "<title>demo</title>"


def test_an_evening_fits_a_screen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The smallest screen there is has 24 rows of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["demo"]) == 0
    _, *evenings = capsys.readouterr().out.split("The evening of")
    for evening in evenings[:-1]:
        rows = evening.rstrip().splitlines()
        assert len(rows) <= 24 and max(map(len, rows)) <= 80


def test_the_demo_run_again_tells_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """Its ledger is kept: a second run reads nothing twice and shows the same accounts."""
    assert run(["demo"]) == 0
    first = capsys.readouterr().out.splitlines()
    assert run(["demo"]) == 0
    second = capsys.readouterr().out.splitlines()
    assert "already in" in second[0]
    assert first[1:] == second[1:]


def test_a_demo_that_cannot_be_kept_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A file in the place of its folder is told, and left alone."""
    Path("demo").write_text("mine")
    assert run(["demo"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert Path("demo").read_text() == "mine"


def test_a_page_goes_where_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Named or not, the command says where the page is."""
    Path("x.txt").write_text("Twelve people died, the governor said.")
    assert run(["add", "ferry", "x.txt"]) == 0
    assert run(["page", "ferry"]) == 0
    assert run(["page", "ferry", "-o", "other.html"]) == 0
    assert capsys.readouterr().out.endswith("ferry: ferry.html\nferry: other.html\n")
    assert Path("other.html").read_text(encoding="utf-8") == "<title>ferry</title>"
