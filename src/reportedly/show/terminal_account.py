"""The account on the terminal: a table for an editor who has ten seconds, then what is demanded and what cannot be."""

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from reportedly.account import Account, Is, Line, LineClaim, LineGroup, Standing, Stated
from reportedly.figure import Group, Kind
from reportedly.show.figure_words import FigureWords, group_words, latest_saying, those_who_say
from reportedly.show.terminal import heading, hung, minute, one_line, quoted, quoted_around

STANDING = {
    Standing.CORROBORATED: "green",
    Standing.ONE_SOURCE: "yellow",
    Standing.DISPUTED: "bold red",
    Standing.NONE: "dim",
}
MOST_CONFLICTS = 4
MOST_LINES = 24
"""What an editor takes in at a glance; an account of more lines shows first what more than one origin tells of."""


def print_account(account: Account, out: Console, most: int | None = None) -> None:
    """All of it; where `most` is given, of an account of more lines than that only the foremost, and the first few
    conflicts, with how many more there are."""
    out.print(_title(account))
    if account.lines:
        _print_lines(account, out, most)
    else:
        out.print()
        out.print(Text("No figure is known for the event as of then.", style="dim"))
    _print_stated("Demands", account.demands, out)
    _print_stated("Responsibility", account.responsibility, out)
    print_conflicts(account, out, None if most is None else MOST_CONFLICTS)


def _title(account: Account) -> Text:
    told = Text(account.story, style="bold")
    return told.append(f" as of {minute(account.as_of, year=True)} UTC · {account.policy}", style="dim not bold")


def _print_lines(account: Account, out: Console, most: int | None) -> None:
    lines = account.lines if most is None or len(account.lines) <= most else _foremost(account.lines)
    words = FigureWords.of(account)
    rows = [_row(line, words) for line in lines]
    widths = [max(cell_len(row[column]) for row in (*rows, _HEAD)) for column in range(len(_HEAD))]
    over = sum(widths) + 2 * (len(widths) - 1) - out.width
    widths[_GROUP] = max(10, widths[_GROUP] - max(0, over))  # the one column whose words can be cut without harm
    out.print()
    out.print(_columns(_HEAD, widths, ["dim"] * len(_HEAD)), no_wrap=True, overflow="ellipsis")
    previous = None
    for line, row in zip(lines, rows, strict=True):
        kind = row[0] if line.kind is not previous else ""
        previous = line.kind
        styles = ["bold", "none", "bold", "none", STANDING[line.standing], "dim"]
        out.print(_columns((kind, *row[1:]), widths, styles), no_wrap=True, overflow="ellipsis")
        if line.best is not None:
            indent = widths[0] + 2
            who = Text(" " * indent).append_text(_who(line, out.width - indent))
            out.print(who, no_wrap=True, overflow="ellipsis")
    if len(lines) < len(account.lines):
        more = len(account.lines) - len(lines)
        out.print(
            Text(
                f"and {more} more lines: reportedly account {account.story} --all",
                style="dim",
            )
        )


_HEAD = ("", "", "best", "range", "standing", "since")
_GROUP, _RIGHT = 1, (2, 3)


def _row(line: Line, words: FigureWords) -> tuple[str, ...]:
    key = (line.kind, line.group)
    best, reach = words.best(key, line.best), words.range(key, line.range)
    standing = line.standing.value if line.origins < 2 else f"{line.standing.value} ({line.origins})"
    since = "" if line.since is None else minute(line.since)
    group = one_line(group_words(line.group), 24)
    return line.kind.value, group, best, "" if line.range == line.best else one_line(reach, 18), standing, since


def _columns(cells: Sequence[str], widths: Sequence[int], styles: Sequence[str]) -> Text:
    told = Text()
    for number, (cell, width, style) in enumerate(zip(cells, widths, styles, strict=True)):
        fitted = cell if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…"
        gap = " " * (width - cell_len(fitted))
        told.append("  " if number else "").append(gap + fitted if number in _RIGHT else fitted + gap, style=style)
    return told


def _foremost(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Of each kind of figure those on people at large and those that several origins tell of, or else its first;
    of counts of no kind of their own none."""
    people = LineGroup(Group().role)
    chosen: list[Line] = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        each = [line for line in group if line.best is not None and kind is not Kind.OTHER]
        chosen += [line for line in each if line.group == people or line.origins > 1] or each[:1]
    return tuple(chosen)


def _who(line: Line, room: int) -> Text:
    """Who gives the line's best figure, and the last words that gave it, in so many columns."""
    names = those_who_say(line)
    told = Text().append(", ".join(one_line(name, 30) for name in names[:2]), style="cyan")
    if len(names) > 2:
        told.append(f" +{len(names) - 2}", style="dim")
    latest = latest_saying(line)
    if latest is not None:
        left = max(20, room - told.cell_len - 5)
        told.append(f"  {quoted_around(latest.text, latest.phrase, left)}", style="dim")
    return told


def _print_stated(title: str, stated: tuple[Stated, ...], out: Console) -> None:
    if not stated:
        return
    out.print()
    out.print(heading(title))
    for one in stated:
        stands = one.is_ in (Is.CURRENT, Is.REPEATED)
        line = Text(("" if one.is_ is Is.CURRENT else f"{one.is_.value}: "), style="none" if stands else "dim")
        line.append(quoted(one.text))
        line.append(f"  {one_line(one.origin, 40)}", style="cyan")
        line.append(f", {minute(one.published_at)}", style="dim")
        out.print(hung(line, 2))


def print_conflicts(account: Account, out: Console, most: int | None = None) -> None:
    """The account's conflicts, each with the claims that cannot all be true; no more than `most`."""
    if not account.conflicts:
        return
    said: dict[str, LineClaim | Stated] = {one.claim_id: one for one in (*account.demands, *account.responsibility)}
    for line in account.lines:
        said.update((claim.claim_id, claim) for claim in line.claims)
    out.print()
    out.print(heading("Cannot all be true"))
    for conflict in account.conflicts[:most]:
        out.print(hung(Text("≠ ", style="bold red").append(one_line(conflict.why, 300), style="not bold default"), 2))
        for claim_id in conflict.claims:
            claim = said.get(claim_id)
            if claim is not None:
                told = Text(f"{minute(claim.published_at):>12}  ", style="dim")
                told.append(one_line(claim.origin, 40), style="cyan not dim")
                out.print(hung(told.append(f"  {quoted(claim.text, 120)}", style="not dim"), 6))
    if most is not None and len(account.conflicts) > most:
        more = len(account.conflicts) - most
        out.print(Text(f"  and {more} more: reportedly conflicts {account.story}", style="dim"))
