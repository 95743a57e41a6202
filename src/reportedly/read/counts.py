"""A line's counts: numbers with their noun phrases, and the states that they are linked to."""

from dataclasses import dataclass

from reportedly.figure import Kind
from reportedly.read.groups import Phrase
from reportedly.read.numbers import Number
from reportedly.read.words import Line


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its noun phrase."""

    number: Number
    phrase: Phrase

    @property
    def last(self) -> int:
        return max(self.number.last, self.phrase.last)


@dataclass(frozen=True, slots=True)
class Row:
    """The line with its counted phrases; `at` finds the one that starts at a word."""

    line: Line
    counted: tuple[Counted, ...]
    at: dict[int, int]
    ending: dict[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """A state, and how it was reached. `agent`: the people do it to others. `cue` is the word it was read from."""

    kind: Kind | None
    cue: int
    agent: bool = False
    weak: bool = False
    """A relative or an adjective, which a stronger word may outdo."""
    toll: bool = False
    """Read from "the toll rose to": the number counts everybody, whoever was told of before."""
    certain: bool = False
    """The wording leaves no doubt: a bulletin's label."""
    barred: Kind | None = None
    """What the wording says of some of these people, or of the others, and so not of them."""
    of_whom: int | None = None
    """The word where "the number of Palestinians killed" says whose toll it is."""


BE = frozenset("is are was were be been being am gets got get getting 's".split())
HAVE = frozenset("has have had having".split())


def counted_after(row: Row, j: int) -> Counted | None:
    index = row.at.get(j)
    return None if index is None else row.counted[index]
