"""What was fetched for a story, as a web archive (WARC): every answer to the byte, with its headers, its time and its
SHA-256, for whoever must prove without us that a page said so."""

from collections.abc import Iterator
from datetime import UTC
from http import HTTPStatus
from io import BytesIO

from reportedly import __version__
from reportedly.capture import Capture
from reportedly.errors import NothingToRead
from reportedly.story import Story

_UNDONE = "transfer-encoding"
"""Undone by whoever fetches, before the bytes are kept; an archive that still said it would be read wrongly."""


def as_archive(story: Story) -> Iterator[bytes]:
    """A compressed record at a time, in the order of fetching. Raises `NothingToRead` where nothing was fetched."""
    from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # ships no types
    from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # ships no types

    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    some = False
    for capture in story.captures():
        if not some:
            about = {"software": f"reportedly/{__version__}", "isPartOf": story.name}
            writer.write_record(writer.create_warcinfo_record(f"{story.name}.warc.gz", about))
            some = True
        record = writer.create_warc_record(
            capture.final_url,
            "response",
            payload=BytesIO(capture.body),
            length=len(capture.body),
            warc_headers_dict={
                "WARC-Date": f"{capture.fetched_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
                "WARC-Payload-Digest": f"sha256:{capture.sha256}",
            },
            http_headers=StatusAndHeaders(_status(capture), _headers(capture), protocol="HTTP/1.1"),
        )
        writer.write_record(record)
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    if not some:
        raise NothingToRead(f"nothing was fetched for {story.name}: what came from files has no answer to prove it by")


def _status(capture: Capture) -> str:
    try:
        return f"{capture.status} {HTTPStatus(capture.status).phrase}"
    except ValueError:
        return str(capture.status)


def _headers(capture: Capture) -> list[tuple[str, str]]:
    return [(f"WARC-Undone-{name}" if name.lower() == _UNDONE else name, value) for name, value in capture.headers]
