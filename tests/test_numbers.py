"""Numbers in words, and the bounds they state."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.numbers import Shape, numbers
from reportedly.read.words import line_of


def bounds(text: str) -> list[tuple[str, int | None, int | None, bool]]:
    """Each number of the text that is no bare article: its words, low, high, approx."""
    line = line_of(text, 0, len(text))
    return [
        (text[line.starts[n.first] : line.ends[n.last - 1]], n.low, n.high, n.approx)
        for n in numbers(line)
        if n.shape is not Shape.ARTICLE
    ]


@pytest.mark.parametrize(
    ("words", "low", "high", "approx"),
    [
        ("20", 20, 20, False),
        ("1,450", 1450, 1450, False),
        ("Thirty-four", 34, 34, False),
        ("Twenty -five", 25, 25, False),
        ("one hundred and twenty-three", 123, 123, False),
        ("two thousand", 2000, 2000, False),
        ("3.5 million", 3_500_000, 3_500_000, False),
        ("at least 20", 20, None, False),
        ("no fewer than 20", 20, None, False),
        ("more than 100", 101, None, False),
        ("over 100", 101, None, False),
        ("up to 40", None, 40, False),
        ("as many as 22", None, 22, False),
        ("fewer than 30", None, 29, False),
        ("about 150", 150, 150, True),
        ("some 20", 20, 20, True),
        ("an estimated 60", 60, 60, True),
        ("nearly 30", None, 30, True),
        ("almost 30", None, 30, True),
        ("between 12 and 30", 12, 30, False),
        ("between 475 and nearly 900", 475, 900, False),
        ("as high as 20", None, 20, False),
        ("as many as 60 or 70", None, 70, False),
        ("sixty, maybe seventy", 60, 70, False),
        ("12 to 30", 12, 30, False),
        ("15-20", 15, 20, False),
        ("20 or 30", 20, 30, False),
        ("50+", 50, None, False),
        ("50 plus", 50, None, False),
        ("100-plus", 100, None, False),
        ("half a dozen", 6, 6, True),
        ("half a million", 500_000, 500_000, True),
        ("two or three hundred", 200, 300, False),
        ("two to three dozen", 24, 36, False),
        ("between two and three thousand", 2000, 3000, False),
        ("20-30 thousand", 20_000, 30_000, False),
        ("one million or two million", 1_000_000, 2_000_000, False),
        ("a dozen", 12, 12, True),
        ("a hundred and twenty", 120, 120, False),
        ("more than a hundred thousand", 100_001, None, False),
        ("a quarter of a million", 250_000, 250_000, True),
        ("three-quarters of a million", 750_000, 750_000, True),
        ("two and a half million", 2_500_000, 2_500_000, True),
        ("a million and a half", 1_500_000, 1_500_000, True),
        ("a half-dozen", 6, 6, True),
        ("1.2 mln", 1_200_000, 1_200_000, False),
        ("1.2bn", 1_200_000_000, 1_200_000_000, False),
        ("2,50,000", 250_000, 250_000, False),
        ("12 345 678", 12_345_678, 12_345_678, False),
        ("1'234", 1234, 1234, False),
        ("over 12’000", 12_001, None, False),
        ("20-odd", 20, 20, True),
        ("hundred and thirty", 130, 130, False),
        ("over hundred", 101, None, False),
        ("1.5 to 2 million", 1_500_000, 2_000_000, False),
        ("1.5-2 million", 1_500_000, 2_000_000, False),
        ("between 1.5 and 2 million", 1_500_000, 2_000_000, False),
        ("2 to 3m", 2_000_000, 3_000_000, False),
        ("2-3m", 2_000_000, 3_000_000, False),
        ("10 to 15,000", 10_000, 15_000, False),
        ("10-15,000", 10_000, 15_000, False),
        ("800-1,200", 800, 1200, False),
        ("as few as 12", 12, None, False),
        (">100", 101, None, False),
        ("<10", None, 9, False),
        ("~20", 20, 20, True),
        ("12 or fewer", None, 12, False),
        ("a couple of hundred", 200, 200, True),
        ("a couple dozen", 24, 24, True),
        ("several hundred thousand", 300_000, None, True),
        ("a few dozens", 36, None, True),
        ("more than a dozen", 13, None, False),
        ("a couple", 2, 2, True),
        ("several", 3, None, True),
        ("a handful", 3, None, True),
        ("several dozen", 36, None, True),
        ("several hundred", 300, None, True),
        ("dozens", 24, None, True),
        ("scores", 40, None, True),
        ("hundreds", 200, None, True),
        ("tens of thousands", 20_000, None, True),
        ("hundreds of thousands", 200_000, None, True),
        ("hundreds of millions", 200_000_000, None, True),
        ("none", 0, 0, False),
        ("No one", 0, 0, False),
    ],
)
def test_bounds(words: str, low: int | None, high: int | None, approx: bool) -> None:
    """A number states inclusive bounds, as the labelling guide fixes them, open where its modifier leaves them open."""
    (told,) = bounds(f"Reports say {words} people were hurt.")
    assert told == (words.removeprefix("a ") if "half-" in words else words, low, high, approx)


def test_a_modifier_covers_only_its_own_number() -> None:
    """A modifier covers only the number that it stands before."""
    assert [b[1:3] for b in bounds("At least 39 dead and 155 injured in Port Amrin.")] == [(39, None), (155, 155)]


def test_a_lost_comma_leaves_one_number() -> None:
    """A feed that lost the comma of "156 850" still tells one number."""
    assert [b[1] for b in bounds("156 850 homes are without power")] == [156850]


@pytest.mark.parametrize(
    ("news", "low", "high"),
    [
        ("UPDATE 4 - 11 hostages freed", 11, 11),
        ("The toll has gone up to 72", 72, 72),
        ("as many as 23, 000 people", None, 23_000),
        ("8.7 lakh people were moved", 870_000, 870_000),
        ("a least 27 dead", 27, None),
        ("The death toll is now up to 72", 72, 72),
        ("Deaths in the mill fire up to 128", 128, 128),
        ("The toll could be up to 72", None, 72),
        ("Deaths of up to 72 were feared", None, 72),
        ("The death toll has passed 40", 41, None),
        ("Linz fire: toll tops 240", 241, None),
        ("Some counts exceeded 100", 101, None),
        ("Sixty people or more were hurt", 60, None),
        ("100's dead in Linz", 200, None),
        ("1000s flee", 2000, None),
        ("The toll was raised from fourteen to 31", 14, 14),
        ("The toll was raised from fourteen to 31", 31, 31),
        ("The bus passed 40 people", 40, 40),
        ("Rebels handed over three captives", 3, 3),
        ("Rebels have taken over 100 captives", 101, None),
        ("The toll rose by three to 15", 15, 15),
        ("The toll was up three to 15", 15, 15),
        ("Police rounded up 20 to 30 men", 20, 30),
        ("Mill blast kills 12 - 30 injured", 12, 12),
        (">12 people died, she wrote", 12, 12),
        ("Day 4 - 11 people found", 11, 11),
        ("12 plus three children were hurt", 12, 12),
        ("12 people at most were hurt", None, 12),
        ("Twelve people, at least three of them children", 12, 12),
    ],
)
def test_wire_marks_and_slips(news: str, low: int | None, high: int | None) -> None:
    """An update's number is no count; a toll that went up to 72 is 72, one that passed 40 is above it, one raised from
    14 or by 3 to 31 is no range; and a slip of the pen changes no number."""
    assert (low, high) in [b[1:3] for b in bounds(news)]
    assert (4, 11) not in [b[1:3] for b in bounds(news)]


def test_a_share_of_a_million_is_not_the_million() -> None:
    """What cannot be told exactly is no number, and never the larger one beside it."""
    assert bounds("A third of a million people fled.") == []


@pytest.mark.parametrize("news", ["one hundred " * 20_000, "12 to " * 20_000, "1.5 to " * 20_000, "123 " * 20_000])
def test_numbers_take_linear_time(news: str) -> None:
    """However the numbers of a long line hang together."""
    began = time.process_time()
    numbers(line_of(news, 0, len(news)))
    assert time.process_time() - began < 4


def test_hostile_digits_are_no_number() -> None:
    """A number longer than any count of people is left alone."""
    assert bounds("9" * 5000 + " people") == []


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_say_themselves(value: int) -> None:
    """Digits, with commas or without, state exactly themselves."""
    for written in (str(value), f"{value:,}"):
        assert bounds(f"{written} people") == [(written, value, value, False)]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Numbers come in order, none within another, whatever the text."""
    line = line_of(text, 0, len(text))
    last = 0
    for number in numbers(line):
        assert last <= number.first <= number.core < number.last <= len(line)
        last = number.last
