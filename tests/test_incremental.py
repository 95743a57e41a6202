"""An account that goes on is the account from scratch."""

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desk import LATE, asks, evidence, revises, says
from newsroom import MORNING
from reportedly.evidence import Evidence
from reportedly.figure import Kind
from reportedly.reconcile import account
from reportedly.reconcile.account import account_of, accounts
from reportedly.reconcile.incremental import Accounting, accounting, appended
from reportedly.telling import Telling
from wires import EDITS, WIRES, evidence_of, one_text_a_claim


def test_an_appended_telling_is_as_if_it_had_always_been_there() -> None:
    """Fifteen after twelve updates it, and the accounting before knows of twelve alone."""
    first, then = says("AP, Ila, 09:00. 12 died.", 12), says("AFP, Ila, 10:00. 15 died.", 15)
    before = accounting(evidence(first))
    after = appended(before, evidence(then))
    assert account_of(after, "dam", LATE) == account(evidence(first, then), "dam", LATE)
    assert account_of(before, "dam", LATE) == account(evidence(first), "dam", LATE)


def test_a_demand_alone_moves_no_line() -> None:
    """What is asked for is appended too."""
    first, then = says("AP, Ila, 09:00. 12 died.", 12), asks("AP, Ila, 10:00. They want a plane.", source="they")
    after = appended(accounting(evidence(first)), evidence(then))
    assert account_of(after, "dam", LATE) == account(evidence(first, then), "dam", LATE)


def test_how_groups_nest_is_learned_whichever_figure_of_a_claim_comes_first() -> None:
    """The workers are among the hostages, also where the seven were appended before the forty-one."""
    line = "AP, Ila, 09:00. 41 hostages, including seven workers, were seized."
    hostages = says(line, 41, kind=Kind.TAKEN, role="hostages")
    workers = says(line, 7, kind=Kind.TAKEN, role="workers", figure=1, part=True)
    so_far = appended(accounting(evidence(workers)), evidence(hostages))
    assert so_far.nestings == accounting(evidence(hostages, workers)).nestings != {}


def test_copies_of_a_nameless_page_move_with_it() -> None:
    """A passage of a page of unknown outlet is of the page's first version, also in the copies, and also where it is
    told only later that there was an older one."""
    passage = "Rescuers who reached the valley before dawn counted twelve dead in the three villages below the dam."
    old = says("AP, Ila, 05:00. 3 died.", 3, outlet=None, agency=None)
    new = says("AP, Ila, 06:00. 12 died.", 12, outlet=None, agency=None, text=passage)
    copy = says("AP, Ila, 07:00. 12 dead.", 12, outlet=None, agency=None, text=passage)
    before = appended(Accounting(), Evidence((old, new, copy)))
    editions = Evidence((), (), revises(new, old))
    after = appended(before, editions)
    scratch = accounting(Evidence((old, new, copy), (), editions.editions))
    origins = [[voice.origin for line in known.followed for voice in line.voices] for known in (before, after, scratch)]
    assert origins[1] == origins[2] != origins[0]


@settings(max_examples=150, deadline=None)
@given(WIRES, EDITS, st.integers(0, 2**32), st.sampled_from(["latest", "conservative", "majority"]))
def test_any_order_of_appending_gives_the_same_bytes(
    rows: list[Telling], edits: list[tuple[int, int]], seed: int, policy: str
) -> None:
    """Tellings and editions, one by one or in batches, early or late, with accounts asked for on the way: the account
    from scratch, to the byte; and no accounting that was asked before has changed."""
    chance = random.Random(seed)
    whole = evidence_of(one_text_a_claim(rows), edits)
    loose: list[Evidence] = [Evidence((row,)) for row in whole.tellings]
    loose += [Evidence((), (), (edition,)) for edition in whole.editions]
    chance.shuffle(loose)
    steps: list[tuple[Accounting, str]] = []
    so_far = Accounting()
    while loose:
        many = chance.choice((1, 1, 1, 2, 7))
        batch, loose = loose[:many], loose[many:]
        more = Evidence(
            tuple(row for one in batch for row in one.tellings), (), tuple(row for one in batch for row in one.editions)
        )
        so_far = appended(so_far, more)
        if chance.random() < 0.5:
            steps.append((so_far, repr(account_of(so_far, "dam", LATE, policy))))
    assert repr(account_of(so_far, "dam", LATE, policy)) == repr(account(whole, "dam", LATE, policy))
    for known, shown in steps:
        assert repr(account_of(replace(known, shown={}), "dam", LATE, policy)) == shown


@settings(max_examples=60, deadline=None)
@given(WIRES, EDITS, st.lists(st.integers(-5, 420), max_size=8))
def test_accounts_of_many_moments_are_the_accounts_of_each(
    rows: list[Telling], edits: list[tuple[int, int]], minutes: list[int]
) -> None:
    """One pass over the evidence, moments in any order and told twice, gives what each account alone would."""
    known = evidence_of(one_text_a_claim(rows), edits)
    moments = [MORNING + timedelta(minutes=minute) for minute in minutes]
    one_pass = accounts(known, "dam", moments)
    assert [repr(each) for each in one_pass] == [repr(account(known, "dam", moment)) for moment in moments]
