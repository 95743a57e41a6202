"""From the evidence to the account: pure functions, no clock, no disk. What the other stages may know of it is here."""

from reportedly.reconcile.account import account, account_of, accounts, lines_as_of
from reportedly.reconcile.arrivals import arrivals, caught_up
from reportedly.reconcile.changes import changes, changes_of
from reportedly.reconcile.incremental import Accounting, accounting
from reportedly.reconcile.merges import merges
from reportedly.reconcile.policies import POLICIES
from reportedly.reconcile.sources import sources

__all__ = [
    "POLICIES",
    "Accounting",
    "account",
    "account_of",
    "accounting",
    "accounts",
    "arrivals",
    "caught_up",
    "changes",
    "changes_of",
    "lines_as_of",
    "merges",
    "sources",
]
