"""Wordings whose single words would say another state than the whole."""

import pytest

from reportedly.read.figures import what_is_counted
from reportedly.read.sentence import Sentence, Setting


def counted(line: str) -> list[str]:
    found = what_is_counted(line, Sentence(0, len(line), 0), Setting())
    return [f"{one.kind.value} {one.low}" for one in found]


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Troops are trying to free around 250 hostages on the ferry.", ["held 250"]),
        ("Police are negotiating for the release of 12 workers held in the bank.", ["held 12"]),
        ("Negotiators won the release of 40 pupils.", ["freed 40"]),
        ("Miners dug all night in a bid to rescue 30 workmates.", ["trapped 30"]),
        ("Two hostages were shot in the arm while trying to flee.", ["wounded 2"]),
        ("He shot five people, two fatally, police said.", ["wounded 5", "killed 2"]),
        ("Police have rearrested 61 prisoners.", ["arrested 61"]),
        ("Nine of the 30 escaped inmates were returned to the prison.", ["arrested 9", "escaped 30"]),
        ("Nine of the 30 escaped inmates have been caught.", ["arrested 9", "escaped 30"]),
        ("A total of 282 people accused of theft have been released.", ["freed 282"]),
        ("Some 30 people suspected of arson were freed.", ["freed 30"]),
        ("A man from Orrin accused of killing five.", ["attackers 1", "killed 5"]),
        ("Two journalists arrested in May have been released.", ["freed 2"]),
        ("Two journalists, Ana Lorn and Ivo Marr, arrested on 28 August in Orrin, are released.", ["freed 2"]),
        ("Nine people were arrested after the raid.", ["arrested 9"]),
        ("The army rescues 200 girls and 93 women from Boko Haram.", ["freed 200", "freed 93"]),
        ("Soldiers rescued 12 villagers from the rebels.", ["freed 12"]),
        ("Firefighters rescued 12 villagers from the flood.", ["rescued 12"]),
        ("The police chief was killed by one of his bodyguards.", ["attackers 1"]),
        ("Four people were wounded by two of the guards.", ["wounded 4", "attackers 2"]),
        ("The governor is shot dead by one of his own bodyguards.", ["attackers 1"]),
        ("Eleven have since been recaptured.", ["arrested 11"]),
        ("A magistrate released 48 of the 61 traders on bail.", ["freed 48", "arrested 61"]),
        ("The gunmen released 48 of the 61 villagers, police said.", ["freed 48", "taken 61"]),
        ("The gunmen released 48 of the 61 hostages held in the court.", ["freed 48", "taken 61"]),
        ("The ministry raises the number of dead in Saturday's quake by 48 to 289.", ["killed 48", "killed 289"]),
        ("Seven inmates turned themselves in.", ["arrested 7"]),
        ("Thirty rebels surrendered, the army said.", ["arrested 30"]),
        ("Six soldiers were captured by the rebels near Orvan.", ["taken 6"]),
        ("The raiders made off with 26 girls.", ["taken 26"]),
        ("The gunmen led away 40 villagers at gunpoint.", ["taken 40"]),
        ("Three monks were dragged from their beds.", ["taken 3"]),
        ("At least six people believed to have been held captive managed to flee.", ["escaped 6"]),
        ("Twelve miners walked out unaided at dawn.", ["escaped 12"]),
        ("The army said that 177 hostages were still in the hills.", ["held 177"]),
        ("There was no word on 15 sailors who were on the ferry.", ["missing 15"]),
        ("The mine director said contact had been lost with 73.", ["missing 73"]),
        ("Eleven employees and four contractors had not been located.", ["missing 11", "missing 4"]),
        ("Eleven people were washed out to sea in Velmora.", ["missing 11"]),
        ("The wave carried away 14 picnickers.", ["missing 14"]),
        ("Two fishermen fell overboard.", ["missing 2"]),
        ("The 23 men cannot have survived, the owner said.", ["killed 23"]),
        ("Officials have given up hope of finding the 18 sailors alive.", ["missing 18"]),
        ("Firefighters freed 17 passengers from the wreckage.", ["rescued 17"]),
        ("Its forces had eliminated up to 180 servicemen.", ["killed None"]),
        ("A court sentenced 12 protesters to death in Borev.", ["other 12"]),
        ("Thousands of people fled into the forest to escape the mobs.", ["displaced 2000"]),
    ],
)
def test_the_whole_wording_says_the_state(line: str, figures: list[str]) -> None:
    assert counted(line) == figures


@pytest.mark.parametrize(
    "line",
    [
        "Police destroyed two boats and seized three others.",
        "The army recaptured four villages and lost two others.",
        "A police car was burnt in Orvan, while two others were burnt in Garma.",
        "Six drones were shot down and four others hit the city.",
        "Four hospitals were damaged and one was evacuated.",
        "Air defences shot down 36 drones; another eight were lost.",
    ],
)
def test_others_of_a_thing_are_no_people(line: str) -> None:
    assert counted(line) == []


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Two boats sank and 12 were rescued.", ["rescued 12"]),
        ("A shell hit a house, killing six and wounding two others.", ["killed 6", "wounded 2"]),
        ("Ten houses were burned and two people burned to death.", ["killed 2"]),
    ],
)
def test_what_happens_only_to_people_counts_people(line: str, figures: list[str]) -> None:
    assert counted(line) == figures


@pytest.mark.parametrize(
    "line",
    [
        "The boat was licensed to carry 250.",
        "The launch had a capacity of 60 passengers.",
        "Police had planned for a crowd of 300,000.",
        "Relatives of those killed will get 300,000 each.",
        "The concert raised 900,000 for the injured.",
        "The state announced 2 lakh for the families of the dead and 25,000 for those hurt.",
    ],
)
def test_room_and_money_count_nobody(line: str) -> None:
    assert counted(line) == []


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Deputies tracked down 98 people who had been listed as missing.", ["rescued 98"]),
        ("The ship, with 21 crew on board, was seized on Monday.", ["present 21"]),
        ("The rebels suffered no casualties and captured an army car.", ["other 0"]),
        ("None of the dead has been identified.", []),
        ("A total of 8,204 families/36,918 persons were evacuated.", ["evacuated 36918"]),
        ("A tribal elder was shot dead in Garma.", ["killed 1"]),
        ("Troops and an affiliated militia killed four villagers.", ["killed 4"]),
    ],
)
def test_a_count_keeps_to_its_own_clause_and_noun(line: str, figures: list[str]) -> None:
    assert counted(line) == figures


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Fourteen people nearly died.", ["other 14"]),
        ("Nine people succumbed to their injuries.", ["killed 9"]),
        ("Fourteen of the passengers did not survive.", ["killed 14"]),
        ("Not one of the 48 passengers was hurt.", ["wounded 0", "present 48"]),
        ("Six people reported missing have been found alive.", ["rescued 6"]),
        ("The militia released a video of 14 captives.", ["held 14"]),
        ("Nine men were dragged from their homes and shot.", ["killed 9"]),
        ("A man, a woman and two children were killed.", ["killed 1", "killed 1", "killed 2"]),
        ("A doctor, a driver and two guards were kidnapped.", ["taken 1", "taken 1", "taken 2"]),
        ("Thirteen of 20 hostages freed in Orrin", ["freed 13", "taken 20"]),
        ("Nine of 14 miners killed", ["killed 9", "present 14"]),
        ("Sixteen of 18 miners trapped by a fire are safe.", ["trapped 18"]),
        ("A five-man crew is missing.", ["missing 5"]),
        ("A 15-member medical team was kidnapped.", ["taken 15"]),
        ("Dead – 9, injured – 34.", ["killed 9", "wounded 34"]),
        ("The toll neared 100.", ["killed None"]),
    ],
)
def test_uncommon_words_for_common_states(line: str, figures: list[str]) -> None:
    assert [one for one in counted(line) if one in figures] == figures


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Two brothers aged 6 and 9 drowned in a pond.", ["killed 2"]),
        ("Three teenagers aged 15, 16 and 17 were arrested.", ["other 3"]),
        ("Three died: Karl Ober, 52, Ida Roth, 19, and Pia Roth, 17.", ["killed 3"]),
        ("Children as young as six were killed.", []),
        ("The hostages, aged between 19 and 71, were seized.", []),
        ("UPDATE 2 - Six dead in Orrin blast", ["killed 6"]),
        ("1) Four dead in Orrin fire", ["killed 4"]),
        ("Four people died, one fewer than first thought.", ["killed 4"]),
    ],
)
def test_ages_labels_and_differences_count_nobody(line: str, figures: list[str]) -> None:
    assert counted(line) == figures


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Ten were released from hospital by evening.", ["wounded 10"]),
        ("Three teachers were wounded, one of whom later died.", ["wounded 3", "killed 1"]),
        ("Six gunmen, three of whom have been neutralised, attacked the base.", ["attackers 6", "killed 3"]),
        ("Of the 90 missing, 31 have been found safe.", ["missing 90", "rescued 31"]),
        ("8 had life-threatening injuries.", ["wounded 8"]),
        ("The ferry had the capacity to carry 178 passengers.", []),
        ("He was 71 and had been ill.", []),
    ],
)
def test_what_became_of_them_later(line: str, figures: list[str]) -> None:
    assert counted(line) == figures


def test_whoever_stops_the_gunman_attacks_nobody() -> None:
    line = "A gunman killed seven people before he was shot dead by an off-duty officer."
    assert counted(line) == ["attackers 1", "killed 7"]


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Six of the ferry's 80 passengers were missing.", ["missing 6", "present 80"]),
        ("Eight of the 20 people aboard did not survive.", ["killed 8", "present 20"]),
        ("The army killed three hostage takers.", ["killed 3"]),
        ("Hundreds of trekkers were caught in a blizzard.", ["trapped 200"]),
        ("Two escapees were caught on Sunday.", ["arrested 2"]),
        ("The storm killed all but four of the 20 sailors.", ["present 20"]),
        ("Agents took 30 plant workers into custody.", ["arrested 30"]),
        ("Firefighters are trying to free two workers trapped in a trench.", ["trapped 2"]),
        ("They are worried about three workers who have not been seen.", ["missing 3"]),
        ("Neighbours helped six children from the burning house.", ["rescued 6"]),
    ],
)
def test_some_and_the_whole_are_told_apart(line: str, figures: list[str]) -> None:
    assert counted(line) == figures
