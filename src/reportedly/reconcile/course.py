"""How one line went: its steps, and how each of its tellings stands in the end."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from reportedly.account import Bounds, Is


class Step(NamedTuple):
    """One move of a line: what it was called in `Change.what`, the best before and after, and who caused it."""

    at: datetime
    what: str
    before: Bounds | None
    after: Bounds | None
    voice: int
    """The telling's place among the line's voices; for `withdrawn`, the telling that was dropped."""
    report_id: str
    """The report that caused it: for `withdrawn`, the version that dropped it."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a line went: for each of its voices how it stands and what replaced it, the steps, and what is best now."""

    stands: tuple[Is, ...]
    replaced_by: tuple[str | None, ...]
    parts: tuple[bool, ...]
    contested: tuple[int, ...]
    """The voices that somebody else denied and nothing has outgrown: still in the range."""
    best: int | None
    """The voice whose figure is best."""
    since: datetime | None
    steps: tuple[Step, ...]
