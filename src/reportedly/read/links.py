"""Which state a counted phrase is put into: the words that govern it from the left, the predicate on its right."""

from dataclasses import dataclass

from reportedly.figure import Kind
from reportedly.read.groups import Head, Phrase
from reportedly.read.numbers import Number, Shape
from reportedly.read.people import ROLES
from reportedly.read.states import ATTACK, Cue, Form, cue_at
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


BE = frozenset("is are was were be been being am gets got get getting 's".split())
_HAVE = frozenset("has have had having".split())
_THROUGH = (
    BE
    | _HAVE
    | frozenset(
        "reported reportedly believed feared confirmed presumed thought said known found declared listed still also now so "
        "far later already left to by at all both each either of us them whom who that which apparently allegedly "
        "officially initially currently critically seriously slightly lightly severely badly fatally gravely mortally "
        "accidentally remain remains remained remaining went go gone going may might could would will can should must not "
        "never yet more others other people persons just only even again then subsequently immediately reports suspected "
        "assumed feared left become became came were safely mostly mainly including or".split()
    )
)
_STOP = frozenset(
    "after when while as before because where but since until till although though if said says say told tells saying "
    "according amid whereas despite following during than tells warned claims claimed announced adding added whose with "
    "prompting sparking causing forcing raising bringing leaving destroying damaging making including".split()
)
_VERBS = frozenset(
    "told tell tells said says ask asked asks accuse accused accuses visit visited visits win won lead led sign signed "
    "become became receive received watch watched test tested tests vote voted speak spoke spoken want wants wanted face "
    "faced faces try tried tries live lives lived use used uses see saw seen help helped helps meet met need needs plan "
    "plans planned hear heard deployed commended charged indicted sentenced fired dismissed called given awarded "
    "elected appointed named convicted hired paid expected honoured honored interviewed quoted infected affected".split()
)
_RIGHT = 26
_LEFT = 16


def counted_after(row: Row, j: int) -> Counted | None:
    index = row.at.get(j)
    return None if index is None else row.counted[index]


def predicate(row: Row, item: Counted) -> Link | None:
    """What the words after the phrase say of it."""
    line = row.line
    j = item.last
    fallback: Link | None = None
    be, have, relative, infinitive = False, False, False, False
    steps = 0
    limit = min(len(line), j + _RIGHT)
    while j < limit:
        word = line.words[j]
        if (other := counted_after(row, j)) is not None and other.number.shape is not Shape.ARTICLE:
            before = line.word(j - 1)
            joined = before in ("and", ",", "&", "or", "nor") or (
                before in ("the", "another", "also") and line.word(j - 2) in ("and", ",")
            )
            if joined and fallback is None and steps <= 6 and other.phrase.head is not Head.THING:
                deeper = counted_run(row, j)
                if deeper is not None:
                    j = deeper
                    continue
                return fallback
            if other.phrase.head is not Head.THING and joined:
                return fallback
            j = other.last
            steps += 1
            continue
        cue = cue_at(line, j, Form.ACTIVE, Form.PARTICIPLE, Form.SUBJECT)
        if cue is not None and not (word == "left" or (word in ("saved",) and line.word(j + 1) == "by")):
            link = _taken_by(row, item, j, cue, be or have, infinitive, steps)
            if link is not None:
                direct = be or have or infinitive or (cue.form is Form.SUBJECT and not cue.ing)
                if (
                    relative
                    or (not direct and cue.form is Form.PARTICIPLE)
                    or (cue.form is Form.SUBJECT and not be and _adjectival(cue, word))
                ):
                    if fallback is None:
                        fallback = Link(link.kind, link.cue, link.agent, weak=True)
                        relative = False
                        be = have = infinitive = False
                        j = cue.last
                        continue
                    if not (be or have):
                        j = cue.last
                        continue
                if fallback is not None and not (be or have):
                    return fallback
                return link
            if cue.form is Form.ACTIVE or cue.form is Form.PARTICIPLE:
                if cue.form is Form.ACTIVE and cue.ing and line.word(j - 1) not in BE:
                    return fallback
                if fallback is None and cue.form is Form.ACTIVE:
                    return fallback
            j = cue.last
            steps += 1
            be = False
            continue
        if word in BE:
            be = True
        elif word in _HAVE:
            have = True
        elif word in ("who", "that", "which", "whom"):
            relative = True
        elif word == "to":
            infinitive = True
        elif word == ",":
            closing = _closing(row, j)
            if closing is None:
                return fallback
            j = closing
        elif word == "(":
            closing = _bracket(line, j)
            if closing is None:
                return fallback
            j = closing
        elif word in _STOP or word in (".", ";", ":", "!", "?", "–", "—", "|", "/", "»", "-", "…"):
            if word == "as" and line.word(j + 1) == "well":
                j += 3
                continue
            return fallback
        elif word == "and":
            if fallback is not None and line.word(j + 1) not in BE | _HAVE | {"others"}:
                return fallback
            if line.word(j + 1) not in ROLES and steps > 3 and line.word(j + 1) not in BE | _HAVE:
                return fallback
        elif word in _VERBS and (be or have or steps == 0):
            return fallback
        elif word in ATTACK and fallback is None and not be:
            return Link(None, j, agent=True)
        elif word not in _THROUGH:
            steps += 1
            if be and word.endswith("ed") and len(word) > 4:
                return fallback
            if steps > 3:
                infinitive = False
            if steps > 14:
                return fallback
        j += 1
    return fallback


def counted_run(row: Row, j: int) -> int | None:
    """The word after the run of joined counted phrases that starts at word j."""
    for _ in range(8):
        other = counted_after(row, j)
        if other is None:
            return j
        j = other.last
        if row.line.word(j) in ("and", ",", "&") and counted_after(row, j + 1) is not None:
            j += 1
        elif row.line.word(j) == "," and row.line.word(j + 1) == "and" and counted_after(row, j + 2) is not None:
            j += 2
        else:
            return j
    return j


def _adjectival(cue: Cue, word: str) -> bool:
    return word in ("trapped", "stranded", "stuck", "missing", "aboard", "on", "inside", "injured")


def _closing(row: Row, comma: int) -> int | None:
    """The comma that ends the aside which this one begins; None where it begins a new clause instead."""
    line = row.line
    after = line.word(comma + 1)
    if after in BE | _HAVE:
        return comma
    if after in ("and", "but", "while", "with") and after != "and":
        return None
    if after == "and":
        return comma if counted_after(row, comma + 2) is not None or line.word(comma + 2) in ROLES else None
    if counted_after(row, comma + 1) is not None and line.word(comma + 1) not in ("a", "an"):
        number = counted_after(row, comma + 1)
        if number is not None and line.word(number.last) != "," and number.phrase.head is not Head.THEM:
            return comma
    cue = cue_at(line, comma + 1) if comma + 1 < len(line) else None
    if cue is not None and cue.form is Form.ACTIVE:
        return None
    for j in range(comma + 1, min(len(line), comma + 22)):
        word = line.words[j]
        if word == "," and line.word(j + 1) in BE | _HAVE | _THROUGH:
            return j
        if (
            word == ","
            and (next_cue := cue_at(line, j + 1) if j + 1 < len(line) else None) is not None
            and not next_cue.ing
        ):
            return j
        if word in (".", ";", ":"):
            return None
    return None


def _bracket(line: Line, opening: int) -> int | None:
    for j in range(opening + 1, min(len(line), opening + 14)):
        if line.words[j] == ")":
            return j
    return None


def _object_follows(row: Row, j: int) -> bool:
    """Do people follow the participle that ends before word j, as what it is done to?"""
    line = row.line
    for k in range(j, min(j + 3, len(line))):
        other = counted_after(row, k)
        if other is not None and other.phrase.head is not Head.THING:
            # "2 killed 3 injured": a state of its own after the number makes it another subject
            tail = cue_at(line, other.last, Form.PARTICIPLE, Form.SUBJECT) if other.last < len(line) else None
            return tail is None or other.phrase.head is not Head.ELIDED
        if line.words[k] in ROLES:
            return True
        if line.words[k] not in (
            "the",
            "at",
            "least",
            "another",
            "a",
            "his",
            "her",
            "their",
            "and",
            "as",
            "many",
            "up",
        ):
            return False
    return False


_AGENTS = frozenset("attackers soldiers police guards people men women children residents prisoners migrants".split())


def _taken_by(row: Row, item: Counted, j: int, cue: Cue, be: bool, infinitive: bool, steps: int) -> Link | None:
    """How the cue at word j takes the phrase that stands before it; None where it does not."""
    line = row.line
    if cue.form is Form.SUBJECT:
        if cue.kind is Kind.KILLED and line.word(j + 1) == "body":
            return None
        return Link(cue.kind, j)
    if cue.form is Form.NOUN:
        return None
    if cue.form is Form.PARTICIPLE:
        if not be and _object_follows(row, cue.last):
            return Link(cue.kind, j, agent=True)
        if cue.last < len(line) and (more := cue_at(line, cue.last, Form.SUBJECT)) is not None:
            return Link(more.kind, j)
        if line.word(cue.last) == "and" and (more := cue_at(line, cue.last + 1) if cue.last + 1 < len(line) else None):
            if more.kind is Kind.KILLED and cue.kind in (Kind.WOUNDED, Kind.TAKEN):
                if not be and _object_follows(row, more.last):
                    return Link(more.kind, j, agent=True)
                return Link(more.kind, j)
        if line.word(cue.last) in ("hostage", "captive", "prisoner"):
            return Link(Kind.HELD if cue.kind is Kind.HELD else Kind.TAKEN, j)
        if cue.kind is Kind.HELD and not be:
            return None
        if cue.kind is Kind.PRESENT:
            return None
        return Link(cue.kind, j)
    if cue.base and infinitive and cue.kind in (Kind.EVACUATED,):
        return Link(cue.kind, j)
    if cue.ing and not be:
        return None
    if steps > 8:
        return None
    if not cue.base or not be:
        return Link(cue.kind, j, agent=True)
    return None
