"""What hypothesis makes evidence of: a small newsroom where everything that makes this hard comes often."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from desk import says
from newsroom import MORNING
from reportedly.claim import Polarity
from reportedly.evidence import Edition, Evidence
from reportedly.figure import Kind, Scope
from reportedly.telling import Telling

SENTENCES = (
    "Some died.",
    "The toll is as it was.",
    "Rescuers who reached the valley before dawn counted the dead in three villages below the dam.",
    "Before dawn rescuers who reached the valley counted the dead in three villages below the dam, they said.",
    "The water came through the market at night and took everybody who was sleeping in the houses along the bank.",
    "A train left the rails near the northern station and two of its carriages burned for more than an hour.",
)


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    minute = draw(st.sampled_from([0, 1, 2, 30, 60, 400]))
    low = draw(st.none() | st.integers(0, 60))
    high = draw(st.none() | st.integers(0, 40).map(lambda more: (low or 0) + more)) if low is not None else 50
    outlet = draw(st.sampled_from(["Post", "Mail", None]))
    agency = draw(st.sampled_from([None, None, "AP"]))
    source, named = draw(
        st.sampled_from(
            [(None, False), ("police", False), ("a source", False), ("he", False), ("Reyes", True), ("Ana Reyes", True)]
        )
    )
    report = f"{minute}-{outlet}-{agency}-{draw(st.integers(0, 2))}"
    return replace(
        says("x, Ila, 06:00. Some died.", low, high),
        report_id=report,
        claim_id=f"{report}#{draw(st.integers(0, 99))}",
        figure=draw(st.integers(0, 3)),
        published_at=MORNING + timedelta(minutes=minute),
        recorded_at=MORNING + timedelta(minutes=minute),
        outlet=outlet,
        agency=agency,
        source=source,
        source_named=named,
        polarity=draw(st.sampled_from([Polarity.ASSERTED] * 9 + [Polarity.DENIED])),
        approx=draw(st.booleans()),
        text=draw(st.sampled_from(SENTENCES)),
        kind=draw(st.sampled_from([Kind.KILLED, Kind.KILLED, Kind.MISSING])),
        role=draw(st.sampled_from(["people", "people", "people", "workers"])),
        part=draw(st.sampled_from([False] * 5 + [True])),
        scope=draw(st.sampled_from([Scope.EVENT] * 8 + [Scope.BACKGROUND])),
    )


WIRES = st.lists(tellings(), max_size=25, unique_by=lambda row: (row.claim_id, row.figure))
EDITS = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=4)


def one_text_a_claim(rows: Sequence[Telling]) -> list[Telling]:
    """A claim has one text, one source and one polarity, however many its figures."""
    claims: dict[str, Telling] = {}
    made = []
    for row in rows:
        claim = claims.setdefault(row.claim_id, row)
        same = {name: getattr(claim, name) for name in ("text", "source", "source_named", "polarity")}
        made.append(replace(row, **same))
    return made


def evidence_of(rows: Sequence[Telling], edits: Sequence[tuple[int, int]] = ()) -> Evidence:
    """The rows, with their reports as editions; of each pair in `edits` the first row's report revises the second's."""
    editions: dict[str, Edition] = {}
    for row in rows:
        editions[row.report_id] = Edition(row.report_id, row.published_at, row.recorded_at)
    for newer, older in edits:
        if newer < len(rows) and older < len(rows) and rows[newer].report_id != rows[older].report_id:
            known = editions[rows[newer].report_id]
            editions[known.report_id] = replace(known, revises=rows[older].report_id)
    return Evidence(tuple(rows), (), tuple(editions.values()))
