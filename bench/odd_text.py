"""Reads text that no newsroom would print: how long it takes, how that grows, and whether every span stays exact.

usage: python bench/odd_text.py [--big]

For each kind of odd text, at one length and at twice that: seconds, their ratio (about 2 where time grows with the
length), claims, figures, whether every text stands where its span says, and the problem told, if any. `--big` adds a
report of 5 MB, which takes minutes.
"""

import sys
import time
from collections.abc import Callable

from read_all import verbatim
from reportedly.claim import Reading
from reportedly.read.reader import read
from reportedly.report import Report

NEWS = (
    "At least 12 people died when the mill burned, the mayor of Orrin told Vesland Radio on Monday. Police said nine "
    "others were hurt, three of them children; 40 workers got out. “We lost friends,” said Ana Lorn, a weaver. "
)
FOREIGN = (
    "Mindestens zwölf Menschen starben bei dem Brand in der Mühle, sagte der Bürgermeister am Montag dem Rundfunk. "
)


def noisy(text: str) -> str:
    """As a poor scan gives it: letters for digits, lost spaces, broken words."""
    swaps = {"l": "1", "o": "0", "rn": "m", ", ": " , ", "th": "tb"}
    for right, wrong in swaps.items():
        parts = text.split(right)
        text = "".join(part + (wrong if n % 7 == 3 else right) for n, part in enumerate(parts[:-1])) + parts[-1]
    return text


KINDS: dict[str, Callable[[int], str]] = {
    "plain news": lambda n: NEWS * n,
    "numbers in one line": lambda n: " ".join(str(number) for number in range(n * 25)),
    "no sentence end": lambda n: NEWS.replace(".", "").replace("\n", " ").replace(";", "") * n,
    "emoji": lambda n: NEWS.replace(" ", " 🚒🔥 ") * n,
    "right to left, zero width": lambda n: ("\u202e" + NEWS.replace(" ", "\u200b \u200f")) * n,
    "all capitals": lambda n: NEWS.upper() * n,
    "no capitals": lambda n: NEWS.lower() * n,
    "a poor scan": lambda n: noisy(NEWS) * n,
    "another language": lambda n: FOREIGN * 2 * n,
}


def timed(text: str) -> tuple[float, Reading]:
    began = time.perf_counter()
    reading = read(Report("odd", text))
    return time.perf_counter() - began, reading


def main() -> None:
    read(Report("first", NEWS))
    print(f"{'':26}{'KB':>6}{'s':>8}{'twice':>8}{'claims':>8}{'figures':>9}  exact  problem")
    for name, make in KINDS.items():
        text = make(200)
        half, _ = timed(text)
        whole, reading = timed(make(400))
        problem = reading.problems[0].message[:48] if reading.problems else ""
        figures = sum(len(claim.figures) for claim in reading.claims)
        row = f"{len(make(400)) // 1000:6}{whole:8.1f}{whole / half:8.1f}{len(reading.claims):8,}{figures:9,}"
        print(f"{name:26}{row}  {'yes' if verbatim(reading) else 'NO':5}  {problem}", flush=True)
    if "--big" in sys.argv:
        text = NEWS * (5_000_000 // len(NEWS))
        took, reading = timed(text)
        exact = "exact" if verbatim(reading) else "NOT exact"
        speed = len(text.split()) / took
        print(f"5 MB in {took:.0f} s: {speed:,.0f} words a second, {len(reading.claims):,} claims, {exact}")


if __name__ == "__main__":
    main()
