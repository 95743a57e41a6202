"""What sort of claim, and whether it asserts, denies or asks."""

import pytest

from reportedly.claim import ClaimKind, Polarity
from reportedly.figure import Words
from reportedly.read.stance import stance


def taken(line: str) -> tuple[ClaimKind, Polarity]:
    """The stance of "cue | content" after any words."""
    before, cue, said = (part.strip() for part in line.split("|"))
    text = f"{before} {cue} {said}"
    at = len(before) + 1
    start = at + len(cue) + 1
    span = (start, start + len(said.rstrip(".")))
    return stance(text, [span], Words(cue, (at, at + len(cue))) if cue else None)


@pytest.mark.parametrize(
    "line",
    [
        "The kidnappers | demanded | a halt of the air raids.",
        "They | now demand | safe passage out of the plant.",
        "The rebels | called for | the release of 20 prisoners.",
        "The front | called | on the army to leave Orrin.",
        "|| The gunmen's demands include the release of 20 prisoners.",
    ],
)
def test_a_demand_is_a_demand(line: str) -> None:
    """Who demands or calls for something makes a demand."""
    assert taken(line) == (ClaimKind.DEMAND, Polarity.ASSERTED)


@pytest.mark.parametrize(
    "line",
    [
        "The front | claimed | responsibility for the attack.",
        "The front | said | it was behind the attack.",
        "|| The front claimed responsibility for the attack.",
    ],
)
def test_claiming_an_attack_is_responsibility(line: str) -> None:
    """Whoever says it was them takes responsibility."""
    assert taken(line) == (ClaimKind.RESPONSIBILITY, Polarity.ASSERTED)


def test_responsibility_can_be_denied() -> None:
    """Denying it is of the same kind, the other way."""
    assert taken("The front | denied | responsibility for the attack.") == (ClaimKind.RESPONSIBILITY, Polarity.DENIED)


def test_no_group_makes_no_claim() -> None:
    """That nobody claimed it is a plain statement."""
    assert taken("|| No group has claimed responsibility for the attack.")[0] is ClaimKind.STATEMENT


@pytest.mark.parametrize(
    "line",
    [
        "The army | denied | that 12 people had died.",
        "The army | denied | killing 12 people.",
        "The mayor | rejected | reports that 12 people had died.",
        "The mayor | dismissed | claims of a second blast.",
        "The mayor | said | reports that 12 people had died were false.",
        "The mayor | said | there was no truth to reports of 12 deaths.",
    ],
)
def test_a_denial_is_denied(line: str) -> None:
    """Denying, rejecting reports and calling them false deny."""
    assert taken(line) == (ClaimKind.STATEMENT, Polarity.DENIED)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor | asked | whether 12 people had died.",
        "Reporters | asked | how many had died.",
        "The mayor | could not confirm | that 12 people had died.",
        "|| Did 12 people die?",
    ],
)
def test_a_question_asks(line: str) -> None:
    """A question asserts nothing, nor does what a source would not confirm."""
    assert taken(line) == (ClaimKind.STATEMENT, Polarity.ASKED)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor | said | 12 people had died.",
        "The mayor | did not deny | that 12 people had died.",
        "The mayor | asked | for help.",
        "|| Twelve people died.",
    ],
)
def test_the_rest_is_asserted(line: str) -> None:
    """A plain statement asserts."""
    assert taken(line) == (ClaimKind.STATEMENT, Polarity.ASSERTED)
