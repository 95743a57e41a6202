"""A report's text cut into runs, each with what it is: the words of a figure, of a source, of a claim.

Spans may nest, cross or lie outside the text (the ledger keeps what it was given), so nothing is nested here: the text
is cut at every boundary and each run says all that it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from reportedly.account import LineGroup
from reportedly.claim import Claim, ClaimKind, Polarity, Reading
from reportedly.figure import Scope
from reportedly.report import Report, Span
from reportedly.show.figure_words import group_words

LONGEST_TEXT = 20_000
"""Characters of one report that a page shows."""

FigureKey = tuple[str, str, int]
"""(report_id, claim_id, which figure): what an account names a figure by."""

THE_CLAIM = -1
"""In place of which figure: the claim's own words, for a demand or a claim of responsibility."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that are the same things. `anchors` are the ids of the figures that begin here."""

    text: str
    classes: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    note: str | None = None
    """What the figure that begins here counts."""

    @property
    def marked(self) -> bool:
        return "figure" in self.classes


@dataclass(frozen=True, slots=True)
class Text:
    """One report's text on the page, as paragraphs of runs."""

    report: Report
    anchor: str
    paragraphs: tuple[tuple[Run, ...], ...]
    claims: int
    figures: int
    left_out: int
    """Characters past the longest text that are not shown."""


def anchors(readings: Sequence[Reading]) -> tuple[dict[str, str], dict[FigureKey, str]]:
    """The ids of the reports and of the figures whose words the page shows. Numbered, as an id from outside may hold
    anything."""
    reports: dict[str, str] = {}
    figures: dict[FigureKey, str] = {}
    for place, reading in enumerate(readings, 1):
        reports[reading.report.id] = f"report-{place}"
        end = min(len(reading.report.text), LONGEST_TEXT)
        for claim in reading.claims:
            spans = {position: figure.phrase.span for position, figure in enumerate(claim.figures)}
            if claim.kind is not ClaimKind.STATEMENT and claim.spans:
                spans[THE_CLAIM] = claim.spans[0]
            for position, (start, stop) in spans.items():
                if 0 <= start < stop <= end:
                    figures[reading.report.id, claim.id, position] = f"words-{len(figures) + 1}"
    return reports, figures


def marked(reading: Reading, anchor: str, figures: dict[FigureKey, str]) -> Text:
    shown = reading.report.text[:LONGEST_TEXT]
    layers = [layer for layer in _layers(reading, figures) if layer.span[0] < layer.span[1] <= len(shown)]
    return Text(
        report=reading.report,
        anchor=anchor,
        paragraphs=_paragraphs(_runs(shown, layers)),
        claims=len(reading.claims),
        figures=sum(len(claim.figures) for claim in reading.claims),
        left_out=len(reading.report.text) - len(shown),
    )


class Layer(NamedTuple):
    """A stretch of the text, what it is, and where it is a figure: its id and what it counts."""

    span: Span
    name: str
    anchor: str | None = None
    note: str | None = None


def _layers(reading: Reading, figures: dict[FigureKey, str]) -> Iterable[Layer]:
    for claim in reading.claims:
        for place, span in enumerate(claim.spans):
            name = "claim" if claim.kind is ClaimKind.STATEMENT else "stated"
            key = (reading.report.id, claim.id, THE_CLAIM)
            yield Layer(span, name, figures.get(key) if place == 0 else None)
        for source in claim.chain:
            yield Layer(source.span, "source")
        for hedge in claim.hedges:
            yield Layer(hedge.span, "hedge")
        yield from _figure_layers(reading.report.id, claim, figures)


def _figure_layers(report_id: str, claim: Claim, figures: dict[FigureKey, str]) -> Iterable[Layer]:
    for position, figure in enumerate(claim.figures):
        anchor = figures.get((report_id, claim.id, position))
        note = f"{figure.kind.value} · {group_words(LineGroup(figure.group.role, figure.group.nationality))}"
        yield Layer(figure.phrase.span, "figure", anchor, note)
        if figure.scope is Scope.BACKGROUND:
            yield Layer(figure.phrase.span, "background")
        if claim.polarity is Polarity.DENIED:
            yield Layer(figure.phrase.span, "denied")


def _runs(text: str, layers: Sequence[Layer]) -> Iterable[Run]:
    """Left to right, sweeping the boundaries once; spans start at 0 or later."""
    opens: dict[int, list[Layer]] = {}
    closes: dict[int, list[str]] = {}
    for layer in layers:
        opens.setdefault(max(layer.span[0], 0), []).append(layer)
        closes.setdefault(layer.span[1], []).append(layer.name)
    depth: dict[str, int] = {}
    cuts = sorted({0, len(text), *opens, *closes})
    for here, there in pairwise(cuts):
        for name in closes.get(here, ()):
            depth[name] -= 1
        begun = opens.get(here, [])
        for layer in begun:
            depth[layer.name] = depth.get(layer.name, 0) + 1
        yield Run(
            text[here:there],
            classes=tuple(name for name, n in depth.items() if n > 0),
            anchors=tuple(layer.anchor for layer in begun if layer.anchor is not None),
            note=next((layer.note for layer in begun if layer.note is not None), None),
        )


def _paragraphs(runs: Iterable[Run]) -> tuple[tuple[Run, ...], ...]:
    done: list[list[Run]] = [[]]
    for run in runs:
        pieces = run.text.split("\n")
        for place, piece in enumerate(pieces):
            if place:
                done.append([])
            if piece:
                done[-1].append(replace(run, text=piece) if place == 0 else Run(piece, run.classes))
            elif place == 0 and run.anchors:
                # A figure whose words begin with a line break still needs a place to be linked to.
                done[-1].append(Run("", run.classes, run.anchors))
    return tuple(tuple(paragraph) for paragraph in done if any(run.text.strip() or run.anchors for run in paragraph))
