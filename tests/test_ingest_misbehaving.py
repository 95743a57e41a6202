"""A server that misbehaves on purpose: every case is named, survived, and told in one line."""

import gzip
import socket
import socketserver
import threading
import time
import zlib
from collections.abc import Callable, Iterator

import pytest

from reportedly.ingest.addresses import is_public
from reportedly.ingest.limits import Caps
from reportedly.ingest.web import Fetched, NotFetched, fetched

CAPS = Caps(seconds=1.5, silence=0.7, page_bytes=2_000_000, redirects=4, ratio=200)
WIRE = b"12 died, the governor said."

Answer = Callable[[socket.socket, str], None]


def sends(head: str, body: bytes = b"") -> Answer:
    def answer(line: socket.socket, _: str) -> None:
        line.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)

    return answer


def _drip_head(line: socket.socket, _: str) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 500:
        line.sendall(bytes([byte]))
        time.sleep(0.1)


def _drip_body(line: socket.socket, _: str) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")
    for _n in range(500):
        line.sendall(b"a")
        time.sleep(0.1)


def _silent(line: socket.socket, _: str) -> None:
    time.sleep(1.2)


def _endless_body(line: socket.socket, _: str) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    for _n in range(400):
        line.sendall(b"<p>12 died</p>" * 1000)


def _endless_head(line: socket.socket, _: str) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(20_000):
        line.sendall(b"X-%d: %s\r\n" % (number, b"a" * 100))


def _elsewhere(line: socket.socket, _: str) -> None:
    sends("HTTP/1.1 302 Found\nLocation: /page\nContent-Length: 0")(line, _)


BOMB = gzip.compress(b"0" * 300_000_000, 9)
PACKED = gzip.compress(b"<html><body><p>12 died</p></body></html>" * 100)
DEFLATED = zlib.compress(WIRE)[2:-4]

ANSWERS: dict[str, Answer] = {
    "/page": sends("HTTP/1.1 200 OK\nContent-Type: text/plain", WIRE),
    "/slow-head": _drip_head,
    "/slow-body": _drip_body,
    "/silent": _silent,
    "/endless": _endless_body,
    "/endless-head": _endless_head,
    "/bomb": sends("HTTP/1.1 200 OK\nContent-Encoding: gzip", BOMB),
    "/bombs": sends("HTTP/1.1 200 OK\nContent-Encoding: gzip, gzip", gzip.compress(BOMB)),
    "/packed": sends("HTTP/1.1 200 OK\nContent-Encoding: gzip", PACKED),
    "/deflated": sends("HTTP/1.1 200 OK\nContent-Encoding: deflate", DEFLATED),
    "/not-packed": sends("HTTP/1.1 200 OK\nContent-Encoding: gzip", WIRE),
    "/brotli": sends("HTTP/1.1 200 OK\nContent-Encoding: br", WIRE),
    "/round": sends("HTTP/1.1 301 Moved\nLocation: /round\nContent-Length: 0"),
    "/file": sends("HTTP/1.1 302 Found\nLocation: file:///etc/hostname\nContent-Length: 0"),
    "/nowhere": sends("HTTP/1.1 302 Found\nLocation: http://\nContent-Length: 0"),
    "/moved": _elsewhere,
    "/too-long": sends("HTTP/1.1 200 OK\nContent-Length: 900", WIRE),
    "/too-short": sends("HTTP/1.1 200 OK\nContent-Length: 7", WIRE),
    "/no-number": sends("HTTP/1.1 200 OK\nContent-Length: many", WIRE),
    "/two-lengths": sends("HTTP/1.1 200 OK\nContent-Length: 7\nContent-Length: 27", WIRE),
    "/bad-chunks": sends("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"zz\r\n12 died\r\n"),
    "/no-http": sends("hello"),
    "/hangs-up": lambda line, _: None,
    "/wrong-charset": sends(
        "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-99", "<p>İzmir: 12 dead</p>".encode()
    ),
    "/304": sends("HTTP/1.1 304 Not Modified"),
    "/500": sends("HTTP/1.1 500 Oops\nContent-Length: 0"),
    "/429": sends("HTTP/1.1 429 Slow down\nRetry-After: 120\nContent-Length: 0"),
    "/204": sends("HTTP/1.1 204 No Content"),
}


@pytest.fixture(scope="module")
def rogue() -> Iterator[str]:
    class Line(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            try:
                asked = self.request.recv(4096).decode("latin-1")
                ANSWERS[asked.split(" ")[1]](self.request, asked)
            except OSError:
                pass

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

    with Server(("127.0.0.1", 0), Line) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def ask(address: str) -> Fetched:
    return fetched(address, private_addresses=True, caps=CAPS)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/slow-head", "no answer in time"),
        ("/slow-body", "no answer in time"),
        ("/silent", "no answer in time"),
        ("/endless", "is over 2 MB"),
        ("/endless-head", "broke off"),
        ("/bomb", "unpacks to over 2 MB, a bomb"),
        ("/bombs", "packed as 'gzip, gzip', which nobody asked for"),
        ("/not-packed", "says it is packed with gzip and is not"),
        ("/brotli", "packed as 'br', which nobody asked for"),
        ("/round", "redirects more than 4 times"),
        ("/file", "neither http nor https"),
        ("/nowhere", "redirects more than 4 times"),
        ("/too-long", "broke off"),
        ("/no-number", "broke off"),
        ("/two-lengths", "broke off"),
        ("/bad-chunks", "broke off"),
        ("/no-http", "broke off"),
        ("/hangs-up", "broke off"),
        ("/500", "answered 500"),
        ("/429", "answered 429"),
        ("/204", "answered 204"),
    ],
)
def test_every_misdeed_is_told_in_time(rogue: str, path: str, said: str) -> None:
    """Slow, endless, packed to burst, going in circles, breaking off: one line says so, within the fetch's own time."""
    started = time.monotonic()
    with pytest.raises(NotFetched) as failed:
        ask(rogue + path)
    assert said in str(failed.value) and "\n" not in str(failed.value)
    assert time.monotonic() - started < 3.0


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/page", WIRE),
        ("/moved", WIRE),
        ("/too-short", WIRE[:7]),
        ("/deflated", WIRE),
        ("/packed", b"<html><body><p>12 died</p></body></html>" * 100),
        ("/wrong-charset", "<p>İzmir: 12 dead</p>".encode()),
        ("/304", b""),
    ],
)
def test_what_can_be_read_is_read(rogue: str, path: str, content: bytes) -> None:
    """Moved, packed, of a charset that is none: what arrived whole is there, and its capture holds it as it came."""
    answer = ask(rogue + path)
    assert answer.content == content
    assert answer.capture.url == rogue + path
    assert (answer.capture.body == PACKED) == (path == "/packed")
    assert answer.unchanged == (path == "/304")


def test_a_server_says_when_to_come_back(rogue: str) -> None:
    """What 429 asks for reaches whoever keeps the manners."""
    with pytest.raises(NotFetched) as failed:
        ask(rogue + "/429")
    assert (failed.value.status, failed.value.retry_after) == (429, "120")


def test_a_redirect_into_this_network_is_refused(rogue: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that leads to this machine is not followed there: each hop is looked at as it is connected to."""
    port = int(rogue.rpartition(":")[2])
    ANSWERS["/inward"] = sends(f"HTTP/1.1 302 Found\nLocation: http://127.0.0.1:{port}/page\nContent-Length: 0")
    real = socket.getaddrinfo

    def resolve(host: str, *rest: object, **more: object) -> object:
        # The first name looks public and is this test's server; the next hop is refused by its own address.
        return real("127.0.0.1" if host == "harbourpost.example" else host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    seen: list[str] = []

    def looks_public(address: str) -> bool:
        seen.append(address)
        return len(seen) == 1

    monkeypatch.setattr("reportedly.ingest.addresses.is_public", looks_public)
    with pytest.raises(NotFetched, match="inside this network"):
        fetched(f"http://harbourpost.example:{port}/inward", caps=CAPS)
    assert seen == ["127.0.0.1", "127.0.0.1"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2001:0:7f00:1::",
        "2001:db8::1",
    ],
)
def test_no_address_of_a_network_of_ones_own_is_public(address: str) -> None:
    """Private, loopback, link-local, reserved, multicast, and IPv6 that carries any of them."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1"])
def test_addresses_of_the_internet_at_large_are_public(address: str) -> None:
    """And so are those that carry one of them."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    ["http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://[::ffff:7f00:1]/"],
)
def test_no_spelling_of_an_address_gets_past(address: str) -> None:
    """Decimal, hexadecimal, octal, short and mapped spellings of this machine are this machine."""
    with pytest.raises(NotFetched, match=r"inside this network|no machine of the name|no address of a page"):
        fetched(address, caps=CAPS)
