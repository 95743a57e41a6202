"""The account on the terminal: a table for an editor who has ten seconds, then what is demanded and what cannot be."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from reportedly.account import Account, Is, Line, LineClaim, LineGroup, Settlement, Standing, Stated
from reportedly.claim import Polarity
from reportedly.show.figure_words import Phrasing, group_words, kind_words, line_words, number
from reportedly.show.foremost import foremost
from reportedly.show.quoting import one_line, quoted, quoted_around
from reportedly.show.terminal import heading, hung
from reportedly.show.terminal_track import print_implied
from reportedly.show.time_words import minute

STANDING = {
    Standing.CORROBORATED: "green",
    Standing.ONE_SOURCE: "yellow",
    Standing.DISPUTED: "bold red",
    Standing.NONE: "dim",
}
MOST_CONFLICTS = 4
MOST_LINES = 12
"""What an editor takes in at a glance; of an account of more lines those come first that most voices speak to."""


def print_account(
    account: Account, out: Console, most: int | None = None, settlements: Sequence[Settlement] = ()
) -> None:
    """All of it; where `most` is given, of an account of more lines than that only the foremost, and the first few
    conflicts, with how many more there are."""
    out.print(_title(account))
    if account.lines:
        _print_lines(account, out, most)
    else:
        out.print()
        out.print(Text("No figure is known for the event as of then.", style="dim"))
    _print_settled(settlements, out)
    _print_stated("Demands", account.demands, out)
    _print_stated("Responsibility", account.responsibility, out)
    print_conflicts(account, out, None if most is None else MOST_CONFLICTS)
    print_implied(account, out)


def _title(account: Account) -> Text:
    told = Text(account.story, style="bold")
    return told.append(f" as of {minute(account.as_of, year=True)} UTC · {account.policy}", style="dim not bold")


def _print_lines(account: Account, out: Console, most: int | None) -> None:
    lines = account.lines if most is None or len(account.lines) <= most else foremost(account, most)
    out.print()
    rows = [(*told_line(line), "" if line.since is None else minute(line.since)) for line in lines]
    widths = columns_of([*rows, HEAD], out.width)
    out.print(columns(HEAD, widths, ["dim"] * len(HEAD)), no_wrap=True, overflow="ellipsis")
    previous = None
    for line, row in zip(lines, rows, strict=True):
        kind = row[0] if line.kind is not previous else ""
        previous = line.kind
        out.print(columns((kind, *row[1:]), widths, [*styles_of(line), "dim"]), no_wrap=True, overflow="ellipsis")
        if line.best is not None:
            indent = widths[0] + 2
            who = Text(" " * indent).append_text(_who(line, out.width - indent))
            out.print(who, no_wrap=True, overflow="ellipsis")
    if len(lines) < len(account.lines):
        out.print(Text(f"{more_lines(account, len(lines))}; --all shows them", style="dim"))


def more_lines(account: Account, printed: int) -> str:
    more = len(account.lines) - printed
    return f"and {more} more line{'' if more == 1 else 's'}"


HEAD = ("", "", "best", "range", "standing", "since")
_GROUP, _RIGHT = 1, (2, 3)
_LONGEST = (12, 28, 28, 20, 20, 40)
"""Of each column; what is longer is cut."""


def told_line(line: Line) -> tuple[str, ...]:
    """Kind, group, best, range and standing in words; a dash where no figure stands, never a word that could be read
    as zero."""
    said = Phrasing.of(line.claims)
    best = "—" if line.best is None else str(said.words(line.best))
    reach = None if line.range is None or line.range == line.best else said.reach(line.range)
    standing = line.standing.value if line.origins < 2 else f"{line.standing.value} ({line.origins})"
    return kind_words(line.kind), group_words(line.group, short=True), best, reach or "", standing


def styles_of(line: Line) -> list[str]:
    return ["bold", "none", "bold", "none", STANDING[line.standing]]


def columns_of(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is, so that all fit in the room: the group's words can be cut without harm."""
    widths = [
        min(most, max(cell_len(row[place]) for row in rows))
        for place, most in zip(range(len(rows[0])), _LONGEST, strict=False)
    ]
    over = sum(widths) + 2 * (len(widths) - 1) - room
    widths[_GROUP] = max(10, widths[_GROUP] - max(0, over))
    return widths


def columns(cells: Sequence[str], widths: Sequence[int], styles: Sequence[str]) -> Text:
    told = Text()
    for place, (cell, width, style) in enumerate(zip(cells, widths, styles, strict=True)):
        fitted = cell if cell_len(cell) <= width else set_cell_size(cell, width - 1).rstrip() + "…"
        gap = " " * (width - cell_len(fitted))
        told.append("  " if place else "").append(gap + fitted if place in _RIGHT else fitted + gap, style=style)
    return told


def names_of(line: Line) -> tuple[str, ...]:
    """The origins of the claims that stand where the line's best stands, each once, in order of publication."""
    return tuple(dict.fromkeys(one_line(claim.origin, 40) for claim in _saying_best(line) if not claim.part))


_TAKEN_BACK = (Is.CORRECTED, Is.WITHDRAWN, Is.DENIED)


def _saying_best(line: Line) -> list[LineClaim]:
    """Whoever tells the best's number without having taken it back ("lowered to 21 from 23" no longer says 23) or
    telling it only to deny it; all who ever told it, where nobody is left."""
    best = line.best
    told = [] if best is None else [c for c in line.claims if (c.low, c.high) == (best.low, best.high)]
    stand = [c for c in told if c.is_ not in _TAKEN_BACK and c.polarity is Polarity.ASSERTED]
    return stand or told


def _who(line: Line, room: int) -> Text:
    """Who gives the line's best figure, and the last words that gave it, in so many columns."""
    names = names_of(line)
    told = Text().append(", ".join(one_line(name, 30) for name in names[:2]), style="cyan")
    if len(names) > 2:
        told.append(f" +{len(names) - 2}", style="dim")
    saying = _saying_best(line)
    if saying:
        left = max(20, room - told.cell_len - 5)
        told.append(f"  {quoted_around(saying[-1].text, saying[-1].phrase, left)}", style="dim")
    return told


def _print_settled(settlements: Iterable[Settlement], out: Console) -> None:
    """What each line came to in the end: the last that was said of it."""
    last = {(one.kind, LineGroup(one.role, one.nationality)): one for one in settlements}
    if not last:
        return
    out.print()
    out.print(heading("Settled"))
    for key, one in last.items():
        told = Text(f"{line_words(key)}  ").append(number(one.value), style="bold")
        told.append(f"  because {one_line(one.because, 200)}", style="not bold")
        out.print(hung(told.append(f"  said {minute(one.recorded_at, year=True)}", style="dim"), 2))


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
                out.print(hung(told.append(f"  {_words_of(claim)}", style="not dim"), 6))
    if most is not None and len(account.conflicts) > most:
        more = len(account.conflicts) - most
        out.print(Text(f"  and {more} more: reportedly conflicts {account.story}", style="dim"))
    elif account.more_conflicts:
        out.print(Text("  and more, which are not listed: these are the first.", style="dim"))


def _words_of(said: LineClaim | Stated) -> str:
    """With the figure in sight, where there is one."""
    return quoted_around(said.text, said.phrase, 120) if isinstance(said, LineClaim) else quoted(said.text, 120)
