"""Kill notices, corrected stories and pages that are gone, however they come in."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom import MORNING, wire
from reportedly.account import Account
from reportedly.ingest import reports
from reportedly.ingest.notices import is_corrected, is_kill
from reportedly.report import Report
from reportedly.story import Added, Story

END = datetime(2031, 3, 9, tzinfo=UTC)
TOLL = replace(
    wire("Coastwire, Izmir, 06:10. In Izmir, 45 people died, the governor said. Schools are shut.", name="toll"),
    title="Dozens die as quake strikes Izmir",
)
OTHER = wire("Harbour Post, Izmir, 06:30. At least 12 people died in Izmir, the coast guard said.", name="post")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.open("quake", tmp_path / "ledger.db", create=True)


def dead(story: Story) -> list[int | None]:
    account: Account = story.account(END)
    return [line.best.low for line in account.lines if line.kind == "killed" and line.best is not None]


@pytest.mark.parametrize(
    "text",
    [
        "KILL: Quake toll. The story is wrong and must not be used.",
        "EDS: MANDATORY KILL. Do not use the story slugged Quake-Toll.",
        "BULLETIN KILL\nQuake-Toll\nThe toll was never confirmed.",
        "URGENT - KILL - Dozens die as quake strikes Izmir",
        "IZMIR, March 4 (Coastwire) - KILL notice: the story on the quake is wrong.",
        "IZMIR, Turkey (Coastwire) — This story has been withdrawn.",
        "Editors: Please disregard the story headlined Dozens die as quake strikes Izmir.",
        "The story about the quake has been withdrawn. A new one follows.",
        "WITHDRAWAL-Dozens die as quake strikes Izmir",
        "STORY REMOVED: Quake-Toll",
        "This story has been withdrawn.",
        "Coastwire has withdrawn its story about the quake.",
        "RETRACTION: the report of 45 deaths was wrong.",
        "WITHDRAWN",
    ],
)
def test_kill_notices_are_told_from_news(text: str) -> None:
    """What only says that a story must not be used withdraws it, in the ways in which wires and papers write that."""
    assert is_kill(Report("k", text))


@pytest.mark.parametrize(
    "text",
    [
        "Killed: 12 people in a quake off Izmir.",
        "Kill the bill, protesters shouted in Ankara.",
        "Withdrawn troops return home, the ministry said.",
        "Withdrawal: what the troops left behind.",
        "The army has withdrawn from Izmir.",
        "The report said a policeman was killed in Izmir and that troops were withdrawn.",
        "The flood alert was withdrawn at noon, the weather service said.",
        "The ministry's report has been withdrawn, the minister said.",
        "CORRECTION: 12 people died, not 45 as first reported.",
        "A gunman killed 12 people. " + "The police said more would follow. " * 80 + "This story has been withdrawn.",
    ],
)
def test_news_is_no_kill_notice(text: str) -> None:
    """Killing, withdrawing and correcting make news too, and so do other people's reports."""
    assert not is_kill(Report("k", text))


def test_another_newsrooms_withdrawal_is_news() -> None:
    """Coastwire's line that the Harbour Post withdrew a story withdraws nothing of Coastwire's."""
    text = "The Harbour Post has withdrawn its story about 45 deaths."
    assert not is_kill(Report("k", text, outlet="Coastwire"))
    assert is_kill(Report("k", text, outlet="Harbour Post"))


@given(st.text(alphabet="Ak -:.—(urgentBULLETIN KILLthestory\n", max_size=3000))
def test_a_beginning_of_any_sort_is_judged_at_once(text: str) -> None:
    """However a text begins, telling a notice from news takes no time that grows with it."""
    is_kill(Report("k", text))
    is_corrected(Report("k", text))


LINES = [
    '{"id": "toll", "outlet": "Coastwire", "published_at": "2031-03-04T06:10:00Z", '
    '"title": "Dozens die as quake strikes Izmir", "text": "At least 45 people died in Izmir, the governor said."}',
    '{"id": "post", "outlet": "Harbour Post", "published_at": "2031-03-04T06:30:00Z", '
    '"text": "At least 12 people died in Izmir, the coast guard said."}',
    '{"id": "kill", "outlet": "Coastwire", "published_at": "2031-03-04T08:00:00Z", '
    '"title": "KILL: Dozens die as quake strikes Izmir", "text": "BULLETIN KILL. The story that 45 people died '
    'in Izmir is wrong and must not be used."}',
]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_a_kill_in_json_lines_withdraws_the_story(story: Story, tmp_path: Path, order: tuple[int, ...]) -> None:
    """A file of reports with a kill in it, before or behind its story: the killed figure does not stand, its words are
    kept, and reading the file again adds nothing."""
    path = tmp_path / "wires.jsonl"
    path.write_text("\n".join(LINES[place] for place in order))
    story.add(reports(str(path)))
    assert dead(story) == [12]
    kept = {report.id: report for report in story.reports()}
    assert kept["toll"].text.startswith("At least 45") and kept["kill"].revises == "toll"
    assert any(change.what == "withdrawn" for change in story.changes())
    assert story.account(datetime(2031, 3, 4, 7, tzinfo=UTC)).lines[0].range is not None
    again = story.add(reports(str(path)))
    assert (again.reports, again.repeated) == (0, 3)


def test_a_story_that_comes_after_its_notice_is_withdrawn(story: Story, tmp_path: Path) -> None:
    """A desk takes in a day's wire in any order: the killed toll does not stand although its notice came in first, in
    a run of its own; another outlet's toll does, and adding the story again brings nothing back."""
    files = []
    for place in (2, 1, 0):
        files.append(tmp_path / f"{place}.jsonl")
        files[-1].write_text(LINES[place])
        story.add(reports(str(files[-1])))
    assert dead(story) == [12]
    assert {report.id: report.text for report in story.reports() if report.text}["toll"].startswith("At least 45")
    assert any(change.what == "withdrawn" for change in story.changes())
    again = story.add(reports(str(files[-1])))
    assert (again.reports, again.repeated) == (0, 1)
    assert dead(story) == [12]


def test_a_kill_in_a_plain_file_withdraws_the_story_of_its_first_line(story: Story, tmp_path: Path) -> None:
    """Plain files have no headline but their first line: a notice that names it withdraws it, in a later run too."""
    (tmp_path / "1.txt").write_text(
        "Dozens die as quake strikes Izmir\n\nAt least 45 people died, the governor said.\n"
    )
    (tmp_path / "2.txt").write_text("BULLETIN KILL\n\nKill the story headlined Dozens die as quake strikes Izmir.\n")
    story.add(reports(str(tmp_path / "1.txt")))
    assert story.add(reports(str(tmp_path / "2.txt"))).reports == 2
    assert [line for line in story.account().lines if line.kind == "killed" and line.best is not None] == []
    again = story.add(reports(str(tmp_path / "2.txt")))
    assert (again.reports, again.repeated) == (0, 1)


def test_a_kill_reaches_no_other_newsroom(story: Story) -> None:
    """Coastwire's notice withdraws nothing that the Harbour Post published under the same headline."""
    story.add([replace(TOLL, id="hp", outlet="Harbour Post")])
    done = story.add([Report("k", f"KILL: {TOLL.title}", "Coastwire", published_at=MORNING + timedelta(hours=2))])
    assert dead(story) == [45]
    assert "names none that is held here" in done.problems[0].message


def test_a_kill_of_what_nobody_holds_withdraws_its_own_words(story: Story) -> None:
    """A notice that names no story of ours is kept and told; the toll that it repeats is nobody's figure."""
    done: Added = story.add(
        [Report("k", "KILL: Ferry sinks. The report that 45 people died is wrong.", "Coastwire", published_at=MORNING)]
    )
    assert "names none that is held here" in done.problems[0].message
    assert dead(story) == []
    assert next(story.reports()).text.startswith("KILL: Ferry sinks")


def test_a_corrected_story_replaces_the_one_it_corrects(story: Story) -> None:
    """The corrected text sent under an id of its own is a version of the story: the 45 gives way to the 12."""
    text = TOLL.text.replace("45", "12")
    at = MORNING + timedelta(hours=3)
    story.add(
        [TOLL, Report("c", text, "Coastwire", title="CORRECTED-Dozen die as quake strikes Izmir", published_at=at)]
    )
    older, newer = story.reports()
    assert newer.revises == older.id and newer.id == "c"
    assert dead(story) == [12]


def test_a_note_on_a_story_leaves_the_rest_of_it_standing(story: Story) -> None:
    """A correction that only says what was wrong is a report of its own: the story's other figures still stand."""
    long = replace(TOLL, text=f"{TOLL.text} " + "Rescuers freed 30 people from a school, the mayor said. " * 3)
    note = Report("n", "CORRECTION: At least 12 people died in Izmir, not 45, the governor said.", "Coastwire")
    story.add([long, replace(note, published_at=MORNING + timedelta(hours=3))])
    assert [report.revises for report in story.reports()] == [None, None]


def test_a_sender_may_say_what_it_revises(story: Story) -> None:
    """`revises` names the id of the report that this one is a new version of, whatever its own id and words."""
    story.add([TOLL])
    line = {"id": "t2", "revises": "toll", "outlet": "Coastwire", "published_at": "2031-03-04T09:00:00Z"}
    record = json.dumps(line | {"text": "Nine are dead, the mayor says."})
    from io import BytesIO

    from reportedly.desk import Defaults, from_json_lines

    story.add(from_json_lines(BytesIO(record.encode()), "wire", Defaults()))
    assert [(report.id, report.revises) for report in story.reports()] == [("toll", None), ("t2", "toll")]


def test_what_was_wrong_with_a_reports_bytes_is_kept_with_it(story: Story, tmp_path: Path) -> None:
    """A problem that tells of a report is there for whoever asks the ledger, not only for whoever added it."""
    (tmp_path / "w.txt").write_bytes(b"At least 12 people died, he said.\xff")
    done = story.add(reports(str(tmp_path / "w.txt")))
    assert len(done.problems) == 1 and "byte 33 is no UTF-8" in done.problems[0].message
    assert [problem.message for problem in story.problems()] == [done.problems[0].message]
