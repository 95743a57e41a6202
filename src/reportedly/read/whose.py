"""Whose count it is: the group of each figure, also where the noun is left out or is "of them"."""

from dataclasses import replace

from reportedly.figure import Group
from reportedly.read.groups import Head, phrase_after
from reportedly.read.linking import some_of_next
from reportedly.read.links import Link, Row
from reportedly.read.numbers import Shape, numbers
from reportedly.read.sentence import Sentence
from reportedly.read.words import line_of

_INHERITS = 25
"""Words over which a number alone still means the people told of last."""
_BEFORE = 320
"""Characters before the sentence in which "of them" looks for whom it means."""


def group_of(row: Row, link: Link, index: int, groups: list[Group | None], where: tuple[str, Sentence]) -> Group:
    """The group of the counted phrase at `index`; `groups` are those of the phrases before it (None: not to be
    inherited), `where` is the text with the sentence."""
    text, sentence = where
    line, told = row.line, row.counted[index]
    phrase = told.phrase
    own = phrase.group(line)
    if phrase.head is Head.STATE:
        return replace(own, role="people")
    if told.number.shape is Shape.NONE and line.words[told.number.first] != "no":
        return replace(own, role="people", nationality=())
    if some_of_next(row, index):
        following = row.counted[index + 1]
        if following.phrase.head is Head.PEOPLE:
            return following.phrase.group(line)
    if link.toll and phrase.head is Head.ELIDED:
        if link.of_whom is None:
            return Group()
        return replace(phrase_after(line, link.of_whom).group(line), text=None)
    if phrase.head is Head.ELIDED and line.word(told.number.first - 1) == "all":
        return _them(text, sentence)
    if phrase.head is Head.ELIDED or phrase.head is Head.THEM:
        before = _told_before(row, index, groups)
        if before is None and phrase.head is Head.THEM:
            before = _them(text, sentence)
        return Group() if before is None else replace(before, text=None)
    if not own.nationality and index and _listed(row, index) and (host := groups[index - 1]) is not None:
        return replace(own, nationality=host.nationality)  # "40 Palestinians, including 16 children"
    return own


def _listed(row: Row, index: int) -> bool:
    first = row.counted[index].number.first
    return row.line.word(first - 1) == "including" and first - row.counted[index - 1].last <= 4


def _told_before(row: Row, index: int, groups: list[Group | None]) -> Group | None:
    """The group of the last people counted, in whose place a number stands alone ("30 workers killed and 34
    injured"); attackers and speakers are not whom they count."""
    first = row.counted[index].number.first
    for k in range(index - 1, max(-1, index - 6), -1):
        before = row.counted[k]
        if first - before.last > _INHERITS:
            return None
        known = groups[k]
        if known is None or before.phrase.head is not Head.PEOPLE:
            continue
        if row.line.word(before.number.first - 1) in ("including", "among"):
            continue  # "two foreigners, including a Briton, and kidnapped 20": foreigners
        alone = before.number.shape is Shape.ARTICLE
        if alone and (known.role == "attackers" or "and" not in row.line.words[before.last : first]):
            continue
        return known
    return None


def _them(text: str, sentence: Sentence) -> Group:
    """The last people counted before the sentence: whom its "of them" means."""
    words = line_of(text, max(0, sentence.start - _BEFORE), sentence.start)
    for number in reversed(numbers(words)):
        phrase = phrase_after(words, number.last)
        if phrase.head is Head.PEOPLE and number.shape is not Shape.ARTICLE:
            return replace(phrase.group(words), text=None)
    return Group()
