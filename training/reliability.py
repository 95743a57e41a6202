"""How sure was how often right: the bins of a calibration, as lines and as the diagram in the model card."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import vl_convert
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BINS = 10


class Bin(NamedTuple):
    said: float
    was: float
    count: int


def bins(sure: Floats, right: Floats) -> list[Bin]:
    """Ten of equal width, those with nothing in them left out."""
    place = np.minimum((sure * BINS).astype(int), BINS - 1)
    return [
        Bin(float(sure[place == b].mean()), float(right[place == b].mean()), int((place == b).sum()))
        for b in range(BINS)
        if (place == b).any()
    ]


def expected_error(sure: Floats, right: Floats) -> float:
    """Expected calibration error."""
    found = bins(sure, right)
    return sum(abs(one.said - one.was) * one.count for one in found) / max(1, len(sure))


def printed(found: list[Bin]) -> str:
    return "\n".join(f"said {one.said:.2f}  was {one.was:.2f}  ({one.count})" for one in found)


def draw(asked: dict[str, list[Bin]], path: Path) -> None:
    """One panel for each question: what was said along, what was right up, the diagonal where they are one."""
    rows = [
        {"question": question, "said": round(one.said, 3), "was": round(one.was, 3), "answers": one.count}
        for question, found in asked.items()
        for one in found
    ]
    axis = {"type": "quantitative", "scale": {"domain": [0, 1]}}
    points = {
        "mark": {"type": "point", "filled": True, "opacity": 0.8},
        "encoding": {
            "x": {"field": "said", "title": "how sure it said it was", **axis},
            "y": {"field": "was", "title": "how often it was right", **axis},
            "size": {"field": "answers", "type": "quantitative"},
        },
    }
    line = {
        "data": {"values": [{"said": 0, "was": 0}, {"said": 1, "was": 1}]},
        "mark": {"type": "line", "color": "#999", "strokeDash": [4, 4]},
        "encoding": {"x": {"field": "said", **axis}, "y": {"field": "was", **axis}},
    }
    panels = [
        {
            "title": question,
            "width": 220,
            "height": 220,
            "layer": [line, {"transform": [{"filter": {"field": "question", "equal": question}}], **points}],
        }
        for question in asked
    ]
    path.write_text(vl_convert.vegalite_to_svg({"data": {"values": rows}, "hconcat": panels}), encoding="utf-8")
