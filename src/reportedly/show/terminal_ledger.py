"""Changes, claims and sources on the terminal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.account import Account, Bounds, Change, SourceRecord
from reportedly.claim import Claim, ClaimKind, Polarity
from reportedly.report import Report
from reportedly.show.figure_words import LineKey, Phrasing, chain_words, figure_words, line_words, phrasings
from reportedly.show.quoting import one_line, quoted, quoted_around
from reportedly.show.terminal import hung
from reportedly.show.terminal_track import print_tracks
from reportedly.show.time_words import minute
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


def print_changes(changes: Iterable[Change], account: Account, out: Console) -> None:
    """A change a line, and its words under it. `account` is one that holds the claims that they come from."""
    said = phrasings(account)
    phrases = {(claim.report_id, claim.claim_id): claim.phrase for line in account.lines for claim in line.claims}
    day = None
    for change in changes:
        at = change.at.astimezone(UTC)
        if (here := f"{at.day} {at:%B %Y}") != day:
            day = here
            out.print(Text(f"{here} (UTC)", style="bold"))
        out.print(told_change(change, said))
        told = Text(one_line(change.origin, 40), style="cyan")
        if change.outlet is not None and change.outlet != change.origin:
            told.append(f" in {one_line(change.outlet, 40)}", style="dim")
        words = quoted_around(change.text, phrases.get((change.report_id, change.claim_id), ""), 150)
        out.print(hung(told.append(f"  {words}", style="default"), 9))


def told_change(change: Change, said: Mapping[LineKey, Phrasing]) -> Text:
    """When, which line, what became of it: on one line."""
    told = Text(f"  {change.at.astimezone(UTC):%H:%M}  ", style="dim")
    if change.line is None:
        return told.append(change.what, style="bold not dim")
    told.append(line_words(change.line), style="bold not dim")
    told.append(f"  {change.what} ", style=f"not dim {CHANGED.get(change.what, 'none')}")
    phrasing = said.get(change.line)
    if change.before is not None and change.before != change.after:
        told.append(f"{_bounds(change.before, phrasing)} → ", style="not dim")
    return told.append(_bounds(change.after, phrasing), style="bold not dim")


def _bounds(bounds: Bounds | None, phrasing: Phrasing | None) -> str:
    """A dash where no figure stands: never a word that could be read as zero."""
    return "—" if bounds is None or phrasing is None else str(phrasing.words(bounds))


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


def print_sources(sources: Sequence[SourceRecord], out: Console) -> None:
    """A source a row: how much it said, how much of it stands, what it had to take back; then, of each line that was
    settled, how far off it was."""
    wide = out.width >= _WIDE
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("source", style="cyan", max_width=60)
    for title in ("claims", "figures", "stand", "updated", "corrected", "fell"):
        table.add_column(title, justify="right", no_wrap=True)
    if wide:
        table.add_column("role", no_wrap=True)
        table.add_column("first", no_wrap=True, style="dim")
        table.add_column("last (UTC)", no_wrap=True, style="dim")
    for source in sources:
        stand = source.current + source.repeated
        counts = (source.claims, source.figures, stand, source.updated, source.corrected, source.fallen)
        name = Text(one_line(source.name, 100 if wide else 50))
        row = [name, *(Text(str(count) if count else "·") for count in counts)]
        if wide:
            row += [Text(source.role or ""), Text(minute(source.first)), Text(minute(source.last))]
        table.add_row(*row)
    out.print(table)
    print_tracks(sources, out)
