"""Demands and responsibility: in order, and what replaced what."""

from desk import asks, desk
from newsroom import MORNING
from reportedly.account import Is
from reportedly.claim import ClaimKind, Polarity
from reportedly.evidence import Edition


def test_a_later_demand_replaces_the_same_origins_earlier_one() -> None:
    """They wanted prisoners freed, and now want a way out."""
    first = asks("AP, Ila, 09:00. Free our men, the rebels said.", source="the rebels")
    second = asks("AFP, Ila, 12:00. They now want safe passage, the rebels said.", source="the rebels")
    one, other = desk(second, first).demands
    assert (one.claim_id, one.is_, one.replaced_by) == (first.claim_id, Is.UPDATED, second.claim_id)
    assert other.is_ is Is.CURRENT


def test_two_demands_in_one_report_stand_together() -> None:
    """A list of demands is not a list of changes of mind."""
    report = "AP, Ila, 09:00. They want a plane and a million."
    account = desk(
        asks(report, source="the rebels", claim_id="plane", text="a plane"),
        asks(report, source="the rebels", claim_id="million", text="a million"),
    )
    assert [demand.is_ for demand in account.demands] == [Is.CURRENT, Is.CURRENT]


def test_nobody_replaces_anothers_demand() -> None:
    """The government's demand leaves the rebels' as it was."""
    account = desk(
        asks("AP, Ila, 09:00. Free our men, the rebels said.", source="the rebels"),
        asks("AP, Ila, 10:00. Lay down your arms, the army said.", source="the army"),
    )
    assert [demand.is_ for demand in account.demands] == [Is.CURRENT, Is.CURRENT]


def test_a_demand_in_the_same_words_is_repeated() -> None:
    """A paper that prints it again adds nothing."""
    account = desk(
        asks("AP, Ila, 09:00. x", source="the rebels", text="Free our men"),
        asks("Mail, Ila, 10:00. x", source="the rebels", text="Free our men."),
    )
    assert [demand.is_ for demand in account.demands] == [Is.CURRENT, Is.REPEATED]


def test_who_denies_responsibility_takes_back_his_own() -> None:
    """The front claimed the raid, and now denies it; the denial stands."""
    account = desk(
        asks("AP, Ila, 09:00. We did it, the front said.", source="the front", kind=ClaimKind.RESPONSIBILITY),
        asks(
            "AP, Ila, 10:00. The front denied it.",
            source="the front",
            kind=ClaimKind.RESPONSIBILITY,
            polarity=Polarity.DENIED,
        ),
    )
    assert account.demands == ()
    assert [one.is_ for one in account.responsibility] == [Is.DENIED, Is.CURRENT]


def test_a_demand_gone_from_the_next_version_is_withdrawn() -> None:
    """What a page no longer says it no longer says."""
    said = asks("Mail, Ila, 09:00. They want a plane.", source="the rebels")
    newer = Edition("mail-2", MORNING.replace(hour=10), MORNING.replace(hour=10), revises=said.report_id)
    assert desk(said, [newer]).demands[0].is_ is Is.WITHDRAWN
