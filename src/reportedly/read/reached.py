"""What the words before a number say of a toll on the move: that it has reached the number, passed it, or left it."""

from reportedly.read.words import Line

_RISEN = frozenset(
    "go goes going gone went rise rises risen rose climbed climbs shot soared moved moves jumped".split()
)
_TOLLS = frozenset("toll tolls deaths fatalities casualties dead count tally".split())
_UNSURE = frozenset("of could may might kill kills killed killing be feared claim claimed claims left".split())
"""Between a toll and "up to" these keep its bound open: "deaths of up to 40", "the toll could be up to 40"."""
_CHANGES = frozenset(
    "rose rises rise rising risen increased increases increase increasing raised raises raise raising revised revises "
    "climbed climbs lowered lowers lowering cut dropped drops fell falls jumped jumps lifted lifts grew grown grows "
    "went gone upped reduced reduces up down doubled".split()
)
_PASSES = frozenset("pass passes passed cross crosses crossed top tops topped".split())
_FAR = 9
"""Words over which a toll still governs its number."""

EXCEEDS = "exceeds|exceeded|exceed|surpasses|surpassed|surpass"
"""Verbs that put the toll above the number, whatever stands before them."""


def has_reached(line: Line, i: int) -> bool:
    """Is the number after "up to", at word i, the toll itself ("the toll is now up to 72"), and no bound?"""
    if line.word(i - 1) in _RISEN:
        return True
    for k in range(i - 1, max(-1, i - _FAR - 1), -1):
        word = line.words[k]
        if word in _TOLLS:
            return True
        if word in _UNSURE or word in (".", ";", ":", ",", "|") or word[0].isdigit():
            return False
    return False


def has_passed(line: Line, i: int) -> bool:
    """Does word i say that a toll has passed the number after it ("toll crosses 25")?"""
    return line.words[i] in _PASSES and bool(_TOLLS & {*line.words[max(0, i - _FAR) : i]})


def is_passed(line: Line, i: int, j: int) -> bool:
    """Do the words around the number at words [i, j) say that a toll has passed it: "passed the 100 mark"?"""
    the = i - 1 if line.word(i - 1) == "the" else i
    return line.word(j) in ("mark", "-mark") and line.word(the - 1) in _PASSES


def has_left(line: Line, i: int) -> bool:
    """Does "from", at word i, name the number that a toll was at before ("raised from 14 to 31")?"""
    before = line.words[max(0, i - _FAR) : i]
    return bool(_CHANGES & {*before})


def has_changed(line: Line, i: int) -> bool:
    """Is the number at word i what a toll changed by ("rose by 3 to 15", "up three to 15")?"""
    k = i - 1
    while line.word(k) in ("another", "further", "a"):
        k -= 1
    if line.word(k) == "by":
        before = line.words[max(0, k - _FAR) : k]
        return line.word(k - 1) in _CHANGES or bool(_CHANGES & {*before} and (_TOLLS | {"number"}) & {*before})
    return line.word(k) in _CHANGES and bool((_TOLLS | {"number", "figure"}) & {*line.words[max(0, k - _FAR) : k]})
