"""Who said it: content, chain and cue."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.attribution import Attribution, who_said
from reportedly.read.prose import sentences


def told(text: str) -> list[tuple[str, str, str]]:
    """Each attribution as (chain, cue, content)."""
    return [
        (
            " < ".join(source.text for source in a.chain),
            "" if a.cue is None else a.cue.text,
            " … ".join(text[start:end] for start, end in a.content),
        )
        for a in attributed(text)
    ]


def attributed(text: str) -> tuple[Attribution, ...]:
    return who_said(text, sentences(text))


@pytest.mark.parametrize(
    ("line", "chain", "cue", "content"),
    [
        ("The governor said that 12 people died.", "The governor", "said", "12 people died"),
        ("The governor said 12 people died.", "The governor", "said", "12 people died"),
        ("At least 12 people died, the governor said.", "the governor", "said", "At least 12 people died"),
        ("At least 12 people died, the governor said on Monday.", "the governor", "said", "At least 12 people died"),
        ("Twelve people died, according to the governor.", "the governor", "according to", "Twelve people died"),
        ("According to the governor, 12 people died.", "the governor", "According to", "12 people died"),
        ("The toll, officials say, could rise.", "officials", "say", "The toll … could rise"),
        ("An army source in Orrin claims that 12 died.", "An army source in Orrin", "claims", "12 died"),
        ("The fire chief put the toll at 14.", "The fire chief", "put", "the toll at 14"),
        ("On Thursday, a nurse in Orrin said 12 died.", "a nurse in Orrin", "said", "12 died"),
        (
            "Ana Ruiz, spokeswoman for the port in Orrin said 12 died.",
            "Ana Ruiz, spokeswoman for the port in Orrin",
            "said",
            "12 died",
        ),
        ("A doctor and medical student said 12 died.", "A doctor and medical student", "said", "12 died"),
        (
            "The head, speaking from hospital, said a teacher and a guard had died.",
            "The head, speaking from hospital",
            "said",
            "a teacher and a guard had died",
        ),
        (
            "The colonel, reached by telephone, said nine men had died.",
            "The colonel, reached by telephone",
            "said",
            "nine men had died",
        ),
        (
            "Karim Aziz, a spokesman for the rescuers confirmed that 21 were dead.",
            "Karim Aziz, a spokesman for the rescuers",
            "confirmed",
            "21 were dead",
        ),
        ("Six were dead, the agency quoted a doctor as saying.", "a doctor < the agency", "quoted", "Six were dead"),
        (
            "Divers raised 39 bodies, the governor told Rossiya 24 on Friday.",
            "the governor",
            "told",
            "Divers raised 39 bodies",
        ),
        (
            "Nine women died; 17 of the dead were teachers, the union said.",
            "the union",
            "said",
            "Nine women died; 17 of the dead were teachers",
        ),
        ("The governor was quoted as saying that 12 died.", "The governor", "was quoted as saying", "12 died"),
        (
            "The deaths of 12 people were confirmed by the coroner.",
            "the coroner",
            "were confirmed",
            "The deaths of 12 people",
        ),
        ("Six dead in Orrin blast: police", "police", ":", "Six dead in Orrin blast"),
        ("Police: Six dead in Orrin blast", "Police", ":", "Six dead in Orrin blast"),
        ("POLICE SAID SIX PEOPLE DIED.", "POLICE", "SAID", "SIX PEOPLE DIED"),
        ("police said on monday six people died", "police", "said", "six people died"),
        ("six people died  said ivo marr  a harbour official", "ivo marr", "said", "six people died"),
        ("HNNreported that six people died.", "HNN", "reported", "six people died"),
        ("They fear 40 people drowned.", "They", "fear", "40 people drowned"),
    ],
)
def test_indirect_speech(line: str, chain: str, cue: str, content: str) -> None:
    """Speaker, cue and content are found in any order, with or without "that", capitals or commas."""
    assert told(line) == [(chain, cue, content)]


@pytest.mark.parametrize(
    ("line", "chain", "content"),
    [
        ("“The wall went,” said Ana Lorn.", "Ana Lorn", "“The wall went,”"),
        ("“The wall went,” Lorn said.", "Lorn", "“The wall went,”"),
        ('"The wall went," he said, "and then the roof."', "he", '"The wall went," … "and then the roof."'),
        (
            "“The wall went. We ran,” said Ana Lorn, 42, a teacher.",
            "Ana Lorn, 42, a teacher",
            "“The wall went. … We ran,”",
        ),
        ("“The wall went,” Lorn said. “We ran.”", "Lorn", "“The wall went,” … “We ran.”"),
        ("Lorn said: “The wall went.”", "Lorn", "“The wall went.”"),
        (
            "“The wall went,” Lorn said. “We ran.\n\n“Nobody came.”",
            "Lorn",
            "“The wall went,” … “We ran. … “Nobody came.”",
        ),
    ],
)
def test_direct_speech(line: str, chain: str, content: str) -> None:
    """A quotation split by "he said", or running on over sentences and paragraphs, is one claim."""
    assert [(c, w) for c, _, w in told(line)] == [(chain, content)]


@pytest.mark.parametrize(
    ("line", "chain"),
    [
        ("A guard told Reuters that 12 people died.", "A guard < Reuters"),
        ("A guard told the agency that 12 people died.", "A guard < the agency"),
        ("A guard told reporters that 12 people died.", "A guard"),
        ("The news agency said, citing a guard, that 12 people died.", "a guard < The news agency"),
        (
            "Twelve people died, state television reported, citing a police source.",
            "a police source < state television",
        ),
        ("Ivo Marr, a guard quoted by the Gazette, said 12 people died.", "Ivo Marr, a guard < the Gazette"),
        ("State television quoted a guard as saying 12 people died.", "a guard < State television"),
        ("State television is quoting a guard saying 12 people died.", "a guard < State television"),
        ("According to the General Staff the number is nine.", "the General Staff"),
        ("Earlier, the state authorities had said 12 people died.", "the state authorities"),
        ("HNN quotes a source saying 12 people died.", "a source < HNN"),
        ("12 people died, Ivo Marr has told the AFP news agency.", "Ivo Marr < the AFP news agency"),
        ("A guard said in an interview with Al Jazeera that 12 people died.", "A guard < Al Jazeera"),
        ("A guard said on state television that 12 people died.", "A guard < state television"),
    ],
)
def test_the_chain_runs_from_the_speaker_to_the_reader(line: str, chain: str) -> None:
    """Whom the speaker told, and who quotes or cites him, come after him."""
    assert [c for c, _, _ in told(line)] == [chain]


def test_a_saying_within_a_saying_takes_its_chain() -> None:
    """What an agency says that officials said came through the agency."""
    assert ("officials < Reuters", "said", "12 people died") in told(
        "Reuters reported that officials said 12 people died."
    )


def test_according_to_over_a_speaker_carries_him() -> None:
    """ "According to Reuters" over a sentence with a speaker of its own is the link nearest the reader."""
    assert ("The ministry < Reuters", "says", "12 people died") in told(
        "The ministry says 12 people died, according to Reuters."
    )


def test_it_stands_for_the_agency_that_reports() -> None:
    """ "Told it" goes through the one who says so."""
    assert ("a spokesman for the rebels < The news agency UNA", "told", "34 had died") in told(
        "The news agency UNA said a spokesman for the rebels told it that 34 had died."
    )


def test_who_quotes_a_doctor_stays_outside_the_quotation() -> None:
    """Where the writer adds a second report, each keeps its own content."""
    assert told("The army said 12 rebels died, adding that two soldiers were hurt.") == [
        ("The army", "said", "12 rebels died"),
        ("The army", "adding", "two soldiers were hurt"),
    ]


def test_people_released_by_somebody_are_no_words_of_his() -> None:
    """The list that the clinic released is its word; the six nurses whom the rebels released are none of theirs."""
    assert [chain for chain, _, _ in told("A list released by the clinic holds 12 names.")] == ["the clinic"]
    assert told("Six nurses were released by the rebels.") == []


def test_demands_joined_by_and_are_claims_of_their_own() -> None:
    """One demand may be dropped while the other stands."""
    assert [w for _, _, w in told("The rebels demanded a halt of the raids and the release of 20 men.")] == [
        "a halt of the raids",
        "the release of 20 men",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Twelve people died in Orrin.",
        "The blast claimed by rebels killed 12.",
        "No group has claimed responsibility for the attack.",
        "The ship added two wagons in Lenz.",
        "The violent protests left 12 dead.",
        "The blast claimed at least 12 lives.",
        "The United States sent 40 divers.",
        "He was told to leave.",
        "The storm slammed into Orrin on Monday.",
    ],
)
def test_no_speaker_is_invented(line: str) -> None:
    """Where the writer states it plainly there is no attribution to anybody but whom the words name."""
    assert [c for c, _, _ in told(line) if c != "rebels"] == []


def test_every_span_is_verbatim() -> None:
    """Source and cue hold the words where they say they stand."""
    text = "“Six died,” Dr. Ana Lorn, a surgeon, told the Gazette. HNNreported 12, citing officials."
    for a in attributed(text):
        assert a.cue is not None
        assert text[slice(*a.cue.span)] == a.cue.text
        assert all(text[slice(*source.span)] == source.text for source in a.chain)
        assert all(0 <= start < end <= len(text) for start, end in a.content)


def test_a_hostile_line_takes_linear_time() -> None:
    """A hundred kilobytes without an end, or of nothing but cues, are read in a few seconds at most."""
    for line in (
        "he said " * 12_000,
        "said, " * 16_000,
        '"' * 100_000,
        "according to " * 7_000,
        "x, " * 33_000,
        "citing a " * 11_000,
    ):
        began = time.perf_counter()
        attributed(line)
        assert time.perf_counter() - began < 5, line[:10]


def test_a_semicolon_parts_two_speakers() -> None:
    """Whoever is named last said what stands after the semicolon, where somebody else spoke before it."""
    assert told("The mayor said nine women died; 17 were hurt, the union said.") == [
        ("The mayor", "said", "nine women died"),
        ("the union", "said", "17 were hurt"),
    ]


def test_papers_give_way_to_who_speaks_of_them() -> None:
    """What the army says that early reports show is said by the army."""
    assert ("The army", "showed", "12 people died") in told("The army said that early reports showed 12 people died.")


def test_a_report_after_a_comma_is_a_verb() -> None:
    """ "…, their union reports." has a speaker; "…, citing media reports." has none of that name."""
    assert told("Gunmen took 10 miners, their union reports.") == [("their union", "reports", "Gunmen took 10 miners")]


def test_a_citation_never_empties_a_saying() -> None:
    """Where all that follows the cue is whom it cites, the saying keeps its words."""
    for line in ("Reports said citing officials.", "citing officials, said", "HNN said citing police that six died."):
        assert all(a.content for a in attributed(line))


_WORDS = (
    'said says told according to by citing quoted as saying that and , . ; : “ ” " ( ) — - HNN police he demanded '
    "put toll at 12 the a of"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=40).map(" ".join))
def test_no_order_of_words_breaks_a_span(text: str) -> None:
    """Whatever the words, every attribution has content and a chain, and every span lies in the text."""
    for a in attributed(text):
        assert a.content and a.chain and a.cue is not None
        assert all(0 <= start < end <= len(text) for start, end in (*a.content, a.cue.span))
        assert all(text[slice(*source.span)] == source.text != "" for source in a.chain)


@pytest.mark.parametrize(
    ("line", "chain", "content"),
    [
        ("At least 12 people died, say officials.", "officials", "At least 12 people died"),
        ("At least 12 people died, police said....", "police", "At least 12 people died"),
        ("Twelve died, the mayor, Ana Lorn, and a doctor said.", "the mayor, Ana Lorn, and a doctor", "Twelve died"),
        ("Twelve people died in a blast on Tuesday the Orrin Rescue Service said.", "the Orrin Rescue Service", None),
        ('"Twelve people died in Orrin, police said.', "police", None),
        ('We ran from the water," Ana Lorn said on Monday.', "Ana Lorn", None),
        ("A guard confirmed to HNN that 12 people died.", "A guard", "12 people died"),
    ],
)
def test_worn_copy_is_read(line: str, chain: str, content: str | None) -> None:
    """Lost commas, stray quotation marks and trailing dots do not hide the speaker."""
    ((source, _, words),) = told(line)
    assert source == chain
    assert content is None or words == content


@pytest.mark.parametrize("line", ["Twelve feared dead in Orrin blast.", "Forty people are reported to have died."])
def test_a_state_feared_is_nobodys_word(line: str) -> None:
    """ "Feared dead" names nobody who fears."""
    assert told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "The death toll from a blast at a mill believed caused by gas rose to 31.",
        "Aid workers keep to the government's confirmed toll, which is 39 dead.",
    ],
)
def test_a_toll_says_nothing(line: str) -> None:
    """A toll is no speaker, and a "confirmed toll" is nobody's saying."""
    assert told(line) == []


def test_whoever_says_that_he_saw_it_speaks_once() -> None:
    """A speaker described by what he says is no second link of the chain."""
    assert told("A soldier who said he saw it said two people died.")[-1][0] == "A soldier who said he saw it"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "The ministry said 25 people died, while medics put the toll at 31.",
            [("The ministry", "25 people died"), ("medics", "the toll at 31")],
        ),
        (
            "Doctors said 12 were dead, whilst the governor insisted only three had died.",
            [("Doctors", "12 were dead"), ("the governor", "only three had died")],
        ),
        (
            "While the union said nine miners had died, the company put the toll at seven.",
            [("the union", "nine miners had died"), ("the company", "the toll at seven")],
        ),
        (
            "The army said two soldiers died while clearing mines.",
            [("The army", "two soldiers died while clearing mines")],
        ),
        ("Nine had died, according to the coroner, Tarn TV reported.", [("the coroner < Tarn TV", "Nine had died")]),
        ("Nine had died, Tarn TV said the coroner reported.", [("the coroner < Tarn TV", "Nine had died")]),
        ("A guard who hid in a cellar said nine had died.", [("A guard who hid in a cellar", "nine had died")]),
        ("A woman who lives nearby said nine had died.", [("A woman who lives nearby", "nine had died")]),
        (
            "The war killed 10,000 and displaced 3 million, the UN says.",
            [("the UN", "The war killed 10,000 and displaced 3 million")],
        ),
        (
            "Nine had died, the coroner told Tarn TV, Reuters reported.",
            [("the coroner < Tarn TV < Reuters", "Nine had died")],
        ),
        ("Tarn TV, citing the coroner, reported that nine died.", [("the coroner < Tarn TV", "nine died")]),
        (
            "The Velin Observatory, citing medical sources, said 12 people died.",
            [("medical sources < The Velin Observatory", "12 people died")],
        ),
        ("Speaking to Tarn TV, the coroner said nine had died.", [("the coroner < Tarn TV", "nine had died")]),
        (
            "Governor Ana Morel, speaking to Radio Luma, said nine died.",
            [("Governor Ana Morel < Radio Luma", "nine died")],
        ),
        (
            "The Drava Institute, a research group, said nine miners, all Poles, had died.",
            [("The Drava Institute, a research group", "nine miners, all Poles, had died")],
        ),
        (
            "Early accounts put the toll at 18 but a second official later said it was 11.",
            [("Early accounts", "the toll at 18"), ("a second official", "it was 11")],
        ),
        (
            "Six died (Radio Orlo says 33 were killed, the Orlo Echo says 41 were killed).",
            [("Radio Orlo", "33 were killed"), ("the Orlo Echo", "41 were killed")],
        ),
        ("Reuters cited a local man as saying 180 had escaped.", [("a local man < Reuters", "180 had escaped")]),
        ("Her husband, Peter, said 20 had died.", [("Her husband, Peter", "20 had died")]),
        ("The WHO said the outbreak had killed nine people.", [("The WHO", "the outbreak had killed nine people")]),
        (
            "Union boss Eva Hult, 51, a former miner who was elected in May, said nine had died.",
            [("Union boss Eva Hult, 51, a former miner who was elected in May", "nine had died")],
        ),
        (
            "A doctor who asked not to be named said nine had died.",
            [("A doctor who asked not to be named", "nine had died")],
        ),
        (
            "A man who identified himself as a rescuer said nine had died.",
            [("A man who identified himself as a rescuer", "nine had died")],
        ),
        ("Mayor Ana Morel spoke of 43 dead.", [("Mayor Ana Morel", "43 dead")]),
        ("Police had earlier put the toll at 12.", [("Police", "the toll at 12")]),
        ("Authorities have so far confirmed just five deaths.", [("Authorities", "just five deaths")]),
        ("According to UN estimates more than 3,500 people died.", [("UN estimates", "more than 3,500 people died")]),
        ("Clashes in the capital, Dovar, claimed more than 1,000 lives.", []),
    ],
)
def test_each_speaker_says_his_own_and_whoever_passed_it_on_is_named(line: str, said: list[tuple[str, str]]) -> None:
    assert [(chain, content) for chain, _, content in told(line)] == said


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            'Police said many died.\n\n"It was chaos," said Omar Tal.\n\n"They shot 12 people."\n\nAll was shut.',
            "Omar Tal",
            '"It was chaos," … "They shot 12 people."',
        ),
        (
            'Mine manager Piet Hult said:\n\n"We have lost nine men.\n\n"Their families know."\n\nThe mine was closed.',
            "Mine manager Piet Hult",
            '"We have lost nine men. … "Their families know."',
        ),
        (
            'In a statement, the company said:\n\n"We regret that 12 of our colleagues have died."',
            "the company",
            '"We regret that 12 of our colleagues have died."',
        ),
        (
            "'It was dark,' said Piet Hult. 'We have lost nine men. I can't sleep.'",
            "Piet Hult",
            "'It was dark,' … 'We have lost nine men. … I can't sleep.'",
        ),
    ],
)
def test_a_quotation_goes_on_over_paragraphs_and_in_single_marks(text: str, chain: str, content: str) -> None:
    assert (chain, content) in [(who, said) for who, _, said in told(text)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("It was announced by the ministry that six nurses had died.", [("the ministry", "six nurses had died")]),
        (
            "Despite claims by the minister that 12 had been freed, nobody left the plant.",
            [("the minister", "12 had been freed")],
        ),
        ("Nine died, according to Tarn TV, which cited the coroner.", [("the coroner < Tarn TV", "Nine died")]),
        ("Nine had died, the coroner said, as quoted by Tarn TV.", [("the coroner < Tarn TV", "Nine had died")]),
        ("The newspaper Tarn Today said nine had died.", [("The newspaper Tarn Today", "nine had died")]),
        ("The site Tarn Now reported that nine had died.", [("The site Tarn Now", "nine had died")]),
    ],
)
def test_passives_and_relays_name_who_said_it(line: str, said: list[tuple[str, str]]) -> None:
    assert [(chain, content) for chain, _, content in told(line)] == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "The police, the fire service and the army said nine died.",
            [("The police, the fire service and the army", "nine died")],
        ),
        ("Doctors, nurses and relatives said nine died.", [("Doctors, nurses and relatives", "nine died")]),
        ("Nine died, according to the governor, Omar Venn.", [("the governor, Omar Venn", "Nine died")]),
        ("The mayor, in a statement, said nine died.", [("The mayor", "nine died")]),
        ("The army, without providing evidence, said nine died.", [("The army", "nine died")]),
        ("The mayor — a former doctor — said nine died.", [("The mayor", "nine died")]),
        ("Residents, however, said nine died.", [("Residents", "nine died")]),
        ("The blast, which police said killed 12, tore through a market.", [("police", "killed 12")]),
        ("Nine dead, army says; rebels say 12", [("army", "Nine dead"), ("rebels", "12")]),
        ("A statement from the presidency said nine died.", [("A statement from the presidency", "nine died")]),
        ("Hospitals recorded 12 deaths.", [("Hospitals", "12 deaths")]),
        ("Police now saying nine dead in Orrin", [("Police", "nine dead in Orrin")]),
        ("Local media report nine dead in Orrin", [("Local media", "nine dead in Orrin")]),
        ("Rebels claim to have killed 12 soldiers", [("Rebels", "to have killed 12 soldiers")]),
        ("A guard told police nine people were killed.", [("A guard", "nine people were killed")]),
        ("Police arrested nine men it says are rebels.", [("it", "are rebels")]),
    ],
)
def test_a_speaker_is_whole_and_no_more(line: str, said: list[tuple[str, str]]) -> None:
    assert [(chain, content) for chain, _, content in told(line)] == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Activists put the toll at 100, the government at 40.",
            [("Activists", "the toll at 100"), ("the government", "40")],
        ),
        (
            "The army says 12 died, the police 14 and the governor 9.",
            [("The army", "12 died"), ("the police", "14"), ("the governor", "9")],
        ),
        (
            "Officials put the dead at 12, hospitals at 19 and the Red Cross at 24.",
            [("Officials", "the dead at 12"), ("hospitals", "19"), ("the Red Cross", "24")],
        ),
        ("Police said nine died in Orrin and four in Velm.", [("Police", "nine died in Orrin and four in Velm")]),
        ("KARWAN POLICE: Nine killed in blast", [("KARWAN POLICE", "Nine killed in blast")]),
        ("NINE KILLED IN KARWAN - POLICE", [("POLICE", "NINE KILLED IN KARWAN")]),
    ],
)
def test_a_number_is_of_whoever_has_it_though_his_verb_is_left_out(line: str, said: list[tuple[str, str]]) -> None:
    assert [(chain, content) for chain, _, content in told(line)] == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("A message posted on Telegram said nine died.", [("A message posted on Telegram", "nine died")]),
        ("The UN says witnesses have told it that 12 died.", [("witnesses < The UN", "12 died")]),
        ('Radio Velm quoted the governor: "Nine died."', [("the governor < Radio Velm", '"Nine died."')]),
        (
            "The agency carried a statement from the army saying 12 had died.",
            [("the army < The agency", "12 had died")],
        ),
        ("The ministry issued a statement saying nine had died.", [("The ministry", "nine had died")]),
        ("Radio Velm said, without citing a source, that nine had died.", [("Radio Velm", "nine had died")]),
    ],
)
def test_papers_and_outlets_say_what_they_carry(line: str, said: list[tuple[str, str]]) -> None:
    assert [one for one in [(chain, content) for chain, _, content in told(line)] if one in said] == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "The mayor said 35 died in Orrin, Tarn TV is reporting.",
            [("Tarn TV", "The mayor said 35 died in Orrin"), ("The mayor < Tarn TV", "35 died in Orrin")],
        ),
        ("A guard told Tarn TV reporters that eight were killed.", [("A guard", "eight were killed")]),
        ("At least 15 died, PTI reported quoting the police.", [("the police < PTI", "At least 15 died")]),
        ("The army claimed to have killed 14 gunmen.", [("The army", "to have killed 14 gunmen")]),
        (
            "The ministry denied that its troops had fired, as doctors treated 40 people.",
            [("The ministry", "its troops had fired")],
        ),
        ("Spokesman Toma Leku pointed out that nine died.", [("Spokesman Toma Leku", "nine died")]),
        (
            "A man who calls himself Captain Oro says the group holds 31 miners.",
            [("A man who calls himself Captain Oro", "the group holds 31 miners")],
        ),
        ("The miners' union only ever spoke of 12 missing.", [("The miners' union", "12 missing")]),
        ("Eleven people died, according to the", []),
        (
            "“We counted 17,” coroner Raymond Kelly told the Courier.",
            [("coroner Raymond Kelly < the Courier", "“We counted 17,”")],
        ),
        (
            "“The gunmen came at dawn.\n\n“Seven people were killed.\n\n“We want the army to act,” the mayor said.",
            [("the mayor", "“The gunmen came at dawn. … “Seven people were killed. … “We want the army to act,”")],
        ),
    ],
)
def test_the_ends_of_what_is_said_are_found(line: str, said: list[tuple[str, str]]) -> None:
    assert [(chain, content) for chain, _, content in told(line)] == said
