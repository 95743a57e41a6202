"""Who it comes from in the end."""

from typing import Any

from desk import asks, desk, says
from reportedly.claim import ClaimKind
from reportedly.reconcile import sources
from reportedly.reconcile.origins import Origin, origin, origins


def of(line: str, **known: Any) -> Origin:
    return origin(says(line, 12, **known))


def test_forty_copies_of_one_wire_report_are_one_origin() -> None:
    """A report that credits an agency and names no source comes from the agency, whoever prints it."""
    one = of("The Harbour Post, Port Ila, 09:00. At least 12 died.", agency="Reuters")
    other = of("Morning Ledger, Sarn, 10:00. At least 12 died.", agency="Reuters news agency")
    assert one.key == other.key
    assert one.name == "Reuters"


def test_two_papers_that_quote_the_same_person_are_one_origin() -> None:
    """A named source is himself whoever quotes him, with his title or without."""
    one = of("Post, Ila, 09:00. 12 died, Governor Ana Reyes said.", source="Governor Ana Reyes", source_named=True)
    other = of("Ledger, Sarn, 10:00. 12 died, Ana Reyes said.", source="Ana Reyes", source_named=True)
    assert one.key == other.key


def test_a_body_is_the_same_body_whoever_quotes_it() -> None:
    """The interior ministry, its spokesman and a statement from it are one origin."""
    keys = {
        of(f"{outlet}, Ila, 09:00. 12 died, it was said.", source=source).key
        for outlet, source in (
            ("Post", "the interior ministry"),
            ("Ledger", "an interior ministry spokesman"),
            ("Gazette", "a spokesman for the interior ministry"),
            ("Mail", "interior ministry officials"),
        )
    }
    assert keys == {"interior ministry"}


def test_an_unnamed_source_is_one_origin_for_each_that_quotes_it() -> None:
    """ "A security source" told Reuters is not the security sources of the state agency."""
    reuters = of("Post, Ila, 09:00. 12 died.", source="a security source", via="Reuters")
    again = of("Mail, Ila, 10:00. 12 died.", source="Security sources", agency="Reuters")
    state = of("Ledger, Ila, 09:00. 12 died.", source="security sources", via="APS")
    assert reuters.key == again.key
    assert reuters.key != state.key


def test_he_said_falls_back_to_whom_he_told() -> None:
    """A pronoun that nobody resolved is no known link: the agency is."""
    assert of("Post, Ila, 09:00. 12 died, he said.", source="he", agency="AP").key == "ap"
    assert of("Post, Ila, 09:00. 12 died, he said.", source="he").name == "Post"


def test_strangers_are_apart_but_count_as_one() -> None:
    """Where nothing is known, each report is its own origin, and all of them together count once."""
    one = of("x, Ila, 09:00. 12 died.", outlet=None)
    other = of("x, Ila, 10:00. 12 died.", outlet=None)
    assert one.key != other.key
    assert one.counted == other.counted == ""


def test_a_surname_is_the_one_person_who_bears_it() -> None:
    """ "Reyes said" is Ana Reyes where the story has one Reyes, and nobody in particular where it has two."""
    full = says("Post, Ila, 09:00. 12 died, Ana Reyes said.", 12, source="Ana Reyes", source_named=True)
    last = says("Mail, Ila, 10:00. 12 died, Reyes said.", 12, source="Reyes", source_named=True)
    other = says("Mail, Ila, 11:00. 12 died, Juan Reyes said.", 12, source="Juan Reyes", source_named=True)
    assert len({one.key for one in origins([full, last], {})}) == 1
    assert len({one.key for one in origins([full, last, other], {})}) == 3


def test_every_origin_says_by_which_rule_it_was_found() -> None:
    """Explaining a merge needs the rule in words."""
    assert of("Post, Ila, 09:00. 12 died.", agency="AP").why == "the report's agency"
    assert "body" in of("Post, Ila, 09:00. 12 died.", source="police").why


def test_who_speaks_is_told_by_origin() -> None:
    """One record for the ministry, however many quote it, with how its figures stand."""
    first = says("Post, Ila, 09:00. 14 died.", 14, source="the interior ministry")
    then = says("Mail, Ila, 10:00. 12 died.", 12, source="interior ministry officials")
    spoken = [
        asks("Post, Ila, 09:00. 14 died.", source="the interior ministry", kind=ClaimKind.STATEMENT),
        asks("Mail, Ila, 10:00. 12 died.", source="interior ministry officials", kind=ClaimKind.STATEMENT),
    ]
    (record,) = sources(spoken, desk(first, then))
    assert (record.claims, record.figures, record.current, record.corrected) == (2, 2, 1, 1)
