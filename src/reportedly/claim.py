"""A claim: one thing that one report says, who said it through whom, in which words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reportedly.figure import Figure, Words
from reportedly.report import Problem, Report, Span

GAP = " … "
"""Joins the texts of a claim's spans, where words such as "he said" split it."""


class ClaimKind(StrEnum):
    STATEMENT = "statement"
    DEMAND = "demand"
    RESPONSIBILITY = "responsibility"


class Polarity(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Source:
    """A person, body or document that says something, as a report names it.

    `text` and `span` stay where the words stand ("he"); `name` is who that is, where the report tells (resolved);
    `named` is whether the source is known by name, not only by description.
    """

    text: str
    span: Span
    name: str | None = None
    role: str | None = None
    """official, military, militant, police, witness, medic, rescuer, company, outlet, expert, relative, hostage;
    None: the words do not tell."""
    named: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """When the event happened that a claim tells of: [start, end], both inclusive, resolved against the report's
    `published_at` and in its time zone."""

    text: str
    span: Span
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Where:
    text: str
    span: Span
    name: str
    country: str | None = None
    """ISO 3166 two-letter code."""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """`text` is the spans' texts joined by GAP. `chain` runs from the original speaker to the one nearest the reader,
    without the report's own outlet; it is empty where the writer states it plainly. `confidence` is the reader's own
    (0 to 1): how sure it is that it read this rightly, with no hedge of the source's in it."""

    id: str
    report_id: str
    text: str
    spans: tuple[Span, ...]
    kind: ClaimKind = ClaimKind.STATEMENT
    chain: tuple[Source, ...] = ()
    cue: Words | None = None
    hedges: tuple[Words, ...] = ()
    polarity: Polarity = Polarity.ASSERTED
    when: When | None = None
    where: Where | None = None
    figures: tuple[Figure, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one report gave: the report (with what reading filled in, such as its agency), its claims in the
    order of the text, and what could not be read."""

    report: Report
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
