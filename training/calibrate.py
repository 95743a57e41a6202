"""How sure is sure: fits the shipped calibration on held-out news and prints how reliable it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.read.tagger.calibration import KEPT, Calibration, log_odds
from reportedly.read.tagger.labels import KINDS, ROLES, SCOPES
from reportedly.read.tagger.tag import Attribution, Tagger
from training.figures import Sentence, held_out, sentences
from training.reliability import Bin, bins, draw, expected_error, printed

Floats = NDArray[np.float64]
DIAGRAM = Path(__file__).parent / "reliability.svg"


def logistic(features: Floats, right: Floats, penalty: float = 1.0) -> Floats:
    """Weights, the constant first, by Newton's method."""
    x = np.hstack([np.ones((len(features), 1)), features])
    weights = np.zeros(x.shape[1])
    ridge = penalty * np.eye(x.shape[1])
    ridge[0, 0] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (right - p) - ridge @ weights)
    return weights


def _letters(spans: Sequence[Sequence[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def told_right(gold: Sequence[dict[str, Any]], read: Sequence[Attribution]) -> list[bool]:
    """Which of an article's attributions share half their content, and half their source, with one of gold's."""
    known = [(_letters(g["content"]), _letters(g["source"])) for g in gold]
    out = []
    for told in read:
        content, source = _letters(told.content), _letters([told.source] if told.source else [])
        out.append(any(
            2 * len(content & c) >= len(content | c)
            and (4 * len(source & s) >= len(source) + len(s) if source and s else not source and not s)
            for c, s in known
        ))  # fmt: skip
    return out


def attribution_weights(
    tagger: Tagger, articles: Sequence[dict[str, Any]], drawn: dict[str, list[Bin]], say: Callable[[str], None]
) -> Floats:
    tagged = tagger.tag([row["text"] for row in articles])
    features, right, fold = [], [], []
    for n, (row, answer) in enumerate(zip(articles, tagged, strict=True)):
        features += [log_odds(a.sure) for a in answer.attributions]
        right += told_right(row["attributions"], answer.attributions)
        fold += [n % 2] * len(answer.attributions)
    x, y, half = np.array(features), np.array(right, float), np.array(fold)
    sure = np.empty(len(y))
    for one in (0, 1):
        w = logistic(x[half != one], y[half != one])
        sure[half == one] = 1 / (1 + np.exp(-(w[0] + x[half == one] @ w[1:])))
    error = expected_error(sure, y)
    say(f"attributions: {len(y)} on {len(articles)} held-out articles, ECE {error:.3f} (fitted on the other half)")
    drawn["who said what"] = bins(sure, y)
    say(printed(drawn["who said what"]))
    return logistic(x, y)


def figure_temperatures(
    tagger: Tagger, kept: Sequence[Sentence], drawn: dict[str, list[Bin]], say: Callable[[str], None]
) -> dict[str, float]:
    """The temperature of kind, role and scope that makes held-out answers likeliest."""
    texts, abouts = [s.text for s in kept], [s.about for s in kept]
    tagged = tagger.tag(texts, abouts, [s.day for s in kept], [s.spans for s in kept])
    asked: dict[str, tuple[list[Floats], list[int]]] = {"kind": ([], []), "role": ([], []), "scope": ([], [])}
    for sentence, answer in zip(kept, tagged, strict=True):
        by_span = {c.span: c for c in answer.counted}
        for span, label in zip(sentence.spans, sentence.labels, strict=True):
            counted = by_span.get(span)
            if counted is None:
                continue
            asked["kind"][0].append(np.log(np.array(list(counted.kinds.values())) + 1e-9))
            asked["kind"][1].append(KINDS.index(label["kind"] if label else "none"))
            if label:
                asked["scope"][0].append(np.log(np.array([1 - counted.background, counted.background]) + 1e-9))
                asked["scope"][1].append(SCOPES.index(label.get("scope") or "event"))
                if label["role"] in ROLES:
                    asked["role"][0].append(np.log(np.array(list(counted.roles.values())) + 1e-9))
                    asked["role"][1].append(ROLES.index(label["role"]))
    out = {}
    for name, (scores, answers) in asked.items():
        x, y = np.array(scores), np.array(answers)
        best = min(np.linspace(0.6, 4, 69), key=lambda t: _surprise(x / t, y))
        p = np.exp(x / best)
        p /= p.sum(1, keepdims=True)
        right = (p.argmax(1) == y).astype(float)
        say(
            f"{name}: {len(y)} on {len(kept)} held-out sentences, right {right.mean():.3f}, temperature {best:.2f}, "
            f"ECE {expected_error(p.max(1), right):.3f}, before {expected_error(np.exp(x).max(1), right):.3f}"
        )
        drawn[f"figures: {name}"] = bins(p.max(1), right)
        if name == "kind":
            say(printed(drawn[f"figures: {name}"]))
        out[name] = round(float(best), 3)
    return out


def _surprise(scores: Floats, answers: NDArray[np.int64]) -> float:
    return float((np.log(np.exp(scores).sum(1)) - scores[np.arange(len(answers)), answers]).mean())


def calibrate(
    model: Path, articles: Sequence[dict[str, Any]], labelled: Sequence[dict[str, Any]], threads: int = 2
) -> None:
    """Writes `calibration.json` beside the model, prints how reliable it is, and draws it for the model card."""
    target = model / KEPT
    target.unlink(missing_ok=True)
    tagger = Tagger(model, threads)
    drawn: dict[str, list[Bin]] = {}
    weights = attribution_weights(tagger, articles, drawn, print)
    temperatures = figure_temperatures(tagger, sentences([row for row in labelled if held_out(row)]), drawn, print)
    draw(drawn, DIAGRAM)
    Calibration(tuple(round(float(w), 4) for w in weights), temperatures).keep(target)
