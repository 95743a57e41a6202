"""How much each sign of another event weighs: fits what `reportedly.read.counted` adds up, on held-out sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.read.counted import signs, told_together
from reportedly.read.figures import Candidate
from reportedly.read.tagger.calibration import KEPT, Calibration
from reportedly.read.tagger.tag import Tagger
from training.calibrate import logistic
from training.figures import Sentence, held_out, sentences
from training.wording import by_wording, drafted

Floats = NDArray[np.float64]
FOLDS = 5
PENALTY = 1.0


def seen(tagger: Tagger, kept: Sequence[Sentence]) -> Iterator[tuple[Sentence, dict[str, Any], Candidate, float]]:
    """Each figure of gold that both the rules and the model have an answer for, and the model's word on its scope."""
    drafts = [drafted(sentence) for sentence in kept]
    spans = [[one.figure.phrase.span for one in draft] for draft in drafts]
    tagged = tagger.tag([s.text for s in kept], [s.about for s in kept], [s.day for s in kept], spans)
    for sentence, draft, answer in zip(kept, drafts, tagged, strict=True):
        by_span = {one.span: one for one in answer.counted}
        told = [by_span.get(one.figure.phrase.span) for one in draft]
        evened = told_together(sentence.text, draft, told)
        for span, label in zip(sentence.spans, sentence.labels, strict=True):
            for one, known, background in zip(draft, told, evened, strict=True) if label else ():
                start, end = one.figure.phrase.span
                if start < span[1] and span[0] < end and known is not None:
                    assert label is not None
                    yield sentence, label, one, background
                    break


def weigh(model: Path, labelled: Sequence[dict[str, Any]], say: Callable[[str], None] = print) -> tuple[float, ...]:
    """The weights of `signs`, the constant first, kept in the model's `calibration.json`; says how often event and
    background are told apart with them."""
    told = by_wording(sentences(labelled))
    for series, chance in sorted({(series, chance) for series, chance, _ in told}):
        event, background = told[series, chance, False], told[series, chance, True]
        story = "series" if series else "one event"
        say(f"{story:9} by the words {chance}: {background} of {event + background} were background")
    kept = sentences(row for row in labelled if held_out(row))
    features, answers, groups = [], [], []
    for sentence, label, candidate, evened in seen(Tagger(model), kept):
        if candidate.around.sure:
            continue  # nobody asks the weights
        features.append(signs(candidate.around, evened))
        answers.append((label.get("scope") or "event") == "background")
        groups.append(sum(sentence.id.encode()) % FOLDS)
    x, y, fold = np.array(features), np.array(answers, float), np.array(groups)
    right = np.zeros(len(y), bool)
    for one in range(FOLDS):
        w = logistic(x[fold != one], y[fold != one], PENALTY)
        right[fold == one] = (w[0] + x[fold == one] @ w[1:] > 0) == (y[fold == one] > 0)
    weights = tuple(round(float(w), 2) for w in logistic(x, y, PENALTY))
    say(f"scope: {len(y)} figures, {int(y.sum())} background; told apart {right.mean():.3f}, fitted on the other folds")
    say(f"weights {weights}")
    replace(Calibration.load(model / KEPT), scope=weights).keep(model / KEPT)
    return weights
