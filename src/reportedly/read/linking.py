"""Which state each counted phrase of a sentence is in: the strongest word that says so."""

import itertools
from dataclasses import replace

from reportedly.figure import Kind
from reportedly.read.counts import BE, HAVE, Counted, Link, Row
from reportedly.read.governors import default, far_verb, governor, shared
from reportedly.read.groups import Head
from reportedly.read.links import predicate
from reportedly.read.numbers import Shape
from reportedly.read.parts import JOINS, LONGEST, apart, list_of
from reportedly.read.states import ATTACK, Form, cue_at
from reportedly.read.turned import turned
from reportedly.read.words import Line

_KILLERS = frozenset([Kind.KILLED, Kind.WOUNDED, Kind.TAKEN, Kind.HELD])


def links_of(row: Row) -> list[Link | None]:
    """One for each counted phrase; None where nothing says that it counts people in a state."""
    links: list[Link | None] = []
    used: set[int] = set()
    for index in range(len(row.counted)):
        link = _link(row, index, links, used)
        if link is not None and not link.agent:
            used.add(link.cue)
        links.append(link)
    return links


def _link(row: Row, index: int, links: list[Link | None], used: set[int]) -> Link | None:
    told = row.counted[index]
    phrase = told.phrase
    if phrase.head is Head.THING or _singular_verb(row, told):
        return None
    if (
        index > 1
        and some_of_next(row, index - 2)
        and row.line.words[row.counted[index - 1].last : told.number.first]
        in (
            ("and",),
            ("nor",),
            ("or",),
        )
    ):
        return links[index - 1]  # "none of the 200 passengers and 40 crew"
    if (label := _labelled(row, index)) is not None:
        return label
    if told.number.shape is Shape.NONE and row.line.word(told.last - 1) in ("casualties", "casualty"):
        return Link(Kind.OTHER, told.number.first, certain=True)  # "suffered no casualties and captured a car"
    whole = bool(index and some_of_next(row, index - 1))
    of = row.counted[index + 1] if some_of_next(row, index) else None
    if not whole and (sure := turned(row, told, of)) is not None:
        return sure
    if _left_out(row.line, told.number.first):
        after = predicate(row, told)
        done = cue_at(row.line, told.number.first - 3) if told.number.first > _ALL_BUT else None
        kinds = [one.kind for one in (after, done) if one is not None]
        return Link(None, told.number.first, barred=kinds[0] if kinds else None)
    if not whole and phrase.head is not Head.STATE and _shared_out(row, told):
        after = predicate(row, told)
        return _whole(row, index, after, governor(row, index, used) or after)
    strong = governor(row, index, used) if not whole else None
    if strong is not None and not strong.weak:
        return strong
    if phrase.head is Head.STATE and phrase.state is not None:
        return Link(phrase.state, phrase.last - 1)
    of_more = some_of_next(row, index)
    if whole:
        return _whole(row, index, predicate(row, told, whole=True), links[index - 1])
    last = _last_of_list(row, index)
    after = predicate(row, told if last == index else row.counted[last], of_more)
    if of_more and after is None and (verb := predicate(row, row.counted[index + 1], whole=True)) is not None:
        # "Nine of 14 miners killed": the headline's verb is of the nine
        after = replace(verb, weak=False) if verb.weak and _is_main_verb(row, index + 1, verb) else None
    if after is not None and last != index:
        after = replace(after, certain=True)
    missing = phrase.state is Kind.MISSING or (after is not None and after.weak and after.kind is Kind.MISSING)
    if missing and (found := _found_again(row, told.last)) is not None:
        return Link(Kind.RESCUED, found, certain=True)
    if after is not None and after.kind is not None and not after.agent:
        if phrase.head is Head.UNKNOWN and not _only_people(after.kind):
            return None
        return after
    joined = shared(row, index, links) or _as_the_whole(row, index, links)
    if joined is not None:
        return joined
    if phrase.state is not None:
        return Link(phrase.state, phrase.first)
    if strong is not None:
        return strong
    if (far := far_verb(row, index)) is not None and phrase.head is not Head.UNKNOWN:
        return far
    if _attacks(row, index, after):
        return Link(Kind.ATTACKERS, told.number.first)
    barred = None if after is None else after.barred
    if (kind := default(row, index)) is not None:
        return Link(kind, told.number.first, barred=barred)
    if phrase.head is Head.PEOPLE and told.number.shape not in (Shape.ARTICLE, Shape.ONE, Shape.NONE):
        return Link(Kind.OTHER, told.number.first, barred=barred)
    return None


def _last_of_list(row: Row, index: int) -> int:
    """The last of the people joined to one person: "a man, a woman and two children | were killed"."""
    last = index
    if row.counted[index].number.shape is not Shape.ARTICLE:
        return index
    while last + 1 < min(len(row.counted), index + LONGEST):
        between = {*row.line.words[row.counted[last].last : row.counted[last + 1].number.first]}
        if not between or not between <= JOINS or row.counted[last + 1].phrase.head is not Head.PEOPLE:
            break
        last += 1
    ends = row.line.words[row.counted[last - 1].last : row.counted[last].number.first] if last > index else ()
    return last if "and" in ends else index


def _as_the_whole(row: Row, index: int, links: list[Link | None]) -> Link | None:
    """The state of the 62 for the seven of "with 62 aboard, seven of them children", where no word tells another."""
    first = list_of(row, index)
    if not first or apart(row, row.counted[first - 1].last, row.counted[first].number.first):
        return None
    whole = links[first - 1]
    return None if whole is None or whole.kind is None or whole.agent else whole


_FOUND = frozenset("found located traced reunited".split())
_NOT_FOUND = frozenset("not never yet to dead lifeless body bodies drowned .".split())
_FAR = 14


def _found_again(row: Row, j: int) -> int | None:
    """The word that says that missing people told of before word j are missing no longer ("have been found")."""
    line = row.line
    for k in range(j, min(j + _FAR, len(line))):
        if k in row.at:
            return None  # "of the 90 missing, 31 have been found"
        if line.words[k] in _FOUND and {*line.words[max(j, k - 3) : k]} & BE | HAVE:
            after = {*line.words[k + 1 : k + 3]}
            return None if after & _NOT_FOUND - {".", "to"} else k
        if line.words[k] in _NOT_FOUND:
            return None
    return None


_LABELS = {
    "dead": Kind.KILLED, "killed": Kind.KILLED, "deaths": Kind.KILLED, "fatalities": Kind.KILLED,
    "injured": Kind.WOUNDED, "wounded": Kind.WOUNDED, "hurt": Kind.WOUNDED, "injuries": Kind.WOUNDED,
    "missing": Kind.MISSING, "trapped": Kind.TRAPPED, "rescued": Kind.RESCUED, "evacuated": Kind.EVACUATED,
    "displaced": Kind.DISPLACED, "arrested": Kind.ARRESTED,
}  # fmt: skip
_SO_FAR = frozenset("so far now reported confirmed - – :".split())


def _labelled(row: Row, index: int) -> Link | None:
    """The state that a bulletin writes before its number: "Dead: 47", "dead 47 injured 112 missing 19"."""
    line, told = row.line, row.counted[index]
    if told.phrase.head is not Head.ELIDED and told.phrase.head is not Head.UNKNOWN and told.last != told.number.last:
        return None
    j = told.number.first - 1
    while j > 0 and line.words[j] in _SO_FAR:
        j -= 1
    kind = _LABELS.get(line.word(j)) if j >= 0 else None
    if kind is None:
        return None
    between = line.words[j + 1 : told.number.first]
    marked = ":" in between
    if between in (("–",), ("—",), ("-",)) and (j == 0 or line.word(j - 1) in (",", ";", "|", "•")):
        return Link(kind, j, certain=True)  # "Dead – 9, injured – 34"
    before = line.word(j - 1) if j else ""
    if marked and (not before[:1].isalpha() or before in _SO_FAR):
        return Link(kind, j, certain=True)
    follows = line.word(told.number.last) in _LABELS and line.word(told.number.last + 1)[:1].isdigit()
    goes_on = j > 1 and before[:1].isdigit() and line.word(j - 2) in _LABELS
    return Link(kind, j) if not marked and j == told.number.first - 1 and (follows or goes_on) else None


def some_of_next(row: Row, index: int) -> bool:
    """Is the number some of the next ("100 of the 132 hostages", "two out of three pilots")?"""
    if index + 1 >= len(row.counted):
        return False
    told, following = row.counted[index], row.counted[index + 1]
    after = row.line.words[told.last : following.number.first]
    if len(after) <= 6 and ("out", "of") in itertools.pairwise(after):
        return True
    between = row.line.words[told.number.last : following.number.first]
    if not 0 < len(between) <= 6 or not {*between[-3:]} & {"of"}:
        return False
    return between[0] == "of" or ("out", "of") in itertools.pairwise(between)


def _left_out(line: Line, first: int) -> bool:
    """ "all but two were rescued": the two are those who were not."""
    return line.word(first - 1) in ("but", "except") and line.word(first - 2) in ("all", "everyone", "everybody")


_ALL_BUT = 2
"""Words of "all but"."""
_THE = frozenset("the its their those his her our".split())
_SHARES = frozenset(
    "most many few half third thirds quarter quarters fifth fifths tenth two-thirds three-quarters majority "
    "cent percent % part".split()
)


def _shared_out(row: Row, told: Counted) -> bool:
    """Is the number what others than a number of people are some of ("most of the 90", "of the 30, 12 died")?"""
    line, first = row.line, told.number.first
    the = line.word(first - 1) in _THE
    of = first - 2 if the else first - 1
    if line.word(of) != "of":
        return the and line.word(first - 2) == "half"
    if line.word(of - 1) in _SHARES:
        return True
    if line.words[of - 4 : of - 2] == ("all", "but"):
        return True
    begins = not line.word(of - 1)[:1].isalnum() or line.word(of - 1) == "that"
    return begins and line.word(told.last) == "," and told.last + 1 in row.at


def _whole(row: Row, index: int, after: Link | None, some: Link | None) -> Link:
    """What the larger count of "100 of the 132 hostages" is of: its own participle, else who was there."""
    told = row.counted[index]
    if after is not None and after.weak and after.kind is not None and not _is_main_verb(row, index, after):
        return after
    if told.phrase.state is not None:
        return Link(told.phrase.state, told.phrase.first)
    if row.line.word(told.phrase.last - 1) in ("survivors", "survivor"):
        return Link(Kind.RESCUED, told.number.first)
    freed = some is not None and some.kind is Kind.FREED and told.phrase.role != "hostages"
    if freed and _LAW & {*row.line.words[max(0, told.number.first - _LAW_REACH) : told.last + _LAW_REACH]}:
        return Link(Kind.ARRESTED, told.number.first)  # "a court freed 48 of the 61 traders"
    if told.phrase.role == "hostages" or (some is not None and some.kind in (Kind.FREED, Kind.HELD, Kind.TAKEN)):
        return Link(Kind.TAKEN, told.number.first)
    line, first = row.line, told.number.first
    near = line.words[max(0, first - 4) : first]
    owned = line.word(first - 1).endswith(("'s", "s'", "’s")) and "of" in near  # "six of the ferry's 80 passengers"
    of = "of" if owned else line.word(first - 2) if line.word(first - 1) in _THE else line.word(first - 1)
    stated = told.number.last < len(line) and cue_at(line, told.number.last) is not None  # "18 of the 29 dead"
    barred = (some.kind or some.barred) if some is not None and of in ("of", "half") and not stated else None
    return Link(Kind.PRESENT, first, barred=barred)


_LAW = frozenset("court courts judge judges magistrate magistrates bail prison jail".split())
_LAW_REACH = 9
_REST = 40


def _is_main_verb(row: Row, index: int, after: Link) -> bool:
    """Is the participle a headline's verb ("Nine of 14 miners killed"), and no attribute ("of 14 trapped, nine")?"""
    line, last = row.line, row.counted[index].last
    rest = line.words[after.cue + 1 : after.cue + 1 + _REST]
    said = any(word in BE | HAVE or cue_at(line, after.cue + 1 + k) is not None for k, word in enumerate(rest))
    before = row.counted[index - 1] if index else None
    headed = before is not None and (before.number.first == 0 or line.word(before.number.first - 1) in (":", "-", "|"))
    return after.cue == last and headed and not said


def _singular_verb(row: Row, told: Counted) -> bool:
    """ "Xbox 360 is released": a number that a singular verb follows is a name's."""
    number = told.number
    return (
        told.phrase.head is Head.ELIDED
        and number.shape is Shape.PLAIN
        and number.first == number.core
        and row.line.word(told.last) in ("is", "was", "has")
        and row.line.spelled(number.first - 1)[:1].isupper()
    )


def _only_people(kind: Kind) -> bool:
    return kind in (Kind.KILLED, Kind.WOUNDED, Kind.ARRESTED, Kind.TAKEN)


_ATTACKER = frozenset("he she gunman attacker suspect bomber shooter assailant knifeman gunmen attackers him".split())


def _stops_the_attacker(line: Line, by: int) -> bool:
    """ "before he was shot dead by an officer": the officer attacks nobody."""
    near = line.words[max(0, by - _STOPPED) : by]
    return any(word in _ATTACKER and following in BE for word, following in itertools.pairwise(near))


_STOPPED = 7


def _did_it(line: Line, first: int) -> bool:
    """ "was killed by two of his guards": those who did it, whatever they are."""
    if line.word(first - 1) != "by" or _stops_the_attacker(line, first - 1):
        return False
    passive = [cue_at(line, k, Form.PARTICIPLE, Form.SUBJECT) for k in range(max(0, first - 4), first - 1)]
    return any(
        cue is not None and cue.kind in (Kind.KILLED, Kind.WOUNDED, Kind.TAKEN) and cue.last == first - 1
        for cue in passive
    )


def _attacks(row: Row, index: int, after: Link | None) -> bool:
    told = row.counted[index]
    line = row.line
    if told.phrase.head is not Head.PEOPLE:
        return False
    if told.phrase.role == "attackers":
        return True
    if told.number.shape is not Shape.ARTICLE:
        return _did_it(line, told.number.first)
    if line.word(told.number.first - 1) == "by" and _stops_the_attacker(line, told.number.first - 1):
        return False
    if line.word(told.number.first - 1) == "by" and any(
        (cue := cue_at(line, k)) is not None and cue.kind in _KILLERS
        for k in range(max(0, told.number.first - 9), told.number.first)
    ):
        return True
    if after is not None and after.agent:
        return True
    if line.word(told.last) == "carried" and line.word(told.last + 1) != "out":
        return False  # "a man carried a wounded child"
    return line.word(told.last) in ATTACK or (
        line.word(told.last + 1) in ATTACK and line.word(told.last) in ("who", "has", "had", "is", "was")
    )
