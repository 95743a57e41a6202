"""Numbers whose unspoken noun is a thing: "destroyed two boats and seized three others", "of 16 cars, nine burned"."""

from reportedly.read.counts import Counted, Row
from reportedly.read.groups import Head
from reportedly.read.numbers import Shape
from reportedly.read.people import ROLES

_OBJECTS = frozenset(
    "boat boats ship ships vessel vessels plane planes helicopter helicopters jet jets drone drones missile "
    "missiles rocket rockets shell shells bomb bombs car cars truck trucks bus buses lorry lorries vehicle vehicles "
    "jeep jeeps van vans motorcycle motorcycles motorbike motorbikes tractor tractors tank tanks train trains "
    "trawler trawlers tanker tankers house houses home homes building buildings shop shops hut huts tent tents "
    "factory factories warehouse warehouses village villages town towns city cities district districts base bases "
    "post posts checkpoint checkpoints camp camps hospital hospitals school schools clinic clinics church churches "
    "mosque mosques bridge bridges dam dams road roads fire fires blaze blazes tree trees "
    "weapon weapons rifle rifles gun guns".split()
)
_LEAVABLE = frozenset(
    "village villages town towns city cities district districts hospital hospitals school schools clinic clinics "
    "house houses home homes building buildings camp camps".split()
)
"""Places are evacuated as well as people."""
_PERSONAL = frozenset(
    "killed killing kill kills died dead dying wounded wounding injured injuring hurt missing arrested arresting "
    "detained detaining kidnapped abducted abducting drowned hospitalised hospitalized rescued rescuing saved "
    "survived survivors escaped freed freeing released trapped hostage captive stranded treated bodies "
    "casualties death lives life".split()
)
_BACK = 14
_NEAR = 4


def counts_things(row: Row, told: Counted) -> bool:
    """Whether a number without a noun of its own is of the things named before it, by what is done to it."""
    if told.phrase.head not in (Head.ELIDED, Head.UNKNOWN) and not told.phrase.others:
        return False
    line, first = row.line, told.number.first
    others = told.phrase.others or "another" in (line.words[first], line.word(first - 1))
    thing = None
    for k in range(first - 1, max(-1, first - _BACK), -1):
        word = line.words[k]
        if word in (".", "!", "?") or word in ROLES:
            return False
        if word in _OBJECTS:
            thing = word
            break
    if thing is None:
        return False
    done = line.words[told.last : told.last + _NEAR]
    verb = first - 2 if line.word(first - 1) in ("another", "further", "the") else first - 1
    if {*line.words[max(0, first - 2) : first], *done} & _PERSONAL:
        return False
    if told.number.shape is Shape.NONE:
        return False
    if line.word(verb) in _DO or (others and line.word(verb) in _LOSE):
        return True
    if thing in _LEAVABLE and done[1:2] == ("evacuated",):
        return True
    gone = _DONE | _LOSE | {"hit"} if others else _DONE
    return bool({*done[:3]} & gone) and done[0] in gone | _WERE


_WERE = frozenset("were was are is have had has been".split())
_DO = frozenset(
    "seized seizing captured capturing recaptured destroyed destroying burned burnt burning torched torching "
    "damaged damaging sank sinking looted downed intercepted opened closed hit".split()
)
_LOSE = frozenset("lost losing".split())
_DONE = frozenset(
    "burned burnt burning opened contained destroyed damaged seized sunk sank flattened closed reopened "
    "torched intercepted downed looted ablaze bombed shelled searched recovered".split()
)
