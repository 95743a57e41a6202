"""The words of one figure: who said it through whom, and its report with the figure marked."""

from dataclasses import dataclass

from reportedly.account import Is, LineClaim
from reportedly.capture import Capture
from reportedly.claim import Claim, Reading
from reportedly.figure import Figure
from reportedly.report import Report
from reportedly.show.page_marks import THE_CLAIM, Text, marked
from reportedly.show.page_revisions import Revision, revision
from reportedly.show.serve_room import Copy

MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Stands:
    """How the claim stands on one line, and by which claim it was replaced."""

    line: str
    is_: Is
    replaced_by: LineClaim | None


@dataclass(frozen=True, slots=True)
class WordsView:
    report: Report
    claim: Claim
    figure: Figure | None
    text: Text
    stands: tuple[Stands, ...]
    capture: Capture | None
    """The first answer that the report was read out of; None where it came from no server."""
    revisions: tuple[Revision, ...]
    """This report beside the version before it and the one after, where it has them."""


def words_view(copy: Copy, report_id: str, claim_id: str, place: int) -> WordsView | None:
    """None where the ledger has no such words."""
    reading = copy.story.reading(report_id)
    if reading is None:
        return None
    claim = next((each for each in reading.claims if each.id == claim_id), None)
    if claim is None or not THE_CLAIM <= place < len(claim.figures):
        return None
    return WordsView(
        report=reading.report,
        claim=claim,
        figure=None if place == THE_CLAIM else claim.figures[place],
        text=marked(reading, "report", _anchors(reading, claim, place)),
        stands=_stands(copy, report_id, claim_id, place),
        capture=next(copy.story.captures(report_id), None),
        revisions=tuple(revision(old, new) for old, new in copy.edited() if report_id in (old.id, new.id)),
    )


def _anchors(reading: Reading, claim: Claim, place: int) -> dict[tuple[str, str, int], str]:
    return {(reading.report.id, claim.id, place): "said-here"}


def _stands(copy: Copy, report_id: str, claim_id: str, place: int) -> tuple[Stands, ...]:
    account = copy.account()
    found = []
    for line in account.lines:
        mine = [c for c in line.claims if (c.report_id, c.claim_id, c.figure) == (report_id, claim_id, place)]
        for each in mine:
            newer = next((c for c in line.claims if c.claim_id == each.replaced_by), None)
            found.append(Stands(f"{line.kind.value} · {line.group.role}", each.is_, newer))
    return tuple(found[:MOST_LINES])
