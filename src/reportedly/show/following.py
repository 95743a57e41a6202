"""`follow`: what comes in is told as it comes, until somebody stops it."""

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.errors import NothingToRead, WrongUse
from reportedly.show.options import About, AllowPrivate, LedgerPath, Outlet, StoryName

if TYPE_CHECKING:
    from reportedly.capture import Capture
    from reportedly.desk import Defaults
    from reportedly.follow import Round
    from reportedly.report import Problem, Report
    from reportedly.show.reading_in import Incoming
    from reportedly.story import Story

LEAST_EVERY = 10.0
"""Seconds: nobody's server is asked more often."""


commands = typer.Typer()


@commands.command()
def follow(
    story: StoryName,
    places: Annotated[
        list[str], typer.Argument(metavar="FEED|URL...", help="RSS or Atom feeds, pages, live blogs: http or https.")
    ],
    every: Annotated[
        float, typer.Option("--every", metavar="SECONDS", help="Between two looks at one place; at least 10.")
    ] = 60.0,
    once: Annotated[bool, typer.Option("--once", help="Look once at everything, and end.")] = False,
    about: About = None,
    outlet: Outlet = None,
    ledger: LedgerPath = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Look at feeds, pages and live blogs again and again, until stopped; prints what changed as it changes.

    A feed's articles are fetched and looked at again, ever less often while they stay as they are. A post or page that
    was edited is a new report that revises the old; a live blog's post that vanished is withdrawn. robots.txt is
    respected, no host is asked twice within two seconds, and one that asks to be left alone is. Everything fetched is
    kept as it came. Ctrl-C stops: what was acknowledged is kept.
    """
    from reportedly.desk import Defaults
    from reportedly.follow import Following, Visitor, until_stopped
    from reportedly.follow import once as look_once
    from reportedly.story import Story

    if not every >= LEAST_EVERY:
        raise WrongUse(f"--every {every:g} is too often: at least {LEAST_EVERY:g} seconds")
    for place in places:
        if not place.lower().startswith(("http://", "https://")):
            raise WrongUse(f"{place!r} is no address to follow: name it by http:// or https://, or `add` the file")
    given = Defaults(None, outlet or None, about or None, allow_private)
    with Story.open(story, ledger, create=True) as opened:
        following = Following(opened, places, given, every, Visitor(private_addresses=allow_private))
        if not once:
            try:
                for done in until_stopped(following, time.sleep):
                    _tell(done, opened)
            except KeyboardInterrupt:
                raise typer.Abort from None  # left to Typer, it would end as if all were done
        rounds = list(look_once(following))
        for done in rounds:
            _tell(done, opened)
        if rounds and all(len(done.problems) >= done.looked for done in rounds) and not any(d.reports for d in rounds):
            raise NothingToRead("nothing could be fetched; the lines above say why")
        new = sum(done.reports for done in rounds)
        typer.echo(f"{story}: {new} new, {sum(done.unchanged for done in rounds)} unchanged")


def _tell(done: "Round", opened: "Story") -> None:
    from reportedly.show.reading_in import tell
    from reportedly.show.terminal import console
    from reportedly.show.terminal_ledger import print_changes

    tell(done.problems)
    if done.reports:
        now = datetime.now(UTC)
        typer.echo(f"{now:%H:%M} UTC: {done.reports} new, {done.claims} claims")
    if done.changes:
        print_changes(done.changes, opened.account(datetime.max.replace(tzinfo=UTC)), console())


def kept_as_it_came(given: "Defaults") -> "tuple[Defaults, list[tuple[Capture, tuple[str, ...]]]]":
    """The same defaults, and a list that fills with what is fetched under them."""
    captures: list[tuple[Capture, tuple[str, ...]]] = []
    return replace(given, captured=lambda capture, ids: captures.append((capture, ids))), captures


def dated_as_seen(opened: "Story", incoming: "Incoming") -> "Iterable[Report | Problem]":
    """What is fetched is dated by when it was seen where it was edited; files stay as they are."""
    if not any("://" in place for place in incoming.places):
        return incoming
    from reportedly.follow import as_seen

    return as_seen(opened, incoming, incoming.is_fetched)
