"""A feed, RSS or Atom: which pages it lists, and its own words for each where the page cannot be had."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from reportedly.ingest.decode import decoded_page, without_surrogates
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.identity import identified
from reportedly.ingest.limits import REPORT_BYTES
from reportedly.ingest.page_facts import is_address, words
from reportedly.ingest.prose import prose_of
from reportedly.report import Problem, Report

MOST = 200
"""Entries that are looked at: feeds list dozens."""

_DEFINITION = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry: the page that it names, and what it says itself."""

    url: str
    mark: str
    """Changes where the entry does."""
    report: Report


@dataclass(frozen=True, slots=True)
class Feed:
    title: str | None
    listed: tuple[Listed, ...] = ()
    problem: Problem | None = None


def feed_of(content: bytes, place: str, charset: str | None, defaults: Defaults) -> Feed:
    """What the feed lists, in its order. A feed that is cut off gives the entries that came."""
    import feedparser  # type: ignore[import-untyped]  # ships no types

    text = decoded_page(content, charset).text
    if _DEFINITION.search(text[:100_000]) or "<!ENTITY" in text:
        return Feed(None, problem=Problem(f"{place} is a feed that defines entities of its own; it was not read"))
    # Decoded already: a declaration of another charset would be believed over the characters that stand there.
    plain = _DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        parsed: Any = feedparser.parse(plain, sanitize_html=False, resolve_relative_uris=True)
    except Exception:  # whatever a hostile feed breaks inside the library, the feed is only not read
        return Feed(None, problem=Problem(f"{place} is a feed that could not be read; name the pages that it lists"))
    title = words(parsed.feed.get("title"))
    found = [_listed(entry, title, defaults) for entry in parsed.entries[:MOST]]
    kept = {one.url: one for one in reversed([one for one in found if one is not None])}
    listed = tuple(reversed(kept.values()))
    problem = None
    if parsed.bozo and not listed:
        problem = Problem(f"{place} is a broken feed with nothing to read in it; is the address right?")
    return Feed(title, listed, problem)


def _listed(entry: Any, outlet: str | None, defaults: Defaults) -> Listed | None:
    url = entry.get("link")
    if not isinstance(url, str) or not is_address(url):
        return None
    bodies = [part.get("value") for part in entry.get("content") or [] if isinstance(part, dict)]
    bodies.append(entry.get("summary"))
    prose = [text for text in (prose_of(body) for body in bodies if isinstance(body, str)) if text is not None]
    title = words(entry.get("title"))
    body = max(prose, key=len, default=None)
    text = "\n".join(part for part in (title, body) if part is not None)
    # dict's own: feedparser's warns where it answers "updated" with "published".
    updated = dict.get(entry, "updated") or dict.get(entry, "published") or ""
    report = Report(
        id="",
        text=without_surrogates(text)[:REPORT_BYTES],
        outlet=outlet if defaults.outlet is None else defaults.outlet,
        url=without_surrogates(url),
        title=title,
        byline=words(entry.get("author")),
        published_at=_moment(dict.get(entry, "published_parsed")) or _moment(dict.get(entry, "updated_parsed")),
        about=defaults.about,
    )
    return Listed(report.url or url, f"{updated}\0{text}", replace(report, id=identified(report)))


def _moment(parsed: Any) -> datetime | None:
    """feedparser's time, which is UTC."""
    try:
        return None if parsed is None else datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return None
