"""The arithmetic of kinds and groups: which counts cannot be less than which others together, and when a count holds.

Every rule says that a whole is at least the sum of its parts, so the least numbers that satisfy a set of claims are
found from the parts upwards, in whole numbers, and the set can hold just if none of them is more than somebody allows.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from itertools import permutations
from typing import NamedTuple

from reportedly.account import LineGroup
from reportedly.figure import Kind
from reportedly.reconcile.lines import GROWING
from reportedly.reconcile.nesting import EVERYBODY, FOREIGN, LOCAL, NOTHING_LEARNED, Nesting, nests

ONE_NUMBER = "one question has one answer"
PART_OF_WHOLE = "a part is not more than its whole"
CAPTIVES_ONCE = "whoever was taken is held, free, escaped or dead, and none of these twice"
COUNTRIES_ONCE = "people of several countries are not more than all of them together"
ABOARD_ONCE = "whoever was aboard and is dead is not missing too"
ATTACKERS_WHO_DIED = "no more attackers died than there were"

LASTS = timedelta(days=1)
"""Two counts of a state (held, missing) are compared if they were told within a day of each other; later, the state has
moved. The same day after which a line puts its own old counts out of date."""

_CAPTIVITY = frozenset({Kind.TAKEN, Kind.HELD, Kind.FREED, Kind.ESCAPED})
HOSTAGES = "hostages"
_CAPTIVES = frozenset({HOSTAGES, "captives"})
CAPTIVES = _CAPTIVES | {EVERYBODY}
"""What those who were taken go by; so it need not be said of each addend who it counts."""
_ABOARD = frozenset({"passengers", "crew"})


class Subject(NamedTuple):
    """One true value: what lines of one kind and one group, however they are called, all ask for."""

    kind: Kind
    group: LineGroup


class Rule(NamedTuple):
    """The whole is at least the sum of the parts."""

    whole: Subject
    parts: tuple[Subject, ...]
    name: str


class Lasts(Enum):
    """How long what somebody says of a kind is true."""

    ALWAYS = "always"
    """One value that is only found out: how many were taken, were there, attacked."""
    GROWS = "grows"
    """What has been reached stays reached; what was all by then need not be all later."""
    DAY = "day"
    """A state, which moves both ways."""


def lasts(kind: Kind) -> Lasts:
    if kind in (Kind.TAKEN, Kind.PRESENT, Kind.ATTACKERS):
        # Captives are seized once. A later, higher count is better knowledge, and has made the lower one `updated`.
        return Lasts.ALWAYS
    return Lasts.GROWS if kind in GROWING else Lasts.DAY


def low_holds(kind: Kind, told: datetime, at: datetime) -> bool:
    """Whether "at least so many", told then, holds at that moment."""
    how = lasts(kind)
    return how is Lasts.ALWAYS or (told <= at if how is Lasts.GROWS else at <= told <= at + LASTS)


def high_holds(kind: Kind, told: datetime, at: datetime) -> bool:
    """Whether "no more than so many", told then, holds at that moment."""
    how = lasts(kind)
    return how is Lasts.ALWAYS or (told >= at if how is Lasts.GROWS else at <= told <= at + LASTS)


def subject(kind: Kind, group: LineGroup) -> Subject:
    """Whom a line asks about: captives go by several names, and "foreigners" are foreign people."""
    role, nationality = group.role, group.nationality
    if role == "foreigners" and nationality in ((), (FOREIGN,)):
        role, nationality = EVERYBODY, (FOREIGN,)
    if role in _CAPTIVES:
        # Whoever is counted as taken, held, freed or escaped is a captive, whatever the text calls him.
        role = EVERYBODY if kind in _CAPTIVITY else HOSTAGES
    return Subject(kind, LineGroup(role, nationality))


def rules(told: Iterable[Subject], learned: Nesting = NOTHING_LEARNED) -> tuple[Rule, ...]:
    """All rules that bear on these subjects, wholes and parts that nobody told of included where a rule needs them. In
    an order that depends on nothing but the subjects."""
    known = sorted(set(told), key=_order)
    sums = [*_captives(known), *_aboard(known)]
    known = sorted({*known, *(part for rule in sums for part in rule.parts)}, key=_order)
    by_kind: dict[Kind, list[Subject]] = {}
    for each in known:
        by_kind.setdefault(each.kind, []).append(each)
    found: list[Rule] = list(sums)
    for of_kind in by_kind.values():
        found += [
            Rule(outer, (inner,), PART_OF_WHOLE)
            for inner, outer in permutations(of_kind, 2)
            if nests(inner.group, outer.group, learned)
            # Only a damaged nesting goes both ways; a circle has no least numbers.
            and not nests(outer.group, inner.group, learned)
        ]
        found += _countries(of_kind, learned)
    attacked = [each for each in known if each.kind is Kind.ATTACKERS]
    found += [
        Rule(each, (Subject(Kind.KILLED, each.group),), ATTACKERS_WHO_DIED)
        for each in attacked
        if Subject(Kind.KILLED, each.group) in known
    ]
    return tuple(found)


def _captives(known: Sequence[Subject]) -> Iterable[Rule]:
    """A captive in his captors' hands is not free, and a dead one neither; the killed are counted only where they are
    called captives, since bystanders and soldiers die in a siege too. "Rescued" from captors is freed."""
    for whole in known:
        if whole.kind is Kind.TAKEN:
            parts = [Subject(kind, whole.group) for kind in (Kind.HELD, Kind.FREED, Kind.ESCAPED)]
            if whole.group.role == EVERYBODY:
                parts.append(Subject(Kind.KILLED, LineGroup(HOSTAGES, whole.group.nationality)))
            yield Rule(whole, tuple(parts), CAPTIVES_ONCE)


def _aboard(known: Sequence[Subject]) -> Iterable[Rule]:
    """Only of passengers and crew is it certain that the dead were among those who were there. Who was rescued may die
    later, so the rescued are left out."""
    for whole in known:
        if whole.kind is Kind.PRESENT and whole.group.role in _ABOARD:
            yield Rule(whole, (Subject(Kind.KILLED, whole.group), Subject(Kind.MISSING, whole.group)), ABOARD_ONCE)


def _countries(of_kind: Sequence[Subject], learned: Nesting) -> Iterable[Rule]:
    """News counts a person under one country; the few with two passports are not worth a missed contradiction."""
    by_role: dict[str, dict[tuple[str, ...], Subject]] = {}
    for each in of_kind:
        by_role.setdefault(each.group.role, {})[each.group.nationality] = each
    for role, nations in by_role.items():
        single = [each for nation, each in nations.items() if len(nation) == 1 and nation[0] not in (FOREIGN, LOCAL)]
        foreign, local = nations.get((FOREIGN,)), nations.get((LOCAL,))
        abroad = [each for each in single if nests(each.group, LineGroup(role, (FOREIGN,)), learned)]
        if foreign is not None and len(abroad) > 1:
            yield Rule(foreign, tuple(abroad), COUNTRIES_ONCE)
        everybody = nations.get(())
        if everybody is None:
            continue
        if len(single) > 1:
            yield Rule(everybody, tuple(single), COUNTRIES_ONCE)
        home = [local] if local is not None else [each for each in single if each not in abroad]
        if foreign is not None and home:
            yield Rule(everybody, (foreign, *home), COUNTRIES_ONCE)
        if local is not None and len(abroad) == 1:
            yield Rule(everybody, (local, *abroad), COUNTRIES_ONCE)


def wholes_of(all_rules: Iterable[Rule]) -> Mapping[Subject, frozenset[Subject]]:
    """For each subject, every other that cannot be less."""
    up: dict[Subject, set[Subject]] = {}
    for rule in all_rules:
        for part in rule.parts:
            up.setdefault(part, set()).add(rule.whole)
    found: dict[Subject, frozenset[Subject]] = {}
    for start in up:
        seen: set[Subject] = set()
        waiting = [start]
        while waiting:
            for whole in up.get(waiting.pop(), ()):
                if whole not in seen:
                    seen.add(whole)
                    waiting.append(whole)
        found[start] = frozenset(seen - {start})
    return found


def upwards(all_rules: Sequence[Rule]) -> tuple[Subject, ...]:
    """Every subject of the rules, parts before their wholes."""
    parts: dict[Subject, set[Subject]] = {}
    for rule in all_rules:
        parts.setdefault(rule.whole, set()).update(rule.parts)
        for part in rule.parts:
            parts.setdefault(part, set())
    done: dict[Subject, None] = {}

    def visit(each: Subject, path: frozenset[Subject]) -> None:
        if each in done or each in path:
            return
        for part in sorted(parts[each], key=_order):
            visit(part, path | {each})
        done[each] = None

    for each in sorted(parts, key=_order):
        visit(each, frozenset())
    return tuple(done)


_KINDS = {kind: place for place, kind in enumerate(Kind)}


def _order(each: Subject) -> tuple[int, str, tuple[str, ...]]:
    return _KINDS[each.kind], each.group.role, each.group.nationality
