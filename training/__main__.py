"""From raw news to the shipped model: `python -m training all --shared SHARED --work WORK --model MODEL`.

all        every step below, one after the other; a run that was cut off goes on where it was
train      learn from labelled news in two runs side by side, and take their mean; checkpoints go to --work
export     the mean as ONNX in 8 bits, to --model
calibrate  how sure is sure, on held-out news; prints the reliability, writes calibration.json beside the model
weigh      how much each sign of another event weighs, on held-out news; prints it and adds it to calibration.json
evaluate   predictions on the dev files, in --work, for attribution.py and score.py; prints figures by topic, and hedges
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from training.gather import Material, base_in, gather

MEAN = "mean.pt"
STEPS = ("train", "export", "calibrate", "weigh", "evaluate")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=("all", *STEPS))
    parser.add_argument("--shared", type=Path, required=True, help="the folder with gold/ and data/")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and predictions")
    parser.add_argument("--model", type=Path, required=True, help="folder for the model that is shipped")
    parser.add_argument("--begin", type=Path, help="a checkpoint to start from instead of the base")
    parser.add_argument("--checkpoint", type=Path, help="export this one, not the mean")
    for name, kind, default in (
        ("epochs", float, 6.0), ("figures-repeated", int, 1), ("guide-repeated", int, 4), ("batch", int, 2048),
        ("rate", float, 2e-4), ("head-rate", float, 8e-4), ("articles-share", float, 1.0), ("seed", int, 17),
        ("average", float, 0.998), ("layer-decay", float, 0.9), ("frozen", int, 0), ("runs", int, 2),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=kind, default=default)
    parser.add_argument("--whole-precision", action="store_true", help="no bfloat16, for processors without it")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _train(args: argparse.Namespace, given: Material) -> None:
    from training.mean import checkpoints, mean
    from training.together import together
    from training.train import Plan

    runs = [args.work / f"run-{n + 1}" for n in range(args.runs)]
    plans = [
        Plan(
            base=base_in(given.base), out=out, articles=given.articles, figures=given.labelled,
            guide=given.by_the_guide, begin=args.begin,
            epochs=args.epochs, batch=args.batch, articles_share=args.articles_share,
            figures_repeated=args.figures_repeated, guide_repeated=args.guide_repeated,
            rate=args.rate, head_rate=args.head_rate,
            layer_decay=args.layer_decay, average=args.average, seed=args.seed, order=args.seed + n,
            frozen=args.frozen, half=not args.whole_precision,
        )
        for n, out in enumerate(runs)
    ]  # fmt: skip
    if not together(plans, args.threads):
        # what is half trained must not go on to replace the model that is shipped
        raise SystemExit(f"cut off: run this again to go on from what is kept in {args.work}")
    mean([path for out in runs for path in checkpoints(out)], args.work / MEAN)


def _export(args: argparse.Namespace, given: Material) -> None:
    from training.export import export

    checkpoint = args.checkpoint or args.work / MEAN
    if not checkpoint.exists():
        raise SystemExit(f"no {checkpoint}: run `train` first")
    path = export(checkpoint, base_in(given.base), args.model)
    print(f"{path}: {path.stat().st_size:,} bytes from {checkpoint.name}")


def _calibrate(args: argparse.Namespace, given: Material) -> None:
    from training import figures, polnear
    from training.calibrate import calibrate

    articles = [row for row in polnear.rows(given.articles) if polnear.held_out(row)]
    calibrate(args.model, articles, figures.rows_of(given.labelled), args.threads)


def _weigh(args: argparse.Namespace, given: Material) -> None:
    from training import figures
    from training.weigh import weigh

    weigh(args.model, figures.rows_of(given.labelled))


def _evaluate(args: argparse.Namespace, given: Material) -> None:
    from reportedly.read.tagger.tag import Tagger
    from training import evaluate, hedging, polnear
    from training import figures as figures_module

    tagger = Tagger(args.model, args.threads)
    for path in given.dev_articles:
        evaluate.write(args.work / f"read-{path.name}", evaluate.attributions(tagger, polnear.rows(path)))
    for path in given.dev_figures:
        gold = polnear.rows(path)
        read = evaluate.figures(tagger, gold)
        evaluate.write(args.work / f"read-{path.name}", read)
        print(path.name)
        for topic, right, figures in evaluate.by_topic(gold, read):
            print(f"  {topic:16} count F1 {right:.3f}  ({figures} in gold)")
    doubted = hedging.hedged(figures_module.rows_of([given.hedges]))
    for way, precision, recall, f1 in hedging.score(tagger, doubted):
        print(f"hedges, {way:6} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def main() -> None:
    args = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    given = gather(args.shared, args.work)
    steps = {"train": _train, "export": _export, "calibrate": _calibrate, "weigh": _weigh, "evaluate": _evaluate}
    for step in STEPS if args.step == "all" else (args.step,):
        steps[step](args, given)


if __name__ == "__main__":
    main()
