"""Live blogs and articles as desks lay them out, served over loopback: every post, its minute, its link, its author.

Each layout in tests/blogs is written by hand; expected.json says of each post when it was written (UTC), where its
own address ends, by whom it is, and how it begins.
"""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reportedly.ingest import Defaults, reports
from reportedly.report import Report

BLOGS = Path(__file__).parent / "blogs"
EXPECTED: dict[str, list[tuple[str, str | None, str | None, str]]] = json.loads((BLOGS / "expected.json").read_text())
SENT = Defaults(published_at=datetime(2031, 3, 4, tzinfo=UTC), private_addresses=True)
"""What whoever sends it knows: a day, for the two that name none."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def desk() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(BLOGS)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def posts(desk: str, name: str) -> list[Report]:
    found = [each for each in reports(f"{desk}/{name}", SENT) if isinstance(each, Report)]
    # What stands above a plain text's first clock is a report of its own, without a minute.
    return [each for each in found if not name.endswith(".txt") or each.published_at != SENT.published_at]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_post_has_its_minute_its_link_and_its_author(desk: str, name: str) -> None:
    """Posts come oldest first, each with its own words, minute, anchor and author, and nothing beside them."""
    found = posts(desk, name)
    page = f"{desk}/{name}"
    assert [
        (r.text[: len(opens)], r.published_at) for r, (_, _, _, opens) in zip(found, EXPECTED[name], strict=False)
    ] == [(opens, datetime.fromisoformat(at)) for at, _, _, opens in EXPECTED[name]]
    assert len(found) == len(EXPECTED[name])
    for report, (_, anchor, author, _) in zip(found, EXPECTED[name], strict=True):
        if anchor is not None:
            assert report.url == page + anchor
        assert report.byline == author


def test_at_least_95_of_100_posts_have_the_right_minute(desk: str) -> None:
    """The floor over all layouts, never lowered."""
    right = total = 0
    for name, wanted in EXPECTED.items():
        minutes = {(r.published_at, opens) for r in posts(desk, name) for _, _, _, opens in wanted if opens in r.text}
        total += len(wanted)
        right += sum((datetime.fromisoformat(at), opens) in minutes for at, _, _, opens in wanted)
    assert total >= 50
    assert right >= 0.95 * total, f"{right} of {total}"
