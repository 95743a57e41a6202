"""Marks: where somebody stands in a story's changes, in the order in which its reports were recorded.

"12" is after everything that the story's 12th report brought, "12.3" after the third of the changes that it brought,
"0" before everything. Marks are derived from rows that are never changed: the same for every server at any time.
"""

import re
from typing import NamedTuple

from reportedly.account import Change
from reportedly.errors import WrongUse

_WRITTEN = re.compile(r"(\d{1,9})(?:\.(\d{1,6}))?")
WRITTEN = r"^\d{1,9}(\.\d{1,6})?$"
ALL = 10**6
"""Stands for the place after all that a report brought."""


class Mark(NamedTuple):
    report: int
    place: int = ALL

    def __str__(self) -> str:
        return f"{self.report}" if self.place == ALL else f"{self.report}.{self.place}"


START = Mark(0)


def mark_of(text: str) -> Mark:
    """Raises `WrongUse`."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise WrongUse(f"no place among the changes: {text[:40]!r}; write the `seq` of the last one seen, such as 12.3")
    report, place = found.groups()
    return Mark(int(report)) if place is None else Mark(int(report), int(place))


class Arrived(NamedTuple):
    """One change and its place."""

    mark: Mark
    change: Change
