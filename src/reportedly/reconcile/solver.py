"""The smallest sets of three figures and more that cannot all hold, found by HiGHS with a switch for each figure.

That a set cannot hold has a proof of one shape (Farkas' lemma, and every rule says "a whole is at least the sum of its
parts"): somebody says "no more than so many" of a whole; the whole is taken apart by a rule, and its parts again; and
the least that is told of the parts adds up to more, all at one moment. The program below looks for such a proof that
uses the fewest figures; what it finds is struck out, and the next smallest is looked for. So every set found is
smallest in itself: a smaller one within it would have been found before, or was struck out as a pair.

HiGHS counts in floating point, so nothing is believed because it says so: whether a set holds is decided by `holds`,
in whole numbers. HiGHS (with numpy) is imported only where a story needs it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from reportedly.reconcile.arithmetic import Lasts, Rule, Subject, lasts, upwards
from reportedly.reconcile.told import Told

Pair = frozenset[int]


class Proof(NamedTuple):
    """Why a set cannot hold: at that moment the parts, by the rules, come to more than the whole allows. Figures go by
    their places in `System.figures`."""

    at: datetime
    whole: int
    parts: tuple[int, ...]
    rules: tuple[Rule, ...]


class System(NamedTuple):
    figures: Sequence[Told]
    rules: Sequence[Rule]

    def moments(self) -> tuple[datetime, ...]:
        """At which anything can be impossible. What is told of a growing count at least holds ever after, so these are
        the moments at which something else is told, and the last of all."""
        told = [(each, claim.published_at) for each in self.figures for claim in (each.first, each.last)]
        passing = {at for each, at in told if lasts(each.kind) is Lasts.DAY}
        passing.update(at for each, at in told if lasts(each.kind) is Lasts.GROWS and each.high is not None)
        return tuple(sorted(passing | {max(at for _, at in told)}))


def least(system: System, places: Iterable[int], at: datetime) -> Mapping[Subject, int]:
    """The least that each subject can be at that moment if these figures are right."""
    known: dict[Subject, int] = {}
    for place in places:
        one = system.figures[place]
        if one.least_at(at) is not None:
            known[one.subject] = max(known.get(one.subject, 0), one.low)
    of_whole: dict[Subject, list[Rule]] = {}
    for rule in system.rules:
        of_whole.setdefault(rule.whole, []).append(rule)
    for each in upwards(system.rules):
        for rule in of_whole.get(each, ()):
            total = sum(known.get(part, 0) for part in rule.parts)
            if total > known.get(each, 0):
                known[each] = total
    return known


def holds(system: System, places: Sequence[int], at: datetime) -> bool:
    """Whether these figures can all be right at that moment, whatever anybody else says."""
    known = least(system, places, at)
    return not any(
        one.high is not None and one.most_at(at) is not None and known.get(one.subject, 0) > one.high
        for one in (system.figures[place] for place in places)
    )


def smallest_sets(system: System, pairs: Iterable[Pair], most: int) -> tuple[tuple[Proof, ...], bool]:
    """Up to `most` sets that cannot hold and have none of `pairs` in them, smallest first, each with its proof; and
    whether there are more."""
    found: list[Proof] = []
    search = _Search(system, pairs)
    while (proof := search.next()) is not None:
        used = (proof.whole, *proof.parts)
        search.strike_out(used)
        if holds(system, used, proof.at):
            # Only rounding can bring us here. Nothing is said that whole numbers do not bear out.
            continue
        if len(found) == most:
            return tuple(found), True
        found.append(proof)
    return tuple(found), False


class _Search:
    """One mixed-integer program, from which what was found is struck out. Every variable is 0 or 1: is this the moment;
    is this figure used, as the most or as the least; is the rule used to take its whole apart."""

    def __init__(self, system: System, pairs: Iterable[Pair]) -> None:
        import highspy

        self._inf = highspy.kHighsInf
        self._system = system
        self._moments = system.moments()
        self._rows: list[tuple[float, float, dict[int, float]]] = []
        count = len(system.figures)
        self._at = 0
        self._used = len(self._moments)
        self._most = self._used + count
        self._least = self._most + count
        self._rule = self._least + count
        self._columns = self._rule + len(system.rules)
        self._one_moment()
        self._one_use()
        self._taken_apart()
        for pair in pairs:
            self._rows.append((-self._inf, len(pair) - 1, {self._used + place: 1.0 for place in pair}))
        self._solver = self._load(highspy)

    def _one_moment(self) -> None:
        self._rows.append((1, 1, {self._at + m: 1.0 for m in range(len(self._moments))}))
        for place, one in enumerate(self._system.figures):
            for column, said in ((self._least, one.least_at), (self._most, one.most_at)):
                when = {self._at + m: -1.0 for m, at in enumerate(self._moments) if said(at) is not None}
                self._rows.append((-self._inf, 0, {column + place: 1.0, **when}))

    def _one_use(self) -> None:
        figures = self._system.figures
        for place in range(len(figures)):
            self._rows.append((-self._inf, 0, {self._most + place: 1.0, self._used + place: -1.0}))
            self._rows.append((-self._inf, 0, {self._least + place: 1.0, self._used + place: -1.0}))
        highs = [place for place, one in enumerate(figures) if one.high is not None]
        self._rows.append((1, 1, {self._most + place: 1.0 for place in highs}))
        excess = {self._least + place: float(one.low) for place, one in enumerate(figures)}
        excess.update({self._most + place: -float(figures[place].high or 0) for place in highs})
        # Whole numbers: more is at least one more. Half of one leaves room for rounding, and `holds` has the last word.
        self._rows.append((0.5, self._inf, excess))

    def _taken_apart(self) -> None:
        """What comes to a subject from above (as the whole, or as a part of it) is what is told of it at least, or is
        taken apart again; some may stay unused, as a part of which nobody tells."""
        flow: dict[Subject, dict[int, float]] = {}
        for place, one in enumerate(self._system.figures):
            flow.setdefault(one.subject, {})[self._least + place] = 1.0
            if one.high is not None:
                flow[one.subject][self._most + place] = -1.0
        for number, rule in enumerate(self._system.rules):
            flow.setdefault(rule.whole, {})[self._rule + number] = 1.0
            for part in rule.parts:
                flow.setdefault(part, {})[self._rule + number] = -1.0
        self._rows.extend((-self._inf, 0, row) for row in flow.values())

    def _load(self, highspy: Any) -> Any:
        import numpy

        solver = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0), ("mip_rel_gap", 0.0)):
            solver.setOptionValue(option, value)
        program = highspy.HighsLp()
        program.num_col_ = self._columns
        program.num_row_ = len(self._rows)
        cost = numpy.zeros(self._columns)
        cost[self._used : self._most] = 1
        program.col_cost_ = cost
        program.col_lower_ = numpy.zeros(self._columns)
        program.col_upper_ = numpy.ones(self._columns)
        program.integrality_ = [highspy.HighsVarType.kInteger] * self._columns
        program.row_lower_ = numpy.array([row[0] for row in self._rows], dtype=float)
        program.row_upper_ = numpy.array([row[1] for row in self._rows], dtype=float)
        matrix = program.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        starts = [0]
        for _, _, row in self._rows:
            starts.append(starts[-1] + len(row))
        matrix.start_ = numpy.array(starts)
        matrix.index_ = numpy.array([column for _, _, row in self._rows for column in row])
        matrix.value_ = numpy.array([value for _, _, row in self._rows for value in row.values()], dtype=float)
        solver.passModel(program)
        self._optimal = highspy.HighsModelStatus.kOptimal
        return solver

    def next(self) -> Proof | None:
        self._solver.run()
        if self._solver.getModelStatus() != self._optimal:
            return None
        on = [value > 0.5 for value in self._solver.getSolution().col_value]
        figures = range(len(self._system.figures))
        return Proof(
            at=next(at for m, at in enumerate(self._moments) if on[self._at + m]),
            whole=next(place for place in figures if on[self._most + place]),
            parts=tuple(place for place in figures if on[self._least + place]),
            rules=tuple(rule for number, rule in enumerate(self._system.rules) if on[self._rule + number]),
        )

    def strike_out(self, places: Sequence[int]) -> None:
        columns = sorted({self._used + place for place in places})
        self._solver.addRow(-self._inf, len(columns) - 1, len(columns), columns, [1.0] * len(columns))
