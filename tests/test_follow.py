"""Following feeds, pages and live blogs, on a server of the test's own that changes what it says."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reportedly.follow import Following, Round, Visitor, once
from reportedly.ingest import Defaults
from reportedly.report import Report
from reportedly.show.cli import run
from reportedly.story import Story, stories


@dataclass
class Newsroom:
    """What the server answers: path to (status, headers, body); and who asked what, with which headers."""

    port: int = 0
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def say(self, path: str, body: str, status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {"Content-Type": "text/html; charset=utf-8"} | named, body.encode())
        return f"http://127.0.0.1:{self.port}{path}"

    def times(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    room = Newsroom()

    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            room.asked.append((self.path, dict(self.headers)))
            status, headers, body = room.answers.get(self.path, (404, {}, b""))
            etag = headers.get("ETag")
            if etag is not None and self.headers.get("If-None-Match") == etag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    room.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield room
    server.shutdown()
    server.server_close()


@dataclass
class Wall:
    """A clock that moves when somebody sleeps."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with Story.open("ferry", tmp_path / "ledger.db", create=True) as opened:
        yield opened


def following(story: Story, wall: Wall, *places: str) -> Following:
    visitor = Visitor(private_addresses=True, clock=wall.clock, sleep=wall.sleep)
    return Following(story, places, Defaults(private_addresses=True), visitor=visitor)


def look(one: Following, wall: Wall, after: float = 3600.0) -> Round:
    """All that one round came to, some time later."""
    wall.now += after
    done = list(one.round())
    return Round(
        sum(r.looked for r in done),
        sum(r.unchanged for r in done),
        sum(r.reports for r in done),
        sum(r.claims for r in done),
        tuple(c for r in done for c in r.changes),
        tuple(p for r in done for p in r.problems),
    )


def article(title: str, *paragraphs: str, at: str = "2031-03-04T06:15:00Z") -> str:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f'<html><head><title>{title}</title><meta property="article:published_time" content="{at}">'
        f'<meta property="og:site_name" content="Harbour Post"></head><body>'
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )


def live(*posts: tuple[str, str, str]) -> str:
    blocks = "".join(
        f'<div class="block" id="{name}"><time datetime="2031-03-04T{at}:00Z">{at}</time><p>{words}</p></div>'
        for name, at, words in reversed(posts)
    )
    return article("Ferry disaster: live", "Follow it here.").replace("</article>", f"{blocks}</article>")


FIRST = ("p1", "06:05", "A ferry has struck the breakwater off Port Selwen, the coast guard says.")
SECOND = ("p2", "07:10", "Twelve people died, the harbour master says.")
THIRD = ("p3", "08:20", "Fifteen people died, the governor says.")
FOURTH = ("p4", "09:30", "The search goes on in the bay, the coast guard says.")


def feed(*links: tuple[str, str]) -> str:
    entries = "".join(
        f"<item><title>{title}</title><link>{url}</link><description>Nine people died, says {title}.</description>"
        "<pubDate>Tue, 04 Mar 2031 06:15:00 GMT</pubDate></item>"
        for url, title in links
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>{entries}</channel></rss>'


def newest(story: Story) -> dict[str | None, Report]:
    return {report.url: report for report in story.reports()}


def killed(story: Story) -> list[int | None]:
    return [line.best.low for line in story.account().lines if line.kind == "killed" and line.best is not None]


def test_a_feeds_articles_are_fetched_and_dated(newsroom: Newsroom, story: Story) -> None:
    """What a feed lists is read from its own pages, to the minute, and asked for once while nothing changes."""
    page = newsroom.say("/a", article("Ferry", "At least 12 people died, the governor said."), ETag='"a1"')
    place = newsroom.say("/feed", feed((page, "Ferry")), ETag='"f1"')
    wall = Wall()
    one = following(story, wall, place)
    done = [*one.round(), *one.round()]
    assert sum(r.reports for r in done) == 1
    (report,) = story.reports()
    assert (report.url, report.published_at) == (page, datetime(2031, 3, 4, 6, 15, tzinfo=UTC))
    again = look(one, wall)
    assert (again.looked, again.unchanged, again.reports) == (2, 2, 0)
    assert [headers.get("If-None-Match") for path, headers in newsroom.asked if path == "/a"] == [None, '"a1"']


def test_an_article_that_cannot_be_had_is_read_from_its_feed(newsroom: Newsroom, story: Story) -> None:
    """Where the page is gone or closed, what the feed itself says is news all the same."""
    place = newsroom.say("/feed", feed((f"http://127.0.0.1:{newsroom.port}/gone", "Harbour master")))
    wall = Wall()
    one = following(story, wall, place)
    done = [*one.round(), *one.round()]
    (report,) = story.reports()
    assert report.text.startswith("Harbour master\nNine people died")
    assert any("answered 404" in problem.message for r in done for problem in r.problems)


def test_an_edited_page_is_a_revision_from_when_it_was_seen(newsroom: Newsroom, story: Story) -> None:
    """An edit that leaves the page's time as it was is dated when it was seen, and no account of before knows it."""
    place = newsroom.say("/a", article("Ferry", "At least 12 people died, the governor said.", "More follows."))
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    newsroom.say("/a", article("Ferry", "At least 15 people died, the governor said.", "More follows."))
    assert look(one, wall).reports == 1
    older, newer = story.reports()
    assert newer.revises == older.id
    assert newer.published_at is not None and datetime.now(UTC) - newer.published_at < timedelta(minutes=1)
    before = story.account(as_of=datetime(2031, 3, 4, 6, 15, tzinfo=UTC)) if newer.published_at.year < 2031 else None
    assert before is None or killed(story) == [15]


def test_an_edited_post_revises_and_a_vanished_one_is_withdrawn(newsroom: Newsroom, story: Story) -> None:
    """A post keeps its anchor whatever its words; one that is gone between others says nothing from then on, and what
    it said stays in the ledger."""
    place = newsroom.say("/live", live(FIRST, SECOND, FOURTH))
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    assert [r.url for r in story.reports()] == [f"{place}#{name}" for name in ("p1", "p2", "p4")]
    newsroom.say("/live", live(FIRST, ("p2", "07:10", "Ten people died, the coast guard now says."), THIRD, FOURTH))
    assert look(one, wall).reports == 2
    edited = newest(story)[f"{place}#p2"]
    assert edited.text.startswith("Ten people") and edited.revises is not None
    newsroom.say("/live", live(FIRST, THIRD, FOURTH))
    assert look(one, wall).reports == 1
    gone = newest(story)[f"{place}#p2"]
    assert (gone.text, gone.revises) == ("", edited.id)
    assert any(change.what == "withdrawn" for change in story.changes())
    assert look(one, wall).reports == 0


def test_posts_that_fall_off_the_end_of_the_page_are_not_withdrawn(newsroom: Newsroom, story: Story) -> None:
    """A page that shows its newest posts only has withdrawn none of the others, and a broken page none at all."""
    place = newsroom.say("/live", live(FIRST, SECOND, THIRD, FOURTH))
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    newsroom.say("/live", live(SECOND, THIRD, FOURTH))
    assert look(one, wall).reports == 0
    newsroom.say("/live", article("Ferry disaster: live", "Sorry."))
    look(one, wall)
    assert all(report.text for report in story.reports())


def test_following_again_takes_up_where_it_stopped(newsroom: Newsroom, story: Story) -> None:
    """What an earlier run took in is there once, and what vanished meanwhile is withdrawn all the same."""
    place = newsroom.say("/live", live(FIRST, SECOND, FOURTH))
    list(following(story, Wall(), place).round())
    newsroom.say("/live", live(FIRST, THIRD, FOURTH))
    list(following(story, Wall(), place).round())
    texts = [report.text for report in story.reports()]
    assert len(texts) == 5 and texts[-1] == ""


def test_a_kill_notice_withdraws_the_story(newsroom: Newsroom, story: Story) -> None:
    """A page that only says that its story is withdrawn withdraws its figures; the notice itself is kept."""
    place = newsroom.say("/a", article("Ferry toll", "At least 45 people died, the governor said.", "More follows."))
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    newsroom.say("/a", article("KILL: Ferry toll", "KILL: This story that 45 people died has been withdrawn."))
    look(one, wall)
    first, notice, end = story.reports()
    assert (notice.revises, end.revises, end.text) == (first.id, notice.id, "")
    assert killed(story) == []
    assert look(one, wall).reports == 0


def test_a_killed_page_looked_at_again_is_killed_once(newsroom: Newsroom, story: Story) -> None:
    """A further look at a notice, in this run or in the next, adds nothing; a story that is there again stands."""
    words = article(
        "Ferry toll", "At least 45 people died, the governor said.", "More follows.", at="2021-03-04T06:15:00Z"
    )
    place = newsroom.say("/a", words)
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    newsroom.say("/a", article("Ferry toll", "KILL: This story has been withdrawn.", at="2021-03-04T06:15:00Z"))
    assert look(one, wall).reports == 2
    assert look(one, wall).reports == 0
    assert [done.reports for done in following(story, Wall(), place).round()] == [0]
    assert killed(story) == []
    newsroom.say("/a", words)
    assert look(one, wall).reports == 1
    assert killed(story) == [45]


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_withdrawn(newsroom: Newsroom, story: Story, status: int) -> None:
    """A page that was read and now answers that there is none: what it said is withdrawn from then on, once, its words
    and the answer are kept, and where it is there again it stands again."""
    words = article("Ferry", "At least 12 people died, the governor said.", "More.", at="2021-03-04T06:15:00Z")
    place = newsroom.say("/a", words, ETag='"a"')
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    newsroom.say("/a", "No such page.", status)
    done = look(one, wall)
    assert done.reports == 1 and f"answered {status}; what it said is withdrawn" in done.problems[0].message
    assert [change.what for change in done.changes] == ["withdrawn"]
    assert killed(story) == []
    first, end = story.reports()
    assert first.text.startswith("At least 12") or "At least 12" in first.text
    assert (end.text, end.revises) == ("", first.id)
    assert end.published_at is not None and datetime.now(UTC) - end.published_at < timedelta(minutes=1)
    (answer,) = story.captures(end.id)
    assert (answer.status, answer.body) == (status, b"No such page.")
    assert [problem.report_id for problem in story.problems()] == [end.id]
    assert [look(one, wall).reports, len(look(one, wall).problems)] == [0, 0]
    assert sum(done.reports for done in following(story, Wall(), place).round()) == 0
    newsroom.say("/a", words, ETag='"a"')
    assert look(one, wall).reports == 1
    assert killed(story) == [12]


@pytest.mark.parametrize("status", [401, 403, 429, 500, 502, 503])
def test_trouble_withdraws_nothing(newsroom: Newsroom, story: Story, status: int) -> None:
    """A server that fails, or asks who we are, says nothing of the page."""
    place = newsroom.say("/a", article("Ferry", "At least 12 people died, the governor said."))
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    newsroom.say("/a", "", status)
    assert look(one, wall).reports == 0
    assert all(report.text for report in story.reports())


def test_a_live_blog_that_is_gone_takes_its_posts_with_it(newsroom: Newsroom, story: Story) -> None:
    """Every post that was read at the address is withdrawn, and no report of another page."""
    place = newsroom.say("/live", live(FIRST, SECOND, FOURTH))
    other = newsroom.say("/a", article("Ferry", "At least 12 people died, the governor said."))
    wall = Wall()
    one = following(story, wall, place, other)
    list(one.round())
    newsroom.say("/live", "", 410)
    done = look(one, wall)
    assert done.reports == 3 and len(done.problems) == 1
    assert [report.url for report in story.reports() if not report.text] == [f"{place}#{n}" for n in ("p1", "p2", "p4")]


def test_a_feeds_own_words_outlive_a_page_that_never_was(newsroom: Newsroom, story: Story) -> None:
    """What only the feed told is not withdrawn by a page that answered 404 from the start."""
    place = newsroom.say("/feed", feed((f"http://127.0.0.1:{newsroom.port}/gone", "Harbour master")))
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    look(one, wall)
    look(one, wall)
    (report,) = story.reports()
    assert "Nine people died" in report.text


def test_adding_by_address_withdraws_what_vanished(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`add URL` of a live blog seen before withdraws the post that is gone, and of a page that is gone what it said."""
    monkeypatch.chdir(tmp_path)
    place = newsroom.say("/live", live(FIRST, SECOND, FOURTH))
    other = newsroom.say("/a", article("Ferry", "At least 19 people died, the governor said."))
    assert run(["add", "ferry", place, other, "--allow-private"]) == 0
    newsroom.say("/live", live(FIRST, THIRD, FOURTH))
    assert run(["add", "ferry", place, "--allow-private"]) == 0
    with Story.open("ferry") as opened:
        assert newest(opened)[f"{place}#p2"].text == ""
    newsroom.say("/a", "", 410)
    capsys.readouterr()
    assert run(["add", "ferry", other, "--allow-private"]) == 0
    assert "answered 410; what it said is withdrawn" in capsys.readouterr().err
    with Story.open("ferry") as opened:
        assert newest(opened)[other].text == ""
        assert [capture.status for capture in opened.captures()] == [200, 200, 200, 410]
    assert run(["add", "ferry", other, "--allow-private"]) == 0  # a second time there is nothing left to withdraw
    with Story.open("ferry") as opened:
        assert sum(not report.text for report in opened.reports()) == 2


def test_adding_an_address_that_never_was_is_a_problem(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A 404 on the first look is one line and status 1; beside pages that are there it is one line."""
    monkeypatch.chdir(tmp_path)
    missing = f"http://127.0.0.1:{newsroom.port}/missing"
    assert run(["add", "ferry", missing, "--allow-private"]) == 1
    assert f"{missing} answered 404; is the page still there?" in capsys.readouterr().err
    assert not stories()  # and none is left behind
    assert run(["read", missing, "--allow-private"]) == 1
    there = newsroom.say("/a", article("Ferry", "At least 12 people died, the governor said."))
    assert run(["add", "ferry", missing, there, "--allow-private"]) == 0
    assert "answered 404" in capsys.readouterr().err
    with Story.open("ferry") as opened:
        assert [report.url for report in opened.reports()] == [there]


def test_a_vanished_post_is_withdrawn_beside_a_file(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A live blog that lost a post withdraws it, also when a file is added in the same breath; the file stays."""
    monkeypatch.chdir(tmp_path)
    wire = tmp_path / "wire.txt"
    wire.write_text("At least three people were hurt, a doctor said.")
    page = newsroom.say("/live", live(FIRST, SECOND, FOURTH))
    assert run(["add", "ferry", page, str(wire), "--allow-private"]) == 0
    newsroom.say("/live", live(FIRST, FOURTH))
    assert run(["add", "ferry", page, str(wire), "--allow-private"]) == 0
    with Story.open("ferry") as opened:
        (withdrawn,) = [report for report in opened.reports() if not report.text]
        assert withdrawn.url == f"{page}#p2"
        assert sum(report.text.startswith("At least three") for report in opened.reports()) == 1


def test_everything_fetched_is_kept_as_it_came(newsroom: Newsroom, story: Story) -> None:
    """A claim can be proved: its report leads to the bytes, the headers and the minute in which they came."""
    words = article("Ferry", "At least 12 people died, the governor said.")
    place = newsroom.say("/a", words, X_Served_By="press 3")
    list(following(story, Wall(), place).round())
    (report,) = story.reports()
    (capture,) = story.captures(report.id)
    assert capture.body == words.encode()
    assert capture.sha256 == hashlib.sha256(words.encode()).hexdigest()
    assert ("X-Served-By", "press 3") in capture.headers
    assert (capture.url, capture.status) == (place, 200)
    assert datetime.now(UTC) - capture.fetched_at < timedelta(minutes=1)


def test_robots_are_respected(newsroom: Newsroom, story: Story) -> None:
    """What a site's robots.txt closes to programs is not asked for."""
    newsroom.say("/robots.txt", "User-agent: *\nDisallow: /closed\nCrawl-delay: 7\n")
    closed = newsroom.say("/closed", article("Ferry", "12 died."))
    open_ = newsroom.say("/open", article("Ferry", "At least 12 people died, the governor said."))
    wall = Wall()
    done = list(following(story, wall, closed, open_).round())
    assert newsroom.times("/closed") == 0 and newsroom.times("/open") == 1
    assert "robots.txt" in done[0].problems[0].message
    assert wall.slept and wall.slept[0] == pytest.approx(7.0)


def test_no_host_is_asked_twice_at_once(newsroom: Newsroom, story: Story) -> None:
    """Two pages of one host are two seconds apart."""
    places = [newsroom.say(f"/{n}", article("Ferry", f"At least 1{n} people died, he said.")) for n in range(3)]
    wall = Wall()
    list(following(story, wall, *places).round())
    assert wall.slept == pytest.approx([2.0, 2.0, 2.0])  # robots.txt is asked for first


@pytest.mark.parametrize(
    ("status", "retry_after", "left_alone"), [(429, "600", 600.0), (503, "", 30.0), (500, "x", 30.0)]
)
def test_who_asks_to_be_left_alone_is(
    newsroom: Newsroom, story: Story, status: int, retry_after: str, left_alone: float
) -> None:
    """After 429 or 5xx a host is not asked until it said so, or for a while; then it is, and news is taken in."""
    place = newsroom.say("/a", "", status, Retry_After=retry_after)
    wall = Wall()
    one = following(story, wall, place)
    done = list(one.round())
    assert f"answered {status}" in done[0].problems[0].message
    newsroom.say("/a", article("Ferry", "At least 12 people died, the governor said."))
    assert look(one, wall, left_alone - 5).looked == 0 and newsroom.times("/a") == 1
    assert look(one, wall, max(120.0, left_alone)).reports == 1


def test_trouble_is_told_once(newsroom: Newsroom, story: Story) -> None:
    """A page that stays away fills nobody's screen."""
    wall = Wall()
    one = following(story, wall, f"http://127.0.0.1:{newsroom.port}/gone")
    assert [len(look(one, wall).problems) for _ in range(3)] == [1, 0, 0]


def test_a_feed_with_entities_is_not_read(newsroom: Newsroom, story: Story) -> None:
    """A feed that would blow up, or name files of this machine, is told and left."""
    declared = '<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss'
    bomb = feed(("http://127.0.0.1/a", "&b;")).replace("<rss", declared)
    place = newsroom.say("/feed", bomb, Content_Type="application/rss+xml")
    (done,) = following(story, Wall(), place).round()
    assert "entities" in done.problems[0].message and list(story.reports()) == []


def test_a_feed_cut_off_gives_what_came(newsroom: Newsroom, story: Story) -> None:
    """A truncated feed lists the entries that arrived whole."""
    page = newsroom.say("/a", article("Ferry", "At least 12 people died, the governor said."))
    whole = feed((page, "Ferry"), (f"{page}2", "Cut off"))
    place = newsroom.say("/feed", whole[: whole.index("Cut off") - 20])
    assert sum(r.reports for r in once(following(story, Wall(), place))) == 1


def test_the_command_follows_once_and_adds_by_address(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`follow --once` tells what changed; `add URL` takes the same page without adding it twice, and keeps it too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("reportedly.ingest.visits.PAUSE", 0.0)
    place = newsroom.say("/live", live(FIRST, SECOND, FOURTH))
    assert run(["follow", "ferry", place, "--once", "--allow-private"]) == 0
    assert "ferry: 3 new, 0 unchanged" in capsys.readouterr().out
    newsroom.say("/live", live(FIRST, SECOND, THIRD, FOURTH))
    assert run(["add", "ferry", place, "--allow-private"]) == 0
    with Story.open("ferry") as opened:
        assert len(list(opened.reports())) == 4
        assert [capture.url for capture in opened.captures()] == [place, place]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ("follow s page.html --once", 2, "no address to follow"),
        ("follow s http://127.0.0.1:9/ --once", 1, "inside this network"),
        ("follow s http://harbourpost.example/ --every 1", 2, "--every 1 is too often"),
    ],
)
def test_what_cannot_be_followed_is_told(
    arguments: str,
    status: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A file, an address behind the firewall, a look every second: one line says what is wrong."""
    monkeypatch.chdir(tmp_path)
    assert run(arguments.split()) == status
    assert said in capsys.readouterr().err


def test_stopped_by_a_person_it_keeps_what_it_took(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends it with one line and its own status; what was acknowledged is there, and can be shown."""
    place = newsroom.say("/live", live(FIRST, SECOND, FOURTH))
    rests: list[float] = []

    def stop(seconds: float) -> None:
        rests.append(seconds)
        if len(rests) == 2:
            raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("reportedly.show.following.time.sleep", stop)
    assert run(["follow", "ferry", place, "--allow-private"]) == 130
    assert "stopped; what was acknowledged until now is kept" in capsys.readouterr().err
    with Story.open("ferry") as opened:
        assert len(list(opened.reports())) >= 3
    assert run(["account", "ferry"]) == run(["changes", "ferry"]) == run(["page", "ferry"]) == 0


def test_a_story_with_a_withdrawn_post_is_shown(newsroom: Newsroom, story: Story, tmp_path: Path) -> None:
    """A version that says nothing any more breaks no face, and its figure is withdrawn in the account."""
    place = newsroom.say("/live", live(FIRST, SECOND, FOURTH))
    wall = Wall()
    one = following(story, wall, place)
    list(one.round())
    assert killed(story) == [12] or datetime.now(UTC).year < 2031
    newsroom.say("/live", live(FIRST, THIRD, FOURTH))
    look(one, wall)
    account = story.account(as_of=datetime(2031, 3, 5, tzinfo=UTC))
    (line,) = [line for line in account.lines if line.kind == "killed"]
    assert line.best is not None and line.best.low == 15
    ledger = str(tmp_path / "ledger.db")
    for command in (["account", "ferry"], ["page", "ferry", "-o", str(tmp_path / "p.html")], ["export", "ferry"]):
        assert run([*command, "--ledger", ledger]) == 0


def test_a_paid_feed_is_followed_with_its_password_and_kept_without_it(newsroom: Newsroom, story: Story) -> None:
    """The feed and the articles of its server are asked for with the password; nothing kept or told holds it."""
    page = newsroom.say("/1", article("12 die in ferry", "At least 12 people died, the harbour master said."))
    newsroom.say("/feed", feed((page, "12 die in ferry")), Content_Type="application/rss+xml")
    base = f"http://desk:pass1234@127.0.0.1:{newsroom.port}"
    one = following(story, Wall(), f"{base}/feed", f"{base}/gone")
    done = [round_ for _ in range(2) for round_ in one.round()]
    key = "Basic ZGVzazpwYXNzMTIzNA=="
    assert {path: headers.get("Authorization") for path, headers in newsroom.asked} == {
        "/robots.txt": key,
        "/feed": key,
        "/gone": key,
        "/1": key,
    }
    assert any("answered 404" in problem.message for each in done for problem in each.problems)
    kept = repr([list(story.reports()), list(story.captures()), done, one.visitor])
    assert "pass1234" not in kept and key not in kept
