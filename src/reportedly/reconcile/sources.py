"""Who speaks: every origin, how often, and how its figures stand as of an account."""

from collections import Counter
from collections.abc import Iterable

from reportedly.account import Account, Is, Settlement, SourceRecord
from reportedly.evidence import Saying
from reportedly.reconcile.origins import Origin, origins
from reportedly.reconcile.track_record import track_records

_FALLEN = (Is.WITHDRAWN, Is.DENIED)


def sources(
    speakers: Iterable[Saying], account: Account, settlements: Iterable[Settlement] = ()
) -> tuple[SourceRecord, ...]:
    """One record for each origin, whoever speaks most first. `speakers` is every claim as a saying, whatever its kind;
    those published after the account's moment are left out. Reports of which nothing is known are one record, which
    has no track: it is nobody's. `settlements` come in the order in which they were made; the last of a line holds."""
    spoken = [one for one in speakers if one.published_at <= account.as_of]
    found = zip(spoken, origins(spoken, {}), strict=True)
    by_claim: dict[str, Origin] = {one.claim_id: origin for one, origin in found}
    stands: dict[str, Counter[Is]] = {}
    for line in account.lines:
        for claim in line.claims:
            if claim.claim_id in by_claim:
                stands.setdefault(by_claim[claim.claim_id].counted, Counter())[claim.is_] += 1
    tracks = track_records(account.lines, settlements, {claim: origin.counted for claim, origin in by_claim.items()})
    said: dict[str, list[Saying]] = {}
    for one in spoken:
        said.setdefault(by_claim[one.claim_id].counted, []).append(one)
    records = []
    for counted, theirs in said.items():
        count = stands.get(counted, Counter())
        told = min(theirs, key=lambda one: (one.published_at, one.report_id, one.claim_id))
        roles = sorted(one.source_role for one in theirs if one.source_role is not None)
        records.append(
            SourceRecord(
                name=by_claim[told.claim_id].name,
                role=roles[0] if roles else None,
                named=any(one.source_named for one in theirs),
                claims=len(theirs),
                figures=sum(count.values()),
                current=count[Is.CURRENT],
                repeated=count[Is.REPEATED],
                updated=count[Is.UPDATED],
                corrected=count[Is.CORRECTED],
                fallen=sum(count[is_] for is_ in _FALLEN),
                first=told.published_at,
                last=max(one.published_at for one in theirs),
                track=tracks.get(counted, ()),
            )
        )
    return tuple(sorted(records, key=lambda record: (-record.claims, record.name)))
