"""A live blog in plain text: clock lines part its posts. Each post's words are the text's own, to the letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.ingest.clock import Clock, Day, clock_of, day_line
from reportedly.ingest.days import newest_first

FEWEST = 3
"""Posts that make a live blog; fewer clock lines are an article that tells the hour of something."""


@dataclass(frozen=True, slots=True)
class TimedWords:
    """One post: its clock, and its words."""

    clock: Clock
    text: str


@dataclass(frozen=True, slots=True)
class TimedText:
    before: str
    """What stands above the first clock line."""
    posts: tuple[TimedWords, ...]
    """In the order of the text."""


def timed_text(text: str) -> TimedText | None:
    """The posts of a text that is a live blog; None where it is an article."""
    starts: list[tuple[int, int, Clock]] = []  # where the post's line begins, where its words do, its clock
    day: Day | None = None
    headings: list[tuple[int, int]] = []
    place = 0
    for line in text.splitlines(keepends=True):
        named = day_line(line) if len(line) < 100 else None
        clock = None if named is not None else clock_of(line)
        if named is not None:
            day = named
            headings.append((place, place + len(line)))
        elif clock is not None and clock.sure:
            starts.append((place, place + clock.end, _on(clock, day)))
            day = None
        elif clock is not None and len(line) > clock.end + 20:
            starts.append((place, place + clock.end, _on(clock, day)))  # "20.10 The governor said": judged below
            day = None
        place += len(line)
    if len(starts) < FEWEST or not _runs_one_way([clock for _, _, clock in starts]):
        return None
    posts = []
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    for (_, words, clock), end in zip(starts, ends, strict=True):
        last = min([start for start, _ in headings if words <= start < end], default=end)
        own = text[words:last].strip()
        if own:
            posts.append(TimedWords(clock, own))
    first = starts[0][0]
    head = text[: min([start for start, _ in headings if start < first], default=first)].strip()
    told = sum(len(post.text) for post in posts)
    if len(posts) < FEWEST or len(head) > told:
        return None
    return TimedText(head, tuple(posts))


def _on(clock: Clock, day: Day | None) -> Clock:
    return replace(clock, day=day) if clock.day is None and day is not None else clock


def _runs_one_way(clocks: Sequence[Clock]) -> bool:
    """A timetable, a list of results or opening hours jump about; a live blog runs one way, nights and late entries
    aside. Hours that might be quantities must run without a slip."""
    minutes = [clock.hour * 60 + clock.minute for clock in clocks]
    if newest_first(minutes):
        minutes.reverse()
    slips = sum(1 for one, other in pairwise(minutes) if (other - one) % 1440 > 960)
    allowed = len(minutes) // 8 if all(clock.sure for clock in clocks) else 0
    return slips <= allowed
