"""Pages met again: an edited text is dated when the edit was seen, a post that vanished gets an empty version, and
nothing that was published before is touched.

An outlet that edits a post leaves the post's time as it was. Dated so, the new words would appear in accounts as of a
moment at which nobody could read them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urldefrag

from reportedly.ingest.notices import is_kill
from reportedly.report import Report

_VERSION_MARK = "~"


@dataclass(slots=True, eq=False)
class Page:
    """A page, or a post of one, in all its versions."""

    id: str
    """The one its first version was given."""
    report: Report
    """The newest version that says anything."""
    withdrawn: bool = False
    """Whether a version that says nothing any more stands behind that."""


def emptied(report: Report, page: Page, at: datetime) -> Report:
    """A version that says nothing any more: what the older ones said and it does not is withdrawn."""
    blank = replace(report, id=page.id, text="", byline=None, published_at=at, recorded_at=None)
    return replace(blank, revises=page.report.id)


@dataclass(slots=True)
class Held:
    """What is held already of the pages that are met again."""

    _pages: dict[str, Page] = field(default_factory=dict)
    """By the id of each version."""
    _by_url: dict[str, dict[str, Page]] = field(default_factory=dict)
    _on_page: dict[str, dict[str, Page]] = field(default_factory=dict)
    """What was ever read at an address, by its page's id."""

    @classmethod
    def of(cls, reports: Iterable[Report], read_from: Iterable[tuple[str, str]] = ()) -> "Held":
        """`reports` in the order in which they were recorded; `read_from`: addresses, each with the id of a report
        that was read there."""
        held = cls()
        for report in reports:
            held.take(report)
        for address, report_id in read_from:
            page = held._pages.get(report_id)
            if page is not None:
                held._on_page.setdefault(urldefrag(address)[0], {})[page.id] = page
        return held

    def take(self, report: Report, page: Page | None = None) -> None:
        """`page`: of which it is a version, where the caller knows."""
        for name in (report.id, report.revises):
            if page is None and name is not None:
                page = self._pages.get(name) or self._pages.get(name.partition(_VERSION_MARK)[0])
        if page is None:
            page = Page(report.id, report, withdrawn=not report.text)
        elif not _older(report, page.report):
            page.withdrawn = not report.text
            if report.text:
                page.report = report
        self._pages[report.id] = page
        if report.url is not None:
            self._by_url.setdefault(report.url, {})[page.id] = page
            self._on_page.setdefault(urldefrag(report.url)[0], {})[page.id] = page

    def pages(self) -> Iterator[Page]:
        """Each once, the one that was first met last at the front."""
        return reversed({page.id: page for page in self._pages.values()}.values())

    def known(self, report: Report) -> Page | None:
        """The page that the report is a version of, as far as its id and its address tell."""
        for name in (report.revises, report.id):
            page = None if name is None else self._pages.get(name)
            if page is not None:
                return page
        at_url = {} if report.url is None else self._by_url.get(report.url, {})
        # More than one report at an address are a live blog's: which of them this one edits, its words decide.
        return next(iter(at_url.values())) if len(at_url) == 1 else None

    def read_at(self, address: str) -> list[Page]:
        """What was ever read at the address."""
        return list(self._on_page.get(urldefrag(address)[0], {}).values())

    def as_seen(self, found: Sequence[Report], page_url: str | None, seen_at: datetime) -> Iterator[Report]:
        """The reports of one page as it stood at `seen_at`: edited ones dated by then, and after them an empty version
        of each post that is gone. Takes in what it yields."""
        for report in found:
            known = self.known(report)
            version = report if known is None else _version(report, known, seen_at)
            yield version
            self.take(version, known)
            if page_url is not None:
                page = self._pages[version.id]
                self._on_page.setdefault(urldefrag(page_url)[0], {})[page.id] = page
        if page_url is not None and len(found) > 1:
            yield from self._gone(found, page_url, seen_at)

    def vanished(self, found: Sequence[Report], seen_at: datetime) -> Iterator[Report]:
        """An empty version of each post that is gone from the pages on which the found reports stand, whichever those
        are. Takes in what it yields."""
        there = {page.id for page in (self._pages.get(report.id) for report in found) if page is not None}
        for address, posts in list(self._on_page.items()):
            if len(there & posts.keys()) > 1:
                on_it = [report for report in found if self._pages[report.id].id in posts]
                yield from self._gone(on_it, address, seen_at)

    def _gone(self, found: Sequence[Report], page_url: str, seen_at: datetime) -> Iterator[Report]:
        """Posts are taken for gone only between posts that are still there: pages drop their oldest onto another page
        and nobody withdrew those. Where most are gone the page came broken, and nothing is concluded."""
        there = {self._pages[report.id].id for report in found}
        times = [report.published_at for report in found if report.published_at is not None]
        addresses = {report.url for report in found}
        own = urldefrag(page_url)[0]
        if not times:
            return
        oldest = min(times)
        window = []
        for base, page in sorted(self._on_page.get(own, {}).items()):
            report = page.report
            # An article that once stood at the address is no post.
            post = report.url != own or own in addresses
            if post and not page.withdrawn and report.published_at is not None and report.published_at > oldest:
                window.append(base)
        missing = [base for base in window if base not in there]
        if len(missing) * 2 <= len(window):
            for base in missing:
                page = self._pages[base]
                version = emptied(page.report, page, _later(None, page.report, seen_at))
                yield version
                self.take(version)


def _version(report: Report, page: Page, seen_at: datetime) -> Report:
    same = (page.report.text, page.report.title) == (report.text, report.title)
    if same and (not page.withdrawn or is_kill(page.report)):
        return replace(report, published_at=page.report.published_at)
    return replace(report, published_at=_later(report.published_at, page.report, seen_at))  # edited, or there again


def _older(report: Report, other: Report) -> bool:
    one, two = report.published_at, other.published_at
    return one is not None and two is not None and one < two


def _later(stated: datetime | None, known: Report, seen_at: datetime) -> datetime:
    """When the new words were published: when they say so themselves, where that is later than the old ones."""
    if stated is not None and (known.published_at is None or stated > known.published_at):
        return stated
    return seen_at if known.published_at is None else max(seen_at, known.published_at)
