"""Reading a whole report: what comes together in a claim, and what no text may do to the reader."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import wire
from reportedly.claim import GAP, Claim, ClaimKind, Polarity, Reading
from reportedly.figure import Kind, Scope
from reportedly.read.reader import read, read_all
from reportedly.report import Report


def claims(line: str) -> tuple[Claim, ...]:
    return read(wire(line)).claims


def held_by_its_words(reading: Reading) -> bool:
    """Whether every text beside a span is what stands there."""
    text = reading.report.text
    for claim in reading.claims:
        if claim.text != GAP.join(text[a:b] for a, b in claim.spans):
            return False
        words = [*claim.hedges, *(figure.phrase for figure in claim.figures)]
        words += [] if claim.cue is None else [claim.cue]
        stands = [(w.text, w.span) for w in words] + [(link.text, link.span) for link in claim.chain]
        stands += [(place.text, place.span) for place in (claim.when, claim.where) if place is not None]
        if any(text[a:b] != part for part, (a, b) in stands):
            return False
    return True


def test_a_figure_belongs_to_whoever_said_it() -> None:
    """The governor's 12 is his; the writer's 40 is nobody's."""
    said, plain = claims("AP, Izmir, 04:10. At least 12 people died, the governor said. The quake injured 40 people.")
    assert [link.text for link in said.chain] == ["the governor"]
    assert [(f.kind, f.low, f.high) for f in said.figures] == [(Kind.KILLED, 12, None)]
    assert plain.chain == ()
    assert [(f.kind, f.low, f.high) for f in plain.figures] == [(Kind.WOUNDED, 40, 40)]


def test_no_figure_is_read_twice() -> None:
    """A saying inside a saying gives each number once."""
    line = "AP, Oran, 04:10. State radio said a security source told it that 25 hostages had been freed."
    found = [f.phrase.span for claim in claims(line) for f in claim.figures]
    assert len(found) == len(set(found)) == 1


def test_claims_come_in_the_order_of_the_text() -> None:
    """Claims stand in the order in which a reader meets them."""
    made = claims("AP, Izmir, 04:10. Police said 3 had died. Roads were shut. The mayor said 40 were hurt.")
    assert [claim.spans for claim in made] == sorted(claim.spans for claim in made)


def test_a_claim_keeps_its_time_and_place() -> None:
    """ "Yesterday in Izmir" is the day before the report, in Izmir."""
    (claim,) = claims("AP, Ankara, 04:10. A wall fell yesterday in Izmir and killed two workers.")
    assert claim.when is not None
    assert claim.when.start.day == 3
    assert claim.where is not None
    assert (claim.where.name, claim.where.country) == ("Izmir", "TR")


def test_a_demand_is_no_statement() -> None:
    """What the kidnappers demand is a demand, and the prisoners they want are nobody's toll."""
    made = claims("AP, Oran, 04:10. The kidnappers demanded the release of 40 prisoners.")
    assert any(claim.kind is ClaimKind.DEMAND for claim in made)
    assert all(f.scope is Scope.BACKGROUND for claim in made for f in claim.figures)


def test_whoever_claims_an_attack_has_not_counted_its_dead() -> None:
    """The Brigades claim the bombing; that it killed 60 is the writer's word."""
    made = claims("AP, Oran, 04:10. The Red Brigades claimed responsibility for a bombing that killed 60 people.")
    assert any(claim.kind is ClaimKind.RESPONSIBILITY for claim in made)
    assert [claim.chain for claim in made if claim.figures] == [()]


def test_whoever_condemns_an_attack_has_not_counted_its_dead() -> None:
    """The envoy condemns; that 22 were killed is the writer's."""
    told = claims("AP, Izmir, 04:10. The UN envoy condemned an attack that killed 22 people.")
    assert [claim.chain for claim in told if claim.figures] == [()]


def test_an_official_who_speaks_is_not_counted() -> None:
    """ "Seizing workers, an official said": nobody seized the official."""
    made = claims("AP, Oran, 04:10. Gunmen stormed the dam, seizing an unknown number of workers, an official said.")
    assert [figure for claim in made for figure in claim.figures] == []


def test_neither_the_dead_nor_one_of_them_speaks() -> None:
    """An uncle of the missing who speaks is not missing, and "one of the survivors" who speaks is no count."""
    parent = claims("AP, Oran, 04:10. An uncle of miners who had vanished told HNN that 48 were missing.")
    one = claims("AP, Oran, 04:10. One of the survivors said that 20 more were trapped.")
    assert [[figure.low for claim in told for figure in claim.figures] for told in (parent, one)] == [[48], [20]]


def test_the_reports_own_outlet_is_no_link() -> None:
    """What a driver told the paper that prints it comes from the driver alone."""
    for teller in ("this newspaper", "The Courier"):
        (claim,) = claims(f"Courier, Oran, 04:10. A lorry driver told {teller} that he had counted 20 gunmen.")
        assert [link.text for link in claim.chain] == ["A lorry driver"]


def test_a_denial_is_denied() -> None:
    """A figure that the ministry denies is read as denied, not as told."""
    made = claims("AP, Oran, 04:10. The ministry denied that 30 hostages had been killed.")
    assert [claim.polarity for claim in made if claim.figures] == [Polarity.DENIED]


@pytest.mark.parametrize(
    "line",
    [
        "AP, Izmir, 04:10. The colonel said that 28 hostages were dead, not 34.",
        "AP, Izmir, 04:10. The ministry said 28 people died, not the 34 that the Front gives.",
    ],
)
def test_a_number_told_to_be_denied_is_a_denial(line: str) -> None:
    """Whoever says 28 and not 34 says 28, and denies the 34 in a claim of its own."""
    said, denied = claims(line)
    assert [(f.kind, f.low) for f in said.figures] == [(Kind.KILLED, 28)]
    assert [(f.kind, f.low) for f in denied.figures] == [(Kind.KILLED, 34)]
    assert (said.polarity, denied.polarity) == (Polarity.ASSERTED, Polarity.DENIED)
    assert denied.text in ("not 34", "not the 34") and denied.chain == said.chain


def test_a_toll_that_is_not_so_is_denied() -> None:
    """Whoever says only that the toll is not 12 denies the 12."""
    made = claims("AP, Izmir, 04:10. The toll in the harbour is not 12, the mayor said.")
    assert [c.polarity for c in made for f in c.figures if f.low == 12] == [Polarity.DENIED]


def test_what_has_not_happened_is_not_guessed() -> None:
    """Who had not been killed is nobody's dead, whatever the model makes of it."""
    made = claims("AP, Izmir, 04:10. The army said 12 hostages had not been killed.")
    assert [f.kind for c in made for f in c.figures] == [Kind.TAKEN]


def test_if_not_hundreds_denies_nothing() -> None:
    """ "Dozens, if not hundreds" says that it may be hundreds."""
    made = claims("AP, Izmir, 04:10. Police said dozens, if not hundreds, of people were killed.")
    assert Polarity.DENIED not in [claim.polarity for claim in made]


def test_a_slip_of_the_count_is_no_toll() -> None:
    """Bodies that were counted twice are not two dead more."""
    figures = [
        f
        for c in claims("AP, Izmir, 04:10. Police said two bodies had been counted in both towns, so six died.")
        for f in c.figures
    ]
    assert [f.low for f in figures] == [6]


def test_two_versions_of_a_page_share_no_claim_id() -> None:
    """A page that changed keeps its id; its claims do not."""
    old = read(wire("AP, Izmir, 04:10. At least 12 people died.", name="x"))
    new = read(wire("AP, Izmir, 05:10. At least 15 people died.", name="x"))
    assert {c.id for c in old.claims}.isdisjoint(c.id for c in new.claims)


def test_another_language_is_a_problem_and_no_nonsense() -> None:
    """A report in Spanish yields a problem that says so, and no claim."""
    text = "Al menos doce personas murieron en el terremoto que sacudió la ciudad, según el gobernador de la zona."
    reading = read(Report("x", text))
    assert reading.claims == ()
    assert "Spanish" in reading.problems[0].message


ODD = [
    "",
    " ",
    "\n\n\n",
    "👍🏽 12 dead 👩‍👩‍👧‍👦 in Izmir 🇹🇷, police said.",
    "\u200bAt least\u200b 12\u200d people\ufeff died, police said.",
    "\u202eAt least 12 people died, police said.\u202c",
    "AT LEAST 12 PEOPLE DIED, POLICE SAID.",
    "at least 12 people died , police said .",
    "12 died \ud800 police said",
    '"' * 50,
    "((((((((((((((12 died))))))))))",
    "At 1east l2 pe0ple d1ed, po1ice sa!d.",
    "12\x0013 died\x07, police said",
    "12,,,,,,13......14-----15 died",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_and_its_spans_stay_exact(text: str) -> None:
    """Emoji, zero-width marks, capitals and rubbish are read without complaint, to the character."""
    assert held_by_its_words(read(Report("odd", text)))


WIRE_WORDS = [
    *"At least 12 dead , police said . “ We counted thirty-four bodies ” he told Reuters on Monday in Izmir".split(),
    *"no dozens of hostages were freed \n\n more than 3,000 according to a source who denied that — Mr. U.S.".split(),
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WIRE_WORDS) | st.text(max_size=6), max_size=60).map(" ".join))
def test_spans_are_exact_whatever_the_text(text: str) -> None:
    """Of any text at all, every word in a claim stands where its span says."""
    reading = read(Report("any", text))
    assert held_by_its_words(reading)
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)


LONG = {
    "one sentence without end": "police said the search went on and on while " * 700,
    "numbers without end": "12 34 " * 5000,
    "the dead without end": "12 dead, " * 3000,
    "open quotations": '"we saw it ' * 3000,
    "brackets": "(AP) " * 6000,
    "one word": "a" * 100_000,
    "capitals": "Governor Izmir " * 2000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_time_grows_with_the_length_and_not_its_square(text: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""

    def seconds(report: Report) -> float:
        began = time.process_time()
        read(report)
        return time.process_time() - began

    read(Report("warm", text[:100]))
    quarter = min(seconds(Report("quarter", text[: len(text) // 4])) for _ in range(2))
    assert seconds(Report("whole", text)) < 9 * max(quarter, 0.05)


def test_a_report_reads_the_same_in_any_company() -> None:
    """What a report says does not hang on which others are read with it."""
    wires = [
        wire("AP, Izmir, 04:10. At least 12 died, the governor said."),
        wire("APS, Velden, 05:00. Nine hurt as tram leaves rails. The mayor blamed the brakes. Two were sent home."),
        wire("Reuters, Orrin, 06:20. Harbour hospital: 40 treated, three of them children."),
    ]
    assert [reading.claims for reading in read_all(wires)] == [read(report).claims for report in wires]


@pytest.mark.parametrize(
    "line",
    [
        '"It is over," said Colonel Sami Tarek. "We freed four hostages. We found three bodies."',
        '"At least 208 people were killed. The number may grow," Colonel Sami Tarek said.',
        'Colonel Sami Tarek said: "We have lost 12 people.\n\n"Another 30 are missing."',
    ],
)
def test_a_figure_in_a_quotation_is_the_speakers_wherever_he_is_named(line: str) -> None:
    """The sentence that holds the figure need not name who is quoted."""
    figured = [claim for claim in read(Report("r", line)).claims if claim.figures]
    assert figured
    assert {claim.chain[0].name for claim in figured} == {"Sami Tarek"}
