"""Real pages beside what a person finds on them: title, minute of publication, authors, and the body as word F1 against
expected.jsonl, beside trafilatura alone; and each post of the real live blogs, read with and without what they say to
machines.

python bench/pages.py ../shared/data/pages
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction  # type: ignore[import-untyped,unused-ignore]

from reportedly.ingest import Defaults
from reportedly.ingest.page import Page, from_page
from reportedly.report import Report

_LINKED = re.compile(r"<script[^>]*ld\+json[^>]*>.*?</script>", re.IGNORECASE | re.DOTALL)


def reports(content: bytes, url: str | None = None) -> list[Report]:
    return [r for r in from_page(Page(content, "page", url), Defaults()) if isinstance(r, Report)]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()))


def f1(found: str, wanted: str) -> float:
    ours, theirs = words(found), words(wanted)
    shared = sum((ours & theirs).values())
    return 2 * shared / max(1, sum(ours.values()) + sum(theirs.values()))


def same_title(found: str | None, wanted: str) -> bool:
    return f1(found or "", wanted) >= 0.9


def same_minute(found: datetime | None, wanted: datetime) -> bool:
    return found is not None and abs((found - wanted).total_seconds()) < 60


def author_set(names: Iterable[str]) -> set[str]:
    return {" ".join(sorted(words(name))) for name in names if name.strip()}


def split_names(byline: str | None) -> list[str]:
    return re.split(r"\s*(?:,|;|\band\b|&)\s*", byline or "")


def articles(folder: Path) -> None:
    tally: dict[str, list[float]] = {}
    single = total = 0
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        wanted: dict[str, Any] = json.loads(line)
        content = gzip.decompress((folder / wanted["file"]).read_bytes())
        body = "\n".join(wanted["paragraphs"])
        at = datetime.fromisoformat(wanted["published_at"]).astimezone(UTC)
        found = reports(content, wanted["url"])
        total += 1
        single += len(found) == 1
        one = found[0] if found else Report("", "")
        alone: Any = bare_extraction(content.decode("utf-8", "replace"), with_metadata=True, include_comments=False)
        theirs: dict[str, Any] = {} if alone is None else alone.as_dict()
        day = theirs.get("date")
        scores = {
            "ours": (
                same_title(one.title, wanted["title"]),
                same_minute(one.published_at, at),
                one.published_at is not None and one.published_at.astimezone(UTC).date() == at.date(),
                author_set(split_names(one.byline)) == author_set(wanted["authors"]),
                f1(one.text, body),
            ),
            "trafilatura": (
                same_title(theirs.get("title"), wanted["title"]),
                False,  # it tells days, not minutes
                day == at.date().isoformat(),
                author_set(split_names(theirs.get("author"))) == author_set(wanted["authors"]),
                f1(theirs.get("text") or "", body),
            ),
        }
        for who, row in scores.items():
            for name, value in zip(("title", "minute", "day", "authors", "body"), row, strict=True):
                tally.setdefault(f"{who} {name}", []).append(float(value))
        missed = [n for n, v in zip(("title", "minute", "day", "authors"), scores["ours"], strict=False) if not v]
        if missed or scores["ours"][-1] < 0.9 or len(found) != 1:
            told = f"body {scores['ours'][-1]:.3f}; {len(found)} report(s); byline {one.byline!r}; title {one.title!r}"
            print(f"  {wanted['file']}: missed {', '.join(missed) or 'nothing'}; {told}; at {one.published_at}")
    print(f"{total} pages, {single} of them one report each")
    for name in ("title", "minute", "day", "authors", "body"):
        ours, theirs_mean = (tally[f"{who} {name}"] for who in ("ours", "trafilatura"))
        print(f"{name:8} ours {sum(ours) / total:.3f}   trafilatura alone {sum(theirs_mean) / total:.3f}")


def live(folder: Path) -> None:
    for path in sorted((folder / "live").glob("*.html.gz")):
        content = gzip.decompress(path.read_bytes())
        text = content.decode("utf-8", "replace")
        linked = reports(content)
        bare = {r.url: r for r in reports(_LINKED.sub("", text).encode())}
        clocks = len(re.findall(r"<time[^>]*>", text))
        minute = sum(
            1
            for r in linked
            if r.url in bare and r.published_at is not None and (b := bare[r.url].published_at) is not None
            and (b.hour, b.minute) == (r.published_at.hour, r.published_at.minute)
        )  # fmt: skip
        overlap = [f1(bare[r.url].text, r.text) for r in linked if r.url in bare]
        print(
            f"{path.name}: {len(linked)} posts ({clocks} <time> on the page), {len({r.url for r in linked})} links, "
            f"{sum(r.published_at is not None for r in linked)} times; without its JSON-LD {len(bare)} posts, "
            f"{len(overlap)} with the same link, {minute} at the same minute, mean word F1 "
            f"{sum(overlap) / max(1, len(overlap)):.3f}"
        )


if __name__ == "__main__":
    place = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/pages")
    articles(place)
    live(place)
