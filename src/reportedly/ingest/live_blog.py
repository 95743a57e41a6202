"""A live blog: each post is a report of its own, with its own time and address.

What a page says to machines comes first (JSON-LD, then microdata), then the times in its markup, then its clock lines.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from reportedly.ingest.clock import Clock
from reportedly.ingest.days import Bearings, moments
from reportedly.ingest.decode import without_surrogates
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.limits import REPORT_BYTES
from reportedly.ingest.live_markup import Entry, address, entries
from reportedly.ingest.live_schema import microdata_blog
from reportedly.ingest.live_text import FEWEST, timed_text
from reportedly.ingest.page_facts import PageFacts, Record, is_address, names, time_of, words
from reportedly.ingest.prose import prose, prose_of
from reportedly.report import Report


def declared_posts(tree: Any, facts: PageFacts, defaults: Defaults) -> tuple[Report, ...]:
    """The posts of a page that says to machines that it is a live blog; oldest first, without ids. A post told twice
    comes once; one without a time keeps its place beside its neighbours."""
    in_scripts = _once(_recorded(facts.live_blog, facts, defaults))
    if len(in_scripts) >= FEWEST:
        return in_scripts
    return max(in_scripts, _once(_recorded(microdata_blog(tree), facts, defaults)), key=len)


def seen_posts(tree: Any, facts: PageFacts, bearings: Bearings, defaults: Defaults) -> tuple[Report, ...]:
    """The same for a page whose readers alone can see what it is, by the times in its markup or its clock lines."""
    marked_up = _once(_marked_up(entries(tree), facts, bearings, defaults))
    return marked_up if marked_up else _once(_written(tree, facts, bearings, defaults))


def _once(found: Sequence[Report]) -> tuple[Report, ...]:
    return tuple(_oldest_first(list(dict.fromkeys(found))))


def _oldest_first(found: list[Report]) -> list[Report]:
    known = [report.published_at for report in found if report.published_at is not None]
    if len(known) > 1 and known[0] > known[-1]:
        found = found[::-1]  # most pages put the newest on top: so do those that share a minute
    last = min(known, default=datetime.min.replace(tzinfo=UTC))
    times: list[datetime] = []
    for report in found:
        last = last if report.published_at is None else report.published_at
        times.append(last)
    return [report for _, report in sorted(zip(times, found, strict=True), key=lambda pair: pair[0])]


def _blank(facts: PageFacts, defaults: Defaults) -> Report:
    return Report(
        id="",
        text="",
        outlet=defaults.outlet if facts.outlet is None else facts.outlet,
        url=facts.url,
        byline=facts.byline,
        about=defaults.about,
    )


# -- what the page says to machines --------------------------------------------------------------------------------


def _recorded(blog: Record | None, facts: PageFacts, defaults: Defaults) -> list[Report]:
    if blog is None:
        return []
    updates = blog.get("liveBlogUpdate")
    listed = updates if isinstance(updates, list) else [updates]
    found = [_post(update, facts, defaults) for update in listed if isinstance(update, dict)]
    return [report for report in found if report is not None]


def _post(update: Record, facts: PageFacts, defaults: Defaults) -> Report | None:
    title = words(update.get("headline")) or words(update.get("name"))
    body = _body(update.get("articleBody") or update.get("text") or update.get("description"))
    # "Death toll rises to 15" above "More soon." is where the figure stands: a post's headline is part of its words.
    shown = [part for part in (title, body) if part is not None]
    if not shown:
        return None
    text = body if title and body and body.startswith(title) else "\n".join(shown)
    published_at = time_of(update.get("datePublished"))
    if published_at is None:
        published_at = defaults.published_at
    blank = _blank(facts, defaults)
    return replace(
        blank,
        text=str(text)[:REPORT_BYTES],
        outlet=blank.outlet or names(update.get("publisher")),
        url=_address(update, facts.url),
        title=title,
        byline=names(update.get("author")) or facts.byline,
        published_at=published_at,
    )


def _address(update: Record, page_url: str | None) -> str | None:
    for given in (update.get("url"), update.get("@id")):
        if isinstance(given, str) and given.strip():
            linked = without_surrogates(_joined(page_url, given.strip()))
            if is_address(linked):
                return linked
    fragment = update.get("@fragment")
    if isinstance(fragment, str) and page_url is not None:
        return _joined(page_url, "#" + without_surrogates(fragment))
    return page_url


def _joined(page_url: str | None, given: str) -> str:
    try:
        return urljoin(page_url or "", given)
    except ValueError:
        return given


def _body(body: object) -> str | None:
    return prose_of(body) if isinstance(body, str) else None


# -- what only its readers see ----------------------------------------------------------------------------------------


def _marked_up(found: Sequence[Entry], facts: PageFacts, bearings: Bearings, defaults: Defaults) -> list[Report]:
    blank = _blank(facts, defaults)
    times = _times(found, bearings)
    reports = []
    for entry, published_at in zip(found, times, strict=True):
        own = address(entry, facts.url)
        byline = blank.byline if entry.byline is None else entry.byline
        text = without_surrogates(_without_byline(entry.text, byline))[:REPORT_BYTES]
        if not text.strip():
            continue  # a name and an hour, and nothing said yet
        reports.append(
            replace(
                blank,
                text=text,
                url=own if own is not None and is_address(own) else facts.url,
                title=entry.title,
                byline=byline,
                published_at=published_at,
            )
        )
    return reports


def _without_byline(text: str, byline: str | None) -> str:
    """The writer's name over a post is no part of its words."""
    if byline is None:
        return text
    return "\n".join(line for line in text.split("\n") if line not in (byline, f"By {byline}", f"by {byline}"))


def _times(found: Sequence[Entry], bearings: Bearings) -> list[datetime | None]:
    clocked = [n for n, entry in enumerate(found) if entry.at is None and entry.clock is not None]
    times = [entry.at for entry in found]
    clocks: list[Clock] = [clock for clock in (found[n].clock for n in clocked) if clock is not None]
    for n, moment in zip(clocked, moments(clocks, bearings)[0], strict=True):
        times[n] = moment
    return times


def _written(tree: Any, facts: PageFacts, bearings: Bearings, defaults: Defaults) -> list[Report]:
    body = next(
        (e for e in (tree.find(".//article"), tree.find(".//main"), tree.find(".//body")) if e is not None), None
    )
    timed = None if body is None else timed_text(prose(body))
    if timed is None:
        return []
    blank = _blank(facts, defaults)
    times, _ = moments([post.clock for post in timed.posts], bearings)
    return [
        replace(blank, text=without_surrogates(post.text)[:REPORT_BYTES], published_at=published_at)
        for post, published_at in zip(timed.posts, times, strict=True)
    ]
