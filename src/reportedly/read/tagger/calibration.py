"""How far the network's own probabilities may be trusted: learnt on held-out sentences, shipped beside the model."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KEPT = "calibration.json"
"""The name of its file."""


@dataclass(frozen=True)
class Calibration:
    """`weights` are those of a logistic regression over the log odds of an attribution's parts, the constant first;
    `scope` those of one over the signs of another event that `reportedly.read.counted` adds up. Empty: not fitted."""

    weights: tuple[float, ...] = ()
    temperatures: Mapping[str, float] = field(default_factory=dict)
    scope: tuple[float, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """Without a file the network is taken at its word."""
        if not path.exists():
            return cls()
        kept = json.loads(path.read_text(encoding="utf8"))
        return cls(tuple(kept["weights"]), kept["temperatures"], tuple(kept.get("scope", ())))

    def keep(self, path: Path) -> None:
        kept = {"weights": self.weights, "temperatures": self.temperatures, "scope": self.scope}
        path.write_text(json.dumps(kept) + "\n", encoding="utf8")

    def attribution(self, sure: Sequence[float]) -> float:
        if not self.weights:
            return math.prod(sure)
        return 1 / (1 + math.exp(-sum(w * x for w, x in zip(self.weights, (1.0, *log_odds(sure)), strict=True))))

    def soften(self, name: str, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        out: NDArray[np.float32] = np.exp((scores - scores.max()) / self.temperatures.get(name, 1.0))
        softened: NDArray[np.float32] = out / out.sum()
        return softened


def log_odds(sure: Sequence[float]) -> tuple[float, ...]:
    return tuple(math.log(max(p, 1e-4) / max(1 - p, 1e-4)) for p in sure)
