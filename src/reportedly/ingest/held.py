"""Pages met again: an edited text is dated when the edit was seen, a post that vanished or a story that was killed gets
an empty version, and nothing that was published before is touched.

An outlet that edits a post leaves the post's time as it was. Dated so, the new words would appear in accounts as of a
moment at which nobody could read them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import urldefrag

from reportedly.report import Report

_VERSION_MARK = "~"
_KILL = re.compile(
    r"\W{0,4}(?:(?:urgent|bulletin|mandatory|advisory|editors|eds?)\W{1,3}){0,3}"
    r"(?:kill\b(?=\W{0,3}(?:[:.\-–—]|notice|mandatory|story|the\s(?:story|report|article)|$))"
    r"|(?:withdrawn|withdrawal|retracted|retraction)(?=\s?(?:[:.–—]|notice|$))"
    r"|(?:this|the|our)\s(?:story|report|article|post|item|news alert|alert)\b.{0,120}?"
    r"\b(?:has|have|was|is)\s(?:been\s)?(?:withdrawn|retracted|removed|killed)\b"
    r"|\w[\w .&'-]{0,40}\shas\s(?:withdrawn|retracted|killed)\s(?:its|the|a|this)\s(?:story|report|article|alert)\b)",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 2000
_SHORTEST_TITLE = 12
_KILLED_WITHIN = timedelta(days=7)


@dataclass(slots=True)
class _Page:
    id: str
    report: Report
    """Its newest version."""


def is_kill(report: Report) -> bool:
    """Whether the report only says that a story is withdrawn: "KILL", "This story has been withdrawn"."""
    if len(report.text) > _LONGEST_NOTICE:
        return False
    return any(_KILL.match(part) is not None for part in (report.text[:400], (report.title or "")[:400]))


def emptied(report: Report, base: str, at: datetime) -> Report:
    """A version that says nothing any more: what the older ones said and it does not is withdrawn."""
    return replace(report, id=base, text="", byline=None, published_at=at, recorded_at=None, revises=None)


@dataclass(slots=True)
class Held:
    """What is held already of the pages that are met again."""

    _pages: dict[str, _Page] = field(default_factory=dict)
    _by_url: dict[str, list[str]] = field(default_factory=dict)
    _on_page: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[Report]) -> "Held":
        """`reports` in the order in which they were recorded."""
        held = cls()
        for report in reports:
            held.take(report)
        return held

    def take(self, report: Report) -> None:
        base = report.id.partition(_VERSION_MARK)[0]
        known = self._pages.get(base)
        if known is None and report.url is not None:
            self._by_url.setdefault(report.url, []).append(base)
            self._on_page.setdefault(urldefrag(report.url)[0], set()).add(base)
        if known is None or not _older(report, known.report):
            self._pages[base] = _Page(base, report)

    def as_seen(self, found: Sequence[Report], page_url: str | None, seen_at: datetime) -> Iterator[Report]:
        """The reports of one page as it stood at `seen_at`: edited ones dated by then, and after them an empty version
        of each post that is gone. Takes in what it yields."""
        for report in found:
            for version in self._versions(report, seen_at):
                yield version
                self.take(version)
        if page_url is not None and len(found) > 1:
            for version in self._gone(found, page_url, seen_at):
                yield version
                self.take(version)

    def _versions(self, report: Report, seen_at: datetime) -> Iterator[Report]:
        if is_kill(report):
            killed = self._killed(report)
            if killed is not None:
                at = _later(report.published_at, killed.report, seen_at)
                yield replace(report, id=killed.id, published_at=at)
                yield emptied(replace(killed.report, url=report.url or killed.report.url), killed.id, at)
                return
        known = self._known(report)
        if known is None or (known.report.text, known.report.title) == (report.text, report.title):
            yield report
        else:
            yield replace(report, published_at=_later(report.published_at, known.report, seen_at))

    def _known(self, report: Report) -> _Page | None:
        page = self._pages.get(report.id)
        if page is not None or report.url is None:
            return page
        at_url = self._by_url.get(report.url, [])
        # More than one report at an address are a live blog's: which of them this one edits, its words decide.
        return self._pages[at_url[0]] if len(at_url) == 1 else None

    def _killed(self, notice: Report) -> _Page | None:
        """The story that the notice withdraws: what stood at its address, else the one that it names."""
        known = self._known(notice)
        if known is not None and known.report.text:
            return known
        words = f"{notice.title or ''}\n{notice.text}".casefold()
        named = [
            page
            for page in self._pages.values()
            if page.report.text
            and page.report.title is not None
            and len(page.report.title) >= _SHORTEST_TITLE
            and page.report.title.casefold() in words
            and (page.report.outlet == notice.outlet or page.report.agency == (notice.agency or notice.outlet))
            and not is_kill(page.report)
            and _near(page.report.published_at, notice.published_at)
        ]
        return named[-1] if named else None

    def _gone(self, found: Sequence[Report], page_url: str, seen_at: datetime) -> Iterator[Report]:
        """Posts are taken for gone only between posts that are still there: pages drop their oldest onto another page
        and nobody withdrew those. Where most are gone the page came broken, and nothing is concluded."""
        there = {report.id for report in found}
        times = [report.published_at for report in found if report.published_at is not None]
        addresses = {report.url for report in found}
        own = urldefrag(page_url)[0]
        if not times:
            return
        oldest = min(times)
        window = []
        for base in sorted(self._on_page.get(own, ())):
            report = self._pages[base].report
            # An article that once stood at the address is no post.
            post = report.url != own or own in addresses
            if post and report.text and report.published_at is not None and report.published_at > oldest:
                window.append(base)
        missing = [base for base in window if base not in there]
        if len(missing) * 2 <= len(window):
            for base in missing:
                yield emptied(self._pages[base].report, base, _later(None, self._pages[base].report, seen_at))


def _older(report: Report, other: Report) -> bool:
    one, two = report.published_at, other.published_at
    return one is not None and two is not None and one < two


def _later(stated: datetime | None, known: Report, seen_at: datetime) -> datetime:
    """When the new words were published: when they say so themselves, where that is later than the old ones."""
    if stated is not None and (known.published_at is None or stated > known.published_at):
        return stated
    return seen_at if known.published_at is None else max(seen_at, known.published_at)


def _near(one: datetime | None, other: datetime | None) -> bool:
    return one is None or other is None or timedelta(0) <= other - one <= _KILLED_WITHIN
