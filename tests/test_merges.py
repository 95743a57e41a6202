"""Why claims share an origin."""

from desk import LATE, evidence, says
from reportedly.reconcile import merges

PASSAGE = "At least 12 people were killed when the upper dam gave way after three days of rain."


def test_a_merge_names_its_claims_its_words_and_its_rule() -> None:
    """The ministry is one origin for two papers, in two spellings."""
    one = says("Post, Ila, 09:00. 12 died.", 12, source="the interior ministry")
    two = says("Mail, Ila, 10:00. 12 died.", 12, source="an interior ministry spokesman")
    (merge,) = merges(evidence(one, two), LATE)
    assert merge.claims == (one.claim_id, two.claim_id)
    assert merge.words == ("the interior ministry", "an interior ministry spokesman")
    assert "body" in merge.rule


def test_a_copy_is_shown_by_the_words_that_both_have() -> None:
    """An uncredited copy is merged with what it copies, and the run of words is told."""
    wire = says(f"Post, Ila, 09:00. {PASSAGE}", 12, agency="Reuters")
    copy = says(f"Mail, Ila, 10:00. Readers, {PASSAGE}", 12)
    found = merges(evidence(wire, copy), LATE)
    (shown,) = [merge for merge in found if "copy" in merge.rule]
    assert shown.origin == "Reuters"
    assert set(shown.claims) == {wire.claim_id, copy.claim_id}
    assert shown.words == ("at least 12 people were killed when the upper dam gave way after three days of rain",)


def test_one_report_merges_nothing() -> None:
    """What one report says twice needs no explanation."""
    line = "Post, Ila, 09:00. 12 died, and three are missing."
    assert merges(evidence(says(line, 12), says(line, 3, figure=1)), LATE) == ()


def test_a_merge_is_as_of_its_moment() -> None:
    """Who comes later is not among the claims yet."""
    one = says("Post, Ila, 09:00. 12 died.", 12, source="police")
    two = says("Mail, Ila, 10:00. 12 died.", 12, source="police")
    assert merges(evidence(one, two), one.published_at) == ()
