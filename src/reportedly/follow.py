"""Following: feeds, pages and live blogs are looked at again and again, and what is new goes into the story's ledger.

Each page is acknowledged by itself: stopped at any point, what was taken in is there once, with its capture.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from reportedly.account import Change
from reportedly.capture import Capture
from reportedly.errors import NothingToRead, WrongUse
from reportedly.ingest import Defaults
from reportedly.ingest.credentials import parted
from reportedly.ingest.feed import Listed, feed_of
from reportedly.ingest.form import HEAD_BYTES, Form, form_of
from reportedly.ingest.held import Held
from reportedly.ingest.place import from_answer
from reportedly.ingest.visits import TryLater, Visitor
from reportedly.ingest.web import Fetched, NotFetched
from reportedly.ingest.withdrawals import gone, is_gone
from reportedly.report import Problem, Report
from reportedly.story import Added, Story

__all__ = ["Following", "Round", "Visitor", "as_seen", "once", "until_stopped"]

EVERY = 60.0
"""Seconds between two looks at a place that was named."""
LEAST_EVERY = 10.0
SLOWEST = 6 * 3600.0
"""Seconds between two looks at an article that a feed lists and that has not changed for long."""
_NEW_A_ROUND = 50
"""Articles of one feed that are fetched in one round; the rest come in the next."""
_MOST_PAGES = 2000
"""Articles that are looked at again; of more, the oldest are let go."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at all that was due came to."""

    looked: int = 0
    """Places that were asked."""
    unchanged: int = 0
    reports: int = 0
    claims: int = 0
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Watched:
    url: str
    every: float
    named: bool
    """Whether somebody named it, and no feed."""
    due: float = 0.0
    complaint: str | None = None
    """What went wrong at the last look; told once."""
    listed: Listed | None = None


@dataclass(slots=True)
class Following:
    """`every` is in seconds. `visitor` keeps the manners; its clock is the one that is gone by."""

    story: Story
    places: Sequence[str]
    defaults: Defaults = field(default_factory=Defaults)
    every: float = EVERY
    visitor: Visitor = field(default_factory=Visitor)
    _watched: dict[str, _Watched] = field(default_factory=dict)
    _marks: dict[str, str] = field(default_factory=dict)
    _held: Held = field(default_factory=Held)

    def __post_init__(self) -> None:
        for place in self.places:
            if not place.lower().startswith(("http://", "https://")):
                raise WrongUse(f"{place!r} is no address: follow feeds, pages and live blogs by http:// or https://")
            url, authorization = parted(place)
            if authorization is not None:
                self.visitor.unlock(url, authorization)
            self._watched[url] = _Watched(url, self.every, named=True)
        self._held = self.story.held()

    def round(self) -> Iterator[Round]:
        """Looks at all that is due, a place a step."""
        for url in [url for url, watched in self._watched.items() if watched.due <= self.visitor.clock()]:
            watched = self._watched.get(url)
            if watched is not None:
                yield self._look(watched)
        self._let_go()

    def rest(self) -> float:
        """Seconds until something is due."""
        soonest = min((watched.due for watched in self._watched.values()), default=0.0)
        return max(0.0, soonest - self.visitor.clock())

    # -- one place ---------------------------------------------------------------------------------------------------

    def _look(self, watched: _Watched) -> Round:
        try:
            answer = self.visitor.visit(watched.url)
        except TryLater:
            watched.due = self.visitor.clock() + max(1.0, self.visitor.due_in(watched.url))
            return Round()
        except NotFetched as failed:
            watched.due = self.visitor.clock() + max(watched.every, self.visitor.due_in(watched.url))
            return self._failed(watched, failed)
        watched.complaint = None
        if answer.unchanged:
            self._slow_down(watched)
            return Round(looked=1, unchanged=1)
        try:
            is_feed = form_of(answer.content[:HEAD_BYTES]) is Form.FEED
            done = self._take_feed(answer) if is_feed else self._take(answer)
        except BaseException:
            self.visitor.forget(watched.url)  # or the server would say "unchanged" of what was never taken in
            raise
        if done.reports:
            watched.every = self.every
        watched.due = self.visitor.clock() + watched.every
        if not done.reports:
            self._slow_down(watched)
        return done

    def _slow_down(self, watched: _Watched) -> None:
        """An article that a feed lists is edited soon or never."""
        if not watched.named:
            watched.every = min(SLOWEST, watched.every * 2)
        watched.due = self.visitor.clock() + watched.every

    def _failed(self, watched: _Watched, failed: NotFetched) -> Round:
        done = Round(looked=1)
        told = Problem(str(failed))
        known = watched.complaint == told.message
        if failed.capture is not None and self._held.read_at(watched.url):
            if not known:
                done = _sum(done, self._withdraw(watched, failed.capture, told))
            watched.complaint = told.message
            return done
        if watched.listed is not None and watched.listed.report.text and watched.complaint is None:
            # The page cannot be had: what the feed itself says of it is news all the same.
            done = _sum(done, self._append([watched.listed.report], None, None))
            watched.every = min(SLOWEST, watched.every * 2)
        watched.complaint = told.message
        return done if known else replace(done, problems=(*done.problems, told))

    def _withdraw(self, watched: _Watched, capture: Capture, told: Problem) -> Round:
        """The page is gone: what stood there says nothing from now on. The answer is kept for the reason."""
        word = gone(watched.url)
        done = self._append([word], None, [replace(told, report_id=word.id)])
        self._held = self.story.held()
        self.story.keep(capture, [page.id for page in self._held.read_at(watched.url)] if done.reports else ())
        self.visitor.forget(watched.url)  # or a page that is there again would be taken for unchanged
        return done

    def _take(self, answer: Fetched) -> Round:
        found = list(from_answer(answer, self.defaults))
        reports = [one for one in found if isinstance(one, Report)]
        versions = list(self._held.as_seen(reports, answer.url, answer.capture.fetched_at))
        problems = [one for one in found if isinstance(one, Problem)]
        return _sum(Round(looked=1), self._append(versions, answer.capture, problems))

    def _take_feed(self, answer: Fetched) -> Round:
        feed = feed_of(answer.content, answer.url, answer.charset, self.defaults)
        self.story.keep(answer.capture)
        new = 0
        for listed in feed.listed:
            if self._marks.get(listed.url) == listed.mark:
                continue
            if new == _NEW_A_ROUND:
                self.visitor.forget(answer.capture.url)  # the rest of it is still to be read
                break
            new += 1
            self._marks[listed.url] = listed.mark
            article = self._watched.get(listed.url)
            if article is None:
                article = self._watched[listed.url] = _Watched(listed.url, self.every, named=False)
            article.listed = listed
            article.every, article.due = self.every, 0.0
        return Round(looked=1, problems=() if feed.problem is None else (feed.problem,))

    def _append(self, reports: Sequence[Report], capture: Capture | None, problems: Sequence[Problem] | None) -> Round:
        added: Added = self.story.add([*reports, *(problems or ())])
        if capture is not None:
            self.story.keep(capture, [report.id for report in reports])
        return Round(0, 0, added.reports, added.claims, added.changes, added.problems)

    def _let_go(self) -> None:
        articles = [url for url, watched in self._watched.items() if not watched.named]
        for url in articles[: max(0, len(articles) - _MOST_PAGES)]:
            del self._watched[url]


def _sum(one: Round, other: Round) -> Round:
    return Round(
        one.looked + other.looked,
        one.unchanged + other.unchanged,
        one.reports + other.reports,
        one.claims + other.claims,
        (*one.changes, *other.changes),
        (*one.problems, *other.problems),
    )


def until_stopped(following: Following, sleep: Callable[[float], None] = time.sleep) -> Iterator[Round]:
    """Rounds without end, resting in between. Stop by leaving off."""
    while True:
        yield from following.round()
        sleep(min(following.every, max(0.5, following.rest())))


def once(following: Following) -> Iterator[Round]:
    """One round, and the pages that its feeds list."""
    yield from following.round()
    yield from following.round()


def as_seen(
    story: Story, arriving: Iterable[Report | Problem], fetched: Callable[[Report], bool]
) -> Iterator[Report | Problem]:
    """Reports as they arrive. Those that are fetched are taken in as `Following` does: an edit dated by when it was
    seen, a post that vanished from its page withdrawn; others stay as they are. Raises `NothingToRead` where nothing
    was there, and never had been."""
    held = story.held()
    others = False
    found: list[Report] = []
    missed: list[Problem] = []
    never_there: set[str] = set()
    for one in arriving:
        if isinstance(one, Problem):
            if one.report_id in never_there:
                one = replace(one, report_id=None)
                missed.append(one)
            yield one
        elif not fetched(one):
            others = True
            yield one
        elif not is_gone(one):
            found.append(one)
            yield from held.as_seen([one], None, datetime.now(UTC))
        elif held.read_at(one.url or ""):
            found.append(one)
            yield one
        else:
            never_there.add(one.id)
    if not found and not others and missed:
        raise NothingToRead(missed[-1].message)
    yield from held.vanished([one for one in found if not is_gone(one)], datetime.now(UTC))
