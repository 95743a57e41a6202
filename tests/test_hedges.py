"""Words that weaken."""

import pytest

from reportedly.read.hedges import hedges


def words(text: str) -> list[str]:
    return [h.text for h in hedges(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The raiders are reportedly led by Marr.", ["reportedly"]),
        ("Forty people are feared dead.", ["feared"]),
        ("Ten are believed to be trapped.", ["believed to be"]),
        ("They were allegedly shot by guards.", ["allegedly"]),
        ("An unconfirmed report spoke of six dead.", ["unconfirmed"]),
        ("Six may have drowned.", ["may have"]),
        ("Six possibly drowned, and two might be missing.", ["possibly", "might be"]),
        ("Thirty of a reported 150 workers fled.", ["reported"]),
        ("It was not immediately clear how many died.", ["not immediately clear"]),
        ("The ship appears to have sunk.", ["appears to"]),
        ("Six apparently drowned.", ["apparently"]),
    ],
)
def test_hedging_words_are_found(text: str, found: list[str]) -> None:
    """Adverbs, passives, modals and nouns of doubt are hedges."""
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Six people died on May 4.",
        "An estimated 40 died.",
        "The alleged gunman fled.",
        "The toll is likely to rise.",
        "About 40 died.",
    ],
)
def test_a_vague_number_is_no_hedge(text: str) -> None:
    """Estimates, forecasts and suspects weaken no claim."""
    assert words(text) == []


def test_only_the_span_is_looked_at() -> None:
    """Hedges outside the claim are not the claim's."""
    text = "Six died. Ten are feared dead."
    assert hedges(text, (0, 9)) == ()
    (hedge,) = hedges(text, (10, len(text)))
    assert text[slice(*hedge.span)] == hedge.text == "feared"


def test_the_model_knows_hedges_that_no_list_holds() -> None:
    """What the model is sure of is a hedge too: whole words, and once where a rule has them already."""
    text = "In what looks like arson, six reportedly died, says Seemann."
    found = [(at(text, "looks like"), 0.9), (at(text, "reportedly"), 0.9), (at(text, "Seem"), 0.9)]
    assert [h.text for h in hedges(text, (0, len(text)), found)] == ["looks like", "reportedly"]
    assert [h.text for h in hedges(text, (0, len(text)), [(at(text, "looks like"), 0.5)])] == ["reportedly"]


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)
