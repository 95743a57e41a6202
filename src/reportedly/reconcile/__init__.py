"""From the evidence to the account: pure functions, no clock, no disk. What the other stages may know of it is here."""

from reportedly.reconcile.account import account, accounts, lines_as_of
from reportedly.reconcile.arrivals import arrivals
from reportedly.reconcile.changes import changes
from reportedly.reconcile.merges import merges
from reportedly.reconcile.policies import POLICIES
from reportedly.reconcile.sources import sources

__all__ = ["POLICIES", "account", "accounts", "arrivals", "changes", "lines_as_of", "merges", "sources"]
