"""The account: the best version of events as of a moment, derived from the evidence and nothing else.

Same evidence in any order, same moment, same policy: the same account. Its lines and conflicts come in the order that
it is read in: by kind, people before other groups.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from reportedly.account import Account, Bounds, Implied, Is, Line, LineClaim, LineGroup, Standing, Stated
from reportedly.claim import ClaimKind, Polarity
from reportedly.evidence import Evidence, known_by, published_between
from reportedly.reconcile.collector import paused
from reportedly.reconcile.conflicts import Found, found_among
from reportedly.reconcile.demands import stated
from reportedly.reconcile.implied import implied_by
from reportedly.reconcile.incremental import Accounting, Followed, accounting, appended
from reportedly.reconcile.lines import Voice
from reportedly.reconcile.nesting import all_learned
from reportedly.reconcile.policies import Holding, policy_named
from reportedly.reconcile.standing import standing
from reportedly.reconcile.told import Told, told


def account(
    evidence: Evidence,
    story: str,
    as_of: datetime,
    policy: str = "latest",
    recorded_by: datetime | None = None,
) -> Account:
    """The account as of a moment: what was published by then and recorded by `recorded_by`, both inclusive (None: all
    that was recorded). Raises `WrongUse` for a policy that is none."""
    policy_named(policy)
    with paused(len(evidence.tellings)):
        return account_of(accounting(known_by(evidence, as_of, recorded_by)), story, as_of, policy)


def accounts(
    evidence: Evidence,
    story: str,
    moments: Sequence[datetime],
    policy: str = "latest",
    recorded_by: datetime | None = None,
) -> tuple[Account, ...]:
    """The account as of each moment, in the order of the moments: the same as `account` of each, in one pass."""
    policy_named(policy)
    known = known_by(evidence, None, recorded_by)
    so_far = Accounting()
    latest: datetime | None = None
    made: dict[datetime, Account] = {}
    for moment in sorted(set(moments)):
        so_far = appended(so_far, published_between(known, latest, moment))
        latest = moment
        made[moment] = account_of(so_far, story, moment, policy)
    return tuple(made[moment] for moment in moments)


def lines_as_of(evidence: Evidence, as_of: datetime, policy: str = "latest") -> tuple[Line, ...]:
    """The account's lines alone: whoever does not ask what cannot all be true is spared the search for it."""
    policy_named(policy)
    return tuple(_shown(line, policy) for line in accounting(known_by(evidence, as_of)).followed)


def account_of(so_far: Accounting, story: str, as_of: datetime, policy: str = "latest") -> Account:
    """The account of all that was taken in, none of it published after the moment."""
    policy_named(policy)
    lines = so_far.followed
    shown = tuple(_shown(line, policy) for line in lines)
    demands, responsibility = _stated(so_far)
    impossible, follows = _arithmetic(so_far, lines, shown, policy)
    return Account(
        story=story,
        as_of=as_of,
        policy=policy,
        lines=shown,
        demands=demands,
        responsibility=responsibility,
        conflicts=impossible.conflicts,
        more_conflicts=impossible.more,
        implied=follows,
    )


def _stated(so_far: Accounting) -> tuple[tuple[Stated, ...], tuple[Stated, ...]]:
    if "stated" not in so_far.shown:
        known, pages = so_far.stated, so_far.pages.roots
        so_far.shown["stated"] = tuple(
            stated(known, kind, pages) for kind in (ClaimKind.DEMAND, ClaimKind.RESPONSIBILITY)
        )
    return cast("tuple[tuple[Stated, ...], tuple[Stated, ...]]", so_far.shown["stated"])


def _arithmetic(
    so_far: Accounting, lines: Sequence[Followed], shown: tuple[Line, ...], policy: str
) -> tuple[Found, tuple[Implied, ...]]:
    """What cannot all be true, and what follows: made again only where what it follows from has changed."""
    figures: list[Told] = []
    for line, as_shown in zip(lines, shown, strict=True):
        if f"told {policy}" not in line.shown:
            line.shown[f"told {policy}"] = told((as_shown,))
        figures += cast("tuple[Told, ...]", line.shown[f"told {policy}"])
    learned = all_learned(so_far.nestings.values())
    known = so_far.shown.get(f"arithmetic {policy}")
    if known is None or known[0] != (figures, learned):  # type: ignore[index]
        made = found_among(figures, learned), implied_by(shown, figures, learned)
        known = so_far.shown[f"arithmetic {policy}"] = ((figures, learned), made)
    return cast("tuple[Found, tuple[Implied, ...]]", known[1])  # type: ignore[index]


def _shown(line: Followed, policy: str) -> Line:
    if policy not in line.shown:
        line.shown[policy] = _line(line, policy)
    return cast(Line, line.shown[policy])


def _claims(line: Followed) -> tuple[LineClaim, ...]:
    """The line's tellings as they stand. What stands as it stood a step before is taken over as it is."""
    if "claims" in line.shown:
        return cast("tuple[LineClaim, ...]", line.shown["claims"])
    course, voices = line.course, line.voices
    stands, replaced_by, parts = course.stands, course.replaced_by, course.parts
    made: list[LineClaim] = []
    earlier = line.before
    if earlier is not None and "claims" in earlier.shown:
        made.extend(cast("tuple[LineClaim, ...]", earlier.shown["claims"]))
        old = earlier.course
        for place, known in enumerate(zip(earlier.voices, old.stands, old.replaced_by, old.parts, strict=True)):
            now = (voices[place], stands[place], replaced_by[place], parts[place])
            if known[1:] != now[1:] or known[0] is not now[0]:
                made[place] = _claim(*now)
    start = len(made)
    made.extend(map(_claim, voices[start:], stands[start:], replaced_by[start:], parts[start:]))
    line.shown["claims"] = tuple(made)
    return tuple(made)


def _claim(voice: Voice, stands: Is, replaced_by: str | None, part: bool) -> LineClaim:
    telling, origin = voice
    return LineClaim(
        telling.claim_id,
        telling.figure,
        stands,
        telling.low,
        telling.high,
        origin.name,
        telling.published_at,
        telling.text,
        telling.phrase,
        telling.report_id,
        replaced_by,
        part,
        telling.polarity,
        telling.approx,
    )


def _line(line: Followed, policy: str) -> Line:
    voices, course = line.voices, line.course
    contested = set(course.contested)
    current, besides = Is.CURRENT, contested | {course.best}
    held = [
        place
        for place, (stands, part) in enumerate(zip(course.stands, course.parts, strict=True))
        if ((stands is current and not part) or place in besides)
        and voices[place].telling.polarity is Polarity.ASSERTED
    ]
    best: Bounds | None = None
    span: Bounds | None = None
    if course.best is not None:
        holdings = [_holding(voices[place]) for place in held]
        best, span = policy_named(policy)(holdings, held.index(course.best))
    who = ((voices[place].origin.counted, _bounds(voices[place]), voices[place].telling.approx) for place in held)
    stand, origins = standing(who)
    if contested and stand is not Standing.NONE:
        stand = Standing.DISPUTED
    return Line(
        kind=line.name[0],
        group=LineGroup(*line.name[1:]),
        best=best,
        range=span,
        standing=stand,
        origins=origins,
        since=course.since,
        claims=_claims(line),
    )


def _bounds(voice: Voice) -> Bounds:
    return Bounds(voice.telling.low, voice.telling.high)


def _holding(voice: Voice) -> Holding:
    return Holding(_bounds(voice), voice.telling.phrase, voice.origin.counted)
