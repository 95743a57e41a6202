"""The smallest sets of three figures and more that cannot all hold, by going through every sum there is.

Whole numbers, exact, and in most stories a matter of a millisecond: a siege has a handful of figures of each kind that
still stand. Where there are too many sums to go through, HiGHS looks for the sets (solver.py).
"""

from collections.abc import Iterable, Sequence
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


class TooMany(Exception):
    """There are more sums than are worth going through."""


def sets_by_every_sum(system: System, pairs: Iterable[Pair], most: int) -> tuple[tuple[Proof, ...], bool]:
    """What `solver.smallest_sets` promises, and all of the same size in a fixed order. Raises `TooMany`."""
    struck = set(pairs)
    proofs: dict[Pair, Proof] = {}
    left = MOST_WAYS
    for at in system.moments():
        ways = _ways(system, struck, at, left)
        left -= sum(map(len, ways.values()))
        for place, whole in enumerate(system.figures):
            if whole.high is None or whole.most_at(at) is None:
                continue
            for way in ways.get(whole.subject, ()):
                if way.least > whole.high and len(way.parts) > 1:
                    used = way.parts | {place}
                    if used not in proofs:
                        proofs[used] = Proof(at, place, tuple(sorted(way.parts)), way.rules)
    found: list[Proof] = []
    kept: list[Pair] = list(struck)
    for used, proof in sorted(proofs.items(), key=lambda each: (len(each[0]), sorted(each[0]))):
        if not any(smaller <= used for smaller in kept):
            kept.append(used)
            found.append(proof)
    return tuple(found[:most]), len(found) > most


def _ways(system: System, struck: set[Pair], at: datetime, left: int) -> dict[Subject, list[_Way]]:
    """Every way to count every subject at that moment, without figures that exclude each other."""
    enough = max((one.high for one in system.figures if one.high is not None), default=0)
    ways: dict[Subject, list[_Way]] = {}
    for place, one in enumerate(system.figures):
        if one.least_at(at) is not None:
            ways.setdefault(one.subject, []).append(_Way(one.low, frozenset((place,)), ()))
    by_whole: dict[Subject, list[Rule]] = {}
    for rule in system.rules:
        by_whole.setdefault(rule.whole, []).append(rule)
    for whole in upwards(system.rules):
        for rule in by_whole.get(whole, ()):
            summed = _sums(rule, ways, struck, enough)
            left -= len(summed)
            if left < 0:
                raise TooMany
            known = {way.parts for way in ways.get(whole, ())}
            ways.setdefault(whole, []).extend(way for way in summed if way.parts not in known)
    return ways


def _sums(rule: Rule, ways: dict[Subject, list[_Way]], struck: set[Pair], enough: int) -> Sequence[_Way]:
    sums = [_Way(0, frozenset(), (rule,))]
    for part in rule.parts:
        longer = []
        for way in sums:
            if way.least > enough:
                continue  # It is too many as it is: with more figures it is no smallest set.
            for more in ways.get(part, ()):
                both = way.parts | more.parts
                if not any(pair <= both for pair in struck if not pair.isdisjoint(more.parts)):
                    longer.append(_Way(way.least + more.least, both, (*way.rules, *more.rules)))
        sums += longer
        if len(sums) > MOST_WAYS:
            raise TooMany
    return sums[1:]
