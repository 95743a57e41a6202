"""Figures that a claim tells only to say that they no longer hold: "lowered to 21 from 23", "12, not 34".

They are read from the words just before the number, and only where the same claim gives another figure for the same
line: "from 23" alone may be 23 of anything.
"""

import re
from collections.abc import Sequence

from reportedly.reconcile.lines import Voice, level

_BEFORE = re.compile(
    r"(?:\b(?:from|not|instead of|rather than|replacing|previously|earlier|initially|originally)"
    r"(?: (?:placed|put|given|reported|set|estimated) (?:at|as))?|"
    r"\b(?:an?|the|its|their|his) (?:earlier|previous|initial|first|original|old)(?: \w+){0,3})"
    r"(?: (?:the|its|a|an|of|at|least|about|some|reported|earlier|previous|initial))*[ \"'“‘]*$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"^[\w ]{0,20},? (?:and|but|before|then)(?: \w+){0,3}? "
    r"(?:raised|lowered|brought|cut|revised|reduced|corrected|increased)(?: down| up)? to\b",
    re.IGNORECASE,
)
"""What comes after a number that was changed again: "raised to 19 and later cut to eight"."""
_BACK = 60
"""Characters before the number that are looked at."""


def former(voices: Sequence[Voice]) -> frozenset[int]:
    """Of the tellings of one report on one line, the places of those that are told as what was said before."""
    by_claim: dict[str, list[int]] = {}
    for place, voice in enumerate(voices):
        by_claim.setdefault(voice.telling.claim_id, []).append(place)
    found: set[int] = set()
    for places in by_claim.values():
        levels = {level(voices[place].telling.low, voices[place].telling.high) for place in places}
        if len(levels) < 2:
            continue
        old = {place for place in places if _told_as_old(voices[place])}
        if len(old) < len(places):
            found |= old
    return frozenset(found)


def _told_as_old(voice: Voice) -> bool:
    text, phrase = voice.telling.text, voice.telling.phrase
    at = text.find(phrase)
    # A number that the claim has twice is not told apart from itself.
    if at < 1 or text.find(phrase, at + 1) >= 0:
        return False
    if _BEFORE.search(text[max(0, at - _BACK) : at]) is not None:
        return True
    return _THEN.search(text[at + len(phrase) : at + len(phrase) + _BACK]) is not None
