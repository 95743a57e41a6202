"""Exports of a whole story for other tools: lines in the ledger's order, made one at a time."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator

from reportedly.claim import Claim
from reportedly.figure import Figure
from reportedly.record import claim_record, time_record
from reportedly.report import Report
from reportedly.show.export_archive import as_archive
from reportedly.show.figure_words import chain_words
from reportedly.show.json_form import json_line, report_form
from reportedly.story import Story

COLUMNS = (
    "report", "outlet", "agency", "url", "published_at", "claim", "kind", "polarity", "source", "chain", "hedges",
    "text", "when_start", "when_end", "place", "country", "figure", "counted", "group", "nationality", "low", "high",
    "approx", "phrase", "scope",
)  # fmt: skip


def as_json_lines(story: Story) -> Iterator[str]:
    """A report with its claims a line, in the form of `reportedly read --json`."""
    for report, claims in _with_claims(story):
        form = {"report": report_form(report), "claims": [claim_record(claim) for claim in claims], "problems": []}
        yield json_line(form) + "\n"


def as_csv(story: Story) -> Iterator[str]:
    """A figure a row; a claim without figures has one row with those columns empty. Unknown is empty, zero is 0."""
    buffer = io.StringIO()
    rows = csv.writer(buffer, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for report, claims in _with_claims(story):
        for claim in claims:
            for figure in claim.figures or (None,):
                rows.writerow([_cell(value) for value in _row(report, claim, figure)])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


FORMATS: dict[str, Callable[[Story], Iterator[str] | Iterator[bytes]]] = {
    "jsonl": as_json_lines,
    "csv": as_csv,
    "warc": as_archive,
}


def _with_claims(story: Story) -> Iterator[tuple[Report, list[Claim]]]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for report, claim in story.claims():
        claims[report.id].append(claim)
    for report in story.reports():
        yield report, claims.get(report.id, [])


def _row(report: Report, claim: Claim, figure: Figure | None) -> list[object]:
    when, where = claim.when, claim.where
    row: list[object] = [
        report.id,
        report.outlet,
        report.agency,
        report.url,
        time_record(report.published_at),
        claim.id,
        claim.kind.value,
        claim.polarity.value,
        None if not claim.chain else claim.chain[0].name or claim.chain[0].text,
        chain_words(claim),
        "; ".join(hedge.text for hedge in claim.hedges),
        claim.text,
        None if when is None else time_record(when.start),
        None if when is None else time_record(when.end),
        None if where is None else where.name,
        None if where is None else where.country,
    ]
    if figure is None:
        return row + [None] * (len(COLUMNS) - len(row))
    group = figure.group
    return [
        *row,
        claim.figures.index(figure),
        figure.kind.value,
        group.role,
        " ".join(group.nationality),
        figure.low,
        figure.high,
        "true" if figure.approx else "false",
        figure.phrase.text,
        figure.scope.value,
    ]


def _cell(value: object) -> object:
    """Spreadsheets run a cell that begins like a formula, and report text is hostile: an apostrophe stops them."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
