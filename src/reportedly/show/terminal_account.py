"""The account on the terminal: a table for an editor who has ten seconds, then what is demanded and what cannot be."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.account import Account, Is, Line, LineClaim, Standing, Stated
from reportedly.show.figure_words import FigureWords, group_words, latest_saying, those_who_say
from reportedly.show.terminal import heading, minute, one_line, quoted

STANDING = {
    Standing.CORROBORATED: "green",
    Standing.ONE_SOURCE: "yellow",
    Standing.DISPUTED: "bold red",
    Standing.NONE: "dim",
}
_WIDE = 105


def print_account(account: Account, out: Console) -> None:
    out.print(_title(account))
    out.print()
    if account.lines:
        out.print(_lines_table(account, out.width))
    else:
        out.print(Text("No figure is known for the event as of then.", style="dim"))
    _print_stated("Demands", account.demands, out)
    _print_stated("Responsibility", account.responsibility, out)
    print_conflicts(account, out)


def _title(account: Account) -> Text:
    told = Text(account.story, style="bold")
    return told.append(f" as of {minute(account.as_of, year=True)} UTC · {account.policy}", style="dim not bold")


def _lines_table(account: Account, width: int) -> Table:
    wide = width >= _WIDE
    words = FigureWords.of(account)
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("", no_wrap=True, style="bold")
    table.add_column("group", min_width=10)
    table.add_column("best", justify="right", style="bold", max_width=14)
    table.add_column("range", justify="right", max_width=13)
    table.add_column("standing", no_wrap=True)
    if wide:
        table.add_column("since (UTC)", no_wrap=True)
        table.add_column("who, in which words", ratio=1)
    else:
        table.add_column("since, who", ratio=1)
    previous = None
    for line in account.lines:
        kind = "" if line.kind is previous else line.kind.value
        previous = line.kind
        key = (line.kind, line.group)
        best, reach = words.best(key, line.best), words.range(key, line.range)
        row = [
            Text(kind),
            Text(group_words(line.group)),
            Text(best),
            Text("" if reach == best else reach),
            _standing(line),
        ]
        since = "" if line.since is None else minute(line.since)
        row += (
            [Text(since, style="dim"), _who(line)]
            if wide
            else [Text(f"{since}\n", style="dim").append_text(_who(line, 1))]
        )
        table.add_row(*row)
    return table


def _standing(line: Line) -> Text:
    told = Text(line.standing.value, style=STANDING[line.standing])
    return told.append(f" ({line.origins})", style="not bold dim") if line.origins > 1 else told


def _who(line: Line, most: int = 2) -> Text:
    names = those_who_say(line)
    told = Text(", ".join(names[:most]), style="cyan")
    if len(names) > most:
        told.append(f" +{len(names) - most}", style="dim")
    latest = latest_saying(line)
    return told if latest is None or most == 1 else told.append(f" {quoted(latest.text, 90)}", style="none")


def _print_stated(title: str, stated: tuple[Stated, ...], out: Console) -> None:
    if not stated:
        return
    out.print()
    out.print(heading(title))
    for one in stated:
        stands = one.is_ in (Is.CURRENT, Is.REPEATED)
        line = Text("  " + ("" if one.is_ is Is.CURRENT else f"{one.is_.value}: "), style="none" if stands else "dim")
        line.append(quoted(one.text))
        line.append(f"  {one_line(one.origin, 40)}", style="cyan")
        line.append(f", {minute(one.published_at)}", style="dim")
        out.print(line)


def print_conflicts(account: Account, out: Console) -> None:
    """The account's conflicts, each with the claims that cannot all be true."""
    if not account.conflicts:
        return
    said: dict[str, LineClaim | Stated] = {one.claim_id: one for one in (*account.demands, *account.responsibility)}
    for line in account.lines:
        said.update((claim.claim_id, claim) for claim in line.claims)
    out.print()
    out.print(heading("Cannot all be true"))
    for conflict in account.conflicts:
        out.print(Text("  ≠ ", style="bold red").append(one_line(conflict.why, 300), style="not bold default"))
        for claim_id in conflict.claims:
            claim = said.get(claim_id)
            if claim is not None:
                told = Text(f"      {minute(claim.published_at):>12}  ", style="dim")
                told.append(one_line(claim.origin, 40), style="cyan not dim")
                out.print(told.append(f"  {quoted(claim.text, 120)}", style="none"))
