"""What of a sentence lies beside words that are somebody's."""

import re
from collections.abc import Iterable

from reportedly.read.sentence import Sentence
from reportedly.report import Span

_WHEN_SAID = re.compile(
    r"(?:(?:on|late|early|last)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?"
    r",\s+(?:and|as|but|while)\s+(?=\w)",
    re.IGNORECASE,
)
"""When it was said: "officials said | on Wednesday, and 20 people were missing"."""


def gaps(text: str, part: Sentence, taken: Iterable[Span]) -> list[Span]:
    """What of the sentence lies outside these spans, without the commas and spaces at its ends, and the
    day on which the words before it were said."""
    gaps, start = [], part.start
    for first, last in sorted(taken):
        if first > start:
            gaps.append((start, min(first, part.end)))
        start = max(start, last)
    if start < part.end:
        gaps.append((start, part.end))
    trimmed = []
    for first, last in gaps:
        while first < last and not text[first].isalnum() and text[first] not in "\"'“‘$€£(":
            first += 1
        when = _WHEN_SAID.match(text, first, last)
        first = first if when is None else when.end()
        while last > first and text[last - 1] in " ,;:—–-\n\t":
            last -= 1
        if first < last:
            trimmed.append((first, last))
    return trimmed
