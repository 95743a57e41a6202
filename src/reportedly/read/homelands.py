"""Which country people are of where no adjective of their own says it: "from Peru", "its soldiers", "its nationals"."""

from collections.abc import Iterator

from reportedly.read.counts import Row
from reportedly.read.groups import Head
from reportedly.read.nations import country_at, demonym_at

_OF_A_COUNTRY = frozenset("national nationals citizen citizens resident residents".split())
_OUT_OF = frozenset(
    "evacu rescu freed frees freei airli depor expel recov pulle retur withd remov fled flee bodie".split()
)
"""How the words begin that take people out of a country, which is then not theirs."""
_SPEAKS = frozenset(
    "army ministry military government police navy forces force gendarmerie guard command staff officials authorities "
    "says said".split()
)
_OWNED = frozenset("soldiers police guards gendarmes sailors pilots peacekeepers people diplomats".split())
_SUBJECTS = frozenset("national nationals citizen citizens compatriot compatriots countrymen".split())
_THEIR = frozenset("its their".split())
_ITS_WITHIN = 14
_MEN = {
    **dict.fromkeys("army military troops navy forces marines".split(), "soldiers"),
    **dict.fromkeys("police policemen constabulary".split(), "police"),
}


def from_country(row: Row, index: int) -> tuple[str, ...]:
    """The country or the two in "two tourists from Germany", unless something takes them out of it."""
    line, told = row.line, row.counted[index]
    if told.phrase.head not in (Head.PEOPLE, Head.ELIDED, Head.THEM) or line.word(told.last) not in ("from", "of"):
        return ()
    if line.word(told.last) == "of" and line.word(told.last - 1) not in _OF_A_COUNTRY:
        return ()
    before = line.words[max(0, told.number.first - 8) : told.number.first]
    if told.phrase.head is not Head.THEM and any(word[:5] in _OUT_OF for word in before):
        return ()
    one = _named(line.words, told.last + 1)
    if one is None:
        return ()
    two = _named(line.words, one[1] + 1) if line.word(one[1]) == "and" else None
    # A comma or another number would make the second country somebody else's.
    return (one[0],) if two is None or (one[1] + 1) in row.at else tuple(sorted({one[0], two[0]}))


def _named(words: tuple[str, ...], at: int) -> tuple[str, int] | None:
    at += words[at : at + 1] == ("the",)
    return country_at(words, at) if at < len(words) else None


def its_own(row: Row, index: int) -> tuple[str, ...]:
    """The country of "Kenya's army says four of its soldiers": that whose body speaks last before "its"; of "Chad flew
    out 30 of its nationals" the last before."""
    line, told = row.line, row.counted[index]
    first = told.number.first
    if not _owned(row, index):
        return ()
    noun = line.word(told.phrase.last - 1)
    if told.phrase.role not in _OWNED or (told.phrase.role == "people" and noun not in _SUBJECTS):
        return ()
    for at in _back(row, first):
        here = tuple(word.removesuffix("'s") for word in line.words[at:first])
        found = country_at(here, 0) or demonym_at(here, 0)
        if found is not None and (noun in _SUBJECTS or _SPEAKS & {*here[found[1] : found[1] + 3]}):
            return (found[0],)
    return ()


def its_men(row: Row, index: int) -> str | None:
    """What the men are of whom an army or a force says "its men"."""
    line, told = row.line, row.counted[index]
    first = told.number.first
    if told.phrase.role != "men" or not _owned(row, index):
        return None
    return next((_MEN[line.words[at]] for at in _back(row, first) if line.words[at] in _MEN), None)


def _back(row: Row, first: int) -> Iterator[int]:
    """The words before word `first` in which whoever says "its" may stand, the nearest first."""
    for at in range(first - 1, max(-1, first - _ITS_WITHIN), -1):
        if row.line.words[at] in (".", ";"):
            return
        yield at


def _owned(row: Row, index: int) -> bool:
    line, told = row.line, row.counted[index]
    before = line.words[max(0, told.number.first - 3) : told.number.first]
    return bool(_THEIR & {*before, *line.words[told.phrase.first : told.phrase.first + 3]})
