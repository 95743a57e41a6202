"""A story as its ledger stood at one moment, and what its reports come to: for whoever asks often, or goes on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reportedly import reconcile
from reportedly.account import Account, Change, Line
from reportedly.evidence import Evidence

ONE_BY_ONE = 300
"""New reports past which taking in all of a story is quicker than going on."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """What the first `extent` reports of a story come to, whatever they are dated. A value: the next snapshot goes on
    from it and leaves it as it is."""

    story: str
    extent: int
    accounting: reconcile.Accounting

    def account(self, as_of: datetime, policy: str = "latest") -> Account:
        """As `Story.account`, for a moment before which all of these reports were published (inclusive)."""
        return reconcile.account_of(self.accounting, self.story, as_of, policy)

    def changes(self) -> tuple[Change, ...]:
        """As `Story.changes`, all of them."""
        return reconcile.changes_of(self.accounting)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A story as its ledger stood when it held `extent` reports: loaded once, asked often. It never changes."""

    name: str
    evidence: Evidence

    @property
    def extent(self) -> int:
        return len(self.evidence.editions)

    def so_far(self, before: SoFar | None = None) -> SoFar:
        """What its reports come to. Where `before` is what earlier ones of this story came to, only those after them
        are taken in: the same, at a part of the cost."""
        if before is None or not 0 <= self.extent - before.extent <= ONE_BY_ONE:
            return SoFar(self.name, self.extent, reconcile.accounting(self.evidence))
        return SoFar(self.name, self.extent, reconcile.caught_up(before.accounting, before.extent, self.evidence))

    def account(self, as_of: datetime | None = None, policy: str = "latest") -> Account:
        """As `Story.account`."""
        return reconcile.account(self.evidence, self.name, as_of if as_of is not None else datetime.now(UTC), policy)

    def accounts(self, moments: Sequence[datetime], policy: str = "latest") -> tuple[Account, ...]:
        """As `Story.accounts`."""
        return reconcile.accounts(self.evidence, self.name, moments, policy)

    def lines(self, as_of: datetime, policy: str = "latest") -> tuple[Line, ...]:
        """As `account(as_of, policy).lines`, at a part of its cost."""
        return reconcile.lines_as_of(self.evidence, as_of, policy)

    def changes(self) -> tuple[Change, ...]:
        """As `Story.changes`, all of them."""
        return reconcile.changes(self.evidence)

    def arrivals(self, after: int = 0, before: SoFar | None = None) -> Iterator[tuple[int, tuple[Change, ...]]]:
        """What each report brought, from the one after the first `after`, in the ledger's order: its place in the
        story, from 1, and its changes. The same whenever and by whomever it is asked: an order to resume by. `before`:
        what the first `after` reports came to, where it is at hand."""
        known = None if before is None or before.extent != after else before.accounting
        return reconcile.arrivals(self.evidence, after, known)
