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
    toll: bool = False
    """Read from "the toll rose to": the number counts everybody, whoever was told of before."""
    of_whom: int | None = None
    """The word where "the number of Palestinians killed" says whose toll it is."""


BE = frozenset("is are was were be been being am gets got get getting 's".split())
_HAVE = frozenset("has have had having".split())
_THROUGH = (
    BE
    | _HAVE
    | frozenset(
        "reported reportedly believed feared confirmed presumed thought said known found declared listed still also "
        "now so "
        "far later already left to by at all both each either of us them whom who that which apparently allegedly "
        "officially initially currently critically seriously slightly lightly severely badly fatally gravely mortally "
        "accidentally remain remains remained remaining went go gone going may might could would will can should "
        "must not "
        "never yet more others other people persons just only even again then subsequently immediately reports "
        "suspected "
        "assumed feared left become became came were safely mostly mainly including or".split()
    )
)
_STOP = frozenset(
    "after when while as before because where but since until till although though if said says say told tells saying "
    "according amid whereas despite following during than tells warned claims claimed announced adding added whose "
    "prompting sparking causing forcing raising bringing leaving destroying damaging making".split()
)
_VERBS = frozenset(
    "told tell tells said says ask asked asks accuse accused accuses visit visited visits win won lead led sign signed "
    "become became receive received watch watched test tested tests vote voted speak spoke spoken want wants wanted "
    "face "
    "faced faces try tried tries live lives lived use used uses see saw seen help helped helps meet met need needs "
    "plan "
    "plans planned hear heard deployed commended charged indicted sentenced fired dismissed called given awarded "
    "elected appointed named convicted hired paid expected honoured honored interviewed quoted infected "
    "affected".split()
)
_RIGHT = 26
_STRAYS = 14
"""Words that tell nothing, after which a verb is somebody else's."""


def counted_after(row: Row, j: int) -> Counted | None:
    index = row.at.get(j)
    return None if index is None else row.counted[index]


def predicate(row: Row, told: Counted, of_more: bool = False, whole: bool = False) -> Link | None:
    """What the words after the phrase say of it. A participle right after the noun ("miners trapped since Monday") is
    taken only where no full verb follows ("... have been found dead"). `of_more`: the phrase is some of a larger
    count ("two of three Sikhs kidnapped"), whose own participle says nothing of the some;
    `whole`: it is that larger count, and the verb says nothing of it."""
    line = row.line
    walk = _Walk()
    weak: Link | None = None
    j = told.last
    limit = min(len(line), j + _RIGHT)
    while j < limit:
        word = line.words[j]
        other = counted_after(row, j)
        if other is not None and other.number.shape is not Shape.ARTICLE:
            after = _past_other(row, told, j, weak, walk.steps)
            if after is None:
                break
            j = after
            walk.steps += 1
            if walk.steps > _STRAYS:
                break
            continue
        cue = cue_at(line, j, Form.ACTIVE, Form.PARTICIPLE, Form.SUBJECT) if word != "left" else None
        if cue is not None:
            cue = _as_used(row, j, cue)
            link = _taken_by(row, j, cue, walk)
            if walk.denied and told.number.shape is not Shape.NONE:
                break
            if link is None:
                if cue.form is Form.ACTIVE and not _is_nominal(line, j) and (weak is None or cue.ing):
                    break
                j, walk.be = cue.last, False
                walk.steps += 1
                continue
            if walk.relative or not walk.governs(cue, word):
                if weak is None and not (of_more and not walk.relative):
                    weak = Link(link.kind, link.cue, link.agent, weak=True)
                walk = _Walk(steps=walk.steps, adjective=True)
                j = cue.last
                continue
            finite = walk.auxiliary or (cue.form is Form.SUBJECT and not walk.infinitive)
            return link if weak is None or (finite and not whole) else weak
        if word in ATTACK and weak is None and not walk.be and not walk.infinitive and walk.steps <= 8:
            return Link(None, j, agent=True)
        after = _past_word(row, j, walk, weak)
        if after is None:
            break
        j = after
    return weak


@dataclass(slots=True)
class _Walk:
    """What has been passed on the way from a phrase to its verb."""

    be: bool = False
    have: bool = False
    relative: bool = False
    infinitive: bool = False
    denied: bool = False
    """ "were not released"."""
    steps: int = 0
    """Words passed that tell nothing."""
    adjective: bool = False
    """A participle of the larger count was passed: "11 of the 12 trapped after"."""

    @property
    def auxiliary(self) -> bool:
        return self.be or self.have

    def governs(self, cue: Cue, word: str) -> bool:
        """Is the cue a full verb here, not only an adjective or participle of the noun?"""
        if self.auxiliary or self.infinitive:
            return True
        return cue.form is not Form.PARTICIPLE and not cue.ing and word not in _ADJECTIVAL


_ADJECTIVAL = frozenset("trapped stranded stuck missing aboard on inside injured onboard homeless".split())


def _past_other(row: Row, told: Counted, j: int, weak: Link | None, steps: int) -> int | None:
    """The word after another counted phrase that stands in the way; None where the search ends at it."""
    line = row.line
    other = row.counted[row.at[j]]
    before, earlier = line.word(j - 1), line.word(j - 2)
    joined = before in ("and", ",", "&", "or", "nor") or (
        before in ("the", "another", "also", "a") and earlier in ("and", ",", "&", "or", "nor")
    )
    if other.phrase.head is Head.THING or not joined:
        return other.last
    if other.phrase.head is Head.ELIDED and told.phrase.head is not Head.ELIDED:
        return None  # "Six were lost and some 80 had to leave": a clause of its own
    return counted_run(row, j) if weak is None and steps <= 6 else None


def _past_word(row: Row, j: int, walk: _Walk, weak: Link | None) -> int | None:
    """The word to look at after word j, which is no cue; None where the search ends here."""
    line = row.line
    word, following = line.words[j], line.word(j + 1)
    if word == "with" and counted_after(row, j + 1) is not None:
        return None
    if word == "including" and weak is None and counted_after(row, j + 1) is not None:
        return counted_run(row, j + 1)
    if word in BE:
        walk.be = True
    elif word in _HAVE:
        walk.have = True
    elif word in ("who", "that", "which", "whom"):
        walk.relative = True
    elif word == "to":
        walk.infinitive = line.word(j - 1) in _CONTROL
    elif word in ("not", "never", "n't"):
        walk.denied = True
    elif word == ",":
        closing = _closing(row, j)
        if closing is None and following in ("who", "which", "whom"):
            return j + 1
        if closing is None and weak is not None:
            closing = _verb_soon(row, j)
        return None if closing is None else closing + 1
    elif word == "(":
        closing = _bracket(line, j)
        return None if closing is None else closing + 1
    elif word == "as" and following == "well":
        return j + 3
    elif word in _DASHES and weak is None and (closing := _dashed(line, j)) is not None:
        return closing + 1
    elif word == "-" and line.ends[j - 1] == line.starts[j]:
        pass  # "Jamaat -e- Islami"
    elif word in ("they", "he", "she", "officials", "police", "it") and following in _SAY:
        return j + 2  # "the 105 women they say are missing"
    elif word in _STOP or word in _ENDS_CLAUSE:
        if not ((weak is not None or walk.adjective) and word in _GO_ON):
            return None
    elif word == "and":
        if following not in BE | _HAVE and following not in ROLES and (weak is not None or walk.steps > 3):
            return None
    elif word in _VERBS and (walk.auxiliary or walk.steps == 0):
        return None
    elif word not in _THROUGH:
        walk.steps += 1
        if walk.be and word.endswith("ed") and len(word) > 4:
            return None
        if walk.steps > 3:
            walk.infinitive = False
        if walk.steps > _STRAYS:
            return None
    return j + 1


_CONTROL = frozenset(
    "managed manage manages managing able forced ordered told asked urged had have began begin continued continue "
    "allowed "
    "believed feared thought said reported known advised warned instructed required supposed due going unable helped "
    "people residents others inmates prisoners workers passengers villagers evacuees and".split()
)
"""Before "to" these make the infinitive a state of those before it ("managed to escape")."""
_ENDS_CLAUSE = frozenset([".", ";", ":", "!", "?", "–", "—", "|", "/", "»", "-", "…"])


def _as_used(row: Row, j: int, cue: Cue) -> Cue:
    """A verb that is both ("drown", "evacuate") is intransitive unless people follow it."""
    both = cue_at(row.line, j, Form.SUBJECT)
    if (
        cue.form is not Form.SUBJECT
        and both is not None
        and both.last == cue.last
        and not _object_follows(row, cue.last)
    ):
        return both
    return cue


def _is_nominal(line: Line, j: int) -> bool:
    """ "the killing of": an -ing form that is a noun."""
    return line.words[j].endswith("ing") and line.word(j + 1) == "of"


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


_GO_ON = frozenset(["since", "than", "after", "following", "during"])
"""Behind a participle they tell when or why, and the verb is still to come: "trapped after a blast have died"."""
_SAY = frozenset("say says said believe believes believed fear think claim claims claimed".split())
_DASHES = frozenset(["-", "–", "—"])


def _dashed(line: Line, opening: int) -> int | None:
    """The dash that ends the aside which this one begins, where the clause's verb follows it."""
    for j in range(opening + 1, min(len(line), opening + 16)):
        if line.words[j] in _DASHES and line.ends[j] - line.starts[opening] > 2:
            return j if line.word(j + 1) in BE | _HAVE else None
        if line.words[j] in (".", ";", ":"):
            return None
    return None


def _verb_soon(row: Row, comma: int) -> int | None:
    """The word before the "are" or "have" that goes on with the clause after a place name's lone comma."""
    for j in range(comma + 1, min(len(row.line), comma + 8)):
        if row.line.words[j] in BE | _HAVE:
            return j - 1
        if row.line.words[j] in _ENDS_CLAUSE or counted_after(row, j) is not None or row.line.words[j] in _STOP:
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
        if line.words[k] not in ("the", "another", "a", "his", "her", "their"):
            return False
    return False


def _taken_by(row: Row, j: int, cue: Cue, walk: _Walk) -> Link | None:
    """How the cue at word j takes the phrase that stands before it; None where it does not."""
    if cue.form is Form.SUBJECT:
        return Link(cue.kind, j)
    if cue.form is Form.PARTICIPLE:
        return _passive(row, j, cue, walk.be)
    if cue.base and walk.infinitive and cue.kind is Kind.EVACUATED:
        return Link(cue.kind, j)
    if (cue.ing and not walk.be) or walk.steps > 8 or (cue.base and walk.be):
        return None
    return Link(cue.kind, j, agent=True)


def _passive(row: Row, j: int, cue: Cue, be: bool) -> Link | None:
    """The participle at word j: done to those before it, unless its object follows."""
    line = row.line
    if not be and _object_follows(row, cue.last):
        return Link(cue.kind, j, agent=True)
    if cue.last < len(line) and (more := cue_at(line, cue.last, Form.SUBJECT)) is not None and more.kind is Kind.KILLED:
        return Link(more.kind, j)
    if line.word(cue.last) == "and" and cue.last + 1 < len(line):
        more = cue_at(line, cue.last + 1)
        if more is not None and more.kind is Kind.KILLED and cue.kind in (Kind.WOUNDED, Kind.TAKEN):
            return Link(more.kind, j, agent=not be and _object_follows(row, more.last))
    if line.word(cue.last) in ("hostage", "captive", "prisoner"):
        return Link(Kind.HELD if cue.kind is Kind.HELD else Kind.TAKEN, j)
    if cue.kind is Kind.PRESENT or (cue.kind is Kind.HELD and not be):
        return None
    return Link(cue.kind, j)
