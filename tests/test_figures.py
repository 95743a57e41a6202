"""What a sentence counts: the state of the people, and what is no figure at all."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import MORNING
from reportedly.figure import Figure, Kind, Scope
from reportedly.read.figures import candidates, what_is_counted
from reportedly.read.prose import sentences
from reportedly.read.sentence import Sentence, Setting


def read(text: str, about: str | None = None) -> tuple[Figure, ...]:
    return what_is_counted(text, Sentence(0, len(text), 0), Setting(about, None, MORNING))


def counted(text: str) -> list[tuple[str, str, int | None, int | None]]:
    return [(f.phrase.text, f.kind.value, f.low, f.high) for f in read(text) if f.kind is not Kind.OTHER]


@pytest.mark.parametrize(
    ("news", "kinds"),
    [
        ("At least 12 people died in the fire at Port Amrin.", ["killed"]),
        ("The blast killed 12 and injured 30.", ["killed", "wounded"]),
        ("2 dead, 14 hurt as tram leaves rails in Velden", ["killed", "wounded"]),
        ("Gunmen stormed the school, killing nine pupils and wounding 20 others.", ["killed", "wounded"]),
        ("Rescuers recovered the bodies of six divers.", ["killed"]),
        ("The death toll rises to 15.", ["killed"]),
        ("The flood claimed 17 lives.", ["killed"]),
        ("Eight of the missing hikers have been found.", ["rescued"]),
        ("Seven hikers missing since Monday were reunited with their families.", ["rescued"]),
        ("Three missing divers were found dead.", ["killed"]),
        ("Two missing boys are yet to be found.", ["missing"]),
        ("The 42 nurses kidnapped in Vell were yet to be released.", ["taken"]),
        ("The 10 miners who became trapped last week were confirmed dead.", ["killed"]),
        ("Two of their fellow miners made it to safety.", ["escaped"]),
        ("Rebels took nine nurses and two drivers hostage.", ["taken", "taken"]),
        ("Of 40 who fled the jail, 12 prisoners were recaptured.", ["escaped", "arrested"]),
        ("12 dead/34 hurt as tram leaves rails in Velden", ["killed", "wounded"]),
        ("On 12 March 15 people died in the fire at Port Amrin.", ["killed"]),
        ("The bomb at Port Amrin killed 12 plus three children.", ["killed", "killed"]),
        ("Four sailors are missing and two were rescued.", ["missing", "rescued"]),
        ("Kidnappers seized 41 workers at the quarry.", ["taken"]),
        ("The rebels are holding 11 nurses.", ["held"]),
        ("Two Austrian women who were abducted in May have been released.", ["freed"]),
        ("Thirty prisoners escaped overnight.", ["escaped"]),
        ("34 miners remain trapped.", ["trapped"]),
        ("Police arrested 18 people after the march.", ["arrested"]),
        ("More than 4,000 residents were evacuated.", ["evacuated"]),
        ("The storm left 900 people homeless.", ["displaced"]),
        ("The ferry sank with 60 passengers on board.", ["present"]),
        ("About 3,000 people marched through Velden.", ["present"]),
        ("There were no survivors.", ["rescued"]),
        ("Nine climbers have yet to be traced.", ["missing"]),
        ("80 workers were in the factory when it burned.", ["present"]),
        ("Twelve are still under the rubble.", ["trapped"]),
        ("The mayor said that one guard was among the dead.", ["killed"]),
        ("The mayor said last week 48 had been kidnapped.", ["taken"]),
        ("Nine of the 14 divers trapped after a rockfall have died.", ["killed", "trapped"]),
        ("Five of the 19 survivors were taken to a nearby hospital.", ["wounded", "rescued"]),
        ("These are the 48 nurses they say are missing.", ["missing"]),
        ("About 60 of them have never returned.", ["missing"]),
        ("He put the number of wounded at 41, among them nine soldiers.", ["wounded", "wounded"]),
        ("The dead include two drivers who died in hospital.", ["killed"]),
        ("Twenty-three dancers are still being treated in two hospitals.", ["wounded"]),
        ("Three more men and six women ran from the bank.", ["escaped", "escaped"]),
        ("Three Chileans swept up in the raid were later freed.", ["freed"]),
        ("Troops shot at six jeeps containing captives; many fell.", []),
        ("The flood forced some 300 to take refuge in a school.", ["displaced"]),
        ("No one was injured.", ["wounded"]),
    ],
)
def test_states(news: str, kinds: list[str]) -> None:
    """The verb, participle or noun around a number says what state its people are in."""
    assert [f.kind.value for f in read(news)] == kinds


@pytest.mark.parametrize(
    "news",
    [
        "The 42-year-old mayor spoke for 20 minutes.",
        "Ivo Marn, 52, was killed.",
        "The quake struck at 6:40 am on 3 March.",
        "Flight 380 was released for landing.",
        "The fire destroyed 14 houses and three cars.",
        "Damage is put at $25 million, and 12 percent of homes lost power.",
        "In 2019 the bridge was closed.",
        "One of the deadliest floods of the century.",
        "The 12th body was found.",
        "Residents over 65 and children under five were evacuated.",
        "Anyone 65 or older was evacuated.",
        "One in five people was displaced, and nine in 10 residents fled.",
        "About 20m from the gate the wall fell on the mourners.",
        "Some 12 pc of residents were evacuated.",
        "Two families of five were killed.",
        "Bus No. 12 was hit.",
        "Rs. 2 lakh goes to the kin of those who died.",
    ],
)
def test_no_figures(news: str) -> None:
    """Ages, times, dates, money, shares, ranks and counts of things are no figures."""
    assert counted(news) == []


def test_the_phrase_is_the_number_with_its_modifier() -> None:
    """The phrase carries the number and its modifier, without the noun and without "more" or "another"."""
    assert [c[0] for c in counted("Another 30 died, at least 5 more people are missing.")] == ["30", "at least 5"]


def test_one_unnamed_person_is_a_figure() -> None:
    """An unnamed single person is a figure of one; one who is then named is none."""
    assert counted("A Belgian tourist was killed.") == [("A Belgian tourist", "killed", 1, 1)]
    assert counted("A police officer, Anna Berg, was killed.") == []


def test_a_single_attacker() -> None:
    """An unnamed single perpetrator with an article is one attacker."""
    assert [c[1:3] for c in counted("A gunman killed four people.")] == [("attackers", 1), ("killed", 4)]


def test_some_of_a_whole() -> None:
    """ "100 of the 132 hostages" is two figures: those freed, and all who were taken."""
    assert [c[1:3] for c in counted("100 of the 132 hostages were freed.")] == [("freed", 100), ("taken", 132)]


@pytest.mark.parametrize(
    "news",
    [
        "Two of the 12 were killed.",
        "Most of the 12 passengers were killed.",
        "Half the 12 passengers were killed.",
        "A third of its 12 passengers were killed.",
        "All but two of the 12 passengers were killed.",
        "Of the 12, two were killed.",
    ],
)
def test_what_became_of_some_did_not_become_of_all(news: str) -> None:
    """Where some of a number were killed the number itself tells who was there, whatever the model guesses."""
    parts = sentences(news)
    (found,) = [
        one for part in parts for one in candidates(news, part, Setting(None, None, MORNING)) if one.figure.low == 12
    ]
    assert (found.figure.kind, found.barred) == (Kind.PRESENT, Kind.KILLED)


def test_those_left_out_are_not_what_the_others_are() -> None:
    """ "All but two were rescued": nobody says that two were."""
    news = "All but two were rescued."
    (two,) = candidates(news, Sentence(0, len(news), 0), Setting(None, None, MORNING))
    assert (two.settled, two.barred) == (False, Kind.RESCUED)


def test_a_toll_that_rose_by_some_is_all_of_them() -> None:
    """ "Rose by three to 15": the three are part of the 15."""
    assert [(f.low, f.part) for f in read("The death toll rose by three to 15.")] == [(3, True), (15, False)]


def test_a_full_verb_outdoes_a_participle() -> None:
    """Where a noun has a participle and the sentence a verb, the verb says the state."""
    assert [c[1] for c in counted("All 12 miners trapped since Friday have been found dead.")] == ["killed"]


def test_parts() -> None:
    """Increments and parts of a larger count are marked as parts, the whole is not."""
    news = "Two more bodies were found, bringing the toll to 15, including a Briton and three children."
    assert [(f.low, f.part) for f in read(news)] == [(2, True), (15, False), (1, True), (3, True)]


def test_no_others_are_some() -> None:
    """ "No other deaths" speaks of none beside those already told of."""
    assert [(f.low, f.part) for f in read("No other deaths were known by noon.")] == [(0, True)]
    assert [(f.low, f.part) for f in read("No deaths were known by noon.")] == [(0, False)]


def test_zero_is_a_figure() -> None:
    """None hurt is a figure of nought, and those it is said of were there."""
    assert [c[1:3] for c in counted("None of the 80 passengers was hurt.")] == [("wounded", 0), ("present", 80)]


def test_those_sought_are_not_yet_rescued() -> None:
    """Whom somebody works to rescue is still trapped."""
    assert [c[1] for c in counted("Crews worked to rescue 12 climbers.")] == ["trapped"]


def test_captives_are_freed_not_rescued() -> None:
    """Those saved from captors are freed, those saved from an accident rescued."""
    assert [c[1] for c in counted("Troops rescued nine hostages.")] == ["freed"]
    assert [c[1] for c in counted("Troops rescued nine skiers.")] == ["rescued"]


@settings(deadline=None)  # the first reading loads the gazetteer
@given(
    st.text(st.sampled_from("12, .-killed injuredpeoplethetwoofamonga'\"()\n²٣"), max_size=80) | st.text(max_size=60)
)
def test_any_text_is_read(text: str) -> None:
    """Every phrase is verbatim and in order, and bounds are never upside down, whatever the text."""
    last = 0
    for figure in read(text, "Fire in Velden, Austria, 3 March 2031"):
        start, end = figure.phrase.span
        assert last <= start < end <= len(text) and text[start:end] == figure.phrase.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        last = end


@pytest.mark.parametrize(
    "news",
    [
        "12 people were killed, " * 10_000,
        "In May 2004 12 died, " * 6_000,
        "and two of them " * 6_000,
        "the toll in Velden " * 6_000,
    ],
)
def test_long_lines_take_linear_time(news: str) -> None:
    """A hundred thousand characters without a stop take no more than a second or two."""
    began = time.process_time()
    read(news, "Fire in Velden, Austria, 3 March 2031")
    assert time.process_time() - began < 8


def test_a_bulletin_writes_the_state_before_the_number() -> None:
    """ "Dead: 47" and "dead 47 injured 112 missing 19" say the state first."""
    for news in ("Dead: 47. Injured: 112. Missing: 19.", "As of 6am: dead 47 injured 112 missing 19"):
        assert [(f.kind, f.low) for f in read(news)] == [(Kind.KILLED, 47), (Kind.WOUNDED, 112), (Kind.MISSING, 19)]


def test_a_number_in_a_link_to_another_story_is_kept_as_background() -> None:
    """A line of links is no news of this event, but its numbers are not lost."""
    text = "Six people died in Orrin.\nRead more: 14 killed in mill fire"
    told = [f for part in sentences(text) for f in what_is_counted(text, part, Setting(None, None, MORNING))]
    assert [(f.low, f.scope) for f in told] == [(6, Scope.EVENT), (14, Scope.BACKGROUND)]


def test_a_caption_tells_of_the_event() -> None:
    """What stands under a picture is told of the same event."""
    text = "Six people died in Orrin.\nPhoto: Rescuers carry one of 11 bodies from the mill."
    told = [f for part in sentences(text) for f in what_is_counted(text, part, Setting(None, None, MORNING))]
    assert (11, Scope.EVENT) in [(f.low, f.scope) for f in told]


def test_a_body_of_water_is_nobody() -> None:
    """A body of water has not died."""
    assert read("The satellite fell into a body of water, officials said.") == ()


def test_more_than_the_dead_is_all_of_the_injured() -> None:
    """ "Injuring another 155" counts all of the injured, "another two died" some of the dead."""
    assert [f.part for f in read("The blast killed 48 and injured another 155.")] == [False, False]
    assert [f.part for f in read("Another two people died.")] == [True]
    assert [f.part for f in read("Hundreds more people were injured in the blast.")] == [False]
    assert [f.part for f in read("Fourteen more people were injured in the blast.")] == [True]
    assert [f.part for f in read("Mill fire among accidents that leave 24 dead.")] == [False]
    assert read("Among the 51 killed were pilgrims.")[0].part is False


def test_a_number_in_an_address_is_no_figure() -> None:
    """An address spells out a headline; its page says it better."""
    assert counted("Linz fire http://example.org/linz-fire-kills-80-people") == []
    assert [f.low for f in read("See http://example.org/linz for more: 12 people died.")] == [12]


@pytest.mark.parametrize(
    "news",
    [
        "A third bomber was killed.",
        "An unknown number of guests were killed.",
        "Nine in ten of them were hurt.",
        "The ferry was licensed for 50 passengers.",
    ],
)
def test_ordinals_shares_and_room_count_nobody(news: str) -> None:
    """A third bomber is not one bomber, an unknown number is none, a share is no count, and neither is what there is
    room for."""
    assert counted(news) == []


@pytest.mark.parametrize(
    ("news", "people"),
    [
        ("A man of 24 was rescued.", 1),
        ("The body of a woman, about 30, was found.", 1),
        ("Three of the dead were under 16.", 3),
    ],
)
def test_an_age_counts_nobody(news: str, people: int) -> None:
    """How old somebody is counts nobody."""
    assert [low for _, _, low, _ in counted(news)] == [people]


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("A jet with 62 people on board, seven of them children, fell.", [("present", 62), ("present", 7)]),
        ("Six climbers were killed: two Danes, three Finns and a guide.", [("killed", n) for n in (6, 2, 3, 1)]),
        ("Forty were hurt, six of them gravely.", [("wounded", 40), ("wounded", 6)]),
    ],
)
def test_parts_are_in_the_state_of_their_whole(news: str, told: list[tuple[str, int]]) -> None:
    """What no word says of some of them is what is said of all of them."""
    assert [(figure.kind.value, figure.low) for figure in read(news)] == told


def test_a_list_ends_where_the_next_headline_begins() -> None:
    """What is said of the one headline's people is not said of the next one's."""
    assert counted("Vell 2031: six dead. Orrin 2032: 12.") == [("six", "killed", 6, 6), ("12", "killed", 12, 12)]
    assert counted("Six dead in Vell | Orrin on top: 12") == [("Six", "killed", 6, 6)]
