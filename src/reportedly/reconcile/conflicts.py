"""What cannot all be true: the smallest sets of claims that no numbers satisfy, each with the rule that it breaks.

Only claims that stand take part. They are asked about one moment at a time (`arithmetic.lasts`), so that a toll that
rose, or captives set free since, contradict nobody; the figures that stand on one line all answer for the present.
Pairs are found by comparing. Larger sets need a sum that is too large: where there is one, all sums are gone through
(sums.py), or HiGHS looks for the sets if they are too many (solver.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.account import Conflict, Line, LineClaim
from reportedly.figure import Kind
from reportedly.reconcile.arithmetic import (
    CAPTIVES,
    LASTS,
    ONE_NUMBER,
    PART_OF_WHOLE,
    Lasts,
    Rule,
    Subject,
    lasts,
    rules,
    upwards,
    wholes_of,
)
from reportedly.reconcile.nesting import NOTHING_LEARNED, Nesting
from reportedly.reconcile.solver import Pair, Proof, System, smallest_sets
from reportedly.reconcile.sums import TooMany, sets_by_every_sum, shortest_sums
from reportedly.reconcile.told import Told, told
from reportedly.reconcile.wording import counted_as_told, exactly, figure_as_told, group_as_told

MOST_ON_A_LINE = 20
MOST_PAIRS = 200
MOST_LARGER = 40
MOST_FIGURES = 12
"""Figures of one subject that larger sets are made of: what is printed, then what was told first."""

MOST_SOLVED = 60
"""Figures that HiGHS is given at once: over more, one set takes it seconds."""


class Found(NamedTuple):
    conflicts: tuple[Conflict, ...]
    more: bool
    """Whether there are more than these."""


def found(lines: Sequence[Line], learned: Nesting = NOTHING_LEARNED) -> Found:
    """The conflicts of the figures that stand on these lines; see `found_among`."""
    return found_among(told(lines), learned)


def found_among(figures: Sequence[Told], learned: Nesting = NOTHING_LEARNED) -> Found:
    """Every smallest set of figures that stand and cannot all be right, pairs first; of a set's many claims, one tells
    each figure. In the order of the lines. `learned` is what the story's text says of its groups."""
    all_rules = rules((each.subject for each in figures), learned)
    within, more = _on_lines(figures)
    between, more_between = _between(figures, all_rules)
    pairs = [*within, *between]
    larger, more_larger = _larger(figures, all_rules, pairs)
    conflicts_found = [pair.conflict for pair in pairs] + larger
    return Found(tuple(dict.fromkeys(conflicts_found)), more or more_between or more_larger)


class _Pair(NamedTuple):
    figures: Pair
    conflict: Conflict


# -- pairs ---------------------------------------------------------------------------------------------------------


def _on_lines(figures: Sequence[Told]) -> tuple[list[_Pair], bool]:
    """Figures of one line that share no number. One origin does not contradict itself on a line: its later word
    replaces its earlier, and what it counts twice in one breath are two things."""
    by_line: dict[tuple[object, ...], list[int]] = {}
    for place, each in enumerate(figures):
        by_line.setdefault((each.kind, each.group), []).append(place)
    pairs: list[_Pair] = []
    more = False
    for places in by_line.values():
        of_line = _apart(figures, places)
        for count, pair in enumerate(of_line):
            if count == MOST_ON_A_LINE or len(pairs) == MOST_PAIRS:
                more = True
                break
            pairs.append(pair)
    return pairs, more


def _apart(figures: Sequence[Told], places: Sequence[int]) -> Iterator[_Pair]:
    for i, j in combinations(places, 2):
        one, other = figures[i], figures[j]
        if not (_above(one, other) or _above(other, one)):
            continue
        tellers = _two_origins(one, other)
        if tellers is not None:
            a, b = tellers
            why = (
                f"{a.origin} said {figure_as_told(a)} {one.kind} ({group_as_told(one.group)}), "
                f"{b.origin} said {figure_as_told(b)}: both cannot be right."
            )
            yield _Pair(frozenset((i, j)), Conflict(_ids((a, b)), ONE_NUMBER, why))


def _above(one: Told, other: Told) -> bool:
    return other.high is not None and one.low > other.high


def _two_origins(one: Told, other: Told) -> tuple[LineClaim, LineClaim] | None:
    if one.first.origin != other.first.origin:
        return one.first, other.first
    if other.second is not None:
        return one.first, other.second
    return None if one.second is None else (one.second, other.first)


def _between(figures: Sequence[Told], all_rules: Sequence[Rule]) -> tuple[list[_Pair], bool]:
    """Figures of two lines, where one is more than the other can hold: a part beside its whole, or two lines that are
    one question in other words."""
    wholes = wholes_of(all_rules)
    by_subject: dict[Subject, list[int]] = {}
    for place, each in enumerate(figures):
        by_subject.setdefault(each.subject, []).append(place)
    asked = {each: (each, *(whole for whole in by_subject if whole in wholes.get(each, ()))) for each in by_subject}
    pairs: list[_Pair] = []
    most = {
        each: [(j, high) for j in places if (high := figures[j].high) is not None]
        for each, places in by_subject.items()
    }
    for i, part in enumerate(figures):
        least, group = part.low, part.group
        if least == 0:
            continue
        for subject in asked[part.subject]:
            for j in [j for j, high in most[subject] if least > high]:
                whole = figures[j]
                if (whole.group is group or whole.group == group) and whole.kind is part.kind:
                    continue
                if (tellers := _together(part, whole)) is None:
                    continue
                if len(pairs) == MOST_PAIRS:
                    return pairs, True
                name = _rule_between(part.subject, whole.subject, all_rules)
                pairs.append(_Pair(frozenset((i, j)), _exceeds(part, whole, tellers, name)))
    return pairs, False


def _together(part: Told, whole: Told) -> tuple[LineClaim, LineClaim] | None:
    """Who tells the two so that both speak of one moment."""
    if part.kind is not whole.kind or lasts(part.kind) is Lasts.ALWAYS:
        # Rules between kinds end in a count that has one value for good.
        return part.first, whole.first
    if lasts(part.kind) is Lasts.GROWS:
        return (part.first, whole.last) if part.first.published_at <= whole.last.published_at else None
    for one in (part.first, part.last):
        for other in (whole.first, whole.last):
            if abs(one.published_at - other.published_at) <= LASTS:
                return one, other
    return None


def _rule_between(part: Subject, whole: Subject, all_rules: Sequence[Rule]) -> str:
    if part == whole:
        return ONE_NUMBER
    if part.kind is whole.kind:
        return PART_OF_WHOLE
    return next(rule.name for rule in all_rules if rule.whole.kind is whole.kind and rule.name != PART_OF_WHOLE)


def _exceeds(part: Told, whole: Told, tellers: tuple[LineClaim, LineClaim], rule: str) -> Conflict:
    less, most = tellers
    why = (
        f"{less.origin} said {counted_as_told(less, part.kind, part.group)}, more than the "
        f"{counted_as_told(most, whole.kind, whole.group)} in all that {most.origin} said."
    )
    return Conflict(_ids(tellers), rule, why)


# -- larger sets ---------------------------------------------------------------------------------------------------


def _larger(figures: Sequence[Told], all_rules: Sequence[Rule], pairs: Sequence[_Pair]) -> tuple[list[Conflict], bool]:
    bearing = _bearing(figures, all_rules)
    if not bearing:
        return [], False
    kept, left_out = _few_of_each(figures, bearing)
    system = System(
        [figures[place] for place in kept],
        [rule for rule in all_rules if rule.whole in bearing],
    )
    new = {place: number for number, place in enumerate(kept)}
    struck = [frozenset(new[place] for place in pair) for pair in _all_pairs(figures, kept, all_rules)]
    try:
        proofs, more = sets_by_every_sum(system, struck, MOST_LARGER)
    except TooMany:
        look = smallest_sets if len(kept) <= MOST_SOLVED else shortest_sums
        proofs, more = look(system, struck, MOST_LARGER)
    ordered = sorted(proofs, key=lambda proof: (len(proof.parts), proof.whole, proof.parts))
    return [_too_many(system, proof) for proof in ordered], more or left_out


def _bearing(figures: Sequence[Told], all_rules: Sequence[Rule]) -> frozenset[Subject]:
    """The subjects that could take part in a sum that is too large, if all that was ever told had been told at one
    moment; none, in most stories."""
    if not any(len(rule.parts) > 1 for rule in all_rules):
        return frozenset()
    low: dict[Subject, int] = {}
    high: dict[Subject, int] = {}
    for each in figures:
        low[each.subject] = max(low.get(each.subject, 0), each.low)
        if each.high is not None:
            high[each.subject] = min(high.get(each.subject, each.high), each.high)
    of_whole: dict[Subject, list[Rule]] = {}
    for rule in all_rules:
        of_whole.setdefault(rule.whole, []).append(rule)
    least = dict(low)
    summed: dict[Subject, int] = {}
    bearing: set[Subject] = set()
    for whole in upwards(all_rules):
        for rule in of_whole.get(whole, ()):
            parts = [least.get(part, 0) for part in rule.parts]
            total = sum(parts) if sum(part > 0 for part in parts) > 1 else max(summed.get(p, 0) for p in rule.parts)
            summed[whole] = max(summed.get(whole, 0), total)
            least[whole] = max(least.get(whole, 0), sum(parts))
        if whole in high and summed.get(whole, 0) > high[whole]:
            bearing.add(whole)
    waiting = list(bearing)
    while waiting:
        for rule in of_whole.get(waiting.pop(), ()):
            waiting.extend(part for part in rule.parts if part not in bearing)
            bearing.update(rule.parts)
    return frozenset(bearing)


def _few_of_each(figures: Sequence[Told], bearing: frozenset[Subject]) -> tuple[list[int], bool]:
    kept: list[int] = []
    counts: dict[Subject, int] = {}
    left_out = False
    for place, each in enumerate(figures):
        if each.subject in bearing:
            counts[each.subject] = counts.get(each.subject, 0) + 1
            if counts[each.subject] > MOST_FIGURES:
                left_out = True
            else:
                kept.append(place)
    return kept, left_out


def _all_pairs(figures: Sequence[Told], kept: Sequence[int], all_rules: Sequence[Rule]) -> Iterator[Pair]:
    """All pairs among these that cannot both be right, whoever tells them: no larger set is made of one."""
    wholes = wholes_of(all_rules)
    for i, j in combinations(kept, 2):
        one, other = figures[i], figures[j]
        if (one.kind, one.group) == (other.kind, other.group):
            if _above(one, other) or _above(other, one):
                yield frozenset((i, j))
            continue
        for part, whole in ((one, other), (other, one)):
            related = part.subject == whole.subject or whole.subject in wholes.get(part.subject, ())
            if related and _above(part, whole) and _together(part, whole) is not None:
                yield frozenset((i, j))
                break


_SUMMED = (Kind.FREED, Kind.ESCAPED, Kind.KILLED, *(kind for kind in Kind if kind not in {Kind.FREED, Kind.ESCAPED}))
"""In which order a sum is told: who is out, who is dead, who is still in there."""


def _too_many(system: System, proof: Proof) -> Conflict:
    whole = system.figures[proof.whole]
    most = whole.most_at(proof.at)
    assert most is not None
    tellers: list[LineClaim] = []
    addends: list[str] = []
    for part in sorted((system.figures[place] for place in proof.parts), key=lambda each: _SUMMED.index(each.kind)):
        least = part.least_at(proof.at)
        assert least is not None
        tellers.append(least)
        alike = part.group.nationality == whole.group.nationality and {part.group.role, whole.group.role} <= CAPTIVES
        addends.append(counted_as_told(least, part.kind, part.group, part.group if alike else whole.group))
    allowed = counted_as_told(most, whole.kind, whole.group, whole.group)
    why = f"{' + '.join(addends)} is more than {'the ' if exactly(most) else ''}{allowed}."
    name = next(rule.name for rule in proof.rules if len(rule.parts) > 1)
    return Conflict(_ids((*tellers, most)), name, why)


def _ids(claims: Iterable[LineClaim]) -> tuple[str, ...]:
    return tuple(sorted({claim.claim_id for claim in claims}))
