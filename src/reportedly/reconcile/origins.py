"""Origins: who it comes from in the end. Standing counts origins, never outlets.

The origin is the first known link of the chain, else the report's agency, else its outlet. A pronoun that nobody
resolved is not a known link. Somebody unnamed ("a security source") is known only through whom he told, so he is one
origin with each of them; a body ("the interior ministry", "police") is the same body whoever quotes it.

Where nothing at all is known, each report is its own origin for what replaces what (nobody corrects a stranger),
and all of them together count as one in any standing (strangers may all be copies of one text).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol


class Spoken(Protocol):
    """What tells an origin; a `Telling` and a `Saying` both have it."""

    @property
    def report_id(self) -> str: ...
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


UNKNOWN = "unknown origin"
_NAMED = "named source"

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


def _teller(spoken: Spoken) -> tuple[str, str, str] | None:
    """Whoever stands nearest that is known: whom the source told, else the agency, else the outlet."""
    for name, rule in ((spoken.via, "told"), (spoken.agency, "agency"), (spoken.outlet, "outlet")):
        if name is not None and fold(name) not in _PRONOUNS and fold(name):
            return *_house(name), rule
    return None


def origin(spoken: Spoken, page: str | None = None) -> Origin:
    """The origin of one claim, seen alone; `origins` sees them together. `page` names the page that the report is a
    version of, where that is not its own id: where nothing else is known, its versions are one origin."""
    page = spoken.report_id if page is None else page
    source = spoken.source
    folded = "" if source is None else fold(source)
    teller = _teller(spoken)
    if source is None or folded == "" or folded in _PRONOUNS:
        if teller is None:
            return Origin(f"report:{page}", UNKNOWN, "no source, agency or outlet is known", "")
        key, name, rule = teller
        why = {
            "told": "whom an unresolved speaker told",
            "agency": "the report's agency",
            "outlet": "the report's outlet",
        }
        return Origin(key, name, why[rule], key)
    key, name = _house(source)
    if key != folded or key in _WIRES:
        return Origin(key, name, "named house", key)
    words = folded.split()
    if spoken.source_named:
        person = _person(folded)
        return Origin(person, source.strip(), "named source", person)
    body = _MOUTHPIECE.sub(" ", f"{folded} ").split()
    if any(word in _BODIES for word in body) and not _ANONYMOUS.intersection(body):
        key = " ".join(word for word in body if word != "local")
        return Origin(key, source.strip(), "the same body, whoever quotes it", key)
    words = [word[:-1] if word.endswith("s") and word in _ANONYMOUS else word for word in words]
    described = " ".join(words)
    if teller is None:
        key = f"{described} @ report:{page}"
        return Origin(key, source.strip(), "unnamed, told to nobody known", "")
    key = f"{described} @ {teller[0]}"
    return Origin(key, f"{source.strip()} ({teller[1]})", "unnamed: one origin for each that quotes it", key)


def origins(spoken: Iterable[Spoken], roots: Mapping[str, str]) -> list[Origin]:
    """The origins of many claims, in their order; `roots` names the first version of each revised report. A lone
    surname is the one person of that surname, if the story has one full name that ends so, and stays itself
    where it has two. One origin has one name, however its sources spell it."""
    alone: dict[tuple[object, ...], Origin] = {}
    keys: list[tuple[object, ...]] = []
    for each in spoken:
        key: tuple[object, ...] = (each.source, each.source_named, each.via, each.agency, each.outlet)
        if each.via is None and each.agency is None and each.outlet is None:
            key = (*key, roots.get(each.report_id, each.report_id))
        keys.append(key)
        if key not in alone:
            alone[key] = origin(each, roots.get(each.report_id))
    together = _together(alone)
    return [together[key] for key in keys]


def _together(alone: Mapping[tuple[object, ...], Origin]) -> Mapping[tuple[object, ...], Origin]:
    bearers: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for one in alone.values():
        words = one.key.split()
        if one.why == _NAMED and len(words) > 1:
            bearers.setdefault(words[-1], set()).add(one.key)
        # The longest spelling says most; among equals the alphabet decides, never the order of arrival.
        names[one.key] = max(names.get(one.key, one.name), one.name, key=lambda name: (len(name), name))
    found: dict[tuple[object, ...], Origin] = {}
    for key, one in alone.items():
        full = bearers.get(one.key, set()) if one.why == _NAMED else set()
        if len(full) == 1:
            person = next(iter(full))
            found[key] = Origin(person, names[person], "the only full name that ends in this surname", person)
        else:
            found[key] = Origin(one.key, names[one.key], one.why, one.counted)
    return found
