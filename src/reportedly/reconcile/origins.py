"""Origins: who it comes from in the end. Standing counts origins, never outlets.

The origin is the first known link of the chain, else the report's agency, else its outlet; of a passage that others
printed in the same words (copies.py), whoever any of them credits, else the outlet that had it first. A pronoun that
nobody resolved is not a known link. Somebody unnamed ("a security source") is known only through whom he told, so he
is one origin with each of them; a body ("the interior ministry", "police") is the same body whoever quotes it.

Where nothing at all is known, each report is its own origin for what replaces what (nobody corrects a stranger),
and all of them together count as one in any standing (strangers may all be copies of one text).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from reportedly.reconcile.copies import Passage, Passages, Printed
from reportedly.reconcile.folders import Folders


class Spoken(Passage, Protocol):
    """What tells an origin; a `Telling` and a `Saying` both have it."""

    @property
    def outlet(self) -> str | None: ...
    @property
    def agency(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def source_named(self) -> bool: ...
    @property
    def via(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Origin:
    """Two claims share an origin if their keys are equal. `counted` is what standing counts by."""

    key: str
    name: str
    """As an account shows it."""
    why: str
    """The rule that found it, in words."""
    counted: str


class Told(NamedTuple):
    """All that an origin is found by, and nothing beyond it: claims that have the same have the same origin."""

    source: str | None
    source_named: bool
    via: str | None = None
    agency: str | None = None
    by: str | None = None
    """Whoever answers for the words where nobody nearer is known: the outlet, or whom the passage is copied from."""
    page: str | None = None
    """The page that first had it, where nobody at all is known."""
    copied: bool = False


UNKNOWN = "unknown origin"
_NAMED = "named source"
_UNNAMED = "unnamed: one origin for each that quotes it"
COPY = "a copy: another report has ten words running that are the same"

_ARTICLES = frozenset("a an the its his her their our this that".split())
_PRONOUNS = frozenset("he she they it we i you who which one him her them us himself herself itself themselves".split())
_WIRES = {
    "ap": "AP",
    "associated press": "AP",
    "afp": "AFP",
    "agence france presse": "AFP",
    "aps": "APS",
    "algeria press service": "APS",
    "algerian press service": "APS",
    "dpa": "dpa",
    "deutsche presse agentur": "dpa",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ani": "ANI",
    "asian news international": "ANI",
    "upi": "UPI",
    "united press international": "UPI",
    "efe": "EFE",
    "agencia efe": "EFE",
    "irna": "IRNA",
    "islamic republic news agency": "IRNA",
    "itar tass": "TASS",
    "tass": "TASS",
    "ria": "RIA Novosti",
    "ria novosti": "RIA Novosti",
    "sana": "SANA",
    "syrian arab news agency": "SANA",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "kyodo": "Kyodo",
    "xinhua": "Xinhua",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "bbc": "BBC",
    "bbc news": "BBC",
    "british broadcasting corporation": "BBC",
}
_HOUSES = frozenset(name.casefold() for name in _WIRES.values())
"""Houses that go by more than one name; their initials say nothing of the other form."""
_HOUSE_WORDS = re.compile(
    r"\b(?:news|wire|press)? ?(?:agency|service|wire|website|network|channel|newspaper|television|tv)$"
)
_BODIES = frozenset(
    """police army military navy force forces government ministry minister presidency president parliament embassy
    consulate council court prosecutor prosecutors governor mayor office hospital hospitals department agency authority
    authorities brigade service services guard corps union commission committee company firm airline operator crescent
    cross organisation organization church university media television radio newspaper officials rescuers firefighters
    militants rebels kidnappers gunmen hijackers opposition administration municipality command
    bureau un nato eu""".split()
)
_ANONYMOUS = frozenset(
    """source sources witness witnesses resident residents official diplomat diplomats survivor survivors person people
    insider insiders analyst analysts aide aides relative relatives reporter correspondent man woman worker workers
    neighbour neighbours neighbor neighbors reports report""".split()
)
_MOUTHPIECE = re.compile(
    r"\b(?:(?:a|the|an|one|senior|chief|its|top|local|deputy) )*(?:spokes(?:man|woman|person|people|men)|official|"
    r"officer|statement|representative|director|chief|head)s?(?: (?:for|of|from|at|with|by) )?"
)
_TITLES = frozenset(
    """mr mrs ms dr sir lord president prime minister premier foreign interior defence defense home health general gen
    colonel col major maj captain capt lieutenant lt sergeant sgt brigadier commander chief inspector commissioner
    superintendent governor gov mayor senator sen secretary spokesman spokeswoman spokesperson chancellor ambassador
    professor prof police king queen prince pope bishop deputy vice senior state""".split()
)


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Lower case, no punctuation, no articles, no possessive: what two spellings of one name have in common."""
    words = re.sub(r"[^\w\s&]", " ", name.casefold().replace("’s ", " ").replace("'s ", " ").replace(".", "")).split()
    return " ".join(word for word in words if word not in _ARTICLES)


@lru_cache(maxsize=65_536)
def _house(name: str) -> tuple[str, str]:
    """Key and display name of an outlet or agency."""
    folded = fold(name)
    short = _HOUSE_WORDS.sub("", folded).strip()
    for form in (folded, short):
        if form in _WIRES:
            return fold(_WIRES[form]), _WIRES[form]
    return short or folded, name.strip()


def _person(folded: str) -> str:
    """A person's name without titles; the whole where nothing else is left."""
    words = folded.split()
    start = 0
    while start < len(words) - 1 and words[start] in _TITLES:
        start += 1
    return " ".join(words[start:])


@lru_cache(maxsize=65_536)
def _speaker(source: str, named: bool) -> tuple[str, str, str, str]:
    """What the source's words alone tell: rule, key, display name, and for somebody unnamed who he is said to be. The
    rule is "" for a pronoun: nobody resolved it."""
    folded = fold(source)
    if folded == "" or folded in _PRONOUNS:
        return "", "", "", ""
    key, name = _house(source)
    if key != folded or key in _WIRES:
        return "named house", key, name, ""
    if named:
        return _NAMED, _person(folded), source.strip(), ""
    body = _MOUTHPIECE.sub(" ", f"{folded} ").split()
    if any(word in _BODIES for word in body) and not _ANONYMOUS.intersection(body):
        return (
            "the same body, whoever quotes it",
            " ".join(word for word in body if word != "local"),
            source.strip(),
            "",
        )
    words = [word[:-1] if word.endswith("s") and word in _ANONYMOUS else word for word in folded.split()]
    return _UNNAMED, "", source.strip(), " ".join(words)


@lru_cache(maxsize=65_536)
def _known(name: str) -> bool:
    folded = fold(name)
    return bool(folded) and folded not in _PRONOUNS


def _teller(spoken: Spoken, printed: Printed | None) -> tuple[str, str, str] | None:
    """Whoever stands nearest that is known: whom the source told, else the agency, else whose passage it is, else the
    outlet."""
    if spoken.via is not None and _known(spoken.via):
        return *_house(spoken.via), "whom an unresolved speaker told"
    if spoken.agency is not None and _known(spoken.agency):
        return *_house(spoken.agency), "the report's agency"
    if printed is not None:
        if printed.name is not None and _known(printed.name):
            return *_house(printed.name), COPY if printed.report_id != spoken.report_id else "the report's outlet"
        return None
    if spoken.outlet is not None and _known(spoken.outlet):
        return *_house(spoken.outlet), "the report's outlet"
    return None


@lru_cache(maxsize=65_536)
def _credit(source: str | None, via: str | None, agency: str | None) -> str | None:
    """Whom the report itself credits the claim to: an agency; None where it credits none."""
    if source is not None:
        key, name = _house(source)
        if key in _HOUSES:
            return name
    for known in (via, agency):
        if known is not None and _known(known):
            return known
    return None


def _answering(spoken: Spoken) -> tuple[Spoken, str | None, bool]:
    """The claim, whom it is credited to, else its outlet, and whether it is a credit."""
    name = _credit(spoken.source, spoken.via, spoken.agency)
    return spoken, spoken.outlet if name is None else name, name is not None


def origin(spoken: Spoken, page: str | None = None, printed: Printed | None = None) -> Origin:
    """The origin of one claim, seen alone; `origins` sees them together. `page` names the page that the report is a
    version of, where that is not its own id: where nothing else is known, its versions are one origin. `printed` is who
    answers for the passage, where others printed it too."""
    page = spoken.report_id if page is None else page
    rule, key, name, described = ("", "", "", "") if spoken.source is None else _speaker(*_words_of_source(spoken))
    if key:
        return Origin(key, name, rule, key)
    teller = _teller(spoken, printed)
    if not rule:
        if teller is None:
            return Origin(f"report:{page}", UNKNOWN, "no source, agency or outlet is known", "")
        return Origin(teller[0], teller[1], teller[2], teller[0])
    if teller is None:
        return Origin(f"{described} @ report:{page}", name, "unnamed, told to nobody known", "")
    key = f"{described} @ {teller[0]}"
    return Origin(key, f"{name} ({teller[1]})", rule, key)


@lru_cache(maxsize=65_536)
def _told_nearer(source: str | None, named: bool, via: str | None, agency: str | None) -> Told | None:
    """What tells the origin where the source itself is known, or whom it told, or the agency: most claims need no
    asking whose passage they are. None where neither is known."""
    if source is not None and _speaker(source, named)[1]:
        return Told(source, named)
    if via is not None and _known(via):
        return Told(source, named, via=via)
    if agency is not None and _known(agency):
        return Told(source, named, agency=agency)
    return None


def _words_of_source(spoken: Spoken) -> tuple[str, bool]:
    assert spoken.source is not None
    return spoken.source, spoken.source_named


class Origins:
    """The origins of the claims of one story, seen together. A lone surname is the one person of that surname, if the
    story has one full name that ends so, and stays itself where it has two. One origin has one name, however its
    sources spell it. Grows as claims are taken in; a copy of it grows apart."""

    __slots__ = ("_alone", "_bearers", "_by_key", "_names", "_passages", "_together")

    def __init__(self) -> None:
        self._passages = Passages()
        self._alone: dict[Told, Origin] = {}
        self._together: dict[Told, Origin] = {}
        self._by_key: Folders[str, Told] = Folders()
        self._names: dict[str, str] = {}
        self._bearers: dict[str, frozenset[str]] = {}

    def copy(self) -> "Origins":
        other = Origins()
        other._passages = self._passages.copy()
        other._alone = self._alone.copy()
        other._together = self._together.copy()
        other._by_key = self._by_key.copy()
        other._names = self._names.copy()
        other._bearers = self._bearers.copy()
        return other

    def take(self, spoken: Sequence[Spoken]) -> set[str]:
        """Takes claims in. Returns their reports, and those whose other claims may now be another's passage."""
        return self._passages.take(map(_answering, spoken))

    def sharing(self, reports: Iterable[str]) -> set[str]:
        """These reports and those that have a passage with them."""
        return self._passages.sharing(reports)

    def name(self, spoken: Iterable[Spoken], roots: Mapping[str, str]) -> tuple[list[Told], set[Told]]:
        """What tells the origin of each claim, once taken in, and all of what has another origin than it had. `roots`
        names the first version of each revised report."""
        told = []
        moved: set[str] = set()
        alone = self._alone
        for one in spoken:
            page, printed = None, None
            key = _told_nearer(one.source, one.source_named, one.via, one.agency)
            if key is None:
                printed = self._passages.whose(one)
                by = one.outlet if printed is None else printed.name
                if one.via is None and one.agency is None and by is None:
                    first = one.report_id if printed is None else printed.report_id
                    page = roots.get(first, first)
                copied = printed is not None and printed.report_id != one.report_id
                key = Told(one.source, one.source_named, one.via, one.agency, by, page, copied)
            told.append(key)
            if key not in alone:
                alone[key] = found = origin(one, page, printed)
                moved |= self._meet(key, found)
        return told, self._rename(moved)

    def of(self, told: Told) -> Origin:
        return self._together[told]

    def _meet(self, key: Told, found: Origin) -> set[str]:
        """Notes a new spelling of an origin, and returns the origins whose name or person it may change."""
        self._by_key.put(found.key, key)
        moved = {found.key}
        if found.why == _NAMED and " " in found.key:
            surname = found.key.rsplit(" ", 1)[1]
            bearers = self._bearers.get(surname, frozenset())
            self._bearers[surname] = bearers | {found.key}
            if surname in self._by_key:
                moved.add(surname)
        known = self._names.get(found.key, found.name)
        # The longest spelling says most; among equals the alphabet decides, never the order of arrival.
        self._names[found.key] = max(known, found.name, key=lambda name: (len(name), name))
        if self._names[found.key] != known and found.why == _NAMED and " " in found.key:
            moved.add(found.key.rsplit(" ", 1)[1])
        return moved

    def _rename(self, moved: Iterable[str]) -> set[Told]:
        changed: set[Told] = set()
        for key in moved:
            for told in self._by_key.get(key):
                one = self._alone[told]
                full = self._bearers.get(key, frozenset()) if one.why == _NAMED else frozenset()
                if len(full) == 1:
                    (person,) = full
                    now = Origin(person, self._names[person], "the only full name that ends in this surname", person)
                else:
                    now = Origin(key, self._names[key], one.why, one.counted)
                before = self._together.get(told)
                if before != now:
                    self._together[told] = now
                    if before is not None:
                        changed.add(told)
        return changed


def origins(spoken: Iterable[Spoken], roots: Mapping[str, str]) -> list[Origin]:
    """The origins of many claims, in their order; `roots` names the first version of each revised report."""
    together = Origins()
    spoken = list(spoken)
    together.take(spoken)
    told, _ = together.name(spoken, roots)
    return [together.of(key) for key in told]
