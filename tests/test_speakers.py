"""Who says how many died is not counted among them."""

import pytest

from reportedly.figure import Figure, Group, Kind, Words
from reportedly.read.reader import read
from reportedly.read.speakers import without_speakers
from reportedly.report import Report


def counted(text: str) -> list[str]:
    """Each figure as "kind low phrase", in the order of the text."""
    told = [figure for claim in read(Report("r", text)).claims for figure in claim.figures]
    return [f"{one.kind.value} {one.low}" for one in sorted(told, key=lambda one: one.phrase.span)]


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Gunmen killed four miners, two residents said.", ["killed 4"]),
        ("Six pupils are missing, two parents told the Pavo Times.", ["missing 6"]),
        ("Shelling killed nine people in Velin, three doctors said.", ["killed 9"]),
        ("Six doctors and four nurses said the dead numbered 100.", ["killed 100"]),
        ("Two police officers and a medic said nine people were killed.", ["killed 9"]),
        ("Bandits killed nine farmers near Arden, a village head and two residents said.", ["killed 9"]),
        ("Three people briefed on the rescue said nine miners had died.", ["killed 9"]),
        ("According to two survivors, 15 soldiers had died.", ["killed 15"]),
        ("Eleven people died, a survivor, a priest and two teachers said.", ["killed 11"]),
        ("Rockets hit a camp in Dahran, wounding 12 people, a doctor and an aid worker said.", ["wounded 12"]),
    ],
)
def test_speakers_are_no_figure(line: str, figures: list[str]) -> None:
    assert counted(line) == figures


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Two freed hostages said 12 others were killed.", ["freed 2", "killed 12"]),
        ("Boat sinks on Lake Orrin, 10 bodies found", ["killed 10"]),
        ("Eleven DEAD IN ORRIN and still the consul says nothing", ["killed 11"]),
        ("The father of two of the dead said three pupils were missing.", ["killed 2", "missing 3"]),
    ],
)
def test_a_speaker_in_a_state_of_his_own_and_those_beside_him_are_counted(line: str, figures: list[str]) -> None:
    assert [one for one in figures if one in counted(line)] == figures


def test_a_speaker_of_too_many_words_swallows_no_number() -> None:
    """Whoever finds speakers may take half of the next sentence for one."""
    text = "Ana Lorn, a weaver. At least 12 people died, the mayor of Orrin"
    figure = Figure(Kind.KILLED, 12, None, Words("At least 12", (20, 31)), Group("people"))
    assert without_speakers(text, [figure], {(0, len(text)): None}) == [figure]
