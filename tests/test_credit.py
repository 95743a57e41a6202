"""Whose copy a report is, and where it was filed."""

import pytest

from reportedly.read.credit import agency, dateline


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ORRIN (Reuters) - Six people died.", "Reuters"),
        ("ORRIN, March 4 (Reuters) - Six people died.", "Reuters"),
        ("ST. ORRIN, Vesland (AP) — Six people died.", "AP"),
        ("Orrin, 4 March (Xinhua) -- Six people died.", "Xinhua"),
        ("(CNN) -- Six people died.", "CNN"),
        ("Six people died. (AFP via Dawn)", "AFP"),
        ("Six people died. (Reuters/AFP)", "Reuters"),
        ("Six people died. (BBC News) (AP)", "BBC News"),
        ("Six people died. (The Orrin Examiner)", "The Orrin Examiner"),
        ("Flood kills six\nBy Ana Lorn, Associated Press\nSix people died.", "AP"),
        ("Six people died.\n© 2031 The Associated Press. All rights reserved.", "AP"),
        ("Six people died. -- AFP", "AFP"),
        ("Flood kills six\n\nORRIN (Reuters) - Six people died.", "Reuters"),
    ],
)
def test_dateline_byline_or_credit_names_the_agency(text: str, name: str) -> None:
    """The wire service is read from any of the places where print puts it, under its usual name."""
    assert agency(text, None) == name


def test_the_byline_given_names_it_too() -> None:
    """A byline that came beside the text counts."""
    assert agency("Six people died.", "By Ana Lorn, Agence France-Presse") == "AFP"
    assert agency("Six people died.", "Reuters Staff") == "Reuters"


@pytest.mark.parametrize(
    "text",
    [
        "Six people died, a guard told Reuters.",
        "The Vesland Liberation Front (VLF) took six.",
        "Six were taken by the Front for Orrin (FFO).",
        "By nightfall the AP bureau was empty.",
        "Six people died (two of them children).",
        "Six people died. (Updated at 12:00)",
        "UPDATE: six people died.",
        "",
    ],
)
def test_what_a_sentence_names_is_no_agency(text: str) -> None:
    """An outlet that somebody spoke to, an abbreviation in brackets and an aside credit nobody."""
    assert agency(text, None) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ORRIN (Reuters) - Six people died.", "ORRIN"),
        ("ST. ORRIN, Vesland, March 4 (AP) — Six people died.", "ST. ORRIN, Vesland"),
        ("NEW ORRIN: Six people died.", "NEW ORRIN"),
        ("PORT LENZ, Vesland — Six people died.", "PORT LENZ, Vesland"),
    ],
)
def test_a_dateline_names_the_place(text: str, place: str) -> None:
    """The place stands before the dash, without the date and the agency."""
    found = dateline(text)
    assert found is not None
    assert found.text == place == text[slice(*found.span)]


@pytest.mark.parametrize(
    "text", ["Six people died.", "BREAKING: Six people died.", "(CNN) -- Six died.", "POLICE SAID SIX DIED."]
)
def test_no_dateline_is_none(text: str) -> None:
    """A label or a shout is no place."""
    assert dateline(text) is None


def test_credits_may_stand_apart() -> None:
    """Commas between credits change nothing, nor does a dateline that lost its dash."""
    assert agency("Six people died. (Orrin Star), (BBC)", None) == "Orrin Star"
    assert agency("Orrin, March 4 (IANS) Six people died.", None) == "IANS"


def test_a_dateline_credits_an_agency_that_nobody_knows() -> None:
    """Capitals or a date make it a dateline, so the name in brackets is an agency and no country."""
    assert agency("PORT SELWEN (Allwire) - Twelve died.", None) == "Allwire"
    assert agency("Selwen, March 3 (Allwire) - Twelve died.", None) == "Allwire"
    assert agency("Lenz (Vesland) - Six died.", None) is None


def test_a_credit_may_stand_above_the_furniture() -> None:
    """A line of nothing but brackets is the credit, whatever the page puts below it."""
    assert agency("Twelve died.\n\n(Allwire via The Courier)\n\nWe use cookies. Accept all", None) == "Allwire"
