"""What arrives and speaks of what is held: a kill notice, a corrected story, word that a page is gone. However it came
in, each becomes a version of what it speaks of; what is withdrawn gets an empty version, and its words stay."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice

from reportedly.ingest.held import Held, Page, emptied
from reportedly.ingest.identity import identified
from reportedly.ingest.notices import folded, headline, is_corrected, is_kill, is_outright
from reportedly.report import Problem, Report

_SHORTEST_HEADLINE = 12
_WITHIN = timedelta(days=7)
"""A notice speaks of a story that was sent at most so long before."""
_SAME_STORY = 0.5
"""Of the runs of three words of the shorter text. A note that quotes a story has far fewer."""
_RUN = 3
_MOST_COMPARED = 1000
"""Stories, the newest first: to compare words costs about a millisecond each."""
_NOT_FOUND = (
    "it withdraws a story and names none that is held here, so nothing else was withdrawn: give the notice the address "
    "or the headline of that story"
)


def gone(url: str) -> Report:
    """Word that no page stands at the address any more: a report without words that revises nothing yet."""
    blank = Report("", "", url=url)
    return replace(blank, id=identified(blank))


def is_gone(report: Report) -> bool:
    """Whether it is such word; no other report without words is."""
    return not report.text and report.revises is None and report.url is not None and report == gone(report.url)


@dataclass(frozen=True, slots=True)
class Settled:
    reports: tuple[Report, ...]
    """In the order of arrival, but no dated notice before the story that it speaks of."""
    problems: tuple[Problem, ...]
    """What is to be told, each once."""
    reasons: Mapping[str, tuple[Problem, ...]]
    """What is to be kept with each report, by its id."""


@dataclass(slots=True)
class Withdrawals:
    """`load` gives what is held; it is asked only when something arrives that speaks of it, and then once."""

    load: Callable[[], Held]
    now: Callable[[], datetime]
    unanswered: Callable[[], frozenset[str]] = frozenset
    """Gives the ids of held notices that named no story that was held when they came; asked once. What they speak of
    may still arrive: a desk takes in a day's wire in any order."""
    _held: Held | None = field(default=None)
    _waiting: frozenset[str] | None = field(default=None)

    def settled(self, arriving: Sequence[Report], problems: Sequence[Problem]) -> Settled:
        told = list(problems)
        reasons: dict[str, list[Problem]] = {}
        for problem in problems:
            if problem.report_id is not None:
                reasons.setdefault(problem.report_id, []).append(problem)
        kept = list(arriving)
        if self._waiting is None:
            self._waiting = self.unanswered()
        if self._held is not None or self._waiting or any(map(_speaks_of_another, arriving)):
            kept = []
            for each in _stories_first(arriving):
                versions = list(self._versions(each, told, reasons))
                kept += versions
                for version in versions:
                    self.held.take(version)
        return Settled(tuple(kept), tuple(told), {name: tuple(known) for name, known in reasons.items()})

    @property
    def held(self) -> Held:
        if self._held is None:
            self._held = self.load()
        return self._held

    def _versions(self, report: Report, told: list[Problem], reasons: dict[str, list[Problem]]) -> Iterator[Report]:
        if is_gone(report):
            yield from self._page_gone(report, told, reasons)
        elif is_kill(report):
            yield from self._killed(report, told, reasons)
        elif is_corrected(report):
            yield self._corrected(report)
        else:
            yield report
            yield from self._killed_before(report)

    def _page_gone(self, word: Report, told: list[Problem], reasons: dict[str, list[Problem]]) -> Iterator[Report]:
        pages = [page for page in self.held.read_at(word.url or "") if not page.withdrawn]
        for problem in reasons.pop(word.id, []):
            told.remove(problem)
            told.append(problem if not pages else replace(problem, message=_withdrawn(problem), report_id=pages[0].id))
            for page in pages:
                reasons.setdefault(page.id, []).append(replace(told[-1], report_id=page.id))
        for page in pages:
            yield emptied(page.report, page, _at(None, page.report, self.now()))

    def _killed_before(self, story: Report) -> Iterator[Report]:
        """The story's empty version, where a notice that is held already withdrew it: it came after its notice."""
        known = self.held.known(story)
        if known is not None and known.withdrawn and not is_kill(known.report):
            return
        for name in sorted(self._waiting or ()):
            page = self.held.known(Report(name, ""))
            if page is None or not is_kill(page.report) or not _may_speak_of(page.report, story):
                continue
            title = folded(headline(story))
            if len(title) >= _SHORTEST_HEADLINE and title in _words_of(page.report):
                at = _at(page.report.published_at, story, self.now())
                yield emptied(replace(story, url=story.url or page.report.url), Page(story.id, story), at)
                return

    def _killed(self, notice: Report, told: list[Problem], reasons: dict[str, list[Problem]]) -> Iterator[Report]:
        pages = self._spoken_of(notice)
        if not pages:
            told.append(Problem(_NOT_FOUND, report_id=notice.id))
            reasons.setdefault(notice.id, []).append(told[-1])
            self._waiting = (self._waiting or frozenset()) | {notice.id}
            yield notice
            if not is_outright(notice):
                return
            # It often repeats the figure that it withdraws: nobody must read that as a toll.
            yield replace(notice, text="", revises=notice.id)
            return
        at = max(_at(notice.published_at, page.report, self.now()) for page in pages)
        yield replace(notice, revises=pages[0].report.id, published_at=at)
        for page in pages:
            yield emptied(replace(page.report, url=page.report.url or notice.url), page, at)

    def _spoken_of(self, notice: Report) -> list[Page]:
        known = self.held.known(notice)
        if known is not None and not known.withdrawn and not is_kill(known.report):
            return [known]
        words = _words_of(notice)
        named: list[tuple[str, Page]] = []
        for page in self.held.pages():
            if page.withdrawn or is_kill(page.report) or not _may_speak_of(notice, page.report):
                continue
            title = folded(headline(page.report))
            if len(title) >= _SHORTEST_HEADLINE and title in words:
                named.append((title, page))
        longest = max((len(title) for title, _ in named), default=0)
        found = [page for title, page in named if len(title) == longest]
        own = [page for page in found if page.report.outlet == notice.outlet]
        return own or found

    def _corrected(self, report: Report) -> Report:
        """A corrected story in full replaces what it corrects; a note about it is a report of its own, for the rest of
        the story still stands."""
        if self.held.known(report) is not None:
            return report
        runs = _runs(report.text)
        best: tuple[float, Page] | None = None
        for page in islice((page for page in self.held.pages() if _may_replace(report, page)), _MOST_COMPARED):
            other = page.report
            theirs = _runs(other.text)
            shared = len(runs & theirs) / max(1, min(len(runs), len(theirs)))
            if shared >= _SAME_STORY and (best is None or shared > best[0]):
                best = shared, page
        if best is None:
            return report
        older = best[1].report
        return replace(report, revises=older.id, published_at=_at(report.published_at, older, self.now()))


def names_none(problem: Problem) -> bool:
    """Whether it is told of a notice that it named no story that was held."""
    return problem.message == _NOT_FOUND


def _words_of(notice: Report) -> str:
    return folded(f"{notice.title or ''}\n{notice.text}")


def _stories_first(arriving: Sequence[Report]) -> list[Report]:
    """A folder or a file may hold a notice before its story; the notice's date tells which story it can mean. One
    without a date means what came before it."""
    last = [each for each in arriving if each.published_at is not None and _speaks_of_another(each)]
    behind = {id(each) for each in last}
    return [*(each for each in arriving if id(each) not in behind), *last]


def _speaks_of_another(report: Report) -> bool:
    return is_gone(report) or is_kill(report) or is_corrected(report)


def _withdrawn(problem: Problem) -> str:
    return f"{problem.message.partition(';')[0]}; what it said is withdrawn from now on, and its words are kept"


def _may_replace(report: Report, page: Page) -> bool:
    return not page.withdrawn and _may_speak_of(report, page.report) and len(report.text) * 2 >= len(page.report.text)


def _may_speak_of(notice: Report, story: Report) -> bool:
    """Whether both are of one newsroom, and the notice came after the story, and soon."""
    if story.outlet != notice.outlet and (story.agency is None or story.agency != (notice.agency or notice.outlet)):
        return False
    one, two = story.published_at, notice.published_at
    return one is None or two is None or timedelta(0) <= two - one <= _WITHIN


def _at(stated: datetime | None, older: Report, now: datetime) -> datetime:
    """When the newer version was published: as stated, but never before the older one; where nothing is, now."""
    known = older.published_at
    at = now if stated is None else stated
    return at if known is None else max(at, known)


def _runs(text: str) -> set[str]:
    words = folded(text).split()
    return {" ".join(words[place : place + _RUN]) for place in range(max(0, len(words) - _RUN + 1))}
