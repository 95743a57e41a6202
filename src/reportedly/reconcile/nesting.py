"""Which groups lie within which: hostages ⊃ foreign hostages ⊃ British hostages, the dead ⊃ the children among them.

Two groups nest where the words' own meaning says so, or where the story's own text does ("41 hostages, including seven
workers"). What may be one group in one story and not in another (workers, captives, hostages) never nests by meaning.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.account import LineGroup
from reportedly.claim import Polarity
from reportedly.figure import Group, Kind, Scope
from reportedly.telling import Telling

EVERYBODY = Group().role
FOREIGN = "foreign"
LOCAL = "local"

_APART = frozenset({"attackers"})
"""Tolls are given with their attackers and without ("12 dead, besides two gunmen"): they lie within nothing else."""

_BY_MEANING = {
    "children": frozenset({"babies", "boys", "girls", "infants", "newborns", "orphans", "toddlers"}),
    "women": frozenset({"mothers", "widows", "nuns"}),
    "men": frozenset({"fathers"}),
    "police": frozenset({"policewomen"}),
    "students": frozenset({"pupils", "schoolchildren", "schoolgirls", "schoolboys"}),
    "crew": frozenset({"pilots", "stewards", "stewardesses"}),
    "rescuers": frozenset({"firefighters", "divers"}),
    "patients": frozenset({"inpatients"}),
}
"""Roles that hold others in any story."""


@dataclass(frozen=True, slots=True)
class Nesting:
    """What one story's text says of its groups, beyond what words mean anywhere."""

    roles: frozenset[tuple[str, str]] = frozenset()
    """(inner, outer): "41 hostages, including seven workers" has the workers among the hostages."""
    home: frozenset[str] = frozenset()
    """Nationalities that the text counts beside the foreigners, so that they are not among them (ISO 3166)."""


NOTHING_LEARNED = Nesting()


def nests(inner: LineGroup, outer: LineGroup, learned: Nesting = NOTHING_LEARNED) -> bool:
    """Whether everybody in `inner` is in `outer` as well, for one kind of figure. A group nests in itself. Attackers
    nest in no other role."""
    return _roles_nest(_role(inner), _role(outer), learned) and _nations_nest(_nations(inner), _nations(outer), learned)


def learn_nesting(tellings: Iterable[Telling]) -> Nesting:
    """What the claims of a story say of its groups. A role is learned to lie within another where one claim counts it
    as a part beside a whole that is no smaller; a nationality to be at home where one claim counts more of it than
    of the foreigners that it names beside it, since nobody contradicts himself in one breath."""
    by_claim: dict[tuple[str, Kind], list[Telling]] = {}
    for telling in tellings:
        if telling.scope is Scope.EVENT and telling.polarity is Polarity.ASSERTED:
            by_claim.setdefault((telling.claim_id, telling.kind), []).append(telling)
    roles: set[tuple[str, str]] = set()
    home: set[str] = set()
    for told in by_claim.values():
        if len(told) > 1:
            roles.update(_roles_in(told))
            home.update(_home_in(told))
    return Nesting(_said_one_way(roles), frozenset(home))


def all_learned(nestings: Iterable[Nesting]) -> Nesting:
    """What several claims or reports say together."""
    roles: set[tuple[str, str]] = set()
    home: set[str] = set()
    for one in nestings:
        roles |= one.roles
        home |= one.home
    return Nesting(_said_one_way(roles), frozenset(home))


def _said_one_way(roles: set[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Said both ways, it says nothing."""
    return frozenset(pair for pair in roles if pair[::-1] not in roles)


def _roles_in(told: list[Telling]) -> Iterable[tuple[str, str]]:
    told = sorted(told, key=lambda telling: telling.figure)
    whole: Telling | None = None
    found = []
    for telling in told:
        if not telling.part:
            whole = telling
        elif (
            whole is not None
            and whole.role not in (telling.role, EVERYBODY)
            and telling.role not in (EVERYBODY, *_APART)
            and telling.low is not None
            and whole.low is not None
            and telling.low <= whole.low
        ):
            found.append((telling.role, whole.role))
    return found


def _home_in(told: list[Telling]) -> Iterable[str]:
    foreign: dict[bool, int] = {}
    for telling in told:
        if FOREIGN in telling.nationality:
            # "At least 12 foreigners and more than 60 Danes": side by side, or both parts of one whole.
            most = telling.high if telling.high is not None else telling.low
            foreign[telling.part] = max(foreign.get(telling.part, 0), most or 0)
    return {
        telling.nationality[0]
        for telling in told
        if len(telling.nationality) == 1
        and telling.nationality[0] not in (FOREIGN, LOCAL)
        and telling.part in foreign
        and telling.low is not None
        and telling.low > foreign[telling.part]
    }


def _role(group: LineGroup) -> str:
    # "Foreigners" are people, foreign: the same group in two spellings.
    return EVERYBODY if group.role == "foreigners" else group.role


def _nations(group: LineGroup) -> tuple[str, ...]:
    return (FOREIGN,) if group.role == "foreigners" and not group.nationality else group.nationality


def _roles_nest(inner: str, outer: str, learned: Nesting) -> bool:
    if inner == outer:
        return True
    if inner in _APART or outer in _APART:
        return False
    if outer == EVERYBODY or inner in _BY_MEANING.get(outer, ()) or (inner, outer) in learned.roles:
        return True
    return any(one == inner and _roles_nest(other, outer, _without(learned, inner)) for one, other in learned.roles)


def _without(learned: Nesting, role: str) -> Nesting:
    return Nesting(frozenset(pair for pair in learned.roles if role not in pair), learned.home)


def _nations_nest(inner: tuple[str, ...], outer: tuple[str, ...], learned: Nesting) -> bool:
    if not outer:
        return True
    if not inner:
        return False
    # Several nationalities on one group are its people taken together ("American and Japanese hostages").
    return all(_nation_nests(one, outer, learned) for one in inner)


def _nation_nests(nation: str, outer: tuple[str, ...], learned: Nesting) -> bool:
    if nation in outer:
        return True
    if FOREIGN in outer:
        return nation != LOCAL and nation not in learned.home
    return LOCAL in outer and nation in learned.home
