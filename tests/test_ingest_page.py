"""What becomes of pages: articles and live blogs."""

import json
from datetime import UTC, datetime
from pathlib import Path

from reportedly.ingest import Defaults, reports
from reportedly.report import Problem, Report

PARAGRAPHS = [
    "At least 12 people died when the ferry Solveig struck a breakwater off Port Selwen, the harbour master said.",
    "Rescuers pulled 31 passengers from the water, according to the coast guard. Four are still missing, it added.",
    "The governor, Ana Brekke, said that nobody had checked how many people were on board.",
]


def page(*, head: str = "", body: str = "", paragraphs: list[str] = PARAGRAPHS) -> str:
    article = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>Ferry strikes breakwater</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>Ferry strikes breakwater, 12 dead</h1>{article}{body}</article>"
        "<footer>Follow us. We use cookies. 400 people like this.</footer></body></html>"
    )


def linked(record: object) -> str:
    unclosed = json.dumps(record).replace("</", "<\\/")
    return f'<script type="application/ld+json">{unclosed}</script>'


def read(
    tmp_path: Path, content: str | bytes, defaults: Defaults | None = None, name: str = "page.html"
) -> list[Report]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(reports(str(path), defaults))
    assert not any(isinstance(each, Problem) for each in found), found
    return [each for each in found if isinstance(each, Report)]


def test_an_article_is_its_paragraphs_without_the_furniture(tmp_path: Path) -> None:
    """Menus, cookie notices and scripts are no part of the report, whatever the file is called."""
    (report,) = read(tmp_path, page(body="<script>var dead = 99</script>"), name="saved")
    for words in PARAGRAPHS:
        assert words in report.text
    for furniture in ("Sport", "cookies", "var dead"):
        assert furniture not in report.text


def test_json_ld_tells_the_minute_the_outlet_and_the_writer(tmp_path: Path) -> None:
    """What the page says of itself to machines beats what whoever sends it supposes."""
    head = linked(
        {
            "@graph": [
                {"@type": "Organization", "name": "Harbour Post Media"},
                {
                    "@type": "NewsArticle",
                    "headline": "Ferry strikes breakwater &amp; sinks",
                    "datePublished": "2031-03-04T08:15:00+02:00",
                    "author": [{"@type": "Person", "name": "Mira Tolland"}, {"name": "J. Okafor"}],
                    "publisher": {"name": "Harbour Post"},
                    "url": "https://harbourpost.example/ferry",
                },
            ]
        }
    )
    (report,) = read(tmp_path, page(head=head), Defaults(datetime(2031, 1, 1, tzinfo=UTC), "Somebody"))
    assert report.published_at == datetime(2031, 3, 4, 6, 15, tzinfo=UTC)
    assert (report.title, report.outlet) == ("Ferry strikes breakwater & sinks", "Harbour Post")
    assert (report.byline, report.url) == ("Mira Tolland, J. Okafor", "https://harbourpost.example/ferry")


def test_meta_tags_tell_what_json_ld_does_not(tmp_path: Path) -> None:
    """A page without schema.org is dated by its meta tags."""
    head = (
        '<meta property="article:published_time" content="2031-03-04T06:15:00Z">'
        '<meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="https://harbourpost.example/f">'
    )
    (report,) = read(tmp_path, page(head=head))
    assert report.published_at == datetime(2031, 3, 4, 6, 15, tzinfo=UTC)
    assert (report.outlet, report.url) == ("Harbour Post", "https://harbourpost.example/f")


def test_an_address_that_would_run_is_none(tmp_path: Path) -> None:
    """A page that calls javascript: its address has no address: others would show it as a link."""
    (report,) = read(tmp_path, page(head='<link rel="canonical" href="javascript:alert(12)">'))
    assert report.url is None


def test_a_bulletin_too_short_for_an_article_is_read(tmp_path: Path) -> None:
    """One paragraph is a report too."""
    (report,) = read(tmp_path, "<html><body><p>Twelve died, the governor said.</p></body></html>")
    assert report.text == "Twelve died, the governor said."


def test_the_lines_of_a_page_of_a_few_lines_stay_lines(tmp_path: Path) -> None:
    """Headline, byline, dateline and paragraphs are not run together: "15 dead By Ana Brekke The mayor said" once was a
    source, and the agency behind the dateline was nobody's."""
    lines = [
        "By Ana Brekke",
        "PORT SELWEN, March 4 (NewsWire) - At least <b>12</b>, the mayor said, died.",
        "Police said nine.",
    ]
    (report,) = read(tmp_path, page(paragraphs=lines))
    assert report.text.split("\n") == [
        "Ferry strikes breakwater, 12 dead",
        "By Ana Brekke",
        "PORT SELWEN, March 4 (NewsWire) - At least 12, the mayor said, died.",
        "Police said nine.",
    ]


def test_a_page_says_which_characters_it_is_written_in(tmp_path: Path) -> None:
    """The charset that its markup names is believed before anything is guessed."""
    content = page(
        head='<meta charset="windows-1251">', paragraphs=["Двенадцать погибли, сообщил губернатор области."] * 3
    )
    (report,) = read(tmp_path, content.encode("cp1251"))
    assert "Двенадцать погибли" in report.text


def live(*posts: dict[str, object]) -> str:
    blog = {
        "@type": "LiveBlogPosting",
        "headline": "Ferry disaster: live",
        "url": "https://harbourpost.example/live",
        "datePublished": "2031-03-04T06:00:00Z",
        "publisher": {"name": "Harbour Post"},
        "liveBlogUpdate": [{"@type": "BlogPosting"} | post for post in posts],
    }
    return page(head=linked(blog))


def test_each_post_of_a_live_blog_is_a_report_oldest_first(tmp_path: Path) -> None:
    """A live blog's posts come in the order in which they were written, each with its own time and address."""
    found = read(
        tmp_path,
        live(
            {
                "articleBody": "15 dead now.",
                "datePublished": "2031-03-04T09:00:00Z",
                "url": "https://harbourpost.example/live#3",
            },
            {
                "articleBody": "12 dead.",
                "datePublished": "2031-03-04T10:00:00+02:00",
                "url": "https://harbourpost.example/live#2",
            },
            {"articleBody": "Ferry hits breakwater.", "datePublished": "2031-03-04T07:00:00Z"},
        ),
    )
    assert [report.text for report in found] == ["Ferry hits breakwater.", "12 dead.", "15 dead now."]
    assert [report.published_at.hour for report in found if report.published_at is not None] == [7, 10, 9]
    assert [report.url for report in found] == [
        "https://harbourpost.example/live",
        "https://harbourpost.example/live#2",
        "https://harbourpost.example/live#3",
    ]
    assert len({report.id for report in found}) == 3


def test_a_posts_headline_is_part_of_its_words(tmp_path: Path) -> None:
    """A toll that stands only in a post's headline is not lost."""
    (report,) = read(tmp_path, live({"headline": "Toll rises to 15", "articleBody": "More soon."}))
    assert (report.title, report.text) == ("Toll rises to 15", "Toll rises to 15\nMore soon.")


def test_a_posts_markup_is_read_as_words(tmp_path: Path) -> None:
    """Tags and entities in a post's body become words and paragraphs, and a script in it nothing."""
    body = "<p>The governor&#39;s office:<b> 12</b> dead.</p><script>alert(99)</script><p>Four&nbsp;missing.</p>"
    (report,) = read(tmp_path, live({"articleBody": body}))
    assert report.text == "The governor's office: 12 dead.\nFour missing."


def test_posts_without_a_time_stay_beside_their_neighbours(tmp_path: Path) -> None:
    """A live blog whose posts tell no time is read from its last post to its first only where the rest shows so."""
    found = read(
        tmp_path,
        live(
            {"articleBody": "third", "datePublished": "2031-03-04T09:00:00Z"},
            {"articleBody": "second"},
            {"articleBody": "first", "datePublished": "2031-03-04T07:00:00Z"},
        ),
    )
    assert [report.text for report in found] == ["first", "second", "third"]
