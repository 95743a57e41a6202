"""Exact numbers as they are written: digits, words, "1.2 million", "half a dozen"."""

import re

from reportedly.read.words import Line

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "dozen": 12,
    "lakh": 100_000,
    "lakhs": 100_000,
    "crore": 10_000_000,
}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+\.\d+")
_GLUED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)-?(million|thousand|billion|m|k)")
_GLUED_SCALES = {"million": 1_000_000, "m": 1_000_000, "thousand": 1000, "k": 1000, "billion": 1_000_000_000}
_THREE_DIGITS = re.compile(r"\d{3}")
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# Nobody reports a count of people of more digits; without a cap, hostile text buys huge arithmetic.
_MOST_DIGITS = 12


def whole(digits: str) -> int | None:
    digits = digits.replace(",", "")
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _small(word: str) -> int | None:
    """The value of one number word, "twenty-three" included."""
    value = UNITS.get(word, TENS.get(word))
    if value is None and "-" in word:
        tens, _, unit = word.partition("-")
        if tens in TENS and 0 < UNITS.get(unit, 0) < 10:
            value = TENS[tens] + UNITS[unit]
    return value


def _spelled_out(line: Line, i: int) -> tuple[int, int] | None:
    """A number in words from word i: its value and the word after it."""
    total, current, j, read = 0, 0, i, False
    last = ""
    while j < len(line):
        word = line.words[j]
        if (value := _small(word)) is not None:
            # "twenty three" is one number, "two three" is two
            joins = last in ("hundred", "and", "", "-") or (last in TENS and value < 10) or last in SCALES
            if read and not joins:
                break
            current += value
        elif word == "-" and last in TENS and 0 < UNITS.get(line.word(j + 1), 0) < 10:
            pass  # "Twenty -five"
        elif word in SCALES and read and last != "and":
            if word == "hundred" or word == "dozen":
                current *= SCALES[word]
            else:
                total, current = total + current * SCALES[word], 0
        elif word == "and" and last in SCALES and last != "dozen" and _small(line.word(j + 1)) is not None:
            # "one hundred and twenty": but "two hundred and three were hurt" cannot be told from it
            pass
        else:
            break
        read, last, j = True, word, j + 1
        if total + current > 10**_MOST_DIGITS:
            return None
    return (total + current, j) if read else None


def exact(line: Line, i: int) -> tuple[int, int] | None:
    """A number without "dozens" and the like, from word i: its value and the word after it."""
    word = line.word(i)
    if not word:
        return None
    if not word[0].isdigit():
        if word in ("a", "an") and line.word(i + 1) in ("hundred", "thousand", "million", "dozen", "billion"):
            return SCALES[line.word(i + 1)], i + 2
        if word == "half" and (half := _half(line, i + 1)) is not None:
            return half
        if word == "dozen":
            return 12, i + 1
        return _spelled_out(line, i)
    scale = SCALES.get(line.word(i + 1))
    if _DECIMAL.fullmatch(word):
        if scale is None or len(word) > _MOST_DIGITS:
            return None
        return round(float(word) * scale), i + 2
    if glued := _GLUED.fullmatch(word):
        if len(word) > _MOST_DIGITS:
            return None
        return round(float(glued[1].replace(",", "")) * _GLUED_SCALES[glued[2]]), i + 1
    if not _DIGITS.fullmatch(word):
        return None
    value = whole(word)
    if value is None:
        return None
    if scale is not None:
        return value * scale, i + 2
    if _spaced(line, i):
        return value * 1000 + int(line.word(i + 1)), i + 2
    if len(word) <= 3 and line.words[i + 1 : i + 3] == (",", "000") and line.ends[i] == line.starts[i + 1]:
        return value * 1000, i + 3  # "23, 000"
    return value, i + 1


def _half(line: Line, i: int) -> tuple[int, int] | None:
    """ "half a dozen", "half a million": the words from i on."""
    j = i + 1 if line.word(i) == "a" else i
    if line.word(j) == "dozen" or (line.word(j) in ("million", "billion") and j > i):
        return SCALES[line.word(j)] // 2, j + 1
    return None


def _spaced(line: Line, i: int) -> bool:
    """Is "156 850" at word i one number whose comma got lost, as in feeds stripped of punctuation?"""
    return (
        len(line.words[i]) <= 3
        and line.words[i] != "0"
        and bool(_THREE_DIGITS.fullmatch(line.word(i + 1)))
        and line.starts[i + 1] - line.ends[i] == 1
        and line.text[line.ends[i]] in "    "
        and line.word(i - 1) not in _MONTHS
    )


def of_its_scale(line: Line, value: int, j: int, other: tuple[int, int]) -> int:
    """The first of two numbers around word j: 200 in "two or three hundred", which says "hundred" once for both."""
    scale = SCALES.get(line.word(other[1] - 1))
    if scale is None or line.word(j - 1) in SCALES or other[1] - j < 3 or value * scale >= other[0]:
        return value
    return value * scale
