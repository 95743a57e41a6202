"""What moved: the steps of the account, its demands, and what cannot all be true, as the page shows them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from reportedly.account import Account, Bounds, Change, Conflict, Is, Line, LineClaim, LineGroup, Stated
from reportedly.figure import Kind
from reportedly.show.figure_words import Phrasing, Wording, bounds_of, group_words, wording
from reportedly.show.page_lines import Lookup, Teller, line_name, teller
from reportedly.show.page_marks import THE_CLAIM
from reportedly.show.quoting import Excerpt, excerpt, one_line

WHAT = {
    "first": "first count",
    "rose": "rose",
    "fell": "fell",
    "corrected": "corrected",
    "confirmed": "confirmed",
    "disputed": "disputed",
    "withdrawn": "withdrawn",
    "denied": "denied",
    "demand": "demand",
    "responsibility": "responsibility",
}


LineKey = tuple[Kind, LineGroup] | None
Trends = dict[tuple[Kind, LineGroup], "Trend"]


@dataclass(frozen=True, slots=True)
class Step:
    at: datetime
    what: str
    line: str | None
    group: str | None
    before: Wording | None
    after: Wording | None
    origin: str
    outlet: str | None
    claim: str
    """Its words in full, by which it is told from others."""
    text: Excerpt
    href: str | None
    key: LineKey
    """None where a demand or a claim of responsibility changed."""


@dataclass(frozen=True, slots=True)
class Told:
    """The steps that one saying made, told once with its words."""

    steps: tuple[Step, ...]

    @property
    def first(self) -> Step:
        return self.steps[0]


def told_at_once(every: Sequence[Step]) -> list[Told]:
    def saying(step: Step) -> tuple[datetime, str, str | None, str]:
        return step.at, step.origin, step.outlet, step.claim

    return [Told(tuple(group)) for _, group in groupby(every, key=saying)]


def steps(
    changes: Sequence[Change], account: Account, known: Lookup, said: Mapping[tuple[Kind, LineGroup], Phrasing]
) -> list[Step]:
    """As given, in the words of the claims that made them."""
    lines: dict[LineKey, Line] = {(line.kind, line.group): line for line in account.lines}
    wanted = {(change.report_id, change.claim_id) for change in changes}
    told: dict[tuple[LineKey, str, str], list[LineClaim]] = {}
    for key in {change.line for change in changes if change.line in lines}:
        for claim in lines[key].claims:
            if (claim.report_id, claim.claim_id) in wanted:
                told.setdefault((key, claim.report_id, claim.claim_id), []).append(claim)
    return [
        _step(
            change,
            told.get((change.line, change.report_id, change.claim_id), []),
            None if change.line is None else said.get(change.line),
            known,
        )
        for change in changes
    ]


def _step(change: Change, told: Sequence[LineClaim], said: Phrasing | None, known: Lookup) -> Step:
    """`told` are the figures on that line of the claim that made the change."""
    made_it = next((c for c in told if bounds_of(c) == change.after), told[0] if told else None)
    figure = THE_CLAIM if change.line is None else 0 if made_it is None else made_it.figure
    after = made_it if made_it is not None and bounds_of(made_it) == change.after else None
    return Step(
        at=change.at,
        what=WHAT.get(change.what, change.what),
        line=None if change.line is None else line_name(change.line[0]),
        group=None if change.line is None else group_words(change.line[1]),
        before=_words(change.before, said),
        after=_words(change.after, said) if after is None else wording(after),
        origin=change.origin,
        outlet=None if change.outlet == change.origin else change.outlet,
        claim=change.text,
        text=excerpt(change.text, "" if made_it is None else made_it.phrase, 220),
        href=known.href(change.report_id, change.claim_id, figure),
        key=change.line,
    )


def _words(bounds: Bounds | None, said: Phrasing | None) -> Wording | None:
    return None if bounds is None or said is None else said.words(bounds)


class Trend(NamedTuple):
    """Whence a line's best figure came: the one before it, and whether it is more now (None: neither more nor less)."""

    up: bool | None
    before: Wording


def trends(changes: Sequence[Change], account: Account, said: Mapping[tuple[Kind, LineGroup], Phrasing]) -> Trends:
    """Of each line whose best figure was another one before; the last move counts."""
    best = {(line.kind, line.group): line.best for line in account.lines}
    found: Trends = {}
    for change in changes:
        key = change.line
        if key is None or key not in said or change.before == change.after:
            continue
        found.pop(key, None)
        if change.before is not None and change.after is not None and change.after == best.get(key):
            was, now = _least(change.before), _least(change.after)
            found[key] = Trend(None if was == now else now > was, said[key].words(change.before))
    return found


def _least(bounds: Bounds) -> int:
    return next((end for end in (bounds.low, bounds.high) if end is not None), 0)


# Demands and claims of responsibility


@dataclass(frozen=True, slots=True)
class StatedRow:
    stated: Stated
    outlet: str | None
    text: str
    href: str | None
    until: datetime | None
    """When what replaced it was published."""


def stated_rows(stated: Sequence[Stated], known: Lookup) -> list[StatedRow]:
    """The newest first, what still stands before what does not; a copy of one that stands is left out."""
    times = {each.claim_id: each.published_at for each in stated}
    rows = [
        StatedRow(
            stated=each,
            outlet=_outlet(each, known),
            text=one_line(each.text, 300),
            href=known.href(each.report_id, each.claim_id, THE_CLAIM),
            until=None if each.replaced_by is None else times.get(each.replaced_by),
        )
        for each in stated
        if each.is_ is not Is.REPEATED
    ]
    rows.sort(key=lambda row: row.stated.published_at, reverse=True)
    return sorted(rows, key=lambda row: row.stated.is_ is not Is.CURRENT)


def _outlet(stated: Stated, known: Lookup) -> str | None:
    outlet = known.outlets.get(stated.report_id)
    return None if outlet == stated.origin else outlet


# What cannot all be true


@dataclass(frozen=True, slots=True)
class Dispute:
    """All conflicts of one line that break one rule, as one: each side is told once."""

    line: str | None
    group: str | None
    rule: str
    whys: tuple[str, ...]
    more_whys: int
    sides: tuple[Teller, ...]
    more_sides: int


MOST_SIDES = 6
MOST_WHYS = 6


def disputes(account: Account, known: Lookup) -> list[Dispute]:
    """In the account's order of conflicts. A conflict names claims, and a claim may stand on many lines: its figure
    is taken from the line that holds most of the conflict's claims."""
    found = _where_they_stand(account)
    together: dict[tuple[str, int | None], list[Conflict]] = {}
    for conflict in account.conflicts:
        home = _home(conflict, found)
        together.setdefault((conflict.rule, home), []).append(conflict)
    return [_dispute(rule, home, same, account, found, known) for (rule, home), same in together.items()]


Standing = dict[str, dict[int, LineClaim]]
"""claim id -> the place of a line -> the claim as that line sees it."""


def _where_they_stand(account: Account) -> Standing:
    wanted = {claim for conflict in account.conflicts for claim in conflict.claims}
    found: Standing = {claim: {} for claim in wanted}
    for place, line in enumerate(account.lines):
        for claim in line.claims:
            if claim.claim_id in wanted:
                kept = found[claim.claim_id].get(place)
                if kept is None or (kept.part and not claim.part):
                    found[claim.claim_id][place] = claim
    return found


def _home(conflict: Conflict, found: Standing) -> int | None:
    places = Counter(place for claim in conflict.claims for place in found[claim])
    return min(places, key=lambda place: (-places[place], place), default=None)


def _dispute(
    rule: str, home: int | None, same: Sequence[Conflict], account: Account, found: Standing, known: Lookup
) -> Dispute:
    claims = dict.fromkeys(claim for conflict in same for claim in conflict.claims)
    line = None if home is None else account.lines[home]
    told = [_as_told(found[claim], home, account) for claim in claims]
    sides = sorted((side for side in told if side is not None), key=lambda c: (c.low is None, c.low or 0, c.high or 0))
    return Dispute(
        line=None if line is None else line_name(line.kind),
        group=None if line is None else group_words(line.group),
        rule=rule,
        whys=tuple(conflict.why for conflict in same[:MOST_WHYS]),
        more_whys=max(0, len(same) - MOST_WHYS),
        sides=tuple(teller(side, known) for side in _spread(sides)),
        more_sides=len(sides) - len(_spread(sides)),
    )


def _spread(sides: Sequence[LineClaim]) -> list[LineClaim]:
    """Each figure once, by whoever told it last; of many figures the least, the greatest and some between."""
    last = {bounds_of(side): side for side in sorted(sides, key=lambda side: side.published_at)}
    distinct = [side for side in sides if last[bounds_of(side)] is side]
    if len(distinct) <= MOST_SIDES:
        return distinct
    step = (len(distinct) - 1) / (MOST_SIDES - 1)
    return [distinct[round(step * place)] for place in range(MOST_SIDES)]


def _as_told(places: dict[int, LineClaim], home: int | None, account: Account) -> LineClaim | None:
    """On the dispute's own line, else on one of the same kind, else on any."""
    if not places or home is None:
        return None
    kind = account.lines[home].kind
    return places[min(places, key=lambda place: (place != home, account.lines[place].kind is not kind, place))]
