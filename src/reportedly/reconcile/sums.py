"""The smallest sets of three figures and more that cannot all hold, by going through every sum there is.

Whole numbers, exact, and in most stories a matter of a millisecond: a siege has a handful of figures of each kind that
still stand. Where there are too many sums to go through, HiGHS looks for the sets (solver.py); and in a crowd, over
which HiGHS would take minutes, only the shortest sum that each figure cannot hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from reportedly.reconcile.arithmetic import Rule, Subject, upwards
from reportedly.reconcile.solver import Pair, Proof, System

MOST_WAYS = 20_000
"""Sums that are gone through for one story: past that, HiGHS is quicker."""


class _Way(NamedTuple):
    """One way to count a subject at least: figures told of it, or of its parts."""

    least: int
    parts: frozenset[int]
    rules: tuple[Rule, ...]
    barred: frozenset[int] = frozenset()
    """The figures that one of its parts cannot stand beside."""


class TooMany(Exception):
    """There are more sums than are worth going through."""


def sets_by_every_sum(system: System, pairs: Iterable[Pair], most: int) -> tuple[tuple[Proof, ...], bool]:
    """What `solver.smallest_sets` promises, and all of the same size in a fixed order. Raises `TooMany`."""
    struck = list(pairs)
    apart = _apart(struck)
    proofs: dict[Pair, Proof] = {}
    left = MOST_WAYS
    for at in system.moments():
        ways = _ways(system, apart, at, left)
        left -= sum(map(len, ways.values()))
        for place, whole in enumerate(system.figures):
            if whole.high is None or whole.most_at(at) is None:
                continue
            for way in ways.get(whole.subject, ()):
                if way.least > whole.high and len(way.parts) > 1:
                    used = way.parts | {place}
                    if used not in proofs:
                        proofs[used] = Proof(at, place, tuple(sorted(way.parts)), way.rules)
    return _smallest(proofs, struck, most)


def shortest_sums(system: System, pairs: Iterable[Pair], most: int) -> tuple[tuple[Proof, ...], bool]:
    """Of each figure that a sum exceeds, the shortest such sum by one rule, at the first moment that has one: where
    there are too many sums for anything else. Each set is a smallest one; there may be more."""
    struck = list(pairs)
    apart = _apart(struck)
    proofs: dict[Pair, Proof] = {}
    of_whole: dict[Subject, list[Rule]] = {}
    for rule in system.rules:
        if len(rule.parts) > 1:
            of_whole.setdefault(rule.whole, []).append(rule)
    done: set[tuple[int, str]] = set()
    for at in system.moments():
        by_subject: dict[Subject, list[int]] = {}
        for place, one in enumerate(system.figures):
            if one.least_at(at) is not None and one.low:
                by_subject.setdefault(one.subject, []).append(place)
        for place, whole in enumerate(system.figures):
            if whole.high is None or whole.most_at(at) is None:
                continue
            for rule in of_whole.get(whole.subject, ()):
                if (place, rule.name) in done:
                    continue
                parts = _shortest(system, [by_subject.get(part, ()) for part in rule.parts], apart, place)
                if parts is not None:
                    done.add((place, rule.name))
                    proofs.setdefault(frozenset((*parts, place)), Proof(at, place, tuple(sorted(parts)), (rule,)))
    proved, _ = _smallest(proofs, struck, most)
    return proved, True


def _shortest(
    system: System, told: Sequence[Sequence[int]], apart: Mapping[int, set[int]], whole: int
) -> list[int] | None:
    """The fewest figures, one of each part, that are more than the whole can be: the largest first."""
    high = system.figures[whole].high
    assert high is not None
    left = high
    barred = {whole, *apart.get(whole, ())}
    largest = sorted((-system.figures[place].low, part, place) for part, places in enumerate(told) for place in places)
    taken: dict[int, int] = {}
    for low, part, place in largest:
        if part not in taken and place not in barred:
            taken[part] = place
            barred |= apart.get(place, set())
            left += low
            if left < 0:
                return list(taken.values()) if len(taken) > 1 else None
    return None


def _apart(struck: Iterable[Pair]) -> dict[int, set[int]]:
    apart: dict[int, set[int]] = {}
    for one, other in map(tuple, struck):
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    return apart


def _smallest(proofs: Mapping[Pair, Proof], struck: Sequence[Pair], most: int) -> tuple[tuple[Proof, ...], bool]:
    """Those that hold none of the others, the smallest first, and whether there are more of them."""
    found: list[Proof] = []
    kept = [*struck]
    for used, proof in sorted(proofs.items(), key=lambda each: (len(each[0]), sorted(each[0]))):
        if not any(smaller <= used for smaller in kept):
            kept.append(used)
            found.append(proof)
    return tuple(found[:most]), len(found) > most


def _ways(system: System, apart: Mapping[int, set[int]], at: datetime, left: int) -> dict[Subject, list[_Way]]:
    """Every way to count every subject at that moment, without figures that exclude each other."""
    enough = max((one.high for one in system.figures if one.high is not None), default=0)
    ways: dict[Subject, list[_Way]] = {}
    for place, one in enumerate(system.figures):
        if one.least_at(at) is not None:
            barred = frozenset(apart.get(place, ()))
            ways.setdefault(one.subject, []).append(_Way(one.low, frozenset((place,)), (), barred))
    by_whole: dict[Subject, list[Rule]] = {}
    for rule in system.rules:
        by_whole.setdefault(rule.whole, []).append(rule)
    for whole in upwards(system.rules):
        for rule in by_whole.get(whole, ()):
            summed = _sums(rule, ways, enough)
            left -= len(summed)
            if left < 0:
                raise TooMany
            known = {way.parts for way in ways.get(whole, ())}
            ways.setdefault(whole, []).extend(way for way in summed if way.parts not in known)
    return ways


def _sums(rule: Rule, ways: dict[Subject, list[_Way]], enough: int) -> Sequence[_Way]:
    sums = [_Way(0, frozenset(), (rule,))]
    for part in rule.parts:
        longer = []
        for way in sums:
            if way.least > enough:
                continue  # It is too many as it is: with more figures it is no smallest set.
            for more in ways.get(part, ()):
                if way.parts.isdisjoint(more.barred):
                    barred = way.barred | more.barred
                    both = way.parts | more.parts
                    longer.append(_Way(way.least + more.least, both, (*way.rules, *more.rules), barred))
        sums += longer
        if len(sums) > MOST_WAYS:
            raise TooMany
    return sums[1:]
