"""What changed, step by step, and who said so: the moves of every line, and of what is demanded and claimed."""

from collections.abc import Iterator
from datetime import datetime

from reportedly.account import Change, Is
from reportedly.claim import ClaimKind
from reportedly.evidence import Evidence, known_by
from reportedly.reconcile.account import courses
from reportedly.reconcile.demands import stated
from reportedly.reconcile.revisions import first_versions


def changes(
    evidence: Evidence,
    since: datetime | None = None,
    until: datetime | None = None,
    recorded_by: datetime | None = None,
) -> tuple[Change, ...]:
    """The steps published after `since` and up to `until` (exclusive, inclusive; None: no bound), oldest first, under
    the policy `latest`. For a withdrawal, the claim is the one that was dropped and the report the one that dropped
    it. A step is a pure function of what had been published by then."""
    known = known_by(evidence, until, recorded_by)
    found = [*_of_lines(known), *_of_sayings(known)]
    if since is not None:
        found = [change for change in found if change.at > since]
    # A stable sort: changes of one moment stay in the order of the lines, and of a line in the order they came.
    found.sort(key=lambda change: change.at)
    return tuple(found)


def _of_lines(known: Evidence) -> Iterator[Change]:
    for line, voices, course in courses(known):
        for step in course.steps:
            telling, origin = voices[step.voice]
            yield Change(
                at=step.at,
                line=line,
                what=step.what,
                before=step.before,
                after=step.after,
                origin=origin.name,
                outlet=telling.outlet,
                claim_id=telling.claim_id,
                report_id=step.report_id,
                text=telling.text,
            )


def _of_sayings(known: Evidence) -> Iterator[Change]:
    pages = first_versions(known.editions)
    outlets = {one.report_id: one.outlet for one in known.sayings}
    for kind in (ClaimKind.DEMAND, ClaimKind.RESPONSIBILITY):
        for one in stated(known, kind, pages):
            if one.is_ is Is.REPEATED:
                continue
            yield Change(
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
