"""The account's own types: what `reconcile` derives and `show` shows. Frozen and dumb.

An account is never stored: it is a pure function of the tellings, the policy and the moment.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from reportedly.claim import Polarity
from reportedly.errors import WrongUse
from reportedly.figure import Group, Kind


@dataclass(frozen=True, slots=True)
class Bounds:
    """Inclusive; None is open on that side."""

    low: int | None
    high: int | None


class Standing(StrEnum):
    ONE_SOURCE = "one source"
    CORROBORATED = "corroborated"
    """Two or more origins agree."""
    DISPUTED = "disputed"
    """Origins differ."""
    NONE = "none"


class Is(StrEnum):
    """How a claim stands, seen from the account."""

    CURRENT = "current"
    REPEATED = "repeated"
    UPDATED = "updated"
    """Its origin said something later, or a count that only grows has grown past it."""
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DENIED = "denied"


_FOREIGN = ("foreign",)
_EVERYBODY = Group().role


@dataclass(frozen=True, slots=True)
class LineGroup:
    role: str
    nationality: tuple[str, ...] = ()


def line_role(role: str, nationality: tuple[str, ...]) -> str:
    """The role that a line is of: foreign people are foreigners, and one line."""
    return "foreigners" if nationality == _FOREIGN and role == _EVERYBODY else role


def line_group(role: str, nationality: tuple[str, ...]) -> LineGroup:
    return LineGroup(line_role(role, nationality), nationality)


def line_name(kind: Kind, group: LineGroup) -> str:
    """How a person types a line: "killed", "killed/hostages", "freed/hostages/JP+US", "taken/people/foreign"."""
    parts: list[str] = [kind.value]
    if group.role != Group().role or group.nationality:
        parts.append(group.role)
    if group.nationality:
        parts.append("+".join(group.nationality))
    return "/".join(parts)


def line_named(text: str) -> tuple[Kind, LineGroup]:
    """The line that `line_name` names so. Raises `WrongUse`."""
    kind, _, group = text.strip().partition("/")
    role, _, nations = group.partition("/")
    try:
        return Kind(kind), line_group(role or Group().role, tuple(sorted(nations.split("+"))) if nations else ())
    except ValueError:
        kinds = ", ".join(Kind)
        raise WrongUse(f"no line {text!r}: write KIND, KIND/GROUP or KIND/GROUP/COUNTRY, KIND one of {kinds}") from None


class LineClaim(NamedTuple):
    """One telling, seen from its line. No dataclass, because an account makes one of every telling: a tuple is made in
    a third of the time."""

    claim_id: str
    figure: int
    is_: Is
    low: int | None
    high: int | None
    origin: str
    published_at: datetime
    text: str
    phrase: str
    report_id: str
    replaced_by: str | None = None
    """The claim that replaced it, where one did."""
    part: bool = False
    """Counts only some of the line's people: its words say so, or it is so far below the rest that it is taken to."""
    polarity: Polarity = Polarity.ASSERTED
    """`denied`: the claim says that this figure is wrong."""
    approx: bool = False
    """Its own words call it rough."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question the account answers: a kind of figure for a group. `best` lies within `range`; claims are in the
    order of publication."""

    kind: Kind
    group: LineGroup
    best: Bounds | None
    range: Bounds | None
    standing: Standing
    origins: int
    since: datetime | None
    """Since when `best` has been what it is."""
    claims: tuple[LineClaim, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A demand or a claim of responsibility, and how it stands."""

    claim_id: str
    report_id: str
    origin: str
    text: str
    is_: Is
    published_at: datetime
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of claims that cannot all be true, with the rule that they break."""

    claims: tuple[str, ...]
    rule: str
    why: str
    """A sentence that a person understands."""


@dataclass(frozen=True, slots=True)
class Implied:
    """What follows for a line that nobody stated so, if the claims that it rests on are right. Arithmetic, never
    anybody's report: it is marked as implied wherever it is shown."""

    kind: Kind
    group: LineGroup
    bounds: Bounds
    claims: tuple[str, ...]
    """All that it rests on."""
    rule: str
    why: str
    """A sentence that a person understands."""


@dataclass(frozen=True, slots=True)
class Account:
    story: str
    as_of: datetime
    """Inclusive: a report published at that very moment counts."""
    policy: str
    lines: tuple[Line, ...]
    demands: tuple[Stated, ...] = ()
    responsibility: tuple[Stated, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    more_conflicts: bool = False
    """Whether there are more than these: a story that nobody cleaned can have thousands."""
    implied: tuple[Implied, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the account: what a line was, what it became, who said so."""

    at: datetime
    line: tuple[Kind, LineGroup] | None
    """None where a demand or a claim of responsibility changed."""
    what: str
    """first · rose · fell · corrected · confirmed · disputed · withdrawn · denied · demand · responsibility"""
    before: Bounds | None
    after: Bounds | None
    origin: str
    outlet: str | None
    claim_id: str
    report_id: str
    text: str


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How one origin's figures of one settled line compare with what the line came to. An error is how far a figure's
    bounds lie from that: above zero too many, below too few, 0 where it lies within them."""

    kind: Kind
    group: LineGroup
    settled: int
    first: Bounds
    first_words: str
    """Its first figure, in its report's own words where it is not exact."""
    first_at: datetime
    errors: tuple[tuple[datetime, int], ...]
    """Its error over time: from each of these moments on, this much. The first is that of its first figure."""
    raised: int
    """How often it revised its figure upwards, and downwards."""
    lowered: int


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One origin: who it is, how often it spoke, and how its figures stand as of the account."""

    name: str
    role: str | None
    named: bool
    claims: int
    """Claims of any sort that it is the origin of."""
    figures: int
    """Event figures of its on any line; the five below add up to it."""
    current: int
    repeated: int
    updated: int
    corrected: int
    fallen: int
    """Withdrawn or denied."""
    first: datetime
    last: datetime
    track: tuple[TrackRecord, ...] = ()
    """One for each settled line that it gave a figure for, whatever became of that."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a line came to in the end, and why somebody says so."""

    kind: Kind
    role: str
    nationality: tuple[str, ...]
    value: int
    because: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Merge:
    """Claims of two reports or more that are taken to come from one origin, and why."""

    origin: str
    claims: tuple[str, ...]
    """Their ids, in the order of publication."""
    words: tuple[str, ...]
    """What shows it: the sources as the reports spell them, or the run of words that copies share."""
    rule: str
    """In words."""
