"""A labelled sentence shown under another story, of which it tells nothing: what it counts is then background.

Few labelled stories hold sentences of other events of the same kind; this makes as many as there are stories. The other
story happens when the sentence is published, and where one can be had it is of the same kind: so neither the year nor
the kind of event gives it away, but where it happened and what it was.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.read.backdrop import topic_of
from reportedly.read.dates import MONTHS, YEAR
from training.figures import Sentence

SHARE = 0.08
"""Of the sentences, those shown under another story."""
_TRIES = 4
_ALIKE = 0.6
_LATEST = 6
"""Days before the sentence that the other story is put, at most."""
_DATE = re.compile(rf"(?:(?P<day>\d\d?) )?(?:{'|'.join(MONTHS)}) \d{{4}}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_KINDS = frozenset(
    "bombing bombings blast blasts explosion explosions attack attacks crash fire fires collapse shooting shootings "
    "quake earthquake floods flood derailment landslide tornado hurricane typhoon cyclone storm siege kidnapping "
    "hijacking sinking stampede riots clashes protests ferry train bus plane helicopter mine factory hotel school "
    "church mosque market".split()
)


def elsewhere(sentence: Sentence, stories: Sequence[str], rng: random.Random) -> Sentence:
    """The sentence under one of `stories` that it does not tell of, its figures background; itself where none is
    found."""
    if sentence.day is None:
        return sentence
    told = _names(f"{sentence.text} {sentence.about or ''}")
    home = topic_of(sentence.about).countries | topic_of(sentence.text).countries
    kinds = _kinds(sentence.about or sentence.text)
    alike = [story for story in stories if _kinds(story) & kinds] if rng.random() < _ALIKE else []
    for _ in range(_TRIES):
        story = rng.choice(alike or stories)
        if _names(story) & told or topic_of(story).countries & home:
            continue
        labels = [None if label is None else {**label, "scope": "background"} for label in sentence.labels]
        return replace(sentence, about=_dated(story, sentence.day, rng), labels=labels)
    return sentence


def _names(text: str) -> set[str]:
    """The words that could name a place or a story."""
    return {word for word in map(str.lower, _WORD.findall(text)) if word not in _KINDS and word not in MONTHS}


def _kinds(text: str) -> frozenset[str]:
    return _KINDS & {*map(str.lower, _WORD.findall(text))}


def _dated(story: str, day: date, rng: random.Random) -> str:
    """The story, its date put a few days before `day`."""
    then = day - timedelta(days=rng.randint(0, _LATEST))

    def dated(found: re.Match[str]) -> str:
        return f"{then.day} {then:%B %Y}" if found["day"] else f"{then:%B %Y}"

    return YEAR.sub(str(then.year), _DATE.sub(dated, story))
