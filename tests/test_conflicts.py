"""What cannot all be true, and what follows from what can."""

import time

from desk import desk, says
from reportedly.claim import Polarity
from reportedly.figure import Kind


def test_two_answers_to_one_question_conflict() -> None:
    """Thirty-four from the rebels and 12 from the army cannot both be right, and the sentence says so."""
    rebels = says("AP, Ila, 09:00. 34 died, the rebels said.", 34, source="the rebels")
    army = says("AP, Ila, 10:00. 12 died, the army said.", 12, source="the army")
    (conflict,) = desk(rebels, army).conflicts
    assert set(conflict.claims) == {rebels.claim_id, army.claim_id}
    assert "34" in conflict.why and "12" in conflict.why and "the rebels" in conflict.why


def test_what_was_updated_conflicts_with_nothing() -> None:
    """A toll that rose is news, not a contradiction."""
    assert desk(says("AP, Ila, 09:00. 12 died.", 12), says("AFP, Ila, 10:00. 15 died.", 15)).conflicts == ()


def test_at_least_ten_and_twelve_can_both_be_true() -> None:
    """Bounds that share a number agree."""
    assert (
        desk(
            says("AP, Ila, 09:00. 12 died.", 12, source="police"),
            says("AFP, Ila, 10:00. At least 10 died.", 10, None, source="the mayor"),
        ).conflicts
        == ()
    )


def test_many_papers_against_one_are_one_conflict() -> None:
    """The first telling of each figure speaks for all that hold it."""
    account = desk(
        *(says(f"Paper {hour}, Ila, {hour}:00. 34 died.", 34) for hour in ("09", "10", "11")),
        says("Mail, Ila, 12:00. 20 died, the mayor said.", 20, source="the mayor"),
    )
    assert len(account.conflicts) == 1


def test_a_part_that_exceeds_its_whole_conflicts() -> None:
    """Nine Britons cannot be among seven held."""
    britons = says("AP, Ila, 09:00. 9 Britons are held.", 9, kind=Kind.HELD, nationality=("GB",), source="police")
    whole = says("AFP, Ila, 10:00. 7 people are held.", 7, kind=Kind.HELD, source="the army")
    (conflict,) = desk(britons, whole).conflicts
    assert conflict.rule == "a part is not more than its whole"


def test_captives_set_free_since_contradict_nobody() -> None:
    """Forty-one held in the morning and 25 freed at noon add up to no more than the 41 taken."""
    account = desk(
        says(
            "AP, Ila, 08:00. 41 people were taken, the kidnappers said.", 41, kind=Kind.TAKEN, source="the kidnappers"
        ),
        says("AP, Ila, 09:00. 41 people are held, the kidnappers said.", 41, kind=Kind.HELD, source="the kidnappers"),
        says("AFP, Ila, 12:00. 25 people were freed, the army said.", 25, kind=Kind.FREED, source="the army"),
    )
    assert account.conflicts == ()


def test_who_is_free_is_not_held_at_that_moment() -> None:
    """Twenty-five freed in the morning and 20 held at noon are more than the 41 taken."""
    account = desk(
        says(
            "AP, Ila, 08:00. 41 people were taken, the kidnappers said.", 41, kind=Kind.TAKEN, source="the kidnappers"
        ),
        says("AFP, Ila, 09:00. 25 people were freed, the army said.", 25, kind=Kind.FREED, source="the army"),
        says("AP, Ila, 12:00. 20 people are held, the kidnappers said.", 20, kind=Kind.HELD, source="the kidnappers"),
    )
    (conflict,) = account.conflicts
    assert conflict.why == "25 freed + 20 held is more than the 41 taken."
    assert len(conflict.claims) == 3


def test_a_toll_that_was_outgrown_contradicts_nobody() -> None:
    """Fifteen children killed by evening do not contradict the 12 dead of the morning: a toll counts up."""
    account = desk(
        says("AP, Ila, 09:00. 12 died, police said.", 12, source="police"),
        says("AFP, Ila, 18:00. 15 children died, the mayor said.", 15, source="the mayor", role="children"),
    )
    assert account.conflicts == ()
    (follows,) = account.implied
    assert follows.why == "so at least 15 people were killed, if 15 children killed (the mayor) is right"


def test_a_denied_claim_takes_no_part() -> None:
    """What the army denies is marked as denied; it is not put against the army's own count as well."""
    rebels = says("AP, Ila, 09:00. 34 died, the rebels said.", 34, source="the rebels")
    denial = says("AP, Ila, 10:00. The army denied 34.", 34, source="the army", polarity=Polarity.DENIED)
    mayor = says("AP, Ila, 11:00. 12 died, the mayor said.", 12, source="the mayor")
    assert desk(rebels, denial, mayor).conflicts == ()


def test_an_approximate_figure_gives_way_by_a_tenth() -> None:
    """About 150 and 140 can both be true; about 150 and 100 cannot, and is told in its own words."""
    about = says("AP, Ila, 09:00. About 150 died, police said.", 150, source="police", approx=True, phrase="About 150")
    near = says("AP, Ila, 10:00. 140 died, the mayor said.", 140, source="the mayor")
    far = says("AP, Ila, 10:00. 100 died, the mayor said.", 100, source="the mayor")
    assert desk(about, near).conflicts == ()
    (conflict,) = desk(about, far).conflicts
    assert "about 150" in conflict.why


def test_countries_are_added_up() -> None:
    """Four Britons and five Americans cannot be among eight foreigners."""
    account = desk(
        says("AP, Ila, 08:00. 4 Britons were taken, London said.", 4, kind=Kind.TAKEN, nationality=("GB",),
             source="London"),
        says("AP, Ila, 09:00. 5 Americans were taken, the embassy said.", 5, kind=Kind.TAKEN, nationality=("US",),
             source="the embassy"),
        says("AP, Ila, 10:00. 8 foreigners were taken, police said.", 8, kind=Kind.TAKEN, nationality=("foreign",),
             source="police"),
    )  # fmt: skip
    (conflict,) = account.conflicts
    assert conflict.rule == "people of several countries are not more than all of them together"
    assert len(conflict.claims) == 3


def test_too_many_conflicts_are_cut_and_said_to_be() -> None:
    """Of thousands the first are told, and that there are more."""
    account = desk(
        *(
            says(
                f"Paper {n}, Ila, {9 + n // 60:02}:{n % 60:02}. {n} missing.",
                100 - n,
                kind=Kind.MISSING,
                source=f"office {n}",
            )
            for n in range(40)
        )
    )
    assert account.more_conflicts and len(account.conflicts) == 20


def test_counts_of_no_kind_answer_no_one_question() -> None:
    """Forty volunteers and nine searchers are both "other"."""
    account = desk(
        says("AP, Ila, 09:00. 40 volunteers came, police said.", 40, kind=Kind.OTHER, source="police"),
        says("AP, Ila, 10:00. 9 searched the river, the mayor said.", 9, kind=Kind.OTHER, source="the mayor"),
    )
    assert account.conflicts == ()


def test_hostile_words_stay_on_one_short_line() -> None:
    """A figure's own words are capped and lose their line breaks."""
    long = "about\n" + "x" * 500
    claim = says("AP, Ila, 09:00. Died.", 150, source="police", approx=True, phrase=long)
    (conflict,) = desk(claim, says("AP, Ila, 10:00. 50 died, the mayor said.", 50, source="the mayor")).conflicts
    assert "\n" not in conflict.why and len(conflict.why) < 300


def test_a_crowd_of_figures_is_no_reason_to_search_for_minutes() -> None:
    """Thirteen groups of hostages in five states, told four times each: what cannot be true is found in a moment."""
    nations = ("", "GB", "NO", "US", "JP", "FR", "DE", "RO", "PH", "MY", "AT", "CO", "IE")
    kinds = (Kind.TAKEN, Kind.FREED, Kind.KILLED, Kind.HELD, Kind.ESCAPED)
    rows = [
        says(
            f"Web, Ila, {hour:02}:{n:02}. {7 + hour + n} of {nation}, told {hour}.",
            7 + hour + n if nation else 30 + 5 * hour,
            kind=kind,
            role="hostages",
            nationality=(nation,) if nation else (),
            source=f"Ivo Marr {hour}",
            source_named=True,
        )
        for hour in range(4)
        for n, (kind, nation) in enumerate((kind, nation) for kind in kinds for nation in nations)
        if n < 60
    ]
    began = time.perf_counter()
    account = desk(*rows)
    assert time.perf_counter() - began < 10
    assert any("+" in conflict.why for conflict in account.conflicts)
