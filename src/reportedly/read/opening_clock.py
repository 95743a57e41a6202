"""A clock time that a line of a live blog opens with: "14:05 The coroner says", "2.05pm:", "1530 GMT -", "1745 Police".
It is no part of what is said, of who says it, nor a number of people."""

import re

_ZONE = r"(?:GMT|UTC|BST|IST|CET|CEST|EST|EDT|PST|PDT|AEST|EAT|WAT|Z|local\s+time|hrs|hours|h)"
_CLOCK = r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?"
_HOURS = r"(?:[01]\d|2[0-3])[0-5]\d"
_OPENS = re.compile(
    rf"\W{{0,3}}(?:(?:last\s+)?(?:updated?|posted|live)\W{{0,2}}\s*(?:at\s+)?)?"
    rf"(?:{_CLOCK}(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?{_ZONE}\b\)?)?|(?:1[0-2]|[1-9])\s*[ap]\.?m\b\.?(?=\s*(?:{_ZONE}\b|[:\-–—|]))"
    rf"(?:\s*{_ZONE}\b)?|{_HOURS}\s*{_ZONE}\b|{_HOURS}(?=\s*[:\-–—|]\s))"
    r"[\]):|\s]*(?:[-–—]\s+)?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<hours>{_HOURS})\s+(?=[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?\s[a-z])")
_LONGEST = 48


def after_clock(text: str, start: int, end: int) -> int:
    """Where the words begin in the line from `start` on; `start` itself where no time stands before them, or nothing
    but a time."""
    found = _OPENS.match(text, start, min(end, start + _LONGEST)) or _bare(text, start, end)
    if found is None or found.end() >= end:
        return start
    return found.end() if text[found.end()].isalnum() or text[found.end()] in "\"“‘'*•([" else start


def _bare(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "1745 Police are escorting": a time without any mark, but not "2008 Mumbai attacks", nor "1200 Feared Dead"."""
    found = _BARE.match(text, start, end)
    return None if found is None or found["hours"][:2] in ("19", "20") else found
