"""Numbers in words: which words carry one, and which bounds they state (the guide's section on numbers).

A number here is only a number. Whether it counts people is not asked in this file.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from reportedly.read.reached import EXCEEDS, has_left, has_passed, has_reached
from reportedly.read.words import Line
from reportedly.read.written import SCALES, TENS, UNITS, exact, of_its_scale, whole


class Shape(Enum):
    """How a number is written; the weaker shapes need more of their surroundings to count anybody."""

    PLAIN = auto()
    """Digits or number words, "one" apart."""
    ONE = auto()
    VAGUE = auto()
    """ "dozens", "several"."""
    NONE = auto()
    """ "no", "none", "no one"."""
    ARTICLE = auto()
    """ "a", "an", "another": a number only before a person."""


@dataclass(frozen=True, slots=True)
class Number:
    """Words [first, last) of the line carry it, its modifier among them; [core, last) without the modifier. Bounds
    are inclusive, None is open."""

    first: int
    core: int
    last: int
    low: int | None
    high: int | None
    approx: bool
    shape: Shape


_VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2_000_000,
    "several": 3,
}
_RANGE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)[-–](\d{1,3}(?:,\d{3})+|\d+)")
_HUNDREDS = re.compile(r"(100|1000|10000)(s)?")
"""With an "s" or "'s" behind it: hundreds, thousands."""
_PLUS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)-?plus")
# Each maps the modifier's words to what it does to the bounds.
_MODIFIERS: dict[tuple[str, ...], str] = {
    tuple(words.split()): effect
    for effect, phrases in {
        "least": "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|atleast"
        "|a least",
        "more": "more than|over|above|past|upwards of|upward of|in excess of|well over|just over|well above"
        "|greater than|beyond|exceeding|a little over|slightly more than|slightly over|far more than"
        f"|{EXCEEDS}",
        "most": "up to|as many as|at most|no more than|not more than|a maximum of|maximum of|as much as|upto",
        "fewer": "fewer than|less than|under|below|fewer then|just under|just less than|a little under",
        "about": "about|around|approximately|roughly|some|an estimated|estimated|circa|approx|in the region of"
        "|in the vicinity of|somewhere around|an approximate|something like",
        "nearly": "nearly|almost|close to|nearing|approaching|just short of",
    }.items()
    for words in phrases.split("|")
}
_LONGEST_MODIFIER = max(map(len, _MODIFIERS))


@dataclass(frozen=True, slots=True)
class _Core:
    last: int
    low: int | None
    high: int | None
    approx: bool
    shape: Shape
    value: int | None = None


def _core(line: Line, i: int) -> _Core | None:
    """The number that starts at word i, without any modifier."""
    word = line.words[i]
    after = line.word(i + 1)
    if word in _VAGUE:
        if word == "several" and after in ("hundred", "thousand", "dozen", "million"):
            return _Core(i + 2, 3 * SCALES[after], None, True, Shape.VAGUE)
        return _Core(i + 1, _VAGUE[word], None, True, Shape.VAGUE)
    if word == "a" and after in ("few", "handful", "couple"):
        scale = SCALES.get(line.word(i + 2))
        if after == "couple":
            return _Core(i + 2, 2, 2, True, Shape.VAGUE)
        if after == "few" and scale is not None:
            return _Core(i + 3, 3 * scale, None, True, Shape.VAGUE)
        return _Core(i + 2, 3, None, True, Shape.VAGUE)
    if word in ("no", "none", "nobody"):
        if word == "no" and after in ("one", "body"):
            return _Core(i + 2, 0, 0, False, Shape.NONE)
        return _Core(i + 1, 0, 0, False, Shape.NONE)
    if word == "no-one":
        return _Core(i + 1, 0, 0, False, Shape.NONE)
    if span := _RANGE.fullmatch(word):
        low, high = whole(span[1]), whole(span[2])
        if low is None or high is None or low >= high:
            return None
        scale = SCALES.get(after)
        if scale is not None:
            return _Core(i + 2, low * scale, high * scale, False, Shape.PLAIN)  # "20-30 thousand"
        return _Core(i + 1, low, high, False, Shape.PLAIN)
    if (round_number := _HUNDREDS.fullmatch(word)) is not None:
        apart = line.words[i + 1 : i + 3] == ("'", "s") and line.starts[i + 1] == line.ends[i]
        if apart or round_number[2]:
            return _Core(i + 3 if apart else i + 1, 2 * int(round_number[1]), None, True, Shape.VAGUE)
    if (plus := _PLUS.fullmatch(word)) is not None and (least := whole(plus[1])) is not None:
        return _Core(i + 1, least, None, False, Shape.PLAIN)
    plain = exact(line, i)
    if plain is not None:
        value, j = plain
        approx = (word == "a" and line.word(i + 1) == "dozen") or word in ("half", "dozen")
        shape = Shape.ONE if value == 1 and word == "one" else Shape.PLAIN
        return _Core(j, value, value, approx, shape, value)
    if word in ("a", "an", "another"):
        return _Core(i + 1, 1, 1, False, Shape.ARTICLE)
    return None


def _vague_compound(line: Line, i: int) -> _Core | None:
    if line.word(i + 1) != "of":
        return None
    pair = (line.words[i], line.word(i + 2))
    low = {
        ("tens", "thousands"): 20_000,
        ("hundreds", "thousands"): 200_000,
        ("tens", "millions"): 20_000_000,
        ("dozens", "thousands"): 24_000,
    }.get(pair)
    return None if low is None else _Core(i + 3, low, None, True, Shape.VAGUE)


def _modifier(line: Line, i: int) -> tuple[str, int] | None:
    for length in range(min(_LONGEST_MODIFIER, len(line) - i), 0, -1):
        effect = _MODIFIERS.get(line.words[i : i + length])
        if effect is not None:
            return effect, i + length
    return None


def _bounded(effect: str, core: _Core) -> tuple[int | None, int | None, bool]:
    low, high = core.low, core.high
    vague = core.shape is Shape.VAGUE
    if effect == "least":
        return low, None, vague
    if effect == "more":
        return (low + 1 if low is not None and not vague else low), None, vague
    if effect == "most":
        return None, high, False
    if effect == "fewer":
        return None, (high - 1 if high is not None else None), False
    if effect == "nearly":
        return None, high, True
    return low, high, True


def _widened(line: Line, core: _Core) -> _Core:
    """The number with what follows it: "20 or 30", "12 to 30", "50+", "30 or more"."""
    j = core.last
    if core.value is None or core.shape not in (Shape.PLAIN, Shape.ONE):
        return core
    word = line.word(j)
    if word.isalpha() and line.words[j + 1 : j + 3] == ("or", "more"):
        return _Core(j, core.low, None, core.approx, core.shape)  # "66 people or more"
    if (word == "+" and line.starts[j] == line.ends[j - 1]) or word == "plus":
        return _Core(j + 1, core.low, None, False, core.shape, core.value)
    if word == "or" and line.word(j + 1) in ("more", "so", "fewer", "less"):
        if line.word(j + 1) == "more":
            return _Core(j + 2, core.low, None, core.approx, core.shape)
        if line.word(j + 1) == "so":
            return _Core(j + 2, core.low, core.high, True, core.shape)
        return _Core(j + 2, None, core.high, core.approx, core.shape)
    if word in ("to", "or", "-", "–") and line.word(j - 2) != "update":  # "UPDATE 4 - 11 hostages freed"
        other = exact(line, j + 1)
        value = core.value if other is None else of_its_scale(line, core.value, j, other)
        if other is not None and value < other[0] and (word == "or" or other[0] <= value * 20):
            return _Core(other[1], value, other[0], core.approx, Shape.PLAIN)
    return core


def _between(line: Line, i: int) -> Number | None:
    """ "between 12 and 30", "from 12 to 30"."""
    first = exact(line, i + 1)
    if first is None:
        return None
    link = "and" if line.words[i] == "between" else "to"
    # "between one hundred and two hundred": the first number must not swallow the "and"
    if line.word(first[1]) != link:
        return None
    second = exact(line, first[1] + 1)
    if second is None or second[0] <= first[0]:
        return None
    low = of_its_scale(line, first[0], first[1], second)
    return Number(i, i + 1, second[1], low, second[0], False, Shape.PLAIN)


_STARTS = (
    frozenset(UNITS)
    | frozenset(TENS)
    | frozenset(_VAGUE)
    | {"tens", "a", "an", "another", "no", "none", "nobody", "no-one", "half", "dozen", "between", "from"}
    | {words[0] for words in _MODIFIERS}
)


def numbers(line: Line) -> list[Number]:
    """Every number of the line, in order, none within another. "a" and "an" come as numbers too (1, shape ARTICLE):
    only what follows can tell whether they count."""
    found: list[Number] = []
    i, size = 0, len(line)
    while i < size:
        number = _number_at(line, i)
        if number is None:
            i += 1
        else:
            found.append(number)
            i = number.last
    return found


def _number_at(line: Line, i: int) -> Number | None:
    word = line.words[i]
    if word not in _STARTS and not word[0].isdigit() and "-" not in word and not has_passed(line, i):
        return None
    if word == "from" and has_left(line, i):
        return None  # "from 14 to 31" is two numbers here, not a range
    if word in ("between", "from") and (number := _between(line, i)) is not None:
        return number
    if has_passed(line, i):
        return _modified(line, i, i + 1, "more")
    if (modifier := _modifier(line, i)) is not None:
        effect, j = modifier
        if word == "up" and has_reached(line, i):
            return None  # and 72 comes as a number of its own
        if (number := _modified(line, i, j, effect)) is not None:
            return number
    core = _vague_compound(line, i) or _core(line, i)
    if core is None:
        return None
    if not (line.word(i - 1) == "from" and has_left(line, i - 1)):
        core = _widened(line, core)
    return Number(i, i, core.last, core.low, core.high, core.approx, core.shape)


def _modified(line: Line, i: int, j: int, effect: str) -> Number | None:
    if j >= len(line):
        return None
    if (second := _modifier(line, j)) is not None and second[0] in ("about", "nearly") and second[1] < len(line):
        # "at least some 20": the outer modifier sets the bounds, the inner one only makes them vague
        inner = _vague_compound(line, second[1]) or _core(line, second[1])
        if inner is not None and inner.shape is not Shape.ARTICLE and inner.shape is not Shape.NONE:
            low, high, _ = _bounded(effect, inner)
            return Number(i, second[1], inner.last, low, high, True, Shape.PLAIN)
    core = _vague_compound(line, j) or _core(line, j)
    if core is None or core.shape in (Shape.ARTICLE, Shape.NONE):
        return None
    core = _widened(line, core)
    low, high, approx = _bounded(effect, core)
    if core.value is None and core.shape is Shape.PLAIN:
        low, high = core.low, core.high  # a range keeps its own bounds under "about"
        approx = effect in ("about", "nearly")
    shape = core.shape
    return Number(i, j, core.last, low, high, approx, shape)
