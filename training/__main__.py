"""From raw news to the shipped model.

all        every step below, one after the other; a run that was cut off goes on where it was
train      learn from labelled news; checkpoints go to --work
export     the last checkpoint as ONNX in 8 bits, to --model
calibrate  how sure is sure, on held-out news; prints the reliability, writes calibration.json beside the model
evaluate   predictions on --dev-articles and --dev-figures, in --work, for attribution.py and score.py
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from training.train import Plan, run

STEPS = ("train", "export", "calibrate", "evaluate")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=("all", *STEPS))
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and predictions")
    parser.add_argument("--model", type=Path, required=True, help="folder for the model that is shipped")
    parser.add_argument("--articles", type=Path, help="PolNeAR's train.jsonl")
    parser.add_argument("--figures", type=Path, nargs="*", default=[], help="labelled sentences")
    parser.add_argument("--figure-texts", type=Path, nargs="*", default=[], help="texts of labels that hold ids alone")
    parser.add_argument("--dev-articles", type=Path, nargs="*", default=[], help="to test on, never learnt from")
    parser.add_argument("--dev-figures", type=Path, nargs="*", default=[], help="likewise")
    parser.add_argument("--begin", type=Path, help="a checkpoint to start from instead of the base")
    parser.add_argument("--checkpoint", type=Path, help="export this one, not the last")
    for name, kind, default in (
        ("epochs", float, 4.0), ("figures-repeated", int, 3), ("batch", int, 2048), ("rate", float, 2e-4),
        ("head-rate", float, 8e-4), ("articles-share", float, 1.0), ("seed", int, 17), ("average", float, 0.998),
        ("layer-decay", float, 0.9), ("frozen", int, 2),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=kind, default=default)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _train(args: argparse.Namespace) -> None:
    import torch

    torch.set_num_threads(args.threads)
    run(Plan(
        base=args.base, out=args.work, articles=args.articles, figures=tuple(args.figures),
        figure_texts=tuple(args.figure_texts), begin=args.begin, epochs=args.epochs, batch=args.batch,
        articles_share=args.articles_share, figures_repeated=args.figures_repeated, rate=args.rate,
        head_rate=args.head_rate, layer_decay=args.layer_decay, average=args.average,
            seed=args.seed, frozen=args.frozen,
    ))  # fmt: skip


def _export(args: argparse.Namespace) -> None:
    from training.export import export

    last = max(args.work.glob("reader-*.pt"), key=lambda path: int(path.stem.split("-")[1]), default=None)
    checkpoint = args.checkpoint or last
    if checkpoint is None:
        raise SystemExit(f"no reader-*.pt in {args.work}: run `train` first")
    path = export(checkpoint, args.base, args.model)
    print(f"{path}: {path.stat().st_size:,} bytes from {checkpoint.name}")


def _calibrate(args: argparse.Namespace) -> None:
    from training import figures, polnear
    from training.calibrate import calibrate

    articles = [row for row in polnear.rows(args.articles) if polnear.held_out(row)] if args.articles else []
    calibrate(args.model, articles, figures.joined(args.figures, args.figure_texts), args.threads)


def _evaluate(args: argparse.Namespace) -> None:
    from reportedly.read.tagger.tag import Tagger
    from training import evaluate, polnear

    tagger = Tagger(args.model, args.threads)
    for path in args.dev_articles:
        evaluate.write(args.work / f"read-{path.name}", evaluate.attributions(tagger, polnear.rows(path)))
    for path in args.dev_figures:
        gold = polnear.rows(path)
        read = evaluate.figures(tagger, gold)
        evaluate.write(args.work / f"read-{path.name}", read)
        print(path.name)
        for topic, right, figures in evaluate.by_topic(gold, read):
            print(f"  {topic:16} count F1 {right:.3f}  ({figures} in gold)")


def main() -> None:
    args = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    steps = {"train": _train, "export": _export, "calibrate": _calibrate, "evaluate": _evaluate}
    for step in STEPS if args.step == "all" else (args.step,):
        steps[step](args)


if __name__ == "__main__":
    main()
