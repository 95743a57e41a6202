"""The bundled story, end to end: what a newcomer sees first."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console
from rich.text import Text

from reportedly.desk import reports
from reportedly.errors import WrongUse
from reportedly.report import Problem, Report
from reportedly.show.page_of_story import story_page
from reportedly.show.terminal_evening import print_evening
from reportedly.show.writing import written
from reportedly.story import Story


def run_demo(folder: Path, out: Console) -> None:
    """Reads the story into demo.db in the folder, where it is not there yet, and writes demo's page beside it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failed:
        raise WrongUse(f"{folder} cannot be made ({failed.strerror}); name another folder") from None
    ledger = folder / "demo.db"
    for name, told in _bundled():
        with Story.open(name, ledger, create=True) as story:
            added = story.add(told)
            out.print(_welcome(name, added.reports, added.repeated, ledger), soft_wrap=True)
            evenings = _evenings(story.reports())
            for evening in evenings:
                out.print()
                print_evening(story.account(evening), story.changes(evening - timedelta(days=1), evening), out)
            page = written(folder / "page.html", [story_page(story, evenings[-1])])
        out.print()
        out.print(
            Text("The page:  ").append(str(page), style="bold").append("  (opens in any browser, needs no network)"),
            soft_wrap=True,
        )
        ask = f"Ask on:    reportedly account {name} --ledger {ledger} --as-of {evenings[-1]:%Y-%m-%d}T12:00Z"
        out.print(Text(ask), soft_wrap=True)


def _bundled() -> Iterator[tuple[str, Iterable[Report | Problem]]]:
    with ExitStack() as open_files:
        for entry in sorted(files("reportedly.demo").iterdir(), key=lambda one: one.name):
            if entry.name.endswith(".jsonl"):
                path = open_files.enter_context(as_file(entry))
                yield "demo", reports(str(path))


def _welcome(name: str, new: int, repeated: int, ledger: Path) -> Text:
    told = Text("A story that never was: ", style="dim")
    told.append(name, style="bold not dim")
    if new:
        return told.append(f", {new} reports read into {ledger}", style="not dim")
    return told.append(f", {repeated} reports already in {ledger}; delete that to read them anew", style="not dim")


def _evenings(reports: Iterable[Report]) -> list[datetime]:
    """The last moment of each day, UTC, on which something was published."""
    days = {at.astimezone(UTC).date() for at in (report.published_at for report in reports) if at is not None}
    return [
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1, microseconds=-1) for day in sorted(days)
    ]
