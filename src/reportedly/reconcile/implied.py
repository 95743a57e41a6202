"""What follows for a line though nobody said it, if the claims that it rests on are right.

Arithmetic only, and marked as implied wherever it is shown. Where a count is disputed, the least that anybody says of
it is used; and of how many there were in all, each answer gives its own: "so at most 16 can still be held, if the
kidnappers' 41 is right". From a rough figure ("dozens") no number follows, and what contradicts is a conflict.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.account import Bounds, Implied, Line, LineClaim
from reportedly.figure import Kind
from reportedly.reconcile.arithmetic import (
    PART_OF_WHOLE,
    Lasts,
    Rule,
    Subject,
    lasts,
    rules,
    subject,
    upwards,
)
from reportedly.reconcile.nesting import NOTHING_LEARNED, Nesting
from reportedly.reconcile.told import Told, told
from reportedly.reconcile.wording import counted_as_told, exactly, group_as_told

MOST = 12
MOST_OF_ONE = 3
"""Answers to how many there were in all that are gone through for one line."""


class Least(NamedTuple):
    """The least that a subject can be as of now, and who says so."""

    number: int
    parts: tuple[Told, ...]


NOTHING = Least(0, ())

_WERE = {Kind.ATTACKERS: "attacked", Kind.PRESENT: "were there", Kind.ESCAPED: "escaped", Kind.HELD: "are held"}
_CAN = {
    Kind.HELD: "can still be held",
    Kind.ESCAPED: "can have escaped",
    Kind.MISSING: "can still be missing",
}


def implied(lines: Sequence[Line], learned: Nesting = NOTHING_LEARNED) -> tuple[Implied, ...]:
    """What follows from the figures that stand on these lines; see `implied_by`."""
    return implied_by(lines, told(lines), learned)


def implied_by(
    lines: Sequence[Line], figures: Sequence[Told], learned: Nesting = NOTHING_LEARNED
) -> tuple[Implied, ...]:
    """What follows as of now, in the order of the lines that it follows for: of a line that has a best figure, only
    what that leaves open. `figures` is what stands on the lines."""
    all_rules = rules((each.subject for each in figures), learned)
    if not all_rules:
        return ()
    least = _least(figures, all_rules)
    printed = _printed(lines)
    found = [*_at_least(figures, all_rules, least, printed), *_at_most(figures, all_rules, least, printed)]
    kinds = list(Kind)
    found.sort(key=lambda one: (kinds.index(one.kind), one.group.role, one.group.nationality))
    return tuple(found[:MOST])


def _printed(lines: Iterable[Line]) -> Mapping[Subject, Line]:
    """For each subject its line; where several lines ask for it, the one that most claims tell of."""
    found: dict[Subject, Line] = {}
    for line in lines:
        about = subject(line.kind, line.group)
        if line.best is not None and (about not in found or len(found[about].claims) < len(line.claims)):
            found[about] = line
    return found


def _least(figures: Sequence[Told], all_rules: Sequence[Rule]) -> Mapping[Subject, Least]:
    """The least that each subject is now by anybody's count. A state of an hour ago says nothing of now."""
    found: dict[Subject, Least] = {}
    for each in figures:
        if lasts(each.kind) is not Lasts.DAY and not each.first.part and not each.first.approx and each.low > 0:
            known = found.get(each.subject)
            if known is None or each.low < known.number:
                found[each.subject] = Least(each.low, (each,))
    for whole in upwards(all_rules):
        for rule in all_rules:
            if rule.whole == whole:
                total = _sum(found.get(part, NOTHING) for part in rule.parts)
                if total.number > found.get(whole, NOTHING).number:
                    found[whole] = total
    return found


def _sum(parts: Iterable[Least]) -> Least:
    known = tuple(parts)
    return Least(sum(each.number for each in known), tuple(one for each in known for one in each.parts))


def _at_least(
    figures: Sequence[Told],
    all_rules: Sequence[Rule],
    least: Mapping[Subject, Least],
    printed: Mapping[Subject, Line],
) -> Iterator[Implied]:
    for about, line in printed.items():
        follows = least.get(about, NOTHING)
        stated = 0 if line.best is None or line.best.low is None else line.best.low
        if follows.number <= stated or any(part.subject == about for part in follows.parts):
            continue
        if any(one.subject == about and _forbids(one, follows) for one in figures):
            continue  # That is a conflict, and told there.
        rule = next((r.name for r in all_rules if r.whole == about and len(r.parts) > 1), PART_OF_WHOLE)
        rule = rule if len(follows.parts) > 1 else PART_OF_WHOLE
        number = f"{follows.number:,} {group_as_told(line.group)}"
        yield Implied(
            kind=line.kind,
            group=line.group,
            bounds=Bounds(follows.number, None),
            claims=_ids(one.first for one in follows.parts),
            rule=rule,
            why=f"so at least {number} {_WERE.get(line.kind, f'were {line.kind}')}, "
            f"if {_told_by(follows.parts)} {'are' if len(follows.parts) > 1 else 'is'} right",
        )


def _forbids(one: Told, follows: Least) -> bool:
    """Whether somebody said, no sooner than the parts were told, that there were no more."""
    if one.high is None or one.high >= follows.number:
        return False
    return lasts(one.kind) is Lasts.ALWAYS or all(p.first.published_at <= one.last.published_at for p in follows.parts)


def _at_most(
    figures: Sequence[Told],
    all_rules: Sequence[Rule],
    least: Mapping[Subject, Least],
    printed: Mapping[Subject, Line],
) -> Iterator[Implied]:
    for rule in all_rules:
        if len(rule.parts) < 2 or lasts(rule.whole.kind) is not Lasts.ALWAYS:
            continue
        answers = [one for one in figures if one.subject == rule.whole and one.high is not None and not one.last.approx]
        for part in rule.parts:
            others = _sum(least.get(other, NOTHING) for other in rule.parts if other != part)
            line = printed.get(part)
            if not others.parts or (line is None and part.kind is not Kind.HELD):
                continue
            for whole in answers[:MOST_OF_ONE]:
                assert whole.high is not None
                most = whole.high - others.number
                stated = None if line is None or line.best is None else line.best.high
                if most < least.get(part, NOTHING).number or (stated is not None and stated <= most):
                    continue
                yield _so_at_most(part, line, most, whole, others, rule)


def _so_at_most(part: Subject, line: Line | None, most: int, whole: Told, others: Least, rule: Rule) -> Implied:
    group = whole.group if line is None else line.group
    can = _CAN.get(part.kind, f"can have been {part.kind}")
    teller = whole.last
    total = f"{'the ' if exactly(teller) else ''}{counted_as_told(teller, whole.kind, whole.group, whole.group)}"
    return Implied(
        kind=part.kind,
        group=group,
        bounds=Bounds(None, most),
        claims=_ids((teller, *(one.first for one in others.parts))),
        rule=rule.name,
        why=f"so at most {most:,} {group_as_told(group)} {can}, if {total} that {teller.origin} said and "
        f"{_told_by(others.parts)} are right",
    )


def _told_by(parts: Iterable[Told]) -> str:
    return " and ".join(
        f"{counted_as_told(one.first, one.kind, one.group)} ({one.first.origin})" for one in dict.fromkeys(parts)
    )


def _ids(claims: Iterable[LineClaim]) -> tuple[str, ...]:
    return tuple(sorted({claim.claim_id for claim in claims}))
