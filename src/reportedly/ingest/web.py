"""Fetching: http and https only, capped in time, size, redirects and unpacking, and never an address of this machine
or of the network behind it unless that was allowed. What came is kept to the byte in the answer's capture."""

import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reportedly import __version__
from reportedly.capture import Capture
from reportedly.ingest.addresses import NoDoor, address_of
from reportedly.ingest.credentials import parted
from reportedly.ingest.limits import Caps, megabytes

if TYPE_CHECKING:
    import httpcore
    import httpx

AGENT = f"reportedly/{__version__}"
NOT_MODIFIED = 304
GONE = (404, 410)
"""Answers that say there is no such page. Any other failure says nothing of the page."""
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, "
    "application/x-ndjson, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_WHO = 401
_ASKS_WHO = "it asks for a name and a password: give them as https://NAME:PASSWORD@HOST/…"
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    url: str
    """Where the redirects ended."""
    content: bytes
    """Unpacked; empty where nothing changed (status 304)."""
    charset: str | None
    """What the server says that its characters are."""
    capture: Capture

    @property
    def unchanged(self) -> bool:
        return self.capture.status == NOT_MODIFIED

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.capture.headers if key.lower() == name.lower()), None)


class NotFetched(Exception):
    """The page could not be had; the message says why and what to try."""

    def __init__(
        self,
        message: str,
        status: int | None = None,
        retry_after: str | None = None,
        capture: Capture | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after
        self.capture = capture
        """What was answered, as it came, where the answer is that the page is gone."""


def fetched(
    url: str,
    *,
    private_addresses: bool = False,
    caps: Caps | None = None,
    validators: Mapping[str, str] | None = None,
    authorization: str | None = None,
) -> Fetched:
    """What stands at the URL. With `validators` (If-None-Match, If-Modified-Since) the answer may be that nothing
    changed. `authorization` is sent to the machine that the URL names and to none that it redirects to. Raises
    NotFetched, and nothing else."""
    import httpcore
    import httpx

    limits = Caps() if caps is None else caps
    until = time.monotonic() + limits.seconds
    known = dict(validators or {})
    try:
        target = first = httpx.URL(url)
        for _ in range(limits.redirects + 1):
            visit = _Visit(url, until, limits, private_addresses)
            here = (target.scheme, target.host, target.port) == (first.scheme, first.host, first.port)
            key = {"Authorization": authorization} if authorization is not None and here else {}
            answer = visit.answer(target, known | key)
            if isinstance(answer, Fetched):
                return answer
            target = httpx.URL(parted(str(target.join(answer)))[0])
    except httpx.InvalidURL as wrong:
        raise NotFetched(f"{url} is no address of a page: {wrong}") from None
    except NoDoor as closed:
        raise NotFetched(f"{url}: {closed}") from None
    except (httpcore.TimeoutException, TimeoutError):
        raise NotFetched(f"{url}: no answer in time; try again later") from None
    except httpcore.RemoteProtocolError as broken:
        raise NotFetched(f"{url} broke off or answered in no way of the web ({broken}); try again later") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError, ValueError) as failed:
        why = " ".join(str(failed).split()) or type(failed).__name__
        raise NotFetched(f"{url} could not be fetched ({why}); is the address right?") from None
    raise NotFetched(f"{url} redirects more than {limits.redirects} times; name the page it should end at")


@dataclass(frozen=True, slots=True)
class _Visit:
    """One request, in what is left of the time."""

    asked: str
    until: float
    caps: Caps
    private_addresses: bool

    def answer(self, url: "httpx.URL", more_headers: Mapping[str, str]) -> Fetched | str:
        """The page, or where it has moved to."""
        import httpcore

        if url.scheme not in ("http", "https") or not url.host:
            raise NotFetched(f"{url} is neither http nor https; save the page and give the file")
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        named_headers = {**_HEADERS, **more_headers}
        headers: list[tuple[bytes | str, bytes | str]] = [("Host", url.netloc), *named_headers.items()]
        timeouts = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), self.caps.silence)}
        with (
            httpcore.ConnectionPool(network_backend=self._door()) as pool,
            pool.stream("GET", target, headers=headers, extensions=timeouts) as response,
        ):
            sent = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers)
            named = {key.lower(): value for key, value in sent}
            if response.status in _MOVED and "location" in named:
                return named["location"]
            if response.status not in (200, NOT_MODIFIED):
                hint = _ASKS_WHO if response.status == _WHO else "is the page still there?"
                raise NotFetched(
                    f"{url} answered {response.status}; {hint}",
                    response.status,
                    named.get("retry-after"),
                    self._word_of(url, response, sent) if response.status in GONE else None,
                )
            body = self._body(url, response.iter_stream()) if response.status != NOT_MODIFIED else b""
        capture = Capture(self.asked, str(url), datetime.now(UTC), response.status, sent, body)
        return Fetched(str(url), unpacked(capture, self.caps), charset_of(named.get("content-type", "")), capture)

    def _word_of(self, url: "httpx.URL", response: "httpcore.Response", sent: tuple[tuple[str, str], ...]) -> Capture:
        """The answer that the page is gone. What its body says matters less than that it came: a body that breaks off
        or is too long is left out."""
        import httpcore

        try:
            body = self._body(url, response.iter_stream())
        except (NotFetched, OSError, httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException):
            body = b""
        return Capture(self.asked, str(url), datetime.now(UTC), response.status, sent, body)

    def _body(self, url: "httpx.URL", chunks: Iterable[bytes]) -> bytes:
        body = bytearray()
        for chunk in chunks:
            body += chunk
            if len(body) > self.caps.page_bytes:
                raise NotFetched(
                    f"{url} is over {megabytes(self.caps.page_bytes)}; save the part you need and give the file"
                )
            if time.monotonic() > self.until:
                raise NotFetched(f"{url} took over {self.caps.seconds:g} seconds; try again later")
        return bytes(body)

    def _door(self) -> "httpcore.NetworkBackend":
        from reportedly.ingest.door import Door

        return Door(self.until, lambda host, port: address_of(host, port, self.private_addresses))


def unpacked(capture: Capture, caps: Caps | None = None) -> bytes:
    """The capture's body as its reader sees it. Raises NotFetched where it is packed in a way that was not asked for,
    broken, or a bomb."""
    limits = Caps() if caps is None else caps
    named = {key.lower(): value for key, value in capture.headers}
    packing = named.get("content-encoding", "").strip().lower()
    if packing in ("", "identity", "none") or not capture.body:
        return capture.body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise NotFetched(f"{capture.final_url} is packed as {packing[:40]!r}, which nobody asked for; save the page")
    most = min(limits.page_bytes, max(1_000_000, limits.ratio * len(capture.body)))
    for bits in (47, -15):  # with a header of either kind; without one, as some servers send deflate
        inflater: Any = zlib.decompressobj(bits)
        try:
            content = inflater.decompress(capture.body, most + 1)
        except zlib.error:
            continue
        if len(content) > most:
            raise NotFetched(
                f"{capture.final_url} unpacks to over {megabytes(most)}, a bomb or no page; nothing was read"
            )
        return bytes(content)
    raise NotFetched(f"{capture.final_url} says it is packed with {packing} and is not; try again later")


def charset_of(kind: str) -> str | None:
    """What a Content-Type header says that the characters are."""
    for parameter in kind.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
