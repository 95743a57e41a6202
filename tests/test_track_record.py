"""How each origin did, once a line is settled."""

from datetime import datetime

from desk import LATE, says
from reportedly.account import Account, Bounds, LineGroup, Settlement, TrackRecord
from reportedly.evidence import Evidence
from reportedly.figure import Kind
from reportedly.reconcile import account
from reportedly.reconcile.track_record import error, track_records
from reportedly.telling import Telling


def settled(value: int, kind: Kind = Kind.KILLED, role: str = "people") -> Settlement:
    return Settlement(kind, role, (), value, "the inquiry found so", LATE)


def tracks(*rows: Telling, to: tuple[Settlement, ...] = (settled(12),)) -> dict[str, tuple[TrackRecord, ...]]:
    derived: Account = account(Evidence(rows), "dam", LATE)
    whose = {row.claim_id: row.source or "" for row in rows}
    return dict(track_records(derived.lines, to, whose))


def test_an_origin_is_measured_by_its_first_figure_and_its_revisions() -> None:
    """Police said 20, then 10, then 12: eight too many, two too few, right; lowered once and raised once."""
    rows = [
        says(f"AP, Ila, {hour}:00. {number} died, police said.", number, source="police")
        for hour, number in (("09", 20), ("10", 10), ("11", 12))
    ]
    (record,) = tracks(*rows)["police"]
    assert (record.first, record.first_words, record.settled) == (Bounds(20, 20), "20", 12)
    assert [off for _, off in record.errors] == [8, -2, 0]
    assert (record.raised, record.lowered) == (1, 1)


def test_saying_it_again_is_no_revision() -> None:
    """Twelve twice is one figure, right since the first."""
    rows = [says(f"AP, Ila, {hour}:00. 12 died, police said.", 12, source="police") for hour in ("09", "10")]
    (record,) = tracks(*rows)["police"]
    assert record.errors == ((rows[0].published_at, 0),) and not record.raised and not record.lowered


def test_a_vague_figure_is_as_wrong_as_its_bounds() -> None:
    """More than 20 is nine too many of 12, and keeps its own words; "at least 10" is right."""
    assert error(Bounds(21, None), 12) == 9
    assert error(Bounds(10, None), 12) == error(Bounds(None, 12), 12) == 0
    assert error(Bounds(None, 5), 12) == -7
    (record,) = tracks(
        says("AP, Ila, 09:00. More than 20 died, police said.", 21, None, source="police", phrase="More than 20")
    )["police"]
    assert record.first_words == "more than 20"


def test_who_is_not_known_has_no_record() -> None:
    """And nobody has one on a line that is not settled, or for a part of it."""
    unknown = says("AP, Ila, 09:00. 10 died.", 10)
    part = says("AP, Ila, 10:00. Two of the dead were children, police said.", 2, source="police", part=True)
    wounded = says("AP, Ila, 11:00. 5 were hurt, police said.", 5, source="police", kind=Kind.WOUNDED)
    assert tracks(unknown, part, wounded) == {}


def test_the_last_settlement_of_a_line_holds() -> None:
    """An inquiry may say more than an earlier one."""
    row = says("AP, Ila, 09:00. 10 died, police said.", 10, source="police")
    (record,) = tracks(row, to=(settled(12), settled(14)))["police"]
    assert (record.settled, record.errors[0][1], record.group) == (14, -4, LineGroup("people"))
    assert isinstance(record.first_at, datetime)
