"""What kind of source, and who it is."""

import pytest

from reportedly.claim import Source
from reportedly.read.attribution import who_said
from reportedly.read.proper_names import proper_name
from reportedly.read.prose import sentences
from reportedly.read.roles import role


def chains(text: str) -> list[tuple[Source, ...]]:
    return [a.chain for a in who_said(text, sentences(text))]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("An Algerian security source", "official"),
        ("the interior ministry", "official"),
        ("President Ana Lorn", "official"),
        ("an army spokesman", "military"),
        ("Gen. Ivo Marr", "military"),
        ("a spokesman for the kidnappers", "militant"),
        ("the Taliban", "militant"),
        ("police spokesman Ivo Marr", "police"),
        ("local police", "police"),
        ("witnesses", "witness"),
        ("a resident of Orrin", "witness"),
        ("a hospital official", "medic"),
        ("doctors", "medic"),
        ("the fire chief", "rescuer"),
        ("the coast guard", "rescuer"),
        ("a spokesman for the airline", "company"),
        ("Reuters", "outlet"),
        ("state television", "outlet"),
        ("the Orrin Gazette", "outlet"),
        ("Ana Lorn, a professor of geology at Lenz", "expert"),
        ("the mother of one of the hostages", "relative"),
        ("hostage relatives", "relative"),
        ("a freed hostage", "hostage"),
        ("he", None),
        ("Ana Lorn", None),
    ],
)
def test_the_role_is_read_from_the_words(words: str, told: str | None) -> None:
    """The head noun tells the role, or what stands beside a head that tells nothing."""
    assert role(words) == told


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("police spokesman Ivo Marr", "Ivo Marr"),
        ("Gen. Ivo Marr", "Ivo Marr"),
        ("Ana Lorn, an expert on floods", "Ana Lorn"),
        ("an army spokeswoman, Ana Lorn", "Ana Lorn"),
        ("French President Ana Lorn", "Ana Lorn"),
        ("Dam Operators (DO) president and chief engineer Ana Lorn", "Ana Lorn"),
        ("Rear Adm. Ivo Marr", "Ivo Marr"),
        ("the Interior Ministry", "Interior Ministry"),
        ("the General Staff", "General Staff"),
        ("An Algerian security source", None),
        ("Officials", None),
        ("Afghan police", None),
        ("the kidnappers", None),
    ],
)
def test_a_name_is_told_from_a_description(words: str, name: str | None) -> None:
    """Titles, nationalities and common nouns name nobody."""
    assert proper_name(words) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police spokesman Ivo Marr said six died. He added that two were missing.", "Ivo Marr"),
        ("Police spokesman Ivo Marr said six died. Marr said two were missing.", "Ivo Marr"),
        ("Spokeswoman Ana Lorn said six died. Guard Mr. Ivo Marr said seven died. She said two fled.", "Ana Lorn"),
        ("A guard told Reuters six died. The agency said two were missing.", "Reuters"),
        ("An army spokesman, Ivo Marr, said six died. The spokesman said two were missing.", "Ivo Marr"),
        ("The Interior Ministry said six died. It said two were missing.", "Interior Ministry"),
        ("Local officials said six died. They said two were missing.", "Local officials"),
        (
            "A guard, Ivo Marr, said six died. Minister Karl Brandt gave an interview in which he said two fled.",
            "Karl Brandt",
        ),
        ("Minister Karl Brandt gave an interview in which he said two fled.", "Karl Brandt"),
        ("A guard, Ivo Marr, said six died. Minister Karl Brandt must go, he said.", "Ivo Marr"),
        ("A guard, Ivo Marr, said six died. North Vesland drowned as he said it would.", "Ivo Marr"),
    ],
)
def test_he_and_the_agency_stand_for_a_source_before(text: str, name: str) -> None:
    """Pronouns, definite words and bare surnames take the name, or the description, of whom they stand for."""
    (last,) = chains(text)[-1]
    assert last.name == name
    assert text[slice(*last.span)] == last.text


def test_an_unnamed_source_stays_unnamed() -> None:
    """A description is no name, and a pronoun for it names nobody either."""
    (first,), (second,) = chains("A security source said six died. He said two fled.")
    assert (first.name, first.named) == (None, False)
    assert (second.name, second.named) == ("A security source", False)


@pytest.mark.parametrize(
    "text",
    [
        "The interior ministry said six died. The Norwegian foreign ministry said two were missing.",
        "An army spokesman said six died. The police spokesman said two were missing.",
    ],
)
def test_words_that_do_not_fit_stand_for_somebody_else(text: str) -> None:
    """The Norwegian foreign ministry is not the interior ministry that was told of before."""
    (last,) = chains(text)[-1]
    assert last.name is None or "interior" not in last.name.lower()
    assert last.name is None or "army" not in last.name.lower()


def test_nobody_before_leaves_it_open() -> None:
    """A pronoun without anybody before it has no name."""
    ((he,),) = chains("He said six died.")
    assert he.name is None


def test_an_outlet_goes_by_its_usual_name() -> None:
    """However a report spells it, an outlet has one name."""
    names = [chain[-1].name for chain in chains("A guard told the Associated Press six died. The AP said so.")]
    assert names[0] == "AP"


def test_the_same_source_is_no_second_link() -> None:
    """A pronoun that stands for the next link adds none."""
    text = "U.S. officials told HNN that they believe six died."
    assert all(len({link.name or link.text for link in chain}) == len(chain) for chain in chains(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police chief Ivo Danek said 12 died. The Red Crescent said 15 died. It said four were hurt.", "Red Crescent"),
        ("The Red Cross said nine died. It said 20 were hurt.", "Red Cross"),
        ("Rescue chief Eva Hult reached the mine. She said nine had died.", "Eva Hult"),
        ("Health minister Ana Sorel told CNN Turk that 12 had died. She said 40 were hurt.", "Ana Sorel"),
        ("The ministry told Reuters that 12 had died. It said 40 were hurt.", "The ministry"),
        ("The Tarn Press Agency (TPA) said nine had died. TPA said 20 were hurt.", "Tarn Press Agency"),
        ("Pelmar Mining said nine had died. The company said 20 were hurt.", "Pelmar Mining"),
    ],
)
def test_whoever_spoke_last_is_found_by_the_sort_that_the_word_can_mean(text: str, name: str) -> None:
    """ "It" is a body, "she" a person, and neither is whoever was only told."""
    assert chains(text)[-1][0].name == name
