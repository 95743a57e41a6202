"""Who is counted: the noun phrase after a number, its role and its nationality."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from reportedly.figure import Group, Kind
from reportedly.read.nations import FOREIGN, LOCAL, country_at, demonym_at, stands_alone
from reportedly.read.nouns import ABSTRACT, BEFORE_PEOPLE, ENDS, LONGEST, OPENERS, QUOTES, STATE_ALIKE, TIMES, VERBS_TOO
from reportedly.read.people import MILITANT_WORDS, PEOPLES, ROLES, SECURITY_WORDS, SINGULAR, THINGS
from reportedly.read.states import Form, cue_at
from reportedly.read.words import Line


class Head(Enum):
    PEOPLE = auto()
    STATE = auto()
    """The noun is the state itself: "two deaths"."""
    THEM = auto()
    """ "of them", "of the victims": some of people told of before."""
    ELIDED = auto()
    """No noun at all: "killing 15"."""
    UNKNOWN = auto()
    """A noun that no lexicon has: people only if the state is one that only people are in."""
    THING = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of one number: words [first, last) of the line."""

    first: int
    last: int
    head: Head
    role: str = "people"
    nationality: tuple[str, ...] = ()
    state: Kind | None = None
    """What the phrase itself says of its people: "two bodies", "trapped miners"."""
    others: bool = False
    singular: bool = False

    def group(self, line: Line) -> Group:
        text = line.text[line.starts[self.first] : line.ends[self.last - 1]] if self.last > self.first else None
        return Group(self.role, tuple(sorted(self.nationality)), text or None)


_BODIES = frozenset("team crew gang group squad party delegation expedition patrol convoy mission platoon".split())
"""What a "15-member" one is made of people."""


def phrase_after(line: Line, first: int) -> Phrase:
    """The noun phrase that starts at word `first`, right after a number."""
    j, others = first, False
    size = len(line)
    if (
        line.word(j) == "-"
        and line.starts[j] == line.ends[j - 1]
        and line.word(j + 1) in ("member", "man", "person", "strong")
    ):
        j += 2  # "a 37-member crew"
        body = next((k for k in range(j, min(j + 4, size)) if line.words[k] in _BODIES), None)
        if body is not None:
            return Phrase(first, body + 1, Head.PEOPLE, "crew" if line.words[body] == "crew" else "people")
    while j < size and demonym_at(line.words, j) is None and (line.words[j] in OPENERS or line.words[j] in QUOTES):
        others = others or line.words[j] in ("other", "others")
        j += 1
        if line.words[j - 1] == "others":
            return Phrase(first, j, Head.PEOPLE, others=True)
    if line.word(j) == "of":
        return _some_of(line, first, j, others)
    return _noun(line, first, j, others)


def _some_of(line: Line, first: int, of: int, others: bool) -> Phrase:
    """ "three of them", "six of the attackers", "hundreds of Palestinians"."""
    after = line.word(of + 1)
    if after in ("them", "whom", "these", "those"):
        return Phrase(first, of + 2, Head.THEM)
    j = of + 1
    while line.word(j) in ("the", "his", "her", "its", "their", "our", "those", "these", "all", "some"):
        j += 1
    if line.word(j) == "others":
        return Phrase(first, j + 1, Head.PEOPLE, others=True)
    if line.word(j) == "other":
        return _noun(line, first, j + 1, True)
    if (
        line.word(j) in ("victims", "dead", "injured", "wounded", "missing", "fatalities", "deaths", "killed")
        and j > of + 1
    ):
        state = cue_at(line, j, Form.NOUN, Form.SUBJECT)
        return Phrase(first, j + 1, Head.THEM, state=None if state is None else state.kind)
    return _noun(line, first, j, others)


def _noun(line: Line, first: int, start: int, others: bool) -> Phrase:
    j, size = start, min(len(line), start + LONGEST)
    nations: list[str] = []
    alone = False  # does a demonym stand where the noun would?
    state: Kind | None = None
    modifiers: list[str] = []
    while j < size:
        word = line.words[j]
        bare = word.removesuffix("'s")
        if word in QUOTES and line.word(j + 1) not in ENDS:
            j += 1
            continue
        if not word[0].isalnum() or word[0].isdigit():
            if (after := _age(line, j)) is not None:
                if not _people_soon(line, after) and not (after < size and demonym_at(line.words, after) is not None):
                    young = _years(word) < 18
                    role = "children" if young else "people"
                    return Phrase(first, after, Head.PEOPLE, role, tuple(nations), state, others, singular=True)
                j = after
                continue
            break
        if (nation := demonym_at(line.words, j)) is not None and not _no_demonym(line, j):
            codes, j = nation, nation[1]
            nations.append(codes[0])
            alone = stands_alone(word)
            if alone and word.endswith("s") and word != "swiss" and not _people_soon(line, j, 2):
                break  # "three Chileans swept up in the raid"
            continue
        if "-" in word and word not in ROLES and (pair := _dual(word)):
            nations.extend(pair)
            j += 1
            continue
        if word in FOREIGN or word in LOCAL:
            nations.append("foreign" if word in FOREIGN else "local")
            if word in ("foreigners", "foreigner", "westerners", "westerner"):
                return replace(_people(line, first, j, "foreigners", nations), state=state, others=others)
            if word in ("expatriates", "expats", "locals", "expatriate"):
                return replace(_people(line, first, j, "people", nations), state=state, others=others)
            alone = False
            j += 1
            continue
        if word == "hostage" and line.word(j + 1) in ("taker", "takers"):
            known = tuple(dict.fromkeys(nations))
            return Phrase(first, j + 2, Head.PEOPLE, "attackers", known, state, others, line.word(j + 1) == "taker")
        if word in ROLES and line.word(j + 1) in THINGS and _people_soon(line, j + 2, 2):
            modifiers.append(word)  # "police department officer"
            j += 1
            continue
        if word in PEOPLES and _people_soon(line, j + 1, 3):
            modifiers.append(word)  # "Tamil Tiger rebels"
            j += 1
            continue
        if word in ROLES and not (
            word in ("general", "major", "minor", "human", "staff", "crew") and _more_noun(line, j)
        ):
            phrase = _person(line, first, j, nations, modifiers)
            if state is Kind.ESCAPED and phrase.role == "people":
                phrase = replace(phrase, role="prisoners")
            return replace(phrase, state=state, others=others)
        if j == start and word in THINGS and word.endswith("s") and word not in ("murders", "bus"):
            return Phrase(first, j + 1, Head.THING)
        if (
            word in ("and", "or", "&")
            and nations
            and demonym_at(line.words, j + 1 if j + 1 < len(line) else j) is not None
        ):
            j += 1  # "Afghan and Iraqi refugees"
            continue
        if (cue := cue_at(line, j)) is not None and word not in modifiers:
            people = _people_soon(line, cue.last)
            if cue.form is Form.NOUN or (not people and cue_at(line, j, Form.NOUN) is not None):
                noun = cue_at(line, j, Form.NOUN)
                if noun is not None and not people and (modifiers or nations or noun.kind is not None):
                    if word in _PARTICIPLE_NOUNS:
                        break
                    if line.word(noun.last) in THINGS or (word in ("body",) and line.word(noun.last) not in ENDS):
                        return Phrase(first, j + 1, Head.THING)
                    return Phrase(first, noun.last, Head.STATE, "people", tuple(nations), noun.kind, others)
            if not people:
                break
            state = cue.kind if cue.form in (Form.PARTICIPLE, Form.SUBJECT) else state
            j = cue.last
            continue
        if word in ENDS:
            if word in ("reported", "confirmed", "suspected") and j + 1 < size and cue_at(line, j + 1, Form.NOUN):
                j += 1
                continue
            if word in BEFORE_PEOPLE and _people_soon(line, j + 1):
                modifiers.append(word)
                j += 1
                continue
            break
        several = word.endswith("s") and word != "bus"
        if word in THINGS and (several or word in TIMES or not _people_soon(line, j + 1)):
            return Phrase(first, j + 1, Head.THING)
        if word.endswith("'s") and bare not in ROLES and not _people_soon(line, j + 1):
            break
        if (country := country_at(line.words, j)) is not None and _people_soon(line, country[1]):
            nations.append(country[0])
            j = country[1]
            continue
        modifiers.append(word)
        alone = False
        j += 1
    if alone:
        return Phrase(first, j, Head.PEOPLE, "people", tuple(dict.fromkeys(nations)), state, others)
    if modifiers and modifiers[-1].endswith(ABSTRACT):
        return Phrase(first, j, Head.THING)
    if modifiers:
        return Phrase(
            first, j, Head.UNKNOWN, _own_role(line, j, modifiers), tuple(dict.fromkeys(nations)), state, others
        )
    if nations:
        return Phrase(first, j, Head.UNKNOWN, "people", tuple(dict.fromkeys(nations)), state, others)
    if others:
        return Phrase(first, start, Head.PEOPLE, others=True)
    return Phrase(first, start, Head.ELIDED, state=state)


_NEAR = 200
"""Characters on either side in which no capital shows that a feed lost them."""


def _no_demonym(line: Line, j: int) -> bool:
    """ "a pole" and "37 of us" tell of no nation, but where all capitals are lost."""
    if line.words[j] not in ("pole", "us") or not line.spelled(j).islower():
        return False
    return not line.text[max(0, line.starts[j] - _NEAR) : line.ends[j] + _NEAR].islower()


_PARTICIPLE_NOUNS = frozenset(["injured", "wounded", "dead", "missing", "hurt", "homeless"])
"""After a bare number these say its state ("2 dead"): the verb rules read them."""


def _years(word: str) -> int:
    digits = re.match(r"\d{1,3}(?!\d)", word)
    return 99 if digits is None else int(digits[0])


def _age(line: Line, j: int) -> int | None:
    """The word after the age that starts at word j: "10-year-old", "10-year -old", "46-year old"."""
    word = line.words[j]
    if word.endswith(("year-old", "years-old", "month-old", "yr-old", "yearold", "months-old")):
        return j + 1
    if word.endswith(("-year", "-month")):
        if line.word(j + 1) == "old":
            return j + 2
        if line.word(j + 1) == "-" and line.word(j + 2) == "old":
            return j + 3
    return None


def _dual(word: str) -> tuple[str, ...]:
    """ "German-Armenian", "Iranian-British"."""
    one, _, two = word.partition("-")
    if one in ("non", "anti", "pro", "ex"):
        return ()
    first, second = demonym_at((one,), 0), demonym_at((two,), 0)
    if first is not None and second is not None:
        return first[0], second[0]
    if first is not None and two in ("born", "american"):
        return (first[0],)
    if second is not None and first is None and two != "us":
        return (second[0],)
    return ()


def _own_role(line: Line, j: int, modifiers: list[str]) -> str:
    """A noun in no lexicon is its own role where it looks like a common plural; a capital makes it a people's name."""
    noun = modifiers[-1]
    return (
        noun
        if noun.endswith("s") and not noun.endswith(("ss", "'s")) and line.spelled(j - 1)[:1].islower()
        else "people"
    )


def _people_soon(line: Line, j: int, within: int = 6) -> bool:
    """Is one of the next words a person, with nothing but modifiers between?"""
    for k in range(j, min(j + within, len(line))):
        word = line.words[k]
        if word in ROLES or (word in FOREIGN and word.endswith("s")):
            return line.word(k + 1) not in THINGS or (line.word(k + 1).endswith("s") is False and word in ("crew",))
        if demonym_at(line.words, k) is not None:
            if word.endswith("s") and stands_alone(word) and line.word(k + 1) not in ROLES:
                return True
            continue
        if word in ENDS or not word[0].isalpha() or cue_at(line, k) is not None:
            return False
    return False


def _more_noun(line: Line, j: int) -> bool:
    return line.word(j + 1) in ROLES


def _person(line: Line, first: int, j: int, nations: list[str], modifiers: list[str]) -> Phrase:
    """The phrase whose first noun for people is word j: nouns may follow ("police officers", "crew members")."""
    role, last = ROLES[line.words[j]], j
    before = [*modifiers]
    while line.word(last + 1) in ROLES and line.word(last + 1) not in STATE_ALIKE:
        before.append(line.words[last])
        last += 1
        following = ROLES[line.words[last]]
        if following != "people" and not (following == "police" and role in ("soldiers", "guards")):
            role = following if role not in ("police", "children") or following in ("attackers", "guards") else role
    word = line.words[last]
    if _thing_follows(line, last):
        return Phrase(first, last + 2, Head.THING)
    role = _narrowed(line, last, role, before + (["foreign"] if "foreign" in nations else []))
    end = _rest(line, last + 1)
    nations = nations + [found[0] for k in range(last + 2, end) if (found := demonym_at(line.words, k)) is not None]
    phrase = _people(line, first, last, role, nations)
    joined = line.word(end) in ("and", "or", "&") and line.word(end + 1) in ROLES
    if joined:
        # "passengers and crew" is one count of both
        both = ROLES[line.words[end + 1]]
        end += 2
        while line.word(end) in ROLES:
            end += 1
        phrase = replace(phrase, role=phrase.role if both == phrase.role else "people")
    return replace(phrase, last=end, singular=word in SINGULAR and word not in ("police", "crew", "staff"))


def _thing_follows(line: Line, at: int) -> bool:
    """Does the noun for people at this word only stand before a thing ("police station")?"""
    after = line.word(at + 1)
    if after not in THINGS or after in ("time", "day", "part", "wave", "second", "days", "times", "hours", "taking"):
        return False
    if after in VERBS_TOO:
        # "a woman attacks" and "gunmen attack" are subject and verb, "a suicide bomber attack" is a thing
        return (line.words[at] in SINGULAR) != after.endswith("s") and line.word(at + 2) not in ("a", "an", "the")
    return True


def _narrowed(line: Line, last: int, role: str, before: list[str]) -> str:
    word = line.words[last]
    if word in (
        "member",
        "members",
        "suspects",
        "suspect",
        "commander",
        "commanders",
        "leader",
        "leaders",
        "personnel",
    ):
        words = {*before, *line.words[last + 1 : last + 6]} if line.word(last + 1) == "of" else {*before}
        if words & MILITANT_WORDS:
            return "attackers"
        if words & {"family", "families"}:
            return "people"
        if words & {"crew", "aircrew"}:
            return "crew"
        if words & {"staff", "embassy"}:
            return "workers"
        if words & {"congress", "parliament", "council", "assembly", "senate"}:
            return "officials"
        if words & {"police"}:
            return "police"
        if words & SECURITY_WORDS:
            return "soldiers"
    if word in ("officer", "officers", "personnel"):
        if {*before} & {"army", "military", "marine", "nato", "navy", "isaf", "air"} and "police" not in before:
            return "soldiers"
        if {*before} & {"prison", "correctional"}:
            return "guards"
    if word in ("worker", "workers") and {*before} & {"rescue", "rescue-"}:
        return "rescuers"
    if word == "seekers" and before[-1:] == ["asylum"]:
        return "asylum seekers"
    if word in ("national", "nationals", "citizen", "citizens"):
        return "foreigners" if "foreign" in before else "people"
    if word in ("police",) and {*before} & {"military"}:
        return "soldiers"
    return role


def _people(line: Line, first: int, at: int, role: str, nations: list[str]) -> Phrase:
    codes = tuple(dict.fromkeys(nations))
    return Phrase(first, at + 1, Head.PEOPLE, role, codes, singular=line.words[at] in SINGULAR)


def _rest(line: Line, j: int) -> int:
    """The word after "of Congress", "of the Taliban" where the noun was "members"; else j."""
    if line.word(j) == "of" and line.word(j - 1) in ("member", "members"):
        k = j + 1
        while (
            k < min(len(line), j + 6)
            and (line.words[k] == "the" or line.words[k] not in ENDS)
            and line.words[k][0].isalpha()
        ):
            if cue_at(line, k) is not None:
                break
            k += 1
        return k
    return j
