"""A page: an article is one report, a live blog one report a post. The text is what the page's reader reads, without
its furniture; spans count in that text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lxml import etree, html  # type: ignore[import-untyped]  # ships no types

from reportedly.ingest.days import Bearings
from reportedly.ingest.decode import decoded_page
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.identity import identified, identified_posts
from reportedly.ingest.limits import REPORT_BYTES
from reportedly.ingest.live_blog import declared_posts, seen_posts
from reportedly.ingest.live_text import FEWEST
from reportedly.ingest.page_facts import PageFacts, page_facts
from reportedly.ingest.prose import prose
from reportedly.report import Problem, Report


@dataclass(frozen=True, slots=True)
class Page:
    content: bytes
    place: str
    """Where it was read from, for messages."""
    url: str | None = None
    """Where it was fetched from."""
    charset: str | None = None
    """What its server says that its characters are."""
    fetched_at: datetime | None = None


def from_page(page: Page, defaults: Defaults) -> Iterator[Report | Problem]:
    """Its reports: oldest first where there are several. Nothing on the page is run or fetched."""
    written = decoded_page(page.content, page.charset)
    tree = _tree(written.text)
    if tree is None:
        yield Problem(f"{page.place} is a page without any text; nothing to read")
        return
    facts = page_facts(tree, page.url)
    posts = declared_posts(tree, facts, defaults)
    article = None
    if len(posts) < FEWEST:
        seen = seen_posts(tree, facts, _bearings(page, facts, defaults), defaults)
        article = _article(tree, written.text, facts, defaults)
        if len(seen) > len(posts) and _cover(seen, article):
            posts = seen
    found = identified_posts(posts, facts.url)
    if not found:
        found = [] if article is None else [replace(article, id=identified(article))]
    if not found:
        yield Problem(f"{page.place} is a page without an article; give the article's own page or its text")
    for report in found:
        yield report
        if written.complaint is not None:
            yield Problem(f"{page.place}: {written.complaint}", report_id=report.id)


def _cover(posts: Sequence[Report], article: Report | None) -> bool:
    """Whether the posts are what the page is about. Comments and lists beside an article are not, nor is an article
    that holds a few stray times: there one "post" swallows nearly all the words."""
    lengths = [len(post.text) for post in posts]
    minutes = {post.published_at for post in posts}
    if max(lengths) * 10 > sum(lengths) * 7 or len(minutes) * 2 < len(posts):
        return False
    return article is None or sum(lengths) * 2 > len(article.text)


def _bearings(page: Page, facts: PageFacts, defaults: Defaults) -> Bearings:
    started = facts.published_at if facts.published_at is not None else defaults.published_at
    return Bearings(started, facts.modified_at if facts.modified_at is not None else page.fetched_at)


def _tree(text: str) -> html.HtmlElement | None:
    try:
        # A declaration of another encoding would be refused in text that is decoded already.
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None


def _article(tree: html.HtmlElement, source: str, facts: PageFacts, defaults: Defaults) -> Report | None:
    extracted = _article_text(source)
    text = _plainest(tree) if extracted is None else _in_lines(extracted, tree)
    if text is None:
        return None
    published_at = facts.published_at
    if published_at is None:
        published_at = defaults.published_at
    if published_at is None:
        published_at = _guessed_day(tree, facts)
    return Report(
        id="",
        text=text[:REPORT_BYTES],
        outlet=defaults.outlet if facts.outlet is None else facts.outlet,
        url=facts.url,
        title=facts.title,
        byline=facts.byline,
        published_at=published_at,
        about=defaults.about,
    )


def _article_text(source: str) -> str | None:
    from trafilatura import extract

    try:
        text = extract(source, output_format="txt", include_comments=False, include_formatting=False)
    except Exception:  # whatever a hostile page breaks inside a library, the page is only not an article
        return None
    return text if text is not None and text.strip() else None


def _in_lines(text: str, tree: html.HtmlElement) -> str:
    """Of a page of a few lines the extractor makes one, headline, byline, dateline and all: who speaks, and who sent
    it, could not be told any more. The page's own blocks part them again."""
    body = tree.find(".//body")
    if "\n" in text or body is None:
        return text
    lined = prose(body)
    places = [place for place, letter in enumerate(lined) if not letter.isspace()]
    letters = "".join(text.split())
    start = "".join(lined[place] for place in places).find(letters)
    return text if start < 0 else lined[places[start] : places[start + len(letters) - 1] + 1]


_NO_PROSE = ("script", "style", "noscript", "template", "nav", "footer", "form", "svg", "head")


def _plainest(tree: html.HtmlElement) -> str | None:
    """The paragraphs of a page too short or odd for the extractor, such as a bare wire bulletin."""
    lines = []
    for block in tree.iter("h1", "h2", "p", "li", "blockquote", "pre"):
        if any(parent.tag in _NO_PROSE for parent in block.iterancestors()) or block.find(".//p") is not None:
            continue
        line = " ".join(block.text_content().split())
        if line:
            lines.append(line)
    if not lines and tree.find(".//body") is not None:
        body = tree.find(".//body")
        etree.strip_elements(body, *_NO_PROSE, with_tail=False)
        lines = [line for line in (" ".join(piece.split()) for piece in body.text_content().splitlines()) if line]
    return "\n".join(lines) if lines else None


def _guessed_day(tree: html.HtmlElement, facts: PageFacts) -> datetime | None:
    """The day that the page's words or address suggest, as the start of that day in UTC."""
    from htmldate import find_date

    from reportedly.ingest.moment import NoMoment, moment

    try:
        return moment(find_date(tree, original_date=True, extensive_search=False, url=facts.url))
    except NoMoment:
        return None
    except Exception:  # as above: a library's stumble on a hostile page is a date that is not known
        return None
