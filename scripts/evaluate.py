"""Scores the reader against labelled news and holds it to floors. A floor may be raised, never lowered.

usage: python scripts/evaluate.py SHARED   (the folder with seed/, gold/, data/)

Prints what the scorers print and exits 1 below a floor, or where a file is not the one that the floors were set on.
Where SHARED is not there it says so and exits 0: the labelled news is other people's and not in this repository.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import company

LABELS = Path(__file__).parents[1] / "training" / "labels"
UNSEEN = {
    "unseen": LABELS / "unseen-1.jsonl",
    "unseen 2": LABELS / "unseen-2.jsonl",
    "unseen 3": LABELS / "unseen-3.jsonl",
}
IN_COMPANY = (UNSEEN["unseen"], UNSEEN["unseen 2"])
"""What the floors of reading reports of eight were set on."""
REPORTEDLY = [sys.executable, "-m", "reportedly"]


def main(shared: Path) -> int:
    if not shared.is_dir():
        print(f"no labelled news at {shared}: nothing was scored")
        return 0
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
    failures = [*changed(shared, floors["sha256"])]
    with tempfile.TemporaryDirectory() as folder:
        scores = {"seed": seed(shared), **gold(shared, Path(folder)), **attribution(shared, Path(folder))}
    for name, floor in floors["floor"].items():
        verdict = "ok" if scores[name] >= floor else "BELOW ITS FLOOR"
        print(f"{name:24} {scores[name]:8.3f}   floor {floor:8.3f}   {verdict}")
        if scores[name] < floor:
            failures.append(f"{name} is {scores[name]:.3f}, below its floor {floor}")
    for failure in failures:
        print(f"FAILED: {failure}", file=sys.stderr)
    return 1 if failures else 0


def changed(shared: Path, sums: dict[str, str]) -> list[str]:
    """Which labelled files are not those that the floors were set on."""
    wrong = []
    for name, expected in sums.items():
        found = hashlib.sha256((shared / name).read_bytes()).hexdigest()
        if found != expected:
            wrong.append(f"{name} is not the file that the floors were set on")
    return wrong


def seed(shared: Path) -> float:
    article = str(shared / "seed" / "in-amenas.txt")
    options = ["--published", "2013-01-17T15:00:00Z", "--outlet", "Business Insider", "--json"]
    read = subprocess.run([*REPORTEDLY, "read", article, *options], capture_output=True, text=True, check=True).stdout
    check = [sys.executable, str(shared / "seed" / "check.py"), article, "--floor", "0"]
    printed = subprocess.run(check, input=read, capture_output=True, text=True, check=True).stdout
    print(printed)
    held = re.search(r"(\d+) of \d+ facts", printed)
    assert held is not None
    return float(held[1])


def gold(shared: Path, folder: Path) -> dict[str, float]:
    """F1 of every measure over both dev files together, and of each; and over our own sentences of other stories, which
    nothing learnt from, alone and as reports of eight."""
    both = folder / "both.jsonl"
    names = ("dev-stream", "dev-wiki")
    lines = [(shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8") for name in names]
    both.write_text("".join(lines), encoding="utf-8")
    scores = {}
    labelled = [(name, shared / "gold" / f"{name}.jsonl") for name in names]
    for name, path in (*labelled, ("dev", both), *UNSEEN.items()):
        read = folder / f"{name}-read.jsonl"
        read_to(path, read)
        scores |= scored(shared, name, path, read)
    rows = [json.loads(line) for path in IN_COMPANY for line in path.read_text(encoding="utf-8").splitlines()]
    whole, asked, read = (folder / f"company-{name}.jsonl" for name in ("gold", "asked", "read"))
    write(whole, rows)
    write(asked, company.reports(rows))
    read_to(asked, read)
    told = [json.loads(line) for line in read.read_text(encoding="utf-8").splitlines()]
    write(read, company.figures(rows, told))
    return scores | scored(shared, "company", whole, read)


def read_to(path: Path, read: Path) -> None:
    with read.open("w", encoding="utf-8") as out:
        subprocess.run([*REPORTEDLY, "read", str(path), "--json"], stdout=out, check=True)


def write(path: Path, rows: list[company.Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def scored(shared: Path, name: str, gold: Path, read: Path) -> dict[str, float]:
    """F1 of every measure of the gold's scorer."""
    scorer = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(read)]
    printed = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    print(f"{name}\n{printed}")
    found = re.findall(r"^(\w+) +precision.* F1 (\S+)", printed, re.MULTILINE)
    return {f"{name} {measure}": float(f1) for measure, f1 in found}


def attribution(shared: Path, folder: Path) -> dict[str, float]:
    """F1 of who said what: `whole` over all attributions, and over direct quotations."""
    dev, read = shared / "data" / "polnear" / "dev.jsonl", folder / "polnear-read.jsonl"
    with read.open("w", encoding="utf-8") as out:
        subprocess.run([*REPORTEDLY, "read", str(dev), "--json"], stdout=out, check=True)
    scorer = [sys.executable, str(shared / "gold" / "attribution.py"), str(dev), str(read)]
    printed = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    print(f"who said what\n{printed}")
    rows = {line.split()[0]: line.split() for line in printed.splitlines()[1:]}
    # Each row: sort, gold, read, then precision, recall and F1 of content, overlap, whole and cue, and source.
    return {f"whole {sort}": float(rows[sort][11]) for sort in ("all", "direct")}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
