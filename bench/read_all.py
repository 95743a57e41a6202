"""Reads every report and every timed sentence of the shared news and checks every span.

usage: python bench/read_all.py SHARED

Prints reports, claims, figures, words a second, minutes and peak memory for each and for the lot; exits 1 at the first
exception or the first text that does not stand where its span says.
"""

import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from reportedly.claim import GAP, Reading
from reportedly.ingest import reports
from reportedly.read.reader import read
from reportedly.report import Report


def verbatim(reading: Reading) -> bool:
    text = reading.report.text
    for claim in reading.claims:
        words = [claim.cue, claim.when, claim.where, *claim.hedges, *claim.chain, *(f.phrase for f in claim.figures)]
        if claim.text != GAP.join(text[a:b] for a, b in claim.spans):
            return False
        if any(text[one.span[0] : one.span[1]] != one.text for one in words if one is not None):
            return False
    return True


def read_file(path: Path) -> tuple[int, int, int, int]:
    count = claims = figures = words = 0
    for arrived in reports(str(path)):
        if not isinstance(arrived, Report):
            raise SystemExit(f"{path}: {arrived.message}")
        reading = read(arrived)
        if not verbatim(reading):
            raise SystemExit(f"{path}: a span of {arrived.id} is not verbatim")
        count += 1
        claims += len(reading.claims)
        figures += sum(len(claim.figures) for claim in reading.claims)
        words += len(arrived.text.split())
    return count, claims, figures, words


def main(paths: Iterable[Path]) -> None:
    began = time.perf_counter()
    total = [0, 0, 0, 0]
    print(f"{'':18}{'reports':>9}{'claims':>9}{'figures':>9}{'words':>9}{'words/s':>9}")
    for path in paths:
        started = time.perf_counter()
        counts = read_file(path)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        row = "".join(f"{n:9,}" for n in (*counts, round(counts[3] / (time.perf_counter() - started))))
        print(f"{path.stem:18}{row}", flush=True)
    spent = time.perf_counter() - began
    row = "".join(f"{n:9,}" for n in (*total, round(total[3] / spent)))
    print(f"{'all':18}{row}")
    print(f"{spent / 60:.1f} minutes, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    shared = Path(sys.argv[1]) / "data"
    main([shared / "reports" / "wikinews.jsonl", *sorted((shared / "stream").glob("TS*.jsonl"))])
