"""What changed, step by step, and who said so: the moves of every line, and of what is demanded and claimed."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from reportedly.account import Change, Is, LineGroup
from reportedly.claim import ClaimKind
from reportedly.evidence import Evidence, known_by
from reportedly.reconcile.demands import stated
from reportedly.reconcile.incremental import Accounting, Followed, accounting


def changes(
    evidence: Evidence,
    since: datetime | None = None,
    until: datetime | None = None,
    recorded_by: datetime | None = None,
) -> tuple[Change, ...]:
    """The steps published after `since` and up to `until` (exclusive, inclusive; None: no bound), oldest first, under
    the policy `latest`. For a withdrawal, the claim is the one that was dropped and the report the one that dropped
    it. A step is a pure function of what had been published by then."""
    found: Sequence[Change] = changes_of(accounting(known_by(evidence, until, recorded_by)))
    return tuple(found if since is None else (change for change in found if change.at > since))


def changes_of(so_far: Accounting) -> tuple[Change, ...]:
    """All steps of what was taken in, oldest first."""
    found = [change for line in so_far.followed for change in changes_of_line(line)]
    found += changes_of_sayings(so_far)
    # A stable sort: changes of one moment stay in the order of the lines, and of a line in the order they came.
    found.sort(key=lambda change: change.at)
    return tuple(found)


def changes_of_line(line: Followed, start: int = 0) -> Iterator[Change]:
    """The line's own, in the order they came, from its step `start` (from 0)."""
    named = line.name[0], LineGroup(*line.name[1:])
    for step in line.course.steps[start:]:
        telling, origin = line.voices[step.voice]
        yield Change(
            at=step.at,
            line=named,
            what=step.what,
            before=step.before,
            after=step.after,
            origin=origin.name,
            outlet=telling.outlet,
            claim_id=telling.claim_id,
            report_id=step.report_id,
            text=telling.text,
        )


def changes_of_sayings(so_far: Accounting) -> tuple[Change, ...]:
    """Those of what is demanded and claimed."""
    known, pages = so_far.stated, so_far.pages.roots
    outlets = {one.report_id: one.outlet for one in known.sayings}
    return tuple(
        Change(
            at=one.published_at,
            line=None,
            what=kind.value,
            before=None,
            after=None,
            origin=one.origin,
            outlet=outlets[one.report_id],
            claim_id=one.claim_id,
            report_id=one.report_id,
            text=one.text,
        )
        for kind in (ClaimKind.DEMAND, ClaimKind.RESPONSIBILITY)
        for one in stated(known, kind, pages)
        if one.is_ is not Is.REPEATED
    )
