"""The account: the best version of events as of a moment, derived from the evidence and nothing else.

Same evidence in any order, same moment, same policy: the same account. Its lines and conflicts come in the order that
it is read in: by kind, people before other groups.
"""

from collections.abc import Iterable
from datetime import datetime

from reportedly.account import Account, Bounds, Is, Line, LineClaim, LineGroup, Standing
from reportedly.claim import ClaimKind, Polarity
from reportedly.evidence import Evidence, known_by
from reportedly.figure import Kind
from reportedly.reconcile.conflicts import found
from reportedly.reconcile.demands import stated
from reportedly.reconcile.implied import implied
from reportedly.reconcile.lines import GROWING, LineKey, Voice, lines
from reportedly.reconcile.nesting import learn_nesting
from reportedly.reconcile.policies import Holding, Policy, policy_named
from reportedly.reconcile.revisions import first_versions, newer_versions
from reportedly.reconcile.standing import standing
from reportedly.reconcile.updates import Course, follow


def account(
    evidence: Evidence,
    story: str,
    as_of: datetime,
    policy: str = "latest",
    recorded_by: datetime | None = None,
) -> Account:
    """The account as of a moment: what was published by then and recorded by `recorded_by`, both inclusive (None: all
    that was recorded). Raises `WrongUse` for a policy that is none."""
    print_by = policy_named(policy)
    known = known_by(evidence, as_of, recorded_by)
    derived = tuple(_line(key, voices, course, print_by) for key, voices, course in courses(known))
    pages = first_versions(known.editions)
    learned = learn_nesting(known.tellings)
    impossible = found(derived, learned)
    return Account(
        story=story,
        as_of=as_of,
        policy=policy,
        lines=derived,
        demands=stated(known, ClaimKind.DEMAND, pages),
        responsibility=stated(known, ClaimKind.RESPONSIBILITY, pages),
        conflicts=impossible.conflicts,
        more_conflicts=impossible.more,
        implied=implied(derived, learned),
    )


def courses(known: Evidence) -> Iterable[tuple[LineKey, tuple[Voice, ...], Course]]:
    """Every line of the evidence, with its voices and how it went."""
    newer = newer_versions(known.editions)
    for key, voices in lines(known.tellings, first_versions(known.editions)).items():
        yield key, voices, follow(voices, key[0] in GROWING, newer)


def _line(key: tuple[Kind, LineGroup], voices: tuple[Voice, ...], course: Course, print_by: Policy) -> Line:
    contested = set(course.contested)
    held: list[int] = []
    claims: list[LineClaim] = []
    for place, (telling, origin) in enumerate(voices):
        stands = course.stands[place]
        part = course.parts[place]
        asserted = telling.polarity is Polarity.ASSERTED
        if asserted and ((stands is Is.CURRENT and not part) or place in contested or place == course.best):
            held.append(place)
        claims.append(
            LineClaim(
                claim_id=telling.claim_id,
                figure=telling.figure,
                is_=stands,
                low=telling.low,
                high=telling.high,
                origin=origin.name,
                published_at=telling.published_at,
                text=telling.text,
                phrase=telling.phrase,
                report_id=telling.report_id,
                replaced_by=course.replaced_by[place],
                part=part,
                polarity=telling.polarity,
                approx=telling.approx,
            )
        )
    best: Bounds | None = None
    span: Bounds | None = None
    if course.best is not None:
        holdings = [_holding(voices[place]) for place in held]
        best, span = print_by(holdings, held.index(course.best))
    who = ((voices[place].origin.counted, _bounds(voices[place]), voices[place].telling.approx) for place in held)
    stand, origins = standing(who)
    if contested and stand is not Standing.NONE:
        stand = Standing.DISPUTED
    return Line(
        kind=key[0],
        group=key[1],
        best=best,
        range=span,
        standing=stand,
        origins=origins,
        since=course.since,
        claims=tuple(claims),
    )


def _bounds(voice: Voice) -> Bounds:
    return Bounds(voice.telling.low, voice.telling.high)


def _holding(voice: Voice) -> Holding:
    return Holding(_bounds(voice), voice.telling.phrase, voice.origin.counted)
