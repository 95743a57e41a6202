"""What a story is about, learned from its own reports where nobody has said: the words that their headlines share."""

import re
from collections import Counter
from collections.abc import Iterable

from reportedly.report import Report

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OPENING = 200
"""Characters of a report without a title that stand for one: its first line or so."""
_MOST_WORDS = 8
_SHARED_BY = 0.1
"""Of the reports: a word that fewer share is one report's own."""

_EMPTY = frozenset(
    "a an the of in on at to for from by with and or as is are was were be been has have had it its this that after "
    "before over under up out about into more than at least no not says say said report reports news new live update "
    "updates latest video photos pictures watch read one two three four five six seven eight nine ten first last "
    "people person man woman men women dead killed injured wounded toll".split()
)


def learn_about(reports: Iterable[Report]) -> str | None:
    """The words most of the reports' headlines (else opening words) share, the commonest first, with the month of the
    earliest; None where they share none. The same reports in any order give the same words."""
    seen: Counter[str] = Counter()
    spelling: dict[str, Counter[str]] = {}
    months = []
    count = 0
    for report in reports:
        count += 1
        if report.published_at is not None:
            months.append(report.published_at)
        heading = report.title if report.title is not None else report.text[:_OPENING].split("\n\n")[0]
        for word in {w.lower(): w for w in _WORD.findall(heading)}.values():
            plain = word.lower().removesuffix("'s").removesuffix("’s")
            if plain not in _EMPTY and len(plain) > 2:
                seen[plain] += 1
                spelling.setdefault(plain, Counter())[word.removesuffix("'s").removesuffix("’s")] += 1
    fewest = max(2, int(count * _SHARED_BY)) if count > 1 else 1
    shared = sorted((word for word, n in seen.items() if n >= fewest), key=lambda word: (-seen[word], word))
    if not shared:
        return None
    words = " ".join(max(sorted(spelling[w]), key=lambda s: spelling[w][s]) for w in shared[:_MOST_WORDS])
    return f"{words}, {min(months):%B %Y}" if months else words
