"""Which tellings answer the same question."""

from desk import desk, says, toll
from reportedly.account import Bounds, LineGroup
from reportedly.claim import Polarity
from reportedly.figure import Kind, Scope


def test_a_line_is_a_kind_and_a_group() -> None:
    """The dead, the dead children and the missing are three questions."""
    account = desk(
        says("AP, Ila, 09:00. 12 people died.", 12),
        says("AP, Ila, 09:01. Three children died.", 3, role="children"),
        says("AP, Ila, 09:02. Forty are missing.", 40, kind=Kind.MISSING),
    )
    assert [(line.kind, line.group.role) for line in account.lines] == [
        (Kind.KILLED, "people"),
        (Kind.KILLED, "children"),
        (Kind.MISSING, "people"),
    ]


def test_another_year_is_no_part_of_the_account() -> None:
    """Figures of the background and questions are on no line."""
    account = desk(
        says("AP, Ila, 09:00. A dam burst killed 900 in 1961.", 900, scope=Scope.BACKGROUND),
        says("AP, Ila, 09:01. Have 40 died?", 40, polarity=Polarity.ASKED),
    )
    assert account.lines == ()


def test_a_part_never_stands_for_the_whole() -> None:
    """Two more bodies are kept among the claims, but the toll is 12, in best and in range."""
    line = toll(
        says("AP, Ila, 09:00. The toll is 12.", 12),
        says("AP, Ila, 10:00. Two more bodies were found.", 2, part=True),
    )
    assert line.best == line.range == Bounds(12, 12)
    assert [(claim.low, claim.part) for claim in line.claims] == [(12, False), (2, True)]


def test_parts_alone_give_no_best() -> None:
    """Where only parts were told, nobody has said how many in all."""
    line = toll(says("AP, Ila, 10:00. Two more bodies were found.", 2, part=True))
    assert line.best is None
    assert line.range is None


def test_a_part_of_one_line_is_the_whole_of_a_narrower_one() -> None:
    """Of "90 hostages, including 60 Danes" the 60 are all the Danes told of; two more guards are not all guards."""
    line = "AP, Ila, 09:00. 90 hostages were freed, including 60 Danes."
    danes = says(line, 60, kind=Kind.FREED, role="hostages", nationality=("DK",), part=True, figure=1)
    lines = desk(says(line, 90, kind=Kind.FREED, role="hostages"), danes).lines
    assert {each.group: each.best for each in lines} == {
        LineGroup("hostages"): Bounds(90, 90),
        LineGroup("hostages", ("DK",)): Bounds(60, 60),
    }
    more = says("AP, Ila, 10:00. 2 more guards died.", 2, role="guards", part=True)
    assert toll(more).best is None


def test_foreign_people_and_foreigners_are_one_group() -> None:
    """ "Twenty foreigners" and "20 foreign people" answer one question."""
    one = says("AP, Ila, 09:00. 20 foreigners died.", 20, role="foreigners", nationality=("foreign",))
    other = says("AFP, Ila, 10:00. 21 foreign people died.", 21, role="people", nationality=("foreign",))
    assert [each.best for each in desk(one, other).lines] == [Bounds(21, 21)]


def test_one_report_says_its_whole_and_its_parts_in_one_breath() -> None:
    """Of one report's counts on a line, the highest is the whole and no update of the lower ones."""
    report = "AP, Ila, 10:00. Three died in the mill and nine in the school, 12 in all."
    line = toll(says(report, 3), says(report, 9, claim_id="b"), says(report, 12, claim_id="c"))
    assert line.best == line.range == Bounds(12, 12)
    assert sorted((claim.low, claim.part) for claim in line.claims) == [(3, True), (9, True), (12, False)]


def test_nought_is_a_figure() -> None:
    """No deaths is an answer, not the want of one."""
    assert toll(says("AP, Ila, 09:00. Nobody died, police said.", 0, source="police")).best == Bounds(0, 0)
