"""A passage printed in the same words is one passage, whoever credits it."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desk import LATE, says, toll
from reportedly.account import Standing
from reportedly.reconcile import account
from reportedly.reconcile.copies import same_words, words_of
from reportedly.telling import Telling
from wires import WIRES, evidence_of, one_text_a_claim

PASSAGE = "At least 12 people were killed when the upper dam gave way after three days of rain."


def test_forty_papers_that_carry_one_report_uncredited_are_one_origin() -> None:
    """Only the agency's own credit is printed once; the forty that carry it word for word are the agency's."""
    wire = says(f"Post, Ila, 09:00. {PASSAGE}", 12, agency="Reuters")
    papers = [says(f"Paper {place}, Ila, 10:{place:02}. {PASSAGE}", 12) for place in range(40)]
    line = toll(wire, *papers)
    assert (line.standing, line.origins) == (Standing.ONE_SOURCE, 1)
    assert {claim.origin for claim in line.claims} == {"Reuters"}


def test_a_credit_that_comes_later_is_everybodys() -> None:
    """Who printed it first without a credit had it from the agency as well."""
    line = toll(says(f"Post, Ila, 09:00. {PASSAGE}", 12), says(f"Mail, Ila, 10:00. {PASSAGE}", 12, agency="AFP"))
    assert {claim.origin for claim in line.claims} == {"AFP"}


def test_where_nobody_credits_it_the_first_to_print_it_is_the_origin() -> None:
    """Quotation marks and capitals make no other passage of it."""
    line = toll(
        says(f"Post, Ila, 09:00. {PASSAGE}", 12),
        says(f"Mail, Ila, 10:00. “{PASSAGE.upper()}”", 12),
    )
    assert (line.standing, {claim.origin for claim in line.claims}) == (Standing.ONE_SOURCE, {"Post"})


def test_few_words_alike_are_no_copy() -> None:
    """Two newsrooms write "the toll has risen to 12" without having read one another."""
    line = toll(
        says("Post, Ila, 09:00. The death toll has risen to 12.", 12),
        says("Mail, Ila, 10:00. The death toll has risen to 12.", 12),
    )
    assert (line.standing, line.origins) == (Standing.CORROBORATED, 2)


def test_few_words_beside_a_copied_passage_are_copied_too() -> None:
    """The short sentence stands in both reports beside the long one that the second copied."""
    first, second = f"Post, Ila, 09:00. {PASSAGE}", f"Mail, Ila, 10:00. {PASSAGE}"
    line = toll(
        says(first, 12, report_id="a"),
        says(second, 12, report_id="b"),
        says("Post, Ila, 09:00. The toll is now 13.", 13, report_id="a", claim_id="a1"),
        says("Mail, Ila, 10:00. The toll is now 13.", 13, report_id="b", claim_id="b1"),
    )
    assert (line.standing, line.origins) == (Standing.ONE_SOURCE, 1)


def test_what_it_adds_of_its_own_stays_its_own() -> None:
    """A paper that copies a paragraph and has its own reporter's figure beside it is two origins."""
    line = toll(
        says(f"Post, Ila, 09:00. {PASSAGE}", 12, report_id="a"),
        says(f"Mail, Ila, 10:00. {PASSAGE}", 12, report_id="b"),
        says("Mail, Ila, 10:00. Our reporter counted 13 bodies.", 13, report_id="b", claim_id="b1"),
    )
    assert {claim.origin for claim in line.claims} == {"Post", "Mail"}


def test_two_pages_with_the_same_list_of_links_are_two() -> None:
    """What a page repeats around its news is no copied news: only a list that is the same throughout is the same."""
    links = "Home Pakistan World Sports Business Opinion Weather Archive Subscribe Newsletter Contact Careers " * 6
    line = toll(
        says(f"Post, Ila, 09:00. {links} 12 died in a fire.", 12),
        says(f"Mail, Ila, 10:00. {links} Ten died on a road.", 10),
    )
    assert {claim.origin for claim in line.claims} == {"Post", "Mail"}


def test_a_copy_of_a_police_statement_is_still_the_polices() -> None:
    """Whoever speaks by name or office is the origin, whoever copies whom."""
    line = toll(
        says(f"Post, Ila, 09:00. {PASSAGE}", 12, source="police"),
        says(f"Mail, Ila, 10:00. {PASSAGE}", 12, source="police"),
    )
    assert {claim.origin for claim in line.claims} == {"police"}


def test_the_words_that_show_it_can_be_told() -> None:
    """The longest run that both have, as they are compared."""
    assert same_words("He said: “Twelve people died in the flood.”", "twelve people died, he said") == (
        "twelve people died"
    )
    assert words_of("Don’t—go, U.S. 1,000") == [b"don", b"t", b"go", b"u", b"s", b"1", b"000"]


@settings(max_examples=150, deadline=None)
@given(WIRES, st.integers(0, 24), st.booleans(), st.booleans())
def test_a_copy_of_a_report_changes_no_standing(
    rows: list[Telling], which: int, credited: bool, numbered: bool
) -> None:
    """What another paper prints word for word, at once, is no other voice, whether or not it credits it. Without a
    credit, each of its sentences must be long enough to tell a copy from a coincidence."""
    if not rows:
        return
    rows = one_text_a_claim(rows)
    report = rows[which % len(rows)].report_id
    long = "the river that rose in the night had taken the bridge and the road to the town of"
    wired = []
    for row in rows:
        if row.report_id == report:
            row = replace(row, agency="AP") if credited else replace(row, text=f"{row.text} {long} {row.claim_id}")
        wired.append(row)
    copies = [
        replace(row, report_id=f"{row.report_id} copy", claim_id=f"{row.claim_id} copy", outlet="Copy Shop")
        for row in wired
        if row.report_id == report
    ]
    if numbered and not credited:
        copies = [replace(row, agency=None) for row in copies]
    before = account(evidence_of(wired), "dam", LATE)
    after = account(evidence_of([*wired, *copies]), "dam", LATE)
    assert [(line.standing, line.origins) for line in before.lines] == [
        (line.standing, line.origins) for line in after.lines
    ]
