"""The words to the left that govern a counted phrase: "killing 12", "the release of 30", "the toll rose to 15"."""

from reportedly.figure import Kind
from reportedly.read.counts import BE, Counted, Link, Row
from reportedly.read.groups import Head
from reportedly.read.links import counted_run
from reportedly.read.numbers import Shape
from reportedly.read.people import ROLES
from reportedly.read.states import Form, cue_at
from reportedly.read.words import Line

_SKIP = frozenset(
    "the all another a further additional other his her its their our some also only just possibly apparently as yet "
    "total more up these those still up least both any initially about even now nearly reported of reportedly "
    "either itself himself".split()
)
_TOLL = frozenset(["toll", "tolls", "number", "total", "count", "tally", "deaths", "fatalities", "numbers"])
_TOLL_LINKS = frozenset(
    "to at of hits hit reaches reached reach tops topped top passes passed exceeds exceeded is was stands stood climbs "
    "climbed rises rose surges jumps jumped nears neared now : - – put puts from tolls toll surpasses surpassed by "
    "near nearing past crosses crossed touches touched count remains above over totals totaled totalled out pushes "
    "pushed "
    "goes went raising raises raised".split()
)
_OF_NOUNS = {
    "killed": "death deaths killing killings murder murders massacre slaying execution executions beheading body "
    "bodies "
    "corpse corpses remains assassination shooting-death loss drowning",
    "taken": "kidnapping abduction seizure kidnap kidnappings capture abductions",
    "freed": "release freeing liberation",
    "rescued": "rescue rescuing",
    "arrested": "arrest arrests detention",
    "evacuated": "evacuation evacuations evacuating relocation",
    "displaced": "displacement",
    "missing": "disappearance disappearances",
    "escaped": "escape",
    "present": "crowd crowds gathering throng throngs procession rally",
}
_OF = {noun: Kind(kind) for kind, nouns in _OF_NOUNS.items() for noun in nouns.split()}
_PROTESTS = frozenset("protest protests rally rallies demonstration demonstrations march marches sit-in vigil".split())
_SEARCH = frozenset("search searching hunt hunting look looking searched hunted searches".split())
_LIVES = frozenset("claim claims claimed claiming cost costs costing took take takes taking".split())
_BACK = 24
_CLAUSE = frozenset([".", ";", "!", "?", "|", "»"])


def governor(row: Row, index: int, used: set[int]) -> Link | None:
    """The word that governs the phrase from right before it. `used` are cues that earlier phrases hold already."""
    line = row.line
    told = row.counted[index]
    j = told.number.first - 1
    while (
        j >= 0
        and line.words[j] in _SKIP
        and not (line.words[j] == "of" and line.word(j - 1) not in ("total", "number"))
    ):
        if line.words[j] == "of":
            j -= 1  # "a total of"
        j -= 1
    if j < 0:
        return None
    word = line.words[j]
    if told.phrase.head is not Head.STATE and word != "by" and (link := _by_verb(row, told, j, used)) is not None:
        return link
    if word == "of" and (kind := _OF.get(line.word(j - 1))) is not None:
        return Link(kind, j - 1)
    if word in ("by", "of") and line.word(j - 1) in _PROTESTS and told.phrase.head is Head.PEOPLE:
        return Link(Kind.PRESENT, j - 1)
    if word == "of" and line.word(j - 1) == "lives":
        return Link(Kind.KILLED, j - 1)
    if word == "to" and line.word(j - 1) in ("injuries", "injury"):
        return Link(Kind.WOUNDED, j - 1)
    if word == "for" and line.word(j - 1) in _SEARCH:
        wanted = told.phrase.role == "attackers" or "police" in line.words[max(0, j - 5) : j]
        return Link(Kind.ATTACKERS if wanted else Kind.MISSING, j - 1, weak=True)
    if (
        word in ("were", "was", "are", "is", "include", "included", "includes")
        and (link := _among(line, j)) is not None
    ):
        return link
    of_craft = line.word(j - 2 if line.word(j - 1) == "," else j - 1) in _CRAFT
    if word in ("with", "carrying", "carried") and of_craft and told.phrase.head is Head.PEOPLE:
        aboard = line.word(told.last) == "aboard" or line.words[told.last : told.last + 2] == ("on", "board")
        return Link(Kind.PRESENT, j, weak=not aboard)
    if word in _TOLL_LINKS and (link := _toll(row, told, j)) is not None:
        return link
    return None


_CRAFT = frozenset(
    "boat boats ship ferry bus plane aircraft airplane airliner helicopter lifeboat train car vessel jet tanker "
    "carrier "
    "trawler minibus truck van coach raft dinghy balloon submarine flight yacht catamaran bulker liner airbus".split()
)


def _among(line: Line, j: int) -> Link | None:
    """ "among the dead were six civilians", "the victims include two Turks"."""
    for k in range(j - 1, max(-1, j - 6), -1):
        word = line.words[k]
        if word in ("dead", "killed", "injured", "wounded", "missing", "victims", "arrested", "rescued", "fatalities"):
            before = line.word(k - 1)
            if before not in ("the", "those", "among", "fatal"):
                return None
            cue = cue_at(line, k)
            return Link(Kind.KILLED if cue is None else cue.kind, k)
    return None


def _by_verb(row: Row, told: Counted, j: int, used: set[int]) -> Link | None:
    """A verb right before the phrase: "killing 12", "police arrested 30", "shot and wounded two"."""
    line = row.line
    for start in (j, j - 1, j - 2):
        if start < 0:
            break
        cue = cue_at(line, start, Form.ACTIVE, Form.PARTICIPLE, Form.SUBJECT)
        if cue is None or cue.last != j + 1:
            continue
        if cue.form is Form.ACTIVE:
            if _is_noun(line, start):
                return None
            if (
                cue.base
                and line.word(start - 1) == "to"
                and line.word(start - 2) not in _CONSEQUENCE
                and cue.kind in _PURSUED
            ):
                return Link(_PURSUED[cue.kind], start, weak=True)
            return Link(_both(line, start, cue.kind), start)
        if cue.form is Form.PARTICIPLE or (
            cue.form is Form.SUBJECT and cue_at(line, start, Form.PARTICIPLE) is not None
        ):
            if start in used or _passive(row, start):
                return None
            return Link(_both(line, start, cue.kind), start)
        if (
            cue.form is Form.SUBJECT
            and cue.kind in (Kind.KILLED, Kind.WOUNDED)
            and line.words[start] in ("shot", "gunned", "fatally", "killed", "injured")
        ):
            return None if start in used or _passive(row, start) else Link(cue.kind, start)
        if (
            cue.form is Form.SUBJECT
            and cue.kind is Kind.PRESENT
            and line.words[start] in ("inside", "aboard", "onboard")
        ):
            return None
    if line.words[j] in ("kill", "kills"):
        return Link(Kind.KILLED, j)
    if (
        line.words[j] in _LIVES
        and told.last < len(line) + 1
        and "lives" in (line.word(told.last - 1), line.word(told.last))
    ):
        return Link(Kind.KILLED, j)
    if line.words[j] in ("takes", "take", "took", "taking", "taken") and (
        line.word(told.last) in _CAPTIVE or line.word(counted_run(row, told.number.first) or told.last) in _CAPTIVE
    ):
        return Link(Kind.TAKEN, j)  # "took nine nurses and two drivers hostage"
    if line.words[j] in ("takes", "take", "took", "taking") and told.phrase.role == "hostages":
        return Link(Kind.TAKEN, j)
    if line.words[j] == "dead" and line.word(j - 1) in ("shot", "shoot", "shoots", "shooting"):
        return Link(Kind.KILLED, j)
    return None


_CAPTIVE = frozenset("hostage captive prisoner hostages".split())
_CONSEQUENCE = frozenset(["managed", "manages", "managing", "able", "helped"])
_PURSUED = {Kind.RESCUED: Kind.TRAPPED, Kind.FREED: Kind.HELD}
"""Whom somebody tries "to rescue" is not rescued yet."""


def _both(line: Line, start: int, kind: Kind) -> Kind:
    """ "shot and killed two", "killing or injuring 20": the graver state holds."""
    if line.word(start - 1) in ("and", "or", ",") and start >= 2:
        before = cue_at(line, start - 2)
        if before is not None and before.last == start - 1 and before.kind is Kind.KILLED and kind is Kind.WOUNDED:
            return Kind.KILLED
    return kind


def _is_noun(line: Line, j: int) -> bool:
    """ "the killing", "rescues of": an -ing or -s form that is a noun."""
    return (
        line.word(j - 1) in ("the", "a", "of", "their", "his")
        and line.words[j].endswith("ing")
        and line.word(j + 1) == "of"
    )


def _passive(row: Row, j: int) -> bool:
    """Is the participle at word j passive, by what stands before it?"""
    line = row.line
    for k in range(j - 1, max(-1, j - 4), -1):
        word = line.words[k]
        if word in BE:
            return True
        if word in ("and", "or"):
            continue
        if not (word.endswith("ly") or word in ("also", "not", "been", "reported", "all", "has", "have", "had")):
            return word in ("people", "persons", "dead", "others") and k in row.ending and False
    return False


def _toll(row: Row, told: Counted, j: int) -> Link | None:
    """ "the death toll rose to 15", "the number of Palestinians killed stands at 18"."""
    line = row.line
    for k in range(told.number.first - 1, max(-1, told.number.first - 1 - _BACK), -1):
        word = line.words[k]
        if word in _CLAUSE:
            return None
        if word not in _TOLL:
            continue
        before = line.word(k - 1)
        if word in ("toll", "tolls"):
            return Link(Kind.WOUNDED if before in ("injury", "injured") else Kind.KILLED, k, toll=True)
        if word in ("tally", "count"):
            return Link(Kind.KILLED, k, toll=True) if before in ("death", "body") else None
        if word in ("deaths", "fatalities"):
            rose = line.word(j) in ("to", "at", "reached", "reaches", "hit", "hits", "rose", ":")
            return Link(Kind.KILLED, k, toll=True) if rose else None
        for m in range(k + 1, min(told.number.first, k + 8)):
            cue = cue_at(line, m)
            if cue is not None and cue.kind is not Kind.HELD:
                return Link(cue.kind, m, toll=True, of_whom=k + 2 if line.word(k + 1) == "of" else None)
        return None
    return None


def shared(row: Row, index: int, links: list[Link | None]) -> Link | None:
    """The state of the phrase before, where this one is joined to it: "three Belgians and two Americans",
    "34 people, including two children"."""
    line = row.line
    if index == 0:
        return None
    if _elsewhere(row, index):
        return next((link for link in reversed(links[-6:]) if link is not None and link.kind is not Kind.OTHER), None)
    told, j = row.counted[index], row.counted[index].number.first - 1
    between = line.words[row.counted[index - 1].last : told.number.first]
    if len(between) > 16 or any(word in _CLAUSE for word in between):
        return None
    before = links[index - 1]
    if before is None or before.kind is Kind.OTHER:
        return None
    if told.phrase.head is Head.ELIDED and _ends_there(line, told.last) and _another_counts(between):
        return before
    if (between[:-1] if between[-1:] == ("the",) else between)[-2:] in ((",", "not"), ("and", "not"), ("not",)):
        return before  # "28 were killed, not 34"
    listed = [word for word in between if word not in _SKIP]
    if listed[-2:] == ["among", "them"] or (
        listed and listed[-1] in ("including", "among", "whom", "include", "includes", "included")
    ):
        return before
    if told.number.shape is Shape.ARTICLE and (
        line.word(told.last) in _SPEAKS
        or (between[-1:] == (",",) and line.word(told.last) not in ("and", ",", ".", ""))
    ):
        return None
    if told.phrase.head is Head.UNKNOWN and not line.spelled(told.phrase.last - 1)[:1].isupper():
        return None
    if line.word(told.last) in ("critically", "seriously", "severely", "badly") and before.kind is Kind.WOUNDED:
        return before
    while j >= 0 and line.words[j] in _SKIP | {"plus", "with", "along", "together", "well", "injured"}:
        j -= 1
    if (
        line.word(j) in ("and", ",", "or", "&", "by", "while")
        and len(between) <= 9
        and (told.phrase.head is not Head.ELIDED or _ends_there(line, told.last))
    ):
        if any(
            cue_at(line, k, Form.PARTICIPLE) is not None for k in range(row.counted[index - 1].last, told.number.first)
        ):
            return None
        return before if not before.agent else None
    return None


_COUNTERS = frozenset(
    "police army military government ministry rebels militants hospital hospitals officials activists doctors medics "
    "authorities mayor governor union company opposition monitors witnesses residents cross crescent "
    "observatory".split()
)


def _another_counts(between: tuple[str, ...]) -> bool:
    """ "12 died, the police | 14", "the dead at 12, hospitals at | 19": the same, as somebody else counts them."""
    name = between[:-1] if between[-1:] in (("at",), ("as",)) else between
    mark = max((k for k, word in enumerate(name) if word in (",", "and")), default=None)
    return mark is not None and 0 < len(name) - mark - 1 <= _LONGEST_COUNTER and name[-1] in _COUNTERS


_LONGEST_COUNTER = 4


def _elsewhere(row: Row, index: int) -> bool:
    """ "three died in Serbia, one in neighbouring Macedonia": a number alone before another place."""
    line, told = row.line, row.counted[index]
    if told.phrase.head is not Head.ELIDED or line.word(told.last) not in ("in", "at", "near"):
        return False
    before = row.counted[index - 1]
    return 0 < told.number.first - before.last <= 14 and line.word(told.number.first - 1) not in (
        "to",
        "at",
        "of",
        "by",
    )


_SPEAKS = frozenset("said says told tells reported added announced confirmed".split())


def _ends_there(line: Line, j: int) -> bool:
    return line.word(j) in ("", ".", ",", ";", ")", "-", "–", "in", "and", "at", "from")


def far_verb(row: Row, index: int) -> Link | None:
    """The verb that governs a joined phrase over somebody named: "killing the ambassador and three of his staff"."""
    line = row.line
    told = row.counted[index]
    j = told.number.first - 1
    if line.word(j) not in ("and", ",", "plus", "with") and line.word(j) != "as":
        return None
    along = line.words[max(0, j - 1) : j + 1] in (("along", "with"), ("together", "with"), ("well", "as"))
    for k in range(j - 1, max(-1, j - 14), -1):
        word = line.words[k]
        if along and (cue := cue_at(line, k, Form.PARTICIPLE, Form.SUBJECT)) is not None:
            return Link(cue.kind, k)
        if word in _CLAUSE or word in BE or word in ("said", "says", "who", "which", "that", ":", "after"):
            return None
        cue = cue_at(line, k, Form.ACTIVE, Form.PARTICIPLE, Form.SUBJECT)
        if cue is None:
            continue
        if cue.form is Form.ACTIVE and not _is_noun(line, k):
            return Link(cue.kind, k)
        if (
            cue.form is Form.PARTICIPLE
            and not _passive(row, k)
            and line.word(cue.last) not in ("in", "by", "on", "at", ",")
        ):
            return Link(cue.kind, k)
        return None
    return None


def default(row: Row, index: int) -> Kind | None:
    """What the noun alone says, where no verb says more: hostages were taken, passengers were aboard."""
    told = row.counted[index]
    role = told.phrase.role
    line = row.line
    if told.phrase.head is not Head.PEOPLE or told.number.shape is Shape.ARTICLE:
        return None
    noun = line.word(told.phrase.last - 1)
    if role == "hostages":
        return Kind.TAKEN
    if role in ("passengers", "crew", "protesters", "worshippers", "mourners", "spectators", "pilgrims"):
        return Kind.PRESENT
    if role == "attackers":
        return Kind.ATTACKERS
    if noun in ROLES and noun in ("survivors", "survivor"):
        return Kind.RESCUED
    return None
