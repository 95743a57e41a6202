"""What is counted: the figures of a sentence, as the labelling guide defines them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.figure import Figure, Group, Kind, Scope, Words
from reportedly.read.backdrop import backdrop
from reportedly.read.counts import Counted, Link, Row
from reportedly.read.elided import counts_things
from reportedly.read.groups import Head
from reportedly.read.linking import links_of
from reportedly.read.numbers import Shape
from reportedly.read.people import MILITANT_WORDS, ROLES
from reportedly.read.reached import has_changed
from reportedly.read.rows import row_of
from reportedly.read.scope import SILENT, Surroundings, surroundings
from reportedly.read.sentence import Sentence, Setting
from reportedly.read.whose import group_of
from reportedly.read.words import line_of

_CAPTIVITY = frozenset("kidnapped hostage hostages abducted captors kidnappers captivity pirates captive".split())
_CAPTIVE_STORIES = ("hostage", "kidnap", "hijack", "abduct")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may count people. Where not `settled`, no word that the rules know says in what state they are;
    the figure's kind is then `other`."""

    figure: Figure
    settled: bool
    named: bool = True
    """Whether the number's own noun says who they are; else the rules looked for them elsewhere."""
    around: Surroundings = SILENT
    """What speaks for another event; the figure's scope is what the words near it make likelier."""
    certain: bool = False
    """Whether the model knows no better: what says its state stands in a sentence before, or leaves no doubt."""
    barred: Kind | None = None
    """What it is not, for the wording says it of others."""


def what_is_counted(text: str, sentence: Sentence, setting: Setting) -> tuple[Figure, ...]:
    """The sentence's figures in the order of the text. Phrases are verbatim, without the noun and without "more",
    "other", "another"; two figures never share a word. Takes time linear in the sentence's length."""
    return tuple(one.figure for one in candidates(text, sentence, setting) if one.settled)


def candidates(text: str, sentence: Sentence, setting: Setting) -> tuple[Candidate, ...]:
    """The sentence's figures and, among them in the order of the text, the numbers that may be figures."""
    words = line_of(text, sentence.start, sentence.end)
    row = row_of(words)
    if not row.counted:
        return ()
    links = links_of(row)
    marks = backdrop(words, setting)
    found: list[tuple[int, Figure]] = []
    groups: list[Group | None] = []
    told_of: list[Candidate] = []
    for index, told in enumerate(row.counted):
        known = links[index]
        settled = known is not None and known.kind is not None
        if (not settled and told.phrase.head is Head.THING) or counts_things(row, told):
            groups.append(None)
            continue
        link = known if known is not None and settled else Link(Kind.OTHER, told.number.first)
        barred = None if known is None else known.barred
        group = group_of(row, link, index, groups, (text, sentence))
        kind = _settled(row, link, group, setting)
        groups.append(group if _handed_on(told, kind, group, settled) else None)
        number = told.number
        start, end = words.starts[number.first], words.ends[number.last - 1]
        if number.shape is Shape.ARTICLE:
            end = max(end, words.ends[told.phrase.last - 1])
        around = surroundings(row, index, kind, marks, sentence.aside)
        figure = Figure(
            kind,
            number.low,
            number.high,
            Words(text[start:end], (start, end)),
            group,
            number.approx,
            Scope.BACKGROUND if around.chance > 0.5 else Scope.EVENT,
            _is_part(row, index, found, kind),
        )
        if settled:
            found.append((index, figure))
        named = told.phrase.head is Head.PEOPLE or link.toll  # "the number of wounded at 41" is of everybody
        told_of.append(Candidate(figure, settled, named, around, link.certain, barred))
    return tuple(told_of)


_NOT_THE_HARMED = frozenset("people attackers police soldiers officials rescuers firefighters journalists".split())


def _handed_on(told: Counted, kind: Kind, group: Group, settled: bool) -> bool:
    """May a number without a noun of its own be of these people ("They lifted 14 sailors from rafts; two are missing")?
    Of those whose state no word says, only where they are not who mostly comes to others' help or harm."""
    if settled and kind is not Kind.OTHER:
        return kind is not Kind.ATTACKERS
    several = told.phrase.head is Head.PEOPLE and told.number.shape is not Shape.ARTICLE
    return several and group.role not in _NOT_THE_HARMED


def _settled(row: Row, link: Link, group: Group, setting: Setting) -> Kind:
    """The state after what the rest of the line says of it: hostages are freed, not rescued."""
    kind = link.kind if link.kind is not None else Kind.OTHER
    if kind is Kind.HELD and group.role in ("attackers", "prisoners"):
        return Kind.ARRESTED
    if kind is Kind.RESCUED and _captive(row, link, group, setting):
        return Kind.FREED
    return kind


def _captive(row: Row, link: Link, group: Group, setting: Setting) -> bool:
    """Were they in somebody's hands, so that who saves them frees them?"""
    if group.role == "hostages" or _CAPTIVITY & {*row.line.words[max(0, link.cue - 40) : link.cue + 40]}:
        return True
    if _from_captors(row, link.cue):
        return True
    about = setting.about.lower() if setting.about is not None else ""
    return any(word in about for word in _CAPTIVE_STORIES)


def _from_captors(row: Row, cue: int) -> bool:
    """ "rescues 200 girls from Boko Haram"."""
    words = row.line.words[cue : cue + 20]
    return any(
        word == "from" and bool({*words[k + 1 : k + 4]} & (MILITANT_WORDS | _CAPTORS)) for k, word in enumerate(words)
    )


_CAPTORS = frozenset(word for word, role in ROLES.items() if role == "attackers")


_PARTS = frozenset("including among include includes included".split())
_MORE = frozenset("another further additional".split())


def _of_parts(before: Sequence[str]) -> bool:
    """Do these words, right before a number, say that it is some of a larger one? Not "among attacks that left 24"."""
    lead = max((at for at, word in enumerate(before) if word in _PARTS), default=None)
    return lead is not None and not {"that", "which", "who"} & {*before[lead:]}


def _is_part(row: Row, index: int, found: Sequence[tuple[int, Figure]], kind: Kind) -> bool:
    """Does the figure count only some of a larger count of the same state?"""
    line, told = row.line, row.counted[index]
    first, last = told.number.first, told.number.last
    before = line.words[max(0, first - 5) : first]
    if has_changed(line, first) and line.word(first - 1) == "by":
        return True  # "the toll rose by 3 to 15"
    if told.number.shape is Shape.NONE and line.word(last) in ("other", "others"):
        return True  # "no other deaths are known": some are
    if line.word(last) in ("more", "additional", "further") or _MORE & {*before[-2:], line.words[first]}:
        # "killing 48 and injuring another 155": more than the dead, and all of the injured
        if not found:
            # "Hundreds more were hurt" tells of all the hurt, beside the dead of the sentence before; nobody adds up so
            # roughly. "Fourteen more were hurt" may be added to any number.
            return kind is not Kind.WOUNDED or told.number.shape is not Shape.VAGUE
        return any(figure.kind is kind for _, figure in found)
    if _of_parts(before):
        return before[-2:] != ("among", "the")  # "among the 51 killed were three children": 51 is the whole
    whole = found[-1] if found else None
    if told.phrase.head is Head.THEM or line.words[last : last + 2] == ("of", "them"):
        # "five of them were killed" of 69 who escaped are all that were killed
        return whole is None or whole[1].kind is kind
    if whole is None or whole[0] != index - 1 or not whole[1].part or whole[1].kind is not kind:
        return False
    return all(word in (",", "and") for word in line.words[row.counted[index - 1].last : first])
