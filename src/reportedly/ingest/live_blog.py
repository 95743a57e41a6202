"""A live blog: each post is a report of its own, with its own time and address."""

from datetime import UTC, datetime
from html import unescape

from lxml import etree, html  # type: ignore[import-untyped]  # ships no types

from reportedly.ingest.decode import without_surrogates
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.limits import REPORT_BYTES
from reportedly.ingest.page_facts import PageFacts, Record, is_address, names, time_of, words
from reportedly.report import Report

_BLOCKS = ("p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr")


def posts(facts: PageFacts, defaults: Defaults) -> tuple[Report, ...]:
    """The posts of the page's LiveBlogPosting, oldest first, without ids; none where the page is no live blog. A post
    told twice comes once; one without a time keeps its place beside its neighbours."""
    if facts.live_blog is None:
        return ()
    updates = facts.live_blog.get("liveBlogUpdate")
    listed = updates if isinstance(updates, list) else [updates]
    found = [_post(update, facts, defaults) for update in listed if isinstance(update, dict)]
    once = list(dict.fromkeys(report for report in found if report is not None))
    return tuple(_oldest_first(once))


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


def _post(update: Record, facts: PageFacts, defaults: Defaults) -> Report | None:
    title = words(update.get("headline")) or words(update.get("name"))
    body = _prose(update.get("articleBody") or update.get("text") or update.get("description"))
    # "Death toll rises to 15" above "More soon." is where the figure stands: a post's headline is part of its words.
    shown = [part for part in (title, body) if part is not None]
    if not shown:
        return None
    text = body if title and body and body.startswith(title) else "\n".join(shown)
    url = update.get("url") or update.get("@id")
    published_at = time_of(update.get("datePublished"))
    if published_at is None:
        published_at = defaults.published_at
    outlet = facts.outlet or names(update.get("publisher"))
    return Report(
        id="",
        text=str(text)[:REPORT_BYTES],
        outlet=defaults.outlet if outlet is None else outlet,
        url=without_surrogates(url) if isinstance(url, str) and is_address(url) else facts.url,
        title=title,
        byline=names(update.get("author")) or facts.byline,
        published_at=published_at,
        about=defaults.about,
    )


def _prose(body: object) -> str | None:
    """The words of a post's body, which some pages write as text and some as markup, a paragraph a line."""
    if not isinstance(body, str) or not body.strip():
        return None
    text = unescape(without_surrogates(body))
    if "<" in text and ">" in text:
        try:
            fragment = html.fragment_fromstring(text, create_parent="div")
        except (etree.LxmlError, ValueError):
            fragment = None
        if fragment is not None:
            etree.strip_elements(fragment, "script", "style", "iframe", with_tail=False)
            for block in fragment.iter(*_BLOCKS):
                block.tail = "\n" + (block.tail or "")
                if block.tag != "br":
                    block.text = "\n" + (block.text or "")
            text = fragment.text_content()
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "\n".join(line for line in lines if line) or None
