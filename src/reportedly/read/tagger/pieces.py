"""A text cut into word pieces, each with a mark that says what lower-casing and cutting lose.

A mark is `case + 3 * quoted + 6 * opens a line`: case is 0 for small letters, 1 for a capital first letter, 2 for
capitals; quoted means inside quotation marks, which end with their line at the latest. PREFIX marks what stands before
the text: what the story is about and the day of publication. Training and reading both cut text here, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.read.dates import one_day

PREFIX = 12
MARKS = 13
CLS, SEP = 101, 102
LONGEST_PREFIX = 40
_FAR = 14
_WORD = re.compile(r"\w+")

_HALF = re.compile("[\ud800-\udfff]")
_QUOTE = re.compile(r"[“”„\"\n]|''|``")


@dataclass(frozen=True)
class Pieces:
    """`starts` and `ends` are offsets into the text in characters; all four arrays have one value a piece."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    marks: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def cut(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Pieces]:
    """The pieces of each text; `tokenizer` neither pads nor truncates."""
    # Half a character cannot be handed to the tokenizer; another of the same width can.
    whole = [_HALF.sub("\ufffd", text) for text in texts]
    return [
        _marked(text, np.array(encoded.ids, np.int64), np.array(encoded.offsets, np.int64).reshape(-1, 2))
        for text, encoded in zip(texts, tokenizer.encode_batch(whole, add_special_tokens=False), strict=True)
    ]


def prefix(tokenizer: Tokenizer, about: str | None, day: date | None) -> NDArray[np.int64]:
    """The ids that go between [CLS] and the text, closed by [SEP]; empty where nothing is known."""
    heading = heading_of(about, day)
    if not heading:
        return np.empty(0, np.int64)
    # What the story is about gives way to its days, which are short.
    days = [piece for part in heading[1:] for piece in _ids(tokenizer, f" | {part}")]
    return np.array([*_ids(tokenizer, heading[0])[: LONGEST_PREFIX - len(days)], *days, SEP], np.int64)


def heading_of(about: str | None, day: date | None) -> tuple[str, ...]:
    """What the model is told before the text: what it is about, the weekday of the one day it is about, the day of
    publication, and how many days lie between. A model cannot count days, and news tells the time by weekdays."""
    event = one_day(_WORD.findall(about.lower())) if about is not None else None
    told = [
        about,
        f"{event:%A}" if event is not None else None,
        f"{day.day} {day:%B %Y %A}" if day is not None else None,
    ]
    if event is not None and day is not None:
        told.append(_days_after((day - event).days))
    return tuple(part for part in told if part)


def _days_after(days: int) -> str:
    if days < 0:
        return "before"
    return ("same day", "next day")[days] if days < 2 else f"{days} days after" if days <= _FAR else "long after"


def _ids(tokenizer: Tokenizer, text: str) -> list[int]:
    return list(tokenizer.encode(text, add_special_tokens=False).ids)


def sentence_starts(text: str, pieces: Pieces) -> NDArray[np.int64]:
    """Indexes of pieces that open a line or follow a full stop, question or exclamation mark and what closes it."""
    opens = pieces.marks // 6 % 2 == 1
    codes = _codes(text)
    last = codes[np.maximum(pieces.ends - 1, 0)] if len(pieces) else codes[:0]
    stop = np.isin(last, _STOPS)
    closing = np.isin(last, _CLOSING)
    after = np.zeros(len(pieces), bool)
    after[1:] = stop[:-1] & ~closing[1:]
    after[2:] |= stop[:-2] & closing[1:-1] & ~closing[2:]
    gap = np.zeros(len(pieces), bool)
    gap[1:] = pieces.starts[1:] > pieces.ends[:-1]
    return np.flatnonzero(opens | (after & gap))


_STOPS = np.array([ord(c) for c in ".!?"], np.uint32)
_CLOSING = np.array([ord(c) for c in "\"'”’)]"], np.uint32)


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _marked(text: str, ids: NDArray[np.int64], offsets: NDArray[np.int64]) -> Pieces:
    starts, ends = offsets[:, 0], offsets[:, 1]
    if not len(ids):
        return Pieces(ids, starts, ends, ids)
    codes = _codes(text)
    capital = ((codes >= 65) & (codes <= 90)) | ((codes >= 0xC0) & (codes <= 0xDE))
    first = capital[starts]
    second = capital[np.minimum(starts + 1, ends - 1)] & (ends - starts > 1)
    case = np.where(first, 1 + second, 0)
    lines = np.concatenate(([0], np.cumsum(codes == 10)))[starts]
    opens = np.concatenate(([True], lines[1:] != lines[:-1]))
    return Pieces(ids, starts, ends, case + 3 * _quoted(text, len(codes))[starts] + 6 * opens)


def _quoted(text: str, length: int) -> NDArray[np.int64]:
    """1 for each character between quotation marks, the marks themselves left out."""
    inside = np.zeros(length + 1, np.int64)
    opened = -1
    for m in _QUOTE.finditer(text):
        at, mark = m.start(), m.group()
        if mark == "\n":
            if opened >= 0:
                inside[opened:at] = 1
            opened = -1
        elif mark in "“„``":
            opened = m.end() if opened < 0 else opened
        elif mark != "”" and opened < 0:
            opened = m.end()
        elif opened >= 0:
            inside[opened:at] = 1
            opened = -1
    if opened >= 0:
        inside[opened:] = 1
    return inside
