"""What lines stood at from moment to moment: asked for once, and the same as if it were asked for anew."""

from datetime import timedelta
from pathlib import Path

import pytest

from newsroom import wire
from reportedly.account import LineGroup
from reportedly.figure import Kind
from reportedly.report import Report
from reportedly.show.live_courses import CELLS, Courses
from reportedly.show.page_view import Moment
from reportedly.story import Snapshot, Story


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.open("mine", tmp_path / "mine.db", create=True)


def toll(count: int, clock: str, outlet: str = "AP", day: int = 0) -> Report:
    line = f"{outlet}, Ostry, {clock}. {count} miners were killed, the governor told {outlet}."
    return wire(line, name=f"{outlet}{clock}{day}", day=day)


def stood(courses: Courses, snapshot: Snapshot) -> dict[tuple[Kind, LineGroup], tuple[Moment, ...]]:
    return courses.of(snapshot, snapshot.account())


def killed(courses: Courses, snapshot: Snapshot) -> tuple[Moment, ...]:
    return next(moments for (kind, _), moments in stood(courses, snapshot).items() if kind is Kind.KILLED)


def test_each_moment_is_the_account_as_of_then(story: Story) -> None:
    """12, 19, 34: at every moment of the course, best and range are those of the account."""
    story.add([toll(12, "07:00"), toll(19, "08:00", "Post"), toll(34, "09:30", "Bay")])
    snapshot = story.snapshot()
    moments = killed(Courses(), snapshot)
    assert len(moments) == 3
    for moment in moments:
        line = next(each for each in snapshot.account(moment.at).lines if each.kind is Kind.KILLED)
        assert (moment.best, moment.range) == (line.best, line.range)


@pytest.mark.parametrize(
    "late", [toll(40, "23:00", "Late"), toll(5, "06:30", "Late"), toll(23, "08:10", "Late", day=3)]
)
def test_what_was_kept_is_what_would_be_made_anew(story: Story, late: Report) -> None:
    """A report of the evening, of before all others, or of days later: the course is the same as from scratch."""
    story.add([toll(12, "07:00"), toll(19, "08:00", "Post")])
    kept = Courses()
    stood(kept, story.snapshot())
    story.add([late])
    assert stood(kept, story.snapshot()) == stood(Courses(), story.snapshot())


def test_who_shows_an_older_state_does_not_undo_the_newer(story: Story) -> None:
    """A page of before the last report is still being drawn while one with it was."""
    story.add([toll(12, "07:00")])
    older, kept = story.snapshot(), Courses()
    story.add([toll(19, "08:00", "Post")])
    newer = stood(kept, story.snapshot())
    assert stood(kept, older) == stood(Courses(), older)
    assert stood(kept, story.snapshot()) == newer


def test_a_month_has_no_more_moments_than_a_morning(story: Story) -> None:
    """A hundred reports over a month: no more moments than a chart has room for, the first and the last among them."""
    story.add([toll(n + 1, f"{n % 24:02}:{n % 60:02}", f"Paper {n}", day=n // 4) for n in range(100)])
    moments = killed(Courses(), story.snapshot())
    assert len(moments) <= CELLS + 2
    assert moments[-1].at - moments[0].at > timedelta(days=23)


def test_of_nothing_nothing_is_told(story: Story) -> None:
    """A story without a report."""
    assert stood(Courses(), story.snapshot()) == {}
