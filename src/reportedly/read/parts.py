"""Lists of parts: "including nine children and two nurses", "four divers, a Dane and three Finns"."""

from reportedly.figure import Group
from reportedly.read.counts import Row
from reportedly.read.groups import Head
from reportedly.read.nations import country_at

LONGEST = 12
"""Counts that one list is looked through for, which keeps the search linear in the line."""
JOINS = frozenset([",", "and", "&"])
_LISTS = frozenset(["including", "among", ":"])
_OPENS = frozenset([",", ":", "(", "–", "—", "-"])
_SEPARATORS = frozenset(["|", ">", "»", "•", "·", "›"])
_APART = 5
"""Words between a whole and the parts that add up to it."""


def list_of(row: Row, index: int) -> int | None:
    """Where the list of parts begins that the counted phrase at `index` stands in ("including nine children and two
    journalists"); None where it stands in none."""
    first = index
    low = max(0, index - LONGEST)
    while first > low and _joined(row, first):
        first -= 1
    if first < index and _closed_by_among_them(row, index):
        return first + 1  # "ten medics, six Danes and a Finn among them"
    at = row.counted[first].number.first
    if first and row.counted[first].phrase.head is Head.THEM:
        return first  # "twelve people, six of them firefighters and four sailors"
    lead = row.line.words[max(0, at - 2) : at]
    if lead[-1:] == (":",) and not first:
        return None  # "Dallas shooting: five officers killed and seven hurt"
    if lead[-1:] and (lead[-1] in _LISTS or lead == ("among", "them")):
        return first
    for whole in (first, first - 1):
        if 0 <= whole < index and adds_up(row, whole, index):
            return whole + 1
    return None


def apart(row: Row, low: int, high: int) -> bool:
    """Does a mark between two headlines stand between these words ("6 women killed >> Two dead in blast")?"""
    return bool(_SEPARATORS & {*row.line.words[low:high]})


def host(row: Row, first: int, groups: list[Group | None]) -> Group | None:
    """Who all those are of whom the list that begins at `first` names some, whatever became of the others."""
    if not first:
        return None
    phrase = row.counted[first - 1].phrase
    return phrase.group(row.line) if phrase.head is Head.PEOPLE else groups[first - 1]


def adds_up(row: Row, whole: int, index: int) -> bool:
    """Do the counts after `whole`, two or more, that of `index` among them, come to just that number? A few single
    people do so by chance ("two soldiers, a nun, a boy and a judge"): their list must end there."""
    total = _exact(row, whole)
    between = row.line.words[row.counted[whole].last : row.counted[whole + 1].number.first]
    if total is None or len(between) > _APART or not _OPENS & {*between} or {".", ";"} & {*between}:
        return False
    come_to = 0
    for k in range(whole + 1, min(whole + 1 + LONGEST, len(row.counted))):
        part = _exact(row, k)
        if part is None or (k > whole + 1 and not _joined(row, k)):
            return False
        come_to += part
        if come_to >= total:
            ends = k + 1 == len(row.counted) or not _joined(row, k + 1) or total > k - whole
            return come_to == total and k >= index and k > whole + 1 and ends
    return False


def _exact(row: Row, k: int) -> int | None:
    number = row.counted[k].number
    return number.low if number.low is not None and number.low == number.high and not number.approx else None


def _joined(row: Row, k: int) -> bool:
    """Do only a comma and an "and" stand between the count at `k` and that before it, or where those are from?"""
    last, first = row.counted[k - 1].last, row.counted[k].number.first
    words = row.line.words
    if words[last : last + 1] == ("from",) and last + 1 < first:
        country = country_at(words, last + 1)
        last = last if country is None else country[1]
    if row.counted[k - 1].phrase.head is Head.THEM and words[first - 1] in JOINS and first - last <= _APART:
        return True  # "eight of them Chileans and one a Dane"
    return {*words[last:first]} <= JOINS


def _closed_by_among_them(row: Row, index: int) -> bool:
    last = index
    for k in range(index + 1, min(index + LONGEST, len(row.counted))):
        if not _joined(row, k):
            break
        last = k
    after = row.counted[last].last
    return row.line.words[after : after + 2] == ("among", "them")
