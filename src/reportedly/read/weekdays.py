"""What was done on which day of the week: a bomb that went off on Sunday is of no story of Tuesday.

A weekday tells of the story's own day or of another, and of a deed ("exploded on Sunday, killing four") or of what was
said or done about one ("mourned on Sunday the 40 killed"). Only the first of these two dates what the figure counts.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from reportedly.read.words import Line

_WEEKDAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_NEAR = 7
"""Days from the story's day within which a weekday can be told from another."""
_REACH = 26
_STOPS = frozenset([".", "!", "?", "|", "»", ";", ":"])
_SAID = frozenset("said says told reported announced confirmed statement according say".split())
_DEEDS = frozenset(
    "killed kill kills killing wounded wound wounding injured injure injuring exploded explode explodes exploding "
    "detonated detonate detonates detonating blew blow blows bombed bombing struck strike strikes striking hit hits "
    "hitting attacked attack attacks attacking ripped ripping tore tearing rocked rocking shook shakes shaking shot "
    "shooting gunned stabbed stormed storming rammed ramming ambushed ambushing slaughtered massacred beheaded "
    "executed crashed crashing collapsed collapsing derailed derailing capsized sank targeted targeting slammed "
    "slamming ploughed plowed erupted occurred happened burst swept raided shelled hijacked kidnapped abducted seized "
    "devastated".split()
)
_LEFT = frozenset("left leaves leave leaving".split())
_LEFT_SO = frozenset("dead killed wounded injured hurt missing".split())
"""What tells who "left 30 people dead" from who left a town."""
_DEEDS_IN_TWO = frozenset(
    [("went", "off"), ("go", "off"), ("broke", "out"), ("opened", "fire"), ("took", "place"), ("burned", "down")]
)
_DEED_NOUNS = frozenset(
    "bombing bombings bomb bombs blast blasts explosion explosions attack attacks crash fire collapse shooting "
    "shootings killing killings massacre assault raid raids ambush derailment quake earthquake clashes strikes strike "
    "violence".split()
)
_DONE = frozenset(
    "met went made gave took held spoke vowed sent began came set put found fled paid woke mourned buried".split()
)
"""Verbs of what is done about a deed, as far as they do not end in -ed."""
_NO_VERBS = frozenset("suspected crowded packed disputed armed affected based red bed need speed hundred".split())
_AUXILIARIES = frozenset("was were been be being is are have has had".split())
_DETERMINERS = frozenset("a an the of its their his her this that".split())
_SPANNED = frozenset(["since", "before"])
_TOLD = frozenset(["said", "statement", "last"])


@dataclass(frozen=True, slots=True)
class Weekday:
    at: int
    own: bool
    """Whether it is the story's own day."""
    deed: bool
    """Whether it is told of a deed."""


def weekdays(words: Line, day: date, now: datetime) -> tuple[Weekday, ...]:
    """Those near enough to `day`, the story's one day, that are not only told of a saying. `now` is when the report
    came out; a report dated a day early, in another time zone, still tells of the story's day by its name."""
    return tuple(_weekdays(words, day, now))


def _weekdays(words: Line, day: date, now: datetime) -> Iterator[Weekday]:
    if abs((now.date() - day).days) >= _NEAR:
        return
    for i, word in enumerate(words.words):
        told = _WEEKDAYS.get(word.removesuffix("'s"))
        if told is None:
            continue
        own = told == day.weekday()
        if own or not (words.word(i - 1) in _SPANNED or _of_a_saying(words, i)):
            yield Weekday(i, own, _dates_a_deed(words, i))


def _of_a_saying(words: Line, i: int) -> bool:
    before, after = words.words[max(0, i - 3) : i], words.words[i + 1 : i + 4]
    if "," in after:
        after = after[: after.index(",")]  # "on Wednesday, police said"
    return bool({*before} & _SAID) or bool({*after} & _TOLD)


def nearest(marked: tuple[Weekday, ...], words: Line, first: int, low: int, high: int) -> Weekday | None:
    """The weekday that tells of the figure at word `first`, of those at words [low, high)."""
    start = bisect_left(marked, max(low, first - _REACH), key=lambda one: one.at)
    end = bisect_left(marked, min(high, first + _REACH + 1), key=lambda one: one.at)
    near = [one for one in marked[start:end] if not _parted(words, one.at, first)]
    return min(near, key=lambda one: abs(one.at - first), default=None)


def _parted(words: Line, at: int, first: int) -> bool:
    """Do they lie on two sides of an "a day after", or does the figure have a "the day before" of its own?"""
    between = words.words[min(at, first) : max(at, first)]
    if {*between} & ({"after", "following", "since", "until"} if at < first else {"then"}):
        return True
    own = words.words[first : first + _REACH]
    return at < first and any(pair in _DAY_BEFORE for pair in pairwise(own))


_DAY_BEFORE = frozenset([("day", "before"), ("day", "earlier"), ("days", "before"), ("days", "earlier")])


def _dates_a_deed(words: Line, i: int) -> bool:
    if words.words[i].endswith("'s"):
        return bool({*words.words[i + 1 : i + 5]} & _DEED_NOUNS)
    on = i - 1 if words.word(i - 1) in ("on", "late", "early") else i
    if words.word(on - 1) in _DEED_NOUNS:
        return True  # "a wave of attacks on Tuesday"
    after = words.word(i + 1)
    comma = after == ","
    if comma and words.word(i + 2) in _DEEDS and words.word(i + 2).endswith("ing"):
        return True  # "on Thursday, killing 26"
    if words.word(i + 1 + comma) == "when" and _verb(words, range(i + 2 + comma, min(len(words), i + 14))):
        return True  # "until Sunday, when a bomb killed 19"
    if (next_verb := _is_deed(words, i + 1)) is not None and after not in _AUXILIARIES:
        return next_verb  # "China on Thursday offered"
    before = _verb(words, range(on - 1, max(-1, on - _REACH), -1))
    return before if before is not None else _verb(words, range(i + 1, min(len(words), i + 14))) is True


def _verb(words: Line, through: range) -> bool | None:
    """Whether the first verb among these words is a deed; None where there is none before the clause ends."""
    for k in through:
        if words.words[k] in _STOPS:
            return None
        if (deed := _is_deed(words, k)) is not None:
            return deed
    return None


def _is_deed(words: Line, k: int) -> bool | None:
    """Whether word k is the verb of a deed; None where it is no verb."""
    word, before = words.word(k), words.word(k - 1)
    if (word, words.word(k + 1)) in _DEEDS_IN_TWO:
        return True
    if before in _DETERMINERS or word in _NO_VERBS or before == "-":
        return None  # "the crashed train", "a rebel -held town"
    if word in _LEFT:
        return bool(_LEFT_SO & {*words.words[k + 1 : k + 9]})
    if word in _DEEDS:
        return True
    if word in _DONE or word in _SAID or (word.endswith("ed") and len(word) > 4 and "-" not in word):
        return False
    return None
