"""The JSON forms of docs/design.md, section 6, as types for whoever reads the API's own description.

What goes out is made by json_form; these describe it, and a test holds each to the other.
"""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from reportedly.account import Bounds, Is, LineGroup, Standing
from reportedly.claim import ClaimKind, Polarity
from reportedly.figure import Kind, Scope

Span = Annotated[list[int], Field(min_length=2, max_length=2, description="Characters [start, end) of the text.")]


class Form(BaseModel):
    """A form may gain fields; it never loses one."""

    model_config = ConfigDict(extra="allow")


class WordsForm(Form):
    text: str
    span: Span


class SourceForm(Form):
    text: str
    span: Span
    name: str | None
    role: str | None
    named: bool


class WhenForm(Form):
    text: str
    span: Span
    start: datetime
    end: datetime


class WhereForm(Form):
    text: str
    span: Span
    name: str
    country: str | None
    lat: float | None
    lon: float | None


class CountedForm(Form):
    text: str | None
    role: str
    nationality: list[str]


class FigureForm(Form):
    """Bounds are inclusive; null is open on that side. Zero is a figure."""

    kind: Kind
    low: int | None
    high: int | None
    approx: bool
    phrase: WordsForm
    group: CountedForm
    scope: Scope
    part: bool


class ClaimForm(Form):
    id: str
    kind: ClaimKind
    text: str
    spans: list[Span]
    chain: list[SourceForm]
    cue: WordsForm | None
    hedges: list[WordsForm]
    polarity: Polarity
    when: WhenForm | None
    where: WhereForm | None
    confidence: float
    figures: list[FigureForm]


class HeadForm(Form):
    """A report without its text."""

    id: str
    outlet: str | None
    agency: str | None
    url: str | None
    title: str | None
    published_at: datetime | None
    revises: str | None
    byline: str | None


class ReportForm(HeadForm):
    text: str


class ProblemForm(Form):
    message: str
    report_id: str | None
    span: Span | None


class ReadingForm(Form):
    report: ReportForm
    claims: list[ClaimForm]
    problems: list[ProblemForm]


class LineNameForm(Form):
    """Which line it is about."""

    kind: Kind
    group: LineGroup


class LineClaimForm(Form):
    id: str
    figure: int
    is_: Is = Field(alias="is")
    low: int | None
    high: int | None
    origin: str
    published_at: datetime
    text: str
    phrase: str
    report: str
    replaced_by: str | None
    part: bool
    polarity: Polarity


class LineForm(LineNameForm):
    best: Bounds | None
    range: Bounds | None
    standing: Standing
    origins: int
    since: datetime | None
    claims: list[LineClaimForm]


class StatedForm(Form):
    id: str
    is_: Is = Field(alias="is")
    origin: str
    published_at: datetime
    text: str
    report: str
    replaced_by: str | None


class ConflictForm(Form):
    claims: list[str]
    rule: str
    why: str


class ImpliedForm(LineNameForm):
    """What follows for a line that nobody stated so, if its claims are right: arithmetic, no report."""

    low: int | None
    high: int | None
    claims: list[str]
    rule: str
    why: str


class AccountForm(Form):
    story: str
    as_of: datetime
    policy: str
    lines: list[LineForm]
    demands: list[StatedForm]
    responsibility: list[StatedForm]
    conflicts: list[ConflictForm]
    more_conflicts: bool
    implied: list[ImpliedForm]


class ConflictsForm(Form):
    story: str
    as_of: datetime
    conflicts: list[ConflictForm]


class MoveForm(Form):
    at: datetime
    line: LineNameForm | None
    what: str
    before: Bounds | None
    after: Bounds | None
    origin: str
    outlet: str | None
    claim: str
    report: str
    text: str


class ChangeForm(MoveForm):
    seq: str = Field(description="Its place in the ledger's order; it never shifts. Resume with since=SEQ.")


class ChangesForm(Form):
    story: str
    changes: list[ChangeForm]
    seq: str = Field(description="Up to which these are all changes: give it as `since` to go on.")
    more: bool = Field(description="Whether there are more now.")


class ErrorForm(Form):
    since: datetime
    error: int = Field(description="How far off its figure was: above zero too many, below too few.")


class TrackForm(LineNameForm):
    """How a source's figures of one settled line compare with what the line came to."""

    settled: int
    first: Bounds
    first_words: str
    first_at: datetime
    errors: list[ErrorForm]
    raised: int
    lowered: int


class SourceRecordForm(Form):
    name: str
    role: str | None
    named: bool
    claims: int
    figures: int
    current: int
    repeated: int
    updated: int
    corrected: int
    fallen: int
    first: datetime
    last: datetime
    track: list[TrackForm]


class SourcesForm(Form):
    story: str
    sources: list[SourceRecordForm]


class LedgerClaimForm(Form):
    seq: int = Field(description="Its place among the claims that were asked for, from 1, in the ledger's order.")
    report: HeadForm
    claim: ClaimForm


class ClaimsForm(Form):
    story: str
    claims: list[LedgerClaimForm]
    next: int | None = Field(description="Give it as `after` for the next ones; null where these were the last.")


class LedgerReportForm(Form):
    seq: int = Field(description="Its place in the story, from 1, in the ledger's order.")
    report: HeadForm


class ReportsForm(Form):
    story: str
    reports: list[LedgerReportForm]
    next: int | None


class StoryForm(Form):
    name: str
    reports: int


class StoriesForm(Form):
    stories: list[StoryForm]


class AddedForm(Form):
    """What adding came to; `changes` are those that the new reports made."""

    reports: int
    repeated: int
    claims: int
    problems: list[ProblemForm]
    changes: list[MoveForm]


class ReportIn(BaseModel):
    """A report in the JSON Lines form; fields it does not know are ignored."""

    text: str = Field(min_length=1, max_length=5_000_000, pattern=r"\S")
    id: str | int | None = None
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    title: str | None = None
    byline: str | None = None
    about: str | None = None
    revises: str | None = None
    published_at: str | float | None = Field(None, description="ISO 8601 or epoch seconds.")
