"""Numbers that cannot count people, whatever follows: dates, clock times, money, ages, ranks, scores, shares, sizes."""

import re

from reportedly.read.dates import MONTH_NAMES
from reportedly.read.nations import demonym_at
from reportedly.read.numbers import HARMED, Number, Shape
from reportedly.read.people import ROLES, SINGULAR
from reportedly.read.words import Line
from reportedly.read.written import exact

_MONEY = frozenset(["$", "£", "€", "¥", "rs", "usd", "eur", "us$", "#", "№"])
_LABELS = frozenset(
    "flight category route highway aged age page chapter article magnitude level phase channel version type top no "
    "number interstate platform gate room section line bus terminal resolution block ward sector zone unit "
    "model day week "
    "gmt est at-age size runway boeing airbus apollo area pier group".split()
)
_YEAR_BEFORE = frozenset(
    "in since of from until till by during before after late early mid through spring summer autumn winter fall the "
    "to and "
    "year years - – , ( around circa".split()
)
_SUFFIXES = frozenset(
    "% percent per pc pm am a.m. p.m. p.m a.m gmt -year-old o'clock x ° @ m cet est edt pst bst ist utc cest "
    "hrs".split()
)


def no_count(line: Line, number: Number) -> bool:
    """Is the number a date, a time, money, an age, a rank or a label by what stands around it?"""
    first, core, last = number.first, number.core, number.last
    before, after = line.word(core - 1), line.word(last)
    word = line.words[core]
    if number.shape is Shape.ARTICLE:
        return False
    if _rate(line, number) or _age_limit(line, number) or _age_told(line, number) or _room_for(line, number):
        return True
    if _sum_paid(line, number):
        return True
    if _in_a_list_of_ages(line, number) or line.word(first - 1) in ("aged", "ages"):
        return True
    if line.words[max(0, first - 3) : first] in _AS_AGED:
        return True
    if before == "update" and after in ("-", "–", "—", ":"):
        return True
    if after in ("fewer", "more", "less") and line.word(last + 1) == "than" and line.word(first - 1) == ",":
        return True  # "one fewer than first thought"
    if number.shape is Shape.ONE:
        return _pronoun(line, core, last)
    if line.word(core - 1) == "of" and line.word(core - 2) in ("families", "groups", "teams"):
        return True  # "two families of five" are ten
    if _counted_twice(line, last):
        return True
    if before in _MONEY or line.word(first - 1) in _MONEY or after in _SUFFIXES:
        return True
    if _METRES.fullmatch(word) and (after in _ALONG or line.word(first - 1) in _MOVES):
        return True
    if line.words[core - 2 : core] == ("no", ".") and core == first and line.ends[core - 2] == line.starts[core - 1]:
        return after not in ROLES
    if before == "." and line.word(core - 2) == "rs":
        return True  # "Rs. 2 lakh"
    if after == "-" and line.starts[last] == line.ends[last - 1] and line.word(last + 1)[:4] in ("year", "mont"):
        return True
    if (word[0] == "0" and number.low != 0) or word[:2] == "00" or after == "00":
        return True
    if not word[0].isdigit():
        return after in ("times", "percent")
    if after in MONTH_NAMES and not (after in ("may", "march") and number.low != number.high):
        return after not in ("may", "march") or line.spelled(last)[:1].isupper()
    if (
        before in MONTH_NAMES
        and (before not in ("may", "march") or line.spelled(core - 1)[:1].isupper())
        and number.last - core == 1
    ):
        if _is_day(line.word(core - 2)) and after in ROLES:
            return False  # "on 12 March 15 people died": the day stands before the month
        return ((number.low or 0) <= 31 and core == first) or _year_like(number, word)
    if after == ")" and core == 0 and line.starts[last] == line.ends[last - 1]:
        return True  # "1) Four dead in Orrin fire"
    if _age_at_the_end(line, number):
        return True
    if before in ("day", "week") and line.word(core - 2) in ("last", "this", "next", "past", "previous"):
        return False  # "said last week 48 had been kidnapped"
    if before in _LABELS and core == first and line.words[first].isdigit():
        return not (before in ("no", "number", "day", "week") and after in ROLES)
    if (
        before in ("-", "/", ".", ":")
        and line.starts[core] == line.ends[core - 1]
        and core >= 2
        and line.ends[core - 2] == line.starts[core - 1]
    ):
        # "12 dead/34 hurt" is two counts
        # as are "8,204 families/36,918 persons"
        return line.words[core - 2][-1:].isalnum() and not (
            before == "/" and line.words[core - 2] in HARMED | {"families", "households", "people", "persons"}
        )
    if _year_like(number, word) and core == first:
        return after not in ROLES or before in _YEAR_BEFORE
    # "Stevens, 52, the ambassador" and "(52)": an age
    if before in (",", "(") and after in (",", ")") and (number.low or 0) <= 110 and core == first:
        return True
    return after in ("/", ":", "-") and line.starts[last] == line.ends[last - 1] and line.word(last + 1)[:1].isdigit()


_METRES = re.compile(r"\d+(?:\.\d+)?m")
_ALONG = frozenset(
    "from away long high wide deep tall off below above underground down apart north south east west".split()
)
_MOVES = frozenset("fell fall falls falling plunged plunges plunging dropped within every".split())


def _rate(line: Line, number: Number) -> bool:
    """ "one in five people", "12 in every 100": both numbers only tell a share."""
    core, last = number.core, number.last
    if line.word(core - 1) == "every" and line.word(core - 2) in ("in", "of"):
        return True
    if line.word(core - 1) == "in" and line.word(core - 2) == "one":
        return True
    if line.word(last) not in ("in", "out"):
        if line.word(core - 1) != "in" or number.low is None:
            return False
        if line.word(last) not in ROLES and number.low not in _ROUND_SHARES:
            return False
        of = exact(line, core - 2)
        return of is not None and of[1] == core - 1 and of[0] < number.low
    j = last + 1 + (line.word(last) == "out")
    if line.word(j) == "every":
        return True
    out_of = exact(line, j) if line.word(last) == "in" else None
    if out_of is None or number.high is None or out_of[0] <= number.high:
        return False
    return line.word(out_of[1]) in ROLES or out_of[0] in _ROUND_SHARES  # "nine in ten of them"


_ROUND_SHARES = frozenset([10, 100, 1000, 10_000, 100_000])
_CAPACITY = frozenset("licensed licenced built designed certified equipped meant room space beds bunks seats".split())


_HOLDS = (
    *(
        (made, "to", verb)
        for made in ("licensed", "licenced", "built", "designed", "certified", "allowed", "meant")
        for verb in ("carry", "hold", "seat", "accommodate")
    ),
    *(("capacity", word) for word in ("of", "for")),
    *(("capacity", "to", verb) for verb in ("carry", "hold", "seat")),
    *(
        ("planned", "for", "a", "crowd", "of"),
        ("expecting", "a", "crowd", "of"),
        ("prepared", "for", "a", "crowd", "of"),
    ),
)
_PAID = frozenset(
    "get gets receive receives paid pay pays paying payment compensation raised raises announced offered donated given "
    "awarded award promised granted grant aid fund rupees lakh crore".split()
)
_PAYEES = frozenset("families relatives kin injured wounded those victims survivors each hurt next".split())


def _sum_paid(line: Line, number: Number) -> bool:
    """ "will get 300,000 each", "2 lakh for the families of the dead and 25,000 for those hurt": money."""
    if (
        number.low is None
        or number.low < _LEAST_PAID
        or not {*line.words[max(0, number.first - 14) : number.first]} & _PAID
    ):
        return False
    after = line.word(number.last)
    if after == "each":
        return True
    to = number.last + 1 + (line.word(number.last + 1) in ("the", "all"))
    return after in ("for", "to") and line.word(to) in _PAYEES


_LEAST_PAID = 1000


def _room_for(line: Line, number: Number) -> bool:
    """ "licensed for 50 passengers", "room for 120": how many there might be."""
    first = number.first
    if line.word(first - 1) == "for" and line.word(first - 2) in _CAPACITY:
        return True
    return any(
        line.words[max(0, first - len(words)) : first] == words for words in _HOLDS
    )  # "licensed to carry 250", "a capacity of 60 passengers"


def _age_told(line: Line, number: Number) -> bool:
    """ "a man of 24", "a woman, about 30, ", "were under 16", "he was 71", "they're 71 and 78"."""
    first, last = number.first, number.last
    if not 0 < (number.low or number.high or 0) <= _OLDEST or line.word(last) in ROLES:
        return False
    before, after = line.word(first - 1), line.word(last)
    closes = not after[:1].isalnum() or after in ("and", "when")
    if closes and before in ("is", "was", "'s", "'m", "am") and line.word(first - 2) in ("he", "she", "i"):
        return True
    pair = line.word(last) == "and" and line.word(last + 1).isdigit() and not line.word(last + 2)[:1].isalnum()
    if pair and line.word(first - 1) in ("are", "were", "'re", "they're") and len(line.words[first]) == _TWO_DIGITS:
        return True
    if before == "and" and len(line.words[first]) == _TWO_DIGITS and not after[:1].isalnum():
        return line.word(first - 3) in ("'re", "they're") and line.word(first - 2).isdigit()
    if before == "of" and line.word(first - 2) in SINGULAR - {"crew", "staff", "police", "militia", "congregation"}:
        return not after[:1].isalpha() or after in _ENDS_OF_AGE
    if before == "," and after == "," and line.word(first - 2) in SINGULAR:
        return True
    return before in ("were", "are") and line.words[first] in ("under", "over") and not after[:1].isalpha()


_ENDS_OF_AGE = frozenset("is was has had who and with in at from on were are died said told".split())
_LIMITS = frozenset("over under above below".split())
_OLDEST = 100
_TWO_DIGITS = 2
_OF_AGE = frozenset("those anyone everyone".split())


def _age_limit(line: Line, number: Number) -> bool:
    """ "residents over 65 were evacuated", "anyone 65 or older"."""
    first, core, last = number.first, number.core, number.last
    if line.word(last) in ("and", "or") and line.word(last + 1) in ("older", "younger", "over", "under", "above"):
        return exact(line, last + 2) is None
    if core != first + 1 or line.words[first] not in _LIMITS or (number.low or number.high or 0) > _OLDEST:
        return False
    if line.word(first - 1) not in _OF_AGE and line.word(first - 1) not in ROLES:
        return False
    return line.word(last) not in ROLES and line.word(first - 2) not in ("told", "tells")


_TWICE = frozenset("twice double both".split())


def _counted_twice(line: Line, last: int) -> bool:
    """ "two bodies had been counted in both towns": a slip of the count, and no toll."""
    for k in range(last, min(last + 8, len(line))):
        if line.words[k] == "counted":
            return line.words[k - 1] == "double" or bool(_TWICE & {*line.words[k + 1 : k + 4]})
        if line.words[k] in ("double-counted", "miscounted"):
            return True
        if line.words[k] in (".", ";", ","):
            return False
    return False


_AS_AGED = (("as", "young", "as"), ("as", "old", "as"))
_AGE_LISTS = frozenset(", and or between to years old".split())
_FURTHEST_AGE = 9


def _in_a_list_of_ages(line: Line, number: Number) -> bool:
    """The 9 of "two brothers aged 6 and 9", the 11 of "girls of nine and 11"."""
    if (number.low or number.high or 0) > _OLDEST or line.word(number.last) in ROLES:
        return False
    for k in range(number.first - 1, max(-1, number.first - _FURTHEST_AGE), -1):
        word = line.words[k]
        if word in ("aged", "ages"):
            return True
        if not (word in _AGE_LISTS or word.isdigit() or exact(line, k) is not None):
            return False
    return False


def _age_at_the_end(line: Line, number: Number) -> bool:
    """ "… and Petr Vank, 51.": the age of the last who is named."""
    first, last = number.first, number.last
    if number.first != number.core or not 0 < (number.low or 0) <= _OLDEST or line.word(first - 1) != ",":
        return False
    if line.word(last) not in (".", "", ";", "and") or first < _NAMED:
        return False
    named = line.spelled(first - 2)[:1].isupper() and line.spelled(first - 3)[:1].isupper()
    return named and line.word(first - 4) not in ("in", "at", "near", "from", "of", "to")


_NAMED = 3


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 0 < int(word) <= 31


def _year_like(number: Number, word: str) -> bool:
    return len(word) == 4 and word.isdigit() and number.low is not None and 1850 <= number.low <= 2100


def _pronoun(line: Line, core: int, last: int) -> bool:
    """ "one" that does not count: "one of the worst", "no one", "this one", "one day", "one in five"."""
    before, after = line.word(core - 1), line.word(last)
    if after == "of" and (line.word(last + 1) in ("whom", "them") or before == "that"):
        return False  # "three were hurt, one of whom later died"
    if after == "of" and before in ("is", "was", "are", "were", "as", "became", "become", ","):
        return True  # "Conrad was one of two officers killed" is about Conrad
    if after.endswith("day") and after[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        return True
    if before == "that" and (after in ROLES or demonym_at(line.words, last) is not None):
        return False  # "said that one guard had died"
    if before in ("this", "that", "any", "every", "each", "which", "no", "some", "only-one", "day", "number"):
        return True
    if after in ("of", "in") and line.word(last + 1) in (
        "the",
        "ten",
        "five",
        "three",
        "four",
        "1",
        "two",
        "these",
        "those",
    ):
        return (
            after == "in"
            or line.word(last + 2) in ("most", "worst", "best", "deadliest", "largest", "biggest", "first", "main")
            or (line.word(last + 2).endswith("est"))
        )
    return after in ("another", "day", "time", "'s", "way", "side", "hand")
