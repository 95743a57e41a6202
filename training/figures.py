"""Who is counted: labelled sentences as examples for the figure heads."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from reportedly.read.tagger.labels import KINDS, LINKS, ROLES, SCOPES
from reportedly.read.tagger.pieces import Pieces, cut, prefix
from training.examples import UNKNOWN, Example, Phrase, framed
from training.phrases import phrases
from training.polnear import rows, span_of

SOURCE, SOURCE_END, NOUN = (LINKS.index(name) for name in ("phrase source", "phrase source end", "phrase noun"))
ROOM = 192
HELD_OUT = 10  # one sentence in this many
_OTHER_NAMES = {
    "attackers": "militant|terrorist|kidnapper|gunm[ae]n|suspect|attacker|insurgent|bomber|rebel|assailant"
    "|extremist|fighter",
    "workers": "labourer|laborer|worker|employee|staff",
    "police": "police|officer|cop",
    "soldiers": "soldier|troop|servicem[ae]n|marine",
    "foreigners": "foreigner|westerner",
    "crew": "crew",
    "passengers": "passenger",
    "children": "child|kid",
    "women": "wom[ae]n",
    "prisoners": "prisoner|inmate|detainee",
    "protesters": "protest[eo]r|demonstrator",
}


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence; `spans` are its candidate phrases, `labels` their figures or None."""

    id: str
    text: str
    about: str | None
    day: date | None
    spans: list[tuple[int, int]]
    labels: list[dict[str, Any] | None]


def rows_of(labels: Iterable[Path]) -> list[dict[str, Any]]:
    return [row for path in labels for row in rows(path)]


def held_out(row: dict[str, Any]) -> bool:
    """Whether a labelled sentence is kept back to choose and to calibrate by."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % HELD_OUT == 0


def day_of(published: object) -> date | None:
    if isinstance(published, (int, float)):
        return datetime.fromtimestamp(published, UTC).date()
    return date.fromisoformat(published[:10]) if isinstance(published, str) else None


def located(text: str, figures: Sequence[dict[str, Any]]) -> list[tuple[tuple[int, int], dict[str, Any]]]:
    """Each figure with its phrase's span: at `start` where given, else the next place that holds the phrase."""
    out: list[tuple[tuple[int, int], dict[str, Any]]] = []
    taken: set[int] = set()
    for figure in figures:
        phrase = figure["phrase"]
        found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)] or [text.find(phrase)]
        if figure.get("start") is not None and text.startswith(phrase, figure["start"]):
            found = [figure["start"]]
        free = [at for at in found if at >= 0 and at not in taken]
        if free:
            taken.add(free[0])
            out.append(((free[0], free[0] + len(phrase)), figure))
    return out


def sentences(labelled: Iterable[dict[str, Any]]) -> list[Sentence]:
    out = []
    for row in labelled:
        if "figures" not in row:
            continue
        gold = located(row["text"], row["figures"])
        spans = [span for span, _ in gold]
        labels: list[dict[str, Any] | None] = [figure for _, figure in gold]
        for span in phrases(row["text"]):
            touching = [figure for (start, end), figure in gold if start < span[1] and span[0] < end]
            if len(touching) < 2 and span not in spans:
                spans.append(span)
                labels.append(touching[0] if touching else None)
        out.append(Sentence(row["id"], row["text"], row.get("about"), day_of(row.get("published_at")), spans, labels))
    return out


def example(sentence: Sentence, tokenizer: Tokenizer, rng: random.Random | None) -> Example:
    """With `rng`, what the story is about, its day, its capitals and its place in a text are dropped at random."""
    text, about, day = sentence.text, sentence.about, sentence.day
    if rng:
        about = about if rng.random() < 0.85 else None
        day = day if rng.random() < 0.9 else None
        lowered = text.lower()
        text = lowered if rng.random() < 0.15 and len(lowered) == len(text) else text
    pieces = cut(tokenizer, [text])[0]
    before = prefix(tokenizer, about, day)
    last = min(len(pieces), ROOM - 2 - len(before))
    ids, marks, offset = framed(pieces, 0, last, before)
    links: list[tuple[int, int, int]] = []
    learned: list[Phrase] = []
    for span, figure in zip(sentence.spans, sentence.labels, strict=True):
        first, end = span_of(pieces, *span)
        if first < end <= last:
            known = _phrase(sentence.text, pieces, first + offset, end - 1 + offset, span, figure, offset)
            learned.append(_shown(known, last + offset))
    for phrase in learned:
        links += _links(phrase)
    return Example(ids, marks, np.full(len(ids), UNKNOWN, np.int64), links, learned)


def _phrase(text: str, pieces: Pieces, first: int, last: int, span: tuple[int, int], figure: dict[str, Any] | None,
            offset: int) -> Phrase:  # fmt: skip
    if figure is None:
        return Phrase(first, last, KINDS.index("none"), source=None)
    role = figure.get("role") or "people"
    at = noun_at(text, role, span)
    noun = span_of(pieces, at, at + 1)[0] + offset if at is not None else 0
    source: tuple[int, int] | None = (0, 0)
    if figure.get("source"):
        start = text.find(figure["source"])
        source = None
        if start >= 0:
            first_of, end_of = span_of(pieces, start, start + len(figure["source"]))
            source = (first_of + offset, end_of - 1 + offset)
    named = ROLES.index(role) if role in ROLES else 0 if at is not None else -1
    scope = SCOPES.index(figure.get("scope") or "event")
    return Phrase(first, last, KINDS.index(figure["kind"]), named, scope, source, noun)


def _shown(phrase: Phrase, beyond: int) -> Phrase:
    """What is known of the phrase where the window is cut short before piece `beyond`: nothing of what stands there."""
    source = None if phrase.source is not None and phrase.source[1] >= beyond else phrase.source
    return replace(phrase, source=source, noun=phrase.noun if phrase.noun < beyond else -1)


def noun_at(text: str, role: str, span: tuple[int, int]) -> int | None:
    """Where the text names who is counted: of the words that can mean `role`, the nearest, those after it first."""
    stems = _OTHER_NAMES.get(role) or re.escape(role[:-1] if role.endswith("s") and not role.endswith("ss") else role)
    found = [m.start() for m in re.finditer(rf"(?i)\b\w*(?:{stems})", text)]
    return min(found, key=lambda at: at - span[1] if at >= span[0] else 40 + span[0] - at, default=None)


def _links(phrase: Phrase) -> list[tuple[int, int, int]]:
    out: list[tuple[int, int, int]] = []
    for row in range(phrase.first, phrase.last + 1):
        if phrase.source is not None:
            out += [(SOURCE, row, phrase.source[0]), (SOURCE_END, row, phrase.source[1])]
        if phrase.noun >= 0 and phrase.kind != 0:
            out.append((NOUN, row, phrase.noun))
    return out
