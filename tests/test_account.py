"""How claims stand, what is best, and the laws of an account."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desk import LATE, asks, desk, evidence, revises, says, toll
from newsroom import MORNING
from reportedly.account import Bounds, Is, Line, Standing
from reportedly.claim import Polarity
from reportedly.evidence import Edition, Evidence
from reportedly.figure import Kind, Scope
from reportedly.reconcile import POLICIES, account
from reportedly.telling import Telling


def stands(line: Line) -> list[tuple[int | None, str]]:
    return [(claim.low, claim.is_.value) for claim in line.claims]


def test_a_count_that_rises_from_anybody_is_an_update() -> None:
    """Fifteen from AFP updates twelve from AP, and is best at once."""
    line = toll(says("AP, Ila, 09:00. 12 died.", 12), says("AFP, Ila, 10:00. 15 died.", 15))
    assert line.best == line.range == Bounds(15, 15)
    assert stands(line) == [(12, "updated"), (15, "current")]
    assert line.claims[0].replaced_by == line.claims[1].claim_id


def test_the_same_again_is_a_repetition() -> None:
    """The origin's first telling stays current, and its copies repeat it."""
    line = toll(says("AP, Ila, 09:00. 12 died.", 12), says("AP, Ila, 10:00. The toll is 12.", 12))
    assert stands(line) == [(12, "current"), (12, "repeated")]


def test_an_origin_that_lowers_its_own_count_corrects_it() -> None:
    """Police said 14, and now say 12: theirs is corrected, and best with it."""
    line = toll(
        says("AP, Ila, 09:00. 14 died, police said.", 14, source="police"),
        says("AFP, Ila, 10:00. 12 died, not 14, police said.", 12, source="police"),
    )
    assert stands(line) == [(14, "corrected"), (12, "current")]
    assert (line.best, line.standing) == (Bounds(12, 12), Standing.ONE_SOURCE)


def test_a_lower_count_from_another_overwrites_nothing() -> None:
    """One voice against three is disputed, and does not become best."""
    line = toll(
        says("AP, Ila, 09:00. 34 died.", 34),
        says("AFP, Ila, 09:30. 34 are dead.", 34),
        says("dpa, Ila, 09:40. The toll is 34.", 34),
        says("Post, Ila, 10:00. 20 died, the mayor said.", 20, source="the mayor"),
    )
    assert (line.best, line.range, line.standing) == (Bounds(34, 34), Bounds(20, 34), Standing.DISPUTED)
    assert [is_ for _, is_ in stands(line)] == ["current"] * 4


def test_three_voices_that_differ_are_three_voices() -> None:
    """The kidnappers' 34, a local source's six, the agency's 12: the latest is best, and none outgrew another."""
    line = toll(
        says("BBC, Ila, 09:00. 34 died, the kidnappers said.", 34, source="the kidnappers"),
        says("CNN, Ila, 10:00. Six died, a local source said.", 6, source="a local source"),
        says("AP, Ila, 11:00. 12 died, APS said.", 12, source="APS", source_named=True),
    )
    assert (line.best, line.range) == (Bounds(12, 12), Bounds(6, 34))
    assert (line.standing, line.origins) == (Standing.DISPUTED, 3)


def test_old_copy_printed_late_is_no_fall() -> None:
    """A paper that still carries the agency's old twelve does not lower the agency's fifteen."""
    line = toll(
        says("Post, Ila, 09:00. 12 died.", 12, agency="AP"),
        says("Post, Ila, 11:00. 15 died.", 15, agency="AP"),
        says("Mail, Ila, 12:00. 12 died.", 12, agency="AP"),
    )
    assert line.best == line.range == Bounds(15, 15)
    assert stands(line) == [(12, "updated"), (15, "current"), (12, "repeated")]


def test_one_woman_killed_is_no_dispute_with_a_toll_of_45() -> None:
    """A count below a tenth of the toll is taken to count some of the dead."""
    line = toll(says("AP, Ila, 09:00. 45 died.", 45), says("AFP, Ila, 10:00. A woman was killed by the flood.", 1))
    assert (line.best, line.range, line.standing) == (Bounds(45, 45), Bounds(45, 45), Standing.ONE_SOURCE)
    assert line.claims[1].part


def test_a_figure_from_nowhere_is_kept_but_not_printed() -> None:
    """A thousand in one telling, where everybody else says 45, stays among the claims and in the range."""
    line = toll(
        *(says(f"Paper {hour}, Ila, {hour}:00. The toll is 45.", 45) for hour in ("09", "10", "11", "12")),
        says("Blog, Ila, 13:00. A thousand died.", 1000),
    )
    assert (line.best, line.range, line.standing) == (Bounds(45, 45), Bounds(45, 1000), Standing.DISPUTED)


def test_a_leap_that_a_second_voice_confirms_is_news() -> None:
    """Where another origin tells as much, the leap is printed."""
    line = toll(
        *(says(f"Paper {hour}, Ila, {hour}:00. The toll is 45.", 45) for hour in ("09", "10", "11", "12")),
        says("AP, Ila, 13:00. 200 died.", 200),
        says("AFP, Ila, 13:30. 180 died.", 180),
    )
    assert line.best == Bounds(180, 180)


def test_a_vague_word_does_not_displace_a_count() -> None:
    """Dozens beside 45 adds nothing; 45 after dozens sharpens it."""
    dozens = says("AP, Ila, 09:00. Dozens died.", 24, None, approx=True)
    exact = says("AFP, Ila, 10:00. 45 died.", 45)
    assert toll(dozens, exact).best == Bounds(45, 45)
    assert toll(exact, replace(dozens, published_at=LATE)).best == Bounds(45, 45)


def test_a_denial_marks_what_it_denies_and_takes_nothing_away() -> None:
    """The army denies the rebels' 34: it is denied, disputed, and in the range still."""
    line = toll(
        says("AP, Ila, 09:00. 34 died, the rebels said.", 34, source="the rebels"),
        says("AP, Ila, 10:00. The army denied that 34 died.", 34, source="the army", polarity=Polarity.DENIED),
    )
    assert stands(line) == [(34, "denied"), (34, "current")]
    assert line.claims[1].polarity is Polarity.DENIED
    assert (line.best, line.standing) == (Bounds(34, 34), Standing.DISPUTED)


def test_who_denies_his_own_figure_takes_it_back() -> None:
    """Where nobody else holds it, nothing is left to print."""
    line = toll(
        says("AP, Ila, 09:00. 34 died, the army said.", 34, source="the army"),
        says("AP, Ila, 10:00. The army denied that 34 died.", 34, source="the army", polarity=Polarity.DENIED),
    )
    assert (line.best, line.range, line.standing) == (None, None, Standing.NONE)


def test_what_a_new_version_drops_is_withdrawn() -> None:
    """The page said 40 and its next version does not: the figure before it is best again."""
    old = says("Post, Ila, 09:00. 12 died, police said.", 12, source="police")
    wrong = says("Mail, Ila, 10:00. 40 died, witnesses said.", 40, source="witnesses")
    newer = Edition("mail-2", MORNING.replace(hour=11), MORNING.replace(hour=11), revises=wrong.report_id)
    line = toll(old, wrong, [Edition(wrong.report_id, wrong.published_at, wrong.recorded_at), newer])
    assert stands(line) == [(12, "current"), (40, "withdrawn")]
    assert line.best == line.range == Bounds(12, 12)


def test_a_silent_edit_that_lowers_a_figure_corrects_it() -> None:
    """The new version's figure replaces the old version's, even far below it."""
    old = says("Mail, Ila, 10:00. 40 died.", 40)
    new = says("Mail, Ila, 10:30. 30 died.", 30)
    line = toll(old, new, revises(new, old))
    assert stands(line) == [(40, "corrected"), (30, "current")]
    assert line.best == Bounds(30, 30)


def test_a_silent_edit_far_below_is_no_part() -> None:
    """A page that said 400 and now says four corrects itself, however far it falls."""
    old = says("Mail, Ila, 10:00. 400 died.", 400)
    new = says("Mail, Ila, 10:30. Four died.", 4)
    line = toll(old, new, revises(new, old))
    assert (stands(line), line.best) == ([(400, "corrected"), (4, "current")], Bounds(4, 4))


def test_a_silent_edit_that_only_loosens_a_bound_replaces_it() -> None:
    """ "At least 12" on a page that said "at least 45" takes the 45 back; elsewhere it says nothing against it."""
    old = says("Mail, Ila, 10:00. At least 45 died.", 45, None)
    new = says("Mail, Ila, 10:30. At least 12 died.", 12, None)
    line = toll(old, new, revises(new, old))
    assert ([each[1] for each in stands(line)], line.best) == (["corrected", "current"], Bounds(12, None))
    assert toll(old, new).best == Bounds(45, None)


def test_a_state_moves_both_ways() -> None:
    """The missing are found: the latest count is best, and the origin's earlier one updated."""
    line = toll(
        says("AP, Ila, 09:00. 40 are missing, police said.", 40, kind=Kind.MISSING, source="police"),
        says("AP, Ila, 12:00. 25 are missing, police said.", 25, kind=Kind.MISSING, source="police"),
    )
    assert stands(line) == [(40, "updated"), (25, "current")]
    assert line.best == Bounds(25, 25)


def test_an_account_is_as_of_its_moment_inclusive() -> None:
    """A report published at that very moment counts, and a later one does not."""
    rows = evidence(says("AP, Ila, 09:00. 12 died.", 12), says("AP, Ila, 10:00. 15 died.", 15))
    assert account(rows, "dam", MORNING.replace(hour=10)).lines[0].best == Bounds(15, 15)
    assert account(rows, "dam", MORNING.replace(hour=9, minute=59)).lines[0].best == Bounds(12, 12)
    assert account(rows, "dam", MORNING).lines == ()


# -- laws --


@st.composite
def _telling(draw: st.DrawFn, names: st.SearchStrategy[int] = st.integers(0, 999)) -> Telling:  # noqa: B008
    minute = draw(st.integers(0, 600))
    low = draw(st.none() | st.integers(0, 60))
    high = draw(st.none() | st.integers(0, 40).map(lambda more: (low or 0) + more)) if low is not None else 50
    outlet = draw(st.sampled_from(["Post", "Mail", None]))
    agency = draw(st.sampled_from([None, "AP"]))
    source = draw(st.sampled_from([None, "police", "a source", "he"]))
    report = f"{minute}-{outlet}-{agency}-{draw(st.integers(0, 2))}"
    return replace(
        says("x, Ila, 06:00. Some died.", low, high),
        report_id=report,
        claim_id=f"{report}#{draw(names)}",
        figure=draw(names),
        published_at=MORNING + timedelta(minutes=minute),
        recorded_at=MORNING + timedelta(minutes=minute + draw(st.integers(0, 90))),
        outlet=outlet,
        agency=agency,
        source=source,
        polarity=draw(st.sampled_from([Polarity.ASSERTED] * 9 + [Polarity.DENIED])),
        hedged=draw(st.booleans()),
        approx=draw(st.booleans()),
        text=f"Some died. {draw(st.integers(0, 9))}",
        kind=draw(st.sampled_from([Kind.KILLED, Kind.KILLED, Kind.MISSING])),
        part=draw(st.sampled_from([False] * 5 + [True])),
        scope=draw(st.sampled_from([Scope.EVENT] * 5 + [Scope.BACKGROUND])),
    )


_wires = st.lists(_telling(), max_size=40, unique_by=lambda row: (row.claim_id, row.figure))
_edits = st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=6)


def _evidence(rows: list[Telling], edits: list[tuple[int, int]]) -> Evidence:
    editions: dict[str, Edition] = {}
    for row in rows:
        editions[row.report_id] = Edition(row.report_id, row.published_at, row.recorded_at)
    for newer, older in edits:
        if newer < len(rows) and older < len(rows) and rows[newer].report_id != rows[older].report_id:
            known = editions[rows[newer].report_id]
            editions[known.report_id] = replace(known, revises=rows[older].report_id)
    return Evidence(tuple(rows), (), tuple(editions.values()))


@settings(max_examples=150, deadline=None)
@given(_wires, _edits, st.randoms())
def test_order_of_arrival_changes_nothing(rows: list[Telling], edits: list[tuple[int, int]], chance: object) -> None:
    """The same evidence in any order gives the same account, to the byte."""
    known = _evidence(rows, edits)
    tellings, editions = list(known.tellings), list(known.editions)
    chance.shuffle(tellings)  # type: ignore[attr-defined]
    chance.shuffle(editions)  # type: ignore[attr-defined]
    shuffled = Evidence(tuple(tellings), (), tuple(editions))
    assert repr(account(shuffled, "dam", LATE)) == repr(account(known, "dam", LATE))


@settings(max_examples=100, deadline=None)
@given(_wires, _wires, _edits)
def test_appending_never_changes_what_was_known_then(
    rows: list[Telling], later: list[Telling], edits: list[tuple[int, int]]
) -> None:
    """An account by an earlier recorded time is deaf to what the ledger took in after."""
    by = MORNING + timedelta(hours=10)
    cut = [row for row in rows if row.recorded_at <= by]
    appended = [
        replace(row, report_id=f"new {row.report_id}", claim_id=f"new {row.claim_id}", recorded_at=LATE)
        for row in later
    ]
    before = account(_evidence(cut, edits), "dam", LATE, "latest", by)
    known = _evidence(cut, edits)
    grown = Evidence((*appended, *known.tellings), (), known.editions)
    assert repr(account(grown, "dam", LATE, "latest", by)) == repr(before)


@settings(max_examples=150, deadline=None)
@given(_wires, _edits, st.sampled_from(sorted(POLICIES)))
def test_best_lies_in_range_and_every_number_was_told(
    rows: list[Telling], edits: list[tuple[int, int]], policy: str
) -> None:
    """No policy prints a number that no telling holds, or a best outside its range; and no telling is lost."""
    derived = account(_evidence(rows, edits), "dam", LATE, policy)
    for line in derived.lines:
        told = {number for claim in line.claims for number in (claim.low, claim.high)} | {None}
        assert (line.best is None) == (line.range is None)
        if line.best is None or line.range is None:
            continue
        assert {line.best.low, line.best.high, line.range.low, line.range.high} <= told
        assert line.range.low is None or (line.best.low is not None and line.best.low >= line.range.low)
        assert line.range.high is None or (line.best.high is not None and line.best.high <= line.range.high)
    on_lines = sorted((claim.claim_id, claim.figure) for line in derived.lines for claim in line.claims)
    assert on_lines == sorted((row.claim_id, row.figure) for row in rows if row.scope is Scope.EVENT)


@settings(max_examples=100, deadline=None)
@given(_wires, st.integers(0, 39))
def test_a_copy_of_a_report_changes_no_standing(rows: list[Telling], which: int) -> None:
    """What another paper prints word for word from the same agency, at once, is no other voice."""
    if not rows:
        return
    first = rows[which % len(rows)]
    wired = [replace(row, agency="AP") if row.report_id == first.report_id else row for row in rows]
    copies = [
        replace(row, report_id=f"{row.report_id} copy", claim_id=f"{row.claim_id} copy", outlet="Copy Shop")
        for row in wired
        if row.report_id == first.report_id
    ]
    before = account(_evidence(wired, []), "dam", LATE)
    after = account(_evidence([*wired, *copies], []), "dam", LATE)
    assert [(line.standing, line.origins) for line in before.lines] == [
        (line.standing, line.origins) for line in after.lines
    ]


def test_statements_are_no_demands() -> None:
    """Lines and demands stand apart in one account."""
    account = desk(says("AP, Ila, 09:00. 12 died.", 12), asks("AP, Ila, 10:00. They want a plane.", source="they"))
    assert len(account.lines) == len(account.demands) == 1
    assert account.demands[0].is_ is Is.CURRENT
