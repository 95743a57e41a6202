"""Which state a counted phrase is put into: the words that govern it from the left, the predicate on its right."""

from dataclasses import dataclass

from reportedly.figure import Kind
from reportedly.read.counts import BE, HAVE, Counted, Link, Row, counted_after
from reportedly.read.groups import Head
from reportedly.read.insertions import DASHES, ENDS_CLAUSE, STOP, THROUGH, bracket, closing, dashed, verb_soon
from reportedly.read.numbers import Shape
from reportedly.read.people import ROLES
from reportedly.read.states import ATTACK, Cue, Form, cue_at
from reportedly.read.words import Line

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


def predicate(row: Row, told: Counted, of_more: bool = False, whole: bool = False) -> Link | None:
    """What the words after the phrase say of it. A participle right after the noun ("miners trapped since Monday") is
    taken only where no full verb follows ("... have been found dead"). `of_more`: the phrase is some of a larger
    count ("two of three Sikhs kidnapped"), whose own participle says nothing of the some;
    `whole`: it is that larger count, and the verb says nothing of it."""
    line = row.line
    walk = _Walk()
    weak: Link | None = None
    accused: Link | None = None
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
                return weak or Link(None, told.number.first, barred=None if link is None else link.kind)
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
        noun = line.word(j - 1) in ("the", "a", "an", "this", "that", "their", "its")  # "caught in the raid"
        if word in ATTACK and not noun and weak is None and not walk.be and not walk.infinitive and walk.steps <= 8:
            if word not in _CHARGED or line.word(j + 1) not in ("of", "with", "for"):
                return Link(None, j, agent=True)
            accused = Link(None, j, agent=True)  # "people accused of theft have been released"
        after = _past_word(row, j, walk, weak)
        if after is None:
            break
        j = after
    return weak or accused


@dataclass(slots=True)
class _Walk:
    """What has been passed on the way from a phrase to its verb."""

    be: bool = False
    have: bool = False
    relative: bool = False
    infinitive: bool = False
    denied: bool = False
    """ "were not released", "are yet to be released"."""
    steps: int = 0
    """Words passed that tell nothing."""
    adjective: bool = False
    """A participle of the larger count was passed: "nine of the 14 trapped after"."""

    @property
    def auxiliary(self) -> bool:
        return self.be or self.have

    def governs(self, cue: Cue, word: str) -> bool:
        """Is the cue a full verb here, not only an adjective or participle of the noun?"""
        if self.auxiliary or self.infinitive:
            return True
        return cue.form is not Form.PARTICIPLE and not cue.ing and word not in _ADJECTIVAL


_ADJECTIVAL = frozenset(
    "trapped stranded stuck missing aboard on inside injured onboard homeless arrested jailed".split()
)


def _past_other(row: Row, told: Counted, j: int, weak: Link | None, steps: int) -> int | None:
    """The word after another counted phrase that stands in the way; None where the search ends at it."""
    line = row.line
    other = row.counted[row.at[j]]
    before, earlier = line.word(j - 1), line.word(j - 2)
    joined = before in ("and", ",", "&", "or", "nor") or (
        before in ("the", "another", "also", "a") and earlier in ("and", ",", "&", "or", "nor")
    )
    if other.phrase.head is Head.THING and before == ",":
        return None  # "nine missing, 30 houses swept away": the next of a list
    if other.phrase.head is Head.THING or not joined:
        return other.last
    if other.phrase.head is Head.THEM:
        return None  # "22 people suffered burns and one of them died"
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
    elif word in HAVE:
        walk.have = True
    elif word in ("who", "that", "which", "whom"):
        walk.relative = True
    elif word == "to":
        walk.infinitive = line.word(j - 1) in _CONTROL
    elif word in ("not", "never", "n't") or (word in ("yet", "still") and following == "to"):
        walk.denied = True
    elif word == ",":
        last = closing(row, j)
        if last is None and following in ("who", "which", "whom"):
            return j + 1
        if last is None and weak is not None:
            last = verb_soon(row, j)
        return None if last is None else last + 1
    elif word == "(":
        last = bracket(line, j)
        return None if last is None else last + 1
    elif word == "as" and following == "well":
        return j + 3
    elif word in DASHES and weak is None and (last := dashed(line, j)) is not None:
        return last + 1
    elif word == "-" and line.ends[j - 1] == line.starts[j]:
        pass  # "Jamaat -e- Islami"
    elif word in ("they", "he", "she", "officials", "police", "it") and following in _SAY:
        return j + 2  # "the 48 nurses they say are missing"
    elif word == "said" and walk.be and following == "to":
        pass  # "were said to have been killed"
    elif word in _CHARGED and following in ("of", "with", "for") and not walk.auxiliary:
        walk.steps += 1
    elif word in STOP or word in ENDS_CLAUSE:
        if not ((weak is not None or walk.adjective) and word in _GO_ON):
            return None
    elif word == "and":
        if following not in BE | HAVE and following not in ROLES and (weak is not None or walk.steps > 3):
            return None
    elif word in _VERBS and not walk.relative and (walk.auxiliary or walk.steps == 0):
        return None
    elif word not in THROUGH:
        walk.steps += 1
        if walk.be and word.endswith("ed") and len(word) > 4:
            return None
        if walk.steps > 3:
            walk.infinitive = False
        if walk.steps > _STRAYS:
            return None
    return j + 1


_CHARGED = frozenset("accused suspected convicted charged wanted jailed imprisoned sentenced sought".split())
"""Right behind people they tell which, and the verb is still to come."""
_CONTROL = frozenset(
    "managed manage manages managing able forced ordered told asked urged had have began begin continued continue "
    "allowed "
    "believed feared thought said reported known advised warned instructed required supposed due going unable helped "
    "people residents others inmates prisoners workers passengers villagers evacuees and".split()
)
"""Before "to" these make the infinitive a state of those before it ("managed to escape")."""


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


_GO_ON = frozenset(["since", "than", "after", "following", "during"])
"""Behind a participle they tell when or why, and the verb is still to come: "trapped after a blast have died"."""
_SAY = frozenset("say says said believe believes believed fear think claim claims claimed".split())


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
