"""A page that was changed: the paragraphs that differ, old and new side by side, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from reportedly.report import Report

MOST_PARAGRAPHS = 400
MOST_WORDS = 600
"""Of a paragraph; past these, comparing costs the square of the length, and the two are shown whole."""
MOST_SHOWN = 12
"""Changed paragraphs of one revision that the page shows."""

_PIECE = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """Either side is empty where the other version does not have the paragraph at all."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    old: Report
    new: Report
    title_changed: bool
    paragraphs: tuple[ChangedParagraph, ...]
    left_out: int


def revision(old: Report, new: Report) -> Revision:
    changed = list(_changed(_split(old.text), _split(new.text)))
    # Word by word only what is shown: a page rewritten from end to end would cost minutes.
    shown = tuple(_side_by_side(before, after) for before, after in changed[:MOST_SHOWN])
    return Revision(
        old=old,
        new=new,
        title_changed=old.title != new.title,
        paragraphs=shown,
        left_out=max(0, len(changed) - MOST_SHOWN),
    )


def _split(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of an old paragraph and the one that stands in its place; "" where there is none."""
    if len(old) > MOST_PARAGRAPHS or len(new) > MOST_PARAGRAPHS:
        old_set, new_set = set(old), set(new)
        yield from ((p, "") for p in old if p not in new_set)
        yield from (("", p) for p in new if p not in old_set)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from zip_longest(old[i1:i2], new[j1:j2], fillvalue="")


def _side_by_side(old: str, new: str) -> ChangedParagraph:
    a, b = _PIECE.findall(old), _PIECE.findall(new)
    if not old or not new or len(a) > MOST_WORDS or len(b) > MOST_WORDS:
        return ChangedParagraph(_whole(old), _whole(new))
    before: list[Piece] = []
    after: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if i2 > i1:
            before.append(Piece("".join(a[i1:i2]), tag != "equal"))
        if j2 > j1:
            after.append(Piece("".join(b[j1:j2]), tag != "equal"))
    return ChangedParagraph(tuple(before), tuple(after))


def _whole(paragraph: str) -> tuple[Piece, ...]:
    return (Piece(paragraph, True),) if paragraph else ()
