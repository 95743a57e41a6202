"""The recipe of training, on a handful of invented news. Runs where the `train` extra is installed."""

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("all_minilm_l6_v2")
train, gather, loss = (pytest.importorskip(f"training.{name}") for name in ("train", "gather", "loss"))

ARTICLE = "Mayor Ane Vik said the bridge at Orrin would stay shut. “Nobody crosses,” she told reporters."
LONG = "Rain fell on Orrin and " * 60
SENTENCES = (
    "Nine drivers were killed in Orrin, police said.",
    "Orrin: 4 hurt; in Linz last year 20 died.",
    LONG + "nine drivers were killed, police said.",
    "Nine drivers were killed, " + LONG.lower() + "the harbour police said.",
)


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def figure(text: str) -> dict[str, Any]:
    phrase = "nine" if "nine" in text else "Nine" if "Nine" in text else "4"
    source = next((name for name in ("the harbour police", "police") if name in text), None)
    kind = "wounded" if phrase == "4" else "killed"
    return {"phrase": phrase, "kind": kind, "role": "drivers", "source": source, "scope": "event"}


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("recipe")
    said = {"source": [[0, 14]], "cue": [[15, 19]], "content": [[20, 54]]}
    told = {"source": [[72, 75]], "cue": [[76, 80]], "content": [[56, 71]]}
    articles: list[dict[str, Any]] = [
        {"id": f"own/{n}", "text": ARTICLE, "attributions": [said, told]} for n in range(8)
    ]
    rows: list[dict[str, Any]] = [
        {"id": f"own/{n}", "about": "Orrin floods, March 2031", "text": text, "figures": [figure(text)], "hedges": []}
        for n, text in enumerate(SENTENCES)
    ]
    return {
        "base": gather.base_in(folder / "base"),
        "articles": written(folder / "articles.jsonl", articles),
        "figures": written(folder / "figures.jsonl", rows[1:]),
        "guide": written(folder / "guide.jsonl", rows[:1]),
    }


def learnt(material: dict[str, Path], out: Path) -> Any:
    torch.set_num_threads(1)
    guide = (material["guide"],)
    figures = (material["figures"], *guide)
    return train.run(
        train.Plan(material["base"], out, material["articles"], figures, guide, epochs=2, batch=256, hold_out=False)
    )


def test_a_run_that_was_cut_off_ends_where_another_does(
    material: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It learns from articles and labelled sentences, those too long for a window among them, and goes on alike."""
    steps: list[int] = []
    cut_off = 0

    def watched(*told: Any) -> Any:
        steps.append(len(steps) + 1)
        if steps[-1] == cut_off:
            os.kill(os.getpid(), signal.SIGTERM)
        return loss.loss(*told)

    monkeypatch.setattr(train, "loss", watched)
    assert learnt(material, tmp_path / "whole")
    all_steps, cut_off = len(steps), len(steps) * 3 // 4
    steps.clear()
    assert not learnt(material, tmp_path / "parted")
    assert learnt(material, tmp_path / "parted")
    assert len(steps) == all_steps
    whole, parted = (torch.load(tmp_path / name / "reader-2.pt") for name in ("whole", "parted"))
    assert all(torch.allclose(whole[name], parted[name]) for name in whole)
