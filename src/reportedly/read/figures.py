"""What is counted: the figures of a sentence, as the labelling guide defines them."""

from dataclasses import replace

from reportedly.figure import Figure, Group, Kind, Scope, Words
from reportedly.read.governors import default, far_verb, governor, shared
from reportedly.read.groups import Head, Phrase, phrase_after
from reportedly.read.links import Counted, Link, Row, predicate
from reportedly.read.nots import no_count
from reportedly.read.numbers import Number, Shape, numbers
from reportedly.read.scope import scope_of
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
    found: list[Figure] = []
    groups: list[Group | None] = []
    for index, item in enumerate(row.counted):
        link = links[index]
        group = _group(row, index, groups, text, sentence) if link is not None else None
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
        scope = scope_of(row, index, kind, setting)
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
    if phrase.role == "people" and not phrase.singular and not phrase.nationality:
        return False
    # "a police officer, John Doe, was": one who is then named is no figure
    after = phrase.last
    if words.word(after) == "," and words.spelled(after + 1)[:1].isupper() and words.spelled(after + 2)[:1].isupper():
        return False
    if (
        words.spelled(after)[:1].isupper()
        and words.spelled(after + 1)[:1].isupper()
        and words.spelled(after - 1)[:1].islower()
    ):
        return False
    before = number.first - 1
    return not (
        words.word(before) == ","
        and words.spelled(before - 1)[:1].isupper()
        and words.spelled(before - 2)[:1].isupper()
    )


def _nobody(words: Line, number: Number, phrase: Phrase) -> bool:
    if words.words[number.first] in ("none", "nobody", "no-one") or number.last - number.first == 2:
        return True
    return phrase.head in (Head.PEOPLE, Head.STATE)


def _links(row: Row) -> list[Link | None]:
    links: list[Link | None] = []
    used: set[int] = set()
    for index, item in enumerate(row.counted):
        link = _link(row, index, links, used)
        if link is not None:
            used.add(link.cue)
        links.append(link)
    return links


def _link(row: Row, index: int, links: list[Link | None], used: set[int]) -> Link | None:
    item = row.counted[index]
    phrase = item.phrase
    if phrase.head is Head.THING:
        return None
    strong = governor(row, index, used)
    if strong is not None and not strong.weak:
        return strong
    if phrase.head is Head.STATE and phrase.state is not None:
        return Link(phrase.state, phrase.last - 1)
    after = predicate(row, item)
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
    if after is not None and after.agent:
        return True
    return (
        line.word(item.last) in ATTACK
        or (line.word(item.last + 1) in ATTACK
        and line.word(item.last) in ("who", "has", "had", "is", "was"))
    )


def _settled(row: Row, index: int, link: Link, group: Group) -> Kind | None:
    """The state after what the rest of the line says of it: hostages are freed, not rescued."""
    kind = link.kind
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


def _group(row: Row, index: int, groups: list[Group | None], text: str, sentence: Sentence) -> Group:
    line, item = row.line, row.counted[index]
    phrase = item.phrase
    own = phrase.group(line)
    if phrase.head is Head.STATE:
        return replace(own, role="people")
    if phrase.head is Head.ELIDED and line.word(item.number.last) == "of" and index + 1 < len(row.counted):
        following = row.counted[index + 1]
        if following.number.first - item.number.last <= 3 and following.phrase.head is Head.PEOPLE:
            return following.phrase.group(line)
    if phrase.head is Head.ELIDED or phrase.head is Head.THEM:
        for k in range(index - 1, -1, -1):
            before = row.counted[k]
            known = groups[k] if groups[k] is not None else before.phrase.group(line)
            if before.phrase.head is Head.PEOPLE and known is not None and before.number.shape is not Shape.ARTICLE:
                return Group(known.role, known.nationality if phrase.head is Head.THEM else known.nationality, None)
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
