"""The shipped model: texts in, who said what and what each number phrase counts out. No network, no PyTorch."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.read.tagger import decode
from reportedly.read.tagger.calibration import KEPT, Calibration
from reportedly.read.tagger.labels import KINDS, LINKS, ROLES, SCOPES
from reportedly.read.tagger.pieces import CLS, PREFIX, SEP, Pieces, cut, prefix, sentence_starts
from reportedly.read.tagger.windows import CONTEXT, LENGTH, Window, windows

_SHORT = LENGTH // 2
"""Pieces up to which a text is read behind its day though nobody said what it is about. An article tells its days
itself, and who said what is read a little worse behind a date."""
_DECODED = 32
"""Windows whose tags are decoded at once."""
Span = tuple[int, int]
SOURCE, SOURCE_END, NOUN = (LINKS.index(name) for name in ("phrase source", "phrase source end", "phrase noun"))


@dataclass(frozen=True)
class Attribution:
    """Who said what, in spans of the text. `source` is None where the text names none."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    confidence: float
    sure: tuple[float, ...] = ()


@dataclass(frozen=True)
class Counted:
    """What a number phrase counts: `kind` is "none" where it counts no people; `role` is "" where `noun` names who."""

    span: Span
    kind: str
    role: str
    scope: str
    noun: Span | None
    source: Span | None
    kinds: dict[str, float]
    roles: dict[str, float]
    background: float
    confidence: float
    source_sure: float = 1.0
    """How likely `source` is the one, or how likely there is none where it is None."""


@dataclass
class Tagged:
    attributions: list[Attribution] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    hedges: list[tuple[Span, float]] = field(default_factory=list)
    """Words that weaken what is said, and how sure the network is of them."""
    scope_weights: tuple[float, ...] = ()
    """What the signs of another event weigh with this network; empty where nobody fitted them."""


@dataclass(frozen=True)
class _Shown:
    """One window of one text, ready for the network: `offset` is where its first piece stands in the input."""

    text: int
    window: Window
    before: NDArray[np.int64]
    length: int

    @property
    def offset(self) -> int:
        return 1 + len(self.before)


class _Answers(NamedTuple):
    """Of one window of L pieces: tags (L, TAGS), links (LINKS, L, L), counts (L, ...), hedges (L, HEDGES)."""

    tags: decode.Floats
    links: decode.Floats
    counts: decode.Floats
    hedges: decode.Floats


class Tagger:
    """Holds the network in memory; `tag` may be called any number of times and from any thread."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "1" if threads > 1 else "0")
        options.enable_cpu_mem_arena = False
        self.session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._calibration = Calibration.load(folder / KEPT)
        self.encoder_seconds = 0.0
        """Spent in the network so far."""

    def tag(
        self,
        texts: Sequence[str],
        abouts: Sequence[str | None] | None = None,
        days: Sequence[date | None] | None = None,
        phrases: Sequence[Sequence[Span]] | None = None,
    ) -> list[Tagged]:
        """One answer a text, in order. `phrases` are the spans of each text that may be number phrases."""
        pieces = cut(self.tokenizer, texts)
        asked = [_asked(pieces[n], phrases[n]) if phrases else [] for n in range(len(texts))]
        told: dict[tuple[str | None, date | None], NDArray[np.int64]] = {}
        shown: list[_Shown] = []
        for n, (text, cut_text) in enumerate(zip(texts, pieces, strict=True)):
            about, day = abouts[n] if abouts else None, days[n] if days else None
            key = (about, day if about is not None or len(cut_text) <= _SHORT else None)
            before = told.setdefault(key, told[key] if key in told else prefix(self.tokenizer, *key))
            room = LENGTH - 2 - len(before)
            for window in windows(cut_text, sentence_starts(text, cut_text), room, CONTEXT):
                use = before if next(_within(asked[n], window), None) is not None else before[:0]
                shown.append(_Shown(n, window, use, 2 + len(use) + window.last - window.first))
        out = [Tagged(scope_weights=self._calibration.scope) for _ in texts]
        found: list[dict[int, Attribution]] = [{} for _ in texts]
        counted: list[dict[int, Counted]] = [{} for _ in texts]
        for some in _batches(shown):
            read = [self._read(at, pieces[at.text]) for at in some]
            best = decode.best_tags(_stacked([one.tags for one in read]))
            for n, (at, (tags, links, counts, hedges)) in enumerate(zip(some, read, strict=True)):
                of = pieces[at.text]
                tagging = best[n, : at.length]
                sure = np.take_along_axis(decode.softmax(tags), tagging[:, None], 1)[:, 0]
                for telling in decode.tellings(tagging, sure, links):
                    self._keep(found[at.text], telling, at, of)
                out[at.text].hedges.extend(_hedges(hedges, at, of))
                for number, span, first, last in _within(asked[at.text], at.window):
                    rows = slice(first - at.window.first + at.offset, last - at.window.first + at.offset + 1)
                    counted[at.text][number] = self._count(span, counts[rows].mean(0), links[:, rows].mean(1), at, of)
        for n, tagged in enumerate(out):
            tagged.attributions.extend(sorted(found[n].values(), key=lambda a: (a.content[0], a.cue)))
            tagged.counted.extend(c for _, c in sorted(counted[n].items()))
            tagged.hedges.sort()
        return out

    def _read(self, at: _Shown, pieces: Pieces) -> _Answers:
        """What the network says of one window.

        One window a run: the network rounds to 8 bits by the largest number in the run, so that a window beside others
        would come out a little otherwise, and a report must read the same in any company.
        """
        body = slice(at.offset, at.length - 1)
        ids = np.zeros((1, at.length), np.int64)
        marks = np.full((1, at.length), PREFIX, np.int64)
        ids[0, 0], ids[0, 1 : at.offset], ids[0, at.length - 1] = CLS, at.before, SEP
        ids[0, body] = pieces.ids[at.window.first : at.window.last]
        marks[0, body] = pieces.marks[at.window.first : at.window.last]
        began = time.perf_counter()
        told = self.session.run(None, {"ids": ids, "marks": marks, "shown": np.ones((1, at.length), np.int32)})
        self.encoder_seconds += time.perf_counter() - began
        tags, links, counts, hedges = (np.asarray(one)[0] for one in told)
        # what stands around the text is nobody's words; [CLS] stays, for it answers "none"
        tags[: at.offset, 1:] = tags[at.length - 1 :, 1:] = -1e4
        links[:, :, 1 : at.offset] = links[:, :, at.length - 1 :] = -1e4
        return _Answers(tags, links, counts, hedges)

    def _keep(self, found: dict[int, Attribution], telling: decode.Telling, at: _Shown, pieces: Pieces) -> None:
        """A cue that two windows show belongs to the one that owns it; what the next adds to its content is added."""
        shift = at.window.first - at.offset

        def span(run: decode.Run) -> Span:
            return int(pieces.starts[run.first + shift]), int(pieces.ends[run.last + shift])

        if telling.cue.first < at.offset:
            return
        cue = telling.cue.first + shift
        owned = cue >= at.window.own
        content = tuple(span(c) for c in telling.contents if c.first + shift >= at.window.own or owned)
        if not owned:
            known = found.get(cue)
            if known and content:
                joined = tuple(sorted({*known.content, *content}))
                found[cue] = Attribution(known.source, known.cue, joined, known.confidence, known.sure)
            return
        source = span(telling.source) if telling.source else None
        confidence = self._calibration.attribution(telling.sure)
        found[cue] = Attribution(source, span(telling.cue), content, confidence, telling.sure)

    def _count(self, span: Span, scores: decode.Floats, links: decode.Floats, at: _Shown, pieces: Pieces) -> Counted:
        split = np.split(scores, (len(KINDS), len(KINDS) + len(ROLES)))
        soften = self._calibration.soften
        kinds, roles, scopes = (soften(n, part) for n, part in zip(("kind", "role", "scope"), split, strict=True))
        shift = at.window.first - at.offset

        def place(first: int, last: int) -> Span | None:
            if first < at.offset or last >= at.length - 1:
                return None
            return int(pieces.starts[first + shift]), int(pieces.ends[last + shift])

        first, last, source_sure = decode.pointed(links[SOURCE], links[SOURCE_END])
        noun = int(links[NOUN].argmax())
        kind = int(kinds.argmax())
        return Counted(
            span, KINDS[kind], ROLES[int(roles.argmax())], SCOPES[int(scopes.argmax())], place(noun, noun),
            place(first, last), dict(zip(KINDS, map(float, kinds), strict=True)),
            dict(zip(ROLES, map(float, roles), strict=True)), float(scopes[1]), float(kinds[kind]),
            source_sure,
        )  # fmt: skip


def _hedges(scores: decode.Floats, at: _Shown, pieces: Pieces) -> Iterator[tuple[Span, float]]:
    """The hedges among the pieces that the window owns."""
    body = scores[at.offset : at.length - 1]
    tagging = body.argmax(1)
    if not tagging.any():
        return
    sure = np.take_along_axis(decode.softmax(body), tagging[:, None], 1)[:, 0]
    for run in decode.runs(tagging, sure, 0):
        first, last = run.first + at.window.first, run.last + at.window.first
        if first >= at.window.own:
            yield (int(pieces.starts[first]), int(pieces.ends[last])), run.sure


def _asked(pieces: Pieces, spans: Sequence[Span]) -> list[tuple[int, Span, int, int]]:
    """(number, span, first piece, last piece) of each phrase that touches a piece, by first piece."""
    if not spans or not len(pieces):
        return []
    bounds = np.array(spans, np.int64).reshape(-1, 2)
    firsts = np.searchsorted(pieces.ends, bounds[:, 0], "right")
    lasts = np.searchsorted(pieces.starts, bounds[:, 1], "left") - 1
    pairs = enumerate(zip(firsts, lasts, strict=True))
    found = [(n, spans[n], int(a), int(b)) for n, (a, b) in pairs if a <= b < len(pieces)]
    return sorted(found, key=lambda f: f[2])


def _within(asked: Sequence[tuple[int, Span, int, int]], window: Window) -> Iterator[tuple[int, Span, int, int]]:
    """The phrases that the window owns; one that runs past its end is cut there."""
    low = _bisect(asked, window.own)
    for number, span, first, last in asked[low:]:
        if first >= window.last:
            break
        yield number, span, first, min(last, window.last - 1)


def _bisect(asked: Sequence[tuple[int, Span, int, int]], first: int) -> int:
    low, high = 0, len(asked)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if asked[middle][2] < first else (low, middle)
    return low


def _batches(shown: Sequence[_Shown]) -> Iterator[Sequence[_Shown]]:
    """Windows of like length together, to be decoded at once."""
    ordered = sorted(shown, key=lambda at: -at.length)
    for first in range(0, len(ordered), _DECODED):
        yield ordered[first : first + _DECODED]


def _stacked(tags: Sequence[decode.Floats]) -> decode.Floats:
    """The windows' tags side by side; past a window's end nothing is tagged."""
    out = np.full((len(tags), max(map(len, tags)), tags[0].shape[1]), -1e4, np.float32)
    out[:, :, 0] = 0
    for n, one in enumerate(tags):
        out[n, : len(one)] = one
    return out
