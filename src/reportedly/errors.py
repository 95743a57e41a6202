"""What a caller can get wrong, by name.

A mistake of the caller raises one of these; news that cannot be read is a `Problem`, never an exception. Only a face
turns either into an exit status or a response. Every message says what happened, where, and what to try.
"""


class ReportedlyError(Exception):
    """A caller's mistake: the message is one line fit to be shown to the person who made it."""


class WrongUse(ReportedlyError):
    """The call itself is off: a time that is none, a story name with a slash, a figure that is no number."""


class NothingToRead(ReportedlyError):
    """Nothing that was named could be read: missing, empty, a picture, not text."""


class LedgerUnusable(ReportedlyError):
    """The ledger cannot be opened, is not ours, is newer than this program, or cannot be written."""


class NoSuchStory(ReportedlyError):
    """The ledger holds no story of that name."""
