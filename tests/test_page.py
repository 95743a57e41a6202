"""The page shows what is in its view and nothing else; opens offline; and nothing that a report says can run on it."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from syrupy.assertion import SnapshotAssertion

from newsroom import told, wire
from page_views import EDITED, EVENING, KILLED, MINISTRY, UNION, line, long_view, mine_view, seen, with_text
from reportedly.account import Bounds, Is, Standing
from reportedly.figure import Kind
from reportedly.show.page import page_html, safe_url
from reportedly.show.page_view import PageView
from reportedly.show.quoting import excerpt


class Tags(HTMLParser):
    """Every tag with its attributes; the text of what is marked, by its id; all text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: dict[str, str] = {}
        self.words: list[str] = []
        self._open: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self._open = dict(attrs).get("id")

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._open = None

    def handle_data(self, text: str) -> None:  # the base class's own name for it
        self.words.append(text)
        if self._open is not None:
            self.marked[self._open] = self.marked.get(self._open, "") + text

    def all(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute)) is not None]


def _scrubbed(page: str) -> str:
    """Without what another version of a library, or a new colour, would change."""
    page = re.sub(r"<svg class=\"chart\".*?</svg>", "<svg class=chart>", page, flags=re.DOTALL)
    page = re.sub(r"sha256-[^']+", "sha256-…", page)
    return re.sub(r"<style>.*?</style>", "<style>…</style>", page, flags=re.DOTALL)


def test_page_of_a_small_story(snapshot: SnapshotAssertion) -> None:
    """ "Twelve miners died" and "At least 34": all of a page, as it was last looked at."""
    assert _scrubbed(page_html(mine_view())) == snapshot


def test_the_same_view_gives_the_same_page() -> None:
    """Nothing of the clock, the machine or a set's order is on a page."""
    assert page_html(mine_view()) == page_html(mine_view())


def test_nothing_on_a_page_comes_from_elsewhere() -> None:
    """Only links to the articles lead out; no picture, script, font or style is fetched."""
    page = page_html(mine_view())
    tags = Tags(page)
    outward = {(tag, value) for tag, attrs in tags.tags for value in attrs.values() if value and "//" in value}
    assert outward == {("a", "https://baypost.example/toll")}
    assert not tags.all("src") and not tags.all("srcset") and not tags.all("action")
    assert {"script", "iframe", "object", "embed", "form", "img", "base"}.isdisjoint(tag for tag, _ in tags.tags)
    assert "@import" not in page and "url(" not in page and not tags.all("style")


def test_a_page_forbids_itself_everything() -> None:
    """The page's own policy: nothing is loaded, nothing runs, and only this style sheet applies."""
    metas = [attrs for tag, attrs in Tags(page_html(mine_view())).tags if tag == "meta"]
    (policy,) = [attrs["content"] or "" for attrs in metas if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy and "script-src" not in policy


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "\"><a href='javascript:alert(1)' onmouseover='alert(1)'>x</a>",
    "' autofocus onfocus=alert(1) x='",
    "{{ 7 * 7 }}{% for x in y %}",
    "<!-- --><mark id=words-1>",
    "]]>&lt;b&gt;&amp;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_a_report_says_runs(text: str) -> None:
    """ "12 died, <script>alert(1)</script> said": in a text, a title, a name or an address, it stays words."""
    view = with_text(text, title=text, byline=text, outlet=text, agency=text, url=f"javascript:{text}")
    tags = Tags(page_html(view))
    assert {"script", "img", "iframe"}.isdisjoint(tag for tag, _ in tags.tags)
    assert not [name for _, attrs in tags.tags for name in attrs if name.startswith("on") or name == "autofocus"]
    assert all(href.startswith("#") or href == "data:," for href in tags.all("href"))
    harmless = Tags(page_html(with_text("a union man", title="a union man", byline="b", outlet="c", agency="d")))
    assert {tag for tag, _ in tags.tags} <= {tag for tag, _ in harmless.tags} | {"del", "ins"}
    assert text in "".join(tags.words)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/x",
        "https:///nowhere",
        "http://[broken",
        "file:///x",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    """A report's address is a link only where it is http or https, with a host."""
    assert safe_url(url) is None
    assert safe_url("https://baypost.example/a?b=c#d") == "https://baypost.example/a?b=c#d"


def test_every_link_leads_somewhere() -> None:
    """Whatever figure is shown, a click shows its words: each target is on the page, once."""
    tags = Tags(page_html(mine_view()))
    ids = tags.all("id")
    assert len(ids) == len(set(ids))
    inward = {href[1:] for href in tags.all("href") if href.startswith("#")}
    assert inward <= set(ids)
    assert {href for href in inward if href.startswith("words-")}


def test_marks_are_the_reports_own_words() -> None:
    """ "At least 34 miners died": exactly "At least 34" is marked, wherever spans cross."""
    view = mine_view()
    marked = list(Tags(page_html(view)).marked.values())
    phrases = [f.phrase.text for r in reversed(view.readings) for c in r.claims for f in c.figures]
    assert marked == phrases


def test_crossing_spans_lose_no_word() -> None:
    """A claim, its source and its hedge may overlap as they like: the text on the page is the text of the report."""
    reading = told(
        wire("Bay Post, Ostry, 07:00. Reportedly 30 of the 150 miners, a man said, got\nout.", name="x"),
        ("30", Kind.ESCAPED, 30, 30),
        ("30 of the 150 miners", Kind.PRESENT, 150, 150),
        ("the 150", Kind.PRESENT, 150, 150),
        source="miners, a man",
    )
    view = replace(mine_view(), readings=(reading,))
    body = page_html(view)
    text = re.sub(
        r"<[^>]+>", "", body[body.index('<article class="text"') :].split("</header>")[1].split("</article>")[0]
    )
    assert " ".join(text.split()) == " ".join(reading.report.text.split())


def test_a_figure_that_is_not_exact_is_shown_in_its_words() -> None:
    """ "More than 100" is never shown as 101, nor "dozens" as 24: no report holds these numbers."""
    more = told(
        wire("Northwire, Ostry, 07:00. More than 100 died.", name="a"), ("More than 100", Kind.KILLED, 101, None)
    )
    dozens = told(wire("Radio Ost, Ostry, 08:00. Dozens died.", name="b"), ("Dozens", Kind.KILLED, 24, None))
    account = replace(
        mine_view().account,
        lines=(line(KILLED, Bounds(101, None), Standing.DISPUTED, (seen(more, "A"), seen(dozens, "B"))),),
        demands=(),
        conflicts=(),
    )
    page = page_html(PageView("x", account, (more, dozens)))
    words = " ".join(
        " ".join(Tags(re.sub(r"<svg.*?</svg>|<style>.*?</style>", "", page, flags=re.DOTALL)).words).split()
    )
    assert "More than 100" in words and "Dozens" in words
    assert not re.search(r"\b(?:101|24)\b", words)


def test_nobody_hurt_is_a_figure() -> None:
    """ "No one died" is 0, not nothing."""
    none = told(wire("Northwire, Ostry, 07:00. No one died.", name="a"), ("No one", Kind.KILLED, 0, 0))
    account = replace(
        mine_view().account,
        lines=(line(KILLED, Bounds(0, 0), Standing.ONE_SOURCE, (seen(none, "A"),)),),
        demands=(),
        conflicts=(),
    )
    assert '<span class="n">0</span>' in page_html(PageView("x", account, (none,)))


def test_an_edited_page_is_shown_old_beside_new() -> None:
    """ "Seventeen" became "Nineteen" on one page: both stand side by side, only that word marked."""
    page = page_html(mine_view())
    assert "<del>Seventeen</del> miners are known dead." in page
    assert "<ins>Nineteen</ins> miners are known dead." in page


def test_who_says_it_is_told_once_for_all_copies() -> None:
    """Two papers carry one ministry's "Twelve miners died": one origin, told two times."""
    words = " ".join(" ".join(Tags(page_html(mine_view())).words).split())
    assert words.count("told 2 times") == 1


def test_what_holds_for_a_part_is_not_told_of_the_whole() -> None:
    """ "Nine of them foreigners" is no answer to how many are held."""
    part = seen(UNION, "somebody else")._replace(part=True)
    whole = seen(MINISTRY, "the ministry")
    account = replace(
        mine_view().account, lines=(line(KILLED, Bounds(12, 12), Standing.ONE_SOURCE, (whole, part)),), conflicts=()
    )
    page = page_html(replace(mine_view(), account=account))
    assert "somebody else" not in page


def test_what_was_settled_is_told_with_who_found_so() -> None:
    """ "Settled: 20, the inquest", then 21: the last holds, with its reason, and leads to its line."""
    words = " ".join(" ".join(Tags(page_html(mine_view())).words).split())
    assert "21 Killed miners because the inquest, at last" in words
    assert "because the inquest entered" not in words


def test_how_each_source_held_is_told() -> None:
    """The ministry said 12 twice and stands by it; whoever gave no figure has no row."""
    page = page_html(mine_view())
    record = page[page.index("How their figures held") : page.index("</section>", page.index("How their figures held"))]
    assert "the ministry" in record and "Bay Post" in record and "the strikers" not in record
    assert "1 more source in the ledger" in record


def test_what_could_not_be_read_is_told() -> None:
    """A time that is none is told beside the report that has it."""
    page = page_html(mine_view())
    assert "its time &#39;soon&#39; is no time" in page and 'href="#report-6">the report' in page


def test_a_stray_report_does_not_squeeze_the_charts() -> None:
    """A look back at the mine ten years later would leave its one morning a dot on every chart."""
    view = long_view(100, 100)
    claims = list(view.account.lines[0].claims)
    years_on = EVENING.replace(year=2041)
    late = claims[-1]._replace(published_at=years_on, claim_id="late")
    account = replace(view.account, as_of=years_on, lines=(replace(view.account.lines[0], claims=(*claims, late)),))
    page = page_html(replace(view, account=account))
    assert "1 figure told long before or after the rest is in the lists but not in the charts" in " ".join(page.split())
    assert "2041" not in page[page.index('<svg class="chart"') : page.index("</svg>", page.index('<svg class="chart"'))]


def test_every_figure_that_differs_is_in_sight() -> None:
    """Five who say 12 and one who says 34: the 34 is not folded away behind the five."""
    many = [seen(MINISTRY, f"official {n}") for n in range(5)]
    account = replace(
        mine_view().account,
        lines=(line(KILLED, Bounds(12, 12), Standing.DISPUTED, (*many, seen(UNION, "a union man"))),),
        conflicts=(),
    )
    page = page_html(replace(mine_view(), account=account))
    assert page.index("a union man", page.index('class="who-says"')) < page.index("more who say")


def test_the_figure_is_in_sight_in_its_words() -> None:
    """A long sentence is cut so that its figure is in it, set off from the rest."""
    text = "After " + "a long night of waiting " * 12 + "twelve of thirty-twelve miners were dead."
    assert excerpt(text, "twelve", 80).phrase == "twelve"
    assert excerpt("Thirty-three were freed and three are missing", "three").before == "Thirty-three were freed and "
    assert excerpt("No such words", "twelve") == ("No such words", "", "")


def test_a_story_without_news_still_has_a_page() -> None:
    """Nothing counted, nothing changed: the page says so."""
    account = replace(mine_view().account, lines=(), demands=(), conflicts=())
    page = page_html(PageView("empty", account, ()))
    assert "No report has given a figure yet" in page and "Nothing has changed yet" in page


def test_a_withdrawn_figure_leaves_no_best() -> None:
    """A page that dropped its only toll leaves a line that nobody answers, and the page shows who had said it."""
    gone = seen(EDITED, "Bay Post", Is.WITHDRAWN)
    bare = replace(line(KILLED, Bounds(19, 19), Standing.NONE, (seen(EDITED, "Bay Post"),)), best=None, range=None)
    account = replace(mine_view().account, lines=(replace(bare, claims=(gone,)),), demands=(), conflicts=())
    page = page_html(replace(mine_view(), account=account, changes=()))
    assert "no figure stands" in page and "withdrawn" in page


def test_a_long_story_stays_small_and_says_what_it_leaves_out() -> None:
    """2,000 claims in 400 reports: under 3 MB, and the page tells how many reports are only in the ledger."""
    page = page_html(long_view(2_000, 400))
    assert len(page.encode()) < 3_000_000
    assert "200 more reports in the ledger." in page
    tags = Tags(page)
    assert {href[1:] for href in tags.all("href") if href.startswith("#")} <= set(tags.all("id"))
