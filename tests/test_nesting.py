"""Which groups lie within which."""

from hypothesis import given
from hypothesis import strategies as st

from desk import says
from reportedly.account import LineGroup
from reportedly.figure import Kind
from reportedly.reconcile.nesting import learn_nesting, nests

HOSTAGES = LineGroup("hostages")
FOREIGN = LineGroup("hostages", ("foreign",))
BRITISH = LineGroup("hostages", ("GB",))
WORKERS = LineGroup("workers")


def test_hostages_hold_foreign_hostages_hold_british_hostages() -> None:
    """A group lies within the same role of fewer words, and not the other way."""
    assert nests(BRITISH, FOREIGN) and nests(FOREIGN, HOSTAGES) and nests(BRITISH, HOSTAGES)
    assert not nests(HOSTAGES, FOREIGN) and not nests(FOREIGN, BRITISH)


def test_foreigners_are_foreign_people() -> None:
    """One group in two spellings."""
    assert nests(LineGroup("foreigners", ("foreign",)), LineGroup("people", ("foreign",)))
    assert nests(LineGroup("people", ("foreign",)), LineGroup("foreigners", ("foreign",)))
    assert nests(FOREIGN, LineGroup("foreigners", ("foreign",)))


def test_two_nations_counted_together_hold_each_of_them() -> None:
    """ "25 American and Japanese hostages": the Americans are among them, the French are not."""
    both = LineGroup("hostages", ("JP", "US"))
    assert nests(LineGroup("hostages", ("US",)), both)
    assert not nests(LineGroup("hostages", ("FR", "US")), both)


def test_a_toll_is_not_taken_to_hold_its_attackers() -> None:
    """ "12 dead, besides two gunmen" is as common as "12 dead, two of them gunmen"."""
    assert not nests(LineGroup("attackers"), LineGroup("people"))
    assert nests(LineGroup("children"), LineGroup("people"))


def test_workers_are_among_the_hostages_only_where_the_text_says_so() -> None:
    """Words alone do not tell; "41 hostages, including seven workers" does, for its own story."""
    assert not nests(WORKERS, HOSTAGES)
    line = "AP, Ila, 09:00. 41 hostages, including seven workers, were seized."
    learned = learn_nesting(
        [
            says(line, 41, role="hostages", kind=Kind.TAKEN),
            says(line, 7, role="workers", kind=Kind.TAKEN, figure=1, part=True),
        ]
    )
    assert nests(WORKERS, HOSTAGES, learned)
    assert nests(LineGroup("workers", ("GB",)), FOREIGN, learned)
    assert not nests(HOSTAGES, WORKERS, learned)


def test_what_is_told_both_ways_teaches_nothing() -> None:
    """One report has workers among the hostages, another hostages among the workers: neither is learned."""
    one = "AP, Ila, 09:00. 41 hostages, including seven workers, were seized."
    two = "AFP, Ila, 09:00. 60 workers, including nine hostages, were seized."
    learned = learn_nesting(
        [
            says(one, 41, role="hostages"),
            says(one, 7, role="workers", figure=1, part=True),
            says(two, 60, role="workers"),
            says(two, 9, role="hostages", figure=1, part=True),
        ]
    )
    assert not nests(WORKERS, HOSTAGES, learned)


def test_who_is_counted_beside_the_foreigners_is_no_foreigner() -> None:
    """ "573 Algerians and 100 foreigners were freed": in that story Algerians are local."""
    line = "AP, Ila, 09:00. 573 Algerians and 100 foreigners were freed."
    learned = learn_nesting([says(line, 573, nationality=("DZ",)), says(line, 100, nationality=("foreign",), figure=1)])
    algerians, foreigners = LineGroup("people", ("DZ",)), LineGroup("people", ("foreign",))
    assert nests(algerians, foreigners)
    assert not nests(algerians, foreigners, learned)
    assert nests(algerians, LineGroup("people", ("local",)), learned)


def test_more_of_a_nation_than_of_the_foreigners_beside_it_are_at_home() -> None:
    """ "At least 12 foreigners and more than 60 Danes were seized": Danes are none of the foreigners."""
    line = "AP, Ila, 09:00. At least 12 foreigners and more than 60 Danes were seized."
    seized = [
        says(line, 12, None, kind=Kind.TAKEN, nationality=("foreign",)),
        says(line, 61, None, kind=Kind.TAKEN, nationality=("DK",), figure=1),
    ]
    assert learn_nesting(seized).home == {"DK"}
    briton = says(line, 1, kind=Kind.TAKEN, nationality=("GB",), figure=1)
    assert learn_nesting([seized[0], briton]).home == frozenset()


_groups = st.builds(
    LineGroup,
    st.sampled_from(["people", "hostages", "workers", "children", "girls", "attackers", "foreigners"]),
    st.sets(st.sampled_from(["GB", "JP", "foreign", "local"]), max_size=2).map(lambda names: tuple(sorted(names))),
)


@given(_groups, _groups, _groups)
def test_nesting_is_an_order(one: LineGroup, two: LineGroup, three: LineGroup) -> None:
    """A group nests in itself, and what lies within the inner lies within the outer."""
    assert nests(one, one)
    if nests(one, two) and nests(two, three):
        assert nests(one, three)
