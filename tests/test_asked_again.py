"""A figure reads the same among other sentences as alone."""

import pytest

from newsroom import MORNING
from reportedly.read.reader import read
from reportedly.report import Report

AROUND = "\n\n".join([
    "Nine drivers were killed in a crash near Orrin.",
    "Police arrested four men.",
    "A doctor treated 30 people for burns.",
    "Two guards died at the gate.",
    "Some 200 people fled the valley on Monday.",
    "",
])  # fmt: skip


def told(text: str, last: str) -> list[tuple[str, int | None, int | None, str, str]]:
    """The figures of the text's last sentence."""
    start = text.rindex(last)
    claims = read(Report("r", text, published_at=MORNING), "Selwen dam siege").claims
    return [
        (one.kind.value, one.low, one.high, one.group.role, one.scope.value)
        for claim in claims
        for one in claim.figures
        if one.phrase.span[0] >= start
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The governor's aide, Lev Dugan, puts the number of hostages at 354.",
        "Eleven of the hostages are out alive, the governor said.",
        "Four aid workers, two of them Spanish, were snatched from a camp.",
        "Eight of the gunmen were Danes and one was Dutch, the ministry says.",
        "The army said that 177 hostages were still in the hills.",
        "Ten gunmen were shot dead, three held and four are still in the cellar.",
    ],
)
def test_neighbours_do_not_rub_off_on_a_figure(line: str) -> None:
    alone = told(line, line)
    assert alone
    assert told(AROUND + line, line) == alone
