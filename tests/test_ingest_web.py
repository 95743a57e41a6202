"""Fetching pages, from a server of the test's own."""

import threading
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reportedly.ingest import Defaults, reports
from reportedly.ingest.credentials import parted
from reportedly.report import Problem, Report

OPEN = Defaults(private_addresses=True)
seen: list[str | None] = []
"""The Authorization headers that came with what was asked for."""


class _Newsroom(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/wire")
            self.end_headers()
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
        elif self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        elif self.path == "/paid":
            seen.append(self.headers.get("Authorization"))
            if seen[-1] is None:
                self.send_error(401)
            else:
                self._answer("text/plain; charset=utf-8", b"12 died, the governor said.")
        elif self.path == "/to-paid":
            self.send_response(302)
            self.send_header(
                "Location", f"http://desk:pass1234@localhost:{self.headers['Host'].rpartition(':')[2]}/paid"
            )
            self.end_headers()
        elif self.path == "/wire":
            self._answer("text/plain; charset=utf-8", b"12 died, the governor said.")
        elif self.path == "/page":
            self._answer("text/html", b"<html><body><p>Twelve died, the governor said.</p></body></html>")
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(200):
                    self.wfile.write(b"x" * 100_000)
            except OSError:
                pass
        else:
            self.send_error(404)

    def _answer(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def newsroom() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Newsroom)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("path", "words"), [("/wire", "12 died"), ("/moved", "12 died"), ("/page", "Twelve died")])
def test_a_page_is_fetched_and_read(newsroom: str, path: str, words: str) -> None:
    """Text or page, moved or not: what stands at the address is one report."""
    (report,) = reports(newsroom + path, OPEN)
    assert isinstance(report, Report) and report.text.startswith(words)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "answered 404"),
        ("/round", "redirects more than 5 times"),
        ("/elsewhere", "neither http nor https"),
        ("/endless", "is over 10 MB"),
    ],
)
def test_what_cannot_be_fetched_is_one_problem(newsroom: str, path: str, said: str) -> None:
    """Gone, going round in circles, leading away from the web or never ending: one line says so."""
    (problem,) = reports(newsroom + path, OPEN)
    assert isinstance(problem, Problem) and said in problem.message and "\n" not in problem.message


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/",
        "http://localhost:9/",
        "http://[::1]:9/",
        "http://169.254.169.254/latest",
        "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]:9/",
        "http://0.0.0.0:9/",
        "http://2130706433:9/",
    ],
)
def test_no_door_behind_the_firewall_is_knocked_on(address: str) -> None:
    """Addresses of this machine and its own network are refused unless that was allowed."""
    (problem,) = reports(address)
    assert isinstance(problem, Problem)
    assert "inside this network" in problem.message or "no machine of the name" in problem.message


@pytest.mark.parametrize("address", ["ftp://coastwire.example/1", "file:///etc/hostname", "http://", "https://:80/"])
def test_only_the_web_is_fetched(address: str) -> None:
    """Other schemes and addresses without a host are told, not tried."""
    (problem,) = reports(address)
    assert isinstance(problem, Problem) and "\n" not in problem.message


def test_nobody_there_is_a_problem() -> None:
    """A machine that does not answer is one line."""
    (problem,) = reports("http://127.0.0.1:1/", OPEN)
    assert isinstance(problem, Problem) and "could not be fetched" in problem.message


def test_a_password_in_an_address_opens_that_door_and_is_told_nowhere(newsroom: str) -> None:
    """It goes to the server as a header; the report, the capture and every message name the address without it."""
    kept: list[object] = []
    given = replace(OPEN, captured=lambda capture, ids: kept.append(capture))
    with_password = newsroom.replace("http://", "http://desk:p%40ss1234@")
    found = [*reports(with_password + "/paid", given), *reports(with_password + "/gone", given)]
    found += reports(with_password.replace("http://", "ftp://") + "/paid", given)
    assert seen[-1] == "Basic " + b64encode(b"desk:p@ss1234").decode()
    assert isinstance(found[0], Report) and found[0].text.startswith("12 died") and len(found) == 4
    assert "ss1234" not in repr(found) and "ss1234" not in repr(kept) and "desk" not in repr(found)


def test_a_password_goes_to_no_other_machine(newsroom: str) -> None:
    """Where the page redirects to another name, neither the password given nor one that the redirect names is sent."""
    (problem,) = reports(newsroom.replace("http://", "http://desk:pass1234@") + "/to-paid", OPEN)
    assert seen[-1] is None
    assert isinstance(problem, Problem) and "asks for a name and a password" in problem.message
    assert "pass1234" not in problem.message


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("http://desk:p:w@wire.example/a?b#c", ("http://wire.example/a?b#c", b"desk:p:w")),
        ("http://desk@wire.example", ("http://wire.example", b"desk:")),
        ("https://wire.example/@desk", ("https://wire.example/@desk", None)),
        ("http://[broken@/", ("http://[broken@/", None)),
    ],
)
def test_an_address_is_parted_from_what_opens_it(address: str, parts: tuple[str, bytes | None]) -> None:
    """What stands before the host's @ is the key; an @ in the path is none."""
    bare, key = parts
    assert parted(address) == (bare, None if key is None else "Basic " + b64encode(key).decode())
