"""Safe in public: whose name was asked for, how often, what a page may run, and what hostile news may not do."""

import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from newsroom import wire
from reportedly.capture import Capture
from reportedly.errors import WrongUse
from reportedly.show.serve_app import House, app_over
from reportedly.show.serve_guard import Buckets, Rate
from reportedly.show.serving import bound, origin_given
from reportedly.story import Shelf, Story

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\x0b\x1b"
PAST = -3650
"""Days: a page shows what has been published by now, and the newsroom's own year is yet to come."""
NEWS = [
    replace(
        wire(f"AP, Izmir, 04:10. At least 12 people were killed, {HOSTILE} said.", name="a", day=PAST),
        title=HOSTILE,
        url="javascript:alert(1)",
    ),
    replace(
        wire(
            f"{HOSTILE.replace(',', '')}, Izmir, 05:10. The death toll rose to 23, the governor said.",
            name="b",
            day=PAST,
        ),
        url="https://news.example/b",
    ),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    with Story.open("quake", path, create=True) as story:
        story.add(NEWS)
        story.add([], about=HOSTILE)  # afterwards, as what a story is about decides which figures count
    return path


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(app_over(Shelf.open(ledger), House(names=("localhost",))), base_url="http://localhost") as client:
        yield client


PAGES = ["/", "/stories/quake", "/stories/quake/panels", "/stories/quake?as_of=2021-03-06T05:00:00Z"]


def words_of(client: TestClient) -> str:
    page = client.get("/stories/quake").text
    found = re.search(r'href="(/stories/quake/words\?[^"]+)"', page)
    assert found is not None
    return found[1].replace("&amp;", "&")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""])
def test_another_name_gets_nothing(client: TestClient, host: str) -> None:
    """A page of somebody else's that has its own name lead to 127.0.0.1 reads nothing here."""
    response = client.get("/api/stories", headers={"Host": host})
    assert response.status_code == 421 and "quake" not in response.text


def test_every_answer_is_under_a_strict_policy(client: TestClient) -> None:
    """Scripts from here only, none inline, no eval, no frame; errors too."""
    for path in (*PAGES, "/api/stories", "/nothing", "/static/live.js", "/static/page.css"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self';" in policy and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in headers


def test_hostile_news_stays_words(client: TestClient) -> None:
    """No script of the news' own is on any page, and no link that is not http or https."""
    for path in (*PAGES, words_of(client)):
        page = Page()
        page.feed(client.get(path).text)
        assert page.tags.isdisjoint({"img", "iframe", "object", "embed", "base"})
        assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
        assert not [link for link in page.links if not link.startswith(("/", "#", "http://", "https://", "data:,"))]
        assert all(script.get("src", "").startswith("/static/") or "json" in script["type"] for script in page.scripts)


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.scripts: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        if tag == "script":
            self.scripts.append({name: value or "" for name, value in attrs})


def test_the_page_tells_search_engines_who_claims_what(client: TestClient) -> None:
    """A live blog of two changes, and claims; nothing judges them."""
    page = client.get("/stories/quake").text
    (linked,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    graph = json.loads(linked)["@graph"]
    assert graph[0]["@type"] == "LiveBlogPosting" and len(graph[0]["liveBlogUpdate"]) == 2
    assert {each["@type"] for each in graph[1:]} == {"Claim"}
    assert "ClaimReview" not in page


def test_the_feed_is_a_feed(client: TestClient) -> None:
    """Well-formed whatever the news holds, newest first, the same change under the same id each time."""
    response = client.get("/stories/quake/feed.atom")
    assert response.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.text)  # the feed is our own
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    times = [entry.findtext(f"{atom}updated") or "" for entry in entries]
    assert len(entries) == 2 and times == sorted(times, reverse=True)
    assert "23" in (entries[0].findtext(f"{atom}content") or "")
    again = ET.fromstring(client.get("/stories/quake/feed.atom").text)
    assert [e.findtext(f"{atom}id") for e in entries] == [
        e.findtext(f"{atom}id") for e in again.findall(f"{atom}entry")
    ]
    tag = response.headers["etag"]
    assert client.get("/stories/quake/feed.atom", headers={"If-None-Match": tag}).status_code == 304


def test_words_that_are_not_there_are_not_found(client: TestClient) -> None:
    """A figure that no claim has, a claim that no report has: 404."""
    words = words_of(client)
    assert client.get(words).status_code == 200
    assert client.get(re.sub(r"figure=\d+", "figure=99", words)).status_code == 404
    assert client.get(re.sub(r"claim=\w+", "claim=none", words)).status_code == 404


def test_a_figures_words_say_where_they_were_fetched_first(client: TestClient, ledger: Path) -> None:
    """When, from where and with which SHA-256: so a claim can be proved. Of two answers the first; of none, no word."""
    words = words_of(client)
    assert "SHA-256" not in client.get(words).text
    report = parse_qs(urlsplit(words).query)["report"]
    with Story.open("quake", ledger) as story:
        for hour, body in ((4, b"<p>At least 12 died.</p>"), (5, b"<p>At least 12 died. </p>")):
            at = datetime(2021, 3, 6, hour, tzinfo=UTC)
            story.keep(Capture("https://a.example", "https://a.example/x?<b>", at, 200, (), body), report)
        story.add([replace(NEWS[1], text="The toll rose to 24, the governor said.")])  # or an ETag would say: unchanged
    page = client.get(words).text
    assert hashlib.sha256(b"<p>At least 12 died.</p>").hexdigest() in page and page.count("SHA-256") == 1
    assert "24 bytes" in page and "https://a.example/x?&lt;b&gt;" in page


def test_a_client_that_asks_too_often_is_told_to_wait(ledger: Path) -> None:
    """Three at once, then one an hour, so that no machine is too slow for it: the fourth is 429, with the seconds to
    wait."""
    house = House(names=("localhost",), reading=Rate(1 / 3600, 3))
    with TestClient(app_over(Shelf.open(ledger), house), base_url="http://localhost") as client:
        statuses = [client.get("/api/stories").status_code for _ in range(4)]
        assert statuses == [200, 200, 200, 429]
        assert int(client.get("/api/stories").headers["retry-after"]) >= 1


def test_a_bucket_fills_again_and_clients_do_not_share() -> None:
    """Two at once and one a second: the third waits a second; somebody else need not."""
    now = [0.0]
    buckets = Buckets(Rate(1, 2), lambda: now[0])
    assert [buckets.take("a") for _ in range(3)] == [0.0, 0.0, 1.0]
    assert buckets.take("b") == 0.0
    now[0] = 1.0
    assert [buckets.take("a"), buckets.take("a")] == [0.0, 1.0]


def test_a_port_that_is_taken_is_said_in_one_line() -> None:
    """Two servers on one port: the second says so, and what to try."""
    first = bound("127.0.0.1", 0)
    try:
        with pytest.raises(WrongUse, match="--port"):
            bound("127.0.0.1", first.getsockname()[1])
    finally:
        first.close()


READ, WRITE = "read-the-wire", "write-the-wire"


@pytest.fixture
def closed(ledger: Path) -> Iterator[TestClient]:
    house = House(token=WRITE, read_token=READ, names=("localhost",), origins=("https://desk.example",))
    with TestClient(app_over(Shelf.open(ledger), house), base_url="http://localhost") as client:
        yield client


EVERYTHING = [*PAGES, "/api/stories", "/api/stories/quake/account", "/api/stories/quake/events", "/api/openapi.json"]


@pytest.mark.parametrize("given", [None, "Bearer ", f"Bearer {READ}x", f"Basic {READ}", "Basic ZGVzazo=", "Bearer ö"])
def test_a_server_that_is_read_with_a_token_shows_nothing_without_it(closed: TestClient, given: str | None) -> None:
    """No token, a near miss, an empty password: 401, and a browser is told to ask for one; no word of the news."""
    for path in EVERYTHING:
        headers = {} if given is None else {"Authorization": given.encode()}
        response = closed.get(path, headers=headers)  # type: ignore[arg-type]  # bytes are right
        assert response.status_code == 401 and response.headers["www-authenticate"].startswith("Basic ")
        assert "killed" not in response.text and READ not in response.text
        assert "script-src 'self';" in response.headers["content-security-policy"]


def test_the_token_lets_programs_and_people_read(closed: TestClient) -> None:
    """As a Bearer's, as the password that a browser asks for, and by the token that lets write; styles need none."""
    for auth in ({"auth": ("desk", READ)}, {"headers": {"Authorization": f"Bearer {READ}"}}, {"auth": ("", WRITE)}):
        for path in (*PAGES, "/api/stories", "/api/openapi.json"):
            assert closed.get(path, **auth).status_code == 200
    assert closed.get("/static/page.css").status_code == closed.get("/static/live.js").status_code == 200


def test_who_may_read_may_not_write(closed: TestClient) -> None:
    """The token for reading is none for writing, and a password that a browser keeps is none either: another page
    could have it sent."""
    news = '{"text": "Nine died, the mayor said."}'
    for auth in ({"headers": {"Authorization": f"Bearer {READ}"}}, {"auth": ("desk", WRITE)}):
        assert closed.post("/api/stories/quake/reports", content=news, **auth).status_code == 401
    writer = {"Authorization": f"Bearer {WRITE}"}
    assert closed.post("/api/stories/quake/reports", content=news, headers=writer).status_code == 201


def test_another_sites_pages_read_only_where_they_were_named(closed: TestClient, client: TestClient) -> None:
    """--allow-origin names one desk's tools; nobody else's pages, and no writing from a browser at all."""
    key = {"Authorization": f"Bearer {READ}"}
    named = closed.get("/api/stories", headers={"Origin": "https://desk.example", **key})
    assert named.headers["access-control-allow-origin"] == "https://desk.example"
    assert "access-control-allow-credentials" not in named.headers
    other = closed.get("/api/stories", headers={"Origin": "https://elsewhere.example", **key})
    assert "access-control-allow-origin" not in other.headers
    asks = {"Origin": "https://desk.example", "Access-Control-Request-Headers": "authorization"}
    path = "/api/stories/quake/account"
    assert closed.options(path, headers=asks | {"Access-Control-Request-Method": "GET"}).status_code == 200
    assert closed.options(path, headers=asks | {"Access-Control-Request-Method": "POST"}).status_code == 400
    assert "access-control-allow-origin" not in client.get("/api/stories", headers=asks).headers


def test_an_origin_is_written_as_browsers_send_it() -> None:
    """A scheme and a host, and a port where it is not the usual one; anything else is said before the server starts."""
    assert origin_given("https://Desk.example/") == "https://desk.example"
    assert [origin_given(one) for one in ("*", "http://[::1]:8000")] == ["*", "http://[::1]:8000"]
    for wrong in ("desk.example", "https://desk.example/tools", "ftp://desk.example", "https://a,b", "null", ""):
        with pytest.raises(WrongUse, match="--allow-origin"):
            origin_given(wrong)


@pytest.mark.parametrize("path", ["/stories/nowhere", "/nowhere", "/stories/quake?as_of=noon", "/stories/<b>"])
def test_a_person_is_told_on_a_page_what_went_wrong(client: TestClient, path: str) -> None:
    """A browser that asks for a page is given one, with the way back; a program its JSON, and the API always JSON."""
    page = client.get(path, headers={"Accept": "text/html,*/*"})
    assert page.status_code in (404, 422) and page.headers["content-type"].startswith("text/html")
    assert '<a href="/">All stories</a>' in page.text and "<b>" not in page.text
    assert set(client.get(path).json()) == {"error"}
    assert set(client.get("/api/stories/nowhere/account", headers={"Accept": "text/html"}).json()) == {"error"}
