"""The facade, where another process writes to the same ledger."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom import wire
from reportedly.claim import Claim
from reportedly.ledger.sql import SqlLedger
from reportedly.story import Story


def test_claims_of_a_report_that_comes_while_they_are_asked_for_come_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """AP's 15 is recorded by another process between the look at the reports and the look at the claims: it is left out
    whole, with no error, and there the next time."""
    place = tmp_path / "ledger.db"
    first = wire("AP, Izmir, 04:10. At least 12 people died, the governor said.", name="ap-1")
    later = wire("AP, Izmir, 05:10. At least 15 people died, the governor said.", name="ap-2")
    with Story.open("quake", place, create=True) as story:
        story.add([first])
        claims = SqlLedger.claims

        def meanwhile(ledger: SqlLedger, name: str) -> Iterator[Claim]:
            monkeypatch.setattr(SqlLedger, "claims", claims)
            with Story.open("quake", place) as other:
                other.add([later])
            return claims(ledger, name)

        monkeypatch.setattr(SqlLedger, "claims", meanwhile)
        assert {report.id for report, _ in story.claims()} == {"ap-1"}
        assert {report.id for report, _ in story.claims()} == {"ap-1", "ap-2"}
