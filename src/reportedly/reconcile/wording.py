"""Figures in the words of their reports, for sentences that a person understands.

"More than 20" has the bound 21, which no report holds; so whatever is not exact is told in the report's own words.
"""

import re

from reportedly.account import LineClaim, LineGroup
from reportedly.figure import Kind

_SOFT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|estimated|perhaps|maybe|couple|or so|close to)\b|~",
    re.IGNORECASE,
)
_LONGEST = 40


def figure_as_told(claim: LineClaim) -> str:
    """ "12" where the report says twelve, else its own words, on one line: "more than 20", "dozens"."""
    if claim.low is not None and claim.low == claim.high and not _SOFT.search(claim.phrase):
        return f"{claim.low:,}"
    words = " ".join(claim.phrase.split())
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return words[:1].lower() + words[1:]


def group_as_told(group: LineGroup) -> str:
    """ "hostages", "foreign hostages", "workers (GB, NO)"."""
    adjectives = [code for code in group.nationality if code in ("foreign", "local") and group.role != "foreigners"]
    countries = [code for code in group.nationality if code not in ("foreign", "local")]
    name = " ".join([*adjectives, group.role])
    return f"{name} ({', '.join(countries)})" if countries else name


_DONE = {Kind.ATTACKERS: "who attacked", Kind.PRESENT: "who were there"}


def counted_as_told(claim: LineClaim, kind: Kind, group: LineGroup, but: LineGroup | None = None) -> str:
    """ "25 foreign hostages freed"; without the group where it is `but`: "25 freed"."""
    who = "" if group == but else f" {group_as_told(group)}"
    return f"{figure_as_told(claim)}{who} {_DONE.get(kind, kind.value)}"


def exactly(claim: LineClaim) -> bool:
    return claim.low is not None and claim.low == claim.high
