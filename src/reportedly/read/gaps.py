"""What of a sentence lies beside words that are somebody's."""

from collections.abc import Iterable

from reportedly.read.sentence import Sentence
from reportedly.report import Span


def gaps(text: str, part: Sentence, taken: Iterable[Span]) -> list[Span]:
    """What of the sentence lies outside these spans, without the commas and spaces at its ends."""
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
        while last > first and text[last - 1] in " ,;:—–-\n\t":
            last -= 1
        if first < last:
            trimmed.append((first, last))
    return trimmed
