"""A reading on the terminal: the report with its claims marked, and under it who says what.

Colour only repeats what the words tell: each claim ends in its number, and the table under the text begins with it.
"""

from collections.abc import Iterator
from datetime import datetime

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.claim import Claim, ClaimKind, Polarity, Reading
from reportedly.figure import Scope
from reportedly.show.figure_words import chain_words, figure_words
from reportedly.show.quoting import one_line, quoted, shown
from reportedly.show.time_words import minute

SOURCE, CUE, HEDGE, FIGURE, ASIDE = "bold cyan", "cyan", "italic magenta", "bold yellow", "yellow"


def print_reading(reading: Reading, out: Console) -> None:
    report = reading.report
    facts = [
        report.outlet,
        f"({report.agency})" if report.agency else None,
        report.byline,
        _published(report.published_at),
    ]
    out.print(Text(" · ".join(one_line(fact, 60) for fact in facts if fact), style="bold"))
    if report.title is not None:
        out.print(Text(one_line(report.title), style="bold italic"))
    out.print()
    out.print(marked(reading))
    out.print()
    if reading.claims:
        out.print(_claims_table(reading.claims, out.width))
    else:
        out.print(Text("No claim was found in it.", style="dim"))
    for problem in reading.problems:
        out.print(Text(f"not read: {one_line(problem.message)}", style="red"))
    out.print()


def _published(at: datetime | None) -> str:
    return "no time" if at is None else f"{minute(at, year=True)} UTC"


def marked(reading: Reading) -> Text:
    """The report's text: what no claim holds is dim, and each claim is followed by its number."""
    text = Text(shown(reading.report.text.rstrip()), style="dim")
    ends: dict[int, list[int]] = {}
    for number, claim in enumerate(reading.claims, 1):
        for span in claim.spans:
            text.stylize("not dim", *span)
        if claim.spans:
            ends.setdefault(min(claim.spans[-1][1], len(text)), []).append(number)
    for claim in reading.claims:
        for link in claim.chain:
            text.stylize(f"not dim {SOURCE}", *link.span)
        if claim.cue is not None:
            text.stylize(f"not dim {CUE}", *claim.cue.span)
        for hedge in claim.hedges:
            text.stylize(f"not dim {HEDGE}", *hedge.span)
        for figure in claim.figures:
            text.stylize(f"not dim {FIGURE if figure.scope is Scope.EVENT else ASIDE}", *figure.phrase.span)
    return Text.assemble(*_with_numbers(text, ends))


def _with_numbers(text: Text, ends: dict[int, list[int]]) -> Iterator[Text | tuple[str, str]]:
    places = sorted(ends)
    for place, piece in zip([*places, None], text.divide(places), strict=True):
        yield piece
        if place is not None:
            yield "".join(f"[{number}]" for number in ends[place]), "not dim bold green"


def _claims_table(claims: tuple[Claim, ...], width: int) -> Table:
    wide = width >= 100
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim", expand=True)
    table.add_column("", justify="right", no_wrap=True, style="bold green")
    table.add_column("who says so", ratio=5, style=SOURCE)
    table.add_column("what", ratio=9)
    table.add_column("figures", ratio=6, style=FIGURE)
    if wide:
        table.add_column("when · where", ratio=4)
    for number, claim in enumerate(claims, 1):
        who = chain_words(claim)
        row = [
            Text(str(number)),
            Text(who) if who else Text("the report itself", style="dim not bold"),
            _what(claim, 160 if wide else 110),
            Text("\n".join(figure_words(figure) for figure in claim.figures)),
        ]
        if wide:
            row.append(Text(_when_where(claim)))
        table.add_row(*row)
    return table


def _what(claim: Claim, longest: int) -> Text:
    what = Text()
    if claim.kind is not ClaimKind.STATEMENT:
        what.append(f"{claim.kind.value} ", style="bold red")
    if claim.polarity is not Polarity.ASSERTED:
        what.append(f"{claim.polarity.value} ", style="bold red")
    what.append(quoted(claim.text, longest))
    for hedge in claim.hedges:
        what.append(f" ({one_line(hedge.text, 30)})", style=HEDGE)
    return what


def _when_where(claim: Claim) -> str:
    told = []
    if claim.when is not None:
        start, end = claim.when.start, claim.when.end
        told.append(f"{start.day} {start:%b}" + ("" if start.date() == end.date() else f" – {end.day} {end:%b}"))
    if claim.where is not None:
        told.append(one_line(claim.where.name, 30))
    return " · ".join(told)


def print_unread(message: str, out: Console) -> None:
    out.print(Padding(Text(f"not read: {one_line(message)}", style="red"), (0, 0, 1, 0)))
