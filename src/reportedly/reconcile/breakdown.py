"""Counts that are a part of one line and the whole of another: of "90 hostages, including 60 Danes" the 60 are all the
Danes that anybody told of.

Not so an increment ("two more guards died"), nor some of those just counted ("three of them by gunfire").
"""

import re

from reportedly.reconcile.nesting import EVERYBODY
from reportedly.telling import Telling

_MORE_AFTER = re.compile(r"\s*(?:more|further|additional|other|others|of)\b", re.IGNORECASE)
_MORE_BEFORE = re.compile(r"\b(?:another|further|additional|other)\s*\Z", re.IGNORECASE)
_BACK = 20


def whole_of_its_own(telling: Telling) -> bool:
    """Whether what is told as a part counts all of a narrower group."""
    if telling.role == EVERYBODY and not telling.nationality:
        return False
    at = telling.text.find(telling.phrase)
    if at < 0 or telling.phrase.lower() == "another":
        return False
    before, after = telling.text[max(0, at - _BACK) : at], at + len(telling.phrase)
    return _MORE_BEFORE.search(before) is None and _MORE_AFTER.match(telling.text, after) is None
