"""Exact numbers as they are written: digits, words, "1.2 million", "half a dozen"."""

import re

from reportedly.read.dates import MONTH_NAMES
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
    "mn": 1_000_000,
    "mln": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "dozen": 12,
    "lakh": 100_000,
    "lakhs": 100_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
}
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:'\d{3})+|\d+"
"""With commas by thousands, or by lakhs: "2,50,000"; with apostrophes, as the Swiss do."""
_DECIMAL = re.compile(r"\d+\.\d+")
_GLUED_SCALES = {**SCALES, "m": 1_000_000, "k": 1000}
_AMOUNT = rf"(\d+\.\d+|{_DIGITS})(?:-?(million|thousand|billion|mln|mn|bn|m|k))?"
_GLUED = re.compile(_AMOUNT)
_RANGE = re.compile(rf"{_AMOUNT}[-–]{_AMOUNT}")
_THREE_DIGITS = re.compile(r"\d{3}")
# Nobody reports a count of people of more digits; without a cap, hostile text buys huge arithmetic.
_MOST_DIGITS = 12


def whole(digits: str) -> int | None:
    digits = digits.replace(",", "").replace("'", "")
    return int(digits) if len(digits) <= _MOST_DIGITS else None


_COUNTS_SCALES = frozenset("a an the per every several few couple many odd of half quarter - –".split())
"""Before "hundred": it is then no number that opens there."""
_PARTS = ("third", "fifth", "sixth", "eighth", "tenth")


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
    if line.words[i] in ("a", "an") and line.word(i + 1) in SCALES:
        if line.word(i - 1) == "of" and line.word(i - 2).removesuffix("s").endswith(_PARTS):
            return None  # "a third of a million" tells no whole number
        current, j, read = 1, i + 1, True
    elif line.words[i] in ("hundred", "thousand") and line.word(i - 1) not in _COUNTS_SCALES:
        current, read = 1, True  # "hundred and thirty were hurt", as in South Asia
    while j < len(line):
        word = line.words[j]
        if (value := _small(word)) is not None:
            # "twenty three" is one number, "two three" is two
            joins = last in ("and", "", "-") or (last in TENS and value < 10) or (last in SCALES and last != "dozen")
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
    if (share := _share(line, i)) is not None:
        return share
    if word == "dozen":
        return 12, i + 1
    found = _digits(line, i) if word[0].isdigit() else _spelled_out(line, i)
    return None if found is None else _and_a_half(line, *found)


def _digits(line: Line, i: int) -> tuple[int, int] | None:
    word = line.words[i]
    found = _GLUED.fullmatch(word)
    if found is None or len(found[1]) > _MOST_DIGITS + word.count(",") + word.count("'"):
        return None
    scale = SCALES.get(line.word(i + 1))
    if found[2] is not None:
        return _amount(found[1], _GLUED_SCALES[found[2]]), i + 1
    if scale is not None:
        return _amount(found[1], scale), i + 2
    if _DECIMAL.fullmatch(word):
        scale = _scale_of_second(line, i)
        return None if scale is None else (_amount(word, scale), i + 1)
    value = _amount(word, 1)
    if groups := _spaced(line, i):
        return int("".join(line.words[i : i + 1 + groups])), i + 1 + groups
    if len(word) <= 3 and line.words[i + 1 : i + 3] == (",", "000") and line.ends[i] == line.starts[i + 1]:
        return value * 1000, i + 3  # "23, 000"
    return value, i + 1


def _amount(digits: str, scale: int) -> int:
    return round(float(digits) * scale) if "." in digits else int(digits.replace(",", "").replace("'", "")) * scale


def _scale_of_second(line: Line, i: int) -> int | None:
    """ "million" for the first number of "1.5 to 2 million"."""
    link = line.word(i + 1)
    if link in ("to", "or", "-", "–") or (link == "and" and line.word(i - 1) == "between"):
        second = _GLUED.fullmatch(line.word(i + 2))
        if second is not None:
            return _GLUED_SCALES[second[2]] if second[2] else SCALES.get(line.word(i + 3))
    return None


_SHARES = {"half": (1, 2), "quarter": (1, 4), "three-quarters": (3, 4)}
_HYPHENED = {"half-dozen": 6, "half-a-dozen": 6, "half-million": 500_000, "half-a-million": 500_000}
ROUND = frozenset([*_SHARES, *_HYPHENED, "quarters"])
"""Words that make a number a round one."""


def _share(line: Line, i: int) -> tuple[int, int] | None:
    """ "half a dozen", "three quarters of a million": the value and the word after it."""
    word = line.words[i]
    if word in _HYPHENED:
        return _HYPHENED[word], i + 1
    if line.words[i : i + 2] == ("three", "quarters"):
        (part, parts), j = (3, 4), i + 2
    else:
        j = i + 1 if word in ("a", "one") and line.word(i + 1) == "quarter" else i
        if line.word(j) not in _SHARES:
            return None
        (part, parts), j = _SHARES[line.words[j]], j + 1
    j += line.word(j) == "of"
    article = line.word(j) in ("a", "an", "one")
    scale = line.word(j + article)
    # "a quarter million" is a number, "half hundred" and "half million" are none
    if scale not in SCALES or not (article or scale == "dozen" or "quarter" in line.words[i : i + 2]):
        return None
    return SCALES[scale] * part // parts, j + article + 1


def _and_a_half(line: Line, value: int, j: int) -> tuple[int, int]:
    """The number that ends before word j with the "and a half" that follows it: "two and a half million"."""
    part, parts = _SHARES.get(line.word(j + 2), (0, 1))
    if line.words[j : j + 2] != ("and", "a") or not part:
        return value, j
    if (scale := SCALES.get(line.word(j - 1))) is not None:
        return value + scale * part // parts, j + 3  # "a million and a half"
    scale = SCALES.get(line.word(j + 3))
    return (value, j) if scale is None else (value * scale + scale * part // parts, j + 4)


_MOST_GROUPS = 3


def _spaced(line: Line, i: int) -> int:
    """How many groups of three digits follow word i in one number whose commas got lost ("156 850"), as in feeds
    stripped of punctuation."""
    if len(line.words[i]) > 3 or line.words[i] == "0" or line.word(i - 1) in MONTH_NAMES:
        return 0
    if line.word(i - 1).isdigit() and line.starts[i] - line.ends[i - 1] == 1:
        return 0  # the last of "+43 1 234 567" are no number either
    groups = 0
    while (
        groups <= _MOST_GROUPS
        and _THREE_DIGITS.fullmatch(line.word(i + groups + 1))
        and line.starts[i + groups + 1] - line.ends[i + groups] == 1
        and line.text[line.ends[i + groups]] in "    "
    ):
        groups += 1
    return groups if groups <= _MOST_GROUPS else 0


def range_of(line: Line, i: int) -> tuple[int, int, int] | None:
    """Low, high and the word after a range that is one word: "15-20", "10-15,000", "2-3m", "1.5-2 million"."""
    found = _RANGE.fullmatch(line.words[i])
    if found is None or max(len(found[1]), len(found[3])) > _MOST_DIGITS:
        return None
    last, scale = i + 1, 1
    if found[4] is not None:
        scale = _GLUED_SCALES[found[4]]
    elif line.word(last) in SCALES or (line.word(last) in _GLUED_SCALES and line.starts[last] == line.ends[i]):
        last, scale = i + 2, _GLUED_SCALES[line.words[last]]
    own = scale if found[2] is None else _GLUED_SCALES[found[2]]
    if (own == 1 and "." in found[1]) or (scale == 1 and "." in found[3]):
        return None
    low, high = _amount(found[1], own), _amount(found[3], scale)
    if found[2] is None and scale > 1 and low >= high:
        low = _amount(found[1], 1)
    if scale == 1 and found[2] is None and _in_thousands(found[1], found[3]):
        low *= 1000
    return (low, high, last) if low < high else None


def _in_thousands(first: str, second: str) -> bool:
    """ "10 to 15,000" means from ten thousand."""
    if not second.endswith(",000") or "," in first or "." in first:
        return False
    low, high = int(first) * 1000, int(second.replace(",", ""))
    return low < high < low * 10


def of_its_scale(line: Line, value: int, j: int, other: tuple[int, int]) -> int:
    """The first of two numbers around word j: 200 in "two or three hundred", which says "hundred" once for both, and
    10,000 in "10 to 15,000"."""
    if line.word(j - 1) in SCALES or {*line.word(j - 1)} & {",", "."}:
        return value
    second = _GLUED.fullmatch(line.word(j + 1))
    glued = second is not None and second[2] is not None
    if glued or other[1] - j >= 3:
        scale = _GLUED_SCALES[second[2]] if second is not None and glued else SCALES.get(line.word(other[1] - 1), 1)
        return value * scale if value * scale < other[0] else value
    return value * 1000 if _in_thousands(str(value), line.word(j + 1)) else value
