"""What search engines and other programs are told of a story, in the words of schema.org: a live blog of its changes,
and what is claimed. Never a ClaimReview: who is right is not ours to say."""

from collections.abc import Mapping
from typing import Any

from reportedly.account import Change, LineClaim, line_name
from reportedly.record import time_record
from reportedly.show.figure_words import LineKey, Phrasing, phrasings
from reportedly.show.json_form import json_line
from reportedly.show.page import safe_url
from reportedly.show.page_view import PageView
from reportedly.show.quoting import one_line

UPDATES = 30
CLAIMS = 30


def linked_words(view: PageView, address: str) -> str:
    """JSON-LD, fit to stand in a script element of a page: nothing in it can end that."""
    reports = {each.report.id: each.report for each in view.readings}
    changes = view.changes[-UPDATES:][::-1]
    phrases = phrasings(view.account)
    said = {
        claim.claim_id: claim
        for line in view.account.lines
        for claim in line.claims
        if line.best is not None and (claim.low, claim.high) == (line.best.low, line.best.high)
    }
    newest = sorted(said.values(), key=lambda claim: claim.published_at, reverse=True)[:CLAIMS]
    posting = {
        "@type": "LiveBlogPosting",
        "@id": address,
        "url": address,
        "headline": one_line(view.about or view.name, 110),
        "dateModified": time_record(view.changes[-1].at) if view.changes else None,
        "coverageStartTime": time_record(view.changes[0].at) if view.changes else None,
        "liveBlogUpdate": [_update(change, address, phrases) for change in changes],
    }
    graph = [_known(posting), *(_claim(claim, reports.get(claim.report_id)) for claim in newest)]
    whole = json_line({"@context": "https://schema.org", "@graph": graph})
    return whole.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def headline(change: Change, said: Mapping[LineKey, Phrasing]) -> str:
    """ "killed/hostages: rose 12 → 23, says the governor (AP)", the figures in the words of those who told them."""
    line = change.what
    if change.line is not None:
        line = f"{line_name(*change.line)}: {change.what}{_moved(change, said.get(change.line))}"
    outlet = "" if change.outlet is None or change.outlet == change.origin else f" ({change.outlet})"
    return one_line(f"{line}, says {change.origin}{outlet}", 110)


def _moved(change: Change, phrasing: Phrasing | None) -> str:
    if phrasing is None:
        return ""
    stood = [str(phrasing.words(bounds)) for bounds in (change.before, change.after) if bounds is not None]
    return f" {' → '.join(dict.fromkeys(stood))}" if stood else ""


def _update(change: Change, address: str, said: Mapping[LineKey, Phrasing]) -> dict[str, Any]:
    return _known(
        {
            "@type": "BlogPosting",
            "headline": headline(change, said),
            "datePublished": time_record(change.at),
            "articleBody": one_line(change.text, 500),
            "url": address,
            "author": {"@type": "Organization", "name": change.outlet or change.origin},
        }
    )


def _claim(claim: LineClaim, report: Any) -> dict[str, Any]:
    url = None if report is None else safe_url(report.url)
    source = {"@type": "NewsArticle", "url": url, "headline": None if report is None else report.title}
    if report is not None and report.outlet is not None:
        source["publisher"] = {"@type": "Organization", "name": report.outlet}
    return _known(
        {
            "@type": "Claim",
            "text": one_line(claim.text, 500),
            "author": {"@type": "Organization", "name": claim.origin},
            "datePublished": time_record(claim.published_at),
            "appearance": _known(source),
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
