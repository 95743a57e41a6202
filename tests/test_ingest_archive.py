"""Pages out of an archive, read as they would have been met live."""

import gzip
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # ships no types

from reportedly.capture import Capture
from reportedly.ingest import Defaults, reports
from reportedly.report import Problem, Report
from reportedly.show.cli import run
from reportedly.story import Story

URL = "https://harbourpost.example/ferry"


def page(words: str) -> str:
    return (
        '<html><head><title>Ferry</title><meta property="article:published_time" content="2031-03-04T06:15:00Z"></head>'
        f"<body><article><h1>Ferry</h1><p>{words} More follows as the search in the bay goes on.</p></article>"
        "</body></html>"
    )


def archive(path: Path, *taken: tuple[str, str, str, str]) -> Path:
    """(url, WARC-Date, content type, body) as a compressed WARC, a gzip member a record."""
    with path.open("wb") as file:
        for url, at, kind, body in taken:
            answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nX-Press: 3\r\n\r\n{body}".encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{len(answer)}>\r\n"
                f"WARC-Target-URI: {url}\r\nWARC-Date: {at}\r\nContent-Length: {len(answer)}\r\n"
                "Content-Type: application/http; msgtype=response\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return path


def test_each_page_of_an_archive_is_a_report(tmp_path: Path) -> None:
    """Pages become reports in the archive's order; pictures and scripts are passed over."""
    path = archive(
        tmp_path / "crawl.warc.gz",
        (URL, "2031-03-04T07:00:00Z", "text/html; charset=utf-8", page("At least 12 people died, the governor said.")),
        (f"{URL}.js", "2031-03-04T07:00:01Z", "text/javascript", "var dead = 99"),
        (f"{URL}-2", "2031-03-04T08:00:00Z", "text/html", page("Four are missing, the coast guard said.")),
    )
    found = list(reports(str(path)))
    assert [one.url for one in found if isinstance(one, Report)] == [URL, f"{URL}-2"]
    assert not any(isinstance(one, Problem) for one in found)


def test_a_page_taken_again_is_dated_when_it_was_taken(tmp_path: Path) -> None:
    """An edit between two crawls was published, at the latest, when the second one saw it."""
    path = archive(
        tmp_path / "crawl.warc.gz",
        (URL, "2031-03-04T07:00:00Z", "text/html", page("At least 12 people died, the governor said.")),
        (URL, "2031-03-04T09:30:00Z", "text/html", page("At least 12 people died, the governor said.")),
        (URL, "2031-03-04T12:00:00Z", "text/html", page("At least 15 people died, the governor said.")),
    )
    found = [one for one in reports(str(path)) if isinstance(one, Report)]
    assert [one.published_at for one in found] == [
        datetime(2031, 3, 4, 6, 15, tzinfo=UTC),
        datetime(2031, 3, 4, 6, 15, tzinfo=UTC),
        datetime(2031, 3, 4, 12, tzinfo=UTC),
    ]


def test_adding_an_archive_keeps_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`add STORY crawl.warc.gz` fills the ledger backwards, revisions, captures and all."""
    monkeypatch.chdir(tmp_path)
    first, second = page("At least 12 people died, the governor said."), page("At least 15 people died, he said.")
    archive(
        tmp_path / "crawl.warc.gz",
        (URL, "2031-03-04T07:00:00Z", "text/html", first),
        (URL, "2031-03-04T12:00:00Z", "text/html", second),
    )
    assert run(["add", "ferry", "crawl.warc.gz"]) == 0
    assert run(["add", "ferry", "crawl.warc.gz"]) == 0
    with Story.open("ferry") as story:
        older, newer = story.reports()
        assert newer.revises == older.id
        assert next(story.captures(older.id)).body == first.encode()
        assert {capture.fetched_at.hour for capture in story.captures(newer.id)} == {12}
        assert ("X-Press", "3") in next(story.captures()).headers


def test_what_was_fetched_is_given_back_as_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`export --format warc` is whatever came, to the byte: status, headers, time, SHA-256; another ledger filled from
    it says the same. Where nothing was fetched there is nothing to prove."""
    monkeypatch.chdir(tmp_path)
    body = page("At least 12 people died, the governor said.").encode()
    packed = gzip.compress(body)
    at = datetime(2031, 3, 4, 7, 0, 0, 250_000, tzinfo=UTC)
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
    with Story.open("ferry", create=True) as story:
        story.keep(Capture(URL, URL, at, 200, headers, packed))
        story.keep(Capture(f"{URL}-2", f"{URL}-2", at, 410, (("X-Odd", "\xe9\x01"),), b""))
    assert run(["export", "ferry", "--format", "warc", "-o", "ferry.warc.gz"]) == 0
    with (tmp_path / "ferry.warc.gz").open("rb") as file:
        records = [
            (r.rec_headers, None if r.http_headers is None else r.http_headers.get_statuscode(), r.raw_stream.read())
            for r in ArchiveIterator(file)
        ]
    assert [status for _, status, _ in records] == [None, "200", "410"]
    assert records[1][2] == packed and records[2][2] == b""
    assert records[1][0].get_header("WARC-Payload-Digest") == f"sha256:{sha256(packed).hexdigest()}"
    assert records[1][0].get_header("WARC-Date") == "2031-03-04T07:00:00.250000Z"
    assert run(["add", "again", "ferry.warc.gz"]) == 0
    with Story.open("again") as story:
        (report,) = story.reports()
        assert "12 people died" in report.text and report.url == URL
    with Story.open("wire", create=True) as story:
        story.add([report])
    capsys.readouterr()
    assert run(["export", "wire", "--format", "warc", "-o", "wire.warc.gz"]) == 1
    assert "nothing was fetched for wire" in capsys.readouterr().err and not (tmp_path / "wire.warc.gz").exists()


def test_a_broken_archive_gives_what_came_before(tmp_path: Path) -> None:
    """Cut off in the middle, an archive's whole pages are read, and the break is told."""
    path = archive(
        tmp_path / "crawl.warc.gz",
        (URL, "2031-03-04T07:00:00Z", "text/html", page("At least 12 people died, the governor said.")),
        (f"{URL}-2", "2031-03-04T08:00:00Z", "text/html", page("Four are missing, the coast guard said. " * 400)),
    )
    path.write_bytes(path.read_bytes()[:-60])
    found = list(reports(str(path), Defaults()))
    assert isinstance(found[0], Report)
    for content in (b"WARC/1.0\r\nContent-Length: zz\r\n\r\n", b"WARC/1.1\r\n", b"\x1f\x8bnot gzip"):
        path.write_bytes(content)
        assert [type(one) for one in reports(str(path))] == [Problem]
