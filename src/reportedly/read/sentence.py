"""A sentence of a report, and the setting that it is read in: what every question of reading is asked about."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters [start, end) of the report's text, without the white space around them. Sentences of one paragraph
    share its number; paragraphs count from 0."""

    start: int
    end: int
    paragraph: int
    aside: bool = False
    """A link to another story, or another scrap of the page that tells of people."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known before the first word is read."""

    about: str | None = None
    """What the story is about, in words; None where nobody has said."""
    title: str | None = None
    published_at: datetime | None = None
