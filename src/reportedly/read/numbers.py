"""Numbers in words: which words carry one, and which bounds they state (the guide's section on numbers).

A number here is only a number. Whether it counts people is not asked in this file.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from reportedly.read.dates import MONTH_NAMES
from reportedly.read.reached import EXCEEDS, has_changed, has_left, has_passed, has_reached, is_passed
from reportedly.read.words import Line
from reportedly.read.written import ROUND, SCALES, TENS, UNITS, exact, of_its_scale, range_of, whole


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
_HUNDREDS = re.compile(r"(100|1000|10000)(s)?")
"""With an "s" or "'s" behind it: hundreds, thousands."""
_ODD = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)-odd")
_PLUS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)-?plus")
# Each maps the modifier's words to what it does to the bounds.
_MODIFIERS: dict[tuple[str, ...], str] = {
    tuple(words.split()): effect
    for effect, phrases in {
        "least": "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|atleast"
        "|a least|as few as|as little as",
        "more": "more than|over|above|past|upwards of|upward of|in excess of|well over|just over|well above"
        "|greater than|beyond|exceeding|a little over|slightly more than|slightly over|far more than"
        f"|>|{EXCEEDS}",
        "most": "up to|as many as|as high as|at most|no more than|not more than|a maximum of|maximum of|as much as"
        "|upto",
        "fewer": "<|fewer than|less than|under|below|fewer then|just under|just less than|a little under",
        "about": "~|about|around|approximately|roughly|some|an estimated|estimated|circa|approx|in the region of"
        "|in the vicinity of|somewhere around|an approximate|something like",
        "nearly": "nearly|almost|close to|nearing|neared|nears|approaching|just short of",
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
        scale, last = _scaled(line, i + 1) if word == "several" else (1, i + 1)
        return _Core(last, _VAGUE[word] * scale, None, True, Shape.VAGUE)
    if word == "a" and after in ("few", "handful", "couple"):
        scale, last = _scaled(line, i + 3 if after == "couple" and line.word(i + 2) == "of" else i + 2)
        if after == "couple":
            return _Core(last if scale > 1 else i + 2, 2 * scale, 2 * scale, True, Shape.VAGUE)
        return _Core(last, 3 * scale, None, True, Shape.VAGUE)
    if word in ("no", "none", "nobody"):
        if word == "no" and after in ("one", "body"):
            return _Core(i + 2, 0, 0, False, Shape.NONE)
        return _Core(i + 1, 0, 0, False, Shape.NONE)
    if word == "not" and after == "one" and line.word(i + 2) == "of":
        return _Core(i + 2, 0, 0, False, Shape.NONE)
    if word == "neither" and after == "of":
        return _Core(i + 1, 0, 0, False, Shape.NONE)
    if word == "no-one":
        return _Core(i + 1, 0, 0, False, Shape.NONE)
    if (span := range_of(line, i)) is not None:
        return _Core(span[2], span[0], span[1], False, Shape.PLAIN)
    if (round_number := _HUNDREDS.fullmatch(word)) is not None:
        apart = line.words[i + 1 : i + 3] == ("'", "s") and line.starts[i + 1] == line.ends[i]
        if apart or round_number[2]:
            return _Core(i + 3 if apart else i + 1, 2 * int(round_number[1]), None, True, Shape.VAGUE)
    if (plus := _PLUS.fullmatch(word)) is not None and (least := whole(plus[1])) is not None:
        return _Core(i + 1, least, None, False, Shape.PLAIN)
    if (odd := _ODD.fullmatch(word)) is not None and (near := whole(odd[1])) is not None:
        return _Core(i + 1, near, near, True, Shape.PLAIN)
    plain = exact(line, i)
    if plain is not None:
        value, j = plain
        approx = (word in ("a", "dozen") and line.word(j - 1) == "dozen") or bool(ROUND & {*line.words[i:j]})
        shape = Shape.ONE if value == 1 and word == "one" else Shape.PLAIN
        return _Core(j, value, value, approx, shape, value)
    if word in ("a", "an", "another"):
        return _Core(i + 1, 1, 1, False, Shape.ARTICLE)
    return None


def _scaled(line: Line, i: int) -> tuple[int, int]:
    """What "hundred", "thousands" or "hundred thousand" at word i multiplies by, and the word after; 1 where nothing
    does."""
    scale = 1
    for _ in range(2):
        j = i + 1 if scale > 1 and line.word(i) == "of" else i
        factor = SCALES.get(line.word(j).removesuffix("s"), 1)
        if factor == 1:
            break
        scale, i = scale * factor, j + 1
    return scale, i


_TIMES = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
_OF = {"hundreds": 100, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000}


def _vague_compound(line: Line, i: int) -> _Core | None:
    """ "tens of thousands"."""
    times, of = _TIMES.get(line.words[i]), _OF.get(line.word(i + 2))
    if times is None or of is None or line.word(i + 1) != "of":
        return None
    return _Core(i + 3, times * of, None, True, Shape.VAGUE)


_HANDS = frozenset("hand hands handed handing turn turns turned turning".split())
"""Before "over" they take it for themselves."""


_OF_WHOM = frozenset(
    "worried concerned uncertain unsure information news anything nothing something talking asked asking fears heard "
    "know knew concern concerns questions question worry worries rumours rumors stories talk".split()
)
_BEFORE_A_VERB = frozenset(
    "had has have earlier later also initially previously first officials authorities police army government ministry "
    "agency un mayor governor company hospital doctors rescuers witnesses it he she they who group".split()
)


def _modifier(line: Line, i: int) -> tuple[str, int] | None:
    if line.words[i] in ("<", ">", "~") and (not i or i + 1 == len(line) or line.starts[i + 1] > line.ends[i]):
        return None  # a mail marks a line that it quotes with ">"
    if line.words[i] == "over" and line.word(i - 1) in _HANDS:
        return None  # "handed over three captives" are three
    if line.words[i] == "about" and line.word(i - 1) in _OF_WHOM:
        return None  # "worried about three workers" are three
    if line.words[i] == "estimated" and line.word(i - 1) in _BEFORE_A_VERB:
        return None  # "the army had earlier estimated 200"
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


_BEHIND: dict[tuple[str, ...], str] = {
    ("or", "more"): "least",
    ("or", "fewer"): "most",
    ("or", "less"): "most",
    ("at", "least"): "least",
    ("at", "most"): "most",
}
_CLOSES = frozenset(["", ".", ",", ";", ")"]) | frozenset(
    "is are was were have had died dead killed hurt injured".split()
)
"""What must follow "at least" for it to be of the number before."""


def _behind(line: Line, j: int) -> str | None:
    """What the words from word j on do to the bounds of the number before them: "30 or more"."""
    effect = _BEHIND.get(line.words[j : j + 2])
    return None if line.word(j) == "at" and line.word(j + 2) not in _CLOSES else effect


def _widened(line: Line, first: int, core: _Core) -> _Core:
    """The number, which with its modifier starts at word `first`, with what follows it: "20 or 30", "12 to 30", "50+",
    "30 or more"."""
    j = core.last
    if core.value is None or core.shape not in (Shape.PLAIN, Shape.ONE):
        return core
    word = line.word(j)
    for k in (j, j + 1) if word.isalpha() else (j,):  # "66 people or more"
        if (effect := _behind(line, k)) is not None:
            low, high = (core.low, None) if effect == "least" else (None, core.high)
            return _Core(k + 2 if k == j else j, low, high, core.approx, core.shape)
    if (word == "+" and line.starts[j] == line.ends[j - 1]) or (word == "plus" and _adds_nobody(line, j + 1)):
        return _Core(j + 1, core.low, None, False, core.shape, core.value)
    if (word, line.word(j + 1)) == ("or", "so"):
        return _Core(j + 2, core.low, core.high, True, core.shape)
    if word == "," and line.word(j + 1) in ("maybe", "perhaps", "possibly"):
        other = exact(line, j + 2)
        if other is not None and core.value < other[0] <= core.value * 3:
            return _Core(other[1], core.value, other[0], core.approx, Shape.PLAIN)  # "sixty, maybe seventy"
    if word in ("or", "-", "–") or (word == "to" and not has_changed(line, first)):
        other = exact(line, j + 1)
        value = core.value if other is None else of_its_scale(line, core.value, j, other)
        if other is None or value >= other[0] or _are_two(line, first, j, other[1]):
            return core
        if word == "or" or other[0] <= value * 20:
            return _Core(other[1], value, other[0], core.approx, Shape.PLAIN)
    return core


def _adds_nobody(line: Line, j: int) -> bool:
    """Does "plus", before word j, add no others ("12 plus three children")?"""
    return exact(line, j) is None and line.word(j) not in ("a", "an", "the", "another", "his", "her", "their")


_LABELS = frozenset("update day week at part chapter page section phase level stage round".split()) | MONTH_NAMES
_HARMS = frozenset("kills killed killing injures injured wounds wounded".split())
HARMED = frozenset("injured hurt wounded dead killed missing".split())


def _are_two(line: Line, first: int, dash: int, last: int) -> bool:
    """Does a spaced dash part two numbers ("UPDATE 4 - 11 hostages freed", "blast kills 12 - 30 hurt")?"""
    if line.words[dash] not in ("-", "–") or line.starts[dash] == line.ends[dash - 1]:
        return False
    before = line.word(first - 1)
    return before in _LABELS or (before in _HARMS and line.word(last) in HARMED)


def _between(line: Line, i: int) -> Number | None:
    """ "between 12 and 30", "from 12 to 30"."""
    first = exact(line, i + 1)
    if first is None:
        return None
    link = "and" if line.words[i] == "between" else "to"
    # "between one hundred and two hundred": the first number must not swallow the "and"
    if line.word(first[1]) != link:
        return None
    about = _modifier(line, first[1] + 1)
    second = exact(line, first[1] + 1 if about is None or about[0] not in ("about", "nearly") else about[1])
    if second is None or second[0] <= first[0]:
        return None
    low = of_its_scale(line, first[0], first[1], second)
    return Number(i, i + 1, second[1], low, second[0], False, Shape.PLAIN)


_STARTS = (
    frozenset(UNITS)
    | frozenset(TENS)
    | frozenset(_VAGUE)
    | {
        "tens",
        "a",
        "an",
        "another",
        "no",
        "none",
        "nobody",
        "no-one",
        "not",
        "neither",
        "half",
        "quarter",
        "dozen",
        "between",
        "from",
    }
    | {"hundred", "thousand"}
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
        core = _widened(line, i, core)
    if core.value is not None and is_passed(line, i, core.last):
        return Number(i, i, core.last, core.value + 1, None, False, core.shape)
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
    core = _widened(line, i, core)
    low, high, approx = _bounded(effect, core)
    if core.value is None and core.shape is Shape.PLAIN and effect != "most":
        low, high = core.low, core.high  # a range keeps its own bounds under "about"
        approx = effect in ("about", "nearly")
    shape = core.shape
    return Number(i, j, core.last, low, high, approx, shape)
