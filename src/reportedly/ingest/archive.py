"""WARC: pages as an archive took them, each dated when it was taken. A page taken again is read as it would have been
met live: what was edited in between is a revision, what was gone is withdrawn."""

from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import UTC, datetime
from io import StringIO
from typing import IO, Any

from reportedly.capture import Capture
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.form import HEAD_BYTES, Form, form_of
from reportedly.ingest.held import Held
from reportedly.ingest.limits import PAGE_BYTES, megabytes
from reportedly.ingest.page import Page, from_page
from reportedly.ingest.web import charset_of
from reportedly.report import Problem, Report

_END = object()
_READ = ("text/html", "application/xhtml+xml")


def from_archive(stream: IO[bytes], place: str, defaults: Defaults) -> Iterator[Report | Problem]:
    """The reports of its pages, in the archive's order. What is no page is passed over; what is broken is told."""
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # ships no types

    held = Held()
    some = False
    try:
        records = iter(ArchiveIterator(stream))
        while (capture := _next_capture(records)) is not _END:
            if capture is None:
                continue
            if isinstance(capture, Problem):
                yield Problem(f"{place}: {capture.message}")
                continue
            for one in _reports(capture, place, defaults, held):
                some = True
                yield one
    except Exception as broken:  # whatever a broken archive breaks inside the library, the rest is only not read
        why = " ".join(str(broken).split())[:200] or type(broken).__name__
        yield Problem(f"{place} is broken from here on ({why}); what came before was read")
        return
    if not some:
        yield Problem(f"{place} is an archive without pages; nothing to read")


def _reports(capture: Capture, place: str, defaults: Defaults, held: Held) -> Iterator[Report | Problem]:
    if form_of(capture.body[:HEAD_BYTES]) is not Form.PAGE:
        return
    page = Page(capture.body, f"{place}: {capture.url}", capture.url, _charset(capture), capture.fetched_at)
    found = list(from_page(page, defaults))
    reports = [one for one in found if isinstance(one, Report)]
    versions = list(held.as_seen(reports, capture.url, capture.fetched_at))
    yield from versions
    yield from (one for one in found if isinstance(one, Problem))
    if defaults.captured is not None and versions:
        defaults.captured(capture, tuple(version.id for version in versions))


def _next_capture(records: Iterator[Any]) -> Any:
    # The library prints pieces of broken archives on standard error: somebody else's bytes, on our user's terminal.
    with redirect_stderr(StringIO()):
        record = next(records, _END)
        return _END if record is _END else _capture(record)


def _capture(record: Any) -> Capture | Problem | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    status = record.http_headers.get_statuscode()
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    if status != "200" or kind not in _READ or not url.startswith(("http://", "https://")):
        return None
    body = record.content_stream().read(PAGE_BYTES + 1)
    if len(body) > PAGE_BYTES:
        return Problem(f"{url[:200]} is over {megabytes(PAGE_BYTES)}; it was passed over")
    packed = ("content-encoding", "transfer-encoding")  # the archive's reader undid both
    headers = tuple(
        (f"WARC-Undone-{name}" if name.lower() in packed else name, value)
        for name, value in record.http_headers.headers
    )
    return Capture(url, url, _taken(record.rec_headers.get_header("WARC-Date")), 200, headers, body)


def _taken(written: str | None) -> datetime:
    try:
        taken = datetime.fromisoformat((written or "").strip())
    except ValueError:
        return datetime.now(UTC)
    return taken if taken.tzinfo is not None else taken.replace(tzinfo=UTC)


def _charset(capture: Capture) -> str | None:
    return charset_of(next((value for name, value in capture.headers if name.lower() == "content-type"), ""))
