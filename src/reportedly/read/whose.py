"""Whose count it is: the group of each figure, also where the noun is left out or is "of them"."""

from dataclasses import replace

from reportedly.figure import Group, Kind
from reportedly.read.apposed import said_of_all
from reportedly.read.counts import Link, Row
from reportedly.read.groups import Head, Phrase, phrase_after
from reportedly.read.homelands import from_country, its_men, its_own
from reportedly.read.linking import some_of_next
from reportedly.read.numbers import Number, Shape, numbers
from reportedly.read.parts import LONGEST, adds_up, apart, host, list_of
from reportedly.read.people import ROLES
from reportedly.read.sentence import Sentence
from reportedly.read.unnumbered import told_of_before
from reportedly.read.words import line_of

_INHERITS = 25
"""Words over which a number alone still means the people told of last."""
_BEFORE = 320
"""Characters before the sentence in which "of them" looks for whom it means."""

_ARE = frozenset("are were is was".split())
_PART_OF = frozenset("among up".split())
"""Before "the 41 killed" these say that others were only some of them: "among the 41", "make up the 41"."""
_HOW = frozenset("all both mostly mainly also reportedly believed thought said to be of as only".split())
_HARMED = frozenset("killed injured wounded hurt dead missing arrested kidnapped freed rescued trapped aboard".split())
_WHOLE = frozenset("entire whole full the its her".split())
_ANYBODY = frozenset(["people", "foreigners"])
_VERBS_OF_THEM = frozenset(
    "was were is are has have had died die dies managed manage escaped escape remain remained later survived "
    "drowned fled succumbed suffered".split()
)


def group_of(row: Row, link: Link, index: int, groups: list[Group | None], where: tuple[str, Sentence]) -> Group:
    """The group of the counted phrase at `index`; `groups` are those of the phrases before it (None: not to be
    inherited), `where` is the text with the sentence."""
    return said_of_all(row, index, _by_its_own_words(row, link, index, groups, where))


def _by_its_own_words(
    row: Row, link: Link, index: int, groups: list[Group | None], where: tuple[str, Sentence]
) -> Group:
    text, sentence = where
    line, told = row.line, row.counted[index]
    phrase = told.phrase
    own = phrase.group(line)
    if own.role == "police" and _is_of_an_army(row, phrase):
        own = replace(own, role="soldiers")
    if (said := _said_to_be(row, index)) is not None:
        known = _whom(row, index, groups, where)
        anybody = said.role in _ANYBODY and known.role not in _ANYBODY
        return Group(known.role if anybody else said.role, said.nationality)
    if phrase.head is Head.STATE:
        return replace(own, role="people")
    if (shared := _shares_noun(row, index)) is not None:
        return replace(own, role=shared)
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
    before_it = line.words[max(0, told.number.first - 3) : told.number.first]
    if phrase.head is Head.ELIDED and before_it[-2:] == ("crew", "of"):
        return replace(own, role="crew")
    if own.role == "people" and before_it[1:] == ("crew", ",") and before_it[0] in _WHOLE:
        return replace(own, role="crew")  # "its whole crew, 64 people"
    if phrase.head is Head.ELIDED and line.word(told.number.first - 1) == "all":
        return _them(text, sentence)
    if phrase.head is Head.ELIDED or phrase.head is Head.THEM:
        whom = _whom(row, index, groups, where)
        if whom.role == "attackers" and (phrase.state is not None or _by_others(row, link)):
            whom = Group()  # "all four gunmen were dead and 17 of the wounded": others
        codes = from_country(row, index) if index or phrase.head is Head.THEM else ()
        return replace(whom, nationality=codes or whom.nationality)  # "nine troops, seven from Burundi"
    if index and not own.nationality and (whole := groups[index - 1]) is not None and _listed(row, index):
        return replace(own, nationality=whole.nationality)  # "40 Palestinians, including 16 children"
    if (first := list_of(row, index)) is not None and (whole := host(row, first, groups)) is not None:
        told_all = whole.role not in _ANYBODY and not line.words[phrase.last - 1].startswith("national")
        if own.nationality and own.role == "people" and told_all:
            return replace(own, role=whole.role)  # "87 migrants, among them 31 Afghans"
        if not own.nationality and adds_up(row, first - 1, index):
            return replace(own, nationality=whole.nationality)  # "five Turks, a nun and four children"
    if (role := its_men(row, index)) is not None:
        own = replace(own, role=role)
    theirs = {*line.words[told.number.last : phrase.last]} & {"its", "their", "our"}
    whence, whose = from_country(row, index), its_own(row, index)
    # "Egypt flew 177 of its soldiers from Sudan": they are Egypt's
    codes = whose if theirs else (whence or whose)
    return replace(own, nationality=own.nationality or codes)


_NEAR = 12
_ARMY = frozenset(
    "soldier soldiers troops troop army military colonel battalion regiment navy marines brigade garrison servicemen "
    "barracks".split()
)


def _is_of_an_army(row: Row, phrase: Phrase) -> bool:
    """Is the officer one of an army's: no word of the line speaks of the police?"""
    words = {*row.line.words[max(0, phrase.first - _NEAR) : phrase.last + _NEAR]}
    noun = row.line.word(phrase.last - 1)
    return noun in ("officer", "officers") and bool(_ARMY & words) and not any(w.startswith("polic") for w in words)


def _by_others(row: Row, link: Link) -> bool:
    """Is it a state that nobody puts attackers into ("police kill two kidnappers, free six")?"""
    if link.kind is Kind.FREED:
        return row.line.words[link.cue].startswith("free")
    return link.kind in (Kind.RESCUED, Kind.HELD, Kind.TAKEN)


def _whom(row: Row, index: int, groups: list[Group | None], where: tuple[str, Sentence]) -> Group:
    """Whom a number without a noun of its own counts: the last people told of."""
    told = row.counted[index]
    if told.phrase.head is Head.ELIDED and _the_whole(row, told.number.first):
        return Group()
    before = _told_before(row, index, groups) or told_of_before(row, index)
    if before is None and (told.phrase.head is Head.THEM or _opens(row, index)):
        before = _them(*where, None if told.phrase.head is Head.THEM else told.number)
    return Group() if before is None else replace(before, text=None)


def _the_whole(row: Row, first: int) -> bool:
    """Is the number the whole that those told of before are part of ("two Belgians were among the 41 killed", "six
    Belgians among 41 killed")?"""
    before = row.line.words[max(0, first - 3) : first]
    return before[-1:] == ("among",) or (before[-1:] == ("the",) and bool(_PART_OF & {*before}))


def _opens(row: Row, index: int) -> bool:
    """Does the number open its sentence, as a subject whose noun stood in the sentence before ("Two were freed")?"""
    told = row.counted[index]
    return index == 0 and told.number.first == 0 and row.line.word(told.last) in _VERBS_OF_THEM


def _said_to_be(row: Row, index: int) -> Group | None:
    """What the words after say these people are: "three of them soldiers", "seven of the dead were women"."""
    line, told = row.line, row.counted[index]
    j, told_of = told.last, told.phrase.head is Head.THEM
    if told.phrase.head is Head.STATE or not told_of:
        if line.word(j) not in _ARE:
            return None
    elif line.word(j) == "," or line.word(j) == ";":
        return None
    while line.word(j) in _ARE or line.word(j) in _HOW or (told_of and line.word(j) in _HARMED):
        j += 1
    if j >= len(line) or j in row.at or not line.words[j][0].isalpha():
        return None
    if not told_of and told.phrase.head is not Head.STATE and told.phrase.head is not Head.ELIDED:
        return None
    noun = phrase_after(line, j)
    if noun.head is not Head.PEOPLE or noun.state is not None or noun.singular:
        return None
    return noun.group(line)


def _shares_noun(row: Row, index: int) -> str | None:
    """The role of "guards" for the 16 in "16 Indian and three Bangladeshi guards"."""
    line = row.line
    for at in range(index, min(index + LONGEST, len(row.counted) - 1)):
        phrase, following = row.counted[at].phrase, row.counted[at + 1]
        if phrase.head is not Head.PEOPLE or phrase.role != "people" or not phrase.nationality:
            return None
        between = line.words[row.counted[at].last : following.number.first]
        bare = line.words[phrase.last - 1]
        plural = bare.endswith("s") and bare != "swiss"
        if (
            between not in (("and",), (",",), (",", "and"))
            or bare in ROLES
            or plural
            or not following.phrase.nationality
        ):
            return None
        if following.phrase.role != "people":
            return following.phrase.role if following.phrase.head is Head.PEOPLE else None
    return None


def _listed(row: Row, index: int) -> bool:
    first = row.counted[index].number.first
    return row.line.word(first - 1) == "including" and first - row.counted[index - 1].last <= 8


def _told_before(row: Row, index: int, groups: list[Group | None]) -> Group | None:
    """The group of the last people counted, in whose place a number stands alone ("30 workers killed and 34
    injured"); attackers and speakers are not whom they count."""
    told = row.counted[index]
    first = told.number.first
    for k in range(index - 1, max(-1, index - 6), -1):
        before = row.counted[k]
        if first - before.last > _INHERITS:
            return None
        if apart(row, before.last, first):
            return None
        known = groups[k]
        handed_on = before.phrase.head is Head.ELIDED and known is not None and known.role not in _ANYBODY
        unlisted = before.phrase.head is Head.UNKNOWN and known is not None and known.role != "people"
        if known is None or (before.phrase.head is not Head.PEOPLE and not unlisted and not handed_on):
            continue
        if list_of(row, k) is not None:
            continue  # "two foreigners, including a Briton, and kidnapped 20": foreigners
        alone = before.number.shape is Shape.ARTICLE
        if alone and (known.role == "attackers" or "and" not in row.line.words[before.last : first]):
            continue
        if before.phrase.head is not Head.THEM and told.phrase.head is Head.ELIDED and _of_others(row, k, index):
            return None
        return known
    return None


_MANY_TIMES = 5
_DASHES = frozenset(["-", "–", "—"])


def _of_others(row: Row, k: int, index: int) -> bool:
    """Does the number at `index`, which stands alone, count others than those counted at `k`? So it is where there are
    many times as many ("a policeman was killed and 30 injured"), where a dash parts two headlines, where a clause tells
    of another event ("the bombing, which killed 37"), and where those at `k` are only some of who was there ("218
    passengers and four crew; 78 died"). Counted on 359 labelled figures: in each of these they are seldom the same."""
    before, told = row.counted[k], row.counted[index]
    between = row.line.words[before.last : told.number.first]
    if _least(told.number) > _MANY_TIMES * max(1, _least(before.number)):
        return True
    if (_DASHES | {".", "which", "that"}) & {*between}:
        return True
    if not k or row.counted[k - 1].phrase.head is not Head.PEOPLE or before.phrase.head is not Head.PEOPLE:
        return False
    joined = row.line.words[row.counted[k - 1].last : before.number.first]
    return joined == ("and",) and row.counted[k - 1].phrase.role != before.phrase.role


def _least(number: Number) -> int:
    return number.low if number.low is not None else number.high or 0


def _them(text: str, sentence: Sentence, alone: Number | None = None) -> Group:
    """The last people counted before the sentence: whom its "of them" means. A number `alone` that opens the sentence
    means them too, unless it is larger than their number, or they are only some of those told of ("including two
    Britons. Up to 200 are hurt")."""
    words = line_of(text, max(0, sentence.start - _BEFORE), sentence.start)
    for number in reversed(numbers(words)):
        phrase = phrase_after(words, number.last)
        if phrase.head is Head.PEOPLE and number.shape is not Shape.ARTICLE:
            if alone is not None:
                some = {*words.words[max(0, number.first - 12) : number.first]} & {"including", "among", "them"}
                if some or _least(alone) > _least(number):
                    return Group()
            return replace(phrase.group(words), text=None)
    return Group()
