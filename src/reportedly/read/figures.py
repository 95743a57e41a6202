"""What is counted: the figures of a sentence, as the labelling guide defines them."""

from dataclasses import replace

from reportedly.figure import Figure, Group, Kind, Scope, Words
from reportedly.read.governors import default, far_verb, governor, shared
from reportedly.read.groups import ENDS, Head, Phrase, phrase_after
from reportedly.read.links import Counted, Link, Row, predicate
from reportedly.read.nots import no_count
from reportedly.read.numbers import Number, Shape, numbers
from reportedly.read.scope import backdrop, scope_of
from reportedly.read.sentence import Sentence, Setting
from reportedly.read.states import ATTACK, cue_at
from reportedly.read.words import Line, line

_BEFORE = 320
"""Characters before the sentence in which "of them" looks for whom it means."""
_KILLERS = frozenset([Kind.KILLED, Kind.WOUNDED, Kind.TAKEN, Kind.HELD])


def what_is_counted(text: str, sentence: Sentence, setting: Setting) -> tuple[Figure, ...]:
    """The sentence's figures in the order of the text. Phrases are verbatim, without the noun and without "more",
    "other", "another"; two figures never share a word. Takes time linear in the sentence's length."""
    words = line(text, sentence.start, sentence.end)
    row = _row(words)
    if not row.counted:
        return ()
    links = _links(row)
    marks = backdrop(words, setting)
    found: list[Figure] = []
    groups: list[Group | None] = []
    for index, item in enumerate(row.counted):
        link = links[index]
        group = _group(row, link, index, groups, (text, sentence)) if link is not None else None
        groups.append(group)
        if link is None or link.kind is None or group is None:
            continue
        kind = _settled(row, index, link, group)
        if kind is None:
            continue
        number = item.number
        start, end = words.starts[number.first], words.ends[number.last - 1]
        if number.shape is Shape.ARTICLE:
            end = max(end, words.ends[item.phrase.last - 1])
        scope = scope_of(row, index, kind, marks)
        figure = Figure(
            kind,
            number.low,
            number.high,
            Words(text[start:end], (start, end)),
            group,
            number.approx,
            scope,
            _is_part(row, index),
        )
        found.append(figure)
    return tuple(found)


def _row(words: Line) -> Row:
    kept: list[Counted] = []
    for number in numbers(words):
        if no_count(words, number):
            continue
        phrase = phrase_after(words, number.last)
        if number.shape is Shape.ARTICLE and not _one_person(words, number, phrase):
            continue
        if number.shape is Shape.NONE and not _nobody(words, number, phrase):
            continue
        kept.append(Counted(number, phrase))
    counted = tuple(kept)
    return Row(
        words,
        counted,
        {item.number.first: index for index, item in enumerate(counted)},
        {item.last: index for index, item in enumerate(counted)},
    )


def _one_person(words: Line, number: Number, phrase: Phrase) -> bool:
    """Is "a" or "another" one person? "another" may stand alone; "a" needs a noun for one person."""
    if words.words[number.first] == "another" and phrase.head is Head.ELIDED:
        return words.word(number.last) in ("was", "is", "were", "remains", "died", "has", "had") or (
            cue_at(words, number.last) is not None if number.last < len(words) else False
        )
    if phrase.head is Head.STATE:
        return words.words[number.first] != "another" and words.word(phrase.last - 1) in ("body", "corpse")
    if phrase.head is not Head.PEOPLE or (not phrase.singular and phrase.last - phrase.first != 1):
        return False
    if words.word(phrase.last - 1) in ("police", "crew", "staff", "taliban") and not phrase.nationality:
        return False
    after = words.word(phrase.last)
    if after.isalpha() and words.spelled(phrase.last).islower() and not _goes_on(words, phrase.last):
        return False  # "a militant facility", "a human trafficking ring"
    if after == "," and words.word(phrase.last + 1) in ("identified", "named", "known"):
        return False
    # "a police officer, John Doe, was": one who is then named is no figure
    end = phrase.last
    if words.word(end) == "," and words.spelled(end + 1)[:1].isupper() and words.spelled(end + 2)[:1].isupper():
        return False
    if (
        words.spelled(end)[:1].isupper()
        and words.spelled(end + 1)[:1].isupper()
        and words.spelled(end - 1)[:1].islower()
    ):
        return False
    before = number.first - 1
    return not (
        words.word(before) == ","
        and words.spelled(before - 1)[:1].isupper()
        and words.spelled(before - 2)[:1].isupper()
    )


def _goes_on(words: Line, j: int) -> bool:
    """May word j follow a noun for one person, other than as the next half of a compound?"""
    word = words.words[j]
    return word in ENDS or word in ATTACK or word.endswith(("s", "ed", "ing", "ly")) or cue_at(words, j) is not None


def _nobody(words: Line, number: Number, phrase: Phrase) -> bool:
    if words.words[number.first] in ("none", "nobody", "no-one") or number.last - number.first == 2:
        return True
    return phrase.head in (Head.PEOPLE, Head.STATE)


def _links(row: Row) -> list[Link | None]:
    links: list[Link | None] = []
    used: set[int] = set()
    for index, item in enumerate(row.counted):
        link = _link(row, index, links, used)
        if link is not None and not link.agent:
            used.add(link.cue)
        links.append(link)
    return links


def _link(row: Row, index: int, links: list[Link | None], used: set[int]) -> Link | None:
    item = row.counted[index]
    phrase = item.phrase
    if phrase.head is Head.THING or _singular_verb(row, item):
        return None
    if (
        index > 1
        and _some_of_next(row, index - 2)
        and row.line.words[row.counted[index - 1].last : item.number.first]
        in (
            ("and",),
            ("nor",),
            ("or",),
        )
    ):
        return links[index - 1]  # "none of the 3,143 passengers and 1,086 crew"
    strong = governor(row, index, used) if not (index and _some_of_next(row, index - 1)) else None
    if strong is not None and not strong.weak:
        return strong
    if phrase.head is Head.STATE and phrase.state is not None:
        return Link(phrase.state, phrase.last - 1)
    of_more = _some_of_next(row, index)
    if index and _some_of_next(row, index - 1):
        return _whole(row, index, predicate(row, item), links[index - 1])
    after = predicate(row, item, of_more)
    if after is not None and after.kind is not None and not after.agent:
        if phrase.head is Head.UNKNOWN and not _only_people(after.kind):
            return None
        return after
    joined = shared(row, index, links)
    if joined is not None:
        return joined
    if phrase.state is not None:
        return Link(phrase.state, phrase.first)
    if strong is not None:
        return strong
    if (far := far_verb(row, index)) is not None and phrase.head is not Head.UNKNOWN:
        return far
    if _attacks(row, index, after):
        return Link(Kind.ATTACKERS, item.number.first)
    if (kind := default(row, index)) is not None:
        return Link(kind, item.number.first)
    if phrase.head is Head.PEOPLE and item.number.shape not in (Shape.ARTICLE, Shape.ONE, Shape.NONE):
        return Link(Kind.OTHER, item.number.first)
    return None


def _some_of_next(row: Row, index: int) -> bool:
    """Is the number some of the next ("100 of the 132 hostages", "two out of three pilots")?"""
    if index + 1 >= len(row.counted):
        return False
    item, following = row.counted[index], row.counted[index + 1]
    between = row.line.words[item.number.last : following.number.first]
    if not 0 < len(between) <= 6 or not {*between[-3:]} & {"of"}:
        return False
    return between[0] == "of" or ("out", "of") in zip(between, between[1:], strict=False)


def _whole(row: Row, index: int, after: Link | None, some: Link | None) -> Link:
    """What the larger count of "100 of the 132 hostages" is of: its own participle, else who was there."""
    item = row.counted[index]
    if after is not None and after.weak and after.kind is not None:
        return after
    if item.phrase.state is not None:
        return Link(item.phrase.state, item.phrase.first)
    if item.phrase.role == "hostages" or (some is not None and some.kind in (Kind.FREED, Kind.HELD, Kind.TAKEN)):
        return Link(Kind.TAKEN, item.number.first)
    return Link(Kind.PRESENT, item.number.first)


def _singular_verb(row: Row, item: Counted) -> bool:
    """ "Xbox 360 is released": a number that a singular verb follows is a name's."""
    number = item.number
    return (
        item.phrase.head is Head.ELIDED
        and number.shape is Shape.PLAIN
        and number.first == number.core
        and row.line.word(item.last) in ("is", "was", "has")
        and row.line.spelled(number.first - 1)[:1].isupper()
    )


def _only_people(kind: Kind) -> bool:
    return kind in (Kind.KILLED, Kind.WOUNDED, Kind.ARRESTED, Kind.TAKEN)


def _attacks(row: Row, index: int, after: Link | None) -> bool:
    item = row.counted[index]
    line = row.line
    if item.phrase.head is not Head.PEOPLE:
        return False
    if item.phrase.role == "attackers":
        return True
    if item.number.shape is not Shape.ARTICLE:
        return False
    if line.word(item.number.first - 1) == "by" and any(
        (cue := cue_at(line, k)) is not None and cue.kind in _KILLERS
        for k in range(max(0, item.number.first - 9), item.number.first)
    ):
        return True
    if after is not None and after.agent:
        return True
    return line.word(item.last) in ATTACK or (
        line.word(item.last + 1) in ATTACK and line.word(item.last) in ("who", "has", "had", "is", "was")
    )


def _settled(row: Row, index: int, link: Link, group: Group) -> Kind | None:
    """The state after what the rest of the line says of it: hostages are freed, not rescued."""
    kind = link.kind
    if kind is Kind.HELD and group.role in ("attackers", "prisoners"):
        return Kind.ARRESTED
    words = set(row.line.words[max(0, link.cue - 40) : link.cue + 40])
    captive = group.role == "hostages" or bool(
        words
        & {"kidnapped", "hostage", "hostages", "abducted", "captors", "kidnappers", "captivity", "pirates", "captive"}
    )
    if kind is Kind.RESCUED and captive:
        return Kind.FREED
    return kind


_PARTS = frozenset(["including", "among", "include", "includes", "included"])


def _is_part(row: Row, index: int) -> bool:
    """Does the figure count only some of a larger count?"""
    line, item = row.line, row.counted[index]
    first = item.number.first
    if item.phrase.head is Head.THEM or {"of", "them"} <= {*line.words[item.number.last : item.number.last + 2]}:
        return True
    if line.word(item.number.last) in ("more", "additional", "further"):
        return True
    before = line.words[max(0, first - 5) : first]
    if {"another", "further", "additional"} & {*before[-2:]} or line.words[first] == "another":
        return True
    if _PARTS & {*before}:
        return True
    if line.word(item.number.last) == "of" and index + 1 < len(row.counted):
        following = row.counted[index + 1]
        return following.number.first - item.number.last <= 3
    return False


def _group(row: Row, link: Link, index: int, groups: list[Group | None], where: tuple[str, Sentence]) -> Group:
    text, sentence = where
    line, item = row.line, row.counted[index]
    phrase = item.phrase
    own = phrase.group(line)
    if phrase.head is Head.STATE:
        return replace(own, role="people")
    if item.number.shape is Shape.NONE and phrase.head is not Head.STATE and line.words[item.number.first] != "no":
        return replace(own, role="people", nationality=())
    if _some_of_next(row, index):
        following = row.counted[index + 1]
        if following.phrase.head is Head.PEOPLE:
            return following.phrase.group(line)
    if link.toll and phrase.head is Head.ELIDED:
        if link.of_whom is None:
            return Group()
        return replace(phrase_after(line, link.of_whom).group(line), text=None)
    if phrase.head is Head.ELIDED and line.word(item.number.first - 1) == "all":
        return _them(text, sentence)
    if phrase.head is Head.ELIDED or phrase.head is Head.THEM:
        for k in range(index - 1, -1, -1):
            before = row.counted[k]
            known = groups[k] if groups[k] is not None else before.phrase.group(line)
            if before.phrase.head is Head.PEOPLE and known is not None and before.number.shape is not Shape.ARTICLE:
                return replace(known, text=None)
        if phrase.head is Head.THEM:
            return _them(text, sentence)
        return Group("people", (), None)
    return own


def _them(text: str, sentence: Sentence) -> Group:
    """The last people counted before the sentence: whom its "of them" means."""
    words = line(text, max(0, sentence.start - _BEFORE), sentence.start)
    for number in reversed(numbers(words)):
        phrase = phrase_after(words, number.last)
        if phrase.head is Head.PEOPLE and number.shape is not Shape.ARTICLE:
            return replace(phrase.group(words), text=None)
    return Group()


__all__ = ["Scope", "what_is_counted"]
