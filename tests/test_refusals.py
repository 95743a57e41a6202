"""What is taken back, left open or called in doubt is not asserted."""

import pytest

from reportedly.read.reader import read
from reportedly.report import Report


def told(text: str) -> list[tuple[str, str, list[int | None]]]:
    """Each claim that somebody makes with a figure: (who, polarity, lowest)."""
    return [
        (claim.chain[0].text if claim.chain else "", claim.polarity.value, [one.low for one in claim.figures])
        for claim in read(Report("r", text)).claims
        if claim.figures
    ]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("The hospital in Drava retracted its statement that nine miners had died.", "The hospital in Drava"),
        ("The hospital withdrew its earlier toll of 9.", "The hospital"),
        ("The ministry took back its claim that nine nurses had died.", "The ministry"),
        ("The Tarn Gazette apologised for its report that nine hostages had been killed.", "The Tarn Gazette"),
        ("The mayor cast doubt on reports that nine nurses had died.", "The mayor"),
        ("The company disputed the toll of nine dead.", "The company"),
        ("The company denied a Tarn TV report that nine miners had died.", "The company"),
        ("Army denies rebel claim that nine nurses died", "Army"),
        ("The company called the report that nine miners had died a lie.", "The company"),
        ('"I deny that nine nurses have died," the mayor said.', "the mayor"),
        ("The army said the number of 9 dead was exaggerated.", "The army"),
        ("The coroner said nine miners had not died.", "The coroner"),
        ("The army said it did not kill nine people.", "The army"),
        ("The army dismissed as false reports that nine civilians were killed.", "The army"),
        ("The minister described as false a claim that nine had died.", "The minister"),
        ("The ministry refuted reports that nine had died.", "The ministry"),
        ("The mayor disputed that nine people had died.", "The mayor"),
        ("It is a lie that nine people died, the mayor said.", "the mayor"),
        ("An earlier army statement that nine died was wrong, a spokesman said.", "a spokesman"),
        ('An Orrin politician\'s claim that nine died was "nonsense", the mayor said.', "the mayor"),
        ("Correction: an earlier post said nine people had died.", "an earlier post"),
        ("The army denied rebel claims that nine soldiers were killed.", "The army"),
    ],
)
def test_what_is_taken_back_is_denied(line: str, who: str) -> None:
    assert told(line) == [(who, "denied", [9])]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("The mining ministry would not confirm that nine miners had died.", "The mining ministry"),
        (
            "Neither the union nor the company could confirm that nine miners had died.",
            "Neither the union nor the company",
        ),
        ("Pelmar Mining declined to say whether nine miners had died.", "Pelmar Mining"),
        ("The police have yet to confirm reports that nine people were shot.", "The police"),
        ("The ministry would neither confirm nor deny that nine had died.", "The ministry"),
        ("The claim that nine soldiers were killed could not be independently verified.", ""),
        ("There was no confirmation from the army that nine civilians were killed.", ""),
        ("No one has confirmed that nine people died.", ""),
        ("Asked whether nine had been killed by the police, he did not answer.", ""),
        ("There is no evidence that nine died, police said.", "police"),
        ("The army had no comment on reports that nine died.", "The army"),
        ("The ministry did not immediately respond to claims that nine died.", "The ministry"),
        ("The army cannot verify the claim that nine died.", "The army"),
        ("The mayor could not say whether nine people had died.", "The mayor"),
        ("Orrin's union was looking into reports that nine miners had died.", "Orrin's union"),
        ("The coroner is still trying to verify reports that nine miners had died.", "The coroner"),
        ("Police were seeking to confirm whether nine miners had died.", "Police"),
    ],
)
def test_what_is_left_open_is_asked(line: str, who: str) -> None:
    assert told(line) == [(who, "asked", [9])]


def test_what_is_denied_in_one_breath_denies_nothing_of_the_next() -> None:
    line = '"There is no truth in these figures," the minister said. "Four people died."'
    assert told(line) == [("the minister", "asserted", [4])]


@pytest.mark.parametrize(
    "line",
    [
        "The union said nine miners had died, a claim the company denied.",
        "The union said nine miners had died, which the company denied.",
        "The union said nine miners had died, something the company denies.",
        "The union said nine miners had died – a claim the company denies.",
        "Nine miners had died, the union said, a toll the company rejects.",
        "The union's claim that nine miners had died was rejected by the company.",
    ],
)
def test_a_claim_and_its_denial_are_two(line: str) -> None:
    claims = read(Report("r", line)).claims
    assert {(claim.chain[0].text.lower(), claim.polarity.value) for claim in claims} == {
        ("the union", "asserted"),
        ("the company", "denied"),
    }
    assert [figure.low for claim in claims for figure in claim.figures] == [9]
