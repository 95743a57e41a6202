"""Numbers that count nobody but who speaks: "three residents said", "a village head and two doctors told the Courier".

Whoever says how many died is not one of them. Only a speaker in a state of his own ("two freed hostages said") may be
counted for it, and only what stands beside the speaker ("the father of two of the dead") counts others.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from reportedly.figure import Figure, Kind
from reportedly.report import Span

_ONLY_SPEAK = frozenset(["official", "military", "police", "militant", "company", "outlet", "expert", "medic"])
"""Roles that speak for somebody. A witness, a relative or a hostage who speaks may well be one of those counted."""
_LONGEST = 400
_BESIDE = re.compile(
    r"\b(?:of|for|from|with|who|which|whose|whom|where|near|treating|representing|including|among|killed|held|missing)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\b(?:one|some|two|three|several|many|both|either|none)\s+of\b", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:(?:the|these|those|another|all|both|at least|about|some|a further)\W+)*", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[.!?][\"”’']?\s+[A-Z“\"]\w*\s")
_PARTED = re.compile(r",|;|\band\b|\bor\b", re.IGNORECASE)
_IN_A_STATE = re.compile(
    r"\b(?:freed|released|rescued|escaped|fleeing|surviving|wounded|injured|hurt|evacuated|displaced|arrested|detained"
    r"|captured|kidnapped|abducted|captive|dead|died?|dies|perished|drowned|shot|deaths?|bod(?:y|ies)|corpses?|killed|casualt(?:y|ies)|missing|trapped)\b",
    re.IGNORECASE,
)


def without_speakers(text: str, figures: Iterable[Figure], speakers: Mapping[Span, str | None]) -> list[Figure]:
    """The figures but those that count who says it. `speakers` are the spans of the sources, with their roles; one of
    more than 400 characters is none. Takes time in proportion to the figures."""
    spans = sorted(speakers)
    starts = [start for start, _ in spans]

    def near(figure: Figure) -> list[Span]:
        at = figure.phrase.span[0]
        return spans[bisect_left(starts, at - _LONGEST) : bisect_right(starts, at)]

    return [one for one in figures if not any(_counts(text, one, span, speakers[span]) for span in near(one))]


def _counts(text: str, figure: Figure, speaker: Span, role: str | None) -> bool:
    start, end = figure.phrase.span
    if not (speaker[0] <= start and end <= speaker[1]):
        return False
    if figure.low == figure.high == 1:
        # "a freed hostage", "an American"; of "one of the survivors" the one is no count
        silent = figure.kind in (Kind.KILLED, Kind.MISSING) or figure.phrase.text.lower() == "one"
        if silent or role in _ONLY_SPEAK:
            return True
    opened = max((found.end() for found in _PARTED.finditer(text, speaker[0], start)), default=speaker[0])
    before = _ONE_OF.sub(" ", text[opened:start])
    if not _OPENS.fullmatch(before) or _NEW_SENTENCE.search(text, speaker[0], speaker[1]):
        return False  # nor is a number that a reader of too many words took for a speaker's
    closed = _BESIDE.search(text, end, speaker[1])
    after = _PARTED.search(text, end, speaker[1] if closed is None else closed.start())
    last = min(speaker[1] if found is None else found.start() for found in (closed, after))
    return _IN_A_STATE.search(text, opened, last) is None
