"""Whom a number alone counts where nobody was counted before it: "a bus carrying nuns crashed, killing four"."""

from reportedly.figure import Group
from reportedly.read.counts import Row
from reportedly.read.groups import Head, phrase_after

_WITHIN = 24
"""Words before the number in which they may stand."""
_CRAFT = frozenset(
    "bus buses minibus minibuses coach coaches van vans truck trucks lorry lorries boat boats dinghy dinghies raft "
    "ferry ship vessel freighter trawler yacht plane jet aircraft helicopter train tram convoy car cars vehicle jeep "
    "pickup tractor trailer canoe pirogue barge speedboat".split()
)
_CARRIES = frozenset("carrying carries carried taking transporting ferrying bringing of with full packed".split())
_FILLS = frozenset("with of".split())
_FIRE = frozenset("fire fires fired firing".split())
_BREAKS = frozenset(". ! ? | » •".split())


def told_of_before(row: Row, index: int) -> Group | None:
    """The people, uncounted, whom a craft carries or at whom is fired before the number; None where nobody is."""
    line, first = row.line, row.counted[index].number.first
    for at in range(first - 1, max(0, first - _WITHIN), -1):
        word = line.words[at]
        if word in _BREAKS or at in row.at:
            return None
        start = at + 1 + (word in ("full", "packed") and line.word(at + 1) in _FILLS)
        carried = word in _CARRIES and line.words[at - 1] in _CRAFT
        fired_at = word in ("on", "at") and line.words[at - 1] in _FIRE
        if not (carried or fired_at) or start >= first:
            continue
        while line.word(start) in ("the", "some", "several", "many"):
            start += 1
        noun = phrase_after(line, start)
        if noun.head is Head.PEOPLE and not noun.singular and noun.last <= first and noun.role != "attackers":
            return noun.group(line)
    return None
