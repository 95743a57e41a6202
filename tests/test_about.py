"""What a story is about, where nobody has said."""

from newsroom import wire
from reportedly.read.about import learn_about


def test_a_story_learns_what_it_is_about_from_its_reports() -> None:
    """The words that the reports' openings share say what the story is about, with the month."""
    reports = [
        wire("AP, Izmir, 04:10. At least 12 died when a quake struck Izmir, the governor said."),
        wire("Reuters, Izmir, 05:00. Izmir quake kills 15."),
        wire("AFP, Ankara, 06:00. Schools stay shut after the Izmir quake."),
    ]
    assert learn_about(reports) == "Izmir quake, March 2031"
    assert learn_about(reversed(reports)) == learn_about(reports)


def test_reports_that_share_nothing_are_about_nothing() -> None:
    """No shared word, no guess."""
    assert learn_about([wire("AP, Izmir, 04:10. Roads closed."), wire("AP, Oslo, 04:20. Ferry sinks.")]) is None
    assert learn_about([]) is None
