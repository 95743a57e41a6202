"""What a page says of itself to machines: schema.org's JSON-LD first, which tells times to the minute, then its meta
tags."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html  # type: ignore[import-untyped]  # ships no types

from reportedly.ingest.decode import without_surrogates
from reportedly.ingest.moment import NoMoment, moment

Record = dict[str, Any]

_ARTICLES = (
    "LiveBlogPosting",
    "NewsArticle",
    "ReportageNewsArticle",
    "BackgroundNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "Article",
    "BlogPosting",
    "WebPage",
)
"""In the order in which they are believed."""

_DEEPEST = 12
_BY = re.compile(r"^by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    url: str | None
    title: str | None
    byline: str | None
    outlet: str | None
    published_at: datetime | None
    live_blog: Record | None = None
    """The page's schema.org LiveBlogPosting, as it stands."""
    modified_at: datetime | None = None


def page_facts(tree: html.HtmlElement, fetched_from: str | None) -> PageFacts:
    """Unknown is None; nothing here is guessed."""
    records = list(_records(tree))
    articles = sorted((found for found in records if _rank(found) is not None), key=lambda a: _rank(a) or 0)
    live = next((a for a in articles if _rank(a) == 0 and isinstance(a.get("liveBlogUpdate"), list | dict)), None)
    main: Record = articles[0] if articles else {}
    return PageFacts(
        url=_own_address(tree, main, fetched_from),
        title=_best_title(tree, words(main.get("headline"))),
        byline=names(_referred(main.get("author"), records))
        or _meta(tree, "author")
        or _meta(tree, "article:author", no_address=True)
        or _credited(tree),
        outlet=names(main.get("publisher")) or _meta(tree, "og:site_name"),
        published_at=_published(tree, articles),
        live_blog=live,
        modified_at=_modified(tree, articles),
    )


def words(value: object) -> str | None:
    """A line of text out of markup: entities read, spaces folded; None where there is none."""
    if not isinstance(value, str):
        return None
    line = " ".join(without_surrogates(unescape(value)).split())
    return line or None


def names(value: object) -> str | None:
    """The names of the people or bodies that a schema.org property gives as words, an object or a list of them."""
    each = value if isinstance(value, list) else [value]
    found = [words(one.get("name") if isinstance(one, dict) else one) for one in each[:20]]
    kept = dict.fromkeys(name for name in found if name is not None and "://" not in name)
    return ", ".join(kept) or None


def time_of(value: object) -> datetime | None:
    """A property's time; None where it is none, for the page did not say it to us but to machines at large."""
    try:
        return moment(value)
    except NoMoment:
        return None


def _records(tree: html.HtmlElement) -> Iterator[Record]:
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json" and script.text:
            try:
                yield from _within(json.loads(script.text, strict=False), 0)
            except (ValueError, RecursionError):
                continue


def _within(value: object, depth: int) -> Iterator[Record]:
    """The objects at the top, in lists and in @graph; not those that are somebody's property, such as a related
    article."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _within(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _within(value.get("@graph"), depth + 1)
        yield from _within(value.get("mainEntity"), depth + 1)


def _rank(record: Record) -> int | None:
    kinds = record.get("@type")
    each = kinds if isinstance(kinds, list) else [kinds]
    ranks = [_ARTICLES.index(bare) for bare in (str(kind).rpartition("/")[2] for kind in each) if bare in _ARTICLES]
    return min(ranks, default=None)


def _published(tree: html.HtmlElement, articles: list[Record]) -> datetime | None:
    stated = [record.get("datePublished") for record in articles]
    stated += [_meta(tree, name) for name in ("article:published_time", "og:article:published_time")]
    stated += [_meta(tree, name) for name in ("datePublished", "parsely-pub-date", "dc.date.issued", "date", "pubdate")]
    stated += [tag.get("datetime") for tag in tree.iter("time") if tag.get("itemprop") == "datePublished"]
    return next((found for found in map(time_of, stated) if found is not None), None)


def _modified(tree: html.HtmlElement, articles: list[Record]) -> datetime | None:
    stated = [record.get("dateModified") for record in articles]
    stated += [
        _meta(tree, name) for name in ("article:modified_time", "og:updated_time", "dateModified", "last-modified")
    ]
    return next((found for found in map(time_of, stated) if found is not None), None)


def _own_address(tree: html.HtmlElement, main: Record, fetched_from: str | None) -> str | None:
    canonical = next((a.get("href") for a in tree.iter("link") if (a.get("rel") or "").lower() == "canonical"), None)
    for given in (canonical, _meta(tree, "og:url"), main.get("url")):
        if not isinstance(given, str) or not given.strip():
            continue
        address = without_surrogates(urljoin(fetched_from or "", given.strip()))
        if is_address(address):
            return address
    return fetched_from


def is_address(address: str) -> bool:
    """http or https, with a host and nobody's name before it ("https://harbourpost.example@elsewhere.example"): a page
    may call anything its address, and others will show it as a link."""
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname) and "@" not in parts.netloc
        return parts.scheme in ("http", "https") and named and len(address) <= 2000
    except ValueError:
        return False


def _meta(tree: html.HtmlElement, name: str, *, no_address: bool = False) -> str | None:
    for tag in tree.iter("meta"):
        if name.lower() in {(tag.get(key) or "").lower() for key in ("property", "name", "itemprop")}:
            content = words(tag.get("content"))
            if content is not None and not (no_address and "://" in content):
                return content
    return None


def _referred(value: object, records: list[Record]) -> object:
    """The records that a property only points at, by their "@id"."""
    each = value if isinstance(value, list) else [value]
    by_id = {record["@id"]: record for record in records if isinstance(record.get("@id"), str) and "name" in record}
    return [
        by_id.get(one["@id"], one)
        if isinstance(one, dict) and "name" not in one and isinstance(one.get("@id"), str)
        else one
        for one in each[:20]
    ]


def _credited(tree: html.HtmlElement) -> str | None:
    """Whom the page itself links or marks as its author, above or below its words."""
    for marks in (
        (("itemprop", "author"),),
        (("rel", "author"),),
        (("class", "author"), ("class", "byline"), ("class", "byline__author")),
    ):
        found: list[str] = []
        place = None  # the names of one byline stand together; other stories' authors stand elsewhere
        for tag in tree.iter("a", "span", "meta", "address", "div", "p"):
            if any(value in (tag.get(key) or "").lower().split() for key, value in marks):
                if any("liveBlogUpdate" in (parent.get("itemprop") or "") for parent in tag.iterancestors()):
                    continue  # a post's author is not the blog's
                place = tag.getparent() if place is None else place
                if tag.getparent() is not place:
                    continue
                inner = next((e for e in tag.iter("meta", "span", "a") if e.get("itemprop") == "name"), None)
                if inner is None and tag.tag != "a":
                    inner = next(tag.iter("a"), None)  # what else a byline's block holds is dates and ways to follow
                marked = tag if inner is None else inner
                line = words(marked.get("content") or marked.text_content())
                if line is not None and len(line) <= 60 and len(found) < 20:
                    found.append(_BY.sub("", line))
        if found:
            return names(found)
    return None


def _best_title(tree: html.HtmlElement, headline: str | None) -> str | None:
    """What most of the page calls it: a headline for machines is often another than the one that readers see."""
    shared, shown = _meta(tree, "og:title"), _title(tree)
    if headline is not None and shared is not None and shared == shown:
        return shown
    if headline is None and shared is not None and shown is not None and shared.startswith(shown):
        return shown  # the outlet's name behind a dash is no part of a title
    return headline or shared or shown


def _title(tree: html.HtmlElement) -> str | None:
    found = tree.find(".//h1")
    if found is None:
        found = tree.find(".//title")
    return None if found is None else words(found.text_content())
