"""What becomes of JSON Lines."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest import Defaults, reports
from reportedly.ingest.moment import NoMoment, moment
from reportedly.report import Problem, Report


def read(tmp_path: Path, *lines: str, defaults: Defaults | None = None) -> list[Report | Problem]:
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return list(reports(str(path), defaults))


def line(**fields: object) -> str:
    return json.dumps({"text": "12 died, the governor said."} | fields)


def test_fields_are_taken_as_given(tmp_path: Path) -> None:
    """Every field that a report has is read, others are passed over, and an id given is kept."""
    (report,) = read(
        tmp_path,
        line(
            id="w-1",
            url="https://coastwire.example/1",
            outlet="Coastwire",
            agency="Coastwire",
            title="Quake",
            byline="M. Tolland",
            about="quake off Izmir",
            revises="w-0",
            published_at="2031-03-04T06:00:00+02:00",
            mood="grim",
        ),
    )
    assert isinstance(report, Report)
    assert (report.id, report.outlet, report.revises, report.about) == ("w-1", "Coastwire", "w-0", "quake off Izmir")
    assert report.published_at == datetime(2031, 3, 4, 4, tzinfo=UTC)


def test_a_broken_line_stands_for_itself_alone(tmp_path: Path) -> None:
    """Broken JSON on line 7 is a problem that names line 7, in its place; the other lines are read."""
    found = read(tmp_path, *[line(id=n) for n in range(6)], '{"text": "13 died', line(id=8))
    assert [r.id if isinstance(r, Report) else "problem" for r in found] == [*"012345", "problem", "8"]
    assert (
        isinstance(found[6], Problem)
        and "wire.jsonl: line 7, character 10: broken JSON (Unterminated string" in found[6].message
    )


@pytest.mark.parametrize(
    "broken",
    [
        "oops",
        "12",
        '{"text": 12}',
        '{"id": "x"}',
        '{"text": ""}',
        '{"text": "12 died", "published_at": NaN}',
        '{"text": ' + "[" * 100_000 + "}",
        '{"text": "12 died", "published_at": ' + "9" * 5000 + "}",
        '{"text": "\x00',
    ],
)
def test_no_line_breaks_the_reading(tmp_path: Path, broken: str) -> None:
    """Whatever a line holds, it becomes one report or one problem, and the next line is read."""
    found = read(tmp_path, line(id="a"), broken, line(id="b"))
    assert [type(each) for each in found] == [Report, Problem, Report]
    assert isinstance(found[1], Problem) and found[1].report_id is None and "line 2" in found[1].message


def test_blank_lines_are_no_lines(tmp_path: Path) -> None:
    """They give nothing, and count only towards the number that a message names."""
    found = read(tmp_path, "", line(id="a"), "  ", "oops", "")
    assert [type(each) for each in found] == [Report, Problem]
    assert isinstance(found[1], Problem) and "line 4" in found[1].message


def test_a_date_that_is_none_costs_only_the_date(tmp_path: Path) -> None:
    """The report is read without a time, not with somebody else's, and the problem beside it says which report."""
    noon = datetime(2031, 3, 4, 12, tzinfo=UTC)
    report, problem = read(tmp_path, line(id="a", published_at="the ides of March"), defaults=Defaults(noon))
    assert isinstance(report, Report) and report.published_at is None
    assert isinstance(problem, Problem) and problem.report_id == "a"
    assert "'the ides of March' is no time: write it as" in problem.message


def test_what_the_line_says_beats_the_default(tmp_path: Path) -> None:
    """Defaults are for reports that say nothing of themselves; blank and null say nothing."""
    found = read(
        tmp_path, line(outlet="Coastwire"), line(outlet=" "), line(outlet=None), defaults=Defaults(None, "Post")
    )
    assert [report.outlet for report in found if isinstance(report, Report)] == ["Coastwire", "Post", "Post"]


def test_an_enormous_line_is_passed_over(tmp_path: Path) -> None:
    """A line of 50 MB is one problem that says how long it is; its neighbours are read."""
    found = read(tmp_path, line(id="a"), line(id="b", text="x" * 50_000_000), line(id="c"))
    assert [type(each) for each in found] == [Report, Problem, Report]
    assert isinstance(found[1], Problem) and "line 2 is 50 MB, over 5 MB for one report" in found[1].message


def test_half_a_character_is_shown_as_none(tmp_path: Path) -> None:
    """JSON can write half a character, which nothing can store: it is replaced, and spans stay where they are."""
    report, problem = read(tmp_path, r'{"text": "12 \ud83d died"}')
    assert isinstance(report, Report) and report.text == "12 \ufffd died"
    assert isinstance(problem, Problem) and problem.report_id == report.id


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("2031-03-04T06:00:00Z", datetime(2031, 3, 4, 6, tzinfo=UTC)),
        ("2031-03-04 06:00", datetime(2031, 3, 4, 6, tzinfo=UTC)),
        ("2031-03-04", datetime(2031, 3, 4, tzinfo=UTC)),
        ("20310304", datetime(2031, 3, 4, tzinfo=UTC)),
        (1930370400, datetime(2031, 3, 4, 6, tzinfo=UTC)),
        (1930370400.5, datetime(2031, 3, 4, 6, 0, 0, 500_000, tzinfo=UTC)),
        ("1930370400", datetime(2031, 3, 4, 6, tzinfo=UTC)),
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        (None, None),
        ("", None),
    ],
)
def test_times_are_iso_or_seconds(written: object, means: datetime | None) -> None:
    """A time without a zone is UTC, and a date alone is the start of its day."""
    assert moment(written) == means


@pytest.mark.parametrize(
    "written", ["yesterday", "2031-02-30", "31/3/2031", True, [], 1.9e12, float("inf"), "0001-01-01T00:00+14:00"]
)
def test_what_is_no_time_is_refused(written: object) -> None:
    """Nothing is guessed from a time that is none."""
    with pytest.raises(NoMoment):
        moment(written)


def test_milliseconds_are_told_apart() -> None:
    """A time in milliseconds is refused with what to do about it, not read as the year 63000."""
    with pytest.raises(NoMoment, match="divide by 1000"):
        moment(1930370400000)


@given(st.text())
def test_any_time_is_a_time_or_no_moment(written: str) -> None:
    """No string whatever raises anything else."""
    try:
        found = moment(written)
    except NoMoment:
        return
    assert found is None or found.tzinfo is not None
