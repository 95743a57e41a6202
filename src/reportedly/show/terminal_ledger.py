"""Changes, claims and sources on the terminal."""

from collections.abc import Iterable
from datetime import UTC

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.account import Account, Change, SourceRecord
from reportedly.claim import Claim, ClaimKind, Polarity
from reportedly.report import Report
from reportedly.show.figure_words import FigureWords, chain_words, figure_words, line_words
from reportedly.show.terminal import hung, minute, one_line, quoted
from reportedly.story import Added

MOST_CHANGES = 30
_WIDE = 100

CHANGED = {
    "rose": "yellow",
    "fell": "magenta",
    "corrected": "magenta",
    "withdrawn": "red",
    "denied": "red",
    "disputed": "bold red",
    "confirmed": "green",
}


def print_changes(changes: Iterable[Change], account: Account, out: Console, *, quote: bool = True) -> None:
    """A change a line, and its words under it. `account` is one that holds the claims that they come from."""
    words = FigureWords.of(account)
    day = None
    for change in changes:
        at = change.at.astimezone(UTC)
        if (here := f"{at.day} {at:%B %Y}") != day:
            day = here
            out.print(Text(f"{here} (UTC)", style="bold"))
        line = _change(change, words)
        if not quote:
            line.append(f"  {one_line(change.origin, 40)}", style="cyan not dim")
            out.print(line, no_wrap=True, overflow="ellipsis")
            continue
        out.print(line)
        told = Text(one_line(change.origin, 40), style="cyan")
        if change.outlet is not None and change.outlet != change.origin:
            told.append(f" in {one_line(change.outlet, 40)}", style="dim")
        out.print(hung(told.append(f"  {quoted(change.text, 150)}", style="default"), 9))


def _change(change: Change, words: FigureWords) -> Text:
    line = Text(f"  {change.at.astimezone(UTC):%H:%M}  ", style="dim")
    if change.line is None:
        return line.append(change.what, style="bold not dim")
    line.append(line_words(change.line), style="bold not dim")
    line.append(f"  {change.what} ", style=f"not dim {CHANGED.get(change.what, 'none')}")
    after = words.best(change.line, change.after)
    if change.before is None or change.before == change.after:
        return line.append(after, style="bold not dim")
    before = words.best(change.line, change.before)
    return line.append(f"{before} → ", style="not dim").append(after, style="bold not dim")


def print_added(added: Added, account: Account, out: Console) -> None:
    """What adding came to: how much was read, and what it changed."""
    told = Text(_counted(added.reports, "new report"), style="bold")
    told.append(f" with {_counted(added.claims, 'claim')}", style="not bold")
    if added.repeated:
        told.append(f"; {_counted(added.repeated, 'report')} already there", style="not bold")
    out.print(told)
    if added.changes:
        out.print()
        earlier = len(added.changes) - MOST_CHANGES
        if earlier > 0:
            where = f"{_counted(earlier, 'earlier change')}: reportedly changes {account.story}"
            out.print(Text(where, style="dim"))
        print_changes(added.changes[-MOST_CHANGES:], account, out)
    elif added.reports:
        out.print(Text("Nothing changed in the account.", style="dim"))


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def print_claim(report: Report, claim: Claim, out: Console) -> None:
    """One claim: where it stands, who says it, in which words, with which figures."""
    head = Text(f"{minute(report.published_at, year=True):>17}  ", style="dim")
    head.append(one_line(report.outlet or report.id, 24), style="bold not dim")
    who = chain_words(claim)
    if who:
        head.append(f"  {who}", style="cyan not dim")
    out.print(head)
    what = Text()
    for word, plain in ((claim.kind.value, ClaimKind.STATEMENT.value), (claim.polarity.value, Polarity.ASSERTED.value)):
        if word != plain:
            what.append(f"{word} ", style="bold red")
    what.append(quoted(claim.text))
    for hedge in claim.hedges:
        what.append(f" ({one_line(hedge.text, 30)})", style="italic magenta")
    out.print(hung(what, 4))
    if claim.figures:
        out.print(hung(Text(" · ".join(figure_words(figure) for figure in claim.figures), style="yellow"), 4))


def print_sources(sources: Iterable[SourceRecord], out: Console) -> None:
    """A source a row: how much it said, how much of it stands, what it had to take back."""
    wide = out.width >= _WIDE
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("source", style="cyan", max_width=60)
    for title in ("claims", "figures", "stand", "corrected", "fell"):
        table.add_column(title, justify="right", no_wrap=True)
    if wide:
        table.add_column("role", no_wrap=True)
        table.add_column("first", no_wrap=True, style="dim")
    table.add_column("last (UTC)", no_wrap=True, style="dim")
    for source in sources:
        counts = (source.claims, source.figures, source.current + source.repeated, source.corrected, source.fallen)
        name = Text(one_line(source.name, 100 if wide else 50))
        row = [name, *(Text(str(count) if count else "·") for count in counts)]
        if wide:
            row += [Text(source.role or ""), Text(minute(source.first))]
        table.add_row(*row, Text(minute(source.last)))
    out.print(table)
