"""A figure: a count of people in some state, with bounds, as the labelling guide defines it (docs/figures.md)."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.report import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report and where they stand: `text` is `report.text[span[0]:span[1]]`, always."""

    text: str
    span: Span


class Kind(StrEnum):
    """The state that people are counted in."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    TAKEN = "taken"
    """Ever seized, whatever became of them; `held` is how many are in captors' hands at that moment."""
    HELD = "held"
    FREED = "freed"
    ESCAPED = "escaped"
    RESCUED = "rescued"
    """Saved from an accident or disaster; from captors it is `freed`."""
    TRAPPED = "trapped"
    ARRESTED = "arrested"
    EVACUATED = "evacuated"
    DISPLACED = "displaced"
    ATTACKERS = "attackers"
    PRESENT = "present"
    OTHER = "other"


class Scope(StrEnum):
    EVENT = "event"
    BACKGROUND = "background"
    """Another event, another year, a general statement, a hypothetical, a demand, a forecast."""


@dataclass(frozen=True, slots=True)
class Group:
    """Who is counted. `role` is one lower-case plural noun; `nationality` holds ISO 3166 two-letter codes,
    "foreign" or "local", sorted; empty where the text says nothing."""

    role: str = "people"
    nationality: tuple[str, ...] = ()
    text: str | None = None
    """The group's own words, verbatim, where the text has them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`low` and `high` are inclusive; None is open on that side. Zero is a figure."""

    kind: Kind
    low: int | None
    high: int | None
    phrase: Words
    group: Group = Group()
    approx: bool = False
    scope: Scope = Scope.EVENT
    part: bool = False
    """Counts only some of a larger count that the text gives or takes for granted ("two more", "including a
    Briton", "three of them"): it never stands for the whole."""
