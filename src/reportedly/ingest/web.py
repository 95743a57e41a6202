"""Fetching a page: http and https only, capped in time, size and redirects, and never an address of this machine or
of the network behind it unless that was allowed."""

import ipaddress
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly import __version__
from reportedly.ingest.limits import FETCH_SECONDS, PAGE_BYTES, REDIRECTS, megabytes

if TYPE_CHECKING:
    import httpx

_HEADERS = {
    "User-Agent": f"reportedly/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/x-ndjson, */*;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    url: str
    """Where the redirects ended."""
    content: bytes
    charset: str | None
    """What the server says that its characters are."""


class NotFetched(Exception):
    """The page could not be had; the message says why and what to try."""


def fetched(url: str, *, private_addresses: bool = False) -> Fetched:
    """What stands at the URL. Raises NotFetched, and nothing else."""
    import httpx

    until = time.monotonic() + FETCH_SECONDS
    try:
        with httpx.Client(timeout=httpx.Timeout(15.0), headers=_HEADERS, follow_redirects=False) as client:
            target = httpx.URL(url)
            for _ in range(REDIRECTS + 1):
                answer = _one_answer(client, target, until, private_addresses)
                if isinstance(answer, Fetched):
                    return answer
                target = target.join(answer)
    except httpx.TimeoutException:
        raise NotFetched(f"{url}: no answer in time; try again later") from None
    except httpx.InvalidURL as wrong:
        raise NotFetched(f"{url} is no address of a page: {wrong}") from None
    except (httpx.HTTPError, httpx.StreamError, OSError) as failed:
        raise NotFetched(
            f"{url} could not be fetched ({failed or type(failed).__name__}); is the address right?"
        ) from None
    raise NotFetched(f"{url} redirects more than {REDIRECTS} times; name the page it should end at")


def _one_answer(client: "httpx.Client", url: "httpx.URL", until: float, private_addresses: bool) -> Fetched | str:
    """The page, or where it has moved to."""
    if url.scheme not in ("http", "https") or not url.host:
        raise NotFetched(f"{url} is neither http nor https; save the page and give the file")
    address = _address(url, private_addresses)
    # The very address that was looked at is the one that is asked: a name may answer otherwise a second time. The
    # host's name still goes into the header and into the certificate's check.
    request = client.build_request(
        "GET",
        url.copy_with(host=address),
        headers={"Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )
    response = client.send(request, stream=True)
    try:
        if response.is_redirect:
            return response.headers["location"]
        if response.status_code != 200:
            raise NotFetched(
                f"{url} answered {response.status_code} {response.reason_phrase}; is the page still there?"
            )
        content = bytearray()
        for chunk in response.iter_bytes(65536):
            content += chunk
            if len(content) > PAGE_BYTES:
                raise NotFetched(f"{url} is over {megabytes(PAGE_BYTES)}; save the part you need and give the file")
            if time.monotonic() > until:
                raise NotFetched(f"{url} took over {FETCH_SECONDS:.0f} seconds; try again later")
        return Fetched(str(url), bytes(content), response.charset_encoding)
    finally:
        response.close()


def _address(url: "httpx.URL", private_addresses: bool) -> str:
    try:
        found = socket.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotFetched(
            f"{url}: no machine of the name {url.host} was found; check the address and the network"
        ) from None
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    if not private_addresses and not all(_public(address) for address in addresses):
        raise NotFetched(f"{url} is an address inside this network; --allow-private reads it all the same")
    return addresses[0]


def _public(address: str) -> bool:
    known = ipaddress.ip_address(address)
    inner = getattr(known, "ipv4_mapped", None) or getattr(known, "sixtofour", None)
    return known.is_global and not known.is_multicast and (inner is None or inner.is_global)
