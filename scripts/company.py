"""Labelled sentences read as reports, eight of one story at a time: a figure right alone should be right there too.

`reports(labelled)` makes the reports; `figures(labelled, read)` gives each sentence the figures that were read in it.
"""

from collections import defaultdict
from typing import Any

Row = dict[str, Any]
_SENTENCES = 8
_APART = "\n\n"


def reports(labelled: list[Row]) -> list[Row]:
    """Each report with the ids of its sentences, in order, and dated as the one in its middle."""
    stories: dict[str | None, list[Row]] = defaultdict(list)
    for row in labelled:
        stories[row.get("about")].append(row)
    found = []
    for about, rows in stories.items():
        for first in range(0, len(rows), _SENTENCES):
            some = rows[first : first + _SENTENCES]
            report: Row = {
                "id": f"company/{len(found)}",
                "text": _APART.join(row["text"] for row in some),
                "published_at": some[len(some) // 2]["published_at"],
                "sentences": [row["id"] for row in some],
            }
            found.append(report if about is None else {**report, "about": about})
    return found


def figures(labelled: list[Row], read: list[Row]) -> list[Row]:
    """One row a labelled sentence, in the form that the gold's score.py takes; `read` was read of the reports."""
    lengths = {row["id"]: len(row["text"]) for row in labelled}
    found: dict[str, list[Row]] = defaultdict(list)
    for report, one in zip(reports(labelled), read, strict=True):
        counted = [_flat(claim, figure) for claim in one["claims"] for figure in claim["figures"]]
        at = 0
        for sentence in report["sentences"]:
            end = at + lengths[sentence]
            found[sentence] = [figure for figure in counted if at <= figure["at"] < end]
            at = end + len(_APART)
    return [{"id": row["id"], "figures": found[row["id"]]} for row in labelled]


def _flat(claim: Row, figure: Row) -> Row:
    group, chain = figure["group"], claim["chain"]
    return {
        "at": figure["phrase"]["span"][0],
        "kind": figure["kind"],
        "low": figure["low"],
        "high": figure["high"],
        "scope": figure["scope"],
        "role": group["role"],
        "nationality": group["nationality"],
        "source": chain[0]["text"] if chain else None,
    }
