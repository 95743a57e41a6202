"""On the terminal: how sources did, beside what lines were settled to; and what is implied."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.account import Account, SourceRecord, TrackRecord
from reportedly.show.figure_words import line_words, number
from reportedly.show.quoting import one_line
from reportedly.show.terminal import heading, hung
from reportedly.show.time_words import minute


def print_tracks(sources: Iterable[SourceRecord], out: Console) -> None:
    """A settled line a table: each source's first figure, how far it was off then and at last, and its revisions."""
    by_line: dict[str, list[tuple[SourceRecord, TrackRecord]]] = {}
    for source in sources:
        for one in source.track:
            by_line.setdefault(f"{line_words((one.kind, one.group))} came to {number(one.settled)}", []).append(
                (source, one)
            )
    for title, rows in by_line.items():
        out.print()
        out.print(heading(title))
        table = Table(box=None, padding=(0, 2, 0, 2), show_edge=False, header_style="dim")
        table.add_column("source", style="cyan", max_width=40)
        for column in ("first said", "off by", "at last", "raised", "lowered"):
            table.add_column(column, justify="right", no_wrap=True)
        table.add_column("since (UTC)", no_wrap=True, style="dim")
        for source, one in sorted(rows, key=lambda row: (row[1].first_at, row[0].name)):
            table.add_row(
                Text(one_line(source.name, 50)),
                Text(one_line(one.first_words, 24)),
                Text(_off(one.errors[0][1])),
                Text(_off(one.errors[-1][1])),
                *(Text(str(times) if times else "·") for times in (one.raised, one.lowered)),
                Text(minute(one.first_at)),
            )
        out.print(table)


def _off(error: int) -> str:
    """Too many above zero, too few below."""
    return "right" if error == 0 else f"{error:+,}".replace("-", "−")


def print_implied(account: Account, out: Console) -> None:
    """What nobody said and follows if what it rests on is right: never to be taken for a report."""
    if not account.implied:
        return
    out.print()
    out.print(heading("Implied (nobody said so)"))
    for one in account.implied:
        out.print(hung(Text("∴ ", style="bold").append(one_line(one.why, 300), style="not bold"), 2))
