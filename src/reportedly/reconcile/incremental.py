"""Accounting that goes on: what a story's evidence comes to so far, kept so that one more report costs one more report.

An `Accounting` is a value: `appended` returns a new one and leaves the old as it was. It is a pure function of the
evidence taken in, whatever the order and however it was cut: the account derived from it is the same to the byte as one
from scratch. Nothing of it is stored.

What a new telling costs: a copy of the tables, and the hearing of its report where that was published after all else
of its line. Where it comes late, or moves the origin of earlier ones (a full name to a surname, a credit to a copied
passage, a new version of a page), those lines are heard again from their start.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reportedly.evidence import Edition, Evidence, Saying
from reportedly.reconcile.collector import paused
from reportedly.reconcile.course import Course
from reportedly.reconcile.lines import GROWING, LineName, Voice, counts, line_of, line_order, place_of
from reportedly.reconcile.nesting import Nesting, learn_nesting
from reportedly.reconcile.origins import Origin, Origins, Told
from reportedly.reconcile.revisions import Pages, pages
from reportedly.reconcile.updates import Running
from reportedly.telling import Telling


@dataclass(frozen=True, slots=True)
class Followed:
    """One line as far as it has been heard."""

    name: LineName
    voices: tuple[Voice, ...]
    """In the order of publication."""
    heard: Running
    """All of its reports but the last, which may not be complete yet."""
    course: Course
    shown: dict[str, object] = field(default_factory=dict, compare=False)
    """What was derived from it, remembered: it follows from the rest, and is made once."""
    before: "Followed | None" = field(default=None, compare=False)
    """The line before its last voices came, for what was derived of it."""


@dataclass(frozen=True, slots=True)
class Accounting:
    origins: Origins = field(default_factory=Origins)
    told: Mapping[str, tuple[Telling, ...]] = field(default_factory=dict)
    """The tellings of each report that stand on lines."""
    lines: Mapping[LineName, Followed] = field(default_factory=dict)
    sayings: tuple[Saying, ...] = ()
    editions: Mapping[str, Edition] = field(default_factory=dict)
    pages: Pages = field(default_factory=lambda: pages(()))
    nestings: Mapping[str, Nesting] = field(default_factory=dict)
    """What each claim says of the story's groups, where it says anything."""
    shown: dict[str, object] = field(default_factory=dict, compare=False)
    """As of a line."""

    @property
    def followed(self) -> tuple[Followed, ...]:
        """Every line, in the order that an account prints them."""
        return tuple(sorted(self.lines.values(), key=lambda line: line_order(line.name)))

    @property
    def stated(self) -> Evidence:
        """The evidence of what is demanded and claimed."""
        versions = tuple(self.editions[each] for each in self.pages.versions if each in self.editions)
        return Evidence((), self.sayings, versions)


def accounting(evidence: Evidence) -> Accounting:
    """What the evidence comes to."""
    return appended(Accounting(), evidence)


def appended(so_far: Accounting, more: Evidence) -> Accounting:
    """What it comes to with more evidence, none of which has been taken in before."""
    with paused(len(more.tellings)):
        return _appended(so_far, more)


def _appended(so_far: Accounting, more: Evidence) -> Accounting:
    editions, linked, revised = _revise(so_far, more.editions)
    sayings = (*so_far.sayings, *more.sayings) if more.sayings else so_far.sayings
    now = replace(so_far, sayings=sayings, editions=editions, pages=linked, shown=dict(so_far.shown))
    if more.sayings or linked is not so_far.pages:
        now.shown.pop("stated", None)
    kept = [telling for telling in more.tellings if counts(telling)]
    if not kept and not revised:
        return now
    kept.sort(key=place_of)
    origins = so_far.origins.copy()
    touched = origins.take(kept)
    lines = _Lines(so_far.lines, origins, linked)
    # A copy of a nameless page's passage is of that page's first version: where the page moves, so do its copies.
    moved_with = origins.sharing(revised) if revised and so_far.told else set[str]()
    again = [telling for report in touched | moved_with for telling in so_far.told.get(report, ())]
    named, moved = origins.name([*kept, *again], linked.roots)
    lines.move(moved, so_far.origins)
    for telling, told_by in zip(again, named[len(kept) :], strict=True):
        lines.tell_again(telling, told_by, telling.report_id in revised)
    lines.tell(kept, named)
    told = dict(so_far.told)
    for telling in kept:
        told[telling.report_id] = (*told.get(telling.report_id, ()), telling)
    return replace(now, origins=origins, told=told, lines=lines.follow(), nestings=_nest(so_far, kept, told))


def _nest(
    so_far: Accounting, kept: Iterable[Telling], told: Mapping[str, tuple[Telling, ...]]
) -> Mapping[str, Nesting]:
    # Only a claim of two figures or more says how its groups nest.
    seen: dict[str, str] = {}
    several: dict[str, str] = {}
    for telling in kept:
        if telling.figure > 0 or telling.claim_id in seen or telling.report_id in so_far.told:
            several[telling.claim_id] = telling.report_id
        seen[telling.claim_id] = telling.report_id
    if not several:
        return so_far.nestings
    nestings = dict(so_far.nestings)
    for claim_id, report_id in several.items():
        learned = learn_nesting(telling for telling in told[report_id] if telling.claim_id == claim_id)
        if learned.roles or learned.home:
            nestings[claim_id] = learned
        else:
            nestings.pop(claim_id, None)
    return nestings


def _revise(so_far: Accounting, more: Iterable[Edition]) -> tuple[Mapping[str, Edition], Pages, set[str]]:
    """The editions with more, which of them are versions of one page, and the reports for which that changed."""
    more = tuple(more)
    if not more:
        return so_far.editions, so_far.pages, set()
    editions = dict(so_far.editions)
    editions.update((each.report_id, each) for each in more)
    before = so_far.pages
    if not any(each.revises is not None or each.report_id in before.versions for each in more):
        return editions, before, set()
    now = pages(editions.values())
    revised = {each for each in now.versions if now.newer.get(each) != before.newer.get(each)}
    revised |= {each for each in now.versions if now.roots.get(each) != before.roots.get(each)}
    return editions, now, revised


class _Lines:
    """The lines while they take in what is new: which can go on, and which must be heard again."""

    def __init__(self, before: Mapping[LineName, Followed], origins: Origins, linked: Pages) -> None:
        self.before = before
        self.origins = origins
        self.pages = linked
        self.new: dict[LineName, list[Voice]] = {}
        self.changed: dict[LineName, dict[tuple[str, int], Origin]] = {}
        self.stale: set[LineName] = set()

    def tell(self, tellings: Iterable[Telling], told_by: Iterable[Told]) -> None:
        new, origin_of = self.new, self.origins.of
        for telling, told in zip(tellings, told_by, strict=False):
            voice = Voice(telling, origin_of(told))
            line = line_of(telling)
            if line in new:
                new[line].append(voice)
            else:
                new[line] = [voice]

    def tell_again(self, telling: Telling, told: Told, revised: bool) -> None:
        """A telling known before, of a report that something was added to."""
        key = line_of(telling)
        voices = self.before[key].voices
        before = voices[bisect_left(voices, place_of(telling), key=lambda voice: place_of(voice.telling))].origin
        origin = self.origins.of(told)
        if before != origin:
            self.changed.setdefault(key, {})[telling.claim_id, telling.figure] = origin
        if revised:
            self.stale.add(key)

    def move(self, moved: set[Told], earlier: Origins) -> None:
        """Gives all that shared an origin its new name, or the person it turned out to be."""
        if not moved:
            return
        now = {earlier.of(told): self.origins.of(told) for told in moved}
        keys = {origin.key for origin in now}
        for key, line in self.before.items():
            for telling, origin in line.voices:
                if origin.key in keys and origin in now:
                    self.changed.setdefault(key, {})[telling.claim_id, telling.figure] = now[origin]

    def follow(self) -> Mapping[LineName, Followed]:
        lines = dict(self.before)
        for key in {*self.new, *self.changed, *self.stale}:
            line = self.before.get(key)
            new = self.new.get(key, [])
            if line is None:
                lines[key] = _hear(key, new, None, self.pages)
            elif key in self.changed or key in self.stale:
                changed = self.changed.get(key, {})
                voices = [
                    Voice(telling, changed.get((telling.claim_id, telling.figure), origin))
                    for telling, origin in line.voices
                ]
                lines[key] = _hear(key, _merged(voices, new), None, self.pages)
            elif place_of(new[0].telling)[:2] < place_of(line.voices[-1].telling)[:2]:
                lines[key] = _hear(key, _merged(list(line.voices), new), None, self.pages)
            else:
                lines[key] = _hear(key, new, line, self.pages)
        return lines


def _merged(voices: list[Voice], new: list[Voice]) -> list[Voice]:
    voices.extend(new)
    voices.sort(key=lambda voice: place_of(voice.telling))
    return voices


def _hear(name: LineName, new: list[Voice], line: Followed | None, linked: Pages) -> Followed:
    """The line with new voices; where `line` is given they come after all that it has heard."""
    if line is None:
        heard, waiting = Running(name[0] in GROWING, linked), new
        voices = tuple(new)
    else:
        count = len(line.heard.voices)
        heard, waiting = line.heard.copy(), _merged(list(line.voices[count:]), new)
        heard.pages = linked
        voices = (*line.voices[:count], *waiting)
    last = len(waiting) - 1
    while last > 0 and waiting[last - 1].telling.report_id == waiting[-1].telling.report_id:
        last -= 1
    heard.hear_all(waiting[:last])
    ending = heard.copy()
    ending.hear_all(waiting[last:])
    # One step back is enough to compare with, and a chain of all would keep every account ever shown.
    before = None if line is None else replace(line, before=None)
    return Followed(name, voices, heard, ending.course(), before=before)
