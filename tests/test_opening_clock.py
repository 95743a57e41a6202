"""The clock times that a live blog's lines open with."""

import pytest

from reportedly.read.opening_clock import after_clock
from reportedly.read.reader import read
from reportedly.report import Report


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("14:05 The coroner says nine miners have died.", "The coroner"),
        ("2.05pm: The coroner says nine miners have died.", "The coroner"),
        ("15.48 The prime minister has said 12 died.", "The prime"),
        ("3.48pm GMT The prime minister has said 12 died.", "The prime"),
        ("Update 3.15pm The fire chief says four are missing.", "The fire"),
        ("[15:48] Local radio is reporting 240 dead.", "Local radio"),
        ("1530 GMT - Army says 14 hostages freed.", "Army says"),
        ("1310: A crowd of relatives waits.", "A crowd"),
        ("1745 Police are escorting people out.", "Police are"),
        ("7pm: Three bodies found, police say.", "Three bodies"),
    ],
)
def test_a_time_before_a_line_is_no_part_of_it(line: str, words: str) -> None:
    assert line[after_clock(line, 0, len(line)) :].startswith(words)


@pytest.mark.parametrize(
    "line",
    [
        "1200 people died in the quake.",
        "1200 Feared Dead After Quake",
        "2008 Orrin attacks: 166 people died.",
        "12 dead in Orrin",
        "10.30",
        "5 am people",
    ],
)
def test_a_count_a_year_or_a_time_alone_is_no_clock(line: str) -> None:
    assert after_clock(line, 0, len(line)) == 0


def test_neither_number_nor_claimant_holds_the_time() -> None:
    claims = read(
        Report("r", "14:05 The coroner says nine miners have died.\n\n1415 Police have closed the road.")
    ).claims
    assert [source.text for claim in claims for source in claim.chain] == ["The coroner"]
    assert [figure.low for claim in claims for figure in claim.figures] == [9]
