"""A sentence's numbers that could count people, each with its noun phrase."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from reportedly.read.counts import Counted, Row
from reportedly.read.groups import Head, Phrase, phrase_after
from reportedly.read.nations import demonym_at, stands_alone
from reportedly.read.nots import no_count
from reportedly.read.nouns import ENDS
from reportedly.read.numbers import Number, Shape, numbers
from reportedly.read.states import ATTACK, cue_at
from reportedly.read.words import Line
from reportedly.report import Span

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
"""What it spells out ("/blast-kills-80") its page says better."""


def row_of(words: Line) -> Row:
    """The line with every number in it that no date, age, price or thing makes useless."""
    kept: list[Counted] = []
    addresses = _addresses(words)
    for number in numbers(words):
        if no_count(words, number) or _inside(addresses, words.starts[number.first]):
            continue
        phrase = phrase_after(words, number.last)
        before = kept[-1] if kept else None
        if number.shape is Shape.ARTICLE:
            if before is not None and before.phrase.first == number.last:
                continue  # "one a Bolivian": told already
            if not _one_person(words, number, phrase, -1 if before is None else before.last):
                continue
        else:
            phrase = _that_one(words, number) or phrase
        if number.shape is Shape.NONE and not _nobody(words, number, phrase):
            continue
        kept.append(Counted(number, phrase))
    counted = tuple(kept)
    return Row(
        words,
        counted,
        {told.number.first: index for index, told in enumerate(counted)},
        {told.last: index for index, told in enumerate(counted)},
    )


def _that_one(words: Line, number: Number) -> Phrase | None:
    """Who "one" is in "32 Chileans and one a Bolivian"."""
    if number.low != 1 or number.high != 1 or words.word(number.last) not in ("a", "an"):
        return None
    phrase = phrase_after(words, number.last + 1)
    known = phrase.head is Head.PEOPLE and (phrase.singular or _one_by_nation(words, phrase))
    return phrase if known else None


def _addresses(words: Line) -> list[Span]:
    if not words:
        return []
    return [found.span() for found in _ADDRESS.finditer(words.text, words.starts[0], words.ends[-1])]


def _inside(spans: Sequence[Span], at: int) -> bool:
    """Is the character within one of the spans, which are in order and apart?"""
    place = bisect_right(spans, (at, at + 1)) - 1
    return place >= 0 and at < spans[place][1]


_ORDINAL = re.compile(
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+(?:teenth|tieth)|\w+-(?:first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth)|\d+(?:st|nd|rd|th))"
)
_UNTOLD = frozenset("unknown undisclosed unspecified untold unconfirmed".split())


def _one_person(words: Line, number: Number, phrase: Phrase, counted: int) -> bool:
    """Is "a" or "another" one person? "another" may stand alone; "a" needs a noun for one person. `counted` is the word
    after the count before it."""
    first_after = words.word(number.last)
    if _ORDINAL.fullmatch(first_after) or first_after in _UNTOLD:
        return False  # "a third bomber", "an unknown number of guests"
    if words.words[number.first] == "another" and phrase.head is Head.ELIDED:
        return words.word(number.last) in ("was", "is", "were", "remains", "died", "has", "had") or (
            cue_at(words, number.last) is not None if number.last < len(words) else False
        )
    if phrase.head is Head.STATE:
        if words.word(phrase.last) == "of" and words.word(phrase.last + 1) in ("water", "work", "evidence", "research"):
            return False
        return words.words[number.first] != "another" and words.word(phrase.last - 1) in ("body", "corpse")
    if phrase.head is not Head.PEOPLE or not (phrase.singular or _one_by_nation(words, phrase)):
        return False
    if words.word(phrase.last - 1) in ("police", "crew", "staff", "taliban", "militia") and not phrase.nationality:
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
        and before != counted
        and words.spelled(before - 1)[:1].isupper()
        and words.spelled(before - 2)[:1].isupper()
    )


def _one_by_nation(words: Line, phrase: Phrase) -> bool:
    """Does the phrase end in a nation alone: "a Briton", "a Sri Lankan", "an elderly Dane"?"""
    if phrase.last - phrase.first == 1:
        return True
    last = phrase.last
    alone = stands_alone(words.words[last - 1])
    return alone and any(
        (nation := demonym_at(words.words, at)) is not None and nation[1] == last for at in (last - 1, last - 2)
    )


def _goes_on(words: Line, j: int) -> bool:
    """May word j follow a noun for one person, other than as the next half of a compound?"""
    word = words.words[j]
    return word in ENDS or word in ATTACK or word.endswith(("s", "ed", "ing", "ly")) or cue_at(words, j) is not None


_HARMED = frozenset("dead victims killed bodies deceased casualties fatalities deaths".split())


def _of_the_harmed(words: Line, j: int) -> bool:
    near = words.words[j : j + 4]
    return near[:1] in (("the",), ("those",), ("these",)) and bool(_HARMED & {*near[1:3]})


def _nobody(words: Line, number: Number, phrase: Phrase) -> bool:
    if words.word(number.last) == "of" and _of_the_harmed(words, number.last + 1):
        return False  # "none of the dead has been named" leaves nobody out
    if words.words[number.first] in ("none", "nobody", "no-one", "not", "neither") or number.last - number.first == 2:
        return True
    return phrase.head in (Head.PEOPLE, Head.STATE)
