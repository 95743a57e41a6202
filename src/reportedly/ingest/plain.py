"""Plain text: the whole of it is one report, kept to the letter; a wire's heading stays where it stands, since spans
count in it and reading knows what to make of it. A text that clock lines part is a live blog: each post is a report,
its words kept to the letter, and so is what stands above the first."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.ingest.days import Bearings, moments
from reportedly.ingest.decode import Decoded
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.heading import byline_of, published_of
from reportedly.ingest.identity import identified
from reportedly.ingest.live_text import TimedText, timed_text
from reportedly.report import Problem, Report


def from_text(written: Decoded, place: str, defaults: Defaults) -> Iterator[Report | Problem]:
    if not written.text.strip():
        yield Problem(f"{place} is empty; nothing to read")
        return
    blank = Report("", "", defaults.outlet, published_at=defaults.published_at, about=defaults.about)
    timed = timed_text(written.text)
    found = [_article(written.text, blank)] if timed is None else list(_posts(timed, blank, defaults))
    for report in found:
        named = replace(report, id=identified(report))
        yield named
        if written.complaint is not None:
            yield Problem(f"{place}: {written.complaint}", report_id=named.id)
        if timed is not None and named.published_at is None:
            yield Problem(f"{place}: a post tells the hour but not the day; give --published", report_id=named.id)


def _article(text: str, blank: Report) -> Report:
    published_at = published_of(text) if blank.published_at is None else blank.published_at
    return replace(blank, text=text, byline=byline_of(text), published_at=published_at)


def _posts(timed: TimedText, blank: Report, defaults: Defaults) -> Iterator[Report]:
    """Oldest first, what stands above them before all."""
    times, newest_first = moments([post.clock for post in timed.posts], Bearings(defaults.published_at))
    if timed.before:
        yield replace(blank, text=timed.before)
    found = [
        replace(blank, text=post.text, published_at=published_at)
        for post, published_at in zip(timed.posts, times, strict=True)
    ]
    yield from reversed(found) if newest_first else found
