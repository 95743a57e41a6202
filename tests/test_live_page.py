"""What the live page says where there is little to say, as the server sends it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from newsroom import wire
from reportedly.report import Report
from reportedly.show.page import outlet_of, safe_url
from reportedly.show.serve_app import House, app_over
from reportedly.story import Shelf, Story

PAST = -3650
TWELVE = wire("AP, Izmir, 04:10. At least 12 people were killed, the governor said.", name="a", day=PAST)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    ledger = tmp_path / "desk.db"
    with Story.open("quake", ledger, create=True) as story:
        story.add([TWELVE], about="Izmir <earthquake>")
    with Story.open("flood", ledger, create=True) as story:
        story.add([replace(TWELVE, id="b", outlet=None, title=None, url="https://www.harbourpost.example/live#p1")])
        story.add([wire("AP, Izmir, 04:10. Nine people were killed.", name="c", day=PAST * -10)])
    with TestClient(app_over(Shelf.open(ledger), House()), base_url="http://localhost") as client:
        yield client


def test_the_list_of_stories_says_what_each_is_about(client: TestClient) -> None:
    """In words where somebody said it, by name where nobody did; the one opened last on top."""
    listed = re.findall(r'<li><a href="/stories/(\w+)">(.*?)</a> <span class="soft">(.*?)</span>', client.get("/").text)
    assert listed == [
        ("flood", "flood", "2 reports"),
        ("quake", "Izmir &lt;earthquake&gt;", "quake · 1 report"),
    ]


def test_a_report_dated_later_than_now_is_told_and_not_counted(client: TestClient) -> None:
    """A blog that names no zone can seem to write from tomorrow: the page says that there is more than it shows."""
    now = client.get("/stories/flood").text
    assert "<b>1 report</b>" in now and "1 more is dated later than now and not counted yet" in now
    then = client.get("/stories/flood?as_of=2021-03-07").text
    assert "<b>1 report</b>" in then and "later than now" not in then
    assert "later than now" not in client.get("/stories/quake").text


def test_words_of_a_page_that_names_no_outlet_say_where_they_stand(client: TestClient) -> None:
    """The host for the outlet and the address for the title; and no dot before the first of several remarks."""
    found = re.search(r'href="(/stories/flood/words\?[^"]+)"', client.get("/stories/flood").text)
    assert found is not None
    words = client.get(found[1].replace("&amp;", "&")).text
    assert "<b>harbourpost.example</b>" in words and "Unknown outlet" not in words
    assert ">https://www.harbourpost.example/live#p1</a></h3>" in words
    assert '<p class="soft">said by the words' in words and '<p class="soft"> ·' not in words


def test_the_feed_tells_figures_in_the_words_of_those_who_told_them(tmp_path: Path) -> None:
    """A title says from what to what; "more than 100" is never 101, which nobody said. The page tells machines the
    same."""
    news = [
        ("04:10", "At least 12 people were killed, the governor said."),
        ("05:10", "More than 100 people were killed, the governor said."),
    ]
    with Story.open("quake", tmp_path / "desk.db", create=True) as story:
        story.add([wire(f"AP, Izmir, {at}. {words}", name=at, day=PAST) for at, words in news])
    with TestClient(app_over(Shelf.open(tmp_path / "desk.db"), House()), base_url="http://localhost") as client:
        feed, page = client.get("/stories/quake/feed.atom").text, client.get("/stories/quake").text
    titles = re.findall(r"<entry>.*?<title>(.*?)</title>", feed)
    assert titles == [
        "killed: rose at least 12 → more than 100, says the governor (AP)",
        "killed: first at least 12, says the governor (AP)",
    ]
    assert titles[0] in page and "101" not in feed


@pytest.mark.parametrize(
    ("report", "name"),
    [
        (Report("a", "", outlet="AP", url="https://x.example/1"), "AP"),
        (Report("a", "", url="https://desk:pass@x.example/1"), "Unknown outlet"),
        (Report("a", "", url="javascript:alert(1)"), "Unknown outlet"),
        (Report("a", ""), "Unknown outlet"),
    ],
)
def test_an_outlet_is_never_made_up(report: Report, name: str) -> None:
    """Its own name, else the host of an address that may be linked, else that nobody knows."""
    assert outlet_of(report) == name


def test_an_address_with_somebodys_name_before_the_host_is_no_link() -> None:
    """It shows one newsroom and leads to another, or holds a password."""
    assert safe_url("https://harbourpost.example@elsewhere.example/") is None
    assert safe_url("https://harbourpost.example/@desk") == "https://harbourpost.example/@desk"
