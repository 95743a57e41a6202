"""Who is counted: role, nationality and the group's own words."""

import time

import pytest

from newsroom import MORNING
from reportedly.figure import Group
from reportedly.read.figures import what_is_counted
from reportedly.read.sentence import Sentence, Setting


def groups(text: str) -> list[Group]:
    figures = what_is_counted(text, Sentence(0, len(text), 0), Setting(None, None, MORNING))
    return [figure.group for figure in figures]


@pytest.mark.parametrize(
    ("news", "role", "nations"),
    [
        ("Twelve people were killed.", "people", ()),
        ("Three policemen were killed.", "police", ()),
        ("Two army officers were killed.", "soldiers", ()),
        ("Five officers of the garrison were killed.", "soldiers", ()),
        ("Five officers were killed, police said.", "police", ()),
        ("At least 22 South Americans are missing.", "people", ()),
        ("Six Norwegian oil workers were killed.", "workers", ("NO",)),
        ("Two U.S. soldiers were killed.", "soldiers", ("US",)),
        ("Four Turks were killed.", "people", ("TR",)),
        ("Nine New Zealanders were injured.", "people", ("NZ",)),
        ("A German-Armenian man was arrested.", "men", ("AM", "DE")),
        ("25 foreign hostages were freed.", "hostages", ("foreign",)),
        ("Five Westerners were kidnapped.", "foreigners", ("foreign",)),
        ("30 militants were killed.", "attackers", ()),
        ("Eight school children were abducted.", "children", ()),
        ("A 10-year-old was killed.", "children", ()),
        ("Four members of parliament were arrested.", "officials", ()),
        ("Seven crew members drowned.", "crew", ()),
        ("All seven aircrew members escaped.", "crew", ()),
        ("Thirty Peruvian asylum seekers were detained.", "asylum seekers", ("PE",)),
        ("Thirty foreign nationals were evacuated.", "foreigners", ("foreign",)),
        ("Thirty Peruvian nationals were evacuated.", "people", ("PE",)),
        ("40 passengers and crew were hurt.", "people", ()),
        ("Eleven beekeepers were killed.", "beekeepers", ()),
        ("Five others were injured.", "people", ()),
        ("Three firemen were killed.", "firefighters", ()),
        ("Two classmates were hurt.", "students", ()),
        ("A Pole was killed.", "people", ("PL",)),
        ("A Czech deckhand was killed.", "deckhands", ("CZ",)),
        ("Seven of us were hurt.", "people", ()),
        ("Three non-Iranian hostages were freed.", "hostages", ()),
    ],
)
def test_role_and_nationality(news: str, role: str, nations: tuple[str, ...]) -> None:
    """The noun gives the role, its adjectives the nationality; a noun of no list keeps itself as the role."""
    assert [(g.role, g.nationality) for g in groups(news)] == [(role, nations)]


def test_own_words() -> None:
    """The group keeps its own words, verbatim."""
    assert groups("At least 6 Norwegian oil workers were killed.")[0].text == "Norwegian oil workers"


def test_an_elided_noun_inherits_its_role() -> None:
    """A number alone counts the people told of before it; "others" are people."""
    assert [g.role for g in groups("30 workers were killed and 34 injured.")] == ["workers", "workers"]
    assert [g.role for g in groups("30 workers were killed and 34 others injured.")] == ["workers", "people"]


def test_the_whole_is_not_of_its_parts_group() -> None:
    """Those whom others "were among" are not counted as the others are."""
    assert groups("Two Belgians and a Kenyan trader were among the 41 killed.")[2] == Group()
    assert groups("Fourteen women and eleven men make up the 25 dead.")[2] == Group()


@pytest.mark.parametrize(
    "news",
    [
        "Six Kenyan miners among 20 killed.",
        "A blast killed two guards and injured 40.",
        "Two pilots were killed - eight injured in Velden.",
        "Police held four miners over the bombing, which killed 12.",
        "Of the 218 passengers and four crew, 78 were killed.",
    ],
)
def test_others_are_not_of_the_group_told_of_before(news: str) -> None:
    """A number alone is of nobody told of before, where there are many times as many, where a dash or a clause parts
    it from them, and where they were not all who were there."""
    assert groups(news)[-1] == Group()


def test_a_number_larger_than_those_told_of_before_is_not_of_them() -> None:
    """Eighteen cannot be of two."""
    text = "Nine were killed, including two Swedes. Eighteen were hurt."
    start = text.index("Eighteen")
    (eighteen,) = what_is_counted(text, Sentence(start, len(text), 0), Setting(None, None, MORNING))
    assert eighteen.group == Group()


def test_headlines_side_by_side_share_no_group() -> None:
    """A mark between two headlines ends whom the first counted."""
    assert groups("Shelling kills 6 women >> Two dead in arms plant blast")[1] == Group()


def test_an_elided_noun_hands_its_role_on() -> None:
    """A number alone after another number alone still counts whom the first noun named."""
    told = groups("Eight miners were trapped; three were freed and one died in hospital.")
    assert [group.role for group in told] == ["miners", "miners", "miners"]


def test_a_toll_counts_everybody() -> None:
    """A toll counts people, whoever died last."""
    assert [g.role for g in groups("Four inmates died, bringing the death toll to 12.")] == ["prisoners", "people"]


def test_of_them_looks_back() -> None:
    """ "Five of them" are of the people that the sentence before counted."""
    text = "Sixty inmates escaped. Five of them were killed."
    figures = what_is_counted(text, Sentence(23, len(text), 0), Setting(None, None, MORNING))
    assert [figure.group.role for figure in figures] == ["prisoners"]


def test_a_person_word_before_a_thing_counts_nobody() -> None:
    """ "Police stations" are stations."""
    assert groups("Rebels burned three police stations and 12 passenger buses.") == []


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("Nine divers died, three of them Danish tourists.", [("divers", ()), ("tourists", ("DK",))]),
        ("Nine divers died, three of them Danes.", [("divers", ()), ("divers", ("DK",))]),
        ("Seven of the dead were nurses.", [("nurses", ())]),
        ("Three of those killed were women.", [("women", ())]),
        ("Two Irish and four Ghanaian guards were hurt.", [("guards", ("IE",)), ("guards", ("GH",))]),
        ("They held 40 miners, among them six Poles.", [("miners", ()), ("miners", ("PL",))]),
        ("90 Danes drowned off the coast of Vell, including 16 nuns.", [("people", ("DK",)), ("nuns", ("DK",))]),
        ("Two tourists from Peru drowned.", [("tourists", ("PE",))]),
        ("They evacuated 30 tourists from Peru.", [("tourists", ())]),
        ("The quake took 90 lives.", [("people", ())]),
        ("Gunmen shot dead 19 bus passengers.", [("passengers", ())]),
        ("A boy was hurt and four girls escaped.", [("children", ()), ("girls", ())]),
    ],
)
def test_what_the_line_says_of_them_is_who_they_are(news: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    """A noun after "of them", one shared by two adjectives, a country after "from": all say who is counted."""
    assert [(group.role, group.nationality) for group in groups(news)] == told


def test_a_number_that_opens_a_sentence_counts_the_people_told_of_before() -> None:
    """ "Two were freed" after seven teachers means teachers."""
    text = "Seven teachers were kidnapped near Vell. Two were freed."
    start = text.index("Two")
    (freed,) = what_is_counted(text, Sentence(start, len(text), 0), Setting(None, None, MORNING))
    assert freed.group.role == "teachers"


@pytest.mark.parametrize(
    ("news", "told"),
    [
        (
            "Nine troops died, seven from Kenya and two from Mali.",
            [("soldiers", ()), ("soldiers", ("KE",)), ("soldiers", ("ML",))],
        ),
        ("Nine Moroccan guards and a Cambodian were killed.", [("guards", ("MA",)), ("people", ("KH",))]),
        (
            "Eleven divers on board, seven Danes and four Finns, drowned.",
            [("divers", ()), ("divers", ("DK",)), ("divers", ("FI",))],
        ),
        ("Five Turks, a nun and four boys, drowned.", [("people", ("TR",)), ("nuns", ("TR",)), ("boys", ("TR",))]),
        (
            "Two Turks, a nun, a Dane and a judge drowned.",
            [("people", ("TR",)), ("nuns", ()), ("people", ("DK",)), ("judges", ())],
        ),
        (
            "Nine miners died, eight Chileans and one a Dane.",
            [("miners", ()), ("miners", ("CL",)), ("miners", ("DK",))],
        ),
        ("Four Danish tourists and four locals were hurt.", [("tourists", ("DK",)), ("people", ("local",))]),
        ("Twelve people died, six of them nurses, and 60 were hurt.", [("people", ()), ("nurses", ()), ("people", ())]),
    ],
)
def test_parts_of_a_count_are_of_its_kind(news: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    """Seven of nine troops are troops; what is told after a list of parts is told of the whole."""
    assert [(group.role, group.nationality) for group in groups(news)] == told


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("Nine people drowned, all of them Danish nationals.", [("people", ("DK",))]),
        ("Three people were killed, all of whom were passengers.", [("passengers", ())]),
        ("Four people died and six were hurt, all from Peru.", [("people", ("PE",)), ("people", ("PE",))]),
        (
            "A Dane and two Finns, all aid workers, were kidnapped.",
            [("workers", ("DK",)), ("workers", ("FI",))],
        ),
        ("Four people died, and all passengers were freed.", [("people", ())]),
    ],
)
def test_what_is_said_of_all_is_said_of_each(news: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    """ "All of them Danes" tells of everybody counted in its clause; a subject of its own clause tells of nobody."""
    assert [(group.role, group.nationality) for group in groups(news)] == told


@pytest.mark.parametrize(
    ("news", "told"),
    [
        (
            "Ten medics, six Danes and a Finn among them, were shot dead.",
            [("medics", ()), ("medics", ("DK",)), ("medics", ("FI",))],
        ),
        ("Four inmates, among them a Sri Lankan, escaped.", [("prisoners", ()), ("prisoners", ("LK",))]),
        ("Its whole crew, 64 people, drowned.", [("crew", ())]),
    ],
)
def test_some_of_a_group_are_of_it(news: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    """Whoever is "among them" is one of them, whether the words stand before the list or after it."""
    assert [(group.role, group.nationality) for group in groups(news)] == told


@pytest.mark.parametrize(
    ("news", "role", "nations"),
    [
        ("Kenya's army says four of its soldiers were killed.", "soldiers", ("KE",)),
        ("Kenyan officials say four of their policemen were hurt.", "police", ("KE",)),
        ("Chad evacuated 30 of its nationals.", "people", ("TD",)),
        ("The army says four of its men were killed.", "soldiers", ()),
        ("The mine says four of its workers were killed in Kenya.", "workers", ()),
        ("40 migrants from Mali and Chad were rescued near Malta.", "migrants", ("ML", "TD")),
    ],
)
def test_its_soldiers_are_of_the_country_whose_army_speaks(news: str, role: str, nations: tuple[str, ...]) -> None:
    """Whose soldiers, policemen, nationals and men they are is said by "its"; where people are from, by "from"."""
    assert [(group.role, group.nationality) for group in groups(news)] == [(role, nations)]


@pytest.mark.parametrize(
    ("news", "role", "nations"),
    [
        ("A Sri Lankan was killed.", "people", ("LK",)),
        ("An elderly Dane was killed.", "people", ("DK",)),
        ("Two Tamil rebels were killed.", "attackers", ()),
        ("Two Tamils were killed.", "people", ()),
        ("Three Christian relief workers were freed.", "workers", ()),
    ],
)
def test_a_people_is_a_noun_or_stands_before_one(news: str, role: str, nations: tuple[str, ...]) -> None:
    """The name of a nation or faith counts people by itself, and only adds to a noun that follows it."""
    assert [(group.role, group.nationality) for group in groups(news)] == [(role, nations)]


@pytest.mark.parametrize("part", ["1 Irish, ", "including 3 Danes, ", "7, ", "one of them, "])
def test_an_endless_list_takes_linear_time(part: str) -> None:
    """A list of thousands of counts is no reason to look through it thousands of times, or to stop reading."""
    began = time.perf_counter()
    groups(f"The quake killed {part * 4000} and 2 Danish nurses.")
    assert time.perf_counter() - began < 8


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("A bus carrying Danish nuns overturned, killing four.", [("nuns", ("DK",))]),
        ("Police fired on striking miners at Vell; 34 died.", [("miners", ())]),
        ("Rescuers lifted fourteen sailors from rafts; two are missing.", [("sailors", ()), ("sailors", ())]),
        ("Vell fire: five nurses died and seven were hurt.", [("nurses", ()), ("nurses", ())]),
        ("A bus carrying nuns overturned. Police held four.", [("people", ())]),
    ],
)
def test_a_number_alone_is_of_whom_its_sentence_tells(news: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    """Those whom a bus carried, at whom was fired, or who were counted in another state before, are whom it counts."""
    assert [(group.role, group.nationality) for group in groups(news)] == told
