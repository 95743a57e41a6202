"""Days, months and years by name, and the one day that a story is about."""

import re
from collections.abc import Iterable
from datetime import date

YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?:-\d\d)?(?:'?s)?")
MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct"
        "|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
MONTH_NAMES = frozenset(MONTHS)


def one_day(words: Iterable[str]) -> date | None:
    """The day that these lower-case words name, where they name one year, one month and one day of it, and no other."""
    told = list(words)
    years = {int(word[:4]) for word in told if YEAR.fullmatch(word)}
    months = {MONTHS[word] for word in told if word in MONTHS}
    numbers = [int(word) for word in told if word.isdecimal() and len(word) <= 2 and 0 < int(word) < 32]
    if len(years) != 1 or len(months) != 1 or len(numbers) != 1:
        return None
    try:
        return date(min(years), min(months), numbers[0])
    except ValueError:
        return None
