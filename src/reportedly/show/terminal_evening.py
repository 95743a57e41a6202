"""One evening of a story on one screen: where the account stood, and what had moved it that day."""

from collections.abc import Sequence
from datetime import UTC

from rich.console import Console
from rich.text import Text

from reportedly.account import Account, Change, Is
from reportedly.show.figure_words import phrasings
from reportedly.show.foremost import foremost
from reportedly.show.quoting import one_line, quoted
from reportedly.show.terminal_account import columns, columns_of, more_lines, names_of, styles_of, told_line
from reportedly.show.terminal_ledger import told_change

LINES, CHANGES, CONFLICTS, DEMANDS = 8, 7, 2, 1
"""With their headings, 24 rows: the smallest screen there is."""

_TELLING = ("corrected", "withdrawn", "denied", "fell", "disputed", "rose", "confirmed", "demand", "responsibility")
"""Changes from those that an editor must know of to those that go without saying; a first count last."""


def print_evening(account: Account, changes: Sequence[Change], out: Console) -> None:
    """The account's foremost lines with who says them, what cannot be true, what is demanded, and of the day's
    `changes` those that tell most; each on one row, with how many more there are."""
    at = account.as_of.astimezone(UTC)
    out.rule(Text(f"The evening of {at.day} {at:%B %Y}", style="bold"), align="left")
    _print_lines(account, out)
    for conflict in account.conflicts[:CONFLICTS]:
        _row(Text("≠ ", style="bold red").append(one_line(conflict.why, 300), style="not bold default"), out)
    if len(account.conflicts) > CONFLICTS:
        more = len(account.conflicts) - CONFLICTS
        _row(Text(f"and {more} more that cannot all be true", style="dim"), out)
    for one in [one for one in account.demands if one.is_ is Is.CURRENT][-DEMANDS:]:
        _row(Text("demanded: ").append(quoted(one.text)).append(f"  {one_line(one.origin, 40)}", style="cyan"), out)
    _print_changes(account, changes, out)


def _print_lines(account: Account, out: Console) -> None:
    lines = foremost(account, LINES)
    rows = [(*told_line(line), _who(names_of(line))) for line in lines]
    if not rows:
        _row(Text("No figure is known for the event as of then.", style="dim"), out)
        return
    widths = columns_of([row[:-1] for row in rows], out.width - 18)
    widths.append(max(10, out.width - sum(widths) - 2 * len(widths)))
    for line, row in zip(lines, rows, strict=True):
        _row(columns(row, widths, [*styles_of(line), "cyan"]), out)
    if len(lines) < len(account.lines):
        _row(Text(more_lines(account, len(lines)), style="dim"), out)


def _who(names: Sequence[str]) -> str:
    return "" if not names else names[-1] if len(names) == 1 else f"{names[-1]} +{len(names) - 1}"


def _print_changes(account: Account, changes: Sequence[Change], out: Console) -> None:
    shown = {(line.kind, line.group) for line in foremost(account, LINES)}
    said = phrasings(account)

    def weight(change: Change) -> tuple[bool, int]:
        order = _TELLING.index(change.what) if change.what in _TELLING else len(_TELLING)
        return change.line is not None and change.line not in shown, order

    chosen = sorted(range(len(changes)), key=lambda place: (weight(changes[place]), -place))[:CHANGES]
    out.print(Text("What changed that day (UTC)", style="bold"))
    for place in sorted(chosen):
        change = changes[place]
        _row(told_change(change, said).append(f"  {one_line(change.origin, 40)}", style="cyan not dim"), out)
    if len(chosen) < len(changes):
        more = len(changes) - len(chosen)
        _row(Text(f"  and {more} more change{'' if more == 1 else 's'}", style="dim"), out)


def _row(text: Text, out: Console) -> None:
    out.print(text, no_wrap=True, overflow="ellipsis")
