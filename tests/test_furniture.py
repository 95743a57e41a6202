"""Page furniture tells no news."""

import time

import pytest

from reportedly.read.furniture import furniture, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "SEE ALSO: What a breached dam does to a valley",
        "Read more: The night the harbour wall went",
        "READ NEXT",
        "Related: Ferry line fined last year",
        "Related stories",
        "Follow us on Twitter and Facebook",
        "Please follow Harbour & Defence on Twitter.",
        "Like us on Facebook",
        "Click here to see all pictures of the flood",
        "Sign up for our morning newsletter",
        "Subscribe now for unlimited access",
        "Get the latest headlines delivered to your inbox",
        "Download our app",
        "We use cookies to improve your experience on our website.",
        "By continuing to use this site you agree to our cookies policy",
        "Accept all cookies",
        "Share this article",
        "Share on Facebook",
        "Tweet",
        "Tags: flood, Orrin, rescue",
        "Filed under: Vesland",
        "© 2031 Harbour Gazette. All rights reserved.",
        "Copyright 2031 The Harbour Gazette",
        "This material may not be published, broadcast or redistributed.",
        "Photo: Ana Lorn / Gazette",
        "Image credit: Getty Images",
        "Support our independent journalism",
        "Already a subscriber? Log in",
        "This story will be updated.",
        "This is a developing story. Check back for updates.",
        "We'll have more as it comes in.",
        "More to follow",
        "Refresh this page for the latest",
        "Reporting by Ivo Marr; Editing by Ana Lorn",
        "Ana Lorn contributed to this report.",
        "Last updated: 4 March 2031, 09:12",
        "12 minutes ago",
        "Comments (14)",
        "Leave a comment",
        "Have you been affected? Get in touch with our newsroom.",
        "Watch: Drone film of the flooded town",
        "https://gazette.example/flood",
        "@harbourgazette",
        "#orrin #flood",
        "Advertisement",
        "Story continues below",
        "3 min read",
        "By Ana Lorn, Associated Press",
        "By Ana Lorn and Ivo Marr",
    ],
)
def test_furniture_is_known_by_how_it_opens(line: str) -> None:
    """Links, pleas, notices, credits and promises of more are furniture, on any site."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "At least 12 people died, the governor said.",
        "Follow-up patrols found two more bodies.",
        "Watchmen saw 12 men climb the fence.",
        "More than 40 people were hurt.",
        "More rescuers arrived from the coast on Monday.",
        "Related claims by the rebels could not be checked.",
        "Updated figures from the ministry put the toll at 14.",
        "Share prices fell after the attack.",
        "Sources: 12 dead in Orrin blast.".replace("Sources:", "Sources say"),
        "Please help us, she told the rescuers.",
        "Video showed 12 men leaving the plant.",
        "Photographs of the dead were shown on television.",
        "Comments by the minister drew protests.",
        "This story began in March, when 12 men were taken.",
        "Read aloud in court, the list held 34 names.",
        "Support for the rebels fell after 40 villagers died.",
        "Details of how 12 people died are unclear.",
        "By Monday 12 had died.",
        "By Orrin Square Market stalls burned.",
        "Tweets from the scene spoke of six dead.",
        "“Click here,” the message said, and 200 people did.",
    ],
)
def test_news_is_no_furniture(line: str) -> None:
    """A sentence of news that opens with a word of furniture stays."""
    assert not is_furniture(line)


def test_links_after_a_related_heading_are_furniture() -> None:
    """Where a text ends in links under "See also", the short lines after it go too."""
    lines = [
        "Six people died in Orrin.",
        "SEE ALSO: The dam that held",
        "How Vesland Drowned",
        "Ten Floods In Pictures",
    ]
    assert furniture(lines) == {1, 2, 3}


def test_news_after_a_link_in_the_middle_stays() -> None:
    """A link between two paragraphs takes nothing with it."""
    lines = ["Six people died.", "Related: The dam that held", "Rescuers went on searching", "Two more were found."]
    assert furniture(lines) == {1}


def test_short_lines_without_a_heading_stay() -> None:
    """Headlines at the end of a text are no links unless something says so."""
    assert furniture(["Six people died.", "Toll rises to seven"]) == frozenset()


def test_a_hostile_line_takes_linear_time() -> None:
    """A hundred kilobytes in one line are looked at in no time."""
    for line in ("see " * 25_000, "follow " * 15_000, "a" * 100_000, "(" * 100_000):
        began = time.perf_counter()
        is_furniture(line)
        assert time.perf_counter() - began < 1
