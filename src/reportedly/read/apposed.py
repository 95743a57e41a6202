"""What a clause says of all whom it counted: "all of them Danish nationals", "all aid workers", "all from Peru"."""

from dataclasses import replace

from reportedly.figure import Group
from reportedly.read.counts import Row
from reportedly.read.groups import Head, phrase_after
from reportedly.read.nations import country_at
from reportedly.read.nouns import ENDS
from reportedly.read.parts import JOINS, LONGEST

_REACH = 16
"""Words between the last count and "all"."""
_ARE = frozenset("are were is was".split())
_THEM = frozenset("them whom".split())
_BREAKS = frozenset(". ; ! ? | • » :".split())
_OPENS = frozenset(", ( — – -".split())
_CLOSES = frozenset(", . ; ) ! ? — – - and but in on at from aboard who near of".split())
"""What may follow a noun that stands in apposition; after a verb it would be a subject: "all passengers were saved"."""


def said_of_all(row: Row, index: int, group: Group) -> Group:
    """The group with what the words after it say of everybody counted in its clause; itself where they say nothing, or
    nothing that it does not know."""
    last = _last_of(row, index)
    at = _all_after(row, last)
    if at is None:
        return group
    told = _described(row, at)
    if told is None:
        return group
    role = told.role if group.role == "people" else group.role
    return replace(group, role=role, nationality=group.nationality or told.nationality)


def _last_of(row: Row, index: int) -> int:
    """The last count of the clause that the count at `index` stands in."""
    last = index
    while last + 1 < min(len(row.counted), index + LONGEST):
        between = row.line.words[row.counted[last].last : row.counted[last + 1].number.first]
        if _BREAKS & {*between} or ("," in between and not {*between} <= JOINS) or len(between) > _REACH:
            break
        last += 1
    return last


def _all_after(row: Row, last: int) -> int | None:
    """The word after "all", "all of them", where it stands in apposition to what was counted before."""
    line, start = row.line, row.counted[last].last
    for j in range(start, min(start + _REACH, len(line))):
        word = line.words[j]
        if word in _BREAKS or j in row.at:
            return None
        if word == "all" and line.word(j - 1) in _OPENS:
            if line.word(j + 1) == "of" and line.word(j + 2) in _THEM:
                return j + 3
            return j + 1
    return None


def _described(row: Row, at: int) -> Group | None:
    line = row.line
    of_them = line.word(at - 1) in _THEM
    while line.word(at) in _ARE and of_them:
        at += 1
    if line.word(at) == "from":
        country = country_at(line.words, at + 1) if at + 1 < len(line) else None
        return None if country is None else Group("people", (country[0],))
    if at >= len(line) or not line.words[at][0].isalpha() or line.words[at] in ENDS:
        return None
    noun = phrase_after(line, at)
    if noun.head is not Head.PEOPLE or noun.singular or noun.others:
        return None
    if not of_them and noun.last < len(line) and line.words[noun.last] not in _CLOSES:
        return None
    return noun.group(line)
