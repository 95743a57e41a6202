"""How often each wording that tells of another event is right, by all labelled sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, time

from reportedly.read.figures import Candidate, candidates
from reportedly.read.prose import sentences as parted
from reportedly.read.sentence import Setting
from training.figures import Sentence


def drafted(sentence: Sentence) -> list[Candidate]:
    """What the rules count in it."""
    day = None if sentence.day is None else datetime.combine(sentence.day, time(12), UTC)
    setting = Setting(sentence.about, None, day)
    return [one for part in parted(sentence.text) for one in candidates(sentence.text, part, setting)]


def by_wording(labelled: Sequence[Sentence]) -> Counter[tuple[bool, float, bool]]:
    """How many labelled figures are in a series of attacks, are given this chance of another event by the words near
    them, and are of another: what the constants of `reportedly.read.scope` are held against."""
    found: Counter[tuple[bool, float, bool]] = Counter()
    for sentence in labelled:
        draft = drafted(sentence)
        for span, label in zip(sentence.spans, sentence.labels, strict=True):
            for one in draft if label else ():
                start, end = one.figure.phrase.span
                if start < span[1] and span[0] < end:
                    assert label is not None
                    found[one.around.series, one.around.chance, label.get("scope") == "background"] += 1
                    break
    return found
