"""What stands over a plain text: who wrote it, and when it was published or last updated."""

import re
from datetime import datetime

from reportedly.ingest.clock import clock_of
from reportedly.ingest.days import Bearings, moments

_LINES = 8
"""Lines from the top that may be a heading."""
_BYLINE = re.compile(
    r"\s*by[ ]+(?P<who>[A-Z][\w.'’-]*(?:[ ]+(?:and|&|,|[A-Za-z][\w.'’-]*)){0,8})\s*(?:[,|•-]\s*.{0,40})?", re.IGNORECASE
)
_NAMED = re.compile(r"[A-Z][\w.'’-]*(?:[ ](?:(?:van|von|de|den|der|da|di|al|el|bin|la|le)\b|[A-Z][\w.'’-]*)){1,4}")


def byline_of(text: str) -> str | None:
    """The names on a line of their own that begins with "By"; None where there is none."""
    for line in text[:2000].splitlines()[:_LINES]:
        if len(line) > 100 or line.rstrip().endswith((".", ":", "?")):
            continue
        found = _BYLINE.fullmatch(line)
        if found is not None:
            names = _NAMED.findall(found["who"])
            if names:
                return ", ".join(dict.fromkeys(names))
    return None


def published_of(text: str) -> datetime | None:
    """The moment on a line of its own that names its day in full ("Updated at 14:05 BST, 17 January 2031"); the last
    such line of the heading, since an update is told below what it updates."""
    found = None
    for line in text[:2000].splitlines()[:_LINES]:
        clock = clock_of(line) if len(line) <= 100 else None
        if clock is not None and clock.alone and clock.day is not None and clock.day.year is not None:
            (found,), _ = moments([clock], Bearings())
    return found
