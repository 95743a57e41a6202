"""The command line: one command, one function, which calls a story or the reader and prints what it gives."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly import __version__
from reportedly.errors import NothingToRead, WrongUse
from reportedly.show.edge import status_of
from reportedly.show.following import commands as following
from reportedly.show.options import (
    About,
    AllowPrivate,
    AsJson,
    AsOf,
    LedgerPath,
    Outlet,
    PolicyName,
    Published,
    StoryName,
)

if TYPE_CHECKING:
    from reportedly.show.json_form import Form
    from reportedly.story import Story

# What a command does not need it does not import: a text is read in the time that it takes to load the reader.

app = typer.Typer(
    name="reportedly",
    help="Reads the reports of a breaking story, keeps who said what, and tells what one could honestly say.",
    epilog="A time is ISO 8601 or epoch seconds, UTC where it names no zone. Exit status: 0 done, 1 nothing could be "
    "read, 2 wrong use, 130 stopped by Ctrl-C.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ALL_TIME = datetime.max.replace(tzinfo=UTC)
"""An account as of then holds every claim, whatever its report is dated."""


def main() -> None:
    """The `reportedly` program. Ends with the exit status of what was asked, and never with a traceback."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """One command and its exit status."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return status_of(lambda: app(arguments or ["--help"], prog_name="reportedly", standalone_mode=False))


@app.callback(invoke_without_command=True)
def reportedly(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


@app.command()
def read(
    places: Annotated[
        list[str], typer.Argument(metavar="FILE|URL|-", help="Text, HTML or JSON Lines; - is standard input.")
    ],
    published: Published = None,
    outlet: Outlet = None,
    about: About = None,
    as_json: AsJson = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Read reports and keep nothing: prints each with its claims marked.

    With --json it prints one line a report, in order, whatever happened to it: a report that could not be read has
    its line too, with the problem in it.
    """
    from reportedly.show.reading_in import defaults_given, no_folder
    from reportedly.show.readings import print_json, print_marked

    given = defaults_given(published, outlet, about, allow_private)
    no_folder(places)
    if as_json:
        print_json(places, given)
    else:
        print_marked(places, given)


@app.command()
def add(
    story: StoryName,
    places: Annotated[
        list[str], typer.Argument(metavar="FILE|URL|FOLDER...", help="What to read; - is standard input.")
    ],
    about: About = None,
    published: Published = None,
    outlet: Outlet = None,
    ledger: LedgerPath = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Read reports into the story's ledger; prints what changed.

    A report that the ledger holds already adds nothing. A page whose words changed is a new report that revises the
    old one. Stopped at any point, what was acknowledged is kept, and adding again takes up the rest.
    """
    from reportedly.show.following import dated_as_seen, kept_as_it_came
    from reportedly.show.progress import bar
    from reportedly.show.reading_in import Incoming, defaults_given, tell
    from reportedly.show.terminal import console
    from reportedly.show.terminal_ledger import print_added
    from reportedly.story import Story, stories

    given, captures = kept_as_it_came(defaults_given(published, outlet, None, allow_private))
    incoming = Incoming(places, given)
    if not incoming.holds_a_report() and story not in stories(ledger):
        raise NothingToRead(incoming.why_nothing())
    with Story.open(story, ledger, create=True) as opened:
        with bar("reading", incoming.total()) as advance:
            added = opened.add(dated_as_seen(opened, incoming), about, advance)
        for capture, ids in captures:
            opened.keep(capture, ids)
        tell(added.problems)
        print_added(added, opened.account(ALL_TIME), console())


app.registered_commands += following.registered_commands


@app.command()
def account(
    story: StoryName,
    as_of: AsOf = None,
    policy: PolicyName = "latest",
    recorded: Annotated[
        str | None, typer.Option("--recorded", metavar="T", help="From what the ledger had recorded by then.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every line of a long account.")] = False,
    as_json: AsJson = False,
    ledger: LedgerPath = None,
) -> None:
    """The best version of events as of a moment: every figure with its range, its standing and who says so."""
    from reportedly.show.json_form import account_form
    from reportedly.show.reading_in import until_given
    from reportedly.show.terminal import console
    from reportedly.show.terminal_account import MOST_LINES, print_account

    moment = until_given(as_of, "--as-of")
    recorded_by = until_given(recorded, "--recorded")
    with _story(story, ledger) as opened:
        found = opened.account(moment, policy, recorded_by)
        settled = opened.settlements(found.as_of)
    if as_json:
        _print_form(account_form(found))
    else:
        print_account(found, console(), None if everything else MOST_LINES, settled)


@app.command()
def changes(
    story: StoryName,
    since: Annotated[
        str | None, typer.Option("--since", metavar="T", help="After this moment; a day alone counts whole.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="T", help="Up to this moment; a day alone counts whole.")
    ] = None,
    as_json: AsJson = False,
    ledger: LedgerPath = None,
) -> None:
    """What changed, and who said so, oldest first."""
    from reportedly.show.json_form import change_form
    from reportedly.show.reading_in import since_given, until_given
    from reportedly.show.terminal import console
    from reportedly.show.terminal_ledger import print_changes

    start, end = since_given(since, "--since"), until_given(until, "--until")
    with _story(story, ledger) as opened:
        found = opened.changes(start, end)
        if not as_json:
            print_changes(found, opened.account(end if end is not None else ALL_TIME), console())
    if as_json:
        for change in found:
            _print_form(change_form(change))


@app.command()
def conflicts(story: StoryName, as_of: AsOf = None, as_json: AsJson = False, ledger: LedgerPath = None) -> None:
    """What cannot all be true, and by which rule."""
    from reportedly.show.json_form import conflict_form
    from reportedly.show.reading_in import until_given
    from reportedly.show.terminal import console
    from reportedly.show.terminal_account import print_conflicts

    moment = until_given(as_of, "--as-of")
    with _story(story, ledger) as opened:
        found = opened.account(moment)
    if not as_json:
        print_conflicts(found, console())
        return
    for conflict in found.conflicts:
        _print_form(conflict_form(conflict))


@app.command()
def claims(
    story: StoryName,
    source: Annotated[
        str | None, typer.Option("--source", metavar="S", help="Only what this source is in the chain of.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="K", help="Only statements, demands or responsibility.")
    ] = None,
    line: Annotated[
        str | None, typer.Option("--line", metavar="L", help="Only figures of this line, such as killed/hostages.")
    ] = None,
    as_json: AsJson = False,
    ledger: LedgerPath = None,
) -> None:
    """The ledger itself: every claim with its source, in the order in which they were recorded."""
    from reportedly.show.json_form import ledger_claim_form
    from reportedly.show.terminal import console
    from reportedly.show.terminal_ledger import print_claim

    out = console()
    with _story(story, ledger) as opened:
        for report, claim in opened.claims(source, kind, line):
            if as_json:
                _print_form(ledger_claim_form(report, claim))
            else:
                print_claim(report, claim, out)


@app.command()
def sources(story: StoryName, as_of: AsOf = None, as_json: AsJson = False, ledger: LedgerPath = None) -> None:
    """Who speaks, how often, and how well it held."""
    from reportedly.show.json_form import source_form
    from reportedly.show.reading_in import until_given
    from reportedly.show.terminal import console
    from reportedly.show.terminal_ledger import print_sources

    moment = until_given(as_of, "--as-of")
    with _story(story, ledger) as opened:
        found = opened.sources(moment)
    if not as_json:
        print_sources(found, console())
        return
    for one in found:
        _print_form(source_form(one))


@app.command()
def replay(
    story: StoryName,
    every: Annotated[str, typer.Option("--every", metavar="SPAN", help="Between two checkpoints: 6h, 30m, 1d.")] = "6h",
    as_json: AsJson = False,
    ledger: LedgerPath = None,
) -> None:
    """The main lines as they stood at one checkpoint after another, from the first report to the last.

    The dead and the wounded, and what else three claims tell of. A checkpoint at which nothing moved is left out; with
    --json each is a line, whether or not anything moved.
    """
    from reportedly.show.replay import replayed

    with _story(story, ledger) as opened:
        replayed(opened.snapshot(), every, as_json)


@app.command()
def settle(
    story: StoryName,
    line: Annotated[str, typer.Argument(metavar="LINE", help="Such as killed, killed/hostages or killed/hostages/GB.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it came to.")],
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="Who found so, and where it stands.")],
    ledger: LedgerPath = None,
) -> None:
    """Say what a line came to in the end; appended to the ledger, like everything."""
    from reportedly.show.reading_in import whole_number
    from reportedly.show.terminal import one_line

    whole = whole_number(value, "VALUE")
    with _story(story, ledger) as opened:
        opened.settle(line, whole, because)
    typer.echo(f"{story}: {line} came to {whole}, because {one_line(because)}")


@app.command()
def page(
    story: StoryName,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE.html", help="Where to write it; STORY.html where not said."),
    ] = None,
    as_of: AsOf = None,
    policy: PolicyName = "latest",
    ledger: LedgerPath = None,
) -> None:
    """Write the story as one page that opens in any browser, without a network."""
    from reportedly.show.page_of_story import story_page
    from reportedly.show.reading_in import until_given
    from reportedly.show.writing import written

    moment = until_given(as_of, "--as-of")
    with _story(story, ledger) as opened:
        told = story_page(opened, moment, policy)
        path = written(output if output is not None else Path(f"{story}.html"), [told])
    typer.echo(f"{story}: {path}")


@app.command()
def export(
    story: StoryName,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT", help="jsonl: a report a line; csv: a figure a row; warc: what was fetched."
        ),
    ] = "jsonl",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write it; standard output where not said."),
    ] = None,
    ledger: LedgerPath = None,
) -> None:
    """The whole story for other tools."""
    from reportedly.show.export import FORMATS
    from reportedly.show.writing import written

    if form not in FORMATS:
        raise WrongUse(f"no export format {form!r}: one of {', '.join(FORMATS)}")
    with _story(story, ledger) as opened:
        pieces = FORMATS[form](opened)
        if output is not None:
            typer.echo(f"{story}: {written(output, pieces)}")
            return
        for piece in pieces:
            if isinstance(piece, str):
                sys.stdout.write(piece)
            elif sys.stdout.isatty():
                raise WrongUse(f"--format {form} is no text: name a file with -o, such as -o {story}.warc.gz")
            else:
                sys.stdout.buffer.write(piece)


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host", metavar="H", help="Where to listen; only this machine at first.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", metavar="N", help="0: any that is free.")] = 8000,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="NAME", help="A host name to answer to; may be repeated.")
    ] = None,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option("--allow-origin", metavar="ORIGIN", help="Whose pages may read it (CORS); may be repeated."),
    ] = None,
    streams: Annotated[int, typer.Option("--streams", metavar="N", help="The most event streams at once.")] = 1000,
    ledger: LedgerPath = None,
) -> None:
    """The API and the live pages, until stopped: /stories/STORY is a page that follows the story.

    Reading is open to whoever can reach it, unless $REPORTEDLY_READ_TOKEN is set where the server starts: a program
    sends that as a Bearer token, a browser asks for it as the password. Writing needs $REPORTEDLY_TOKEN set there.
    """
    from reportedly.show.serve_app import House
    from reportedly.show.serving import serve as run_server

    run_server(host, port, ledger, House(names=tuple(name or ()), origins=tuple(allow_origin or ()), streams=streams))


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where its ledger and its page go.")] = Path("demo"),
) -> None:
    """Run the bundled story, a fiction, through the whole job: its account each evening, what changed, its page."""
    from reportedly.show.demo_run import run_demo
    from reportedly.show.terminal import console

    run_demo(folder, console())


def _story(name: str, ledger: str | None) -> "Story":
    from reportedly.story import Story

    return Story.open(name, ledger)


def _print_form(form: "Form") -> None:
    from reportedly.show.json_form import json_line

    sys.stdout.write(json_line(form) + "\n")
