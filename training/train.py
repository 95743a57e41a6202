"""The training loop: resumable, seeded; it writes `state.pt` to go on from, and a `reader-N.pt` an epoch."""

from __future__ import annotations

import logging
import math
import random
import signal
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training import figures, hedging, polnear
from training.elsewhere import SHARE, elsewhere
from training.encoder import LAYERS, Reader, from_base
from training.examples import Example, batches, collate
from training.loss import loss

log = logging.getLogger("training")


@dataclass(frozen=True)
class Plan:
    """What a run learns from and how; the schedule depends on the step alone, so a run cut off goes on alike."""

    base: Path
    out: Path
    articles: Path | None
    figures: tuple[Path, ...] = ()
    guide: tuple[Path, ...] = ()
    """Those of `figures` that are shown `guide_repeated` times an epoch, the others `figures_repeated` times."""
    begin: Path | None = None  # a reader-N.pt to start from instead of the base
    epochs: float = 6.0  # the last may be cut short
    articles_share: float = 1.0
    figures_repeated: int = 1
    guide_repeated: int = 4
    room: int = 224
    context: int = 16
    batch: int = 2048
    rate: float = 2e-4
    head_rate: float = 8e-4
    layer_decay: float = 0.9
    average: float = 0.998
    frozen: int = 0  # this many lowest layers stay as they are
    half: bool = True  # products in bfloat16
    seed: int = 17
    """Of how the network begins, and of what is dropped."""
    order: int = 17
    """Seed of the order in which news is shown, and how."""
    elsewhere: float = SHARE
    """Of the labelled sentences, those shown under a story that they do not tell of."""
    hold_out: bool = True


def run(plan: Plan) -> bool:
    """Whether the plan is done; not, where SIGTERM cut it off."""
    torch.manual_seed(plan.seed)
    tokenizer = Tokenizer.from_file(str(plan.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    plan.out.mkdir(parents=True, exist_ok=True)
    reader = from_base(plan.base)
    if plan.begin:
        reader.load_state_dict(torch.load(plan.begin))
    average = {name: value.clone() for name, value in reader.state_dict().items()}
    # What the base knows of words that no label shows stays as it is; moving them all costs a third of a step.
    for part in (reader.words, *reader.layers[: plan.frozen]):
        part.requires_grad_(False)
    optimizer = torch.optim.AdamW(_groups(reader, plan), weight_decay=0.01, fused=True)
    epoch, done = 0, 0
    state = plan.out / "state.pt"
    if state.exists():
        saved = torch.load(state)
        reader.load_state_dict(saved["reader"])
        optimizer.load_state_dict(saved["optimizer"])
        average, epoch, done = saved["average"], saved["epoch"], saved["done"]
        torch.set_rng_state(saved["chance"])
        log.info("going on from epoch %d step %d", epoch, done)
    stopping: list[int] = []
    # The step in hand is finished and kept.
    before = signal.signal(signal.SIGTERM, lambda number, _: stopping.append(number))
    while epoch < plan.epochs:
        work = list(_epoch(plan, tokenizer, epoch))
        log.info("epoch %d: %d batches", epoch, len(work))
        sums: dict[str, list[float]] = defaultdict(list)
        began = time.monotonic()
        reader.train()
        for n, examples in enumerate(work):
            if n < done:
                continue
            if epoch + n / len(work) >= plan.epochs:
                break
            _schedule(optimizer, plan, (epoch + n / len(work)) / plan.epochs)
            with torch.autocast("cpu", torch.bfloat16, enabled=plan.half):
                losses = loss(reader, collate(examples))
                if not losses:
                    continue
                sum(losses.values(), torch.zeros(())).backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            _average(average, reader, min(plan.average, (1 + n + epoch * len(work)) / (20 + n + epoch * len(work))))
            for name, value in losses.items():
                sums[name].append(float(value.detach()))
            if n % 20 == 19:
                told = " ".join(f"{name} {sum(v) / len(v):.4f}" for name, v in sums.items())
                log.info("%d/%d %.2f s a step  %s", n + 1, len(work), (time.monotonic() - began) / (n + 1 - done), told)
                sums.clear()
            if n % 100 == 99 or stopping:
                _save(state, {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "average": average,
                              "epoch": epoch, "done": n + 1, "chance": torch.get_rng_state()})  # fmt: skip
            if stopping:
                return False
        epoch, done = epoch + 1, 0
        _save(plan.out / f"reader-{epoch}.pt", average)
        _save(state, {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "average": average,
                      "epoch": epoch, "done": 0, "chance": torch.get_rng_state()})  # fmt: skip
    signal.signal(signal.SIGTERM, before)
    return True


def _save(path: Path, value: Any) -> None:
    part = path.with_suffix(".part")
    torch.save(value, part)
    part.rename(path)


@torch.no_grad()
def _average(average: dict[str, Tensor], reader: Reader, decay: float) -> None:
    own = {name: value for name, value in reader.named_parameters() if value.requires_grad}
    torch._foreach_lerp_([average[name] for name in own], list(own.values()), 1 - decay)


def _groups(reader: Reader, plan: Plan) -> list[dict[str, Any]]:
    """Lower layers learn slower, heads and marks faster; each group keeps its own peak rate as `peak`."""
    groups: dict[float, list[nn.Parameter]] = defaultdict(list)
    for name, parameter in reader.named_parameters():
        top = name.split(".")[0]
        if top == "layers":
            rate = plan.rate * plan.layer_decay ** (LAYERS - 1 - int(name.split(".")[1]))
        elif top in ("words", "places", "norm"):
            rate = plan.rate * plan.layer_decay**LAYERS
        else:
            rate = plan.head_rate
        groups[rate].append(parameter)
    return [{"params": parameters, "lr": rate, "peak": rate} for rate, parameters in groups.items()]


def _schedule(optimizer: torch.optim.Optimizer, plan: Plan, share: float) -> None:
    """Up over the first twentieth, then down along a cosine to a fiftieth."""
    height = share / 0.05 if share < 0.05 else 0.02 + 0.98 * (1 + math.cos(math.pi * (share - 0.05) / 0.95)) / 2
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * height


def _epoch(plan: Plan, tokenizer: Tokenizer, epoch: int) -> Iterator[list[Example]]:
    """An epoch's batches. Some texts come lower-cased, some with typewriter quotes; labels are read anew each epoch."""
    rng = random.Random(plan.order * 1000 + epoch)
    told: list[Example] = []
    if plan.articles:
        rows = [r for r in polnear.rows(plan.articles) if not (plan.hold_out and polnear.held_out(r))]
        rng.shuffle(rows)
        rows = rows[: round(len(rows) * plan.articles_share)]
        a, b = len(rows) // 16, len(rows) // 5
        for part, lower, typewriter in ((rows[:a], True, False), (rows[a:b], False, True), (rows[b:], False, False)):
            for article in polnear.articles(tokenizer, part, lower=lower, typewriter=typewriter):
                room = rng.choice((plan.room - 64, plan.room - 32, plan.room))
                told += polnear.examples(article, tokenizer, room, plan.context, rng)
    counted: list[Example] = []
    if plan.figures:
        known = _shown_rows(plan, [path for path in plan.figures if path not in plan.guide])
        guide = _shown_rows(plan, plan.guide)
        labelled, by_guide = figures.sentences(known), figures.sentences(guide)
        log.info("%d labelled sentences and %d of the guide's", len(labelled), len(by_guide))
        doubted = hedging.hedged(known + guide)
        log.info("%d sentences with labelled hedges", len(doubted))
        stories = sorted({one.about for one in labelled + by_guide if one.about is not None})
        for some in [labelled] * plan.figures_repeated + [by_guide] * plan.guide_repeated:
            shown = [elsewhere(one, stories, rng) if rng.random() < plan.elsewhere else one for one in some]
            counted += [figures.example(sentence, tokenizer, rng) for sentence in shown]
        for _ in range(plan.figures_repeated):
            counted += [hedging.example(sentence, tokenizer, rng) for sentence in doubted]
    work = batches(told, plan.batch, rng) + batches(counted, plan.batch * 3 // 4, rng)
    rng.shuffle(work)
    yield from work


def _shown_rows(plan: Plan, paths: Sequence[Path]) -> list[dict[str, Any]]:
    return [row for row in figures.rows_of(paths) if not (plan.hold_out and figures.held_out(row))]
